package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	Bar         float32 // at the right, besides the margin, for what stands over it
	widest      float32 // of the objects; 0 for no limit
	Width       float32 // last laid out for
}

// Inner is the width of the objects in a stack so wide.
func (s *Stack) Inner(width float32) float32 {
	w := width - 2*s.Margin - s.Bar
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
	width += 2*s.Margin + s.Bar
	// Before the first layout the width is a guess: text at no width at all
	// would be taller than any window.
	return fyne.NewSize(width, s.HeightFor(objects, max(width, s.Width, 160)))
}

// signDrop lowers a drawing beside text: the face's characters stand a little
// below the middle of their line.
const signDrop float32 = 1.5

// Row puts objects beside each other at their smallest width; the one at index Wide
// takes what is left. They stand centred, or at the top.
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
