package desktop

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// openCheck shows 检查.
func (r *rig) openCheck() *pages.Check {
	r.t.Helper()
	r.form.open(r.form.checkAt)
	return r.form.entries[r.form.checkAt].page.(*pages.Check)
}

func findingOf(t *testing.T, f *form, rule string) check.Finding {
	t.Helper()
	for _, finding := range f.d.Findings() {
		if finding.Rule == rule {
			return finding
		}
	}
	t.Fatalf("no %s among %v", rule, f.d.Findings())
	return check.Finding{}
}

// TestAnswerAHint: a hint is answered with a reason, stands apart from then on,
// and the answer can be taken back.
func TestAnswerAHint(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openCheck()
	hints := check.Count(f.d.Findings()).W
	if !shows(p.Content(), "S07") {
		t.Fatalf("%q", texts(p.Content()))
	}
	pages.AskAnswer(f, findingOf(t, f, "S07"))
	r.Modal.Confirm()
	if r.Modal == nil || findingOf(t, f, "S07").Answer != "" || !shows(r.Modal.Popup.Content, "请写明原因") {
		t.Fatal("answered without a reason")
	}
	r.write("按县里模板")
	r.Modal.Confirm()
	if r.Modal != nil || check.Count(f.d.Findings()).W != hints-1 || !shows(p.Content(), pages.TextAnswered(1)) || !shows(p.Content(), "原因：按县里模板") {
		t.Fatalf("%q", texts(p.Content()))
	}
	if left, todo := f.d.Count(); left.W != 0 || !shows(f.bar.outer, pages.TextToDo(todo)) || shows(f.bar.outer, "提示") {
		t.Errorf("%q", texts(f.bar.outer))
	}
	find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextWithdraw }).Pressed()
	if check.Count(f.d.Findings()).W != hints || shows(p.Content(), "按县里模板") {
		t.Error("not taken back")
	}
	r.menuItem(textMenuUndo)
	if findingOf(t, f, "S07").Answer == "" {
		t.Error("taking back cannot be undone")
	}
}

func TestFilterFindings(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	if err := f.d.Set("applications.received.person", "3"); err != nil {
		t.Fatal(err)
	}
	p := r.openCheck()
	p.Filter.SetSelected(pages.TextErrorsOnly)
	if !shows(p.Content(), "C01") || shows(p.Content(), "S07") {
		t.Errorf("%q", texts(p.Content()))
	}
	p.Filter.SetSelected(pages.TextHintsOnly)
	if shows(p.Content(), "C01") || !shows(p.Content(), "S07") {
		t.Errorf("%q", texts(p.Content()))
	}
}

// TestGoToFindings: every finding of the sample leads to a page with the caret
// in it.
func TestGoToFindings(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	for _, finding := range f.d.Findings() {
		f.open(f.checkAt)
		f.GoTo(finding)
		if f.at == f.checkAt || r.focused() == nil {
			t.Errorf("%s %q leads nowhere", finding.Rule, finding.Section)
		}
		if finding.Place == nil || finding.Place.Start == finding.Place.End {
			continue
		}
		if e, ok := r.focused().(*widgets.TextEntry); !ok || e.SelectedText() == "" {
			t.Errorf("%s selects nothing", finding.Rule)
		}
	}
}

// TestLastYearsReport: the report of the year before, among the drafts, is held
// against this year's; passages left standing are shown beside each other.
func TestLastYearsReport(t *testing.T) {
	r := newRig(t)
	f := r.openSample() // of 2020
	if err := f.d.Set("applications.carriedOut.person", "2"); err != nil {
		t.Fatal(err)
	}
	last := f.d.Snapshot()
	r.showStart()
	next, err := model.New(2021, last.Agency)
	if err != nil {
		t.Fatal(err)
	}
	next.Narrative = last.Narrative
	body, err := reportfile.Write(next)
	if err != nil {
		t.Fatal(err)
	}
	r.createDraft(next, body)
	f = r.form
	if err := f.d.Set("applications.carriedIn.person", "1"); err != nil {
		t.Fatal(err)
	}
	if c := findingOf(t, f, "C06"); c.Right != "2" {
		t.Errorf("C06 says %s", c.Message())
	}
	alike := findingOf(t, f, "S20")
	if len(alike.Passages) == 0 {
		t.Fatal("no passages")
	}
	pages.AskPassages(f, alike)
	if said := r.said(); !strings.Contains(said, "相同 100%") {
		t.Errorf("%q", said)
	}
}

// TestLastYearsReportUnread: where no draft of last year's report can be read, or only an
// older one, 检查 says so; nothing else is kept from going on.
func TestLastYearsReportUnread(t *testing.T) {
	const none, other = "没有与 2025 年度的报告对照", "用的不是最后保存的那份草稿"
	r := newRig(t)
	of := func(year int) *model.Report {
		report, err := model.New(year, model.Agency{Name: "梧桐镇人民政府"})
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	r.begin()
	id := r.keepDraft(of(2026))
	reopened := func() fyne.CanvasObject {
		r.showStart()
		r.openDraft(id)
		return r.openCheck().Content()
	}
	if page := reopened(); shows(page, none) {
		t.Errorf("without any: %q", texts(page))
	}
	last := desk.Summarise(of(2025), r.now().Add(time.Hour))
	if _, err := r.shelf.Create(last, []byte("no report")); err != nil {
		t.Fatal(err)
	}
	if page := reopened(); !shows(page, none) || r.form.d.Status().State != desk.Saved {
		t.Errorf("%q", texts(page))
	}
	r.keepDraft(of(2025))
	if page := reopened(); !shows(page, other) {
		t.Errorf("%q", texts(page))
	}
}

// TestFindingsInProse stand below the block they are about, with the way to the
// place and to an answer.
func TestFindingsInProse(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Problems).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	r.write("公开信息60条，其中政策文件8条，服务公开12条，工作动态34条。问题是不够及时，将加强。")
	r.Window.Canvas().Capture()
	if !shows(p.Cards[0].Findings, "E01") || !shows(p.Cards[0].Findings, pages.TextGoTo) || !shows(p.Cards[0].Findings, pages.TextAnswer) {
		t.Fatalf("%q", texts(p.Cards[0].Findings))
	}
	p.Reveal(findingOf(t, f, "E01"))
	if got := p.Cards[0].Text.SelectedText(); !strings.Contains(got, "60条") {
		t.Errorf("selected %q", got)
	}
	if err := f.d.Acknowledge(findingOf(t, f, "E01"), "另有6条未归类"); err != nil {
		t.Fatal(err)
	}
	if shows(p.Cards[0].Findings, "E01") {
		t.Error("still there when answered")
	}
	p.Changed(desk.Change{Reload: true})
}
