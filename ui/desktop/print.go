package desktop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
	"nianbao/ui/printer"
)

// printerKey is the setting that remembers the printer used last.
const printerKey = "printer"

// askPrint prints the report: it is exported to a file of the system's own
// folder for such files and handed over.
func (e *exporter) askPrint(f workpiece) {
	f.gather()
	e.Background(func() func() {
		found, err := e.Printing.List()
		last, _ := e.drafts.Setting(printerKey)
		return func() {
			if err != nil {
				e.noPrinter(f, err)
				return
			}
			e.printDialog(f, found, last)
		}
	})
}

// noPrinter says what to do without one.
func (e *exporter) noPrinter(f workpiece, err error) {
	e.Ask(dialog.Question{Title: textPrint, Body: failure.Printing().Words(err), Yes: pages.TextMenuExport, Do: func() { e.askExportAs(f, export.PDF().Ending) }})
}

func (e *exporter) printDialog(f workpiece, found printer.Printers, last string) {
	sheets := widgets.NewChoice(preview.SheetsNames(), nil)
	sheets.SetSelected(preview.TextSheetsNames[export.A4])
	names := widgets.NewChoice(found.Names, nil)
	copies := e.Entry("1")
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	rows := container.New(&widgets.Stack{Gap: 14}, widgets.Field(textSheets, widgets.Framed(sheets)))
	if found.Chosen {
		names.SetSelected(found.Names[0])
		names.SetSelected(found.Default)
		names.SetSelected(last) // what is not in the list changes nothing
		rows.Add(widgets.Field(textPrinterName, widgets.Framed(names)))
		rows.Add(widgets.Field(textCopies, copies))
	} else {
		rows.Add(widgets.NewParagraph(textPrintedByOther, widgets.SizeSmall, widgets.ColorSecond))
	}
	m := e.Show(textPrint, textPrint, widgets.Primary, dialog.TextCancel, rows, widgets.RoomFor(problem, 1))
	m.Confirm = func() {
		copies.Gather()
		text, err := model.Normalise(model.Count, copies.Text)
		n, _ := strconv.Atoi(text)
		if err != nil || n < 1 || n > maxCopies {
			problem.Set(textWrongCopies, theme.ColorNameError)
			e.Window.Canvas().Focus(copies)
			return
		}
		m.Close()
		e.remember(printerKey, names.Selected)
		o := export.Options{Sheets: preview.SheetsNamed(sheets.Selected)}
		e.print(f.Desk().Snapshot(), o, printer.Job{Printer: names.Selected, Copies: n, Duplex: o.Sheets == export.A4})
	}
}

// maxCopies is more than a notice board needs: a slip of the finger costs paper.
const maxCopies = 99

// print exports the report to a temporary file and hands it to the printer. The
// file stays: the printer may take it later.
func (e *exporter) print(r *model.Report, o export.Options, j printer.Job) {
	e.Busy(textPrint, textPrinting, func(ctx context.Context) func() {
		dir, err := os.MkdirTemp("", "nianbao")
		if err != nil {
			return func() { e.fail(failure.Printing(), err) }
		}
		j.Path = filepath.Join(dir, fileName(textProposedName(r))+export.PDF().Ending)
		faces, refused := e.faces.Read()
		o.Faces = faces
		o.Replace = true // the preview has said what is missing
		notes, err := e.Export(ctx, r, j.Path, preview.Stamped(r, o))
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err == nil {
			err = e.Printing.Print(j)
		}
		return func() {
			if err != nil {
				e.Tell(textPrint, failure.Printing().Words(err))
				return
			}
			e.Tell(textPrint, textPrinted(j, append(notes, refused...)))
		}
	})
}
