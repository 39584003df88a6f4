package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"nianbao/export/specimen"
)

// norm is what a sheet must measure, in millimetres and points. The figures are
// written down here anew, from GB/T 9704—2012 and spec/layout.md, so that a slip
// in package typeset does not pass.
type norm struct {
	width, height            float64 // mm
	left, right, top, bottom float64 // of the text area, mm from the upper left corner
	columns, lines           int
	body, folio              float64 // type sizes, pt
	folioDrop                float64 // mm from the text area to the page number
}

var (
	a4 = norm{210, 297, 28, 184, 37, 262, 28, 22, 15.75, 14, 7}
	a3 = norm{297, 420, 30, 267, 44, 380, 30, 24, 22.3, 20, 10}
)

const (
	mm        = 72 / 25.4
	tolerance = 0.5 * mm
	drop      = 0.38 // from the middle of a Chinese character to its baseline, ems
)

const (
	noStart  = "，。、；：？！）〕】》〉”’」』…—·％℃"
	noEnd    = "（〔【《〈“‘「『"
	halfMark = "，。、；：？！）〕】》〉”’」』"
)

// faults lists what is wrong with printed sheets.
func (n norm) faults(all []sheet) []string {
	var found []string
	for i, s := range all {
		report := func(format string, args ...any) {
			found = append(found, fmt.Sprintf("page %d: ", i+1)+fmt.Sprintf(format, args...))
		}
		if math.Abs(s.width-n.width*mm) > 0.1 || math.Abs(s.height-n.height*mm) > 0.1 {
			report("the sheet measures %.1f × %.1f", s.width/mm, s.height/mm)
		}
		n.checkFolio(s, i+1, report)
		n.checkArea(s, report)
		n.checkLines(s, report)
		n.checkEdges(s, report)
		checkCrossings(s, report)
		checkJoints(s, report)
	}
	return found
}

type reporter func(format string, args ...any)

// checkFolio: — N — below the text area, right on odd pages, left on even ones,
// one character in.
func (n norm) checkFolio(s sheet, page int, report reporter) {
	text := ""
	left, right, middle := math.Inf(1), 0.0, 0.0
	for _, c := range s.chars {
		if c.y > n.bottom*mm+5*mm {
			text += string(c.char)
			left, right = math.Min(left, c.x), math.Max(right, c.x+c.width)
			middle = c.y - drop*c.size
			if c.size != n.folio {
				report("page number of %.1f pt", c.size)
			}
		}
	}
	if want := fmt.Sprintf("—%d—", page); text != want {
		report("page number %q, want %q", text, want)
	}
	if math.Abs(middle-(n.bottom+n.folioDrop)*mm) > tolerance {
		report("page number %.1f mm below the text area", middle/mm-n.bottom)
	}
	if page%2 == 1 && math.Abs(right+n.folio-n.right*mm) > tolerance {
		report("page number ends at %.1f mm", right/mm)
	}
	if page%2 == 0 && math.Abs(left-n.folio-n.left*mm) > tolerance {
		report("page number begins at %.1f mm", left/mm)
	}
}

// text are the characters of the page's text area.
func (n norm) text(s sheet) []inked {
	return slices.DeleteFunc(slices.Clone(s.chars), func(c inked) bool {
		return c.y > n.bottom*mm+5*mm || c.y < n.top*mm
	})
}

// checkArea: nothing is printed outside the text area.
func (n norm) checkArea(s sheet, report reporter) {
	for _, c := range n.text(s) {
		right := c.x + c.width
		if strings.ContainsRune(halfMark, c.char) {
			right -= c.width / 2
		}
		if c.x < n.left*mm-tolerance || right > n.right*mm+tolerance || c.y-0.8*c.size < n.top*mm-tolerance || c.y > n.bottom*mm+tolerance {
			report("%c is at %.1f, %.1f mm, outside the text area", c.char, c.x/mm, c.y/mm)
		}
	}
	for _, r := range s.rules {
		if r.x1 < n.left*mm-tolerance || r.x2 > n.right*mm+tolerance || r.y2 > n.bottom*mm+tolerance {
			report("a rule from %.1f, %.1f to %.1f, %.1f mm, outside the text area", r.x1/mm, r.y1/mm, r.x2/mm, r.y2/mm)
		}
	}
}

// prose groups the body text by lines, from left to right.
func (n norm) prose(s sheet) [][]inked {
	baselines := map[int][]inked{}
	for _, c := range n.text(s) {
		baselines[int(math.Round(c.y*4))] = append(baselines[int(math.Round(c.y*4))], c)
	}
	var lines [][]inked
	for _, line := range baselines {
		if slices.ContainsFunc(line, func(c inked) bool { return c.size == n.body }) {
			slices.SortFunc(line, func(a, b inked) int { return int(math.Copysign(1, a.x-b.x)) })
			lines = append(lines, line)
		}
	}
	slices.SortFunc(lines, func(a, b []inked) int { return int(math.Copysign(1, a[0].y-b[0].y)) })
	return lines
}

