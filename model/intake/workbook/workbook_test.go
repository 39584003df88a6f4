package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

const (
	relations = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
		`<Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="x/styles" Target="styles.xml"/></Relationships>`
	shared = `<sst><si><t>行政许可</t></si><si><r><t>行政</t></r><r><rPr/><t xml:space="preserve">处罚 </t></r><rPh><t>chufa</t></rPh></si></sst>`
	styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d;@"/><numFmt numFmtId="171" formatCode="0&quot;日&quot;"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/><xf/><xf/></cellStyleXfs>` +
		`<cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="170" xfId="0"/><xf numFmtId="171" xfId="0"/><xf xfId="1"/><xf xfId="2"/></cellXfs>` +
		`<cellStyles><cellStyle name="标题 1" xfId="1" builtinId="16"/><cellStyle name="标题 2" xfId="2" builtinId="17"/></cellStyles></styleSheet>`
)

// workbook are the parts of a workbook with two sheets.
func workbook(first, second string) map[string]string {
	return map[string]string{
		"xl/workbook.xml": `<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="一" sheetId="1" r:id="r1"/>` +
			`<x:sheet name="二" sheetId="2" state="hidden" r:id="r2"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": shared, "xl/styles.xml": styles,
		"xl/worksheets/sheet1.xml": `<worksheet>` + first + `</worksheet>`,
		"xl/worksheets/sheet2.xml": `<worksheet>` + second + `</worksheet>`,
	}
}

func data(rows string) string { return `<sheetData>` + rows + `</sheetData>` }

// TestCells: cells say what they show, however it is written down.
func TestCells(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{`<c r="B1" t="s"><v>0</v></c>`, "行政许可"},
		{`<c r="B1" t="s"><v>1</v></c>`, "行政处罚"}, // runs, without the pronunciation
		{`<c r="B1" t="s"><v>2</v></c>`, ""},     // one more than there are
		{`<c r="B1" t="s"><v>-1</v></c>`, ""},
		{`<c r="B1" t="s"><v/></c>`, ""},
		{`<c r="B1"><v>12</v>9</c>`, "12"},
		{`<c r="B1" t="inlineStr"><is><r><t>四十</t></r><r><t>件</t></r></is></c>`, "四十件"},
		{`<c r="B1" t="str"><f>A1&amp;"x"</f><v>和</v></c>`, "和"},
		{`<c r="B1"><f>SUM(A1)</f><v>12</v></c>`, "12"},
		{`<c r="B1"><v>12.0</v></c>`, "12"},
		{`<c r="B1"><v>0.30000000000000004</v></c>`, "0.3"},
		{`<c r="B1"><v>190.45737900000001</v></c>`, "190.457379"},
		{`<c r="B1"><v>1E3</v></c>`, "1000"},
		{`<c r="B1"><v>1.2345678E7</v></c>`, "12345678"},
		{`<c r="B1"><v>-3</v></c>`, "-3"},
		{`<c r="B1" s="1"><v>44928</v></c>`, "2023年1月2日"}, // 1-2, which Excel took for a date
		{`<c r="B1" s="2"><v>44928.5</v></c>`, "2023年1月2日"},
		{`<c r="B1" s="3"><v>2</v></c>`, "2"},
		{`<c r="B1" s="99"><v>2</v></c>`, "2"},
		{`<c r="B1" t="b"><v>1</v></c>`, "TRUE"},
		{`<c r="B1" t="e"><v>#REF!</v></c>`, "#REF!"},
		{`<c r="B1" t="d"><v>2023-01-02</v></c>`, "2023-01-02"},
		{`<c r="B1"/>`, ""},
		{`<c r="B1"><v/></c>`, ""},
		{`<c r="B1" t="inlineStr"><is><t>上</t></is></c>`, "上"},
	} {
		doc, err := Read(handmade.Parcel(workbook(data(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>`+tt.cell+`<c r="C1"><v>1</v></c></row>`), "")))
		if err != nil {
			t.Fatalf("%s: %v", tt.cell, err)
		}
		if got := doc.Lines[0].Cells[1]; got.Text != tt.want || got.Column != 1 {
			t.Errorf("%s says %q in column %d, want %q", tt.cell, got.Text, got.Column, tt.want)
		}
	}
}

// TestLooks: what is struck out is not read, nor the raised mark of a note, by the font
// of the cell or of a piece of its text.
func TestLooks(t *testing.T) {
	rich := func(runs string) string { return `<c r="B1" s="1" t="inlineStr"><is>` + runs + `</is></c>` }
	for _, tt := range []struct{ cell, want string }{
		{`<c r="B1" s="1"><v>8</v></c>`, "1 甲||1\n2(struck) 8\n"},
		{`<c r="B1" s="2"><v>8</v></c>`, "1 甲|8|1\n"},
		{`<c r="B1" s="3"><v>8</v></c>`, "1 甲|8|1\n"},
		{`<c r="B1" s="1" t="s"><v>0</v></c>`, "1 甲||1\n2(struck) 办结\n"},
		{rich(`<r><t>30</t></r><r><rPr><b/></rPr><t>12</t></r>`), "1 甲|12|1\n2(struck) 30\n"},
		{rich(`<r><rPr><strike/></rPr><t>30</t></r><r><rPr><strike val="0"/></rPr><t>12</t></r>`), "1 甲|12|1\n2(struck) 30\n"},
		{rich(`<r><rPr/><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r>`), "1 甲|12|1\n2(mark) 3\n"},
		{rich(`<r><rPr/><t>12m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>`), "1 甲|12m2|1\n"},
	} {
		parts := workbook(data(`<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>`+tt.cell+`<c r="C1"><v>1</v></c></row>`), "")
		parts["xl/sharedStrings.xml"] = `<sst><si><t>办结</t></si></sst>`
		parts["xl/styles.xml"] = `<styleSheet><fonts><font/><font><strike/></font><font><vertAlign val="superscript"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="9"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`
		doc, err := Read(handmade.Parcel(parts))
		if err != nil {
			t.Errorf("%s: %v", tt.cell, err)
			continue
		}
		if got := handmade.Told(doc); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.cell, got, tt.want)
		}
	}
}

// TestSheets: rows become lines, in the order of the sheets; merged cells are one; what
// is hidden is not read.
func TestSheets(t *testing.T) {
	text := func(at, said string) string {
		return `<c r="` + at + `" t="inlineStr"><is><t>` + said + `</t></is></c>`
	}
	for _, tt := range []struct {
		name, first, second string
		want                []string
	}{
		{"prose", data(`<row r="1">` + text("A1", "甲") + `</row><row r="5">` + text("A5", "乙&#10;丙") + `</row>`), "", []string{"甲", "乙", "丙"}},
		{"a table", data(`<row r="2">` + text("B2", "甲") + `<c r="C2"><v>1</v></c></row><row r="3">` + text("B3", "乙") + `<c r="C3"/></row>`), "", []string{
			"甲@0+1x1|1@1+1x1", "乙@0+1x1|@1+1x1",
		}},
		{"merged", data(`<row r="1">`+text("A1", "题")+`<c r="B1"/></row><row r="2">`+text("A2", "组")+`<c r="B2"><v>1</v></c></row><row r="3"><c r="A3"/><c r="B3"><v>2</v></c></row>`) +
			`<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>`, "", []string{"题@0+2x1", "组@0+1x2|1@1+1x1", "2@1+1x1"}},
		{"without references", data(`<row>` + strings.ReplaceAll(text("", "甲"), ` r=""`, "") + `<c><v>1</v></c></row><row><c><v>2</v></c></row>`), "", []string{"甲@0+1x1|1@1+1x1", "2@0+1x1"}},
		{"merged without references", data(`<row>`+strings.ReplaceAll(text("", "组"), ` r=""`, "")+`<c><v>1</v></c></row><row><c/><c><v>2</v></c></row>`) +
			`<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`, "", []string{"组@0+1x2|1@1+1x1", "2@1+1x1"}},
		{"a hidden row, column, sheet", `<cols><col min="3" max="3" hidden="1"/></cols>` + data(`<row r="1">`+text("A1", "甲")+`<c r="B1"><v>1</v></c><c r="C1"><v>9</v></c></row>`+
			`<row r="2" hidden="true">`+text("A2", "藏")+`<c r="B2"><v>8</v></c></row>`), data(`<row r="1">` + text("A1", "藏") + `</row>`), []string{"甲@0+1x1|1@1+1x1|@2+1x1"}},
		{"a hidden first column", `<cols><col min="1" max="1" hidden="1"/></cols>` + data(`<row r="1">`+text("A1", "藏")+text("B1", "甲")+text("C1", "乙")+`</row>`), "", []string{"@0+1x1|甲@1+1x1|乙@2+1x1"}},
		{"headings", data(`<row r="1">` + strings.Replace(text("A1", "一、总体情况"), "<c ", `<c s="4" `, 1) + `</row><row r="2">` +
			strings.Replace(text("A2", "（一）"), "<c ", `<c s="5" `, 1) + `</row>`), "", []string{"一、总体情况#1", "（一）#2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Read(handmade.Parcel(workbook(tt.first, tt.second)))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range doc.Lines {
				var cells []string
				for _, c := range l.Cells {
					cells = append(cells, fmt.Sprintf("%s@%d+%dx%d", c.Text, c.Column, c.Span, c.Rows))
				}
				switch said := strings.Join(cells, "|"); {
				case said != "":
					got = append(got, said)
				case l.Heading > 0:
					got = append(got, fmt.Sprintf("%s#%d", l.Text, l.Heading))
				default:
					got = append(got, l.Text)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestColumnOf: columns count in letters, to the last that there is.
func TestColumnOf(t *testing.T) {
	for reference, want := range map[string]int{
		"A1": 0, "Z9": 25, "AA1": 26, "AZ1": 51, "BA10": 52, "ZZ1": 701, "AAA1": 702, "$C$5": 2, "XFD1": maxColumn, "XFE1": -1, "1": -1, "": -1,
	} {
		if got, ok := columnOf(reference); ok != (want >= 0) || ok && got != want {
			t.Errorf("%s: %d, %v; want %d", reference, got, ok, want)
		}
	}
}

// TestBehindBlanks: what stands behind more blank cells than are kept is read.
func TestBehindBlanks(t *testing.T) {
	doc, err := Read(handmade.Parcel(workbook(data(`<row>`+strings.Repeat(`<c/>`, maxBlank+1)+`<c><v>7</v></c></row>`), "")))
	if err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != "7" {
		t.Errorf("%+v, %v", doc, err)
	}
}

// TestTables: the rows of a sheet are a table of their own.
func TestTables(t *testing.T) {
	rows := data(`<row><c><v>1</v></c><c><v>2</v></c></row>`)
	parts := workbook(rows, rows)
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], ` state="hidden"`, "", 1)
	doc, err := Read(handmade.Parcel(parts))
	if err != nil {
		t.Fatal(err)
	}
	if !doc.Certain || len(doc.Lines) != 2 || doc.Lines[0].Table != 1 || doc.Lines[1].Table != 2 {
		t.Errorf("%+v", doc.Lines)
	}
}

// TestDates counts from 1904 where the workbook says so.
func TestDates(t *testing.T) {
	parts := workbook(data(`<row r="1"><c r="A1" s="1"><v>1</v></c></row>`), "")
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<x:sheets>", `<x:workbookPr date1904="1"/><x:sheets>`, 1)
	doc, err := Read(handmade.Parcel(parts))
	if err != nil || doc.Lines[0].Text != "1904年1月2日" {
		t.Errorf("%v, %v", doc, err)
	}
	for code, want := range map[string]bool{
		"yyyy/m/d": true, `yyyy"年"m"月"`: true, "[$-804]上午/下午h": true, "0.00": false, `0"天"`: false, "General": false, `#,##0\d`: false, "[Red]0": false, "@": false,
	} {
		if got := isDateFormat(code); got != want {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
	for _, dates := range [][2]int{{14, 22}, {27, 36}, {45, 47}, {50, 58}} {
		if isBuiltInDate(dates[0]-1) || !isBuiltInDate(dates[0]) || !isBuiltInDate(dates[1]) || isBuiltInDate(dates[1]+1) {
			t.Errorf("formats %d to %d are not told from those around", dates[0], dates[1])
		}
	}
}

// TestRefused: what costs more than it is worth, or is not whole, is refused.
func TestRefused(t *testing.T) {
	with := func(name, part string) []byte {
		parts := workbook(data(`<row r="1"><c r="A1"><v>1</v></c></row>`), "")
		if parts[name] = part; part == "" {
			delete(parts, name)
		}
		return handmade.Parcel(parts)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	wide := func(n int) string {
		return `<worksheet>` + data(`<row>`+strings.Repeat(`<c><v>1</v></c>`, n)+`</row>`) + `</worksheet>`
	}
	sheets := func(n int) []byte {
		return with("xl/workbook.xml", `<workbook><sheets>`+strings.Repeat(`<sheet id="r1"/>`, n)+`</sheets></workbook>`)
	}
	if !Is(sheets(1)) || Is(with("xl/workbook.xml", "")) || Is([]byte("PK\x03\x04")) {
		t.Error("a workbook is not told from others")
	}
	for _, tt := range []struct {
		name string
		data []byte
		want source.Reason
	}{
		{"no archive", []byte("PK\x03\x04"), source.Damaged},
		{"no workbook", with("xl/workbook.xml", ""), source.Damaged},
		{"no sheets", with("xl/workbook.xml", "<workbook/>"), source.Damaged},
		{"no sheet", with(sheet, ""), source.Damaged},
		{"cut off", with(sheet, `<worksheet><sheetData><row><c><v>1`), source.Damaged},
		{"cut off in a text", with("xl/sharedStrings.xml", `<sst><si><t>1`), source.Damaged},
		{"a cell outside of rows", with(sheet, `<worksheet><c><v>1</v></c></worksheet>`), source.Damaged},
		{"a document type", with(sheet, `<!DOCTYPE a [<!ENTITY b "甲">]><worksheet/>`), source.Damaged},
		{"unpacks to more", with(sheet, `<worksheet/>`+strings.Repeat(" ", 24<<20)), source.Bomb},
		{"as deep", with(sheet, `<worksheet>`+strings.Repeat("<a>", source.MaxDepth-1)+strings.Repeat("</a>", source.MaxDepth-1)+data(`<row><c><v>1</v></c></row>`)+`</worksheet>`), handmade.Accepted},
		{"as many cells of a row", with(sheet, wide(source.MaxCells)), handmade.Accepted},
		{"as many sheets", sheets(maxSheets), handmade.Accepted},
		{"sheets", sheets(maxSheets + 1), source.TooLong},
		{"nested", with(sheet, strings.Repeat("<a>", source.MaxDepth+1)), source.TooDeep},
		{"elements", with(sheet, `<worksheet>`+strings.Repeat("<a/>", maxTokens/2)+`</worksheet>`), source.TooLong},
		{"cells of a row", with(sheet, wide(source.MaxCells+1)), source.TooLong},
		{"rows", with(sheet, `<worksheet>`+data(strings.Repeat(`<row><c><v>1</v></c></row>`, source.MaxLines+1))+`</worksheet>`), source.TooLong},
		{"nothing", with(sheet, `<worksheet/>`), source.Empty},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.data)
			if got := handmade.Reason(err); got != tt.want {
				t.Errorf("%d (%v), want %d", got, err, tt.want)
			}
		})
	}
	// A million merged places, and a cell in the last column of all.
	parts := workbook(data(`<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="ZZZZZZZ9"><v>2</v></c></row>`)+
		`<mergeCells>`+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 1000)+`</mergeCells>`, "")
	if doc, err := Read(handmade.Parcel(parts)); err != nil || len(doc.Lines) == 0 {
		t.Errorf("%v, %v", doc, err)
	}
}

// FuzzRead spoils the parts before they are packed.
func FuzzRead(f *testing.F) {
	parts := workbook(data(`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>`)+`<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, "")
	f.Add(parts["xl/workbook.xml"], parts["xl/worksheets/sheet1.xml"], shared, styles)
	f.Fuzz(func(t *testing.T, book, sheet, shared, styles string) {
		parts := workbook("", "")
		parts["xl/workbook.xml"], parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"], parts["xl/styles.xml"] = book, sheet, shared, styles
		doc, err := Read(handmade.Parcel(parts))
		if handmade.Reason(err) == handmade.NoRefusal || err == nil && len(doc.Lines) == 0 {
			t.Errorf("%v", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := handmade.Parcel(workbook(data(strings.Repeat(`<row><c t="s"><v>0</v></c>`+strings.Repeat(`<c><v>12</v></c>`, 7)+`</row>`, 30)), ""))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHeadingLevel: Excel numbers its styles whatever their name; LibreOffice leaves the
// English name, without the number.
func TestHeadingLevel(t *testing.T) {
	for _, tt := range []struct {
		builtIn, name string
		want          int
	}{
		{"16", "标题 1", 1},
		{"19", "Heading 4", 4},
		{"20", "Input", 0},
		{"15", "Title", 0},
		{"", "Excel Built-in Heading 1", 1},
		{"", "Excel Built-in Heading 2", 2},
		{"", "Excel Built-in Heading 5", 0},
		{"", "Excel Built-in Heading", 0},
		{"", "Excel Built-in Normal", 0},
		{"0", "Excel Built-in Heading 1", 0},
		{"", "", 0},
	} {
		if got := headingLevel(tt.builtIn, tt.name); got != tt.want {
			t.Errorf("%q %q: level %d, want %d", tt.builtIn, tt.name, got, tt.want)
		}
	}
}

// TestComments: what somebody noted at a cell is told beside the text.
func TestComments(t *testing.T) {
	parts := workbook(data(`<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>`), "")
	parts["xl/worksheets/_rels/sheet1.xml.rels"] = `<R><Relationship Id="r" Type="x/comments" Target="../comments1.xml"/></R>`
	parts["xl/comments1.xml"] = `<comments xmlns="x"><authors><author>某某</author></authors><commentList><comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>某某:</t></r><r><t>待核</t></r></text></comment>` +
		`<comment ref="A2"><text><t>再看</t></text></comment></commentList></comments>`
	doc, err := Read(handmade.Parcel(parts))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := handmade.Told(doc), "1 甲|1\n2(comment) 某某:待核\n3(comment) 再看\n"; got != want {
		t.Errorf("%swant\n%s", got, want)
	}
}

// TestDrawings: text in shapes stands where they begin; pictures are counted.
func TestDrawings(t *testing.T) {
	shape := func(row, properties, text string) string {
		return `<a:anchor><a:from><a:col>0</a:col><a:row>` + row + `</a:row></a:from><a:to><a:row>9</a:row></a:to><a:sp><a:cNvPr ` + properties + `/>` + text + `</a:sp></a:anchor>`
	}
	said := func(text string) string { return `<a:txBody><a:p><a:r><a:t>` + text + `</a:t></a:r></a:p></a:txBody>` }
	parts := workbook(data(`<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>1</v></c></row>`), "")
	parts["xl/worksheets/_rels/sheet1.xml.rels"] = `<R><Relationship Id="r" Type="x/drawing" Target="../drawings/d.xml"/></R>`
	parts["xl/drawings/d.xml"] = `<a:wsDr xmlns:a="x">` + shape("1", `hidden="1"`, said("藏")) + shape("0", "", said("年报")+`<a:p/>`) +
		`<a:AlternateContent><a:Choice>` + shape("5", "", said("注")) + `</a:Choice><a:Fallback>` + shape("5", "", said("注")) + `</a:Fallback></a:AlternateContent>` +
		`<a:anchor><a:from><a:row>7</a:row></a:from><a:pic/></a:anchor></a:wsDr>`
	doc, err := Read(handmade.Parcel(parts))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := handmade.Told(doc), "1 年报\n3 甲|1\n4 注\n2(hidden) 藏\n"; got != want || doc.Images != 1 {
		t.Errorf("%s%d pictures, want\n%s", got, doc.Images, want)
	}
	parts["xl/drawings/d.xml"] = "<a:wsDr>"
	if _, err := Read(handmade.Parcel(parts)); handmade.Reason(err) != source.Damaged {
		t.Errorf("a damaged drawing: %v", err)
	}
}
