package check

import (
	"slices"
	"strings"

	"nianbao/model"
)

// scope says which forms a rule is for.
type scope struct {
	from, to int // first and last year reported; 0 for no bound
	// needs are what the form must have for the rule to have something to say: a
	// section by its name, or a cell by its address, * standing for any row.
	needs []string
}

func anyForm() scope                 { return scope{} }
func formWith(needs ...string) scope { return scope{needs: needs} }
func formSince(year int, needs ...string) scope { //nolint:unparam // the list reads as it should
	return scope{from: year, needs: needs}
}
func formUntil(year int, needs ...string) scope { return scope{to: year, needs: needs} }

// holds reports whether the form of a year is among them.
func (s scope) holds(year int, e *model.Edition) bool {
	if year < s.from || s.to != 0 && year > s.to {
		return false
	}
	for _, need := range s.needs {
		if !has(e, need) {
			return false
		}
	}
	return true
}

func has(e *model.Edition, need string) bool {
	if !strings.Contains(need, ".") {
		_, ok := e.Section(model.SectionID(need))
		return ok
	}
	table, column, anyRow := strings.Cut(need, ".*.")
	if !anyRow {
		_, ok := e.Cell(model.Address(need))
		return ok
	}
	return slices.ContainsFunc(e.Cells(), func(c model.Cell) bool {
		return c.Address.Table() == table && c.Address.Column() == column
	})
}

// rulesFor lists the rules for the form of a year.
func rulesFor(year int, e *model.Edition) []rule {
	var all []rule
	for _, r := range rules {
		if r.scope.holds(year, e) {
			all = append(all, r)
		}
	}
	return all
}

// disclosureRows lists the rows of table two that have all of the columns, each as its
// cells in that order.
func (c *checker) disclosureRows(columns ...string) [][]model.Cell {
	var all [][]model.Cell
	for _, first := range c.cells(model.Disclosure) {
		if first.Address.Column() != columns[0] {
			continue
		}
		row := []model.Cell{first}
		for _, column := range columns[1:] {
			if cell, ok := c.edition.Cell(disclosureCell(first.Address.Row(), column)); ok {
				row = append(row, cell)
			}
		}
		if len(row) == len(columns) {
			all = append(all, row)
		}
	}
	return all
}

// labelsOf are the labels of a row and of its cells' columns, for a message.
func labelsOf(row []model.Cell) []any {
	all := []any{rowLabel(row[0])}
	for _, c := range row {
		all = append(all, c.ColumnLabels[len(c.ColumnLabels)-1])
	}
	return all
}

// addresses are those of some cells.
func addresses(cells []model.Cell) []model.Address {
	all := make([]model.Address, len(cells))
	for i, c := range cells {
		all[i] = c.Address
	}
	return all
}

// rowLabel is the label of a cell's row: 行政规范性文件.
func rowLabel(c model.Cell) string {
	if n := len(c.RowLabels); n > 0 {
		return c.RowLabels[n-1]
	}
	return c.Name()
}
