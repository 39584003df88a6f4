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

// fit is one way to set a table: the label size and the least row height.
type fit struct{ size, row float64 }

// fits are tried in turn until the table stays on one page.
var fits = []fit{
	{sizeTable, rowHeight},
	{sizeTable, 6.6 * mm},
	{sizeTable, 6.2 * mm},
	{sizeTable, rowTight},
	{9.5, rowTight},
	{sizeSmall, rowTight},
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
		widest = math.Max(widest, freeWidth(part, 1))
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
	fit
}

// measureTable measures a table for the paper: the largest type that keeps it
// on one page below its heading, or the smallest.
func (s *setter) measureTable(t *outline.Table) table {
	m := s.table(t)
	for _, f := range fits {
		m.measure(f, widths(t, s.paper))
		if m.height() <= s.paper.TextHeight()-s.paper.Line {
			break
		}
	}
	s.tableElements(&m)
	return m
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
	m := table{grid: t, scale: s.paper.TableScale}
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

func (m *table) height() float64 {
	h := 0.0
	for _, row := range m.heights {
		h += row
	}
	return h
}

// measure fits the table to column widths: the size of its figures, its edges,
// the lines of its wordings and the heights of its rows.
func (m *table) measure(f fit, widths []float64) {
	m.fit = fit{f.size * m.scale, f.row * m.scale}
	figures := textStyle{fonts.Song, m.figureSize(widths)}
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

// figureSize is the size of the figures: that of the labels unless a number
// would not fit its column, then down to 六号, and less only where the columns
// cannot be spread for it either.
func (m *table) figureSize(widths []float64) float64 {
	widest := 1.0 // the widest figure as a share of the room it has
	for _, c := range m.cells {
		if c.Role == outline.Figure {
			room := sum(widths[c.Column:][:c.ColSpan]) - 2*padFigure*m.scale
			widest = math.Max(widest, c.width()*m.size/room)
		}
	}
	size := math.Max(m.size/widest, math.Min(m.size, sizeFigure*m.scale))
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
			least[i] = math.Min(least[i], 2*m.size+2*padHead*m.scale)
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
			least[c.Column] = math.Max(least[c.Column], c.width()*size+2*padFigure*m.scale)
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
		lack += math.Max(0, least[i]-w)
		spare += math.Max(0, w-least[i])
	}
	if lack == 0 {
		return widths
	}
	spread := make([]float64, len(widths))
	for i, w := range widths {
		spread[i] = math.Max(w-math.Max(0, w-least[i])*lack/spare, least[i])
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
	var lines [][]atom
	for _, l := range breakLines(atoms, measure{width: ems, ragged: true, even: even}) {
		lines = append(lines, atoms[l.first:l.last])
	}
	return lines
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
			heights[c.Row-from] = math.Max(heights[c.Row-from], m.need(c))
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
