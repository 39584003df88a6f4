package pdftext

import (
	"slices"
	"testing"

	"nianbao/model/intake/source"
)

// TestStruck: a line strikes the text that it is drawn through at the height of its
// middle, from beginning to end; a line under it, over it or of a table does not.
func TestStruck(t *testing.T) {
	text := func() []glyph { // 100 to 120, on 200
		return []glyph{{text: "6", at: point{100, 200}, width: 10, size: 10, dx: 1}, {text: "8", at: point{110, 200}, width: 10, size: 10, dx: 1}}
	}
	for _, tt := range []struct {
		name string
		rule rule
		want int // glyphs
	}{
		{"through the middle", rule{at: 197, from: 100, to: 120}, 2},
		{"at its lowest", rule{at: 198.5, from: 100, to: 120}, 2},
		{"at its highest", rule{at: 194.5, from: 100, to: 120}, 2},
		{"under it", rule{at: 198.6, from: 100, to: 120}, 0},
		{"over it", rule{at: 194.4, from: 100, to: 120}, 0},
		{"through one", rule{at: 197, from: 100, to: 110}, 1},
		{"not up to the middle of the second", rule{at: 197, from: 100, to: 115}, 1},
		{"half a sign beyond", rule{at: 197, from: 95, to: 125}, 2},
		{"beyond it on the left", rule{at: 197, from: 94.9, to: 120}, 0},
		{"beyond it on the right", rule{at: 197, from: 100, to: 125.1}, 0},
		{"down the page", rule{at: 105, from: 100, to: 300, upright: true}, 0},
		{"elsewhere", rule{at: 97, from: 100, to: 120}, 0},
	} {
		s := &sheet{glyphs: text(), rules: []rule{tt.rule}}
		s.markStruck(newBudget())
		got := 0
		for _, g := range s.glyphs {
			if g.look == source.Struck {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%s: %d struck, want %d", tt.name, got, tt.want)
		}
	}
}

// TestRaise: small signs over the end of a word are raised in its line; larger ones, those
// too high or too low, and those that stand apart are a line of their own.
func TestRaise(t *testing.T) {
	base := line{glyphs: []glyph{{text: "6", at: point{100, 200}, width: 10, size: 10, dx: 1}}, at: 200, size: 10}
	for _, tt := range []struct {
		name       string
		x, y, size float64
		raised     bool
	}{
		{"a mark", 110, 196, 6, true},
		{"as large as one may be", 110, 196, 8, true},
		{"too large", 110, 196, 8.1, false},
		{"as low as one may be", 110, 199, 6, true},
		{"as high as one may be", 110, 193, 6, true},
		{"too high", 110, 192.9, 6, false},
		{"a little apart", 114.9, 196, 6, true},
		{"apart", 115, 196, 6, false},
		{"a little within", 107.6, 196, 6, true},
		{"over the word", 107.5, 196, 6, false},
		{"before the word", 96, 196, 4, true},
	} {
		up := line{glyphs: []glyph{{text: "2", at: point{tt.x, tt.y}, width: tt.size / 2, size: tt.size, dx: 1}}, at: tt.y, size: tt.size}
		below := base
		below.glyphs = append([]glyph(nil), base.glyphs...)
		got := raise([]line{up, below})
		if raised := len(got) == 1; raised != tt.raised {
			t.Errorf("%s: raised %v", tt.name, raised)
		}
	}
}

// TestRaisedWithin: small signs that stand higher in their own line are raised, but for the
// first; those that are struck stay so.
func TestRaisedWithin(t *testing.T) {
	for _, tt := range []struct {
		name    string
		y, size float64
		look    source.Look
		want    source.Look
	}{
		{"a mark", 197, 6, source.Plain, source.Raised},
		{"as large and as low as one may be", 199, 8, source.Plain, source.Raised},
		{"too large", 197, 8.1, source.Plain, source.Plain},
		{"too low", 199.1, 6, source.Plain, source.Plain},
		{"struck", 197, 6, source.Struck, source.Struck},
	} {
		small := glyph{text: "2", at: point{110, tt.y}, width: 3, size: tt.size, dx: 1, look: tt.look}
		higher := sign("7", 90, 190, 10) // the line is where its lowest large sign is
		got := raise([]line{{glyphs: []glyph{higher, sign("6", 100, 200, 10), small}, at: 200, size: 10}})
		if look := got[0].glyphs[2].look; look != tt.want || got[0].glyphs[0].look != source.Plain {
			t.Errorf("%s: %v, want %v", tt.name, look, tt.want)
		}
		if first := raise([]line{{glyphs: []glyph{small, sign("6", 113, 200, 10)}, at: 200, size: 10}}); first[0].glyphs[0].look != tt.look {
			t.Errorf("%s, before all others: %v", tt.name, first[0].glyphs[0].look)
		}
	}
}

// TestRaisedLines: what is raised joins the line below in its place, one line of few signs
// over the other.
func TestRaisedLines(t *testing.T) {
	of := func(y, size float64, texts ...string) line {
		l := line{at: y, size: size}
		for i, text := range texts {
			g := sign(text, 100+float64(15*i), y, 10)
			g.size = size
			l.glyphs = append(l.glyphs, g)
		}
		return l
	}
	marks := func(n int) line {
		l := of(196, 6)
		for range n {
			l.glyphs = append(l.glyphs, glyph{text: "*", at: point{110, 196}, width: 1, size: 6, dx: 1})
		}
		return l
	}
	const few = 16
	for _, tt := range []struct {
		name  string
		lines []line
		want  []string
	}{
		{"within the line", []line{marks(1), of(200, 10, "甲", "乙")}, []string{"甲*乙"}},
		{"under a line", []line{of(180, 10, "丙"), marks(1), of(200, 10, "甲", "乙")}, []string{"丙", "甲*乙"}},
		{"over nothing", []line{of(200, 10, "甲"), marks(1)}, []string{"甲", "*"}},
		{"as many as may be", []line{marks(few), of(200, 10, "甲")}, []string{"甲****************"}},
		{"more", []line{marks(few + 1), of(200, 10, "甲")}, []string{"*****************", "甲"}},
	} {
		var got []string
		for _, l := range raise(tt.lines) {
			got = append(got, l.text())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestStruckAmongMany: what strikes is found among lines in any order, and on a page that is
// a drawing nothing is struck.
func TestStruckAmongMany(t *testing.T) {
	for rules, want := range map[int]string{2: "乙", maxPageRules: "乙", maxPageRules + 1: ""} {
		s := &sheet{glyphs: []glyph{sign("丙", 100, 220, 10), sign("乙", 100, 200, 10), sign("甲", 100, 180, 10), {text: "丁", at: point{100, 200}, width: 10, size: 10, dy: 1}}}
		s.rules = append(make([]rule, rules-1), rule{at: 197, from: 100, to: 110})
		s.markStruck(newBudget())
		got := ""
		for _, g := range s.glyphs {
			if g.look == source.Struck {
				got += g.text
			}
		}
		if got != want {
			t.Errorf("%d lines: %q struck, want %q", rules, got, want)
		}
	}
}
