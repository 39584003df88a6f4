package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
)

// page is what the middle of the form shows for one entry of its list.
type page interface {
	// content is shown in the middle; the same object every time.
	content() fyne.CanvasObject
	// changed brings up to date what follows from the report. It must leave
	// alone the entry with the focus: whoever types there knows best.
	changed(desk.Change)
	// reveal puts the caret where a finding points to.
	reveal(check.Finding)
	// begin is the first thing to type into; nil when there is none.
	begin() fyne.Focusable
}

// host is what a page needs of the form it belongs to.
type host interface {
	desk() *desk.Desk
	post(func()) // runs on the main goroutine, after what waits there
	focus(fyne.Focusable)
	goTo(check.Finding)
	askAnswer(check.Finding)
	askPassages(check.Finding)
	followCaret() // turns the preview
	final() bool  // nothing can be changed
	historian
	ask(question)
	askPhrase(all []phrase, chosen func(text string))
	askNumber(r *model.Report, chosen func(text string))
}

// pageHead is the title of a page with its advice and what the page can do at
// once. Where there is no room beside the advice the buttons stand below it.
func pageHead(title, advice string, tools ...fyne.CanvasObject) fyne.CanvasObject {
	head, words := newPageHead(title, tools...)
	words.show(advice, colorSecond)
	return head
}

// newPageHead is pageHead with advice that changes.
func newPageHead(title string, tools ...fyne.CanvasObject) (head fyne.CanvasObject, advice *paragraph) {
	line := newParagraph(title, sizeTitle, theme.ColorNameForeground)
	line.bold = true
	advice = newParagraph("", sizeSmall, colorSecond)
	return container.New(headLayout{}, line, advice, container.New(&row{gap: 6, wide: -1}, tools...)), advice
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

func (l headLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	advice, tools, beside := l.widths(objects, width)
	h, t := heightAt(objects[1], advice), objects[2].MinSize().Height
	switch {
	case beside:
		h = max(h, t)
	case tools > 0:
		h += headGap + t
	}
	return heightAt(objects[0], width) + headGap + h
}

func (l headLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	advice, tools, beside := l.widths(objects, at.Width)
	title := heightAt(objects[0], at.Width)
	objects[0].Resize(fyne.NewSize(at.Width, title))
	y := title + headGap
	h, t := heightAt(objects[1], advice), objects[2].MinSize().Height
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
	return fyne.NewSize(width, l.heightFor(objects, max(width, 300)))
}

// widestPage is how wide a page's content grows at most.
const widestPage = 1060

// pageStack is the layout of a page.
func pageStack() *stack { return &stack{gap: 12, margin: 22, widest: widestPage} }

// bar is a line across the top of a page, with a button at its end.
func bar(content fyne.CanvasObject, button *button) *fyne.Container {
	line := container.New(&row{gap: 12, wide: 0}, content, button)
	return container.NewStack(ground(colorChosen),
		newEdges(edges{bottom: hairline()}, container.New(&inset{22, 6, 14, 6}, line)))
}

// findingLine shows a finding: sign, rule and message.
func findingLine(f check.Finding) fyne.CanvasObject {
	color := colorSecond
	switch f.Level {
	case check.Error:
		color = theme.ColorNameError
	case check.Warning:
		color = colorHint
	}
	code := label(f.Rule, sizeSmall, color)
	code.TextStyle.Bold = true
	return container.New(&row{gap: 8, wide: 2, top: true}, picture(levelSign(f.Level), 13), code,
		newParagraph(f.Message(), sizeSmall, theme.ColorNameForeground))
}

// noticeLine shows a sentence that is no finding: a refused input, a count.
func noticeLine(sign fyne.Resource, text string, color fyne.ThemeColorName) fyne.CanvasObject {
	return container.New(&row{gap: 8, wide: 1, top: true}, picture(sign, 13), newParagraph(text, sizeSmall, color))
}

// findingsOf are the findings of a section that nobody has answered, those about
// nothing but blank cells left out: blanks have a sign of their own.
func findingsOf(d *desk.Desk, id model.SectionID) []check.Finding {
	var all []check.Finding
	for _, f := range d.Findings() {
		if f.Section == id && f.Answer == "" && !d.OnlyBlank(f) {
			all = append(all, f)
		}
	}
	return all
}
