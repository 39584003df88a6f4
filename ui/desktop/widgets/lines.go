package widgets

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"nianbao/model/han"
)

// lines is where the lines of a text begin, at a width. After an edit only the
// paragraphs that changed are broken anew, so that a key costs the same in a long
// text as in a short one.
type lines struct {
	text       []rune
	room, size float32 // no room: lines end at line ends alone
	paragraphs []stretch
	starts     []int                         // of all lines
	em         float32                       // width of an ideograph
	ascii      [unicode.MaxASCII + 1]float32 // widths of these; 0 until measured
	widths     map[rune]float32              // of others
}

// stretch is a paragraph: how many characters it has, its line end included, and
// where its further lines begin, from its own first character.
type stretch struct {
	long int
	cuts []int
}

// fit breaks a text to a width, at a text size.
func (l *lines) fit(text []rune, room, size float32) {
	if l.size != size {
		l.widths, l.ascii = map[rune]float32{}, [len(l.ascii)]float32{}
		l.em = ideograph(size).Width
	}
	var before, after []stretch
	first, last := 0, len(text) // what lies between is broken anew
	if l.room == room && l.size == size {
		if l.paragraphs != nil && same(l.text, text) {
			return
		}
		before, first = l.keptBefore(text)
		after, last = l.keptAfter(text, first)
	}
	l.room, l.size = room, size
	l.text = text
	paragraphs := slices.Clone(before)
	for first < last || last == len(text) && len(after) == 0 {
		end := first
		for end < len(text) && text[end] != '\n' {
			end++
		}
		paragraph := stretch{end - first, l.cuts(text[first:end])}
		if end < len(text) {
			paragraph.long++
		}
		paragraphs = append(paragraphs, paragraph)
		first += paragraph.long
		if end == len(text) {
			break
		}
	}
	l.paragraphs = append(paragraphs, after...)
	l.starts = l.starts[:0]
	at := 0
	for _, p := range l.paragraphs {
		l.starts = append(l.starts, at)
		for _, cut := range p.cuts {
			l.starts = append(l.starts, at+cut)
		}
		at += p.long
	}
}

// same reports whether two texts are one, which is never changed in place: an edit makes
// another.
func same(a, b []rune) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// keptBefore are the paragraphs before the first difference.
func (l *lines) keptBefore(text []rune) (kept []stretch, end int) {
	same := 0
	for same < min(len(text), len(l.text)) && text[same] == l.text[same] {
		same++
	}
	for i, p := range l.paragraphs {
		if i == len(l.paragraphs)-1 || end+p.long > same {
			return l.paragraphs[:i], end
		}
		end += p.long
	}
	return nil, 0
}

// keptAfter are the paragraphs behind the last difference, and where they begin:
// such as have the line end before them still.
func (l *lines) keptAfter(text []rune, first int) (kept []stretch, begin int) {
	same := 0
	for same < min(len(text), len(l.text))-first && text[len(text)-1-same] == l.text[len(l.text)-1-same] {
		same++
	}
	behind, n := 0, len(l.paragraphs)
	for n > 0 && behind+l.paragraphs[n-1].long < same {
		n--
		behind += l.paragraphs[n].long
	}
	return l.paragraphs[n:], len(text) - behind
}

// cuts breaks a paragraph.
func (l *lines) cuts(p []rune) (cuts []int) {
	if l.room <= 0 {
		return nil
	}
	start, used := 0, float32(0)
	for i, r := range p {
		wide := l.width(r)
		if used+wide > l.room && i > start && !han.IsBlank(r) {
			start = han.LineEnd(p, start, i)
			cuts = append(cuts, start)
			used = 0
			for _, r := range p[start:i] {
				used += l.width(r)
			}
		}
		used += wide
	}
	return cuts
}

// width is that of a character by itself.
func (l *lines) width(r rune) float32 {
	if han.IsIdeograph(r) {
		return l.em
	}
	if r >= 0 && r <= unicode.MaxASCII {
		if l.ascii[r] == 0 {
			l.ascii[r] = l.measured(r)
		}
		return l.ascii[r]
	}
	w, known := l.widths[r]
	if !known {
		w = l.measured(r)
		l.widths[r] = w
	}
	return w
}

func (l *lines) measured(r rune) float32 {
	return fyne.MeasureText(string(r), l.size, fyne.TextStyle{}).Width
}

// rows is how many lines there are, at least one.
func (l *lines) rows() int { return max(len(l.starts), 1) }

// row is the line that a character is in. Where one line ends in the middle of a
// paragraph and the next one begins, early tells that the former is meant.
func (l *lines) row(at int, early bool) int {
	row, found := slices.BinarySearch(l.starts, at)
	if !found || early && row > 0 && l.text[at-1] != '\n' {
		row--
	}
	return max(row, 0)
}

// span are the characters of a line, its line end not included.
func (l *lines) span(row int) (start, end int) {
	if row >= len(l.starts) {
		return 0, 0
	}
	start, end = l.starts[row], len(l.text)
	if row+1 < len(l.starts) {
		end = l.starts[row+1]
		if l.text[end-1] == '\n' {
			end--
		}
	}
	return start, end
}

// soft reports whether a line goes on in the next one.
func (l *lines) soft(row int) bool {
	_, end := l.span(row)
	return row+1 < len(l.starts) && end == l.starts[row+1]
}

// offset is where a character of a line begins.
func (l *lines) offset(row, at int) float32 {
	start, _ := l.span(row)
	if at <= start {
		return 0
	}
	return fyne.MeasureText(string(l.text[start:at]), l.size, fyne.TextStyle{}).Width
}

// nearest is the character of a line that begins nearest to a place in it.
func (l *lines) nearest(row int, x float32) int {
	start, end := l.span(row)
	used := float32(0)
	for at := start; at < end; at++ {
		wide := l.width(l.text[at])
		if x < used+wide/2 {
			return at
		}
		used += wide
	}
	return end
}
