package desktop

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// exporting is what the export dialog asks for.
type exporting struct {
	print        export.Print // what of the report
	format       export.Format
	name, folder string
	sheets       export.Sheets
	posted       string // 公示日期, of the notice-board papers
	phone        string // 联系电话, the same
	online       string // 电子版网址, of the report's
	attach       bool   // the report file goes along in a PDF
}

// exportDialog is the dialog's fields. The format and the ending of the name
// follow each other; the formats are those that can carry what is printed.
type exportDialog struct {
	prints, formats, sheets     *widgets.Choice
	name, folder, posted, phone *widgets.TextEntry
	online                      *widgets.TextEntry
	attach                      *widgets.Tick
	sincePosted, whomToAsk      fyne.CanvasObject
	standsOnline                fyne.CanvasObject // what only those papers have that people look at
	problem                     *widgets.Paragraph
	modal                       *dialog.Modal
	proposed                    func(export.Print) string // name for a file, without an ending
}

func newExportDialog(o *office, choice exporting, proposed func(export.Print) string) *exportDialog {
	d := &exportDialog{
		prints: widgets.NewChoice(preview.PrintNames(), nil), formats: widgets.NewChoice(formatNames(choice.print), nil), sheets: widgets.NewChoice(preview.SheetsNames(choice.print), nil),
		name: o.Entry(choice.name), folder: o.Entry(choice.folder),
		posted: o.Entry(choice.posted), phone: o.Entry(choice.phone), online: o.Entry(choice.online),
		attach:  widgets.NewTick(textAttach, nil),
		problem: widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError), proposed: proposed,
	}
	d.prints.SetSelected(choice.print.Name())
	d.prints.OnChanged = d.choosePrint
	d.attach.SetChecked(choice.attach)
	d.posted.SetPlaceHolder(textPostedHint)
	d.phone.SetPlaceHolder(textPhoneHint)
	d.online.SetPlaceHolder(textOnlineHint)
	d.sincePosted, d.whomToAsk, d.standsOnline = widgets.Field(textPosted, d.posted), widgets.Field(textPhone, d.phone), widgets.Field(textOnline, d.online)
	d.formats.SetSelected(choice.format.Name)
	d.sheets.SetSelected(preview.SheetsName(choice.print, choice.sheets))
	d.formats.OnChanged = func(name string) {
		d.name.Gather()
		d.name.Load(withEnding(d.name.Text, formatNamed(name)))
		d.fit()
	}
	d.sheets.OnChanged = func(string) { d.fit() }
	d.name.OnChanged = func(name string) {
		if typed, err := export.FormatFor(name); err == nil && typed.Name != d.formats.Selected && typed.Carries(d.print()) {
			d.formats.Load(typed.Name)
			d.fit()
		}
	}
	return d
}

// print is what is to be printed.
func (d *exportDialog) print() export.Print { return preview.PrintNamed(d.prints.Selected) }

// choosePrint offers the formats that can carry another print. A name that was proposed
// follows it.
func (d *exportDialog) choosePrint(name string) {
	d.name.Gather()
	is := preview.PrintNamed(name)
	format := formatNamed(d.formats.Selected)
	if !format.Carries(is) {
		format = is.Formats()[0]
	}
	d.sheets.Options = preview.SheetsNames(is)
	d.sheets.Load(preview.SheetsName(is, preview.SheetsNamed(d.sheets.Selected)))
	d.formats.Options = formatNames(is)
	d.formats.Load(format.Name)
	for _, was := range export.Prints() {
		if withoutEnding(d.name.Text) == d.proposed(was) {
			d.name.Load(d.proposed(is) + format.Ending)
		}
	}
	d.name.Load(withEnding(d.name.Text, format))
	d.fit()
}

