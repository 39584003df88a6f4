package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SourceList is the source of an import, line by line. With the keys of Fyne's list
// a mark goes from line to line and Space chooses the marked one; here the keys
// choose, so that what became of a line is to be seen at once.
type SourceList struct {
	widget.List
	at int // the line chosen last
}

// NewSourceList makes a list of length lines; update shows one in an object, chosen
// is told which was chosen.
func NewSourceList(length func() int, update func(int, fyne.CanvasObject), chosen func(int)) *SourceList {
	l := &SourceList{}
	l.Length, l.CreateItem, l.UpdateItem = length, newSourceLine, update
	l.OnSelected = func(line int) {
		l.at = line
		chosen(line)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained chooses a line instead of showing the mark of Fyne's list. Nothing
// scrolls: a click on another line gives the focus first.
func (l *SourceList) FocusGained() {
	offset := l.GetScrollOffset()
	l.Select(l.at)
	l.ScrollToOffset(offset)
}

// TypedKey takes a key while it has the focus.
func (l *SourceList) TypedKey(k *fyne.KeyEvent) {
	page := max(int(l.Size().Height/newSourceLine().MinSize().Height)-1, 1)
	by, ok := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -l.Length(), fyne.KeyEnd: l.Length(),
	}[k.Name]
	if !ok {
		PassKey(l, k)
		return
	}
	l.Select(min(max(l.at+by, 0), l.Length()-1))
}

// GoTop forgets the line chosen, before the lines change.
func (l *SourceList) GoTop() {
	l.at = 0
	l.ScrollToTop()
}

// newSourceLine makes a line of the list: sign, the source, where it went.
func newSourceLine() fyne.CanvasObject {
	left, right := newOneLine(SizeSmall, theme.ColorNameForeground), newOneLine(SizeNote, ColorSecond)
	return container.New(&sourceLayout{}, Picture(DoneSign(), 12), left, right)
}

// sourceLayout lays a line of the list out.
type sourceLayout struct{}

// fateWidth is the width of the words about what became of a line; they have up to
// half of it where they say why.
const fateWidth = 132

func (*sourceLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(fyne.NewSquareSize(12))
	objects[0].Move(fyne.NewPos(12, (at.Height-12)/2))
	fate := max(fateWidth, min(objects[2].(*OneLine).natural(), at.Width/2))
	for i, w := range []float32{at.Width - fate - 44, fate} {
		o := objects[i+1]
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(max(w, 20), h))
		o.Move(fyne.NewPos([]float32{32, at.Width - fate - 6}[i], (at.Height-h)/2))
	}
}

func (*sourceLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 24) }
