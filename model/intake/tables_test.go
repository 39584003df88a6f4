package intake

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/model"
)

// underTable is a report with something in the place of table two.
func underTable(table string) string {
	return `<p>` + ownTitle + `</p><p>一、总体情况</p><p>公开信息33条。</p><p>二、主动公开政府信息情况</p>` + table + `<p>六、其他需要报告的事项</p><p>没有。</p>`
}

// TestTwoTables: of two tables of a kind the one of the report's year and body
// is taken, or none; what is said of the other is true.
func TestTwoTables(t *testing.T) {
	first := decisions("6")
	second := strings.Replace(decisions("60"), ">4<", ">40<", 1)
	own := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	none := map[model.Address]string{cellLicensing: "", cellPenalties: ""}
	const untrue = "不在国家格式里"
	runReadings(t, []reading{
		{"sum of the county behind", "a.html", underTable(first + `<p>全县合计</p>` + second), outcome{cells: own, said: []string{"不止一张"}, silent: []string{untrue}}},
		{"sum of the county before", "a.html", underTable(`<p>全县汇总</p>` + second + `<p>本级</p>` + first), outcome{cells: own, silent: []string{untrue}}},
		{"the year before, behind", "a.html", underTable(`<p>2023年</p>` + first + `<p>2022年</p>` + second), outcome{cells: own, silent: []string{untrue}}},
		{"the year before, before", "a.html", underTable(`<p>2022年</p>` + second + `<p>2023年</p>` + first), outcome{cells: own, said: []string{"不止一张"}}},
		{"last year", "a.html", underTable(first + `<p>附：上年数据</p>` + second), outcome{cells: own}},
		{"of another body", "a.html", underTable(`<p>某某县财政局</p>` + second + `<p>白杨乡</p>` + first), outcome{cells: own}},
		{"nothing tells", "a.html", underTable(first + second), outcome{cells: none, said: []string{"分不清哪一张"}, silent: []string{untrue}}},
		{"nothing tells, as text", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "行政许可\t60", "行政处罚\t40", "六、其他需要报告的事项", "没有。"), outcome{cells: none, silent: []string{untrue}}},
		{"as text", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "所属单位合计", "行政许可\t60", "行政处罚\t40", "六、其他需要报告的事项", "没有。"), outcome{cells: own}},
		{"in another part", "a.html", underTable(first) + `<p>附表</p>` + second, outcome{cells: own}},
		{"not: one table in two pieces", "a.html", underTable(`<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>6</td></tr></table><p>续表</p><table><tr><td>行政处罚</td><td>4</td></tr><tr><td>行政强制</td><td>0</td></tr></table>`), outcome{cells: own, whole: true}},
		{"not: twice the same", "a.html", underTable(first + first), outcome{cells: own, silent: []string{untrue}}},
	})
}

