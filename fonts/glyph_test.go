package fonts

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"
)

// TestOutline draws 一 and measures it: one flat stroke over most of the em.
func TestOutline(t *testing.T) {
	s := embeddedSet(t)
	for _, role := range Roles() {
		f := s.Face(role)
		g, _ := f.Glyph('一')
		left, right, low, high := bounds(f.Outline(g))
		em := float64(f.UnitsPerEm())
		if right-left < 0.7*em || high-low > 0.3*em || low < 0 || high > 0.8*em {
			t.Errorf("%s: 一 spans %.0f–%.0f × %.0f–%.0f", role, left, right, low, high)
		}
		blank, ok := f.Glyph('\u3000')
		if !ok || len(f.Outline(blank)) != 0 {
			t.Errorf("%s: the ideographic space is missing or has ink", role)
		}
		// Every glyph can be drawn.
		for g := range f.glyphs {
			if len(f.glyphData(g)) > 0 && f.Outline(GlyphID(g)) == nil {
				t.Errorf("%s: glyph %d has data and no outline", role, g)
			}
		}
	}
}

func bounds(contours []Contour) (left, right, low, high float64) {
	left, low = 1e9, 1e9
	for _, c := range contours {
		for _, curve := range c.Curves {
			left, right = min(left, curve.To.X), max(right, curve.To.X)
			low, high = min(low, curve.To.Y), max(high, curve.To.Y)
		}
	}
	return left, right, low, high
}

// TestContour: between two points off the curve lies one on it, and a contour ends
// where it starts, whichever of its points comes first.
func TestContour(t *testing.T) {
	on := func(x, y float64) outlinePoint { return outlinePoint{Point{x, y}, true} }
	off := func(x, y float64) outlinePoint { return outlinePoint{Point{x, y}, false} }
	line := func(x, y float64) Curve { return Curve{Point{x, y}, Point{x, y}} }
	for name, tt := range map[string]struct {
		points []outlinePoint
		want   Contour
	}{
		"lines":            {[]outlinePoint{on(0, 0), on(4, 0), on(0, 4)}, Contour{Point{0, 0}, []Curve{line(4, 0), line(0, 4), line(0, 0)}}},
		"a curve":          {[]outlinePoint{on(0, 0), off(4, 0), on(4, 4)}, Contour{Point{0, 0}, []Curve{{Point{4, 0}, Point{4, 4}}, line(0, 0)}}},
		"two off in a row": {[]outlinePoint{on(0, 0), off(4, 0), off(4, 4)}, Contour{Point{0, 0}, []Curve{{Point{4, 0}, Point{4, 2}}, {Point{4, 4}, Point{0, 0}}}}},
		"off first":        {[]outlinePoint{off(4, 0), on(4, 4), on(0, 0)}, Contour{Point{0, 0}, []Curve{{Point{4, 0}, Point{4, 4}}, line(0, 0), line(0, 0)}}},
		"all off": {[]outlinePoint{off(0, 0), off(4, 0), off(4, 4), off(0, 4)}, Contour{Point{0, 2}, []Curve{
			{Point{0, 0}, Point{2, 0}}, {Point{4, 0}, Point{4, 2}}, {Point{4, 4}, Point{2, 4}}, {Point{0, 4}, Point{0, 2}},
		}}},
	} {
		if got := contour(tt.points); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

// TestComposites: glyphs made of glyphs are drawn so deep and no deeper, each part
// moved as it says.
func TestComposites(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	be := binary.BigEndian
	words := func(all ...int) []byte {
		var b []byte
		for _, v := range all {
			b = be.AppendUint16(b, uint16(v))
		}
		return b
	}
	// Glyph 0 is a triangle, each other the one before it, moved by 10 and 1.
	glyf := append(words(1, 0, 0, 100, 100, 2, 0), 1, 1, 1)
	glyf = append(glyf, words(0, 100, 0, 0, 0, 100)...)
	glyf = append(glyf, 0) // to an even length
	loca := words(0, len(glyf)/2)
	for g := 1; g < f.glyphs; g++ {
		part := words(-1, 0, 0, 100, 100, argsAreXY|argsAreWords, g-1, 10, 1)
		if g > maxDepth+1 { // the triangle in every other way of saying where and how large
			const half, whole = 1 << 13, 1 << 14
			part = [][]byte{
				words(-1, 0, 0, 100, 100, argsAreXY, 0, 10<<8|1),
				words(-1, 0, 0, 100, 100, argsAreXY|argsAreWords|hasScale, 0, 10, 1, half),
				words(-1, 0, 0, 100, 100, argsAreXY|argsAreWords|hasXYScale, 0, 10, 1, half, whole),
				words(-1, 0, 0, 100, 100, argsAreXY|argsAreWords|hasMatrix, 0, 10, 1, 0, whole, whole, 0),
				words(-1, 0, 0, 100, 100, argsAreXY|argsAreWords|hasScale|moreParts, 0, 10, 1, half, argsAreXY|argsAreWords, 0, 20, 2),
			}[g%5]
		}
		glyf = append(glyf, part...)
		loca = be.AppendUint16(loca, uint16(len(glyf)/2))
	}
	head := bytes.Clone(f.tables["head"])
	be.PutUint16(head[50:], 0)
	f = parse(t, change(t, whole, map[string][]byte{"glyf": glyf, "loca": loca, "head": head}))
	for g := range maxDepth + 2 {
		all := f.Outline(GlyphID(g))
		if g > maxDepth {
			if all != nil {
				t.Errorf("drawn %d deep", g)
			}
			continue
		}
		if len(all) != 1 || all[0].Start != (Point{float64(10 * g), float64(g)}) {
			t.Errorf("glyph %d: %v", g, all)
		}
	}
	// Where the two other corners of the triangle, 100 right, and 100 up of that, come to lie.
	for g := maxDepth + 2; g < maxDepth+7; g++ {
		want := [][]Point{
			{{110, 1}, {110, 101}}, {{60, 1}, {60, 51}}, {{60, 1}, {60, 101}}, {{10, 101}, {110, 101}}, {{60, 1}, {60, 51}, {120, 2}, {120, 102}},
		}[g%5]
		var got []Point
		for _, c := range f.Outline(GlyphID(g)) {
			got = append(got, c.Curves[0].To, c.Curves[1].To)
		}
		if !slices.Equal(got, want) {
			t.Errorf("way %d: %v, want %v", g%5, got, want)
		}
	}
}
