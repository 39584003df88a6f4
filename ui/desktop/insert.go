package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
)

// askPhrase offers the usual sentences of a section; chosen gets the text.
func (p *program) askPhrase(all []phrase, chosen func(text string)) {
	var lines []fyne.CanvasObject
	for _, one := range all {
		content := container.New(&stack{gap: 3},
			label(one.name, sizeBody, theme.ColorNameForeground),
			newParagraph(one.text, sizeSmall, colorSecond))
		row := newListRow(content, func() { p.modal.close(); chosen(one.text) }, func() {})
		row.side, row.top = 10, 7
		lines = append(lines, row)
	}
	m := p.dialog(textPhrases, textClose, plain, "", newParagraph(textPhrasesAdvice, sizeNote, colorSecond), p.list(lines))
	m.confirm = m.close
	p.window.Canvas().Focus(lines[0].(*listRow))
}

// askNumber offers the numbers of the tables to be linked into the text; chosen
// gets the link as a field shows it.
func (p *program) askNumber(r *model.Report, chosen func(text string)) {
	search := p.dialogEntry("")
	search.SetPlaceHolder(textNumberSearch)
	list := container.New(&stack{})
	scroll := newScroller(&stack{margin: 4}, list)
	frame := ground(colorPanel)
	frame.StrokeColor, frame.StrokeWidth = ink(colorLine), 1
	var first func()
	show := func(wanted string) {
		list.RemoveAll()
		first = nil
		for _, c := range numbersNamed(r.Edition(), wanted) {
			take := func() { p.modal.close(); chosen(r.Edition().Shown("{" + string(c.Address) + "}")) }
			if first == nil {
				first = take
			}
			content := container.New(&row{gap: 12, wide: 0},
				newParagraph(r.Edition().LinkName(c.Address), sizeBody, theme.ColorNameForeground),
				label(textValue(r.Value(c.Address)), sizeBody, colorSecond))
			line := newListRow(content, take, func() {})
			line.side, line.top = 10, 5
			list.Add(line)
		}
		list.Refresh()
		scroll.relayout()
	}
	m := p.dialog(textNumbers, textInsert, primary, textCancel, newParagraph(textNumbersAdvice, sizeNote, colorSecond),
		search, newFixed(container.New(insetAll(1), frame, scroll.outer), listHeight))
	m.confirm = func() {
		search.gather()
		if first != nil {
			first()
		}
	}
	search.OnChanged = show
	show("")
	p.window.Canvas().Focus(search)
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
