package desktop

import (
	"errors"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/printer"
)

// openPrint shows 预览与打印.
func (r *rig) openPrint() *printPage {
	r.t.Helper()
	r.form.open(r.form.printAt)
	r.drain()
	r.window.Canvas().Capture()
	r.drain()
	return r.form.entries[r.form.printAt].page.(*printPage)
}

func TestPrintPageShowsAllPages(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openPrint()
	if n := p.paper.pages(); n != 7 || len(p.roll.sheets) != n || !shows(p.outer, "第 1 页 / 共 7 页") {
		t.Fatalf("%d pages, %d sheets, %q", p.paper.pages(), len(p.roll.sheets), texts(p.outer))
	}
	if f.preview.outer.Visible() {
		t.Error("the small preview is there too")
	}
	drawn := func() (all []int) {
		for i, s := range p.roll.sheets {
			if s.image.Image != nil {
				all = append(all, i)
			}
		}
		return all
	}
	if got := drawn(); len(got) == 0 || len(got) > 3 || got[0] != 0 {
		t.Errorf("pages drawn: %v", got)
	}
	r.keys(fyne.KeyEnd)
	r.drain()
	if got := drawn(); got[len(got)-1] != 6 || got[0] == 0 {
		t.Errorf("at the end drawn: %v", got)
	}
	if !shows(p.outer, "第 7 页 / 共 7 页") {
		t.Errorf("%q", texts(p.outer))
	}
	r.keys(fyne.KeyPageUp, fyne.KeyPageUp)
	if !shows(p.outer, "第 5 页") {
		t.Errorf("%q", texts(p.outer))
	}
	r.focused().TypedRune('+')
	if !shows(p.outer, "125%") || !shows(p.outer, "第 5 页") {
		t.Errorf("%q", texts(p.outer))
	}
	p.sheets.SetSelected(textSheetsNames[export.Poster])
	r.drain()
	if p.paper.pages() <= 7 || len(p.roll.sheets) != p.paper.pages() {
		t.Errorf("a poster of %d pages, %d sheets", p.paper.pages(), len(p.roll.sheets))
	}
}

func TestPreviewFollowsTheCaret(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.drain()
	r.window.Canvas().Capture()
	for id, want := range map[model.SectionID]int{model.Preamble: 0, model.Applications: 4, model.Other: 6} {
		r.page(id)
		r.drain()
		if f.preview.sheet.page != want {
			t.Errorf("%s: page %d, want %d", id, f.preview.sheet.page, want)
		}
	}
	p := r.page(model.Overview).(*prosePage)
	f.focus(p.cards[5].text)
	if f.preview.sheet.page == 0 {
		t.Error("does not follow the caret to a later block")
	}
	before := f.preview.sheet.image.Image
	f.focus(p.cards[0].text)
	r.write("推进公开")
	r.drain()
	if f.preview.sheet.image.Image == before || !shows(f.bar.outer, "预计 7 页") {
		t.Error("not drawn anew")
	}
}

// TestPreviewTakesWhatThePageNeedNot: in a wide window the preview is wide too.
func TestPreviewTakesWhatThePageNeedNot(t *testing.T) {
	for _, c := range []struct{ shared, want float32 }{
		{960, 330}, {1320, 330}, {1366, 376}, {1686, 560}, {3000, 560},
	} {
		if got := previewIn(c.shared); got != c.want {
			t.Errorf("of %v: %v, want %v", c.shared, got, c.want)
		}
	}
}

func TestPreviewCanBeHidden(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.window.Canvas().Capture()
	if !f.preview.outer.Visible() {
		t.Fatal("no preview in a wide window")
	}
	r.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
	if f.preview.outer.Visible() {
		t.Error("F9 does not hide it")
	}
	if off, _ := r.shelf.Setting(previewKey); off != "off" {
		t.Error("not remembered")
	}
	r.window.Resize(fyne.NewSize(1024, 700))
	r.window.Canvas().Capture()
	r.menuItem(textMenuPreview)
	if !f.preview.outer.Visible() || f.inner.Visible() {
		t.Error("in a narrow window it takes the page's place")
	}
	r.menuItem(textMenuPreview)
	if f.preview.outer.Visible() || !f.inner.Visible() {
		t.Error("and gives it back")
	}
}

func TestFinalAndReopen(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.openPrint()
	if why := export.Unfinished(r.form.d.Report()); len(why) > 0 {
		t.Fatalf("the sample is not ready: %v", why)
	}
	r.form.askFinal()
	r.modal.confirm()
	f := r.form
	if !f.d.Final() || !shows(f.outer, "已定稿（") {
		t.Fatalf("%q", texts(f.outer))
	}
	table := r.page(model.Applications).(*tablePage)
	if !table.grid.cells["applications.received.person"].entry.Disabled() || shows(table.content(), textFillBlanks) {
		t.Error("the table can be changed")
	}
	if !r.page(model.Problems).(*prosePage).cards[0].text.Disabled() {
		t.Error("the prose can be changed")
	}
	if err := f.d.Flush(); err != nil {
		t.Fatal(err)
	}
	list, err := r.shelf.List()
	if err != nil || list[0].State != "final" {
		t.Errorf("%+v, %v", list, err)
	}
	r.openPrint()
	f.askReopen()
	r.modal.confirm()
	f = r.form
	if f.d.Final() || shows(f.outer, "已定稿（") || r.page(model.Problems).(*prosePage).cards[0].text.Disabled() {
		t.Error("still locked")
	}
}

