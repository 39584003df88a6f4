package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NavItem is a line of a list of pages: a sign for its state, its name, and a
// count. Only the chosen one takes the focus, so that Tab does not walk the list:
// Up and Down do, and Enter goes into the page.
type NavItem struct {
	widget.BaseWidget
	Name            string
	chosen, hovered bool
	focused         bool
	space           spacebar
	pressed         func()
	OnStep          func(by int) // Up and Down; nil: they do nothing

	back, edge *canvas.Rectangle
	sign       *canvas.Image
	text       *canvas.Text
	count      *fyne.Container
	height     *Fixed
}

// Heights of a line, and of one where there is little room for the list.
const (
	navHeight    = 36
	navLowHeight = 26
)

// NewNavItem makes a line without sign or count.
func NewNavItem(name string, pressed func()) *NavItem {
	n := &NavItem{Name: name, pressed: pressed}
	n.back, n.edge = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	n.sign = Picture(nil, 14)
	n.text = Label(name, SizeBody, theme.ColorNameForeground)
	n.count, n.height = container.NewStack(), newFixedHeight(navHeight)
	n.ExtendBaseWidget(n)
	return n
}

// SetState brings sign and count up to date.
func (n *NavItem) SetState(sign fyne.Resource, count fyne.CanvasObject) {
	n.sign.Resource = sign
	n.sign.Refresh()
	n.count.Objects = []fyne.CanvasObject{count}
	n.count.Refresh()
	n.Refresh()
}

// Compact leaves out the count.
func (n *NavItem) Compact(on bool) {
	if on == n.count.Hidden {
		return
	}
	n.count.Hidden = on
	n.Refresh()
}

// Low makes the line lower, for all of the list to be seen.
func (n *NavItem) Low(on bool) {
	n.height.Height = navHeight
	if on {
		n.height.Height = navLowHeight
	}
}

// Choose marks the line whose page is shown.
func (n *NavItem) Choose(on bool) { n.chosen = on; n.paint() }

func (n *NavItem) paint() {
	n.back.FillColor, n.edge.FillColor = color.Transparent, color.Transparent
	n.back.StrokeWidth = 0
	if n.focused {
		n.back.StrokeColor, n.back.StrokeWidth = Ink(theme.ColorNamePrimary), 2
	}
	n.text.Color = Ink(theme.ColorNameForeground)
	switch {
	case n.chosen:
		n.back.FillColor, n.edge.FillColor = Ink(colorChosen), Ink(theme.ColorNamePrimary)
		n.text.Color = Ink(theme.ColorNamePrimary)
	case n.hovered:
		n.back.FillColor = Ink(ColorFocused)
	}
	n.back.Refresh()
	n.edge.Refresh()
	n.text.Refresh()
}

// Tapped presses it.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.pressed() }

// Disabled keeps the focus away from all but the chosen one.
func (n *NavItem) Disabled() bool { return !n.chosen }

// Enable and Disable belong to Disabled, and do nothing.
func (n *NavItem) Enable() {}

// Disable belongs to Enable.
func (n *NavItem) Disable() {}

// FocusGained shows the focus.
func (n *NavItem) FocusGained() { n.focused = true; n.paint() }

// FocusLost belongs to FocusGained.
func (n *NavItem) FocusLost() { n.focused = false; n.paint() }

// TypedRune takes a character: a space presses.
func (n *NavItem) TypedRune(c rune) {
	if n.space.presses(c) {
		n.pressed()
	}
}

// TypedKey takes a key while it has the focus.
func (n *NavItem) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter, k.Name == fyne.KeyRight:
		n.pressed()
	case k.Name == fyne.KeySpace:
		n.space.press()
	case k.Name == fyne.KeyUp && n.OnStep != nil:
		n.OnStep(-1)
	case k.Name == fyne.KeyDown && n.OnStep != nil:
		n.OnStep(1)
	default:
		PassKey(n, k)
	}
}

// MouseIn shows that the mouse is over it.
func (n *NavItem) MouseIn(*desktop.MouseEvent) { n.hovered = true; n.paint() }

// MouseMoved belongs to MouseIn.
func (n *NavItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut belongs to MouseIn.
func (n *NavItem) MouseOut() { n.hovered = false; n.paint() }

// CreateRenderer draws the widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	n.edge.SetMinSize(fyne.NewSize(3, 1))
	line := container.New(NewInset(15, 0, 14, 0),
		container.New(&Row{Gap: 11, Wide: 1}, n.sign, n.text, n.count))
	return widget.NewSimpleRenderer(container.New(n.height, n.back,
		NewEdges(Edges{Left: n.edge}, line)))
}
