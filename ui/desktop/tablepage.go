package desktop

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// tablePage fills in a section that is a table.
type tablePage struct {
	host
	section model.Section
	grid    *gridView
	scroll  *widgets.Scroller
	head    *gridHead       // stays in view
	strip   *strip          // nil for a table without equations
	notices *fyne.Container // in a place of its own, so that nothing above moves
	outer   *fyne.Container
	current *cell  // with the caret; nil when none has it
	last    *cell  // that had it last
	done    string // what the last paste or filling up did; empty after the next input
}

func newTablePage(h host, s model.Section) *tablePage {
	p := &tablePage{host: h, section: s, grid: newGridView(s.Table)}
	for _, c := range p.grid.cells {
		p.wire(c)
	}
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), p.titleRow(), p.grid)
	p.notices = container.New(&widgets.Stack{Gap: 6, Margin: 10})
	foot := &tableFoot{notices: container.NewVScroll(p.notices), back: widgets.Ground(widgets.ColorPanel), line: widgets.Hairline()}
	objects := []fyne.CanvasObject{foot.back, foot.line, foot.notices}
	if p.strip = newStrip(p.grid, check.Balances(h.desk().Report())); p.strip != nil {
		foot.strip = p.strip
		objects = append(objects, p.strip)
	}
	p.head = newGridHead(p.grid)
	p.head.Hide()
	over := container.New(aligned{}, p.head)
	foot.table = container.NewStack(p.scroll.Outer, over)
	p.outer = container.New(foot, append([]fyne.CanvasObject{foot.table}, objects...)...)
	if p.head.rows > 0 {
		p.scroll.Scrolled = p.showHead
	}
	p.showAll()
	return p
}

// ofApplications reports table three.
func (p *tablePage) ofApplications() bool { return p.section.ID == model.Applications }

// titleRow is the title of the page with what it can do at once.
func (p *tablePage) titleRow() fyne.CanvasObject {
	var tools []fyne.CanvasObject
	if p.ofApplications() && !p.final() {
		tools = append(tools, widgets.NewButton(textNoApplications, widgets.Plain, p.askNoApplications))
	}
	if !p.final() {
		tools = append(tools, widgets.NewButton(textFillBlanks, widgets.Plain, p.fillBlanks))
	}
	return widgets.PageHead(p.section.Title, p.section.Advice, tools...)
}

// fillBlanks puts 0 into what is blank (本页未填的补 0).
func (p *tablePage) fillBlanks() {
	p.done = textFilledUp(p.desk().FillBlanks(p.section.ID))
	p.showNotices()
}

// askNoApplications makes the whole table 0, after asking when that would
// replace numbers.
func (p *tablePage) askNoApplications() {
	none := func() {
		p.desk().NoApplications()
		p.done = textNoneApplied
		p.showNotices()
	}
	for a, value := range p.desk().Report().Cells {
		if a.Table() == string(p.section.ID) && value != "0" {
			p.ask(question{title: textNoApplications, body: textNoApplicationsBody, yes: textFillZeros, rank: widgets.Danger, do: none})
			return
		}
	}
	none()
}

// showHead shows the head of the table on top while the table's own is out of
// view.
func (p *tablePage) showHead() {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.grid).Y -
		fyne.CurrentApp().Driver().AbsolutePositionForObject(p.scroll.Content).Y
	if p.scroll.View.Offset.Y <= top || !p.headFits() {
		p.head.Hide()
		return
	}
	p.head.Resize(fyne.NewSize(p.grid.Size().Width, p.head.height()))
	p.head.Show()
}

// headFits reports whether the table has a head of its own and there is room to
// keep it in view.
func (p *tablePage) headFits() bool {
	return p.head.rows > 0 && p.head.height() < 0.4*p.scroll.View.Size().Height
}

// tableFoot lays out a table with equations and notices below it. Where the
// window is low both take less.
type tableFoot struct {
	table, back, line, notices fyne.CanvasObject
	strip                      *strip // may be nil
}

// Heights of the notices, three lines and one, and of a page that is low.
const (
	noticesHeight    = 90
	lowNoticesHeight = 40
	lowPage          = 520
)

