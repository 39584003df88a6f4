package desktop

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/slips"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// openCollect shows 收数.
func (r *rig) openCollect() *pages.Collect {
	r.t.Helper()
	r.form.open(r.form.collectAt)
	r.Window.Canvas().Capture()
	return r.form.entries[r.form.collectAt].page.(*pages.Collect)
}

// pushFirst presses the first button with a text, in the dialog where there is one.
func (r *rig) pushFirst(text string) {
	r.t.Helper()
	top := r.Window.Canvas().Overlays().Top()
	if top == nil {
		top = r.Window.Canvas().Content()
	}
	var found *widgets.Button
	walk(top, func(o fyne.CanvasObject) {
		if b, ok := o.(*widgets.Button); ok && found == nil && b.Text == text && !b.Disabled() {
			found = b
		}
	})
	if found == nil {
		r.t.Fatalf("no button %q: %q", text, texts(top))
	}
	found.Pressed()
	r.drain()
}

// slips are those of the open report.
func (r *rig) slips() slips.List {
	r.t.Helper()
	l, err := slips.Of(r.form.d.Report())
	if err != nil {
		r.t.Fatal(err)
	}
	return l
}

// TestCollectList: the usual list is proposed and nothing is kept of it before it is
// taken; givers are added, several at a time, renamed and removed, each as one step of
// undo, and one that has answered not unasked.
func TestCollectList(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.openCollect()
	if !shows(p.Content(), "党政办公室") || len(r.slips().Givers) != 0 {
		t.Fatalf("%q", texts(p.Content()))
	}
	r.pushFirst(pages.TextTakeProposal)
	names := func() (all []string) {
		for _, g := range r.slips().Givers {
			all = append(all, g.Name)
		}
		return all
	}
	before := names()
	if len(before) != 5 || !shows(p.Content(), "还没有交 5 家") || !shows(f.entries[f.collectAt].NavItem, "0/5") {
		t.Fatalf("%q: %q", before, texts(p.Content()))
	}

	r.pushFirst("添加…")
	r.write("青石村、红星村；")
	r.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := names(); !slices.Equal(got, append(slices.Clone(before), "青石村", "红星村")) {
		t.Fatalf("added: %q", got)
	}
	if g := r.slips().Givers[6]; !slices.Equal(g.Rows, []string{"applications.received"}) {
		t.Errorf("a village is asked for %q", g.Rows)
	}
	f.Undo()
	if got := names(); !slices.Equal(got, before) {
		t.Errorf("one undo left %q", got)
	}
	f.Redo()

	r.pushFirst("添加…")
	r.write("青石村")
	r.Modal.Confirm()
	if r.Modal == nil || !shows(r.Window.Canvas().Overlays().Top(), "名单上已经有“青石村”") {
		t.Error("a name stands there twice")
	}
	r.Modal.Close()

	r.pushFirst("修改…") // 党政办公室
	r.write("党政办")
	find(t, r, func(e *widgets.TextEntry) bool { return strings.Contains(e.PlaceHolder, "不定就空着") }).SetText("2027.1.5")
	tick := find(t, r, func(k *widgets.Tick) bool { return k.Text == "行政许可" })
	tick.SetChecked(true)
	rows := r.slips().Givers[0].Rows
	r.Modal.Confirm()
	if g := r.slips().Givers[0]; g.Name != "党政办" || g.Due != "2027-01-05" || !slices.Equal(g.Rows, append(slices.Clone(rows), "disclosure.licensing")) {
		t.Errorf("changed to %+v", g)
	}
	if !shows(p.Content(), "2027年1月5日前交回；过了期限还没有交") {
		t.Errorf("%q", texts(p.Content()))
	}

	r.printers.Names = []string{"HP"}
	r.pushFirst(pages.TextPrintSlips)
	if r.Modal.Confirm(); r.printed.Print != export.PrintSlips {
		t.Errorf("prints %q", r.printed.Print)
	}
	r.Modal.Close()

	p.Keys[0].Pressed()
	r.write("3")
	r.pushFirst(pages.TextToList)
	r.pushFirst(pages.TextRemoveGiver)
	if r.Modal == nil || len(names()) != 7 {
		t.Fatal("one that has answered went unasked")
	}
	r.Modal.Confirm()
	if got := names(); len(got) != 6 || got[0] == "党政办" {
		t.Errorf("left %q", got)
	}
	f.Undo()
	if got := r.slips().Givers[0].Answers; len(got) != 1 {
		t.Errorf("back with %v", got)
	}
}

// TestCollectSlip keys a slip in: Enter goes down and on to the next column, what is no
// number stays as it is written and counts nowhere, and all of it is in the report at
// once.
func TestCollectSlip(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.openCollect()
	r.pushFirst(pages.TextTakeProposal)
	p.Keys[4].Pressed() // 司法所
	cellOf := func(a model.Address) fyne.Focusable { return p.Slip.Cell(a) }
	if r.focused() != cellOf("disputes.review.upheld") {
		t.Fatal("the caret is not in the first cell")
	}
	r.write("1")
	r.keys(fyne.KeyReturn)
	r.write("两件")
	r.keys(fyne.KeyReturn)
	if r.focused() != cellOf("disputes.afterReview.upheld") {
		t.Error("Enter does not go down")
	}
	r.keys(fyne.KeyReturn)
	if r.focused() != cellOf("disputes.review.corrected") {
		t.Error("nor on to the next column")
	}
	g := r.slips().Givers[4]
	if g.Answers["disputes.review.upheld"] != "1" || g.Answers["disputes.direct.upheld"] != "两件" || len(g.Answers) != 2 {
		t.Errorf("answers %v", g.Answers)
	}
	if !shows(p.Content(), "“两件”不是数字") || !shows(p.Content(), "空着不等于 0") {
		t.Errorf("%q", texts(p.Content()))
	}
	if len(f.d.Report().Cells) != 0 {
		t.Errorf("the report has %v", f.d.Report().Cells)
	}
	r.pushFirst("今天")
	if got := r.slips().Givers[4].Back; got != "2027-01-12" {
		t.Errorf("came back on %q", got)
	}
	r.pushFirst(pages.TextAllZero)
	if g := r.slips().Givers[4]; len(g.Blank(f.d.Report().Edition())) != 0 || g.Answers["disputes.review.other"] != "0" || g.Answers["disputes.review.upheld"] != "1" {
		t.Errorf("answers %v", g.Answers)
	}
	f.Undo()
	if g := r.slips().Givers[4]; len(g.Answers) != 2 {
		t.Errorf("one undo left %v", g.Answers)
	}
	body, err := reportfile.Write(f.d.Snapshot())
	if err != nil || !strings.Contains(string(body), "两件") {
		t.Errorf("not in the file: %v", err)
	}
}

