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
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
)

// proseHost is what a page of prose needs as well.
type proseHost interface {
	host
	FollowCaret() // turns the preview
	// Walk goes through the marks 待核, from the first of a block on.
	Walk(section model.SectionID, block int)
	// WalkKey takes a key of a field while the walk goes on; false for one that is
	// the field's.
	WalkKey(fyne.KeyName) bool
	// FillTable shows the page of a table and pastes a text there.
	FillTable(section model.SectionID, text string)
}

// Prose edits the blocks of a section written as prose.
type Prose struct {
	proseHost
	section  model.SectionID
	headings bool // the section's blocks may have sub-headings
	Scroll   *widgets.Scroller
	whole    *fyne.Container // findings of the section as a whole: below the fields, which they would move
	blocks   *fyne.Container
	Cards    []*blockCard
	scaffold *widgets.Button    // builds the section while it is empty
	current  *blockCard         // that had the caret last
	field    *widgets.TextEntry // of it
	findings []check.Finding
	said     string // what the findings on show say; empty before any
}

// countWidth is the room for a number of characters: “12345 字”.
const countWidth = 62

// leastRows is how many lines an empty block shows.
const leastRows = 2

// NewProse makes the page of a section written as prose.
func NewProse(h proseHost, s model.Section) *Prose {
	p := &Prose{proseHost: h, section: s.ID, headings: s.Titled()}
	p.whole = container.New(&widgets.Stack{Gap: 6})
	p.whole.Hide()
	p.blocks = container.New(&widgets.Stack{Gap: 12})
	add := widgets.NewButton(TextAddBlock, widgets.Plain, func() { p.Add() })
	if !p.headings {
		add.Text = textAddText
	}
	add.Hidden = p.Final()
	p.scaffold = widgets.NewButton(TextScaffold, widgets.Plain, p.Scaffold)
	foot := container.New(&widgets.Row{Gap: 8, Wide: -1}, add, p.scaffold)
	var tools []fyne.CanvasObject
	if !p.Final() {
		tools = []fyne.CanvasObject{widgets.NewButton(textPhrases, widgets.Plain, p.InsertPhrase), widgets.NewButton(textNumbers, widgets.Plain, p.InsertNumber)}
	}
	p.Scroll = widgets.NewScroller(widgets.NewPageStack(), widgets.PageHead(s.Name(), s.Advice, tools...), p.blocks, p.whole, foot)
	p.scaffold.Hidden = !p.CanScaffold()
	p.rebuild()
	return p
}

// Content belongs to Page.
func (p *Prose) Content() fyne.CanvasObject { return p.Scroll.Outer }

// Chapters belongs to Page.
func (p *Prose) Chapters() []string { return []string{"文字部分"} }

// Begin belongs to Page.
func (p *Prose) Begin() fyne.Focusable {
	c := p.Cards[0]
	if c.Heading != nil && c.Heading.Text == "" {
		return c.Heading
	}
	return c.Text
}

// Changed belongs to Page.
func (p *Prose) Changed(c desk.Change) {
	p.scaffold.Hidden = !p.CanScaffold()
	switch {
	case c.Blocks && c.In(p.section), c.Reload && !p.load():
		p.rebuild()
		return
	case c.Particulars || c.In(p.section):
		p.renumber()
	}
	p.showFindings()
}

// load shows the texts of the report in the fields, the caret behind what
// changed; false when the blocks are no longer those on the screen.
func (p *Prose) load() bool {
	blocks := p.Desk().Report().Narrative[p.section]
	if len(blocks) != len(p.Cards) && len(blocks)+len(p.Cards) != 1 {
		return false
	}
	for i, c := range p.Cards {
		b := model.Block{}
		if i < len(blocks) {
			b = blocks[i]
		}
		if c.Heading == nil && b.Heading != "" {
			return false
		}
		if c.Heading != nil && c.Heading.Replace(b.Heading) {
			p.Focus(c.Heading)
		}
		if c.Text.Replace(p.Desk().Report().Edition().Shown(b.Text)) {
			p.Focus(c.Text)
			c.showCount()
			p.Scroll.Relayout()
		}
	}
	return true
}

// Reveal belongs to Page.
func (p *Prose) Reveal(f check.Finding) bool {
	at := p.At(f)
	if at == Whole() {
		p.Scroll.Reveal(p.whole) // where it is said
		return false
	}
	c := p.Cards[f.Place.Block]
	entry := c.Text
	if f.Place.Heading && c.Heading != nil {
		entry = c.Heading
	}
	p.Focus(entry)
	entry.PlaceCaret(at.Start) // for a place that is no more than a point
	entry.Select(at.Start, at.End)
	c.show()
	return true
}

