package pdftext

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/intake/source"
)

// column is one of two columns of text side by side.
type column struct {
	lines  []line
	margin source.Margin
}

// sides is what a line has in the left column, and in the right: none where it has nothing.
type sides struct{ left, right []glyph }

// What two columns of text have, and a table without rules or a line with a wide blank
// in it has not.
const (
	leastBoth    = 3   // lines with text in both
	leastLetters = 6   // on each side of the first line, and on average on a side
	leastStrip   = 0.7 // between them, in the size of the text
	mostLeading  = 3.0 // from line to line, in the size of the text
	mostLines    = 200 // in a column, more than a page has
)

// inColumns puts the lines of two columns one column after the other.
func inColumns(all []line) []line {
	var out []line
	for i := 0; i < len(all); {
		rows := besideEachOther(all[i:])
		if rows == nil {
			out = append(out, all[i])
			i++
			continue
		}
		var left, right column
		for k, r := range rows {
			left.add(&all[i+k], r.left, all[i].at)
			right.add(&all[i+k], r.right, all[i].at)
		}
		out = append(append(out, left.lines...), right.lines...)
		i += len(rows)
	}
	return out
}

// add adds the piece of a line that stands in the column; order is that of the columns
// down the page.
func (c *column) add(l *line, piece []glyph, order float64) {
	if len(piece) > 0 {
		c.lines = append(c.lines, line{glyphs: piece, at: l.at, size: l.size, site: l.site, order: order, column: c})
	}
}

// measure finds the margins of the column, once.
func (c *column) measure(w *writer, least int) {
	if c.lines == nil {
		return
	}
	var extents []source.Extent
	for i := range c.lines {
		extents = append(extents, w.extent(&c.lines[i]))
	}
	const long = 16 // half characters
	c.margin, c.lines = source.MarginsOf(extents, least, long), nil
}

// besideEachOther parts the lines of two columns that begin with the first of the lines,
// at the strip that none of them reaches into; nil when there are none.
func besideEachOther(all []line) []sides {
	from, to, ok := strip(all)
	if !ok {
		return nil
	}
	var rows []sides
	sure, both := 0, 0  // lines up to the last that is certainly in a column; those with text in both
	left, right := 0, 0 // ideographs
	for i := range all[:min(len(all), mostLines)] {
		l := &all[i]
		far := i > 0 && l.at-all[i-1].at > mostLeading*l.size
		s, ok := l.parted(&from, &to)
		if far || !ok || len(l.pieces()) > 2 { // a row of a table without rules has more
			break
		}
		rows = append(rows, s)
		beside := i > 0 && l.close(&all[i-1]) && rows[i-1].fills(&s)
		if beside || len(s.left) > 0 && len(s.right) > 0 {
			both++
		}
		if beside || len(s.right) > 0 {
			sure = len(rows)
		}
		left, right = left+ideographs(s.left), right+ideographs(s.right)
	}
	if both < leastBoth || min(left, right) < leastLetters*both {
		return nil
	}
	for sure < len(rows) && goesOn(rows[sure-1].left, from, all[0].size) { // the left one is longer
		sure++
	}
	return rows[:sure]
}

// goesOn tells a line as wide as its column that ends no sentence.
func goesOn(piece []glyph, edge, size float64) bool {
	const hung = 2 // characters: a mark may stand beyond the others
	if len(piece) == 0 || endOf(piece) <= edge-hung*size {
		return false
	}
	return !strings.Contains("。！？：；", piece[len(piece)-1].text)
}

// strip is the space between two columns that begin with a line, or with two of nearly
// one height.
func strip(all []line) (from, to float64, ok bool) {
	pieces := all[0].pieces()
	if len(all) > 1 && len(pieces) == 1 && all[1].close(&all[0]) {
		pieces = append(pieces, all[1].pieces()...)
	}
	if len(pieces) != 2 || len(pieces[0]) < leastLetters || len(pieces[1]) < leastLetters {
		return 0, 0, false
	}
	left, right := pieces[0], pieces[1]
	if right[0].at.x < left[0].at.x {
		left, right = right, left
	}
	return endOf(left), right[0].at.x, right[0].at.x-endOf(left) >= leastStrip*all[0].size
}

// close reports whether a line is nearly of one height with another.
func (l *line) close(other *line) bool {
	const part = 0.8 // of the size
	return math.Abs(l.at-other.at) < part*min(l.size, other.size)
}

// fills reports whether one line stands in the left column alone, the other in the right.
func (s *sides) fills(other *sides) bool {
	return len(s.left) == 0 && len(other.right) == 0 || len(s.right) == 0 && len(other.left) == 0
}

// parted parts a line at a strip, which it may make narrower. It is false for a line that
// reaches into it.
func (l *line) parted(from, to *float64) (s sides, ok bool) {
	left, right := *from, *from
	for k := 0; k <= len(l.glyphs); k++ {
		begin, end := *from, *to
		if k > 0 {
			begin = max(begin, l.glyphs[k-1].end().x)
		}
		if k < len(l.glyphs) {
			end = min(end, l.glyphs[k].at.x)
		}
		if end-begin > right-left {
			left, right = begin, end
			s = sides{l.glyphs[:k:k], l.glyphs[k:]}
		}
	}
	if right-left < leastStrip*l.size {
		return s, false
	}
	*from, *to = left, right
	return s, true
}

// endOf is where a piece of a line ends.
func endOf(piece []glyph) float64 { return piece[len(piece)-1].end().x }

func ideographs(piece []glyph) int {
	n := 0
	for _, g := range piece {
		if r, _ := utf8.DecodeRuneInString(g.text); unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
