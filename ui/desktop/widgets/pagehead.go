package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// PageHead is the title of a page with its advice and what the page can do at
// once. Where there is no room beside the advice the buttons stand below it.
func PageHead(title, advice string, tools ...fyne.CanvasObject) fyne.CanvasObject {
	head, words := NewPageHead(title, tools...)
	words.Set(advice, ColorSecond)
	return head
}

// NewPageHead is PageHead with advice that changes.
func NewPageHead(title string, tools ...fyne.CanvasObject) (head fyne.CanvasObject, advice *Paragraph) {
	line := NewParagraph(title, SizeTitle, theme.ColorNameForeground)
	line.Bold = true
	advice = NewParagraph("", SizeSmall, ColorSecond)
	return container.New(headLayout{}, line, advice, container.New(&Row{Gap: 6, Wide: -1}, tools...)), advice
}

// headLayout lays out title, advice and buttons.
type headLayout struct{}

// Space in the head of a page, and the least width of the advice beside the
// buttons.
const (
	headGap     = 6
	leastAdvice = 250
)

// widths are those of the advice and of the buttons, and whether they stand
// beside each other.
func (headLayout) widths(objects []fyne.CanvasObject, width float32) (advice, tools float32, beside bool) {
	tools = objects[2].MinSize().Width
	if beside = width-tools-2*headGap >= leastAdvice; beside {
		return width - tools - 2*headGap, tools, true
	}
	return width, tools, false
}

func (l headLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	advice, tools, beside := l.widths(objects, width)
	h, t := HeightAt(objects[1], advice), objects[2].MinSize().Height
	switch {
	case beside:
		h = max(h, t)
	case tools > 0:
		h += headGap + t
	}
	return HeightAt(objects[0], width) + headGap + h
}

func (l headLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	advice, tools, beside := l.widths(objects, at.Width)
	title := HeightAt(objects[0], at.Width)
	objects[0].Resize(fyne.NewSize(at.Width, title))
	y := title + headGap
	h, t := HeightAt(objects[1], advice), objects[2].MinSize().Height
	rowHeight := h
	if beside {
		rowHeight = max(h, t)
		objects[2].Move(fyne.NewPos(at.Width-tools, y+(rowHeight-t)/2))
	} else {
		objects[2].Move(fyne.NewPos(0, y+h+headGap))
	}
	objects[1].Move(fyne.NewPos(0, y+(rowHeight-h)/2))
	objects[1].Resize(fyne.NewSize(advice, h))
	objects[2].Resize(fyne.NewSize(tools, t))
}

func (l headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[2].MinSize().Width, 100)
	return fyne.NewSize(width, l.HeightFor(objects, max(width, 300)))
}

// WidestPage is how wide a page's content grows at most.
const WidestPage = 1060

// NewPageStack is the layout of a page.
func NewPageStack() *Stack { return &Stack{Gap: 12, Margin: 22, widest: WidestPage} }

// NoticeLine shows a sentence that is no finding: a refused input, a count.
func NoticeLine(sign fyne.Resource, text string, color fyne.ThemeColorName) fyne.CanvasObject {
	return container.New(&Row{Gap: 8, Wide: 1, Top: true}, Picture(sign, 13), NewParagraph(text, SizeSmall, color))
}

// WithTools puts the buttons of a line at its end, or below it where there is
// little room.
type WithTools struct{}

// leastFinding is the least width of the words beside the buttons.
const leastFinding = 260

func (WithTools) widths(objects []fyne.CanvasObject, width float32) (words, tools float32, beside bool) {
	tools = objects[1].MinSize().Width
	if beside = width-tools-12 >= leastFinding; beside {
		return width - tools - 12, tools, true
	}
	return width, tools, false
}

// HeightFor is the height at a width.
func (l WithTools) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	words, _, beside := l.widths(objects, width)
	h, t := HeightAt(objects[0], words), objects[1].MinSize().Height
	if beside {
		return max(h, t)
	}
	return h + 6 + t
}

// Layout lays the objects out.
func (l WithTools) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	words, tools, beside := l.widths(objects, at.Width)
	h, t := HeightAt(objects[0], words), objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(words, h))
	objects[1].Resize(fyne.NewSize(tools, t))
	if beside {
		objects[0].Move(fyne.NewPos(0, (at.Height-h)/2))
		objects[1].Move(fyne.NewPos(at.Width-tools, (at.Height-t)/2))
		return
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Move(fyne.NewPos(at.Width-tools, h+6))
}

// MinSize is the least size.
func (l WithTools) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[1].MinSize().Width, 100)
	return fyne.NewSize(width, l.HeightFor(objects, max(width, 300)))
}
