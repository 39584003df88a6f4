package widgets

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroller scrolls a stack of objects and keeps its height right for the
// width at hand.
type Scroller struct {
	View     *Scroll
	Content  *fyne.Container
	stack    *Stack
	Outer    *fyne.Container
	Covered  float32 // height at the top that something else covers
	Scrolled func()  // told after scrolling; may be nil
}

// NewScroller scrolls objects that are laid out by s.
func NewScroller(s *Stack, objects ...fyne.CanvasObject) *Scroller {
	content := container.New(s, objects...)
	sc := &Scroller{View: NewScroll(content, container.ScrollVerticalOnly), Content: content, stack: s}
	sc.View.OnScrolled = func(fyne.Position) { sc.moved() }
	sc.Outer = container.New(sc, sc.View)
	return sc
}

// Boxed is the scroller in a thin frame, of a height of its own: a list in a dialog.
func (sc *Scroller) Boxed(height float32) fyne.CanvasObject {
	frame := Ground(ColorPanel)
	frame.StrokeColor, frame.StrokeWidth = Ink(ColorLine), 1
	return WithHeight(container.New(InsetAll(1), frame, sc.Outer), height)
}

// Layout tells the stack its width before the scroll asks it for its height.
func (sc *Scroller) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	defer TellCaret(sc.View)
	sc.stack.Width = at.Width
	sc.View.Move(fyne.NewPos(0, 0))
	if sc.View.Size() == at {
		sc.Relayout()
		return
	}
	sc.View.Resize(at)
}

// MinSize is the least size.
func (sc *Scroller) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Relayout fits the content after an object in it changed its height.
func (sc *Scroller) Relayout() {
	if sc.View.Size().Width == 0 {
		return // not on the screen yet: a prose entry would wrap its text at every character
	}
	defer TellCaret(sc.View)
	defer sc.tellScrolled()
	want := sc.Content.MinSize().Max(sc.View.Size())
	want.Width = sc.View.Size().Width
	if want != sc.Content.Size() {
		sc.Content.Resize(want)
		sc.fit()
		return
	}
	sc.Content.Layout.Layout(sc.Content.Objects, want)
}

// fit fits bars and offset to the content's height. Scroll's own Refresh would
// refresh all that is in it as well.
func (sc *Scroller) fit() {
	if limit := max(sc.Content.Size().Height-sc.View.Size().Height, 0); sc.View.Offset.Y > limit {
		sc.View.ScrollToOffset(fyne.NewPos(0, limit))
		return
	}
	sc.View.Base.Refresh()
}

// Reveal scrolls until an object stands in view, with a little of its
// surroundings.
func (sc *Scroller) Reveal(o fyne.CanvasObject) { sc.RevealSpan(o, 0, o.Size().Height) }

// RevealSpan is Reveal for what lies between two heights within an object.
func (sc *Scroller) RevealSpan(o fyne.CanvasObject, from, to float32) {
	const around = 40
	if sc.View.Size().Height == 0 {
		return // not on the screen yet
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(sc.Content).Y + from
	bottom := top + to - from
	offset := sc.View.Offset.Y
	switch {
	case top-around < offset+sc.Covered:
		offset = top - around - sc.Covered
	case bottom+around > offset+sc.View.Size().Height:
		offset = min(bottom+around-sc.View.Size().Height, top-around-sc.Covered)
	default:
		return
	}
	limit := max(sc.Content.Size().Height-sc.View.Size().Height, 0)
	sc.View.ScrollToOffset(fyne.NewPos(0, min(max(offset, 0), limit)))
	sc.moved() // ScrollToOffset does not tell
}

// moved follows any scrolling.
func (sc *Scroller) moved() {
	TellCaret(sc.View)
	sc.tellScrolled()
	if sc.Scrolled != nil {
		sc.Scrolled()
	}
}

// tellScrolled tells the entries that draw only what is in view.
func (sc *Scroller) tellScrolled() {
	eachBelow(sc.Content, func(o fyne.CanvasObject) {
		if e, ok := o.(*TextEntry); ok {
			e.scrolled()
		}
	})
}

// ScrollBy scrolls by a key; another than those that scroll does nothing.
func (sc *Scroller) ScrollBy(key fyne.KeyName) {
	const line = 40
	height := sc.View.Size().Height
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: line - height, fyne.KeyPageDown: height - line,
		fyne.KeyHome: -sc.Content.Size().Height, fyne.KeyEnd: sc.Content.Size().Height,
	}[key]
	limit := max(sc.Content.Size().Height-height, 0)
	sc.View.ScrollToOffset(fyne.NewPos(0, min(max(sc.View.Offset.Y+by, 0), limit)))
	sc.moved()
}

// ScrollerIn finds the first scroller below an object, the innermost where one is within
// another; nil without one.
func ScrollerIn(o fyne.CanvasObject) (found *Scroller) {
	eachBelow(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*fyne.Container); ok && found == nil {
			found, _ = c.Layout.(*Scroller)
		}
	})
	if found != nil {
		found = cmp.Or(ScrollerIn(found.Content), found)
	}
	return found
}

// front is what is in front of a canvas: the topmost dialog or menu, or else what
// fills the window.
func front(c fyne.Canvas) fyne.CanvasObject {
	if top := c.Overlays().Top(); top != nil {
		return top
	}
	return c.Content()
}

// Reveal scrolls what holds an object until it is to be seen.
func Reveal(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	eachBelow(front(c), func(holder fyne.CanvasObject) {
		box, ok := holder.(*fyne.Container)
		if !ok {
			return
		}
		if sc, ok := box.Layout.(*Scroller); ok && sc.holds(o) {
			sc.Reveal(o)
		}
	})
}

func (sc *Scroller) holds(wanted fyne.CanvasObject) (found bool) {
	eachBelow(sc.Content, func(o fyne.CanvasObject) { found = found || o == wanted })
	return found
}

// eachBelow visits an object and what containers hold below it. What a widget
// draws itself with is its own affair.
func eachBelow(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			eachBelow(child, visit)
		}
	case *Scroll:
		eachBelow(o.Content, visit)
	case *widget.PopUp:
		eachBelow(o.Content, visit)
	}
}
