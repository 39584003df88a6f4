package typeset

import (
	"math"
	"slices"
	"unicode"

	"nianbao/export/outline"
	"nianbao/fonts"
)

// Measures of the tables on A4 (spec/layout.md, 表); Paper.TableScale enlarges
// all but the rules.
const (
	ruleOuter = 1.0  // pt, the frame
	ruleInner = 0.5  // pt, between cells
	padFigure = 2.0  // pt, figures to rule
	padLabel  = 3.2  // pt, labels to rule
	padHead   = 1.5  // pt, centred wording to rule
	padAbove  = 1.6  // pt
	leading   = 1.22 // line to line, in ems
	// rowHeight is the usual row; 25 rows and three rows of head then take
	// about 196 mm and fit a page.
	rowHeight = 7 * mm
	// rowTight is the least height of a row when that is what it takes to keep
	// a table on one page.
	rowTight = 5.8 * mm
)

// fit is one way to set a table, in points: the size of labels, that of figures
// and the least of them, and the least row height.
type fit struct{ size, figure, leastFigure, row float64 }

// fits are the ways to set a table on a paper, the best first.
func (p Paper) fits() []fit {
	if !p.FarTables {
		return []fit{
			{sizeTable, sizeTable, sizeFigure, rowHeight},
			{sizeTable, sizeTable, sizeFigure, 6.6 * mm},
			{sizeTable, sizeTable, sizeFigure, 6.2 * mm},
			{sizeTable, sizeTable, sizeFigure, rowTight},
			{9.5, 9.5, sizeFigure, rowTight},
			{sizeSmall, sizeSmall, sizeFigure, rowTight},
		}
	}
	var all []fit
	for _, m := range []struct{ size, row float64 }{
		{20, 15}, {19, 14}, {18, 13}, {17, 12.5}, {16, 12}, {15.5, 11.5}, {15, 11}, {15, 10.5}, {14.5, 10}, {14, 9.5}, {14, 9}, {14, 8.5},
	} {
		all = append(all, fit{m.size, m.size + 2, 16, m.row * mm})
	}
	return all
}

// crowdedFits are for what is to be read from afar and has figures that no page
// can hold so large: a county's.
func (p Paper) crowdedFits() []fit {
	return []fit{
		{14, 14, p.TableScale * sizeFigure, p.TableScale * rowTight},
		{13.5, 13.5, p.TableScale * sizeFigure, p.TableScale * rowTight},
	}
}

// tableCell is a grid cell with its wording broken into lines.
type tableCell struct {
	outline.Cell
	// parts are Parts in ems, for any type size.
	parts [][]atom
	lines [][]atom
	style textStyle
	// element is what the wording belongs to in the structure.
	element int
}

// width is the widest part, in ems.
func (c tableCell) width() float64 {
	widest := 0.0
	for _, part := range c.parts {
		widest = max(widest, freeWidth(part, 1))
	}
	return widest
}

// table is one table measured for a page.
type table struct {
	grid    *outline.Table
	cells   []tableCell // in the order of the grid
	edges   []float64   // x of the column edges, from 0
	heights []float64   // of the rows
	scale   float64     // of pads
	far     bool
	fits    []fit
	widths  []float64 // of the columns as the edition has them
	figures float64   // their size
	most    float64   // the height of a page below what leads to it
	fit
}

// measureTable measures a table for the paper: the best way that keeps it on one
// page below its heading, or the smallest. What is read from afar is as small as
// it may be for now; grow does the rest when its page is known.
func (s *setter) measureTable(t *outline.Table) table {
	m := s.table(t)
	m.most = s.paper.TextHeight() - max(s.above, 1)*s.paper.Line
	if t.WriteIn {
		m.most -= tableGap
	}
	if s.paper.FarTables {
		m.measure(m.fits[len(m.fits)-1])
		if m.height() > m.most {
			m.far, m.fits = false, s.paper.crowdedFits()
			m.measure(m.fits[len(m.fits)-1])
		}
	} else {
		m.grow(m.most)
	}
	s.tableElements(&m)
	return m
}

