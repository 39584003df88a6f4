package typeset

import (
	"math"

	"nianbao/fonts"
)

// A poster sheet is A4 across: two of them make an A3 page. Office printers
// leave a margin of up to 5 mm unprinted; what is to be seen stays this far
// from the sheet's edges.
const (
	tileWidth  = 297 * mm
	tileHeight = 210 * mm
	tileMargin = 8 * mm
	tiles      = 2
)

// Poster cuts the pages of an A3 document into A4 sheets to be pasted together:
// the upper half and the lower one, with the line to join them at and which
// sheet it is. The cut runs between lines of text.
func Poster(d *Document, set *fonts.Set) *Document {
	s := newSetter(set, d.Paper, nil)
	paper := d.Paper
	paper.Width, paper.Height = tileWidth, tileHeight
	out := &Document{Paper: paper, Title: d.Title, Elements: d.Elements, Missing: d.Missing}
	for _, page := range d.Pages {
		cut := cutLine(page, d.Paper)
		for part, window := range [tiles]span{{0, cut}, {cut, d.Paper.Height}} {
			// The visible half stands in the middle of its sheet, the cut at
			// the same place on every sheet of a kind.
			shift := tileHeight - tileMargin - cut - joinRoom
			if part > 0 {
				shift = tileMargin + joinRoom - cut
			}
			tile := window.show(page, shift)
			tile.Number = len(out.Pages) + 1
			s.joinMarks(&tile, cut+shift, page.Number, part)
			for _, h := range d.Headings {
				if h.Page == page.Number && h.Y >= window.top-near && h.Y < window.bottom-near {
					h.Page, h.Y = tile.Number, h.Y+shift
					out.Headings = append(out.Headings, h)
				}
			}
			out.Pages = append(out.Pages, tile)
		}
	}
	return out
}

// joinRoom is the space beyond the cut for what is said about it.
const joinRoom = 5 * mm

// cutLine finds where to cut a page: near the middle, where no text is in the
// way, and so that both halves fit their sheets.
func cutLine(page Page, paper Paper) float64 {
	middle := paper.Top + paper.Line*math.Round(float64(paper.Lines)/2)
	const reach, step = 9 * mm, 0.25 * mm
	best, least := middle, math.Inf(1)
	for away := 0.0; away <= reach; away += step {
		for _, y := range []float64{middle - away, middle + away} {
			if n := crossed(page, y); n < least {
				best, least = y, n
			}
		}
		if least == 0 {
			break
		}
	}
	return best
}

// crossed counts the texts and fills that a cut at y would run through.
func crossed(page Page, y float64) float64 {
	n := 0.0
	for _, t := range page.Texts {
		if top, bottom := extent(t); y > top+near && y < bottom-near {
			n++
		}
	}
	for _, f := range page.Fills {
		if y > f.Y+near && y < f.Y+f.Height-near {
			n++
		}
	}
	return n
}

// extent is the height that an upright text takes.
func extent(t Text) (top, bottom float64) {
	if t.Turn != 0 { // a mark on its side: one em from its corner
		return t.Y, t.Y + t.Size
	}
	middle := t.Y - baselineDrop*t.Size
	return middle - t.Size/2, middle + t.Size/2
}

// span is a stretch of a page from its top down.
type span struct{ top, bottom float64 }

// show takes over what of a page lies in the span, moved down by shift.
func (w span) show(page Page, shift float64) Page {
	var out Page
	for _, t := range page.Under { // turned and large: it may show in both halves
		t.Y += shift
		out.Under = append(out.Under, t)
	}
	for _, t := range page.Texts {
		if top, bottom := extent(t); (top+bottom)/2 >= w.top && (top+bottom)/2 < w.bottom {
			t.Y += shift
			out.Texts = append(out.Texts, t)
		}
	}
	for _, f := range page.Fills {
		top, bottom := max(f.Y, w.top), min(f.Y+f.Height, w.bottom)
		if f.Y, f.Height = top+shift, bottom-top; f.Height > 0 {
			out.Fills = append(out.Fills, f)
		}
	}
	for _, l := range page.Lines {
		if l.Y2 < w.top || l.Y1 > w.bottom {
			continue
		}
		l.Y1, l.Y2 = max(l.Y1, w.top)+shift, min(l.Y2, w.bottom)+shift
		out.Lines = append(out.Lines, l)
	}
	return out
}

// joinMarks draws the line to cut and paste at, dashed, and says which sheet
// this is.
func (s *setter) joinMarks(tile *Page, y float64, page, part int) {
	const dash, gap, width, size = 4 * mm, 3 * mm, 0.4, 9.0
	style := textStyle{fonts.Song, size}
	for x := tileMargin; x+dash <= tileWidth-tileMargin; x += dash + gap {
		tile.Lines = append(tile.Lines, Line{x, y, x + dash, y, width})
	}
	words, baseline := wordsJoinBelow, y+size
	if part > 0 {
		words, baseline = wordsJoinAbove, y-size/2
	}
	text := wordsTile(page, part+1, tiles) + "　" + words
	tile.set(s.atoms(text, style.role, style.size, 0), style, s.paper.Left, baseline, 0)
}
