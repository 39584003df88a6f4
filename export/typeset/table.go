package typeset

import (
	"math"
	"strings"
	"unicode"

	"nianbao/fonts"
	"nianbao/model"
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
	model.GridCell
	lines [][]atom
	style textStyle
	// element is what the wording belongs to in the structure.
	element int
}

// table is one table measured for a page.
type table struct {
	grid    *model.Grid
	cells   []tableCell // in the order of the grid
	edges   []float64   // x of the column edges, from 0
	heights []float64   // of the rows
	scale   float64     // of pads
	fit
}

// measureTable measures a table for the paper: the largest type that keeps it
// on one page below its heading, or the smallest.
func (s *setter) measureTable(r *model.Report, t *model.Table) table {
	var m table
	for _, f := range fits {
		f.size, f.row = f.size*s.paper.TableScale, f.row*s.paper.TableScale
		m = s.measureAt(r, t, f)
		if m.height() <= s.paper.TextHeight()-s.paper.Line {
			break
		}
	}
	s.tableElements(&m)
	return m
}

// tableElements adds the table to the structure: its rows and their cells.
func (s *setter) tableElements(m *table) {
	root := s.element(Element{Kind: ElementTable})
	kinds := map[model.Role]ElementKind{
		model.RoleBand: ElementHead, model.RoleCorner: ElementHead, model.RoleHead: ElementHead,
		model.RoleLabel: ElementRowLabel, model.RoleValue: ElementFigure,
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

func (s *setter) measureAt(r *model.Report, t *model.Table, f fit) table {
	m := table{grid: t.Grid(), fit: f, scale: s.paper.TableScale}
	figures := s.figureStyle(r, t, f)
	m.edges = s.edges(r, t, figures)
	for _, row := range m.grid.Rows {
		for _, c := range row.Cells {
			m.cells = append(m.cells, s.tableCell(r, c, f, figures, m.edges[c.Column+c.ColSpan]-m.edges[c.Column]))
		}
	}
	m.heights = m.rowHeights(0, len(m.grid.Rows))
	return m
}

// figureStyle is the size of the figures: that of the labels unless a number
// would not fit its column, then down to 六号 and, for numbers longer than any
// a county has, as small as it takes.
func (s *setter) figureStyle(r *model.Report, t *model.Table, f fit) textStyle {
	style := textStyle{fonts.Song, f.size}
	widest := 0.0 // share of one column that the widest figure would take
	g := t.Grid()
	shares := gridWidths(t, s.paper.TextWidth())
	flexible := g.Stub > 0
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			if c.Role != model.RoleValue {
				continue
			}
			room := -2 * padFigure * s.paper.TableScale
			for i := range c.ColSpan {
				room += shares[c.Column+i]
			}
			need := freeWidth(s.atoms(r.Value(c.Cell.Address), fonts.Song, f.size, 0), f.size)
			widest = math.Max(widest, need/room)
		}
	}
	if widest <= 1 {
		return style
	}
	style.size = math.Max(f.size/widest, sizeFigure*s.paper.TableScale)
	if !flexible {
		style.size = math.Min(style.size, f.size/widest)
	}
	return style
}

func gridWidths(t *model.Table, width float64) []float64 {
	shares := make([]float64, len(t.Widths))
	for i, w := range t.Widths {
		shares[i] = float64(w) / 1000 * width
	}
	return shares
}

// edges are the column edges. A column whose figures need more room takes it
// from the widest column of labels.
func (s *setter) edges(r *model.Report, t *model.Table, figures textStyle) []float64 {
	g := t.Grid()
	shares := gridWidths(t, s.paper.TextWidth())
	if g.Stub > 0 {
		lack := 0.0
		for _, row := range g.Rows {
			for _, c := range row.Cells {
				if c.Role != model.RoleValue || c.ColSpan > 1 {
					continue
				}
				need := freeWidth(s.atoms(r.Value(c.Cell.Address), figures.role, figures.size, 0), figures.size) + 2*padFigure*s.paper.TableScale
				if more := need - shares[c.Column]; more > 0 {
					shares[c.Column] += more
					lack += more
				}
			}
		}
		widest := 0
		for i := range g.Stub {
			if shares[i] > shares[widest] {
				widest = i
			}
		}
		shares[widest] -= lack
	}
	edges := make([]float64, len(shares)+1)
	for i, w := range shares {
		edges[i+1] = edges[i] + w
	}
	return edges
}

func (s *setter) tableCell(r *model.Report, c model.GridCell, f fit, figures textStyle, width float64) tableCell {
	cell := tableCell{GridCell: c, style: textStyle{fonts.Song, f.size}}
	if c.Role == model.RoleValue {
		cell.style = figures
		if atoms := s.atoms(r.Value(c.Cell.Address), figures.role, figures.size, 0); len(atoms) > 0 {
			cell.lines = [][]atom{atoms}
		}
		return cell
	}
	if c.Vertical {
		cell.lines = s.verticalLines(c.Text, cell.style)
		return cell
	}
	pad := padLabel
	if centred(c) {
		pad = padHead
	}
	ems := (width - 2*pad*s.paper.TableScale) / f.size
	for _, part := range labelParts(c) {
		cell.lines = append(cell.lines, s.labelLines(part, cell.style, ems, centred(c))...)
	}
	return cell
}

// centred tells which wordings stand in the middle of their cell.
func centred(c model.GridCell) bool {
	return c.Role != model.RoleLabel && c.Role != model.RoleCorner || c.Vertical
}

// labelParts breaks a group's label after its number, “（三）不予公开”, so that
// the wording itself stays in one piece.
func labelParts(c model.GridCell) []string {
	if c.Role == model.RoleLabel && c.RowSpan > 1 && strings.HasPrefix(c.Text, "（") {
		if number, rest, ok := strings.Cut(c.Text, "）"); ok && rest != "" {
			return []string{number + "）", rest}
		}
	}
	return []string{c.Text}
}

func (s *setter) labelLines(text string, style textStyle, ems float64, even bool) [][]atom {
	atoms := s.atoms(text, style.role, style.size, 0)
	if even {
		ems = wholeWords(text, ems)
	}
	var lines [][]atom
	for _, l := range breakLines(atoms, measure{width: ems, ragged: true, even: even}) {
		lines = append(lines, atoms[l.first:l.last])
	}
	return lines
}

// wholeWords narrows the room of a column head to an even number of characters:
// the heads are made of words of two, 社会公益组织, 法律服务机构, 结果维持.
func wholeWords(text string, ems float64) float64 {
	runes := []rune(text)
	for _, r := range runes {
		if !unicode.Is(unicode.Han, r) {
			return ems
		}
	}
	room := math.Floor(ems)
	if len(runes)%2 == 0 && float64(len(runes)) > room && int(room)%2 == 1 && room > 1 {
		return room - 1
	}
	return ems
}

// verticalLines sets one character a line; a mark stays beside the character
// it belongs to, “三、”.
func (s *setter) verticalLines(text string, style textStyle) [][]atom {
	var lines [][]atom
	for _, a := range s.atoms(text, style.role, style.size, 0) {
		if len(lines) > 0 && a.squeeze == squeezeRight {
			lines[len(lines)-1] = append(lines[len(lines)-1], a)
			continue
		}
		lines = append(lines, []atom{a})
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