// grow sets the table in the best way that fits a height, or the smallest.
func (m *table) grow(height float64) {
	for _, f := range m.fits {
		m.measure(f)
		if m.height() <= height && (!m.far || m.figures >= m.leastFigure && !m.torn()) {
			break
		}
	}
}

// torn reports whether a column head stands one character below the other where
// words of two would read better.
func (m *table) torn() bool {
	for _, c := range m.cells {
		if c.Role == outline.Figure || c.Vertical || !c.Centred {
			continue
		}
		for _, line := range c.lines {
			if len(line) == 1 && len(c.lines) > 1 {
				return true
			}
		}
	}
	return false
}

// fill opens the rows of a table that leaves less than rest points of a height,
// so that it takes all of it.
func (m *table) fill(height, rest float64) {
	if lack := height - m.height(); lack > 0 && lack < rest {
		m.row += lack / float64(len(m.heights))
		m.heights = m.rowHeights(0, len(m.grid.Rows))
	}
}

// widths are the widths of a table's columns on paper.
func widths(t *outline.Table, paper Paper) []float64 {
	all := make([]float64, len(t.Widths))
	for i, w := range t.Widths {
		all[i] = float64(w) / 1000 * paper.TextWidth()
	}
	return all
}

// table sets the wordings and figures of a table, not yet for any width.
func (s *setter) table(t *outline.Table) table {
	m := table{grid: t, scale: s.paper.TableScale, far: s.paper.FarTables, fits: s.paper.fits(), widths: widths(t, s.paper)}
	if t.WriteIn {
		m.fits = handFits(m.fits)
	}
	for _, row := range m.grid.Rows {
		for _, c := range row.Cells {
			cell := tableCell{Cell: c}
			for _, part := range c.Parts {
				if found := s.compose(wording{text: part, role: fonts.Song, size: s.paper.BodySize}); len(found.atoms) > 0 {
					cell.parts = append(cell.parts, found.atoms)
				}
			}
			m.cells = append(m.cells, cell)
		}
	}
	return m
}

// tableElements adds the table to the structure: its rows and their cells.
func (s *setter) tableElements(m *table) {
	root := s.element(Element{Kind: ElementTable})
	kinds := map[outline.Role]ElementKind{
		outline.Band: ElementHead, outline.Corner: ElementHead, outline.Head: ElementHead,
		outline.Label: ElementRowLabel, outline.Figure: ElementFigure,
	}
	i := 0
	for _, row := range m.grid.Rows {
		parent := s.element(Element{Kind: ElementRow, Parent: root})
		for _, c := range row.Cells {
			m.cells[i].element = s.element(Element{
				Kind: kinds[c.Role], Parent: parent, RowSpan: c.RowSpan, ColSpan: c.ColSpan,
			})
			i++
		}
	}
}

func (m *table) height() float64 { return sum(m.heights) }

// measure sets the table in one way: the size of its figures, its edges,
// the lines of its wordings and the heights of its rows.
func (m *table) measure(f fit) {
	m.fit = f
	widths := m.widths
	m.figures = m.figureSize(widths)
	figures := textStyle{fonts.Song, m.figures}
	m.edges = make([]float64, len(widths)+1)
	for i, w := range m.spread(widths, figures.size) {
		m.edges[i+1] = m.edges[i] + w
	}
	for i := range m.cells {
		c := &m.cells[i]
		c.style = textStyle{fonts.Song, m.size}
		switch {
		case c.Role == outline.Figure:
			c.style = figures
			c.lines = c.parts
		case c.Vertical:
			c.lines = verticalLines(c.parts[0])
		default:
			pad := padLabel
			if c.Centred {
				pad = padHead
			}
			room := m.edges[c.Column+c.ColSpan] - m.edges[c.Column] - 2*pad*m.scale
			c.lines = c.lines[:0]
			for _, part := range c.parts {
				c.lines = append(c.lines, labelLines(part, room/m.size, c.Centred)...)
			}
		}
	}
	m.heights = m.rowHeights(0, len(m.grid.Rows))
}

