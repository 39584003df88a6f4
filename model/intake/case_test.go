package intake

import (
	"html"
	"maps"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/intake/handmade"
)

// reading is a document and what is right of it.
type reading struct {
	name string // what is odd about it
	file string
	data string
	want outcome
}

// outcome is what came in. Only what is given is compared.
type outcome struct {
	cells  map[model.Address]string     // empty: not filled in
	unread map[model.Address]string     // all that is no value and stands in a cell
	prose  map[model.SectionID][]string // paragraphs; a sub-heading has "# " before it
	agency string
	title  string // "standard" for none of its own
	date   string // of the signature
	signer string
	said   []string // each in one of the messages
	silent []string // in none of the messages
	whole  bool     // nothing is without a place
}

// runReadings reads documents and compares.
func runReadings(t *testing.T, all []reading) {
	t.Helper()
	told := keepAccounts(t)
	for _, r := range all {
		got, err := Read(r.file, []byte(r.data), Options{})
		told.add(t, r.name, got, err)
		t.Run(r.name, func(t *testing.T) {
			if err != nil {
				t.Fatal(err)
			}
			r.want.compare(t, got)
			everyLineAccounted(t, got)
		})
	}
}

func (o *outcome) compare(t *testing.T, got *Result) {
	t.Helper()
	for a, want := range o.cells {
		if g := got.Report.Cells[a]; g != want {
			t.Errorf("%s is %q, want %q", a, g, want)
		}
	}
	if o.unread != nil && !maps.Equal(got.Report.Unread, o.unread) {
		t.Errorf("as written: %q, want %q", got.Report.Unread, o.unread)
	}
	for id, want := range o.prose {
		if g := paragraphsOf(got.Report.Narrative[id]); strings.Join(g, "|") != strings.Join(want, "|") {
			t.Errorf("%s: %q, want %q", id, g, want)
		}
	}
	if g := got.Report.Agency.Name; o.agency != "" && g != o.agency {
		t.Errorf("agency %q, want %q", g, o.agency)
	}
	if g := got.Report.Title; o.title == "standard" && g != "" || o.title != "standard" && o.title != "" && g != o.title {
		t.Errorf("title %q, want %q", g, o.title)
	}
	if g := got.Report.Signature; o.date != "" && g.Date != o.date || o.signer != "" && g.Agency != o.signer {
		t.Errorf("signature %+v, want %s %s", g, o.signer, o.date)
	}
	all := messagesOf(got)
	for _, want := range o.said {
		if !strings.Contains(all, want) {
			t.Errorf("no word of %q in:\n%s", want, all)
		}
	}
	for _, not := range o.silent {
		if strings.Contains(all, not) {
			t.Errorf("%q in:\n%s", not, all)
		}
	}
	if o.whole && len(got.Unplaced) > 0 {
		t.Errorf("without a place: %v", got.Unplaced)
	}
}

func paragraphsOf(blocks []model.Block) []string {
	var all []string
	for _, b := range blocks {
		if b.Heading != "" {
			all = append(all, "# "+b.Heading)
		}
		all = append(all, b.Paragraphs()...)
	}
	return all
}

func messagesOf(r *Result) string {
	var b strings.Builder
	for _, u := range r.Unplaced {
		b.WriteString(u.String() + "\n")
	}
	for _, n := range r.Notes {
		b.WriteString(n.String() + "\n")
	}
	for _, l := range r.LeftOut() {
		b.WriteString(l.String() + "\n")
	}
	return b.String()
}

// everyLineAccounted: what is not in the report has a reason, in whole words.
func everyLineAccounted(t *testing.T, r *Result) {
	t.Helper()
	if said := messagesOf(r); strings.Contains(said, "%!") {
		t.Errorf("words with a value too many or too few: %s", said)
	}
	last := 0
	for _, l := range r.Lines {
		if (l.Fate == FateDropped || l.Fate == FateUnplaced) && l.Why() == "" {
			t.Errorf("line %d, %q, went nowhere without a reason", l.Number, l.Text)
		}
		if l.Number < last {
			t.Errorf("line %d stands behind line %d", l.Number, last)
		}
		last = l.Number
	}
}

// The report that the documents below are made of.
const (
	ownUnit  = "白杨乡人民政府"
	ownTitle = "白杨乡人民政府2023年政府信息公开工作年度报告"
	ownStart = "本报告的统计期限为2023年1月1日至12月31日。"
)

func lines(all ...string) string { return strings.Join(all, "\n") + "\n" }

// three is table three of a text, of the rows that are given.
func three(rows ...string) string {
	return lines(append([]string{"三、收到和处理政府信息公开申请情况", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况", "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"}, rows...)...)
}

// two is table two of a text, of the rows that are given.
func two(rows ...string) string {
	return lines(append([]string{"二、主动公开政府信息情况", "第二十条第（五）项", "信息内容\t本年处理决定数量"}, rows...)...)
}

// page is a web page with a title, the first section and a table two.
func page(head, table string) string {
	return `<!DOCTYPE html><html><head><meta charset="utf-8">` + head + `</head><body><h2>` + ownTitle + `</h2><p>一、总体情况</p><p>公开信息33条。</p>` +
		`<p>二、主动公开政府信息情况</p>` + table + `<p>五、存在的主要问题及改进情况</p><p>力量不足，将增加人手。</p><p>六、其他需要报告的事项</p><p>没有。</p></body></html>`
}

// decisions is a table two of three rows whose first value is given as HTML.
func decisions(licensing string) string {
	return `<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>` + licensing +
		`</td></tr><tr><td>行政处罚</td><td>4</td></tr><tr><td>行政强制</td><td>0</td></tr></table>`
}

const (
	cellLicensing   model.Address = "disclosure.licensing.decided"
	cellPenalties   model.Address = "disclosure.penalties.decided"
	cellEnforcement model.Address = "disclosure.enforcement.decided"
	cellFees        model.Address = "disclosure.fees.amount"
)

// wordFile is page as a document of Word; body is that of a table cell, or of
// anything else.
func wordFile(body string, parts map[string]string) string {
	all := map[string]string{
		"[Content_Types].xml": "<Types/>",
		"word/document.xml":   `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	return string(handmade.Parcel(all))
}

func wordPage(table string) string {
	return wordFile(wp(ownTitle)+wp("一、总体情况")+wp("公开信息33条。")+wp("二、主动公开政府信息情况")+table+wp("六、其他需要报告的事项")+wp("没有。"), nil)
}

func wp(text string) string { return `<w:p>` + wr("", text) + `</w:p>` }

// wr is a run with properties.
func wr(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t></w:r>`
}

// wordDecisions is decisions with a first value in runs.
func wordDecisions(licensing string) string {
	row := func(cells ...string) string {
		out := `<w:tr>`
		for _, c := range cells {
			out += `<w:tc><w:tcPr/>` + c + `</w:tc>`
		}
		return out + `</w:tr>`
	}
	return `<w:tbl>` + row(wp("信息内容"), wp("本年处理决定数量")) + row(wp("行政许可"), `<w:p>`+licensing+`</w:p>`) +
		row(wp("行政处罚"), wp("4")) + row(wp("行政强制"), wp("0")) + `</w:tbl>`
}
