package desktop

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/model/check"
	"nianbao/model/desk"
)

// navItem is a line of the section list: a sign for its state, its name, and
// a count of what is wrong. It takes no focus: Tab stays in the page, and
// Ctrl+PageUp and Ctrl+PageDown go through the list.
type navItem struct {
	widget.BaseWidget
	name            string
	state           desk.SectionState
	signed          bool // it has a state
	chosen, hovered bool
	pressed         func()

	back, edge *canvas.Rectangle
	sign       *canvas.Image
	text       *canvas.Text
	count      *fyne.Container
}

func newNavItem(name string, pressed func()) *navItem {
	n := &navItem{name: name, pressed: pressed}
	n.back, n.edge = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	n.sign = picture(nil, 14)
	n.text = label(name, sizeBody, theme.ColorNameForeground)
	n.count = container.NewStack()
	n.ExtendBaseWidget(n)
	return n
}

// show brings the state up to date.
func (n *navItem) show(s desk.SectionState) {
	if n.signed && n.state == s {
		return
	}
	n.signed, n.state = true, s
	n.sign.Resource = signOf(s.Mark)
	n.sign.Refresh()
	n.count.Objects = []fyne.CanvasObject{stateBadge(s)}
	n.count.Refresh()
	n.Refresh()
}

// showTotals counts what is wrong in the whole report.
func (n *navItem) showTotals(c check.Counts) {
	var badges []fyne.CanvasObject
	if c.E > 0 {
		badges = append(badges, badge(strconv.Itoa(c.E), theme.ColorNameError, colorErrorBack))
	}
	if c.W > 0 {
		badges = append(badges, badge(strconv.Itoa(c.W), colorHint, colorHintBack))
	}
	n.count.Objects = []fyne.CanvasObject{container.New(&row{gap: 6, wide: -1}, badges...)}
	n.count.Refresh()
	n.Refresh()
}

// compact leaves out the count.
func (n *navItem) compact(on bool) {
	if on == n.count.Hidden {
		return
	}
	n.count.Hidden = on
	n.Refresh()
}

func (n *navItem) choose(on bool) { n.chosen = on; n.paint() }

func (n *navItem) paint() {
	n.back.FillColor, n.edge.FillColor = color.Transparent, color.Transparent
	n.text.Color = ink(theme.ColorNameForeground)
	switch {
	case n.chosen:
		n.back.FillColor, n.edge.FillColor = ink(colorChosen), ink(theme.ColorNamePrimary)
		n.text.Color = ink(theme.ColorNamePrimary)
	case n.hovered:
		n.back.FillColor = ink(colorFocused)
	}
	n.back.Refresh()
	n.edge.Refresh()
	n.text.Refresh()
}

func (n *navItem) Tapped(*fyne.PointEvent)        { n.pressed() }
func (n *navItem) MouseIn(*desktop.MouseEvent)    { n.hovered = true; n.paint() }
func (n *navItem) MouseMoved(*desktop.MouseEvent) {}
func (n *navItem) MouseOut()                      { n.hovered = false; n.paint() }

func (n *navItem) CreateRenderer() fyne.WidgetRenderer {
	n.edge.SetMinSize(fyne.NewSize(3, 1))
	line := container.New(&inset{left: 15, right: 14},
		container.New(&row{gap: 11, wide: 1}, n.sign, n.text, n.count))
	return widget.NewSimpleRenderer(container.New(&fixedHeight{36}, n.back,
		newEdges(edges{left: n.edge}, line)))
}
