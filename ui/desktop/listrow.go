package desktop

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
	rowSide float32 = 14
	rowTop  float32 = 10
)

// listColumns are the widths of the list's columns after the first, which
// takes what is left.
var listColumns = [...]float32{64, 120, 150, 108, 34}

// narrowColumns are those of a narrow list, without progress and last saved.
var narrowColumns = [...]float32{54, 0, 112, 0, 34}

// narrowRow is below which width a list is narrow.
const narrowRow = 560

// columns lays out a line of the list.
type columns struct{}

// columnGap is the space between two columns.
const columnGap = 12

func (columns) widths(width float32) (first float32, others [5]float32) {
	others = listColumns
	if width < narrowRow {
		others = narrowColumns
	}
	for _, w := range others {
		width -= w
	}
	return max(width-columnGap, 1), others
}

func (c columns) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	first, others := c.widths(at.Width)
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Show()
		if width <= 0 {
			o.Hide()
			return
		}
		h := heightAt(o, width)
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, (at.Height-h)/2))
	}
	x := at.Width
	for i := len(objects) - 1; i > 0; i-- {
		x -= others[i-1]
		put(objects[i], x, others[i-1]-columnGap)
	}
	put(objects[0], 0, first)
}

func (c columns) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	first, _ := c.widths(width)
	h := heightAt(objects[0], first)
	for _, o := range objects[1:] {
		h = max(h, o.MinSize().Height)
	}
	return h
}

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(300, 0)
	for _, o := range objects {
		s.Height = max(s.Height, o.MinSize().Height)
	}
	return s
}

// listRow is a line of the list: a click or Enter opens it, Del removes it, Up and
// Down go to the lines beside it.
type listRow struct {
	widget.BaseWidget
	content          fyne.CanvasObject
	side, top        float32 // space around the content
	open, remove     func()
	more             func() // what else there is to do; may be nil
	hovered, focused bool
	back             *canvas.Rectangle
}

func newListRow(content fyne.CanvasObject, open, remove func()) *listRow {
	r := &listRow{content: content, side: rowSide, top: rowTop, open: open, remove: remove, back: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&inset{r.side, r.top, r.side, r.top}, r.back, r.content))
}

func (r *listRow) heightFor(width float32) float32 {
	return heightAt(r.content, width-2*r.side) + 2*r.top
}

func (r *listRow) paint() {
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	if r.hovered || r.focused {
		r.back.FillColor = ink(colorFocused)
	}
	if r.focused {
		r.back.StrokeColor, r.back.StrokeWidth = ink(theme.ColorNamePrimary), 2
	}
	r.back.Refresh()
}

// TappedSecondary offers what else there is to do, as the context menu of a file
// does.
func (r *listRow) TappedSecondary(*fyne.PointEvent) {
	if r.more != nil {
		r.more()
	}
}

func (r *listRow) Tapped(*fyne.PointEvent) { r.open() }

func (r *listRow) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.open()
	case fyne.KeyDelete:
		r.remove()
	case desktop.KeyMenu:
		r.TappedSecondary(nil)
	case fyne.KeyDown, fyne.KeyUp:
		r.step(k.Name)
	default:
		passKey(r, k)
	}
}

// step goes to the line below or above, and from the first one up to what stands
// above the list.
func (r *listRow) step(key fyne.KeyName) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	rows := rowsIn(front(c))
	switch i := slices.Index(rows, r); {
	case key == fyne.KeyDown && i+1 < len(rows):
		c.Focus(rows[i+1])
	case key == fyne.KeyUp && i > 0:
		c.Focus(rows[i-1])
	case key == fyne.KeyUp:
		c.FocusPrevious()
	}
}

// rowsIn finds the lines below an object.
func rowsIn(o fyne.CanvasObject) (rows []*listRow) {
	eachBelow(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*listRow); ok {
			rows = append(rows, r)
		}
	})
	return rows
}

func (r *listRow) TypedRune(rune) {}

func (r *listRow) FocusGained()                   { r.focused = true; r.paint(); reveal(r) }
func (r *listRow) FocusLost()                     { r.focused = false; r.paint() }
func (r *listRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.paint() }
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}
func (r *listRow) MouseOut()                      { r.hovered = false; r.paint() }
