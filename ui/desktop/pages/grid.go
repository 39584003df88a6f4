package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/desktop/widgets"
)

// Space between a label and the frame around it; a head in the middle of its
// column needs less beside it, for 自然人 to stay in one line.
const (
	labelSide float32 = 6
	headSide  float32 = 2
	labelTop  float32 = 2.5
)

// side is the space beside the wording of a box.
func (b *gridBox) side() float32 {
	if b.Centred() {
		return headSide
	}
	return labelSide
}

// gridView draws a table of the form in its official shape from model.Grid,
// with a cell for each number. It knows no particular table.
type gridView struct {
	widget.BaseWidget
	table *model.Table
	boxes []gridBox
	Cells map[model.Address]*cell
	cellRows
	row   float32   // least height of a row
	width float32   // that heights were worked out for
	tops  []float32 // of the grid rows, and the foot of the last one
}

// gridBox is one box of the grid with what shows it.
type gridBox struct {
	model.GridCell
	label *widgets.Paragraph // nil for a number
	frame *canvas.Rectangle
	cell  *cell
}

// newGridView shows a table with rows of at least that height.
func newGridView(t *model.Table, row float32) *gridView {
	g := &gridView{table: t, Cells: map[model.Address]*cell{}, row: row, width: -1}
	for _, r := range t.Grid().Rows {
		var cells []*cell
		for _, c := range r.Cells {
			box := gridBox{GridCell: c}
			if c.Role == model.RoleValue {
				box.cell = newCell(c.Cell)
				g.Cells[c.Cell.Address] = box.cell
				cells = append(cells, box.cell)
			} else {
				box.label, box.frame = labelOf(c)
			}
			g.boxes = append(g.boxes, box)
		}
		if len(cells) > 0 {
			g.cellRows = append(g.cellRows, cells)
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

func labelOf(c model.GridCell) (*widgets.Paragraph, *canvas.Rectangle) {
	p := widgets.NewParagraph(c.Text, widgets.SizeSmall, theme.ColorNameForeground)
	p.Column, p.Parts = c.Vertical, c.Parts()
	if c.Centred() {
		p.Align = fyne.TextAlignCenter
	}
	back := widgets.ColorLabel
	if c.Role == model.RoleBand {
		back = widgets.ColorTotalBack
	}
	return p, framed(back)
}

// framed is the ground of a box with the lines of a table around it.
func framed(back fyne.ThemeColorName) *canvas.Rectangle {
	frame := widgets.Ground(back)
	frame.StrokeColor, frame.StrokeWidth = widgets.Ink(widgets.ColorGridLine), 1
	return frame
}

// edge is where grid column i begins.
func (g *gridView) edge(i int, width float32) float32 {
	sum := 0
	for _, w := range g.table.Widths[:i] {
		sum += w
	}
	return float32(int((width - 1) * float32(sum) / 1000))
}

// leastHeight is how high the table is at least with rows of that height.
func (g *gridView) leastHeight(row float32) float32 { return float32(len(g.table.Grid().Rows)) * row }

// setRow sets the least height of a row.
func (g *gridView) setRow(height float32) {
	if g.row != height {
		g.row, g.width = height, -1
	}
}

// place works out the rows' heights: every label must fit into its box.
func (g *gridView) place(width float32) {
	if width == g.width {
		return
	}
	g.width = width
	n := len(g.table.Grid().Rows)
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = g.row
	}
	// First the boxes of one row, then those that span: they widen the last
	// row they cover, if the others left them too little.
	for _, spanning := range []bool{false, true} {
		for _, b := range g.boxes {
			if b.label == nil || (b.RowSpan > 1) != spanning {
				continue
			}
			w := g.edge(b.Column+b.ColSpan, width) - g.edge(b.Column, width)
			need := b.label.HeightFor(w-2*b.side()) + 2*labelTop
			for _, h := range heights[b.Row : b.Row+b.RowSpan] {
				need -= h
			}
			if need > 0 {
				heights[b.Row+b.RowSpan-1] += need
			}
		}
	}
	g.tops = make([]float32, n+1)
	for i, h := range heights {
		g.tops[i+1] = g.tops[i] + float32(int(h+0.5))
	}
}

func (g *gridView) HeightFor(width float32) float32 {
	g.place(width)
	return g.tops[len(g.tops)-1] + 1
}

// headRows counts the rows above the first number, when the table has one head
// for all of them; else 0.
func (g *gridView) headRows() int {
	if len(g.table.Parts) > 1 {
		return 0
	}
	for i, r := range g.table.Grid().Rows {
		for _, c := range r.Cells {
			if c.Role == model.RoleValue {
				return i
			}
		}
	}
	return 0
}

// gridHead is the head of a table once more, to stay in view while the table
// scrolls.
type gridHead struct {
	widget.BaseWidget
	grid  *gridView
	boxes []gridBox
	rows  int
}

func newGridHead(g *gridView) *gridHead {
	h := &gridHead{grid: g, rows: g.headRows()}
	for _, b := range g.boxes {
		if b.Row+b.RowSpan <= h.rows {
			box := gridBox{GridCell: b.GridCell}
			box.label, box.frame = labelOf(b.GridCell)
			h.boxes = append(h.boxes, box)
		}
	}
	h.ExtendBaseWidget(h)
	return h
}

// Height is that of the head in the table.
func (h *gridHead) Height() float32 { return h.grid.tops[h.rows] }

func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{}
	for _, b := range h.boxes {
		objects = append(objects, b.frame, b.label)
	}
	return &gridHeadRenderer{h, objects}
}

type gridHeadRenderer struct {
	*gridHead
	objects []fyne.CanvasObject
}

func (r *gridHeadRenderer) Layout(at fyne.Size) {
	for _, b := range r.boxes {
		r.grid.layoutLabel(b, at.Width)
	}
}

func (r *gridHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 10) }

func (r *gridHeadRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *gridHeadRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridHeadRenderer) Destroy()                     {}

func (g *gridView) CreateRenderer() fyne.WidgetRenderer {
	r := &gridRenderer{gridView: g}
	for _, b := range g.boxes {
		if b.cell != nil {
			r.objects = append(r.objects, b.cell)
		} else {
			r.objects = append(r.objects, b.frame, b.label)
		}
	}
	return r
}

type gridRenderer struct {
	*gridView
	objects []fyne.CanvasObject
}

func (r *gridRenderer) Layout(at fyne.Size) {
	r.place(at.Width)
	for _, b := range r.boxes {
		if b.cell == nil {
			r.layoutLabel(b, at.Width)
			continue
		}
		at, s := r.spot(b, at.Width)
		b.cell.Move(at)
		b.cell.Resize(s)
	}
}

// spot is the place of a box in a grid so wide.
func (g *gridView) spot(b gridBox, width float32) (fyne.Position, fyne.Size) {
	x, y := g.edge(b.Column, width), g.tops[b.Row]
	return fyne.NewPos(x, y), fyne.NewSize(g.edge(b.Column+b.ColSpan, width)-x, g.tops[b.Row+b.RowSpan]-y)
}

func (g *gridView) layoutLabel(b gridBox, width float32) {
	at, s := g.spot(b, width)
	b.frame.Move(at)
	b.frame.Resize(s.AddWidthHeight(1, 1))
	b.label.Move(at.AddXY(b.side(), labelTop))
	b.label.Resize(s.SubtractWidthHeight(2*b.side(), 2*labelTop))
}

func (r *gridRenderer) MinSize() fyne.Size {
	width := max(r.gridView.width, 400)
	return fyne.NewSize(400, r.HeightFor(width))
}

func (r *gridRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *gridRenderer) Destroy()                     {}
