package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model"
)

// TestBlankPages: of the empty form in each edition every table stands on one page with
// its heading, its rows are high enough to write in, no page holds less than a quarter,
// each says at its foot what it is, and nothing stands outside of the text area.
func TestBlankPages(t *testing.T) {
	for _, r := range []*model.Report{specimen.Sample(t), specimen.Numbers(t), specimen.Figures(t, 2026, "1")} {
		d := Layout(outline.Blank(r, "0358-0000000"), specimen.Faces(t), Options{})
		if !strings.Contains(d.Title, "空白表") {
			t.Errorf("it is called %s", d.Title)
		}
		headings := map[int]string{}
		for _, h := range d.Headings {
			headings[h.Page] += h.Text
		}
		tables := map[int][]int{} // rows by page
		for _, p := range d.Pages {
			lowest, foot := 0.0, ""
			for _, text := range p.Texts {
				if text.Element > 0 {
					lowest = max(lowest, text.Y)
				} else {
					foot += text.String
				}
				if e := d.Elements[text.Element]; e.Kind == ElementHead || e.Kind == ElementRowLabel || e.Kind == ElementFigure {
					tables[d.Elements[e.Parent].Parent] = append(tables[d.Elements[e.Parent].Parent], p.Number)
				}
			}
			for _, l := range p.Lines {
				lowest = max(lowest, l.Y2)
				if l.X1 < d.Paper.Left-ruleOuter || l.X2 > d.Paper.Right()+ruleOuter || l.Y2 > d.Paper.Bottom()+near || l.Y1 < d.Paper.Top-near {
					t.Errorf("page %d: rule %v", p.Number, l)
				}
			}
			if !strings.Contains(foot, r.Agency.Name) || !strings.Contains(foot, "不是报告") {
				t.Errorf("page %d: foot %q", p.Number, foot)
			}
			if lowest < d.Paper.Top+d.Paper.TextHeight()/4 {
				t.Errorf("page %d ends at %.0f", p.Number, lowest)
			}
		}
		if len(tables) != 3 {
			t.Errorf("%d tables", len(tables))
		}
		for _, pages := range tables {
			if slices.Max(pages) != slices.Min(pages) || headings[pages[0]] == "" {
				t.Errorf("a table on pages %v", slices.Compact(pages))
			}
		}
	}
}

// TestShaded: the ground of a computed cell is its box, and its words are to be read on it.
func TestShaded(t *testing.T) {
	d := Layout(outline.Blank(specimen.Numbers(t), ""), specimen.Faces(t), Options{})
	totals := 0
	for _, c := range specimen.Numbers(t).Edition().Cells() {
		if c.Total() {
			totals++
		}
	}
	fills := 0
	for _, p := range d.Pages {
		fills += len(p.Fills)
		for _, f := range p.Fills {
			inside := slices.ContainsFunc(p.Texts, func(text Text) bool {
				return text.String == "合计" && text.X > f.X && text.X+2*text.Size < f.X+f.Width && text.Y > f.Y && text.Y < f.Y+f.Height && f.Gray-text.Gray > 0.5
			})
			framed := slices.ContainsFunc(p.Lines, func(l Line) bool {
				return math.Abs(l.Y1-f.Y-f.Height) < 0.01 && l.X1 < f.X+1 && l.X2 > f.X+f.Width-1
			})
			if !inside || !framed {
				t.Errorf("page %d: %v: word %v, framed %v", p.Number, f, inside, framed)
			}
		}
	}
	if fills != totals {
		t.Errorf("%d shaded cells, %d totals", fills, totals)
	}
}

// TestRuled: whatever stands before them, lines to write on follow their heading on its
// page, three at least, none stands alone on a page, and the blanks at the end not without
// one of them.
func TestRuled(t *testing.T) {
	for above := range 45 {
		report := &outline.Document{Title: []string{"空白表"}, Blocks: []outline.Block{
			{Kind: outline.Ruled, Lines: above + 3},
			{Kind: outline.Heading, Level: 1, Text: "五、问题"},
			{Kind: outline.Remark, Text: "都要写。"},
			{Kind: outline.Ruled, Lines: 6},
			{Kind: outline.Blanks, Names: []string{"填表人：", "日期："}},
		}}
		d := Layout(report, specimen.Faces(t), Options{})
		heading := d.Headings[0]
		for _, p := range d.Pages {
			after, all, last, end := 0, 0, 0.0, 0.0
			for _, l := range p.Lines {
				if whole := l.X2-l.X1 > d.Paper.TextWidth()-1; whole {
					all++
					last = l.Y1
					if p.Number == heading.Page && l.Y1 > heading.Y {
						after++
					}
				} else {
					end = l.Y1
				}
			}
			if p.Number == heading.Page && after < leastRuled {
				t.Errorf("%d lines above: %d stand below the heading", above, after)
			}
			if end > 0 && (all == 0 || end < last) {
				t.Errorf("%d lines above: the blanks stand alone on page %d", above, p.Number)
			}
			if p.Number > 1 && p.Number < heading.Page && all < 2 {
				t.Errorf("%d lines above: %d on page %d", above, all, p.Number)
			}
		}
	}
}
