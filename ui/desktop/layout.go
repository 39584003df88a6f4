package desktop

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
	heightFor(width float32) float32
}

// tallLayout is a layout whose container's height follows from its width.
type tallLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// heightAt is the height an object takes at a width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(tall); ok {
		return t.heightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(tallLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// stack puts objects below each other, each as wide as the stack.
type stack struct {
	gap, margin float32
	widest      float32 // of the objects; 0 for no limit
	width       float32 // last laid out for
}

func (s *stack) inner(width float32) float32 {
	w := width - 2*s.margin
	if s.widest > 0 {
		w = min(w, s.widest)
	}
	return max(w, 1)
}

func (s *stack) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	s.width = width
	h, shown := 2*s.margin, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h += heightAt(o, s.inner(width))
		shown++
	}
	return h + s.gap*float32(max(shown-1, 0))
}

func (s *stack) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	s.width = at.Width
	w, y := s.inner(at.Width), s.margin
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := heightAt(o, w)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(s.margin, y))
		y += h + s.gap
	}
}

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	width += 2 * s.margin
	// Before the first layout the width is a guess: text at no width at all
	// would be taller than any window.
	return fyne.NewSize(width, s.heightFor(objects, max(width, s.width, 160)))
}

// signDrop lowers a drawing beside text: the face's characters stand a little
// below the middle of their line.
const signDrop float32 = 1.5

// row puts objects beside each other at their smallest width; the one at
// index wide takes what is left. They stand centred, or at the top.
type row struct {
	gap  float32
	wide int // -1: none
	top  bool
}

func (r *row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	all := make([]float32, len(objects))
	left := width
	shown := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		if i != r.wide {
			all[i] = o.MinSize().Width
			left -= all[i]
		}
	}
	if r.wide >= 0 && r.wide < len(all) {
		all[r.wide] = max(left-r.gap*float32(max(shown-1, 0)), 1)
	}
	return all
}

func (r *row) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range r.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, heightAt(objects[i], w))
		}
	}
	return h
}

func (r *row) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	x := float32(0)
	for i, w := range r.widths(objects, at.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h := heightAt(o, w)
		y := (at.Height - h) / 2
		_, sign := o.(*canvas.Image)
		switch {
		case r.top && sign:
			y = 2 * signDrop
		case r.top:
			y = 0
		case sign:
			y += signDrop
		}
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, y))
		x += w + r.gap
	}
}

func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width += m.Width + r.gap
			s.Height = max(s.Height, m.Height)
		}
	}
	return s
}

// wrapping puts objects beside each other, and goes on in another row where
// there is no room.
type wrapping struct{ gap float32 }

// each tells the place of every object at a width, and returns the height.
func (w wrapping) each(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, s fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+w.gap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x += m.Width + w.gap
		high = max(high, m.Height)
	}
	return y + high
}

func (w wrapping) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return w.each(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (w wrapping) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	w.each(objects, at.Width, func(o fyne.CanvasObject, p fyne.Position, s fyne.Size) {
		o.Move(p)
		o.Resize(s)
	})
}

func (w wrapping) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, w.heightFor(objects, max(width, 300)))
}

// inset surrounds one object with space, above a ground that fills it all.
// Objects: any number of grounds, then the content.
type inset struct{ left, top, right, bottom float32 }

func insetAll(space float32) *inset { return &inset{space, space, space, space} }

func (in *inset) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[len(objects)-1], width-in.left-in.right) + in.top + in.bottom
}

func (in *inset) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, ground := range objects[:len(objects)-1] {
		ground.Resize(at)
		ground.Move(fyne.NewPos(0, 0))
	}
	content := objects[len(objects)-1]
	content.Resize(at.SubtractWidthHeight(in.left+in.right, in.top+in.bottom))
	content.Move(fyne.NewPos(in.left, in.top))
}

