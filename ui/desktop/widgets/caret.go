package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/inputmethod"
)

// caretTeller tells the input method where the caret of an entry stands.
//
// Entry.CursorPosition is a place on the entry's content, which the entry may
// have scrolled; so the content is asked where it is, not the entry.
type caretTeller struct {
	content fyne.CanvasObject // nil until the entry has a renderer
	told    inputmethod.Caret // the last that the input method was told
	again   bool              // it will be told once more
}

// drawnBy notes the content of an entry from its renderer: the third object
// after ground and frame, or what that scrolls.
func (t *caretTeller) drawnBy(r fyne.WidgetRenderer) fyne.WidgetRenderer {
	t.content = r.Objects()[2]
	if s, ok := t.content.(*container.Scroll); ok {
		t.content = s.Content
	}
	return r
}

// aFrame is when what has just been made, or moved, is on the screen.
const aFrame = 60 * time.Millisecond

// tell reports the caret of an entry if it is the one with the focus. self is
// the widget on the screen, e the entry in it.
//
// It is told once more a frame later: in a dialog that opens the focus comes
// before the first picture, and until then nothing in it has a place; and what
// is laid out anew on the way to the screen moves without a word.
func (t *caretTeller) tell(self fyne.Focusable, e *widget.Entry) {
	t.tellNow(self, e)
	if inputmethod.Listens && !t.again {
		t.again = true
		time.AfterFunc(aFrame, func() {
			fyne.Do(func() {
				t.again = false
				t.tellNow(self, e)
			})
		})
	}
}

func (t *caretTeller) tellNow(self fyne.Focusable, e *widget.Entry) {
	w := windowWithFocus(self)
	driver := fyne.CurrentApp().Driver()
	if w == nil || t.content == nil || driver.CanvasForObject(t.content) == nil {
		return
	}
	at := driver.AbsolutePositionForObject(t.content).Add(e.CursorPosition())
	line := fyne.MeasureText("年", e.Theme().Size(theme.SizeNameText), e.TextStyle).Height
	pixels := func(length float32) int { return int(length*w.Canvas().Scale() + 0.5) }
	t.told = inputmethod.Caret{X: pixels(at.X), Y: pixels(at.Y), Height: pixels(line)}
	inputmethod.Place(w, t.told)
}

// leave reports that an entry has lost the focus.
func (*caretTeller) leave(self fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(self)
	for _, w := range driver.AllWindows() {
		if w.Canvas() == canvas {
			inputmethod.Leave(w)
		}
	}
}

// windowWithFocus is the window in which a widget has the focus; nil for none.
func windowWithFocus(o fyne.Focusable) fyne.Window {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas().Focused() == o {
			return w
		}
	}
	return nil
}

// tellCaret reports the caret anew after what surrounds it moved: on the canvas
// of o, which scrolled or was laid out.
func tellCaret(o fyne.CanvasObject) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(o)
	if canvas == nil {
		return
	}
	if e, ok := canvas.Focused().(interface{ tellCaret() }); ok {
		e.tellCaret()
	}
}
