package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beyond those that Fyne names.
const (
	ColorDesk       fyne.ThemeColorName = "nianbao.desk" // below the paper of the preview
	ColorPanel      fyne.ThemeColorName = "nianbao.panel"
	ColorLine       fyne.ThemeColorName = "nianbao.line"
	ColorGridLine   fyne.ThemeColorName = "nianbao.gridLine"
	ColorLabel      fyne.ThemeColorName = "nianbao.label"      // ground of a table's labels
	colorChosen     fyne.ThemeColorName = "nianbao.chosen"     // ground of the selected section
	ColorFocused    fyne.ThemeColorName = "nianbao.focused"    // ground of the cell with the caret
	ColorSecond     fyne.ThemeColorName = "nianbao.second"     // text of second rank
	ColorFaint      fyne.ThemeColorName = "nianbao.faint"      // what need not be read
	ColorErrorBack  fyne.ThemeColorName = "nianbao.errorBack"  // E
	ColorHint       fyne.ThemeColorName = "nianbao.hint"       // W
	ColorHintBack   fyne.ThemeColorName = "nianbao.hintBack"   // W
	ColorDoneBack   fyne.ThemeColorName = "nianbao.doneBack"   // what went well
	ColorTotalBack  fyne.ThemeColorName = "nianbao.totalBack"  // computed cells
	ColorTotalText  fyne.ThemeColorName = "nianbao.totalText"  // computed cells
	ColorPartlyMark fyne.ThemeColorName = "nianbao.partlyMark" // ◐
)

// Text sizes beyond those that Fyne names.
const (
	SizeBody  fyne.ThemeSizeName = "nianbao.body"  // all that is not typed into
	SizeProse fyne.ThemeSizeName = "nianbao.prose" // names above the rest
	SizeTitle fyne.ThemeSizeName = "nianbao.title" // page titles
	SizeBrand fyne.ThemeSizeName = "nianbao.brand" // the program's name
	SizeNote  fyne.ThemeSizeName = "nianbao.note"  // notes, badges
	SizeSmall fyne.ThemeSizeName = "nianbao.small" // labels of tables
)

// Look is the program's theme: light, one accent colour, one embedded face
// for everything but symbols. Colours and sizes are the design's.
type Look struct {
	Face     fyne.Resource // nil: Fyne's own
	Contrast bool          // 高对比度: black on white
}

// Font gives the same face for regular and bold: with two different ones the
// heavier would have to be embedded as well.
func (l Look) Font(style fyne.TextStyle) fyne.Resource {
	if l.Face == nil || style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	return l.Face
}

