package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
)

var date = time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC)

// node is an element of a part.
type node struct {
	name     string // with its prefix, w:p
	attr     map[string]string
	children []*node
	text     string
}

// find lists all elements of a name, in order.
func (n *node) find(name string) []*node {
	var all []*node
	for _, c := range n.children {
		if c.name == name {
			all = append(all, c)
		}
		all = append(all, c.find(name)...)
	}
	return all
}

// child is the first child of a name; an empty one when there is none.
func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return &node{}
}

// said is all text in an element, line ends as “|”.
func (n *node) said() string {
	var b strings.Builder
	for _, c := range n.children {
		switch c.name {
		case "w:t":
			b.WriteString(c.text)
		case "w:br":
			b.WriteString("|")
		}
		b.WriteString(c.said())
	}
	return b.String()
}

// unpack writes a report and reads the package's parts.
func unpack(t *testing.T, r *model.Report, o Options) map[string]*node {
	t.Helper()
	data := write(t, r, o)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", z.File[0].Name)
	}
	all := map[string]*node{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = parse(t, in)
	}
	return all
}

func write(t testing.TB, r *model.Report, o Options) []byte {
	t.Helper()
	report := outline.Of(r, outline.Posting{})
	data, err := Write(report, typeset.PlanFor(report, specimen.Faces(t), typeset.A4()), o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestGolden compares the parts of a report's document to the character.
func TestGolden(t *testing.T) {
	data := write(t, specimen.Sample(t), Options{Draft: true, Creator: "nianbao", Date: date})
	specimen.Golden(t, "sample", specimen.Parts(t, data, "w:p", "w:tbl", "w:tr", "w:tc", "w:sectPr", "w:style", "w:font", "Override", "Relationship"))
}

func parse(t *testing.T, in io.Reader) *node {
	t.Helper()
	d := xml.NewDecoder(in)
	root := &node{}
	stack := []*node{root}
	name := func(n xml.Name) string {
		if n.Space == "" {
			return n.Local
		}
		return n.Space + ":" + n.Local
	}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return root.children[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: name(token.Name), attr: map[string]string{}}
			for _, a := range token.Attr {
				n.attr[name(a.Name)] = a.Value
			}
			top.children = append(top.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

// sequences are the children that an element may have, in the order that the
// schema of ISO/IEC 29500-4 demands (xs:sequence), as far as they are written here.
var sequences = map[string]string{
	"w:document":        "w:body",
	"w:body":            "w:p* w:tbl* w:sectPr",
	"w:p":               "w:pPr w:r*",
	"w:pPr":             "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:autoSpaceDE w:autoSpaceDN w:adjustRightInd w:snapToGrid w:spacing w:ind w:jc w:outlineLvl",
	"w:rPr":             "w:rFonts w:b w:color w:spacing w:w w:kern w:position w:sz w:szCs w:lang",
	"w:tbl":             "w:tblPr w:tblGrid w:tr*",
	"w:tblPr":           "w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription",
	"w:tblBorders":      "w:top w:left w:bottom w:right w:insideH w:insideV",
	"w:tblCellMar":      "w:top w:left w:bottom w:right",
	"w:tblGrid":         "w:gridCol*",
	"w:tr":              "w:trPr w:tc*",
	"w:tc":              "w:tcPr w:p*",
	"w:tcPr":            "w:tcW w:gridSpan w:vMerge w:tcBorders w:tcMar w:textDirection w:vAlign",
	"w:tcMar":           "w:top w:left w:bottom w:right",
	"w:sectPr":          "w:headerReference* w:footerReference* w:pgSz w:pgMar w:docGrid",
	"w:styles":          "w:docDefaults w:style*",
	"w:docDefaults":     "w:rPrDefault w:pPrDefault",
	"w:rPrDefault":      "w:rPr",
	"w:pPrDefault":      "w:pPr",
	"w:style":           "w:name w:basedOn w:next w:qFormat w:pPr w:rPr",
	"w:fonts":           "w:font*",
	"w:font":            "w:altName w:charset w:family",
	"w:settings":        "w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl w:compat w:themeFontLang",
	"w:compat":          "w:compatSetting*",
	"w:ftr":             "w:p*",
	"w:hdr":             "w:p*",
	"w:pict":            "v:shapetype v:shape",
	"v:shapetype":       "v:formulas v:path v:textpath",
	"v:formulas":        "v:f*",
	"v:shape":           "v:textpath",
	"Types":             "Default* Override*",
	"Relationships":     "Relationship*",
	"Properties":        "Application",
	"cp:coreProperties": "dc:title dc:creator dc:language dcterms:created dcterms:modified",
}

// choices are the children of elements that take them in any order.
var choices = map[string]string{
	"w:r":    "w:rPr w:t w:br w:fldChar w:instrText w:pict",
	"w:trPr": "w:cantSplit w:trHeight w:tblHeader",
}

// required are the attributes without which an element says nothing, or Word
// refuses the file.
var required = map[string]string{
	"w:tblW": "w:w w:type", "w:tcW": "w:w w:type", "w:gridCol": "w:w", "w:gridSpan": "w:val", "w:trHeight": "w:val w:hRule",
	"w:tblLayout": "w:type", "w:pgSz": "w:w w:h", "w:pgMar": "w:top w:right w:bottom w:left w:header w:footer w:gutter",
	"w:docGrid": "w:type w:linePitch", "w:footerReference": "w:type r:id", "w:headerReference": "w:type r:id",
	"w:style": "w:type w:styleId", "w:font": "w:name", "w:compatSetting": "w:name w:uri w:val", "w:fldChar": "w:fldCharType",
	"w:t": "xml:space|", "w:pStyle": "w:val", "w:jc": "w:val", "w:sz": "w:val", "w:outlineLvl": "w:val",
	"w:top": "w:|", "Override": "PartName ContentType", "Default": "Extension ContentType", "Relationship": "Id Type Target",
	"dcterms:created": "xsi:type", "dcterms:modified": "xsi:type", "v:shape": "id type style",
}

// valid reports what of an element breaks the rules.
func valid(n *node) []string {
	var wrong []string
	for name := range strings.FieldsSeq(required[n.name]) {
		if _, ok := n.attr[name]; !ok && !strings.HasSuffix(name, "|") {
			wrong = append(wrong, fmt.Sprintf("%s lacks %s", n.name, name))
		}
	}
	order, sequence := sequences[n.name]
	if !sequence {
		order = choices[n.name]
	}
	allowed := strings.Fields(order)
	last := 0
	for i, c := range n.children {
		at := slices.IndexFunc(allowed, func(a string) bool { return strings.TrimSuffix(a, "*") == c.name })
		many := at >= 0 && strings.HasSuffix(allowed[at], "*")
		switch {
		case at < 0:
			wrong = append(wrong, fmt.Sprintf("%s in %s", c.name, n.name))
		case sequence && at < last && n.name != "w:body":
			wrong = append(wrong, fmt.Sprintf("%s too late in %s", c.name, n.name))
		case sequence && !many && i > 0 && n.children[i-1].name == c.name:
			wrong = append(wrong, fmt.Sprintf("%s twice in %s", c.name, n.name))
		}
		last = max(at, last)
		wrong = append(wrong, valid(c)...)
	}
	return wrong
}

// TestSchema: every part of every report keeps to the order of the schema, names no
// style, part or relation that is not there, and its tables are whole.
func TestSchema(t *testing.T) {
	for name, r := range specimen.All(t) {
		for _, draft := range []bool{false, true} {
			t.Run(fmt.Sprint(name, draft), func(t *testing.T) {
				parts := unpack(t, r, Options{Draft: draft, Creator: "nianbao 1", Date: date})
				for part, root := range parts {
					for _, w := range slices.Compact(valid(root)) {
						t.Errorf("%s: %s", part, w)
					}
				}
				wantWhole(t, parts)
				for _, table := range parts["word/document.xml"].find("w:tbl") {
					wantTable(t, table)
				}
			})
		}
	}
}

// TestRules: the rules above see what is wrong.
func TestRules(t *testing.T) {
	for _, tt := range []struct{ part, want string }{
		{`<w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:vMerge/><w:gridSpan w:val="2"/></w:tcPr>`, "w:gridSpan too late in w:tcPr"},
		{`<w:tcPr><w:tcW w:w="1"/></w:tcPr>`, "w:tcW lacks w:type"},
		{`<w:p><w:r/><w:tbl/></w:p>`, "w:tbl in w:p"},
		{`<w:pPr><w:jc w:val="left"/><w:jc w:val="left"/></w:pPr>`, "w:jc twice in w:pPr"},
	} {
		if got := valid(parse(t, strings.NewReader(tt.part))); !slices.Equal(got, []string{tt.want}) {
			t.Errorf("%s: %q", tt.part, got)
		}
	}
}

// wantWhole: every name leads to something.
func wantWhole(t *testing.T, parts map[string]*node) {
	t.Helper()
	for _, o := range parts["[Content_Types].xml"].find("Override") {
		if parts[strings.TrimPrefix(o.attr["PartName"], "/")] == nil {
			t.Errorf("no part %s", o.attr["PartName"])
		}
	}
	for part, folder := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		for _, r := range parts[part].find("Relationship") {
			if parts[folder+r.attr["Target"]] == nil {
				t.Errorf("no part %s", r.attr["Target"])
			}
		}
	}
	var relations, styles, fonts []string
	for _, r := range parts["word/_rels/document.xml.rels"].find("Relationship") {
		relations = append(relations, r.attr["Id"])
	}
	for _, s := range parts["word/styles.xml"].find("w:style") {
		styles = append(styles, s.attr["w:styleId"])
	}
	for _, f := range parts["word/fontTable.xml"].find("w:font") {
		fonts = append(fonts, f.attr["w:name"])
	}
	for name, part := range parts {
		for _, kind := range []string{"w:pStyle", "w:basedOn", "w:next"} {
			for _, s := range part.find(kind) {
				if !slices.Contains(styles, s.attr["w:val"]) {
					t.Errorf("%s: no style %s", name, s.attr["w:val"])
				}
			}
		}
		for _, kind := range []string{"w:headerReference", "w:footerReference"} {
			for _, s := range part.find(kind) {
				if !slices.Contains(relations, s.attr["r:id"]) {
					t.Errorf("%s: no relation %s", name, s.attr["r:id"])
				}
			}
		}
		for _, f := range part.find("w:rFonts") {
			for kind, face := range f.attr {
				if !slices.Contains(fonts, face) {
					t.Errorf("%s: face %s %s is not in the table of faces", name, kind, face)
				}
			}
		}
	}
}

// wantTable: every row fills all columns, at the widths of the grid; what continues
// a cell stands below one; each cell ends with a paragraph.
func wantTable(t *testing.T, table *node) {
	t.Helper()
	var grid []int
	for _, c := range table.find("w:gridCol") {
		grid = append(grid, number(t, c.attr["w:w"]))
	}
	merged := make([]bool, len(grid)) // by column: a cell goes on below
	for i, row := range table.find("w:tr") {
		column := 0
		for _, cell := range row.find("w:tc") {
			properties := cell.child("w:tcPr")
			span := 1
			if s := properties.child("w:gridSpan"); s.name != "" {
				span = number(t, s.attr["w:val"])
			}
			if column+span > len(grid) {
				t.Fatalf("row %d is too wide", i)
			}
			width := 0
			for _, w := range grid[column:][:span] {
				width += w
			}
			if got := number(t, properties.child("w:tcW").attr["w:w"]); got < width-span || got > width+span {
				t.Errorf("row %d, column %d: %d wide, its columns %d", i, column, got, width)
			}
			merge := properties.child("w:vMerge")
			if goesOn := merge.name != "" && merge.attr["w:val"] == ""; goesOn && (!merged[column] || cell.said() != "") {
				t.Errorf("row %d, column %d continues nothing", i, column)
			}
			for j := range span {
				merged[column+j] = merge.name != ""
			}
			if cell.children[len(cell.children)-1].name != "w:p" {
				t.Errorf("row %d, column %d ends without a paragraph", i, column)
			}
			column += span
		}
		if column != len(grid) {
			t.Errorf("row %d has %d of %d columns", i, column, len(grid))
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestPaper holds the page against GB/T 9704—2012: the edges in twips, 22 lines of
// 28 characters with the indentation of two.
func TestPaper(t *testing.T) {
	parts := unpack(t, specimen.Sample(t), Options{})
	section := parts["word/document.xml"].find("w:sectPr")[0]
	margins := section.child("w:pgMar").attr
	for side, want := range map[string]string{"w:top": "2098", "w:left": "1587", "w:right": "1474", "w:bottom": "1984"} { // 37, 28, 26, 35 mm
		if margins[side] != want {
			t.Errorf("%s %s, want %s", side, margins[side], want)
		}
	}
	size := section.child("w:pgSz").attr
	const mm = 1440 / 25.4
	height := number(t, size["w:h"]) - number(t, margins["w:top"]) - number(t, margins["w:bottom"])
	width := number(t, size["w:w"]) - number(t, margins["w:left"]) - number(t, margins["w:right"])
	if pitch := number(t, section.child("w:docGrid").attr["w:linePitch"]); height/pitch != 22 {
		t.Errorf("%d twips in lines of %d are %d lines", height, pitch, height/pitch)
	}
	type styled struct {
		style *node
		size  int
	}
	styles := map[string]styled{}
	defaults := parts["word/styles.xml"].find("w:rPrDefault")[0]
	usual := number(t, defaults.find("w:sz")[0].attr["w:val"])*10 + number(t, defaults.find("w:spacing")[0].attr["w:val"])
	for _, s := range parts["word/styles.xml"].find("w:style") {
		styles[s.child("w:name").attr["w:val"]] = styled{s, usual}
	}
	if characters := width / usual; characters != 28 {
		t.Errorf("%d characters a line", characters)
	}
	for _, name := range []string{"heading 1", "heading 2", "Body Text"} {
		indent := number(t, styles[name].style.find("w:ind")[0].attr["w:firstLine"])
		if rest := (width - indent) / usual; rest != 26 {
			t.Errorf("%s: %d characters in the first line", name, rest)
		}
	}
	for name, face := range map[string]string{"Title": "方正小标宋简体", "heading 1": "黑体", "heading 2": "楷体_GB2312"} {
		if got := styles[name].style.find("w:rFonts")[0].attr["w:eastAsia"]; got != face {
			t.Errorf("%s in %s, want %s", name, got, face)
		}
	}
	// The middle of the page number stands 7 mm below the text.
	bottom, foot := number(t, margins["w:bottom"]), number(t, margins["w:footer"])
	if down := float64(bottom-foot) - folioLine*10; down < 6.9*mm || down > 7.1*mm {
		t.Errorf("the page number is %.1f mm down", down/mm)
	}
}

// TestPageNumbers: odd ones on the right, even ones on the left.
func TestPageNumbers(t *testing.T) {
	parts := unpack(t, specimen.Sample(t), Options{})
	if len(parts["word/settings.xml"].find("w:evenAndOddHeaders")) != 1 {
		t.Error("odd and even pages are alike")
	}
	for part, side := range map[string]string{"word/footer1.xml": "right", "word/footer2.xml": "left"} {
		p := parts[part].find("w:pPr")[0]
		if p.child("w:jc").attr["w:val"] != side || p.child("w:ind").attr["w:"+side] != "280" {
			t.Errorf("%s stands elsewhere: %v", part, p.child("w:ind").attr)
		}
		if field := parts[part].find("w:instrText"); len(field) != 1 || !strings.Contains(field[0].text, "PAGE") {
			t.Errorf("%s has no number", part)
		}
	}
	types := map[string]string{}
	for _, f := range parts["word/document.xml"].find("w:footerReference") {
		types[f.attr["w:type"]] = f.attr["r:id"]
	}
	if types["default"] != footerOdd || types["even"] != footerEven {
		t.Errorf("footers %v", types)
	}
}

// TestTables: heads repeat where a table has one on top and nowhere else; rows and
// tables stay whole; a vertical label has one character a line.
func TestTables(t *testing.T) {
	tables := unpack(t, specimen.Numbers(t), Options{})["word/document.xml"].find("w:tbl")
	for i, repeated := range []int{0, 3, 3} {
		if got := len(tables[i].find("w:tblHeader")); got != repeated {
			t.Errorf("table %d repeats %d rows, want %d", i, got, repeated)
		}
		rows := tables[i].find("w:tr")
		if got := len(tables[i].find("w:cantSplit")); got != len(rows) {
			t.Errorf("table %d: %d of %d rows stay whole", i, got, len(rows))
		}
		for j, row := range rows {
			if kept := len(row.find("w:keepNext")) == len(row.find("w:p")); kept != (j < len(rows)-1) {
				t.Errorf("table %d, row %d: kept with the next: %v", i, j, kept)
			}
		}
		if tables[i].find("w:tblLayout")[0].attr["w:type"] != "fixed" || tables[i].find("w:tblCaption")[0].attr["w:val"] == "" {
			t.Errorf("table %d may change its widths, or has no caption", i)
		}
	}
	for _, want := range []string{"三、|本|年|度|办|理|结|果", "（三）|不予公开"} {
		if !slices.ContainsFunc(tables[1].find("w:tc"), func(c *node) bool { return c.said() == want }) {
			t.Errorf("table three lacks %q", want)
		}
	}
}

// TestAddress: a paragraph with a long address is not justified: what stands before
// the address would be pulled apart.
func TestAddress(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative[model.Other] = []model.Block{{Text: "见https://www.example.gov.cn/xxgk/index.html。\n2020年，GB/T 9704—2012，公开 34 条。"}}
	var sides []string
	for _, p := range unpack(t, r, Options{})["word/document.xml"].find("w:p") {
		if said := p.said(); strings.HasPrefix(said, "见http") || strings.HasPrefix(said, "2020年，GB") {
			sides = append(sides, p.child("w:pPr").child("w:jc").attr["w:val"])
		}
	}
	if !slices.Equal(sides, []string{"left", ""}) {
		t.Errorf("the paragraphs are set to %q", sides)
	}
}

// TestDraft: the mark stands on odd and even pages of a draft, and on no other.
func TestDraft(t *testing.T) {
	parts := unpack(t, specimen.Sample(t), Options{Draft: true})
	if got := len(parts["word/document.xml"].find("w:headerReference")); got != 2 {
		t.Errorf("%d kinds of pages have the mark", got)
	}
	if mark := parts["word/header1.xml"].find("v:shape")[0].child("v:textpath").attr["string"]; mark != "草稿" {
		t.Errorf("the mark is %q", mark)
	}
	parts = unpack(t, specimen.Sample(t), Options{})
	if parts["word/header1.xml"] != nil || len(parts["word/document.xml"].find("w:headerReference")) > 0 {
		t.Error("a finished report has the mark")
	}
}

// TestProperties: the file says what it is and whose, and nothing but its date
// makes it another.
func TestProperties(t *testing.T) {
	r := specimen.Sample(t)
	core := unpack(t, r, Options{Date: date, Creator: "nianbao 1"})["docProps/core.xml"]
	for name, want := range map[string]string{
		"dc:title": "梧桐镇人民政府2020年政府信息公开工作年度报告", "dc:creator": "梧桐镇人民政府", "dc:language": "zh-CN",
		"dcterms:created": "2021-01-20T08:00:00Z",
	} {
		if got := core.child(name).text; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	a, b := write(t, r, Options{Date: date}), write(t, specimen.Sample(t), Options{Date: date})
	if !bytes.Equal(a, b) || bytes.Equal(a, write(t, r, Options{Date: date.AddDate(0, 0, 1)})) {
		t.Error("the bytes do not follow from report and date")
	}
}

// TestSignature: the date, being long, ends two characters before the edge, and
// begins two further right than the agency (GB/T 9704—2012, 7.3.5.2).
func TestSignature(t *testing.T) {
	r := specimen.Numbers(t) // 梧桐镇人民政府, 2027年1月8日: six characters wide
	parts := unpack(t, r, Options{})
	var left []int
	for _, p := range parts["word/document.xml"].child("w:body").children {
		if p.child("w:pPr").child("w:pStyle").attr["w:val"] == idSignature {
			left = append(left, number(t, p.find("w:ind")[0].attr["w:left"]))
		}
	}
	const cell = 1440 / 25.4 * 156 / 28
	if len(left) != 2 || left[0] != round(18*cell) || left[1] != round(20*cell) {
		t.Errorf("the signature begins at %v twips", left)
	}
}

func round(f float64) int { return int(math.Round(f)) }

func BenchmarkWrite(b *testing.B) {
	report := outline.Of(specimen.Sample(b), outline.Posting{})
	plan := typeset.PlanFor(report, specimen.Faces(b), typeset.A4())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(report, plan, Options{Date: date}); err != nil {
			b.Fatal(err)
		}
	}
}
