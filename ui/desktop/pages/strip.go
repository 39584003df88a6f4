package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/ui/desktop/widgets"
)

// strip shows below table three, for each column, how far 第一项加第二项之和 is
// from 第三项加第四项之和. It stays in view while the table scrolls, its boxes
// below the table's columns.
type strip struct {
	widget.BaseWidget
	grid    *gridView
	title   *widgets.Paragraph
	columns []stripColumn
	low     bool // only the outcome is shown
	frame   *canvas.Rectangle
}

type stripColumn struct {
	top   model.Address // the cell of the table it stands below
	back  *canvas.Rectangle
	lines [3]*canvas.Text
}

// Heights of three lines of numbers, and of the last one alone.
const (
	stripHeight    = 60
	lowStripHeight = 24
)

// newStrip makes the strip; nil for a table without such a rule.
func newStrip(g *gridView, balances []check.Balance) *strip {
	if len(balances) == 0 || g.Cells[balances[0].Cells[0]] == nil {
		return nil
	}
	s := &strip{grid: g, frame: framed(widgets.ColorLabel), title: widgets.NewParagraph(textStrip, widgets.SizeNote, widgets.ColorSecond)}
	for _, b := range balances {
		c := stripColumn{top: b.Cells[0], back: framed(widgets.ColorPanel)}
		for i := range c.lines {
			c.lines[i] = widgets.Label("", widgets.SizeNote, widgets.ColorSecond)
			c.lines[i].Alignment = fyne.TextAlignCenter
		}
		s.columns = append(s.columns, c)
	}
	s.ExtendBaseWidget(s)
	s.show(balances)
	return s
}

// show brings the numbers up to date.
func (s *strip) show(balances []check.Balance) {
	for i, b := range balances {
		lines, color, back := textBalance(b), widgets.ColorSecond, widgets.ColorPanel
		switch {
		case !b.Begun:
		case b.Even():
			color = theme.ColorNameSuccess
		case b.Stage == check.Settled:
			color, back = theme.ColorNameError, widgets.ColorErrorBack
		}
		c := s.columns[i]
		c.back.FillColor = widgets.Ink(back)
		c.back.Refresh()
		for k, text := range lines {
			c.lines[k].Text, c.lines[k].Color = text, widgets.Ink(color)
			c.lines[k].TextSize = s.fitting(c.lines[k], c.back.Size().Width)
			c.lines[k].Refresh()
		}
	}
}

// fitting is a size of type at which a text is no wider than its box.
func (s *strip) fitting(t *canvas.Text, width float32) float32 {
	full := widgets.Size(widgets.SizeNote)
	need := fyne.MeasureText(t.Text, full, t.TextStyle).Width
	if width < 10 || need <= width-4 {
		return full
	}
	return max(full*(width-4)/need, full*0.6)
}

func (s *strip) CreateRenderer() fyne.WidgetRenderer {
	r := &stripRenderer{strip: s, objects: []fyne.CanvasObject{s.frame, s.title}}
	for _, c := range s.columns {
		r.objects = append(r.objects, c.back, c.lines[0], c.lines[1], c.lines[2])
	}
	return r
}

type stripRenderer struct {
	*strip
	objects []fyne.CanvasObject
}

func (r *stripRenderer) Layout(at fyne.Size) {
	r.grid.place(at.Width)
	var left float32
	for i, c := range r.columns {
		for _, b := range r.grid.boxes {
			if b.cell == nil || b.cell.Address != c.top {
				continue
			}
			p, s := r.grid.spot(b, at.Width)
			if i == 0 {
				left = p.X
			}
			c.back.Move(fyne.NewPos(p.X, 0))
			c.back.Resize(fyne.NewSize(s.Width+1, at.Height))
			step := (at.Height - 8) / 3
			for k, t := range c.lines {
				t.TextSize = r.fitting(t, s.Width)
				if r.low {
					t.Hidden = k < 2
					t.Move(fyne.NewPos(p.X, 3))
					t.Resize(fyne.NewSize(s.Width, at.Height-6))
					continue
				}
				t.Hidden = false
				t.Move(fyne.NewPos(p.X, 4+float32(k)*step))
				t.Resize(fyne.NewSize(s.Width, step))
			}
		}
	}
	r.frame.Resize(fyne.NewSize(left+1, at.Height))
	r.title.Set(textStripOf(r.low), widgets.ColorSecond)
	r.title.Move(fyne.NewPos(labelSide, labelTop))
	r.title.Resize(fyne.NewSize(left-2*labelSide, at.Height-2*labelTop))
}

func (r *stripRenderer) MinSize() fyne.Size { return fyne.NewSize(100, lowStripHeight) }

func (r *stripRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *stripRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *stripRenderer) Destroy()                     {}
