package intake

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// numbered is a table with a column that counts its rows of numbers, where
// offices add one: before the labels, or between labels and numbers.
func (s *sheet) numbered(head string, behind bool) *sheet {
	at := 0
	first := -1 // row of the first numbers
	for i, row := range s.rows {
		for _, c := range row {
			if c.value && (first < 0 || i == first) {
				first = i
				if behind && at == 0 {
					at = c.column
				}
			}
		}
	}
	out := &sheet{columns: s.columns + 1}
	if at == 0 {
		out.lead = 1
	}
	n, headed := 0, false
	for i, row := range s.rows {
		var shifted []box
		across := false // a cell stands over the column
		numbers := false
		for _, c := range row {
			numbers = numbers || c.value
			if c.column >= at {
				c.column++
			} else if c.column+c.columns > at {
				c.columns++
				across = true
			}
			shifted = append(shifted, c)
		}
		own := box{row: i, column: at, rows: 1, columns: 1}
		switch {
		case i < first && !headed && !across:
			own.text, own.rows, headed = head, first-i, true
		case i < first:
			own.rows = 0
		case numbers:
			n++
			own.text = fmt.Sprint(n)
		}
		if own.rows > 0 {
			k := 0
			for k < len(shifted) && shifted[k].column < at {
				k++
			}
			shifted = append(shifted[:k:k], append([]box{own}, shifted[k:]...)...)
		}
		out.rows = append(out.rows, shifted)
	}
	return out
}

// comeIn prints a publication in all shapes and compares.
func comeIn(t *testing.T, name string, seed uint64, year int, s slips, change func(*publication)) {
	t.Helper()
	comeInAs(t, shapes(), name, seed, year, s, change)
}

// comeInAs is comeIn in some shapes.
func comeInAs(t *testing.T, all []shape, name string, seed uint64, year int, s slips, change func(*publication)) {
	t.Helper()
	for _, shape := range all {
		t.Run(name+" "+shape.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(seed, 11))
			r := invent(t, rng, year, s)
			p := publish(rng, r, s)
			change(p)
			data := shape.print(p)
			got, err := Read(shape.name, data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			everyLineAccounted(t, got)
			c := compareCells(t, shape.name, r, got)
			if c.right < c.cells || !sameProse(t, shape.name, r, got) {
				t.Errorf("%+v: %.1500s", c, messagesOf(got))
				write(t, strings.ReplaceAll(name, " ", "-")+"-"+shape.name, data)
			}
			if said := strings.Contains(messagesOf(got), "按位置认的"); said != slices.Contains([]string{"unruled.pdf", "laid.txt"}, shape.name) {
				t.Errorf("said that numbers are told by their places: %v", said)
			}
			if !got.Report.Source.Empty() {
				t.Errorf("said to differ from the form: %+v", got.Report.Source)
			}
		})
	}
}

// TestNumberedRows: a column that counts the rows is none of numbers.
func TestNumberedRows(t *testing.T) {
	for year, head := range map[int]string{2024: "序号", 2020: "行次"} {
		comeIn(t, head, uint64(year), year, slips{}, func(p *publication) {
			for k := range p.parts {
				if s := p.parts[k].table; s != nil && s.columns < 13 {
					p.parts[k].table = s.numbered(head, year == 2020)
				}
			}
		})
	}
}

// TestAsIs: what is published as the form has it differs from it in nothing.
func TestAsIs(t *testing.T) {
	comeIn(t, "2021", 3, 2024, slips{}, func(*publication) {})
	comeIn(t, "2019", 4, 2020, slips{}, func(*publication) {})
}

