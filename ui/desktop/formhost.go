package desktop

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// save stores at once what the clerk has typed so far.
func (f *form) save() {
	f.gather()
	f.Background(func() func() {
		_ = f.d.Keep(store.ReasonSaved) // the status bar tells
		return f.showStatus
	})
}

// Undo takes the last edit back, wherever it was, and shows the place.
func (f *form) Undo() { f.gather(); f.d.Undo() }

// Redo makes the edit again that was taken back last, and shows the place.
func (f *form) Redo() { f.gather(); f.d.Redo() }

// What follows is what the pages need of the form.

// Desk is where the report lies that the pages show.
func (f *form) Desk() *desk.Desk { return f.d }

// Post has something done on the main goroutine, after what waits there.
func (f *form) Post(do func()) { f.office.Post(do) }

// Focus puts the caret into a field.
func (f *form) Focus(o fyne.Focusable) { f.Window.Canvas().Focus(o) }

// Dialogs are those of the window.
func (f *form) Dialogs() *dialog.Dialogs { return f.office.Dialogs }

// Attend says what is being worked on, see [desk.Desk.Attend]: what the section list shows
// follows from it.
func (f *form) Attend(id model.SectionID) {
	f.d.Attend(id)
	f.showStates()
}

// Final reports whether the report is final (定稿): nothing can be changed.
func (f *form) Final() bool { return f.d.Final() }

// AskExport exports what is on show: it asks in which format, and where to.
func (f *form) AskExport() { f.AskExportOf(f.onPaper()) }

// AskExportOf exports the report, or what else can be printed of it.
func (f *form) AskExportOf(what export.Print) { f.export.askExportAs(f, what, "") }

// AskPrint prints what is on show.
func (f *form) AskPrint() { f.AskPrintOf(f.onPaper()) }

// AskPrintOf prints the report, or what else can be printed of it.
func (f *form) AskPrintOf(what export.Print) { f.export.askPrint(f, what) }

// onPaper is what 预览与打印 shows, while it is on show; the report otherwise.
func (f *form) onPaper() export.Print {
	if p, ok := f.shown().(*pages.Print); ok {
		return p.Paper.Options.Print
	}
	return export.PrintReport
}

// Today is the date as reports hold it: 2027-01-12.
func (f *form) Today() string { return f.now().Format(time.DateOnly) }

// FillTable shows the page of a table and pastes a text there.
func (f *form) FillTable(section model.SectionID, text string) {
	for i, e := range f.entries {
		if e.id != section {
			continue
		}
		f.open(i)
		if table, ok := e.page.(*pages.Table); ok {
			table.PasteAll(text)
		}
	}
}

// DateToday dates the report (成文日期) today, which brings the date up.
func (f *form) DateToday() {
	f.gather()
	_ = f.d.SetDate(f.Today()) // it is a date
}

// fillAll puts 0 into whatever is blank in any table (各表未填的都补 0), and says so on
// a table's page.
func (f *form) fillAll() {
	if f.Final() {
		return
	}
	f.settle()
	n := f.d.FillBlanks() // which brings a table up
	if table, ok := f.shown().(*pages.Table); ok {
		table.Say(pages.TextFilledEverywhere(n))
		f.takeFocus()
		return
	}
	f.Tell(textMenuFillAll, pages.TextFilledEverywhere(n))
}

// openFind opens the bar that finds and replaces.
func (f *form) openFind() {
	text := ""
	if e, ok := f.Window.Canvas().Focused().(*widgets.TextEntry); ok {
		text = strings.ReplaceAll(e.SelectedText(), "\n", "")
	}
	f.settle()
	f.find.open(text)
}
