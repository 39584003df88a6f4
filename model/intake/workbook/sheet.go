package workbook

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"

	"nianbao/model/intake/source"
)

// grid is what a sheet shows.
type grid struct {
	rows   []row
	merges []merge
	boxes  []box // over it, from top to bottom
	images int
	hidden bool
}

// row is a row with what stands in it.
type row struct {
	number int // from 0
	cells  []cell
	hidden bool
}

type cell struct {
	column  int
	said    source.Text
	heading int
}

// merge is a place of several cells.
type merge struct{ left, top, right, bottom int }

// maxColumn is the last column a cell can be in, from 0; what stands further right
// is refused with the row's number of cells.
const maxColumn = 16383

// maxBlank is how many cells of a row are kept that may be blank: a table has them
// where nothing is filled in yet.
const maxBlank = 2 * source.MaxCells

// sheet reads a sheet (18.3).
func (f *file) sheet(s sheetEntry) (*grid, error) {
	g := &grid{hidden: s.hidden}
	aside := map[int]bool{} // hidden columns
	column, next := 0, 0
	err := f.read(s.part, func(e xml.StartElement, w *walker) error {
		switch e.Name.Local {
		case "col":
			if isTrue(attr(e, "hidden")) {
				from, to := number(attr(e, "min"))-1, number(attr(e, "max"))-1
				for i := max(0, from); i <= min(to, maxColumn); i++ {
					aside[i] = true
				}
			}
		case "row":
			if n := number(attr(e, "r")); n > 0 {
				next = n - 1
			}
			g.rows = append(g.rows, row{number: next, hidden: isTrue(attr(e, "hidden"))})
			next, column = next+1, 0
		case "c":
			if len(g.rows) == 0 {
				return &source.Refusal{Reason: source.Damaged}
			}
			if at, ok := columnOf(attr(e, "r")); ok {
				column = at
			}
			said, err := f.cell(e, w)
			if err != nil {
				return err
			}
			if r := &g.rows[len(g.rows)-1]; len(said) > 0 || len(r.cells) < maxBlank {
				if g.hidden || r.hidden || aside[column] {
					said = said.As(source.Hidden)
				}
				r.cells = append(r.cells, cell{column: column, said: said, heading: f.look(e).heading})
			}
			column++
		case "mergeCell":
			if m, ok := mergeOf(attr(e, "ref")); ok {
				g.merges = append(g.merges, m)
			}
		}
		return nil
	})
	return g, err
}

// cell reads what a cell shows (18.3.1.4).
func (f *file) cell(e xml.StartElement, w *walker) (source.Text, error) {
	value := ""
	var inline source.Text
	outside := w.depth - 1
	for w.depth > outside {
		token, err := w.next()
		if err != nil {
			return nil, &source.Refusal{Reason: source.Damaged, Err: err}
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "v":
			value, err = w.value()
		case "is":
			inline, err = w.text(ofCell)
		}
		if err != nil {
			return nil, err
		}
	}
	look := f.look(e)
	switch attr(e, "t") {
	case "s":
		if i := number(value); value != "" && i >= 0 && i < len(f.strings) {
			return look.of(f.strings[i]), nil
		}
		return nil, nil
	case "inlineStr":
		return look.of(inline), nil
	case "str", "e", "d":
	case "b":
		value = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(value)]
	default:
		value = f.numeric(value, look.date)
	}
	if value == "" {
		return nil, nil
	}
	return source.Text{{Text: value, Look: look.seen}}, nil
}

// of is a text as a cell of this look shows it.
func (l *look) of(text source.Text) source.Text {
	var all source.Text
	for _, r := range text {
		if r.Look == ofCell {
			r.Look = l.seen
		}
		all.Add(r.Text, r.Look)
	}
	return all
}

// look is the look of a cell.
func (f *file) look(cell xml.StartElement) look {
	if i := number(attr(cell, "s")); i >= 0 && i < len(f.looks) {
		return f.looks[i]
	}
	return look{}
}

