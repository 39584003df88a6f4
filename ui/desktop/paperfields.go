package desktop

import (
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// paperFields ask what is printed and on what, and what only a paper says that hangs for
// people to look at. The dialogs of exporting and of printing have the same.
type paperFields struct {
	prints, sheets        *widgets.Choice
	posted, phone, online *widgets.TextEntry
	board                 []boardField // of those three
}

// boardField is a field for what only a paper to look at says.
type boardField struct {
	*widgets.TextEntry
	row    fyne.CanvasObject
	option export.Option // the formats and prints that heed it have a use for it
}

func newPaperFields(o *office, c exporting) *paperFields {
	p := &paperFields{
		prints: widgets.NewChoice(preview.PrintNames(), nil), sheets: widgets.NewChoice(preview.SheetsNames(c.print), nil),
		posted: o.Entry(c.posted), phone: o.Entry(c.phone), online: o.Entry(c.online),
	}
	p.prints.SetSelected(c.print.Name())
	p.sheets.SetSelected(preview.SheetsName(c.print, c.sheets))
	add := func(name, hint string, entry *widgets.TextEntry, option export.Option) {
		entry.SetPlaceHolder(hint)
		p.board = append(p.board, boardField{entry, widgets.Field(name, entry), option})
	}
	add(textPosted, textPostedHint, p.posted, export.OptionPosted)
	add(textPhone, textPhoneHint, p.phone, export.OptionPhone)
	add(textOnline, textOnlineHint, p.online, export.OptionPosted)
	return p
}

// rows are the fields below one another, with others behind what is printed.
func (p *paperFields) rows(between ...fyne.CanvasObject) []fyne.CanvasObject {
	rows := append([]fyne.CanvasObject{widgets.Field(textPrints, widgets.Framed(p.prints))}, between...)
	rows = append(rows, widgets.Field(textSheets, widgets.Framed(p.sheets)))
	for _, f := range p.board {
		rows = append(rows, f.row)
	}
	return rows
}

// offerSheets offers the papers of what is to be printed now.
func (p *paperFields) offerSheets() {
	is := preview.PrintNamed(p.prints.Selected)
	p.sheets.Options = preview.SheetsNames(is)
	p.sheets.Load(preview.SheetsName(is, preview.SheetsNamed(p.sheets.Selected)))
}

// fit greys what the format, or what is printed, has no use for, and leaves out what the
// paper has no place for.
func (p *paperFields) fit(format export.Format) {
	now := p.read(format)
	enableIf(p.sheets, now.heeds(export.OptionPaper))
	for _, f := range p.board {
		enableIf(f, now.heeds(f.option))
		if f.row.Hide(); now.onBoard() && now.print.Heeds(f.option) {
			f.row.Show()
		}
	}
}

func enableIf(d fyne.Disableable, enabled bool) {
	if enabled {
		d.Enable()
	} else {
		d.Disable()
	}
}

// read is what the fields ask for, in a format.
func (p *paperFields) read(format export.Format) exporting {
	for _, f := range p.board {
		f.Gather()
	}
	return exporting{
		print: preview.PrintNamed(p.prints.Selected), format: format, sheets: preview.SheetsNamed(p.sheets.Selected),
		posted: strings.TrimSpace(p.posted.Text), phone: strings.TrimSpace(p.phone.Text), online: p.online.Text,
	}
}

// wrong says what is wrong with what the fields ask for, and in which of them; empty when
// it can be printed.
func (p *paperFields) wrong(c exporting) (words string, at fyne.Focusable) {
	if !c.format.Carries(c.print) {
		return (&export.PrintError{Print: c.print, Ending: c.format.Ending}).Message(), p.prints
	}
	if _, ok := model.ReadDate(c.posted); c.options().Posted != "" && !ok {
		return textWrongDate, p.posted
	}
	if _, err := model.ReadOnline(c.online); err != nil && c.takesOnline() {
		return failure.Words(err), p.online
	}
	return "", nil
}
