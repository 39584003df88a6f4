package fonts

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func embeddedSet(t testing.TB) *Set {
	t.Helper()
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// gb2312 lists the characters of GB 2312—80: the rows of the EUC-CN table.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var all []rune
	for row := byte(0xA1); row <= 0xF7; row++ {
		for cell := byte(0xA1); cell <= 0xFE; cell++ {
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{row, cell})
			if err != nil {
				t.Fatal(err)
			}
			r := []rune(string(text))
			// Hanzi only: rows 16 to 87, without the five blanks behind row 55.
			if row >= 0xB0 && len(r) == 1 && r[0] >= 0x4E00 && r[0] < 0xA000 {
				all = append(all, r[0])
			}
		}
	}
	return all
}

func TestCoverage(t *testing.T) {
	s := embeddedSet(t)
	hanzi := gb2312(t)
	if len(hanzi) != 6763 {
		t.Fatalf("%d hanzi in GB 2312, want 6763", len(hanzi))
	}
	const marks = "，。、；：？！（）〔〕【】《》〈〉“”‘’「」『』…—·％℃①⑩〇〓０９ＡＺ"
	for _, role := range Roles() {
		f := s.Face(role)
		for _, r := range append(hanzi, []rune(marks)...) {
			if _, ok := f.Glyph(r); !ok {
				t.Errorf("%s (%s) lacks %c", role, f.Name(), r)
			}
		}
	}
	// 通用规范汉字表 holds 196 characters beyond the BMP; three of them, and
	// rare ones of names, must be found somewhere.
	for _, r := range "𬭎𫖯𠅤𬱖䶮㛃犇堃昇喆" {
		for _, role := range Roles() {
			if _, ok := s.Lookup(role, r); !ok {
				t.Errorf("no face has %c", r)
			}
		}
	}
}

// TestWidths: the grid and —— need characters of exactly one em.
func TestWidths(t *testing.T) {
	s := embeddedSet(t)
	for _, role := range Roles() {
		for _, r := range "一龥，。（）《》“”‘’—…·〔〕" {
			if g, ok := s.Lookup(role, r); !ok || g.Advance != 1000 {
				t.Errorf("%s: %c is %d wide, want 1000", role, r, g.Advance)
			}
		}
		if g, _ := s.Lookup(role, '0'); g.Advance < 450 || g.Advance > 650 {
			t.Errorf("%s: a figure is %d wide", role, g.Advance)
		}
	}
}

func TestFallback(t *testing.T) {
	s := embeddedSet(t)
	const r = '䶮' // not in GB 2312, not in FandolFang
	if _, ok := s.Face(Fang).Glyph(r); ok {
		t.Fatalf("仿宋 has %c: take another character", r)
	}
	g, ok := s.Lookup(Fang, r)
	if !ok || g.Face != s.Face(Song) {
		t.Errorf("%c comes from %v", r, g.Face)
	}
	if g, _ := s.Lookup(Fang, '一'); g.Face != s.Face(Fang) {
		t.Error("一 does not come from 仿宋")
	}
}

// TestLookupMissing: a character that no face has is said to be missing, never
// drawn as a box.
func TestLookupMissing(t *testing.T) {
	s := embeddedSet(t)
	for _, r := range "𠮷\U0001F600\uffff" {
		if g, ok := s.Lookup(Fang, r); ok {
			t.Errorf("%q is found in %s", r, g.Face.Name())
		}
	}
}

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

// TestSums: the committed faces are the ones the recipe made.
func TestSums(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	s := embeddedSet(t)
	names := map[string]Role{"title.ttf": Title, "hei.ttf": Hei, "kai.ttf": Kai, "fang.ttf": Fang, "song.ttf": Song}
	for line := range strings.Lines(string(sums)) {
		fields := strings.Fields(line)
		sum := sha256.Sum256(s.Face(names[fields[1]]).Data())
		if hex.EncodeToString(sum[:]) != fields[0] {
			t.Errorf("%s is not what SHA256SUMS says", fields[1])
		}
		delete(names, fields[1])
	}
	if len(names) != 0 {
		t.Errorf("SHA256SUMS lacks %v", names)
	}
}

// FuzzParse cuts and changes a face: an error or a face that answers, never a
// panic.
func FuzzParse(f *testing.F) {
	s, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	hei := s.Face(Hei).Data()
	f.Add(0, byte(0), len(hei))
	f.Add(12, byte(0xFF), len(hei))
	f.Add(300, byte(0x80), 1<<20)
	f.Add(1<<20, byte(7), len(hei)-1)
	f.Fuzz(func(_ *testing.T, at int, value byte, length int) {
		data := bytes.Clone(hei[:min(max(length, 0), len(hei))])
		if at >= 0 && at < len(data) {
			data[at] ^= value
		}
		face, err := Parse(data)
		if err != nil {
			return
		}
		for _, r := range "一0，\u3000龥" {
			g, _ := face.Glyph(r)
			face.Advance(g)
			face.Outline(g)
		}
		face.Outline(0xFFFF)
	})
}

