package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// printPage shows all pages as they will print, and sends them out
// (预览与打印).
type printPage struct {
	host
	f      *form
	paper  *paper
	sheets *widgets.Choice
	roll   *roll
	where  *canvas.Text
	zoomed *canvas.Text
	notes  *widgets.Paragraph
	tools  *fyne.Container
	outer  *fyne.Container
}

func newPrintPage(f *form) *printPage {
	p := &printPage{host: f, f: f}
	p.paper = newPaper(f.p, f.d.Snapshot, p.show)
	p.roll = newRoll(p.paper, p.showNumbers)
	p.sheets = widgets.NewChoice(sheetsNames(), func(name string) {
		p.paper.options.Sheets = sheetsNamed(name)
		p.roll.to(0)
		p.paper.update()
	})
	p.where, p.zoomed = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond), widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	p.notes = widgets.NewParagraph("", widgets.SizeSmall, widgets.ColorHint)
	p.tools = container.New(&widgets.Row{Gap: 6, Wide: -1})
	head := container.New(&widgets.Stack{Gap: 8},
		container.New(widgets.Wrapping{Gap: 12}, widgets.WithWidth(widgets.Heading(textPrintPage, widgets.SizeTitle), 150), p.tools),
		container.New(widgets.Wrapping{Gap: 12}, widgets.WithWidth(widgets.Framed(p.sheets), 250), container.New(&widgets.Row{Gap: 4, Wide: -1}, widgets.Gap(1, 36), p.where,
			widgets.NewIconButton(widgets.BackSign(), func() { p.roll.turn(-1) }), widgets.NewIconButton(widgets.ForwardSign(), func() { p.roll.turn(1) }), widgets.Gap(10, 1),
			widgets.NewIconButton(widgets.MinusSign(), func() { p.roll.scale(-1) }), p.zoomed, widgets.NewIconButton(widgets.PlusSign(), func() { p.roll.scale(1) }))),
		p.notes)
	p.outer = widgets.NewEdges(widgets.Edges{Top: container.New(widgets.NewInset(22, 16, 22, 10), head)}, p.roll)
	p.showTools()
	p.sheets.Load(textSheetsNames[export.A4])
	p.showNumbers()
	return p
}

func (p *printPage) content() fyne.CanvasObject { return p.outer }

func (p *printPage) begin() fyne.Focusable {
	p.paper.update()
	return p.roll
}

func (p *printPage) reveal(check.Finding) {}

func (p *printPage) changed(c desk.Change) {
	if c.State {
		p.showTools()
	}
	p.paper.touch()
}

// show takes over new pages.
func (p *printPage) show() {
	p.roll.show()
	text := ""
	for i, note := range p.paper.notes {
		if i > 0 {
			text += "\n"
		}
		text += note
	}
	p.notes.Set(text, widgets.ColorHint)
	p.showNumbers()
	p.outer.Layout.Layout(p.outer.Objects, p.outer.Size())
}

func (p *printPage) showNumbers() {
	p.where.Text, p.zoomed.Text = textPageOf(p.roll.page()+1, p.paper.pages()), textPercent(rollZooms[p.roll.zoom])
	p.where.Refresh()
	p.zoomed.Refresh()
}

// showTools offers what can be done with the report: a final one is taken up
// again, a draft finalised.
func (p *printPage) showTools() {
	state := widgets.NewButton(textFinalise, widgets.Plain, p.f.askFinal)
	if p.desk().Final() {
		state = widgets.NewButton(textReopen, widgets.Plain, p.f.askReopen)
	}
	p.tools.Objects = []fyne.CanvasObject{
		state,
		widgets.NewButton(textMenuPrint, widgets.Plain, func() { p.f.p.askPrint(p.f) }),
		widgets.NewButton(textMenuExport, widgets.Primary, func() { p.f.p.askExport(p.f) }),
	}
	p.tools.Refresh()
}

// roll shows all pages below each other and draws those in view. Keys go
// through the pages.
type roll struct {
	widget.BaseWidget
	paper   *paper
	moved   func() // told that another page is in view
	view    *container.Scroll
	content *fyne.Container
	sheets  []*sheet
	zoom    int // index of rollZooms
	focused bool
	edge    *canvas.Rectangle
}

// Space in the roll: beside the sheets, and between them.
const rollGap = 16

// rollZooms are the sizes to go through; the third is the first shown.
var rollZooms = [...]float32{0.5, 0.75, 1, 1.25, 1.5, 2}

// widestSheet is how wide a page is at 100 %, where there is room: about its
// size on paper.
const widestSheet = 760

