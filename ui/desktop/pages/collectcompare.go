package pages

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/slips"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// comparison says what the slips say against the report: what can be filled in, what
// differs, what cannot be read. Nothing is filled in that somebody has not asked for.
type comparison struct {
	host
	openAt func(giver int, a model.Address) // shows a cell of a slip
}

// card is the comparison as it stands; nil while nothing has come back in whole.
func (c comparison) card(list slips.List) fyne.CanvasObject {
	said := slips.Compare(c.Desk().Report(), list)
	of := map[slips.State][]slips.Said{}
	for _, s := range said {
		of[s.State] = append(of[s.State], s)
	}
	var lines []fyne.CanvasObject
	if absent := of[slips.Absent]; len(absent) > 0 {
		words := widgets.NoticeLine(widgets.RemarkSign(), textAbsent(c.Desk().Report().Edition(), absent), theme.ColorNameForeground)
		if c.Final() {
			lines = append(lines, words)
		} else {
			lines = append(lines, container.New(widgets.WithTools{}, words, widgets.NewButton(TextFillIn, widgets.Primary, func() { c.take(slips.Changes(absent)) })))
		}
	}
	for _, s := range of[slips.Differs] {
		lines = append(lines, c.differing(s))
	}
	for _, s := range of[slips.Unclear] {
		lines = append(lines, c.unclear(s))
	}
	for _, g := range list.Givers {
		if others := g.Unplaced(c.Desk().Report().Edition()); len(others) > 0 {
			lines = append(lines, widgets.NoticeLine(widgets.HintSign(), textUnplacedAnswers(c.Desk().Report().Edition(), g, others), theme.ColorNameForeground))
		}
	}
	head := widgets.Label(textComparison(len(of[slips.Agrees]), len(of[slips.Partly])), widgets.SizeBody, widgets.ColorSecond)
	if len(lines) == 0 && len(of[slips.Agrees]) == 0 {
		return nil
	}
	return widgets.Card(container.New(&widgets.Stack{Gap: 10}, append([]fyne.CanvasObject{head}, lines...)...))
}

// take fills numbers in, as one step.
func (c comparison) take(entries []slips.Entry) {
	for i, err := range c.Desk().TakeSlips(entries) {
		if err != nil { // a sum is a value of its kind
			c.Dialogs().Tell(TextCollect, failure.Words(err))
			c.goTo(entries[i].Address)
			return
		}
	}
}

// differing is a cell in which the report has another number: it stays, unless that is
// asked for.
func (c comparison) differing(s slips.Said) fyne.CanvasObject {
	words := widgets.NoticeLine(widgets.HintSign(), textDiffers(c.Desk().Report().Edition(), s), theme.ColorNameForeground)
	there := widgets.NewButton(TextGoTo, widgets.Plain, func() { c.goTo(s.Cell.Address) })
	if c.Final() {
		return container.New(widgets.WithTools{}, words, there)
	}
	change := widgets.NewButton(TextReplaceBy(s.Sum), widgets.Plain, func() { c.take(slips.Changes([]slips.Said{s}, s.Cell.Address)) })
	return container.New(widgets.WithTools{}, words, container.New(&widgets.Row{Gap: 8, Wide: -1}, change, there))
}

// unclear is a cell of which a slip says what is no number.
func (c comparison) unclear(s slips.Said) fyne.CanvasObject {
	words := widgets.NoticeLine(widgets.ErrorSign(), textUnclear(c.Desk().Report().Edition(), s), theme.ColorNameForeground)
	at := s.Voices[0].Giver
	for _, v := range s.Voices {
		if v.Refusal != nil {
			at = v.Giver
		}
	}
	return container.New(widgets.WithTools{}, words, widgets.NewButton(textToSlip, widgets.Plain, func() { c.openAt(at, s.Cell.Address) }))
}

// goTo shows a cell of the report.
func (c comparison) goTo(a model.Address) {
	c.GoTo(check.Finding{Section: model.SectionID(a.Table()), Cells: []model.Address{a}})
}
