package pages

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// showMarks frames the cells that findings speak of.
func (p *Table) showMarks() {
	levels := map[model.Address]check.Level{}
	for _, f := range findingsOf(p.Desk(), p.section.ID) {
		if f.Level != check.Error && f.Level != check.Warning {
			continue
		}
		for _, a := range f.Cells {
			if levels[a] != check.Error {
				levels[a] = f.Level
			}
		}
	}
	for a, c := range p.Grid.Cells {
		c.mark(levels[a])
	}
}

// showNotices says below the table what is wrong: first what was refused,
// then what concerns the cell with the caret, then the rest.
func (p *Table) showNotices() {
	p.fresh = true
	balances := check.Balances(p.Desk().Report())
	if p.Strip != nil {
		p.Strip.show(balances)
	}
	var first, then, rest []fyne.CanvasObject
	for _, cells := range p.Grid.cellRows {
		for _, c := range cells {
			if c.Refused != "" {
				full, _ := p.Desk().Report().Edition().Cell(c.Address)
				first = append(first, widgets.NoticeLine(widgets.ErrorSign(), textNotTaken(full.Name(), c.Refused), theme.ColorNameError))
			}
		}
	}
	for _, f := range findingsOf(p.Desk(), p.section.ID) {
		if p.told(f) {
			continue
		}
		line := FindingLine(f)
		if p.current != nil && slices.Contains(f.Cells, p.current.Address) {
			then = append(then, line)
		} else {
			rest = append(rest, line)
		}
	}
	for _, b := range balances {
		if closings := b.Closings(); p.current != nil && p.inColumn(b) && b.Begun && len(closings) > 0 {
			then = append(then, widgets.NoticeLine(widgets.HintSign(), textClosings(p.Desk().Report().Edition(), b, closings), widgets.ColorHint))
		}
	}
	if p.done != "" {
		first = append([]fyne.CanvasObject{widgets.NoticeLine(widgets.DoneSign(), p.done, theme.ColorNameForeground)}, first...)
	}
	state := p.Desk().SectionState(p.section.ID)
	switch blanks := state.AllCells - state.Cells; {
	case blanks > 0:
		rest = append(rest, widgets.NoticeLine(SignOf(desk.Empty), textBlanks(blanks), widgets.ColorSecond))
	case len(first)+len(then)+len(rest) == 0:
		rest = append(rest, widgets.NoticeLine(widgets.DoneSign(), textNothingFound, widgets.ColorSecond))
	}
	p.Notices.Objects = append(append(first, then...), rest...)
	p.Notices.Refresh()
}

// told reports whether a finding is about one cell that is no number: why not has
// been said.
func (p *Table) told(f check.Finding) bool {
	if len(f.Cells) != 1 {
		return false
	}
	c := p.Grid.Cells[f.Cells[0]]
	return c != nil && c.Refused != ""
}

// inColumn reports whether the cell with the caret is in a column of table
// three.
func (p *Table) inColumn(b check.Balance) bool {
	at, top := p.current.Address, b.Cells[0]
	return at.Table() == top.Table() && at.Column() == top.Column()
}
