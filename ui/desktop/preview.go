package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nianbao/ui/desktop/widgets"
)

// preview is the page in work as it will print, beside the form.
type preview struct {
	paper  *paper
	outer  *fyne.Container
	view   *container.Scroll
	sheet  *sheet
	where  *canvas.Text
	zoomed *canvas.Text
	zoom   float32 // 1: as wide as the panel
}

// The width of the panel, at least and at most, and that of a page on which every
// row of 表三 takes one line: what is beyond goes to the panel.
const (
	leastPreview = 330
	mostPreview  = 560
	roomyPage    = 990
)

// previewIn is the width of the panel where it shares a width with the page.
func previewIn(width float32) float32 {
	return min(max(width-roomyPage, leastPreview), mostPreview)
}

// zooms are the sizes to go through.
var zooms = [...]float32{1, 1.25, 1.5, 2, 2.5}

// newPreview makes a preview; hide is what its cross does, nil for one without.
func newPreview(a *paper, hide func()) *preview {
	v := &preview{paper: a, zoom: zooms[0], sheet: newSheet(a, 0)}
	v.where = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	v.zoomed = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	tools := container.New(&widgets.Row{Gap: 4, Wide: 0}, v.where,
		widgets.NewIconButton(widgets.BackSign(), func() { v.turn(-1) }), widgets.NewIconButton(widgets.ForwardSign(), func() { v.turn(1) }), widgets.Gap(6, 1),
		widgets.NewIconButton(widgets.MinusSign(), func() { v.scale(-1) }), v.zoomed, widgets.NewIconButton(widgets.PlusSign(), func() { v.scale(1) }))
	if hide != nil {
		tools.Add(widgets.NewIconButton(widgets.CrossSign(), hide))
	}
	head := container.New(widgets.NewInset(14, 8, 8, 6), tools)
	v.view = container.NewScroll(container.New(v, v.sheet))
	v.outer = container.NewStack(widgets.Ground(widgets.ColorDesk),
		widgets.NewEdges(widgets.Edges{Left: widgets.VerticalLine()}, widgets.NewEdges(widgets.Edges{Top: head}, v.view)))
	v.showNumbers()
	return v
}

// previewMargin is the space around the sheet.
const previewMargin = 14

func (v *preview) width() float32 {
	return max(v.view.Size().Width-2*previewMargin, 40) * v.zoom
}

// Layout puts the sheet in the middle.
func (v *preview) Layout(_ []fyne.CanvasObject, _ fyne.Size) {
	w := v.width()
	v.sheet.Move(fyne.NewPos(previewMargin, 2))
	v.sheet.Resize(fyne.NewSize(w, v.sheet.HeightFor(w)))
	v.sheet.fill()
}

// MinSize is what is scrolled.
func (v *preview) MinSize([]fyne.CanvasObject) fyne.Size {
	w := v.width()
	return fyne.NewSize(w+2*previewMargin-1, v.sheet.HeightFor(w)+previewMargin)
}

// show draws the page anew, after the pages changed.
func (v *preview) show() {
	v.sheet.turn(min(v.sheet.page, max(v.paper.pages()-1, 0)))
	v.showNumbers()
}

// follow shows the page of a section, and of one of its sub-headings.
func (v *preview) follow(section, heading string) {
	if page := v.paper.pageOf(section, heading); page != v.sheet.page {
		v.sheet.turn(page)
		v.view.ScrollToTop()
		v.showNumbers()
	}
}

func (v *preview) turn(by int) {
	if page := v.sheet.page + by; page >= 0 && page < v.paper.pages() {
		v.sheet.turn(page)
		v.view.ScrollToTop()
		v.showNumbers()
	}
}

func (v *preview) scale(by int) {
	for i, z := range zooms {
		if z == v.zoom && i+by >= 0 && i+by < len(zooms) {
			v.zoom = zooms[i+by]
			break
		}
	}
	v.view.Refresh()
	v.showNumbers()
}

func (v *preview) showNumbers() {
	v.where.Text, v.zoomed.Text = textPageOf(v.sheet.page+1, v.paper.pages()), textPercent(v.zoom)
	v.where.Refresh()
	v.zoomed.Refresh()
}

// place is the part of the report that the caret is in, by its headings.
func (f *form) place() (section, heading string) {
	e := f.entries[f.at]
	s, ok := f.d.Report().Edition().Section(e.id)
	if !ok {
		return "", ""
	}
	if p, ok := e.page.(*prosePage); ok {
		heading = p.headingInWork()
	}
	return s.Title, heading
}

// headingInWork is the complete sub-heading of the block with the caret.
func (p *prosePage) headingInWork() string {
	headings := p.desk().Report().Headings(p.section)
	if p.current != nil && p.current.place < len(headings) {
		return headings[p.current.place]
	}
	return ""
}

// formColumns lays out section list, page and preview. Where there is no room
// for all, the preview takes the page's place while it is asked for.
type formColumns struct {
	preview fyne.CanvasObject
	middle  fyne.CanvasObject
	left    fyne.CanvasObject
	fitList func(width float32)
	wanted  bool // while there is room
	instead bool // while there is none
	narrow  bool // as last laid out
	alone   bool // the page wants all the room, and no preview
}

// narrowest is the least width of the page beside a preview.
const narrowest = 600

func (c *formColumns) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	c.fitList(at.Width)
	l := c.left.MinSize().Width
	c.left.Resize(fyne.NewSize(l, at.Height))
	rest := at.Width - l
	c.narrow = rest-leastPreview < narrowest
	middle, preview := rest, float32(0)
	switch {
	case c.alone:
	case c.narrow && c.instead:
		middle, preview = 0, rest
	case !c.narrow && c.wanted:
		preview = previewIn(rest)
		middle = rest - preview
	}
	for _, o := range []struct {
		fyne.CanvasObject
		x, width float32
	}{{c.middle, l, middle}, {c.preview, l + middle, preview}} {
		if o.width == 0 {
			o.Hide()
			continue
		}
		o.Move(fyne.NewPos(o.x, 0))
		o.Resize(fyne.NewSize(o.width, at.Height))
		o.Show()
	}
}

func (c *formColumns) MinSize([]fyne.CanvasObject) fyne.Size {
	m := c.middle.MinSize()
	return fyne.NewSize(c.left.MinSize().Width+m.Width, m.Height)
}

// toggle shows or hides the preview.
func (c *formColumns) toggle() {
	if c.narrow {
		c.instead = !c.instead
	} else {
		c.wanted = !c.wanted
	}
}

// showing reports whether the preview is to be seen.
func (c *formColumns) showing() bool {
	return !c.alone && (c.narrow && c.instead || !c.narrow && c.wanted)
}
