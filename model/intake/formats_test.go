package intake

import (
	"bytes"
	"encoding/base64"
	"errors"
	"mime/quotedprintable"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/model"
	"nianbao/model/intake/handmade"
)

// TestCharacters: forms of characters become the characters, in all formats;
// what is no character is told, and nothing is dropped without a word.
func TestCharacters(t *testing.T) {
	unit := func(name string) outcome { return outcome{agency: name} }
	text := func(title, overview string) string { return lines(title, "一、总体情况", overview) }
	web := func(title, overview string) string {
		return `<p>` + title + `</p><p>一、总体情况</p><p>` + overview + `</p>`
	}
	overview := func(all ...string) outcome { return outcome{prose: map[model.SectionID][]string{model.Overview: all}} }
	gb := func(s string, codes ...string) string { // each ? is a code that the encoder does not know
		for _, c := range codes {
			s = strings.Replace(s, "?", "\x01"+c+"\x02", 1)
		}
		var b strings.Builder
		for _, part := range strings.Split(s, "\x01") {
			if code, rest, ok := strings.Cut(part, "\x02"); ok {
				b.WriteString(code)
				part = rest
			}
			encoded, err := simplifiedchinese.GBK.NewEncoder().String(part)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(encoded)
		}
		return b.String()
	}
	runReadings(t, []reading{
		{"radicals of Kangxi", "a.txt", text("⽩杨乡⼈民政府2023年政府信息公开⼯作年度报告", "⽅便群众⽣活。"), outcome{agency: ownUnit, title: "standard", prose: map[model.SectionID][]string{model.Overview: {"方便群众生活。"}}}},
		{"radicals of the supplement", "a.html", web(ownTitle, "⻅面会上，⻩某介绍了⻝品安全、⻢路改造。"), overview("见面会上，黄某介绍了食品安全、马路改造。")},
		{"in a number of a part", "a.txt", lines(ownTitle, "⼀、总体情况", "公开信息33条。", "六、其他需要报告的事项", "没有。"), overview("公开信息33条。")},
		{"in Word", "a.docx", wordFile(wp("白杨乡⼈⺠政府2023年政府信息公开工作年度报告")+wp("一、总体情况"), nil), unit(ownUnit)},
		{"compatibility ideographs", "a.txt", text(ownTitle, "\uf9e1某、\uf9e7村、\uf92c中。"), overview("李某、裏村、郎中。")},
		{"marks of upright lines", "a.txt", text(ownTitle, "︵一︶公开︐及时︒"), overview("（一）公开，及时。")},
		{"not: what only looks similar", "a.txt", text(ownTitle, "面积36㎡，共①项，Ⅲ类。"), overview("面积36㎡，共①项，Ⅲ类。")},
		{"moved codes of GB 18030", "a.txt", gb(text(ownTitle, "?家村、?家村。"), "\xfe\x61", "\xfe\xa0"), overview("龵家村、龻家村。")},
		{"marks among moved codes", "a.txt", gb(text(ownTitle, "公开?及时?"), "\xa6\xd9", "\xa6\xda"), overview("公开，及时。")},
		{"the same as private use", "a.txt", text(ownTitle, "\ue826家村、\ue864家村。"), overview("龵家村、龻家村。")},
		{"private use in the name", "a.txt", text("\ue123山乡人民政府2023年政府信息公开工作年度报告", "公开信息33条。"), outcome{agency: "\ue123山乡人民政府", said: []string{"自造字（U+E123）"}}},
		{"private use in GBK", "a.txt", gb(text(ownTitle, "?家村。"), "\xaa\xa1"), outcome{prose: map[model.SectionID][]string{model.Overview: {"\ue000家村。"}}, said: []string{"自造字（U+E000）"}}},
		{"signs of a symbol font", "a.docx", wordFile(wp(ownTitle)+wp("一、总体情况")+`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>`+wr("", "公开信息33条。")+`</w:p>`, nil), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, said: []string{"符号字体"}}},
		{"a broken byte at the end", "a.txt", text(ownTitle, "公开信息33条。") + "\xe7\x99", outcome{agency: ownUnit, said: []string{"读不出的字"}}},
		{"a broken byte in the middle", "a.txt", text(ownTitle, "公开\xff信息33条。"), outcome{agency: ownUnit, prose: map[model.SectionID][]string{model.Overview: {"公开〓信息33条。"}}, said: []string{"第 3 行有读不出的字"}}},
		{"a broken byte in GBK", "a.txt", gb(text(ownTitle, "公开?信息33条。"), "\xff"), outcome{agency: ownUnit, said: []string{"读不出的字"}}},
		{"a broken byte on a page", "a.html", strings.Replace(page("", decisions("6")), "公开信息33条", "公开\xe4信息33条", 1), outcome{agency: ownUnit, cells: map[model.Address]string{cellLicensing: "6"}, said: []string{"读不出的字"}}},
		{"a zero byte", "a.txt", text(ownTitle, "公开\x00信息33条。"), overview("公开信息33条。")},
	})
}

