package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
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
	widgets.Historian
	ask(question)
	askPhrase(all []phrase, chosen func(text string))
	askNumber(r *model.Report, chosen func(text string))
}

// findingLine shows a finding: sign, rule and message.
func findingLine(f check.Finding) fyne.CanvasObject {
	color := widgets.ColorSecond
	switch f.Level {
	case check.Error:
		color = theme.ColorNameError
	case check.Warning:
		color = widgets.ColorHint
	}
	code := widgets.Label(f.Rule, widgets.SizeSmall, color)
	code.TextStyle.Bold = true
	return container.New(&widgets.Row{Gap: 8, Wide: 2, Top: true}, widgets.Picture(levelSign(f.Level), 13), code,
		widgets.NewParagraph(f.Message(), widgets.SizeSmall, theme.ColorNameForeground))
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
