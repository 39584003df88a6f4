package pdftext

import (
	"iter"
	"math"
	"strings"

	"nianbao/model/han"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// continues reports whether a table is the same that another page ended with.
func (t *table) continues(o *table) bool {
	return math.Abs(t.left()-o.left()) <= near && math.Abs(t.right()-o.right()) <= near
}

// unite gives tables that continue each other the same columns.
func unite(all []*table) {
	var at []float64
	for _, t := range all {
		at = append(at, t.columns...)
	}
	at = places(at)
	if len(at)-1 > source.MaxCells {
		return
	}
	for _, t := range all {
		for _, c := range t.cells {
			from := nearest(at, t.columns[c.column])
			c.columns = nearest(at, t.columns[c.column+c.columns]) - from
			c.column = from
		}
		t.columns = at
	}
}

// heal takes the end of a row that the page end cut out of the table below, and
// puts it to the row's beginning. Rows go on where a cell had no room left, and
// nothing is numbered anew.
func (t *table) heal(below *table, first *table) {
	row := below.repeats(first)
	goesOn := map[*cell]*cell{}
	torn, odd := false, false
	for _, c := range below.cells {
		if c.row != row || row >= len(below.rows)-1 {
			continue
		}
		before := t.last(c)
		switch {
		case before == nil && c.text != "":
			return
		case before == nil:
		case before.text != "" && c.text != "":
			if len(before.lines) == 0 || len(c.lines) == 0 || numbered().MatchString(c.text) || !before.breaks(&before.lines[len(before.lines)-1], &c.lines[0]) {
				return
			}
			goesOn[before], torn = c, true
		default:
			goesOn[before] = c
			odd = odd || before.text != c.text
		}
	}
	if !torn || !odd {
		return
	}
	for before, c := range goesOn {
		before.lines = append(before.lines, c.lines...)
		before.turned = append(before.turned, c.turned...)
		c.lines, c.turned = nil, nil
		before.say()
		c.say()
	}
}

// numbered is how the label of a row begins.
var numbered = pattern.Lazy(`^(?:\d{1,2}[.．、]|[(（]?[` + han.Numerals + `]{1,3}[)）、])`)

// repeats is how many rows a table begins with that stand over another already.
func (t *table) repeats(o *table) int {
	row := 0
	for ; row < min(len(t.rows), len(o.rows))-1; row++ {
		if text := t.rowText(row); text == "" || text != o.rowText(row) {
			break
		}
	}
	return row
}

func (t *table) rowText(row int) string {
	var b strings.Builder
	for c := range t.across(row) {
		if c.row == row {
			b.WriteString(c.text + "\t")
		}
	}
	return strings.TrimRight(b.String(), "\t")
}

// across goes through the cells that a row cuts, from left to right.
func (t *table) across(row int) iter.Seq[*cell] {
	return func(yield func(*cell) bool) {
		var before *cell
		for _, c := range t.of[row] {
			if c != before && !yield(c) {
				return
			}
			before = c
		}
	}
}

// last is the cell of the table's last row in the columns of another.
func (t *table) last(c *cell) *cell {
	for o := range t.across(len(t.of) - 1) {
		if o.column == c.column && o.columns == c.columns {
			return o
		}
	}
	return nil
}

// isGap tells the space between cells that are drawn apart.
func (t *table) isGap(c *cell) bool {
	const thin = 8
	wide := t.columns[c.column+c.columns] - t.columns[c.column]
	tall := t.rows[c.row+c.rows] - t.rows[c.row]
	return c.text == "" && min(wide, tall) < thin
}
