package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// What stands around an object: space, edges, a size of its own.

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

// OnGround puts an object on a ground that fills what it takes. In Fyne's stack its height
// would not follow from its width: text of two lines stood below the ground.
func OnGround(color fyne.ThemeColorName, o fyne.CanvasObject) *fyne.Container {
	return container.New(InsetAll(0), Ground(color), o)
}

// Card is a white rounded panel around content.
func Card(content fyne.CanvasObject) *fyne.Container {
	back := Ground(ColorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, Ink(ColorLine)
	return container.New(NewInset(16, 14, 16, 14), back, content)
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

// Fixed gives its content a size of its own in one direction and what is offered
// in the other: 0 for the content's own.
type Fixed struct{ Width, Height float32 }

// NewFixedWidth makes a layout of a width of its own.
func NewFixedWidth(width float32) *Fixed { return &Fixed{Width: width} }

// newFixedHeight makes a layout of a height of its own.
func newFixedHeight(height float32) *Fixed { return &Fixed{Height: height} }

// WithWidth gives an object a width of its own.
func WithWidth(o fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(NewFixedWidth(width), o)
}

// WithHeight gives an object a height of its own.
func WithHeight(o fyne.CanvasObject, height float32) *fyne.Container {
	return container.New(newFixedHeight(height), o)
}

// Layout lays the objects out.
func (*Fixed) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, o := range objects {
		o.Resize(at)
		o.Move(fyne.NewPos(0, 0))
	}
}

// MinSize is the least size.
func (f *Fixed) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	if f.Width > 0 {
		s.Width = f.Width
	}
	if f.Height > 0 {
		s.Height = f.Height
	}
	return s
}