// TestCollectTakes: what the report has nothing for is filled in as one step; what it has
// otherwise is shown, and replaced only where that is asked for.
func TestCollectTakes(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	if err := f.d.Set("disclosure.penalties.decided", "9"); err != nil {
		t.Fatal(err)
	}
	p := r.openCollect()
	r.pushFirst(pages.TextTakeProposal)
	p.Keys[1].Pressed() // 执法队
	r.write("3")
	r.keys(fyne.KeyReturn)
	r.write("2")
	if !shows(p.Content(), "这一份都填了") {
		t.Errorf("%q", texts(p.Content()))
	}
	r.pushFirst(pages.TextToList)
	if !shows(p.Content(), "综合行政执法队报 3，报告里是 9") || !shows(p.Content(), "行政强制·本年处理决定数量 2") {
		t.Fatalf("%q", texts(p.Content()))
	}
	value := func(a model.Address) string { return f.d.Report().Value(a) }
	r.pushFirst(pages.TextFillIn)
	if value("disclosure.enforcement.decided") != "2" || value("disclosure.penalties.decided") != "9" {
		t.Errorf("filled in %v", f.d.Report().Cells)
	}
	f.Undo()
	if value("disclosure.enforcement.decided") != "" || value("disclosure.penalties.decided") != "9" {
		t.Errorf("one undo left %v", f.d.Report().Cells)
	}
	f.Redo()
	r.openCollect()
	r.pushFirst(pages.TextReplaceBy("3"))
	if value("disclosure.penalties.decided") != "3" || !shows(p.Content(), "2 格一致") {
		t.Errorf("%v: %q", f.d.Report().Cells, texts(p.Content()))
	}
}

// TestCollectFinal: of a final report the slips can be read and not changed.
func TestCollectFinal(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.openCollect()
	r.pushFirst(pages.TextTakeProposal)
	p.Keys[0].Pressed()
	r.write("3")
	f.finalise("县里已核")
	p = r.openCollect()
	if shows(p.Content(), pages.TextRemoveGiver) || shows(p.Content(), "添加…") {
		t.Errorf("%q", texts(p.Content()))
	}
	r.form.entries[r.form.collectAt].page.(*pages.Collect).Keys[0].Pressed()
	p.Slip.Cell("disclosure.regulations.issued").SetText("4")
	if got := r.slips().Givers[0].Answers["disclosure.regulations.issued"]; got != "3" {
		t.Errorf("a final report has %q", got)
	}
}

// TestCollectUnread: a list that cannot be read is told of, and stays in the report beside
// the one that is made anew.
func TestCollectUnread(t *testing.T) {
	r := newRig(t)
	report, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	report.Extra = model.Extra{"x-slips": `{"givers":"财政所"}`}
	body, err := reportfile.Write(report)
	if err != nil {
		t.Fatal(err)
	}
	r.begin()
	r.createDraft(report, body)
	p := r.openCollect()
	if !shows(p.Content(), "名单读不出来") || shows(r.form.entries[r.form.collectAt].NavItem, "/") {
		t.Fatalf("%q", texts(p.Content()))
	}
	r.pushFirst(pages.TextTakeProposal)
	if shows(p.Content(), "名单读不出来") || len(r.slips().Givers) != 5 {
		t.Errorf("%q", texts(p.Content()))
	}
	if extra := r.form.d.Report().Extra; !strings.Contains(extra["x-slips-unread"], "财政所") {
		t.Errorf("lost: %v", extra)
	}
}

// TestCollectRows: what a giver is asked for in another way than by rows, a single cell, a
// whole table, a row of another form, is not lost when its rows are chosen anew.
func TestCollectRows(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	if err := f.d.SetSlips(slips.List{Givers: []slips.Giver{{
		Name: "财政所", Rows: []string{"disclosure.fees.amount", "disputes", "disclosure.gone", "disclosure.penalties.decided"},
	}}}); err != nil {
		t.Fatal(err)
	}
	r.openCollect()
	r.pushFirst("修改…")
	for name, checked := range map[string]bool{"行政处罚": false, "行政许可": true} {
		find(t, r, func(k *widgets.Tick) bool { return k.Text == name }).SetChecked(checked)
	}
	r.Modal.Confirm()
	want := []string{"disclosure.fees.amount", "disputes.review", "disputes.direct", "disputes.afterReview", "disclosure.gone", "disclosure.licensing"}
	if got := r.slips().Givers[0].Rows; !slices.Equal(got, want) {
		t.Errorf("asked for %q, want %q", got, want)
	}
}
