package intake

import (
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// tableLines is a stretch of lines with one table, and the section of that; empty for one that
// its rows have to tell.
type tableLines struct {
	section model.SectionID
	lines   []int
}

// parted cuts a stretch before the heads of each table whose title is missing: rows of
// two tables have not as many fields, and not their numbers in the same columns.
func (x *recogniser) parted(lines []int, where model.SectionID) []tableLines {
	parts := []tableLines{{where, lines}}
	for _, s := range x.report.Edition().Sections {
		if _, titled := x.outline.sectionLines(s.ID); s.Table == nil || titled || s.ID == where {
			continue
		}
		last := len(parts) - 1
		if at := x.begins(s.ID, parts[last].lines); at > 0 {
			parts = append(parts, tableLines{s.ID, parts[last].lines[at:]})
			parts[last].lines = parts[last].lines[:at]
		}
	}
	return parts
}

// lookInParts looks for tables in each part of a stretch.
func (x *recogniser) lookInParts(lines []int, where model.SectionID, done map[model.SectionID]bool) {
	for _, p := range x.parted(lines, where) {
		x.lookIn(p.lines, p.section, done)
	}
}

// begins is where the heads of a table begin among lines: at a row of its labels alone,
// behind which no other table has rows. It is 0 when that is nowhere, or not behind others.
func (x *recogniser) begins(table model.SectionID, lines []int) int {
	at := slices.IndexFunc(lines, func(i int) bool { return x.hasHeads(table, &x.doc.Lines[i]) })
	if at < 0 || slices.ContainsFunc(lines[at:], func(i int) bool { return x.hasRowOfOther(table, &x.doc.Lines[i]) }) {
		return 0
	}
	return at
}

// hasHeads tells a row of a table's labels, or pieces of them, one of them whole and in no
// other table.
func (x *recogniser) hasHeads(table model.SectionID, l *source.Line) bool {
	all := wordsOf(l)
	if len(all) < 2 && l.Cells == nil {
		return false
	}
	own := false
	for _, said := range all {
		here := false
		for _, f := range x.forms {
			here = here || f.id() == table && f.hasPiece(said)
		}
		if !here {
			return false
		}
		own = own || x.onlyIn(table, said)
	}
	return own && !l.Spaced
}

// wordsOf are the letters of what stands in the cells of a row, or between the blanks of a line.
func wordsOf(l *source.Line) []string {
	var all []string
	add := func(text string) {
		if said := letters(text); said != "" {
			all = append(all, said)
		}
	}
	for _, c := range l.Cells {
		add(c.Text)
	}
	if l.Cells == nil {
		for field := range strings.FieldsSeq(l.Text) {
			add(field)
		}
	}
	return all
}

// onlyIn reports whether a label stands in a table and in no other.
func (x *recogniser) onlyIn(table model.SectionID, label string) bool {
	is := false
	for _, f := range x.forms {
		switch {
		case f.id() != table && f.hasPiece(label):
			return false
		case f.id() == table:
			is = is || slices.ContainsFunc(f.words, func(w wording) bool { return w.whole == label })
		}
	}
	return is
}

// hasRowOfOther tells a line with the label of a row that another table has and this has not.
func (x *recogniser) hasRowOfOther(table model.SectionID, l *source.Line) bool {
	for _, said := range wordsOf(l) {
		for _, f := range x.forms {
			if f.id() != table && x.onlyIn(f.id(), said) && slices.ContainsFunc(f.rows, func(r formRow) bool { return r.label.whole == said }) {
				return true
			}
		}
	}
	return false
}
