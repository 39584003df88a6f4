package pages

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
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
func (p *Prose) Chapters() []string { return []string{chapterProse} }

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
		_ = p.Desk().AddBlock(p.section, 0) // the one on the screen becomes real
	}
	if err := p.Desk().AddBlock(p.section, len(p.Desk().Report().Narrative[p.section])); err != nil {
		p.Dialogs().Tell(textAdd, failure.Words(err))
		return
	}
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

// At belongs to Placed. A block has two fields, its sub-heading and its text.
func (p *Prose) At(f check.Finding) Position {
	if f.Place == nil || f.Place.Block >= len(p.Cards) {
		return Whole()
	}
	at := Position{2 * f.Place.Block, f.Place.Start, f.Place.End}
	if f.Place.Heading {
		return at
	}
	r := p.Desk().Report()
	e, text := r.Edition(), ""
	if blocks := r.Narrative[p.section]; f.Place.Block < len(blocks) {
		text = blocks[f.Place.Block].Text
	}
	return Position{at.Field + 1, e.ShownAt(text, at.Start), e.ShownAt(text, at.End)}
}

// Here belongs to Placed.
func (p *Prose) Here() Position {
	for i, c := range p.Cards {
		if c.Heading != nil && c.Heading.HasFocus() {
			start, end := c.Heading.Selection()
			return Position{2 * i, start, end}
		}
		if c.Text.HasFocus() {
			start, end := c.Text.Selection()
			return Position{2*i + 1, start, end}
		}
	}
	return Whole()
}

// CanScaffold reports whether the section can be built from its usual sentences: it is
// empty, and there are some.
func (p *Prose) CanScaffold() bool {
	return !p.Final() && p.headings && !p.Desk().Begun(p.section) && len(scaffold(p.Desk().Report(), p.section)) > 0
}

// Scaffold builds the section and selects the first place that is to be filled in; F4
// leads on from one to the next.
func (p *Prose) Scaffold() {
	if !p.CanScaffold() {
		return
	}
	if err := p.Desk().Scaffold(p.section, scaffold(p.Desk().Report(), p.section)); err != nil {
		p.Dialogs().Tell(TextScaffold, failure.Words(err))
		return
	}
	for _, c := range p.Cards {
		if before, _, found := strings.Cut(c.Text.Text, toFillIn); found {
			at := utf8.RuneCountInString(before)
			p.Focus(c.Text)
			c.Text.Select(at, at+utf8.RuneCountInString(toFillIn))
			p.Scroll.Reveal(c.container)
			return
		}
	}
}
