package intake

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/intake/pdftext/handmade"
)

// TestUnseenOnPages: what a reader of a page does not see, or sees struck out,
// is no part of a number; what a script will show is.
func TestUnseenOnPages(t *testing.T) {
	six := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	var all []reading
	for name, p := range map[string]struct{ head, cell string }{
		"attribute hidden":        {"", `<b hidden>8</b>6`},
		"style without blanks":    {"", `<span style="DISPLAY:NONE">8</span>6`},
		"style, important":        {"", `<span style="color:red; display : none !important">8</span>6`},
		"visibility":              {"", `<span style="visibility:hidden">8</span>6`},
		"no size":                 {"", `<span style="font-size:0px">8</span>6`},
		"no opacity":              {"", `<span style="opacity:0.0">8</span>6`},
		"beyond the screen":       {"", `<span style="position:absolute;left:-9999px">8</span>6`},
		"clipped away":            {"", `<span style="position:absolute;clip:rect(0,0,0,0)">8</span>6`},
		"no height":               {"", `<div style="height:0;overflow:hidden">8</div>6`},
		"transparent":             {"", `<span style="color:transparent">8</span>6`},
		"by class":                {"<style>.gone{display:none}</style>", `<i class="x gone">8</i>6`},
		"by element within class": {"<style>.t td i { display: none }</style>", `<div class=t></div><i class=gone>8</i>6`},
		"by id, over a class":     {"<style>#k{display:none} .on{display:inline}</style>", `<i id=k class=on>8</i>6`},
		"on screens":              {"<style>@media screen{.gone{display:none}}</style>", `<i class=gone>8</i>6`},
		"comment in the sheet":    {"<style><!-- /* x */ b.k{ display:none } --></style>", `<b class=k>8</b>6`},
		"element s":               {"", `<s>8</s>6`},
		"element del":             {"", `<del>8</del>6`},
		"struck by style":         {"", `<span style="text-decoration: line-through red">8</span>6`},
		"struck by class":         {"<style>.old{text-decoration-line:line-through}</style>", `<u class=old>8</u>6`},
		"mark of a note":          {"", `6<sup>2</sup>`},
		"mark in brackets":        {"", `6<sup>〔3〕</sup>`},
		"mark by style":           {"", `6<span style="vertical-align:super;font-size:9px">①</span>`},
		"mark by length":          {"", `6<span style="vertical-align:4px">*</span>`},
	} {
		if name == "by element within class" { // the table is what has the class
			all = append(all, reading{name, "a.html", strings.Replace(page(p.head, decisions(p.cell)), "<table>", `<table class="t">`, 1), outcome{cells: six}})
			continue
		}
		all = append(all, reading{name, "a.html", page(p.head, decisions(p.cell)), outcome{cells: six, said: []string{"略去"}}})
	}
	for name, p := range map[string]struct{ head, cell string }{
		"a later rule shows it":       {"<style>.k{display:none}.k{display:inline}</style>", `<span class=k>6</span>`},
		"its own style shows it":      {"<style>.k{display:none}</style>", `<span class=k style="display:inline">6</span>`},
		"hidden in print alone":       {"<style>@media print{.k{display:none}}</style>", `<span class=k>6</span>`},
		"hidden on small screens":     {"<style>@media (max-width:700px){.k{display:none}}</style>", `<span class=k>6</span>`},
		"a sheet for print":           {"<style media=print>.k{display:none}</style>", `<span class=k>6</span>`},
		"when hovered over":           {"<style>.k:hover{display:none}</style>", `<span class=k>6</span>`},
		"seen within what is not":     {"", `<span style="visibility:hidden">8<b style="visibility:visible">6</b></span>`},
		"size within none":            {"", `<span style="font-size:0"><b style="font-size:14px">6</b></span>`},
		"del that is not struck":      {"", `<del style="text-decoration:none">6</del>`},
		"all of it raised":            {"", `<sup>6</sup>`},
		"hides what runs over":        {"", `<span style="overflow:hidden;height:12px">6</span>`},
		"a little to the left":        {"", `<span style="position:relative;left:-3px">6</span>`},
		"a name that sounds like it":  {"<style>.hidden{display:none}</style>", `<span class="hidden-xs">6</span>`},
		"blank paragraph beside it":   {"", `<p>6</p><p>&nbsp;</p>`},
		"hidden for readers by voice": {"", `<span aria-hidden="true">6</span>`},
	} {
		all = append(all, reading{"not: " + name, "a.html", page(p.head, decisions(p.cell)), outcome{cells: six}})
	}
	runReadings(t, all)
}

