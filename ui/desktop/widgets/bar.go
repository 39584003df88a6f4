package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// NewFootBar is the bar at the foot of the window: objects at the left, and at the
// right. The one at index clip is cut where there is no room for all.
func NewFootBar(clip int, left, right []fyne.CanvasObject) *fyne.Container {
	l := &barLayout{clip: clip, left: len(left)}
	line := container.New(l, append(left, right...)...)
	return OnGround(ColorPanel, NewEdges(Edges{Top: Hairline()}, container.New(NewInset(14, 7, 14, 7), line)))
}

// barLayout lays the bar out.
type barLayout struct{ clip, left int }

// barGap is the space between two objects of the bar.
const barGap = 10

func (l *barLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	widths, sum := make([]float32, len(objects)), float32(0)
	for i, o := range objects {
		if o.Visible() {
			widths[i] = naturalWidth(o)
			sum += widths[i] + barGap
		}
	}
	over := sum - at.Width
	if over > 0 {
		widths[l.clip] = max(widths[l.clip]-over, 1)
	}
	x := float32(0)
	for i, o := range objects {
		if i == l.left && over < 0 {
			x -= over
		}
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		y := (at.Height - h) / 2
		if _, sign := o.(*canvas.Image); sign {
			y += signDrop
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(widths[i], h))
		x += widths[i] + barGap
	}
}

func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, 18)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s = fyne.NewSize(s.Width+m.Width+barGap, max(s.Height, m.Height))
		}
	}
	return s
}
