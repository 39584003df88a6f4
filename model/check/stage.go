package check

import (
	"slices"

	"nianbao/model"
)

// Stage is how far the work on a report has to be for a finding to be an objection to
// it. A list of all findings, and paper, have every one at any time; a page being filled
// in objects to nothing that is about to be written.
type Stage int

// The stages.
const (
	// Settled: what is written is wrong, whatever may still be added.
	Settled Stage = iota
	// Open: going on may settle it. A column of table three has blanks, a sentence is
	// not written yet, half of a date is typed.
	Open
	// Blank: nothing has been written.
	Blank
)

// stageOf is the stage of a finding whose rule does not know it: one about nothing but
// blank cells says only that they are blank.
func (c *checker) stageOf(f Finding) Stage {
	blank := func(a model.Address) bool { return c.report.Value(a) == "" }
	if len(f.Cells) > 0 && !slices.ContainsFunc(f.Cells, func(a model.Address) bool { return !blank(a) }) {
		return Blank
	}
	return f.Stage
}

// blankIn reports whether a cell is blank, or a total of cells of which one is.
func (c *checker) blankIn(a model.Address) bool {
	cell, _ := c.edition.Cell(a)
	parts := slices.Concat(cell.Across, cell.Down)
	if len(parts) == 0 {
		return c.report.Written(a) == ""
	}
	return slices.ContainsFunc(parts, c.blankIn)
}
