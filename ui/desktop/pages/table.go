package pages

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// Table fills in a section that is a table.
type Table struct {
	host
	section model.Section
	Grid    *gridView
	Scroll  *widgets.Scroller
	Head    *gridHead       // stays in view
	Strip   *strip          // nil for a table without equations
	Notices *fyne.Container // in a place of its own, so that nothing above moves
	outer   *fyne.Container
	current *cell  // with the caret; nil when none has it
	last    *cell  // that had it last
	fresh   bool   // the notices were shown since it was reset
	done    string // what the last paste or filling up did; empty after the next input
}

// NewTable makes the page of a section that is a table.
func NewTable(h host, s model.Section) *Table {
	p := &Table{host: h, section: s, Grid: newGridView(s.Table, densities()[0].row)}
	for _, c := range p.Grid.Cells {
		p.wire(c)
	}
	foot := &tableLayout{grid: p.Grid, stack: widgets.NewPageStack(), head: widgets.NewTableHead(s.Title, s.Advice, p.tools()...)}
	p.Scroll = widgets.NewScroller(foot.stack, foot.head.Outer, p.Grid)
	foot.said = &widgets.Stack{Gap: 6}
	p.Notices = container.New(foot.said)
	foot.notices, foot.back, foot.line = widgets.NewScroll(p.Notices, container.ScrollVerticalOnly), widgets.Ground(widgets.ColorPanel), widgets.Hairline()
	objects := []fyne.CanvasObject{foot.back, foot.line, foot.notices}
	if p.Strip = newStrip(p.Grid, check.Balances(h.Desk().Report())); p.Strip != nil {
		foot.strip = p.Strip
		objects = append(objects, p.Strip)
	}
	p.Head = newGridHead(p.Grid)
	p.Head.Hide()
	over := container.New(aligned{foot.stack}, p.Head)
	foot.table = container.NewStack(p.Scroll.Outer, over)
	p.outer = container.New(foot, append([]fyne.CanvasObject{foot.table}, objects...)...)
	if p.Head.rows > 0 {
		p.Scroll.Scrolled = p.showHead
	}
	p.showAll()
	return p
}

// OfApplications reports table three.
func (p *Table) OfApplications() bool { return p.section.ID == model.Applications }

// tools are what the page can do at once.
func (p *Table) tools() []fyne.CanvasObject {
	if p.Final() {
		return nil
	}
	fill := widgets.NewButton(TextFillBlanks, widgets.Plain, p.FillBlanks)
	if p.OfApplications() {
		return []fyne.CanvasObject{widgets.NewButton(TextNoApplications, widgets.Plain, p.AskNoApplications), fill}
	}
	return []fyne.CanvasObject{fill}
}

// FillBlanks puts 0 into what is blank (本页未填的补 0).
func (p *Table) FillBlanks() {
	p.done = textFilledUp(p.Desk().FillBlanks(p.section.ID))
	p.showNotices()
}

// Say tells below the table what was done to it.
func (p *Table) Say(done string) {
	p.done = done
	p.showNotices()
}

// AskNoApplications makes the whole table 0, after asking when that would
// replace numbers.
func (p *Table) AskNoApplications() {
	none := func() {
		p.Desk().NoApplications()
		p.done = textNoneApplied
		p.showNotices()
	}
	written := maps.Clone(p.Desk().Report().Cells)
	maps.Copy(written, p.Desk().Report().Unread)
	for a, value := range written {
		if a.Table() == string(p.section.ID) && value != "0" {
			p.Dialogs().Ask(dialog.Question{Title: TextNoApplications, Body: textNoApplicationsBody, Yes: textFillZeros, Rank: widgets.Danger, Do: none})
			return
		}
	}
	none()
}

// wire connects a cell's entry with the page.
func (p *Table) wire(c *cell) {
	if c.Entry == nil {
		return
	}
	if p.Final() {
		c.Entry.Disable()
	}
	c.Entry.History = p
	c.Entry.OnChanged = func(text string) { p.typed(c, text) }
	c.Entry.OnTyped = func() { p.typed(c, c.Entry.Text) }
	c.Entry.OnFocus = func(on bool) { p.focused(c, on) }
	c.Entry.OnLeave = func(d widgets.Direction) {
		if next := p.Grid.Step(c, d); next != nil {
			p.Focus(next.Entry)
		}
	}
	c.Entry.OnBlock = func(text string) { p.Paste(c, text) }
}

// Content belongs to Page.
func (p *Table) Content() fyne.CanvasObject { return p.outer }

// Chapters belongs to Page.
func (p *Table) Chapters() []string {
	if p.OfApplications() {
		return []string{chapterApplications, chapterTable}
	}
	return []string{chapterTable}
}

// Begin belongs to Page.
func (p *Table) Begin() fyne.Focusable {
	var first fyne.Focusable
	for _, cells := range p.Grid.cellRows {
		for _, c := range cells {
			switch {
			case c.Entry == nil:
			case c.Entry.Text == "":
				return c.Entry
			case first == nil:
				first = c.Entry
			}
		}
	}
	return first
}

// Reveal belongs to Page.
func (p *Table) Reveal(f check.Finding) bool {
	c := p.cellOf(f)
	if c == nil {
		return false
	}
	p.Focus(c.Entry)
	return true
}

// typed takes a change of a cell's text.
func (p *Table) typed(c *cell, text string) {
	before := c.Refused
	p.done, p.fresh = "", false
	p.took(c, p.Desk().Set(c.Address, text))
	c.Refresh()
	if !p.fresh || c.Refused != before { // else the change of the report has done it
		p.showNotices()
	}
}

