package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// SignedText is a sign with a word that can be clicked.
type SignedText struct {
	widget.BaseWidget
	image   *canvas.Image
	text    *canvas.Text
	pressed func()
}

// NewSignedText makes one without a word.
func NewSignedText(sign fyne.Resource, color fyne.ThemeColorName, pressed func()) *SignedText {
	s := &SignedText{image: Picture(sign, 13), text: Label("", SizeSmall, color), pressed: pressed}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows another word, or hides the whole.
func (s *SignedText) Set(text string, visible bool) {
	s.text.Text = text
	if visible {
		s.Show()
	} else {
		s.Hide()
	}
}

// Tapped presses it.
func (s *SignedText) Tapped(*fyne.PointEvent) { s.pressed() }

// Cursor is the hand of a link.
func (s *SignedText) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the widget.
func (s *SignedText) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&Row{Gap: 5, Wide: -1}, s.image, s.text))
}
