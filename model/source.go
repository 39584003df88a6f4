package model

import "slices"

// Source is what a published document, from which a report was read, has otherwise
// than the form: titles, tables, labels. It speaks of the document and not of the
// report, which prints the form's own; it stays with the report so that the rules
// can say the same of it at any time (S03–S06).
type Source struct {
	Headings []HeadingSlip `json:"headings,omitzero"`
	NoTable  []SectionID   `json:"noTable,omitzero"` // sections whose table was not found
	Labels   []LabelSlip   `json:"labels,omitzero"`  // of rows and columns
	Layouts  []LayoutSlip  `json:"layouts,omitzero"` // tables of another edition
}

// HeadingSlip is a title of a section that differs from the form's.
type HeadingSlip struct {
	Section SectionID `json:"section"`
	// Found is the title as it stands there. Empty: there is none, and no such part,
	// unless Untitled.
	Found    string `json:"found,omitzero"`
	Untitled bool   `json:"untitled,omitzero"` // the part is there without its title
	Moved    bool   `json:"moved,omitzero"`    // it stands in another order
}

// LabelSlip is a label of a table that differs from the form's.
type LabelSlip struct {
	Section  SectionID `json:"section"`
	Cells    []Address `json:"cells,omitzero"` // of its row or column, as far as known
	Official string    `json:"official"`
	Found    string    `json:"found,omitzero"` // empty: the label is missing
}

// LayoutSlip is a table that is laid out as that of another edition.
type LayoutSlip struct {
	Section SectionID `json:"section"`
	Edition string    `json:"edition"` // its ID
}

// Empty reports whether the document is like the form.
func (s *Source) Empty() bool {
	return s == nil || len(s.Headings)+len(s.NoTable)+len(s.Labels)+len(s.Layouts) == 0
}

func (s *Source) clone() *Source {
	if s == nil {
		return nil
	}
	c := &Source{
		Headings: slices.Clone(s.Headings), NoTable: slices.Clone(s.NoTable),
		Labels: slices.Clone(s.Labels), Layouts: slices.Clone(s.Layouts),
	}
	for i := range c.Labels {
		c.Labels[i].Cells = slices.Clone(c.Labels[i].Cells)
	}
	return c
}