func TestFinalNeedsAReason(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	r.openPrint()
	f.askFinal()
	if !shows(r.modal.popup.Content, "格没有填") {
		t.Errorf("%q", texts(r.modal.popup.Content))
	}
	r.modal.confirm()
	if f.d.Final() || r.modal == nil || !shows(r.modal.popup.Content, textNeedReason) {
		t.Fatal("final without a reason")
	}
	r.write("县里已核")
	r.modal.confirm()
	if final := r.form.d.Report().Final; final == nil || final.Reason != "县里已核" {
		t.Fatalf("%+v", final)
	}
	p := r.openPrint()
	if len(p.paper.notes) != 0 {
		t.Errorf("still stamped: %q", p.paper.notes)
	}
}

func TestPrint(t *testing.T) {
	r := newRig(t)
	t.Setenv("TMPDIR", t.TempDir())
	r.openSample()
	r.printers.Printers = printer.Printers{Names: []string{"Office", "HP"}, Default: "HP", Chosen: true}
	r.menuItem(textMenuPrint)
	if !shows(r.modal.popup.Content, textPrinterName) {
		t.Fatalf("%q", texts(r.modal.popup.Content))
	}
	copies := find(t, r, func(e *widgets.TextEntry) bool { return e.Text == "1" })
	copies.Load("100")
	r.modal.confirm()
	if len(r.printers.jobs) != 0 || !shows(r.modal.popup.Content, textWrongCopies) {
		t.Fatal("printed a hundred copies")
	}
	copies.Load("２")
	r.modal.confirm()
	if len(r.printers.jobs) != 1 {
		t.Fatal("nothing printed")
	}
	j := r.printers.jobs[0]
	if j.Printer != "HP" || j.Copies != 2 || !j.Duplex || !strings.HasSuffix(j.Path, "2020年政府信息公开工作年度报告.pdf") {
		t.Errorf("%+v", j)
	}
	if _, err := os.Stat(j.Path); err != nil {
		t.Error(err)
	}
	if !shows(r.modal.popup.Content, "已交给打印机 HP，2 份") {
		t.Errorf("%q", texts(r.modal.popup.Content))
	}
}

func TestNoPrinter(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.printers.err = printer.ErrNone
	r.menuItem(textMenuPrint)
	if !shows(r.modal.popup.Content, "没有找到打印机") {
		t.Errorf("%q", texts(r.modal.popup.Content))
	}
	r.printers.err = errors.New("lpstat: exit status 1")
	r.menuItem(textMenuPrint)
	r.modal.close()
	r.menuItem(textMenuPrint)
	if !shows(r.modal.popup.Content, "exit status 1") {
		t.Errorf("%q", texts(r.modal.popup.Content))
	}
}

func TestPlaceIsRemembered(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	p := r.page(model.Overview).(*prosePage)
	f.focus(p.cards[2].text)
	p.cards[2].text.PlaceCaret(7)
	r.showStart()
	r.drain()
	r.openDraft(id)
	f = r.form
	p = f.entries[f.at].page.(*prosePage)
	if f.entries[f.at].id != model.Overview || r.focused() != p.cards[2].text || p.cards[2].text.CursorTextOffset() != 7 {
		t.Errorf("at %q, caret at %d", f.entries[f.at].id, p.cards[2].text.CursorTextOffset())
	}
	table := r.page(model.Applications).(*tablePage)
	f.focus(table.grid.cells["applications.granted.other"].entry)
	r.showStart()
	r.openDraft(id)
	table = r.form.entries[r.form.at].page.(*tablePage)
	if r.focused() != table.grid.cells["applications.granted.other"].entry {
		t.Error("not in the cell")
	}
}

func TestLooks(t *testing.T) {
	r := newRig(t)
	t.Setenv(scaleVariable, "")
	r.openSample()
	r.page(model.Problems)
	at := r.form.at
	r.menuItem(textMenuContrast)
	if !r.settings.contrast || r.form.at != at || !r.menu.contrast.Checked {
		t.Error("not shown in other colours")
	}
	r.chooseSize("特大")
	if os.Getenv(scaleVariable) != "1.5" || !r.menu.sizes["特大"].Checked || r.menu.sizes["中"].Checked {
		t.Error("not larger")
	}
	s := readSettings(r.shelf)
	if !s.contrast || s.size != "特大" {
		t.Errorf("remembered %+v", s)
	}
}
