package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model/check"
	"nianbao/model/desk"
)

// newBar is the bar at the foot of the window.
func newBar(left, right []fyne.CanvasObject) *fyne.Container {
	line := container.New(&row{gap: 12, wide: 1},
		container.New(&row{gap: 7, wide: -1}, left...), gap(1, 18), container.New(&row{gap: 16, wide: -1}, right...))
	return container.NewStack(ground(colorPanel),
		newEdges(edges{top: hairline()}, container.New(&inset{left: 14, top: 7, right: 14, bottom: 7}, line)))
}

// statusBar shows how far saving has come, what the rules count, and the
// edition.
type statusBar struct {
	outer         *fyne.Container
	sign          *canvas.Image
	saved         *canvas.Text
	errors, hints *signedText
	pages         *canvas.Text
}

func newStatusBar(d *desk.Desk, toCheck func()) *statusBar {
	b := &statusBar{
		sign:   picture(doneSign(), 13),
		saved:  label("", sizeSmall, theme.ColorNameSuccess),
		errors: newSignedText(errorSign(), theme.ColorNameError, toCheck),
		hints:  newSignedText(hintSign(), colorHint, toCheck),
		pages:  label("", sizeSmall, colorSecond),
	}
	b.outer = newBar(
		[]fyne.CanvasObject{b.sign, b.saved, gap(10, 1), b.errors, gap(4, 1), b.hints},
		[]fyne.CanvasObject{b.pages, label(textEdition(d.Report().Edition()), sizeSmall, colorSecond)})
	b.showStatus(d.Status())
	b.showCounts(d.Findings())
	return b
}

// showStatus says whether everything is saved.
func (b *statusBar) showStatus(s desk.Status) {
	switch s.State {
	case desk.Saving:
		b.sign.Resource, b.saved.Text, b.saved.Color = signOf(desk.Empty), textSaving, ink(colorSecond)
	case desk.Failed:
		b.sign.Resource, b.saved.Text, b.saved.Color = errorSign(), textNotSaved(explain(s.Err), s.Rescue), ink(theme.ColorNameError)
	case desk.Saved:
		b.sign.Resource, b.saved.Text, b.saved.Color = doneSign(), textSavedPlain, ink(theme.ColorNameSuccess)
		if !s.At.IsZero() {
			b.saved.Text = textSaved(s.At)
		}
	}
	b.sign.Refresh()
	b.outer.Refresh()
}

func (b *statusBar) showCounts(findings []check.Finding) {
	counts := check.Count(findings)
	b.errors.show(textErrors(counts.E), counts.E > 0)
	b.hints.show(textHints(counts.W), counts.W > 0)
	b.outer.Refresh()
}

// showPages says how many pages the report has.
func (b *statusBar) showPages(n int) {
	b.pages.Text = textPages(n)
	b.outer.Refresh()
}

// signedText is a sign with a word that can be clicked.
type signedText struct {
	widget.BaseWidget
	image   *canvas.Image
	text    *canvas.Text
	pressed func()
}

func newSignedText(sign fyne.Resource, color fyne.ThemeColorName, pressed func()) *signedText {
	s := &signedText{image: picture(sign, 13), text: label("", sizeSmall, color), pressed: pressed}
	s.ExtendBaseWidget(s)
	return s
}

func (s *signedText) show(text string, visible bool) {
	s.text.Text = text
	if visible {
		s.Show()
	} else {
		s.Hide()
	}
}

func (s *signedText) Tapped(*fyne.PointEvent) { s.pressed() }

// Cursor is the hand of a link.
func (s *signedText) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *signedText) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&row{gap: 5, wide: -1}, s.image, s.text))
}

// newGauge shows a share as a bar.
func newGauge(share float64) *gauge {
	g := &gauge{share: share}
	g.ExtendBaseWidget(g)
	return g
}

type gauge struct {
	widget.BaseWidget
	share float64 // 0 to 1
}

func (g *gauge) show(share float64) {
	if g.share != share {
		g.share = share
		g.Refresh()
	}
}

func (g *gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{gauge: g, back: ground(colorLine), front: ground(theme.ColorNamePrimary)}
	r.back.CornerRadius, r.front.CornerRadius = gaugeHeight/2, gaugeHeight/2
	return r
}

const gaugeHeight float32 = 6

type gaugeRenderer struct {
	*gauge
	back, front *canvas.Rectangle
}

func (r *gaugeRenderer) Layout(at fyne.Size) {
	y := (at.Height - gaugeHeight) / 2
	r.back.Move(fyne.NewPos(0, y))
	r.back.Resize(fyne.NewSize(at.Width, gaugeHeight))
	r.front.Move(fyne.NewPos(0, y))
	r.front.Resize(fyne.NewSize(at.Width*float32(r.share), gaugeHeight))
}

func (r *gaugeRenderer) MinSize() fyne.Size { return fyne.NewSize(40, gaugeHeight) }

func (r *gaugeRenderer) Refresh() {
	r.Layout(r.Size())
	r.front.Refresh()
}

func (r *gaugeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.back, r.front} }
func (r *gaugeRenderer) Destroy()                     {}
