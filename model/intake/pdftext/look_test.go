package pdftext

import (
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
