package typeset

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/slips"
)

// TestLongFoot: the name of an agency that is too long for the foot is set smaller there,
// and stays beside the page number.
func TestLongFoot(t *testing.T) {
	r := specimen.Sample(t)
	r.Agency.Name = strings.Repeat("梧桐镇", 20) + "人民政府"
	d := Layout(outline.Blank(r, ""), specimen.Faces(t), Options{})
	if len(d.Pages) < 2 {
		t.Fatalf("%d pages: none with an even number", len(d.Pages))
	}
	for _, p := range d.Pages {
		for _, text := range p.Texts {
			if text.Element == 0 && text.X < d.Paper.Left-near {
				t.Errorf("page %d: %q begins at %.0f, left of the text at %.0f", p.Number, text.String, text.X, d.Paper.Left)
			}
		}
	}
}

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

// TestRemarkStays: wherever a page ends, a remark stands on the page of what it is about,
// and a picture whole between its margins.
func TestRemarkStays(t *testing.T) {
	picture := outline.Block{Kind: outline.Picture, Image: image.NewGray(image.Rect(0, 0, 40, 30))}
	for above := range 30 {
		d := Layout(&outline.Document{Title: []string{"空白表"}, Blocks: []outline.Block{
			{Kind: outline.Ruled, Lines: above + 1},
			{Kind: outline.Remark, Text: "都要写。"},
			{Kind: outline.Ruled, Lines: leastRuled},
			{Kind: outline.Remark, Text: "照着填。"},
			picture,
			{Kind: outline.Paragraph, Text: "完。"},
		}}, specimen.Faces(t), Options{})
		for _, p := range d.Pages {
			for _, text := range p.Texts {
				below := slices.ContainsFunc(p.Lines, func(l Line) bool { return l.Y1 > text.Y })
				if strings.HasPrefix(text.String, "都") && !below {
					t.Errorf("%d lines above: nothing to write on below the remark", above)
				}
				if strings.HasPrefix(text.String, "照") && len(p.Pictures) == 0 {
					t.Errorf("%d lines above: no picture below the remark", above)
				}
			}
			for _, q := range p.Pictures {
				foot, left, right := q.Y+q.Height, q.X-d.Paper.Left, d.Paper.Right()-q.X-q.Width
				if q.Y < d.Paper.Top || foot > d.Paper.Bottom() || math.Abs(left-right) > near || q.Width*3 != q.Height*4 {
					t.Errorf("%d lines above: %+v", above, q)
				}
				if slices.ContainsFunc(p.Texts, func(text Text) bool {
					return text.Y > q.Y && text.Y-text.Size < foot && text.Y < d.Paper.Bottom()
				}) {
					t.Errorf("%d lines above: text runs over the picture", above)
				}
			}
		}
	}
}

// slipPages sets the slips of a list.
func slipPages(t testing.TB, r *model.Report, l slips.List) *Document {
	t.Helper()
	var all []*Document
	for _, slip := range outline.Slips(r, l, "0358-0000000") {
		all = append(all, Layout(slip, specimen.Faces(t), Options{}))
	}
	return Join(outline.SlipsTitle(r), all)
}

