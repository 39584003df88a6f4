package carry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/han"
)

// marks is what was done to a stretch of prose.
type marks struct {
	years   int      // moved on
	tied    int      // numbers tied to a cell
	sources int      // references to the form in force
	pending []string // words enclosed in the mark 待核
}

func (m *marks) add(other marks) {
	m.years += other.years
	m.tied += other.tied
	m.sources += other.sources
	m.pending = append(m.pending, other.pending...)
}

// action is what is done with a stretch.
type action int

const (
	keep  action = iota // it stays, for certain
	move                // a year that moves on
	tie                 // a number that is a cell's
	renew               // a reference to the form in force
	mark                // nobody knows: 待核
)

// edit is what is done with characters start to end of a text.
type edit struct {
	start, end int
	do         action
	text       string // that takes their place
}

// editor collects the edits of a text. Of two that overlap the first one counts:
// what is known best comes first.
type editor struct {
	*carrying
	runes []rune
	taken []bool // characters that have an edit
	edits []edit
}

// add takes an edit, unless it overlaps with one before it.
func (e *editor) add(x edit) bool {
	if x.start >= x.end || slices.Contains(e.taken[x.start:x.end], true) {
		return false
	}
	for i := range e.taken[x.start:x.end] {
		e.taken[x.start+i] = true
	}
	e.edits = append(e.edits, x)
	return true
}

func (e *editor) mark(start, end int) {
	e.add(edit{start, end, mark, model.Pending(string(e.runes[start:end]))})
}

// links keeps the linked numbers whose cells the new edition has too.
func (e *editor) links() {
	at := 0
	for _, p := range e.last.Pieces(string(e.runes)) {
		long := utf8.RuneCountInString(p.Typed)
		if p.Cell != nil {
			x := edit{at, at + long, keep, p.Typed}
			if _, has := e.next.Edition().Counterpart(*p.Cell); !has {
				x.do, x.text = mark, model.Pending(p.Text)
			}
			e.add(x)
		}
		at += long
	}
}

// tie ties a number to its cell.
func (e *editor) tie(t check.Tie) {
	cell, _ := e.last.Edition().Cell(t.Cell)
	start, end := t.Place.Start, t.Place.End
	if _, has := e.next.Edition().Counterpart(cell); !has || end > len(e.runes) {
		return
	}
	if end = numberEnd(e.runes, start, end); end > start {
		e.add(edit{start, end, tie, "{" + string(t.Cell) + "}"})
	}
}

// numberEnd is where the figures that begin at start end.
func numberEnd(text []rune, start, end int) int {
	to := start
	for i := start; i < end; i++ {
		switch {
		case isFigure(text[i]):
			to = i + 1
		case !strings.ContainsRune(",，.．", text[i]) && !unicode.IsSpace(text[i]):
			return to
		}
	}
	return to
}

func isFigure(r rune) bool {
	r = han.FoldRune(r)
	return r >= '0' && r <= '9' || strings.ContainsRune(numeralSigns, r)
}

// numeralSigns are what Chinese numerals are written with.
const numeralSigns = han.Numerals + han.Zeros + "两百千万"

// apply makes the edits.
func (e *editor) apply() (string, marks) {
	slices.SortFunc(e.edits, func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	var done marks
	at := 0
	for _, x := range e.edits {
		b.WriteString(string(e.runes[at:x.start]))
		b.WriteString(x.text)
		at = x.end
		switch x.do {
		case move:
			done.years++
		case tie:
			done.tied++
		case renew:
			done.sources++
		case mark:
			done.pending = append(done.pending, strings.TrimSuffix(strings.TrimPrefix(x.text, model.PendingOpen), model.PendingClose))
		}
	}
	b.WriteString(string(e.runes[at:]))
	return b.String(), done
}
