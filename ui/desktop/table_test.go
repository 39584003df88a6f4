package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/model"
	"nianbao/model/check"
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
	p := r.page(model.Applications).(*tablePage)
	r.window.Canvas().Capture()
	if got := strings.Join(texts(p.strip), " "); strings.Count(got, "—") != 7 {
		t.Errorf("an empty table shows %q", got)
	}
	f.focus(p.grid.cells["applications.received.person"].entry)
	r.write("3")
	if got := strings.Join(texts(p.strip), " "); !strings.Contains(got, "3+0=3 0+0=0 差 3") {
		t.Errorf("%q", got)
	}
	if !shows(p.notices, "“结转下年度继续办理”改为 3，或“本年新收”改为 0") {
		t.Errorf("%q", texts(p.notices))
	}
	f.focus(p.grid.cells["applications.carriedOut.person"].entry)
	r.write("3")
	if got := strings.Join(texts(p.strip), " "); !strings.Contains(got, "3+0=3 0+3=3 ✓") {
		t.Errorf("%q", got)
	}
	for _, id := range []model.SectionID{model.Disclosure, model.Disputes} {
		if r.page(id).(*tablePage).strip != nil {
			t.Errorf("%s has an equation", id)
		}
	}
}

func TestFillBlanksButton(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Disputes).(*tablePage)
	f.focus(p.grid.cells["disputes.review.upheld"].entry)
	r.write("2")
	p.fillBlanks()
	typed, filled := p.grid.cells["disputes.review.upheld"], p.grid.cells["disputes.review.other"]
	if typed.filled || !filled.filled || filled.entry.Text != "0" || typed.entry.Text != "2" {
		t.Errorf("typed %q %v, filled %q %v", typed.entry.Text, typed.filled, filled.entry.Text, filled.filled)
	}
	if !shows(p.notices, "补了 11 格 0") || f.d.SectionState(model.Disputes).Cells != 12 {
		t.Errorf("%q", texts(p.notices))
	}
	f.focus(filled.entry)
	r.write("0")
	if filled.filled {
		t.Error("a 0 that was typed still counts as filled in")
	}
	r.menuItem(textMenuUndo)
	r.menuItem(textMenuUndo)
	if filled.entry.Text != "" || typed.entry.Text != "2" {
		t.Errorf("after undoing %q, %q", filled.entry.Text, typed.entry.Text)
	}
}

func TestNoApplicationsButton(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*tablePage)
	p.askNoApplications()
	if r.modal != nil || f.d.SectionState(model.Applications).Mark == 0 {
		t.Error("asks although nothing is lost")
	}
	f.focus(p.grid.cells["applications.received.person"].entry)
	r.write("3")
	p.askNoApplications()
	if r.modal == nil || f.d.Report().Value("applications.received.person") != "3" {
		t.Fatal("does not ask before a number goes")
	}
	r.modal.confirm()
	if f.d.Report().Value("applications.received.total") != "0" || p.grid.cells["applications.received.person"].entry.Text != "0" {
		t.Error("not all 0")
	}
}

func TestCtrlArrows(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*tablePage)
	r.window.Canvas().Capture()
	f.focus(p.grid.cells["applications.received.person"].entry)
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
		if r.focused() != p.grid.cells[step.want].entry {
			t.Errorf("%s does not lead to %s", step.key, step.want)
		}
	}
}

// TestHeadStaysInView: scrolled down, the table's head stands above it, and no
// cell with the caret hides below it.
func TestHeadStaysInView(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*tablePage)
	r.window.Canvas().Capture()
	if p.head.Visible() {
		t.Error("the head is there twice")
	}
	f.focus(p.grid.cells["applications.carriedOut.person"].entry)
	if !p.head.Visible() {
		t.Fatal("the head is out of view")
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for c := p.grid.cells["applications.carriedOut.person"]; c != nil; c = p.grid.step(c, widgets.StepUp) {
		f.focus(c.entry)
		top := place(p.scroll.View).Y
		if p.head.Visible() {
			top += p.head.height()
		}
		if place(c).Y < top {
			t.Errorf("%s is hidden", c.address)
		}
	}
}

func TestPasteIsOneStep(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Applications).(*tablePage)
	p.paste(p.grid.cells["applications.received.person"], "1\t2\tx\r\n4\t5\t6")
	if got := f.d.Report().Value("applications.carriedIn.research"); got != "6" {
		t.Errorf("%q", got)
	}
	if !shows(p.notices, "已粘贴 5 格") || !shows(p.notices, "科研机构：“x”不是数字") {
		t.Errorf("%q", texts(p.notices))
	}
	r.menuItem(textMenuUndo)
	if len(f.d.Report().Cells) != 0 || p.grid.cells["applications.received.research"].refused != "" {
		t.Error("the paste is not one step")
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

// TestGroupLabelsBreakBehindTheirNumber, where they must break at all.
func TestGroupLabelsBreakBehindTheirNumber(t *testing.T) {
	newRig(t)
	label, _ := labelOf(model.GridCell{Role: model.RoleLabel, RowSpan: 3, Text: "（三）不予公开"})
	lines := func(width float32) string {
		label.Resize(fyne.NewSize(width, 100))
		return strings.Join(texts(label), " ")
	}
	if got := lines(500); got != "（三）不予公开" {
		t.Errorf("in a wide column: %q", got)
	}
	whole := fyne.MeasureText("（三）不予公开", widgets.Size(widgets.SizeSmall), fyne.TextStyle{}).Width
	if got := lines(whole - 1); got != "（三） 不予公开" {
		t.Errorf("in a narrow one: %q", got)
	}
}
