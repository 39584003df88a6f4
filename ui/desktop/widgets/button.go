package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rank is how much a button stands out; one primary button a screen.
type Rank int

// The ranks.
const (
	Plain Rank = iota
	Primary
	Danger
	Quiet // no frame: small icons inside cards
)

// Button is a framed button with a text or an icon: Fyne's own has no frame
// and vanishes on white. Space and Enter press it.
type Button struct {
	widget.BaseWidget
	Text     string
	icon     fyne.Resource
	Rank     Rank
	Left     bool    // text at the left instead of the middle
	Height   float32 // at least; 0 for what the text needs
	Pressed  func()
	hovered  bool
	focused  bool
	disabled bool
	space    spacebar
}

// NewButton makes a button with a text.
func NewButton(text string, r Rank, pressed func()) *Button {
	b := &Button{Text: text, Rank: r, Pressed: pressed}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton makes a small button without a frame.
func NewIconButton(icon fyne.Resource, pressed func()) *Button {
	b := &Button{icon: icon, Rank: Quiet, Pressed: pressed}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped presses it.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled {
		b.Pressed()
	}
}

// Disable greys the button out and keeps the focus away from it.
func (b *Button) Disable() { b.disabled = true; b.Refresh() }

// Enable belongs to Disable.
func (b *Button) Enable() { b.disabled = false; b.Refresh() }

// Disabled belongs to Disable.
func (b *Button) Disabled() bool { return b.disabled }

// TypedKey takes a key while it has the focus.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeySpace:
		b.space.press()
	default:
		PassKey(b, k)
	}
}

// TypedRune takes a character: a space presses.
func (b *Button) TypedRune(c rune) {
	if b.space.presses(c) {
		b.Tapped(nil)
	}
}

// FocusGained shows the focus.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); Reveal(b) }

// FocusLost belongs to FocusGained.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn shows that the mouse is over it.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved belongs to MouseIn.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to MouseIn.
func (b *Button) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer draws the widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		Button: b,
		frame:  canvas.NewRectangle(color.Transparent),
		over:   canvas.NewRectangle(color.Transparent),
		label:  canvas.NewText(b.Text, color.Black),
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
	*Button
	frame, over *canvas.Rectangle
	label       *canvas.Text
	image       *canvas.Image
	objects     []fyne.CanvasObject
}

func (r *buttonRenderer) paint() {
	fill, edge, text := Ink(ColorPanel), Ink(theme.ColorNameInputBorder), Ink(theme.ColorNameForeground)
	switch r.Rank {
	case Plain:
	case Primary:
		fill, edge, text = Ink(theme.ColorNamePrimary), Ink(theme.ColorNamePrimary), Ink(theme.ColorNameForegroundOnPrimary)
	case Danger:
		fill, edge, text = Ink(theme.ColorNameError), Ink(theme.ColorNameError), Ink(theme.ColorNameForegroundOnPrimary)
	case Quiet:
		fill, edge, text = color.Transparent, color.Transparent, Ink(ColorSecond)
	}
	if r.disabled {
		text = Ink(theme.ColorNameDisabled)
	}
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = fill, edge, 1
	if r.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = Ink(theme.ColorNamePrimary), 2
		if r.Rank == Primary || r.Rank == Danger {
			r.frame.StrokeColor = Ink(theme.ColorNameForeground)
		}
	}
	r.frame.CornerRadius, r.over.CornerRadius = Size(theme.SizeNameInputRadius), Size(theme.SizeNameInputRadius)
	r.over.FillColor = color.Transparent
	if r.hovered && !r.disabled {
		r.over.FillColor = Ink(theme.ColorNameHover)
	}
	r.label.Text, r.label.Color, r.label.TextSize = r.Text, text, Size(SizeBody)
	if r.image != nil {
		r.image.Translucency = 0
		if r.disabled {
			r.image.Translucency = 0.7
		}
	}
}

func (r *buttonRenderer) padding() fyne.Size {
	if r.Rank == Quiet {
		return fyne.NewSize(5, 5)
	}
	return fyne.NewSize(14, 7)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.image != nil {
		return fyne.NewSquareSize(Size(SizeBody)).Add(r.padding()).Add(r.padding())
	}
	m := r.label.MinSize().Add(r.padding()).Add(r.padding())
	return m.Max(fyne.NewSize(0, r.Height))
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
	if r.Left {
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
