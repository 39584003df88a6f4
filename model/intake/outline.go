package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// outline is where the document's parts begin.
type outline struct {
	heads    []sectionHead // in the order of the document
	again    []sectionHead // titles that stand once more within their part
	first    int           // line of the first section's title; all lines when there is none
	contents []int         // lines of a list of contents
	end      int           // line behind the report: all lines, unless another follows
}

// sectionHead is the title of a part of the form, as found.
type sectionHead struct {
	section model.Section
	line    int // where it begins
	lines   int // how many it takes
	text    string
	rest    string // what stands behind it on its line: text of the section
	style   style  // of its number
	number  int
	sim     float64
	moved   bool // it stands in another order than the form's
}

// The title of a section is known by most of its letters. A misspelt one is longer
// by a few characters at most.
const (
	headAlike = 0.72
	headExtra = 14
	maxHead   = 60 // characters of a title with whatever else is wrong with it
)

// findOutline finds the titles of the parts in the order of the form. The
// edition whose titles agree best is taken, and the way of numbering that most titles
// have; where none agree, the one by whose numbers most are found.
func findOutline(doc *source.Document) outline {
	var won *candidate
	editions := model.Editions()
	for i, e := range editions {
		if i > 0 && sameTitles(e, editions[i-1]) {
			continue
		}
		c := newCandidate(doc, e)
		if won == nil || c.score > won.score || won.score == 0 && len(c.outline.heads) > len(won.outline.heads) {
			won = c
		}
	}
	best := won.lines.outOfOrder(won.outline)
	best = won.lines.takeEarlier(best)
	best.end = len(won.lines.found)
	for _, h := range best.heads {
		best.first = min(best.first, h.line)
	}
	return best
}

// candidate is a document read with the titles of an edition.
type candidate struct {
	lines   *headAlignment
	outline outline
	score   float64 // how well they agree
}

func newCandidate(doc *source.Document, e *model.Edition) *candidate {
	a := newHeadAlignment(doc, e)
	contents := a.contents()
	a.cut(a.another())
	c := &candidate{lines: a, outline: outline{first: len(doc.Lines)}}
	for _, s := range []style{styleComma, styleRound, styleDigit, stylePart} {
		if o, score := a.align(s); score > c.score {
			c.outline, c.score = o, score
		}
	}
	c.outline = a.byNumber(c.outline, c.outline.style())
	c.outline.contents = contents
	return c
}

func sameTitles(a, b *model.Edition) bool {
	return slices.EqualFunc(a.Titled(), b.Titled(), func(s, t model.Section) bool { return s.Title == t.Title })
}

// headAlignment compares the lines of a document with the titles of an edition.
type headAlignment struct {
	doc      *source.Document
	sections []model.Section
	found    [][]sectionHead // by line and section; nil for a line that is like none
}

func newHeadAlignment(doc *source.Document, e *model.Edition) *headAlignment {
	a := &headAlignment{doc: doc, sections: e.Titled(), found: make([][]sectionHead, len(doc.Lines))}
	titles := make([]wording, len(a.sections))
	for j, s := range a.sections {
		titles[j] = wordingOf(s.Title)
	}
	for i := range doc.Lines {
		a.found[i] = a.headsAt(i, titles)
	}
	return a
}

// align puts the lines and the titles, numbered in one style, in the order in
// which they agree best.
func (a *headAlignment) align(as style) (outline, float64) {
	n, m := len(a.found), len(a.sections)
	weight := func(i, j int) float64 {
		if a.found[i] == nil {
			return 0
		}
		return a.found[i][j].weight(as, j+1)
	}
	best := make([][]float64, n+1)
	best[n] = make([]float64, m+1)
	for i := n - 1; i >= 0; i-- {
		if a.found[i] == nil {
			best[i] = best[i+1]
			continue
		}
		best[i] = make([]float64, m+1)
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if w := weight(i, j); w > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+w)
			}
		}
	}
	o := outline{first: n}
	for i, j := 0, 0; i < n && j < m; {
		switch here := best[i][j]; {
		case here == best[i+1][j]: // the last of equals: a list of contents comes first
			i++
		case weight(i, j) > 0 && here == best[i+1][j+1]+weight(i, j):
			o.heads = append(o.heads, a.found[i][j])
			i, j = i+1, j+1
		default:
			j++
		}
	}
	if as != styleComma && o.numbered(as) < 2 {
		return outline{first: n}, 0
	}
	return o, best[0][0]
}

