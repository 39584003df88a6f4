package typeset

import "cmp"

// flow fills pages with items, line by line on the grid of the paper.
type flow struct {
	*setter
	doc  *Document
	line int // first free line of the last page, from 0
}

func (f *flow) newPage() {
	const aLine = 2 // texts, about
	f.doc.Pages = append(f.doc.Pages, Page{Number: len(f.doc.Pages) + 1, Texts: make([]Text, 0, aLine*f.paper.Lines)})
	f.line = 0
}

func (f *flow) page() *Page { return &f.doc.Pages[len(f.doc.Pages)-1] }

func (f *flow) left() int { return f.paper.Lines - f.line }

// top is the upper edge of a line.
func (f *flow) top(line int) float64 { return f.paper.Top + float64(line)*f.paper.Line }

func (f *flow) place(items []item) {
	for i, it := range items {
		switch {
		case it.table != nil:
			f.placeTable(it.table)
		case it.picture != nil:
			f.placePicture(*it.picture)
		case it.ruled > 0:
			f.placeRuled(it)
		case it.blanks != nil:
			f.placeBlanks(it)
		default:
			if it.leadsOn() && f.line > 0 && f.needed(items[i:]) > f.left() {
				f.newPage()
			}
			f.placeText(it)
		}
	}
}

// leadsOn reports whether an item stays with the next: a heading with what follows it,
// the two lines of the signature with each other.
func (it item) leadsOn() bool { return it.level > 0 || it.leads || it.placed == shifted }

// needed is the number of lines that the first item may not be parted from:
// its own and the beginning of what it belongs to.
func (f *flow) needed(items []item) int {
	it := items[0]
	switch {
	case it.table != nil:
		return f.neededBy(it.table)
	case it.picture != nil:
		return f.linesOf(*it.picture)
	case it.ruled > 0:
		return min(it.ruled, leastRuled)
	case it.blanks != nil:
		return 1
	case !it.leadsOn():
		return firstLines(it)
	case len(items) == 1:
		return len(it.lines)
	}
	return len(it.lines) + f.needed(items[1:])
}

// leastRuled is how many lines to write on stand below a heading at least.
const leastRuled = 3

// firstLines is how many lines have to stand together at the beginning of a
// paragraph: no single line at a page's foot or head.
func firstLines(it item) int {
	if n := len(it.lines); n <= 3 {
		return n + it.tail
	}
	return 2
}

// partlyWritten is how many rows stand below the heading of a table at least that is
// written in by hand and takes more than a page.
const partlyWritten = 4

// neededBy is what a table needs at least below its heading, in lines: all of
// it where a page can hold it, else its first part or a page of that.
func (f *flow) neededBy(t *table) int {
	height := t.height()
	if height > t.most+near {
		height = 0
		for i, row := range t.grid.Rows {
			if row.Part == 0 && (!t.grid.WriteIn || i < partlyWritten || row.Head) {
				height += t.heights[i]
			}
		}
	}
	return f.paper.linesFor(min(height, t.most))
}

// placeText sets the lines of an item, over a page end where it comes, without
// leaving a single line of a paragraph on either side.
func (f *flow) placeText(it item) {
	if len(it.lines) == 0 { // an empty line
		f.line = min(f.line+1, f.paper.Lines)
		return
	}
	if it.level == 0 && it.placed == inLines && f.line > 0 && f.left() < firstLines(it) {
		f.newPage()
	}
	for i, l := range it.lines {
		rest := len(it.lines) - i
		lone := rest == 2 && f.left() < rest+it.tail && i > 1 && it.level == 0
		if f.left() == 0 || lone {
			f.newPage()
		}
		if i == 0 && it.level > 0 {
			f.doc.Headings = append(f.doc.Headings, Heading{
				Level: it.level, Text: it.text, Page: f.page().Number, Y: f.top(f.line),
			})
		}
		f.setLine(it, l)
		f.line++
	}
}

// setLine sets a line of an item on the first free line of the page.
func (f *flow) setLine(it item, l setLine) {
	baseline := f.top(f.line) + f.paper.Line/2 + baselineDrop*it.style.size
	x, cell := f.paper.Left, cmp.Or(it.cell, f.paper.Cell)
	page := f.page()
	first := len(page.Texts)
	switch it.placed {
	case centredLines:
		atoms := it.atoms[l.first:l.last]
		x += (f.paper.TextWidth() - freeWidth(atoms, it.style.size)) / 2
		page.Texts = placeFree(page.Texts, atoms, it.style, x, baseline)
	case shifted:
		page.Texts = placeLine(page.Texts, it.atoms, l, it.style, x+it.shift*cell, baseline, cell)
	case inLines:
		page.Texts = placeLine(page.Texts, it.atoms, l, it.style, x, baseline, cell)
	}
	belong(page.Texts[first:], it.element)
}

// tableGap is the least distance from a table to the line below it, in points.
const tableGap = 4

func (f *flow) placeTable(t *table) {
	room := float64(f.left()) * f.paper.Line
	if f.paper.FarTables {
		page := room
		if t.height() > room+near {
			page = f.paper.TextHeight()
		}
		const rest = 4 // lines that hold little else
		t.grow(page - tableGap)
		t.fill(page-tableGap, rest*f.paper.Line)
	}
	for i, part := range t.fragments(room, f.paper.TextHeight()) {
		if i > 0 {
			f.newPage()
		}
		if part.to == part.from {
			continue
		}
		bottom := t.draw(f.page(), part, f.paper.Left, f.top(f.line))
		f.line = min(f.paper.linesFor(bottom+tableGap-f.paper.Top), f.paper.Lines)
	}
}

// placePicture sets a picture in the middle of the lines that it takes.
func (f *flow) placePicture(p Picture) {
	lines := f.linesOf(p)
	if f.line > 0 && lines > f.left() {
		f.newPage()
	}
	p.X = f.paper.Left + (f.paper.TextWidth()-p.Width)/2
	p.Y = f.top(f.line) + (float64(lines)*f.paper.Line-p.Height)/2
	f.page().Pictures = append(f.page().Pictures, p)
	f.line += lines
}

// linesOf is how many lines a picture takes, with a gap above and below it.
func (f *flow) linesOf(p Picture) int {
	return min(f.paper.linesFor(p.Height+2*tableGap), f.paper.Lines)
}
