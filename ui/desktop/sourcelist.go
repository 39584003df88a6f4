package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sourceList is the source of an import, line by line. With the keys of Fyne's list
// a mark goes from line to line and Space chooses the marked one; here the mark
// chooses, so that what became of a line is to be seen at once.
type sourceList struct{ widget.List }

func newSourceList(length func() int, update func(int, fyne.CanvasObject), chosen func(int)) *sourceList {
	l := &sourceList{}
	l.Length, l.CreateItem, l.UpdateItem, l.OnSelected = length, newSourceLine, update, chosen
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

func (l *sourceList) FocusGained() {
	l.List.FocusGained()
	l.chooseMarked()
}

func (l *sourceList) chooseMarked() { l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }

func (l *sourceList) TypedKey(k *fyne.KeyEvent) {
	page := max(int(l.Size().Height/l.CreateItem().MinSize().Height)-1, 1)
	switch k.Name {
	case fyne.KeyUp:
		l.mark(fyne.KeyUp, 1)
	case fyne.KeyDown:
		l.mark(fyne.KeyDown, 1)
	case fyne.KeyPageUp:
		l.mark(fyne.KeyUp, page)
	case fyne.KeyPageDown:
		l.mark(fyne.KeyDown, page)
	case fyne.KeyHome:
		l.mark(fyne.KeyUp, l.Length())
	case fyne.KeyEnd:
		l.mark(fyne.KeyDown, l.Length())
	default:
		passKey(l, k)
		return
	}
	l.chooseMarked()
}

// mark moves the mark by some lines.
func (l *sourceList) mark(way fyne.KeyName, lines int) {
	for range lines {
		l.List.TypedKey(&fyne.KeyEvent{Name: way})
	}
}

// goTop moves the mark to the first line, before the lines change.
func (l *sourceList) goTop() {
	l.mark(fyne.KeyUp, l.Length())
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
