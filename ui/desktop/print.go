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
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/printer"
)

// printerKey is the setting that remembers the printer used last.
const printerKey = "printer"

// Printing is the printers of this computer, package printer outside of tests.
// It is called off the main goroutine.
type Printing interface {
	List() (printer.Printers, error)
	Print(j printer.Job) error
}

// askPrint prints the report: it is exported to a file of the system's own
// folder for such files and handed over.
func (p *program) askPrint(f *form) {
	f.gather()
	p.background(func() func() {
		found, err := p.Printing.List()
		last, _ := p.drafts.Setting(printerKey)
		return func() {
			if err != nil {
				p.noPrinter(f, err)
				return
			}
			p.printDialog(f, found, last)
		}
	})
}

// noPrinter says what to do without one.
func (p *program) noPrinter(f *form, err error) {
	body := textNoPrinter
	if !errors.Is(err, printer.ErrNone) {
		body = textPrinterFailed(err)
	}
	p.ask(question{title: textPrint, body: body, yes: textMenuExport, do: func() { p.askExportAs(f, export.PDF().Ending) }})
}

func (p *program) printDialog(f *form, found printer.Printers, last string) {
	sheets := widgets.NewChoice(sheetsNames(), nil)
	sheets.SetSelected(textSheetsNames[export.A4])
	names := widgets.NewChoice(found.Names, nil)
	copies := p.dialogEntry("1")
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
	m := p.dialog(textPrint, textPrint, widgets.Primary, textCancel, rows, widgets.RoomFor(problem, 1))
	m.confirm = func() {
		copies.Gather()
		text, err := model.Normalise(model.Count, copies.Text)
		n, _ := strconv.Atoi(text)
		if err != nil || n < 1 || n > maxCopies {
			problem.Set(textWrongCopies, theme.ColorNameError)
			p.window.Canvas().Focus(copies)
			return
		}
		m.close()
		p.remember(printerKey, names.Selected)
		o := export.Options{Sheets: sheetsNamed(sheets.Selected)}
		p.print(f.d.Snapshot(), o, printer.Job{Printer: names.Selected, Copies: n, Duplex: o.Sheets == export.A4})
	}
}

// maxCopies is more than a notice board needs: a slip of the finger costs paper.
const maxCopies = 99

// print exports the report to a temporary file and hands it to the printer. The
// file stays: the printer may take it later.
func (p *program) print(r *model.Report, o export.Options, j printer.Job) {
	p.busy(textPrint, textPrinting, func(ctx context.Context) func() {
		dir, err := os.MkdirTemp("", "nianbao")
		if err != nil {
			return func() { p.fail(err) }
		}
		j.Path = filepath.Join(dir, fileName(textProposedName(r))+export.PDF().Ending)
		faces, refused := p.faces()
		o.Faces = faces
		o.Replace = true // the preview has said what is missing
		notes, err := p.Export(ctx, r, j.Path, stamped(r, o))
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err == nil {
			err = p.Printing.Print(j)
		}
		return func() {
			if err != nil {
				p.tell(textPrint, textPrinterFailed(err))
				return
			}
			p.tell(textPrint, textPrinted(j, append(notes, refused...)))
		}
	})
}

// stamped prints a report that was finalised with a reason without the 草稿
// watermark.
func stamped(r *model.Report, o export.Options) export.Options {
	if r.Final != nil && r.Final.Reason != "" {
		o.Stamp, o.Reason = export.StampNever, r.Final.Reason
	}
	return o
}
