package intake

import (
	"slices"
	"strings"
)

// In loose text a table lies as a program for PDF took it off the page: labels in
// pieces, a group's pieces among them, several rows of numbers behind one label.

// isTorn reports whether a label that is not the form's to the letter may be all the
// same: what it lacks lies around it, or what it has too much is a group's.
func (a *alignment) isTorn(k match) bool {
	return a.runs[k.run].table == 0 && (a.endsElsewhere(k) || a.holdsGroup(k))
}

// endsElsewhere reports whether the letters that a label lacks are in pieces around it
// that are nobody's.
func (a *alignment) endsElsewhere(k match) bool {
	label := a.form.rows[k.row].label.whole
	var around strings.Builder
	for i := k.run; i <= k.run+1 && i < len(a.runs); i++ {
		for _, p := range a.runs[i].gap {
			if strings.Contains(label, p.whole) && !isUsed(a.matches, p) {
				around.WriteString(p.whole)
			}
		}
	}
	found := []rune(letters(k.text))
	for _, r := range label {
		if len(found) > 0 && found[0] == r {
			found = found[1:]
		} else if !strings.ContainsRune(around.String(), r) {
			return false
		}
	}
	return len(found) == 0
}

// holdsGroup reports whether a label is the form's but for a piece of a group, which
// stood beside it: 不予公开 5.属于三类内部事务信息.
func (a *alignment) holdsGroup(k match) bool {
	found, label := []rune(letters(k.text)), a.form.rows[k.row].label.whole
	n := len(found) - len([]rune(label))
	if n <= 0 {
		return false
	}
	for i := 0; i+n <= len(found); i++ {
		if string(found[:i])+string(found[i+n:]) == label && slices.ContainsFunc(a.form.groups, func(g string) bool { return strings.Contains(g, string(found[i:i+n])) }) {
			return true
		}
	}
	return false
}

// behindHeads finds the label of a row that its heads follow before the numbers:
// 行政事业性收费, 本年收费金额, 12.
func (a *alignment) behindHeads(i, j int) (label *piece, ok bool) {
	r, row := a.runs[i], &a.form.rows[j]
	n := len(r.gap)
	for n > 0 && slices.ContainsFunc(row.columns, func(heads []wording) bool {
		return slices.ContainsFunc(heads, func(h wording) bool { return h.whole == r.gap[n-1].whole })
	}) {
		n--
	}
	if r.table > 0 || n == 0 || n == len(r.gap) || r.gap[n-1].whole != row.label.whole {
		return nil, false
	}
	return r.gap[n-1], true
}

// parcelOut gives the numbers of several rows that follow one label to those rows, in
// the order of the form, when there are as many as rows up to the next that is known, or
// to the end, and the last number of each is the sum of the others. When there are
// not, none is certain: the label may have been moved among the numbers.
func (a *alignment) parcelOut() {
	for _, k := range slices.Clone(a.matches) {
		r, row := a.runs[k.run], &a.form.rows[k.row]
		width := len(row.cells)
		if r.table > 0 || r.spaced || row.totals() != 1 || width < 3 || len(row.cells[width-1].Across) == 0 || len(r.values) < 2*width {
			continue
		}
		next := len(a.form.rows)
		for _, other := range a.matches {
			if other.row > k.row {
				next = min(next, other.row)
			}
		}
		rows := 0
		for k.row+rows < next && (rows+1)*width <= len(r.values) && len(a.form.rows[k.row+rows].cells) == width && addsUp(r.values[rows*width:(rows+1)*width]) {
			rows++
		}
		if rows == next-k.row && len(r.values) == rows*width {
			a.divide(k, rows, width)
		}
	}
}

// divide cuts the run of a match into one for each of several rows.
func (a *alignment) divide(k match, rows, width int) {
	whole := *a.runs[k.run]
	first := whole
	first.values = whole.values[:width]
	a.runs[k.run] = &first
	for i := 1; i < rows; i++ {
		part := &run{values: whole.values[i*width : (i+1)*width], line: whole.values[i*width].line, closed: true}
		a.runs = append(a.runs, part)
		a.matches = append(a.matches, match{run: len(a.runs) - 1, row: k.row + i, sim: 1})
		a.parcelled++
	}
}

// standsIn reports whether a label stands in loose text, in pieces it may be, with no
// more than a group's letters among them.
func standsIn(text, label string) bool {
	const most = 12 // letters of the longest group
	all, want := []rune(text), []rune(label)
	for i, r := range all {
		if len(want) == 0 || r != want[0] {
			continue
		}
		n := 0
		for _, r := range all[i:min(len(all), i+len(want)+most)] {
			if n < len(want) && r == want[n] {
				n++
			}
		}
		if n == len(want) {
			return true
		}
	}
	return false
}

// addsUp reports whether the last number is the sum of those before it.
func addsUp(values []value) bool {
	sum := 0
	for i, v := range values {
		n, ok := count(v.text)
		if !ok {
			return false
		}
		if i == len(values)-1 {
			return n == sum
		}
		sum += n
	}
	return false
}
