package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/widgets"
)

// question is a dialog with a sentence and one thing to do.
type question struct {
	title, body string
	yes         string       // what the button says; empty: there is only 关闭
	no          string       // empty: 取消
	rank        widgets.Rank // of the yes button; plain becomes primary
	do          func()       // on yes
}

// modal is a dialog over the window. Enter presses its first button, Esc
// closes it, wherever the focus is.
type modal struct {
	popup   *widget.PopUp
	confirm func()
	closed  func()
	dropped func() // told when the user closes it, not when another takes its place; may be nil
}

const modalWidth = 580

// ask shows a question. Only one dialog is open at a time.
func (p *program) ask(q question) {
	body := widgets.NewParagraph(q.body, widgets.SizeBody, theme.ColorNameForeground)
	if q.yes == "" {
		m := p.dialog(q.title, textClose, widgets.Primary, "", body)
		m.confirm = m.close
		return
	}
	if q.no == "" {
		q.no = textCancel
	}
	m := p.dialog(q.title, q.yes, max(q.rank, widgets.Primary), q.no, body)
	m.confirm = func() { m.close(); q.do() }
}

// tell shows a message.
func (p *program) tell(title, body string) { p.ask(question{title: title, body: body}) }

// dialog shows content with buttons below; the caller sets confirm. no is
// empty for a dialog that can only be closed.
func (p *program) dialog(title, yes string, yesRank widgets.Rank, no string, content ...fyne.CanvasObject) *modal {
	if p.modal != nil {
		p.modal.hide()
	}
	m := &modal{}
	p.modal = m
	before := p.window.Canvas().Focused()
	m.closed = func() {
		p.modal = nil
		p.refocus(before)
	}
	do := widgets.NewButton(yes, yesRank, func() { m.confirm() })
	buttons := []fyne.CanvasObject{widgets.Gap(1, 1)}
	if no != "" {
		buttons = append(buttons, widgets.NewButton(no, widgets.Plain, m.close))
	}
	buttons = append(buttons, do)
	parts := append([]fyne.CanvasObject{widgets.Heading(title, theme.SizeNameSubHeadingText)}, content...)
	parts = append(parts, container.New(&widgets.Row{Gap: 10, Wide: 0}, buttons...))
	s := &widgets.Stack{Gap: 14, Margin: 16, Width: modalWidth}
	m.popup = widget.NewModalPopUp(container.New(widgets.NewFixedWidth(modalWidth), container.New(s, parts...)), p.window.Canvas())
	m.popup.Show()
	p.window.Canvas().Focus(do)
	return m
}

// refocus gives the focus back to what had it. When that is gone, as a line of a
// list is that was taken out of it, the focus goes to a place near it.
func (p *program) refocus(o fyne.Focusable) {
	switch {
	case onShow(o):
		p.window.Canvas().Focus(o)
	case p.form != nil:
		p.form.takeFocus()
	case p.start != nil:
		p.start.takeFocus()
	}
}

// onShow reports whether an object is to be seen. Fyne's driver places all objects
// that it does not find in one corner, where nothing of ours takes the focus; it
// finds none that it has not drawn yet.
func onShow(o fyne.Focusable) bool {
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	object, ok := o.(fyne.CanvasObject)
	return ok && place(object) != place(widgets.Gap(0, 0))
}

// relayout fits the dialog to what it shows now.
func (m *modal) relayout() {
	m.popup.Refresh()
	m.popup.Resize(m.popup.MinSize())
}

func (m *modal) close() {
	m.hide()
	if m.dropped != nil {
		m.dropped()
	}
}

func (m *modal) hide() {
	m.popup.Hide()
	m.closed()
}

// key handles the keys that no focused widget takes.
func (p *program) key(k *fyne.KeyEvent) {
	switch {
	case p.modal != nil:
		p.modal.key(k)
	case p.form != nil && k.Name == fyne.KeyEscape:
		p.form.find.close()
	default:
		p.pressFunctionKey(k.Name)
	}
}

func (m *modal) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		m.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		m.confirm()
	default:
		m.scrollBy(k.Name)
	}
}

// scrollBy scrolls what the dialog shows. Down goes to the first line of a list.
func (m *modal) scrollBy(key fyne.KeyName) {
	s := widgets.ScrollerIn(m.popup.Content)
	if s == nil {
		return
	}
	if rows := widgets.RowsIn(s.Content); len(rows) > 0 && key == fyne.KeyDown {
		m.popup.Canvas.Focus(rows[0])
		return
	}
	s.ScrollBy(key)
}

// dialogEntry makes an entry whose Enter is the dialog's. What it proposes is
// selected when the focus comes, so that typing replaces it.
func (p *program) dialogEntry(value string) *widgets.TextEntry {
	e := widgets.NewTextEntry(p.post)
	e.Load(value)
	e.OnSubmitted = func(string) { p.modal.confirm() }
	e.OnFocus = func(on bool) {
		if on {
			e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
	return e
}
