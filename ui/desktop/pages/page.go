// Package pages fills in a report, one page for each part of it: [Particulars],
// [Prose], [Table], then [Check] and [Print]. A page shows the report of a desk
// and hands to it what is typed; what it needs of the window around it stands in
// the interfaces beside it. No page knows another.
package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// Page is what the middle of the form shows for one entry of its list.
type Page interface {
	// Content is shown in the middle; the same object every time.
	Content() fyne.CanvasObject
	// Changed brings up to date what follows from the report. It must leave
	// alone the entry with the focus: whoever types there knows best.
	Changed(desk.Change)
	// Reveal puts the caret where a finding points to; for one that points nowhere
	// it only shows what is said of it, and is false.
	Reveal(check.Finding) bool
	// Begin is the first thing to type into; nil when there is none.
	Begin() fyne.Focusable
	// Chapters are the titles of what the manual says about it.
	Chapters() []string
}

// host is what every page needs of what it is shown in.
type host interface {
	Desk() *desk.Desk
	Dialogs() *dialog.Dialogs
	Post(func()) // runs on the main goroutine, after what waits there
	Focus(fyne.Focusable)
	GoTo(check.Finding)
	Final() bool // nothing can be changed
	// Attend says what is being worked on, see [desk.Desk.Attend].
	Attend(model.SectionID)
	widgets.Historian
}

// FindingLine shows a finding: sign, rule and message.
func FindingLine(f check.Finding) fyne.CanvasObject {
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

// findingsOf are the findings of a section that nobody has answered, those left out
// that only say what is still to be done.
func findingsOf(d *desk.Desk, id model.SectionID) []check.Finding {
	var all []check.Finding
	for _, f := range d.Findings() {
		if f.Section == id && f.Answer == "" && !d.ToDo(f) {
			all = append(all, f)
		}
	}
	return all
}

// WholeReport are the sections of findings that 基本信息 is about.
func WholeReport() []model.SectionID { return []model.SectionID{"", check.Title, check.Signature} }

// levelSign is the sign of a finding's level.
func levelSign(l check.Level) fyne.Resource {
	switch l {
	case check.Error:
		return widgets.ErrorSign()
	case check.Warning:
		return widgets.HintSign()
	default:
		return widgets.RemarkSign()
	}
}
