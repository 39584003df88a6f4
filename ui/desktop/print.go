package desktop

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/han"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
	"nianbao/ui/printer"
)

// printerKey is the setting that remembers the printer used last.
const printerKey = "printer"

// askPrint prints the report, or what else is to be printed of it: it is exported to a
// file in the system's folder for temporary ones and handed over.
func (e *exporter) askPrint(f workpiece, what export.Print) {
	f.gather()
	online := f.Desk().Report().Online
	e.Background(func() func() {
		found, err := e.Printing.List()
		last, _ := e.drafts.Setting(printerKey)
		choice := e.proposedPaper(what, online)
		return func() {
			if err != nil {
				e.noPrinter(f, what, err)
				return
			}
			e.printDialog(f, choice, found, last)
		}
	})
}

// noPrinter says what to do without one.
func (e *exporter) noPrinter(f workpiece, what export.Print, err error) {
	e.Ask(dialog.Question{Title: textPrint, Body: failure.Printing().Words(err), Yes: pages.TextMenuExport, Do: func() { e.askExportAs(f, what, export.PDF().Ending) }})
}

// printDialog is the dialog's fields.
type printDialog struct {
	*paperFields
	names, sides  *widgets.Choice
	copies, pages *widgets.TextEntry
	details       bool // the printers heed sides and pages
	modal         *dialog.Modal
}

// choice is what is printed, and on what: printers are given a PDF.
func (d *printDialog) choice() exporting { return d.read(export.PDF()) }

// fit fits the fields to what is printed, and proposes the sides that it is meant for.
func (d *printDialog) fit() {
	d.paperFields.fit(export.PDF())
	now := d.choice()
	both := now.print == export.PrintReport && now.sheets == export.A4
	d.sides.SetSelected(map[bool]string{true: textBothSides, false: textOneSide}[both])
	d.modal.Relayout()
}

func (e *exporter) printDialog(f workpiece, choice exporting, found printer.Printers, last string) {
	d := &printDialog{
		paperFields: newPaperFields(e.office, choice), names: widgets.NewChoice(found.Names, nil),
		sides: widgets.NewChoice([]string{textBothSides, textOneSide}, nil), copies: e.Entry("1"), pages: e.Entry(""), details: found.Details,
	}
	d.prints.OnChanged = func(string) {
		d.offerSheets()
		d.fit()
	}
	d.sheets.OnChanged = func(string) { d.fit() }
	d.names.SetSelected(found.Names[0])
	d.names.SetSelected(found.Default)
	d.names.SetSelected(last) // what is not in the list changes nothing
	d.pages.SetPlaceHolder(textPagesHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	rows := append(d.rows(), widgets.Field(textPrinterName, widgets.Framed(d.names)), widgets.Field(textCopies, d.copies))
	if d.details {
		rows = append(rows, widgets.Field(textSides, widgets.Framed(d.sides)), widgets.Field(textPrintedPages, d.pages))
	} else {
		rows = append(rows, widgets.NewParagraph(textPrintedByOther, widgets.SizeSmall, widgets.ColorSecond))
	}
	d.modal = e.Show(textPrint, textPrint, widgets.Primary, dialog.TextCancel, append(rows, widgets.RoomFor(problem, 1))...)
	d.fit()
	d.modal.Confirm = func() {
		choice := d.choice()
		job, wrong, at := d.job()
		if wrong == "" {
			wrong, at = d.wrong(choice)
		}
		if wrong != "" {
			problem.Set(wrong, theme.ColorNameError)
			e.Window.Canvas().Focus(at)
			return
		}
		d.modal.Close()
		e.remember(printerKey, d.names.Selected)
		e.keepPaper(f, choice)
		o := choice.options()
		o.Previous = f.Desk().Previous()
		e.print(f.Desk().Snapshot(), o, job)
	}
}

// job is what the fields ask for; wrong says which of them, at, does not.
func (d *printDialog) job() (j printer.Job, wrong string, at fyne.Focusable) {
	d.copies.Gather()
	d.pages.Gather()
	text, err := model.Normalise(model.Count, d.copies.Text)
	n, _ := strconv.Atoi(text)
	if err != nil || n < 1 || n > maxCopies {
		return j, textWrongCopies, d.copies
	}
	pages, ok := pageRange(d.pages.Text)
	if !ok {
		return j, textWrongPages, d.pages
	}
	return printer.Job{Printer: d.names.Selected, Copies: n, Duplex: d.sides.Selected == textBothSides, Pages: pages}, "", nil
}

// pageRange is a choice of pages as printers take it: 1-3,5. It is typed in more
// ways than that: １—３、5 is the same. Empty is all pages.
func pageRange(typed string) (pages string, ok bool) {
	folded := strings.Map(func(r rune) rune {
		switch {
		case han.IsBlank(r) || r == '第' || r == '页':
			return -1
		case strings.ContainsRune("，、；;", r):
			return ','
		case strings.ContainsRune("—–－~～至到", r):
			return '-'
		}
		return han.FoldRune(r)
	}, typed)
	if folded == "" {
		return "", true
	}
	for part := range strings.SplitSeq(folded, ",") {
		first, last, more := strings.Cut(part, "-")
		a, err := strconv.ParseUint(first, 10, 16)
		b := a
		if err == nil && more {
			b, err = strconv.ParseUint(last, 10, 16)
		}
		if err != nil || a < 1 || b < a {
			return "", false
		}
	}
	return folded, true
}

// maxCopies is more than a notice board needs: a mistyped number costs paper.
const maxCopies = 99

// print exports the report to a temporary file and hands it to the printer. The
// file stays: the printer may take it later.
func (e *exporter) print(r *model.Report, o export.Options, j printer.Job) {
	e.Busy(textPrint, textPrinting, func(ctx context.Context) func() {
		dir, err := os.MkdirTemp("", "nianbao")
		if err != nil {
			return func() { e.fail(failure.Printing(), err) }
		}
		j.Path = filepath.Join(dir, proposedNames(r)(o.Print)+export.PDF().Ending)
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
