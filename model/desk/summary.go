package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// Summarise sums a report up for the list of drafts.
func Summarise(r *model.Report, now time.Time) store.Summary {
	return summarise(r, check.Count(check.Run(r, nil)), now)
}

// summarise is Summarise for a report whose findings have been counted.
func summarise(r *model.Report, counts check.Counts, now time.Time) store.Summary {
	state := store.StateDraft
	if r.Final != nil {
		state = store.StateFinal
	}
	return store.Summary{
		Agency: r.Agency.Name, Year: r.Year, Edition: r.Edition().ID,
		Filled: Progress(r).Share(),
		Errors: counts.E, Warnings: counts.W, Updated: now, State: state, Label: r.Label,
	}
}

// Filled counts what is filled in: number cells (totals left out) and parts
// written as prose.
type Filled struct {
	Cells, AllCells int
	Prose, AllProse int
}

// Share is the filled part of the whole, 0 to 1.
func (f Filled) Share() float64 {
	if f.AllCells+f.AllProse == 0 {
		return 0
	}
	return float64(f.Cells+f.Prose) / float64(f.AllCells+f.AllProse)
}

// Progress counts what is filled in over the whole report.
func Progress(r *model.Report) Filled {
	var all Filled
	for _, s := range r.Edition().Sections {
		f := progressOf(r, s.ID)
		all.Cells += f.Cells
		all.AllCells += f.AllCells
		all.Prose += f.Prose
		all.AllProse += f.AllProse
	}
	return all
}

func progressOf(r *model.Report, id model.SectionID) Filled {
	s, _ := r.Edition().Section(id)
	if s.Table == nil {
		f := Filled{AllProse: 1}
		if slices.ContainsFunc(r.Narrative[id], func(b model.Block) bool { return len(b.Paragraphs()) > 0 }) {
			f.Prose = 1
		}
		return f
	}
	var f Filled
	for _, c := range r.Edition().Cells() {
		if c.Total() || c.Address.Table() != s.Table.ID {
			continue
		}
		f.AllCells++
		if r.Cells[c.Address] != "" {
			f.Cells++
		}
	}
	return f
}

// Mark is the state of a section in one word.
type Mark int

// The marks of a section, as the section list shows them.
const (
	Empty  Mark = iota // 未填
	Partly             // 在填
	Done               // 填完
	Wrong              // 有错误
	Hinted             // 有提示
)

// SectionState is what the section list shows of a section.
type SectionState struct {
	Mark
	Errors, Warnings int // without answered ones, and blanks that are merely not filled in yet
	Filled
}

// SectionState sums one section up. A section in which nothing is filled in is
// Empty and one with blanks is Partly, whatever the rules say about blanks:
// everybody begins with a form full of them.
func (d *Desk) SectionState(id model.SectionID) SectionState {
	s := SectionState{Filled: progressOf(d.report, id)}
	for _, f := range d.findings {
		if f.Section != id || f.Answer != "" || d.OnlyBlank(f) {
			continue
		}
		switch f.Level {
		case check.Error:
			s.Errors++
		case check.Warning:
			s.Warnings++
		}
	}
	switch {
	case s.Cells+s.Prose == 0 && !d.begun(id):
		return SectionState{Mark: Empty, Filled: s.Filled}
	case s.Errors > 0:
		s.Mark = Wrong
	case s.Cells < s.AllCells || s.Prose < s.AllProse:
		s.Mark = Partly
	case s.Warnings > 0:
		s.Mark = Hinted
	default:
		s.Mark = Done
	}
	return s
}

// begun reports whether a section holds anything, be it a sub-heading or what is no
// number.
func (d *Desk) begun(id model.SectionID) bool {
	for a := range d.report.Unread {
		if a.Table() == string(id) {
			return true
		}
	}
	return slices.ContainsFunc(d.report.Narrative[id], func(b model.Block) bool {
		return strings.TrimSpace(b.Heading+b.Text) != ""
	})
}

// OnlyBlank reports whether a finding speaks of nothing but blank cells.
func (d *Desk) OnlyBlank(f check.Finding) bool {
	return len(f.Cells) > 0 && !slices.ContainsFunc(f.Cells, func(a model.Address) bool {
		return d.report.Value(a) != ""
	})
}

// SummariseBody sums up the body of a draft, as Summarise does a report. Errors
// are those of reportfile.Read.
func SummariseBody(body []byte) (store.Summary, error) {
	r, err := reportfile.Read(body)
	if err != nil {
		return store.Summary{}, fmt.Errorf("summarise: %w", err)
	}
	return Summarise(r, time.Now()), nil
}
