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

// showComparison says what the slips say against the report: what can be filled in,
// what differs, what cannot be read. Nothing is filled in that somebody has not asked
// for.
func (p *Collect) showComparison(list slips.List) {
	said := slips.Compare(p.Desk().Report(), list)
	of := map[slips.State][]slips.Said{}
	for _, s := range said {
		of[s.State] = append(of[s.State], s)
	}
	var lines []fyne.CanvasObject
	if absent := of[slips.Absent]; len(absent) > 0 {
		words := widgets.NoticeLine(widgets.RemarkSign(), textAbsent(p.Desk().Report().Edition(), absent), theme.ColorNameForeground)
		if p.Final() {
			lines = append(lines, words)
		} else {
			lines = append(lines, container.New(widgets.WithTools{}, words, widgets.NewButton(TextFillIn, widgets.Primary, func() { p.take(slips.Changes(absent)) })))
		}
	}
	for _, s := range of[slips.Differs] {
		lines = append(lines, p.differing(s))
	}
	for _, s := range of[slips.Unclear] {
		lines = append(lines, p.unclear(s))
	}
	for _, g := range list.Givers {
		if others := g.Unplaced(p.Desk().Report().Edition()); len(others) > 0 {
			lines = append(lines, widgets.NoticeLine(widgets.HintSign(), textUnplacedAnswers(p.Desk().Report().Edition(), g, others), theme.ColorNameForeground))
		}
	}
	head := widgets.Label(textComparison(len(of[slips.Agrees]), len(of[slips.Partly])), widgets.SizeBody, widgets.ColorSecond)
	if len(lines) == 0 && len(of[slips.Agrees]) == 0 {
		return // nothing has come back in whole
	}
	p.body.Add(widgets.Card(container.New(&widgets.Stack{Gap: 10}, append([]fyne.CanvasObject{head}, lines...)...)))
}

// take fills numbers in, as one step.
func (p *Collect) take(entries []slips.Entry) {
	for i, err := range p.Desk().TakeSlips(entries) {
		if err != nil { // a sum is a value of its kind
			p.Dialogs().Tell(TextCollect, failure.Words(err))
			p.goTo(entries[i].Address)
			return
		}
	}
}

// differing is a cell in which the report has another number: it stays, unless that is
// asked for.
func (p *Collect) differing(s slips.Said) fyne.CanvasObject {
	words := widgets.NoticeLine(widgets.HintSign(), textDiffers(p.Desk().Report().Edition(), s), theme.ColorNameForeground)
	there := widgets.NewButton(TextGoTo, widgets.Plain, func() { p.goTo(s.Cell.Address) })
	if p.Final() {
		return container.New(widgets.WithTools{}, words, there)
	}
	change := widgets.NewButton(TextReplaceBy(s.Sum), widgets.Plain, func() { p.take(slips.Changes([]slips.Said{s}, s.Cell.Address)) })
	return container.New(widgets.WithTools{}, words, container.New(&widgets.Row{Gap: 8, Wide: -1}, change, there))
}

// unclear is a cell of which a slip says what is no number.
func (p *Collect) unclear(s slips.Said) fyne.CanvasObject {
	words := widgets.NoticeLine(widgets.ErrorSign(), textUnclear(p.Desk().Report().Edition(), s), theme.ColorNameForeground)
	at := s.Voices[0].Giver
	for _, v := range s.Voices {
		if v.Refusal != nil {
			at = v.Giver
		}
	}
	return container.New(widgets.WithTools{}, words, widgets.NewButton(textToSlip, widgets.Plain, func() { p.openAt(at, s.Cell.Address) }))
}

// goTo shows a cell of the report.
func (p *Collect) goTo(a model.Address) {
	p.GoTo(check.Finding{Section: model.SectionID(a.Table()), Cells: []model.Address{a}})
}

// openAt shows a cell of a slip.
func (p *Collect) openAt(giver int, a model.Address) {
	p.showSlip(giver)
	if e := p.Slip.Cell(a); e != nil {
		p.Focus(e)
	}
}
