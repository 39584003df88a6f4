package intake

import (
	"nianbao/model"
	"nianbao/model/intake/plain"
)

// Paste reads a table that was copied from Word, WPS, a sheet or a page, as text:
// its numbers for the cells of one table of a report, told by their labels. It
// is false for numbers without labels, whose place only the user knows.
//
// The result's report holds nothing but those cells; r stays as it is.
func Paste(r *model.Report, table model.SectionID, text string) (*Result, bool) {
	doc, err := plain.Read([]byte(text))
	if err != nil {
		return nil, false
	}
	blank, err := model.New(r.Year, r.Agency)
	if err != nil {
		return nil, false
	}
	x := newRecogniser(doc, Options{})
	x.report = blank
	x.outline.first = len(doc.Lines)
	for _, f := range forms() {
		if f.id() == table {
			x.forms = append(x.forms, f)
		}
	}
	x.lookIn(between(0, len(doc.Lines)), table, map[model.SectionID]bool{})
	x.result.Report, x.result.Edition = x.report, x.report.Edition()
	labelled := false
	for _, l := range x.result.Lines {
		labelled = labelled || l.Fate == FateLabel || l.Fate == FateCells && hasWording(l.Text)
	}
	return x.result, labelled && x.result.Tables > 0
}

// hasWording reports whether a row has anything but values.
func hasWording(text string) bool {
	label, _ := peel(text)
	return label != ""
}