func (in *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[len(objects)-1].MinSize().AddWidthHeight(in.left+in.right, in.top+in.bottom)
}

// newWide gives an object a width of its own.
func newWide(o fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(&fixedWidth{width}, o)
}

// fixedWidth gives its content a width and the height offered.
type fixedWidth struct{ width float32 }

func (f *fixedWidth) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, o := range objects {
		o.Resize(at)
		o.Move(fyne.NewPos(0, 0))
	}
}

func (f *fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(f.width, h)
}

// ground is a rectangle of a colour.
func ground(name fyne.ThemeColorName) *canvas.Rectangle { return canvas.NewRectangle(ink(name)) }

// card is a white rounded panel around content.
func card(content fyne.CanvasObject) *fyne.Container {
	back := ground(colorPanel)
	back.CornerRadius, back.StrokeWidth, back.StrokeColor = 8, 1, ink(colorLine)
	return container.New(&inset{16, 14, 16, 14}, back, content)
}

// hairline is a horizontal line.
func hairline() *canvas.Rectangle {
	line := ground(colorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// gap is empty space of at least that size.
func gap(width, height float32) *canvas.Rectangle {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, height))
	return space
}

// label is one line of text.
func label(text string, textSize fyne.ThemeSizeName, color fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, ink(color))
	t.TextSize = size(textSize)
	return t
}

// heading is one line of bold text in the text colour.
func heading(text string, textSize fyne.ThemeSizeName) *canvas.Text {
	t := label(text, textSize, theme.ColorNameForeground)
	t.TextStyle.Bold = true
	return t
}

// newFixed gives an object a height of its own.
func newFixed(o fyne.CanvasObject, height float32) *fyne.Container {
	return container.New(&fixedHeight{height}, o)
}

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

// edges puts objects at the edges of an area, without the gaps of Fyne's
// border layout; whatever is none of them fills the middle.
type edges struct{ top, bottom, left, right, middle fyne.CanvasObject }

// newEdges makes a container of the objects that are not nil, in the order
// they are read and Tab goes through them.
func newEdges(e edges, middle fyne.CanvasObject) *fyne.Container {
	e.middle = middle
	c := container.New(&e)
	for _, o := range []fyne.CanvasObject{e.top, e.left, e.middle, e.right, e.bottom} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

func (e *edges) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	var x, y float32
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	w, h := at.Width, at.Height
	if e.top != nil && e.top.Visible() {
		m := heightAt(e.top, w)
		put(e.top, 0, 0, w, m)
		y, h = m, h-m
	}
	if e.bottom != nil {
		m := heightAt(e.bottom, w)
		put(e.bottom, 0, at.Height-m, w, m)
		h -= m
	}
	if e.left != nil {
		m := e.left.MinSize().Width
		put(e.left, 0, y, m, h)
		x, w = m, w-m
	}
	if e.right != nil {
		m := e.right.MinSize().Width
		put(e.right, at.Width-m, y, m, h)
		w -= m
	}
	put(e.middle, x, y, w, h)
}

func (e *edges) heightFor(_ []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range []fyne.CanvasObject{e.top, e.bottom} {
		if o != nil && o.Visible() {
			h += heightAt(o, width)
		}
	}
	for _, o := range []fyne.CanvasObject{e.left, e.right} {
		if o != nil {
			width -= o.MinSize().Width
		}
	}
	return h + heightAt(e.middle, width)
}

func (e *edges) MinSize([]fyne.CanvasObject) fyne.Size {
	s := e.middle.MinSize()
	for _, o := range []fyne.CanvasObject{e.left, e.right} {
		if o != nil {
			m := o.MinSize()
			s = fyne.NewSize(s.Width+m.Width, max(s.Height, m.Height))
		}
	}
	for _, o := range []fyne.CanvasObject{e.top, e.bottom} {
		if o != nil && o.Visible() {
			m := o.MinSize()
			s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
		}
	}
	return s
}
