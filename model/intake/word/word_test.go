package word

import (
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
)

// document are the parts of a document with this body.
func document(body string, parts ...string) map[string]string {
	all := map[string]string{"word/document.xml": `<w:document xmlns:w="x"><w:body>` + body + `</w:body></w:document>`}
	for i := 0; i+1 < len(parts); i += 2 {
		all[parts[i]] = parts[i+1]
	}
	return all
}

// p is a paragraph: its properties, and what it says in one run with those of its own.
func p(properties, face, text string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + r(face, text) + `</w:p>`
}

func r(face, text string) string {
	return `<w:r><w:rPr>` + face + `</w:rPr><w:t>` + text + `</w:t></w:r>`
}

func plainly(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		b.WriteString(p("", "", text))
	}
	return b.String()
}

// on is a property with a value.
func on(name, value string) string { return `<w:` + name + ` w:val="` + value + `"/>` }

func tr(properties string, cells ...string) string {
	return `<w:tr><w:trPr>` + properties + `</w:trPr>` + strings.Join(cells, "") + `</w:tr>`
}

func tc(properties, blocks string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + blocks + `</w:tc>`
}

func tbl(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }

// TestParagraphs: what a paragraph says, and what stands in it and does not count.
func TestParagraphs(t *testing.T) {
	sdt := func(properties, content string) string {
		return `<w:sdt><w:sdtPr>` + properties + `</w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
	}
	in := func(inner string) string { return `<w:p>` + inner + `</w:p>` }
	box := func(text string) string { return `<w:txbxContent>` + plainly(text) + `</w:txbxContent>` }
	for _, tt := range []struct{ name, body, want string }{
		{"two", plainly("甲", "乙"), "1 甲\n2 乙\n"},
		{"blank ones", plainly("甲", " ", "乙"), "1 甲\n2 乙\n"},
		{"runs", in(r("", "甲")+r("", "乙")) + plainly("丙"), "1 甲乙\n2 丙\n"},
		{"signs within", in(r("", "甲") + `<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:br w:type="page"/><w:t>戊</w:t><w:br w:type="textWrapping"/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>`), "1 甲 乙\n2 丙\n3 丁戊\n4 a-b c\n"},
		{"a sign of a font", in(`<w:r><w:sym w:char="F0D8"/><w:sym w:char="4E00"/><w:sym w:char="x"/></w:r>`), "1 一\n"},
		{"revisions", in(`<w:ins>`+r("", "添")+`</w:ins><w:del>`+r("", "删")+`</w:del><w:moveTo>`+r("", "来")+`</w:moveTo><w:moveFrom>`+r("", "去")+`</w:moveFrom>`) +
			`<w:ins>` + plainly("新") + `</w:ins><w:del>` + plainly("旧") + `</w:del>`, "1 添来\n3 新\n2(deleted) 删去\n4(deleted) 旧\n"},
		{"a deleted run with its own text", in(`<w:del><w:r><w:delText>旧</w:delText><w:tab/><w:drawing><a:blip/></w:drawing></w:r></w:del>` + r("", "新")), "1 新\n2(deleted) 旧\n"},
		{"a deleted box", in(`<w:del><w:r><w:pict>` + box("框") + `</w:pict></w:r></w:del>` + r("", "新")), "1 新\n2(deleted) 框\n"},
		{"a deleted heading", `<w:p><w:pPr>` + on("outlineLvl", "0") + `<w:rPr><w:del/></w:rPr></w:pPr><w:del>` + r("", "旧题") + `</w:del></w:p>` + plainly("新文"), "1 新文\n2(deleted) 旧题\n"},
		{"links and fields", in(`<w:hyperlink>` + r("", "链") + `</w:hyperlink><w:fldSimple>` + r("", "域") + `</w:fldSimple><w:smartTag>` + r("", "签") + `</w:smartTag>`), "1 链域签\n"},
		{"an end deleted", p(`<w:rPr><w:del/></w:rPr>`, "", "甲") + plainly("乙", "丙"), "1 甲乙\n2 丙\n"},
		{"two ends deleted", p(`<w:rPr><w:del/></w:rPr>`, "", "甲") + p(`<w:rPr><w:del/></w:rPr>`, "", "乙") + plainly("丙"), "1 甲乙丙\n"},
		{"an end kept", p(`<w:rPr><w:ins/></w:rPr>`, "", "甲") + plainly("乙"), "1 甲\n2 乙\n"},
		{"a table behind a deleted end", p(`<w:rPr><w:del/></w:rPr>`, "", "甲") + tbl(tr("", tc("", plainly("乙")), tc("", plainly("1")))), "1 甲\n2 乙|1\n"},
		{"controls", sdt("", plainly("块")) + in(sdt("", r("", "行"))), "1 块\n2 行\n"},
		{"a placeholder", in(r("", "甲") + sdt("<w:showingPlcHdr/>", r("", "单击此处")) + r("", "乙")), "1 甲乙\n2(prompt) 单击此处\n"},
		{"none any more", in(sdt(on("showingPlcHdr", "0"), r("", "写了"))), "1 写了\n"},
		{"a placeholder over blocks", sdt("<w:showingPlcHdr/>", plainly("单击")) + plainly("甲"), "2 甲\n1(prompt) 单击\n"},
		{"hidden, struck, raised", in(r("<w:vanish/>", "藏") + r("<w:strike/>", "删") + r("<w:dstrike/>", "删") + r(on("vertAlign", "superscript"), "上") + r(on("vertAlign", "subscript"), "下") + r(on("position", "6"), "高") + r(on("position", "-6"), "低")), "1 上下高低\n2(hidden) 藏\n3(struck) 删删\n"},
		{"not so", in(r(on("vanish", "0"), "甲") + r(on("strike", "false"), "乙") + r(on("vanish", "off"), "丙") + r(on("dstrike", "none"), "丁")), "1 甲乙丙丁\n"},
		{"two lines through, one of them off", in(r("<w:dstrike/>"+on("strike", "0"), "删") + r("", "甲")), "1 甲\n2(struck) 删\n"},
		{"boxes", in(r("", "甲")+`<w:r><w:drawing><a><b>`+box("框一")+`</b></a></w:drawing></w:r>`) + in(`<w:r><w:pict>`+box("框二")+`</w:pict><w:object>`+box("框三")+`</w:object></w:r>`), "1 甲\n2 框一\n3 框二\n4 框三\n"},
		{"a box in two versions", in(`<w:r><w:AlternateContent><w:Choice>` + box("新") + `</w:Choice><w:Fallback>` + box("旧") + `</w:Fallback></w:AlternateContent></w:r>` + r("", "甲")), "1 甲\n2 新\n"},
		{"a box for old programs", in(`<w:r><w:AlternateContent><w:Choice/><w:Fallback>` + box("旧") + `</w:Fallback></w:AlternateContent></w:r>` + r("", "甲")), "1 甲\n2 旧\n"},
		{"a box behind a deleted end", p(`<w:rPr><w:del/></w:rPr>`, "", "甲") + in(r("", "乙")+`<w:r><w:pict>`+box("框")+`</w:pict></w:r>`), "1 甲乙\n2 框\n"},
		{"a formula", in(`<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`), "1 12\n"},
		{"ruby", in(`<w:r><w:ruby><w:rt>` + r("", "gong") + `</w:rt><w:rubyBase>` + r("", "公") + `</w:rubyBase></w:ruby></w:r>`), "1 公\n"},
		{"levels", p(on("outlineLvl", "0"), "", "一") + p(on("outlineLvl", "7"), "", "八") + p(on("outlineLvl", "9"), "", "文"), "1#1 一\n2#8 八\n3 文\n"},
		{"beside the body", plainly("甲") + `</w:body><w:other>` + plainly("乙") + `</w:other><w:body>`, "1 甲\n"},
	} {
		d, err := Read(handmade.Parcel(document(tt.body)))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestStyles: headings, lists and looks by way of styles, and of those they are based on.
func TestStyles(t *testing.T) {
	style := func(id, base, inner string) string {
		return `<w:style w:styleId="` + id + `">` + on("basedOn", base) + inner + `</w:style>`
	}
	chain := func(n int) string {
		var b strings.Builder
		b.WriteString(style("a", "", on("name", "heading 1")))
		for i := 1; i <= n; i++ {
			b.WriteString(style(string(rune('a'+i)), string(rune('a'+i-1)), ""))
		}
		return b.String()
	}
	for _, tt := range []struct{ name, styles, body, want string }{
		{"a heading by its name", style("1", "", on("name", "Heading 2")), p(on("pStyle", "1"), "", "甲"), "1#2 甲\n"},
		{"by its level", style("a", "", `<w:pPr>`+on("outlineLvl", "2")+`</w:pPr>`), p(on("pStyle", "a"), "", "甲"), "1#3 甲\n"},
		{"no heading", style("a", "", on("name", "heading")), p(on("pStyle", "a"), "", "甲"), "1 甲\n"},
		{"the lower of two", style("a", "", on("name", "heading 1")), p(on("pStyle", "a")+on("outlineLvl", "2"), "", "甲"), "1#3 甲\n"},
		{"based on one", style("b", "a", "") + style("a", "", on("name", "heading 1")), p(on("pStyle", "b"), "", "甲"), "1#1 甲\n"},
		{"its own before its base's", style("b", "a", on("name", "heading 3")) + style("a", "", on("name", "heading 1")), p(on("pStyle", "b"), "", "甲"), "1#3 甲\n"},
		{"based on sixteen", chain(16), p(on("pStyle", "q"), "", "甲"), "1#1 甲\n"},
		{"based on seventeen", chain(17), p(on("pStyle", "r"), "", "甲"), "1 甲\n"},
		{"in a circle", style("a", "b", "") + style("b", "a", ""), p(on("pStyle", "a"), "", "甲"), "1 甲\n"},
		{"based on none", style("a", "x", on("name", "heading 1")), p(on("pStyle", "a"), "", "甲"), "1#1 甲\n"},
		{
			"hidden by a style", style("h", "", `<w:rPr><w:vanish/></w:rPr>`) + style("k", "h", "") + style("u", "h", `<w:rPr>`+on("vanish", "0")+`</w:rPr>`),
			p(on("pStyle", "h"), "", "藏") + p(on("pStyle", "k"), "", "也藏") + p(on("pStyle", "u"), "", "见") + p("", on("rStyle", "h"), "藏字") + p(on("pStyle", "h"), on("vanish", "0"), "现"), "3 见\n5 现\n1(hidden) 藏\n2(hidden) 也藏\n4(hidden) 藏字\n",
		},
		{
			"hidden by the first of two bases that says", style("a", "b", "") + style("b", "c", `<w:rPr><w:vanish/></w:rPr>`) + style("c", "", `<w:rPr>`+on("vanish", "0")+`</w:rPr>`),
			p(on("pStyle", "a"), "", "藏") + plainly("甲"), "2 甲\n1(hidden) 藏\n",
		},
		{
			"struck and raised by a style", style("s", "", `<w:rPr><w:strike/></w:rPr>`) + style("r", "", `<w:rPr>`+on("vertAlign", "superscript")+`</w:rPr>`),
			p("", on("rStyle", "s"), "删") + tbl(tr("", tc("", p("", "", "甲")), tc("", `<w:p>`+r("", "5")+r(on("rStyle", "r"), "①")+`</w:p>`))), "2 甲|5\n1(struck) 删\n3(mark) ①\n",
		},
	} {
		d, err := Read(handmade.Parcel(document(tt.body, "word/styles.xml", `<w:styles xmlns:w="x">`+tt.styles+`</w:styles>`)))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestNumbers: what Word prints before paragraphs by itself.
func TestNumbers(t *testing.T) {
	item := func(list, level, text string) string {
		return p(`<w:numPr>`+on("ilvl", level)+on("numId", list)+`</w:numPr>`, "", text)
	}
	lvl := func(at, inner string) string { return `<w:lvl w:ilvl="` + at + `">` + inner + `</w:lvl>` }
	abstract := func(id string, levels ...string) string {
		return `<w:abstractNum w:abstractNumId="` + id + `">` + strings.Join(levels, "") + `</w:abstractNum>`
	}
	num := func(id, of, inner string) string {
		return `<w:num w:numId="` + id + `">` + on("abstractNumId", of) + inner + `</w:num>`
	}
	override := func(at, inner string) string {
		return `<w:lvlOverride w:ilvl="` + at + `">` + inner + `</w:lvlOverride>`
	}
	chinese := lvl("0", on("start", "1")+on("numFmt", "chineseCounting")+on("lvlText", "%1、"))
	decimal := lvl("1", on("numFmt", "decimal")+on("lvlText", "%1.%2"))
	one := abstract("1", chinese, decimal) + num("1", "1", "")
	items := func(list string) string { return item(list, "0", "甲") + item(list, "0", "乙") }
	for _, tt := range []struct{ name, numbering, styles, body, want string }{
		{"one level", one, "", items("1"), "1 一、甲\n2 二、乙\n"},
		{"two levels", one, "", item("1", "0", "甲") + item("1", "1", "子") + item("1", "1", "丑") + item("1", "0", "乙") + item("1", "1", "寅"), "1 一、甲\n2 一.1子\n3 一.2丑\n4 二、乙\n5 二.1寅\n"},
		{"a level without its upper", one, "", item("1", "1", "子"), "1 一.1子\n"},
		{"blank ones count nothing", one, "", item("1", "0", "甲") + item("1", "0", " ") + item("1", "0", "乙"), "1 一、甲\n2 二、乙\n"},
		{"hidden ones count nothing", one, "", item("1", "0", "甲") + strings.Replace(item("1", "0", "藏"), "<w:rPr>", "<w:rPr><w:vanish/>", 1) + item("1", "0", "乙"), "1 一、甲\n3 二、乙\n2(hidden) 藏\n"},
		{"a list of the same kind goes on", one + num("2", "1", ""), "", items("1") + items("2"), "1 一、甲\n2 二、乙\n3 三、甲\n4 四、乙\n"},
		{"unless it says otherwise", one + num("2", "1", override("0", on("startOverride", "1"))), "", items("1") + items("2"), "1 一、甲\n2 二、乙\n3 一、甲\n4 二、乙\n"},
		{"and begins elsewhere", one + num("2", "1", override("0", on("startOverride", "5"))), "", items("1") + items("2"), "1 一、甲\n2 二、乙\n3 五、甲\n4 六、乙\n"},
		{"its own level", one + num("2", "1", override("0", lvl("0", on("numFmt", "decimal")+on("lvlText", "(%1)")))), "", items("1") + items("2"), "1 一、甲\n2 二、乙\n3 (3)甲\n4 (4)乙\n"},
		{"begins at three", abstract("1", lvl("0", on("start", "3")+on("numFmt", "decimal")+on("lvlText", "%1."))) + num("1", "1", ""), "", items("1"), "1 3.甲\n2 4.乙\n"},
		{"bullets and none", abstract("1", lvl("0", on("numFmt", "bullet")+on("lvlText", "•"))) + abstract("2", lvl("0", on("numFmt", "none")+on("lvlText", "x"))) + num("1", "1", "") + num("2", "2", ""), "", items("1") + items("2"), "1 甲\n2 乙\n3 甲\n4 乙\n"},
		{"no such list, no such level", one, "", item("9", "0", "甲") + item("1", "5", "乙"), "1 甲\n2 乙\n"},
		{
			"other Chinese formats", abstract("1", lvl("0", on("numFmt", "japaneseCounting")+on("lvlText", "%1"))) + abstract("2", lvl("0", on("numFmt", "ideographDigital")+on("lvlText", "%1"))) + abstract("3", lvl("0", on("numFmt", "taiwaneseCounting")+on("lvlText", "%1"))) + num("1", "1", "") + num("2", "2", "") + num("3", "3", ""), "",
			items("1") + items("2") + items("3"), "1 一甲\n2 二乙\n3 一甲\n4 二乙\n5 一甲\n6 二乙\n",
		},
		{
			"signs", abstract("1", lvl("0", on("numFmt", "decimalEnclosedCircle")+on("lvlText", "%1"))) + abstract("2", lvl("0", on("start", "21")+on("numFmt", "decimalEnclosedParen")+on("lvlText", "%1"))) +
				abstract("3", lvl("0", on("numFmt", "upperRoman")+on("lvlText", "%1、"))) + num("1", "1", "") + num("2", "2", "") + num("3", "3", ""), "",
			items("1") + items("2") + items("3"), "1 ①甲\n2 ②乙\n3 21甲\n4 22乙\n5 Ⅰ、甲\n6 Ⅱ、乙\n",
		},
		{"before figures", abstract("1", lvl("0", on("numFmt", "decimal")+on("lvlText", "%1.")), decimal) + num("1", "1", ""), "", item("1", "0", "20条") + item("1", "1", "３条") + item("1", "1", "条"), "1 1. 20条\n2 1.1 ３条\n3 1.2条\n"},
		{"by a style", one, `<w:style w:styleId="s"><w:pPr><w:numPr>` + on("numId", "1") + on("ilvl", "1") + `</w:numPr></w:pPr></w:style>`, p(on("pStyle", "s"), "", "甲"), "1 一.1甲\n"},
		{"by a style it is based on", one, `<w:style w:styleId="s">` + on("basedOn", "b") + `</w:style><w:style w:styleId="b"><w:pPr><w:numPr>` + on("numId", "1") + on("ilvl", "1") + `</w:numPr></w:pPr></w:style>`, p(on("pStyle", "s"), "", "甲"), "1 一.1甲\n"},
		{"at the level for a style", abstract("1", chinese, lvl("1", on("pStyle", "s")+on("numFmt", "decimal")+on("lvlText", "%2)"))) + num("1", "1", ""), `<w:style w:styleId="s"><w:pPr><w:numPr>` + on("numId", "1") + `</w:numPr></w:pPr></w:style>`, p(on("pStyle", "s"), "", "甲"), "1 1)甲\n"},
		{"a kind that a style defines", one + abstract("2", on("numStyleLink", "L")) + num("2", "2", ""), `<w:style w:styleId="L"><w:pPr><w:numPr>` + on("numId", "1") + `</w:numPr></w:pPr></w:style>`, items("2"), "1 一、甲\n2 二、乙\n"},
	} {
		d, err := Read(handmade.Parcel(document(tt.body, "word/numbering.xml", `<w:numbering xmlns:w="x">`+tt.numbering+`</w:numbering>`, "word/styles.xml", `<w:styles xmlns:w="x">`+tt.styles+`</w:styles>`)))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestTables: cells with spans and merges, rows that are gone or hidden, and tables
// that only place things.
func TestTables(t *testing.T) {
	c := func(text string) string { return tc("", plainly(text)) }
	nested := func(depth int) string {
		inner := plainly("甲")
		for range depth {
			inner = tbl(tr("", tc("", inner)))
		}
		return inner
	}
	for _, tt := range []struct{ name, body, want string }{
		{"cells", tbl(tr("", c("甲"), c("1")), tr("", c("乙"), c("2"))), "1 甲|1\n2 乙|2\n"},
		{"spans", tbl(tr("", tc(on("gridSpan", "2"), plainly("甲")), c("1")), tr("", tc(on("gridSpan", "0"), plainly("乙")), c("2"))), "1 甲+2|1@2+1\n2 乙|2\n"},
		{"a span of more than there is", tbl(tr("", tc(on("gridSpan", "9999"), plainly("甲")), c("1"))), "1 甲+64|1@64+1\n"},
		{"columns left out before", tbl(tr(on("gridBefore", "2"), c("甲"), c("1"))), "1 甲@2+1|1@3+1\n"},
		{"merged downwards", tbl(tr("", tc(on("vMerge", "restart"), plainly("组")), c("1")), tr("", tc("<w:vMerge/>", plainly(" ")), c("2"))), "1 组|1\n2 2@1+1\n"},
		{"merged with text beneath", tbl(tr("", tc(on("vMerge", "restart"), plainly("组")), c("1")), tr("", tc("<w:vMerge/>", plainly("下")), c("2"))), "1 组|1\n2 下|2\n"},
		{"merged sideways", tbl(tr("", tc(on("hMerge", "restart"), plainly("组")), tc(on("hMerge", "continue"), plainly("")), c("1"))), "1 组|1@2+1\n"},
		{"paragraphs of a cell", tbl(tr("", tc("", plainly("行政", "许可")), tc("", plainly("1", "2")))), "1 行政 许可|1/2\n"},
		{"a deleted row", tbl(tr("<w:del/>", c("删"), c("9")), tr("", c("甲"), c("1"))), "2 甲|1\n1(deleted) 删 9\n"},
		{"a deleted row of a table that places", tbl(tr("<w:del/>", c("删"), c("9")), tr("", c("甲"))), "2 甲\n1(deleted) 删 9\n"},
		{"a deleted cell", tbl(tr("", c("甲"), tc("<w:cellDel/>", plainly("9")), c("1"))), "1 甲||1\n2(deleted) 9\n"},
		{"a hidden row", tbl(tr("<w:hidden/>", c("藏"), c("9")), tr(on("hidden", "0"), c("甲"), c("1"))), "2 甲|1\n1(hidden) 藏9\n"},
		{"rows and cells in controls", tbl(`<w:sdt><w:sdtContent>` + tr("", `<w:sdt><w:sdtContent>`+c("甲")+`</w:sdtContent></w:sdt>`, `<w:tc><w:sdt><w:sdtContent>`+plainly("1")+`</w:sdtContent></w:sdt></w:tc>`) + `</w:sdtContent></w:sdt>`), "1 甲|1\n"},
		{"one column places things", tbl(tr("", c("甲")), tr("", c("乙"))), "1 甲\n2 乙\n"},
		{"a long text too", tbl(tr("", c(strings.Repeat("字", 201)), c("1"))), "1 " + strings.Repeat("字", 201) + "\n2 1\n"},
		{"the longest cell", tbl(tr("", c(strings.Repeat("字", 200)), c("1"))), "1 " + strings.Repeat("字", 200) + "|1\n"},
		{"one of two versions in a cell", tbl(tr("", c("甲"), tc("", `<w:AlternateContent><w:Choice>`+plainly("1")+`</w:Choice><w:Fallback>`+plainly("1")+`</w:Fallback></w:AlternateContent>`))), "1 甲|1\n"},
		{"a table in a table", tbl(tr("", tc("", plainly("题")+tbl(tr("", c("甲"), c("1")))), c("旁"))), "1 题\n2 甲|1\n3 旁\n"},
		{"as deep as may be", nested(30), "1 甲\n"},
	} {
		d, err := Read(handmade.Parcel(document(tt.body)))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
	d, err := Read(handmade.Parcel(document(tbl(tr("", c("甲"), c("1"))) + tbl(tr("", c("乙"), c("2"))))))
	if err != nil || d.Lines[0].Table != 1 || d.Lines[1].Table != 2 || !d.Certain || d.Loose {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestComments: what reviewers wrote at the margin is told beside the text.
func TestComments(t *testing.T) {
	comments := `<w:comments xmlns:w="x"><w:comment w:id="0" w:author="甲">` + plainly("数待核", " ") + `</w:comment><w:comment w:id="1">` + plainly("补一句", "再看") + `</w:comment></w:comments>`
	d, err := Read(handmade.Parcel(document(`<w:p><w:commentRangeStart w:id="0"/>`+r("", "甲")+`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "word/comments.xml", comments)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := handmade.Told(d), "1 甲\n2(comment) 数待核\n3(comment) 补一句\n4(comment) 再看\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

// TestEdges: heads and feet of pages are told beside the text, each once, their numbers not.
func TestEdges(t *testing.T) {
	edge := func(name, body string) string { return `<w:` + name + ` xmlns:w="x">` + body + `</w:` + name + `>` }
	relation := func(kind, target string) string {
		return `<Relationship Id="` + target + `" Type="http://x/` + kind + `" Target="` + target + `"/>`
	}
	d, err := Read(handmade.Parcel(document(plainly("甲"),
		"word/_rels/document.xml.rels", `<Relationships>`+relation("header", "header1.xml")+relation("header", "header2.xml")+relation("footer", "footer1.xml")+relation("footer", "footer2.xml")+`</Relationships>`,
		"word/header1.xml", edge("hdr", plainly("年报")+tbl(tr("", tc("", plainly("左")), tc("", plainly("右"))))+`<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`),
		"word/header2.xml", edge("hdr", plainly("年报")),
		"word/footer1.xml", edge("ftr", plainly("— 1 —", "第 2 页 共 4 页")),
		"word/footer2.xml", edge("ftr", plainly("党政办印")))))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := handmade.Told(d), "1 甲\n2(edge) 年报\n3(edge) 左 右\n4(edge) 党政办印\n"; got != want || d.Images > 0 {
		t.Errorf("%swant\n%s%d pictures", got, want, d.Images)
	}
}

// TestNotes: notes are told beside the text, the lines above them are none.
func TestNotes(t *testing.T) {
	notes := func(kind string) string {
		return `<w:` + kind + `s xmlns:w="x"><w:` + kind + ` w:type="separator">` + plainly("——") + `</w:` + kind + `><w:` + kind + `>` + plainly("含村级。", " ") + `<w:p><w:del>` + r("", "旧注") + `</w:del></w:p></w:` + kind + `></w:` + kind + `s>`
	}
	d, err := Read(handmade.Parcel(document(plainly("甲"), "word/footnotes.xml", notes("footnote"), "word/endnotes.xml", notes("endnote"))))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := handmade.Told(d), "1 甲\n2(footnote) 含村级。\n3(deleted) 旧注\n4(footnote) 含村级。\n5(deleted) 旧注\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

// TestParts: the main part and its parts under any names; those outside of the file
// are left alone.
func TestParts(t *testing.T) {
	relations := func(all ...string) string { return `<Relationships>` + strings.Join(all, "") + `</Relationships>` }
	related := func(kind, target, more string) string {
		return `<Relationship Type="http://x/` + kind + `" Target="` + target + `" ` + more + `/>`
	}
	styles := `<w:styles xmlns:w="x"><w:style w:styleId="1">` + on("name", "heading 1") + `</w:style></w:styles>`
	body := p(on("pStyle", "1"), "", "甲")
	for _, tt := range []struct {
		name  string
		parts map[string]string
		want  string
	}{
		{"as always", document(body, "word/styles.xml", styles), "1#1 甲\n"},
		{"another main part", map[string]string{
			"_rels/.rels": relations(related("officeDocument", "/text/main.xml", "")), "text/main.xml": document(body)["word/document.xml"], "text/styles.xml": styles,
		}, "1#1 甲\n"},
		{"a main part that is not there", document(body, "_rels/.rels", relations(related("officeDocument", "none.xml", "")), "word/styles.xml", styles), "1#1 甲\n"},
		{"another part of styles", document(body, "word/_rels/document.xml.rels", relations(related("styles", "look.xml", "")), "word/look.xml", styles), "1#1 甲\n"},
		{"one from the root", document(body, "word/_rels/document.xml.rels", relations(related("styles", "/look.xml", "")), "look.xml", styles), "1#1 甲\n"},
		{"the first of two", document(body, "word/_rels/document.xml.rels", relations(related("styles", "look.xml", ""), related("styles", "none.xml", "")), "word/look.xml", styles), "1#1 甲\n"},
		{"one outside", document(body, "word/_rels/document.xml.rels", relations(related("styles", "look.xml", `TargetMode="External"`)), "word/look.xml", styles), "1 甲\n"},
		{"damaged relations", document(body, "word/_rels/document.xml.rels", relations(related("styles", "look.xml", ""))[:40], "word/styles.xml", styles), "1#1 甲\n"},
		{"no styles", document(body), "1 甲\n"},
	} {
		d, err := Read(handmade.Parcel(tt.parts))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}
