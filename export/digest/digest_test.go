package digest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/excerpt"
	"nianbao/model/golden"
)

// TestGolden shows pages as text: of a township that had nothing but one purchase, and
// of one with figures everywhere beside those of the year before, in another edition.
func TestGolden(t *testing.T) {
	digits := specimen.Digits(t)
	for name, d := range map[string]*Digest{
		"sample": Of(specimen.Sample(t), nil, " 0358-0000000 "),
		"digits": Of(digits, specimen.Figures(t, digits.Year-1, "54321"), ""),
	} {
		t.Run(name, func(t *testing.T) {
			golden.Compare(t, name+".golden", dump(d))
		})
	}
}

func dump(d *Digest) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d beside %d\n%s\n", d.Year, d.Last, strings.Join(d.Title, "\n"))
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "\n# %s\n", p.Name)
		for _, l := range p.Lines {
			fmt.Fprintf(&b, "%s\n", l)
		}
		for _, row := range p.Figures {
			fmt.Fprintf(&b, "figure %s\n", dumpRow(row))
		}
		for _, c := range p.Charts {
			fmt.Fprintf(&b, "chart %q %s\n", c.Caption, strings.Join(c.Heads, " | "))
			for _, row := range c.Rows {
				fmt.Fprintf(&b, "  %s\n", dumpRow(row))
			}
			for _, n := range c.Notes {
				fmt.Fprintf(&b, "  %s\n", n)
			}
			fmt.Fprintf(&b, "  said: %s\n", c.Words())
		}
		for _, n := range p.Notes {
			fmt.Fprintf(&b, "%s\n", n)
		}
	}
	return b.String()
}

func dumpRow(row Row) string {
	var b strings.Builder
	b.WriteString(row.Label)
	for _, f := range row.Cells {
		fmt.Fprintf(&b, " | %s", f.Text)
		if f.Bar >= 0 {
			fmt.Fprintf(&b, " [%.3f]", f.Bar)
		}
		if f.Last != "" {
			b.WriteString(" " + f.LastWords())
		}
		if f.LastBar >= 0 && f.Last != "" {
			fmt.Fprintf(&b, " [%.3f]", f.LastBar)
		}
	}
	return b.String()
}

// part finds a part of a page by its name.
func part(t *testing.T, d *Digest, name string) Part {
	t.Helper()
	i := slices.IndexFunc(d.Parts, func(p Part) bool { return p.Name == name })
	if i < 0 {
		t.Fatalf("no %s", name)
	}
	return d.Parts[i]
}

// TestFigures: every figure of the report that is not 0 stands on the page, in the
// charts as in what is said of them, or in a sum.
func TestFigures(t *testing.T) {
	for _, r := range []*model.Report{specimen.Digits(t), specimen.Figures(t, 2020, "543210")} {
		d := Of(r, nil, "")
		shown := map[string]bool{}
		for _, p := range d.Parts {
			for _, row := range p.Figures {
				shown[row.Cells[0].Text] = true
			}
			for _, c := range p.Charts {
				for _, row := range c.Rows {
					for _, f := range row.Cells {
						shown[f.Text] = true
						if !strings.Contains(c.Words(), f.Text) || !strings.Contains(c.Words(), row.Label) {
							t.Errorf("%s: %q is not said", c.Words(), f.Text)
						}
					}
				}
			}
		}
		for _, c := range r.Edition().Cells() {
			summed := c.Group != "" || c.Total() || c.Address.Table() == string(model.Applications) && c.Address.Row() != received
			if !summed && !shown[r.Value(c.Address)] {
				t.Errorf("%d: %s is not shown", r.Year, c.Name())
			}
		}
	}
}

// TestResults: the results add up to what was handled.
func TestResults(t *testing.T) {
	r := specimen.Numbers(t)
	sum := int64(0)
	for _, row := range part(t, Of(r, nil, ""), nameResults).Charts[0].Rows {
		sum += int64(row.Cells[0].size)
	}
	if want, _ := r.Count("applications.handled.total"); sum != want {
		t.Errorf("%d, want %d", sum, want)
	}
}