// TestTwoOfDisputes: table four has one row, without a label; of two the one of the
// report's year and body is taken all the same, or none.
func TestTwoOfDisputes(t *testing.T) {
	heads := []string{
		"行政复议" + strings.Repeat("\t", 5) + "行政诉讼" + strings.Repeat("\t", 9),
		"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉" + strings.Repeat("\t", 5) + "复议后起诉" + strings.Repeat("\t", 4),
		strings.Repeat("\t", 5) + "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
	}
	row := func(n string) string { return n + "\t0\t0\t0\t" + n + strings.Repeat("\t0", 10) }
	const own, old = "1", "9"
	text := func(rows ...string) string {
		return lines(append(append([]string{ownTitle, "一、总体情况", "公开信息33条。", "四、政府信息公开行政复议、行政诉讼情况"}, rows...), "六、其他需要报告的事项", "没有。")...)
	}
	table := func(caption, n string) []string {
		all := append(append([]string{}, heads...), row(n))
		if caption != "" {
			all = append([]string{caption}, all...)
		}
		return all
	}
	both := func(a, b []string) string { return text(append(a, b...)...) }
	html := func(caption, n string) string {
		cells := func(row string) string { return `<tr><td>` + strings.ReplaceAll(row, "\t", `</td><td>`) + `</td></tr>` }
		out := `<p>` + caption + `</p><table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr><tr>`
		const outcomes = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
		out += strings.ReplaceAll(outcomes, "<td>", "<td rowspan=2>") + `<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>` + outcomes + outcomes + `</tr>`
		return out + cells(row(n)) + `</table>`
	}
	onPage := func(tables string) string {
		return `<p>` + ownTitle + `</p><p>四、政府信息公开行政复议、行政诉讼情况</p>` + tables + `<p>六、其他需要报告的事项</p><p>没有。</p>`
	}
	onLines := func(rows []string) []string {
		return strings.FieldsFunc(strings.Join(rows, "\t"), func(r rune) bool { return r == '\t' })
	}
	blanks := func(rows []string) []string {
		var all []string
		for _, r := range rows {
			all = append(all, strings.Join(strings.Fields(r), " "))
		}
		return all
	}
	is := func(upheld string, said ...string) outcome {
		return outcome{cells: map[model.Address]string{"disputes.review.upheld": upheld}, said: said}
	}
	taken, none := is(own, "不止一张", "“9 0 0 0 9"), is("", "分不清哪一张", "“9 0 0 0 9", "“1 0 0 0 1")
	runReadings(t, []reading{
		{"last year's above", "a.txt", both(table("2022年情况", old), table("2023年情况", own)), taken},
		{"last year's below", "a.txt", both(table("2023年情况", own), table("2022年情况", old)), taken},
		{"called so", "a.txt", both(table("上年情况", old), table("本年情况", own)), taken},
		{"of the whole county", "a.txt", both(table("全县汇总", old), table("本级", own)), taken},
		{"only one says which", "a.txt", both(table("", own), table("附：2022年", old)), taken},
		{"with blanks", "a.txt", both(blanks(table("2022年情况", old)), blanks(table("2023年情况", own))), taken},
		{"a cell on a line", "a.txt", both(onLines(table("2022年情况", old)), onLines(table("2023年情况", own))), is(own, "不止一张")},
		{"on a page", "a.html", onPage(html("2022年情况", old) + html("2023年情况", own)), taken},
		{"in rows of one table", "a.txt", text(append(heads, "2022年\t"+row(old), "2023年\t"+row(own))...), is(own)},
		{"nothing tells", "a.txt", both(table("", own), table("", old)), none},
		{"nothing tells, on a page", "a.html", onPage(html("", own) + html("", old)), none},
		{"not: twice the same", "a.txt", both(table("2022年情况", own), table("2023年情况", own)), is(own)},
		{"not: one alone", "a.txt", text(table("2022年情况", own)...), is(own)},
		{"not: one, and its heads again", "a.txt", text(append(heads, table("续表", own)...)...), is(own)},
	})
}

// TestUnits: amounts in other units than the form's are converted, and told.
func TestUnits(t *testing.T) {
	fees := func(head, label, value string) string {
		return underTable(`<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>6</td></tr><tr><td>行政处罚</td><td>4</td></tr>` +
			`<tr><td>信息内容</td><td>` + head + `</td></tr><tr><td>` + label + `</td><td>` + value + `</td></tr></table>`)
	}
	const label = "行政事业性收费"
	of := func(amount string, said ...string) outcome {
		return outcome{cells: map[model.Address]string{cellFees: amount, cellLicensing: "6"}, said: said}
	}
	runReadings(t, []reading{
		{"yuan in the head", "a.html", fees("本年收费金额（单位：元）", label, "8200"), of("0.82", "换算成万元填 0.82")},
		{"yuan without 单位", "a.html", fees("本年收费金额（元）", label, "123456"), of("12.3456", "换算")},
		{"yuan with fractions", "a.html", fees("本年收费金额(单位:元)", label, "8,200.50"), of("0.82005", "换算")},
		{"thousands", "a.html", fees("本年收费金额（单位：千元）", label, "82"), of("8.2", "千元")},
		{"hundred millions", "a.html", fees("本年收费金额（单位：亿元）", label, "0.03"), of("300", "亿元")},
		{"in the label", "a.html", fees("本年收费金额", label+"（元）", "8200"), of("0.82", "换算")},
		{"in the cell", "a.html", fees("本年收费金额（单位：万元）", label, "8200元"), of("0.82", "换算")},
		{"nothing at all", "a.html", fees("本年收费金额（单位：元）", label, "0"), of("0")},
		{"over the table", "a.html", underTable(`<p>单位：件、元</p><table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>6</td></tr><tr><td>信息内容</td><td>本年收费金额</td></tr><tr><td>` + label + `</td><td>8200</td></tr></table>`), of("0.82", "换算")},
		{"as text", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "信息内容\t本年收费金额（单位：元）", label+"\t8200", "六、其他需要报告的事项", "没有。"), of("0.82", "换算")},
		{"not: the form's own", "a.html", fees("本年收费金额（单位：万元）", label, "8200"), of("8200")},
		{"not: with the form's unit", "a.html", fees("本年收费金额（单位：万元）", label, "0.82万元"), of("0.82", "去掉单位")},
		{"not: no unit", "a.html", fees("本年收费金额", label, "0.82"), of("0.82")},
	})
}

