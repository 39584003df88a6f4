package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/ui/desktop/widgets"
)

// Roll shows all pages below each other and draws those in view. Keys go
// through the pages.
type Roll struct {
	widget.BaseWidget
	paper   *Paper
	moved   func() // told that another page is in view
	view    *widgets.Scroll
	content *fyne.Container
	Sheets  []*sheet
	Zoom    int // index of RollZooms
	focused bool
	edge    *canvas.Rectangle
}

// Space in the roll: beside the sheets, and between them.
const rollGap = 16

// RollZooms are the sizes to go through; the third is the first shown.
var RollZooms = [...]float32{0.5, 0.75, 1, 1.25, 1.5, 2}

// widestSheet is how wide a page is at 100 %, where there is room: about its
// size on paper.
const widestSheet = 760

// NewRoll makes a roll; moved is told when another page comes into view.
func NewRoll(a *Paper, moved func()) *Roll {
	r := &Roll{paper: a, moved: moved, Zoom: 2, edge: canvas.NewRectangle(widgets.Ink(widgets.ColorDesk))}
	r.content = container.New(rollLayout{r})
	r.view = widgets.NewScroll(r.content, container.ScrollBoth)
	r.view.OnScrolled = func(fyne.Position) { r.fill(); r.moved() }
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the widget.
func (r *Roll) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(widgets.InsetAll(2), r.edge, container.NewStack(widgets.Ground(widgets.ColorDesk), r.view)))
}

// Update makes a sheet for each page.
func (r *Roll) Update() {
	for len(r.Sheets) < r.paper.Pages() {
		s := newSheet(r.paper, len(r.Sheets))
		r.Sheets = append(r.Sheets, s)
		r.content.Add(s)
	}
	for _, s := range r.Sheets[r.paper.Pages():] {
		r.content.Remove(s)
	}
	r.Sheets = r.Sheets[:r.paper.Pages()]
	for _, s := range r.Sheets {
		s.wide = 0
	}
	r.view.Refresh()
	r.fill()
}

func (r *Roll) width() float32 {
	return max(min(r.view.Size().Width-2*rollGap, widestSheet), 40) * RollZooms[r.Zoom]
}

func (r *Roll) step() float32 { return r.width()*r.paper.ratio() + rollGap }

// rollLayout puts the sheets below each other, in the middle.
type rollLayout struct{ *Roll }

func (r rollLayout) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	w := r.width()
	x := max((at.Width-w)/2, rollGap)
	for i, s := range r.Sheets {
		s.Move(fyne.NewPos(x, rollGap+float32(i)*r.step()))
		s.Resize(fyne.NewSize(w, w*r.paper.ratio()))
	}
	r.fill()
}

// MinSize is that of all pages.
func (r rollLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(r.width()+2*rollGap-1, rollGap+float32(len(r.Sheets))*r.step())
}

// fill draws the pages in view and those beside them, and forgets the others:
// each takes megabytes.
func (r *Roll) fill() {
	top, bottom := r.view.Offset.Y, r.view.Offset.Y+r.view.Size().Height
	for _, s := range r.Sheets {
		y := s.Position().Y
		if y+s.Size().Height+r.step() < top || y-r.step() > bottom {
			s.Empty()
		} else {
			s.fill()
		}
	}
}

// Page is the page in view, from 0.
func (r *Roll) Page() int {
	if len(r.Sheets) == 0 {
		return 0
	}
	page := int((r.view.Offset.Y + r.view.Size().Height/2) / r.step())
	return min(max(page, 0), len(r.Sheets)-1)
}

// To scrolls to a page.
func (r *Roll) To(page int) {
	page = min(max(page, 0), max(len(r.Sheets)-1, 0))
	r.view.ScrollToOffset(fyne.NewPos(r.view.Offset.X, float32(page)*r.step()))
	r.fill()
	r.moved()
}

// Turn goes some pages on.
func (r *Roll) Turn(by int) {
	at := int(r.view.Offset.Y/r.step() + 0.5)
	r.To(at + by)
}

// Scale makes the pages larger or smaller and keeps the page in view.
func (r *Roll) Scale(by int) {
	page := r.Page()
	r.Zoom = min(max(r.Zoom+by, 0), len(RollZooms)-1)
	r.view.Refresh()
	r.To(page)
}

// TypedKey takes a key while it has the focus.
func (r *Roll) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyPageDown, fyne.KeySpace, fyne.KeyRight:
		r.Turn(1)
	case fyne.KeyPageUp, fyne.KeyLeft:
		r.Turn(-1)
	case fyne.KeyHome:
		r.To(0)
	case fyne.KeyEnd:
		r.To(len(r.Sheets) - 1)
	case fyne.KeyDown:
		r.scroll(r.step() / 8)
	case fyne.KeyUp:
		r.scroll(-r.step() / 8)
	default:
		widgets.PassKey(r, k)
	}
}

func (r *Roll) scroll(by float32) {
	limit := max(r.content.MinSize().Height-r.view.Size().Height, 0)
	r.view.ScrollToOffset(fyne.NewPos(r.view.Offset.X, min(max(r.view.Offset.Y+by, 0), limit)))
	r.fill()
	r.moved()
}

// TypedRune takes ＋ and － for larger and smaller.
func (r *Roll) TypedRune(c rune) {
	switch c {
	case '+', '=', '＋':
		r.Scale(1)
	case '-', '－':
		r.Scale(-1)
	}
}

// FocusGained shows the focus.
func (r *Roll) FocusGained() { r.focus(true) }

// FocusLost belongs to FocusGained.
func (r *Roll) FocusLost() { r.focus(false) }

func (r *Roll) focus(on bool) {
	r.focused = on
	r.edge.FillColor = widgets.Ink(widgets.ColorDesk)
	if on {
		r.edge.FillColor = widgets.Ink(theme.ColorNamePrimary)
	}
	r.edge.Refresh()
}

// Tapped takes the focus.
func (r *Roll) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}

// Cursor is the usual one.
func (r *Roll) Cursor() desktop.Cursor { return desktop.DefaultCursor }
