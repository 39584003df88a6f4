package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// notch is how often the way that Fyne goes for one notch of the wheel, 25 units: three
// lines of prose, as other programs scroll.
const notch = 3

// Scroll is Fyne's, but for the wheel.
type Scroll struct{ container.Scroll }

// NewScroll scrolls an object in the given directions.
func NewScroll(content fyne.CanvasObject, direction container.ScrollDirection) *Scroll {
	s := &Scroll{container.Scroll{Content: content, Direction: direction}}
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled belongs to fyne.Scrollable.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) {
	far := *e
	far.Scrolled = fyne.Delta{DX: notch * e.Scrolled.DX, DY: notch * e.Scrolled.DY}
	s.Scroll.Scrolled(&far)
}
