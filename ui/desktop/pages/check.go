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
	"nianbao/ui/desktop/widgets"
)

// checkHost is what the page needs as well.
type checkHost interface {
	host
	AskHandIn()
}

// Check lists what the rules say about the whole report, by section, errors
// before hints before remarks; those that were answered stand apart.
type Check struct {
	checkHost
	scroll *widgets.Scroller
	counts *widgets.Paragraph
	Filter *widgets.Choice
	groups *fyne.Container
	There  []*widgets.Button // each leads to a finding
	at     int               // of the finding in work
	worked bool              // on a finding, so that the next one comes first
	Finish *widgets.Button   // ends the work; nil while there is something to mend
	// Account is of what came along.
	Account *Account
}

// toDo stands beside the levels for what is still to be done.
const toDo check.Level = "toDo"

// levels are what the list can be narrowed to.
var levels = []struct {
	name  string
	level check.Level
}{
	{textAllLevels, ""},
	{TextErrorsOnly, check.Error},
	{TextHintsOnly, check.Warning},
	{textRemarksOnly, check.Info},
	{textToDoOnly, toDo},
}

// NewCheck makes the page.
func NewCheck(h checkHost) *Check {
	p := &Check{checkHost: h}
	p.Account = &Account{host: h, changed: p.show}
	var names []string
	for _, l := range levels {
		names = append(names, l.name)
	}
	p.Filter = widgets.NewChoice(names, func(string) { p.show() })
	p.Filter.Load(textAllLevels)
	head, words := widgets.NewPageHead(TextCheck, widgets.NewButton(TextPaperCode, widgets.Plain, func() { AskPaperCode(p) }), widgets.WithWidth(widgets.Framed(p.Filter), 130))
	p.counts = words
	p.groups = container.New(&widgets.Stack{Gap: 12})
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), head, p.groups)
	p.show()
	return p
}

// Content belongs to Page.
func (p *Check) Content() fyne.CanvasObject { return p.scroll.Outer }

// Begin is the button that ends the work, where there is nothing to mend and nobody
// works on a finding; then the one that leads to the finding in work, or to the one that
// stands in its place since; nil without either.
func (p *Check) Begin() fyne.Focusable {
	switch {
	case p.Finish != nil && (!p.worked || len(p.There) == 0):
		return p.Finish
	case len(p.There) == 0:
		return nil
	}
	return p.There[min(p.at, len(p.There)-1)]
}

// Chapters belongs to Page.
func (p *Check) Chapters() []string {
	return []string{TextCheck, chapterMarks, chapterFinish}
}

// Reveal belongs to Page.
func (p *Check) Reveal(check.Finding) bool { return false }

// Changed belongs to Page.
func (p *Check) Changed(desk.Change) { p.show() }

// levelOf is where a finding stands in the list.
func (p *Check) levelOf(f check.Finding) check.Level {
	if p.Desk().ToDo(f) {
		return toDo
	}
	return f.Level
}

// level is what the list is narrowed to; empty for all.
func (p *Check) level() check.Level { return levels[p.Filter.SelectedIndex()].level }

func (p *Check) show() {
	findings := p.Desk().Findings()
	p.counts.Set(textCheckCounts(p.Desk().Count()), widgets.ColorSecond)
	p.groups.RemoveAll()
	p.There = nil
	if finish := p.finish(); finish != nil {
		p.groups.Add(finish)
	}
	if account := p.Account.card(); account != nil {
		p.groups.Add(account)
	}
	r := p.Desk().Report()
	if p.Desk().PreviousUnread() != nil {
		p.groups.Add(widgets.NoticeLine(widgets.HintSign(), textPreviousUnread(r.Year-1, p.Desk().Previous() != nil), widgets.ColorHint))
	}
	var answered []check.Finding
	shown := 0
	for _, group := range groupsOf(r.Edition()) {
		var lines []fyne.CanvasObject
		for _, level := range []check.Level{check.Error, check.Warning, check.Info, toDo} {
			for _, f := range findings {
				switch {
				case !slices.Contains(group.sections, f.Section) || p.levelOf(f) != level:
				case f.Answer != "":
					answered = append(answered, f)
				case p.level() == "" || p.level() == level:
					lines = append(lines, p.line(f))
				}
			}
		}
		if len(lines) > 0 {
			shown += len(lines)
			title := widgets.Label(group.name, widgets.SizeBody, widgets.ColorSecond)
			p.groups.Add(widgets.Card(container.New(&widgets.Stack{Gap: 10}, append([]fyne.CanvasObject{title}, lines...)...)))
		}
	}
	if shown == 0 && p.Finish == nil {
		p.groups.Add(widgets.Card(widgets.NoticeLine(widgets.DoneSign(), textNothingFound, theme.ColorNameForeground)))
	}
	p.showAnswered(answered)
	p.groups.Refresh()
	p.scroll.Relayout()
}

