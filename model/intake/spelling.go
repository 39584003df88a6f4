package intake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// spelling is one way to read the label of a run out of the pieces around it.
type spelling struct {
	wording
	text string
	used []*piece
}

// likeness compares a spelling with a label. A different enumerator counts a
// little: typists number rows anew.
func (c *spelling) likeness(label *wording) float64 {
	if c.whole == label.whole {
		return 1
	}
	sim := alike(c.stem, label.stem)
	switch {
	case sim == 0:
	case c.number == label.number:
		sim -= 0.001 // the letters agree, the way of writing does not
	default:
		sim -= 0.02
	}
	return sim
}

// labels lists the spellings of a run's label: the last pieces before its
// values, without those that are groups (三、本年度办理结果), and, where labels
// can be torn around their row, the first pieces after it.
func (a *alignment) labels(i int) []spelling {
	before := a.runs[i].gap
	var own []*piece
	for _, p := range before {
		if !a.isGroup(p) {
			own = append(own, p)
		}
	}
	var after []*piece
	if i+1 < len(a.runs) && a.runs[i].table == 0 {
		after = a.runs[i+1].gap
	}
	var all []spelling
	seen := map[string]bool{}
	rests := a.rests(after)
	for _, gap := range [][]*piece{before, own} {
		for k := 1; k <= len(gap) && k <= maxPieces && !startsLabel(gap[len(gap)-k+1:]); k++ {
			for _, rest := range rests {
				used := append(append([]*piece{}, gap[len(gap)-k:]...), rest...)
				text := joinPieces(used)
				if len(text) > 4*maxWording || seen[text] {
					continue
				}
				seen[text] = true
				c := spelling{wordingOf(text), text, used}
				if len(rest) == 0 && a.exact(&c) {
					return []spelling{c}
				}
				all = append(all, c)
				if own := a.withoutGroup(text); own != "" {
					all = append(all, spelling{wordingOf(own), own, used})
				}
			}
		}
	}
	return all
}

// rests are what may be the end of a label torn around its row: nothing, or the
// first pieces after it, as far as no other label begins. A piece of a group may be
// none of it (开 is in 不予公开 too), so both are tried.
func (a *alignment) rests(after []*piece) [][]*piece {
	var own []*piece
	for _, p := range after {
		if !a.isGroup(p) {
			own = append(own, p)
		}
	}
	all := [][]*piece{nil}
	for q := 1; q < maxPieces; q++ {
		if q <= len(own) && !startsLabel(own[:q]) {
			all = append(all, own[:q])
		}
		if q <= len(after) && !startsLabel(after[:q]) && !slices.Equal(after[:q], own[:min(q, len(own))]) {
			all = append(all, after[:q])
		}
	}
	return all
}

// startsLabel reports whether one of the pieces has a number before it: it begins a
// label, and ends none.
func startsLabel(pieces []*piece) bool {
	return slices.ContainsFunc(pieces, func(p *piece) bool { return p.style != styleNone })
}

func (a *alignment) exact(c *spelling) bool {
	for j := range a.form.rows {
		if a.form.rows[j].label.whole == c.whole {
			return true
		}
	}
	return false
}

// isGroup tells a label that stands over several rows, or a piece of one.
func (a *alignment) isGroup(p *piece) bool {
	return slices.ContainsFunc(a.form.groups, func(group string) bool {
		return p.whole != "" && strings.Contains(group, p.whole)
	})
}

// withoutGroup takes the group off a label that runs on from it: 三、本年度办理
// 结果 （一）予以公开. It is empty when there is nothing to take.
func (a *alignment) withoutGroup(text string) string {
	found := ""
	for range a.form.groups { // a group can stand in another
		whole := letters(text)
		i := slices.IndexFunc(a.form.groups, func(g string) bool { return strings.HasPrefix(whole, g) && len(whole) > len(g) })
		if i < 0 {
			break
		}
		text = cutLetters(text, a.form.groups[i])
		found = text
	}
	return found
}

// cutLetters takes as many letters off a text as the prefix has.
func cutLetters(text, prefix string) string {
	n := utf8.RuneCountInString(prefix)
	for i, r := range text {
		if n == 0 {
			return strings.TrimLeft(text[i:], "）)、.． ")
		}
		if letters(string(r)) != "" {
			n--
		}
	}
	return ""
}

func joinPieces(pieces []*piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}
