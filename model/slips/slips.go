// Package slips collects the numbers of a report (收数): who supplies which rows,
// until when, and what came back. The list is the clerk's; it stays with the report
// as a member "x-slips" of its file, so that drafts, versions and files carry it. It
// never changes a cell: [Compare] says what the slips say of each, [Changes] what is
// to be filled in, and that goes through desk.SetAll.
//
// Begin with [Of] or, where a report has no list, [Propose]; change a copy; keep it
// with [Put]. [Ask] is what a slip asks for, on paper and on the screen alike.
package slips

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// List is who supplies the numbers of a report.
type List struct {
	Givers []Giver

	extra extra // members of a later version of the program
}

// Giver is one who supplies numbers: an office, a village.
type Giver struct {
	Name string // as the clerk calls it: 财政所
	// Rows are what it supplies: beginnings of addresses, of a row as "disclosure.fees",
	// of one cell as "disclosure.fees.amount". Those that the edition does not have ask
	// for nothing.
	Rows []string
	Due  string // to be back on, "2027-01-05"; what is no date as it was written
	Back string // came back on, the same
	// Answers are what its slip says, as it was written there. A cell that it left
	// blank is not among them: blank is not 0.
	Answers map[model.Address]string

	extra extra
}

type extra = map[string]jsontext.Value

// Clone copies the list deeply.
func (l List) Clone() List {
	l.Givers = slices.Clone(l.Givers)
	for i := range l.Givers {
		g := &l.Givers[i]
		g.Rows, g.Answers, g.extra = slices.Clone(g.Rows), maps.Clone(g.Answers), maps.Clone(g.extra)
	}
	l.extra = maps.Clone(l.extra)
	return l
}

// Supplies reports whether a cell is asked of the giver. Totals are asked of nobody.
func (g Giver) Supplies(c model.Cell) bool { return !c.Total() && covers(g.Rows, c.Address) }

// covers reports whether an address begins like one of some rows.
func covers(rows []string, a model.Address) bool {
	return slices.ContainsFunc(rows, func(row string) bool {
		return string(a) == row || strings.HasPrefix(string(a), row+".")
	})
}

// Answered reports whether anything came back.
func (g Giver) Answered() bool { return g.Back != "" || len(g.Answers) > 0 }

// Answer keeps what the slip says of a cell, as it is written there; empty input
// leaves it blank. It reports whether the answer was kept: more than
// [model.MaxUnread] characters are no answer.
func (g *Giver) Answer(a model.Address, written string) (kept bool) {
	written = strings.TrimSpace(strings.ToValidUTF8(written, "�"))
	if len([]rune(written)) > model.MaxUnread {
		return false
	}
	if written == "" {
		delete(g.Answers, a)
		return true
	}
	if g.Answers == nil {
		g.Answers = map[model.Address]string{}
	}
	g.Answers[a] = written
	return true
}

// Waiting lists the givers that have something to supply and have not answered, in
// the order of the list.
func (l List) Waiting(e *model.Edition) []Giver {
	return slices.DeleteFunc(slices.Clone(l.Givers), func(g Giver) bool { return g.Answered() || len(Ask(e, g.Rows)) == 0 })
}

// Unassigned lists the rows that nobody is asked for, in the order of the form.
func (l List) Unassigned(e *model.Edition) []Line {
	var all []Line
	for _, p := range Ask(e, Rows(e)) {
		for _, line := range p.Lines {
			asked := func(q Question) bool {
				return slices.ContainsFunc(l.Givers, func(g Giver) bool { return covers(g.Rows, q.Address) })
			}
			if line.Cells = slices.DeleteFunc(slices.Clone(line.Cells), asked); len(line.Cells) > 0 {
				all = append(all, line)
			}
		}
	}
	return all
}

// Unplaced lists the answers of a giver to what it is not, or no more, asked for, in
// the order of their addresses: they are kept, and belong to no slip.
func (g Giver) Unplaced(e *model.Edition) []model.Address {
	var all []model.Address
	for _, a := range slices.Sorted(maps.Keys(g.Answers)) {
		if cell, ok := e.Cell(a); !ok || !g.Supplies(cell) {
			all = append(all, a)
		}
	}
	return all
}

// Anew is the list as the next year begins with it: givers and rows, no dates, no
// answers, and nothing of which this version does not know what it says.
func (l List) Anew() List {
	var next List
	for _, g := range l.Givers {
		next.Givers = append(next.Givers, Giver{Name: g.Name, Rows: slices.Clone(g.Rows)})
	}
	return next
}