// TestFields: what a saved form shows in its fields is read, what it hides is not.
func TestFields(t *testing.T) {
	six := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	var all []reading
	for name, cell := range map[string]string{
		"text":                 `<input value="6">`,
		"number":               `<input type="number" value='6' readonly>`,
		"disabled":             `<INPUT TYPE=TEXT VALUE=6 DISABLED>`,
		"with a unit behind":   `<input value="6">件`,
		"several lines":        "<textarea rows=2>\n6\n</textarea>",
		"the one chosen":       `<select><option>0</option><option value=b selected>6</option></select>`,
		"the first":            `<select><option>6</option><option>7</option></select>`,
		"beside a hidden one":  `<input type=hidden value=88><input value=6>`,
		"hidden by style":      `<input style="display:none" value=88><input value=6>`,
		"beside a button":      `<input value=6><input type=button value=9><button>9</button>`,
		"beside a file":        `<input type="file" value="9">6`,
		"beside a blank field": `<input value="">6`,
		"within a label":       `<label><input type=checkbox value=9 checked>6</label>`,
	} {
		all = append(all, reading{name, "a.html", page("", decisions(cell)), outcome{cells: six}})
	}
	runReadings(t, append(all, []reading{
		{"two numbers", "a.html", page("", decisions(`<input value=1><input value=2>`)), outcome{cells: map[model.Address]string{cellLicensing: "", cellPenalties: "4"}, unread: map[model.Address]string{cellLicensing: "1、2"}}},
		{"blank", "a.html", page("", decisions(`<input value="">`)), outcome{cells: map[model.Address]string{cellLicensing: "", cellPenalties: "4"}}},
		{"prose", "a.html", strings.Replace(page("", decisions("6")), "力量不足，将增加人手。", "<textarea>力量不足。\n将增加人手。</textarea>", 1), outcome{
			cells: six, prose: map[model.SectionID][]string{model.Problems: {"力量不足。", "将增加人手。"}},
		}},
		{"in a sentence", "a.html", strings.Replace(page("", decisions("6")), "公开信息33条", `公开信息<input type=text value=33 size=4>条`, 1), outcome{
			cells: six, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}},
		}},
		{"search of the site", "a.html", strings.Replace(page("", decisions("6")), "<h2>", `<div class=search><input value="请输入关键字"><input type=submit value=搜索></div><h2>`, 1), outcome{cells: six, said: []string{"请输入关键字"}, agency: ownUnit}},
	}...))
}

// TestUnseenRows: rows and cells that are not shown have no place in a table.
func TestUnseenRows(t *testing.T) {
	row := func(attributes string) string {
		return strings.Replace(decisions("6"), "<tr><td>行政许可", "<tr "+attributes+"><td>行政许可</td><td>88</td></tr><tr><td>行政许可", 1)
	}
	six := outcome{cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, said: []string{"88"}}
	runReadings(t, []reading{
		{"row by style", "a.html", page("", row(`style="display:none"`)), six},
		{"row by attribute", "a.html", page("", row(`hidden`)), six},
		{"row by class", "a.html", page("<style>tr.old{display:none}</style>", row(`class=old`)), six},
		{"row by visibility", "a.html", page("", row(`style="visibility:collapse"`)), six},
		{"body of a table", "a.html", page("", strings.Replace(row(""), "<tr ><td>行政许可</td><td>88</td></tr>", "</tbody><tbody style='display:none'><tr><td>行政许可</td><td>88</td></tr></tbody><tbody>", 1)), six},
		{"cell", "a.html", page("", decisions(`6</td><td style="display:none">88`)), six},
		{"cell before", "a.html", page("", strings.Replace(decisions("6"), "<td>6</td>", `<td style="display:none">88</td><td>6</td>`, 1)), six},
		{"text between tables", "a.html", page("", "<p style='display:none'>88</p>"+decisions("6")), six},
		{"a second table", "a.html", page("", "<div style='display:none'>"+decisions("88")+"</div>"+decisions("6")), six},
	})
}