// TestWordDocuments: numbers, styles, notes and shapes of Word.
func TestWordDocuments(t *testing.T) {
	item := func(list, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>` + wr("", text) + `</w:p>`
	}
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wr("", text) + `</w:p>`
	}
	level := `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>`
	numbering := func(abstract, nums string) string {
		return `<w:numbering xmlns:w="x">` + abstract + nums + `</w:numbering>`
	}
	one := `<w:abstractNum w:abstractNumId="1">` + level + `</w:abstractNum>`
	num := func(id, abstract, inside string) string {
		return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + inside + `</w:num>`
	}
	restart := `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`
	twice := wp(ownTitle) + wp("一、总体情况") + item("1", "主动公开") + wp("公开33条。") + item("1", "依申请公开") + wp("没有申请。") +
		wp("五、存在的主要问题及改进情况") + item("2", "问题") + wp("人手不足。") + item("2", "改进") + wp("增加人手。")
	headings := outcome{prose: map[model.SectionID][]string{model.Overview: {"# 主动公开", "公开33条。", "# 依申请公开", "没有申请。"}, model.Problems: {"# 问题", "人手不足。", "# 改进", "增加人手。"}}}
	in := func(body string, parts ...string) string {
		all := map[string]string{}
		for i := 0; i+1 < len(parts); i += 2 {
			all[parts[i]] = parts[i+1]
		}
		return wordFile(body, all)
	}
	text := func(body string) string { return in(wp(ownTitle) + wp("六、其他需要报告的事项") + body) }
	box := func(before, after string) string {
		return text(`<w:p><w:r>` + before + `<w:txbxContent>` + wp("没有收费。") + `</w:txbxContent>` + after + `</w:r></w:p>`)
	}
	other := outcome{prose: map[model.SectionID][]string{model.Other: {"没有收费。"}}}
	overviews := func(styles string) string {
		return in(wp(ownTitle)+wp("一、总体情况")+styled("s", "主动公开")+wp("公开33条。")+styled("s", "依申请公开")+wp("没有申请。"),
			"word/styles.xml", `<w:styles xmlns:w="x">`+styles+`</w:styles>`, "word/numbering.xml", numbering(strings.Replace(one, "<w:start", `<w:pStyle w:val="b"/><w:start`, 1), num("1", "1", "")))
	}
	heads := outcome{prose: map[model.SectionID][]string{model.Overview: {"# 主动公开", "公开33条。", "# 依申请公开", "没有申请。"}}}
	note := func(name, kind string) string {
		return in(wp(ownTitle)+wp("一、总体情况")+wp("公开33条。"), "word/"+name+".xml",
			`<w:`+name+` xmlns:w="x"><w:`+kind+` w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:`+kind+`><w:`+kind+` w:id="2">`+wp("含村级11条。")+`</w:`+kind+`></w:`+name+`>`)
	}
	runReadings(t, []reading{
		{"a list that begins anew", "a.docx", in(twice, "word/numbering.xml", numbering(one, num("1", "1", "")+num("2", "1", restart))), headings},
		{"a list of its own kind", "a.docx", in(twice, "word/numbering.xml", numbering(one+strings.Replace(one, `Id="1"`, `Id="9"`, 1), num("1", "1", "")+num("2", "9", ""))), headings},
		{"a level written anew", "a.docx", in(twice, "word/numbering.xml", numbering(one, num("1", "1", "")+num("2", "1", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>`+level+`</w:lvlOverride>`))), headings},
		{"a kind that a style defines", "a.docx", in(twice, "word/styles.xml", `<w:styles xmlns:w="x"><w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`,
			"word/numbering.xml", numbering(one+`<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>`, num("1", "2", "")+num("2", "2", restart)+num("7", "1", ""))), headings},
		{"not: a list that goes on", "a.docx", in(twice, "word/numbering.xml", numbering(one, num("1", "1", "")+num("2", "1", ""))), outcome{prose: map[model.SectionID][]string{model.Problems: {"（三）问题", "人手不足。", "（四）改进", "增加人手。"}}}},
		{"style based on another", "a.docx", overviews(`<w:style w:styleId="b"><w:name w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="s"><w:name w:val="s"/><w:basedOn w:val="b"/></w:style>`), heads},
		{"style based on a heading", "a.docx", overviews(`<w:style w:styleId="b"><w:name w:val="heading 2"/></w:style><w:style w:styleId="m"><w:basedOn w:val="b"/></w:style><w:style w:styleId="s"><w:basedOn w:val="m"/></w:style>`), heads},
		{"style without a number", "a.docx", overviews(`<w:style w:styleId="b"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="s"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`), heads},
		{"styles in a circle", "a.docx", overviews(`<w:style w:styleId="b"><w:basedOn w:val="s"/></w:style><w:style w:styleId="s"><w:basedOn w:val="b"/></w:style>`), outcome{agency: ownUnit}},
		{"footnote", "a.docx", note("footnotes", "footnote"), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开33条。"}}, said: []string{"“含村级11条。”：是脚注"}}},
		{"endnote", "a.docx", note("endnotes", "endnote"), outcome{said: []string{"含村级11条。"}}},
		{"box in a group", "a.docx", box(`<w:drawing><a:graphic xmlns:a="a"><g:wgp xmlns:g="g"><g:grpSp><g:wsp><g:txbx>`, `</g:txbx></g:wsp></g:grpSp></g:wgp></a:graphic></w:drawing>`), other},
		{"box on a canvas", "a.docx", box(`<w:drawing><c:wpc xmlns:c="c"><c:wsp><c:txbx>`, `</c:txbx></c:wsp></c:wpc></w:drawing>`), other},
		{"box in old groups", "a.docx", box(`<w:pict><v:group xmlns:v="v"><v:group><v:roundrect><v:textbox>`, `</v:textbox></v:roundrect></v:group></v:group></w:pict>`), other},
		{"box in two versions", "a.docx", text(`<w:p><w:r><m:AlternateContent xmlns:m="m"><m:Choice><w:drawing><w:txbxContent>` + wp("没有收费。") + `</w:txbxContent></w:drawing></m:Choice><m:Fallback><w:pict><w:txbxContent>` + wp("没有收费。") + `</w:txbxContent></w:pict></m:Fallback></m:AlternateContent></w:r></w:p>`), other},
		{"box for older programs alone", "a.docx", text(`<w:p><w:r><m:AlternateContent xmlns:m="m"><m:Choice><w:drawing/></m:Choice><m:Fallback><w:pict><w:txbxContent>` + wp("没有收费。") + `</w:txbxContent></w:pict></m:Fallback></m:AlternateContent></w:r></w:p>`), other},
		{"end of a paragraph deleted", "a.docx", text(`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + wr("", "没有") + `</w:p>` + wp("收费。")), other},
		{"formula", "a.docx", text(`<w:p>` + wr("", "没有") + `<m:oMath xmlns:m="m"><m:r><m:t>收费。</m:t></m:r></m:oMath></w:p>`), other},
		{"main part of another name", "a.docx", string(handmade.Parcel(map[string]string{
			"_rels/.rels":               `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/main7.xml"/></Relationships>`,
			"word/main7.xml":            `<w:document xmlns:w="x"><w:body>` + wp(ownTitle) + wp("一、总体情况") + item("1", "主动公开") + wp("公开33条。") + `</w:body></w:document>`,
			"word/_rels/main7.xml.rels": `<Relationships><Relationship Type="x/numbering" Target="lists.xml"/></Relationships>`,
			"word/lists.xml":            numbering(one, num("1", "1", "")),
		})), outcome{prose: map[model.SectionID][]string{model.Overview: {"# 主动公开", "公开33条。"}}}},
	})
}

