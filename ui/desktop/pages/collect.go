package pages

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/model/slips"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// collectHost is what the page needs as well.
type collectHost interface {
	host
	AskPrintOf(export.Print)
	Today() string // "2027-01-12"
}

// Collect gathers the numbers that others supply (收数): who is asked for what, who has
// answered, and what that says against the report. The slip of one of them takes the
// page while it is keyed in.
type Collect struct {
	collectHost
	outer  *fyne.Container
	scroll *widgets.Scroller
	body   *fyne.Container
	foot   *fyne.Container   // in a place of its own below a slip, so that nothing above moves
	said   *fyne.Container   // in it
	Keys   []*widgets.Button // each opens the slip of a giver, in the order of the list
	add    *widgets.Button   // adds a giver, or takes the list that is proposed
	Slip   *slipPage         // of a giver; nil for the list
}

// NewCollect makes the page.
func NewCollect(h collectHost) *Collect {
	p := &Collect{collectHost: h}
	p.body = container.New(&widgets.Stack{Gap: 12})
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), p.body)
	p.said = container.New(&widgets.Stack{Gap: 6, Margin: 6})
	p.foot = widgets.OnGround(widgets.ColorPanel, widgets.NewEdges(widgets.Edges{Top: widgets.Hairline()}, container.New(widgets.NewInset(12, 0, 0, 0), widgets.WithHeight(widgets.NewScroll(p.said, container.ScrollVerticalOnly), slipFoot))))
	p.outer = widgets.NewEdges(widgets.Edges{Bottom: p.foot}, p.scroll.Outer)
	p.show()
	return p
}

// slipFoot is the height of what is said below a slip.
const slipFoot = 56

// Content belongs to Page.
func (p *Collect) Content() fyne.CanvasObject { return p.outer }

// relayout fits the page to what it shows now.
func (p *Collect) relayout() {
	p.foot.Hidden = p.Slip == nil
	p.outer.Refresh()
	p.scroll.Relayout()
}

// Chapters belongs to Page.
func (p *Collect) Chapters() []string { return []string{TextCollect} }

// Reveal belongs to Page.
func (p *Collect) Reveal(check.Finding) bool { return false }

// Begin belongs to Page: a cell of the slip, or the first slip that has not come back.
func (p *Collect) Begin() fyne.Focusable {
	if p.Slip != nil {
		return p.Slip.begin()
	}
	list, proposed := p.list()
	for i, g := range list.Givers {
		if !proposed && !g.Answered() && i < len(p.Keys) {
			return p.Keys[i]
		}
	}
	if p.add == nil {
		return nil
	}
	return p.add
}

// Field is the cell of a slip with the caret, or that had it last; nil for none.
func (p *Collect) Field() fyne.Focusable {
	if p.Slip == nil || p.Slip.last == nil {
		return nil
	}
	return p.Slip.last.Entry
}

// Changed belongs to Page.
func (p *Collect) Changed(c desk.Change) {
	switch list, proposed := p.list(); {
	case p.Slip != nil && (proposed || p.Slip.giver >= len(list.Givers)):
		p.Slip = nil // undone
		p.show()
	case p.Slip != nil && !slices.Equal(p.Slip.rows, list.Givers[p.Slip.giver].Rows):
		p.showSlip(p.Slip.giver)
	case p.Slip != nil && c.Reload:
		p.Slip.load(list.Givers[p.Slip.giver])
	case p.Slip != nil:
		p.Slip.showNotices()
	default:
		p.show()
	}
}

// list is who supplies numbers; proposed, while the report has no list.
func (p *Collect) list() (l slips.List, proposed bool) {
	l, proposed, _ = slips.Current(p.Desk().Report())
	return l, proposed
}

// keep keeps another list with the report.
func (p *Collect) keep(l slips.List) {
	if err := p.Desk().SetSlips(l); err != nil {
		p.Dialogs().Tell(TextCollect, failure.Words(err))
	}
}

// show shows the list.
func (p *Collect) show() {
	p.Slip, p.Keys = nil, nil
	list, proposed, unread := slips.Current(p.Desk().Report())
	p.body.RemoveAll()
	p.body.Add(p.head(list, proposed))
	if unread != nil {
		p.body.Add(widgets.NoticeLine(widgets.HintSign(), failure.Words(unread), widgets.ColorHint))
	}
	lines := []fyne.CanvasObject{}
	if proposed {
		lines = append(lines, widgets.NewParagraph(textProposedSlips, widgets.SizeBody, theme.ColorNameForeground))
	}
	for i, g := range list.Givers {
		if len(lines) > 0 {
			lines = append(lines, widgets.Hairline())
		}
		lines = append(lines, p.giverLine(list, i, g, proposed))
	}
	p.body.Add(widgets.Card(container.New(&widgets.Stack{Gap: 8}, lines...)))
	if rows := list.Unassigned(p.Desk().Report().Edition()); len(rows) > 0 {
		p.body.Add(widgets.NoticeLine(widgets.HintSign(), textUnassigned(rows), widgets.ColorHint))
	}
	if !proposed {
		if said := (comparison{p, p.openAt}).card(list); said != nil {
			p.body.Add(said)
		}
	}
	p.body.Refresh()
	p.relayout()
}

