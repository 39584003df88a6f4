package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// rowsInView counts the rows of numbers that are to be seen in whole.
func (r *rig) rowsInView(p *pages.Table) int {
	r.t.Helper()
	r.Window.Canvas().Capture() // lays the page out
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top, height := place(p.Scroll.View).Y, p.Scroll.View.Size().Height
	n := 0
	for a, c := range p.Grid.Cells {
		if a.Column() == "total" && place(c).Y >= top && place(c).Y+c.Size().Height <= top+height+1 {
			n++
		}
	}
	return n
}

// TestRowsInView: as many rows of table three are in view as an office's screen has
// room for. The sizes are those of the window's inside, below the menu, on screens of
// 1280 × 800 and 1366 × 768 with a title bar.
func TestRowsInView(t *testing.T) {
	r := newRig(t)
	r.newForm()
	for _, c := range []struct {
		size fyne.Size
		rows int
	}{
		{fyne.NewSize(1280, 744), 16},
		{fyne.NewSize(1366, 712), 20},
		{fyne.NewSize(1180, 640), 14},
		{fyne.NewSize(1920, 1000), 24},
		{fyne.NewSize(683, 420), 5}, // 特大 at 1024 × 700
	} {
		r.Window.Resize(c.size)
		p := r.page(model.Applications).(*pages.Table)
		if got := r.rowsInView(p); got < c.rows {
			t.Errorf("%v: %d rows, want %d", c.size, got, c.rows)
		}
		r.page(model.Disputes)
	}
}

// TestMenusFit: each menu is in view in whole on a screen of 1024 × 700, below the title
// and the menu bar: nobody looks for what has to be scrolled to.
func TestMenusFit(t *testing.T) {
	const room = 700 - 20 - 30
	for _, m := range newRig(t).Window.MainMenu().Items {
		if h := widget.NewMenu(m).MinSize().Height; h > room {
			t.Errorf("%s: %v high, there is room for %v", m.Label, h, room)
		}
	}
}

// TestFitsSmallScreen: nothing makes the window larger than a small screen at 特大.
func TestFitsSmallScreen(t *testing.T) {
	r := newRig(t)
	least := func(what string, s fyne.Size) {
		t.Helper()
		if s.Width > 660 || s.Height > 400 {
			t.Errorf("%s needs %v", what, s)
		}
	}
	r.begin()
	least("the start page", r.start.outer.MinSize())
	f := r.newForm()
	for i, e := range f.entries {
		f.open(i)
		least(e.Name, f.outer.MinSize())
	}
}

// TestSectionListInView: at 特大 on a small screen too, all sections, 检查 and 预览与打印
// are in view, without scrolling.
func TestSectionListInView(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	r.Window.Resize(fyne.NewSize(683, 420)) // 特大 at 1024 × 700
	r.page(model.Preamble)
	r.Window.Canvas().Capture()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	view := f.list.View
	for _, e := range f.entries {
		if y := place(e.NavItem).Y; y < place(view).Y || y+e.Size().Height > place(view).Y+view.Size().Height+1 {
			t.Errorf("%s is out of view", e.Name)
		}
	}
}

// TestDialogsFit: at 特大 on a small screen what a dialog asks for scrolls between its
// title and its buttons, and the field with the caret is in view.
func TestDialogsFit(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(sheetsKey, preview.TextSheetsNames[export.A3]) // with all fields
	r.Window.Resize(fyne.NewSize(683, 420))
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for name, open := range map[string]func(){
		"export": f.AskExport, "manual": r.manual.showManual, "final": f.AskFinal,
	} {
		open()
		r.Window.Canvas().Capture()
		walk(r.Modal.Popup.Content, func(o fyne.CanvasObject) {
			b, ok := o.(*widgets.Button)
			if bottom := place(o).Y + o.Size().Height; ok && b.Rank == widgets.Primary && bottom > 420 {
				t.Errorf("%s: %q ends at %v", name, b.Text, bottom)
			}
		})
		if e, ok := r.focused().(*widgets.TextEntry); ok && (place(e).Y < 0 || place(e).Y+e.Size().Height > 420-60) {
			t.Errorf("%s: the caret is at %v", name, place(e))
		}
		r.Modal.Close()
	}
}

// TestDialogsAreNoHigherThanNeeded: no empty space stands below the buttons when a dialog
// comes up.
func TestDialogsAreNoHigherThanNeeded(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	for name, open := range map[string]func(){
		"code": func() { r.menuItem(textMenuPaperCode) }, "export": f.AskExport, "final": f.AskFinal,
	} {
		open()
		if has, needs := r.Modal.Popup.Content.Size().Height, r.Modal.Popup.Content.MinSize().Height; has > needs+1 {
			t.Errorf("%s is %v high, and needs %v", name, has, needs)
		}
		r.Modal.Close()
	}
}
