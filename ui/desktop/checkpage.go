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
)

// checkPage lists what the rules say about the whole report, by section, errors
// before hints before remarks; those that were answered stand apart.
type checkPage struct {
	host
	scroll *scroller
	counts *paragraph
	filter *choice
	groups *fyne.Container
	there  []*button // each leads to a finding
	at     int       // of the finding in work
	// unfolded says that the account of what came along is shown in whole; fold
	// does that.
	unfolded bool
	fold     *button
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
	p.filter = newChoice(names, func(string) { p.show() })
	p.filter.show(textAllLevels)
	head, words := newPageHead(textCheck, newWide(framed(p.filter), 130))
	p.counts = words
	p.groups = container.New(&stack{gap: 12})
	p.scroll = newScroller(pageStack(), head, p.groups)
	p.show()
	return p
}

func (p *checkPage) content() fyne.CanvasObject { return p.scroll.outer }

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
	p.counts.show(textCheckCounts(counts.E, counts.W, counts.I), colorSecond)
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
			title := label(group.name, sizeBody, colorSecond)
			p.groups.Add(card(container.New(&stack{gap: 10}, append([]fyne.CanvasObject{title}, lines...)...)))
		}
	}
	if shown == 0 {
		p.groups.Add(card(noticeLine(doneSign(), textNothingFound, theme.ColorNameForeground)))
	}
	p.showAnswered(answered)
	p.groups.Refresh()
	p.scroll.relayout()
}

// line is a finding with what can be done about it.
func (p *checkPage) line(f check.Finding) fyne.CanvasObject {
	at := len(p.there)
	work := func(do func(check.Finding)) func() { return func() { p.at = at; do(f) } }
	tools := []fyne.CanvasObject{}
	if len(f.Passages) > 0 {
		tools = append(tools, newButton(textPassages, plain, work(p.askPassages)))
	}
	if f.Level != check.Error && !p.final() {
		tools = append(tools, newButton(textAnswer, plain, work(p.askAnswer)))
	}
	rank := plain
	if f.Level == check.Error {
		rank = primary
	}
	there := newButton(textGoTo, rank, work(p.goTo))
	p.there = append(p.there, there)
	tools = append(tools, there)
	return container.New(findingLayout{}, findingLine(f), container.New(&row{gap: 8, wide: -1}, tools...))
}

// showAnswered lists what was answered, with the reason.
func (p *checkPage) showAnswered(answered []check.Finding) {
	if len(answered) == 0 {
		return
	}
	lines := []fyne.CanvasObject{label(textAnswered(len(answered)), sizeBody, colorSecond)}
	for _, f := range answered {
		text := newParagraph(textAnsweredLine(f), sizeSmall, colorSecond)
		if p.final() {
			lines = append(lines, text)
			continue
		}
		lines = append(lines, container.New(findingLayout{}, text, newButton(textWithdraw, plain, func() { p.desk().Withdraw(f) })))
	}
	p.groups.Add(card(container.New(&stack{gap: 8}, lines...)))
}

// findingLayout puts the buttons of a line at its end, or below it where there is
// little room.
type findingLayout struct{}

// leastFinding is the least width of the words beside the buttons.
const leastFinding = 260

func (findingLayout) widths(objects []fyne.CanvasObject, width float32) (words, tools float32, beside bool) {
	tools = objects[1].MinSize().Width
	if beside = width-tools-12 >= leastFinding; beside {
		return width - tools - 12, tools, true
	}
	return width, tools, false
}

func (l findingLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	words, _, beside := l.widths(objects, width)
	h, t := heightAt(objects[0], words), objects[1].MinSize().Height
	if beside {
		return max(h, t)
	}
	return h + 6 + t
}

func (l findingLayout) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	words, tools, beside := l.widths(objects, at.Width)
	h, t := heightAt(objects[0], words), objects[1].MinSize().Height
	objects[0].Resize(fyne.NewSize(words, h))
	objects[1].Resize(fyne.NewSize(tools, t))
	if beside {
		objects[0].Move(fyne.NewPos(0, (at.Height-h)/2))
		objects[1].Move(fyne.NewPos(at.Width-tools, (at.Height-t)/2))
		return
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Move(fyne.NewPos(at.Width-tools, h+6))
}

func (l findingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[1].MinSize().Width, 100)
	return fyne.NewSize(width, l.heightFor(objects, max(width, 300)))
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

// groupsOf lists where findings can be: the report as a whole, the preamble and
// the six sections.
func groupsOf(e *model.Edition) []group {
	all := []group{{textWhole, wholeReport()}, {textPreamble, []model.SectionID{model.Preamble}}}
	for _, s := range e.Sections {
		all = append(all, group{s.Short, []model.SectionID{s.ID}})
	}
	return all
}

// askAnswer asks why a hint is let stand (已核).
func (f *form) askAnswer(finding check.Finding) {
	reason := f.p.dialogEntry(finding.Answer)
	reason.SetPlaceHolder(textAnswerHint)
	problem := newParagraph("", sizeNote, theme.ColorNameError)
	m := f.p.dialog(textAnswerTitle, textKeepAnswer, primary, textCancel,
		newParagraph(finding.Rule+"　"+finding.Message(), sizeBody, theme.ColorNameForeground),
		field(textFinalReason, reason), newParagraph(textAnswerAdvice, sizeNote, colorSecond), roomFor(problem, 2))
	m.confirm = func() {
		reason.gather()
		if err := f.d.Acknowledge(finding, strings.TrimSpace(reason.Text)); err != nil {
			problem.show(err.Error(), theme.ColorNameError)
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
		lines = append(lines, container.New(&inset{10, 6, 10, 6}, container.New(&stack{gap: 4},
			label(textPassageHead(f.d.Report().Edition(), passage), sizeNote, colorSecond),
			newParagraph(textRuns(compare.Texts(passage.Before, passage.Text)), sizeBody, theme.ColorNameForeground))))
	}
	m := f.p.dialog(textPassagesTitle, textGoTo, primary, textClose, newParagraph(textPassagesAdvice, sizeNote, colorSecond), f.p.list(lines))
	m.confirm = func() { m.close(); f.goTo(finding) }
}