// head is the title with what can be done with the list as a whole.
func (p *Collect) head(list slips.List, proposed bool) fyne.CanvasObject {
	var tools []fyne.CanvasObject
	p.add = nil
	if !p.Final() {
		p.add = widgets.NewButton(textAddGiver, widgets.Plain, func() { p.askGiver(-1) })
		if proposed {
			p.add = widgets.NewButton(TextTakeProposal, widgets.Primary, func() { p.keep(list) })
		} else {
			tools = append(tools, widgets.NewButton(textAllDue, widgets.Plain, p.askDue))
		}
		tools = append([]fyne.CanvasObject{p.add}, tools...)
	}
	tools = append(tools, widgets.NewButton(TextPrintSlips, widgets.Plain, func() { p.AskPrintOf(export.PrintSlips) }))
	advice := textCollectAdvice
	if !proposed {
		advice = textWaiting(list.Givers, list.Waiting(p.Desk().Report().Edition()))
	}
	return widgets.PageHead(TextCollect, advice, tools...)
}

// giverLine is a giver with what can be done with it.
func (p *Collect) giverLine(list slips.List, i int, g slips.Giver, proposed bool) fyne.CanvasObject {
	e := p.Desk().Report().Edition()
	name := widgets.NewParagraph(g.Name, widgets.SizeBody, theme.ColorNameForeground)
	name.Bold = true
	sign := SignOf(giverMark(g, e))
	date, dated := model.ReadDate(g.Due)
	late := dated && !g.Answered() && date < p.Today()
	if late {
		sign = widgets.HintSign()
	}
	words := container.New(&widgets.Row{Gap: 9, Wide: 1, Top: true}, widgets.Picture(sign, 14),
		container.New(&widgets.Stack{Gap: 2}, name, widgets.NewParagraph(textGiver(g, e, late), widgets.SizeSmall, widgets.ColorSecond)))
	if proposed {
		return words
	}
	key := widgets.NewButton(textKeyIn, widgets.Plain, func() { p.open(i) })
	p.Keys = append(p.Keys, key)
	tools := []fyne.CanvasObject{key}
	if !p.Final() {
		tools = append(tools, widgets.NewButton(textEditGiver, widgets.Plain, func() { p.askGiver(i) }),
			widgets.NewButton(TextRemoveGiver, widgets.Plain, func() { p.askRemove(list, i) }))
	}
	return container.New(widgets.WithTools{}, words, container.New(&widgets.Row{Gap: 8, Wide: -1}, tools...))
}

// giverMark is how far a giver has come.
func giverMark(g slips.Giver, e *model.Edition) desk.Mark {
	switch {
	case !g.Answered():
		return desk.Empty
	case len(g.Blank(e)) > 0:
		return desk.Partly
	}
	return desk.Done
}

// askGiver changes a giver, or adds some for -1.
func (p *Collect) askGiver(at int) {
	list, _ := p.list()
	askGiver(p, list, at, p.keep)
}

// askDue sets one day for all of them to answer.
func (p *Collect) askDue() {
	list, _ := p.list()
	askDue(p, list, p.keep)
}

// askRemove takes a giver out of the list; what it has answered is not thrown away
// unasked.
func (p *Collect) askRemove(list slips.List, i int) {
	remove := func() {
		rest := list.Clone()
		rest.Givers = append(rest.Givers[:i], rest.Givers[i+1:]...)
		p.keep(rest)
	}
	if g := list.Givers[i]; g.Answered() {
		p.Dialogs().Ask(dialog.Question{Title: TextRemoveGiver, Body: textRemoveGiverBody(g), Yes: TextRemoveGiver, Rank: widgets.Danger, Do: remove})
		return
	}
	remove()
}

// open shows the slip of a giver, with the caret in it.
func (p *Collect) open(i int) {
	p.showSlip(i)
	if first := p.Slip.begin(); first != nil {
		p.Focus(first)
	}
}

// openAt shows a cell of a slip.
func (p *Collect) openAt(giver int, a model.Address) {
	p.showSlip(giver)
	if e := p.Slip.Cell(a); e != nil {
		p.Focus(e)
	}
}

// CollectBadge counts who has answered, of all who are asked; nothing without a list.
func CollectBadge(d *desk.Desk) fyne.CanvasObject {
	list, err := slips.Of(d.Report())
	if len(list.Givers) == 0 || err != nil {
		return widgets.Gap(1, 1)
	}
	all := len(list.Givers)
	return widgets.Badge(textAnsweredOf(all-len(list.Waiting(d.Report().Edition())), all), widgets.ColorSecond, widgets.ColorTotalBack)
}
