package desktop

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/intake"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// largest is the window's inside, below the menu, at 特大 on a screen of 1024 × 700 with a
// title bar.
var largest = fyne.NewSize(678, 409)

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
		{largest, 5},
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
	r.Window.Resize(largest)
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

// TestNothingCutOffAtTheSide: at 特大 on a small screen no text or button of the list of
// drafts, or of the page of an import, goes over the edge of what is around it, or over
// what stands beside it.
func TestNothingCutOffAtTheSide(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.Window.Resize(largest)
	list := []store.Summary{{Agency: "梧桐镇人民政府", Year: 2026, Edition: "2021", Filled: 0.5, Errors: 15, Warnings: 12}}
	r.start.known = list
	r.start.update()
	within := func(page fyne.CanvasObject) {
		t.Helper()
		r.Window.Canvas().Capture()
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject
		walk(page, func(o fyne.CanvasObject) {
			text, is := o.(*canvas.Text)
			if end := place(o).X + o.MinSize().Width; is && text.Text != "" && end > largest.Width-4 {
				t.Errorf("%q ends at %v", text.Text, end)
			}
		})
	}
	within(r.start.outer)
	var last *canvas.Text
	end := float32(0)
	walk(r.start.list, func(o fyne.CanvasObject) {
		if text, is := o.(*canvas.Text); is && strings.Contains(text.Text, "提示") {
			last = text
		}
		if b, is := o.(*widgets.Button); is {
			end = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).X
		}
	})
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).X + last.MinSize().Width; at > end {
		t.Errorf("%q ends at %v, what stands beside it begins at %v", last.Text, at, end)
	}
	if name := texts(r.start.list); !slices.Contains(name, list[0].Agency) {
		t.Errorf("the agency's name is broken: %q", name)
	}

	word, err := export.Bytes(r.newForm().d.Report(), "a.docx", export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const name = "梧桐镇人民政府2025年政府信息公开工作年度报告（最终稿）.docx"
	r.importer.readPublished(t.Context(), name, word.Data, intake.Options{})()
	r.Window.Resize(largest)
	r.drain()
	within(r.Window.Content())
	cancel := find(t, r, func(b *widgets.Button) bool { return b.Text == dialog.TextCancel })
	walk(r.Window.Content(), func(o fyne.CanvasObject) {
		text, is := o.(*canvas.Text)
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject
		if is && text.Text != "" && strings.Contains(textImportOf(name), text.Text) && place(o).X+o.MinSize().Width > place(cancel).X && place(o).Y < place(cancel).Y+cancel.Size().Height {
			t.Errorf("%q is covered by a button", text.Text)
		}
	})
}

// TestTroubleInItsBar: what is said while nothing can be saved stands within its bar, in a
// wide window and in a narrow one.
func TestTroubleInItsBar(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, size := range []fyne.Size{fyne.NewSize(1272, 730), largest} {
		r.Window.Resize(size)
		f.trouble.show(desk.Status{State: desk.Failed, Err: syscall.ENOSPC, Rescue: "/home/wang/应急副本-梧桐镇人民政府2020-01a22624d62c7db7ac1d29f1f0cd2e76.nianbao"})
		f.relayout()
		end := place(f.trouble.outer).Y + f.trouble.outer.Size().Height
		walk(f.trouble.outer, func(o fyne.CanvasObject) {
			if text, is := o.(*canvas.Text); is && place(o).Y+o.MinSize().Height > end+1 {
				t.Errorf("%v: %q ends at %v, its bar at %v", size, text.Text, place(o).Y+o.MinSize().Height, end)
			}
		})
	}
}

// TestDialogsFit: at 特大 on a small screen what a dialog asks for scrolls between its
// title and its buttons, with the bar beside the fields, and the field with the caret is
// in view.
func TestDialogsFit(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.setting(sheetsKey, preview.TextSheetsNames[export.A3]) // with all fields
	r.Window.Resize(largest)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for name, open := range map[string]func(){
		"export": f.AskExport, "manual": r.manual.showManual, "final": f.AskFinal,
	} {
		open()
		r.Window.Canvas().Capture()
		walk(r.Modal.Popup.Content, func(o fyne.CanvasObject) {
			b, ok := o.(*widgets.Button)
			if bottom := place(o).Y + o.Size().Height; ok && b.Rank == widgets.Primary && bottom > largest.Height {
				t.Errorf("%s: %q ends at %v", name, b.Text, bottom)
			}
		})
		body := widgets.ScrollerIn(r.Modal.Popup.Content)
		if body.Content.Size().Height > body.View.Size().Height {
			bar := place(body.View).X + body.View.Size().Width - theme.ScrollBarSmallSize()
			walk(body.Content, func(o fyne.CanvasObject) {
				if end := place(o).X + o.Size().Width; o != body.Content && o.Visible() && end > bar {
					t.Errorf("%s: %T ends at %v, the bar begins at %v", name, o, end, bar)
				}
			})
		}
		if e, ok := r.focused().(*widgets.TextEntry); ok && (place(e).Y < 0 || place(e).Y+e.Size().Height > largest.Height-60) {
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