// finish is the card that ends the work (定稿并导出); nil while something is to be
// filled in or mended that would print 草稿.
func (p *Check) finish() fyne.CanvasObject {
	p.Finish = nil
	if len(export.Unfinished(p.Desk().Report())) > 0 {
		return nil
	}
	words, advice, button := textAllDone, textAllDoneAdvice(p.Desk().Count()), TextHandIn
	if p.Final() {
		words, advice, button = textIsFinal, textIsFinalAdvice, textHandInAgain
	}
	p.Finish = widgets.NewButton(button, widgets.Primary, p.AskHandIn)
	head := widgets.NewParagraph(words, widgets.SizeProse, theme.ColorNameSuccess)
	head.Bold = true
	line := container.New(&widgets.Row{Gap: 10, Wide: 1}, widgets.Picture(widgets.DoneSign(), 20),
		container.New(&widgets.Stack{Gap: 3}, head, widgets.NewParagraph(advice, widgets.SizeSmall, widgets.ColorSecond)))
	return widgets.Card(container.New(widgets.WithTools{}, line, p.Finish))
}

// line is a finding with what can be done about it.
func (p *Check) line(f check.Finding) fyne.CanvasObject {
	at := len(p.There)
	work := func(do func(check.Finding)) func() { return func() { p.at, p.worked = at, true; do(f) } }
	tools := []fyne.CanvasObject{}
	if len(f.Passages) > 0 {
		tools = append(tools, widgets.NewButton(textPassages, widgets.Plain, work(func(f check.Finding) { AskPassages(p, f) })))
	}
	open := p.Desk().ToDo(f)
	if f.Level != check.Error && !p.Final() {
		tools = append(tools, widgets.NewButton(TextAnswer, widgets.Plain, work(func(f check.Finding) { AskAnswer(p, f) })))
	}
	rank := widgets.Plain
	if f.Level == check.Error && !open {
		rank = widgets.Primary
	}
	there := widgets.NewButton(TextGoTo, rank, work(p.GoTo))
	p.There = append(p.There, there)
	tools = append(tools, there)
	words := FindingLine(f)
	if open {
		words = widgets.NoticeLine(SignOf(desk.Empty), f.Message(), theme.ColorNameForeground)
	}
	return container.New(widgets.WithTools{}, words, container.New(&widgets.Row{Gap: 8, Wide: -1}, tools...))
}

// showAnswered lists what was answered, with the reason.
func (p *Check) showAnswered(answered []check.Finding) {
	if len(answered) == 0 {
		return
	}
	lines := []fyne.CanvasObject{widgets.Label(TextAnswered(len(answered)), widgets.SizeBody, widgets.ColorSecond)}
	for _, f := range answered {
		text := widgets.NewParagraph(textAnsweredLine(f), widgets.SizeSmall, widgets.ColorSecond)
		if p.Final() {
			lines = append(lines, text)
			continue
		}
		lines = append(lines, container.New(widgets.WithTools{}, text, widgets.NewButton(TextWithdraw, widgets.Plain, func() { p.Desk().Withdraw(f) })))
	}
	p.groups.Add(widgets.Card(container.New(&widgets.Stack{Gap: 8}, lines...)))
}

// group is a part of the list of findings.
type group struct {
	name     string
	sections []model.SectionID
}

// groupsOf lists where findings can be: the report as a whole and its sections.
func groupsOf(e *model.Edition) []group {
	all := []group{{textWhole, WholeReport()}}
	for _, s := range e.Sections {
		all = append(all, group{s.Short, []model.SectionID{s.ID}})
	}
	return all
}
