package intake

import (
	"slices"
)

// How much two wordings must agree.
const (
	leastAlike = 0.62 // to be taken for the same label at all, in its place in the form
	sureAlike  = 0.80 // to be taken for it whatever the next best is
	margin     = 0.10 // between the best and the next best below that
)

// match is a run found to be a row of the form.
type match struct {
	run  int
	row  int
	text string  // the label as written
	sim  float64 // 1: to the letter
	used []*piece
}

// alignment is a stretch of runs read as one table of the form.
type alignment struct {
	form    *form
	runs    []*run
	matches []match
	score   float64
	// parcelled are the rows that were told by order and sum alone.
	parcelled int
}

// align finds which runs are which rows, in the order of the form, so that the
// labels agree best.
func align(f *form, runs []*run) *alignment {
	a := &alignment{form: f, runs: joinBlank(f, runs)}
	n, m := len(a.runs), len(f.rows)
	found := make([][]match, n)
	best := make([][]float64, n+1)
	best[n] = make([]float64, m+1)
	for i := range a.runs {
		found[i] = a.candidates(i)
	}
	for i := n - 1; i >= 0; i-- {
		best[i] = make([]float64, m+1)
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if found[i][j].sim > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+a.weight(found[i][j]))
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch here := best[i][j]; {
		case found[i][j].sim > 0 && here == best[i+1][j+1]+a.weight(found[i][j]):
			a.matches = append(a.matches, found[i][j])
			i, j = i+1, j+1
		case here == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	a.score = best[0][0]
	a.dropDoubtful(found)
	a.takeStrays(found)
	a.takeBare()
	a.parcelOut()
	a.score += a.headScore()
	return a
}

// weight prefers sure labels and rows with as many numbers as the form asks.
func (a *alignment) weight(k match) float64 {
	w := k.sim * k.sim
	if !a.fits(k) {
		w *= 0.7
	}
	return w
}

func (a *alignment) fits(k match) bool { return fits(a.runs[k.run].values, &a.form.rows[k.row]) }

// overflows reports whether no row fits and one has more numbers than cells.
func (a *alignment) overflows() bool {
	return !slices.ContainsFunc(a.matches, a.fits) && slices.ContainsFunc(a.matches, func(k match) bool {
		return filledLen(a.runs[k.run].values) > len(a.form.rows[k.row].cells)
	})
}

// fits reports whether there are as many values as cells in a row, with or
// without its sums. Blanks at the ends may be cells or what merging leaves.
func fits(values []value, row *formRow) bool {
	for _, n := range []int{len(values), filledLen(values), len(trim(values, row))} {
		if n == len(row.cells) || n == len(row.cells)-row.totals() {
			return true
		}
	}
	return false
}

// filledLen is the number of values without the blanks that merged cells leave
// at the ends.
func filledLen(values []value) int {
	first, last := 0, len(values)
	for first < last && values[first].text == "" {
		first++
	}
	for last > first && values[last-1].text == "" {
		last--
	}
	return last - first
}

// joinBlank takes rows without a number that have no label of the form for a
// piece of a torn label, which goes to the next row.
func joinBlank(f *form, runs []*run) []*run {
	var all []*run
	var waiting []*piece
	for i, r := range runs {
		torn := r.blank && bestLabel(f, r.gap) < sureAlike
		if torn && i+1 < len(runs) {
			waiting = append(waiting, r.gap...)
			continue
		}
		if len(waiting) > 0 {
			joined := *r
			joined.gap = append(waiting, r.gap...)
			r, waiting = &joined, nil
		}
		all = append(all, r)
	}
	return all
}

func bestLabel(f *form, gap []*piece) float64 {
	best := 0.0
	for j := range f.rows {
		for k := 1; k <= len(gap) && k <= maxPieces; k++ {
			best = max(best, alike(wordingOf(joinPieces(gap[len(gap)-k:])).stem, f.rows[j].label.stem))
		}
	}
	return best
}

// maxPieces is how many pieces a torn label may lie in.
const maxPieces = 5

// candidates compares one run with every row of the form.
func (a *alignment) candidates(i int) []match {
	found := make([]match, len(a.form.rows))
	r := a.runs[i]
	if len(r.values) == 0 {
		return found
	}
	for j := range a.form.rows {
		if len(a.form.rows[j].label.stem) == 0 { // table four: one row without a label
			if fits(r.values, &a.form.rows[j]) {
				found[j] = match{run: i, row: j, sim: 1}
			}
		} else if label, ok := a.behindHeads(i, j); ok {
			found[j] = match{run: i, row: j, text: label.text, sim: 1, used: []*piece{label}}
		}
	}
	for _, c := range a.labels(i) {
		for j := range a.form.rows {
			label := &a.form.rows[j].label
			if len(label.stem) == 0 {
				continue
			}
			sim := c.likeness(label)
			if sim >= leastAlike && sim > found[j].sim {
				found[j] = match{run: i, row: j, text: c.text, sim: sim, used: c.used}
			}
		}
	}
	return found
}

// dropDoubtful drops matches that score little more than those of another row: a
// number without a place is reported, one in a wrong place is not.
func (a *alignment) dropDoubtful(found [][]match) {
	taken := map[int]bool{}
	for _, k := range a.matches {
		taken[k.row] = true
	}
	kept := a.matches[:0]
	for _, k := range a.matches {
		doubtful := false
		for j, other := range found[k.run] {
			if j != k.row && k.sim < sureAlike && !taken[j] && other.sim > k.sim-margin {
				doubtful = true
			}
		}
		if !doubtful {
			kept = append(kept, k)
		}
	}
	a.matches = kept
}

// takeStrays places runs that stand out of order but bear the label of a free
// row to the letter.
func (a *alignment) takeStrays(found [][]match) {
	rows, runs := map[int]bool{}, map[int]bool{}
	for _, k := range a.matches {
		rows[k.row], runs[k.run] = true, true
	}
	for i := range found {
		for j, k := range found[i] {
			if k.sim == 1 && len(k.used) > 0 && !rows[j] && !runs[i] {
				rows[j], runs[i] = true, true
				a.matches = append(a.matches, k)
			}
		}
	}
}

// takeBare places the one row of a real table that lacks a label, when the rows
// next to it leave no other place for it.
func (a *alignment) takeBare() {
	bare := -1
	for i, r := range a.runs {
		if r.table > 0 && r.bare && !r.blank && len(a.form.rows) > 1 {
			if bare >= 0 {
				return
			}
			bare = i
		}
	}
	if bare < 0 {
		return
	}
	row, before := -1, -1
	for _, k := range a.matches {
		switch k.run {
		case bare:
			return
		case bare + 1:
			row = k.row - 1
		case bare - 1:
			before = k.row
		}
	}
	taken := slices.ContainsFunc(a.matches, func(k match) bool { return k.row == row })
	if row < 0 || taken || before >= 0 && before != row-1 || len(a.runs[bare].values) != len(a.form.rows[row].cells) {
		return
	}
	a.matches = append(a.matches, match{run: bare, row: row, sim: 1})
}

// headScore is what the column heads say for this table: with equal rows they
// tell one edition from the other.
func (a *alignment) headScore() float64 {
	if len(a.matches) == 0 {
		return 0
	}
	seen := map[string]bool{}
	for _, r := range a.runs {
		for _, p := range r.gap {
			seen[p.whole] = true
		}
	}
	score := 0.0
	counted := map[string]bool{}
	for _, h := range a.form.heads {
		if seen[h.whole] && !counted[h.whole] && h.whole != "" {
			counted[h.whole] = true
			score += 0.25
		}
	}
	return score
}
