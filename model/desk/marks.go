package desk

import (
	"strings"

	"nianbao/model"
	"nianbao/model/check"
)

// PendingMark is a number of last year's that stands in the prose until somebody has
// looked at it (待核), with its brackets.
type PendingMark struct {
	Match
	Words string // between the brackets: what it was last year
}

// Pending lists the marks 待核 in the order of the form.
func (d *Desk) Pending() []PendingMark {
	var all []PendingMark
	e := d.report.Edition()
	for _, s := range e.Prose() {
		for i, b := range d.report.Narrative[s.ID] {
			all = appendPending(all, Match{Section: s.ID, Block: i, Heading: true}, b.Heading)
			all = appendPending(all, Match{Section: s.ID, Block: i}, e.Shown(b.Text))
		}
	}
	return all
}

// appendPending appends the marks of one text.
func appendPending(all []PendingMark, at Match, text string) []PendingMark {
	done := 0
	for {
		before, rest, found := strings.Cut(text, model.PendingOpen)
		words, after, closed := strings.Cut(rest, model.PendingClose)
		if !found || !closed {
			return all
		}
		at.Start = done + len([]rune(before))
		at.End = at.Start + len([]rune(model.Pending(words)))
		all = append(all, PendingMark{at, words})
		done, text = at.End, after
	}
}

// PendingCell is the cell of the tables that the words around a mark name, with its
// value; empty where they name none, or it is not filled in.
func (d *Desk) PendingCell(m PendingMark) (cell model.Address, value string) {
	if m.Heading || m.Block >= len(d.report.Narrative[m.Section]) {
		return "", ""
	}
	r, e := d.report.Clone(), d.report.Edition()
	b := &r.Narrative[m.Section][m.Block]
	b.Text = e.Kept(splice(e.Shown(b.Text), m.Match, m.Words))
	for _, t := range check.Named(r) {
		if t.Section == m.Section && t.Place.Block == m.Block && e.ShownAt(b.Text, t.Place.Start) == m.Start {
			return t.Cell, d.report.Value(t.Cell)
		}
	}
	return "", ""
}
