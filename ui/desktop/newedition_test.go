package desktop

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/check"
	"nianbao/model/compare"
	"nianbao/model/intake"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/failure"
)

// A made-up third edition of the national form, from 2090: one row more in table two,
// a column and the first two parts called otherwise, a seventh part with a table of its own, an
// eighth of prose, and one thing more that the overview is to tell of. All that the program does with a report is tried with it here,
// and nothing outside this file knows of it: an edition is one file of data
// (CONTRIBUTING.md, 添一版国家格式). The other tests of this package run beside it.
//
// The form before it is made up too, of 2089 and like that of 2021: whatever real edition
// comes next, these tests stay as they are.
func init() {
	before, err := model.EditionFor(2021)
	if err != nil {
		panic(err)
	}
	model.Register(model.Edition{
		ID: "2089", Name: "2089 版", Source: "国办公开办函〔2088〕6号", Form: "年度报告格式（2089年版）",
		From: 2089, Sections: before.Sections, Openings: before.Openings,
	})
	e := model.Edition{
		ID: "2090", Name: "2090 版", Source: "国办公开办函〔2089〕8号", Form: "年度报告格式（2090年版）",
		From: 2090, Sections: slices.Clone(before.Sections),
		Openings: append(slices.Clone(before.Openings), model.Opening{Cell: newRow + "effective", Sum: []model.Address{newRow + "effective"}, Base: true}),
	}
	for i, s := range e.Sections {
		if s.ID == model.Overview {
			e.Sections[i].Title, e.Sections[i].Short = newOverview, newOverview
			e.Sections[i].Aspects = append(slices.Clone(s.Aspects), newAspect)
		}
		if s.ID == model.Disclosure {
			table := *s.Table
			table.Parts = slices.Clone(table.Parts)
			first := &table.Parts[0]
			first.Rows = append(slices.Clone(first.Rows), model.Label{Key: "madeUp", Text: "政策解读材料"})
			first.Columns = slices.Clone(first.Columns)
			first.Columns[0].Text = newColumn
			e.Sections[i].Table, e.Sections[i].Title = &table, newDisclosure
		}
	}
	asked := numeral(1) + "、意见征集、政策咨询情况"
	newTitle = numeral(2) + "、群众关心的事项"
	e.Sections = append(e.Sections,
		model.Section{ID: newTable, Title: asked, Short: asked, Table: consultations()},
		model.Section{ID: newPart, Title: newTitle, Short: newTitle, Advice: "写明群众关心的事项。"},
	)
	model.Register(e)
}

func consultations() *model.Table {
	return &model.Table{
		ID: string(newTable), Name: "表五", Widths: []int{280, 240, 240, 240},
		Parts: []model.Part{{
			Corner:  "方式",
			Columns: []model.Label{{Key: "online", Text: "网上"}, {Key: "onSite", Text: "现场"}, {Key: "total", Text: "总计", Total: true}},
			Rows:    []model.Label{{Key: "opinions", Text: "意见征集"}, {Key: "advice", Text: "政策咨询"}},
		}},
	}
}

const (
	newRow    = "disclosure.madeUp."
	newColumn = "本年印发件数"
	newPart   = model.SectionID("madeUp")
	newTable  = model.SectionID("consultations")
	newAsked  = "consultations.opinions.online"

	newOverview   = "一、工作总体情况"
	newDisclosure = "二、主动公开信息情况"
	newAspect     = "数据开放"
)

var newTitle string // 八、群众关心的事项, where the form before has six parts

// numeral is the number after that many parts more than the form before has.
func numeral(more int) string {
	e, err := model.EditionFor(2089)
	if err != nil {
		panic(err)
	}
	return strings.Trim(model.Bracketed.Prefix(len(e.Titled())+more), "（）")
}

