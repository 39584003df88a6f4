package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model/golden"
)

// TestEditionTables prints every table so that a person can hold it against
// the national form: one line a row, spans in words, addresses in the cells.
func TestEditionTables(t *testing.T) {
	for _, e := range Editions() {
		t.Run(e.ID, func(t *testing.T) {
			var b strings.Builder
			fmt.Fprintf(&b, "%s　%s　%d 年起", e.Name, e.Source, e.From)
			b.WriteString("\n")
			for _, s := range e.Sections {
				fmt.Fprintf(&b, "\n%s\n", s.Name())
				if s.Table == nil {
					b.WriteString(strings.Join(append([]string{"（文字"}, s.Aspects...), "　") + "）\n")
					continue
				}
				printGrid(&b, s.Table)
			}
			golden.Compare(t, "edition"+e.ID+".golden", b.String())
		})
	}
}

func printGrid(b *strings.Builder, table *Table) {
	g := table.Grid()
	fmt.Fprintf(b, "%s，%d 列，其中标签 %d 列\n", table.Name, g.Columns, g.Stub)
	for _, row := range g.Rows {
		var boxes []string
		for _, c := range row.Cells {
			boxes = append(boxes, box(c))
		}
		b.WriteString("| " + strings.Join(boxes, " | ") + " |\n")
	}
}

func box(c GridCell) string {
	text := c.Text
	if c.Role == RoleValue {
		_, text, _ = strings.Cut(string(c.Cell.Address), ".")
		text += [...]string{"", " ±", " 万元", " 金额"}[c.Cell.Kind]
		if c.Cell.Total() {
			text += " Σ"
		}
	}
	if c.ColSpan > 1 {
		text += fmt.Sprintf("〔跨%d列〕", c.ColSpan)
	}
	if c.RowSpan > 1 {
		text += fmt.Sprintf("〔跨%d行〕", c.RowSpan)
	}
	if c.Vertical {
		text += "〔竖排〕"
	}
	return text
}

// TestGridHasNoHoles paints every box of every grid: no gap, no overlap.
func TestGridHasNoHoles(t *testing.T) {
	for _, e := range Editions() {
		for _, s := range e.Sections {
			if s.Table == nil {
				continue
			}
			g := s.Table.Grid()
			painted := make(map[[2]int]string)
			for y, row := range g.Rows {
				for _, c := range row.Cells {
					if c.Row != y {
						t.Errorf("%s %s: box %q says row %d, stands in %d", e.ID, s.ID, c.Text, c.Row, y)
					}
					for dy := range c.RowSpan {
						for dx := range c.ColSpan {
							at := [2]int{c.Row + dy, c.Column + dx}
							if other, twice := painted[at]; twice {
								t.Errorf("%s %s: %v painted by %q and %q", e.ID, s.ID, at, other, c.Text)
							}
							painted[at] = c.Text
						}
					}
				}
			}
			if want := g.Columns * len(g.Rows); len(painted) != want {
				t.Errorf("%s %s: %d of %d boxes painted", e.ID, s.ID, len(painted), want)
			}
			width := 0
			for _, w := range s.Table.Widths {
				width += w
			}
			if width != 1000 {
				t.Errorf("%s %s: widths add up to %d", e.ID, s.ID, width)
			}
		}
	}
}

// TestCellCounts holds the editions against the numbers of the form: 2019 has
// 22 + 23 × 7 + 15 cells, 2021 has 10 + 25 × 7 + 15.
func TestCellCounts(t *testing.T) {
	tests := []struct {
		edition      *Edition
		table        string
		all, toTypeB int
	}{
		{edition("2019"), "disclosure", 22, 22},
		{edition("2019"), "applications", 23 * 7, 22 * 6},
		{edition("2019"), "disputes", 15, 12},
		{edition("2021"), "disclosure", 10, 10},
		{edition("2021"), "applications", 25 * 7, 24 * 6},
		{edition("2021"), "disputes", 15, 12},
	}
	for _, tt := range tests {
		all, typed := 0, 0
		for _, c := range tt.edition.Cells() {
			if c.Address.Table() != tt.table {
				continue
			}
			all++
			if !c.Total() {
				typed++
			}
		}
		if all != tt.all || typed != tt.toTypeB {
			t.Errorf("%s %s: %d cells, %d typed; want %d, %d", tt.edition.ID, tt.table, all, typed, tt.all, tt.toTypeB)
		}
	}
}

func TestEditionFor(t *testing.T) {
	newest := Editions()[len(Editions())-1]
	for year, want := range map[int]string{
		2018: "", 2019: "2019", 2020: "2019", 2021: "2021",
		newest.From: newest.ID, LastYear: newest.ID, LastYear + 1: "", 20202: "",
	} {
		e, err := EditionFor(year)
		got := ""
		if err == nil {
			got = e.ID
		}
		if got != want {
			t.Errorf("EditionFor(%d) = %q, want %q", year, got, want)
		}
	}
}

func TestCellNames(t *testing.T) {
	for a, want := range map[Address]string{
		"applications.granted.person":    "表三“（一）予以公开”自然人",
		"applications.received.charity":  "表三“一、本年新收政府信息公开申请数量”社会公益组织",
		"disclosure.procurement.amount":  "表二“政府集中采购”采购总金额",
		"disputes.afterReview.corrected": "表四“行政诉讼 复议后起诉 结果纠正”",
	} {
		c, ok := edition("2019").Cell(a)
		if !ok || c.Name() != want {
			t.Errorf("%s: %q, want %q", a, c.Name(), want)
		}
	}
}

