package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/checkcode"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// AskPaperCode takes the digits of a paper, its 校验码 or what a scanner types of its QR, and
// says whether the report is what the paper was printed from. The dialog stays for the
// next paper.
func AskPaperCode(h host) {
	d := &paperCode{host: h, digits: h.Dialogs().Entry(""), found: container.New(&widgets.Stack{Gap: 8})}
	d.digits.SetPlaceHolder(textDigitsHint)
	d.modal = h.Dialogs().Show(TextPaperCode, textCompareCode, widgets.Primary, dialog.TextClose,
		widgets.NewParagraph(textOwnCode(h.Desk().Report()), widgets.SizeBody, theme.ColorNameForeground),
		widgets.Field(textDigits, d.digits), d.found,
		widgets.NewParagraph(checkcode.NoSignature, widgets.SizeNote, widgets.ColorSecond))
	d.modal.Confirm = d.answer
	h.Focus(d.digits)
}

// paperCode is the dialog's fields.
type paperCode struct {
	host
	digits *widgets.TextEntry
	found  *fyne.Container
	modal  *dialog.Modal
}

// answer says what the digits typed say of the report.
func (d *paperCode) answer() {
	d.digits.Gather()
	answer, err := checkcode.Ask(d.digits.Text, d.Desk().Report())
	d.found.RemoveAll()
	switch {
	case err != nil:
		d.found.Add(widgets.NoticeLine(widgets.ErrorSign(), failure.Words(err), theme.ColorNameError))
	case answer.Agree:
		d.found.Add(widgets.NoticeLine(widgets.DoneSign(), answer.Lines()[0], theme.ColorNameSuccess))
	default:
		d.differences(answer)
	}
	d.found.Refresh()
	d.modal.Relayout()
	d.Focus(d.digits)
	d.digits.SelectAll() // the next paper's come in their place
}

// differences lists what differs, cells with the way there.
func (d *paperCode) differences(a checkcode.Answer) {
	cells := map[string]model.Address{}
	for _, c := range a.Cells {
		cells[checkcode.CellWords(c)] = c.Address
	}
	for i, line := range a.Lines() {
		sign := widgets.HintSign()
		if i == 0 {
			sign = widgets.ErrorSign()
		}
		words := widgets.NoticeLine(sign, line, theme.ColorNameForeground)
		at, isCell := cells[line]
		if !isCell {
			d.found.Add(words)
			continue
		}
		d.found.Add(container.New(widgets.WithTools{}, words, widgets.NewButton(TextGoTo, widgets.Plain, func() {
			d.modal.Close()
			d.GoTo(check.Finding{Section: model.SectionID(at.Table()), Cells: []model.Address{at}})
		})))
	}
}
