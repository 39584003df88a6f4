package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
)

// chapter is a part of the manual.
type chapter struct {
	title      string
	paragraphs []string
}

// chapters splits the manual.
func chapters(manual string) []chapter {
	var all []chapter
	for line := range strings.Lines(manual) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			all = append(all, chapter{title: title})
		} else if n := len(all); n > 0 && line != "" {
			all[n-1].paragraphs = append(all[n-1].paragraphs, line)
		}
	}
	return all
}

// helpTitles are the chapters about what is on the screen.
func (p *program) helpTitles() []string {
	switch {
	case p.form == nil && p.start == nil:
		return []string{textImport}
	case p.form == nil:
		return []string{"开始"}
	}
	e := p.form.entries[p.form.at]
	switch page := e.page.(type) {
	case *prosePage:
		return []string{"文字部分"}
	case *tablePage:
		if page.section.ID == model.Applications {
			return []string{"三、申请情况", "表格部分"}
		}
		return []string{"表格部分"}
	case *checkPage:
		return []string{textCheck}
	case *printPage:
		return []string{textPrintPage}
	}
	return []string{textParticulars}
}

// showHelp shows the chapters about the page in work, with the way to all of
// them.
func (p *program) showHelp() {
	wanted := p.helpTitles()
	var shown []chapter
	for _, title := range wanted {
		for _, c := range chapters(p.Manual) {
			if c.title == title {
				shown = append(shown, c)
			}
		}
	}
	m := p.helpDialog(shown, textWholeManual)
	m.confirm = func() { p.showManual() }
}

// showManual shows all of the manual.
func (p *program) showManual() {
	m := p.helpDialog(chapters(p.Manual), "")
	m.confirm = m.close
}

// manualHeight is the height of the text of the manual.
const manualHeight = 380

func (p *program) helpDialog(shown []chapter, more string) *modal {
	var lines []fyne.CanvasObject
	for i, c := range shown {
		if i > 0 {
			lines = append(lines, gap(1, 6))
		}
		title := newParagraph(c.title, sizeProse, theme.ColorNamePrimary)
		lines = append(lines, title)
		for _, text := range c.paragraphs {
			lines = append(lines, newParagraph(text, sizeBody, theme.ColorNameForeground))
		}
	}
	scroll := newScroller(&stack{gap: 7, margin: 10}, lines...)
	frame := ground(colorPanel)
	frame.StrokeColor, frame.StrokeWidth = ink(colorLine), 1
	text := newFixed(container.New(insetAll(1), frame, scroll.outer), manualHeight)
	if more == "" {
		return p.dialog(textMenuHelp, textClose, primary, "", text)
	}
	return p.dialog(textMenuHelp, more, plain, textClose, text)
}
