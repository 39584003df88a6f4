package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// newForm opens an empty report in the edition in force.
func (r *rig) newForm() *form {
	r.t.Helper()
	report, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府", Short: "我镇"})
	if err != nil {
		r.t.Fatal(err)
	}
	r.begin()
	r.createDraft(report, nil)
	if r.form == nil {
		r.t.Fatal("no form")
	}
	return r.form
}

func TestEquationStrip(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	r.Window.Resize(fyne.NewSize(1280, 800)) // room for all of it
	p := r.page(model.Applications).(*pages.Table)
	r.Window.Canvas().Capture()
	if got := strings.Join(texts(p.Strip), " "); strings.Count(got, "—") != 7 {
		t.Errorf("an empty table shows %q", got)
	}
	f.Focus(p.Grid.Cells["applications.received.person"].Entry)
	r.write("3")
	if got := strings.Join(texts(p.Strip), " "); !strings.Contains(got, "3+0=3 0+0=0 差 3") {
		t.Errorf("%q", got)
	}
	if !shows(p.Notices, "“结转下年度继续办理”改为 3，或“本年新收”改为 0") {
		t.Errorf("%q", texts(p.Notices))
	}
	f.Focus(p.Grid.Cells["applications.carriedOut.person"].Entry)
	r.write("3")
	if got := strings.Join(texts(p.Strip), " "); !strings.Contains(got, "3+0=3 0+3=3 ✓") {
		t.Errorf("%q", got)
	}
	for _, id := range []model.SectionID{model.Disclosure, model.Disputes} {
		if r.page(id).(*pages.Table).Strip != nil {
			t.Errorf("%s has an equation", id)
		}
	}
}

func TestFillBlanksButton(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Disputes).(*pages.Table)
	f.Focus(p.Grid.Cells["disputes.review.upheld"].Entry)
	r.write("2")
	p.FillBlanks()
	typed, filled := p.Grid.Cells["disputes.review.upheld"], p.Grid.Cells["disputes.review.other"]
	if typed.Filled || !filled.Filled || filled.Entry.Text != "0" || typed.Entry.Text != "2" {
		t.Errorf("typed %q %v, filled %q %v", typed.Entry.Text, typed.Filled, filled.Entry.Text, filled.Filled)
	}
	if !shows(p.Notices, "补了 11 格 0") || f.d.SectionState(model.Disputes).Cells != 12 {
		t.Errorf("%q", texts(p.Notices))
	}
	f.Focus(filled.Entry)
	r.write("0")
	if filled.Filled {
		t.Error("a 0 that was typed still counts as filled in")
	}
	r.menuItem(textMenuUndo)
	r.menuItem(textMenuUndo)
	if filled.Entry.Text != "" || typed.Entry.Text != "2" {
		t.Errorf("after undoing %q, %q", filled.Entry.Text, typed.Entry.Text)
	}
}

func TestNoApplicationsButton(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	p.AskNoApplications()
	if r.Modal != nil || f.d.SectionState(model.Applications).Mark == 0 {
		t.Error("asks although nothing is lost")
	}
	f.Focus(p.Grid.Cells["applications.received.person"].Entry)
	r.write("3")
	p.AskNoApplications()
	if r.Modal == nil || f.d.Report().Value("applications.received.person") != "3" {
		t.Fatal("does not ask before a number goes")
	}
	r.Modal.Confirm()
	if f.d.Report().Value("applications.received.total") != "0" || p.Grid.Cells["applications.received.person"].Entry.Text != "0" {
		t.Error("not all 0")
	}
}

func TestCtrlArrows(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	r.Window.Canvas().Capture()
	f.Focus(p.Grid.Cells["applications.received.person"].Entry)
	for _, step := range []struct {
		key  fyne.KeyName
		want model.Address
	}{
		{fyne.KeyDown, "applications.carriedOut.person"},
		{fyne.KeyRight, "applications.carriedOut.other"},
		{fyne.KeyUp, "applications.received.other"},
		{fyne.KeyLeft, "applications.received.person"},
	} {
		r.focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: step.key, Modifier: fyne.KeyModifierControl})
		if r.focused() != p.Grid.Cells[step.want].Entry {
			t.Errorf("%s does not lead to %s", step.key, step.want)
		}
	}
}

