package intake

import (
	"slices"
	"strings"
)

// Where no columns are certain, numbers are told by counting them from the left. That
// holds as long as the heads stand in the order of the form, which is looked at here in
// the order they are read: line by line, or one below the other.

// seenHead is a head of the form, found over a row.
type seenHead struct {
	letters string
	line    int
}

// otherOrder reports whether the source's heads over a row stand in another order than
// the form's.
func (a *alignment) otherOrder(k match) bool {
	row := &a.form.rows[k.row]
	seen := a.headsOver(k)
	if row.groupsMoved(seen) {
		return true
	}
	if repeats := row.repeats(); repeats > 1 {
		return row.restarts(seen) >= repeats
	}
	return row.moved(seen, a.runs[k.run].spaced)
}

// headsOver are the heads of a row's columns in the nearest wording before it that has
// two at least, and the groups over them.
func (a *alignment) headsOver(k match) []seenHead {
	row := &a.form.rows[k.row]
	for i := k.run; i >= 0; i-- {
		var seen []seenHead
		columns := 0
		for _, p := range a.runs[i].gap {
			if isUsed(a.matches, p) {
				continue
			}
			for _, word := range headWords(p, row) {
				seen = append(seen, seenHead{word, p.line})
				if row.columnOf(word) >= 0 {
					columns++
				}
			}
		}
		if columns > 1 {
			return seen
		}
	}
	return nil
}

// headWords are the heads that a piece holds: one, or several with blanks between.
func headWords(p *piece, row *formRow) []string {
	if row.isOver(p.whole) {
		return []string{p.whole}
	}
	var all []string
	for word := range strings.FieldsSeq(p.text) {
		if w := letters(word); row.isOver(w) {
			all = append(all, w)
		}
	}
	return all
}

// isOver tells the letters of a label over a column of the row.
func (r *formRow) isOver(letters string) bool {
	return slices.ContainsFunc(r.columns, func(labels []wording) bool {
		return slices.ContainsFunc(labels, func(w wording) bool { return w.whole == letters })
	})
}

// columnOf is the first column with a head, -1 for none.
func (r *formRow) columnOf(letters string) int {
	return slices.IndexFunc(r.heads, func(w wording) bool { return w.whole == letters })
}

// repeats is how often the row has its most frequent head: once, or in table four once
// for each kind of dispute.
func (r *formRow) repeats() int {
	counts := map[string]int{}
	most := 0
	for _, h := range r.heads {
		counts[h.whole]++
		most = max(most, counts[h.whole])
	}
	return most
}

// restarts counts how often heads that repeat begin anew: one time less than they repeat
// when they stand in their order, whether torn ones are left out or joined cells there twice.
func (r *formRow) restarts(seen []seenHead) int {
	var columns []int
	for _, h := range seen {
		if i := r.columnOf(h.letters); i >= 0 {
			columns = append(columns, i)
		}
	}
	columns = columns[max(0, len(columns)-len(r.heads)):] // the heads of a page before are the same
	n := 0
	for i := 1; i < len(columns); i++ {
		if columns[i] < columns[i-1] {
			n++
		}
	}
	return n
}

// groupsMoved reports whether groups of columns stand in another order: 行政诉讼 before
// 行政复议.
func (r *formRow) groupsMoved(seen []seenHead) bool {
	at := func(letters string) int {
		return slices.IndexFunc(seen, func(h seenHead) bool { return h.letters == letters })
	}
	last := map[int]int{} // by level
	for _, labels := range r.columns {
		for level, group := range labels[:len(labels)-1] {
			i := at(group.whole)
			if i < 0 {
				continue
			}
			if i < last[level] {
				return true
			}
			last[level] = i
		}
	}
	return false
}

// moved reports whether heads that each stand there once are in another order. Those of
// one level are in that of the form, and those of one line.
func (r *formRow) moved(seen []seenHead, spaced bool) bool {
	lines, places := map[int]int{}, map[int]int{} // by column
	for place, h := range seen {
		if i := r.columnOf(h.letters); i >= 0 {
			lines[i], places[i] = h.line, place
		}
	}
	deep := 0
	for i := range r.columns {
		deep = max(deep, len(r.columns[i]))
		for j := range i {
			together := lines[i] == lines[j] || len(r.columns[i]) == len(r.columns[j])
			if hasKey(places, i) && hasKey(places, j) && together && places[j] > places[i] {
				return true
			}
		}
	}
	return hasAll(r, places) && r.scattered(places, deep, spaced)
}

// scattered reports whether columns of the upper level stand among those of the lower,
// or all behind them, where the order of reading is that of the columns.
func (r *formRow) scattered(places map[int]int, deep int, spaced bool) bool {
	first, last := len(r.columns), -1 // columns of the lower level
	for i, labels := range r.columns {
		if len(labels) == deep {
			first, last = min(first, i), max(last, i)
		}
	}
	behind, among := 0, false
	for i, labels := range r.columns {
		if len(labels) == deep || !hasKey(places, i) {
			continue
		}
		among = among || places[i] > places[first] && places[i] < places[last]
		if i < first && places[i] > places[last] {
			behind++
		}
	}
	return among || behind > 0 && !spaced
}

// hasAll reports whether each column of the row has a key; a sum can be left out.
func hasAll[V any](r *formRow, places map[int]V) bool {
	for i, c := range r.cells {
		if !hasKey(places, i) && len(c.Across) == 0 {
			return false
		}
	}
	return true
}

func hasKey[V any](places map[int]V, column int) bool {
	_, ok := places[column]
	return ok
}

// fitByOrder follows heads in another order than the form's where the order of reading
// is that of the columns: all on one line, or all of one level. It is nil unless each
// value has one of its own.
func (a *alignment) fitByOrder(k match, values []value) map[int]value {
	row := &a.form.rows[k.row]
	var columns []int
	lines, levels := map[int]bool{}, map[int]bool{}
	for _, h := range a.headsOver(k) {
		if i := row.columnOf(h.letters); i >= 0 {
			columns = append(columns, i)
			lines[h.line], levels[len(row.columns[i])] = true, true
		}
	}
	if a.runs[k.run].table > 0 || row.repeats() > 1 || len(lines) > 1 && len(levels) > 1 || len(columns) != len(values) || values[0].glued {
		return nil
	}
	placed := map[int]value{}
	for n, i := range columns {
		placed[i] = values[n]
	}
	if len(placed) < len(values) || !hasAll(row, placed) {
		return nil
	}
	return placed
}
