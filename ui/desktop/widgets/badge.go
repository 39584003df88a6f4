package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Badge is a small count on a coloured ground.
func Badge(text string, color, back fyne.ThemeColorName) *fyne.Container {
	g := Ground(back)
	g.CornerRadius = 9
	return container.New(NewInset(7, 1, 7, 1), g, Label(text, SizeNote, color))
}