// fit greys what the format, or what is printed, has no use for, and leaves out what the
// paper has no place for.
func (d *exportDialog) fit() {
	format, is := formatNamed(d.formats.Selected), d.print()
	for _, field := range []struct {
		fyne.Disableable
		option export.Option
	}{{d.sheets, export.OptionPaper}, {d.posted, export.OptionPosted}, {d.phone, export.OptionPhone}, {d.online, export.OptionPosted}, {d.attach, export.OptionAttach}} {
		if format.Heeds(field.option) && is.Heeds(field.option) {
			field.Enable()
		} else {
			field.Disable()
		}
	}
	now := exporting{print: is, sheets: preview.SheetsNamed(d.sheets.Selected)}
	showIf := func(o fyne.CanvasObject, shown bool) {
		if o.Hide(); shown {
			o.Show()
		}
	}
	showIf(d.sincePosted, now.onBoard() && is.Heeds(export.OptionPosted))
	showIf(d.standsOnline, now.onBoard() && is.Heeds(export.OptionPosted))
	showIf(d.whomToAsk, now.onBoard() && is.Heeds(export.OptionPhone))
	d.modal.Relayout()
}

func (d *exportDialog) read() exporting {
	for _, entry := range []*widgets.TextEntry{d.name, d.folder, d.posted, d.phone, d.online} {
		entry.Gather()
	}
	format := formatNamed(d.formats.Selected)
	if typed, err := export.FormatFor(d.name.Text); err == nil {
		format = typed
	}
	return exporting{
		print: d.print(), format: format, name: d.name.Text, folder: d.folder.Text, sheets: preview.SheetsNamed(d.sheets.Selected),
		posted: strings.TrimSpace(d.posted.Text), phone: strings.TrimSpace(d.phone.Text), online: d.online.Text,
		attach: d.attach.Checked,
	}
}

// wrong says what is wrong with a choice; empty when it can be written.
func (c exporting) wrong() string {
	if !c.format.Carries(c.print) {
		return (&export.PrintError{Print: c.print, Ending: c.format.Ending}).Message()
	}
	if _, ok := model.ReadDate(c.posted); c.options().Posted != "" && !ok {
		return textWrongDate
	}
	if _, err := model.ReadOnline(c.online); err != nil && c.takesOnline() {
		return failure.Words(err)
	}
	return ""
}

// heeds reports whether an option makes a difference.
func (c exporting) heeds(o export.Option) bool { return c.format.Heeds(o) && c.print.Heeds(o) }

// options are what makes a difference of the choice.
func (c exporting) options() export.Options {
	o := export.Options{Print: c.print}
	o.Attach = c.attach && c.heeds(export.OptionAttach)
	if c.heeds(export.OptionPaper) {
		o.Sheets = c.sheets
	}
	if c.onBoard() {
		if c.heeds(export.OptionPosted) {
			o.Posted = c.posted
			if date, ok := model.ReadDate(c.posted); ok {
				o.Posted = date
			}
		}
		if c.heeds(export.OptionPhone) {
			o.Phone = c.phone
		}
	}
	return o
}

// takesOnline reports whether the paper bears where the electronic report stands.
func (c exporting) takesOnline() bool { return c.onBoard() && c.heeds(export.OptionPosted) }

// onBoard reports whether it is for people to look at: only that says since when, and
// whom to ask.
func (c exporting) onBoard() bool { return c.print != export.PrintReport || c.sheets != export.A4 }

// formatNames are the formats to choose from that can carry a print, in their order.
func formatNames(of export.Print) []string {
	var names []string
	for _, f := range of.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatNamed finds a format by its name; PDF for any other.
func formatNamed(name string) export.Format {
	for _, f := range export.Formats() {
		if f.Name == name {
			return f
		}
	}
	return export.PDF()
}

// path puts folder and name together, with the format's ending where the name
// has none; wrong says what is missing.
func (c exporting) path() (path, wrong string) {
	name := strings.TrimRight(fileName(strings.TrimSpace(c.name)), ". ")
	switch ending := filepath.Ext(name); {
	case name == ending:
		return "", textNoFileName
	case strings.EqualFold(ending, c.format.Ending):
	case isEnding(ending):
		return "", (&export.EndingError{Path: name}).Message()
	default:
		name += c.format.Ending
	}
	folder := strings.TrimSpace(c.folder)
	if info, err := os.Stat(folder); folder == "" || err != nil || !info.IsDir() {
		return "", dialog.TextNoFolder
	}
	return filepath.Join(folder, name), ""
}