func (t *tableFoot) Layout(_ []fyne.CanvasObject, at fyne.Size) {
	low := at.Height < lowPage
	notices, strip := float32(noticesHeight), float32(0)
	if low {
		notices = lowNoticesHeight
	}
	if t.strip != nil {
		strip = t.strip.height(low)
	}
	foot := notices + strip + 1
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	top := at.Height - foot
	place(t.table, 0, 0, at.Width, top)
	place(t.back, 0, top, at.Width, foot)
	place(t.line, 0, top, at.Width, 1)
	if t.strip != nil {
		s := widgets.NewPageStack()
		place(t.strip, s.Margin, top+1, s.Inner(at.Width), strip)
	}
	place(t.notices, 12, top+1+strip, at.Width-12, notices)
}

func (t *tableFoot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// aligned puts the head above the table of a page: as wide.
type aligned struct{}

func (aligned) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	s := widgets.NewPageStack()
	for _, o := range objects {
		if head, ok := o.(*gridHead); ok {
			head.grid.place(s.Inner(at.Width))
			o.Move(fyne.NewPos(s.Margin, 0))
			o.Resize(fyne.NewSize(s.Inner(at.Width), head.height()))
		}
	}
}

func (aligned) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

// wire connects a cell's entry with the page.
func (p *tablePage) wire(c *cell) {
	if c.entry == nil {
		return
	}
	if p.final() {
		c.entry.Disable()
	}
	c.entry.History = p
	c.entry.OnChanged = func(text string) { p.typed(c, text) }
	c.entry.OnTyped = func() { p.typed(c, c.entry.Text) }
	c.entry.OnFocus = func(on bool) { p.focused(c, on) }
	c.entry.OnLeave = func(d widgets.Direction) {
		if next := p.grid.step(c, d); next != nil {
			p.focus(next.entry)
		}
	}
	c.entry.OnBlock = func(text string) { p.paste(c, text) }
}

func (p *tablePage) content() fyne.CanvasObject { return p.outer }

func (p *tablePage) begin() fyne.Focusable {
	var first fyne.Focusable
	for _, cells := range p.grid.rows {
		for _, c := range cells {
			switch {
			case c.entry == nil:
			case c.entry.Text == "":
				return c.entry
			case first == nil:
				first = c.entry
			}
		}
	}
	return first
}

func (p *tablePage) reveal(f check.Finding) {
	for _, a := range f.Cells {
		if c := p.grid.cells[a]; c != nil && c.entry != nil {
			p.focus(c.entry)
			return
		}
	}
	if first := p.begin(); first != nil {
		p.focus(first)
	}
}

// typed takes a change of a cell's text.
func (p *tablePage) typed(c *cell, text string) {
	p.done = ""
	p.took(c, p.desk().Set(c.address, text))
	c.Refresh()
	p.showNotices()
}

// took notes how an input fared. While a cell shows what is no number, the
// report has it as 未填.
func (p *tablePage) took(c *cell, refusal error) (ok bool) {
	c.refused = ""
	if refusal == nil {
		return true
	}
	c.refused = reasonOf(refusal)
	return false
}

// reasonOf is why a value was refused, in words.
func reasonOf(err error) string {
	var bad *model.ValueError
	if errors.As(err, &bad) {
		return bad.Message()
	}
	return err.Error()
}

func (p *tablePage) focused(c *cell, on bool) {
	if on {
		p.current, p.last = c, c
		p.scroll.Covered = 0
		if p.headFits() {
			p.scroll.Covered = p.head.height()
		}
		p.scroll.Reveal(c)
	} else {
		if p.current == c {
			p.current = nil
		}
		if c.refused == "" {
			c.show(p.desk().Report().Value(c.address)) // １２ becomes 12
		}
		p.desk().Hurry()
	}
	c.Refresh()
	p.showNotices()
}

func (p *tablePage) changed(c desk.Change) {
	if c.Reload {
		p.showAll()
		p.showPlace(c)
		return
	}
	for _, a := range c.Cells {
		shown := p.grid.cells[a]
		if shown != nil && shown.entry == nil {
			shown.show(p.desk().Report().Value(a))
		}
	}
	for _, a := range c.Cells {
		if shown := p.grid.cells[a]; shown != nil {
			shown.setFilled(p.desk().Report().ZeroFilled[a])
		}
	}
	p.showMarks()
	p.showNotices()
}

// showPlace puts the caret into the cell that changed, unless there are several
// and it stands in one of them.
func (p *tablePage) showPlace(c desk.Change) {
	for _, a := range c.Cells {
		shown := p.grid.cells[a]
		if shown == nil || shown.entry == nil {
			continue
		}
		if p.current == nil || !slices.Contains(c.Cells, p.current.address) {
			p.focus(shown.entry)
		}
		return
	}
}

