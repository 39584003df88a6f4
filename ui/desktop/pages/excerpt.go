package pages

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/excerpt"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// askLines shows the short lines of the one-page picture (图解), a line each, to be
// rewritten. They are kept as they are typed; what is proposed can be had back part by
// part.
func askLines(h host) {
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	content := []fyne.CanvasObject{widgets.NewParagraph(textLinesAdvice, widgets.SizeSmall, widgets.ColorSecond)}
	var m *dialog.Modal
	var first *widgets.TextEntry
	for _, part := range excerpt.Parts() {
		entry := widgets.NewProseEntry(2, h.Post)
		back := widgets.NewButton(TextProposedLines, widgets.Plain, func() {
			h.Desk().ProposeLines(part)
			entry.Load(linesOf(h, part))
			problem.Set("", theme.ColorNameError)
			m.Relayout()
		})
		entry.Load(linesOf(h, part))
		entry.OnChanged = func(text string) {
			words := ""
			if h.Desk().TypeLines(part, typedLines(h, part, text)) != nil { // there is one reason
				words = textLinesBounds(part)
			}
			problem.Set(words, theme.ColorNameError)
		}
		entry.OnGrown = func() { m.Relayout() }
		entry.OnFocus = func(on bool) {
			if !on {
				h.Desk().Hurry()
			}
		}
		if h.Final() {
			entry.Disable()
			back.Disable()
		}
		if first == nil {
			first = entry
		}
		head := widgets.NewParagraph(part.Name(), widgets.SizeBody, theme.ColorNameForeground)
		head.Bold = true
		content = append(content, container.New(&widgets.Stack{Gap: 4}, container.New(widgets.WithTools{}, head, back), entry))
	}
	m = h.Dialogs().Show(textLinesTitle, dialog.TextClose, widgets.Primary, "", append(content, widgets.RoomFor(problem, 1))...)
	m.Confirm = m.Close
	h.Focus(first)
}

// linesOf are the lines of a part as they are edited.
func linesOf(h host, part excerpt.Part) string {
	r := h.Desk().Report()
	if own, err := excerpt.Read(r); err == nil {
		if lines, ok := own[part]; ok {
			return strings.Join(lines, "\n")
		}
	}
	return strings.Join(excerpt.Proposed(r, part), "\n")
}

// typedLines are the lines typed for a part; nil for what is proposed anyway.
func typedLines(h host, part excerpt.Part, text string) []string {
	lines := strings.Split(text, "\n")
	if slices.Equal(lines, excerpt.Proposed(h.Desk().Report(), part)) {
		return nil
	}
	return slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
}
