package desktop

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rank is how much a button stands out; one primary button a screen.
type rank int

const (
	plain rank = iota
	primary
	danger
	quiet // no frame: small icons inside cards
)

// button is a framed button with a text or an icon: Fyne's own has no frame
// and vanishes on white. Space and Enter press it.
type button struct {
	widget.BaseWidget
	text     string
	icon     fyne.Resource
	rank     rank
	left     bool    // text at the left instead of the middle
	height   float32 // at least; 0 for what the text needs
	pressed  func()
	hovered  bool
	focused  bool
	disabled bool
}

func newButton(text string, r rank, pressed func()) *button {
	b := &button{text: text, rank: r, pressed: pressed}
	b.ExtendBaseWidget(b)
	return b
}

func newIconButton(icon fyne.Resource, pressed func()) *button {
	b := &button{icon: icon, rank: quiet, pressed: pressed}
	b.ExtendBaseWidget(b)
	return b
}

func (b *button) Tapped(*fyne.PointEvent) {
	if !b.disabled {
		b.pressed()
	}
}

// Disable greys the button out and keeps the focus away from it.
func (b *button) Disable() { b.disabled = true; b.Refresh() }

// Enable belongs to Disable.
func (b *button) Enable() { b.disabled = false; b.Refresh() }

// Disabled belongs to Disable.
func (b *button) Disabled() bool { return b.disabled }

func (b *button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		passKey(b, k)
	}
}

func (b *button) TypedRune(rune) {}

func (b *button) FocusGained() { b.focused = true; b.Refresh(); reveal(b) }
func (b *button) FocusLost()   { b.focused = false; b.Refresh() }

func (b *button) MouseIn(*desktop.MouseEvent)    { b.hovered = true; b.Refresh() }
func (b *button) MouseMoved(*desktop.MouseEvent) {}
func (b *button) MouseOut()                      { b.hovered = false; b.Refresh() }

func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b,
		frame:  canvas.NewRectangle(color.Transparent),
		over:   canvas.NewRectangle(color.Transparent),
		label:  canvas.NewText(b.text, color.Black),
	}
	r.objects = []fyne.CanvasObject{r.frame, r.over, r.label}
	if b.icon != nil {
		r.image = canvas.NewImageFromResource(b.icon)
		r.image.FillMode = canvas.ImageFillContain
		r.objects = append(r.objects, r.image)
	}
	r.paint()
	return r
}

type buttonRenderer struct {
	*button
	frame, over *canvas.Rectangle
	label       *canvas.Text
	image       *canvas.Image
	objects     []fyne.CanvasObject
}

func (r *buttonRenderer) paint() {
	fill, edge, text := ink(colorPanel), ink(theme.ColorNameInputBorder), ink(theme.ColorNameForeground)
	switch r.rank {
	case plain:
	case primary:
		fill, edge, text = ink(theme.ColorNamePrimary), ink(theme.ColorNamePrimary), ink(theme.ColorNameForegroundOnPrimary)
	case danger:
		fill, edge, text = ink(theme.ColorNameError), ink(theme.ColorNameError), ink(theme.ColorNameForegroundOnPrimary)
	case quiet:
		fill, edge, text = color.Transparent, color.Transparent, ink(colorSecond)
	}
	if r.disabled {
		text = ink(theme.ColorNameDisabled)
	}
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = fill, edge, 1
	if r.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = ink(theme.ColorNamePrimary), 2
		if r.rank == primary || r.rank == danger {
			r.frame.StrokeColor = ink(theme.ColorNameForeground)
		}
	}
	r.frame.CornerRadius, r.over.CornerRadius = size(theme.SizeNameInputRadius), size(theme.SizeNameInputRadius)
	r.over.FillColor = color.Transparent
	if r.hovered && !r.disabled {
		r.over.FillColor = ink(theme.ColorNameHover)
	}
	r.label.Text, r.label.Color, r.label.TextSize = r.text, text, size(sizeBody)
	if r.image != nil {
		r.image.Translucency = 0
		if r.disabled {
			r.image.Translucency = 0.7
		}
	}
}

func (r *buttonRenderer) padding() fyne.Size {
	if r.rank == quiet {
		return fyne.NewSize(5, 5)
	}
	return fyne.NewSize(14, 7)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.image != nil {
		return fyne.NewSquareSize(size(sizeBody)).Add(r.padding()).Add(r.padding())
	}
	m := r.label.MinSize().Add(r.padding()).Add(r.padding())
	return m.Max(fyne.NewSize(0, r.height))
}

func (r *buttonRenderer) Layout(at fyne.Size) {
	r.frame.Resize(at)
	r.over.Resize(at)
	if r.image != nil {
		inner := at.Subtract(r.padding()).Subtract(r.padding())
		r.image.Resize(inner)
		r.image.Move(fyne.NewPos(r.padding().Width, r.padding().Height))
		return
	}
	m := r.label.MinSize()
	x := (at.Width - m.Width) / 2
	if r.left {
		x = r.padding().Width
	}
	r.label.Resize(m)
	r.label.Move(fyne.NewPos(x, (at.Height-m.Height)/2))
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *buttonRenderer) Destroy()                     {}
