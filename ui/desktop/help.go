package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// chapter is a part of the manual.
type chapter struct {
	title      string
	paragraphs []string
}

// chapters splits the manual.
func chapters(text string) []chapter {
	var all []chapter
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			all = append(all, chapter{title: title})
		} else if n := len(all); n > 0 && line != "" && !strings.HasPrefix(line, "![") { // the window is before the reader's eyes
			all[n-1].paragraphs = append(all[n-1].paragraphs, line)
		}
	}
	return all
}

// manual shows the manual, or what it says of the page in work.
type manual struct {
	*office
	titles func() []string // of the chapters about what is on the screen
}

// showHelp shows the chapters about the page in work, with the way to all of
// them.
func (m *manual) showHelp() {
	wanted := m.titles()
	var shown []chapter
	for _, title := range wanted {
		for _, c := range chapters(m.Manual) {
			if c.title == title {
				shown = append(shown, c)
			}
		}
	}
	d := m.helpDialog(shown, textWholeManual)
	d.Confirm = func() { m.showManual() }
}

// showManual shows all of the manual.
func (m *manual) showManual() {
	d := m.helpDialog(chapters(m.Manual), "")
	d.Confirm = d.Close
}

// manualHeight is the height of the text of the manual, where there is room for it.
const manualHeight = 380

func (m *manual) helpDialog(shown []chapter, more string) *dialog.Modal {
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
	text := scroll.Boxed(min(manualHeight, m.Room()-10))
	if more == "" {
		return m.Show(textMenuHelp, dialog.TextClose, widgets.Primary, "", text)
	}
	return m.Show(textMenuHelp, more, widgets.Plain, dialog.TextClose, text)
}