func newRoll(a *paper, moved func()) *roll {
	r := &roll{paper: a, moved: moved, zoom: 2, edge: canvas.NewRectangle(widgets.Ink(widgets.ColorDesk))}
	r.content = container.New(rollLayout{r})
	r.view = container.NewScroll(r.content)
	r.view.OnScrolled = func(fyne.Position) { r.fill(); r.moved() }
	r.ExtendBaseWidget(r)
	return r
}

func (r *roll) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(widgets.InsetAll(2), r.edge, container.NewStack(widgets.Ground(widgets.ColorDesk), r.view)))
}

// show makes a sheet for each page.
func (r *roll) show() {
	for len(r.sheets) < r.paper.pages() {
		s := newSheet(r.paper, len(r.sheets))
		r.sheets = append(r.sheets, s)
		r.content.Add(s)
	}
	for _, s := range r.sheets[r.paper.pages():] {
		r.content.Remove(s)
	}
	r.sheets = r.sheets[:r.paper.pages()]
	for _, s := range r.sheets {
		s.wide = 0
	}
	r.view.Refresh()
	r.fill()
}

func (r *roll) width() float32 {
	return max(min(r.view.Size().Width-2*rollGap, widestSheet), 40) * rollZooms[r.zoom]
}

func (r *roll) step() float32 { return r.width()*r.paper.ratio() + rollGap }

// rollLayout puts the sheets below each other, in the middle.
type rollLayout struct{ *roll }

func (r rollLayout) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	w := r.width()
	x := max((at.Width-w)/2, rollGap)
	for i, s := range r.sheets {
		s.Move(fyne.NewPos(x, rollGap+float32(i)*r.step()))
		s.Resize(fyne.NewSize(w, w*r.paper.ratio()))
	}
	r.fill()
}

// MinSize is that of all pages.
func (r rollLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(r.width()+2*rollGap-1, rollGap+float32(len(r.sheets))*r.step())
}

// fill draws the pages in view and those beside them, and forgets the others:
// each takes megabytes.
func (r *roll) fill() {
	top, bottom := r.view.Offset.Y, r.view.Offset.Y+r.view.Size().Height
	for _, s := range r.sheets {
		y := s.Position().Y
		if y+s.Size().Height+r.step() < top || y-r.step() > bottom {
			s.empty()
		} else {
			s.fill()
		}
	}
}

// page is the page in view, from 0.
func (r *roll) page() int {
	if len(r.sheets) == 0 {
		return 0
	}
	page := int((r.view.Offset.Y + r.view.Size().Height/2) / r.step())
	return min(max(page, 0), len(r.sheets)-1)
}

// to scrolls to a page.
func (r *roll) to(page int) {
	page = min(max(page, 0), max(len(r.sheets)-1, 0))
	r.view.ScrollToOffset(fyne.NewPos(r.view.Offset.X, float32(page)*r.step()))
	r.fill()
	r.moved()
}

// turn goes some pages on.
func (r *roll) turn(by int) {
	at := int(r.view.Offset.Y/r.step() + 0.5)
	r.to(at + by)
}

// scale makes the pages larger or smaller and keeps the page in view.
func (r *roll) scale(by int) {
	page := r.page()
	r.zoom = min(max(r.zoom+by, 0), len(rollZooms)-1)
	r.view.Refresh()
	r.to(page)
}

func (r *roll) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyPageDown, fyne.KeySpace, fyne.KeyRight:
		r.turn(1)
	case fyne.KeyPageUp, fyne.KeyLeft:
		r.turn(-1)
	case fyne.KeyHome:
		r.to(0)
	case fyne.KeyEnd:
		r.to(len(r.sheets) - 1)
	case fyne.KeyDown:
		r.scroll(r.step() / 8)
	case fyne.KeyUp:
		r.scroll(-r.step() / 8)
	default:
		widgets.PassKey(r, k)
	}
}

func (r *roll) scroll(by float32) {
	limit := max(r.content.MinSize().Height-r.view.Size().Height, 0)
	r.view.ScrollToOffset(fyne.NewPos(r.view.Offset.X, min(max(r.view.Offset.Y+by, 0), limit)))
	r.fill()
	r.moved()
}

// TypedRune takes ＋ and － for larger and smaller.
func (r *roll) TypedRune(c rune) {
	switch c {
	case '+', '=', '＋':
		r.scale(1)
	case '-', '－':
		r.scale(-1)
	}
}

func (r *roll) FocusGained() { r.focus(true) }
func (r *roll) FocusLost()   { r.focus(false) }

func (r *roll) focus(on bool) {
	r.focused = on
	r.edge.FillColor = widgets.Ink(widgets.ColorDesk)
	if on {
		r.edge.FillColor = widgets.Ink(theme.ColorNamePrimary)
	}
	r.edge.Refresh()
}

// Tapped takes the focus.
func (r *roll) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}

// Cursor is the usual one.
func (r *roll) Cursor() desktop.Cursor { return desktop.DefaultCursor }
