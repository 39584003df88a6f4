package desk

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/check"
)

// What the rules find is an objection only when the work has come far enough: a form
// that nobody has begun has no errors, and a sentence that is being written is not
// short of anything. Findings lists everything all the same, for paper and whoever
// asks; the window tells the two apart by ToDo.

// Attend says which section somebody is working on: one of the form, or check.Title or
// check.Signature; empty for none. What is open at that moment has been left so and is
// an objection from then on; but not what is wrong with a total, which grows with what
// is filled in next.
func (d *Desk) Attend(id model.SectionID) {
	if id == d.at {
		return
	}
	for _, f := range d.findings {
		if f.Stage == check.Open && !toDo(d.report, f) && !d.ofTotal(f) {
			d.left[keyOf(f)] = true
		}
	}
	d.at = id
}

// ToDo reports whether a finding, at the present stage of the work, only says what is
// still to be done.
func (d *Desk) ToDo(f check.Finding) bool {
	return toDo(d.report, f) || f.Stage == check.Open && concerns(f, d.at) && !d.left[keyOf(f)]
}

// Count counts what the rules object to at the present stage of the work, and apart
// from that what is still to be done.
func (d *Desk) Count() (objections check.Counts, todo int) {
	var due []check.Finding
	for _, f := range d.findings {
		switch {
		case f.Answer != "":
		case d.ToDo(f):
			todo++
		default:
			due = append(due, f)
		}
	}
	return check.Count(due), todo
}

// count counts what the rules object to in a report that nobody is working on.
func count(r *model.Report, findings []check.Finding) check.Counts {
	return check.Count(slices.DeleteFunc(slices.Clone(findings), func(f check.Finding) bool { return toDo(r, f) }))
}

// toDo is ToDo in a report that nobody is working on.
func toDo(r *model.Report, f check.Finding) bool {
	return f.Stage == check.Blank || f.Stage == check.Open && !begun(r, f.Section)
}

// ofTotal reports whether a finding of a table is about a column that is added up.
func (d *Desk) ofTotal(f check.Finding) bool {
	if len(f.Cells) == 0 || f.Cells[0].Table() != string(f.Section) {
		return false
	}
	cell, _ := d.report.Edition().Cell(f.Cells[0])
	return cell.Total()
}

// concerns reports whether a finding is about a section: its own, or the table of a
// number that it speaks of.
func concerns(f check.Finding, id model.SectionID) bool {
	return id != "" && (f.Section == id || slices.ContainsFunc(f.Cells, func(a model.Address) bool { return a.Table() == string(id) }))
}

// keyOf tells apart what may be left open: by the rule and the place, since the words
// change as numbers are filled in.
func keyOf(f check.Finding) string { return fmt.Sprint(f.Rule, f.Section, f.Cells) }

// begun reports whether a section holds anything, be it a sub-heading or what is no
// number.
func begun(r *model.Report, id model.SectionID) bool {
	switch id {
	case check.Title:
		return r.Title != ""
	case check.Signature:
		return strings.TrimSpace(r.Signature.Agency)+r.Signature.Date != ""
	}
	for _, c := range r.Edition().Cells() {
		if c.Address.Table() == string(id) && !c.Total() && r.Written(c.Address) != "" {
			return true
		}
	}
	return slices.ContainsFunc(r.Narrative[id], func(b model.Block) bool {
		return strings.TrimSpace(b.Heading+b.Text) != ""
	})
}