// TestUnfilled: what is blank or no number has no bar, is named as it is, and a sum over
// it says that it is not all.
func TestUnfilled(t *testing.T) {
	r := specimen.Numbers(t)
	if err := r.Set("applications.received.person", ""); err != nil {
		t.Fatal(err)
	}
	if err := r.Enter("disclosure.penalties.decided", "两件"); err == nil {
		t.Fatal("两件 is a number")
	}
	if err := r.Set("applications.secret.person", ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Edition().Cells() {
		if c.Address.Row() == "partial" && !c.Total() {
			if err := r.Set(c.Address, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	d := Of(r, nil, "")
	if notes := part(t, d, nameApplications).Charts[0].Notes; !slices.Equal(notes, []string{"还没有填：自然人。"}) {
		t.Errorf("notes %q", notes)
	}
	if notes := part(t, d, nameResults).Charts[0].Notes; !strings.Contains(strings.Join(notes, ""), "还没有填：部分公开") {
		t.Errorf("notes on results %q", notes)
	}
	want := map[string]string{"行政处罚": "两件", "不予公开": "（不全）", "予以公开": ""}
	for _, p := range d.Parts {
		for _, c := range p.Charts {
			for _, row := range c.Rows {
				f := row.Cells[0]
				words, ok := want[row.Label]
				if !ok || len(row.Cells) > 1 {
					continue
				}
				delete(want, row.Label)
				if !strings.Contains(f.Text, words) || (f.Bar < 0) != (words == "两件") || words == "" && strings.Contains(f.Text, "全") {
					t.Errorf("%s %s with a bar of %v", row.Label, f.Text, f.Bar)
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("not shown: %v", want)
	}
	withheld := int64(0)
	for _, c := range r.Edition().Cells() {
		if n, ok := r.Count(c.Address); ok && c.Group == model.Withheld && !c.Total() {
			withheld += n
		}
	}
	said := part(t, d, nameResults).Charts[0].Words()
	if !strings.Contains(said, fmt.Sprintf("不予公开 %d（不全）", withheld)) {
		t.Errorf("%s, want %d", said, withheld)
	}
}

// TestTold: of the lines on what was published the first that takes a number apart is
// drawn, and none whose parts cannot be compared.
func TestTold(t *testing.T) {
	for _, tt := range []struct {
		lines []string
		want  string
	}{
		{[]string{"公开20条，其中文件8条，动态12条。", "办事3件，其中甲1件，乙2件。"}, "文件 8条；动态 12条"},
		{[]string{"及时公开。", "办事3件，其中甲1件，乙2件。"}, "甲 1件；乙 2件"},
		{[]string{"公开20条，其中文件8条。"}, ""},
		{[]string{"公开20条，其中文件8条，动态12件。"}, ""},
		{[]string{"收费10万元，其中甲1.5万元，乙8.5万元。"}, ""},
	} {
		r := specimen.Sample(t)
		if err := excerpt.Set(r, excerpt.Published, tt.lines); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range part(t, Of(r, nil, ""), excerpt.Published.Name()).Charts {
			if c.Heads == nil {
				got += c.Words()
			}
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.lines, got, tt.want)
		}
	}
}

// TestNothing: a report without a figure says so, part by part, and says how to ask.
func TestNothing(t *testing.T) {
	empty, err := model.New(2026, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	zero := empty.Clone()
	for _, a := range zero.Unfilled() {
		zero.FillZero(a)
	}
	for _, r := range []*model.Report{empty, zero} {
		d := Of(r, nil, "")
		for _, p := range d.Parts {
			if len(p.Charts)+len(p.Figures) > 0 {
				t.Errorf("%s has figures", p.Name)
			}
		}
		if len(d.Parts) != 5 || len(d.Parts[3].Lines) == 0 || len(d.Parts[4].Lines) == 0 {
			t.Errorf("parts %+v", d.Parts)
		}
	}
}

// TestTakenOut: what rows say nothing but zero, or nothing, is told in words.
func TestTakenOut(t *testing.T) {
	for _, tt := range []struct{ zeros, blanks, want []string }{
		{nil, nil, nil},
		{[]string{"甲"}, nil, []string{"甲：0。"}},
		{[]string{"甲", "乙"}, []string{"丙", "丁"}, []string{"以下均为 0：甲、乙。", "还没有填：丙、丁。"}},
	} {
		if got := notes(tt.zeros, tt.blanks); !slices.Equal(got, tt.want) {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestAsked: a telephone is told once, and a page without any is known.
func TestAsked(t *testing.T) {
	r := specimen.Sample(t)
	if Asked(r, " ") || !Asked(r, "0358-0000000") {
		t.Error("asked without a telephone, or not with one")
	}
	r.Narrative[model.Preamble] = []model.Block{{Text: "联系电话：0358-0000000。"}}
	if p := part(t, Of(r, nil, "0358-0000000"), "向谁咨询"); !Asked(r, "") || !slices.Equal(p.Lines, []string{"联系电话：0358-0000000。"}) {
		t.Errorf("lines %q", p.Lines)
	}
}

// TestScale: bars of one chart are measured alike, but where its columns count different
// things; a single number has none.
func TestScale(t *testing.T) {
	row := func(sizes ...float64) Row {
		r := Row{}
		for _, s := range sizes {
			r.Cells = append(r.Cells, Figure{size: s, sized: true})
		}
		return r
	}
	both := Row{Cells: []Figure{{size: 1, sized: true, lastSize: 4, told: true}}} // two years'
	last := Row{Cells: []Figure{{lastSize: 4, told: true}}}
	for _, tt := range []struct {
		apart bool
		rows  []Row
		want  string
	}{
		{false, []Row{row(1, 4), row(2, 0)}, "0.25 1 0.5 0 "},
		{true, []Row{row(1, 4), row(2, 0)}, "0.5 1 1 0 "},
		{false, []Row{row(5)}, "-1 "},
		{true, []Row{row(5, 6)}, "-1 -1 "},
		{false, []Row{row(0), row(0)}, "0 0 "},
		{false, []Row{both}, "0.25 beside 1 "},
		{false, []Row{last}, "-1 beside -1 "},
	} {
		c := Chart{Rows: tt.rows}
		c.scale(tt.apart)
		got := ""
		for _, r := range c.Rows {
			for _, f := range r.Cells {
				got += fmt.Sprint(f.Bar, " ")
				if f.told {
					got += fmt.Sprint("beside ", f.LastBar, " ")
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	r := specimen.Numbers(b)
	b.ReportAllocs()
	for b.Loop() {
		Of(r, nil, "")
	}
}
