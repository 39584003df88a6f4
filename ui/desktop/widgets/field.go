package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Field is a line of a form: what it is, and where to fill it in.
func Field(name string, input fyne.CanvasObject) fyne.CanvasObject {
	title := container.New(NewFixedWidth(110), container.New(&Row{Wide: -1}, Label(name, SizeBody, ColorSecond)))
	return container.New(&Row{Gap: 12, Wide: 1}, title, input)
}

// Framed draws the frame of an entry around a choice, which has none.
func Framed(choice fyne.CanvasObject) fyne.CanvasObject {
	frame := Ground(theme.ColorNameInputBackground)
	frame.StrokeColor, frame.StrokeWidth = Ink(theme.ColorNameInputBorder), Size(theme.SizeNameInputBorder)
	frame.CornerRadius = Size(theme.SizeNameInputRadius)
	return container.New(InsetAll(1.5), frame, choice)
}
