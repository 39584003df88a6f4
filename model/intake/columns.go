package intake

import (
	"slices"
	"strings"

	"nianbao/model"
)

// fit pairs the values of a run with the cells of its row in the form. It is
// nil when that is not certain: a number in the wrong column is worse than one
// that is reported as not placed.
func (a *alignment) fit(k match) map[int]value {
	r, row := a.runs[k.run], &a.form.rows[k.row]
	if a.endsEarly(k) {
		return nil
	}
	if byHead := a.fitByHeads(r, row); byHead != nil {
		return byHead
	}
	values := trim(r.values, row)
	if a.otherOrder(k) {
		return a.fitByOrder(k, values)
	}
	switch n := len(values); {
	case n == len(row.cells):
		if !a.sureOfGlued(k, values) {
			return nil
		}
		return inForm(values, func(int) bool { return true }, row)
	case n == len(row.cells)-row.totals() && !a.endsInFigure(k) && !a.headsSayTotal(k) && !a.othersHaveTotal(k):
		return inForm(values, func(i int) bool { return len(row.cells[i].Across) == 0 }, row)
	case r.spaced:
		return a.fitByPlace(k, values)
	}
	return nil
}

// endsEarly tells a row with fewer columns than the others of its part of a real
// table: which of its numbers is missing cannot be told.
func (a *alignment) endsEarly(k match) bool {
	r := a.runs[k.run]
	if r.table == 0 || r.spaced {
		return false
	}
	ends := map[int]int{}
	last := func(k match) int { // blank cells beside the table are none of it
		values := trim(a.runs[k.run].values, &a.form.rows[k.row])
		return values[len(values)-1].end
	}
	for _, other := range a.matches {
		if o := a.runs[other.run]; o.table == r.table && len(o.values) > 0 && a.form.rows[other.row].part == a.form.rows[k.row].part {
			ends[last(other)]++
		}
	}
	end, _ := most(ends)
	for at, n := range ends {
		if n == ends[end] {
			end = max(end, at)
		}
	}
	return len(r.values) > 0 && last(k) < end
}

// othersHaveTotal reports whether at least as many other rows of the part have a
// number for each cell, sums included, as have not. Then a row with fewer has
// lost one.
func (a *alignment) othersHaveTotal(k match) bool {
	row := &a.form.rows[k.row]
	whole, short := 0, 0
	for _, other := range a.matches {
		o := &a.form.rows[other.row]
		if o.part != row.part || len(o.cells) != len(row.cells) {
			continue
		}
		switch len(trim(a.runs[other.run].values, o)) {
		case len(o.cells):
			whole++
		case len(o.cells) - o.totals():
			short++
		}
	}
	return whole > 0 && whole >= short
}

// trim drops the blanks that merged cells leave, down to the number of cells:
// those behind the numbers first, for the column where numbers begin is known. A
// number glued to the label is the mark of a note when it is one too many.
func trim(values []value, row *formRow) []value {
	for len(values) > len(row.cells) && values[len(values)-1].text == "" {
		values = values[:len(values)-1]
	}
	for len(values) > len(row.cells) && (values[0].text == "" || values[0].glued) {
		values = values[1:]
	}
	return values
}

// inForm gives the values one after the other to the cells that are meant.
func inForm(values []value, meant func(int) bool, row *formRow) map[int]value {
	placed := map[int]value{}
	for i := range row.cells {
		if meant(i) {
			placed[i], values = values[0], values[1:]
		}
	}
	return placed
}

// fitByHeads follows the heads over the columns, in a table whose columns are
// certain. It is nil unless every value stands under one head of the row's part
// and no two under the same.
func (a *alignment) fitByHeads(r *run, row *formRow) map[int]value {
	if r.table == 0 || len(r.heads) == 0 {
		return nil
	}
	placed := map[int]value{}
	for _, v := range r.values {
		found := -1
		for i := range row.cells {
			if !a.stands(r, v, row.columns[i]) {
				continue
			}
			if found >= 0 {
				return nil
			}
			found = i
		}
		if _, twice := placed[found]; found < 0 || twice {
			return nil
		}
		placed[found] = v
	}
	return placed
}

// stands reports whether the heads over a value, outermost first, are the
// labels of a column. Only the innermost has to be there; another label of the
// same level in its place excludes the column.
func (a *alignment) stands(r *run, v value, labels []wording) bool {
	innermost := labels[len(labels)-1]
	got := false
	for _, h := range r.heads {
		if h.Column > v.end || h.Column+h.Span-1 < v.column {
			continue
		}
		w := h.wording
		switch {
		case alike(w.stem, innermost.stem) >= sureAlike:
			got = true
		case slices.ContainsFunc(labels, func(l wording) bool { return alike(w.stem, l.stem) >= sureAlike }):
		case a.isHead(w):
			return false
		}
	}
	return got
}

func (a *alignment) isHead(w wording) bool {
	return slices.ContainsFunc(a.form.heads, func(h wording) bool { return h.whole == w.whole })
}

// headsSayTotal reports whether the source's heads name a sum of the row, so
// that a row short of values lacks something else. Where no head was found, the
// last value is taken for the sum when it is what the others add up to.
func (a *alignment) headsSayTotal(k match) bool {
	row := &a.form.rows[k.row]
	sums := map[string]bool{}
	for i, c := range row.cells {
		if len(c.Across) > 0 {
			sums[row.heads[i].whole] = true
		}
	}
	heads := false // the row has one at least
	for i := 0; i <= k.run; i++ {
		for _, p := range a.runs[i].gap {
			if isUsed(a.matches, p) {
				continue
			}
			for word := range strings.FieldsSeq(p.text) { // heads with single blanks between them are one piece
				if sums[letters(word)] {
					return true
				}
			}
			heads = heads || a.isHead(p.wording)
		}
	}
	return !heads && sumsUp(a.runs[k.run].values)
}

func isUsed(matches []match, p *piece) bool {
	return slices.ContainsFunc(matches, func(k match) bool { return slices.Contains(k.used, p) })
}

// sumsUp reports whether the last value is the sum of those before, and not 0.
func sumsUp(values []value) bool {
	sum, last := 0, 0
	for i, v := range values {
		n, ok := count(v.text)
		if !ok {
			return false
		}
		if last = n; i < len(values)-1 {
			sum += n
		}
	}
	return sum == last && sum != 0
}

// count reads a whole number.
func count(text string) (int, bool) {
	normal, err := model.Normalise(model.Count, text)
	if err != nil || normal == "" || len(normal) > 9 {
		return 0, false
	}
	n := 0
	for _, d := range normal {
		n = n*10 + int(d-'0')
	}
	return n, true
}

// fitByPlace compares the places of the values with those of rows that have all
// of them. It is nil unless each value stands over one column alone.
func (a *alignment) fitByPlace(k match, values []value) map[int]value {
	row := &a.form.rows[k.row]
	placed := map[int]value{}
	for _, v := range values {
		found := -1
		for _, other := range a.matches {
			full := a.runs[other.run]
			if !full.spaced || len(full.values) != len(row.cells) || a.form.rows[other.row].part != row.part {
				continue
			}
			for i, w := range full.values {
				if v.column > w.end || v.end < w.column {
					continue
				}
				if found >= 0 && found != i {
					return nil
				}
				found = i
			}
		}
		if _, twice := placed[found]; found < 0 || twice {
			return nil
		}
		placed[found] = v
	}
	return placed
}
