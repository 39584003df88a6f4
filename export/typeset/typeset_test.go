package typeset

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/golden"
	"nianbao/model/han"
	"nianbao/model/slips"
)

// TestGolden compares the marks of whole reports with text that can be read:
// one line a page line, one a rule.
func TestGolden(t *testing.T) {
	documents := map[string]*Document{}
	for name, r := range specimen.All(t) {
		documents[name] = layout(t, r, Options{Draft: name == "numbers"})
	}
	board := outline.Of(specimen.Sample(t), outline.Posting{Since: "2021-01-20", Phone: "0358-0000000"})
	documents["a3"] = Layout(board, specimen.Faces(t), Options{Paper: A3()})
	documents["poster"] = Poster(documents["a3"], specimen.Faces(t))
	documents["blank2020"] = Layout(outline.Blank(specimen.Sample(t), ""), specimen.Faces(t), Options{})
	documents["blank2026"] = Layout(outline.Blank(specimen.Numbers(t), "0358-0000000"), specimen.Faces(t), Options{})
	documents["slips"] = slipPages(t, specimen.Digits(t), slips.Propose(specimen.Digits(t)))
	for name, d := range documents {
		t.Run(name, func(t *testing.T) {
			golden.Compare(t, name+".golden", dump(d))
			if len(d.Missing) > 0 {
				t.Errorf("no face has %v", d.Missing)
			}
		})
	}
}

// layout sets a report in the embedded faces.
func layout(t testing.TB, r *model.Report, o Options) *Document {
	t.Helper()
	return Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), o)
}

func dump(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", d.Title)
	for _, h := range d.Headings {
		fmt.Fprintf(&b, "heading %d page %d y %.1f %s\n", h.Level, h.Page, h.Y, h.Text)
	}
	for _, p := range d.Pages {
		fmt.Fprintf(&b, "\npage %d\n", p.Number)
		for _, texts := range [][]Text{p.Under, p.Texts} {
			for _, t := range texts {
				fmt.Fprintf(&b, "%s %.2f @%.2f,%.2f %+.3f", t.Face.Name(), t.Size, t.X, t.Y, t.Space)
				if t.Turn != 0 {
					fmt.Fprintf(&b, " turned %.0f", t.Turn)
				}
				if t.Gray != 0 {
					fmt.Fprintf(&b, " grey %.2f", t.Gray)
				}
				fmt.Fprintf(&b, " %d %s\n", t.Element, t.String)
			}
		}
		for _, f := range p.Fills {
			fmt.Fprintf(&b, "fill %.2f,%.2f %.2f×%.2f grey %.2f %d\n", f.X, f.Y, f.Width, f.Height, f.Gray, f.Element)
		}
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "rule %.1f %.2f,%.2f–%.2f,%.2f\n", l.Width, l.X1, l.Y1, l.X2, l.Y2)
		}
	}
	return b.String()
}

// spot is one character on the paper.
type spot struct {
	char  rune
	x, y  float64
	width float64
	size  float64
	aside bool
}

func spots(p Page) []spot {
	var all []spot
	for _, t := range p.Texts {
		x := t.X
		for _, r := range t.String {
			id, _ := t.Face.Glyph(r)
			w := float64(t.Face.Advance(id)) / 1000 * t.Size
			all = append(all, spot{r, x, t.Y, w, t.Size, t.Element == 0})
			x += w + t.Space
		}
	}
	return all
}

