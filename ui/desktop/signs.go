package desktop

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/check"
	"nianbao/model/desk"
)

// Signs are drawings, not characters: no face has all of ○ ◐ ● ▲ ！ in one
// size.

// drawing makes a sign in a colour of the theme, $ in its shapes. The colour is
// in its name: the toolkit keeps pictures by name.
func drawing(name string, color fyne.ThemeColorName, shapes string) fyne.Resource {
	r, g, b, _ := ink(color).RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource(name+hex+".svg",
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">`+
			strings.ReplaceAll(shapes, "$", hex)+`</svg>`))
}

func signOf(m desk.Mark) fyne.Resource {
	switch m {
	case desk.Partly:
		return drawing("partly", colorPartlyMark, `<circle cx="10" cy="10" r="8" fill="none" stroke="$" stroke-width="1.6"/>`+
			`<path d="M10 2 A8 8 0 0 0 10 18 Z" fill="$"/>`)
	case desk.Done:
		return drawing("done", theme.ColorNameSuccess, `<circle cx="10" cy="10" r="8.6" fill="$"/>`)
	case desk.Wrong:
		return errorSign()
	case desk.Hinted:
		return hintSign()
	case desk.Empty:
	}
	return drawing("empty", colorFaint, `<circle cx="10" cy="10" r="8" fill="none" stroke="$" stroke-width="1.6"/>`)
}

func errorSign() fyne.Resource {
	return drawing("error", theme.ColorNameError, `<path d="M10 2 L19 18 L1 18 Z" fill="$"/>`)
}

func hintSign() fyne.Resource {
	return drawing("hint", colorHint, `<path d="M8.6 2 L11.4 2 L10.9 12.5 L9.1 12.5 Z" fill="$"/>`+
		`<circle cx="10" cy="16.4" r="1.6" fill="$"/>`)
}

func remarkSign() fyne.Resource {
	return drawing("remark", colorSecond, `<circle cx="10" cy="10" r="3" fill="$"/>`)
}

func doneSign() fyne.Resource {
	return drawing("check", theme.ColorNameSuccess, `<path d="M3 11 L8 16 L17 4" fill="none" stroke="$" stroke-width="2"/>`)
}

func upSign() fyne.Resource {
	return drawing("up", colorSecond, `<path d="M10 17 L10 4 M5 9 L10 4 L15 9" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func downSign() fyne.Resource {
	return drawing("down", colorSecond, `<path d="M10 3 L10 16 M5 11 L10 16 L15 11" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func backSign() fyne.Resource {
	return drawing("back", colorSecond, `<path d="M12 4 L6 10 L12 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func forwardSign() fyne.Resource {
	return drawing("forward", colorSecond, `<path d="M8 4 L14 10 L8 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func minusSign() fyne.Resource {
	return drawing("minus", colorSecond, `<path d="M4 10 L16 10" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func plusSign() fyne.Resource {
	return drawing("plus", colorSecond, `<path d="M4 10 L16 10 M10 4 L10 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

func moreSign() fyne.Resource {
	return drawing("more", colorSecond, `<circle cx="4" cy="10" r="1.6" fill="$"/><circle cx="10" cy="10" r="1.6" fill="$"/>`+
		`<circle cx="16" cy="10" r="1.6" fill="$"/>`)
}

func crossSign() fyne.Resource {
	return drawing("cross", colorSecond, `<path d="M4 4 L16 16 M16 4 L4 16" fill="none" stroke="$" stroke-width="1.8"/>`)
}

// levelSign is the sign of a finding's level.
func levelSign(l check.Level) fyne.Resource {
	switch l {
	case check.Error:
		return errorSign()
	case check.Warning:
		return hintSign()
	default:
		return remarkSign()
	}
}

// picture shows a sign at a size in text height.
func picture(sign fyne.Resource, side float32) *canvas.Image {
	p := canvas.NewImageFromResource(sign)
	p.FillMode = canvas.ImageFillContain
	p.SetMinSize(fyne.NewSquareSize(side))
	return p
}