// figureSize is the size of the figures: the usual one unless a number would not
// fit its column, then down to the least, and less only where the columns
// cannot be spread for it either.
func (m *table) figureSize(widths []float64) float64 {
	widest := 1.0 // the widest figure as a share of the room it has
	for _, c := range m.cells {
		if c.Role == outline.Figure {
			room := sum(widths[c.Column:][:c.ColSpan]) - 2*padFigure*m.scale
			widest = max(widest, c.width()*m.figure/room)
		}
	}
	size := max(m.figure/widest, min(m.figure, m.leastFigure))
	const step = 0.95
	for size > 1 && sum(m.least(widths, size)) > sum(widths)+near {
		size *= step
	}
	return size
}

// least are the least widths of the columns for figures of a size. A table
// without row labels may narrow all its columns to heads of two characters a
// line; one with row labels gives of the widest column of these.
func (m *table) least(widths []float64, size float64) []float64 {
	least := slices.Clone(widths)
	if m.grid.Stub == 0 {
		for i := range least {
			least[i] = min(least[i], 2*m.size+2*padHead*m.scale)
		}
	} else {
		label := 0
		for i := range m.grid.Stub {
			if widths[i] > widths[label] {
				label = i
			}
		}
		least[label] /= 2
	}
	for _, c := range m.cells {
		if c.Role == outline.Figure && c.ColSpan == 1 {
			least[c.Column] = max(least[c.Column], c.width()*size+2*padFigure*m.scale)
		}
	}
	return least
}

// spread gives the columns whose figures need more room what the others can
// spare.
func (m *table) spread(widths []float64, size float64) []float64 {
	least := m.least(widths, size)
	lack, spare := 0.0, 0.0
	for i, w := range widths {
		lack += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lack == 0 {
		return widths
	}
	spread := make([]float64, len(widths))
	for i, w := range widths {
		spread[i] = max(w-max(0, w-least[i])*lack/spare, least[i])
	}
	return spread
}

func sum(values []float64) float64 {
	s := 0.0
	for _, v := range values {
		s += v
	}
	return s
}

func labelLines(atoms []atom, ems float64, even bool) [][]atom {
	if even {
		ems = wholeWords(atoms, ems)
	}
	return cut(atoms, breakLines(atoms, measure{width: ems, ragged: true, even: even}))
}

// wholeWords narrows the room of a column head to an even number of characters:
// the heads are made of words of two, 社会公益组织, 法律服务机构, 结果维持.
func wholeWords(atoms []atom, ems float64) float64 {
	for _, a := range atoms {
		if !unicode.Is(unicode.Han, a.glyphs[0].char) {
			return ems
		}
	}
	room := math.Floor(ems)
	if len(atoms)%2 == 0 && float64(len(atoms)) > room && int(room)%2 == 1 && room > 1 {
		return room - 1
	}
	return ems
}

// verticalLines sets one character a line; a mark stays beside the character
// it belongs to, “三、”.
func verticalLines(atoms []atom) [][]atom {
	var lines [][]atom
	for i, a := range atoms {
		if len(lines) > 0 && a.squeeze == squeezeRight && !turned(atoms[i:i+1]) {
			lines[len(lines)-1] = atoms[i-1 : i+1]
			continue
		}
		lines = append(lines, atoms[i:i+1])
	}
	return lines
}

// rowHeights are the heights of rows from (inclusive) to to, wordings that span
// rows included: what such a label lacks is shared out over its rows.
func (m *table) rowHeights(from, to int) []float64 {
	heights := make([]float64, to-from)
	for i := range heights {
		heights[i] = m.row
	}
	for _, c := range m.cells {
		if c.RowSpan == 1 && c.Row >= from && c.Row < to {
			heights[c.Row-from] = max(heights[c.Row-from], m.need(c))
		}
	}
	for _, c := range m.cells {
		first, last := max(c.Row, from), min(c.Row+c.RowSpan, to)
		if c.RowSpan == 1 || first >= last {
			continue
		}
		have := 0.0
		for i := first; i < last; i++ {
			have += heights[i-from]
		}
		if lack := m.need(c) - have; lack > 0 {
			for i := first; i < last; i++ {
				heights[i-from] += lack / float64(last-first)
			}
		}
	}
	return heights
}

// need is the least height of a cell for its wording.
func (m *table) need(c tableCell) float64 {
	return float64(len(c.lines))*c.style.size*leading + 2*padAbove*m.scale
}
