package intake

import (
	"slices"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// What stands in a part of text and is none: tables, and titles of other parts. It is
// kept as it is written, and told.

// noteRows remarks tables that stand in a part of text, which holds lines only.
func (x *recogniser) noteRows(s model.Section, all []paragraph) {
	const least = 2 // rows with numbers
	first, numbers := -1, 0
	for i := 0; i <= len(all); i++ {
		if i < len(all) {
			if l := &x.doc.Lines[all[i].lines[0]]; l.Filled() > 1 {
				if first < 0 {
					first = i
				}
				if isValue(lastFilled(l)) {
					numbers++
				}
				continue
			}
		}
		if numbers >= least {
			x.note("", s.ID, remarkTableInText, s.Name(), x.result.Lines[all[first].lines[0]].Number)
		}
		first, numbers = -1, 0
	}
}

// noteTitles remarks titles of parts that stand within the text of another, where a part
// was put into the wrong place or begun twice.
func (x *recogniser) noteTitles(s model.Section, all []paragraph) {
	as := x.outline.style()
	var titles []string
	for _, t := range x.report.Edition().Titled() {
		_, _, words := enumerator(t.Title)
		titles = append(titles, letters(words))
	}
	for _, p := range all {
		style, _, words := enumerator(p.text)
		if (style == as || style == styleNone) && len(words) <= 4*maxHead && slices.Contains(titles, letters(words)) {
			x.note("", s.ID, remarkTitleInText, p.text, x.result.Lines[p.lines[0]].Number, s.Name())
		}
	}
}

// lastFilled is the last cell of a row that says something.
func lastFilled(l *source.Line) string {
	for _, c := range slices.Backward(l.Cells) {
		if c.Text != "" {
			return c.Text
		}
	}
	return ""
}
