package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model/intake/source"
)

// near is how far apart, in points, two lines may be and still meet, or be the
// two strokes of one.
const near = 3

// table is a table whose cells lines are drawn around.
type table struct {
	columns, rows []float64 // places of its lines, from the left and from the top
	cells         []*cell
	of            [][]*cell // for each row and column, the cell that covers it
}

// cell is a cell of a ruled table.
type cell struct {
	row, column, rows, columns int
	width                      float64
	glyphs                     []glyph
	lines                      []line
	turned                     []line // that run up or down the page
	runs                       source.Text
	text                       string // of runs, as far as it is read
}

func (t *table) left() float64   { return t.columns[0] }
func (t *table) right() float64  { return t.columns[len(t.columns)-1] }
func (t *table) top() float64    { return t.rows[0] }
func (t *table) bottom() float64 { return t.rows[len(t.rows)-1] }

// Bounds of a page's lines: a page with more is a drawing.
const (
	maxPageRules = 2000
	maxRows      = 500
)

// findTables finds the tables that lines are drawn around, and takes their text
// off the sheet.
func (s *sheet) findTables(b *budget) []*table {
	rules := withoutDashes(merge(s.rules))
	if len(rules) > maxPageRules || !b.step(len(rules)*len(rules)/8) {
		return nil
	}
	var all []*table
	for _, group := range touching(rules) {
		if t := newTable(group); t != nil {
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b *table) int { return cmp.Compare(a.top(), b.top()) })
	return slices.DeleteFunc(all, func(t *table) bool { return !b.step(len(s.glyphs)) || !s.fillIn(t) })
}

// touching groups lines that hang together.
func touching(rules []rule) [][]rule {
	g := newGroups(len(rules))
	for i, a := range rules {
		for j, b := range rules[:i] {
			if a.crosses(b) {
				g.join(i, j)
			}
		}
	}
	byRoot := map[int][]rule{}
	var order []int
	for i, r := range rules {
		k := g.root(i)
		if byRoot[k] == nil {
			order = append(order, k)
		}
		byRoot[k] = append(byRoot[k], r)
	}
	all := make([][]rule, 0, len(order))
	for _, k := range order {
		all = append(all, byRoot[k])
	}
	return all
}

func (r rule) crosses(o rule) bool {
	return r.upright != o.upright && r.at >= o.from-near && r.at <= o.to+near && o.at >= r.from-near && o.at <= r.to+near
}

// newTable makes cells of the spaces between lines; nil when there are too few
// or too many to be a table.
func newTable(rules []rule) *table {
	var columns, rows []float64
	for _, r := range rules {
		if r.upright {
			columns, rows = append(columns, r.at), append(rows, r.from, r.to)
		} else {
			rows, columns = append(rows, r.at), append(columns, r.from, r.to)
		}
	}
	t := &table{columns: places(columns), rows: places(rows)}
	wide, tall := len(t.columns)-1, len(t.rows)-1
	if wide < 2 || tall < 1 || wide > source.MaxCells || tall > maxRows {
		return nil
	}
	// Whether a line is drawn left of a column and above a row.
	left, above := field(wide+1, tall+1), field(wide+1, tall+1)
	for _, r := range rules {
		if r.upright {
			trace(left, t.rows, r, func(i int) (row, column int) { return i, nearest(t.columns, r.at) })
		} else {
			trace(above, t.columns, r, func(i int) (row, column int) { return nearest(t.rows, r.at), i })
		}
	}
	t.makeCells(left, above)
	return t
}

func field(wide, tall int) [][]bool {
	f := make([][]bool, tall)
	for i := range f {
		f[i] = make([]bool, wide)
	}
	return f
}

// trace notes the stretches that a line is drawn along, those whose middle it
// passes.
func trace(f [][]bool, along []float64, r rule, place func(i int) (row, column int)) {
	for i := range len(along) - 1 {
		if middle := (along[i] + along[i+1]) / 2; r.from <= middle && middle <= r.to {
			row, column := place(i)
			f[row][column] = true
		}
	}
}

// closest is how near, in points, the lines of different cells can be.
const closest = 4.5

