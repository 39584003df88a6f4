package pages

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model/check"
	"nianbao/model/compare"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// AskAnswer asks why a hint is let stand (已核).
func AskAnswer(h host, finding check.Finding) {
	reason := h.Dialogs().Entry(finding.Answer)
	reason.SetPlaceHolder(textAnswerHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	m := h.Dialogs().Show(textAnswerTitle, textKeepAnswer, widgets.Primary, dialog.TextCancel,
		widgets.NewParagraph(finding.Rule+"　"+finding.Message(), widgets.SizeBody, theme.ColorNameForeground),
		widgets.Field(TextFinalReason, reason), widgets.NewParagraph(textAnswerAdvice, widgets.SizeNote, widgets.ColorSecond), widgets.RoomFor(problem, 2))
	m.Confirm = func() {
		reason.Gather()
		if err := h.Desk().Acknowledge(finding, strings.TrimSpace(reason.Text)); err != nil {
			problem.Set(failure.Words(err), theme.ColorNameError)
			h.Focus(reason)
			return
		}
		m.Close()
	}
	h.Focus(reason)
}

// AskPassages shows paragraphs beside those of last year's report, with what
// changed.
func AskPassages(h host, finding check.Finding) {
	var lines []fyne.CanvasObject
	for _, passage := range finding.Passages {
		lines = append(lines, container.New(widgets.NewInset(10, 6, 10, 6), container.New(&widgets.Stack{Gap: 4},
			widgets.Label(textPassageHead(h.Desk().Report().Edition(), passage), widgets.SizeNote, widgets.ColorSecond),
			widgets.NewParagraph(TextRuns(compare.Texts(passage.Before, passage.Text)), widgets.SizeBody, theme.ColorNameForeground))))
	}
	m := h.Dialogs().Show(textPassagesTitle, TextGoTo, widgets.Primary, dialog.TextClose, widgets.NewParagraph(textPassagesAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = func() { m.Close(); h.GoTo(finding) }
}
