package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
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

// hair is what roundings add up to, in points.
const hair = 0.1

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

// TestCorpusOnPaper: nearly all full lines of the corpus have gaps that nobody
// sees.
func TestCorpusOnPaper(t *testing.T) {
	const least = 0.98
	all := sheets(t, document(t, specimen.Measured(t), typeset.Options{}))
	for _, f := range a4.faults(all) {
		t.Error(f)
	}
	full, exact := 0, 0
	for _, s := range all {
		for _, line := range a4.full(s) {
			full++
			if a4.gapOf(line) <= a4.usualGap()+hair {
				exact++
			}
		}
	}
	if full < 800 || float64(exact) < least*float64(full) {
		t.Errorf("%d of %d full lines are exact", exact, full)
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

// TestPaper measures every finished page of all specimens.
func TestPaper(t *testing.T) {
	for name, r := range specimen.All(t) {
		t.Run(name, func(t *testing.T) {
			for _, f := range a4.faults(sheets(t, document(t, r, typeset.Options{}))) {
				t.Error(f)
			}
		})
		t.Run(name+" A3", func(t *testing.T) {
			for _, f := range a3.faults(sheets(t, written(t, outline.Of(r, outline.Posting{Since: "2027-01-20"}), typeset.Options{Paper: typeset.A3()}))) {
				t.Error(f)
			}
		})
	}
}

// TestTableOnSheets: 表三 stands on one sheet below its heading; with figures
// that nobody has it goes on to the next, which repeats its head and the labels
// of the groups it has cut.
func TestTableOnSheets(t *testing.T) {
	for name, r := range specimen.All(t) {
		for paper, o := range map[string]typeset.Options{"A4": {}, "A3": {Paper: typeset.A3()}} {
			all := sheets(t, document(t, r, o))
			first := slices.IndexFunc(all, func(s sheet) bool { return strings.Contains(textOf(s.chars), "三、收到和处理") })
			whole := strings.Contains(textOf(all[first].chars), "四、结转下年度继续办理")
			if cut := name == "extreme"; whole == cut {
				t.Errorf("%s on %s: on one sheet %v", name, paper, whole)
			} else if cut {
				next := textOf(all[first+1].chars)
				for _, want := range []string{"申请人情况", "自然人", "总计", "三、本年度办理结果", "四、结转下年度继续办理"} {
					if !strings.Contains(next, want) {
						t.Errorf("the next sheet does not repeat %s: %s", want, next)
					}
				}
			}
		}
	}
}

// TestPosterSheets: pasted together, the A4 sheets are the A3 page; nothing is
// where an office printer does not print.
func TestPosterSheets(t *testing.T) {
	const unprinted = 5 * mm
	d := typeset.Layout(outline.Of(specimen.Numbers(t), outline.Posting{Since: "2027-01-20"}), specimen.Faces(t), typeset.Options{Paper: typeset.A3()})
	board, err := Write(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tiles, err := Write(typeset.Poster(d, specimen.Faces(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, halves := sheets(t, board), sheets(t, tiles)
	if len(halves) != 2*len(pages) {
		t.Fatalf("%d sheets for %d pages", len(halves), len(pages))
	}
	for i, h := range halves {
		if math.Abs(h.width-297*mm) > 0.1 || math.Abs(h.height-210*mm) > 0.1 {
			t.Errorf("sheet %d measures %.1f × %.1f", i+1, h.width/mm, h.height/mm)
		}
		for _, c := range h.chars {
			if c.x < unprinted || c.x+c.width > h.width-unprinted || c.y-0.8*c.size < unprinted || c.y > h.height-unprinted {
				t.Errorf("sheet %d: %c at %.1f, %.1f mm", i+1, c.char, c.x/mm, c.y/mm)
			}
		}
	}
	for i, p := range pages {
		var pasted []inked
		for _, h := range halves[2*i : 2*i+2] {
			pasted = append(pasted, slices.DeleteFunc(h.chars, func(c inked) bool { return c.size == 9 })...) // what is said beside the cut
		}
		if got, want := columnsOf(pasted), columnsOf(p.chars); !slices.Equal(got, want) {
			t.Errorf("page %d: %v, want %v", i+1, got, want)
		}
	}
}

// columnsOf says which characters stand at which distance from the left edge.
func columnsOf(chars []inked) []string {
	all := make([]string, 0, len(chars))
	for _, c := range chars {
		all = append(all, fmt.Sprintf("%c at %.1f", c.char, c.x))
	}
	slices.Sort(all)
	return all
}

// TestFaultsAreFound: the measuring can fail.
func TestFaultsAreFound(t *testing.T) {
	const table = 4 // the page with 表三
	prose := func(d *typeset.Document, page int) *typeset.Text {
		texts := d.Pages[page].Texts
		i := slices.IndexFunc(texts, func(t typeset.Text) bool {
			return d.Elements[t.Element].Kind == typeset.ElementParagraph && len(t.String) > 60
		})
		return &texts[i]
	}
	run := func(d *typeset.Document, text string) *typeset.Text {
		for _, p := range d.Pages {
			for i := range p.Texts {
				if strings.HasPrefix(p.Texts[i].String, text) && p.Texts[i].Size > 13 {
					return &p.Texts[i]
				}
			}
		}
		t.Fatalf("no run %s", text)
		return nil
	}
	tests := map[string]struct {
		spoil func(d *typeset.Document)
		want  string
	}{
		"nothing":            {func(*typeset.Document) {}, ""},
		"text off its line":  {func(d *typeset.Document) { prose(d, 1).Y += 0.6 * mm }, "off the lines"},
		"text too far left":  {func(d *typeset.Document) { prose(d, 1).X -= 0.6 * mm }, "outside the text area"},
		"text set too wide":  {func(d *typeset.Document) { prose(d, 1).Space += 0.1 }, "outside the text area"},
		"text set narrower":  {func(d *typeset.Document) { prose(d, 1).Space -= 0.05 }, "off its column"},
		"mark at the start":  {func(d *typeset.Document) { s := prose(d, 1); s.String = "，" + s.String }, "begins with a mark"},
		"mark at the end":    {func(d *typeset.Document) { s := prose(d, 1); s.String += "（" }, "ends with an opening mark"},
		"page number":        {func(d *typeset.Document) { p := &d.Pages[1]; p.Texts[len(p.Texts)-2].String = "7" }, "page number"},
		"page number's side": {func(d *typeset.Document) { d.Pages[0].Texts, d.Pages[1].Texts = swapFolios(d) }, "page number"},
		"page number's size": {func(d *typeset.Document) { p := &d.Pages[1]; p.Texts[len(p.Texts)-2].Size = 12 }, "page number of 12"},
		"a wide label": {func(d *typeset.Document) {
			p := &d.Pages[table]
			p.Texts[10].String = "一个放不进格子的很长很长很长的字"
		}, "a rule runs through"},
		"a short rule":      {func(d *typeset.Document) { d.Pages[table].Lines[3].Y2 -= 2 }, "ends in the open"},
		"a long rule":       {func(d *typeset.Document) { d.Pages[table].Lines[len(d.Pages[table].Lines)-3].X2 += 2 }, "outside"},
		"a letter apart":    {func(d *typeset.Document) { run(d, "App").Space += 1 }, "stand 1.0"},
		"letters too close": {func(d *typeset.Document) { run(d, "App").Space -= 0.5 }, "stand -0.5"},
		"figures apart":     {func(d *typeset.Document) { run(d, "60").Space += 1 }, "figures 8.9"},
		"a hole":            {func(d *typeset.Document) { run(d, "60").X += 2 }, "a hole"},
		"a line cut short": {func(d *typeset.Document) {
			s := run(d, "国政府信息公开条例")
			runes := []rune(s.String)
			s.String = string(runes[:len(runes)-1])
		}, "from the edge"},
		"the paper": {func(d *typeset.Document) { d.Paper.Width += 1 }, "sheet measures"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := specimen.Sample(t)
			if strings.Contains(name, "letter") {
				r = specimen.Letters(t)
			}
			d := typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.Options{})
			tt.spoil(d)
			data, err := Write(d, Options{})
			if err != nil {
				t.Fatal(err)
			}
			found := a4.faults(sheets(t, data))
			if tt.want == "" && len(found) > 0 || tt.want != "" && !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, tt.want) }) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}

// swapFolios gives the first two pages each other's page number.
func swapFolios(d *typeset.Document) (first, second []typeset.Text) {
	a, b := d.Pages[0].Texts, d.Pages[1].Texts
	n, m := len(a)-3, len(b)-3
	return append(slices.Clone(a[:n]), b[m:]...), append(slices.Clone(b[:m]), a[n:]...)
}