// TestScriptsShow: an article that waits for a script to show it is read.
func TestScriptsShow(t *testing.T) {
	want := outcome{
		cells: map[model.Address]string{cellLicensing: "6"}, agency: ownUnit, whole: true,
		prose: map[model.SectionID][]string{model.Problems: {"力量不足，将增加人手。"}},
	}
	wrapped := func(head, attributes string) string {
		return strings.NewReplacer("<body>", "<body><div><a>首页</a></div><div "+attributes+">", "</body>", "</div><p style='display:none'>长按识别二维码</p></body>").
			Replace(page(head, decisions("6")))
	}
	runReadings(t, []reading{
		{"visibility and opacity", "a.html", wrapped("", `style="visibility: hidden; opacity: 0;"`), want},
		{"no display", "a.html", wrapped("", `style="display:none"`), want},
		{"by class", "a.html", wrapped("<style>.late{visibility:hidden}</style>", `class=late`), want},
		{"by attribute", "a.html", wrapped("", `hidden`), want},
		{"no height", "a.html", wrapped("", `style="max-height:0;overflow:hidden"`), want},
		{
			"most of the text, and a table elsewhere", "a.html", strings.Replace(wrapped("", "hidden"), "<a>首页</a>", "<table><tr><td>今日访问</td><td>9</td></tr></table>", 1),
			outcome{agency: ownUnit, cells: map[model.Address]string{cellLicensing: "6"}, prose: want.prose},
		},
		{
			"all of the tables, and little text", "a.html", page("", "<p>"+strings.Repeat("这些数据由乡政府办公室汇总。", 40)+"</p><div hidden>"+decisions("6")+"</div>"),
			outcome{cells: map[model.Address]string{cellLicensing: "6"}},
		},
	})
}

