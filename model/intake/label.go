package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/han"
)

// wording is a label, a heading or a piece of one, made comparable: what
// different typists write differently (width, blanks, punctuation) is gone.
type wording struct {
	number string // its enumerator, "(一)" or "1": empty for none
	style  style  // of the enumerator
	stem   []rune // letters and digits without the enumerator
	whole  string // letters and digits with it
}

// style is how an enumerator is written: one for each level of a document.
type style int

const (
	styleNone  style = iota
	styleComma       // 一、
	styleRound       // （一）
	styleDigit       // 1. 1、 1．
	styleParen       // （1）
	stylePart        // 第一部分
)

// enumerator splits the number off the beginning of a text: 一、 （一） 1. （1）.
// The style is styleNone when there is none: a decimal (1.5) and an ordinal
// (第一) are not. The rest keeps its own writing.
func enumerator(text string) (s style, number, rest string) {
	at := reader{text: text}
	open := at.take("(")
	number, chinese := at.takeAll(han.Numerals, 3), true
	if number == "" {
		number, chinese = at.takeAll("0123456789", 2), false
	}
	switch {
	case number == "":
		return styleNone, "", text
	case open && at.take(")"):
		at.take("、.")
		if s = styleParen; chinese {
			s = styleRound
		}
	case open:
		return styleNone, "", text
	case chinese && at.take("、.,:"):
		s = styleComma
	case !chinese && (at.take("、)") || at.take(".") && !at.inFigures()):
		s = styleDigit
	default:
		return styleNone, "", text
	}
	return s, number, strings.TrimLeftFunc(at.text, unicode.IsSpace)
}

// reader takes characters off a text, of one width and past blanks.
type reader struct{ text string }

// peek is the next character, 0 at the end.
func (r *reader) peek() rune {
	r.text = strings.TrimLeftFunc(r.text, unicode.IsSpace)
	for _, next := range r.text {
		return narrow(next)
	}
	return 0
}

// inFigures reports whether a figure follows at once: 1.5 is no enumerator, 1. 2024年 is.
func (r *reader) inFigures() bool {
	next, _ := utf8.DecodeRuneInString(r.text)
	return unicode.IsDigit(next)
}

// take takes the next character if it is one of the given.
func (r *reader) take(set string) bool {
	next := r.peek()
	if next == 0 || !strings.ContainsRune(set, next) {
		return false
	}
	_, size := utf8.DecodeRuneInString(r.text)
	r.text = r.text[size:]
	return true
}

// takeAll takes at most a number of characters of a set.
func (r *reader) takeAll(set string, most int) string {
	var b strings.Builder
	for range most {
		next := r.peek()
		if !r.take(set) {
			break
		}
		b.WriteRune(next)
	}
	return b.String()
}

// narrow is han.FoldRune, which small points pass for points too.
func narrow(r rune) rune {
	if r == '﹒' || r == '․' {
		return '.'
	}
	return han.FoldRune(r)
}

// wordingOf makes a text comparable.
func wordingOf(text string) wording {
	s, number, rest := enumerator(text)
	return wording{number: number, style: s, stem: []rune(letters(rest)), whole: letters(text)}
}

// letters keeps what carries meaning: letters and digits, of one width.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if r = narrow(r); unicode.IsLetter(r) || unicode.IsDigit(r) || r == '〇' {
			return r
		}
		return -1
	}, text)
}

// alike is how much two wordings agree, from 0 to 1: twice the length of what
// they have in common, in order, over the length of both.
func alike(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if slices.Equal(a, b) {
		return 1
	}
	if len(a) > maxWording || len(b) > maxWording {
		return 0
	}
	// No need to look closely when the characters alone do not suffice.
	if bound := 2 * float64(shared(a, b)) / float64(len(a)+len(b)); bound < leastAlike {
		return bound / 2
	}
	return 2 * float64(inOrder(a, b)) / float64(len(a)+len(b))
}

// maxWording is longer than any label of the form, in characters.
const maxWording = 96

// shared counts the characters of a that are in b, an upper bound of inOrder.
func shared(a, b []rune) int {
	n := 0
	for _, r := range a {
		if slices.Contains(b, r) {
			n++
		}
	}
	return min(n, len(b))
}

// inOrder is the length of the longest common subsequence.
func inOrder(a, b []rune) int {
	var rows [2][maxWording + 1]int
	before, now := &rows[0], &rows[1]
	for _, x := range a {
		for j, y := range b {
			if x == y {
				now[j+1] = before[j] + 1
			} else {
				now[j+1] = max(before[j+1], now[j])
			}
		}
		before, now = now, before
	}
	return before[len(b)]
}