// numbered counts the titles that are numbered in a style.
func (o *outline) numbered(s style) int {
	n := 0
	for _, h := range o.heads {
		if h.style == s {
			n++
		}
	}
	return n
}

// style is the one that most titles are numbered in.
func (o *outline) style() style {
	best := styleComma
	for _, s := range []style{styleRound, styleDigit, stylePart} {
		if o.numbered(s) > o.numbered(best) {
			best = s
		}
	}
	return best
}

// weight is how sure a line is a title, among titles numbered in a style. An
// enumerator of another level makes it a sub-heading, unless number and words are the form's.
func (h *sectionHead) weight(as style, number int) float64 {
	sim := h.sim
	switch {
	case sim == 0:
		return 0
	case h.style == as && h.number == number:
	case h.number == number && sim == 1: // to the letter, but for the way of its number
		sim -= 0.1
	case h.style == as:
		sim -= 0.1 // numbered anew
	case h.style == styleNone && sim == 1:
		sim = 0.9 // Word's own numbering does not come along
	case h.style == styleNone && sim >= sureAlike:
		sim -= 0.15
	default:
		return 0
	}
	if as != styleComma { // the form's own comes first
		sim -= 0.05
	}
	return sim
}

// maxTorn is in how many lines a title may lie.
const maxTorn = 4

// headsAt compares a line, and a line with those behind it, with the section titles.
func (a *headAlignment) headsAt(i int, titles []wording) []sectionHead {
	l := &a.doc.Lines[i]
	if n := l.Filled(); n > 2 || n == 2 && !l.Spaced {
		return nil
	}
	line := readTitleLine(l.Text)
	var found []sectionHead
	for j, s := range a.sections {
		h := sectionHead{section: s, line: i, lines: 1, style: line.style, number: line.number}
		h.text, h.rest, h.sim = line.titleIn(&titles[j])
		if h.rest == "" && line.whole {
			a.joined(&h, line, &titles[j])
		}
		if l.Site { // a link to the section, rather than its title
			h.sim -= 0.3
		}
		if h.sim > 0 {
			if found == nil {
				found = make([]sectionHead, len(a.sections))
			}
			found[j] = h
		}
	}
	return found
}

// joined reads on in the lines behind a title that is torn.
func (a *headAlignment) joined(h *sectionHead, line titleLine, want *wording) {
	for i := h.line + 1; i < min(h.line+maxTorn, len(a.doc.Lines)) && h.sim < 1 && line.begins(want); i++ {
		if a.doc.Lines[i].Filled() > 1 {
			return
		}
		line = readTitleLine(line.text + a.doc.Lines[i].Text)
		sentence := strings.HasSuffix(line.text, "。")
		if sim := line.likeness(want); sim > h.sim+0.05 && sim >= sureAlike && (sim == 1 || !sentence) {
			h.sim, h.lines, h.text = sim, i+1-h.line, line.text
		}
	}
}

// byNumber finds titles in words of their own: between two titles that are
// known, what is numbered on from the one to the other is a title whatever it
// says. A table has to follow, or the words to agree a little, where the form
// has a table.
func (a *headAlignment) byNumber(o outline, as style) outline {
	all := slices.Clone(o.heads)
	for k := 0; k <= len(o.heads); k++ {
		from, to := 0, len(a.doc.Lines)
		before, after := 0, len(a.sections)+1 // numbers of the parts known
		if k > 0 {
			from, before = o.heads[k-1].line+o.heads[k-1].lines, a.number(&o.heads[k-1])
		}
		if k < len(o.heads) {
			to, after = o.heads[k].line, a.number(&o.heads[k])
		}
		if after-before > 1 {
			all = append(all, a.between(from, to, before, after, as)...)
		}
	}
	slices.SortFunc(all, func(a, b sectionHead) int { return a.line - b.line })
	o.heads = all
	return o
}