// TestUnseenInWord: the same in documents of Word.
func TestUnseenInWord(t *testing.T) {
	six := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	styles := map[string]string{"word/styles.xml": `<w:styles xmlns:w="x"><w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:styleId="hh"><w:name w:val="hh"/><w:basedOn w:val="h"/></w:style>` +
		`<w:style w:styleId="s"><w:name w:val="s"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="n"><w:name w:val="n"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`}
	styled := func(cell string) string {
		return wordFile(wp(ownTitle)+wp("一、总体情况")+wp("二、主动公开政府信息情况")+wordDecisions(cell), styles)
	}
	plain := func(cell string) string { return wordPage(wordDecisions(cell)) }
	row := func(properties string) string {
		return wordPage(strings.Replace(wordDecisions(wr("", "6")), `<w:tr><w:tc><w:tcPr/>`+wp("行政许可"), `<w:tr><w:trPr>`+properties+`</w:trPr><w:tc><w:tcPr/>`+wp("行政许可")+`</w:tc><w:tc><w:tcPr/>`+wp("88")+
			`</w:tc></w:tr><w:tr><w:tc><w:tcPr/>`+wp("行政许可"), 1))
	}
	runReadings(t, []reading{
		{"vanish", "a.docx", plain(wr("<w:vanish/>", "8") + wr("", "6")), outcome{cells: six, said: []string{"“8”：在原文里是隐藏的"}}},
		{"vanish said to be so", "a.docx", plain(wr(`<w:vanish w:val="true"/>`, "8") + wr("", "6")), outcome{cells: six}},
		{"by a style", "a.docx", styled(wr(`<w:rStyle w:val="h"/>`, "8") + wr("", "6")), outcome{cells: six}},
		{"by a style that another is based on", "a.docx", styled(wr(`<w:rStyle w:val="hh"/>`, "8") + wr("", "6")), outcome{cells: six}},
		{"strike", "a.docx", plain(wr("<w:strike/>", "8") + wr("", "6")), outcome{cells: six, said: []string{"划掉"}}},
		{"dstrike", "a.docx", plain(wr("<w:dstrike/>", "8") + wr("", "6")), outcome{cells: six}},
		{"struck by a style", "a.docx", styled(wr(`<w:rStyle w:val="s"/>`, "8") + wr("", "6")), outcome{cells: six}},
		{"mark of a note", "a.docx", plain(wr("", "6") + wr(`<w:vertAlign w:val="superscript"/>`, "2")), outcome{cells: six, said: []string{"注号"}}},
		{"mark that is lifted", "a.docx", plain(wr("", "6") + wr(`<w:position w:val="8"/>`, "[2]")), outcome{cells: six}},
		{"mark by a style", "a.docx", styled(wr("", "6") + wr(`<w:rStyle w:val="n"/>`, "2")), outcome{cells: six}},
		{"hidden row", "a.docx", row(`<w:hidden/>`), outcome{cells: six}},
		{"row deleted in tracked changes", "a.docx", row(`<w:del w:id="1" w:author="甲"/>`), outcome{cells: six, said: []string{"有 1 处文字在修订里已经删去或移走，没有读，从第 6 行“行政许可 88”起", "“行政许可 88”：在修订里"}}},
		{"tracked deletion", "a.docx", plain(`<w:del>` + wr("", "8") + `</w:del>` + wr("", "6")), outcome{cells: six, said: []string{"“8”：在修订里"}}},
		{"moved away", "a.docx", plain(`<w:moveFrom>` + wr("", "8") + `</w:moveFrom>` + wr("", "6")), outcome{cells: six, said: []string{"“8”：在修订里"}}},
		{"not: vanish that is off", "a.docx", plain(wr(`<w:vanish w:val="0"/><w:strike w:val="off"/>`, "6")), outcome{cells: six}},
		{"not: off over a style", "a.docx", styled(wr(`<w:rStyle w:val="h"/><w:vanish w:val="false"/>`, "6")), outcome{cells: six}},
		{"not: on the web alone", "a.docx", plain(wr(`<w:webHidden/>`, "6")), outcome{cells: six}},
		{"not: row that is not hidden", "a.docx", wordPage(strings.Replace(wordDecisions(wr("", "6")), `<w:tr><w:tc><w:tcPr/>`+wp("行政许可"), `<w:tr><w:trPr><w:hidden w:val="0"/></w:trPr><w:tc><w:tcPr/>`+wp("行政许可"), 1)), outcome{cells: six}},
		{
			"placeholder", "a.docx", wordFile(wp(ownTitle)+wp("五、存在的主要问题及改进情况")+wp("人手不足。")+wp("六、其他需要报告的事项")+
				`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+wp("请在这里填写。")+`</w:sdtContent></w:sdt>`, nil),
			outcome{prose: map[model.SectionID][]string{model.Other: nil}, said: []string{"“请在这里填写。”：是提示填写的文字"}},
		},
		{
			"placeholder within a paragraph", "a.docx", wordFile(wp(ownTitle)+wp("六、其他需要报告的事项")+
				`<w:p>`+wr("", "没有。")+`<w:sdt><w:sdtPr><w:showingPlcHdr w:val="1"/></w:sdtPr><w:sdtContent>`+wr("", "点此输入")+`</w:sdtContent></w:sdt></w:p>`, nil),
			outcome{prose: map[model.SectionID][]string{model.Other: {"没有。"}}},
		},
		{
			"not: a control with content", "a.docx", wordFile(wp(ownTitle)+wp("六、其他需要报告的事项")+
				`<w:sdt><w:sdtPr><w:alias w:val="说明"/></w:sdtPr><w:sdtContent>`+wp("没有收费。")+`</w:sdtContent></w:sdt>`, nil),
			outcome{prose: map[model.SectionID][]string{model.Other: {"没有收费。"}}},
		},
	})
}

// TestRevised: what tracked changes have taken away is no text, and told once with how
// much it is; what they have added is text.
func TestRevised(t *testing.T) {
	gone := func(text string) string { return `<w:del w:id="1" w:author="甲">` + wr("", text) + `</w:del>` }
	end := `<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`
	overview := func(body string) string {
		return wordFile(wp(ownTitle)+wp("一、总体情况")+body+wp("六、其他需要报告的事项")+wp("没有。"), nil)
	}
	is := func(said string, paragraphs ...string) outcome {
		return outcome{prose: map[model.SectionID][]string{model.Overview: paragraphs}, said: []string{said}, whole: true}
	}
	runReadings(t, []reading{
		{"a number corrected", "a.docx", overview(`<w:p>` + wr("", "公开信息") + gone("33") + `<w:ins>` + wr("", "35") + `</w:ins>` + wr("", "条。") + `</w:p>`), is("有 1 处文字", "公开信息35条。")},
		{"a paragraph", "a.docx", overview(`<w:p>` + end + gone("新开了账号。") + `</w:p>` + wp("公开信息33条。")), is("从第 4 行“新开了账号。”起", "公开信息33条。")},
		{"two paragraphs", "a.docx", overview(`<w:p>` + end + gone("新开了账号。") + `</w:p>` + wp("公开信息33条。") + `<w:p>` + gone("另有考核。") + `</w:p>`), is("有 2 处文字", "公开信息33条。")},
		{"a section's title", "a.docx", overview(wp("公开信息33条。") + `<w:p>` + gone("五、存在的主要问题") + `</w:p>`), is("“五、存在的主要问题”：在修订里", "公开信息33条。")},
		{"a paragraph moved", "a.docx", overview(`<w:p><w:moveFrom>` + wr("", "先说这一句。") + `</w:moveFrom></w:p>` + wp("公开信息33条。") + `<w:p><w:moveTo>` + wr("", "先说这一句。") + `</w:moveTo></w:p>`), is("删去或移走", "公开信息33条。", "先说这一句。")},
		{"deleted again what was added", "a.docx", overview(`<w:p>` + wr("", "公开信息33条。") + `<w:ins>` + gone("其中规章3条。") + `</w:ins></w:p>`), is("“其中规章3条。”：在修订里", "公开信息33条。")},
		{"a picture", "a.docx", overview(`<w:p>` + wr("", "公开信息33条。") + `<w:del><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:del></w:p>`), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, silent: []string{"图片", "修订"}}},
		{"not: a heading of Word that is gone", "a.docx", overview(`<w:p><w:pPr><w:outlineLvl w:val="1"/><w:rPr><w:del/></w:rPr></w:pPr>` + gone("主动公开") + `</w:p>` + wp("公开信息33条。")), is("“主动公开”：在修订里", "公开信息33条。")},
	})
}

// TestUnseenInPDF: the same where only places tell: text without ink, lines
// drawn through it, small text over the line.
func TestUnseenInPDF(t *testing.T) {
	text := func(x, y, size float64, operators, s string) string {
		return fmt.Sprintf("BT %s /F1 %g Tf %g %g Td <%s> Tj ET\n", operators, size, x, y, inGBK(s))
	}
	file := func(cell string) string {
		var b strings.Builder
		for i, l := range []string{ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况"} {
			b.WriteString(text(72, float64(780-24*i), 14, "", l))
		}
		rows := [][2]string{{"信息内容", "本年处理决定数量"}, {"行政许可", ""}, {"行政处罚", "4"}, {"行政强制", "0"}}
		for i, r := range rows {
			y := float64(660 - 24*i)
			fmt.Fprintf(&b, "72 %g 200 24 re S 272 %g 200 24 re S\n", y, y)
			b.WriteString(text(80, y+8, 12, "", r[0]))
			if r[1] != "" {
				b.WriteString(text(300, y+8, 12, "", r[1]))
			}
		}
		b.WriteString(cell)
		return string(handmade.Pages([]string{handmade.Font("GBK-EUC-H")}, []string{b.String()}))
	}
	six := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	const y = 644.0 // of the first value
	runReadings(t, []reading{
		{"without ink", "a.pdf", file(text(300, y, 12, "3 Tr", "8") + text(306, y, 12, "0 Tr", "6")), outcome{cells: six, said: []string{"隐藏"}}},
		{"struck out", "a.pdf", file(text(300, y, 12, "", "8") + text(306, y, 12, "", "6") + fmt.Sprintf("0.6 w 300 %g m 306 %g l S\n", y+4, y+4)), outcome{cells: six, said: []string{"划掉"}}},
		{"struck out by a thin box", "a.pdf", file(text(300, y, 12, "", "8") + text(306, y, 12, "", "6") + fmt.Sprintf("300 %g 6 0.5 re f\n", y+4)), outcome{cells: six}},
		{"mark on a line of its own", "a.pdf", file(text(300, y, 12, "", "6") + text(306, y+5, 7, "", "2")), outcome{cells: six, said: []string{"注号"}}},
		{"mark near the line", "a.pdf", file(text(300, y, 12, "", "6") + text(306, y+2, 7, "", "2")), outcome{cells: six}},
		{"mark in brackets", "a.pdf", file(text(300, y, 12, "", "6") + text(306, y+5, 7, "", "[2]")), outcome{cells: six}},
		{"not: underlined", "a.pdf", file(text(300, y, 12, "", "6") + fmt.Sprintf("300 %g m 306 %g l S\n", y-2, y-2)), outcome{cells: six}},
		{"not: text over a scan", "a.pdf", strings.ReplaceAll(file(text(300, y, 12, "", "6")), "BT  /F1", "BT 3 Tr /F1"), outcome{agency: ownUnit, cells: six}},
		{
			"power of a unit in prose", "a.pdf", file(text(300, y, 12, "", "6") + text(240, 732, 14, "", "共36m") + text(275, 738, 8, "", "2") + text(281, 732, 14, "", "。")),
			outcome{cells: six},
		},
	})
}

// TestTwoInACell: two paragraphs in a cell are two things.
func TestTwoInACell(t *testing.T) {
	none := outcome{cells: map[model.Address]string{cellLicensing: "", cellPenalties: "4"}, said: []string{"不止一个数"}}
	runReadings(t, []reading{
		{"paragraphs", "a.html", page("", decisions("<p>6</p><p>120</p>")), none},
		{"line end", "a.html", page("", decisions("6<br>120")), none},
		{"blocks", "a.html", page("", decisions("<div>6</div><div>0</div>")), none},
		{"list", "a.html", page("", decisions("<ul><li>6<li>1</ul>")), none},
		{"Word", "a.docx", wordPage(wordDecisions(wr("", "6") + `</w:p><w:p>` + wr("", "120"))), none},
		{"line end in Word", "a.docx", wordPage(wordDecisions(wr("", "6") + `<w:r><w:br/></w:r>` + wr("", "120"))), none},
		{"not: a label", "a.html", page("", strings.Replace(decisions("6"), "行政许可", "<p>行政</p><p>许可</p>", 1)), outcome{cells: map[model.Address]string{cellLicensing: "6"}, whole: true}},
		{"not: blank lines around", "a.html", page("", decisions("<br><p>6</p><p></p>")), outcome{cells: map[model.Address]string{cellLicensing: "6"}, whole: true}},
	})
}

// TestRaisedInProse: what is raised in prose is text; what is struck out there is
// none, and told.
func TestRaisedInProse(t *testing.T) {
	prose := func(p string) string {
		return strings.Replace(page("", decisions("6")), "<p>公开信息33条。</p>", "<p>"+p+"</p>", 1)
	}
	overview := func(p ...string) outcome { return outcome{prose: map[model.SectionID][]string{model.Overview: p}} }
	runReadings(t, []reading{
		{"square metres", "a.html", prose("公开栏面积36m<sup>2</sup>，覆盖12个村。"), overview("公开栏面积36m2，覆盖12个村。")},
		{"square metres in Word", "a.docx", wordFile(wp(ownTitle)+wp("一、总体情况")+`<w:p>`+wr("", "面积36m")+wr(`<w:vertAlign w:val="superscript"/>`, "2")+wr("", "。")+`</w:p>`, nil), overview("面积36m2。")},
		{"the mark of a note behind a number", "a.html", prose("公开信息33<sup>1</sup>条<sup>2</sup>。"), overview("公开信息33[1]条2。")},
		{"one in brackets, and a letter", "a.html", prose("公开信息33<sup>[1]</sup>条<sup>a</sup>。"), overview("公开信息33[1]条a。")},
		{"struck out", "a.html", prose("公开信息<s>30</s>33条。"), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, said: []string{"“30”：在原文里已经划掉"}}},
		{"hidden", "a.html", prose("公开信息33条。<span style='display:none'>内部备注</span>"), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, said: []string{"内部备注"}}},
		{"underlined is not struck out", "a.html", prose("公开信息<u>33</u>条。"), overview("公开信息33条。")},
	})
}
