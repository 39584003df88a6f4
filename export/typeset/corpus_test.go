package typeset

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/export/specimen"
	"nianbao/model/han"
)

// printedLine is a line of the corpus as it stands on paper.
type printedLine struct {
	text       string
	left, edge float64 // where it begins and where the last ink may end, from the text area's left edge, in cells
	widest     float64 // the most that a gap between two characters of the grid is wider or narrower than usual, pt
	loose      float64 // cells by which it is stretched
	last       bool    // of its paragraph
}

// corpusLines sets every paragraph of the corpus and measures the marks.
func corpusLines(t testing.TB) []printedLine {
	t.Helper()
	paper := A4()
	s := newSetter(specimen.Faces(t), paper, nil)
	var all []printedLine
	for _, p := range specimen.Corpus() {
		it := s.paragraph(p, s.bodyStyle(), ElementParagraph)
		for _, l := range it.lines {
			texts := placeLine(nil, it.atoms, l, it.style, 0, 0, paper.Cell)
			all = append(all, measureLine(texts, l, l.last == len(it.atoms), paper.Cell))
		}
	}
	return all
}

func measureLine(texts []Text, l setLine, last bool, cell float64) printedLine {
	line := spots(Page{Texts: texts})
	out := printedLine{left: line[0].x / cell, loose: l.adjust, last: last}
	end := line[len(line)-1]
	out.edge = (end.x + end.width) / cell
	if strings.ContainsRune(blankRight, end.char) && out.edge > 28 {
		out.edge = max(28, out.edge-0.5)
	}
	for i, c := range line {
		out.text += string(c.char)
		if i == 0 || !han.IsIdeograph(c.char) || !han.IsIdeograph(line[i-1].char) {
			continue
		}
		out.widest = max(out.widest, math.Abs(c.x-line[i-1].x-cell))
	}
	return out
}

// TestCorpus measures the lines of the corpus: the full ones end at the edge of
// the text area with gaps that nobody sees, none begins or ends with a mark that
// must not stand there, and none holds a character less than would have fitted.
func TestCorpus(t *testing.T) {
	const least = 0.98
	full, exact, loose := 0, 0, 0
	for _, l := range corpusLines(t) {
		first, _ := utf8.DecodeRuneInString(l.text)
		last, _ := utf8.DecodeLastRuneInString(l.text)
		if strings.ContainsRune(han.NoLineStart, first) && !strings.HasPrefix(l.text, ".") || strings.ContainsRune(han.NoLineEnd, last) {
			t.Errorf("a mark stands at an edge: %s", l.text)
		}
		if l.last {
			continue
		}
		full++
		switch {
		case math.Abs(l.edge-28) < 0.05 && l.widest <= 0.32:
			exact++
		default:
			t.Logf("ends at %.2f cells, gaps of %.2f pt, stretched by %.2f: %s", l.edge, l.widest, l.loose, l.text)
		}
		if l.loose > maxSpread+tiny {
			loose++
		}
	}
	t.Logf("%d full lines, %d exact (%.1f %%), %d stretched by more than half a cell", full, exact, 100*float64(exact)/float64(full), loose)
	if float64(exact) < least*float64(full) {
		t.Errorf("%d of %d full lines are exact", exact, full)
	}
}
