package desk

import (
	"strconv"
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
	b.Text = e.Kept(splice(e.Shown(b.Text), m.Words, m.Match))
	for _, t := range check.Named(r) {
		if t.Section == m.Section && t.Place.Block == m.Block && e.ShownAt(b.Text, t.Place.Start) == m.Start {
			return t.Cell, d.report.Value(t.Cell)
		}
	}
	return "", ""
}

// PendingYear is the report's year for a mark that holds the year before, with 年 in it
// or behind it; empty for any other mark.
func (d *Desk) PendingYear(m PendingMark) string {
	b := d.blockAt(m.Section, m.Block)
	text := []rune(d.report.Edition().Shown(b.Text))
	if m.Heading {
		text = []rune(b.Heading)
	}
	behind, within := text[min(m.End, len(text)):], strings.TrimSuffix(m.Words, "年")
	if within != strconv.Itoa(d.report.Year-1) || within == m.Words && !strings.HasPrefix(string(behind[:min(1, len(behind))]), "年") {
		return ""
	}
	return strings.Replace(m.Words, within, strconv.Itoa(d.report.Year), 1)
}
