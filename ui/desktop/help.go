package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/desktop/widgets"
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
			lines = append(lines, widgets.Gap(1, 6))
		}
		title := widgets.NewParagraph(c.title, widgets.SizeProse, theme.ColorNamePrimary)
		lines = append(lines, title)
		for _, text := range c.paragraphs {
			lines = append(lines, widgets.NewParagraph(text, widgets.SizeBody, theme.ColorNameForeground))
		}
	}
	scroll := widgets.NewScroller(&widgets.Stack{Gap: 7, Margin: 10}, lines...)
	frame := widgets.Ground(widgets.ColorPanel)
	frame.StrokeColor, frame.StrokeWidth = widgets.Ink(widgets.ColorLine), 1
	text := widgets.WithHeight(container.New(widgets.InsetAll(1), frame, scroll.Outer), manualHeight)
	if more == "" {
		return p.dialog(textMenuHelp, textClose, widgets.Primary, "", text)
	}
	return p.dialog(textMenuHelp, more, widgets.Plain, textClose, text)
}
