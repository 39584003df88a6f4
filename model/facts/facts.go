// Package facts reads from a paragraph of Chinese prose what can be held
// against a table: how many of what (12件, 两次), percentages, years, dates,
// periods, and what 其中 takes apart. It knows nothing of the report.
//
// It prefers silence to a wrong guess: a number that the prose itself leaves
// open (60余条, 约10件, 34条等) is marked Vague, and what cannot be told for
// certain is not read at all. Begin with [Read], and with the table of examples in
// facts_test.go.
package facts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model/han"
)

// Span is a stretch of the paragraph, in characters: Start to End.
type Span struct{ Start, End int }

// Text is a paragraph, read. It is not changed after that.
type Text struct {
	Amounts    []Amount
	Years      []Year
	Dates      []Date
	Periods    []Period
	Breakdowns []Breakdown
	Shares     []Share
	Clauses    []Clause

	runes     []rune // half-width digits and letters, blanks taken out
	folded    string // the same
	places    []place
	sentences []Span // of runes
}

// place is where a rune stands, or what follows the last: which character of the
// paragraph it is, and which byte of folded.
type place struct{ typed, folded int32 }

// Clause is a stretch between two marks. 、 does not end one.
type Clause struct {
	Span
	Text     string
	Sentence int  // the sentence it belongs to, from 0
	Depth    int  // how many brackets it stands in
	Mark     rune // that it begins after, 0 at the beginning
	from, to int
}

// firstIdeograph begins the block of Chinese characters: no marks, digits or
// blanks up to the full-width forms.
const firstIdeograph = 0x4E00

// Read reads a paragraph.
func Read(paragraph string) *Text {
	t := &Text{}
	t.fold(paragraph)
	t.clauses()
	for i := 0; i < len(t.runes); {
		if end := t.note(i); end > 0 {
			i = end
			continue
		}
		i = t.number(i)
	}
	t.periods()
	t.lists()
	t.shares()
	return t
}

// String is the paragraph as it was compared: digits and letters half-width,
// without blanks.
func (t *Text) String() string { return t.folded }

// Place is where in the paragraph the character stands that String has at the
// offset.
func (t *Text) Place(offset int) int {
	i, _ := slices.BinarySearchFunc(t.places, offset, func(p place, offset int) int { return int(p.folded) - offset })
	return int(t.places[i].typed)
}

// Sentence is the text of the n-th sentence.
func (t *Text) Sentence(n int) string {
	if n < 0 || n >= len(t.sentences) {
		return ""
	}
	return t.words(t.sentences[n].Start, t.sentences[n].End)
}

// fold makes the digits, letters and percent signs half-width and takes the
// blanks out, so that what a typist spaces out reads the same. Between two
// digits one blank stays: 3 2020年 is no year 32020.
func (t *Text) fold(paragraph string) {
	n := utf8.RuneCountInString(paragraph)
	runes, places, folded := make([]rune, 0, n), make([]place, 0, n+1), make([]byte, 0, len(paragraph))
	keep := func(r rune, typed int32) {
		runes, places = append(runes, r), append(places, place{typed, int32(len(folded))})
		folded = utf8.AppendRune(folded, r)
	}
	typed, blank := int32(0), false
	for _, r := range paragraph {
		switch {
		case han.IsBlank(r):
			blank = true
			typed++
			continue
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％', r == '．':
			r = han.FoldRune(r)
		}
		if n := len(runes); blank && n > 0 && isDigit(r) && isDigit(runes[n-1]) {
			keep(' ', typed-1)
		}
		keep(r, typed)
		blank = false
		typed++
	}
	t.runes, t.folded = runes, string(folded)
	t.places = append(places, place{typed, int32(len(folded))})
}

// words is a stretch of runes as text, empty where it ends before it begins.
func (t *Text) words(from, to int) string {
	if to <= from {
		return ""
	}
	return t.folded[t.places[from].folded:t.places[to].folded]
}

// span translates a stretch of runes into one of the paragraph.
func (t *Text) span(from, to int) Span {
	start := int(t.places[from].typed)
	if to <= from {
		return Span{start, start}
	}
	return Span{start, int(t.places[to-1].typed) + 1}
}

const (
	sentenceMarks = "。！？!?"
	clauseMarks   = "，,；;：:（）()"
)

// longest is how many characters a sentence, or a clause, has at most: where
// somebody pasted something else, each is cut there, so that reading takes a time
// in proportion to the length.
const longest = 1000

func (t *Text) clauses() {
	from, begun := 0, 0 // of the clause, of the sentence
	depth, mark := 0, rune(0)
	for i := 0; i <= len(t.runes); i++ {
		end, cut := i == len(t.runes), i-from >= longest
		marked := !end && t.mark(i)
		if !end && !cut && !marked {
			continue
		}
		if i > from {
			t.Clauses = append(t.Clauses, Clause{t.span(from, i), t.words(from, i), len(t.sentences), depth, mark, from, i})
		}
		from, mark = i, 0
		if marked {
			from, mark = i+1, t.runes[i]
			depth = nested(depth, mark)
		}
		if end || i-begun >= longest || marked && strings.ContainsRune(sentenceMarks, t.runes[i]) {
			t.sentences = append(t.sentences, Span{begun, i})
			begun = from
		}
	}
}

// nested is how many brackets are open after the mark.
func nested(depth int, mark rune) int {
	switch mark {
	case '（', '(':
		return depth + 1
	case '）', ')':
		return max(0, depth-1)
	}
	return depth
}

// mark reports whether a clause ends at i. A comma or colon between digits is
// part of a number.
func (t *Text) mark(i int) bool {
	r := t.runes[i]
	if r >= firstIdeograph && r < 0xFF00 {
		return false
	}
	if (r == ',' || r == ':') && isDigit(t.rune(i-1)) && isDigit(t.rune(i+1)) {
		return false
	}
	return strings.ContainsRune(sentenceMarks+clauseMarks, r)
}

// longestNote is how many characters a note between 【 and 】 has at most.
const longestNote = 200

// note is the end of a note that begins at i, or 0. What stands in 【】 is said
// about the text and is not part of it.
func (t *Text) note(i int) int {
	if t.rune(i) != '【' {
		return 0
	}
	for end := i + 1; end < min(len(t.runes), i+longestNote); end++ {
		if t.runes[end] == '】' {
			return end + 1
		}
	}
	return 0
}

// clauseAt is the clause that holds the i-th rune, and its place in Clauses, -1
// where none does.
func (t *Text) clauseAt(i int) (Clause, int) {
	n, found := slices.BinarySearchFunc(t.Clauses, i, func(c Clause, i int) int {
		switch {
		case c.to <= i:
			return -1
		case c.from > i:
			return 1
		}
		return 0
	})
	if !found {
		return Clause{from: i, to: i}, -1
	}
	return t.Clauses[n], n
}

// rune is the i-th rune, 0 outside.
func (t *Text) rune(i int) rune {
	if i < 0 || i >= len(t.runes) {
		return 0
	}
	return t.runes[i]
}

// has reports whether the words stand at i.
func (t *Text) has(i int, words string) bool {
	return i >= 0 && i < len(t.runes) && strings.HasPrefix(t.folded[t.places[i].folded:], words)
}

// anyOf is the length of the first of the words that stands at i, or 0.
func (t *Text) anyOf(i int, words []string) int {
	for _, w := range words {
		if t.has(i, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}

// isFigure reports whether r is a Chinese numeral.
func isFigure(r rune) bool {
	switch r {
	case '零', '〇', '○', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千':
		return true
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
