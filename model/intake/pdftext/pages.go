package pdftext

import "nianbao/model/intake/source"

// Page is a page that another format describes, for [Arrange]: what stands where,
// in points from the upper left corner.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Strokes       [][4]float64 // straight lines, from x, y to x, y; those that run askew are ignored
	Bars          [][4]float64 // filled shapes, from their least x, y to their greatest; thick ones are ignored
	Pictures      int          // and shapes that are no lines
}

// Glyph is a character on a page.
type Glyph struct {
	Text         string
	X, Y         float64 // where it begins on its baseline
	Width, Size  float64
	Along, Down  float64 // the way its line runs, of length 1
	Blank        bool    // a space stands before it
	Hidden, Site bool    // without ink; none of the document
}

// Arrange makes lines and tables of pages, as of those of a PDF. The error is a
// *source.Refusal.
func Arrange(pages []Page, title string) (*source.Document, error) {
	b := newBudget()
	if len(pages) > maxPages {
		return nil, &source.Refusal{Reason: source.TooLong}
	}
	sheets := make([]*sheet, 0, len(pages))
	for _, p := range pages {
		s := &sheet{width: p.Width, height: p.Height, drawn: p.Pictures}
		for _, g := range p.Glyphs {
			at := point{g.X, g.Y}
			if !b.glyph() || !at.onPaper() {
				continue
			}
			seen := glyph{text: g.Text, at: at, width: g.Width, size: g.Size, dx: g.Along, dy: g.Down, blank: g.Blank, site: g.Site}
			if g.Hidden {
				seen.look = source.Hidden
			}
			s.glyphs = append(s.glyphs, seen)
		}
		for _, l := range p.Strokes {
			if r, ok := newRule(point{l[0], l[1]}, point{l[2], l[3]}); ok && b.rule() {
				s.rules = append(s.rules, r)
			}
		}
		for _, l := range p.Bars {
			if r, ok := newBar(point{l[0], l[1]}, point{l[2], l[3]}); ok && b.rule() {
				s.rules = append(s.rules, r)
			}
		}
		sheets = append(sheets, s)
	}
	if b.refusal != nil {
		return nil, b.refusal
	}
	if err := judge(sheets); err != nil {
		return nil, err
	}
	doc, err := arrange(sheets, title, b)
	if b.refusal != nil {
		return nil, b.refusal
	}
	return doc, err
}
