package model

import "strings"

// Cell is one number cell of the form.
type Cell struct {
	Address      Address
	Kind         Kind
	RowLabels    []string  // official wordings that lead to its row, outermost first
	ColumnLabels []string  // the same for its column
	Across       []Address // for a total of its row: the cells it adds
	Down         []Address // for a total of its column: the cells it adds
	Group        string    // what its row is counted with, see [Label]; empty for nothing
	groupText    string    // of the label that says so
	table        string
}

// Total reports whether the cell is computed (合计格 Σ) and never typed.
func (c Cell) Total() bool { return len(c.Across) > 0 || len(c.Down) > 0 }

// Name is how messages name the cell: 表三“（一）予以公开”自然人.
func (c Cell) Name() string {
	var b strings.Builder
	b.WriteString(c.table)
	if n := len(c.RowLabels); n > 0 {
		b.WriteString("“" + c.RowLabels[n-1] + "”")
		b.WriteString(c.ColumnLabels[len(c.ColumnLabels)-1])
		return b.String()
	}
	b.WriteString("“" + strings.Join(c.ColumnLabels, " ") + "”")
	return b.String()
}

// GroupName is how messages name the rows that its row is counted with: 不予公开.
func (c Cell) GroupName() string { return gist(c.groupText) }

// RowName is what its row counts, in a few words: 本年新收. A total is called by what it
// adds up: 本年度办理结果.
func (c Cell) RowName() string {
	n := len(c.RowLabels)
	switch {
	case n == 0:
		return ""
	case n > 1 && len(c.Down) > 0:
		return gist(c.RowLabels[n-2])
	}
	return gist(c.RowLabels[n-1])
}

// Role is what a grid cell is to the reader of the table.
type Role int

// The roles of a grid cell.
const (
	RoleBand   Role = iota // a line across the table, centred
	RoleCorner             // the wording over the row labels
	RoleHead               // a column's head
	RoleLabel              // a row's label
	RoleValue              // a number
)

// GridCell is one box of the printed table, spans merged.
type GridCell struct {
	Row, Column      int // of its upper left corner, from 0
	RowSpan, ColSpan int // at least 1
	Role             Role
	Text             string // official wording; empty for RoleValue
	Vertical         bool   // one character a line
	Cell             *Cell  // for RoleValue only
}

// Centred tells whether the wording stands in the middle of its box.
func (c GridCell) Centred() bool {
	return c.Role != RoleLabel && c.Role != RoleCorner || c.Vertical
}

// Parts breaks a group's label after its number, “（三）不予公开”, so that the
// wording itself stays in one piece where one line is not enough. Any other label
// is one part.
func (c GridCell) Parts() []string {
	if c.Role == RoleLabel && c.RowSpan > 1 && strings.HasPrefix(c.Text, "（") {
		if number, rest, ok := strings.Cut(c.Text, "）"); ok && rest != "" {
			return []string{number + "）", rest}
		}
	}
	return []string{c.Text}
}

// GridRow lists the boxes that begin in one row.
type GridRow struct {
	Part  int  // index of the Part it belongs to
	Head  bool // band, corner or column head: repeated after a page end
	Cells []GridCell
}

// Grid is a table laid out in boxes: the one shape that paper, screen and
// files draw.
type Grid struct {
	Columns int // grid columns, row labels included
	Stub    int // of these, columns of row labels
	Rows    []GridRow
}

// Grid lays the table out. The result is shared: do not change it.
func (t *Table) Grid() *Grid { return t.grid() }

// column is a head without children, with the way to it.
type column struct {
	key    string
	labels []string
	kind   Kind
	span   int
	sum    []string // for a total: keys of the columns it adds
}

// line is a row label without children, with the way to it.
type line struct {
	key    string
	labels []string
	sum    []string // for a total: keys of the rows it adds
	// group and groupText are those of the label that counts it with others.
	group, groupText string
}

// count counts rows with those that a label names.
func count(rows []line, with Label) {
	for i := range rows {
		if with.Group != "" && rows[i].group == "" {
			rows[i].group, rows[i].groupText = with.Group, with.Text
		}
	}
}

func (t *Table) derive() *Grid {
	g := Grid{Columns: len(t.Widths)}
	for _, p := range t.Parts {
		g.Stub = max(g.Stub, depth(p.Rows))
	}
	for i, p := range t.Parts {
		t.derivePart(&g, i, p)
	}
	return &g
}