// TestHeadStaysInView: scrolled down, the table's head stands above it, and no
// cell with the caret hides below it.
func TestHeadStaysInView(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	r.Window.Canvas().Capture()
	if p.Head.Visible() {
		t.Error("the head is there twice")
	}
	f.Focus(p.Grid.Cells["applications.carriedOut.person"].Entry)
	if !p.Head.Visible() {
		t.Fatal("the head is out of view")
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for c := p.Grid.Cells["applications.carriedOut.person"]; c != nil; c = p.Grid.Step(c, widgets.StepUp) {
		f.Focus(c.Entry)
		top := place(p.Scroll.View).Y
		if p.Head.Visible() {
			top += p.Head.Height()
		}
		if place(c).Y < top {
			t.Errorf("%s is hidden", c.Address)
		}
	}
}

func TestPasteIsOneStep(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	p.Paste(p.Grid.Cells["applications.received.person"], "1\t2\tx\r\n4\t5\t6")
	if got := f.d.Report().Value("applications.carriedIn.research"); got != "6" {
		t.Errorf("%q", got)
	}
	if !shows(p.Notices, "已粘贴 5 格") || !shows(p.Notices, "科研机构：“x”不是数字") {
		t.Errorf("%q", texts(p.Notices))
	}
	r.menuItem(textMenuUndo)
	if len(f.d.Report().Cells) != 0 || p.Grid.Cells["applications.received.research"].Refused != "" {
		t.Error("the paste is not one step")
	}
}

// TestPasteByLabels: a table that was copied from Word goes where its labels say,
// wherever the caret is; what has no place is told.
func TestPasteByLabels(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	p.Paste(p.Grid.Cells["applications.carriedOut.legal"],
		"三、本年度办理结果\t（一）予以公开\t2\t1\t0\t0\t0\t0\t3\r\n\t（三）不予公开\t1.属于国家秘密\t4\t0\t0\t0\t0\t0\t4\r\n\t\t9.另外一种\t5\t0\t0\t0\t0\t0\t5")
	for a, want := range map[model.Address]string{"applications.granted.person": "2", "applications.granted.business": "1", "applications.secret.person": "4", "applications.carriedOut.legal": ""} {
		if got := f.d.Report().Value(a); got != want {
			t.Errorf("%s is %q, want %q", a, got, want)
		}
	}
	if !shows(p.Notices, "按标签粘贴了 12 格") || !shows(p.Notices, "9.另外一种") {
		t.Errorf("%q", texts(p.Notices))
	}
	r.menuItem(textMenuUndo)
	if len(f.d.Report().Cells) != 0 {
		t.Error("the paste is not one step")
	}
}

// TestPasteByLabelsAsWritten: what is no number stands in its cell as it was
// written, and its cell says why.
func TestPasteByLabelsAsWritten(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*pages.Table)
	p.Paste(p.Grid.Cells["applications.carriedOut.legal"],
		"三、本年度办理结果\t（一）予以公开\t2\t一件\t0\t0\t0\t0\t3\r\n\t（三）不予公开\t1.属于国家秘密\t4\t0\t0\t0\t0\t0\t4")
	const cell model.Address = "applications.granted.business"
	if got := f.d.Report().Unread[cell]; got != "一件" || p.Grid.Cells[cell].Entry.Text != "一件" || p.Grid.Cells[cell].Refused == "" {
		t.Errorf("%q is kept, %q shown", got, p.Grid.Cells[cell].Entry.Text)
	}
	if !shows(p.Notices, "按标签粘贴了 11 格") || !shows(p.Notices, "“一件”不是数字") {
		t.Errorf("%q", texts(p.Notices))
	}
}

func TestBalancesHaveTheirCells(t *testing.T) {
	for _, e := range model.Editions() {
		report, err := model.New(e.From, model.Agency{})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range check.Balances(report) {
			for _, a := range b.Cells {
				if _, ok := e.Cell(a); !ok {
					t.Errorf("%s has no %s", e.ID, a)
				}
			}
		}
	}
}

func TestTypingUpdatesTotalsAndFindings(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.received.person"]
	f.Focus(cell.Entry)
	r.write("１２") // replaces the selected 0
	if got := f.d.Report().Value("applications.received.person"); got != "12" {
		t.Fatalf("the report has %q", got)
	}
	if got := p.Grid.Cells["applications.received.total"].Total; got != "12" {
		t.Errorf("total shows %q", got)
	}
	if cell.Level != "E" || !shows(p.Notices, "C01") {
		t.Errorf("level %q, notices %q", cell.Level, texts(p.Notices))
	}
	if f.d.SectionState(model.Applications).Mark != desk.Wrong || !shows(f.bar.outer, "错误 3") {
		t.Errorf("status bar %q", texts(f.bar.outer))
	}
	r.keys(fyne.KeyReturn)
	if cell.Entry.Text != "12" {
		t.Errorf("after leaving the cell shows %q", cell.Entry.Text)
	}
	if next := p.Grid.Cells["applications.carriedIn.person"]; r.focused() != fyne.Focusable(next.Entry) {
		t.Error("Enter did not go down")
	}
	r.keys(fyne.KeyUp, fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft)
	if home := p.Grid.Cells["applications.carriedIn.person"]; r.focused() != fyne.Focusable(home.Entry) {
		t.Error("a round by the arrows did not come back")
	}
}

func TestWrongInputStaysWithItsReason(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.granted.business"]
	f.Focus(cell.Entry)
	r.write("3个")
	r.keys(fyne.KeyDown)
	if cell.Entry.Text != "3个" || cell.Refused == "" {
		t.Errorf("cell shows %q, refused %q", cell.Entry.Text, cell.Refused)
	}
	if !shows(p.Notices, "“3个”带了单位") {
		t.Errorf("notices %q", texts(p.Notices))
	}
	if n, filled := f.d.Report().Count("applications.granted.business"); filled || f.d.Report().Written("applications.granted.business") != "3个" {
		t.Errorf("the report has %q and counts %d", f.d.Report().Written("applications.granted.business"), n)
	}
	r.page(model.Disputes)
	if again := r.page(model.Applications).(*pages.Table).Grid.Cells["applications.granted.business"]; again.Entry.Text != "3个" || again.Refused == "" {
		t.Errorf("after another page the cell shows %q, refused %q", again.Entry.Text, again.Refused)
	}
	f.Focus(cell.Entry)
	r.write("3")
	if cell.Refused != "" || f.d.Report().Value("applications.granted.business") != "3" {
		t.Errorf("after correction refused %q", cell.Refused)
	}
}
