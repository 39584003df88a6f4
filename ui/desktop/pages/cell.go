package pages

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/ui/desktop/widgets"
)

// cell is one number cell of a table on the screen: an entry, or the text of
// a total.
type cell struct {
	widget.BaseWidget
	Address model.Address
	Entry   *widgets.NumberEntry // nil for a total
	Total   string
	Level   check.Level // of the worst finding about it; empty for none
	Refused string      // why what stands in the entry is not in the report
	Filled  bool        // its 0 was filled in, not typed
}

func newCell(c *model.Cell) *cell {
	b := &cell{Address: c.Address}
	if !c.Total() {
		b.Entry = widgets.NewNumberEntry()
	}
	b.ExtendBaseWidget(b)
	return b
}

// show displays a value of the report.
func (c *cell) show(value string) {
	if c.Entry != nil {
		c.Entry.Load(value)
	} else {
		c.Total = value
	}
	c.Refresh()
}

// setFilled tells a 0 that was filled in from one that was typed.
func (c *cell) setFilled(filled bool) {
	if c.Filled != filled {
		c.Filled = filled
		c.Refresh()
	}
}

// mark frames the cell for a finding; the empty level takes the frame off.
func (c *cell) mark(level check.Level) {
	if c.Level != level {
		c.Level = level
		c.Refresh()
	}
}

// Tapped puts the caret into the cell.
func (c *cell) Tapped(p *fyne.PointEvent) {
	if c.Entry != nil {
		c.Entry.Tapped(p)
	}
}

func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	r := &cellRenderer{
		cell:  c,
		frame: canvas.NewRectangle(color.White),
		blank: canvas.NewCircle(color.Transparent),
		text:  canvas.NewText("", color.Black),
	}
	r.text.Alignment = fyne.TextAlignCenter
	r.objects = []fyne.CanvasObject{r.frame, r.blank, r.text}
	if c.Entry != nil {
		r.objects = append(r.objects, c.Entry)
	}
	r.paint()
	return r
}

type cellRenderer struct {
	*cell
	frame   *canvas.Rectangle
	blank   *canvas.Circle // the faint ○ of 未填
	text    *canvas.Text   // while no entry is typed into
	objects []fyne.CanvasObject
}

func (r *cellRenderer) paint() {
	fill, edge, width := widgets.Ink(widgets.ColorPanel), widgets.Ink(widgets.ColorGridLine), float32(1)
	switch {
	case r.Entry == nil:
		fill = widgets.Ink(widgets.ColorTotalBack)
	case r.Entry.Focused:
		fill, edge, width = widgets.Ink(widgets.ColorFocused), widgets.Ink(theme.ColorNamePrimary), 2
	}
	switch {
	case r.Refused != "" || r.Level == check.Error:
		fill = widgets.Ink(widgets.ColorErrorBack)
		if width < 2 || r.Refused != "" {
			edge, width = widgets.Ink(theme.ColorNameError), 2
		}
	case r.Level == check.Warning:
		fill = widgets.Ink(widgets.ColorHintBack)
		if width < 2 {
			edge, width = widgets.Ink(widgets.ColorHint), 1.5
		}
	}
	r.paintText()
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = fill, edge, width
	r.blank.StrokeColor, r.blank.StrokeWidth = widgets.Ink(widgets.ColorFaint), 1
	if r.Entry != nil && r.Entry.Text == "" && !r.Entry.Focused {
		r.blank.Show()
	} else {
		r.blank.Hide()
	}
}

// paintText shows the number. An entry draws itself only while it has the
// focus: a text is cheaper by far, and can be faint.
func (r *cellRenderer) paintText() {
	r.text.TextSize = widgets.Size(theme.SizeNameText) // the entry's
	switch {
	case r.Entry == nil:
		r.text.Text, r.text.Color = r.Total, widgets.Ink(widgets.ColorTotalText)
	case r.Entry.Focused:
		r.text.Text = ""
	case r.Filled:
		r.text.Text, r.text.Color = r.Entry.Text, widgets.Ink(widgets.ColorFaint)
	default:
		r.text.Text, r.text.Color = r.Entry.Text, widgets.Ink(theme.ColorNameForeground)
	}
}

// numberMargin is the least space beside a number in its cell.
const numberMargin float32 = 3

// Layout overlaps thin frames with the neighbours' by a pixel, so that lines
// do not double; a thick one stays inside, where no neighbour paints over it.
func (r *cellRenderer) Layout(at fyne.Size) {
	if r.frame.StrokeWidth > 1 {
		r.frame.Move(fyne.NewPos(1, 1))
		r.frame.Resize(at.SubtractWidthHeight(2, 2))
	} else {
		r.frame.Move(fyne.NewPos(0, 0))
		r.frame.Resize(at.AddWidthHeight(1, 1))
	}
	const dot = 6
	r.blank.Resize(fyne.NewSquareSize(dot))
	r.blank.Move(fyne.NewPos((at.Width-dot)/2, (at.Height-dot)/2))
	h := r.text.MinSize().Height
	r.text.Resize(fyne.NewSize(at.Width, h))
	r.text.Move(fyne.NewPos(0, (at.Height-h)/2))
	if r.Entry != nil {
		// The entry's own margins may reach beyond the cell: it draws no ground.
		m := r.Entry.MinSize()
		w := min(max(m.Width, 16), at.Width+2*(widgets.Size(theme.SizeNameInnerPadding)-numberMargin))
		r.Entry.Resize(fyne.NewSize(w, m.Height))
		r.Entry.Move(fyne.NewPos((at.Width-w)/2, (at.Height-m.Height)/2))
	}
}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(24, 20) }

func (r *cellRenderer) Refresh() {
	r.paint()
	r.Layout(r.Size())
	r.frame.Refresh()
	r.blank.Refresh()
	r.text.Refresh()
}

func (r *cellRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cellRenderer) Destroy()                     {}
