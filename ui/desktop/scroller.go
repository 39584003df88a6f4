package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// scroller scrolls a stack of objects and keeps its height right for the
// width at hand.
type scroller struct {
	view     *container.Scroll
	content  *fyne.Container
	stack    *stack
	outer    *fyne.Container
	covered  float32 // height at the top that something else covers
	scrolled func()  // told after scrolling; may be nil
}

func newScroller(s *stack, objects ...fyne.CanvasObject) *scroller {
	content := container.New(s, objects...)
	sc := &scroller{view: container.NewVScroll(content), content: content, stack: s}
	sc.view.OnScrolled = func(fyne.Position) { sc.moved() }
	sc.outer = container.New(sc, sc.view)
	return sc
}

// Layout tells the stack its width before the scroll asks it for its height.
func (sc *scroller) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	defer tellCaret(sc.view)
	sc.stack.width = at.Width
	sc.view.Move(fyne.NewPos(0, 0))
	if sc.view.Size() == at {
		sc.relayout()
		return
	}
	sc.view.Resize(at)
}

func (sc *scroller) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// relayout fits the content after an object in it changed its height.
func (sc *scroller) relayout() {
	if sc.view.Size().Width == 0 {
		return // not on the screen yet: a prose entry would wrap its text at every character
	}
	defer tellCaret(sc.view)
	want := sc.content.MinSize().Max(sc.view.Size())
	want.Width = sc.view.Size().Width
	if want != sc.content.Size() {
		sc.content.Resize(want)
		sc.fit()
		return
	}
	sc.content.Layout.Layout(sc.content.Objects, want)
}

// fit fits bars and offset to the content's height. Scroll's own Refresh would
// refresh all that is in it as well.
func (sc *scroller) fit() {
	if limit := max(sc.content.Size().Height-sc.view.Size().Height, 0); sc.view.Offset.Y > limit {
		sc.view.ScrollToOffset(fyne.NewPos(0, limit))
		return
	}
	sc.view.Base.Refresh()
}

// reveal scrolls until an object stands in view, with a little of its
// surroundings.
func (sc *scroller) reveal(o fyne.CanvasObject) {
	const around = 40
	if sc.view.Size().Height == 0 {
		return // not on the screen yet
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(sc.content).Y
	bottom := top + o.Size().Height
	offset := sc.view.Offset.Y
	switch {
	case top-around < offset+sc.covered:
		offset = top - around - sc.covered
	case bottom+around > offset+sc.view.Size().Height:
		offset = min(bottom+around-sc.view.Size().Height, top-around-sc.covered)
	default:
		return
	}
	limit := max(sc.content.Size().Height-sc.view.Size().Height, 0)
	sc.view.ScrollToOffset(fyne.NewPos(0, min(max(offset, 0), limit)))
	sc.moved() // ScrollToOffset does not tell
}

// moved follows any scrolling.
func (sc *scroller) moved() {
	tellCaret(sc.view)
	if sc.scrolled != nil {
		sc.scrolled()
	}
}

// scrollBy scrolls by a key; another than those that scroll does nothing.
func (sc *scroller) scrollBy(key fyne.KeyName) {
	const line = 40
	height := sc.view.Size().Height
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: line - height, fyne.KeyPageDown: height - line,
		fyne.KeyHome: -sc.content.Size().Height, fyne.KeyEnd: sc.content.Size().Height,
	}[key]
	limit := max(sc.content.Size().Height-height, 0)
	sc.view.ScrollToOffset(fyne.NewPos(0, min(max(sc.view.Offset.Y+by, 0), limit)))
	sc.moved()
}

// scrollerIn finds the first scroller below an object; nil without one.
func scrollerIn(o fyne.CanvasObject) (found *scroller) {
	eachBelow(o, func(o fyne.CanvasObject) {
		if c, ok := o.(*fyne.Container); ok && found == nil {
			found, _ = c.Layout.(*scroller)
		}
	})
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

// reveal scrolls what holds an object until it is to be seen.
func reveal(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	eachBelow(front(c), func(holder fyne.CanvasObject) {
		box, ok := holder.(*fyne.Container)
		if !ok {
			return
		}
		if sc, ok := box.Layout.(*scroller); ok && sc.holds(o) {
			sc.reveal(o)
		}
	})
}

func (sc *scroller) holds(wanted fyne.CanvasObject) (found bool) {
	eachBelow(sc.content, func(o fyne.CanvasObject) { found = found || o == wanted })
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
	case *container.Scroll:
		eachBelow(o.Content, visit)
	case *widget.PopUp:
		eachBelow(o.Content, visit)
	}
}