// value reads to the end of the element that has just begun: its text.
func (w *walker) value() (string, error) {
	var text []byte
	outside := w.depth - 1
	for w.depth > outside {
		token, err := w.next()
		if err != nil {
			return "", &source.Refusal{Reason: source.Damaged, Err: err}
		}
		if chars, ok := token.(xml.CharData); ok {
			text = append(text, chars...)
		}
	}
	return strings.TrimSpace(string(text)), nil
}

// numeric is a number as it is meant: without the digits that a computer adds, not in
// thousands of tens; or the date that it stands for.
func (f *file) numeric(value string, date bool) string {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return value
	}
	const last = 2_958_465 // 9999-12-31
	if date && v >= 1 && v <= last {
		zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if f.since == 1904 {
			zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		return zero.AddDate(0, 0, int(v)).Format("2006年1月2日")
	}
	const digits = 15 // that a cell has
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil || math.Abs(rounded) >= 1e21 {
		return value
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// number reads a number that is not negative; -1 for anything else.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// columnOf is the column of a reference: 2 of C5.
func columnOf(reference string) (column int, ok bool) {
	n := 0
	for _, r := range strings.TrimLeft(reference, "$") {
		if r < 'A' || r > 'Z' {
			break
		}
		if n = n*26 + int(r-'A') + 1; n > maxColumn+1 {
			return 0, false
		}
	}
	return n - 1, n > 0
}

// mergeOf reads a reference to a place of several cells: A2:C4.
func mergeOf(reference string) (m merge, ok bool) {
	from, to, _ := strings.Cut(reference, ":")
	left, ok1 := columnOf(from)
	right, ok2 := columnOf(to)
	top := number(strings.TrimLeft(from, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$")) - 1
	bottom := number(strings.TrimLeft(to, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$")) - 1
	return merge{left, top, right, bottom}, ok1 && ok2 && top >= 0 && bottom >= top && right >= left
}

// give adds the sheet to a document: as prose if all of it stands in one column.
func (g *grid) give(b *source.Builder) {
	first, last := maxColumn, 0
	for _, r := range g.rows {
		for _, c := range r.cells {
			if len(c.said) > 0 {
				first, last = min(first, c.column), max(last, c.column)
			}
		}
	}
	if first < last {
		b.BeginTable()
	}
	covered := g.covered()
	for range g.images {
		b.Image()
	}
	for _, r := range g.rows {
		g.giveBoxes(b, r.number)
		line := source.Line{}
		for _, c := range r.cells {
			place, ok := covered[[2]int{r.number, c.column}]
			if c.column < first || c.column > last || ok && (place.top != r.number || place.left != c.column) {
				continue
			}
			if first == last {
				b.Paragraph(source.Line{Runs: c.said, Heading: c.heading})
				continue
			}
			line.Cells = append(line.Cells, source.Cell{
				Runs: c.said, Column: min(c.column-first, source.MaxCells),
				Span: max(1, min(place.right-place.left+1, source.MaxCells)), Rows: max(1, min(place.bottom-place.top+1, source.MaxSpan)),
			})
		}
		if b.Full() {
			return
		}
		if len(line.Cells) > 0 {
			b.Row(line)
		}
	}
	g.giveBoxes(b, maxRow)
}

const maxRow = 1<<20 - 1 // the last a sheet has, from 0

// covered gives places within merged ones these. What they claim is bounded, each and
// all together.
func (g *grid) covered() map[[2]int]merge {
	all := map[[2]int]merge{}
	left := maxCovered
	for _, m := range g.merges {
		for i := m.top; i <= min(m.bottom, m.top+source.MaxSpan); i++ {
			for j := m.left; j <= min(m.right, m.left+source.MaxCells); j++ {
				if left--; left < 0 {
					return all
				}
				all[[2]int{i, j}] = m
			}
		}
	}
	return all
}

const maxCovered = 200_000 // places of a sheet, within merged ones
