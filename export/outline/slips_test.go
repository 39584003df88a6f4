package outline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/slips"
)

// listed is a list with all that may stand in one: answers, a date, a village, one cell of
// a row, one who is asked for nothing, a name without end.
func listed(r *model.Report) slips.List {
	l := slips.Propose(r)
	l.Givers[0].Due = "2021-01-05"
	for _, c := range r.Edition().Cells() {
		if l.Givers[1].Supplies(c) {
			l.Givers[1].Answer(c.Address, "0")
		}
	}
	l.Givers[1].Back = "2021-01-04"
	l.Givers[2].Due = "下周一"
	l.Givers[2].Answer("disclosure.licensing.decided", "两件")
	l.Givers = append(
		l.Givers,
		slips.Giver{Name: "柳湾村", Rows: []string{"applications.received"}},
		slips.Giver{Name: strings.Repeat("很长的名称", 20), Rows: []string{"disclosure.documents.made", "disputes.review.pending"}},
		slips.Giver{Name: "没有事的"},
	)
	return l
}

// TestSlips: the proposed slips of each edition ask for every cell that somebody must
// supply once, with its official wordings to the character, and for no other; nothing of
// what the report says shows, and every giver has one paper beside the overview.
func TestSlips(t *testing.T) {
	for _, r := range []*model.Report{specimen.Sample(t), specimen.Digits(t)} {
		l := slips.Propose(r)
		documents := Slips(r, l, "")
		if len(documents) != len(l.Givers)+1 {
			t.Errorf("%d papers for %d givers", len(documents), len(l.Givers))
		}
		var asked, want []model.Address
		for _, d := range documents[1:] {
			for _, b := range d.Blocks {
				if b.Kind == Grid {
					asked = append(asked, askedBy(t, r, b.Table)...)
				}
			}
		}
		for _, c := range r.Edition().Cells() {
			if !c.Total() {
				want = append(want, c.Address)
			}
		}
		slices.Sort(asked)
		slices.Sort(want)
		if !slices.Equal(asked, want) {
			t.Errorf("asks for %v", asked)
		}
	}
}

// askedBy lists the cells that a table of a slip asks for; each is called as the form
// calls it.
func askedBy(t *testing.T, r *model.Report, table *Table) []model.Address {
	t.Helper()
	if sum := sumOf(table.Widths); sum != 1000 || !table.WriteIn {
		t.Errorf("%s is %d wide", table.Name, sum)
	}
	var all []model.Address
	for _, row := range table.Rows {
		for _, c := range row.Cells {
			if c.Role != Figure {
				continue
			}
			all = append(all, c.Address)
			cell, _ := r.Edition().Cell(c.Address)
			if c.Text != "" || c.Shaded {
				t.Errorf("%s holds %q", c.Address, c.Text)
			}
			line := cell.ColumnLabels[max(0, len(cell.ColumnLabels)-2)]
			if n := len(cell.RowLabels); n > 0 {
				line = cell.RowLabels[n-1]
			}
			column := cell.ColumnLabels[len(cell.ColumnLabels)-1]
			if !says(row, line) || !slices.ContainsFunc(table.Rows, func(r Row) bool { return r.Head && says(r, column) }) {
				t.Errorf("%s is not called %q, %q", c.Address, line, column)
			}
		}
	}
	return all
}

// says reports whether a wording stands in a row.
func says(row Row, wording string) bool {
	return slices.ContainsFunc(row.Cells, func(c Cell) bool { return slices.Contains(c.Parts, wording) })
}

func sumOf(all []int) int {
	sum := 0
	for _, n := range all {
		sum += n
	}
	return sum
}

// TestSlipWidths: whatever the number of columns, they fill the table, and the wordings
// have room.
func TestSlipWidths(t *testing.T) {
	for n := 1; n <= 40; n++ {
		widths := slipWidths(n)
		if len(widths) != n+slipStub || sumOf(widths) != 1000 || widths[0] < 150 || slices.Min(widths) <= 0 {
			t.Errorf("%d columns: %v", n, widths)
		}
	}
}

// TestOverview says in words who has not answered and what nobody is asked for.
func TestOverview(t *testing.T) {
	r := specimen.Sample(t)
	all := slips.Propose(r)
	for i := range all.Givers {
		all.Givers[i].Back = "2021-01-04"
	}
	for _, tt := range []struct {
		list slips.List
		want []string
	}{
		{all, []string{"共5家，都交了。", "2021年1月4日|缺"}},
		{listed(r), []string{
			"共8家，还有5家没有交：党政办公室、财政所、司法所、柳湾村、", "没有定报哪些，没有印单子", "已报|缺5格", "下周一",
			"表二：行政许可、其他对外管理服务事项", "表三：22行", "表三：一、本年新收政府信息公开申请数量", "2021年1月4日",
		}},
		{slips.List{Givers: all.Givers[1:]}, []string{"还有24行没有定由谁报：“规章”、“规范性文件”、“一、本年新收政府信息公开申请数量”", "等。"}},
	} {
		text := dump(Slips(r, tt.list, "")[0])
		for _, want := range tt.want {
			if !strings.Contains(text, want) {
				t.Errorf("no %s in\n%s", want, text)
			}
		}
	}
	for n, want := range map[int]string{8: "共8家，还有8家没有交：柳湾村、", 9: "共9家，还有9家没有交，见表里“交回”一栏。"} {
		many := slips.List{Givers: slices.Repeat([]slips.Giver{{Name: "柳湾村", Rows: []string{"applications.received"}}}, n)}
		if text := dump(Slips(r, many, "")[0]); !strings.Contains(text, want) {
			t.Error(text)
		}
	}
	if documents := Slips(r, slips.List{Givers: []slips.Giver{{Name: "没有事的"}}}, ""); len(documents) != 1 {
		t.Errorf("%d papers", len(documents))
	}
}

// TestSlipWords: what a slip says beside its table, with and without a date and a
// telephone.
func TestSlipWords(t *testing.T) {
	r := specimen.Sample(t)
	for _, tt := range []struct{ due, phone, want, blanks string }{
		{"2021-01-05", "0358-0000000", "的数，于2021年1月5日前交回梧桐镇人民政府经办人（电话：0358-0000000）。", "收到日期："},
		{"", "", "的数，交回梧桐镇人民政府经办人。", "应交日期：|收数电话：|收到日期："},
		{"下周一", "", "的数，于下周一前交回梧桐镇人民政府经办人。", "收数电话：|收到日期："},
	} {
		l := slips.List{Givers: []slips.Giver{{Name: "财政所", Rows: []string{"disclosure.fees"}, Due: tt.due}}}
		text := dump(Slips(r, l, tt.phone)[1])
		for _, want := range []string{tt.want, fmt.Sprintf("blanks: %s\n", tt.blanks), "填报单位：财政所", "blanks: 填表人：|电话：|日期："} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
}