// TestUpright: table four printed upright, a row for each kind of dispute or for
// each outcome.
func TestUpright(t *testing.T) {
	doc := func(rows ...string) string {
		b := strings.Builder{}
		b.WriteString(`<p>` + ownTitle + `</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>`)
		for _, r := range rows {
			b.WriteString(`<tr><td>` + strings.ReplaceAll(r, "|", `</td><td>`) + `</td></tr>`)
		}
		return b.String() + `</table><p>六、其他需要报告的事项</p><p>没有。</p>`
	}
	want := outcome{
		cells: map[model.Address]string{
			"disputes.review.upheld": "2", "disputes.review.pending": "1", "disputes.direct.corrected": "3", "disputes.direct.other": "0", "disputes.afterReview.upheld": "5",
		},
		whole: true, said: []string{"竖着排"},
	}
	text := func(rows ...string) string {
		return lines(append(append([]string{ownTitle, "四、政府信息公开行政复议、行政诉讼情况"}, rows...), "六、其他需要报告的事项", "没有。")...)
	}
	runReadings(t, []reading{
		{"by kind", "a.html", doc("案件类型|结果维持|结果纠正|其他结果|尚未审结|总计", "行政复议|2|0|0|1|3", "未经复议直接起诉|0|3|0|0|3", "复议后起诉|5|0|0|0|5"), want},
		{"by kind without sums", "a.html", doc("|结果维持|结果纠正|其他结果|尚未审结", "行政复议|2|0|0|1", "未经复议直接起诉|0|3|0|0", "复议后起诉|5|0|0|0"), want},
		{"by kind, in another order", "a.html", doc("类型|总计|尚未审结|其他结果|结果纠正|结果维持", "行政复议|3|1|0|0|2", "未经复议直接起诉|3|0|0|3|0", "复议后起诉|5|0|0|0|5"), want},
		{"by kind within a group", "a.html", strings.NewReplacer("<td>行政诉讼</td>", "<td rowspan=2>行政诉讼</td>", "<td>行政复议</td>", "<td colspan=2>行政复议</td>", "<td>类别</td>", "<td colspan=2>类别</td>").Replace(
			doc("类别|结果维持|结果纠正|其他结果|尚未审结|总计", "行政复议|2|0|0|1|3", "行政诉讼|未经复议直接起诉|0|3|0|0|3", "复议后起诉|5|0|0|0|5")), want},
		{"by outcome", "a.html", doc("结果|行政复议|未经复议直接起诉|复议后起诉", "结果维持|2|0|5", "结果纠正|0|3|0", "其他结果|0|0|0", "尚未审结|1|0|0", "总计|3|3|5"), want},
		{"as text", "a.txt", text("\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计", "行政复议\t2\t0\t0\t1\t3", "未经复议直接起诉\t0\t3\t0\t0\t3", "复议后起诉\t5\t0\t0\t0\t5"), want},
		{"not: as the form has it", "a.txt", text("2\t0\t0\t1\t3\t0\t3\t0\t0\t3\t5\t0\t0\t0\t5"), outcome{cells: want.cells, silent: []string{"竖着排"}}},
	})
}