// TestOpenings: what a cell begins with is told by cells of some edition, each
// once, and none is a total.
func TestOpenings(t *testing.T) {
	known := func(a Address) bool {
		return slices.ContainsFunc(Editions(), func(e *Edition) bool { _, ok := e.Cell(a); return ok })
	}
	for _, e := range Editions() {
		opened := map[Address]bool{}
		for _, o := range e.Openings {
			cell, ok := e.Cell(o.Cell)
			if !ok || cell.Total() || opened[o.Cell] {
				t.Errorf("%s: %s begins with something", e.ID, o.Cell)
			}
			opened[o.Cell] = true
			for _, a := range o.Sum {
				if !known(a) {
					t.Errorf("%s: %s begins with %s", e.ID, o.Cell, a)
				}
			}
			if o.Near != "" && !known(o.Near) || o.Near == "" && len(o.Sum) == 0 {
				t.Errorf("%s: %s is near %q", e.ID, o.Cell, o.Near)
			}
		}
	}
}

func TestCounterpart(t *testing.T) {
	for _, tt := range []struct {
		a    Address
		want bool
	}{
		{"applications.otherHandling.person", true}, // （六）其他处理, 3.其他
		{"applications.handled.total", true},
		{"disclosure.licensing.decided", true},
		{"disclosure.documents.total", false},
		{"disclosure.procurement.amount", false},
	} {
		cell, _ := edition("2019").Cell(tt.a)
		if own, ok := edition("2021").Counterpart(cell); ok != tt.want || ok && own.Address != tt.a {
			t.Errorf("%s: %v", tt.a, ok)
		}
	}
}

// edition finds an edition by its ID.
func edition(id string) *Edition {
	all := Editions()
	return all[slices.IndexFunc(all, func(e *Edition) bool { return e.ID == id })]
}

// TestYearsOfEditions: one edition after the other, without a year between them.
func TestYearsOfEditions(t *testing.T) {
	all := Editions()
	if all[0].From != FirstYear {
		t.Errorf("the first edition begins in %d", all[0].From)
	}
	for i, e := range all {
		want := 0
		if i+1 < len(all) {
			want = all[i+1].From - 1
		}
		if e.To() != want || e.To() != 0 && e.To() < e.From {
			t.Errorf("%s: from %d to %d, want %d", e.ID, e.From, e.To(), want)
		}
	}
}

// TestRegisterRefuses: an edition whose data contradict themselves, or another
// edition, is not entered.
func TestRegisterRefuses(t *testing.T) {
	whole := func() Edition {
		return Edition{ID: "2099", Name: "2099 版", Source: "国办公开办函〔2098〕1号", Form: "年度报告格式", From: 2099, Sections: edition("2021").Sections}
	}
	for name, spoil := range map[string]func(*Edition){
		"its ID is another's":   func(e *Edition) { e.ID = "2021" },
		"its year is another's": func(e *Edition) { e.From = 2021 },
		"no notice":             func(e *Edition) { e.Source = "国办公开办函" },
		"no name of the form":   func(e *Edition) { e.Form = "" },
		"a title without its number": func(e *Edition) {
			e.Sections = slices.Clone(e.Sections)
			e.Sections[1].Title = "总体情况"
		},
		"a table of another name": func(e *Edition) {
			e.Sections = slices.Clone(e.Sections)
			e.Sections[2].ID = "publicity"
		},
		"a section twice": func(e *Edition) {
			e.Sections = append(slices.Clone(e.Sections), Section{ID: Other, Title: "七、其他", Short: "七、其他"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := len(Editions())
			defer func() {
				if recover() == nil {
					t.Error("it was entered")
				}
				if len(Editions()) != before {
					t.Error("it is on the list")
				}
			}()
			e := whole()
			spoil(&e)
			Register(e)
		})
	}
}

func TestCites(t *testing.T) {
	for _, tt := range []struct{ cited, instead, text, want string }{
		{"2019", "2021", "依据国办公开办函〔2019〕60号编制", "〔2019〕60号"},
		{"2019", "2021", "依据国办公开办函[2019] 第60 号编制", "[2019] 第60 号"},
		{"2019", "2021", "依据《中华人民共和国政府信息公开工作年度报告格式》（试行）", "年度报告格式》（试行）"},
		{"2019", "2021", "依据《中华人民共和国政府信息公开工作年度报告格式(试行)》", "年度报告格式(试行)"},
		{"2019", "2021", "依据《中华人民共和国政府信息公开工作年度报告格式》", ""},
		{"2021", "2019", "依据国办公开办函〔2021〕30号编制", "〔2021〕30号"},
		{"2021", "2019", "依据《中华人民共和国政府信息公开工作年度报告格式（试行）》", ""},
	} {
		if got := edition(tt.cited).Cites(tt.text, edition(tt.instead)); got != tt.want {
			t.Errorf("%s instead of %s in %s: %q", tt.cited, tt.instead, tt.text, got)
		}
	}
}

// TestTotalsOf: a cell is in the totals of its row and its column, and in theirs.
func TestTotalsOf(t *testing.T) {
	e, err := EditionFor(2025)
	if err != nil {
		t.Fatal(err)
	}
	for a, want := range map[Address]string{
		"applications.secret.person": "applications.handled.person applications.handled.total applications.secret.total",
		"applications.secret.total":  "applications.handled.total",
		"applications.handled.total": "",
		"disputes.review.upheld":     "disputes.review.total",
		"disclosure.documents.made":  "",
		"no.such.cell":               "",
	} {
		var got []string
		for _, total := range e.TotalsOf(a) {
			got = append(got, string(total))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", a, got, want)
		}
	}
}

func TestContents(t *testing.T) {
	const want = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分"
	if got := edition("2021").Contents(); got != want {
		t.Error(got)
	}
}