// cutAt cuts a table in two before a row, as a page end does that falls into a group:
// the second piece has the heads again or has not, and over the rows that the group's
// labels go on for it has them again, blank cells, or nothing at all.
func (s *sheet) cutAt(at int, headed bool, group string) (first, second *sheet) {
	first, second = &sheet{columns: s.columns}, &sheet{columns: s.columns}
	heads := 0
	for heads < len(s.rows) && !hasValue(s.rows[heads]) {
		heads++
	}
	var going []box // labels that go on
	for i, row := range s.rows[:at] {
		var kept []box
		for _, c := range row {
			if over := c.row + c.rows - at; over > 0 {
				c.rows -= over
				next := c
				next.row, next.rows = at, over
				if group == "blank" {
					next.text = ""
				}
				going = append(going, next)
			}
			kept = append(kept, c)
		}
		first.rows = append(first.rows, kept)
		if headed && i < heads {
			second.rows = append(second.rows, row)
		}
	}
	if group == "none" {
		going = nil
	}
	shift := len(second.rows) - at
	for i, row := range s.rows[at:] {
		if i == 0 {
			row = append(append([]box{}, going...), row...)
		}
		var kept []box
		for _, c := range row {
			c.row += shift
			kept = append(kept, c)
		}
		second.rows = append(second.rows, kept)
	}
	return first, second
}

func hasValue(row []box) bool {
	for _, c := range row {
		if c.value {
			return true
		}
	}
	return false
}

// TestCutTables: a table that goes on in another, cut within a group, is one.
func TestCutTables(t *testing.T) {
	for n, tt := range []struct {
		headed bool
		group  string
		at     int
	}{
		{true, "again", 9}, {true, "blank", 25}, {true, "none", 14}, {false, "again", 25}, {false, "blank", 14}, {false, "none", 9}, {false, "none", 25},
	} {
		all := shapes()
		if tt.group == "none" { // in Word the cells are there, blank
			all = slices.DeleteFunc(all, func(s shape) bool { return strings.HasSuffix(s.name, ".docx") })
		}
		comeInAs(t, all, fmt.Sprint(tt), uint64(n), 2024, slips{}, func(p *publication) {
			var parts []part
			for _, q := range p.parts {
				if q.table == nil || q.table.columns != 10 {
					parts = append(parts, q)
					continue
				}
				first, second := q.table.cutAt(tt.at, tt.headed, tt.group)
				parts = append(parts, part{title: q.title, table: first}, part{table: second})
			}
			p.parts = parts
		})
	}
}

// scattered is the text of a PDF as pdftotext gives it without -layout: cells one a
// line, the labels of groups and of the rows beside them behind the numbers of those
// rows, page numbers between.
func (p *publication) scattered() []byte {
	var b strings.Builder
	p.lines(&b, func(s *sheet) {
		group := -1 // rows that a group covers have their labels behind it
		var held []string
		for i, row := range s.rows {
			for _, c := range row {
				if !c.value && hasValue(row) && (c.rows > 1 || i < group) {
					group = max(group, i+min(c.rows, 4))
					held = append(held, c.text)
					continue
				}
				for _, l := range wrap(c.text, 14) {
					b.WriteString(l + "\n\n")
				}
			}
			if i+1 >= group && len(held) > 0 {
				b.WriteString("— 2 —\n" + strings.Join(held, "\n") + "\n")
				held = nil
			}
		}
	})
	return []byte(b.String())
}

