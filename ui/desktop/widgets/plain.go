package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Objects that do nothing: grounds, lines, space, words.

// Ground is a rectangle of a colour.
func Ground(name fyne.ThemeColorName) *canvas.Rectangle { return canvas.NewRectangle(Ink(name)) }

// Hairline is a thin line, as long or as high as its place.
func Hairline() *canvas.Rectangle {
	line := Ground(ColorLine)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// Gap is empty space of at least that size.
func Gap(width, height float32) *canvas.Rectangle {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, height))
	return space
}

// Label is one line of text.
func Label(text string, textSize fyne.ThemeSizeName, color fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, Ink(color))
	t.TextSize = Size(textSize)
	return t
}

// Heading is one line of bold text in the text colour.
func Heading(text string, textSize fyne.ThemeSizeName) *canvas.Text {
	t := Label(text, textSize, theme.ColorNameForeground)
	t.TextStyle.Bold = true
	return t
}
