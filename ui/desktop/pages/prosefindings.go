package pages

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/ui/desktop/widgets"
)

// showFindings puts each finding below the block it speaks of, or below all. While
// they say the same, as at most key presses, their lines stay.
func (p *Prose) showFindings() {
	p.findings = findingsOf(p.Desk(), p.section)
	var say strings.Builder
	places := make([]int, len(p.findings)) // cards
	for i, f := range p.findings {
		places[i] = len(p.Cards) // below all
		if f.Place != nil {
			places[i] = min(f.Place.Block, len(p.Cards))
		}
		fmt.Fprintln(&say, places[i], f.Place != nil, f.Rule, f.Level, f.Message())
	}
	fmt.Fprint(&say, p.Final())
	if say.String() == p.said {
		return
	}
	p.said = say.String()
	lines := make([][]fyne.CanvasObject, len(p.Cards)+1) // the last: below all
	pending := p.pendingIn()
	for i, at := range places {
		switch n := pending[at]; {
		case n >= 0 && n < 2 || !p.isPending(p.findings[i]):
			lines[at] = append(lines[at], p.findingWithTools(i))
		case n > 1: // one line for all of a block
			lines[at] = append(lines[at], p.pendingLine(at, n))
			pending[at] = -1
		}
	}
	moved := p.replace(p.whole, lines[len(p.Cards)])
	for i, c := range p.Cards {
		moved = p.replace(c.Findings, lines[i]) || moved
	}
	if moved {
		p.Scroll.Relayout()
	}
}

// isPending reports whether a finding is about a mark 待核.
func (p *Prose) isPending(f check.Finding) bool {
	if f.Place == nil || f.Place.Block >= len(p.Cards) {
		return false
	}
	b := p.Desk().Report().Narrative[p.section][f.Place.Block]
	text := []rune(b.Text)
	if f.Place.Heading {
		text = []rune(b.Heading)
	}
	return f.Place.End <= len(text) && strings.HasPrefix(string(text[f.Place.Start:f.Place.End]), model.PendingOpen)
}

// pendingIn counts the marks of each card; below all there are none.
func (p *Prose) pendingIn() []int {
	n := make([]int, len(p.Cards)+1)
	for _, f := range p.findings {
		if p.isPending(f) {
			n[f.Place.Block]++
		}
	}
	return n
}

// pendingLine stands for all findings about the marks of a block.
func (p *Prose) pendingLine(block, n int) fyne.CanvasObject {
	line := widgets.NoticeLine(widgets.ErrorSign(), textPending(n), theme.ColorNameForeground)
	if p.Final() {
		return line
	}
	return container.New(widgets.WithTools{}, line, widgets.NewButton(textWalk, widgets.Quiet, func() { p.Walk(p.section, block) }))
}

// findingWithTools is a finding with the way to its place, which moves while there
// is typing before it, and to an answer.
func (p *Prose) findingWithTools(i int) fyne.CanvasObject {
	f := p.findings[i]
	tools := container.New(&widgets.Row{Gap: 2, Wide: -1})
	if f.Level != check.Error && !p.Final() {
		tools.Add(widgets.NewButton(TextAnswer, widgets.Quiet, func() { AskAnswer(p, p.findings[i]) }))
	}
	if f.Place != nil {
		tools.Add(widgets.NewButton(TextGoTo, widgets.Quiet, func() { p.Reveal(p.findings[i]) }))
	}
	if len(tools.Objects) == 0 {
		return FindingLine(f)
	}
	return container.New(widgets.WithTools{}, FindingLine(f), tools)
}

// replace shows other lines, and tells whether there is anything to see anew.
func (p *Prose) replace(box *fyne.Container, lines []fyne.CanvasObject) bool {
	if len(lines) == 0 && len(box.Objects) == 0 {
		return false
	}
	box.Objects = slices.Clone(lines)
	if len(lines) == 0 {
		box.Hide()
	} else {
		box.Show()
	}
	box.Refresh()
	return true
}
