package pages

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/slips"
	"nianbao/ui/desktop/widgets"
)

// slipGrid draws what a slip asks for, row by row as it stands on the paper, with a cell
// for each number that came back.
type slipGrid struct {
	widget.BaseWidget
	Cells map[model.Address]*cell
	cellRows
	parts []slipPart
	width float32 // that heights were worked out for
	tall  float32
}

// slipPart is a stretch of rows below a head of its own.
type slipPart struct {
	title *widgets.Paragraph
	heads []slipLabel // above the rows' labels first, then above the cells
	lines []slipLine
}

// slipLabel is wording in a frame: in everyday words, and smaller what the form has.
type slipLabel struct {
	words, official *widgets.Paragraph // words is nil where there are none
	frame           *canvas.Rectangle
}

// slipLine is a row: a cell for each column, nil where the giver is not asked.
type slipLine struct {
	label slipLabel
	cells []*cell
	empty []*canvas.Rectangle // in the place of those
}

func newSlipGrid(e *model.Edition, asked []slips.Part) *slipGrid {
	g := &slipGrid{Cells: map[model.Address]*cell{}, width: -1}
	for _, p := range asked {
		part := slipPart{title: widgets.NewParagraph(textSlipPart(p), widgets.SizeSmall, theme.ColorNameForeground)}
		part.title.Bold = true
		part.heads = append(part.heads, newSlipLabel(textSlipRows, "", fyne.TextAlignLeading))
		for _, c := range p.Columns {
			part.heads = append(part.heads, newSlipLabel(c.Label, c.Words, fyne.TextAlignCenter))
		}
		for _, l := range p.Lines {
			part.lines = append(part.lines, g.line(e, l))
		}
		g.parts = append(g.parts, part)
	}
	g.ExtendBaseWidget(g)
	return g
}

// line makes the cells of a row, those that the giver is asked for.
func (g *slipGrid) line(e *model.Edition, l slips.Line) slipLine {
	made := slipLine{label: newSlipLabel(strings.Join(l.Shown(), "　"), l.Words, fyne.TextAlignLeading)}
	var row []*cell
	for _, q := range l.Cells {
		of, asked := e.Cell(q.Address)
		if !asked {
			made.cells = append(made.cells, nil)
			made.empty = append(made.empty, framed(widgets.ColorTotalBack))
			continue
		}
		c := newCell(&of)
		g.Cells[q.Address] = c
		made.cells = append(made.cells, c)
		row = append(row, c)
	}
	if len(row) > 0 {
		g.cellRows = append(g.cellRows, row)
	}
	return made
}

func newSlipLabel(official, words string, align fyne.TextAlign) slipLabel {
	l := slipLabel{frame: framed(widgets.ColorLabel)}
	l.official = widgets.NewParagraph(official, widgets.SizeSmall, theme.ColorNameForeground)
	l.official.Align = align
	if words != "" {
		l.words = widgets.NewParagraph(words, widgets.SizeNote, widgets.ColorSecond)
		l.words.Align = align
	}
	return l
}

// heightFor is the height of the label's frame at a width.
func (l slipLabel) heightFor(width float32) float32 {
	h := l.official.HeightFor(width-2*labelSide) + 2*labelTop
	if l.words != nil {
		h += l.words.HeightFor(width - 2*labelSide)
	}
	return h
}

// put places a label in its frame, its words in the middle from top to bottom.
func (l slipLabel) put(at fyne.Position, s fyne.Size) {
	l.frame.Move(at)
	l.frame.Resize(s.AddWidthHeight(1, 1))
	inner := s.Width - 2*labelSide
	y := at.Y + labelTop + (s.Height-l.heightFor(s.Width))/2
	h := l.official.HeightFor(inner)
	l.official.Move(fyne.NewPos(at.X+labelSide, y))
	l.official.Resize(fyne.NewSize(inner, h))
	if l.words != nil {
		l.words.Move(fyne.NewPos(at.X+labelSide, y+h))
		l.words.Resize(fyne.NewSize(inner, l.words.HeightFor(inner)))
	}
}

// Sizes in the grid: the widths that a column of numbers has at least and at most, the
// height of a row, the space between parts.
const (
	leastSlipColumn = 62
	mostSlipColumn  = 150
	slipRow         = 30
	slipGap         = 16
)

// columns are the widths of the labels and of each column of numbers.
func (p slipPart) columns(width float32) (label, number float32) {
	n := float32(len(p.heads) - 1)
	number = float32(int(min(max(0.6*width/n, leastSlipColumn), mostSlipColumn)))
	return width - 1 - n*number, number
}

// HeightFor is the height at a width.
func (g *slipGrid) HeightFor(width float32) float32 {
	if width != g.width {
		g.width, g.tall = width, g.place(width)
	}
	return g.tall
}

// place puts all parts below each other, and returns their height.
func (g *slipGrid) place(width float32) float32 {
	y := float32(0)
	for i := range g.parts {
		if i > 0 {
			y += slipGap
		}
		y = g.parts[i].place(y, width)
	}
	return y + 1
}

func (p *slipPart) place(y, width float32) (bottom float32) {
	h := p.title.HeightFor(width)
	p.title.Move(fyne.NewPos(0, y))
	p.title.Resize(fyne.NewSize(width, h))
	y += h + 4
	label, number := p.columns(width)
	at := func(i int) (x, w float32) {
		if i == 0 {
			return 0, label
		}
		return label + float32(i-1)*number, number
	}
	h = slipRow
	for i, head := range p.heads {
		_, w := at(i)
		h = max(h, head.heightFor(w))
	}
	for i := range p.heads {
		x, w := at(i)
		p.heads[i].put(fyne.NewPos(x, y), fyne.NewSize(w, h))
	}
	y += h
	for _, l := range p.lines {
		h := max(l.label.heightFor(label), slipRow)
		l.label.put(fyne.NewPos(0, y), fyne.NewSize(label, h))
		empty := l.empty
		for i, c := range l.cells {
			x, w := at(i + 1)
			var o fyne.CanvasObject = c
			if c == nil {
				o, empty = empty[0], empty[1:]
			}
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
		y += h
	}
	return y
}

// CreateRenderer draws the widget.
func (g *slipGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &slipRenderer{slipGrid: g}
	add := func(l slipLabel) {
		r.objects = append(r.objects, l.frame, l.official)
		if l.words != nil {
			r.objects = append(r.objects, l.words)
		}
	}
	for _, p := range g.parts {
		r.objects = append(r.objects, p.title)
		for _, h := range p.heads {
			add(h)
		}
		for _, l := range p.lines {
			add(l.label)
			for _, o := range l.empty {
				r.objects = append(r.objects, o)
			}
			for _, c := range l.cells {
				if c != nil {
					r.objects = append(r.objects, c)
				}
			}
		}
	}
	return r
}

type slipRenderer struct {
	*slipGrid
	objects []fyne.CanvasObject
}

func (r *slipRenderer) Layout(at fyne.Size) { r.width, r.tall = at.Width, r.place(at.Width) }

func (r *slipRenderer) MinSize() fyne.Size {
	const least = 400
	return fyne.NewSize(least, r.HeightFor(max(r.width, least)))
}

func (r *slipRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *slipRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *slipRenderer) Destroy()                     {}
