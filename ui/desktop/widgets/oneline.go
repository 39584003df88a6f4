package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// OneLine is one line of text that ends in … where there is no room for it.
type OneLine struct {
	widget.BaseWidget
	whole string
	text  *canvas.Text
}

func newOneLine(size fyne.ThemeSizeName, color fyne.ThemeColorName) *OneLine {
	l := &OneLine{text: Label("", size, color)}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows another text.
func (l *OneLine) Set(text string, color fyne.ThemeColorName) {
	l.whole, l.text.Color = text, Ink(color)
	l.fit()
}

func (l *OneLine) natural() float32 {
	return fyne.MeasureText(l.whole, l.text.TextSize, l.text.TextStyle).Width + 1
}

func (l *OneLine) fit() {
	all, shown := []rune(l.whole), l.whole
	for n := len(all); n > 0 && fyne.MeasureText(shown, l.text.TextSize, l.text.TextStyle).Width > l.Size().Width; n-- {
		shown = string(all[:n-1]) + "…"
	}
	l.text.Text = shown
	l.text.Refresh()
}

// Resize cuts the text to the new width.
func (l *OneLine) Resize(s fyne.Size) {
	l.BaseWidget.Resize(s)
	l.fit()
}

// MinSize leaves the width to whoever lays the line out.
func (l *OneLine) MinSize() fyne.Size { return fyne.NewSize(20, l.text.MinSize().Height) }

// CreateRenderer draws the widget.
func (l *OneLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.text) }

// Clipped is a line of which a click shows all.
type Clipped struct {
	OneLine
	pressed func(whole string)
}

// NewClipped makes a line; pressed gets all of a text that was cut.
func NewClipped(size fyne.ThemeSizeName, color fyne.ThemeColorName, pressed func(whole string)) *Clipped {
	c := &Clipped{OneLine: OneLine{text: Label("", size, color)}, pressed: pressed}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped shows all of the text, when some is cut.
func (c *Clipped) Tapped(*fyne.PointEvent) {
	if c.text.Text != c.whole {
		c.pressed(c.whole)
	}
}

// naturalWidth is the width at which nothing of an object is cut.
func naturalWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*Clipped); ok {
		return c.natural()
	}
	return o.MinSize().Width
}
