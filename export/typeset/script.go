package typeset

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Which characters stand on the Chinese grid, and how they may meet.

// What may not begin or end a line (避头尾, spec/layout.md), the ASCII marks of
// careless typing included.
const (
	noLineStart = "，。、；：？！）〕】》〉”’」』…—·％‰℃℉°′″,.;:?!)]}%"
	noLineEnd   = "（〔【《〈“‘「『([{￥¥$€£№"
	// blankRight and blankLeft are full-width marks whose ink fills one half of
	// their cell: the other half can be squeezed away.
	blankRight = "，。、；：）〕】》〉”’」』！？"
	blankLeft  = "（〔【《〈“‘「『"
	// units are what follows a number and should stay with it.
	units = "年月日时分秒件条次个项人名份篇期场部类家户万亿千百元％度米吨亩余多"
)

// isWide tells a character of the Chinese grid from a letter or figure: by East
// Asian Width (Unicode Standard Annex #11), never by the width a face happens to
// give it, W being as wide as a Chinese character in most. What is ambiguous
// there is wide beside Chinese (“ ” — … · ℃ ① Ⅻ ×), but for what is made of
// letters or belongs to figures.
func isWide(r rune) bool {
	if r <= unicode.MaxASCII {
		return false
	}
	if isHan(r) {
		return true
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return true
	case width.EastAsianAmbiguous:
		return !isLetter(r) && !besideFigures(r)
	case width.Neutral:
		return unicode.Is(unicode.So, r) // ✓ and its like, drawn in a cell
	}
	return false
}

// isHan is quick about the characters that most of a report is made of: the
// block of CJK Unified Ideographs, and those below U+30000.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x20000 && r < 0x30000 }

// isLetter: of a script whose words are not broken. Roman numerals are of the
// Latin script and no letters: Ⅻ is one character of the grid.
func isLetter(r rune) bool {
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// besideFigures is what of the ambiguous characters stands at figures: 2021–2025,
// 37°26′, m², ½, €. Numbers in circles and brackets have a cell to themselves.
func besideFigures(r rune) bool {
	const circled = '①'
	return strings.ContainsRune("–°′″", r) || unicode.Is(unicode.Sc, r) || unicode.Is(unicode.No, r) && r < circled ||
		unicode.Is(unicode.Mn, r)
}

// isFigure: figures are half a cell each.
func isFigure(r rune) bool { return r >= '0' && r <= '9' }

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' }

func isMark(r rune) bool {
	return r > unicode.MaxASCII && !isHan(r) && (strings.ContainsRune(noLineStart, r) || strings.ContainsRune(noLineEnd, r))
}

// binds reports whether a sign and the figure or letter beside it are one
// expression: 3×5, ≥60, ±2.
func binds(a, b rune) bool {
	return unicode.Is(unicode.Sm, a) && isWide(a) && !isWide(b) || unicode.Is(unicode.Sm, b) && isWide(b) && !isWide(a)
}

// isEnumerator: ① and its like begin what follows them.
func isEnumerator(r rune) bool { return !isHan(r) && unicode.Is(unicode.No, r) && isWide(r) }

// breakCost is the cost of ending a line between two characters of which one at
// least is wide; within a run of letters and figures see setter.run.
func breakCost(here, next rune) float64 {
	switch {
	case isHan(here) && isHan(next):
		return 0
	case strings.ContainsRune(noLineEnd, here), strings.ContainsRune(noLineStart, next):
		return never
	case (here == '×' || here == '÷') && !isWide(next): // 3×｜5
		return costRange
	case unicode.Is(unicode.Mn, next), binds(here, next):
		return never
	case isFigure(here) && strings.ContainsRune(units, next):
		return costUnit
	case isEnumerator(here) && !isEnumerator(next):
		return costUnit
	case here == '—' && isFigure(next): // 9704—2012
		return costWord
	}
	return 0
}

func squeezable(r rune) side {
	switch {
	case isHan(r):
	case strings.ContainsRune(blankRight, r):
		return squeezeRight
	case strings.ContainsRune(blankLeft, r):
		return squeezeLeft
	}
	return squeezeNone
}

// clean drops what typists leave behind: control characters, blanks at the
// ends, and blanks between Chinese and letters or figures (“2020 年度”), which
// stand tight on official paper. A blank between two letters or two Chinese
// characters stays, once.
func clean(text string) []rune {
	in := []rune(strings.TrimSpace(text))
	out := make([]rune, 0, len(in))
	for i, r := range in {
		switch {
		case isHan(r):
			out = append(out, r)
		case r == '\u3000':
			out = append(out, r)
		case unicode.IsSpace(r):
			if len(out) == 0 || isBlank(out[len(out)-1]) || mixed(out[len(out)-1], nextInk(in[i:])) {
				continue
			}
			out = append(out, ' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cs, r):
		default:
			out = append(out, r)
		}
	}
	return out
}

func nextInk(rest []rune) rune {
	for _, r := range rest {
		if !unicode.IsSpace(r) {
			return r
		}
	}
	return 0
}

// mixed reports whether a blank between the two is no blank of the text: one
// side is Chinese (or a full-width mark), the other Latin, or either is a mark.
func mixed(a, b rune) bool {
	return isWide(a) != isWide(b) || isMark(a) || isMark(b)
}
