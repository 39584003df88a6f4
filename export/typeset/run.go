package typeset

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/model/han"
)

// Runs of letters, figures and their marks among Chinese text: words that stay
// whole, and what may be cut where nothing else fits a line.

// maxRun is the longest word kept whole, in ems: half a line. A longer one may
// break where Unicode allows it, else anywhere.
const maxRun = 14.0

// runLength is the length of the stretch of letters, figures and the blanks
// between them that a text begins with; 0 when it begins with a wide character,
// or with a blank that none of them follows.
func runLength(runes []rune) int {
	n := 0
	for i, r := range runes {
		if r == ' ' {
			continue
		}
		if r == '\u3000' || han.IsWide(r) {
			break
		}
		n = i + 1
	}
	return n
}

// run appends the words of a run and the blanks between them.
func (s *setter) run(all []atom, st style, runes []rune, glyphs []glyph) []atom {
	cell := 1.0 // without a grid
	if st.cell > 0 {
		cell = st.cell / st.size
	}
	kern(glyphs)
	var breaks []bool
	for from := 0; from < len(runes); {
		if runes[from] == ' ' {
			all = append(all, atom{glyphs: glyphs[from : from+1], cells: runWidth(glyphs[from:from+1]) / cell, run: true, blank: true})
			from++
			continue
		}
		to := from + 1
		for to < len(runes) && runes[to] != ' ' {
			to++
		}
		if breaks == nil && to-from > 2 { // two characters are never parted
			breaks = s.opportunities(runes)
		}
		for from < to {
			end, cost := to, 0.0
			if breaks != nil {
				end, cost = pieceEnd(runes[:to], glyphs, from, breaks)
			}
			all = append(all, atom{
				glyphs: glyphs[from:end], cells: runWidth(glyphs[from:end]) / cell, run: true, breakCost: cost,
			})
			from = end
		}
	}
	return all
}

// kern brings letters together, or apart, as their face wants it. Figures keep to
// their half cells.
func kern(run []glyph) {
	for i := range len(run) - 1 {
		a, b := &run[i], &run[i+1]
		if a.face == b.face && !isFigure(a.char) && !isFigure(b.char) {
			a.step += a.scale * float64(a.face.Kern(a.char, b.char)) / 1000
		}
	}
}

// pieceEnd is where the word that goes on at from may be cut first, and at what
// cost; the end of the word, where it costs nothing.
func pieceEnd(word []rune, glyphs []glyph, from int, breaks []bool) (end int, cost float64) {
	address := isAddress(word, from)
	whole := runWidth(glyphs[from:len(word)]) <= maxRun
	for i := from + 1; i < len(word); i++ {
		switch {
		case strings.ContainsRune(han.NoLineEnd, word[i-1]), strings.ContainsRune(han.NoLineStart, word[i]) && (!address || word[i] != '.'):
		case address && word[i-1] == '/' && word[i] != '/':
			return i, costAddress
		case address && addressBreak(word[i-1], word[i]):
			return i, 2 * costAddress
		case address && inPlain(word, i):
			return i, 4 * costAddress
		case strings.ContainsRune("–=", word[i-1]) && isFigure(word[i]):
			return i, costRange
		case breaks[i-1]:
			return i, costWord
		case !whole && runWidth(glyphs[from:i+1]) > maxRun:
			return i, costWord
		}
	}
	return len(word), 0
}

// isAddress: of a page or a mailbox, which is not read as one word.
func isAddress(word []rune, from int) bool {
	for from > 0 && word[from-1] != ' ' {
		from--
	}
	text := string(word[from:])
	return strings.ContainsRune(text, '@') || strings.Contains(text, "://") || strings.HasPrefix(strings.ToLower(text), "www.")
}

// addressBreak: an address is cut after a stroke and before a full stop or @, so
// that the cut shows that it goes on.
func addressBreak(here, next rune) bool {
	return strings.ContainsRune("?&=-_", here) || (next == '.' || next == '@') && (unicode.IsLetter(here) || unicode.IsDigit(here))
}

// inPlain: two letters or figures at least on either side.
func inPlain(word []rune, i int) bool {
	if i < 2 || i+2 > len(word) {
		return false
	}
	return !slices.ContainsFunc(word[i-2:i+2], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// opportunities are the places after which Unicode (UAX #14) allows a break.
func (s *setter) opportunities(runes []rune) []bool {
	breaks := make([]bool, len(runes))
	s.seg.Init(runes)
	for it := s.seg.LineIterator(); it.Next(); {
		l := it.Line()
		breaks[l.Offset+len(l.Text)-1] = true
	}
	return breaks
}

// runWidth is the room that characters take, in ems.
func runWidth(run []glyph) float64 {
	w := 0.0
	for _, g := range run {
		w += g.step
	}
	return w
}
