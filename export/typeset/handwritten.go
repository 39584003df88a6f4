package typeset

import (
	"nianbao/fonts"
)

// What papers have that are to be filled in by hand: remarks, lines to write on,
// blanks with names.

const (
	// remarkColumns is how many characters of a remark a line of A4 takes; they are of
	// 五号.
	remarkColumns = 42
	remarkSize    = 10.5 // pt
	// ruleDrop is how far a line to write on is above the next one's place, in points.
	ruleDrop = 4
	// shadeGray is the tone of a cell that is not to be filled in, shadedText that of
	// what it says: both are seen on a photocopy.
	shadeGray  = 0.86
	shadedText = 0.25
)

// inBlank is a name with a line to write on behind it.
type inBlank struct {
	atoms   []atom
	element int
}

// note stands below the title and says what the paper is.
func (s *setter) note(text string) item {
	s.where = func() string { return placeTitle }
	it := item{
		style: textStyle{fonts.Kai, s.paper.BodySize}, placed: centredLines,
		element: s.element(Element{Kind: ElementParagraph}),
	}
	it.atoms = s.atoms(text, it.style.role, it.style.size, 0)
	it.lines = breakLines(it.atoms, measure{width: s.paper.TextWidth() / it.style.size, ragged: true, even: true})
	return it
}

// remark tells in small letters how to fill in what stands below it.
func (s *setter) remark(text string) item {
	style := textStyle{fonts.Kai, remarkSize}
	it := item{
		style: style, leads: true, cell: s.paper.TextWidth() / remarkColumns,
		element: s.element(Element{Kind: ElementParagraph}),
	}
	found := s.compose(wording{text, style.role, style.size, it.cell, measure{width: remarkColumns}})
	it.atoms, it.lines = found.atoms, found.lines
	return it
}

func (s *setter) blanks(names []string) item {
	it := item{style: s.bodyStyle()}
	for _, name := range names {
		it.blanks = append(it.blanks, inBlank{
			s.atoms(name, it.style.role, it.style.size, 0), s.element(Element{Kind: ElementParagraph}),
		})
	}
	return it
}

// placeRuled draws lines to write on, over as many pages as it takes. How many there
// are is a guess: a few that would stand alone on another page are left out.
func (f *flow) placeRuled(it item) {
	for rest := it.ruled; rest > 0; rest-- {
		if f.left() == 0 && it.ruled-rest >= leastRuled && rest < leastRuled && it.tail == 0 {
			return
		}
		if f.left() == 0 || rest == 1 && f.left() < 1+it.tail {
			f.newPage()
		}
		f.line++
		f.rule(f.paper.Left, f.paper.Right())
	}
}

// rule draws a line to write on, at the foot of the last line taken.
func (f *flow) rule(from, to float64) {
	y := f.top(f.line) - ruleDrop
	f.page().Lines = append(f.page().Lines, Line{from, y, to, y, ruleInner})
}

// placeBlanks sets names side by side, with a line behind each.
func (f *flow) placeBlanks(it item) {
	if f.left() == 0 {
		f.newPage()
	}
	page := f.page()
	baseline := f.top(f.line) + f.paper.Line - ruleDrop
	f.line++
	room := f.paper.TextWidth() / float64(len(it.blanks))
	for i, b := range it.blanks {
		x := f.paper.Left + float64(i)*room
		page.set(b.atoms, it.style, x, baseline, b.element)
		end := x + room
		if i+1 < len(it.blanks) {
			end -= it.style.size / 2
		}
		f.rule(x+freeWidth(b.atoms, it.style.size), end)
	}
}

// handFits are the ways to set a table that is written into by hand: rows as high as
// the page has room for, then the usual ways.
func handFits(usual []fit) []fit {
	var all []fit
	for _, row := range []float64{11, 10, 9, 8.5, 8, 7.5} {
		all = append(all, fit{sizeTable, sizeTable, sizeFigure, row * mm})
	}
	return append(all, usual...)
}