// TestParseRefuses: what is no TrueType face that can be used is refused, with what
// is wrong; a face at the very bounds is taken.
func TestParseRefuses(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	with := func(name string, change func(table []byte) []byte) []byte {
		return changed(t, f, name, change)
	}
	// set writes a number into a table; gone leaves the table out.
	set := func(at, value int) func([]byte) []byte {
		return func(table []byte) []byte {
			binary.BigEndian.PutUint16(table[at:], uint16(value))
			return table
		}
	}
	is := func(table ...byte) func([]byte) []byte { return func([]byte) []byte { return table } }
	gone := func([]byte) []byte { return nil }
	encoded := func(platform, encoding byte, format ...byte) func([]byte) []byte { // a cmap of one table
		return is(append([]byte{0, 0, 0, 1, 0, platform, 0, encoding, 0, 0, 0, 12}, format...)...)
	}
	segments := []byte{0, 4, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	groups := append([]byte{0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1}, make([]byte, 12)...)

	type refusal struct {
		name string
		data []byte
		want string // empty: it is taken
	}
	tests := []refusal{
		{"nothing", nil, "no TrueType header"},
		{"cubic outlines", []byte("OTTO"), "no TrueType header"},
		{"a collection", []byte("ttcf"), "no TrueType header"},
		{"zeros", make([]byte, 1000), "no TrueType header"},
		{"a header and nothing", whole[:12], "directory cut short"},
		{"cut in its directory", whole[:12+16*3+15], "directory cut short"},
		{"cut behind its directory", whole[:len(whole)/2], "no table"},
		{"a coarse grid", with("head", set(18, 15)), "impossible metrics"},
		{"the coarsest grid", with("head", set(18, 16)), ""},
		{"no advance at all", with("hhea", set(34, 0)), "impossible metrics"},
		{"more advances than glyphs", change(t, whole, map[string][]byte{
			"hhea": set(34, f.glyphs+1)(bytes.Clone(f.tables["hhea"])), "hmtx": make([]byte, 4*(f.glyphs+1)),
		}), "impossible metrics"},
		{"more advances than are there", with("hmtx", func(b []byte) []byte { return b[:4*f.metrics-1] }), "impossible metrics"},
		{"as many advances as are there", with("hmtx", func(b []byte) []byte { return b[:4*f.metrics] }), ""},
		{"characters for a Macintosh", with("cmap", encoded(1, 0, segments...)), "no Unicode cmap"},
		{"symbols", with("cmap", encoded(3, 0, segments...)), "no Unicode cmap"},
		{"characters in segments", with("cmap", encoded(3, 1, segments...)), ""},
		{"segments cut short", with("cmap", encoded(3, 1, 0, 4, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), "no Unicode cmap"},
		{"characters in groups", with("cmap", encoded(3, 10, groups...)), ""},
		{"characters of no platform", with("cmap", encoded(0, 4, groups...)), ""},
		{"groups that are not there", with("cmap", encoded(3, 10, groups[:27]...)), "no Unicode cmap"},
		{"another format", with("cmap", encoded(3, 1, 0, 6, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), "no Unicode cmap"},
		{"no such place", with("cmap", is(0, 0, 0, 1, 0, 3, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF)), "no Unicode cmap"},
		{"characters cut short", with("cmap", is(0, 0, 0, 9, 0, 3)), "no Unicode cmap"},
		{"nameless", with("name", is(nameTable()...)), "no PostScript name"},
		{"a name cut short", with("name", is(0, 0, 0, 1, 0, 6, 0, 3)), "no PostScript name"},
		{"a name for a Macintosh", with("name", is(nameTable(nameRecord{1, 0, 0, 6, "Hei"})...)), "no PostScript name"},
		{"a name that no PDF can hold", with("name", is(nameTable(nameRecord{3, 1, 0x804, 6, "黑体"})...)), "no PostScript name"},
		{"another name first", with("name", is(nameTable(nameRecord{3, 1, 0x409, 1, "X"}, nameRecord{3, 1, 0x409, 6, "Hei"})...)), ""},
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name"} {
		tests = append(tests, refusal{"without " + name, with(name, gone), "no table " + name})
	}
	for _, tt := range tests {
		face, err := Parse(tt.data)
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (!errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		case tt.want == "":
			for _, r := range sample { // whatever the tables hold
				g, _ := face.Glyph(r)
				face.Advance(g)
				face.Outline(g)
			}
		}
	}
}

// changed is a face's file with one table changed; nil leaves it out.
func changed(t *testing.T, f *Face, name string, by func([]byte) []byte) []byte {
	t.Helper()
	return change(t, f.Data(), map[string][]byte{name: by(bytes.Clone(f.tables[name]))})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, data := range [][]byte{titleData, heiData, kaiData, fangData, songData} {
			if _, err := Parse(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	s := embeddedSet(b)
	text := []rune("为有效推进政府信息公开工作，梧桐镇根据《条例》䶮")
	for i := 0; b.Loop(); i++ {
		s.Lookup(Fang, text[i%len(text)])
	}
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

// TestMeasures: what OS/2 says of a face, or hhea where there is none.
func TestMeasures(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	em := func(units int16) int { return int(units) * 1000 / f.UnitsPerEm() }
	set := func(name string, values map[int]int16) []byte {
		b := make([]byte, max(100, len(f.tables[name])))
		copy(b, f.tables[name])
		for at, v := range values {
			binary.BigEndian.PutUint16(b[at:], uint16(v))
		}
		return b
	}
	hhea := set("hhea", map[int]int16{4: 900, 6: -150})[:len(f.tables["hhea"])]
	for name, tt := range map[string]struct {
		os2                     []byte
		ascent, descent, height int16
		weight                  int
	}{
		"told":             {set("OS/2", map[int]int16{4: 700, 68: 880, 70: -120, 88: 733}), 880, -120, 733, 700},
		"no capitals":      {set("OS/2", map[int]int16{4: 400, 68: 880, 70: -120, 88: 0}), 880, -120, 880, 400},
		"nothing but hhea": {nil, 900, -150, 900, 0},
	} {
		m := parse(t, change(t, whole, map[string][]byte{"hhea": hhea, "OS/2": tt.os2})).Measures()
		if m.Ascent != em(tt.ascent) || m.Descent != em(tt.descent) || m.CapHeight != em(tt.height) || m.Weight != tt.weight {
			t.Errorf("%s: %+v", name, m)
		}
	}
}
