package desktop

import (
	"time"

	"fyne.io/fyne/v2"

	"nianbao/model/store"
	"nianbao/ui/desktop/widgets"
)

// draftOf finds a unit's draft about a year, a final one before others, then the
// one saved last; nil without any.
func draftOf(drafts []store.Summary, agency string, year int) *store.Summary {
	var found *store.Summary
	for i, d := range drafts {
		if d.Damaged || d.Agency != agency || d.Year != year || agency == "" {
			continue
		}
		if found == nil || found.State != store.StateFinal && d.State == store.StateFinal {
			found = &drafts[i]
		}
	}
	return found
}

// reportYear is the year that a report begun today is about: the last one,
// and from November on the present one.
func reportYear(today time.Time) int {
	if today.Month() >= time.November {
		return today.Year()
	}
	return today.Year() - 1
}

// listColumns are the widths of the list's columns after the first, which
// takes what is left.
var listColumns = [...]float32{64, 120, 150, 108, 34}

// narrowColumns are those of a narrow list, without progress and last saved.
var narrowColumns = [...]float32{46, 0, 112, 0, 34}

// narrowRow is below which width a list is narrow.
const narrowRow = 560

// columns lays out a line of the list.
type columns struct{}

// columnGap is the space between two columns.
const columnGap = 12

func (columns) widths(width float32) (first float32, others [5]float32) {
	others = listColumns
	if width < narrowRow {
		others = narrowColumns
	}
	for _, w := range others {
		width -= w
	}
	return max(width-columnGap, 1), others
}

func (c columns) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	first, others := c.widths(at.Width)
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Show()
		if width <= 0 {
			o.Hide()
			return
		}
		h := widgets.HeightAt(o, width)
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, (at.Height-h)/2))
	}
	x := at.Width
	for i := len(objects) - 1; i > 0; i-- {
		x -= others[i-1]
		put(objects[i], x, others[i-1]-columnGap)
	}
	put(objects[0], 0, first)
}

func (c columns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	first, others := c.widths(width)
	h := widgets.HeightAt(objects[0], first)
	for i, o := range objects[1:] {
		if others[i] > 0 {
			h = max(h, widgets.HeightAt(o, others[i]-columnGap))
		}
	}
	return h
}

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(300, 0)
	for _, o := range objects {
		s.Height = max(s.Height, o.MinSize().Height)
	}
	return s
}
