package pages

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/model/slips"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// slipPage is the slip of a giver as it stands on the paper, to be keyed in.
type slipPage struct {
	*Collect
	giver   int
	rows    []string // that it is asked for, as they were when the slip was made
	grid    *slipGrid
	back    *widgets.TextEntry // came back on
	problem *widgets.Paragraph // of that
	current *cell              // with the caret; nil when none has it
	last    *cell              // that had it last
	done    string             // what the last paste did; empty after the next input
}

// showSlip shows the slip of a giver in place of the list.
func (p *Collect) showSlip(giver int) {
	list, _ := p.list()
	g := list.Givers[giver]
	e := p.Desk().Report().Edition()
	s := &slipPage{Collect: p, giver: giver, rows: g.Rows, grid: newSlipGrid(e, slips.Ask(e, g.Rows))}
	p.Slip, p.Keys, p.add = s, nil, nil
	for _, c := range s.grid.Cells {
		s.wire(c)
	}
	s.back = widgets.NewTextEntry(p.Post)
	s.back.SetPlaceHolder(textBackHint)
	s.back.History = p
	s.back.OnChanged = s.typeBack
	s.back.OnFocus = func(on bool) {
		if on {
			widgets.Reveal(s.back)
		} else {
			p.Desk().Hurry()
		}
	}
	s.problem = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	today := widgets.NewButton(textToday, widgets.Plain, func() { s.back.SetText(model.DateInWords(p.Today())) })
	if p.Final() {
		s.back.Disable()
		today.Hide()
	}
	p.body.RemoveAll()
	p.body.Add(s.head(list))
	p.body.Add(widgets.Field(textBackOn, container.New(&widgets.Row{Gap: 8, Wide: 0}, s.back, today)))
	p.body.Add(s.problem)
	p.body.Add(s.grid)
	p.body.Refresh()
	p.scroll.View.ScrollToTop()
	p.relayout()
	s.load(g)
}

// load shows what came back from the giver.
func (s *slipPage) load(g slips.Giver) {
	for a, c := range s.grid.Cells {
		s.took(c, g.Answers[a])
		c.show(g.Answers[a])
	}
	s.back.Replace(dateShown(g.Back))
	s.showProblem(g)
	s.showNotices()
}

// head is the giver's name with the way back to the list and to the slips beside it.
func (s *slipPage) head(list slips.List) fyne.CanvasObject {
	g := list.Givers[s.giver]
	tools := []fyne.CanvasObject{widgets.NewButton(TextToList, widgets.Plain, s.leave)}
	for _, beside := range []struct {
		by   int
		text string
	}{{-1, textPreviousGiver}, {1, textNextGiver}} {
		b := widgets.NewButton(beside.text, widgets.Plain, func() { s.open(s.giver + beside.by) })
		if at := s.giver + beside.by; at < 0 || at >= len(list.Givers) {
			b.Disable()
		}
		tools = append(tools, b)
	}
	if !s.Final() {
		tools = append(tools, widgets.NewButton(TextAllZero, widgets.Plain, s.fillZeros))
	}
	return widgets.PageHead(g.Name, textSlipAdvice(g), tools...)
}

// leave goes back to the list.
func (s *slipPage) leave() {
	at := s.giver
	s.show()
	if at < len(s.Keys) {
		s.Focus(s.Keys[at])
	}
}

// begin is the first cell that is blank, or the first of all; nil for a slip that asks
// for nothing.
func (s *slipPage) begin() fyne.Focusable {
	all := s.grid.order()
	if len(all) == 0 {
		return nil
	}
	i := slices.IndexFunc(all, func(c *cell) bool { return c.Entry.Text == "" })
	return all[max(i, 0)].Entry
}

// Cell is the entry of a cell of the slip; nil where it is not asked for.
func (s *slipPage) Cell(a model.Address) *widgets.NumberEntry {
	if c := s.grid.Cells[a]; c != nil {
		return c.Entry
	}
	return nil
}

// wire connects a cell's entry with the page.
func (s *slipPage) wire(c *cell) {
	if s.Final() {
		c.Entry.Disable()
	}
	c.Entry.History = s
	c.Entry.OnChanged = func(text string) { s.typed(c, text) }
	c.Entry.OnTyped = func() {}
	c.Entry.OnFocus = func(on bool) { s.focused(c, on) }
	c.Entry.OnLeave = func(d widgets.Direction) {
		if next := s.grid.Step(c, d); next != nil {
			s.Focus(next.Entry)
		}
	}
	c.Entry.OnBlock = func(text string) { s.paste(c, text) }
}

