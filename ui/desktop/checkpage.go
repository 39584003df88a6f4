package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
)

// checkPage lists what the rules say about the whole report, by section.
type checkPage struct {
	host
	scroll *scroller
	counts *paragraph
	groups *fyne.Container
}

func newCheckPage(h host) *checkPage {
	p := &checkPage{host: h}
	p.counts = newParagraph("", sizeSmall, colorSecond)
	p.groups = container.New(&stack{gap: 12})
	p.scroll = newScroller(pageStack(), heading(textCheck, sizeTitle), p.counts, p.groups)
	p.show()
	return p
}

func (p *checkPage) content() fyne.CanvasObject { return p.scroll.outer }

func (p *checkPage) begin() fyne.Focusable { return nil }

func (p *checkPage) reveal(check.Finding) {}

func (p *checkPage) changed(desk.Change) { p.show() }

func (p *checkPage) show() {
	findings := p.desk().Findings()
	counts := check.Count(findings)
	p.counts.show(textCheckCounts(counts.E, counts.W, counts.I), colorSecond)
	p.groups.RemoveAll()
	if len(findings) == 0 {
		p.groups.Add(card(noticeLine(doneSign(), textNothingFound, theme.ColorNameForeground)))
	}
	for _, id := range sectionsOf(p.desk().Report().Edition()) {
		var lines []fyne.CanvasObject
		for _, f := range findings {
			if f.Section == id {
				lines = append(lines, findingLine(f, func() { p.goTo(f) }))
			}
		}
		if len(lines) > 0 {
			title := label(sectionName(p.desk().Report().Edition(), id), theme.SizeNameText, colorSecond)
			p.groups.Add(card(container.New(&stack{gap: 8}, append([]fyne.CanvasObject{title}, lines...)...)))
		}
	}
	p.groups.Refresh()
	p.scroll.relayout()
}

// sectionsOf lists where findings can be: the report as a whole, the preamble
// and the six sections.
func sectionsOf(e *model.Edition) []model.SectionID {
	all := []model.SectionID{"", model.Preamble}
	for _, s := range e.Sections {
		all = append(all, s.ID)
	}
	return all
}

func sectionName(e *model.Edition, id model.SectionID) string {
	switch id {
	case "":
		return textParticulars
	case model.Preamble:
		return textPreamble
	}
	s, _ := e.Section(id)
	return s.Short
}
