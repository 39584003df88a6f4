package intake

import (
	"slices"
	"strings"

	"nianbao/model"
)

// rest is what a table leaves behind: the runs that are none of its rows, and
// the wording that is none of its labels.
func (x *recogniser) rest(a *alignment) []*run {
	var left []*run
	for i, r := range a.runs {
		kept := &run{table: r.table, spaced: r.spaced, heads: r.heads, blank: r.blank, closed: r.closed}
		for _, p := range r.gap {
			if !p.used {
				kept.gap = append(kept.gap, p)
			}
		}
		if !slices.ContainsFunc(a.matches, func(k match) bool { return k.run == i }) {
			kept.values = r.values
		}
		left = append(left, kept)
	}
	return left
}

// leave says what became of what no table took: heads and torn labels of the
// tables that were found, captions, and what has no place.
func (x *recogniser) leave(runs []*run, found []*alignment, where model.SectionID) {
	if len(found) > 0 {
		where = found[0].form.id()
	}
	var known []*form
	for _, f := range x.forms {
		if f.id() == where || slices.ContainsFunc(found, func(a *alignment) bool { return a.form.id() == f.id() }) {
			known = append(known, f)
		}
	}
	corners := x.corners(runs, found)
	for _, r := range runs {
		odd := map[int]bool{} // lines with numbers that have no row
		for _, v := range r.values {
			if v.text != "" {
				odd[v.line] = true
			}
		}
		for _, p := range r.gap {
			if corners[p.line] {
				x.settleLabel(p.line, where)
				continue
			}
			x.leaveWording(p, known, where, odd[p.line])
		}
		for _, v := range r.values {
			if odd[v.line] {
				odd[v.line] = false
				text := x.doc.Lines[v.line].Text
				if f := x.tableOf(r); f != nil {
					x.unplaced(v.line, text, problemAgain, f.section.Table.Name)
				} else if f := x.unlabelled(where); f != nil {
					x.unplaced(v.line, text, problemColumns, f.section.Table.Name, len(f.rows[0].cells), filledLen(r.values))
				} else if f := x.formIn(where); f != nil && r.table == 0 && !hasWording(text) {
					x.scattered(f, v.line)
				} else {
					x.unplaced(v.line, text, problemNoRow)
				}
			}
		}
	}
}

// corners are the lines of heads over upright tables, whose corner the form does
// not have: 类别.
func (x *recogniser) corners(runs []*run, found []*alignment) map[int]bool {
	lines := map[int]bool{}
	for _, a := range found {
		if !a.form.turned {
			continue
		}
		for _, r := range runs {
			for _, p := range r.gap {
				if a.form.knows(p.wording) && r.table > 0 {
					lines[p.line] = true
				}
			}
		}
	}
	return lines
}

// tableOf is the table that was found and has a row as a run is labelled: the row stands
// there once more. It is nil when there is none.
func (x *recogniser) tableOf(r *run) *form {
	if len(r.gap) == 0 {
		return nil
	}
	label := r.gap[len(r.gap)-1]
	for _, f := range x.forms {
		if x.found(f.id()) && len(label.stem) > 0 && slices.ContainsFunc(f.rows, func(row formRow) bool { return row.label.whole == label.whole }) {
			return f
		}
	}
	return nil
}

// unlabelled is the table of a section when it has one row, without a label, and was not
// found; nil when it has more.
func (x *recogniser) unlabelled(where model.SectionID) *form {
	for _, f := range x.forms {
		if f.id() == where && !x.found(where) && f.unlabelled() {
			return f
		}
	}
	return nil
}

// formIn is the table of a section; nil for one without.
func (x *recogniser) formIn(where model.SectionID) *form {
	i := slices.IndexFunc(x.forms, func(f *form) bool { return f.id() == where })
	if i < 0 {
		return nil
	}
	return x.forms[i]
}

// scattered tells a number that stands by itself, far from its label: the table has lost
// its rows and columns, and what has them is to be read instead.
func (x *recogniser) scattered(f *form, line int) {
	x.unplaced(line, x.doc.Lines[line].Text, problemScattered, f.section.Table.Name)
	if !x.found(f.id()) {
		x.note("", f.id(), remarkScattered, f.section.Table.Name)
	}
}