// checkLines: the lines of prose stand on the grid of the page, with no mark
// where it must not be, and without marks among them, in its columns.
func (n norm) checkLines(s sheet, report reporter) {
	pitch := (n.bottom - n.top) * mm / float64(n.lines)
	cell := (n.right - n.left) * mm / float64(n.columns)
	lines := n.prose(s)
	if len(lines) > n.lines {
		report("%d lines", len(lines))
	}
	for _, line := range lines {
		text := textOf(line)
		first, last := line[0], line[len(line)-1]
		row := (first.y-drop*n.body-n.top*mm)/pitch - 0.5
		if math.Abs(row-math.Round(row))*pitch > tolerance {
			report("off the lines by %.2f: %s", row-math.Round(row), text)
		}
		unbreakable := strings.Contains(text, specimen.Unbreakable)
		if strings.ContainsRune(noStart, first.char) && !unbreakable {
			report("the line begins with a mark: %s", text)
		}
		if strings.ContainsRune(noEnd, last.char) {
			report("the line ends with an opening mark: %s", text)
		}
		checkLetters(line, n, report)
		wide := !slices.ContainsFunc(line, func(c inked) bool { return c.width != n.body })
		if indent := math.Round((first.x - n.left*mm) / cell); wide && float64(len(line))+indent == float64(n.columns) {
			for i, c := range line {
				if math.Abs(c.x-n.left*mm-(indent+float64(i))*cell) > 0.3 {
					report("%c is off its column: %s", c.char, text)
				}
			}
		}
	}
}

// usualGap is the most that characters of the grid stand apart where nobody sees
// it: their share of the cell, and half a cell spread over a line of a little
// less than the usual length.
func (n norm) usualGap() float64 { return n.cell() - n.body + 0.02*n.cell() }

func (n norm) cell() float64 { return (n.right - n.left) * mm / float64(n.columns) }

// gapOf is the widest gap between two characters of the grid in a line.
func (n norm) gapOf(line []inked) float64 {
	widest := 0.0
	for i, c := range line[1:] {
		if unicode.Is(unicode.Han, c.char) && unicode.Is(unicode.Han, line[i].char) {
			widest = max(widest, c.x-line[i].x-line[i].width)
		}
	}
	return widest
}

// checkLetters: figures and letters stand as close to Chinese characters as
// these to each other, figures in half a cell each, and no letter apart from
// its word.
func checkLetters(line []inked, n norm, report reporter) {
	gap := max(n.usualGap(), n.gapOf(line)) + hair
	for i, c := range line[1:] {
		b := line[i]
		apart := c.x - b.x - b.width
		switch {
		case isFigure(b.char) && isFigure(c.char) && c.size == b.size:
			if step := (c.x + c.width/2) - (b.x + b.width/2); step < n.cell()/2-hair || step > n.cell()/2+gap {
				report("figures %.2f pt apart: %s", step, textOf(line))
			}
		case isLetter(b.char) && isLetter(c.char):
			if apart > gap+0.5 || apart < -hair { // an address fills its line alone
				report("%c and %c stand %.2f pt apart: %s", b.char, c.char, apart, textOf(line))
			}
		case unicode.Is(unicode.Han, b.char) && isNarrow(c.char), isNarrow(b.char) && unicode.Is(unicode.Han, c.char):
			const one = 0.04 // a 1 in the middle of its half cell, ems
			if apart > gap+one*n.body || apart < -gap {
				report("a hole of %.2f pt between %c and %c: %s", apart, b.char, c.char, textOf(line))
			}
		}
	}
}

func isFigure(r rune) bool { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }
func isNarrow(r rune) bool { return isFigure(r) || isLetter(r) }

// full are the lines that go on in the next one, which begins at the left edge.
func (n norm) full(s sheet) [][]inked {
	var all [][]inked
	lines := n.prose(s)
	for i := range max(0, len(lines)-1) {
		next := lines[i+1][0]
		pitch := (n.bottom - n.top) * mm / float64(n.lines)
		flush := math.Abs(next.x-n.left*mm) < n.cell()/2 && next.y-lines[i][0].y < 1.5*pitch
		if flush && lines[i][0].x < (n.left*mm)+3*n.cell() && !strings.Contains(textOf(lines[i]), specimen.Unbreakable[:6]) {
			all = append(all, lines[i])
		}
	}
	return all
}

// checkEdges: full lines end at the right edge, with as much as the blank half of
// a mark beyond it.
func (n norm) checkEdges(s sheet, report reporter) {
	for _, line := range n.full(s) {
		last := line[len(line)-1]
		beyond := last.x + last.width - n.right*mm
		most := hair
		if strings.ContainsRune(halfMark, last.char) {
			most += last.width / 2
		}
		if beyond > most || beyond < -0.08*n.body {
			report("ends %.2f pt from the edge: %s", -beyond, textOf(line))
		}
	}
}

func textOf(line []inked) string {
	var b strings.Builder
	for _, c := range line {
		b.WriteRune(c.char)
	}
	return b.String()
}

// checkCrossings: no rule runs through a character.
func checkCrossings(s sheet, report reporter) {
	for _, c := range s.chars {
		left, right := c.x+0.05*c.width, c.x+0.95*c.width
		if strings.ContainsRune(halfMark, c.char) {
			right -= c.width / 2
		}
		top, bottom := c.y-0.78*c.size, c.y+0.02*c.size
		for _, r := range s.rules {
			if r.x2 > left && r.x1 < right && r.y2 > top && r.y1 < bottom {
				report("a rule runs through %c at %.1f, %.1f mm", c.char, c.x/mm, c.y/mm)
			}
		}
	}
}

// checkJoints: every end of a rule meets another rule, so that no corner is open
// and none sticks out. A page's head rule stands alone.
func checkJoints(s sheet, report reporter) {
	meets := func(x, y float64, not int) bool {
		for i, r := range s.rules {
			half := r.width/2 + 0.05
			if i != not && x > r.x1-half && x < r.x2+half && y > r.y1-half && y < r.y2+half {
				return true
			}
		}
		return false
	}
	for i, r := range s.rules {
		first, last := meets(r.x1, r.y1, i), meets(r.x2, r.y2, i)
		if first != last || !first && r.y1 > 0 && r.x1 == r.x2 {
			report("a rule ends in the open: %.2f, %.2f – %.2f, %.2f", r.x1, r.y1, r.x2, r.y2)
		}
	}
}
