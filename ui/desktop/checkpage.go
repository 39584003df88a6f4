package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/compare"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// checkPage lists what the rules say about the whole report, by section, errors
// before hints before remarks; those that were answered stand apart.
type checkPage struct {
	host
	scroll *widgets.Scroller
	counts *widgets.Paragraph
	filter *widgets.Choice
	groups *fyne.Container
	there  []*widgets.Button // each leads to a finding
	at     int               // of the finding in work
	// unfolded says that the account of what came along is shown in whole; fold
	// does that.
	unfolded bool
	fold     *widgets.Button
}

// levels are what the list can be narrowed to.
var levels = []struct {
	name  string
	level check.Level
}{{textAllLevels, ""}, {textErrorsOnly, check.Error}, {textHintsOnly, check.Warning}, {textRemarksOnly, check.Info}}

func newCheckPage(h host) *checkPage {
	p := &checkPage{host: h}
	var names []string
	for _, l := range levels {
		names = append(names, l.name)
	}
	p.filter = widgets.NewChoice(names, func(string) { p.show() })
	p.filter.Load(textAllLevels)
	head, words := widgets.NewPageHead(textCheck, widgets.WithWidth(widgets.Framed(p.filter), 130))
	p.counts = words
	p.groups = container.New(&widgets.Stack{Gap: 12})
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), head, p.groups)
	p.show()
	return p
}

func (p *checkPage) content() fyne.CanvasObject { return p.scroll.Outer }

// begin is the button that leads to the finding in work, or to the one that stands
// in its place since; nil without findings.
func (p *checkPage) begin() fyne.Focusable {
	if len(p.there) == 0 {
		return nil
	}
	return p.there[min(p.at, len(p.there)-1)]
}

func (p *checkPage) reveal(check.Finding) {}

func (p *checkPage) changed(desk.Change) { p.show() }

// level is what the list is narrowed to; empty for all.
func (p *checkPage) level() check.Level { return levels[p.filter.SelectedIndex()].level }

func (p *checkPage) show() {
	findings := p.desk().Findings()
	counts := check.Count(findings)
	p.counts.Set(textCheckCounts(counts.E, counts.W, counts.I), widgets.ColorSecond)
	p.groups.RemoveAll()
	p.there = nil
	if account := p.account(); account != nil {
		p.groups.Add(account)
	}
	var answered []check.Finding
	shown := 0
	e := p.desk().Report().Edition()
	for _, group := range groupsOf(e) {
		var lines []fyne.CanvasObject
		for _, level := range []check.Level{check.Error, check.Warning, check.Info} {
			for _, f := range findings {
				switch {
				case !group.has(f.Section) || f.Level != level:
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
	if shown == 0 {
		p.groups.Add(widgets.Card(widgets.NoticeLine(widgets.DoneSign(), textNothingFound, theme.ColorNameForeground)))
	}
	p.showAnswered(answered)
	p.groups.Refresh()
	p.scroll.Relayout()
}

// line is a finding with what can be done about it.
func (p *checkPage) line(f check.Finding) fyne.CanvasObject {
	at := len(p.there)
	work := func(do func(check.Finding)) func() { return func() { p.at = at; do(f) } }
	tools := []fyne.CanvasObject{}
	if len(f.Passages) > 0 {
		tools = append(tools, widgets.NewButton(textPassages, widgets.Plain, work(p.askPassages)))
	}
	if f.Level != check.Error && !p.final() {
		tools = append(tools, widgets.NewButton(textAnswer, widgets.Plain, work(p.askAnswer)))
	}
	rank := widgets.Plain
	if f.Level == check.Error {
		rank = widgets.Primary
	}
	there := widgets.NewButton(textGoTo, rank, work(p.goTo))
	p.there = append(p.there, there)
	tools = append(tools, there)
	return container.New(widgets.WithTools{}, findingLine(f), container.New(&widgets.Row{Gap: 8, Wide: -1}, tools...))
}

// showAnswered lists what was answered, with the reason.
func (p *checkPage) showAnswered(answered []check.Finding) {
	if len(answered) == 0 {
		return
	}
	lines := []fyne.CanvasObject{widgets.Label(textAnswered(len(answered)), widgets.SizeBody, widgets.ColorSecond)}
	for _, f := range answered {
		text := widgets.NewParagraph(textAnsweredLine(f), widgets.SizeSmall, widgets.ColorSecond)
		if p.final() {
			lines = append(lines, text)
			continue
		}
		lines = append(lines, container.New(widgets.WithTools{}, text, widgets.NewButton(textWithdraw, widgets.Plain, func() { p.desk().Withdraw(f) })))
	}
	p.groups.Add(widgets.Card(container.New(&widgets.Stack{Gap: 8}, lines...)))
}

// group is a part of the list of findings.
type group struct {
	name     string
	sections []model.SectionID
}

func (g group) has(id model.SectionID) bool {
	for _, s := range g.sections {
		if s == id {
			return true
		}
	}
	return false
}

// wholeReport are the sections of findings that 基本信息 is about.
func wholeReport() []model.SectionID { return []model.SectionID{"", check.Title, check.Signature} }

// groupsOf lists where findings can be: the report as a whole and its sections.
func groupsOf(e *model.Edition) []group {
	all := []group{{textWhole, wholeReport()}}
	for _, s := range e.Sections {
		all = append(all, group{s.Short, []model.SectionID{s.ID}})
	}
	return all
}

// askAnswer asks why a hint is let stand (已核).
func (f *form) askAnswer(finding check.Finding) {
	reason := f.p.dialogEntry(finding.Answer)
	reason.SetPlaceHolder(textAnswerHint)
	problem := widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	m := f.p.dialog(textAnswerTitle, textKeepAnswer, widgets.Primary, textCancel,
		widgets.NewParagraph(finding.Rule+"　"+finding.Message(), widgets.SizeBody, theme.ColorNameForeground),
		widgets.Field(textFinalReason, reason), widgets.NewParagraph(textAnswerAdvice, widgets.SizeNote, widgets.ColorSecond), widgets.RoomFor(problem, 2))
	m.confirm = func() {
		reason.Gather()
		if err := f.d.Acknowledge(finding, strings.TrimSpace(reason.Text)); err != nil {
			problem.Set(err.Error(), theme.ColorNameError)
			f.focus(reason)
			return
		}
		m.close()
	}
	f.focus(reason)
}

// askPassages shows paragraphs beside those of last year's report, with what
// changed.
func (f *form) askPassages(finding check.Finding) {
	var lines []fyne.CanvasObject
	for _, passage := range finding.Passages {
		lines = append(lines, container.New(widgets.NewInset(10, 6, 10, 6), container.New(&widgets.Stack{Gap: 4},
			widgets.Label(textPassageHead(f.d.Report().Edition(), passage), widgets.SizeNote, widgets.ColorSecond),
			widgets.NewParagraph(textRuns(compare.Texts(passage.Before, passage.Text)), widgets.SizeBody, theme.ColorNameForeground))))
	}
	m := f.p.dialog(textPassagesTitle, textGoTo, widgets.Primary, textClose, widgets.NewParagraph(textPassagesAdvice, widgets.SizeNote, widgets.ColorSecond), f.p.list(lines))
	m.confirm = func() { m.close(); f.goTo(finding) }
}
