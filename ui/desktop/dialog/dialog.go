// Package dialog shows dialogs over a window: questions, lists, the choice of a
// file, work that takes long. One is open at a time. It knows no report.
package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/mainloop"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/filedialog"
)

// Dialogs shows dialogs over a window, one at a time.
type Dialogs struct {
	*mainloop.Loop
	Window fyne.Window
	// Modal is the dialog that is open; nil for none.
	Modal *Modal
	// Native are the desktop's own dialogs; nil: none are offered.
	Native SystemDialogs
	// Lost puts the focus somewhere when what had it before a dialog has gone.
	Lost func()
}

// SystemDialogs are the desktop's own dialogs, package filedialog outside of
// tests. They are called off the main goroutine.
type SystemDialogs interface {
	Available() bool
	Choose(r filedialog.Request) (path string, err error)
}

// New makes the dialogs of a window; native may be nil.
func New(l *mainloop.Loop, w fyne.Window, native SystemDialogs) *Dialogs {
	return &Dialogs{Loop: l, Window: w, Native: native, Lost: func() {}}
}

// Question is a dialog with a sentence and one thing to do.
type Question struct {
	Title, Body string
	Yes         string       // what the button says; empty: there is only 关闭
	No          string       // empty: 取消
	Rank        widgets.Rank // of the yes button; plain becomes primary
	Do          func()       // on yes
	Also        string       // what a further button says; empty for none
	AlsoDo      func()       // on that
}

// Modal is a dialog over the window. Enter presses its first button, Esc
// closes it, wherever the focus is.
type Modal struct {
	Popup   *widget.PopUp
	Confirm func()
	body    *widgets.Scroller // between title and buttons
	no      *widgets.Button   // 取消; nil for none
	careful bool              // Enter is 取消, too
	Closed  func()
	Dropped func() // told when the user closes it, not when another takes its place; may be nil
}

// Width of a dialog, the space inside its edges, and how much of that the bar of what
// scrolls in it takes.
const (
	modalWidth  = 580
	modalMargin = 16
	modalBar    = 10
)

// Ask shows a question. Only one dialog is open at a time.
func (d *Dialogs) Ask(q Question) {
	body := widgets.NewParagraph(q.Body, widgets.SizeBody, theme.ColorNameForeground)
	if q.Yes == "" {
		m := d.Show(q.Title, TextClose, widgets.Primary, "", body)
		m.Confirm = m.Close
		return
	}
	if q.No == "" {
		q.No = TextCancel
	}
	var m *Modal
	var also []fyne.CanvasObject
	if q.Also != "" {
		also = append(also, widgets.NewButton(q.Also, widgets.Plain, func() { m.Close(); q.AlsoDo() }))
	}
	m = d.show(q.Title, q.Yes, max(q.Rank, widgets.Primary), q.No, also, body)
	m.Confirm = func() { m.Close(); q.Do() }
	if q.Rank == widgets.Danger { // nothing is lost by an Enter too many
		m.careful = true
		d.Window.Canvas().Focus(m.no)
	}
}

// Tell shows a message.
func (d *Dialogs) Tell(title, body string) { d.Ask(Question{Title: title, Body: body}) }

// Show shows content with buttons below; the caller sets confirm. no is
// empty for a dialog that can only be closed.
func (d *Dialogs) Show(title, yes string, yesRank widgets.Rank, no string, content ...fyne.CanvasObject) *Modal {
	return d.show(title, yes, yesRank, no, nil, content...)
}

// show is Show with further buttons before the last one.
func (d *Dialogs) show(title, yes string, yesRank widgets.Rank, no string, also []fyne.CanvasObject, content ...fyne.CanvasObject) *Modal {
	if d.Modal != nil {
		d.Modal.Hide()
	}
	m := &Modal{}
	d.Modal = m
	before := d.Window.Canvas().Focused()
	m.Closed = func() {
		d.Modal = nil
		d.refocus(before)
	}
	do := widgets.NewButton(yes, yesRank, func() { m.Confirm() })
	buttons := []fyne.CanvasObject{widgets.Gap(1, 1)}
	if no != "" {
		m.no = widgets.NewButton(no, widgets.Plain, func() { m.Close() })
		buttons = append(buttons, m.no)
	}
	buttons = append(append(buttons, also...), do)
	const gap, edge = 14, 2 // frames reach over the edge of what they are around
	m.body = widgets.NewScroller(&widgets.Stack{Gap: gap, Margin: edge, Bar: modalBar, Width: modalWidth - 2*modalMargin + modalBar}, content...)
	parts := []fyne.CanvasObject{
		widgets.Heading(title, theme.SizeNameSubHeadingText),
		container.New(fitting{m.body, d.Window.Canvas()}, m.body.Outer),
		container.New(&widgets.Row{Gap: 10, Wide: 0}, buttons...),
	}
	s := &widgets.Stack{Gap: gap, Margin: modalMargin, Width: modalWidth}
	m.Popup = widget.NewModalPopUp(container.New(widgets.NewFixedWidth(modalWidth), container.New(s, parts...)), d.Window.Canvas())
	m.Popup.Show()
	m.Relayout() // text knows its height only at its width
	widgets.LeaveCaret(d.Window.Canvas())
	d.Window.Canvas().Focus(do)
	return m
}

