package desktop

import (
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/preview"
	"nianbao/ui/desktop/widgets"
)

// exportDialog is the dialog's fields. The format and the ending of the name
// follow each other; the formats are those that can carry what is printed.
type exportDialog struct {
	*paperFields
	formats      *widgets.Choice
	name, folder *widgets.TextEntry
	attach       *widgets.Tick
	problem      *widgets.Paragraph
	modal        *dialog.Modal
	proposed     func(export.Print) string // name for a file, without an ending
}

func newExportDialog(o *office, choice exporting, proposed func(export.Print) string) *exportDialog {
	d := &exportDialog{
		paperFields: newPaperFields(o, choice), formats: widgets.NewChoice(formatNames(choice.print), nil),
		name: o.Entry(choice.name), folder: o.Entry(choice.folder), attach: widgets.NewTick(textAttach, nil),
		problem: widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError), proposed: proposed,
	}
	d.prints.OnChanged = d.choosePrint
	d.attach.SetChecked(choice.attach)
	d.formats.SetSelected(choice.format.Name)
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
	d.offerSheets()
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

// fit fits the fields to the format and to what is printed.
func (d *exportDialog) fit() {
	format := formatNamed(d.formats.Selected)
	d.paperFields.fit(format)
	enableIf(d.attach, format.Heeds(export.OptionAttach) && d.print().Heeds(export.OptionAttach))
	d.modal.Relayout()
}

func (d *exportDialog) read() exporting {
	d.name.Gather()
	d.folder.Gather()
	format := formatNamed(d.formats.Selected)
	if typed, err := export.FormatFor(d.name.Text); err == nil {
		format = typed
	}
	choice := d.paperFields.read(format)
	choice.name, choice.folder, choice.attach = d.name.Text, d.folder.Text, d.attach.Checked
	return choice
}

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