func editionBefore(t testing.TB) *model.Edition {
	t.Helper()
	e, err := model.EditionFor(2089)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// newForm2090 is a report in it that breaks no rule.
func newForm2090(t testing.TB) *model.Report {
	t.Helper()
	r, err := model.New(2090, model.Agency{Name: "梧桐镇人民政府", Short: "我镇", Kind: model.Township})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Unfilled() {
		enter(t, r, a, "0")
	}
	enter(t, r, newRow+"issued", "4")
	enter(t, r, newRow+"effective", "14")
	enter(t, r, newAsked, "7")
	enter(t, r, "applications.received.person", "2")
	enter(t, r, "applications.granted.person", "2")
	for id, text := range map[model.SectionID]string{
		model.Preamble: "本报告依据国办公开办函〔2089〕8号编制，由" + r.Edition().Contents() + "组成。所列数据的统计期限为2090年1月1日至2090年12月31日。",
		model.Overview: "2090年，我镇主动公开政府信息60条。新收政府信息公开申请2件，办结2件。依申请公开、政府信息管理、平台建设、监督保障、数据开放各项工作照常开展。",
		model.Problems: "公开的内容还不够全面。下一步，我镇将及时更新各栏目。",
		model.Other:    "本年度未收取信息处理费。",
		newPart:        "2090年，群众最关心的是惠民补贴的公开。",
	} {
		r.Narrative[id] = []model.Block{{Text: text}}
	}
	r.Signature = model.Signature{Agency: "梧桐镇人民政府", Date: "2091-01-20"}
	return r
}

func enter(t testing.TB, r *model.Report, a model.Address, value string) {
	t.Helper()
	if err := r.Set(a, value); err != nil {
		t.Fatal(err)
	}
}

// report2089 is the year before's, in the form before.
func report2089(t testing.TB) *model.Report {
	t.Helper()
	r := newForm2090(t)
	r.Year = 2089
	maps.DeleteFunc(r.Cells, func(a model.Address, _ string) bool {
		return strings.HasPrefix(string(a), newRow) || a.Table() == string(newTable)
	})
	delete(r.Narrative, newPart)
	r.Signature.Date = "2090-01-20"
	for _, blocks := range r.Narrative {
		blocks[0].Text = strings.ReplaceAll(blocks[0].Text, "2090", "2089")
	}
	r.Narrative[model.Preamble][0].Text = "本报告依据" + editionBefore(t).Source + "编制，由" + editionBefore(t).Contents() + "组成。所列数据的统计期限为2089年1月1日至2089年12月31日。"
	return r
}

func TestNewEdition(t *testing.T) {
	for _, part := range []struct {
		name string
		test func(*testing.T)
	}{
		{"years", newEditionYears},
		{"file", newEditionFile},
		{"rules", newEditionRules},
		{"paper and text", newEditionPaper},
		{"import", newEditionImport},
		{"import of a web page", newEditionPage},
		{"import of the form before", newEditionBefore},
		{"carrying over", newEditionCarry},
		{"compare", newEditionCompare},
		{"window and drafts", newEditionWindow},
	} {
		t.Run(part.name, part.test)
	}
}

func newEditionYears(t *testing.T) {
	before := editionBefore(t)
	for year, want := range map[int]string{2019: "2019", 2089: before.ID, 2090: "2090", 2099: "2090"} {
		if e, err := model.EditionFor(year); err != nil || e.ID != want {
			t.Errorf("%d: %s, %v", year, idOf(e), err)
		}
	}
	if before.To() != 2089 {
		t.Errorf("the edition before lasts until %d", before.To())
	}
	if got := newForm2090(t).Edition().Contents(); !strings.HasSuffix(got, "、群众关心的事项"+numeral(2)+"个部分") {
		t.Errorf("its parts are %s", got)
	}
}

func newEditionFile(t *testing.T) {
	r := newForm2090(t)
	data, err := reportfile.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := reportfile.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if differ := textChanges(compare.Reports(r, again)); len(differ) > 0 || again.Narrative[newPart][0].Text != r.Narrative[newPart][0].Text || again.Cells[newRow+"issued"] != "4" {
		t.Errorf("read back otherwise: %q", differ)
	}
	// The form before has no such part, but keeps what stands in a cell that it lacks.
	old := report2089(t)
	old.Narrative[newPart] = []model.Block{{Text: "关心"}}
	if _, err := reportfile.Write(old); err == nil || !strings.Contains(failure.Words(err), newTitle) {
		t.Errorf("text without a place was written: %v", err)
	}
	before := strings.NewReplacer(`"year": 2090`, `"year": 2089`, `"edition": "2090"`, `"edition": "`+editionBefore(t).ID+`"`).Replace(string(data))
	if _, err := reportfile.Read([]byte(before)); err == nil || !strings.Contains(failure.Words(err), editionBefore(t).Name+"格式没有“"+newTitle+"”这一部分") {
		t.Errorf("text without a place was read: %v", err)
	}
	delete(old.Narrative, newPart)
	// A part that both have is called what the report's own form calls it.
	for _, r := range []*model.Report{r, old} {
		r.Narrative[model.Disclosure] = []model.Block{{Text: "公开"}}
		own, _ := r.Edition().Section(model.Disclosure)
		if _, err := reportfile.Write(r); err == nil || !strings.Contains(failure.Words(err), "“"+own.Title+"”是表") {
			t.Errorf("text for the table of %s: %v", r.Edition().Name, failure.Words(err))
		}
		delete(r.Narrative, model.Disclosure)
	}
	if err := old.Take(newRow+"issued", "4"); err != nil {
		t.Fatal(err)
	}
	if data, err = reportfile.Write(old); err != nil || !strings.Contains(string(data), newRow+"issued") {
		t.Errorf("a cell of the form after: %v", err)
	}
	wantRules(t, old, "S06")
}

// wantRules holds the codes of the findings against those that are wanted.
func wantRules(t *testing.T, r *model.Report, want ...string) {
	t.Helper()
	var got, messages []string
	for _, f := range check.Run(r, nil) {
		got, messages = append(got, f.Rule), append(messages, f.Rule+" "+f.Message())
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", messages, want)
	}
}

func newEditionRules(t *testing.T) {
	wantRules(t, newForm2090(t))
	wantRules(t, report2089(t))
	for _, tt := range []struct {
		want   []string
		change func(*model.Report)
	}{
		{[]string{"A01"}, func(r *model.Report) { enter(t, r, newRow+"repealed", "") }},
		{[]string{"A01"}, func(r *model.Report) {
			for _, c := range r.Edition().Cells() {
				if c.Address.Table() == string(model.Disclosure) {
					enter(t, r, c.Address, "")
				}
			}
		}},
		{[]string{"A02"}, func(r *model.Report) { _ = r.Enter(newRow+"repealed", "两件") }},
		{[]string{"A03"}, func(r *model.Report) { _ = r.Enter("disclosure.fees.amount", "5万元") }},
		{[]string{"A04"}, func(r *model.Report) { enter(t, r, "disclosure.regulations.effective", "1") }},
		{[]string{"A06"}, func(r *model.Report) { enter(t, r, newRow+"effective", "3") }},
		{[]string{"A07"}, func(r *model.Report) {
			r.Narrative[model.Overview][0].Text += "2090年，我镇制发行政规范性文件3件。"
		}},
		{[]string{"A08"}, func(r *model.Report) {
			r.Narrative[model.Overview][0].Text += "2090年，我镇作出行政处罚3件。"
		}},
		{[]string{"A09"}, func(r *model.Report) { enter(t, r, "disclosure.fees.amount", "12000") }},
		{[]string{"S04"}, func(r *model.Report) { enter(t, r, newAsked, "") }},
		{[]string{"S04", "S04"}, func(r *model.Report) { _ = r.Enter(newAsked, "/") }},
		{[]string{"S04"}, func(r *model.Report) { _ = r.Enter(newAsked, "7件") }},
		{[]string{"S04"}, func(r *model.Report) { _ = r.Take("consultations.opinions.total", "99") }},
		{[]string{"S08"}, func(r *model.Report) { r.Narrative[newPart][0].Text += "依据" + editionBefore(t).Source + "。" }},
		{[]string{"S11"}, func(r *model.Report) { r.Narrative[model.Problems][0].Text = "无" }},
		{[]string{"S12"}, func(r *model.Report) { r.Narrative[model.Other][0].Text = "无其他需要报告的事项。" }},
		{[]string{"S13"}, func(r *model.Report) {
			r.Narrative[model.Preamble][0].Text = "本报告由六个部分组成。所列数据的统计期限为2090年1月1日至2090年12月31日。"
		}},
		{[]string{"S14"}, func(r *model.Report) {
			r.Narrative[model.Overview][0].Text = "2090年，我镇主动公开政府信息60条。新收政府信息公开申请2件，办结2件。"
		}},
		{[]string{"S14"}, func(r *model.Report) {
			b := &r.Narrative[model.Overview][0]
			b.Text = strings.Replace(b.Text, "、"+newAspect, "", 1)
		}},
		{[]string{"S15"}, func(r *model.Report) {
			r.Narrative[model.Overview][0].Text += strings.Repeat("更新及时，内容准确。", 100)
		}},
		{[]string{"S18"}, func(r *model.Report) { r.Narrative[newPart][0].Text += "做好更新的的工作。" }},
	} {
		r := newForm2090(t)
		tt.change(r)
		wantRules(t, r, tt.want...)
	}
	// Across years, the row of the form before and the new one alike.
	last, r := newForm2090(t), newForm2090(t)
	last.Year = 2089
	r.Year = 2091
	previous := newForm2090(t)
	for rule, change := range map[string]func(){
		"A05": func() { enter(t, previous, newRow+"effective", "11") },
		"A10": func() { enter(t, previous, "disclosure.penalties.decided", "7") },
	} {
		previous = newForm2090(t)
		enter(t, previous, newRow+"effective", "10")
		change()
		if !slices.ContainsFunc(check.Run(r, previous), func(f check.Finding) bool { return f.Rule == rule }) {
			t.Errorf("%s is silent", rule)
		}
	}
}

// words are what a file must say of the new edition, blanks left out.
func words() []string {
	return []string{newTitle, newOverview, "意见征集、政策咨询情况", newAspect, "政策解读材料", newColumn, "2090年，群众最关心的是惠民补贴的公开。", "三、收到和处理政府信息公开申请情况"}
}

func newEditionPaper(t *testing.T) {
	r := newForm2090(t)
	text, err := export.Text().Bytes(r, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words() {
		if !strings.Contains(string(text.Data), w) {
			t.Errorf("the text lacks %s", w)
		}
	}
	for _, sheet := range []export.Print{export.PrintReport, export.PrintBlank, export.PrintSlips} {
		document, result, err := export.Layout(r, export.Options{Print: sheet})
		if err != nil || result.Stamped {
			t.Fatalf("%s: stamped %v: %v", sheet, result.Stamped, err)
		}
		var printed strings.Builder
		for _, p := range document.Pages {
			for _, run := range p.Texts {
				printed.WriteString(run.String)
			}
		}
		for _, w := range words() {
			elsewhere := sheet == export.PrintSlips && slices.Contains([]string{newTitle, newAspect, newOverview}, w) || sheet != export.PrintReport && strings.HasPrefix(w, "2090年，")
			if !strings.Contains(printed.String(), w) && !elsewhere {
				t.Errorf("the paper (%s) lacks %s", sheet, w)
			}
		}
	}
}

// newEditionImport reads back what the program writes, in every format that it reads.
func newEditionImport(t *testing.T) {
	r := newForm2090(t)
	formats := slices.DeleteFunc(export.Formats(), func(f export.Format) bool {
		return f.Ending == reportfile.Ending || !f.Carries(export.PrintReport)
	})
	for _, format := range formats {
		written, err := format.Bytes(r, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		wantImported(t, r, "年报"+format.Ending, written.Data)
	}
}

// newEditionPage reads a web page with the tables of the form.
func newEditionPage(t *testing.T) {
	r := newForm2090(t)
	wantImported(t, r, "年报.html", webPage(r, func(s string) string { return s }))
	// The heads of the form before are a label that is not the form's.
	old := webPage(r, func(s string) string { return strings.ReplaceAll(s, newColumn, "本年制发件数") })
	result, err := intake.Read("年报.html", old, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantRules(t, result.Report)
	// A seventh part that is missing is told of by its name.
	without := strings.Split(string(webPage(r, func(s string) string { return s })), "<p>"+newTitle)[0]
	if result, err = intake.Read("年报.html", []byte(without), intake.Options{Year: 2090}); err != nil {
		t.Fatal(err)
	}
	found := check.OfSource(result.Report)
	if len(found) != 1 || found[0].Rule != "S03" || !strings.Contains(found[0].Message(), newTitle) {
		t.Errorf("a part is missing: %v", found)
	}
}

// newEditionBefore reads documents of the form before, whose titles the new one shares in
// part: a list of contents, and a second report behind the first, are known by all.
func newEditionBefore(t *testing.T) {
	r := report2089(t)
	page := string(webPage(r, func(s string) string { return s }))
	var contents strings.Builder
	for i, s := range r.Edition().Titled() {
		fmt.Fprintf(&contents, "<p>%s……%d</p>", s.Title, i+1)
	}
	for name, document := range map[string]string{
		"a list of contents": strings.Replace(page, "</h1>", "</h1><p>目录</p>"+contents.String(), 1),
		"two reports":        page + strings.ReplaceAll(page, r.Agency.Name, "青石镇人民政府"),
	} {
		got, err := intake.Read("年报.html", []byte(document), intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c := compare.Reports(r, got.Report); len(c.Cells)+len(c.Paragraphs) > 0 {
			t.Errorf("%s: reads otherwise: %+v", name, c)
		}
	}
}

func wantImported(t *testing.T, want *model.Report, name string, data []byte) {
	t.Helper()
	got, err := intake.Read(name, data, intake.Options{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if len(got.Unplaced) > 0 || got.Report.Year != 2090 {
		t.Errorf("%s: year %d, without a place %v", name, got.Report.Year, got.Unplaced)
	}
	if c := compare.Reports(want, got.Report); len(c.Cells)+len(c.Paragraphs) > 0 {
		t.Errorf("%s reads otherwise: %+v", name, c)
	}
	for _, f := range check.OfSource(got.Report) {
		t.Errorf("%s: %s %s", name, f.Rule, f.Message())
	}
}

// webPage publishes a report with merged cells; labels may be changed.
func webPage(r *model.Report, label func(string) string) []byte {
	var b strings.Builder
	b.WriteString("<html><body><h1>" + strings.Join(r.TitleLines(), "") + "</h1>")
	for _, s := range r.Edition().Sections {
		if s.Titled() {
			b.WriteString("<p>" + s.Title + "</p>")
		}
		for _, block := range r.Narrative[s.ID] {
			b.WriteString("<p>" + html.EscapeString(block.Text) + "</p>")
		}
		if s.Table == nil {
			continue
		}
		b.WriteString("<table>")
		for _, row := range s.Table.Grid().Rows {
			b.WriteString("<tr>")
			for _, c := range row.Cells {
				text := label(c.Text)
				if c.Cell != nil {
					text = r.Value(c.Cell.Address)
				}
				fmt.Fprintf(&b, `<td rowspan="%d" colspan="%d">%s</td>`, c.RowSpan, c.ColSpan, text)
			}
			b.WriteString("</tr>")
		}
		b.WriteString("</table>")
	}
	b.WriteString("<p>" + r.Signature.Agency + "</p><p>" + model.DateInWords(r.Signature.Date) + "</p></body></html>")
	return []byte(b.String())
}

func newEditionCarry(t *testing.T) {
	last := report2089(t)
	enter(t, last, "disclosure.documents.effective", "8")
	next, err := carry.From(last, 2090, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	if text := next.Narrative[model.Preamble][0].Text; !strings.Contains(text, "〔2089〕8号") || strings.Contains(text, editionBefore(t).Source) {
		t.Errorf("the notice stays the former: %s", text)
	}
	if next.Cells["disclosure.documents.effective"] != "8" || next.Cells[newRow+"effective"] != "" || len(next.Narrative[newPart]) != 0 {
		t.Errorf("cells %v", next.Cells)
	}
	after, err := carry.From(newForm2090(t), 2091, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	if after.Cells[newRow+"effective"] != "14" || len(after.Narrative[newPart]) != 1 {
		t.Errorf("the new row and part stay behind: %v, %v", after.Cells[newRow+"effective"], after.Narrative[newPart])
	}
	if !slices.ContainsFunc(after.Carried.Items, func(i model.CarriedItem) bool {
		return i.Section == newPart && strings.Contains(carry.Message(i), newTitle)
	}) {
		t.Errorf("no word of it: %+v", after.Carried.Items)
	}
}

func newEditionCompare(t *testing.T) {
	before, after := newForm2090(t), newForm2090(t)
	enter(t, after, newRow+"issued", "5")
	after.Narrative[newPart][0].Text = "2090年，群众最关心的是村务的公开。"
	c := compare.Reports(before, after)
	if len(c.Cells) != 1 || c.Cells[0].Name != "表二“政策解读材料”"+newColumn || len(c.Paragraphs) != 1 || c.Paragraphs[0].Section != newTitle {
		t.Errorf("%+v", c)
	}
	if c = compare.Reports(report2089(t), after); len(c.Cells) != 7 || !slices.ContainsFunc(c.Paragraphs, func(p compare.Paragraph) bool { return p.Section == newTitle }) {
		t.Errorf("beside the form before: %+v", c)
	}
}

// newEditionWindow fills the new cells and the new part in, in the window, and finds
// them in the draft.
func newEditionWindow(t *testing.T) {
	r := newRig(t)
	report := newForm2090(t)
	enter(t, report, newRow+"issued", "")
	delete(report.Narrative, newPart)
	delete(report.Narrative, model.Overview)
	id := r.keepDraft(report)
	r.begin()
	r.openDraft(id)
	f := r.form
	if !slices.ContainsFunc(f.entries, func(e *sectionEntry) bool { return shows(e.NavItem, newTitle) }) {
		t.Error("the list of sections lacks the seventh")
	}
	table := r.page(model.Disclosure).(*pages.Table)
	cell := table.Grid.Cells[newRow+"issued"]
	if cell == nil || !shows(table.Grid, "政策解读材料") || !shows(table.Grid, newColumn) {
		t.Fatalf("the page lacks the row: %q", texts(table.Grid))
	}
	f.Focus(cell.Entry)
	r.write("6")
	if asked := r.page(newTable).(*pages.Table).Grid; !shows(asked, "意见征集") || asked.Cells[newAsked].Entry.Text != "7" {
		t.Errorf("the page of the new table: %q", texts(asked))
	}
	overview := r.page(model.Overview).(*pages.Prose)
	overview.Scaffold()
	if last := overview.Cards[len(overview.Cards)-1]; last.Heading == nil || last.Heading.Text != newAspect {
		t.Errorf("the overview is not built for %s: %d blocks", newAspect, len(overview.Cards))
	}
	prose := r.page(newPart).(*pages.Prose)
	if !shows(prose.Content(), newTitle) {
		t.Errorf("the page is headed %q", texts(prose.Content()))
	}
	r.write("群众关心的事项如下。")
	collect := r.openCollect()
	r.pushFirst(pages.TextTakeProposal)
	collect.Keys[0].Pressed()
	if collect.Slip.Cell(newRow+"issued") == nil || !shows(collect.Content(), "政策解读材料") || !shows(collect.Content(), newColumn) {
		t.Errorf("nobody is asked for the row: %q", texts(collect.Content()))
	}
	r.openCheck()
	r.openPrint()
	if err := f.d.Flush(); err != nil {
		t.Fatal(err)
	}
	saved := r.shelf.saved(t, id)
	if saved.Cells[newRow+"issued"] != "6" || len(saved.Narrative[newPart]) == 0 || saved.Narrative[newPart][0].Text != "群众关心的事项如下。" {
		t.Errorf("the draft holds %q, %v", saved.Cells[newRow+"issued"], saved.Narrative[newPart])
	}
}

func idOf(e *model.Edition) string {
	if e == nil {
		return "none"
	}
	return e.ID
}
