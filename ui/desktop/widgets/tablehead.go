package widgets

import "fyne.io/fyne/v2"

// TableHead is the title of a page with a table. Where the page is low it is one line,
// without advice.
type TableHead struct {
	Outer         *fyne.Container
	title, advice *Paragraph
}

// NewTableHead makes one with advice.
func NewTableHead(title, advice string, tools ...fyne.CanvasObject) *TableHead {
	outer, words := NewPageHead(title, tools...)
	words.Set(advice, ColorSecond)
	h := &TableHead{Outer: outer.(*fyne.Container), advice: words}
	h.title = h.Outer.Objects[0].(*Paragraph)
	return h
}

// ShowAdvice shows the advice, or puts the buttons beside a smaller title in its place.
func (h *TableHead) ShowAdvice(on bool) {
	if on == h.advice.Visible() {
		return
	}
	if h.advice.Hidden = !on; on {
		h.title.SetSize(SizeTitle)
		h.Outer.Layout = headLayout{}
		return
	}
	h.title.SetSize(SizeProse)
	h.Outer.Layout = oneLineHead{}
}

// oneLineHead puts the buttons beside the title, or below it where there is no room.
type oneLineHead struct{}

func (oneLineHead) beside(objects []fyne.CanvasObject, width float32) bool {
	tools := objects[2].MinSize().Width
	least := HeightAt(objects[0], WidestPage)
	return tools == 0 || HeightAt(objects[0], max(width-tools-headGap, 1)) <= least
}

func (l oneLineHead) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	tools := objects[2].MinSize().Height
	if l.beside(objects, width) {
		return max(HeightAt(objects[0], width-objects[2].MinSize().Width-headGap), tools)
	}
	return HeightAt(objects[0], width) + headGap + tools
}

func (l oneLineHead) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	title, tools := objects[0], objects[2]
	t := tools.MinSize()
	tools.Resize(t)
	if l.beside(objects, at.Width) {
		width := at.Width - t.Width - headGap
		h := HeightAt(title, width)
		title.Move(fyne.NewPos(0, (at.Height-h)/2))
		title.Resize(fyne.NewSize(width, h))
		tools.Move(fyne.NewPos(at.Width-t.Width, (at.Height-t.Height)/2))
		return
	}
	h := HeightAt(title, at.Width)
	title.Move(fyne.NewPos(0, 0))
	title.Resize(fyne.NewSize(at.Width, h))
	tools.Move(fyne.NewPos(0, h+headGap))
}

func (l oneLineHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[2].MinSize().Width, 100)
	return fyne.NewSize(width, l.HeightFor(objects, max(width, 300)))
}
