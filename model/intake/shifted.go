package intake

import (
	"slices"

	"nianbao/model/intake/source"
)

// A table that a page end cut within a group goes on without the group's label: its
// rows have a cell less than the others and begin further left. They are put below
// the others again before the table is looked for.

// body is where the values of a table of the source stand.
type body struct{ start, width int }

// straightened is the document with such rows moved to where they belong.
func (x *recogniser) straightened(doc *source.Document, lines []int) *source.Document {
	bodies := x.bodies(doc, lines)
	var moved *source.Document
	for _, i := range lines {
		l := &doc.Lines[i]
		own, ok := x.labels.bodyOf(l)
		if !ok || own.width != bodies[l.Table].width || own.start >= bodies[l.Table].start {
			continue
		}
		if moved == nil {
			d := *doc
			d.Lines = slices.Clone(d.Lines)
			moved = &d
		}
		by := bodies[l.Table].start - own.start
		cells := slices.Clone(l.Cells)
		for k := range cells {
			cells[k].Column += by
		}
		moved.Lines[i].Cells = cells
	}
	if moved == nil {
		return doc
	}
	return moved
}

// bodies finds for each table how wide most of its rows of values are, and where the
// rightmost of those begins.
func (x *recogniser) bodies(doc *source.Document, lines []int) map[int]body {
	widths := map[int]map[int]int{}
	for _, i := range lines {
		if b, ok := x.labels.bodyOf(&doc.Lines[i]); ok {
			table := doc.Lines[i].Table
			if widths[table] == nil {
				widths[table] = map[int]int{}
			}
			widths[table][b.width]++
		}
	}
	all := map[int]body{}
	for _, i := range lines {
		l := &doc.Lines[i]
		if b, ok := x.labels.bodyOf(l); ok {
			if width, _ := most(widths[l.Table]); b.width == width {
				all[l.Table] = body{max(all[l.Table].start, b.start), width}
			}
		}
	}
	return all
}

// bodyOf is where the values of a row of a real table stand: right behind its label,
// which is the form's to the letter.
func (l *labels) bodyOf(row *source.Line) (body, bool) {
	if row.Table == 0 || row.Spaced {
		return body{}, false
	}
	label, last := -1, ""
	for i, c := range row.Cells {
		w := letters(c.Text)
		switch {
		case c.Text == "" || isValue(c.Text):
		case l.rows[w] && (label < 0 || l.over[last]):
			label, last = i, w
		case label >= 0 || !l.over[w]:
			return body{}, false
		}
	}
	if label < 0 || label == len(row.Cells)-1 {
		return body{}, false
	}
	end := row.Cells[len(row.Cells)-1]
	start := row.Cells[label].Column + row.Cells[label].Span
	return body{start, end.Column + end.Span - start}, true
}