// typed takes what is keyed in for a cell, as it is written.
func (s *slipPage) typed(c *cell, text string) {
	s.done = ""
	list, _ := s.list()
	if list.Givers[s.giver].Answer(c.Address, text) {
		s.enter(string(c.Address), list)
	}
	s.took(c, text)
	c.Refresh()
	s.showNotices()
}

// enter keeps the list with what was typed into one of the fields.
func (s *slipPage) enter(field string, list slips.List) {
	if err := s.Desk().TypeSlips(strconv.Itoa(s.giver)+"."+field, list); err != nil {
		s.problem.Set(failure.Words(err), theme.ColorNameError)
	}
}

// took notes whether an answer is a number. What is none stays as it was written.
func (s *slipPage) took(c *cell, text string) {
	c.Refused = ""
	of, _ := s.Desk().Report().Edition().Cell(c.Address)
	if _, err := model.Normalise(of.Kind, text); err != nil {
		c.Refused = reasonOf(err)
	}
}

// paste takes a block of cells for those from c on, to the right and down.
func (s *slipPage) paste(from *cell, text string) {
	list, _ := s.list()
	g := &list.Givers[s.giver]
	y, x := s.grid.find(from)
	placed, dropped := 0, 0
	for i, line := range strings.Split(text, "\n") {
		for j, written := range strings.Split(strings.TrimRight(line, "\r"), "\t") {
			if y+i >= len(s.grid.cellRows) || x+j >= len(s.grid.cellRows[y+i]) || !g.Answer(s.grid.cellRows[y+i][x+j].Address, written) {
				dropped++
				continue
			}
			placed++
		}
	}
	s.done = textPastedCells(placed, 0, 0, dropped, nil)
	s.keep(list)
}

func (s *slipPage) focused(c *cell, on bool) {
	if on {
		s.current, s.last = c, c
		s.scroll.Reveal(c)
	} else {
		if s.current == c {
			s.current = nil
		}
		s.Desk().Hurry()
	}
	c.Refresh()
	s.showNotices()
}

// typeBack takes what is typed for the day on which the slip came back.
func (s *slipPage) typeBack(text string) {
	list, _ := s.list()
	g := &list.Givers[s.giver]
	g.Back = text
	if date, ok := model.ReadDate(text); ok {
		g.Back = date
	}
	s.enter("back", list)
	s.showProblem(*g)
}

// showProblem says that what stands for a date is none.
func (s *slipPage) showProblem(g slips.Giver) {
	problem := ""
	if _, ok := model.ReadDate(g.Back); !ok && g.Back != "" {
		problem = textNoDate
	}
	s.problem.Set(problem, theme.ColorNameError)
	s.problem.Hidden = problem == ""
	s.scroll.Relayout()
}

// fillZeros writes 0 for what the slip left blank: the clerk knows that it means that.
func (s *slipPage) fillZeros() {
	list, _ := s.list()
	g := &list.Givers[s.giver]
	for _, a := range g.Blank(s.Desk().Report().Edition()) {
		g.Answer(a, "0")
	}
	s.keep(list)
}

// showNotices frames what differs from the report, and says below the slip what there
// is to say of the cell with the caret, what cannot be read, and what is blank.
func (s *slipPage) showNotices() {
	list, _ := s.list()
	e := s.Desk().Report().Edition()
	var first, lines []fyne.CanvasObject // of the cell with the caret, of the others
	if s.done != "" {
		lines = append(lines, widgets.NoticeLine(widgets.DoneSign(), s.done, theme.ColorNameForeground))
	}
	for _, said := range slips.Compare(s.Desk().Report(), list) {
		c := s.grid.Cells[said.Cell.Address]
		if c == nil {
			continue
		}
		level := check.Level("")
		if said.State == slips.Differs {
			level = check.Warning
		}
		c.mark(level)
		at := &lines
		if s.current == c {
			at = &first
		}
		switch {
		case c.Refused != "":
			*at = append(*at, widgets.NoticeLine(widgets.ErrorSign(), textSlipRefused(e, c.Address, c.Refused), theme.ColorNameError))
		case s.current == c && level != "":
			first = append(first, widgets.NoticeLine(widgets.HintSign(), textDiffers(e, said), theme.ColorNameForeground))
		}
	}
	if blank := len(list.Givers[s.giver].Blank(e)); blank > 0 {
		lines = append(lines, widgets.NoticeLine(SignOf(desk.Empty), textSlipBlanks(blank), widgets.ColorSecond))
	} else if len(first)+len(lines) == 0 {
		lines = append(lines, widgets.NoticeLine(widgets.DoneSign(), textSlipWhole, widgets.ColorSecond))
	}
	s.said.Objects = append(first, lines...)
	s.said.Refresh()
}
