package typeset

import (
	"math"
	"slices"
)

// Costs of a line, added over the paragraph and kept as low as possible. A line
// that fills its cells exactly costs nothing; the others only have to be in the
// right order. They are for one cell.
const (
	// costFree: a cell won from blanks that face another mark, or the line's
	// end, is not seen, so it is the first remedy.
	costFree = 1.0
	// costTight and costWide: up to half a cell is spread over all gaps of the
	// line, which is not noticed (maxGap). They grow with the square.
	costTight = 10.0
	costWide  = 8.0
	// costSqueeze: a cell won from marks between characters is hardly seen.
	costSqueeze = 12.0
	// costLoose: what goes beyond half a cell is seen.
	costLoose = 120.0
	// costUnit: “60｜条” torn apart is worse than a cell too few and better than
	// one and a half.
	costUnit = 60.0
	// costRange: “8:30–｜12:00” and “1+2=｜3” go on where they are cut.
	costRange = 50.0
	// costAddress, costWord: the address of a page or a mailbox is cut rather
	// than a line stretched by two cells, GB/T or 2021-01-20 rather than by more
	// than three.
	costAddress = 120.0
	costWord    = 900.0
	// costRagged: the lines of a label or of a title differ in length by a cell.
	costRagged = 20.0
	// costLoner: a last line of a single character.
	costLoner = 12.0
	// costForced: a cut where no rule allows one, when nothing else fits.
	costForced = 1e6
)

// maxGap is the most that a gap opens or closes without being noticed, in cells:
// 0.316 pt on A4, as the 25 gaps of a paragraph's first line have to take half a cell
// (0.3 pt would leave 0.4 pt of the line empty at its end, which is worse). Over a whole
// line that makes up to maxSpread cells.
const (
	maxGap    = 0.02
	maxSpread = 0.5
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
	best    []float64
	line    []setLine
	fitting []fitting // of linesFrom
}

// fitting is a line that fits as it is.
type fitting struct {
	setLine
	cost float64
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

// cut parts atoms into the lines that they were broken into.
func cut(atoms []atom, lines []setLine) [][]atom {
	all := make([][]atom, len(lines))
	for i, l := range lines {
		all[i] = atoms[l.first:l.last]
	}
	return all
}

// linesFrom tries every line that begins with atom start. The grid comes first:
// of the lines that fit as they are only the fullest counts, and the next ones
// below it while their ends tear something. Those with more than fits are there
// for what must not stand at an edge.
func (b *breaking) linesFrom(start int) {
	indent := 0.0
	if start == 0 {
		indent = b.indent
	}
	room := b.width - indent
	var line slack
	b.fitting = b.fitting[:0]
	found := false
	cut := start + 1 // where to cut when no break is allowed
	for i := start; i < len(b.atoms); i++ {
		a := &b.atoms[i]
		line.add(a, i == start)
		if a.blank {
			continue
		}
		rest := room - line.used
		if b.ragged && rest < -tiny || rest < -line.all()-tiny {
			break
		}
		if rest >= -tiny {
			cut = i + 1
		}
		if math.IsInf(a.breakCost, 1) {
			continue
		}
		found = true
		l := setLine{first: start, last: i + 1, indent: indent}
		cost := b.cost(&l, rest, line)
		if i+1 < len(b.atoms) && rest >= -tiny && !b.ragged {
			b.fitting = append(b.fitting, fitting{l, cost})
			continue
		}
		b.take(l, cost)
		if l.last == len(b.atoms) && rest >= -tiny && !b.even {
			return // the rest of the paragraph fits
		}
	}
	for i := len(b.fitting) - 1; i >= 0; i-- {
		l := b.fitting[i]
		b.take(l.setLine, l.cost)
		if b.atoms[l.last-1].breakCost == 0 {
			break
		}
	}
	if !found {
		b.take(setLine{first: start, last: cut, indent: indent}, costForced)
	}
}

// slack is what a line takes and what it could give, in cells.
type slack struct {
	used    float64
	paired  float64 // blanks beside marks
	marks   float64 // blanks of all marks
	atEnd   float64 // blank of the last mark, if it has one on its right that is not paired
	gaps    int     // between atoms
	letters int     // gaps within words
	inWord  bool    // the last atom is of a word
}

func (s *slack) add(a *atom, first bool) {
	s.used += a.cells
	inWord := a.run && !a.blank
	if !first && (!inWord || !s.inWord) {
		s.gaps++
	}
	s.inWord = inWord
	if a.blank {
		return
	}
	if a.run {
		s.letters += len(a.glyphs) - 1
	}
	blank := a.blankHalf(first)
	s.marks += blank
	s.atEnd = 0
	switch {
	case a.paired:
		s.paired += blank
	case a.free(true):
		s.atEnd = blank
	}
}

// free is the blank that can go without being noticed.
func (s *slack) free() float64 { return s.paired + s.atEnd }

// tight and wide are what the gaps give and take unseen. Letters stand close as
// they are.
func (s *slack) tight() float64 { return min(maxSpread, maxGap*float64(s.gaps)) }
func (s *slack) wide() float64  { return min(maxSpread, maxGap*float64(s.gaps+s.letters)) }

func (s *slack) all() float64 { return s.marks + s.tight() }

// cost prices the line that leaves rest cells free and says by how many cells
// to adjust it.
func (b *breaking) cost(l *setLine, rest float64, s slack) (cost float64) {
	last := l.last == len(b.atoms)
	if !last {
		cost = b.atoms[l.last-1].breakCost
	}
	l.adjust = rest
	switch {
	case last && rest > -tiny && !b.even: // stays as it is
		l.adjust = 0
		if l.last-l.first == 1 && l.first > 0 {
			cost += costLoner
		}
	case b.ragged:
		l.adjust = 0
		cost += costRagged * rest * rest
	case rest < -tiny:
		free := min(-rest, s.free())
		tight := min(-rest-free, s.tight())
		cost += free*costFree + costTight*tight*tight + costSqueeze*max(0, -rest-free-tight)
	default:
		wide := min(rest, s.wide())
		cost += costWide*wide*wide + costLoose*(rest-wide)*(1+rest-wide)
		if rest > maxStretch {
			l.adjust = 0
		}
	}
	return cost
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
