package intake

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/model/intake/source"
)

// Copied text can lose the blank between a label and the first number of its row:
// 行政许可1523. The form's labels do not end in figures, so the number is set apart
// again before the rows are cut. It may be the mark of a note all the same; how many
// numbers the row has tells that (trim, sureOfGlued).

// unglued is the document with such numbers set apart, and the lines that had one.
// Real tables have a cell for each number.
func (l *labels) unglued(doc *source.Document, lines []int, loose bool) (*source.Document, map[int]bool) {
	var cut *source.Document
	found := map[int]bool{}
	for _, i := range lines {
		line := doc.Lines[i]
		if line.Table > 0 || line.Cells == nil && !loose || !l.setApart(&line) {
			continue
		}
		if cut == nil {
			d := *doc
			d.Lines = slices.Clone(d.Lines)
			cut = &d
		}
		cut.Lines[i], found[i] = line, true
	}
	if cut == nil {
		return doc, nil
	}
	return cut, found
}

// setApart sets the number apart that stands glued to the label of a line.
func (l *labels) setApart(line *source.Line) bool {
	if line.Cells == nil {
		text, values := peel(line.Text)
		label, number := l.cutNumber(text)
		if number != "" {
			line.Text = strings.Join(append([]string{label, number}, values...), " ")
		}
		return number != ""
	}
	for k, c := range line.Cells {
		text, values := peel(c.Text)
		label, number := l.cutNumber(text)
		if number == "" {
			continue
		}
		own, behind := c, c
		own.Text, behind.Text = label, strings.Join(append([]string{number}, values...), " ")
		by := 1 // columns that those behind move
		if line.Spaced {
			own.Span = len([]rune(label))
			behind.Column, behind.Span, by = c.Column+own.Span, max(1, c.Span-own.Span), 0
		} else {
			behind.Column++
		}
		cells := append(slices.Clone(line.Cells[:k]), own, behind)
		for _, next := range line.Cells[k+1:] {
			next.Column += by
			cells = append(cells, next)
		}
		line.Cells = cells
		return true
	}
	return false
}

// cutNumber parts a text that is the label of a row with a number right behind it; the
// number is empty for any other.
func (l *labels) cutNumber(text string) (label, number string) {
	if text == "" || isValue(text) {
		return text, ""
	}
	for i, r := range text {
		if i > 0 && (unicode.IsDigit(r) || strings.ContainsRune("+＋-－−", r)) && isValue(text[i:]) && l.isRow(letters(text[:i])) {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// isRow tells the letters of the label of a row, with those of its groups before it or
// without.
func (l *labels) isRow(label string) bool {
	if l.rows[label] {
		return true
	}
	for group := range l.over {
		if rest, ok := strings.CutPrefix(label, group); ok && l.isRow(rest) {
			return true
		}
	}
	return false
}

// sureOfGlued reports whether the first of as many values as the row has cells is a
// number of it, though it is glued to the label: without it the row would be whole but
// for its sum.
func (a *alignment) sureOfGlued(k match, values []value) bool {
	return !values[0].glued || a.form.rows[k.row].totals() == 0 || addsUp(values) || a.headsSayTotal(k)
}

// endsInFigure reports whether a label was written with a figure at its end that the
// form's has not: it may be the first number of the row.
func (a *alignment) endsInFigure(k match) bool {
	last := func(text string) bool {
		r := []rune(letters(text))
		return len(r) > 0 && unicode.IsDigit(r[len(r)-1])
	}
	return last(k.text) && !last(a.form.rows[k.row].name)
}

// asWritten is the label of a row with the mark of a note that stands glued to it.
func (a *alignment) asWritten(k match) string {
	values := a.runs[k.run].values
	if len(values) > 0 && values[0].glued && !trim(values, &a.form.rows[k.row])[0].glued {
		return k.text + values[0].text
	}
	return k.text
}
