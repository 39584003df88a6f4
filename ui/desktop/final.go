package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/ui/desktop/widgets"
)

// askFinal finalises the report (定稿). One that is not ready needs a reason.
func (f *form) askFinal() {
	f.gather()
	why := export.Unfinished(f.d.Report())
	if len(why) == 0 {
		f.p.ask(question{title: textFinalise, body: textFinalBody, yes: textFinalise, do: func() { f.finalise("") }})
		return
	}
	reason := f.p.dialogEntry("")
	reason.SetPlaceHolder(textFinalReasonHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	m := f.p.dialog(textFinalise, textFinaliseAnyway, widgets.Danger, textCancel,
		widgets.NewParagraph(textUnfinished(why), widgets.SizeBody, theme.ColorNameForeground),
		widgets.Field(textFinalReason, reason), widgets.RoomFor(problem, 1))
	m.confirm = func() {
		reason.Gather()
		text := strings.TrimSpace(reason.Text)
		if text == "" {
			problem.Set(textNeedReason, theme.ColorNameError)
			f.focus(reason)
			return
		}
		m.close()
		f.finalise(text)
	}
	f.focus(reason)
}

func (f *form) finalise(reason string) {
	f.d.Finalise(reason)
	f.p.reshowForm()
}

// askFinalOrReopen does of the two what can be done.
func (f *form) askFinalOrReopen() {
	if f.final() {
		f.askReopen()
	} else {
		f.askFinal()
	}
}

// askReopen takes a final report up again.
func (f *form) askReopen() {
	f.p.ask(question{title: textReopen, body: textReopenBody, yes: textReopen, do: func() {
		f.d.Reopen()
		f.p.reshowForm()
	}})
}

// finalLine says on top of every page that the report is final; nil for a
// draft.
func (f *form) finalLine() fyne.CanvasObject {
	final := f.d.Report().Final
	if final == nil {
		return nil
	}
	return widgets.TopBar(widgets.NoticeLine(widgets.DoneSign(), textFinalSince(final), theme.ColorNameForeground), widgets.NewButton(textReopen, widgets.Plain, f.askReopen))
}
