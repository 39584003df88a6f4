package pdftext

import (
	"slices"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
)

// TestRules: which paths are lines of a table, and which drawings or nothing
// (ISO 32000-1, 8.5). The page is 100 points high.
func TestRules(t *testing.T) {
	along := func(at, from, to float64) rule { return rule{at: at, from: from, to: to} }
	down := func(at, from, to float64) rule { return rule{at: at, from: from, to: to, upright: true} }
	for _, tt := range []struct {
		name, content string
		want          []rule
		drawn         int
	}{
		{"stroked", "10 90 m 50 90 l 50 60 l S", []rule{along(10, 10, 50), down(50, 10, 40)}, 0},
		{"closed by its operator", "10 90 m 50 90 l 50 60 l 10 60 l s", []rule{along(10, 10, 50), down(50, 10, 40), along(40, 10, 50), down(10, 10, 40)}, 0},
		{"closed before", "10 90 m 50 90 l 50 60 l h S", []rule{along(10, 10, 50), down(50, 10, 40)}, 0},
		{"there and back", "10 90 m 50 90 l s", []rule{along(10, 10, 50)}, 0},
		{"a box", "10 60 40 30 re S", []rule{along(40, 10, 50), down(50, 10, 40), along(10, 10, 50), down(10, 10, 40)}, 0},
		{"filled, thin", "10 90 40 4 re f 20 10 2 60 re f", []rule{along(8, 10, 50), down(21, 30, 90)}, 0},
		{"filled, as wide as long", "10 90 3 4 re f 20 90 4 3 re f 30 90 2 3 re f", []rule{{at: 11.5, from: 6, to: 10, upright: true, dot: true}, {at: 8.5, from: 20, to: 24, dot: true}, down(31, 7, 10)}, 0},
		{"filled, thick", "10 90 40 4.1 re f", nil, 0},
		{"nearly straight", "10 90 m 50 91 l S 10 90 m 11 50 l S", []rule{along(9.5, 10, 50), down(10.5, 10, 50)}, 0},
		{"slanting", "10 90 m 50 91.1 l S 10 90 m 11.1 50 l S", nil, 0},
		{"curved", "10 90 m 20 90 30 90 50 90 c S 10 90 m 20 90 30 90 50 90 c f", nil, 2},
		{"thrown away", "10 90 m 50 90 l n 60 90 m 70 90 l S", []rule{along(10, 60, 70)}, 0},
		{"painted once", "10 90 m 50 90 l S S", []rule{along(10, 10, 50)}, 0},
		{"beyond every page", "10 90 m 200000 90 l S", nil, 0},
		{"lines from nowhere", "50 90 l S h s f", nil, 0},
	} {
		s := firstPage(t, handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/MediaBox[0 0 100 100]/Contents 4 0 R>>", handmade.Stream("", tt.content)))
		if !slices.Equal(s.rules, tt.want) || s.drawn != tt.drawn {
			t.Errorf("%s: %v and %d drawings, want %v and %d", tt.name, s.rules, s.drawn, tt.want, tt.drawn)
		}
	}
}
