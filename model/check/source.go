package check

import (
	"cmp"
	"slices"

	"nianbao/model"
)

// S03, S04 and S05 are about a published report as it was found: in a report of
// this program headings, labels and tables come from the edition and cannot be
// wrong. Whoever reads a foreign report hands over what was different.

// Source is what a published report has of the form, where it differs.
type Source struct {
	Edition  string        // ID of the edition its tables are laid out in; empty when unknown
	Headings []HeadingSlip // titles of the six parts
	NoTable  []model.SectionID
	Labels   []LabelSlip // labels of rows and columns
}

// HeadingSlip is a title of one of the six parts that differs from the form's.
type HeadingSlip struct {
	Section model.SectionID
	Found   string // empty: the part is missing
	Moved   bool   // it stands in another order
}

// LabelSlip is a label of a table that differs from the form's.
type LabelSlip struct {
	Section  model.SectionID
	Cells    []model.Address // of its row or column, as far as known
	Official string
	Found    string // empty: the label is missing
}

// OfSource says what the rules have to say of a report as it was found, beside
// what Run says of its content.
func OfSource(year int, s Source) []Finding {
	r, err := model.New(year, model.Agency{})
	if err != nil {
		return nil // no edition, no form to hold it against
	}
	c := &checker{Report: r, edition: r.Edition()}
	for _, step := range []struct {
		rule string
		run  func(*checker, Source)
	}{{"S03", headings}, {"S04", tables}, {"S05", labels}, {"S06", layoutOfYear}} {
		i := slices.IndexFunc(rules, func(r rule) bool { return r.id == step.rule })
		c.rule = rules[i]
		step.run(c, s)
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Compare(a.Rule, b.Rule) })
	c.answer()
	return c.findings
}

// foundOnly marks the rules that a report of ours cannot break.
func foundOnly(*checker) {}

func headings(c *checker, s Source) {
	for _, h := range s.Headings {
		section, ok := c.edition.Section(h.Section)
		if !ok || !section.Titled() {
			continue
		}
		f := Finding{Level: Warning, Section: h.Section, Left: h.Found, Right: section.Title}
		switch {
		case h.Found == "":
			f.Level = Error
			c.find(f, " missing", section.Title)
		case h.Moved:
			c.find(f, " moved", h.Found, section.Title)
		default:
			c.find(f, "", h.Found, section.Title)
		}
	}
}

func tables(c *checker, s Source) {
	for _, id := range s.NoTable {
		if section, ok := c.edition.Section(id); ok && section.Table != nil {
			c.find(Finding{Section: id}, "", section.Short, section.Table.Name)
		}
	}
}

func labels(c *checker, s Source) {
	for _, l := range s.Labels {
		section, ok := c.edition.Section(l.Section)
		if !ok || section.Table == nil || l.Found == l.Official {
			continue
		}
		f := Finding{Section: l.Section, Cells: l.Cells, Left: l.Found, Right: l.Official}
		if l.Found == "" {
			c.find(f, " missing", section.Table.Name, l.Official)
		} else {
			c.find(f, "", section.Table.Name, l.Found, l.Official)
		}
	}
}

func layoutOfYear(c *checker, s Source) {
	if s.Edition == "" || s.Edition == c.edition.ID {
		return
	}
	found := s.Edition
	for _, e := range model.Editions() {
		if e.ID == s.Edition {
			found = e.Name
		}
	}
	c.find(Finding{Left: s.Edition, Right: c.edition.ID}, " layout", found, c.Year, c.edition.Name)
}
