package check

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/han"
)

// noBlanks: every cell of the table is filled in, and not with a sign for nothing,
// “/” or “无” (A01, B01, C05).
func noBlanks(table model.SectionID) func(*checker) {
	return func(c *checker) { c.noBlanks(table, "") }
}

// noBlanks names all blank cells in one finding.
func (c *checker) noBlanks(table model.SectionID, variant string) {
	var blank []model.Address
	var names []string
	for _, cell := range c.cells(table) {
		written := c.report.Written(cell.Address)
		if !cell.Total() && (written == "" || han.IsNothing(strings.TrimSpace(written))) {
			blank = append(blank, cell.Address)
			names = append(names, cell.Name())
		}
	}
	if len(blank) > 0 {
		c.find(Finding{Section: table, Cells: blank}, variant, terms("{"+table+"}"), len(blank), someOf(names))
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

// onlyValues: what stands in a cell is a value of its kind (A02, A03, B02, C04); of some
// kinds only, where others are another rule's.
func onlyValues(table model.SectionID, kinds ...model.Kind) func(*checker) {
	return func(c *checker) { c.onlyValues(table, "", kinds...) }
}

func (c *checker) onlyValues(table model.SectionID, variant string, kinds ...model.Kind) {
	for _, cell := range c.cells(table) {
		written, unread := c.report.Unread[cell.Address]
		if unread && !cell.Total() && (len(kinds) == 0 || slices.Contains(kinds, cell.Kind)) {
			c.find(Finding{Section: table, Cells: []model.Address{cell.Address}, Left: written}, variant, cell.Name(), c.refusal(cell.Address), kindHints[cell.Kind])
		}
	}
}

// refusal says why what stands in a cell is no value, as the field and an import do.
func (c *checker) refusal(a model.Address) string {
	var refused *model.ValueError
	if errors.As(c.report.Refusal(a), &refused) {
		return refused.Message()
	}
	return fmt.Sprintf(noValue, c.report.Value(a))
}

// statedDown: a stated （七）总计 is the sum of its column (C02).
func statedDown(c *checker) {
	for _, cell := range c.cells(model.Applications) {
		if len(cell.Down) > 0 {
			c.compareStated(cell, model.Applications, "")
		}
	}
}

// statedAcross: a stated 总计 is the sum of its row (C03, D01).
func statedAcross(table model.SectionID) func(*checker) {
	return func(c *checker) {
		for _, cell := range c.cells(table) {
			if len(cell.Across) > 0 {
				c.compareStated(cell, table, "")
			}
		}
	}
}

// readableTables: every table was found in the document that the report was read from, and
// those are whole that no other rule judges (S04).
func readableTables(c *checker) {
	c.judgeUnruled()
	for _, id := range c.source().NoTable {
		section, ok := c.edition.Section(id)
		if ok && section.Table != nil && c.blank(addresses(c.cells(id))) {
			c.ofSource(Finding{Section: id}, "", section.Short, section.Table.Name)
		}
	}
}

// ruled are the tables that rules of their own judge.
var ruled = []model.SectionID{model.Disclosure, model.Applications, model.Disputes}

// judgeUnruled: a table that the list has no rules for, as that of an edition to come, is
// filled in, with values, and its totals are their sums.
func (c *checker) judgeUnruled() {
	for _, s := range c.edition.Titled() {
		if s.Table == nil || slices.Contains(ruled, s.ID) {
			continue
		}
		c.noBlanks(s.ID, " blank")
		c.onlyValues(s.ID, " value")
		for _, cell := range c.cells(s.ID) {
			if cell.Total() {
				c.compareStated(cell, s.ID, " total")
			}
		}
	}
}

// compareStated holds a total that came with a file against the computed one. One
// that is no number contradicts nothing: it is pointed at, for the program prints its
// own.
func (c *checker) compareStated(cell model.Cell, section model.SectionID, variant string) {
	f := Finding{Section: section, Cells: []model.Address{cell.Address}}
	if written, unread := c.report.Unread[cell.Address]; unread {
		f.Level, f.Left, f.Right = Warning, written, c.report.Value(cell.Address)
		c.find(f, variant+" unread", cell.Name(), model.Shortened(written))
	} else if stated, sum, ok := c.contradicted(cell.Address); ok {
		f.Left, f.Right = stated, decimal(sum)
		c.find(f, variant, cell.Name(), stated, sum)
	}
}

// contradicted reports whether a file's own total is not the sum of its parts; where
// one of those is not to be known, neither is that.
func (c *checker) contradicted(total model.Address) (stated string, sum int64, is bool) {
	stated, ok := c.report.Stated[total]
	if !ok || clouded(c.report, total) {
		return stated, 0, false
	}
	sum, _ = c.report.Count(total)
	return stated, sum, stated != decimal(sum)
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

func distance(a, b int64) int64 { return max(a-b, b-a) }
