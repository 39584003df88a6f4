package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastContents is how many titles a list of contents has at least.
const leastContents = 3

// contents finds a list of contents: titles one after the other, with nothing but short
// lines between them, the first of which comes again further down. Its lines are no
// titles of parts.
func (a *headAlignment) contents() (lines []int) {
	for from := range a.found {
		if a.found[from] == nil {
			continue
		}
		to, titles, last := from, 0, -1
		for i := from; i < len(a.found) && a.isEntry(i); i++ {
			if j := a.titled(i, last); j >= 0 {
				to, last = i, j
				titles++
			} else if a.found[i] != nil { // they begin anew: this is the text
				break
			} else if endsInPage(a.doc.Lines[i].Text) {
				to = i
			}
		}
		if titles < leastContents || !a.comesAgain(a.titled(from, -1), to+1) {
			continue
		}
		if from > 0 && letters(a.doc.Lines[from-1].Text) == "目录" {
			from--
		}
		for i := from; i <= to; i++ {
			a.found[i] = nil
		}
		return between(from, to+1)
	}
	return nil
}

// isEntry tells a line that may stand in a list of contents.
func (a *headAlignment) isEntry(i int) bool {
	l := &a.doc.Lines[i]
	return (l.Cells == nil || l.Spaced) && utf8.RuneCountInString(l.Text) <= maxHead && !strings.Contains(l.Text, "。")
}

// titled is which part, behind another, a line is the title of; -1 for none.
func (a *headAlignment) titled(i, behind int) int {
	best := -1
	for j := behind + 1; a.found[i] != nil && j < len(a.sections); j++ {
		if a.found[i][j].sim >= sureAlike && (best < 0 || a.found[i][j].sim > a.found[i][best].sim) {
			best = j
		}
	}
	return best
}

func (a *headAlignment) comesAgain(section, from int) bool {
	for i := from; i < len(a.found); i++ {
		if section >= 0 && a.found[i] != nil && a.found[i][section].sim >= sureAlike {
			return true
		}
	}
	return false
}

// endsInPage tells a line that ends in the number of a page, set apart.
func endsInPage(text string) bool {
	rest := strings.TrimRightFunc(text, unicode.IsDigit)
	return rest != text && rest != strings.TrimRight(rest, " .·…．-—\t")
}
