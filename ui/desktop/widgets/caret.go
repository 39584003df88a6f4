package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/desktop/inputmethod"
	"nianbao/ui/desktop/mainloop"
)

// caretTeller tells the input method where the caret of an entry stands.
type caretTeller struct {
	told  inputmethod.Caret // the last that the input method was told
	again bool              // it will be told once more
}

// caretHolder is an entry.
type caretHolder interface {
	fyne.Focusable
	// caretAt is where its caret stands on the canvas; false before it is on one.
	caretAt() (fyne.Position, bool)
}

// aFrame is when what has just been made, or moved, is on the screen.
const aFrame = 60 * time.Millisecond

// tell reports the caret of an entry if it is the one with the focus.
//
// It is told once more a frame later: in a dialog that opens the focus comes
// before the first picture, and until then nothing in it has a place; and what
// is laid out anew on the way to the screen moves without a word.
func (t *caretTeller) tell(e caretHolder) {
	t.tellNow(e)
	if inputmethod.Listens && !t.again {
		t.again = true
		time.AfterFunc(aFrame, func() {
			mainloop.Do(func() {
				t.again = false
				t.tellNow(e)
			})
		})
	}
}

func (t *caretTeller) tellNow(e caretHolder) {
	w := windowWithFocus(e)
	if w == nil {
		return
	}
	inputmethod.Enter(w)
	at, known := e.caretAt()
	if !known {
		return
	}
	line := ideograph(Size(theme.SizeNameText)).Height
	pixels := func(length float32) int { return int(length*w.Canvas().Scale() + 0.5) }
	t.told = inputmethod.Caret{X: pixels(at.X), Y: pixels(at.Y), Height: pixels(line)}
	inputmethod.Place(w, t.told)
}

// leave reports that an entry has lost the focus.
func (*caretTeller) leave(self fyne.CanvasObject) {
	LeaveCaret(fyne.CurrentApp().Driver().CanvasForObject(self))
}

// LeaveCaret reports that no entry on a canvas has the focus, or that the one that has it
// is covered: it does not hear so itself.
func LeaveCaret(canvas fyne.Canvas) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
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

// TellCaret reports the caret anew on the canvas of o, after what surrounds it
// scrolled, was laid out, or was covered.
func TellCaret(o fyne.CanvasObject) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(o)
	if canvas == nil {
		return
	}
	if e, ok := canvas.Focused().(interface{ tellCaret() }); ok {
		e.tellCaret()
	}
}