// TestScattered: numbers whose labels stand elsewhere are told by order, count and sum,
// or not taken and told; none goes to a wrong cell, and no label is said to be missing.
func TestScattered(t *testing.T) {
	placed, cells := 0, 0
	for seed := range uint64(12) {
		r := invent(t, rand.New(rand.NewPCG(seed, 5)), []int{2024, 2020}[seed%2], slips{})
		data := publish(rand.New(rand.NewPCG(seed, 6)), r, slips{}).scattered()
		got, err := Read("a.txt", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		everyLineAccounted(t, got)
		c := compareCells(t, fmt.Sprint(seed), r, got)
		placed, cells = placed+c.right, cells+c.cells
		if c.unsaid > 0 || c.right < c.cells && len(got.Unplaced) == 0 {
			t.Errorf("%d: cells lost without a word", seed)
		}
		if !got.Report.Source.Empty() {
			t.Errorf("%d: said to differ from the form: %+v", seed, got.Report.Source)
		}
	}
	t.Logf("%d of %d cells", placed, cells)
	if placed*2 < cells {
		t.Errorf("only %d of %d cells", placed, cells)
	}
}

// TestParcelledOut: rows whose labels do not stand before their numbers are given them
// when nothing else is possible.
func TestParcelledOut(t *testing.T) {
	const head = "一、总体情况\n公开信息33条。\n三、收到和处理政府信息公开申请情况\n（一）予以公开\n1\n0\n0\n0\n0\n0\n1\n"
	const foot = "（四）无法提供\n1.本机关不掌握相关政府信息\n9\n0\n0\n0\n0\n0\n9\n六、其他需要报告的事项\n没有。\n"
	row := func(n ...int) string {
		var b strings.Builder
		for _, v := range n {
			fmt.Fprintln(&b, v)
		}
		return b.String()
	}
	rows := row(0, 2, 0, 0, 0, 0, 2) + row(3, 0, 0, 0, 0, 0, 3) + row(0, 0, 4, 0, 0, 0, 4) + row(0, 0, 0, 5, 0, 0, 5) + row(0, 0, 0, 0, 6, 0, 6) +
		row(7, 0, 0, 0, 0, 0, 7) + row(8, 0, 0, 0, 0, 0, 8) + row(9, 0, 0, 0, 0, 1, 10)
	label := "1.属于国家秘密\n"
	others := "2.其他法律行政法规禁止公开\n3.危及“三安全一稳定”\n4.保护第三方合法权益\n5.属于三类内部事务信息\n6.属于四类过程性信息\n7.属于行政执法案卷\n8.属于行政查询事项\n"
	const page = "— 2 —\n"
	told := outcome{cells: map[model.Address]string{"applications.secret.business": "", "applications.process.person": "", "applications.granted.person": "1"}, said: []string{"分不清各属哪一栏"}}
	runReadings(t, []reading{
		{"as many as rows", "a.txt", ownTitle + "\n" + head + label + rows + page + others + foot, outcome{
			cells: map[model.Address]string{"applications.secret.business": "2", "applications.prohibited.person": "3", "applications.internal.legal": "6", "applications.inquiry.other": "1", "applications.notHeld.person": "9"},
			said:  []string{"按先后次序和行内合计认的", "7 行"}, silent: []string{"S05", "原文没有"}, whole: true,
		}},
		{"a number too few", "a.txt", ownTitle + "\n" + head + label + strings.TrimSuffix(rows, "10\n") + others + foot, told},
		{"a row too few", "a.txt", ownTitle + "\n" + head + label + strings.Replace(rows, row(7, 0, 0, 0, 0, 0, 7), "", 1) + others + foot, told},
		{"a sum that is none", "a.txt", ownTitle + "\n" + head + label + strings.Replace(rows, row(8, 0, 0, 0, 0, 0, 8), row(8, 0, 0, 0, 0, 0, 9), 1) + others + foot, told},
	})
}

// TestAroundTables: what stands around tables, and tables that are none to a browser.
func TestAroundTables(t *testing.T) {
	const preamble = "本报告由六个部分组成，统计期限为2023年1月1日至12月31日。"
	four := func(beside string) string {
		row := func(cells ...string) string { return "<tr>" + strings.Join(cells, "") + beside + "</tr>" }
		td := func(text string) string { return "<td>" + text + "</td>" }
		heads := strings.Repeat("<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>", 2)
		return `<p>` + ownTitle + `</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>` +
			row(`<td colspan=5>行政复议</td><td colspan=10>行政诉讼</td>`) +
			row(strings.ReplaceAll(heads[:len(heads)/2], "<td>", "<td rowspan=2>"), `<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td>`) + row(heads) +
			row(td("2"), td("0"), td("0"), td("1"), td("3"), td("0"), td("4"), td("0"), td("0"), td("4"), td("0"), td("0"), td("5"), td("0"), td("5")) +
			`</table><p>六、其他需要报告的事项</p><p>没有。</p>`
	}
	disputes := outcome{cells: map[model.Address]string{"disputes.review.pending": "1", "disputes.direct.corrected": "4", "disputes.afterReview.other": "5"}, whole: true, silent: []string{"竖着排"}}
	six := map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0"}
	inRow := func(text string) string { return `<tr><td colspan=2>` + text + `</td></tr>` }
	sheetPage := `<table>` + inRow(ownTitle) + inRow(preamble) + inRow("一、总体情况") + inRow("公开信息33条。") + inRow("二、主动公开政府信息情况") +
		`<tr><td>行政许可</td><td>6</td></tr><tr><td>行政处罚</td><td>4</td></tr><tr><td>行政强制</td><td>0</td></tr>` + inRow("六、其他需要报告的事项") + inRow("没有。") + `</table>`
	behindTitle := func(line string) string {
		return `<h2>` + ownTitle + `</h2><p>` + line + `</p><p>` + preamble + `</p>` + strings.SplitAfter(page("", decisions("6")), "</h2>")[1]
	}
	own := map[model.SectionID][]string{model.Preamble: {preamble}}
	boxes := strings.NewReplacer("<table>", `<div style="display:table">`, "</table>", "</div>", "<tr>", "<div class=r>", "</tr>", "</div>", "<td>", "<div>", "</td>", "</div>").Replace(decisions("6"))
	runReadings(t, []reading{
		{"a blank column beside", "a.html", four("<td></td>"), disputes},
		{"two", "a.html", four("<td></td><td>&nbsp;</td>"), disputes},
		{"none", "a.html", four(""), disputes},
		{"all of it in one table", "a.html", sheetPage, outcome{cells: six, prose: own, whole: true}},
		{"a date behind the title", "a.html", behindTitle("（2024年1月 16日）"), outcome{cells: six, prose: own, said: []string{"网站上的信息项目"}}},
		{"a date in figures", "a.html", behindTitle("2024-01-16"), outcome{cells: six, prose: own}},
		{"who and when", "a.html", behindTitle("白杨发布 2024-01-16 09:30 山西"), outcome{cells: six, prose: own}},
		{"not: a sentence with a date", "a.html", behindTitle("本报告于2024-01-16 09:30发布，欢迎监督。"), outcome{prose: map[model.SectionID][]string{model.Preamble: {"本报告于2024-01-16 09:30发布，欢迎监督。", preamble}}}},
		{"titles in brackets", "a.html", strings.NewReplacer("五、存在的主要问题及改进情况", "【五、存在的主要问题及改进情况】", "六、其他需要报告的事项", "【六、其他需要报告的事项】").Replace(page("", decisions("6"))), outcome{
			cells: six, whole: true, prose: map[model.SectionID][]string{model.Problems: {"力量不足，将增加人手。"}, model.Other: {"没有。"}},
		}},
		{"boxes for cells", "a.html", page("", boxes), outcome{cells: six, whole: true, silent: []string{"页码"}}},
		{"pictures for tables", "a.html", page("", `<p><img src=a.png></p>`), outcome{cells: map[model.Address]string{cellLicensing: ""}, said: []string{"有 1 张图片"}}},
		{"pictures for tables in Word", "a.docx", wordPage(`<w:p><w:r><w:drawing><inline><graphic><pic><blipFill><blip/></blipFill></pic></graphic></inline></w:drawing></w:r></w:p>`), outcome{said: []string{"有 1 张图片"}}},
		{"not: a picture beside all tables", "a.html", strings.Replace(four(""), "<table>", "<img src=logo.png><table>", 1), outcome{cells: disputes.cells}},
		{"a caption", "a.html", page("", strings.Replace(decisions("6"), "<table>", "<table><caption>附表</caption>", 1)), outcome{cells: six, whole: true}},
	})
}
