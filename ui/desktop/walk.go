package desktop

import (
	"cmp"
	"slices"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/ui/desktop/pages"
)

// The walk from one finding to the next (F4) and back (Shift+F4).

// stop is a finding with where it is to be seen. It is known by that, not by its
// words: two findings may say the same.
type stop struct {
	page    int // entry of the section list
	at      pages.Position
	finding check.Finding
}

func (s stop) compare(other stop) int {
	return cmp.Or(s.comparePlace(other), cmp.Compare(s.finding.Rule, other.finding.Rule), cmp.Compare(s.finding.Message(), other.finding.Message()))
}

func (s stop) comparePlace(other stop) int {
	return cmp.Or(cmp.Compare(s.page, other.page), s.at.Compare(other.at))
}

// ranks of findings: those of the first that there are any of are walked through.
const (
	rankError = iota
	rankWarning
	rankToDo
	rankInfo
)

func (f *form) rank(finding check.Finding) int {
	switch {
	case f.d.ToDo(finding):
		return rankToDo
	case finding.Level == check.Error:
		return rankError
	case finding.Level == check.Warning:
		return rankWarning
	}
	return rankInfo
}

// stops are the findings to be walked through, as the form is read: errors while
// there are any, then what may be wrong, then what is still to be filled in.
func (f *form) stops() []stop {
	var all []stop
	first := rankInfo
	for page, e := range f.entries[:f.checkAt] {
		for _, finding := range f.d.Findings() {
			rank := f.rank(finding)
			if !e.has(finding.Section) || finding.Answer != "" || rank > first {
				continue
			}
			if rank < first {
				first, all = rank, nil
			}
			all = append(all, stop{page, f.positionOf(page, finding), finding})
		}
	}
	slices.SortStableFunc(all, stop.compare)
	return all
}

// positionOf is where a finding is on the page of an entry.
func (f *form) positionOf(entry int, finding check.Finding) pages.Position {
	if p, ok := f.pageOf(entry).(pages.Placed); ok {
		return p.At(finding)
	}
	return pages.Whole()
}

// here is where somebody works: the finding gone to last, while the caret stands as
// it was put there, or else the caret alone. A click on a button or in the menu has
// taken the caret from its field: it is given back.
func (f *form) here() (at stop, gone bool) {
	if field := f.field(); field != nil && f.Window.Canvas().Focused() == nil {
		f.Focus(field)
	}
	at = stop{page: f.at, at: pages.Whole()}
	if p, ok := f.shown().(pages.Placed); ok {
		at.at = p.Here()
	}
	if f.reached != nil && f.reached.comparePlace(at) == 0 {
		return *f.reached, true
	}
	return at, false
}

// nextFinding goes to the next finding behind the caret, and from the last one to
// the first.
func (f *form) nextFinding() {
	f.gather()
	here, gone := f.here()
	f.walk(func(all []stop) int {
		return slices.IndexFunc(all, func(s stop) bool {
			if gone {
				return s.compare(here) > 0
			}
			end := here
			end.at.Start = here.at.End
			end.at.End = 0
			return s.comparePlace(end) >= 0
		})
	}, 0)
}

// previousFinding goes to the finding before the caret, and from the first one to
// the last.
func (f *form) previousFinding() {
	f.gather()
	here, gone := f.here()
	f.walk(func(all []stop) int {
		for i, s := range slices.Backward(all) {
			if gone && s.compare(here) < 0 || !gone && s.comparePlace(here) < 0 {
				return i
			}
		}
		return -1
	}, -1)
}

// walk goes to the finding that choose names, or else around the end: to the first
// of all, or from the last of them.
func (f *form) walk(choose func([]stop) int, around int) {
	all := f.stops()
	if len(all) == 0 {
		f.open(f.checkAt)
		return
	}
	i := choose(all)
	if i < 0 {
		i = (around + len(all)) % len(all)
	}
	f.GoTo(all[i].finding)
	f.reached = &all[i]
}

// GoTo opens the page that a finding speaks of and shows the place. One without a
// place leaves the caret in no text: what is typed next would go anywhere.
func (f *form) GoTo(finding check.Finding) {
	for i, e := range f.entries[:f.checkAt] {
		if e.has(finding.Section) {
			f.settle()
			f.show(i)
			if !e.page.Reveal(finding) {
				f.Focus(e.NavItem)
			}
			return
		}
	}
}

// has reports whether the findings of a section are to be seen on the page.
func (e *sectionEntry) has(id model.SectionID) bool {
	if e.id == "" {
		return slices.Contains(pages.WholeReport(), id)
	}
	return e.id == id
}
