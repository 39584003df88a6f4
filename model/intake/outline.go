package intake

import (
	"slices"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// outline is where the document's parts begin.
type outline struct {
	heads []sectionHead // in the order of the document
	first int           // line of the first section's title; all lines when there is none
}

// sectionHead is the title of a section, as found.
type sectionHead struct {
	section model.Section
	line    int // where it begins
	lines   int // how many it takes
	text    string
	sim     float64
}

// The title of a section is known by most of its letters. It is longer than a
// slip of the pen by a few characters at most.
const (
	headAlike = 0.72
	headExtra = 14
)

// findOutline finds the titles of the sections in the order of the form. The
// titles are the same in all editions; were they not, the best would win.
func findOutline(doc *source.Document) outline {
	best := outline{first: len(doc.Lines)}
	bestScore := 0.0
	for _, e := range model.Editions() {
		if o, score := alignHeads(doc, e); score > bestScore {
			best, bestScore = o, score
		}
	}
	return best
}

func alignHeads(doc *source.Document, e *model.Edition) (outline, float64) {
	n, m := len(doc.Lines), len(e.Titled())
	found := make([][]sectionHead, n)
	for i := range doc.Lines {
		found[i] = headsAt(doc, i, e)
	}
	best := make([][]float64, n+1)
	best[n] = make([]float64, m+1)
	for i := n - 1; i >= 0; i-- {
		best[i] = make([]float64, m+1)
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if found[i] != nil && found[i][j].sim > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+found[i][j].sim)
			}
		}
	}
	o := outline{first: n}
	for i, j := 0, 0; i < n && j < m; {
		switch here := best[i][j]; {
		case here == best[i+1][j]: // the last of equals: a list of contents comes first
			i++
		case found[i] != nil && found[i][j].sim > 0 && here == best[i+1][j+1]+found[i][j].sim:
			o.heads = append(o.heads, found[i][j])
			o.first = min(o.first, i)
			i, j = i+1, j+1
		default:
			j++
		}
	}
	return o, best[0][0]
}

// headsAt compares a line, and a line with the next, with the section titles.
func headsAt(doc *source.Document, i int, e *model.Edition) []sectionHead {
	l := &doc.Lines[i]
	if len(l.Cells) > 1 || l.Site || utf8.RuneCountInString(l.Text) > 60 {
		return nil
	}
	var found []sectionHead
	for j, s := range e.Titled() {
		h := sectionHead{section: s, line: i, lines: 1, text: l.Text, sim: headLikeness(l.Text, s.Title)}
		if i+1 < len(doc.Lines) && doc.Lines[i+1].Cells == nil && h.sim < 1 {
			joined := l.Text + doc.Lines[i+1].Text
			if sim := headLikeness(joined, s.Title); sim > h.sim+0.05 && sim >= sureAlike {
				h.sim, h.lines, h.text = sim, 2, joined
			}
		}
		if h.sim > 0 {
			if found == nil {
				found = make([]sectionHead, len(e.Titled()))
			}
			found[j] = h
		}
	}
	return found
}

// headLikeness is 0 when a text is not the section's title. An enumerator of
// another level makes it a sub-heading, however alike.
func headLikeness(text, title string) float64 {
	got, want := wordingOf(text), wordingOf(title)
	if len(got.stem) > len(want.stem)+headExtra {
		return 0
	}
	sim := alike(got.stem, want.stem)
	switch {
	case sim < headAlike:
		return 0
	case got.style == want.style && got.number == want.number:
		return sim
	case got.style == want.style:
		return sim - 0.1 // numbered anew
	case got.style == styleNone && sim == 1:
		return 0.9 // Word's own numbering does not come along
	case got.style == styleNone && sim >= sureAlike:
		return sim - 0.15
	}
	return 0
}

// sectionLines lists the lines of a section, its title left out.
func (o *outline) sectionLines(id model.SectionID, all int) (lines []int, found bool) {
	for i, h := range o.heads {
		if h.section.ID != id {
			continue
		}
		end := all
		if i+1 < len(o.heads) {
			end = o.heads[i+1].line
		}
		return between(h.line+h.lines, end), true
	}
	return nil, false
}

func between(from, to int) []int {
	var lines []int
	for i := from; i < to; i++ {
		lines = append(lines, i)
	}
	return lines
}

// isHead reports whether a line is part of a section's title.
func (o *outline) isHead(line int) bool {
	return slices.ContainsFunc(o.heads, func(h sectionHead) bool {
		return line >= h.line && line < h.line+h.lines
	})
}

// isTitleOf tells the title of a section standing once more where no section
// begins, over a table that a page end cut.
func (o *outline) isTitleOf(text string) bool {
	return slices.ContainsFunc(o.heads, func(h sectionHead) bool { return headLikeness(text, h.section.Title) > 0 })
}