func (a *headAlignment) number(h *sectionHead) int {
	return 1 + slices.IndexFunc(a.sections, func(s model.Section) bool { return s.ID == h.section.ID })
}

// maxOwn is the length of a title in words of its own, in characters.
const maxOwn = 30

// between lists the titles between two parts by their numbers. There are none
// when the numbers begin anew: then they count something within a part.
func (a *headAlignment) between(from, to, before, after int, as style) []sectionHead {
	var found []sectionHead
	last := before
	for i := from; i < to; i++ {
		l := &a.doc.Lines[i]
		s, number, rest := partNumber(l.Text)
		if s != as || l.Filled() > 1 || l.Site {
			continue
		}
		n := ordinal(number)
		if n <= last || n >= after {
			return nil
		}
		last = n
		phrase := strings.TrimRight(rest, "。：: ")
		if phrase == "" || utf8.RuneCountInString(phrase) > maxOwn || strings.ContainsAny(phrase, "，。；：！？,;:") {
			return nil
		}
		h := sectionHead{section: a.sections[n-1], line: i, lines: 1, text: l.Text, style: s, number: n}
		h.sim = alike([]rune(letters(rest)), wordingOf(h.section.Title).stem)
		found = append(found, h)
	}
	whole := before == 0 && after > len(a.sections)
	if whole && (len(found) < 4 || found[0].section.ID != a.sections[0].ID) {
		return nil // nothing is known of the document but these numbers
	}
	return slices.DeleteFunc(found, func(h sectionHead) bool {
		return h.section.Table != nil && h.sim < ownAlike && !a.tableFollows(h.line)
	})
}

// outOfOrder finds the titles that stand in another order: behind the first of the
// others, for before that may stand a list of contents, and numbered as they are, or to
// the letter and numbered in another way, or not at all.
func (a *headAlignment) outOfOrder(o outline) outline {
	as := o.style()
	for j, s := range a.sections {
		if len(o.heads) == 0 || slices.ContainsFunc(o.heads, func(h sectionHead) bool { return h.section.ID == s.ID }) {
			continue
		}
		var found []sectionHead
		for i := o.heads[0].line; i < len(a.doc.Lines); i++ {
			if a.found[i] == nil || o.isHead(i) {
				continue
			}
			h := a.found[i][j]
			if h.style == as && h.sim >= sureAlike || h.sim == 1 && (h.style == styleNone || h.number == j+1) {
				found = append(found, h)
			}
		}
		if len(found) == 1 {
			found[0].moved = true
			o.heads = append(o.heads, found[0])
			slices.SortFunc(o.heads, func(a, b sectionHead) int { return a.line - b.line })
		}
	}
	return o
}

// ownAlike is how much a title in words of its own must agree with that of a
// table.
const ownAlike = 0.4

// tableFollows reports whether rows come soon after a line.
func (a *headAlignment) tableFollows(line int) bool {
	const soon = 6
	for i := line + 1; i < min(line+soon, len(a.doc.Lines)); i++ {
		if len(a.doc.Lines[i].Cells) > 1 {
			return true
		}
	}
	return false
}

// sectionLines lists the lines of a section, its title left out.
func (o *outline) sectionLines(id model.SectionID) (lines []int, found bool) {
	for i, h := range o.heads {
		if h.section.ID != id {
			continue
		}
		end := o.end
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

// isHead reports whether a line is part of a section's title, the first or another.
func (o *outline) isHead(line int) bool {
	is := func(h sectionHead) bool { return line >= h.line && line < h.line+h.lines }
	return slices.ContainsFunc(o.heads, is) || slices.ContainsFunc(o.again, is)
}

// parts reports whether a section begins between two lines, or on the second.
func (o *outline) parts(before, line int) bool {
	return slices.ContainsFunc(o.heads, func(h sectionHead) bool { return before < h.line && h.line <= line })
}

// isTitleOf tells the title of a section standing once more where no section
// begins, over a table that a page end cut.
func (o *outline) isTitleOf(text string) bool {
	line := readTitleLine(text)
	return slices.ContainsFunc(o.heads, func(h sectionHead) bool {
		want := wordingOf(h.section.Title)
		return (line.style == styleNone || line.style == h.style) && line.likeness(&want) > 0
	})
}
