package typeset

import (
	"math"
	"testing"

	"nianbao/export/specimen"
)

// TestPosterFills: the fills of an A3 page stand on the A4 sheets as on the page, cut
// where the sheets are joined, and no cut runs through one that it can avoid.
func TestPosterFills(t *testing.T) {
	d := layout(t, specimen.Sample(t), Options{Paper: A3()})
	page := &d.Pages[0]
	page.Texts, page.Lines = nil, nil
	middle := d.Paper.Top + d.Paper.TextHeight()/2
	page.Fills = []Fill{
		{X: 100, Y: 200, Width: 30, Height: 20, Gray: 0.5, Element: 3},
		{X: 100, Y: middle - 2, Width: 30, Height: 10},
		{X: 200, Y: 900, Width: 30, Height: 20},
	}
	tiles := Poster(d, specimen.Faces(t)).Pages[:2]
	upper, lower := tiles[0].Fills, tiles[1].Fills
	if len(upper)+len(lower) != 3 || len(upper) == 0 || len(lower) == 0 {
		t.Fatalf("%v and %v: a fill is cut or lost", upper, lower)
	}
	if got := upper[0]; got.X != 100 || got.Width != 30 || got.Height != 20 || got.Gray != 0.5 || got.Element != 3 {
		t.Errorf("%+v", got)
	}
	far := func(a, b Fill) float64 { return b.Y - a.Y }
	if len(upper) == 2 && math.Abs(far(upper[0], upper[1])-far(page.Fills[0], page.Fills[1])) > 0.01 {
		t.Errorf("%v stand otherwise than %v", upper, page.Fills)
	}

	page.Fills = []Fill{{X: 100, Y: middle - 100, Width: 30, Height: 250}} // no cut is beside it
	tiles = Poster(d, specimen.Faces(t)).Pages[:2]
	upper, lower = tiles[0].Fills, tiles[1].Fills
	if len(upper) != 1 || len(lower) != 1 || math.Abs(upper[0].Height+lower[0].Height-250) > 0.01 {
		t.Fatalf("%v and %v are not the two parts of a fill", upper, lower)
	}
	joined := func(p Page) float64 { return p.Lines[len(p.Lines)-1].Y1 }
	if math.Abs(upper[0].Y+upper[0].Height-joined(tiles[0])) > 0.01 || math.Abs(lower[0].Y-joined(tiles[1])) > 0.01 {
		t.Errorf("%v and %v do not meet at the cut", upper, lower)
	}
}
