package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/intake/source"
)

// line is the glyphs on one baseline, from left to right.
type line struct {
	glyphs []glyph
	at     float64 // its baseline, down the page
	size   float64
	site   bool
	noted  bool        // of a note at the foot of the page
	note   source.Text // the whole of it, with its first line
	order  float64     // of the columns it stands in, down the page
	column *column     // nil for a line across the page
}

// top is where the line is read, down the page.
func (l *line) top() float64 {
	if l.column != nil {
		return l.order
	}
	return l.at
}

// lines puts glyphs that stand on one baseline together. All of them run from
// left to right.
func lines(glyphs []glyph) []line {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.at.y, b.at.y) })
	const apart = 0.35 // of the size
	var all []line
	for _, g := range glyphs {
		if n := len(all); n > 0 && g.at.y-all[n-1].at <= apart*min(g.size, all[n-1].size) {
			all[n-1].glyphs = append(all[n-1].glyphs, g)
			all[n-1].size = max(all[n-1].size, g.size)
			continue
		}
		all = append(all, line{glyphs: []glyph{g}, at: g.at.y, size: g.size})
	}
	for i := range all {
		all[i].settle()
	}
	return all
}

// settle orders a line's glyphs and drops those printed twice to look bold.
func (l *line) settle() {
	slices.SortStableFunc(l.glyphs, func(a, b glyph) int { return cmp.Compare(a.at.x, b.at.x) })
	const (
		same = 0.2 // of the size
		most = 8   // glyphs in one place
	)
	out := l.glyphs[:0]
	l.site = true
	for _, g := range l.glyphs {
		l.site = l.site && g.site
		twice := false
		for i := len(out) - 1; i >= max(0, len(out)-most) && g.at.x-out[i].at.x < same*g.size; i-- {
			twice = twice || out[i].text == g.text && math.Abs(out[i].at.y-g.at.y) < same*g.size
		}
		if !twice {
			out = append(out, g)
		}
	}
	l.glyphs = out
}

func (l *line) left() float64  { return l.glyphs[0].at.x }
func (l *line) right() float64 { return l.glyphs[len(l.glyphs)-1].end().x }

// text is what the line says, with blanks where they are meant.
func (l *line) text() string { return textOf(l.glyphs) }

func textOf(glyphs []glyph) string {
	var b strings.Builder
	for i := range glyphs {
		if i > 0 && isBlank(&glyphs[i-1], &glyphs[i]) {
			b.WriteByte(' ')
		}
		b.WriteString(glyphs[i].text)
	}
	return b.String()
}

// isBlank reports whether a blank is meant between two glyphs. Between Chinese
// characters, and where Chinese meets Latin, lines are stretched to their width.
func isBlank(a, b *glyph) bool {
	gap := (b.at.x - a.end().x) / b.size
	if latin(a.text) && latin(b.text) {
		const word = 0.18
		return b.blank && gap > 0.05 || gap > word
	}
	const wide, stretched = 0.8, 0.22
	mixed := latin(a.text) != latin(b.text)
	return gap > wide || mixed && b.blank && gap > stretched
}

func latin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r < '\u2e80'
}

// quarter gives glyphs of lines that run up or down the page the places they
// would have if the page were turned; askew are those of a stamp over the page.
func quarter(glyphs []glyph) (level, down, up, askew []glyph) {
	for _, g := range glyphs {
		switch {
		case g.askew():
			askew = append(askew, g)
		case g.dx > straight:
			level = append(level, g)
		case g.dy > 0:
			g.at = point{g.at.y, -g.at.x}
			g.dx, g.dy = 1, 0
			down = append(down, g)
		default:
			g.at = point{-g.at.y, g.at.x}
			g.dx, g.dy = 1, 0
			up = append(up, g)
		}
	}
	return level, down, up, askew
}

// straight is how much of a line's way runs along the page, or up or down it.
const straight = 0.99

func (g *glyph) askew() bool { return g.dx < straight && math.Abs(g.dy) < straight }

// settle makes the lines of a cell, and its text, of its glyphs.
func (c *cell) settle() {
	level, down, up, _ := quarter(c.glyphs)
	c.lines = raise(lines(level))
	c.turned = append(lines(down), lines(up)...)
	c.say()
}

// say puts the lines of a cell together. Chinese needs no blank where a line
// ended, nor does a number that filled its cell; two numbers stay two.
func (c *cell) say() {
	c.runs = source.Text{{}}
	for i, l := range append(slices.Clone(c.lines), c.turned...) {
		switch {
		case i > 0 && i < len(c.lines) && c.blankBefore(i):
			c.runs.Add("\n", source.Plain)
		case i > 0 && i == len(c.lines):
			c.runs.Add(" ", source.Plain)
		}
		for _, r := range runsOf(l.glyphs) {
			c.runs.Add(r.Text, r.Look)
		}
	}
	c.text, _ = c.runs.InCell()
}

func (c *cell) blankBefore(i int) bool {
	last, next := &c.lines[i-1], &c.lines[i]
	end, begin := last.glyphs[len(last.glyphs)-1], next.glyphs[0]
	if isFigure(end.text) && isFigure(begin.text) {
		return !c.breaks(last, next)
	}
	return latin(end.text) && latin(begin.text)
}

// breaks reports whether a line had no room for what the next begins with.
func (c *cell) breaks(last, next *line) bool {
	begin := next.glyphs[0]
	return last.right()-last.left()+2*begin.width+begin.size > c.width
}

// pieces cuts a line where its gaps are wide enough to be columns.
func (l *line) pieces() [][]glyph {
	var all [][]glyph
	from := 0
	for i := 1; i <= len(l.glyphs); i++ {
		if i == len(l.glyphs) || parts(&l.glyphs[i-1], &l.glyphs[i]) {
			all = append(all, l.glyphs[from:i])
			from = i
		}
	}
	return all
}

// parts reports whether a gap is one between columns. A label that fills its
// column leaves less than a character before a number.
func parts(a, b *glyph) bool {
	const wide, narrow = 1.0, 0.45
	gap := (b.at.x - a.end().x) / b.size
	return gap >= wide || gap >= narrow && !latin(a.text) && isFigure(b.text)
}

// bare is a text without figures and marks: what the head of one page has in
// common with that of the next.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
}