// Icon is the toolkit's.
func (l Look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Color ignores the variant: the window is light whatever the system says.
func (l Look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	rgb, ok := palette(name)
	if strong, has := contrastPalette(name); l.Contrast && has {
		rgb, ok = strong, true
	}
	if ok && name == theme.ColorNameForeground {
		return textInk(rgb)
	}
	if ok {
		return color.NRGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xff} //nolint:gosec // bytes on purpose
	}
	switch name {
	case theme.ColorNameHover:
		return color.NRGBA{R: 0x1f, G: 0x63, B: 0xa8, A: 0x12}
	case theme.ColorNamePressed:
		return color.NRGBA{R: 0x1f, G: 0x63, B: 0xa8, A: 0x26}
	case theme.ColorNameFocus:
		return color.NRGBA{R: 0x1f, G: 0x63, B: 0xa8, A: 0x40}
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x1e}
	case theme.ColorNameScrollBar:
		return color.NRGBA{R: 0x5c, G: 0x6b, B: 0x7a, A: 0x80}
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// textInk is the colour of text, opaque.
//
// Symptom: the shortcuts of the menu's items are paler than those of items that are
// greyed out. Cause: Fyne takes 95 % of the colour's alpha of sixteen bits, and of
// that the lower eight: of 0xffff, 0x32. Cure: an alpha of which those eight are
// 0xb9; its upper eight are those of what is opaque.
type textInk uint32 // 0xrrggbb

// RGBA belongs to color.Color.
func (i textInk) RGBA() (r, g, b, a uint32) {
	const alpha, full = 0xff80, 0xff
	part := func(shift uint) uint32 { return uint32(i) >> shift & full * alpha / full }
	return part(16), part(8), part(0), alpha
}

// contrastPalette is what high contrast shows in other colours.
func contrastPalette(name fyne.ThemeColorName) (rgb uint32, ok bool) {
	switch name {
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return 0x003e7e, true
	case theme.ColorNameForeground, ColorSecond, ColorTotalText, ColorLine, theme.ColorNameSeparator,
		ColorGridLine, theme.ColorNameInputBorder:
		return 0x000000, true
	case ColorFaint, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return 0x4a4a4a, true
	case theme.ColorNameBackground, ColorLabel, ColorDesk:
		return 0xffffff, true
	case theme.ColorNameButton, ColorTotalBack:
		return 0xe4e4e4, true
	case theme.ColorNameError:
		return 0x9b0000, true
	case ColorHint, theme.ColorNameWarning, ColorPartlyMark:
		return 0x6b3d00, true
	case theme.ColorNameSuccess:
		return 0x00501e, true
	case colorChosen, ColorFocused:
		return 0xd6e6f7, true
	}
	return 0, false
}

func palette(name fyne.ThemeColorName) (rgb uint32, ok bool) {
	switch name {
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		rgb = 0x1f63a8
	case theme.ColorNameBackground:
		rgb = 0xf4f5f7
	case ColorDesk:
		rgb = 0xe9ebee
	case ColorPanel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameForegroundOnPrimary:
		rgb = 0xffffff
	case theme.ColorNameForeground:
		rgb = 0x1d2733
	case theme.ColorNameButton:
		rgb = 0xe9ecf0
	case ColorLine, theme.ColorNameSeparator:
		rgb = 0xdfe3e8
	case ColorGridLine, theme.ColorNameInputBorder:
		rgb = 0xccd3da
	case ColorLabel:
		rgb = 0xfafbfc
	case colorChosen:
		rgb = 0xe8f0f9
	case ColorFocused:
		rgb = 0xf3f8fd
	case theme.ColorNameSelection:
		rgb = 0xbcd6f0
	case ColorSecond:
		rgb = 0x5c6b7a
	case ColorFaint, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		rgb = 0x9aa5b1
	case theme.ColorNameError:
		rgb = 0xb3261e
	case ColorErrorBack:
		rgb = 0xfbe9e7
	case ColorHint, theme.ColorNameWarning:
		rgb = 0x9a5b00
	case ColorHintBack:
		rgb = 0xfdf1dd
	case ColorDoneBack:
		rgb = 0xeef5f0
	case ColorTotalBack:
		rgb = 0xf0f2f4
	case ColorTotalText:
		rgb = 0x3d4a57
	case theme.ColorNameSuccess:
		rgb = 0x2c7a4b
	case ColorPartlyMark:
		rgb = 0x8a6d00
	default:
		return 0, false
	}
	return rgb, true
}

// Size is a size of the look.
func (l Look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case SizeBody:
		return 14
	// Entries have this size. A theme of their own for some of them would cost
	// dear: the toolkit reads the whole face anew for each (measured: 21 MB and
	// 50 ms).
	case theme.SizeNameText, SizeProse:
		return 15
	case SizeTitle:
		return 19
	case SizeBrand:
		return 24
	case SizeNote, theme.SizeNameCaptionText:
		return 12.5
	case SizeSmall:
		return 13
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 5
	case theme.SizeNameInputBorder:
		return 1.5
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 8
	case theme.SizeNameLineSpacing:
		return 5
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 6
	}
	return theme.DefaultTheme().Size(name)
}

// Ink is the present theme's colour of that name.
func Ink(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Size is the present theme's size of that name.
func Size(name fyne.ThemeSizeName) float32 { return theme.Size(name) }