// places puts lines that lie together into one.
func places(at []float64) []float64 {
	slices.Sort(at)
	var out []float64
	last := math.Inf(-1)
	for _, v := range at {
		if v-last > closest {
			out = append(out, v)
		}
		last = v
	}
	return out
}

// nearest is the place that a line belongs to.
func nearest(places []float64, at float64) int {
	i, _ := slices.BinarySearch(places, at)
	if i == len(places) || i > 0 && at-places[i-1] <= places[i]-at {
		i--
	}
	return i
}

// makeCells joins the spaces that no line parts: first along the rows, then
// those that reach as far down the columns.
func (t *table) makeCells(left, above [][]bool) {
	wide, tall := len(t.columns)-1, len(t.rows)-1
	t.of = make([][]*cell, tall)
	for i := range tall {
		t.of[i] = make([]*cell, wide)
		for j := 0; j < wide; {
			from := j
			open := !above[i][j]
			for j++; j < wide && !left[i][j] && (!above[i][j] == open); j++ {
			}
			t.place(i, from, j-from, open)
		}
	}
}

// place adds a stretch of a row: to the cell above, when nothing parts them and
// it is as wide, else as a cell.
func (t *table) place(row, column, columns int, open bool) {
	var c *cell
	if row > 0 && open {
		if up := t.of[row-1][column]; up.column == column && up.columns == columns {
			c = up
			c.rows++
		}
	}
	if c == nil {
		c = &cell{row: row, column: column, rows: 1, columns: columns}
		t.cells = append(t.cells, c)
	}
	for j := column; j < column+columns; j++ {
		t.of[row][j] = c
	}
}

// fillIn takes the text in the table's cells off the sheet. It is false, and
// takes none, where the lines only place things on the page: no row of several
// cells, no text, or too much in one.
func (s *sheet) fillIn(t *table) bool {
	const maxCell = 200 // characters
	var outside []glyph
	for _, word := range together(s.glyphs) {
		if c := t.at(word); c != nil && !word[0].askew() {
			c.glyphs = append(c.glyphs, word...)
		} else {
			outside = append(outside, word...)
		}
	}
	filled := 0
	for _, c := range t.cells {
		c.width = t.columns[c.column+c.columns] - t.columns[c.column]
		c.settle()
		if utf8.RuneCountInString(c.text) > maxCell {
			return false
		}
		if c.text != "" {
			filled++
		}
	}
	if filled < 2 || !t.hasRow() {
		return false
	}
	s.glyphs = outside
	return true
}

func (t *table) hasRow() bool {
	return slices.ContainsFunc(t.cells, func(c *cell) bool { return c.columns < len(t.columns)-1 })
}

// at finds the cell that the middle of a word is in.
func (t *table) at(word []glyph) *cell {
	first, last := word[0], word[len(word)-1]
	const middle = 0.35 // of the height of a glyph over its baseline
	end := last.end()
	x, y := (first.at.x+end.x)/2, (first.at.y+end.y)/2
	x, y = x+first.dy*middle*first.size, y-first.dx*middle*first.size
	if x < t.left() || x > t.right() || y < t.top() || y > t.bottom() {
		return nil
	}
	column, _ := slices.BinarySearch(t.columns, x)
	row, _ := slices.BinarySearch(t.rows, y)
	return t.of[max(0, row-1)][max(0, column-1)]
}

// together puts the figures of a number together, so that one which is wider
// than its cell stays whole; all else stands alone.
func together(glyphs []glyph) [][]glyph {
	const gap = 0.12 // of the size
	var all [][]glyph
	for _, g := range glyphs {
		if n := len(all); n > 0 && isFigure(g.text) {
			last := all[n-1][len(all[n-1])-1]
			end := last.end()
			if isFigure(last.text) && math.Hypot(end.x-g.at.x, end.y-g.at.y) < gap*g.size {
				all[n-1] = append(all[n-1], g)
				continue
			}
		}
		all = append(all, []glyph{g})
	}
	return all
}

// isFigure tells what numbers are written with, of both widths.
func isFigure(text string) bool {
	return utf8.RuneCountInString(text) == 1 && strings.Contains("0123456789.,+-０１２３４５６７８９", text)
}

// end is where a glyph ends on its line.
func (g *glyph) end() point {
	return point{g.at.x + g.dx*g.width, g.at.y + g.dy*g.width}
}
