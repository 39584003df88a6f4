package intake

import (
	"nianbao/model/intake/source"
)

// Where in a row the labels end and the numbers begin.

// labelsEnd is the column behind the row's labels. A label further right than
// in other rows is one pushed out of its place by a torn one; in a real table
// it is something odd among the numbers, and left there.
func (s *stretch) labelsEnd(l *source.Line, start int) (end int, filled bool) {
	end = start
	for _, c := range l.Cells {
		if c.Text == "" {
			continue
		}
		if isValue(c.Text) && c.Column+c.Span > start {
			filled = true
		} else if !filled && l.Table == 0 {
			end = max(end, c.Column+c.Span)
		}
	}
	return end, filled
}

// oddValues finds the values of a row that begins with a label of the form to the
// letter and has something else than a number behind it, in a column of numbers: it
// was written for one (两件, 待定), and is no label.
func (s *stretch) oddValues(l *source.Line, start int) (from int, odd bool) {
	at := s.oddFrom(l.Cells)
	if start == 0 || at == len(l.Cells) {
		return 0, false
	}
	if s.fields > 0 && l.Table == 0 {
		return at, len(l.Cells)-at == s.fields
	}
	return start, l.Cells[at].Column == start
}

// oddFrom is the place of the first cell behind the label of a row, where one of
// those is neither a number nor a label; the number of cells where that is not so.
func (s *stretch) oddFrom(cells []source.Cell) int {
	label, odd := -1, false
	for i, c := range cells {
		switch w := letters(c.Text); {
		case s.labels.rows[w]:
			label, odd = i, false
		case s.labels.all[w]:
			return len(cells)
		default:
			odd = odd || label >= 0 && c.Text != "" && !isValue(c.Text)
		}
	}
	if !odd {
		return len(cells)
	}
	return label + 1
}

// fields finds out whether a table lies there as Word and WPS copy it: a cell
// joined downwards leaves an empty field, one joined sideways a single field.
// Then rows begin with any number of fields, and what they have in common is
// how many follow their label. It is 0 for a table that keeps its columns.
func fields(doc *source.Document, lines []int) int {
	columns, counts := map[int]int{}, map[int]int{}
	for _, i := range lines {
		l := &doc.Lines[i]
		if l.Cells == nil || l.Spaced || l.Table != 0 {
			continue
		}
		if label, ok := lastLabel(l); ok {
			columns[label]++
			counts[len(l.Cells)-1-label]++
		}
	}
	_, aligned := most(columns)
	count, even := most(counts)
	if even <= aligned {
		return 0
	}
	return count
}

// lastLabel is the field before the values of a row.
func lastLabel(l *source.Line) (column int, ok bool) {
	for i, c := range l.Cells {
		switch {
		case c.Text == "":
		case isValue(c.Text):
			return column, ok && i > 0
		default:
			column, ok = i, true
		}
	}
	return 0, false
}

// most is the key with the highest count, the least of equals.
func most(counts map[int]int) (key, count int) {
	for k, n := range counts {
		if n > count || n == count && k < key {
			key, count = k, n
		}
	}
	return key, count
}

// starts finds for each table of the source the column where its numbers begin:
// right behind the labels that are the form's to the letter, or where the numbers of
// most rows do.
func starts(doc *source.Document, lines []int, labels *labels) map[int]int {
	behind, first := map[int]map[int]int{}, map[int]map[int]int{}
	vote := func(votes map[int]map[int]int, table, column int) {
		if votes[table] == nil {
			votes[table] = map[int]int{}
		}
		votes[table][column]++
	}
	for _, i := range lines {
		l := &doc.Lines[i]
		if l.Cells == nil || l.Spaced {
			continue
		}
		if b, ok := labels.bodyOf(l); ok {
			vote(behind, l.Table, b.start)
		}
		if at, ok := firstNumber(l); ok {
			vote(first, l.Table, at)
		}
	}
	found := map[int]int{}
	for table, byColumn := range first {
		found[table], _ = most(byColumn)
	}
	for table, byColumn := range behind {
		found[table], _ = most(byColumn)
	}
	return found
}

func firstNumber(l *source.Line) (column int, ok bool) {
	labelled := false
	for _, c := range l.Cells {
		switch {
		case c.Text == "":
		case isValue(c.Text):
			return c.Column, labelled || c.Column == 0
		default:
			labelled = true
		}
	}
	return 0, false
}