// TestPages: a page is one under any name, and in any wrapping.
func TestPages(t *testing.T) {
	want := outcome{agency: ownUnit, cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, whole: true}
	bare := underTable(decisions("6"))
	whole := page("", decisions("6"))
	var quoted bytes.Buffer
	w := quotedprintable.NewWriter(&quoted)
	_, err := w.Write([]byte(whole))
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	encoded := base64.StdEncoding.EncodeToString([]byte(whole))
	for i := 76; i < len(encoded); i += 78 {
		encoded = encoded[:i] + "\r\n" + encoded[i:]
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.Replace(whole, "utf-8", "gb2312", 1))
	if err != nil {
		t.Fatal(err)
	}
	mail := func(part ...string) string {
		return "From: <由 浏览器 保存>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_b\"\r\n\r\n\r\n----=_b\r\n" +
			strings.Join(part, "\r\n----=_b\r\n") + "\r\n----=_b--\r\n"
	}
	runReadings(t, []reading{
		{"begins with style", "a.xls", `<style>td{color:red}</style>` + bare, want},
		{"begins with a comment", "a.doc", `<!-- 由系统导出 -->` + "\n" + bare, want},
		{"begins with a heading", "a.wps", `<h3 align=center>年报</h3>` + bare, want},
		{"begins with a link", "a.doc", `<link rel="stylesheet" href="x.css">` + bare, want},
		{"begins with a name space", "a.xls", `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>` + bare, want},
		{"begins with a span, no ending", "a", `<span></span>` + bare, want},
		{"begins with a mark of order", "a.doc", "\ufeff<!DOCTYPE html>" + bare, want},
		{"quoted-printable", "a.mht", mail("Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted.String()), want},
		{"base64 behind a picture", "a.mhtml", mail("Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQ==", "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"+encoded), want},
		{"GBK as it is", "a.mht", mail("Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + gbk), want},
		{"of Word, under its name", "a.doc", mail("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded), want},
		{"frames of Excel", "a.xls", mail("Content-Type: text/html\r\n\r\n<html><frameset></frameset></html>", "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"+encoded), want},
		{"one part", "a.mht", "MIME-Version: 1.0\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded, want},
		{"text under the name of a document", "a.doc", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "六、其他需要报告的事项", "没有。"), want},
	})
}

// TestMarkedText: Markdown, and text with commas.
func TestMarkedText(t *testing.T) {
	want := outcome{
		agency: ownUnit, title: "standard", cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, whole: true,
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"# 主动公开", "公开信息33条。"}, model.Other: {"没有。"}},
	}
	md := func(title, head, sub, text string) string {
		return lines(title, "", ownStart, "", head, "", sub, "", text, "", "## 二、主动公开政府信息情况", "", "| 信息内容 | 本年处理决定数量 |", "| :--- | ---: |", "| 行政许可 | 6 |", "| 行政处罚 | 4 |", "", "## 六、其他需要报告的事项", "", "没有。")
	}
	csv := func(comma string) string {
		return strings.ReplaceAll(lines(ownTitle+";;", ownStart+";;", "一、总体情况;;", "（一）主动公开;;", "公开信息33条。;;", "二、主动公开政府信息情况;;", "信息内容;本年处理决定数量;", "行政许可;6;", "行政处罚;\"4\";", "六、其他需要报告的事项;;", "没有。;;"), ";", comma)
	}
	runReadings(t, []reading{
		{"headings", "a.md", md("# "+ownTitle, "## 一、总体情况", "### （一）主动公开", "公开信息33条。"), want},
		{"closed headings", "a.md", md("# "+ownTitle+" #", "## 一、总体情况 ##", "### （一）主动公开 ###", "公开信息33条。"), want},
		{"underlined headings", "a.md", md(ownTitle+"\n=====", "一、总体情况\n-----", "### （一）主动公开", "公开信息33条。"), want},
		{"strong words", "a.md", md("**"+ownTitle+"**", "**一、总体情况**", "__（一）主动公开__", "公开信息**33**条。"), want},
		{"quoted, listed, escaped", "a.md", md("# "+ownTitle, "## 一、总体情况", "- （一）主动公开", "> 公开信息33条。"), want},
		{"links and rules", "a.markdown", md("# ["+ownTitle+"](http://example.cn)\n\n---", "## 一、总体情况", "### （一）主动公开", "公开信息[33条](x)。"), want},
		{"tables of HTML", "a.md", strings.NewReplacer("| :--- | ---: |\n", "", "| 信息内容 | 本年处理决定数量 |", decisions("6"), "| 行政许可 | 6 |\n", "", "| 行政处罚 | 4 |\n", "").Replace(md("# "+ownTitle, "## 一、总体情况", "### （一）主动公开", "公开信息33条。")), want},
		{"not: marks in plain text", "a.txt", lines(ownTitle, "一、总体情况", "# 号井盖公开信息33条。"), outcome{prose: map[model.SectionID][]string{model.Overview: {"# 号井盖公开信息33条。"}}}},
		{"commas", "a.csv", csv(","), want},
		{"semicolons", "a.csv", csv(";"), want},
		{"tabs under the same name", "a.csv", csv("\t"), want},
		{"quoted cells", "a.csv", strings.Replace(csv(","), "公开信息33条。", `"公开信息33条。"`, 1), want},
		{"with a mark of order", "a.csv", "\ufeff" + csv(","), want},
	})
}

// TestTypedLines: where a page shows the line ends of its source, they are lines of text.
func TestTypedLines(t *testing.T) {
	text := lines(ownTitle, ownStart, "一、总体情况", "（一）主动公开", "公开信息33条。", "二、主动公开政府信息情况", "信息内容\t本年处理决定数量", "行政许可\t6", "行政处罚\t4", "六、其他需要报告的事项", "没有。")
	_, below, _ := strings.Cut(text, "\n")
	want := outcome{
		agency: ownUnit, title: "standard", cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, whole: true,
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"# 主动公开", "公开信息33条。"}, model.Other: {"没有。"}},
	}
	page := func(body string) string { return "<html><body>" + body + "</body></html>" }
	flowing := want
	flowing.cells = nil
	flowing.prose = map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"公开信息33条，公开栏2处。"}, model.Other: {"没有。"}}
	runReadings(t, []reading{
		{"pre", "a.html", page("<pre>" + text + "</pre>"), want},
		{"the title above it", "a.html", page("<h1>" + ownTitle + "</h1><pre>" + below + "</pre>"), want},
		{"in spans", "a.html", page("<pre><span>" + strings.ReplaceAll(text, "\n", "</span>\n<span>") + "</span></pre>"), want},
		{"the lines of Windows", "a.html", page("<pre>" + strings.ReplaceAll(text, "\n", "\r\n") + "</pre>"), want},
		{"by style", "a.html", page("<div style='white-space: pre-wrap'>" + text + "</div>"), want},
		{"by a style sheet", "a.html", page("<style>.text{white-space:pre-line}</style><div class='text'><span>" + text + "</span></div>"), want},
		{"the prose alone", "a.html", page("<h1>" + ownTitle + "</h1><pre>" + ownStart + "\n一、总体情况\n（一）主动公开\n公开信息33条。\n二、主动公开政府信息情况\n</pre>" + decisions("6") + "<pre>六、其他需要报告的事项\n没有。</pre>"), want},
		{"not: a page broken in its source", "a.html", page("<div><p>" + ownTitle + "</p><p>" + ownStart + "</p><p>一、总体情况</p><p>公开\n信息33条\n，公开\n栏2处\n。\n</p><p>六、其他需要报告的事项</p><p>没有。</p></div>"), flowing},
		{"not: taken back within", "a.html", page("<div style='white-space:pre'><p>" + ownTitle + "</p><p>" + ownStart + "</p><p>一、总体情况</p><p style='white-space:normal'>公开\n信息33条\n，公开\n栏2处\n。\n</p><p>六、其他需要报告的事项</p><p>没有。</p></div>"), flowing},
		{"not: a paragraph broken once", "a.html", page("<div style='white-space:pre-wrap'>\n<p>" + ownTitle + "</p>\n<p>" + ownStart + "</p>\n<p>一、总体情况</p>\n<p>公开信息33条，\n公开栏2处。</p>\n<p>六、其他需要报告的事项</p>\n<p>没有。</p>\n</div>"), flowing},
	})
}

