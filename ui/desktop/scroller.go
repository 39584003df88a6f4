package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
		sc.view.Refresh()
		return
	}
	sc.content.Layout.Layout(sc.content.Objects, want)
}

// reveal scrolls until an object stands in view, with a little of its
// surroundings.
func (sc *scroller) reveal(o fyne.CanvasObject) {
	const around = 40
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
