package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/desktop/widgets"
)

// leftPanel is the list of sections with whose report it is above, and how much is
// filled in below.
func (f *form) leftPanel() fyne.CanvasObject {
	r := f.d.Report()
	f.agency = widgets.NewParagraph(r.Agency.Name, widgets.SizeProse, theme.ColorNameForeground)
	head := container.New(widgets.NewInset(16, 16, 12, 12), container.New(&widgets.Stack{Gap: 5},
		f.agency, widgets.NewParagraph(textFormHead(r), widgets.SizeNote, widgets.ColorSecond)))
	items := make([]fyne.CanvasObject, len(f.entries))
	for i, e := range f.entries {
		items[i] = e.NavItem
	}
	f.filled = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	f.gauge = widgets.NewGauge(0)
	f.listFoot = container.New(widgets.NewInset(16, 8, 16, 14), container.New(&widgets.Stack{Gap: 6}, f.filled, f.gauge))
	f.list = widgets.NewScroller(&widgets.Stack{}, items...)
	panel := widgets.NewEdges(widgets.Edges{Top: container.New(&widgets.Stack{}, head, widgets.Hairline(), widgets.Gap(1, 8)), Bottom: f.listFoot}, f.list.Outer)
	f.listWidth = widgets.NewFixedWidth(wideList)
	return widgets.NewEdges(widgets.Edges{Right: widgets.VerticalLine()}, container.New(f.listWidth, widgets.Ground(widgets.ColorPanel), panel))
}

// Widths of the section list: with counts, and without where there is little
// room.
const (
	wideList   = 232
	narrowList = 164
)

// lowList is the height of the window below which the lines of the list are lower and
// nothing stands below them: 特大 on a small screen.
const lowList = 560

// fitList narrows the section list in a narrow window, and makes it lower in a low one.
func (f *form) fitList(at fyne.Size) {
	f.listWidth.Width = wideList
	if at.Width < 900 {
		f.listWidth.Width = narrowList
	}
	f.listFoot.Hidden = at.Height < lowList
	for _, e := range f.entries {
		e.Compact(f.listWidth.Width == narrowList)
		e.Low(at.Height < lowList)
	}
}
