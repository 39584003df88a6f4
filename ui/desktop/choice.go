package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// choice is a list to choose one of. Fyne's keeps every key to itself: Enter and
// Esc would be dead in a dialog while it has the focus.
type choice struct{ widget.Select }

func newChoice(names []string, changed func(string)) *choice {
	c := &choice{}
	c.Options, c.OnChanged = names, changed
	c.ExtendBaseWidget(c)
	return c
}

func (c *choice) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(k)
	default:
		passKey(c, k)
	}
}

func (c *choice) FocusGained() {
	c.Select.FocusGained()
	reveal(c)
}

// show shows a choice without firing OnChanged.
func (c *choice) show(name string) {
	heard := c.OnChanged
	c.OnChanged = nil
	c.SetSelected(name)
	c.OnChanged = heard
}

// tick is a box to tick. Fyne's keeps Esc and the function keys to itself.
type tick struct{ widget.Check }

func newTick(text string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = text, changed
	t.ExtendBaseWidget(t)
	return t
}

func (t *tick) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		t.SetChecked(!t.Checked)
		return
	}
	passKey(t, k)
}
