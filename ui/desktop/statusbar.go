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

// newBar is the bar at the foot of the window: objects at the left, and at the
// right. The one at index clip is cut where there is no room for all.
func newBar(clip int, left, right []fyne.CanvasObject) *fyne.Container {
	l := &barLayout{clip: clip, left: len(left)}
	line := container.New(l, append(left, right...)...)
	return container.NewStack(ground(colorPanel),
		newEdges(edges{top: hairline()}, container.New(&inset{left: 14, top: 7, right: 14, bottom: 7}, line)))
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

// naturalWidth is the width at which nothing of an object is cut.
func naturalWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*clipped); ok {
		return c.natural()
	}
	return o.MinSize().Width
}

// oneLine is one line of text that ends in … where there is no room for it.
type oneLine struct {
	widget.BaseWidget
	whole string
	text  *canvas.Text
}

func newOneLine(size fyne.ThemeSizeName, color fyne.ThemeColorName) *oneLine {
	l := &oneLine{text: label("", size, color)}
	l.ExtendBaseWidget(l)
	return l
}

func (l *oneLine) show(text string, color fyne.ThemeColorName) {
	l.whole, l.text.Color = text, ink(color)
	l.fit()
}

func (l *oneLine) natural() float32 {
	return fyne.MeasureText(l.whole, l.text.TextSize, l.text.TextStyle).Width + 1
}

func (l *oneLine) fit() {
	all, shown := []rune(l.whole), l.whole
	for n := len(all); n > 0 && fyne.MeasureText(shown, l.text.TextSize, l.text.TextStyle).Width > l.Size().Width; n-- {
		shown = string(all[:n-1]) + "…"
	}
	l.text.Text = shown
	l.text.Refresh()
}

// Resize cuts the text to the new width.
func (l *oneLine) Resize(s fyne.Size) {
	l.BaseWidget.Resize(s)
	l.fit()
}

// MinSize leaves the width to whoever lays the line out.
func (l *oneLine) MinSize() fyne.Size { return fyne.NewSize(20, l.text.MinSize().Height) }

func (l *oneLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.text) }

// clipped is a line of which a click shows all.
type clipped struct {
	oneLine
	pressed func(whole string)
}

func newClipped(size fyne.ThemeSizeName, color fyne.ThemeColorName, pressed func(whole string)) *clipped {
	c := &clipped{oneLine: oneLine{text: label("", size, color)}, pressed: pressed}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped shows all of the text, when some is cut.
func (c *clipped) Tapped(*fyne.PointEvent) {
	if c.text.Text != c.whole {
		c.pressed(c.whole)
	}
}

// statusBar shows how far saving has come, what the rules count, the edition
// and the number of pages.
type statusBar struct {
	outer         *fyne.Container
	sign          *canvas.Image
	saved         *clipped
	errors, hints *signedText
	pages         *canvas.Text
}

func newStatusBar(d *desk.Desk, toCheck func(), tell func(text string)) *statusBar {
	b := &statusBar{
		sign:   picture(doneSign(), 13),
		saved:  newClipped(sizeSmall, theme.ColorNameSuccess, tell),
		errors: newSignedText(errorSign(), theme.ColorNameError, toCheck),
		hints:  newSignedText(hintSign(), colorHint, toCheck),
		pages:  label("", sizeSmall, colorSecond),
	}
	b.outer = newBar(1,
		[]fyne.CanvasObject{b.sign, b.saved, b.errors, b.hints},
		[]fyne.CanvasObject{b.pages, label(textEdition(d.Report().Edition()), sizeSmall, colorSecond)})
	b.showStatus(d.Status())
	b.showCounts(d.Findings())
	return b
}

// showStatus says whether everything is saved.
func (b *statusBar) showStatus(s desk.Status) {
	switch s.State {
	case desk.Saving:
		b.sign.Resource = signOf(desk.Empty)
		b.saved.show(textSaving, colorSecond)
	case desk.Failed:
		b.sign.Resource = errorSign()
		b.saved.show(textNotSaved(explain(s.Err), s.Rescue), theme.ColorNameError)
	case desk.Saved:
		b.sign.Resource = doneSign()
		text := textSavedPlain
		if !s.At.IsZero() {
			text = textSaved(s.At)
		}
		b.saved.show(text, theme.ColorNameSuccess)
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