// refocus gives the focus back to what had it. When that is gone, as a line of a
// list is that was taken out of it, the focus goes to a place near it.
func (d *Dialogs) refocus(o fyne.Focusable) {
	if OnShow(o) {
		d.Window.Canvas().Focus(o)
		// Below the dialog it had the focus all the time, and does not hear that it
		// has it back: the input method would stay where the dialog had its caret.
		widgets.TellCaret(o.(fyne.CanvasObject))
		return
	}
	d.Lost()
}

// OnShow reports whether an object is to be seen. Fyne's driver places all objects
// that it does not find in one corner, where nothing of ours takes the focus; it
// finds none that it has not drawn yet.
func OnShow(o fyne.Focusable) bool {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	object, ok := o.(fyne.CanvasObject)
	return ok && place(object) != place(widgets.Gap(0, 0))
}

// Relayout fits the dialog to what it shows now.
func (m *Modal) Relayout() {
	m.Popup.Refresh()
	m.Popup.Resize(m.Popup.MinSize())
	m.body.Relayout()
}

// fitting is as high as what a dialog shows, or as the window has room for: title and
// buttons stay in view, and what is between them scrolls.
type fitting struct {
	body   *widgets.Scroller
	window fyne.Canvas
}

// aroundBody is the height of title, buttons and the space around them.
const aroundBody = 150

// Room is how high what a dialog shows can be without being scrolled.
func (d *Dialogs) Room() float32 { return roomIn(d.Window.Canvas()) }

func roomIn(window fyne.Canvas) float32 {
	const least = 60
	return max(window.Size().Height-aroundBody, least)
}

// HeightFor is the height at a width.
func (f fitting) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	return min(widgets.HeightAt(f.body.Content, width+modalBar), roomIn(f.window))
}

// Layout gives the body all the room, and its bar some of the margin.
func (f fitting) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	f.body.Outer.Resize(at.AddWidthHeight(modalBar, 0))
}

// MinSize is the least size.
func (f fitting) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := f.body.Content.MinSize().Width - modalBar
	return fyne.NewSize(width, f.HeightFor(objects, max(width, modalWidth-2*modalMargin)))
}

// Close closes the dialog, as Esc and 取消 do.
func (m *Modal) Close() {
	m.Hide()
	if m.Dropped != nil {
		m.Dropped()
	}
}

// Hide takes the dialog away without telling Dropped.
func (m *Modal) Hide() {
	m.Popup.Hide()
	m.Closed()
}

// Key takes a key that no widget in the dialog has a use for.
func (m *Modal) Key(k *fyne.KeyEvent) {
	enter := k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
	switch {
	case k.Name == fyne.KeyEscape, enter && m.careful:
		m.Close()
	case enter:
		m.Confirm()
	default:
		m.scrollBy(k.Name)
	}
}

// scrollBy scrolls what the dialog shows. Down goes to the first line of a list.
func (m *Modal) scrollBy(key fyne.KeyName) {
	s := widgets.ScrollerIn(m.Popup.Content)
	if rows := widgets.RowsIn(s.Content); len(rows) > 0 && key == fyne.KeyDown {
		m.Popup.Canvas.Focus(rows[0])
		return
	}
	s.ScrollBy(key)
}

// Entry makes an entry whose Enter is the dialog's. What it proposes is
// selected when the focus comes, so that typing replaces it.
func (d *Dialogs) Entry(value string) *widgets.TextEntry {
	e := widgets.NewTextEntry(d.Post)
	e.Load(value)
	e.OnSubmitted = func(string) { d.Modal.Confirm() }
	e.OnFocus = func(on bool) {
		if on {
			e.SelectAll()
			widgets.Reveal(e)
		}
	}
	return e
}
