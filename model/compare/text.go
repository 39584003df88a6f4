package compare

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Bounds: what is larger is compared as a whole, or by what is exactly alike.
const (
	maxRunes = 4000 // of a text that is compared by characters
	maxLines = 150  // of a section whose lines are paired by likeness
)

// Kind is what became of a run of characters.
type Kind int

// The kinds.
const (
	Kept Kind = iota
	Removed
	Added
)

// Run is a stretch of characters with the same fate.
type Run struct {
	Kind Kind
	Text string
}

// Texts compares two texts by characters: the kept and removed runs together are
// the one, the kept and added ones the other.
func Texts(before, after string) []Run {
	if before == after {
		return runs(Run{Kept, before})
	}
	if !utf8.ValidString(before) || !utf8.ValidString(after) || len(before) > 4*maxRunes || len(after) > 4*maxRunes {
		return runs(Run{Removed, before}, Run{Added, after})
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the same result at every speed; the length is bounded
	var all []Run
	for _, part := range d.DiffCleanupSemantic(d.DiffMain(before, after, false)) {
		kind := map[diffmatchpatch.Operation]Kind{
			diffmatchpatch.DiffEqual: Kept, diffmatchpatch.DiffDelete: Removed, diffmatchpatch.DiffInsert: Added,
		}[part.Type]
		all = append(all, Run{kind, part.Text})
	}
	return all
}

func runs(all ...Run) []Run {
	return slices.DeleteFunc(all, func(r Run) bool { return r.Text == "" })
}

// changed counts the characters that went or came.
func changed(before, after string) int {
	n := 0
	for _, r := range Texts(before, after) {
		if r.Kind != Kept {
			n += utf8.RuneCountInString(r.Text)
		}
	}
	return n
}

// Profile is a text as [Profile.Similarity] compares it: its pairs of neighbouring
// characters, sorted.
type Profile []uint64

// NewProfile takes the profile of a text.
func NewProfile(text string) Profile {
	p := make(Profile, 0, len(text)/2)
	last := uint64(0)
	for _, r := range text {
		p = append(p, last<<32|uint64(r))
		last = uint64(r)
	}
	slices.Sort(p)
	return p
}

// Similarity says how much two texts have in common, 0 to 1: the share of pairs of
// neighbouring characters that both have (Dice's coefficient).
func (p Profile) Similarity(q Profile) float64 {
	if len(p)+len(q) == 0 {
		return 1
	}
	common := 0
	for i, j := 0, 0; i < len(p) && j < len(q); {
		switch {
		case p[i] == q[j]:
			common++
			i, j = i+1, j+1
		case p[i] < q[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(p)+len(q))
}

// AtMost bounds the similarity by the lengths alone.
func (p Profile) AtMost(q Profile) float64 {
	if len(p)+len(q) == 0 {
		return 1
	}
	return 2 * float64(min(len(p), len(q))) / float64(len(p)+len(q))
}

// pairing is a line of the one text and the line of the other that it became; -1
// for none.
type pairing struct{ before, after int }

// Alike is the similarity from which a paragraph is the other one changed, and
// not another.
const Alike = 0.4

// pair finds which line became which, in order, so that as much as possible
// stays.
func pair(before, after []string) []pairing {
	var head, tail []pairing
	for len(head) < min(len(before), len(after)) && before[len(head)] == after[len(head)] {
		head = append(head, pairing{len(head), len(head)})
	}
	b, a := len(before), len(after)
	for b > len(head) && a > len(head) && before[b-1] == after[a-1] {
		b, a = b-1, a-1
		tail = append(tail, pairing{b, a})
	}
	slices.Reverse(tail)
	from := len(head)
	return slices.Concat(head, middle(before[from:b], after[from:a], from), tail)
}

// middle pairs the lines between the equal ones at both ends: the way through
// the table of similarities with the largest sum.
func middle(before, after []string, from int) []pairing {
	n, m := len(before), len(after)
	if n > maxLines || m > maxLines {
		n, m = 0, 0 // all removed, all added
	}
	befores, afters := profiles(before[:n]), profiles(after[:m])
	best := make([][]float64, n+1)
	like := make([][]float64, n+1)
	for i := range best {
		best[i], like[i] = make([]float64, m+1), make([]float64, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if like[i][j] = befores[i].Similarity(afters[j]); like[i][j] >= Alike {
				best[i][j] = max(best[i][j], best[i+1][j+1]+like[i][j])
			}
		}
	}
	var all []pairing
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case like[i][j] >= Alike && best[i][j] == best[i+1][j+1]+like[i][j]:
			all = append(all, pairing{from + i, from + j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			all = append(all, pairing{from + i, -1})
			i++
		default:
			all = append(all, pairing{-1, from + j})
			j++
		}
	}
	for ; i < len(before); i++ {
		all = append(all, pairing{from + i, -1})
	}
	for ; j < len(after); j++ {
		all = append(all, pairing{-1, from + j})
	}
	return all
}

func profiles(lines []string) []Profile {
	all := make([]Profile, len(lines))
	for i, l := range lines {
		all[i] = NewProfile(l)
	}
	return all
}
