package typeset

import (
	"strings"
	"unicode"

	"nianbao/model/han"
)

// Which characters stand on the Chinese grid, and what they give up there.

const (
	// blankRight and blankLeft are full-width marks whose ink fills one half of
	// their cell: the other half can be squeezed away.
	blankRight = "，。、；：）〕】》〉”’」』！？"
	blankLeft  = "（〔【《〈“‘「『"
)

// isFigure: figures are half a cell each.
func isFigure(r rune) bool { return r >= '0' && r <= '9' }

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' }

func isMark(r rune) bool {
	return r > unicode.MaxASCII && !han.IsIdeograph(r) && (strings.ContainsRune(han.NoLineStart, r) || strings.ContainsRune(han.NoLineEnd, r))
}

// breakCost is the cost of ending a line between two characters of which one at
// least is wide; within a run of letters and figures see setter.run.
func breakCost(here, next rune) float64 {
	switch han.Between(here, next) {
	case han.Unit:
		return costUnit
	case han.Range:
		return costRange
	case han.Word:
		return costWord
	case han.Never:
		return never
	case han.Free:
	}
	return 0
}

func squeezable(r rune) side {
	switch {
	case han.IsIdeograph(r):
	case strings.ContainsRune(blankRight, r):
		return squeezeRight
	case strings.ContainsRune(blankLeft, r):
		return squeezeLeft
	}
	return squeezeNone
}

// clean drops what is typed and not meant: control characters, blanks at the
// ends, and blanks between Chinese and letters or figures (“2020 年度”), which
// stand tight on official paper. A blank between two letters or two Chinese
// characters stays, once.
func clean(text string) []rune {
	in := []rune(strings.TrimSpace(text))
	out := make([]rune, 0, len(in))
	for i, r := range in {
		switch {
		case han.IsIdeograph(r):
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
	return han.IsWide(a) != han.IsWide(b) || isMark(a) || isMark(b)
}
