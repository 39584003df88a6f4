package pdftext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/intake/source"
)

// noteMark is a raised mark in prose: where it stands, and what it says.
type noteMark struct {
	item     int
	from, to int // glyphs of the line
	text     string
	power    bool // behind a figure: it may be one
}

// markNotes finds the notes at the foot of each page to which marks in its prose
// point: the notes are no text of the document, nor are their marks.
func markNotes(items []item) {
	for from := 0; from < len(items); {
		to := from
		for to < len(items) && items[to].page == items[from].page {
			to++
		}
		markNotesOf(items[from:to])
		from = to
	}
}

// markNotesOf does that for a page.
func markNotesOf(page []item) {
	page = slices.DeleteFunc(slices.Clone(page), func(it item) bool {
		return it.aside || it.line != nil && (it.line.site || pageNumber().MatchString(it.line.text()))
	})
	marks := marksIn(page)
	begins := func(i int) *noteMark {
		for k := range marks {
			if m := &marks[k]; m.item < i && page[i].line != nil && m.begins(page[i].line.text()) && setApart(page, i, m) {
				return m
			}
		}
		return nil
	}
	const most = 12 // lines of notes at the foot of a page
	foot := len(page)
	for i := len(page) - 1; i >= max(0, len(page)-most) && page[i].line != nil && page[i].line.column == nil; i-- {
		if begins(i) != nil {
			foot = i
		}
	}
	var note *line
	for i := foot; i < len(page); i++ {
		l := page[i].line
		if m := begins(i); m != nil {
			note = l
			said := page[m.item].line.glyphs[m.from:m.to]
			for g := range said {
				said[g].look = source.Mark
			}
		}
		note.note = append(note.note, runsOf(l.glyphs)...)
		l.noted = true
	}
}

// marksIn lists the raised marks in lines of prose, but for those that stand there twice:
// which of the two a note belongs to cannot be told, unless one may be a power: 10³.
func marksIn(page []item) []noteMark {
	var all []noteMark
	seen, powers := map[string]int{}, map[string]int{}
	for i, it := range page {
		if it.line == nil {
			continue
		}
		glyphs := it.line.glyphs
		for from := 1; from < len(glyphs); from++ {
			to := from
			for to < len(glyphs) && glyphs[to].look == source.Raised {
				to++
			}
			if text := textOf(glyphs[from:to]); to > from && source.IsMark(textOf(glyphs[:from]), text) {
				m := noteMark{i, from, to, text, isFigure(glyphs[from-1].text)}
				if all = append(all, m); m.power {
					powers[text]++
				} else {
					seen[text]++
				}
			}
			from = to
		}
	}
	return slices.DeleteFunc(all, func(m noteMark) bool {
		return seen[m.text]+powers[m.text] > 1 && (m.power || seen[m.text] > 1)
	})
}

// begins reports whether a text is the note of a mark: not a greater number, nor a
// paragraph with a number of its own, nor the mark alone.
func (m *noteMark) begins(text string) bool {
	rest, ok := strings.CutPrefix(text, m.text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return ok && unicode.IsLetter(next)
}

// setApart tells a note from a line of prose that begins with the same figure: it is
// smaller than the line of its mark, or farther below what stands over it than lines are
// from each other.
func setApart(page []item, i int, m *noteMark) bool {
	const (
		small = 0.9 // of the size of the text
		apart = 1.4 // of the distance of lines
		least = 1.5 // sizes
	)
	l := page[i].line
	if l.size <= small*page[m.item].line.size {
		return true
	}
	above := page[i-1]
	bottom := above.top
	if above.table != nil {
		bottom = above.table.bottom()
	}
	return l.at-bottom > max(least*l.size, apart*pitch(page[:i]))
}

// pitch is the middle one of the distances between lines of a page; 0 where there are none.
func pitch(page []item) float64 {
	var all []float64
	for i := 1; i < len(page); i++ {
		if page[i-1].line != nil && page[i].line != nil {
			all = append(all, page[i].line.at-page[i-1].line.at)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}
