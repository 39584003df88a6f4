package outline

import "nianbao/model"

// Table is a table of the form, laid out in boxes.
type Table struct {
	Name    string // what messages call it: 表二
	Caption string // the title of its section: 二、主动公开政府信息情况
	Widths  []int  // of the columns, in thousandths of the table's width
	Stub    int    // of these, columns of row labels, on the left
	Rows    []Row
	WriteIn bool // figures are to be written in by hand: rows are as high as the page has room for
}

// Row lists the boxes that begin in one row.
type Row struct {
	Part  int  // stretch of the table with a head of its own, from 0
	Head  bool // a row of wordings over the columns: repeated after a page end
	Cells []Cell
}

// Cell is one box. A box over several rows or columns stands once, where its
// upper left corner is.
type Cell struct {
	Row, Column      int // of its upper left corner, from 0
	RowSpan, ColSpan int // at least 1
	Role             Role
	Text             string   // official wording; of a Figure the number as it prints, empty for 未填
	Parts            []string // Text in pieces, each to begin on a line of its own
	Vertical         bool     // set one character a line
	Centred          bool
	Shaded           bool // grey: not to be filled in

	// Of a Figure:
	Address model.Address
	Kind    model.Kind
	Sum     []model.Address // the figures that it adds, of a total (合计)
}

// Role is what a cell is to the reader of the table.
type Role int

// The roles of a cell. All but Figure head other cells.
const (
	Band   Role = iota // a line across the table, over a part of it
	Corner             // the wording over the row labels
	Head               // of columns
	Label              // of rows
	Figure             // a number
)

// Scope says which cells a cell heads, as HTML and PDF name it.
type Scope int

// The scopes.
const (
	NoScope     Scope = iota // of a Figure
	Column                   // what stands below it
	ColumnGroup              // several columns, with heads of their own
	RowScope                 // what stands beside it
	RowGroup                 // several rows, with labels of their own, or a whole part
)

// roles are those of the edition's grid.
func roles(r model.Role) Role {
	switch r {
	case model.RoleBand:
		return Band
	case model.RoleCorner:
		return Corner
	case model.RoleHead:
		return Head
	case model.RoleLabel:
		return Label
	case model.RoleValue:
	}
	return Figure
}

// table lays out the table of a section with the report's figures.
func table(r *model.Report, s model.Section) *Table {
	g := s.Table.Grid()
	t := &Table{Name: s.Table.Name, Caption: s.Title, Widths: s.Table.Widths, Stub: g.Stub, Rows: make([]Row, len(g.Rows))}
	for i, row := range g.Rows {
		t.Rows[i] = Row{Part: row.Part, Head: row.Head, Cells: make([]Cell, len(row.Cells))}
		for j, c := range row.Cells {
			t.Rows[i].Cells[j] = box(r, c)
		}
	}
	return t
}

func box(r *model.Report, c model.GridCell) Cell {
	b := Cell{
		Row: c.Row, Column: c.Column, RowSpan: c.RowSpan, ColSpan: c.ColSpan,
		Role: roles(c.Role), Text: c.Text, Vertical: c.Vertical, Centred: c.Centred(),
	}
	if c.Cell == nil {
		b.Parts = c.Parts()
		return b
	}
	b.Address, b.Kind, b.Sum = c.Cell.Address, c.Cell.Kind, c.Cell.Across
	if len(b.Sum) == 0 {
		b.Sum = c.Cell.Down
	}
	b.Text = r.Value(b.Address)
	b.Parts = []string{b.Text}
	return b
}

// Columns is the number of columns, those of row labels included.
func (t *Table) Columns() int { return len(t.Widths) }

// Heads lists the cells that say what a figure counts, outermost first: the band
// of its part, the heads of its column, the labels of its row.
func (t *Table) Heads(figure Cell) []Cell {
	var all []Cell
	for _, role := range []Role{Band, Head, Label} {
		for _, row := range t.Rows {
			if row.Part != t.Rows[figure.Row].Part {
				continue
			}
			for _, c := range row.Cells {
				if c.Role == role && c.Text != "" && (role == Label && c.beside(figure) || role != Label && c.above(figure)) {
					all = append(all, c)
				}
			}
		}
	}
	return all
}

// Scope says which cells a cell heads.
func (t *Table) Scope(c Cell) Scope {
	inner := func(reaches func(Cell) bool) bool { // another cell of the role within its reach
		for _, row := range t.Rows {
			for _, other := range row.Cells {
				if other.Role == c.Role && row.Part == t.Rows[c.Row].Part && (other.Row != c.Row || other.Column != c.Column) && reaches(other) {
					return true
				}
			}
		}
		return false
	}
	switch c.Role {
	case Band:
		return RowGroup
	case Corner:
		return Column
	case Head:
		if inner(c.above) {
			return ColumnGroup
		}
		return Column
	case Label:
		if inner(c.beside) {
			return RowGroup
		}
		return RowScope
	case Figure:
	}
	return NoScope
}

// above reports whether a cell stands over all of another, some rows up.
func (c Cell) above(other Cell) bool {
	return c.Row < other.Row && c.Column <= other.Column && other.Column+other.ColSpan <= c.Column+c.ColSpan
}

// beside reports whether a cell stands left of all of another.
func (c Cell) beside(other Cell) bool {
	return c.Column < other.Column && c.Row <= other.Row && other.Row+other.RowSpan <= c.Row+c.RowSpan
}