func (x *recogniser) leaveWording(p *piece, known []*form, where model.SectionID, odd bool) {
	switch {
	case odd: // listed with its numbers
	case x.outline.isHead(p.line): // settled with the others
	case isCaption(p.text):
		x.leaveIn(p.line, reasonCaption, where)
	case isPageNumber(p.text):
		x.leaveIn(p.line, reasonPage, where)
	case x.isTitle(p.text):
		x.repeated(p.line)
	case isFurniture(p.text):
		x.leaveIn(p.line, reasonSite, where)
	case slices.ContainsFunc(known, func(f *form) bool { return f.knows(p.wording) || f.hasPieces(p.text) }):
		x.settleLabel(p.line, where)
		x.noteHead(p, known)
	case x.outline.isTitleOf(p.text):
		x.settleLabel(p.line, where)
	default:
		x.unplaced(p.line, p.text, problemLabel)
	}
}

// leaveIn leaves a line of a section out.
func (x *recogniser) leaveIn(line int, why reason, section model.SectionID) {
	if x.result.Lines[line].Fate == FateDropped {
		x.leaveOut(line, why)
		x.settle(line, FateDropped, section)
	}
}

// settleLabel marks a line that has no better fate yet.
func (x *recogniser) settleLabel(line int, section model.SectionID) {
	if x.result.Lines[line].Fate == FateDropped {
		x.settle(line, FateLabel, section)
	}
}

// misfit reports a row whose numbers cannot be told apart by column.
func (x *recogniser) misfit(a *alignment, k match) {
	row := &a.form.rows[k.row]
	values := a.runs[k.run].values
	texts := make([]string, 0, len(values))
	for _, v := range values {
		texts = append(texts, v.text)
	}
	text := strings.TrimSpace(k.text + " " + strings.Join(texts, " "))
	if a.otherOrder(k) {
		x.unplaced(values[0].line, text, problemOrder, rowName(a.form, row))
	} else {
		x.unplaced(values[0].line, text, problemColumns, rowName(a.form, row), len(row.cells), filledLen(values))
	}
	told := map[int]bool{}
	for _, v := range values {
		if !told[v.line] {
			told[v.line] = true
			x.unplacedWith(v.line, values[0].line)
			x.result.Lines[v.line].Section = a.form.id()
		}
	}
}

// noteWording hands over a row label that is not the form's to the letter.
func (x *recogniser) noteWording(a *alignment, k match) {
	row := &a.form.rows[k.row]
	written := a.asWritten(k)
	if letters(written) == row.label.whole || written == k.text && a.isTorn(k) {
		return
	}
	x.labelSlip(a.form, row.cells, row.name, written)
}

// noteHead hands over a column head, band or group label that is not the form's.
func (x *recogniser) noteHead(p *piece, known []*form) {
	best, sim := "", 0.0
	for _, f := range known {
		if f.hasPieces(p.text) {
			return
		}
		for i, w := range f.words {
			if strings.Contains(w.whole, p.whole) {
				return
			}
			if s := alike(p.stem, w.stem); s > sim {
				best, sim = f.texts[i], s
			}
		}
	}
	x.labelSlip(known[0], nil, best, p.text)
}

// noteMissing hands over rows of the form that the source does not have. In loose text
// the label of a row may stand apart from its numbers; then it is not missing.
func (x *recogniser) noteMissing(a *alignment) {
	var all strings.Builder
	for _, r := range a.runs {
		for _, p := range r.gap {
			if r.table == 0 {
				all.WriteString(p.whole)
			}
		}
	}
	for j := range a.form.rows {
		row := &a.form.rows[j]
		if standsIn(all.String(), row.label.whole) {
			continue
		}
		if !slices.ContainsFunc(a.matches, func(k match) bool { return k.row == j }) {
			x.labelSlip(a.form, row.cells, row.name, "")
		}
	}
}

// rowName is how messages call a row.
func rowName(f *form, row *formRow) string {
	name := f.section.Table.Name
	if row.name != "" {
		name += "“" + row.name + "”"
	}
	return name
}
