package desktop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// Settings that remember what was exported last.
const (
	formatKey = "format" // the ending of its files
	sheetsKey = "sheets"
	phoneKey  = "phone"
	attachKey = "attach"
)

// workpiece is an open report that is to be exported or printed.
type workpiece interface {
	Desk() *desk.Desk
	gather() // puts what was typed last into the report
}

// exporter sends a report out: to a file, to a printer.
type exporter struct {
	*office
	faces *faces
}

// askExport asks what to write the report as, and where, and does so. Fyne's
// save dialog is not used: it empties the file that exists before it asks, and
// asks in English.
func (e *exporter) askExport(f workpiece) { e.askExportAs(f, export.PrintReport, "") }

// askExportAs proposes the format of an ending; of none, the format used last, where it
// can carry what is to be printed.
func (e *exporter) askExportAs(f workpiece, what export.Print, ending string) {
	f.gather()
	name, online := proposedNames(f.Desk().Report())(what), f.Desk().Report().Online
	e.Background(func() func() {
		// Settings that cannot be read are proposed anew.
		folder, _ := e.drafts.Setting(folderKey)
		sheets, _ := e.drafts.Setting(sheetsKey)
		attach, _ := e.drafts.Setting(attachKey)
		if ending == "" {
			ending, _ = e.drafts.Setting(formatKey)
		}
		format, err := export.FormatFor(ending)
		if err != nil || !format.Carries(what) {
			format = what.Formats()[0]
		}
		choice := e.proposedPaper(what, online)
		choice.format, choice.name, choice.folder = format, name+format.Ending, proposedFolder(folder)
		choice.sheets, choice.attach = preview.SheetsNamed(sheets), attach == strconv.FormatBool(true)
		return func() { e.exportDialog(f, choice) }
	})
}

func (e *exporter) exportDialog(f workpiece, choice exporting) {
	d := newExportDialog(e.office, choice, proposedNames(f.Desk().Report()))
	browse := widgets.NewButton(textBrowse, widgets.Plain, func() {
		now := d.read()
		e.Choose(textChooseFolder, textChooseThis, now.folder, nil, func(dir string) { now.folder = dir })
		back, closed := e.Modal, e.Modal.Closed
		back.Closed = func() { closed(); e.Post(func() { e.exportDialog(f, now) }) }
	})
	where := container.New(&widgets.Row{Gap: 8, Wide: 0}, d.folder, browse)
	rows := append(d.rows(widgets.Field(textFormat, widgets.Framed(d.formats))), d.attach,
		widgets.Field(textExportName, d.name), widgets.Field(textExportFolder, where), widgets.RoomFor(d.problem, 2))
	d.modal = e.Show(textExport, textExportGo, widgets.Primary, dialog.TextCancel, rows...)
	d.fit()
	d.modal.Confirm = func() {
		choice := d.read()
		if wrong, at := d.wrong(choice); wrong != "" {
			d.problem.Set(wrong, theme.ColorNameError)
			e.Window.Canvas().Focus(at)
			return
		}
		e.Background(func() func() {
			path, wrong := choice.path()
			if wrong == "" { // forgotten at worst
				_ = e.drafts.SetSetting(folderKey, filepath.Dir(path))
				_ = e.drafts.SetSetting(formatKey, choice.format.Ending)
				_ = e.drafts.SetSetting(sheetsKey, preview.SheetsName(choice.print, choice.sheets))
				_ = e.drafts.SetSetting(attachKey, strconv.FormatBool(choice.attach))
			}
			return func() {
				if wrong != "" {
					d.problem.Set(wrong, theme.ColorNameError)
					return
				}
				d.modal.Close()
				e.keepPaper(f, choice)
				o := choice.options()
				o.Previous = f.Desk().Previous()
				w := writing{f.Desk().Snapshot(), path, choice.format, o, func() { e.exportDialog(f, choice) }}
				e.checkAndExport(w)
			}
		})
	}
	e.Window.Canvas().Focus(d.name)
}

// proposedNames propose the names of files, without endings, by what is printed.
func proposedNames(r *model.Report) func(export.Print) string {
	return func(what export.Print) string { return fileName(textProposedPrint(r, what)) }
}

// writing is a file to be written, with the way back to where that was asked for.
type writing struct {
	report *model.Report
	path   string
	format export.Format
	export.Options
	again func()
}

// checkAndExport asks before an existing file is written over.
func (e *exporter) checkAndExport(w writing) {
	e.Background(func() func() {
		_, err := os.Lstat(w.path)
		return func() {
			if err != nil { // there is none, or the export will say what is wrong
				e.export(w)
				return
			}
			e.Ask(dialog.Question{
				Title: textOverwriteTitle, Body: textOverwriteBody(w.path), Yes: textOverwrite, Rank: widgets.Danger,
				Do: func() { e.export(w) },
			})
		}
	})
}

// export writes the file. Characters that no face has are shown first, with the
// choice to print 〓 for them; one that cannot be written can go elsewhere.
func (e *exporter) export(w writing) {
	e.Busy(textExport, textExporting, func(ctx context.Context) func() {
		o, refused := e.printedAs(w.report, w.format, w.Options)
		notes, err := e.Export(ctx, w.report, w.path, o)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		return func() {
			var missing *export.MissingError
			switch {
			case errors.As(err, &missing):
				e.Ask(dialog.Question{Title: textMissingTitle, Body: missing.Message(), Yes: textMissingGo, Do: func() {
					w.Replace = true
					e.export(w)
				}})
			case err != nil:
				e.Ask(dialog.Question{
					Title: textExportFailed, Body: failure.Exporting(w.path).Words(err),
					No: dialog.TextClose, Yes: textExportAgain, Do: w.again,
				})
			default:
				e.tellOf(textExported, textExportedBody(w.path, append(notes, refused...)), w.path)
			}
		}
	})
}

// printedAs completes the options of a format; refused are chosen faces that could not
// be used.
func (e *exporter) printedAs(r *model.Report, format export.Format, o export.Options) (with export.Options, refused []string) {
	if format.Heeds(export.OptionFont) {
		o.Faces, refused = e.faces.Read()
	}
	if format.Heeds(export.OptionDraft) {
		o = preview.Stamped(r, o)
	}
	return o, refused
}

// proposedPaper proposes what a paper to look at says: that it hangs from today on, the
// phone that was given last, and the address that stays with the report.
func (e *exporter) proposedPaper(what export.Print, online string) exporting {
	phone, _ := e.drafts.Setting(phoneKey) // none is proposed otherwise
	return exporting{print: what, posted: model.DateInWords(e.now().Format(time.DateOnly)), phone: phone, online: online}
}

// keepPaper keeps of it what is to be proposed the next time.
func (e *exporter) keepPaper(f workpiece, c exporting) {
	e.remember(phoneKey, c.phone)
	if c.takesOnline() {
		_ = f.Desk().SetOnline(c.online) // it is an address
	}
}
