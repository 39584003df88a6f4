package dialog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/desktop/widgets"
)

// ListHeight is the height of a list in a dialog.
const ListHeight = 320

// List is a scrolled list of lines in a dialog.
func List(lines []fyne.CanvasObject) fyne.CanvasObject {
	scroll := widgets.NewScroller(&widgets.Stack{Margin: 4}, container.New(&widgets.Stack{}, lines...))
	return scroll.Boxed(ListHeight)
}

// Line is a line of a list that opens something.
func Line(left, right string, open func()) *widgets.ListRow {
	content := container.New(&widgets.Row{Gap: 12, Wide: 1},
		container.New(widgets.NewFixedWidth(150), widgets.Label(left, widgets.SizeBody, theme.ColorNameForeground)),
		widgets.NewParagraph(right, widgets.SizeBody, widgets.ColorSecond))
	r := widgets.NewListRow(content, open, func() {})
	r.Side, r.Top = 10, 7
	return r
}
