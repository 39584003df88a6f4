package desktop

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// particulars shows 基本信息.
func (r *rig) particulars() *pages.Particulars {
	r.t.Helper()
	r.form.open(0)
	return r.form.shown().(*pages.Particulars)
}

// TestDateInAnyForm: 成文日期 is taken in every form that officials write, and shown
// as it prints. What is no date stays in its field, and says so.
func TestDateInAnyForm(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	for _, typed := range []string{
		"2027年1月20日", "2027.1.20", "2027/1/20", "2027-1-20", "20270120", "２０２７．１．２０", "二〇二七年一月二十日", "1月20日",
	} {
		p := r.particulars()
		f.Focus(p.Date)
		p.Date.SetText("")
		r.write(typed)
		r.page(model.Preamble)
		p = r.particulars()
		if got := f.d.Report().Signature.Date; got != "2027-01-20" || p.Date.Text != "2027年1月20日" || shows(p.Content(), "不是一个日期") {
			t.Errorf("%s: the report has %q, the field %q", typed, got, p.Date.Text)
		}
	}

	p := r.particulars()
	f.Focus(p.Date)
	p.Date.SetText("")
	r.write("下周一")
	if shows(p.Content(), "不是一个日期") {
		t.Error("what is being typed is called wrong")
	}
	r.page(model.Preamble)
	r.reshowForm()
	p = r.particulars()
	if p.Date.Text != "下周一" || !shows(p.Content(), "成文日期“下周一”不是一个日期") || pages.ParticularsState(f.d).Errors != 1 {
		t.Errorf("the field shows %q, and %d errors", p.Date.Text, pages.ParticularsState(f.d).Errors)
	}

	r.menuItem(textMenuToday)
	if got := f.d.Report().Signature.Date; got != "2027-01-12" || p.Date.Text != "2027年1月12日" || shows(p.Content(), "不是一个日期") {
		t.Errorf("today is %q, the field shows %q", got, p.Date.Text)
	}
	f = r.form
	f.Undo()
	if p.Date.Text != "下周一" || !shows(p.Content(), "不是一个日期") {
		t.Errorf("one step back the field shows %q", p.Date.Text)
	}
}

// TestProposedFromTheName: 简称 and 落款机关 follow the name until somebody writes them;
// a new report has both.
func TestProposedFromTheName(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.creator.askNew()
	find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == "" && e.Text == "" }).SetText("梧桐镇人民政府")
	r.Modal.Confirm()
	p := r.particulars()
	if !shows(p.Content(), "我镇") || r.form.d.Report().Signature.Agency != "梧桐镇人民政府" {
		t.Fatalf("a new report: %q", texts(p.Content()))
	}
	if counts, _ := r.form.d.Count(); counts != (check.Counts{}) {
		t.Errorf("a new report has %+v", counts)
	}
	r.form.Focus(p.Begin())
	p.Begin().(*widgets.TextEntry).SetText("新义街道办事处")
	if report := r.form.d.Report(); report.Agency.Short != "我街道" || report.Signature.Agency != "新义街道办事处" || !shows(p.Content(), "我街道") {
		t.Errorf("renamed: %+v, signed %q, shown %q", report.Agency, report.Signature.Agency, texts(p.Content()))
	}
	r.form.d.SetSigner("")
	find(t, r, func(b *widgets.Button) bool { return b.Text == "用全称" }).Pressed()
	if got := r.form.d.Report().Signature.Agency; got != "新义街道办事处" {
		t.Errorf("signed %q", got)
	}
}

// TestUnnamed: a report whose name was taken away is to be filled in, not wrong; the
// finding leads to the field for it.
func TestUnnamed(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	f.d.Rename("")
	if counts, _ := f.d.Count(); counts != (check.Counts{}) {
		t.Errorf("the report has %+v", counts)
	}
	for _, finding := range f.d.Findings() {
		if finding.Rule != "S01" {
			continue
		}
		f.GoTo(finding)
		if r.focused() != r.particulars().Begin() {
			t.Errorf("%s leads to %v", finding.Message(), r.focused())
		}
		return
	}
	t.Error("nothing is said of the name")
}

// TestScaffold: the overview is built from its usual sentences at once, once, and the
// first place to fill in is selected.
func TestScaffold(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Overview).(*pages.Prose)
	if !p.CanScaffold() || !shows(p.Content(), pages.TextScaffold) {
		t.Fatal("nothing is offered")
	}
	r.menuItem(textMenuFillAll)
	p = r.page(model.Overview).(*pages.Prose)
	r.menuItem(pages.TextScaffold)
	blocks := f.d.Report().Narrative[model.Overview]
	if len(blocks) != 5 || blocks[3].Heading != "政府信息公开平台建设" || !strings.Contains(blocks[1].Text, "没有收到") {
		t.Fatalf("%+v", blocks)
	}
	if e, ok := r.focused().(*widgets.TextEntry); !ok || e != p.Cards[0].Text || e.SelectedText() != "××" {
		t.Errorf("focused %T, selected", r.focused())
	}
	if p.CanScaffold() || shows(p.Content(), pages.TextScaffold) {
		t.Error("it is offered again")
	}
	r.page(model.Problems)
	for _, finding := range f.d.Findings() {
		if finding.Rule == "S14" || finding.Rule == "C11" {
			t.Error(finding.Message())
		}
	}
	f.Undo()
	if f.d.Begun(model.Overview) {
		t.Error("not one step")
	}
}

// TestFillAllTables: one command puts 0 into all tables and says how many there were.
func TestFillAllTables(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	if err := f.d.Set("applications.received.person", "两件"); err != nil && f.d.Report().Written("applications.received.person") != "两件" {
		t.Fatal(err)
	}
	r.particulars()
	r.menuItem(textMenuFillAll)
	table, ok := f.shown().(*pages.Table)
	if !ok || !shows(table.Notices, "各表一共补了 165 格 0") || len(f.d.Report().Unfilled()) != 0 {
		t.Errorf("shown %q", texts(f.outer))
	}
	if got := f.d.Report().Written("applications.received.person"); got != "两件" {
		t.Errorf("what was written became %q", got)
	}
	f.Undo()
	if n := len(f.d.Report().Unfilled()); n != 165 {
		t.Errorf("taken back: %d blanks", n)
	}
}
