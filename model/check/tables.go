package check

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// noBlanks: every cell of the table is filled in (A01, B01, C05). One finding
// names them all.
func noBlanks(table model.SectionID) func(*checker) {
	return func(c *checker) {
		var blank []model.Address
		var names []string
		for _, cell := range c.cells(table) {
			if !cell.Total() && c.Cells[cell.Address] == "" {
				blank = append(blank, cell.Address)
				names = append(names, cell.Name())
			}
		}
		if len(blank) > 0 {
			c.find(Finding{Section: table, Cells: blank}, "", len(blank), someOf(names))
		}
	}
}

// someOf names the first few of many.
func someOf(names []string) string {
	const few = 3
	if len(names) <= few {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:few], "、") + "等"
}

// onlyValues: what is filled in is a value of its kind (A02, A03, B02, C04).
// Only an import can bring anything else.
func onlyValues(table model.SectionID, kinds ...model.Kind) func(*checker) {
	return func(c *checker) {
		for _, cell := range c.cells(table) {
			value := c.Cells[cell.Address]
			if cell.Total() || value == "" || !slices.Contains(kinds, cell.Kind) {
				continue
			}
			if normal, err := model.Normalise(cell.Kind, value); err != nil || normal != value {
				c.find(Finding{Section: table, Cells: []model.Address{cell.Address}, Left: value}, "", cell.Name(), value)
			}
		}
	}
}

// statedDown: a stated （七）总计 is the sum of its column (C02).
func statedDown(c *checker) {
	for _, cell := range c.cells(model.Applications) {
		if len(cell.Down) > 0 {
			c.compareStated(cell, model.Applications)
		}
	}
}

// statedAcross: a stated 总计 is the sum of its row (C03, D01).
func statedAcross(table model.SectionID) func(*checker) {
	return func(c *checker) {
		for _, cell := range c.cells(table) {
			if len(cell.Across) > 0 {
				c.compareStated(cell, table)
			}
		}
	}
}

// compareStated holds a total that came with a file against the computed one.
func (c *checker) compareStated(cell model.Cell, section model.SectionID) {
	stated, ok := c.Stated[cell.Address]
	sum, _ := c.Count(cell.Address)
	if !ok || stated == decimal(sum) {
		return
	}
	c.find(Finding{
		Section: section, Cells: []model.Address{cell.Address}, Left: stated, Right: decimal(sum),
	}, "", cell.Name(), stated, sum)
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

func distance(a, b int64) int64 { return max(a-b, b-a) }
