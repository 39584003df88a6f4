package pages

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
)

// askPhrase offers the usual sentences of a section; chosen gets the text.
func askPhrase(d *dialog.Dialogs, all []phrase, chosen func(text string)) {
	var lines []fyne.CanvasObject
	for _, one := range all {
		content := container.New(&widgets.Stack{Gap: 3},
			widgets.Label(one.name, widgets.SizeBody, theme.ColorNameForeground),
			widgets.NewParagraph(one.text, widgets.SizeSmall, widgets.ColorSecond))
		row := widgets.NewListRow(content, func() { d.Modal.Close(); chosen(one.text) }, func() {})
		row.Side, row.Top = 10, 7
		lines = append(lines, row)
	}
	m := d.Show(textPhrases, dialog.TextClose, widgets.Plain, "", widgets.NewParagraph(textPhrasesAdvice, widgets.SizeNote, widgets.ColorSecond), dialog.List(lines))
	m.Confirm = m.Close
	d.Window.Canvas().Focus(lines[0].(*widgets.ListRow))
}

// askNumber offers the numbers of the tables to be linked into the text; chosen
// gets the link as a field shows it.
func askNumber(d *dialog.Dialogs, r *model.Report, chosen func(text string)) {
	search := d.Entry("")
	search.SetPlaceHolder(textNumberSearch)
	list := container.New(&widgets.Stack{})
	scroll := widgets.NewScroller(&widgets.Stack{Margin: 4}, list)
	var first func()
	show := func(wanted string) {
		list.RemoveAll()
		first = nil
		for _, c := range numbersNamed(r.Edition(), wanted) {
			take := func() { d.Modal.Close(); chosen(r.Edition().Shown("{" + string(c.Address) + "}")) }
			if first == nil {
				first = take
			}
			content := container.New(&widgets.Row{Gap: 12, Wide: 0},
				widgets.NewParagraph(r.Edition().LinkName(c.Address), widgets.SizeBody, theme.ColorNameForeground),
				widgets.Label(TextValue(r.Value(c.Address)), widgets.SizeBody, widgets.ColorSecond))
			line := widgets.NewListRow(content, take, func() {})
			line.Side, line.Top = 10, 5
			list.Add(line)
		}
		list.Refresh()
		scroll.Relayout()
	}
	m := d.Show(textNumbers, textInsert, widgets.Primary, dialog.TextCancel, widgets.NewParagraph(textNumbersAdvice, widgets.SizeNote, widgets.ColorSecond),
		search, scroll.Boxed(dialog.ListHeight))
	m.Confirm = func() {
		search.Gather()
		if first != nil {
			first()
		}
	}
	search.OnChanged = show
	show("")
	d.Window.Canvas().Focus(search)
}

// numbersNamed are the cells whose short name has all the words wanted, totals
// first: they are what a report tells of.
func numbersNamed(e *model.Edition, wanted string) []model.Cell {
	var totals, others []model.Cell
	for _, c := range e.Cells() {
		name := e.LinkName(c.Address)
		fits := true
		for word := range strings.FieldsSeq(wanted) {
			fits = fits && strings.Contains(name, word)
		}
		switch {
		case !fits:
		case c.Total():
			totals = append(totals, c)
		default:
			others = append(others, c)
		}
	}
	return append(totals, others...)
}
