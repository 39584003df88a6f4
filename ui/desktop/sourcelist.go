package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sourceList is the source of an import, line by line. With the keys of Fyne's list
// a mark goes from line to line and Space chooses the marked one; here the keys
// choose, so that what became of a line is to be seen at once.
type sourceList struct {
	widget.List
	at int // the line chosen last
}

func newSourceList(length func() int, update func(int, fyne.CanvasObject), chosen func(int)) *sourceList {
	l := &sourceList{}
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
func (l *sourceList) FocusGained() {
	offset := l.GetScrollOffset()
	l.Select(l.at)
	l.ScrollToOffset(offset)
}

func (l *sourceList) TypedKey(k *fyne.KeyEvent) {
	page := max(int(l.Size().Height/newSourceLine().MinSize().Height)-1, 1)
	by, ok := map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -l.Length(), fyne.KeyEnd: l.Length(),
	}[k.Name]
	if !ok {
		passKey(l, k)
		return
	}
	l.Select(min(max(l.at+by, 0), l.Length()-1))
}

// goTop forgets the line chosen, before the lines change.
func (l *sourceList) goTop() {
	l.at = 0
	l.ScrollToTop()
}

// newSourceLine makes a line of the list: sign, the source, where it went.
func newSourceLine() fyne.CanvasObject {
	left, right := newOneLine(sizeSmall, theme.ColorNameForeground), newOneLine(sizeNote, colorSecond)
	return container.New(&sourceLayout{}, picture(doneSign(), 12), left, right)
}

// sourceLayout lays a line of the list out.
type sourceLayout struct{}

// fateWidth is the width of the words about what became of a line.
const fateWidth = 132

func (*sourceLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(fyne.NewSquareSize(12))
	objects[0].Move(fyne.NewPos(12, (at.Height-12)/2))
	for i, w := range []float32{at.Width - fateWidth - 44, fateWidth} {
		o := objects[i+1]
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(max(w, 20), h))
		o.Move(fyne.NewPos([]float32{32, at.Width - fateWidth - 6}[i], (at.Height-h)/2))
	}
}

func (*sourceLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 24) }
