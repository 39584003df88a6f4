package pages

import (
	"fyne.io/fyne/v2"

	"nianbao/ui/desktop/widgets"
)

// tableLayout lays out a page with a table: its title and the table above, equations and
// notices below. The lower the page, the less is around the table, so that as many rows
// as can be are in view.
type tableLayout struct {
	head                       *widgets.TableHead
	grid                       *gridView
	stack                      *widgets.Stack // of title and table
	table, back, line, notices fyne.CanvasObject
	strip                      *strip         // may be nil
	said                       *widgets.Stack // of the notices
	size                       fyne.Size      // last laid out for
	density                    density        // taken there
}

// density is how much space there is around and in a table.
type density struct {
	least   float32 // height of the page from which on it is taken
	margin  float32 // around title and table
	row     float32 // least height of a row
	strip   float32 // height of the equations
	notices float32
	advice  bool // below the title
}

// densities are those of high, usual and low pages.
func densities() []density {
	return []density{
		{least: 1000, margin: 22, row: 27, strip: stripHeight, notices: 90, advice: true},
		{least: 700, margin: 10, row: 25, strip: 51, notices: 44},
		{least: 0, margin: 6, row: 22, strip: lowStripHeight, notices: 24},
	}
}

// fit takes the density that goes with the height of the page, or a roomier one in
// which all of the table is in view.
func (t *tableLayout) fit(at fyne.Size) density {
	all := densities()
	for _, d := range all {
		if at.Height < d.least && at.Height < d.foot(t.strip)+2*d.margin+t.grid.leastHeight(d.row) {
			continue // not to be measured: to break every label takes time
		}
		t.take(d)
		width := t.stack.Inner(at.Width)
		if at.Height >= d.least || at.Height >= d.foot(t.strip)+2*d.margin+widgets.HeightAt(t.head.Outer, width)+t.stack.Gap+t.grid.HeightFor(width) {
			return d
		}
	}
	return all[len(all)-1]
}

// take lays the parts out for a density.
func (t *tableLayout) take(d density) {
	t.stack.Margin, t.stack.Gap = d.margin, min(d.margin, 12)
	t.said.Margin = min(d.margin, 10) / 2
	t.head.ShowAdvice(d.advice)
	t.grid.setRow(d.row)
}

// foot is the height of what stands below the table.
func (d density) foot(s *strip) float32 {
	if s == nil {
		return d.notices + 1
	}
	return d.notices + d.strip + 1
}

func (t *tableLayout) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	if at != t.size {
		t.size, t.density = at, t.fit(at)
	}
	d := t.density
	strip := float32(0)
	if t.strip != nil {
		t.strip.low = d.strip == lowStripHeight
		strip = d.strip
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	foot := d.foot(t.strip)
	top := at.Height - foot
	place(t.table, 0, 0, at.Width, top)
	place(t.back, 0, top, at.Width, foot)
	place(t.line, 0, top, at.Width, 1)
	if t.strip != nil {
		place(t.strip, t.stack.Margin, top+1, t.stack.Inner(at.Width), strip)
	}
	place(t.notices, 12, top+1+strip, at.Width-12, d.notices)
}

func (t *tableLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// aligned puts the head above the table of a page: as wide.
type aligned struct{ stack *widgets.Stack }

func (l aligned) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	for _, o := range objects {
		if head, ok := o.(*gridHead); ok {
			head.grid.place(l.stack.Inner(at.Width))
			o.Move(fyne.NewPos(l.stack.Margin, 0))
			o.Resize(fyne.NewSize(l.stack.Inner(at.Width), head.Height()))
		}
	}
}

func (aligned) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }
