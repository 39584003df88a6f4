package desktop

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/printer"
)

// openPrint shows 预览与打印.
func (r *rig) openPrint() *pages.Print {
	r.t.Helper()
	r.form.open(r.form.printAt)
	r.drain()
	r.Window.Canvas().Capture()
	r.drain()
	return r.form.entries[r.form.printAt].page.(*pages.Print)
}

func TestPrintPageShowsAllPages(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openPrint()
	if n := p.Paper.Pages(); n != 7 || len(p.Roll.Sheets) != n || !shows(p.Outer, "第 1 页 / 共 7 页") {
		t.Fatalf("%d pages, %d sheets, %q", p.Paper.Pages(), len(p.Roll.Sheets), texts(p.Outer))
	}
	if f.preview.Outer.Visible() {
		t.Error("the small preview is there too")
	}
	drawn := func() (all []int) {
		for i, s := range p.Roll.Sheets {
			if s.Image.Image != nil {
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
	if !shows(p.Outer, "第 7 页 / 共 7 页") {
		t.Errorf("%q", texts(p.Outer))
	}
	r.keys(fyne.KeyPageUp, fyne.KeyPageUp)
	if !shows(p.Outer, "第 5 页") {
		t.Errorf("%q", texts(p.Outer))
	}
	r.focused().TypedRune('+')
	if !shows(p.Outer, "125%") || !shows(p.Outer, "第 5 页") {
		t.Errorf("%q", texts(p.Outer))
	}
	p.Sheets.SetSelected(preview.TextSheetsNames[export.Poster])
	r.drain()
	if p.Paper.Pages() <= 7 || len(p.Roll.Sheets) != p.Paper.Pages() {
		t.Errorf("a poster of %d pages, %d sheets", p.Paper.Pages(), len(p.Roll.Sheets))
	}
}

func TestPreviewFollowsTheCaret(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.drain()
	r.Window.Canvas().Capture()
	for id, want := range map[model.SectionID]int{model.Preamble: 0, model.Applications: 4, model.Other: 6} {
		r.page(id)
		r.drain()
		if f.preview.Sheet.Page != want {
			t.Errorf("%s: page %d, want %d", id, f.preview.Sheet.Page, want)
		}
	}
	p := r.page(model.Overview).(*pages.Prose)
	_ = f.d.SetHeading(model.Overview, 5, "监督保障{applications.received.total}") // prints as a number
	f.paper.Update()
	r.drain()
	f.Focus(p.Cards[5].Text)
	if f.preview.Sheet.Page == 0 {
		t.Error("does not follow the caret to a later block")
	}
	before := f.preview.Sheet.Image.Image
	f.Focus(p.Cards[0].Text)
	r.write("推进公开")
	r.drain()
	if f.preview.Sheet.Image.Image == before || !shows(f.bar.outer, "预计 7 页") {
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
	r.Window.Canvas().Capture()
	if !f.preview.Outer.Visible() {
		t.Fatal("no preview in a wide window")
	}
	r.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF9})
	if f.preview.Outer.Visible() {
		t.Error("F9 does not hide it")
	}
	if off, _ := r.shelf.Setting(previewKey); off != "off" {
		t.Error("not remembered")
	}
	r.Window.Resize(fyne.NewSize(1024, 700))
	r.Window.Canvas().Capture()
	r.menuItem(textMenuPreview)
	if !f.preview.Outer.Visible() || f.inner.Visible() {
		t.Error("in a narrow window it takes the page's place")
	}
	r.menuItem(textMenuPreview)
	if f.preview.Outer.Visible() || !f.inner.Visible() {
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
	r.form.AskFinal()
	r.Modal.Confirm()
	f := r.form
	if !f.d.Final() || !shows(f.outer, "已定稿（") {
		t.Fatalf("%q", texts(f.outer))
	}
	table := r.page(model.Applications).(*pages.Table)
	if !table.Grid.Cells["applications.received.person"].Entry.Disabled() || shows(table.Content(), pages.TextFillBlanks) {
		t.Error("the table can be changed")
	}
	if !r.page(model.Problems).(*pages.Prose).Cards[0].Text.Disabled() {
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
	f.AskReopen()
	r.Modal.Confirm()
	f = r.form
	if f.d.Final() || shows(f.outer, "已定稿（") || r.page(model.Problems).(*pages.Prose).Cards[0].Text.Disabled() {
		t.Error("still locked")
	}
}

func TestFinalNeedsAReason(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	r.openPrint()
	f.AskFinal()
	if !shows(r.Modal.Popup.Content, "格没有填") {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
	r.Modal.Confirm()
	if f.d.Final() || r.Modal == nil || !shows(r.Modal.Popup.Content, textNeedReason) {
		t.Fatal("final without a reason")
	}
	r.write("县里已核")
	r.Modal.Confirm()
	if final := r.form.d.Report().Final; final == nil || final.Reason != "县里已核" {
		t.Fatalf("%+v", final)
	}
	p := r.openPrint()
	if len(p.Paper.Notes) != 0 {
		t.Errorf("still stamped: %q", p.Paper.Notes)
	}
}

func TestPrint(t *testing.T) {
	r := newRig(t)
	t.Setenv("TMPDIR", t.TempDir())
	r.openSample()
	r.printers.Printers = printer.Printers{Names: []string{"Office", "HP"}, Default: "HP", Details: true}
	r.menuItem(pages.TextMenuPrint)
	if !shows(r.Modal.Popup.Content, textPrinterName) {
		t.Fatalf("%q", texts(r.Modal.Popup.Content))
	}
	copies := find(t, r, func(e *widgets.TextEntry) bool { return e.Text == "1" })
	copies.Load("100")
	r.Modal.Confirm()
	if len(r.printers.jobs) != 0 || !shows(r.Modal.Popup.Content, textWrongCopies) {
		t.Fatal("printed a hundred copies")
	}
	copies.Load("２")
	r.Modal.Confirm()
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
	if !shows(r.Modal.Popup.Content, "已交给打印机 HP，2 份") {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}

	r.Modal.Close()
	r.menuItem(pages.TextMenuPrint)
	choice := func(name string) *widgets.Choice {
		return find(t, r, func(c *widgets.Choice) bool { return slices.Contains(c.Options, name) })
	}
	choice(preview.TextSheetsNames[export.A3]).SetSelected(preview.TextSheetsNames[export.A3])
	if choice(textOneSide).Selected != textOneSide {
		t.Error("a notice on both sides")
	}
	choice(preview.TextSheetsNames[export.A4]).SetSelected(preview.TextSheetsNames[export.A4])
	choice(textOneSide).SetSelected(textOneSide)
	of := find(t, r, func(e *widgets.TextEntry) bool { return e.PlaceHolder == textPagesHint })
	of.Load("3-1")
	r.Modal.Confirm()
	if len(r.printers.jobs) != 1 || !shows(r.Modal.Popup.Content, textWrongPages) || r.focused() != of {
		t.Fatal("printed pages that are none")
	}
	of.Load("第１—2页、5")
	r.Modal.Confirm()
	if j := r.printers.jobs[len(r.printers.jobs)-1]; j.Duplex || j.Pages != "1-2,5" {
		t.Errorf("%+v", j)
	}
}

// TestPrintByAnotherProgram: what it does not heed is not asked for.
func TestPrintByAnotherProgram(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.printers.Names = []string{"HP"}
	r.menuItem(pages.TextMenuPrint)
	if c := r.Modal.Popup.Content; shows(c, textSides) || shows(c, textPrintedPages) || !shows(c, textPrintedByOther) {
		t.Errorf("%q", texts(c))
	}
}

func TestPageRange(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", " ": "", "2": "2", "1-3": "1-3", "1-3,5": "1-3,5", "１－３，５": "1-3,5", "第1页至第3页": "1-3", "2~4；6": "2-4,6",
	} {
		if got, ok := pageRange(typed); !ok || got != want {
			t.Errorf("%q: %q, %v; want %q", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"0", "3-1", "-2", "2-", "1,,2", "a", "1-2-3", "1.5", "99999999"} {
		if got, ok := pageRange(typed); ok {
			t.Errorf("%q: taken for %q", typed, got)
		}
	}
}

func TestNoPrinter(t *testing.T) {
	r := newRig(t)
	r.openSample()
	r.printers.err = printer.ErrNone
	r.menuItem(pages.TextMenuPrint)
	if !shows(r.Modal.Popup.Content, "没有找到打印机") {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
	r.printers.err = errors.New("lpstat: exit status 1")
	r.menuItem(pages.TextMenuPrint)
	r.Modal.Close()
	r.menuItem(pages.TextMenuPrint)
	if !shows(r.Modal.Popup.Content, "exit status 1") {
		t.Errorf("%q", texts(r.Modal.Popup.Content))
	}
}

func TestPlaceIsRemembered(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	p := r.page(model.Overview).(*pages.Prose)
	f.Focus(p.Cards[2].Text)
	p.Cards[2].Text.PlaceCaret(7)
	r.showStart()
	r.drain()
	r.openDraft(id)
	f = r.form
	p = f.entries[f.at].page.(*pages.Prose)
	if f.entries[f.at].id != model.Overview || r.focused() != p.Cards[2].Text || p.Cards[2].Text.Caret() != 7 {
		t.Errorf("at %q, caret at %d", f.entries[f.at].id, p.Cards[2].Text.Caret())
	}
	table := r.page(model.Applications).(*pages.Table)
	f.Focus(table.Grid.Cells["applications.granted.other"].Entry)
	r.showStart()
	r.openDraft(id)
	table = r.form.entries[r.form.at].page.(*pages.Table)
	if r.focused() != table.Grid.Cells["applications.granted.other"].Entry {
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
	if !r.looks.settings.contrast || r.form.at != at || !r.menu.contrast.Checked {
		t.Error("not shown in other colours")
	}
	r.looks.chooseSize("特大")
	if os.Getenv(scaleVariable) != "1.5" || !r.menu.sizes["特大"].Checked || r.menu.sizes["中"].Checked {
		t.Error("not larger")
	}
	s := readSettings(r.shelf)
	if !s.contrast || s.size != "特大" {
		t.Errorf("remembered %+v", s)
	}
}

// TestPageNumbersHaveRoom: what counts the pages is not covered by the buttons beside it,
// though it is longer than what stood there while they were laid out.
func TestPageNumbersHaveRoom(t *testing.T) {
	r := newRig(t)
	r.openSample()
	p := r.openPrint()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	end := float32(0)
	walk(p.Outer, func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && strings.Contains(text.Text, "第 1 页 / 共 7 页") {
			end = place(text).X + text.MinSize().Width
		}
		if b, ok := o.(*widgets.Button); ok && end > 0 && b.Text == "" {
			if x := place(b).X; x < end {
				t.Errorf("a button at %v, the numbers end at %v", x, end)
			}
			end = 0
		}
	})
}
