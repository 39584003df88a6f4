package widgets

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Signs are drawings, not characters: no face has all of ○ ◐ ● ▲ ！ in one
// size.

// Drawing makes a sign in a colour of the theme, $ in its shapes. The colour is
// in its name: the toolkit keeps pictures by name.
func Drawing(name string, color fyne.ThemeColorName, shapes string) fyne.Resource {
	r, g, b, _ := Ink(color).RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource(name+hex+".svg",
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">`+
			strings.ReplaceAll(shapes, "$", hex)+`</svg>`))
}

// ErrorSign is ▲, of an error.
func ErrorSign() fyne.Resource {
	return Drawing("error", theme.ColorNameError, `<path d="M10 2 L19 18 L1 18 Z" fill="$"/>`)
}

// HintSign is ！, of a hint.
func HintSign() fyne.Resource {
	return Drawing("hint", ColorHint, `<path d="M8.6 2 L11.4 2 L10.9 12.5 L9.1 12.5 Z" fill="$"/>`+
		`<circle cx="10" cy="16.4" r="1.6" fill="$"/>`)
}

// RemarkSign is a dot, of a remark.
func RemarkSign() fyne.Resource {
	return Drawing("remark", ColorSecond, `<circle cx="10" cy="10" r="3" fill="$"/>`)
}

// DoneSign is ✓, of what went well.
func DoneSign() fyne.Resource {
	return Drawing("check", theme.ColorNameSuccess, `<path d="M3 11 L8 16 L17 4" fill="none" stroke="$" stroke-width="2"/>`)
}

// UpSign points up.
func UpSign() fyne.Resource {
	return Drawing("up", ColorSecond, `<path d="M10 17 L10 4 M5 9 L10 4 L15 9" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// DownSign points down.
func DownSign() fyne.Resource {
	return Drawing("down", ColorSecond, `<path d="M10 3 L10 16 M5 11 L10 16 L15 11" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// BackSign points to what is before.
func BackSign() fyne.Resource {
	return Drawing("back", ColorSecond, `<path d="M12 4 L6 10 L12 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// ForwardSign points to what is next.
func ForwardSign() fyne.Resource {
	return Drawing("forward", ColorSecond, `<path d="M8 4 L14 10 L8 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// MinusSign makes smaller.
func MinusSign() fyne.Resource {
	return Drawing("minus", ColorSecond, `<path d="M4 10 L16 10" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// PlusSign makes larger.
func PlusSign() fyne.Resource {
	return Drawing("plus", ColorSecond, `<path d="M4 10 L16 10 M10 4 L10 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// MoreSign is three dots.
func MoreSign() fyne.Resource {
	return Drawing("more", ColorSecond, `<circle cx="4" cy="10" r="1.6" fill="$"/><circle cx="10" cy="10" r="1.6" fill="$"/>`+
		`<circle cx="16" cy="10" r="1.6" fill="$"/>`)
}

// CrossSign takes away.
func CrossSign() fyne.Resource {
	return Drawing("cross", ColorSecond, `<path d="M4 4 L16 16 M16 4 L4 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// Picture shows a sign at a size in text height.
func Picture(sign fyne.Resource, side float32) *canvas.Image {
	p := canvas.NewImageFromResource(sign)
	p.FillMode = canvas.ImageFillContain
	p.SetMinSize(fyne.NewSquareSize(side))
	return p
}
