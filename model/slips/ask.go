package slips

import (
	"slices"
	"strings"

	"nianbao/model"
)

// Part is a stretch of a slip: rows of one table that have the same columns.
type Part struct {
	Section model.Section
	Band    string // the line over the rows in the form, 第二十条第（一）项; empty where there is none
	Columns []Column
	Lines   []Line
}

// Column heads the cells of a part.
type Column struct {
	Label string // official wording, to the character
	Words string // the same in everyday words; empty where there are none
	way   []string
}

// Line is a row of a slip: cells of one row of the form.
type Line struct {
	Row    string   // for Giver.Rows: "disclosure.penalties"
	Labels []string // official wordings of the row, outermost first
	Words  string   // the same in everyday words; empty where there are none
	// Cells are one for each column of the part; the zero Question where the giver is
	// not asked.
	Cells []Question
}

// Shown are the labels that a slip shows of the line: its own, and before it the one
// that groups it, （三）不予公开, but not the title of a part of the table, 三、本年度办理结果.
func (l Line) Shown() []string {
	n := len(l.Labels)
	if n > 1 && (strings.HasPrefix(l.Labels[n-2], "（") || !strings.Contains(l.Labels[n-2], "、")) {
		return l.Labels[n-2:]
	}
	return l.Labels[n-1:]
}

// Question is a cell that a giver is to supply.
type Question struct {
	Address model.Address
	Kind    model.Kind
}

// Ask lists what a slip asks for that has some rows, in the order of the form.
func Ask(e *model.Edition, rows []string) []Part {
	var all []Part
	for _, s := range e.Sections {
		if s.Table == nil {
			continue
		}
		for _, l := range lines(s) {
			asked := slices.DeleteFunc(slices.Clone(l.cells), func(c model.Cell) bool { return !covers(rows, c.Address) })
			if len(asked) > 0 {
				all = place(all, Part{Section: s, Band: l.band}, l, asked)
			}
		}
	}
	return all
}

// Rows lists the rows of an edition that somebody must supply, in its order.
func Rows(e *model.Edition) []string {
	var all []string
	for _, s := range e.Sections {
		if s.Table != nil {
			for _, l := range lines(s) {
				all = append(all, l.row)
			}
		}
	}
	return all
}

// place adds a line to the last part, where it goes on with that one, or to a new one.
func place(all []Part, next Part, l line, asked []model.Cell) []Part {
	last := len(all) - 1
	if last < 0 || all[last].Section.ID != next.Section.ID || all[last].Band != next.Band || !all[last].takes(l.cells) {
		for _, c := range l.cells {
			next.Columns = append(next.Columns, l.column(c))
		}
		all = append(all, next)
		last++
	}
	p := &all[last]
	made := Line{Row: l.row, Labels: l.labels, Words: everyday[l.row], Cells: make([]Question, len(p.Columns))}
	for _, c := range asked {
		i := slices.IndexFunc(p.Columns, func(col Column) bool { return slices.Equal(col.way, l.column(c).way) })
		made.Cells[i] = Question{c.Address, c.Kind}
	}
	p.Lines = append(p.Lines, made)
	return all
}

// takes reports whether the cells of a line stand under the columns of the part.
func (p Part) takes(cells []model.Cell) bool {
	l := line{cells: cells, headed: len(cells[0].RowLabels) > 0}
	return slices.EqualFunc(p.Columns, cells, func(col Column, c model.Cell) bool { return slices.Equal(col.way, l.column(c).way) })
}

// line is the cells of one row that somebody must supply.
type line struct {
	row    string
	band   string
	labels []string
	cells  []model.Cell
	headed bool // the form has labels for its rows
}

// column is what heads a cell of the line.
func (l line) column(c model.Cell) Column {
	way := c.ColumnLabels
	if !l.headed { // what spans the columns is the line's own label
		way = way[len(way)-1:]
	}
	words, ok := everyday[string(c.Address)]
	if key := c.Address.Table() + ".*." + lastOf(c.Address); !ok {
		words = everyday[key]
	}
	return Column{Label: way[len(way)-1], Words: words, way: way}
}

// lines are the rows of a table that somebody must supply, totals left out. Where the
// form has no labels for rows, as 表四, what spans its columns makes them.
func lines(s model.Section) []line {
	var all []line
	bands := map[int]string{}
	for _, row := range s.Table.Grid().Rows {
		for _, box := range row.Cells {
			switch {
			case box.Role == model.RoleBand:
				bands[row.Part] = box.Text
			case box.Role == model.RoleValue && !box.Cell.Total():
				all = gather(all, line{
					row: before(box.Cell.Address), band: bands[row.Part],
					labels: box.Cell.RowLabels, headed: len(box.Cell.RowLabels) > 0,
				}, *box.Cell)
			}
		}
	}
	return all
}

// gather adds a cell to the last line, where it belongs to the same row, or begins one.
func gather(all []line, with line, c model.Cell) []line {
	if !with.headed {
		with.labels = c.ColumnLabels[:len(c.ColumnLabels)-1]
	}
	if last := len(all) - 1; last >= 0 && all[last].row == with.row && slices.Equal(all[last].labels, with.labels) {
		all[last].cells = append(all[last].cells, c)
		return all
	}
	with.cells = []model.Cell{c}
	return append(all, with)
}

// before is an address without its last part.
func before(a model.Address) string {
	return string(a)[:max(0, strings.LastIndexByte(string(a), '.'))]
}

// lastOf is the last part of an address.
func lastOf(a model.Address) string { return string(a)[strings.LastIndexByte(string(a), '.')+1:] }
