// Package han reads and writes what Chinese typing has in several forms: figures
// and years, full-width signs, blanks, the words that count, and what may begin
// and end a line.
//
// It is the one home of these; it knows no report. Begin with [Figure] for a
// single sign, [Year] for 二〇二五, [Numeral] for the numbers of headings, and
// [Fold] for text that was typed full-width.
package han

import (
	"strconv"
	"strings"
	"unicode"
)

// Figures are 0 to 9 as Chinese writes them in a row: 二〇二五年.
const Figures = "〇一二三四五六七八九"

// Zeros are what is typed for 〇: circles, and letters that look like one.
const Zeros = "〇零○◯OoＯｏОо"

// Numerals are what headings count with: 一、 to 十、, and 十二 of two.
const Numerals = "一二三四五六七八九十"

const formalFigures = "零壹贰叁肆伍陆柒捌玖"

// Figure is what a single sign stands for where figures are expected, 0 to 9: 5,
// ５, 五, 伍, and for 0 whatever is typed for 〇. It is -1 for anything else.
func Figure(r rune) int {
	switch r = FoldRune(r); {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case strings.ContainsRune(Zeros, r):
		return 0
	}
	for _, set := range []string{Figures, formalFigures} {
		if i := strings.IndexRune(set, r); i >= 0 {
			return i / len("一")
		}
	}
	return -1
}

// Year reads a year of four signs, 2025 or 二〇二五, from 1900 to 2099; it is 0 for
// anything else.
func Year(text string) int {
	year, signs := 0, 0
	for _, r := range text {
		n := Figure(r)
		if signs++; n < 0 || signs > 4 {
			return 0
		}
		year = year*10 + n
	}
	if signs != 4 || year < 1900 || year > 2099 {
		return 0
	}
	return year
}

// Numeral writes 0 to 99 the way headings count: 十, 十一, 二十. Other numbers stay
// in figures.
func Numeral(n int) string {
	ones := []rune(Figures)
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(ones[n])
	}
	text := "十"
	if n >= 20 {
		text = string(ones[n/10]) + text
	}
	if n%10 > 0 {
		text += string(ones[n%10])
	}
	return text
}

// widthShift is how far a full-width sign stands from the ASCII one.
const widthShift = '！' - '!'

// FoldRune gives a full-width sign (U+FF01–FF5E) and the full-width blank their
// ASCII form.
func FoldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		return r - widthShift
	case r == '\u3000':
		return ' '
	}
	return r
}

// Widen gives an ASCII sign its full-width form, the reverse of [FoldRune].
func Widen(r rune) rune {
	switch {
	case r > ' ' && r <= '~':
		return r + widthShift
	case r == ' ':
		return '\u3000'
	}
	return r
}

// Fold is FoldRune for all of a text.
func Fold(text string) string { return strings.Map(FoldRune, text) }

// IsBlank reports whether a character takes no ink: blanks, and characters
// without width, which come along when a page is copied.
func IsBlank(r rune) bool {
	const firstIdeograph = '\u3400' // most are, and are told apart at once
	return r < firstIdeograph && (unicode.IsSpace(r) || r > unicode.MaxLatin1 && unicode.Is(unicode.Cf, r)) || r == '\ufeff'
}

// IsNothing reports whether somebody wrote a sign for nothing where a number
// belongs: “/”, “-”, “无”.
func IsNothing(text string) bool {
	switch Fold(text) {
	case "/", `\`, "-", "--", "−", "﹣", "–", "—", "——", "无", "空":
		return true
	}
	return false
}

// Counters are the words that count in a report, 件 and what is written in its
// place, each of one character.
const Counters = CellCounters + "篇期场户家人"

// CellCounters are those of what the tables count: they are written behind a number
// in a cell, and behind one in the prose that the tables have too.
const CellCounters = "件条次个项份起宗例"
