package intake

import (
	"strings"
	"unicode"

	"nianbao/model/han"
)

// Letter-spaced text: recognition of scans, and typists who want to fill a line, set a
// blank between each character and the next.

// How much of a text must be spaced to be taken for letter-spaced.
const (
	leastPairs  = 6   // characters side by side, of a line by itself
	leastSpaced = 0.8 // of those, with a blank between them
)

// spacing counts the ideographs of a text that follow one another, with marks among
// them, and those with a blank between them. Digits are split when none follows
// another without a blank.
func spacing(text string) (pairs, spaced int, split bool) {
	var last rune
	blank, digits, joined := false, 0, 0
	for _, r := range text {
		if han.IsBlank(r) {
			blank = true
			continue
		}
		switch {
		case isIdeograph(last) && isIdeograph(r):
			pairs++
			if blank {
				spaced++
			}
		case unicode.IsDigit(last) && unicode.IsDigit(r):
			digits++
			if !blank {
				joined++
			}
		}
		last, blank = r, false
	}
	return pairs, spaced, digits > 0 && joined == 0
}

// isIdeograph tells a Chinese character; marks are set by other rules.
func isIdeograph(r rune) bool { return unicode.Is(unicode.Han, r) }

// letterSpaced reports whether a text of at least so many pairs is letter-spaced.
func letterSpaced(text string, least int) bool {
	pairs, spaced, _ := spacing(text)
	return pairs >= least && float64(spaced) >= leastSpaced*float64(pairs)
}

// closeUp takes the blanks of letter-spacing out: those beside anything that is not
// Latin, and those between digits where each stands by itself.
func closeUp(text string) string {
	_, _, split := spacing(text)
	runes := []rune(text)
	var b strings.Builder
	var last rune
	for i, r := range runes {
		if !han.IsBlank(r) {
			b.WriteRune(r)
			last = r
			continue
		}
		if i+1 == len(runes) || han.IsBlank(runes[i+1]) {
			continue
		}
		next := runes[i+1]
		digits := unicode.IsDigit(last) && unicode.IsDigit(next)
		if isNarrow(last) && isNarrow(next) && (!digits || !split) {
			b.WriteRune(' ')
		}
	}
	return b.String()
}

// isNarrow tells Latin letters, digits and their marks, which stand apart by blanks.
func isNarrow(r rune) bool { return r > ' ' && r <= unicode.MaxLatin1 }

// unspaced is a line of prose without letter-spacing. Where most long lines of the
// document have it, short ones are taken to have it too.
func (x *recogniser) unspaced(text string) string {
	least := leastPairs
	if x.isSpaced() {
		least = 1
	}
	if !letterSpaced(text, least) {
		return text
	}
	x.closed++
	return closeUp(text)
}

// isSpaced reports whether most long lines of the document are letter-spaced.
func (x *recogniser) isSpaced() bool {
	if x.spacing == nil {
		long, spaced := 0, 0
		for i := range x.doc.Lines {
			if pairs, apart, _ := spacing(x.doc.Lines[i].Text); pairs >= leastPairs {
				long++
				if float64(apart) >= leastSpaced*float64(pairs) {
					spaced++
				}
			}
		}
		most := spaced*2 > long
		x.spacing = &most
	}
	return *x.spacing
}