// ShowMatch selects a text that was found.
func (p *Prose) ShowMatch(m desk.Match) {
	c := p.Cards[min(m.Block, len(p.Cards)-1)]
	entry := c.Text
	if m.Heading && c.Heading != nil {
		entry = c.Heading
	}
	p.Focus(entry)
	entry.Select(m.Start, m.End)
	c.show()
}

// InsertPhrase puts a usual sentence where the caret is.
func (p *Prose) InsertPhrase() {
	askPhrase(p.Dialogs(), phrasesFor(p.Desk().Report(), p.section), p.insert)
}

// InsertNumber puts the number of a cell where the caret is.
func (p *Prose) InsertNumber() { askNumber(p.Dialogs(), p.Desk().Report(), p.insert) }

func (p *Prose) insert(text string) {
	c := p.current
	if c == nil || !slices.Contains(p.Cards, c) {
		c = p.Cards[len(p.Cards)-1]
	}
	p.Focus(c.Text)
	c.Text.Insert(text)
	c.show()
}

// inWork is the block that has the caret, or had it last.
func (p *Prose) inWork() *blockCard {
	place, _ := p.Spot()
	return p.Cards[place]
}

// MoveInWork changes the place of the block in work by so many.
func (p *Prose) MoveInWork(by int) { p.inWork().move(by) }

// MergeInWork puts the block in work at the end of the one before.
func (p *Prose) MergeInWork() { p.inWork().merge() }

// RemoveInWork takes the block in work out.
func (p *Prose) RemoveInWork() { p.inWork().Remove() }

// Add appends an empty block and puts the caret into it.
func (p *Prose) Add() {
	if len(p.Desk().Report().Narrative[p.section]) == 0 {
		p.Desk().AddBlock(p.section, 0) // the one on the screen becomes real
	}
	p.Desk().AddBlock(p.section, len(p.Desk().Report().Narrative[p.section]))
	last := p.Cards[len(p.Cards)-1]
	if last.Heading != nil {
		p.Focus(last.Heading)
	} else {
		p.Focus(last.Text)
	}
}

// rebuild makes the cards anew, after blocks came, went or moved.
func (p *Prose) rebuild() {
	blocks := p.Desk().Report().Narrative[p.section]
	if len(blocks) == 0 {
		blocks = []model.Block{{}} // something to write into
	}
	p.Cards = p.Cards[:0]
	p.blocks.RemoveAll()
	for i, b := range blocks {
		c := p.newCard(i, b, len(blocks))
		p.Cards = append(p.Cards, c)
		p.blocks.Add(c.container)
	}
	p.renumber()
	p.said = ""
	p.showFindings()
	p.Scroll.Relayout()
}

// renumber shows the numbers of the sub-headings as they will print.
func (p *Prose) renumber() {
	r := p.Desk().Report()
	numbered := r.Headings(p.section)
	for i, c := range p.Cards {
		text := ""
		switch {
		case i < len(numbered) && numbered[i] != "":
			text = strings.TrimSuffix(numbered[i], strings.TrimSpace(r.Narrative[p.section][i].Heading))
		case c.Heading != nil:
			text = "—"
		case len(p.Cards) > 1 && p.headings && i == 0:
			text = textLead
		default:
			text = textBody
		}
		if c.Number.Text != text {
			c.Number.Text = text
			c.head.Refresh() // the number's width may differ
		}
	}
}

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

// Field is the field with the caret, or that had it last; nil for none.
func (p *Prose) Field() fyne.Focusable {
	if p.field == nil || p.current == nil || !slices.Contains(p.Cards, p.current) {
		return nil
	}
	return p.field
}

// HeadingInWork is the complete sub-heading of the block with the caret.
func (p *Prose) HeadingInWork() string {
	headings := p.Desk().Report().Headings(p.section)
	if p.current != nil && p.current.place < len(headings) {
		return p.Desk().Report().Expand(headings[p.current.place]) // as it prints
	}
	return ""
}

// Spot is the block with the caret, and the characters before it.
func (p *Prose) Spot() (field, caret int) {
	if p.current == nil {
		return 0, 0
	}
	return min(p.current.place, len(p.Cards)-1), p.current.Text.Caret()
}

// PutCaret belongs to Spot.
func (p *Prose) PutCaret(field, caret int) {
	if field < 0 || field >= len(p.Cards) {
		return
	}
	c := p.Cards[field]
	p.Focus(c.Text)
	c.Text.PlaceCaret(caret)
}
