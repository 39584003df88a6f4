package desktop

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beyond those that Fyne names.
const (
	colorDesk       fyne.ThemeColorName = "nianbao.desk" // below the paper of the preview
	colorPanel      fyne.ThemeColorName = "nianbao.panel"
	colorLine       fyne.ThemeColorName = "nianbao.line"
	colorGridLine   fyne.ThemeColorName = "nianbao.gridLine"
	colorLabel      fyne.ThemeColorName = "nianbao.label"      // ground of a table's labels
	colorChosen     fyne.ThemeColorName = "nianbao.chosen"     // ground of the selected section
	colorFocused    fyne.ThemeColorName = "nianbao.focused"    // ground of the cell with the caret
	colorSecond     fyne.ThemeColorName = "nianbao.second"     // text of second rank
	colorFaint      fyne.ThemeColorName = "nianbao.faint"      // what need not be read
	colorErrorBack  fyne.ThemeColorName = "nianbao.errorBack"  // E
	colorHint       fyne.ThemeColorName = "nianbao.hint"       // W
	colorHintBack   fyne.ThemeColorName = "nianbao.hintBack"   // W
	colorDoneBack   fyne.ThemeColorName = "nianbao.doneBack"   // what went well
	colorTotalBack  fyne.ThemeColorName = "nianbao.totalBack"  // computed cells
	colorTotalText  fyne.ThemeColorName = "nianbao.totalText"  // computed cells
	colorPartlyMark fyne.ThemeColorName = "nianbao.partlyMark" // ◐
)

// Text sizes beyond those that Fyne names.
const (
	sizeBody  fyne.ThemeSizeName = "nianbao.body"  // all that is not typed into
	sizeProse fyne.ThemeSizeName = "nianbao.prose" // names above the rest
	sizeTitle fyne.ThemeSizeName = "nianbao.title" // page titles
	sizeBrand fyne.ThemeSizeName = "nianbao.brand" // the program's name
	sizeNote  fyne.ThemeSizeName = "nianbao.note"  // notes, badges
	sizeSmall fyne.ThemeSizeName = "nianbao.small" // labels of tables
)

// look is the program's theme: light, one accent colour, one embedded face
// for everything but symbols. Colours and sizes are the design's.
type look struct {
	face     fyne.Resource // nil: Fyne's own
	contrast bool          // 高对比度: black on white
}

// Font gives the same face for regular and bold: with two different ones the
// heavier would have to be embedded as well.
func (l look) Font(style fyne.TextStyle) fyne.Resource {
	if l.face == nil || style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	return l.face
}

func (l look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Color ignores the variant: the window is light whatever the system says.
func (l look) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	rgb, ok := palette(name)
	if strong, has := contrastPalette(name); l.contrast && has {
		rgb, ok = strong, true
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

// contrastPalette is what high contrast shows in other colours.
func contrastPalette(name fyne.ThemeColorName) (rgb uint32, ok bool) {
	switch name {
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return 0x003e7e, true
	case theme.ColorNameForeground, colorSecond, colorTotalText, colorLine, theme.ColorNameSeparator,
		colorGridLine, theme.ColorNameInputBorder:
		return 0x000000, true
	case colorFaint, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return 0x4a4a4a, true
	case theme.ColorNameBackground, colorLabel, colorDesk:
		return 0xffffff, true
	case theme.ColorNameButton, colorTotalBack:
		return 0xe4e4e4, true
	case theme.ColorNameError:
		return 0x9b0000, true
	case colorHint, theme.ColorNameWarning, colorPartlyMark:
		return 0x6b3d00, true
	case theme.ColorNameSuccess:
		return 0x00501e, true
	case colorChosen, colorFocused:
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
	case colorDesk:
		rgb = 0xe9ebee
	case colorPanel, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameForegroundOnPrimary:
		rgb = 0xffffff
	case theme.ColorNameForeground:
		rgb = 0x1d2733
	case theme.ColorNameButton:
		rgb = 0xe9ecf0
	case colorLine, theme.ColorNameSeparator:
		rgb = 0xdfe3e8
	case colorGridLine, theme.ColorNameInputBorder:
		rgb = 0xccd3da
	case colorLabel:
		rgb = 0xfafbfc
	case colorChosen:
		rgb = 0xe8f0f9
	case colorFocused:
		rgb = 0xf3f8fd
	case theme.ColorNameSelection:
		rgb = 0xbcd6f0
	case colorSecond:
		rgb = 0x5c6b7a
	case colorFaint, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		rgb = 0x9aa5b1
	case theme.ColorNameError:
		rgb = 0xb3261e
	case colorErrorBack:
		rgb = 0xfbe9e7
	case colorHint, theme.ColorNameWarning:
		rgb = 0x9a5b00
	case colorHintBack:
		rgb = 0xfdf1dd
	case colorDoneBack:
		rgb = 0xeef5f0
	case colorTotalBack:
		rgb = 0xf0f2f4
	case colorTotalText:
		rgb = 0x3d4a57
	case theme.ColorNameSuccess:
		rgb = 0x2c7a4b
	case colorPartlyMark:
		rgb = 0x8a6d00
	default:
		return 0, false
	}
	return rgb, true
}

func (l look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case sizeBody:
		return 14
	// Entries have this size. A theme of their own for some of them would cost
	// dear: the toolkit reads the whole face anew for each (measured: 21 MB and
	// 50 ms).
	case theme.SizeNameText, sizeProse:
		return 15
	case sizeTitle:
		return 19
	case sizeBrand:
		return 24
	case sizeNote, theme.SizeNameCaptionText:
		return 12.5
	case sizeSmall:
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

// ink is the present theme's colour of that name.
func ink(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// size is the present theme's size of that name.
func size(name fyne.ThemeSizeName) float32 { return theme.Size(name) }
