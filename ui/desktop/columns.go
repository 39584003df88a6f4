package desktop

import (
	"fyne.io/fyne/v2"
)

// The width of the panel, at least and at most, and that of a page on which every
// row of 表三 takes one line: what is beyond goes to the panel.
const (
	leastPreview = 330
	mostPreview  = 560
	roomyPage    = 990
)

// previewIn is the width of the panel where it shares a width with the page.
func previewIn(width float32) float32 {
	return min(max(width-roomyPage, leastPreview), mostPreview)
}

// formColumns lays out section list, page and preview. Where there is no room
// for all, the preview takes the page's place while it is asked for.
type formColumns struct {
	preview fyne.CanvasObject
	middle  fyne.CanvasObject
	left    fyne.CanvasObject
	fitList func(at fyne.Size)
	wanted  bool // while there is room
	instead bool // while there is none
	narrow  bool // as last laid out
	alone   bool // the page wants all the room, and no preview
}

// narrowest is the least width of the page beside a preview.
const narrowest = 600

func (c *formColumns) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	c.fitList(at)
	l := c.left.MinSize().Width
	c.left.Resize(fyne.NewSize(l, at.Height))
	rest := at.Width - l
	c.narrow = rest-leastPreview < narrowest
	middle, preview := rest, float32(0)
	switch {
	case c.alone:
	case c.narrow && c.instead:
		middle, preview = 0, rest
	case !c.narrow && c.wanted:
		preview = previewIn(rest)
		middle = rest - preview
	}
	for _, o := range []struct {
		fyne.CanvasObject
		x, width float32
	}{{c.middle, l, middle}, {c.preview, l + middle, preview}} {
		if o.width == 0 {
			o.Hide()
			continue
		}
		o.Move(fyne.NewPos(o.x, 0))
		o.Resize(fyne.NewSize(o.width, at.Height))
		o.Show()
	}
}

func (c *formColumns) MinSize([]fyne.CanvasObject) fyne.Size {
	m := c.middle.MinSize()
	return fyne.NewSize(c.left.MinSize().Width+m.Width, m.Height)
}

// toggle shows or hides the preview.
func (c *formColumns) toggle() {
	if c.narrow {
		c.instead = !c.instead
	} else {
		c.wanted = !c.wanted
	}
}

// showing reports whether the preview is to be seen.
func (c *formColumns) showing() bool {
	return !c.alone && (c.narrow && c.instead || !c.narrow && c.wanted)
}
