package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Fyne asks every object for one smallest size, whatever its width. A page of
// wrapping text needs the height at a width, so pages are laid out by the few
// layouts here, which ask for that.

// tall is an object whose height follows from its width.
type tall interface {
	HeightFor(width float32) float32
}

// tallLayout is a layout whose container's height follows from its width.
type tallLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightAt is the height an object takes at a width.
func HeightAt(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(tall); ok {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(tallLayout); ok {
			return l.HeightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Stack puts objects below each other, each as wide as the stack.
type Stack struct {
	Gap, Margin float32
	widest      float32 // of the objects; 0 for no limit
	Width       float32 // last laid out for
}

// Inner is the width of the objects in a stack so wide.
func (s *Stack) Inner(width float32) float32 {
	w := width - 2*s.Margin
	if s.widest > 0 {
		w = min(w, s.widest)
	}
	return max(w, 1)
}

// HeightFor is the height at a width.
func (s *Stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	s.Width = width
	h, shown := 2*s.Margin, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h += HeightAt(o, s.Inner(width))
		shown++
	}
	return h + s.Gap*float32(max(shown-1, 0))
}

// Layout lays the objects out.
func (s *Stack) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	s.Width = at.Width
	w, y := s.Inner(at.Width), s.Margin
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightAt(o, w)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(s.Margin, y))
		y += h + s.Gap
	}
}

// MinSize is the least size.
func (s *Stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	width += 2 * s.Margin
	// Before the first layout the width is a guess: text at no width at all
	// would be taller than any window.
	return fyne.NewSize(width, s.HeightFor(objects, max(width, s.Width, 160)))
}

// signDrop lowers a drawing beside text: the face's characters stand a little
// below the middle of their line.
const signDrop float32 = 1.5

// Row puts objects beside each other at their smallest width; the one at
// index wide takes what is left. They stand centred, or at the top.
type Row struct {
	Gap  float32
	Wide int // -1: none
	Top  bool
}

func (r *Row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	all := make([]float32, len(objects))
	left := width
	shown := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if i != r.Wide {
			all[i] = o.MinSize().Width
			left -= all[i]
		}
	}
	if r.Wide >= 0 && r.Wide < len(all) {
		all[r.Wide] = max(left-r.Gap*float32(max(shown-1, 0)), 1)
	}
	return all
}

// HeightFor is the height at a width.
func (r *Row) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range r.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, HeightAt(objects[i], w))
		}
	}
	return h
}

// Layout lays the objects out.
func (r *Row) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	x := float32(0)
	for i, w := range r.widths(objects, at.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h := HeightAt(o, w)
		y := (at.Height - h) / 2
		_, sign := o.(*canvas.Image)
		switch {
		case r.Top && sign:
			y = 2 * signDrop
		case r.Top:
			y = 0
		case sign:
			y += signDrop
		}
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, y))
		x += w + r.Gap
	}
}

// MinSize is the least size.
func (r *Row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width += m.Width + r.Gap
			s.Height = max(s.Height, m.Height)
		}
	}
	return s
}

// Wrapping puts objects beside each other, and goes on in another row where
// there is no room.
type Wrapping struct{ Gap float32 }

// each tells the place of every object at a width, and returns the height.
func (w Wrapping) each(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, s fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+w.Gap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x += m.Width + w.Gap
		high = max(high, m.Height)
	}
	return y + high
}

// HeightFor is the height at a width.
func (w Wrapping) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return w.each(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// Layout lays the objects out.
func (w Wrapping) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	w.each(objects, at.Width, func(o fyne.CanvasObject, p fyne.Position, s fyne.Size) {
		o.Move(p)
		o.Resize(s)
	})
}

// MinSize is the least size.
func (w Wrapping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, w.HeightFor(objects, max(width, 300)))
}

// Inset surrounds one object with space, above a ground that fills it all.
// Objects: any number of grounds, then the content.
type Inset struct{ left, top, right, bottom float32 }

// InsetAll makes a layout with the same space on all sides.
func InsetAll(space float32) *Inset { return NewInset(space, space, space, space) }

// NewInset makes a layout with space on each side.
func NewInset(left, top, right, bottom float32) *Inset { return &Inset{left, top, right, bottom} }

// HeightFor is the height at a width.
func (in *Inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightAt(objects[len(objects)-1], width-in.left-in.right) + in.top + in.bottom
}

// Layout lays the objects out.
func (in *Inset) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, ground := range objects[:len(objects)-1] {
		ground.Resize(at)
		ground.Move(fyne.NewPos(0, 0))
	}
	content := objects[len(objects)-1]
	content.Resize(at.SubtractWidthHeight(in.left+in.right, in.top+in.bottom))
	content.Move(fyne.NewPos(in.left, in.top))
}

// MinSize is the least size.
func (in *Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[len(objects)-1].MinSize().AddWidthHeight(in.left+in.right, in.top+in.bottom)
}

// WithWidth gives an object a width of its own.
func WithWidth(o fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(NewFixedWidth(width), o)
}

// NewFixedWidth makes a layout of a width of its own.
func NewFixedWidth(width float32) *FixedWidth { return &FixedWidth{width} }

// FixedWidth gives its content a width and the height offered.
type FixedWidth struct{ Width float32 }

// Layout lays the objects out.
func (f *FixedWidth) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, o := range objects {
		o.Resize(at)
		o.Move(fyne.NewPos(0, 0))
	}
}

// MinSize is the least size.
func (f *FixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(f.Width, h)
}

// Ground is a rectangle of a colour.
func Ground(name fyne.ThemeColorName) *canvas.Rectangle { return canvas.NewRectangle(Ink(name)) }

// Card is a white rounded panel around content.
func Card(content fyne.CanvasObject) *fyne.Container {
	back := Ground(ColorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, Ink(ColorLine)
	return container.New(NewInset(16, 14, 16, 14), back, content)
}

// Hairline is a horizontal line.
func Hairline() *canvas.Rectangle {
	line := Ground(ColorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// Gap is empty space of at least that size.
func Gap(width, height float32) *canvas.Rectangle {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, height))
	return space
}

// Label is one line of text.
func Label(text string, textSize fyne.ThemeSizeName, color fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, Ink(color))
	t.TextSize = Size(textSize)
	return t
}

// Heading is one line of bold text in the text colour.
func Heading(text string, textSize fyne.ThemeSizeName) *canvas.Text {
	t := Label(text, textSize, theme.ColorNameForeground)
	t.TextStyle.Bold = true
	return t
}

// WithHeight gives an object a height of its own.
func WithHeight(o fyne.CanvasObject, height float32) *fyne.Container {
	return container.New(&fixedHeight{height}, o)
}

func newFixedHeight(height float32) *fixedHeight { return &fixedHeight{height} }

// fixedHeight gives its content a height and the width offered.
type fixedHeight struct{ height float32 }

func (f *fixedHeight) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, o := range objects {
		o.Resize(at)
		o.Move(fyne.NewPos(0, 0))
	}
}

func (f *fixedHeight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, f.height)
}

// Edges puts objects at the edges of an area, without the gaps of Fyne's
// border layout; whatever is none of them fills the middle.
type Edges struct{ Top, Bottom, Left, Right, middle fyne.CanvasObject }

// NewEdges makes a container of the objects that are not nil, in the order
// they are read and Tab goes through them.
func NewEdges(e Edges, middle fyne.CanvasObject) *fyne.Container {
	e.middle = middle
	c := container.New(&e)
	for _, o := range []fyne.CanvasObject{e.Top, e.Left, e.middle, e.Right, e.Bottom} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

// Layout lays the objects out.
func (e *Edges) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	var x, y float32
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	w, h := at.Width, at.Height
	if e.Top != nil && e.Top.Visible() {
		m := HeightAt(e.Top, w)
		put(e.Top, 0, 0, w, m)
		y, h = m, h-m
	}
	if e.Bottom != nil && e.Bottom.Visible() {
		m := HeightAt(e.Bottom, w)
		put(e.Bottom, 0, at.Height-m, w, m)
		h -= m
	}
	if e.Left != nil {
		m := e.Left.MinSize().Width
		put(e.Left, 0, y, m, h)
		x, w = m, w-m
	}
	if e.Right != nil {
		m := e.Right.MinSize().Width
		put(e.Right, at.Width-m, y, m, h)
		w -= m
	}
	put(e.middle, x, y, w, h)
}

// HeightFor is the height at a width.
func (e *Edges) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range []fyne.CanvasObject{e.Top, e.Bottom} {
		if o != nil && o.Visible() {
			h += HeightAt(o, width)
		}
	}
	for _, o := range []fyne.CanvasObject{e.Left, e.Right} {
		if o != nil {
			width -= o.MinSize().Width
		}
	}
	return h + HeightAt(e.middle, width)
}

// MinSize is the least size.
func (e *Edges) MinSize([]fyne.CanvasObject) fyne.Size {
	s := e.middle.MinSize()
	for _, o := range []fyne.CanvasObject{e.Left, e.Right} {
		if o != nil {
			m := o.MinSize()
			s = fyne.NewSize(s.Width+m.Width, max(s.Height, m.Height))
		}
	}
	for _, o := range []fyne.CanvasObject{e.Top, e.Bottom} {
		if o != nil && o.Visible() {
			m := o.MinSize()
			s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
		}
	}
	return s
}

// Cornered puts its second object into the upper right corner of the first, level
// with another.
type Cornered struct{ Level fyne.CanvasObject }

// HeightFor is the height at a width.
func (Cornered) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightAt(objects[0], width)
}

// Layout lays the objects out.
func (c Cornered) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(at)
	m := objects[1].MinSize()
	objects[1].Resize(m)
	objects[1].Move(fyne.NewPos(at.Width-m.Width, (c.Level.Size().Height-m.Height)/2))
}

// MinSize is the least size.
func (Cornered) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// VerticalLine is a thin line from top to bottom.
func VerticalLine() *canvas.Rectangle {
	line := Ground(ColorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}
