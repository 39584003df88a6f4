package han

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// How characters may meet at the end of a line (避头尾), on paper and on the screen.

// What may not begin or end a line (GB/T 15834 5.1), the ASCII marks of careless
// typing included.
const (
	NoLineStart = "，。、；：？！）〕】》〉”’」』…—·％‰℃℉°′″,.;:?!)]}%"
	NoLineEnd   = "（〔【《〈“‘「『([{￥¥$€£№"
)

// units are what follows a number and should stay with it.
const units = "年月日时分秒件条次个项人名份篇期场部类家户万亿千百元％度米吨亩余多"

// Joint is how well a line may end between two characters, the best first.
type Joint int

// The joints.
const (
	Free  Joint = iota
	Unit        // 60｜条, ①｜甲: torn, but whole words stay
	Range       // 3×｜5: it goes on where it is cut
	Word        // 9704—｜2012
	Never
)

// Between is the joint of two characters that stand side by side. Letters and
// figures among themselves are a word, which it never ends a line within.
func Between(here, next rune) Joint {
	switch {
	case IsIdeograph(here) && IsIdeograph(next):
		return Free
	case isDigit(here) && isDigit(next):
		return Never
	case strings.ContainsRune(NoLineEnd, here), strings.ContainsRune(NoLineStart, next):
		return Never
	case (here == '×' || here == '÷') && !IsWide(next):
		return Range
	case unicode.Is(unicode.Mn, next), binds(here, next):
		return Never
	case isDigit(here) && strings.ContainsRune(units, next):
		return Unit
	case isEnumerator(here) && !isEnumerator(next):
		return Unit
	case here == '—' && isDigit(next):
		return Word
	case IsBlank(here), IsBlank(next), IsWide(here), IsWide(next):
		return Free
	}
	return Never
}

// IsWide tells a character of the Chinese grid from a letter or figure: by East
// Asian Width (Unicode Standard Annex #11), never by the width a face happens to
// give it, W being as wide as a Chinese character in most. What is ambiguous
// there is wide beside Chinese (“ ” — … · ℃ ① Ⅻ ×), but for what is made of
// letters or belongs to figures.
func IsWide(r rune) bool {
	if r <= unicode.MaxASCII {
		return false
	}
	if IsIdeograph(r) {
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

// IsIdeograph is quick about the characters that most of a report is made of: the
// block of CJK Unified Ideographs, and those below U+30000.
func IsIdeograph(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r >= 0x20000 && r < 0x30000 }

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

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// binds reports whether a sign and the figure or letter beside it are one
// expression: 3×5, ≥60, ±2.
func binds(a, b rune) bool {
	return unicode.Is(unicode.Sm, a) && IsWide(a) && !IsWide(b) || unicode.Is(unicode.Sm, b) && IsWide(b) && !IsWide(a)
}

// isEnumerator: ① and its like begin what follows them.
func isEnumerator(r rune) bool { return !IsIdeograph(r) && unicode.Is(unicode.No, r) && IsWide(r) }

// LineEnd is where a line of text ends that begins at start and has room up to
// full, where one character at least follows: full itself, or before it where the
// rules allow, by the best joint that leaves the line half full at least. Blanks
// stay with the line before them.
func LineEnd(text []rune, start, full int) int {
	end, best, half := full, Never, (start+full)/2
	for cut := full; cut > start && (cut > half || best > Unit); cut-- {
		if IsBlank(text[cut]) {
			continue
		}
		joint := Between(text[cut-1], text[cut])
		if joint == Free {
			if cut > half {
				return cut
			}
			joint = Unit // a shorter line is no better than a torn one
		}
		if joint < best {
			end, best = cut, joint
		}
	}
	return end
}
