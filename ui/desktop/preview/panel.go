package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nianbao/ui/desktop/widgets"
)

// Panel is the page in work as it will print, beside the form.
type Panel struct {
	paper  *Paper
	Outer  *fyne.Container
	view   *widgets.Scroll
	Sheet  *sheet
	where  *canvas.Text
	zoomed *canvas.Text
	zoom   float32 // 1: as wide as the panel
}

// zooms are the sizes to go through.
var zooms = [...]float32{1, 1.25, 1.5, 2, 2.5}

// NewPanel makes a preview; hide is what its cross does, nil for one without.
func NewPanel(a *Paper, hide func()) *Panel {
	v := &Panel{paper: a, zoom: zooms[0], Sheet: newSheet(a, 0)}
	v.where = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	v.zoomed = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	tools := container.New(&widgets.Row{Gap: 4, Wide: 0}, v.where,
		widgets.NewIconButton(widgets.BackSign(), func() { v.turn(-1) }), widgets.NewIconButton(widgets.ForwardSign(), func() { v.turn(1) }), widgets.Gap(6, 1),
		widgets.NewIconButton(widgets.MinusSign(), func() { v.scale(-1) }), v.zoomed, widgets.NewIconButton(widgets.PlusSign(), func() { v.scale(1) }))
	if hide != nil {
		tools.Add(widgets.NewIconButton(widgets.CrossSign(), hide))
	}
	head := container.New(widgets.NewInset(14, 8, 8, 6), tools)
	v.view = widgets.NewScroll(container.New(v, v.Sheet), container.ScrollBoth)
	v.Outer = widgets.OnGround(widgets.ColorDesk, widgets.NewEdges(widgets.Edges{Left: widgets.Hairline()}, widgets.NewEdges(widgets.Edges{Top: head}, v.view)))
	v.showNumbers()
	return v
}

// previewMargin is the space around the sheet.
const previewMargin = 14

func (v *Panel) width() float32 {
	return max(v.view.Size().Width-2*previewMargin, 40) * v.zoom
}

// Layout puts the sheet in the middle.
func (v *Panel) Layout(_ []fyne.CanvasObject, _ fyne.Size) {
	w := v.width()
	v.Sheet.Move(fyne.NewPos(previewMargin, 2))
	v.Sheet.Resize(fyne.NewSize(w, v.Sheet.HeightFor(w)))
	v.Sheet.fill()
}

// MinSize is what is scrolled.
func (v *Panel) MinSize([]fyne.CanvasObject) fyne.Size {
	w := v.width()
	return fyne.NewSize(w+2*previewMargin-1, v.Sheet.HeightFor(w)+previewMargin)
}

// Update draws the page anew, after the pages changed.
func (v *Panel) Update() {
	v.Sheet.turn(min(v.Sheet.Page, max(v.paper.Pages()-1, 0)))
	v.showNumbers()
}

// Follow shows the page of a section, and of one of its sub-headings.
func (v *Panel) Follow(section, heading string) {
	if page := v.paper.pageOf(section, heading); page != v.Sheet.Page {
		v.Sheet.turn(page)
		v.view.ScrollToTop()
		v.showNumbers()
	}
}

func (v *Panel) turn(by int) {
	if page := v.Sheet.Page + by; page >= 0 && page < v.paper.Pages() {
		v.Sheet.turn(page)
		v.view.ScrollToTop()
		v.showNumbers()
	}
}

func (v *Panel) scale(by int) {
	for i, z := range zooms {
		if z == v.zoom && i+by >= 0 && i+by < len(zooms) {
			v.zoom = zooms[i+by]
			break
		}
	}
	v.view.Refresh()
	v.showNumbers()
}

func (v *Panel) showNumbers() {
	v.where.Text, v.zoomed.Text = TextPageOf(v.Sheet.Page+1, v.paper.Pages()), TextPercent(v.zoom)
	v.where.Refresh()
	v.zoomed.Refresh()
}
