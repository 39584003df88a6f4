package desk

import (
	"slices"

	"nianbao/model"
	"nianbao/model/check"
)

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
	Errors, Warnings int // without answered ones, and what is still to be done
	Filled
}

// SectionState sums one section up. A section in which nothing is filled in is
// Empty and one with blanks is Partly, whatever the rules say about blanks:
// everybody begins with a form full of them.
func (d *Desk) SectionState(id model.SectionID) SectionState {
	s := SectionState{Filled: progressOf(d.report, id)}
	for _, f := range d.findings {
		if f.Section != id || f.Answer != "" || d.ToDo(f) {
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
	case s.Cells+s.Prose == 0 && !begun(d.report, id):
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