// proseLines groups the characters of a page's text lines, tables left out, by
// baseline and from left to right.
func proseLines(p Page, paper Paper) [][]spot {
	byLine := map[int][]spot{}
	for _, s := range spots(p) {
		line := (s.y - baselineDrop*paper.BodySize - paper.Top) / paper.Line
		k := int(math.Floor(line))
		if s.aside || s.size == sizeTable || s.size < 13 || math.Abs(line-float64(k)-0.5) > 0.01 {
			continue
		}
		byLine[k] = append(byLine[k], s)
	}
	var keys []int
	for k := range byLine {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	var lines [][]spot
	for _, k := range keys {
		l := byLine[k]
		sort.Slice(l, func(i, j int) bool { return l[i].x < l[j].x })
		lines = append(lines, l)
	}
	return lines
}

// TestGrid counts 28 characters and 22 lines: a page of nothing but 字 fills the
// text area of 156 mm × 225 mm.
func TestGrid(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative = map[model.SectionID][]model.Block{model.Preamble: {{Text: strings.Repeat("字", 2000)}}}
	d := layout(t, r, Options{})
	lines := proseLines(d.Pages[1], d.Paper)
	if len(lines) != 22 {
		t.Fatalf("%d lines on a full page, want 22", len(lines))
	}
	for i, l := range lines[:16] {
		if len(l) != 28 {
			t.Errorf("line %d holds %d characters, want 28", i+1, len(l))
		}
		if left, right := l[0].x, l[len(l)-1].x+d.Paper.Cell; math.Abs(left-28*mm) > 0.01 || math.Abs(right-184*mm) > 0.01 {
			t.Errorf("line %d runs from %.2f to %.2f pt", i+1, left, right)
		}
	}
	if step := (lines[21][0].y - lines[0][0].y) / 21; math.Abs(step-225*mm/22) > 0.001 {
		t.Errorf("lines are %.3f pt apart", step)
	}
}

// TestProseLines looks at every line of prose of whole reports: nothing outside
// the text area, no mark where it must not stand.
func TestProseLines(t *testing.T) {
	for name, r := range specimen.All(t) {
		d := layout(t, r, Options{})
		for _, p := range d.Pages {
			for _, l := range proseLines(p, d.Paper) {
				first, last := l[0], l[len(l)-1]
				text := lineText(l)
				if strings.ContainsRune(han.NoLineStart, first.char) && !strings.Contains(text, specimen.Unbreakable) {
					t.Errorf("%s page %d: line begins with a mark: %s", name, p.Number, text)
				}
				if strings.ContainsRune(han.NoLineEnd, last.char) {
					t.Errorf("%s page %d: line ends with an opening mark: %s", name, p.Number, text)
				}
				ink := last.x + last.width
				if strings.ContainsRune(blankRight, last.char) {
					ink -= last.width / 2
				}
				if first.x < d.Paper.Left-0.05 || ink > d.Paper.Right()+0.05 {
					t.Errorf("%s page %d: line runs from %.2f to %.2f: %s", name, p.Number, first.x, ink, text)
				}
			}
			for _, s := range spots(p) {
				if !s.aside && (s.y > d.Paper.Bottom() || s.y < d.Paper.Top) {
					t.Errorf("%s page %d: %c stands at %.1f, outside the text area", name, p.Number, s.char, s.y)
				}
			}
		}
	}
}

func lineText(l []spot) string {
	var b strings.Builder
	for _, s := range l {
		b.WriteRune(s.char)
	}
	return b.String()
}

// TestEverySentence: all the prose and every label and number of the report
// stands on the paper, in order.
func TestEverySentence(t *testing.T) {
	for name, r := range specimen.All(t) {
		var all strings.Builder
		for _, p := range layout(t, r, Options{}).Pages {
			for _, text := range p.Texts {
				if text.Element != 0 {
					all.WriteString(text.String)
				}
			}
		}
		printed := squash(all.String())
		for _, s := range r.Edition().Sections {
			if !strings.Contains(printed, squash(s.Title)) {
				t.Errorf("%s: no %s", name, s.Title)
			}
			if s.Table == nil {
				continue
			}
			for _, row := range s.Table.Grid().Rows {
				for _, c := range row.Cells {
					text := c.Text
					if c.Cell != nil {
						text = r.Value(c.Cell.Address)
					}
					if !strings.Contains(printed, squash(text)) {
						t.Errorf("%s: no %q", name, text)
					}
				}
			}
		}
		for id, blocks := range r.Narrative {
			for _, b := range blocks {
				for _, p := range b.Paragraphs() {
					if !strings.Contains(printed, squash(p)) {
						t.Errorf("%s %s: lost %s", name, id, p)
					}
				}
			}
		}
	}
}

func squash(s string) string { return strings.Join(strings.Fields(s), "") }

// TestSignatureNotAlone: whatever the length of the text before it, the
// signature and what follows it stand below two lines of that text, no line
// stands alone at a page's head or foot, and no heading at a foot.
func TestSignatureNotAlone(t *testing.T) {
	for n := 1; n < 50; n++ {
		r := specimen.Sample(t)
		r.Signature = model.Signature{Agency: "梧桐镇人民政府", Date: "2021-01-19"}
		r.Narrative = map[model.SectionID][]model.Block{model.Other: {{Text: strings.Repeat("字", 26+28*(n-1))}}}
		d := Layout(outline.Of(r, outline.Posting{Since: "2021-01-20"}), specimen.Faces(t), Options{})
		for _, p := range d.Pages {
			lines := proseLines(p, d.Paper)
			if len(lines) > d.Paper.Lines {
				t.Errorf("text of %d lines: %d on page %d", n, len(lines), p.Number)
			}
			count, foot := 0, ""
			for _, l := range lines {
				if foot = lineText(l); strings.HasPrefix(foot, "字") {
					count++
				}
			}
			switch {
			case strings.HasPrefix(foot, "六、"):
				t.Errorf("text of %d lines: page %d ends with %q", n, p.Number, foot)
			case count == 1 && n > 1:
				t.Errorf("text of %d lines: one alone on page %d", n, p.Number)
			case p.Number == len(d.Pages) && (count == 0 || len(lines) < count+3):
				t.Errorf("text of %d lines: %d of %d on the last page are text", n, count, len(lines))
			}
		}
	}
}

func TestMissingCharacters(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative[model.Other] = []model.Block{{Text: "𠮷祥𠮷\U0001F600"}}
	d := layout(t, r, Options{})
	want := []Missing{{'𠮷', "“六、其他需要报告的事项”第1段"}, {'\U0001F600', "“六、其他需要报告的事项”第1段"}}
	if !slices.Equal(d.Missing, want) {
		t.Errorf("missing %v", d.Missing)
	}
	printed := ""
	for _, text := range d.Pages[len(d.Pages)-1].Texts {
		printed += text.String
	}
	if !strings.Contains(printed, "〓祥〓〓") {
		t.Errorf("printed %s", printed)
	}
}

// TestMissingPlaces: wherever a character is missing, the place is named as the clerk
// knows it.
func TestMissingPlaces(t *testing.T) {
	r := specimen.Sample(t)
	r.Title = "关于𠮷的报告"
	r.Signature.Agency = "𠮷镇"
	r.Narrative[model.Other] = []model.Block{{Text: "一\n二"}, {Heading: "三𠮷", Text: "四\n五𠮷"}}
	if err := r.Take("applications.received.person", "𠮷"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range Layout(outline.Of(r, outline.Posting{Phone: "𠮷"}), specimen.Faces(t), Options{}).Missing {
		got = append(got, m.Where)
	}
	want := []string{
		"题目", "“三、收到和处理政府信息公开申请情况”的表", "“六、其他需要报告的事项”小标题“1、三𠮷”", "“六、其他需要报告的事项”第4段",
		"落款", "公示日期、联系电话",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func BenchmarkLayout(b *testing.B) {
	r, set := specimen.Sample(b), specimen.Faces(b)
	for b.Loop() {
		Layout(outline.Of(r, outline.Posting{}), set, Options{})
	}
}
