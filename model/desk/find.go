package desk

import (
	"slices"
	"strings"

	"nianbao/model"
)

// Match is a place in the prose where a text was found.
type Match struct {
	Section    model.SectionID
	Block      int
	Heading    bool // in the sub-heading, not the text
	Start, End int  // characters, as model.Edition.Shown counts them
}

// Find lists where a text stands in the prose, as a field shows it, in the
// order of the form. Blank text stands nowhere.
func (d *Desk) Find(text string) []Match {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var all []Match
	e := d.report.Edition()
	for _, s := range e.Prose() {
		for i, b := range d.report.Narrative[s.ID] {
			for _, at := range places(b.Heading, text) {
				all = append(all, Match{s.ID, i, true, at[0], at[1]})
			}
			for _, at := range places(e.Shown(b.Text), text) {
				all = append(all, Match{s.ID, i, false, at[0], at[1]})
			}
		}
	}
	return all
}

// places are the characters where a text stands in another, without overlap.
func places(in, text string) (all [][2]int) {
	long, done := len([]rune(text)), 0
	for {
		before, after, found := strings.Cut(in, text)
		if !found {
			return all
		}
		start := done + len([]rune(before))
		all = append(all, [2]int{start, start + long})
		done = start + long
		in = after
	}
}

// Replace puts another text in one place, if it still stands there. The error is a
// *LongError, and then nothing has changed.
func (d *Desk) Replace(m Match, old, with string) error {
	_, err := d.replace(old, with, func(other Match) bool { return other == m })
	return err
}

// ReplaceAll puts another text in every place and tells how many there were. It is one
// edit. The error is that of Replace.
func (d *Desk) ReplaceAll(old, with string) (replaced int, err error) {
	return d.replace(old, with, func(Match) bool { return true })
}

func (d *Desk) replace(old, with string, chosen func(Match) bool) (replaced int, err error) {
	matches := slices.DeleteFunc(d.Find(old), func(m Match) bool { return !chosen(m) })
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		c, after := Change{Reload: true}, r.Clone().Narrative
		for from := 0; from < len(matches); {
			first, to := matches[from], from+1
			for to < len(matches) && matches[to].in(first) {
				to++
			}
			b := &after[first.Section][first.Block]
			if first.Heading {
				b.Heading = splice(b.Heading, with, matches[from:to]...)
			} else {
				b.Text = r.Edition().Kept(splice(r.Edition().Shown(b.Text), with, matches[from:to]...))
			}
			if !c.In(first.Section) {
				c.Sections = append(c.Sections, first.Section)
			}
			from = to
		}
		if err = tooLong(after); err != nil || len(matches) == 0 {
			return Change{}, false
		}
		r.Narrative, replaced = after, len(matches)
		return c, true
	})
	return replaced, err
}

// in reports whether a match is in the same text as another.
func (m Match) in(other Match) bool {
	return m.Section == other.Section && m.Block == other.Block && m.Heading == other.Heading
}

// splice puts another text in some places of one, in their order.
func splice(text, with string, places ...Match) string {
	var out strings.Builder
	all, done := []rune(text), 0
	for _, m := range places {
		out.WriteString(string(all[done:m.Start]) + with)
		done = m.End
	}
	return out.String() + string(all[done:])
}
