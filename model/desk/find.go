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

// Replace puts another text in one place, if it still stands there.
func (d *Desk) Replace(m Match, old, with string) (done bool) {
	return d.replace(old, with, func(other Match) bool { return other == m }) > 0
}

// ReplaceAll puts another text in every place and tells how many there were. It
// is one edit.
func (d *Desk) ReplaceAll(old, with string) (replaced int) {
	return d.replace(old, with, func(Match) bool { return true })
}

func (d *Desk) replace(old, with string, chosen func(Match) bool) (replaced int) {
	matches := slices.DeleteFunc(d.Find(old), func(m Match) bool { return !chosen(m) })
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		c := Change{Reload: true}
		for _, m := range slices.Backward(matches) { // the places before stay where they are
			b := &r.Narrative[m.Section][m.Block]
			if m.Heading {
				b.Heading = splice(b.Heading, m, with)
			} else {
				b.Text = r.Edition().Kept(splice(r.Edition().Shown(b.Text), m, with))
			}
			if !c.In(m.Section) {
				c.Sections = append(c.Sections, m.Section)
			}
			replaced++
		}
		return c, replaced > 0
	})
	return replaced
}

func splice(text string, m Match, with string) string {
	all := []rune(text)
	return string(all[:m.Start]) + with + string(all[m.End:])
}
