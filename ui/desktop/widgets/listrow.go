package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Space around a line of the list.
const (
	RowSide float32 = 14
	rowTop  float32 = 10
)

// ListRow is a line of the list: a click or Enter opens it, Del removes it, Up and
// Down go to the lines beside it.
type ListRow struct {
	widget.BaseWidget
	content          fyne.CanvasObject
	Side, Top        float32 // space around the content
	Open, remove     func()
	More             func(at fyne.Position) // what else there is to do, offered there; may be nil
	Marked           func()                 // it has got the focus; may be nil
	hovered, focused bool
	space            spacebar
	back             *canvas.Rectangle
}

// NewListRow makes a line; open is its click, remove its Del.
func NewListRow(content fyne.CanvasObject, open, remove func()) *ListRow {
	r := &ListRow{content: content, Side: RowSide, Top: rowTop, Open: open, remove: remove, back: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the widget.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(NewInset(r.Side, r.Top, r.Side, r.Top), r.back, r.content))
}

// HeightFor is the height at a width.
func (r *ListRow) HeightFor(width float32) float32 {
	return HeightAt(r.content, width-2*r.Side) + 2*r.Top
}

func (r *ListRow) paint() {
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	if r.hovered || r.focused {
		r.back.FillColor = Ink(ColorFocused)
	}
	if r.focused {
		r.back.StrokeColor, r.back.StrokeWidth = Ink(theme.ColorNamePrimary), 2
	}
	r.back.Refresh()
}

// TappedSecondary offers what else there is to do, as the context menu of a file
// does.
func (r *ListRow) TappedSecondary(at *fyne.PointEvent) {
	if r.More != nil {
		r.More(at.AbsolutePosition)
	}
}

// End is the place on the canvas for a menu below the end of the line.
func (r *ListRow) End() fyne.Position {
	const menuWidth, overlap = 160, 4
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
	return at.AddXY(r.Size().Width-menuWidth, r.Size().Height-overlap)
}

// Tapped presses it.
func (r *ListRow) Tapped(*fyne.PointEvent) { r.Open() }

// TypedKey takes a key while it has the focus.
func (r *ListRow) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.Open()
	case fyne.KeySpace:
		r.space.press()
	case fyne.KeyDelete:
		r.remove()
	case desktop.KeyMenu:
		r.TappedSecondary(&fyne.PointEvent{AbsolutePosition: r.End()})
	case fyne.KeyDown, fyne.KeyUp:
		r.step(k.Name)
	default:
		PassKey(r, k)
	}
}

// step goes to the line below or above, and from the first one up to what stands
// above the list.
func (r *ListRow) step(key fyne.KeyName) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	rows := RowsIn(front(c))
	switch i := slices.Index(rows, r); {
	case key == fyne.KeyDown && i+1 < len(rows):
		c.Focus(rows[i+1])
	case key == fyne.KeyUp && i > 0:
		c.Focus(rows[i-1])
	case key == fyne.KeyUp:
		c.FocusPrevious()
	}
}

// RowsIn finds the lines below an object.
func RowsIn(o fyne.CanvasObject) (rows []*ListRow) {
	eachBelow(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*ListRow); ok {
			rows = append(rows, r)
		}
	})
	return rows
}

// TypedRune takes a character: a space opens.
func (r *ListRow) TypedRune(c rune) {
	if r.space.presses(c) {
		r.Open()
	}
}

// FocusGained shows the focus.
func (r *ListRow) FocusGained() {
	r.focused = true
	r.paint()
	Reveal(r)
	if r.Marked != nil {
		r.Marked()
	}
}

// FocusLost belongs to FocusGained.
func (r *ListRow) FocusLost() { r.focused = false; r.paint() }

// MouseIn shows that the mouse is over it.
func (r *ListRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.paint() }

// MouseMoved belongs to MouseIn.
func (r *ListRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to MouseIn.
func (r *ListRow) MouseOut() { r.hovered = false; r.paint() }