// took notes how an input fared. What is no number stays as it was written, and
// counts nowhere.
func (p *Table) took(c *cell, refusal error) (ok bool) {
	c.Refused = ""
	if refusal == nil {
		return true
	}
	c.Refused = reasonOf(refusal)
	return false
}

// reasonOf is why a value was refused, in words.
func reasonOf(err error) string {
	return strings.TrimSuffix(failure.Words(err), "。") // it stands within a sentence
}

func (p *Table) focused(c *cell, on bool) {
	if on {
		p.current, p.last = c, c
		p.Scroll.Covered = 0
		if p.headFits() {
			p.Scroll.Covered = p.Head.Height()
		}
		p.Scroll.Reveal(c)
	} else {
		if p.current == c {
			p.current = nil
		}
		if c.Refused == "" {
			c.show(p.Desk().Report().Value(c.Address)) // １２ becomes 12
		}
		p.Desk().Hurry()
	}
	c.Refresh()
	p.showNotices()
}

// Changed belongs to Page.
func (p *Table) Changed(c desk.Change) {
	if c.Reload {
		p.done = "" // of a paste, which this may undo
		p.showAll()
		p.showPlace(c)
		return
	}
	for _, a := range c.Cells {
		shown := p.Grid.Cells[a]
		if shown != nil && shown.Entry == nil {
			shown.show(p.Desk().Report().Value(a))
		}
	}
	for _, a := range c.Cells {
		if shown := p.Grid.Cells[a]; shown != nil {
			shown.setFilled(p.Desk().Report().ZeroFilled[a])
		}
	}
	p.showMarks()
	p.showNotices()
}

// showPlace puts the caret into the cell that changed, unless there are several
// and it stands in one of them.
func (p *Table) showPlace(c desk.Change) {
	for _, a := range c.Cells {
		shown := p.Grid.Cells[a]
		if shown == nil || shown.Entry == nil {
			continue
		}
		if p.current == nil || !slices.Contains(c.Cells, p.current.Address) {
			p.Focus(shown.Entry)
		}
		return
	}
}

// showAll loads every cell from the report.
func (p *Table) showAll() {
	for a, c := range p.Grid.Cells {
		p.took(c, p.Desk().Report().Refusal(a))
		c.Filled = p.Desk().Report().ZeroFilled[a]
		c.show(p.written(c))
	}
	p.showMarks()
	p.showNotices()
}

// written is what a cell shows: what somebody wrote, or the sum.
func (p *Table) written(c *cell) string {
	if c.Entry == nil {
		return p.Desk().Report().Value(c.Address)
	}
	return p.Desk().Report().Written(c.Address)
}

// put sets cells in one step, and counts those that took their text.
func (p *Table) put(inputs []desk.Input) (placed, refused int) {
	for i, err := range p.Desk().SetAll(inputs) {
		c := p.Grid.Cells[inputs[i].Address]
		if !p.took(c, err) {
			refused++
			c.show(inputs[i].Text)
			c.Refresh()
			continue
		}
		placed++
		c.show(p.Desk().Report().Value(c.Address))
	}
	return placed, refused
}

// Spot is the cell with the caret, in reading order.
func (p *Table) Spot() (field, caret int) { //nolint:unparam // a cell has no place within
	for i, c := range p.Grid.order() {
		if c == p.last {
			return i, 0
		}
	}
	return 0, 0
}

// PutCaret belongs to Spot.
func (p *Table) PutCaret(field, _ int) {
	if all := p.Grid.order(); field >= 0 && field < len(all) && all[field].Entry != nil {
		p.Focus(all[field].Entry)
	}
}

// At belongs to Placed. A field is a cell.
func (p *Table) At(f check.Finding) Position {
	if c := p.cellOf(f); c != nil {
		return p.positionOf(c)
	}
	return Whole()
}

// Here belongs to Placed.
func (p *Table) Here() Position {
	if p.current == nil {
		return Whole()
	}
	return p.positionOf(p.current)
}

// Field is the cell with the caret, or that had it last; nil for none.
func (p *Table) Field() fyne.Focusable {
	if p.last == nil {
		return nil
	}
	return p.last.Entry
}

func (p *Table) positionOf(wanted *cell) Position {
	for i, c := range p.Grid.order() {
		if c == wanted {
			return Position{Field: i}
		}
	}
	return Whole()
}

// cellOf is the first cell of a finding that can be typed into; nil for none.
func (p *Table) cellOf(f check.Finding) *cell {
	for _, a := range f.Cells {
		if c := p.Grid.Cells[a]; c != nil && c.Entry != nil {
			return c
		}
	}
	return nil
}

// showHead shows the head of the table on top while the table's own is out of
// view.
func (p *Table) showHead() {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.Grid).Y -
		fyne.CurrentApp().Driver().AbsolutePositionForObject(p.Scroll.Content).Y
	if p.Scroll.View.Offset.Y <= top || !p.headFits() {
		p.Head.Hide()
		return
	}
	p.Head.Resize(fyne.NewSize(p.Grid.Size().Width, p.Head.Height()))
	p.Head.Show()
}

// headFits reports whether the table has a head of its own and there is room to
// keep it in view.
func (p *Table) headFits() bool {
	return p.Head.rows > 0 && p.Head.Height() < 0.4*p.Scroll.View.Size().Height
}
