package typeset

import (
	"math"
	"slices"
)

// Costs of a line, added over the paragraph and kept as low as possible. A line
// that fills its cells exactly costs nothing; the others only have to be in the
// right order.
const (
	// costPaired: a cell won from blanks that face another mark, or the line's
	// end, is not seen, so it is the first remedy.
	costPaired = 4.0
	// costSqueeze: one won from marks between characters is hardly seen.
	costSqueeze = 12.0
	// costStretch: a character pushed to the next line opens all gaps of this
	// one by 0.6 pt; it grows with the square of the cells.
	costStretch = 20.0
	// costUnit: “8条” torn apart is worse than one cell of stretch and better
	// than two.
	costUnit = 40.0
	// costLoner: a last line of a single character.
	costLoner = 12.0
	// costForced: a cut where no rule allows one, when nothing else fits.
	costForced = 1e6
)

// maxStretch is the most a line is stretched, in cells. A line that lacks more,
// before a long run that cannot be broken, stays ragged.
const maxStretch = 4.0

// tiny is a length in cells that is rounding, not space.
const tiny = 1e-6

// setLine is one line of a paragraph: atoms[first:last], and by how many cells
// it is to be stretched (positive) or squeezed (negative).
type setLine struct {
	first, last int
	indent      float64 // cells
	adjust      float64
}

// measure is what a paragraph is broken to.
type measure struct {
	width  float64 // cells
	indent float64 // of the first line, cells
	ragged bool    // lines keep their natural width (labels)
	even   bool    // ragged lines as equally long as can be (centred heads)
}

// breaking is the search for the cheapest way to break atoms into lines: best
// and line are indexed by the atom that the next line begins with.
type breaking struct {
	atoms []atom
	measure
	best []float64
	line []setLine
}

// breakLines finds the cheapest lines. Every break is one that the rules
// allow, unless a line without any would run out of its measure.
func breakLines(atoms []atom, m measure) []setLine {
	n := len(atoms)
	b := breaking{atoms: atoms, measure: m, best: make([]float64, n+1), line: make([]setLine, n+1)}
	for i := 1; i <= n; i++ {
		b.best[i] = never
	}
	for start := range n {
		if !math.IsInf(b.best[start], 1) {
			b.linesFrom(start)
		}
	}
	var lines []setLine
	for at := n; at > 0; at = b.line[at].first {
		lines = append(lines, b.line[at])
	}
	slices.Reverse(lines)
	return lines
}

// linesFrom tries every line that begins with atom start.
func (b *breaking) linesFrom(start int) {
	indent := 0.0
	if start == 0 {
		indent = b.indent
	}
	room := b.width - indent
	used := 0.0               // cells so far
	paired, slack := 0.0, 0.0 // what the marks among them can give: those beside marks, all
	found := false
	cut := start + 1 // where to cut when no break is allowed
	for i := start; i < len(b.atoms); i++ {
		a := b.atoms[i]
		used += a.cells
		if a.blank {
			continue
		}
		blank := a.blankHalf(i == start)
		slack += blank
		if a.paired {
			paired += blank
		}
		rest := room - used
		if b.ragged && rest < -tiny || rest < -slack-tiny {
			if !found {
				b.take(setLine{first: start, last: cut, indent: indent}, costForced)
			}
			return
		}
		if rest >= -tiny {
			cut = i + 1
		}
		free := paired
		if !a.paired && a.free(true) {
			free += blank
		}
		cost, adjust := b.cost(start, i+1, rest, free)
		if math.IsInf(cost, 1) {
			continue
		}
		found = true
		b.take(setLine{first: start, last: i + 1, indent: indent, adjust: adjust}, cost)
	}
}

// cost prices the line atoms[start:end] that leaves rest cells free, of which
// free can be squeezed unseen, and says by how many cells to adjust it.
func (b *breaking) cost(start, end int, rest, free float64) (cost, adjust float64) {
	last := end == len(b.atoms)
	if !last {
		cost = b.atoms[end-1].breakCost
	}
	switch {
	case last && rest > -tiny && !b.even: // stays as it is
		if end-start == 1 && start > 0 {
			cost += costLoner
		}
	case rest < -tiny:
		unseen := math.Min(-rest, free)
		cost, adjust = cost+unseen*costPaired+(-rest-unseen)*costSqueeze, rest
	default:
		cost += costStretch * rest * rest
		if !b.ragged && rest <= maxStretch {
			adjust = rest
		}
	}
	return cost, adjust
}

// take keeps the line if it is the cheapest way to where it ends.
func (b *breaking) take(l setLine, cost float64) {
	next := l.last
	for next < len(b.atoms) && b.atoms[next].blank {
		next++
	}
	if total := b.best[l.first] + cost; total < b.best[next]-tiny {
		b.best[next], b.line[next] = total, l
	}
}
