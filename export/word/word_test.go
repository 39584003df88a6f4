package word

import (
	"bytes"
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
	"nianbao/model/golden"
)

var date = time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC)

// unpack writes a report and reads the package's parts.
func unpack(t *testing.T, r *model.Report, o Options) map[string]*node {
	t.Helper()
	names, parts := specimen.Unpack(t, write(t, r, o))
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", names[0])
	}
	all := map[string]*node{}
	for name, part := range parts {
		all[name] = parse(t, strings.NewReader(part))
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
	golden.Compare(t, "sample.golden", specimen.Parts(t, data, "w:p", "w:tbl", "w:tr", "w:tc", "w:sectPr", "w:style", "w:font", "Override", "Relationship"))
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

// TestSizes: where figures or labels are set smaller so that the page holds them, each says
// so, in half points, for every script.
func TestSizes(t *testing.T) {
	r := specimen.Figures(t, 2026, "12345678")
	plan := typeset.PlanFor(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.A4())
	smaller := 0
	for i, table := range unpack(t, r, Options{})["word/document.xml"].find("w:tbl") {
		for _, c := range table.find("w:tc") {
			size := plan.Tables[i].Labels
			if strings.Trim(c.said(), "0123456789") == "" {
				size = plan.Tables[i].Figures
			}
			want := ""
			if c.said() != "" && halves(size) != halves(tableSize) {
				want = halves(size)
				smaller++
			}
			for _, kind := range []string{"w:sz", "w:szCs"} {
				said := ""
				for _, n := range c.find(kind) {
					said += n.attr["w:val"]
				}
				if said != want {
					t.Errorf("table %d: %s of %q is %q, want %q", i, kind, c.said(), said, want)
				}
			}
		}
	}
	if smaller == 0 {
		t.Error("nothing is set smaller")
	}
}

// TestAddress: a paragraph with a long address is not justified: what stands before
// the address would be pulled apart.
func TestAddress(t *testing.T) {
	r := specimen.Sample(t)
	const longest = "abcdefghijklmnopqrstuvwx" // that may stand in a justified line
	r.Narrative[model.Problems] = []model.Block{{Text: "甲" + longest + "乙\n丙" + longest + "y丁"}}
	r.Narrative[model.Other] = []model.Block{{Text: "见https://www.example.gov.cn/xxgk/index.html。\n2020年，GB/T 9704—2012，公开 34 条。"}}
	var sides []string
	for _, p := range unpack(t, r, Options{})["word/document.xml"].find("w:p") {
		if said := p.said(); strings.HasPrefix(said, "见http") || strings.HasPrefix(said, "2020年，GB") || strings.Contains(said, longest) {
			sides = append(sides, p.child("w:pPr").child("w:jc").attr["w:val"])
		}
	}
	if !slices.Equal(sides, []string{"", "left", "left", ""}) {
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

// TestEnd: a document ends with a paragraph, as Word wants it, where the report ends with a
// table, and with no other than its own where it does not.
func TestEnd(t *testing.T) {
	report := outline.Of(specimen.Sample(t), outline.Posting{})
	report.Signature = outline.Signature{}
	for _, kind := range []outline.Kind{outline.Grid, outline.Paragraph} {
		last := len(report.Blocks)
		for report.Blocks[last-1].Kind != kind {
			last--
		}
		report := *report
		report.Blocks = report.Blocks[:last]
		data, err := Write(&report, typeset.PlanFor(&report, specimen.Faces(t), typeset.A4()), Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, parts := specimen.Unpack(t, data)
		body := parse(t, strings.NewReader(parts["word/document.xml"])).find("w:body")[0].children
		if end := body[len(body)-2]; end.name != "w:p" || (len(end.find("w:t")) == 0) != (kind == outline.Grid) {
			t.Errorf("a report that ends with a block of kind %v ends with %s", kind, end.name)
		}
	}
}
