package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Gate is where Tab leaves a page: it takes the focus and hands it on. There is
// nothing to see of it, and nothing to click at.
type Gate struct {
	widget.BaseWidget
	passed func(back bool)
}

// NewGate makes one; passed is told which way Tab went.
func NewGate(passed func(back bool)) *Gate {
	g := &Gate{passed: passed}
	g.ExtendBaseWidget(g)
	return g
}

// FocusGained hands the focus on.
func (g *Gate) FocusGained() {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	g.passed(ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0)
}

// FocusLost belongs to FocusGained.
func (*Gate) FocusLost() {}

// TypedRune takes a character, for nothing.
func (*Gate) TypedRune(rune) {}

// TypedKey hands a key to the window.
func (g *Gate) TypedKey(k *fyne.KeyEvent) { PassKey(g, k) }

// CreateRenderer draws nothing.
func (*Gate) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}