// TestSlipPages: whatever a list holds, every text and rule of its slips stands on the
// page, no two texts overlap, every giver's name heads a page, and one with a few rows
// has one page.
func TestSlipPages(t *testing.T) {
	villages := slips.List{}
	for i := range 40 {
		villages.Givers = append(villages.Givers, slips.Giver{Name: fmt.Sprintf("第%d村民委员会", i+1), Rows: []string{"applications.received", "applications.carriedOut"}})
	}
	long := slips.List{Givers: []slips.Giver{
		{Name: strings.Repeat("综合行政执法", 16), Rows: []string{"disclosure", "applications", "disputes"}, Due: strings.Repeat("1", 100)},
		{Name: "", Rows: []string{"applications.received.person", "disputes.review.pending"}},
	}}
	for name, tt := range map[string]struct {
		report *model.Report
		list   slips.List
		pages  int // 0 for whatever it takes
	}{
		"usual 2020": {specimen.Sample(t), slips.Propose(specimen.Sample(t)), 7},
		"usual 2026": {specimen.Numbers(t), slips.Propose(specimen.Numbers(t)), 7},
		"villages":   {specimen.Figures(t, 2026, "1"), villages, 43},
		"long 2020":  {specimen.Figures(t, 2020, "1"), long, 0},
		"long 2026":  {specimen.Figures(t, 2026, "1"), long, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := slipPages(t, tt.report, tt.list)
			if tt.pages > 0 && len(d.Pages) != tt.pages {
				t.Errorf("%d pages", len(d.Pages))
			}
			for _, g := range tt.list.Givers {
				if !slices.ContainsFunc(d.Headings, func(h Heading) bool { return h.Text == "填报单位："+g.Name && h.Page > 1 }) {
					t.Errorf("no page of %s", g.Name)
				}
			}
			for i, p := range d.Pages {
				if p.Number != i+1 {
					t.Errorf("page %d is called %d", i+1, p.Number)
				}
				checkPlaces(t, d, p)
			}
		})
	}
}

// checkPlaces: all that a page holds stands within its text area, and no text on another.
func checkPlaces(t *testing.T, d *Document, p Page) {
	t.Helper()
	type place struct {
		Text
		right float64
	}
	const ink = 0.7 // of an em, upwards from the baseline
	var all []place
	for _, text := range p.Texts {
		right := text.X - text.Space
		for _, r := range text.String {
			id, _ := text.Face.Glyph(r)
			right += float64(text.Face.Advance(id))/1000*text.Size + text.Space
		}
		if text.Element > 0 && (text.X < d.Paper.Left-0.05 || right-text.Size/2 > d.Paper.Right()+0.05 || text.Y > d.Paper.Bottom() || text.Element >= len(d.Elements)) {
			t.Errorf("page %d: %s at %.1f–%.1f, %.1f", p.Number, text.String, text.X, right, text.Y)
		}
		for _, other := range all {
			if other.Y-ink*other.Size < text.Y && text.Y-ink*text.Size < other.Y && other.X < right-0.6*text.Size && text.X < other.right-0.6*other.Size {
				t.Errorf("page %d: %s stands on %s", p.Number, text.String, other.String)
			}
		}
		all = append(all, place{text, right})
	}
	for _, l := range p.Lines {
		if l.X1 < d.Paper.Left-ruleOuter || l.X2 > d.Paper.Right()+ruleOuter || l.Y1 < d.Paper.Top-ruleOuter || l.Y2 > d.Paper.Bottom()+near {
			t.Errorf("page %d: rule %v", p.Number, l)
		}
	}
}

// TestJoin: elements keep their parents and texts their elements, headings their pages.
func TestJoin(t *testing.T) {
	set := func(title string) *Document {
		return Layout(&outline.Document{Title: []string{title}, Blocks: []outline.Block{
			{Kind: outline.Heading, Level: 1, Text: title + "一"},
			{Kind: outline.Ruled, Lines: 30},
			{Kind: outline.Heading, Level: 1, Text: title + "二"},
		}}, specimen.Faces(t), Options{})
	}
	first, second := set("甲"), set("乙")
	first.Missing = []Missing{{'x', "甲"}}
	second.Missing = []Missing{{'y', "乙"}}
	d := Join("单子", []*Document{first, second})
	if len(d.Pages) != 4 || d.Title != "单子" || len(d.Missing) != 2 || d.Paper != A4() || len(d.Headings) != 4 {
		t.Fatalf("%d pages of %q, missing %v, headings %v", len(d.Pages), d.Title, d.Missing, d.Headings)
	}
	for _, h := range d.Headings {
		if !slices.ContainsFunc(d.Pages[h.Page-1].Texts, func(text Text) bool {
			return text.String == h.Text && d.Elements[text.Element].Kind == ElementSection
		}) {
			t.Errorf("%s does not stand on page %d", h.Text, h.Page)
		}
	}
	for i, e := range d.Elements[1:] {
		if e.Parent > i {
			t.Errorf("element %d has the parent %d", i+1, e.Parent)
		}
	}
}
