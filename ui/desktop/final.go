package desktop

import (
	"strings"

	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// AskFinal finalises the report (定稿). One that is not ready needs a reason.
func (f *form) AskFinal() {
	f.gather()
	why := export.Unfinished(f.d.Report())
	if len(why) == 0 {
		f.Ask(dialog.Question{Title: pages.TextFinalise, Body: textFinalBody, Yes: pages.TextFinalise, Do: func() { f.finalise("") }})
		return
	}
	reason := f.Entry("")
	reason.SetPlaceHolder(textFinalReasonHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	m := f.Show(pages.TextFinalise, textFinaliseAnyway, widgets.Danger, dialog.TextCancel,
		widgets.NewParagraph(textUnfinished(why), widgets.SizeBody, theme.ColorNameForeground),
		widgets.Field(pages.TextFinalReason, reason), widgets.RoomFor(problem, 1))
	m.Confirm = func() {
		reason.Gather()
		text := strings.TrimSpace(reason.Text)
		if text == "" {
			problem.Set(textNeedReason, theme.ColorNameError)
			f.Focus(reason)
			return
		}
		m.Close()
		f.finalise(text)
	}
	f.Focus(reason)
}

func (f *form) finalise(reason string) {
	f.d.Finalise(reason)
	f.host.reshowForm()
}

// askFinalOrReopen does of the two what can be done.
func (f *form) askFinalOrReopen() {
	if f.Final() {
		f.AskReopen()
	} else {
		f.AskFinal()
	}
}

// AskReopen takes a final report up again.
func (f *form) AskReopen() {
	if !f.Final() {
		return
	}
	f.Ask(dialog.Question{Title: pages.TextReopen, Body: textReopenAsk(f.d.Report().Final), Yes: pages.TextReopen, Do: func() {
		f.d.Reopen()
		f.host.reshowForm()
	}})
}