// copied is table three as Word copies it: fields are those of the cells that
// begin in a row, one empty one for each that a cell above covers. The numbers
// of row n are n, 0, 1 … and their sum.
func copied(change func(fields []string) string) string {
	var b strings.Builder
	b.WriteString(lines(ownTitle, "一、总体情况", "公开信息33条。", "三、收到和处理政府信息公开申请情况"))
	edition, err := model.EditionFor(2023)
	if err != nil {
		panic(err)
	}
	n := 0
	for _, s := range edition.Sections {
		if s.ID != "applications" {
			continue
		}
		covered := map[int]int{} // by column: rows that a cell above goes on for
		for _, row := range s.Table.Grid().Rows {
			var fields []string
			at := 0
			skip := func(to int) {
				for ; at < to; at++ {
					if covered[at] > 0 {
						fields = append(fields, "")
						covered[at]--
					}
				}
			}
			numbers := 0
			for _, c := range row.Cells {
				skip(c.Column)
				text := c.Text
				if c.Role == model.RoleValue {
					if text = []string{"0", "1", "0", "2", "0", "0"}[min(numbers, 5)]; numbers == 0 {
						n++
						text = itoa(n)
					} else if numbers == 6 {
						text = itoa(n + 3)
					}
					numbers++
				}
				fields = append(fields, text)
				covered[c.Column] = c.RowSpan - 1
				at = c.Column + c.ColSpan
			}
			skip(s.Table.Grid().Columns)
			b.WriteString(change(fields) + "\n")
		}
	}
	b.WriteString(lines("六、其他需要报告的事项", "没有。"))
	return b.String()
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// TestCopiedTables: a table as Word and WPS give it to the clipboard.
func TestCopiedTables(t *testing.T) {
	tabs := func(fields []string) string { return strings.Join(fields, "\t") }
	full := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３")
	digits := func(change func(string) string) func([]string) string {
		return func(fields []string) string {
			out := make([]string, len(fields))
			for i, f := range fields {
				if out[i] = f; isValue(f) {
					out[i] = change(f)
				}
			}
			return tabs(out)
		}
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(copied(tabs))
	if err != nil {
		t.Fatal(err)
	}
	want := outcome{whole: true, cells: map[model.Address]string{
		"applications.received.person": "1", "applications.received.research": "0", "applications.received.charity": "2", "applications.received.business": "1",
		"applications.carriedIn.person": "2", "applications.granted.person": "3", "applications.partial.person": "4", "applications.secret.person": "5",
		"applications.inquiry.person": "12", "applications.notHeld.person": "13", "applications.petition.person": "16", "applications.uncorrected.person": "21",
		"applications.otherHandling.person": "23", "applications.otherHandling.other": "0", "applications.carriedOut.person": "25", "applications.carriedOut.charity": "2",
	}}
	runReadings(t, []reading{
		{"as Word copies it", "a.txt", copied(tabs), want},
		{"blanks around the numbers", "a.txt", copied(digits(func(s string) string { return " " + s + "　" })), want},
		{"full width", "a.txt", copied(digits(full.Replace)), want},
		{"GBK", "a.txt", gbk, want},
		{"line ends of Windows", "a.txt", strings.ReplaceAll(copied(tabs), "\n", "\r\n"), want},
		{"each row with fields of its own", "a.txt", copied(func(fields []string) string {
			return strings.Repeat("\t", len(fields[0])%4) + strings.TrimLeft(tabs(fields), "\t")
		}), want},
		{"no empty fields", "a.txt", copied(func(fields []string) string { return strings.TrimLeft(tabs(fields), "\t") }), want},
		{
			"a number left blank", "a.txt", strings.Replace(copied(tabs), "\t5\t1\t0\t2\t0\t0\t8", "\t\t1\t0\t2\t0\t0\t8", 1),
			outcome{cells: map[model.Address]string{"applications.secret.person": "", "applications.secret.business": "1", "applications.prohibited.person": "6"}},
		},
		{"with commas", "a.csv", copied(func(fields []string) string { return strings.Join(fields, ",") }), want},
	})
}

// TestShortRows: which number a row lacks cannot be told, so none is taken.
func TestShortRows(t *testing.T) {
	head := "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他"
	doc := func(rows ...string) string {
		return lines(append(append([]string{ownTitle, "三、收到和处理政府信息公开申请情况"}, rows...), "六、其他需要报告的事项", "没有。")...)
	}
	of := func(received, carriedIn string, said ...string) outcome {
		return outcome{cells: map[model.Address]string{"applications.received.person": received, "applications.carriedIn.person": carriedIn, "applications.granted.person": "3"}, said: said}
	}
	const received, carriedIn, granted = "一、本年新收政府信息公开申请数量\t", "二、上年结转政府信息公开申请数量\t", "三、本年度办理结果\t（一）予以公开\t"
	table := func(second string) string {
		cell := func(row string) string { return `<tr><td>` + strings.ReplaceAll(row, "\t", `</td><td>`) + `</td></tr>` }
		return `<p>` + ownTitle + `</p><p>三、收到和处理政府信息公开申请情况</p><table>` + cell(head+"\t总计") + cell(received+"4\t0\t0\t0\t0\t0\t4") +
			cell(carriedIn+second) + cell("（一）予以公开\t3\t0\t0\t0\t0\t0\t3") + `</table>`
	}
	// spaced is a row with its numbers under each other; none for -1.
	spaced := func(label string, numbers ...int) string {
		label = strings.TrimSpace(strings.ReplaceAll(label, "\t", " "))
		row := label + strings.Repeat(" ", 60-2*utf8.RuneCountInString(label))
		for _, n := range numbers {
			if n < 0 {
				row += "      "
			} else {
				row += fmt.Sprintf("%-6d", n)
			}
		}
		return row
	}
	runReadings(t, []reading{
		{"one row, heads without a sum", "a.txt", doc(head, received+"4\t0\t0\t0\t0\t0\t4", carriedIn+"1\t0\t0\t0\t0\t1", granted+"3\t0\t0\t0\t0\t0\t3"), of("4", "", "上年结转")},
		{"one row, no heads", "a.txt", doc(received+"4\t0\t0\t0\t0\t0\t4", carriedIn+"1\t0\t0\t0\t0\t0", granted+"3\t0\t0\t0\t0\t0\t3"), of("4", "", "上年结转")},
		{"one row of two", "a.txt", doc(received+"4\t0\t0\t0\t0\t4", granted+"3\t0\t0\t0\t0\t0\t3"), of("", "", "本年新收")},
		{"two numbers short", "a.txt", doc(received+"4\t0\t0\t0\t0\t0\t4", carriedIn+"1\t0\t0\t0\t0", granted+"3\t0\t0\t0\t0\t0\t3"), of("4", "", "上年结转")},
		{"one number more", "a.txt", doc(received+"4\t0\t0\t0\t0\t0\t4", carriedIn+"1\t0\t0\t0\t0\t0\t0\t1", granted+"3\t0\t0\t0\t0\t0\t3"), of("4", "", "上年结转")},
		{"with blanks", "a.txt", doc(strings.ReplaceAll(received+"4\t0\t0\t0\t0\t0\t4", "\t", " "), strings.ReplaceAll(carriedIn+"1\t0\t0\t0\t0\t1", "\t", " "), strings.ReplaceAll(granted+"3\t0\t0\t0\t0\t0\t3", "\t", " ")), of("4", "", "上年结转")},
		{"a number on a line of its own", "a.txt", doc("一、本年新收政府信息公开申请数量", "4", "0", "0", "0", "0", "0", "4", "二、上年结转政府信息公开申请数量", "1", "0", "5", "（一）予以公开", "3", "0", "0", "0", "0", "0", "3"), of("4", "", "上年结转")},
		{"a cell short in a real table", "a.html", table("1\t0\t0\t0\t0\t1"), of("4", "", "上年结转")},
		{"a blank between columns of blanks", "a.txt", doc(spaced(received, 4, 0, 0, 0, 0, 0, 4), spaced(carriedIn, 1, -1, 0, 0, 0, 0, 1), spaced("（一）予以公开", 3, 0, 0, 0, 0, 0, 3)), outcome{
			cells: map[model.Address]string{"applications.received.person": "4", "applications.carriedIn.person": "1", "applications.carriedIn.business": "", "applications.carriedIn.research": "0", "applications.granted.person": "3"},
		}},
		{"not: a number over two columns", "a.txt", doc(spaced(received, 4, 0, 0, 0, 0, 0, 4), spaced(carriedIn, 1, 11111111, 0, 0, 1), spaced("（一）予以公开", 3, 0, 0, 0, 0, 0, 3)), of("4", "", "上年结转")},
		{"not: two numbers under one", "a.txt", doc(spaced(received, 40000, 0, 0, 0, 0, 0, 40000), spaced(carriedIn)+"1  2  0     0     0     3", spaced("（一）予以公开", 3, 0, 0, 0, 0, 0, 3)), of("40000", "", "上年结转")},
		{"not: a number beside all columns", "a.txt", doc(spaced(received, 4, 0, 0, 0, 0, 0, 4), spaced(carriedIn, 1, 0, 0, 0, 1)+"         1", spaced("（一）予以公开", 3, 0, 0, 0, 0, 0, 3)), of("4", "", "上年结转")},
		{"not: no sums at all", "a.txt", doc(head, received+"4\t0\t0\t0\t0\t0", carriedIn+"1\t0\t0\t0\t0\t0", granted+"3\t0\t0\t0\t0\t0"), of("4", "1")},
		{"not: a blank cell", "a.html", table("1\t0\t0\t\t0\t0\t1"), of("4", "1")},
		{"not: blank cells beside a row", "a.html", underTable(strings.Replace(decisions("6"), "<td>4</td>", "<td>4</td><td></td><td> </td>", 1)), outcome{
			cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0"}, whole: true,
		}},
	})
}

// TestRowWithoutLabel: a row of a real table whose label is gone is what the
// rows around it leave.
func TestRowWithoutLabel(t *testing.T) {
	runReadings(t, []reading{
		{"first of its table", "a.html", page("", strings.Replace(decisions("6"), "行政许可", "", 1)), outcome{cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, said: []string{"没有标签，按上下两行认作“行政许可”"}}},
		{"between two", "a.html", page("", strings.Replace(decisions("6"), "行政处罚", "", 1)), outcome{cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0"}}},
		{"not: two of them", "a.html", page("", strings.NewReplacer("行政处罚", "", "行政许可", "").Replace(decisions("6"))), outcome{cells: map[model.Address]string{cellLicensing: "", cellPenalties: ""}}},
		{"not: behind the last", "a.html", page("", strings.Replace(decisions("6"), "</table>", "<tr><td></td><td>9</td></tr></table>", 1)), outcome{cells: map[model.Address]string{cellLicensing: "6"}, said: []string{"9"}}},
	})
}

// TestRemarks: a column of remarks is none of numbers; what stands in it is told.
func TestRemarks(t *testing.T) {
	own := map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0"}
	table := func(head, licensing, penalties string) string {
		return underTable(`<table><tr><td>信息内容</td><td>本年处理决定数量</td><td>` + head + `</td></tr><tr><td>行政许可</td><td>6</td><td>` + licensing + `</td></tr><tr><td>行政处罚</td><td>4</td><td>` + penalties +
			`</td></tr><tr><td>行政强制</td><td>0</td><td></td></tr></table>`)
	}
	none := `<table><tr><td>村名</td><td>备注</td></tr><tr><td>东坡村</td><td>已公开</td></tr></table>`
	runReadings(t, []reading{
		{"words", "a.html", table("备注", "委托县局办理", ""), outcome{cells: own, said: []string{"“委托县局办理”：写在备注栏里"}}},
		{"a number", "a.html", table("备 注", "", "2023年为3件"), outcome{cells: own, said: []string{"“2023年为3件”：写在备注栏里"}}},
		{"blank", "a.html", table("说明", "", ""), outcome{cells: own, whole: true}},
		{"not: in another table", "a.html", strings.Replace(underTable(decisions("6")), `<p>公开信息33条。</p>`, `<p>公开信息33条。</p>`+none, 1), outcome{
			cells: own, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", "村名 备注", "东坡村 已公开"}}, whole: true,
		}},
	})
}

// TestUntitled: a table whose title is missing leaves none of its labels in the text.
func TestUntitled(t *testing.T) {
	runReadings(t, []reading{{"bands on lines of their own", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "第二十条第（五）项", "信息内容\t本年处理决定数量", "行政许可\t6", "第二十条第（六）项",
		"信息内容\t本年处理决定数量", "行政处罚\t4", "行政强制\t0", "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t0.5", "六、其他需要报告的事项", "没有。"), outcome{
		cells: map[model.Address]string{cellLicensing: "6", cellFees: "0.5"}, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, whole: true,
	}}})
}

// TestTornLabels: where labels lie in pieces around their rows, as a page of a PDF has
// them that was copied with its places, what a label begins with ends the one before.
func TestTornLabels(t *testing.T) {
	text := lines(ownTitle, "三、收到和处理政府信息公开申请情况",
		"           4.无正当    3     2     0     0    0     0    5", "            理由大", "            量反复", "             申请",
		"           5.要求行    1     2     0     0    0     0    3", "            政机关", "            确认或", "            重新出", "            具已获", "            取信息",
		"     （六）   1.申请人    6     0     0     1    1     0    8", "     其他处    无正当", "      理     理由逾", "            期不补", "            正、行", "            政机关", "            不再处", "            理其政",
		"          3.其他      0     0    0     1    0     1     2", "       （七）总计        10    4    0     2    1     1    18", " 四、结转下年度继续办理         1     0    0     0    0     0     1", "六、其他需要报告的事项", "没有。")
	runReadings(t, []reading{{"label by label", "a.txt", text, outcome{cells: map[model.Address]string{
		"applications.excessive.person": "3", "applications.confirmation.person": "1", "applications.confirmation.business": "2",
		"applications.uncorrected.person": "6", "applications.unpaid.person": "", "applications.otherHandling.charity": "1", "applications.carriedOut.person": "1",
	}, whole: true}}})
}
