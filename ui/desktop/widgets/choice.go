package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choice is a list to choose one of. Fyne's keeps every key to itself: Enter and
// Esc would be dead in a dialog while it has the focus.
type Choice struct{ widget.Select }

// NewChoice makes a list of names; changed is told the one chosen, and may be nil.
func NewChoice(names []string, changed func(string)) *Choice {
	c := &Choice{}
	c.Options, c.OnChanged = names, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey takes a key while it has the focus.
func (c *Choice) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		c.Select.TypedKey(k)
	default:
		PassKey(c, k)
	}
}

// FocusGained shows the focus.
func (c *Choice) FocusGained() {
	c.Select.FocusGained()
	Reveal(c)
}

// Load shows a choice without firing OnChanged.
func (c *Choice) Load(name string) {
	heard := c.OnChanged
	c.OnChanged = nil
	c.SetSelected(name)
	c.OnChanged = heard
}

// Tick is a box to tick. Fyne's keeps Esc and the function keys to itself.
type Tick struct{ widget.Check }

// NewTick makes a box with a text beside it.
func NewTick(text string, changed func(bool)) *Tick {
	t := &Tick{}
	t.Text, t.OnChanged = text, changed
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey takes a key while it has the focus.
func (t *Tick) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter {
		t.SetChecked(!t.Checked)
		return
	}
	PassKey(t, k)
}

// FocusGained shows the focus.
func (t *Tick) FocusGained() {
	t.Check.FocusGained()
	Reveal(t)
}
