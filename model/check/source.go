package check

import (
	"slices"
	"strings"

	"nianbao/model"
)

// S03–S06 about the document that a report was read from (model.Source): in the
// report itself titles, labels and tables come from the edition and cannot be wrong.
// S04 stands with what else is asked of every table, in tables.go.
//
// They are said at their level, so that import and check say the same of the same
// document; but paper is right in spite of them. So they make no draft of a report
// (Wrong leaves them out), a part or a row that has been filled in since is said no
// more, and what is left can be answered, errors too: nobody can put a document right
// that others have published.

// ofSource adds a finding about the document.
func (c *checker) ofSource(f Finding, variant string, values ...any) {
	f.Source = true
	c.find(f, variant, values...)
}

// headings: the titles are the form's, and none is missing (S03).
func headings(c *checker) {
	for _, h := range c.source().Headings {
		section, ok := c.edition.Section(h.Section)
		if !ok || !section.Titled() {
			continue
		}
		f := Finding{Section: h.Section, Left: h.Found, Right: section.Title}
		switch {
		case h.Untitled:
			c.ofSource(f, " untitled", section.Title)
		case h.Found == "" && c.begun(section):
		case h.Found == "":
			f.Level = Error
			c.ofSource(f, " missing", section.Title)
		case h.Moved && h.Found == section.Title:
			c.ofSource(f, " order", h.Found)
		case h.Moved:
			c.ofSource(f, " moved", h.Found, section.Title)
		default:
			c.ofSource(f, "", h.Found, section.Title)
		}
	}
}

// begun reports whether anything stands in a section.
func (c *checker) begun(s model.Section) bool {
	if s.Table == nil {
		return len(c.part(s.ID)) > 0
	}
	return slices.ContainsFunc(c.cells(s.ID), func(cell model.Cell) bool { return c.report.Written(cell.Address) != "" })
}

// blank reports whether one of the cells is not filled in.
func (c *checker) blank(cells []model.Address) bool {
	return slices.ContainsFunc(cells, func(a model.Address) bool {
		cell, ok := c.edition.Cell(a)
		return ok && !cell.Total() && c.report.Written(a) == ""
	})
}

// labels: the labels of rows and columns are the form's (S05).
func labels(c *checker) {
	for _, l := range c.source().Labels {
		section, ok := c.edition.Section(l.Section)
		if !ok || section.Table == nil || l.Found == l.Official {
			continue
		}
		f := Finding{Section: l.Section, Left: l.Found, Right: l.Official}
		for _, a := range l.Cells {
			if _, ok := c.edition.Cell(a); ok {
				f.Cells = append(f.Cells, a)
			}
		}
		switch {
		case l.Found != "":
			c.ofSource(f, "", section.Table.Name, l.Found, l.Official)
		case len(f.Cells) == 0 || c.blank(f.Cells):
			c.ofSource(f, " missing", section.Table.Name, l.Official)
		}
	}
}

// editionOfYear: the tables are those of the year's edition, in the document and in the
// report: no number stands in a cell that only another edition has (S06).
func editionOfYear(c *checker) {
	for _, l := range c.source().Layouts {
		section, ok := c.edition.Section(l.Section)
		if !ok || section.Table == nil || l.Edition == c.edition.ID {
			continue
		}
		found := l.Edition
		for _, e := range model.Editions() {
			if e.ID == l.Edition {
				found = e.Name
			}
		}
		c.ofSource(Finding{Section: l.Section, Left: l.Edition, Right: c.edition.ID}, " layout", section.Table.Name, found, c.report.Year, c.edition.Name)
	}
	c.foreignCells()
}

// foreignCells finds what was written into cells of another edition. No field shows
// it and no paper prints it, so it can be answered: with where the number went.
func (c *checker) foreignCells() {
	var foreign []model.Address
	var names []string
	for _, e := range model.Editions() {
		for _, cell := range e.Cells() {
			_, own := c.edition.Cell(cell.Address)
			if c.report.Unread[cell.Address] != "" && !own && !slices.Contains(foreign, cell.Address) {
				foreign, names = append(foreign, cell.Address), append(names, cell.Name())
			}
		}
	}
	if len(foreign) == 0 {
		return
	}
	var written []string
	for _, a := range foreign {
		written = append(written, c.report.Unread[a])
	}
	c.find(Finding{
		Section: model.SectionID(foreign[0].Table()), Cells: foreign, Left: strings.Join(written, " "), Right: c.edition.ID,
	}, "", c.report.Year, c.edition.Name, len(foreign), someOf(names))
}

// OfSource lists what the rules say of the document that a report was read from, and
// of its numbers that the form has no cell for: what an import has to tell beside what
// it could not place.
func OfSource(r *model.Report) []Finding {
	return slices.DeleteFunc(Run(r, nil), func(f Finding) bool { return !f.Source && f.Rule != "S06" })
}

// source is what the report's document has otherwise than the form.
func (c *checker) source() *model.Source {
	if c.report.Source == nil {
		return &model.Source{}
	}
	return c.report.Source
}