func (t *Table) derivePart(g *Grid, index int, p Part) {
	if p.Band != "" {
		g.Rows = append(g.Rows, GridRow{Part: index, Head: true, Cells: []GridCell{{
			Row: len(g.Rows), RowSpan: 1, ColSpan: g.Columns, Role: RoleBand, Text: p.Band,
		}}})
	}
	top, headRows := len(g.Rows), depth(p.Columns)
	for range headRows {
		g.Rows = append(g.Rows, GridRow{Part: index, Head: true})
	}
	if g.Stub > 0 {
		g.put(GridCell{Row: top, RowSpan: headRows, ColSpan: g.Stub, Role: RoleCorner, Text: p.Corner})
	}
	columns, width := g.heads(p.Columns, top, g.Stub, top+headRows, "", nil)
	if g.Stub+width != g.Columns {
		panic("model: columns of " + t.ID + " " + p.Band + " do not fill its width")
	}
	first := len(g.Rows)
	lines := g.stub(p.Rows, index, 0, "", nil)
	for i, l := range lines {
		at := g.Stub
		for _, c := range columns {
			cell := &Cell{
				Address: address(t.ID, l.key, c.key), Kind: c.kind, table: t.Name,
				Group: l.group, groupText: l.groupText,
				RowLabels: l.labels, ColumnLabels: c.labels,
			}
			for _, k := range c.sum {
				cell.Across = append(cell.Across, address(t.ID, l.key, k))
			}
			for _, k := range l.sum {
				cell.Down = append(cell.Down, address(t.ID, k, c.key))
			}
			g.put(GridCell{Row: first + i, Column: at, RowSpan: 1, ColSpan: c.span, Role: RoleValue, Cell: cell})
			at += c.span
		}
	}
}

func (g *Grid) put(c GridCell) { g.Rows[c.Row].Cells = append(g.Rows[c.Row].Cells, c) }

// heads places the column heads of one level and below, and lists the columns
// with their common width in grid columns.
func (g *Grid) heads(labels []Label, row, at, bottom int, key string, way []string) (all []column, width int) {
	var keys []string // of the columns so far under this parent
	for _, l := range labels {
		here := join(key, l.Key)
		path := append(way[:len(way):len(way)], l.Text)
		if len(l.Children) == 0 {
			c := column{key: here, labels: path, kind: l.Kind, span: max(l.Span, 1)}
			if l.Total {
				c.sum = keys
			}
			keys = append(keys, here)
			all = append(all, c)
			g.put(GridCell{Row: row, Column: at + width, RowSpan: bottom - row, ColSpan: c.span, Role: RoleHead, Text: l.Text})
			width += c.span
			continue
		}
		index := len(g.Rows[row].Cells)
		g.put(GridCell{Row: row, Column: at + width, RowSpan: 1, Role: RoleHead, Text: l.Text})
		below, w := g.heads(l.Children, row+1, at+width, bottom, here, path)
		g.Rows[row].Cells[index].ColSpan = w
		for _, c := range below {
			keys = append(keys, c.key)
		}
		all = append(all, below...)
		width += w
	}
	return all, width
}

// stub places the row labels of one level and below, adding a grid row for
// each label without children, and lists those rows.
func (g *Grid) stub(labels []Label, part, at int, key string, way []string) []line {
	var all []line
	var keys []string
	for _, l := range labels {
		here := join(key, l.Key)
		path := way
		if l.Text != "" {
			path = append(way[:len(way):len(way)], l.Text)
		}
		if len(l.Children) == 0 {
			row := line{key: here, labels: path}
			if l.Total {
				row.sum = keys
			}
			keys = append(keys, here)
			all = append(all, row)
			count(all[len(all)-1:], l)
			g.Rows = append(g.Rows, GridRow{Part: part})
			if g.Stub > at {
				g.put(GridCell{
					Row: len(g.Rows) - 1, Column: at, RowSpan: 1, ColSpan: g.Stub - at,
					Role: RoleLabel, Text: l.Text, Vertical: l.Vertical,
				})
			}
			continue
		}
		// The group's label begins in the row of its first child, which does
		// not exist yet: remember the place and put it in front of that child.
		first := len(g.Rows)
		below := g.stub(l.Children, part, at+1, here, path)
		count(below, l)
		group := GridCell{
			Row: first, Column: at, RowSpan: len(g.Rows) - first, ColSpan: 1,
			Role: RoleLabel, Text: l.Text, Vertical: l.Vertical,
		}
		g.Rows[first].Cells = append([]GridCell{group}, g.Rows[first].Cells...)
		for _, r := range below {
			keys = append(keys, r.key)
		}
		all = append(all, below...)
	}
	return all
}

func join(key, next string) string {
	if key == "" || next == "" {
		return key + next
	}
	return key + "." + next
}

// depth counts the levels of labels; rows without any wording take none.
func depth(labels []Label) int {
	deepest := 0
	for _, l := range labels {
		d := depth(l.Children)
		if l.Text != "" {
			d++
		}
		deepest = max(deepest, d)
	}
	return deepest
}
