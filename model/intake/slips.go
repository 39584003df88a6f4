package intake

import (
	"slices"

	"nianbao/model"
)

// What the document has otherwise than the form is handed over with the report
// (model.Source): the rules S03–S06 say it, here and whenever the report is checked.

// Bounds of what is handed over: more than any document that is a report has.
const (
	maxSlips = 300 // of one kind
	maxSlip  = 200 // characters of a label
)

// source is the record of the document.
func (x *recogniser) source() *model.Source {
	if x.report.Source == nil {
		x.report.Source = &model.Source{}
	}
	return x.report.Source
}

func bounded(text string) string {
	if r := []rune(text); len(r) > maxSlip {
		return string(r[:maxSlip]) + "…"
	}
	return text
}

// labelSlip hands over a label that is not the form's, once; found is empty for one
// that is missing.
func (x *recogniser) labelSlip(f *form, cells []model.Cell, official, found string) {
	if official == "" {
		return
	}
	slip := model.LabelSlip{Section: f.id(), Official: official, Found: bounded(found)}
	for _, c := range cells {
		slip.Cells = append(slip.Cells, c.Address)
	}
	all := &x.source().Labels
	same := func(other model.LabelSlip) bool {
		return other.Section == slip.Section && other.Official == slip.Official && other.Found == slip.Found && slices.Equal(other.Cells, slip.Cells)
	}
	if len(*all) < maxSlips && !slices.ContainsFunc(*all, same) {
		*all = append(*all, slip)
	}
}

// headingSlips hands over the titles that are not the form's, those that are missing
// or stand in another order, and the tables that were not found.
func (x *recogniser) headingSlips() {
	s := x.source()
	for _, h := range x.outline.heads {
		if h.moved || letters(h.text) != letters(h.section.Title) {
			s.Headings = append(s.Headings, model.HeadingSlip{Section: h.section.ID, Found: bounded(h.text), Moved: h.moved})
		}
	}
	for _, section := range x.report.Edition().Titled() {
		if !slices.ContainsFunc(x.outline.heads, func(h sectionHead) bool { return h.section.ID == section.ID }) {
			s.Headings = append(s.Headings, model.HeadingSlip{Section: section.ID, Untitled: x.found(section.ID)})
		}
		if section.Table != nil && !x.found(section.ID) {
			s.NoTable = append(s.NoTable, section.ID)
		}
	}
	if len(s.NoTable) > 0 && x.doc.Images > 0 {
		x.note("", "", remarkImages, x.doc.Images)
	}
	if s.Empty() {
		x.report.Source = nil
	}
}