// TestRefusals: what stays refused says what it is and what to do.
func TestRefusals(t *testing.T) {
	compound := func(stream string) []byte {
		data := append([]byte(oldOffice), make([]byte, 512)...)
		for _, u := range utf16.Encode([]rune(stream)) {
			data = append(data, byte(u), byte(u>>8))
		}
		return append(data, make([]byte, 512)...)
	}
	in := func(name string) []byte { return handmade.Parcel(map[string]string{name: "<x/>"}) }
	for _, c := range []struct {
		name string
		data []byte
		said string
	}{
		{"a.docx", compound("WordDocument"), "旧格式的 Word 文件"},
		{"a.docx", compound("EncryptedPackage"), "密码"},
		{"a.doc", compound("WordDocument"), "另存为 .docx"},
		{"a.wps", compound("WordDocument"), "WPS"},
		{"a.xls", compound("Workbook"), "电子表格"},
		{"a.odt", in("META-INF/manifest.xml"), "OpenDocument"},
		{"a.docx", in("META-INF/manifest.xml"), "OpenDocument"},
		{"a.ofd", in("OFD.xml"), "损坏"},
		{"a.xlsx", in("xl/workbook.xml"), "损坏"},
		{"a.zip", in("年报.txt"), "压缩包"},
		{"a.docx", in("word/other.xml"), "损坏"},
		{"a.rtf", []byte(`{\rtf1\ansi 年报}`), "RTF"},
		{"a.doc", []byte(`{\rtf1\ansi 年报}`), "RTF"},
		{"a.xml", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`), "XML"},
		{"a.jpg", []byte("\xff\xd8\xff\xe0 JFIF"), "图片"},
		{"a.rar", []byte("Rar!\x1a\x07"), "压缩包"},
		{"a.exe", []byte("MZ"), "不认识"},
		{"a.NIANBAO", []byte("{}"), "已经是报告文件"},
		{"a.pdf", bytes.Repeat([]byte("%PDF-1.7 "), 3<<20), "图片太大"},
		{"a.mht", []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--"), "没有文字"},
		{"a.mht", []byte("MIME-Version: 1.0\r\nContent-Type: video/mp4\r\n\r\nx"), "损坏"},
	} {
		var refusal *RefusalError
		if _, err := Read(c.name, c.data, Options{}); !errors.As(err, &refusal) || !strings.Contains(refusal.Message(), c.said) {
			t.Errorf("%s: %v, %v, want %q", c.name, err, refusal, c.said)
		}
	}
}