// showAll loads every cell from the report.
func (p *tablePage) showAll() {
	for a, c := range p.grid.cells {
		c.refused = ""
		c.filled = p.desk().Report().ZeroFilled[a]
		c.show(p.desk().Report().Value(a))
	}
	p.showMarks()
	p.showNotices()
}

// showMarks frames the cells that findings speak of.
func (p *tablePage) showMarks() {
	levels := map[model.Address]check.Level{}
	for _, f := range findingsOf(p.desk(), p.section.ID) {
		if f.Level != check.Error && f.Level != check.Warning {
			continue
		}
		for _, a := range f.Cells {
			if levels[a] != check.Error {
				levels[a] = f.Level
			}
		}
	}
	for a, c := range p.grid.cells {
		c.mark(levels[a])
	}
}

// showNotices says below the table what is wrong: first what was refused,
// then what concerns the cell with the caret, then the rest.
func (p *tablePage) showNotices() {
	balances := check.Balances(p.desk().Report())
	if p.strip != nil {
		p.strip.show(balances)
	}
	var first, then, rest []fyne.CanvasObject
	for _, cells := range p.grid.rows {
		for _, c := range cells {
			if c.refused != "" {
				full, _ := p.desk().Report().Edition().Cell(c.address)
				first = append(first, widgets.NoticeLine(widgets.ErrorSign(), textNotTaken(full.Name(), c.refused), theme.ColorNameError))
			}
		}
	}
	for _, f := range findingsOf(p.desk(), p.section.ID) {
		line := findingLine(f)
		if p.current != nil && about(f, p.current.address) {
			then = append(then, line)
		} else {
			rest = append(rest, line)
		}
	}
	for _, b := range balances {
		if closings := b.Closings(); p.current != nil && p.inColumn(b) && b.Begun && len(closings) > 0 {
			then = append(then, widgets.NoticeLine(widgets.HintSign(), textClosings(p.desk().Report().Edition(), b, closings), widgets.ColorHint))
		}
	}
	if p.done != "" {
		first = append([]fyne.CanvasObject{widgets.NoticeLine(widgets.DoneSign(), p.done, theme.ColorNameForeground)}, first...)
	}
	state := p.desk().SectionState(p.section.ID)
	switch blanks := state.AllCells - state.Cells; {
	case blanks > 0:
		rest = append(rest, widgets.NoticeLine(signOf(desk.Empty), textBlanks(blanks), widgets.ColorSecond))
	case len(first)+len(then)+len(rest) == 0:
		rest = append(rest, widgets.NoticeLine(widgets.DoneSign(), textNothingFound, widgets.ColorSecond))
	}
	p.notices.Objects = append(append(first, then...), rest...)
	p.notices.Refresh()
}

// inColumn reports whether the cell with the caret is in a column of table
// three.
func (p *tablePage) inColumn(b check.Balance) bool {
	at, top := p.current.address, b.Cells[0]
	return at.Table() == top.Table() && at.Column() == top.Column()
}

func about(f check.Finding, a model.Address) bool {
	for _, c := range f.Cells {
		if c == a {
			return true
		}
	}
	return false
}

// paste fills a block of cells, as Excel and WPS copy it, from c to the right
// and downwards. Totals in the block are passed over.
func (p *tablePage) paste(c *cell, text string) {
	var inputs []desk.Input
	var targets []*cell
	totals := 0
	y, x := p.grid.find(c)
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if y >= len(p.grid.rows) {
			break
		}
		for i, value := range strings.Split(line, "\t") {
			if x+i >= len(p.grid.rows[y]) {
				break
			}
			target := p.grid.rows[y][x+i]
			if target.entry == nil {
				totals++
				continue
			}
			targets = append(targets, target)
			inputs = append(inputs, desk.Input{Address: target.address, Text: strings.TrimSpace(value)})
		}
		y++
	}
	placed, refused := 0, 0
	for i, err := range p.desk().SetAll(inputs) {
		t := targets[i]
		if !p.took(t, err) {
			refused++
			t.show(inputs[i].Text)
			t.Refresh()
			continue
		}
		placed++
		t.show(p.desk().Report().Value(t.address))
	}
	p.done = textPastedCells(placed, totals, refused)
	p.showNotices()
}
