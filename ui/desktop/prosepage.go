package desktop

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/desk"
)

// prosePage edits the blocks of a section written as prose.
type prosePage struct {
	host
	section  model.SectionID
	headings bool // the section's blocks may have sub-headings
	scroll   *scroller
	top      *fyne.Container // findings of the section as a whole
	blocks   *fyne.Container
	cards    []*blockCard
	current  *blockCard // that had the caret last
	findings []check.Finding
	said     string // what the findings on show say; empty before any
}

// countWidth is the room for a number of characters: “12345 字”.
const countWidth = 62

// leastRows is how many lines an empty block shows.
const leastRows = 2

// blockCard shows one block.
type blockCard struct {
	page      *prosePage
	place     int
	number    *canvas.Text
	head      *fyne.Container
	heading   *textEntry // nil for a block that leads in without one
	count     *canvas.Text
	text      *textEntry
	refused   *paragraph // why the text as it stands is not kept
	long      *paragraph // which paragraph is tiring to read
	findings  *fyne.Container
	back      *canvas.Rectangle
	container *fyne.Container
}

func newProsePage(h host, id model.SectionID, title, advice string) *prosePage {
	p := &prosePage{host: h, section: id, headings: id != model.Preamble}
	p.top = container.New(&stack{gap: 6})
	p.top.Hide()
	p.blocks = container.New(&stack{gap: 12})
	add := newButton(textAddBlock, plain, func() { p.add() })
	if !p.headings {
		add.text = textAddText
	}
	add.Hidden = p.final()
	foot := container.New(&row{wide: -1}, add)
	var tools []fyne.CanvasObject
	if !p.final() {
		tools = []fyne.CanvasObject{newButton(textPhrases, plain, p.insertPhrase), newButton(textNumbers, plain, p.insertNumber)}
	}
	p.scroll = newScroller(pageStack(), pageHead(title, advice, tools...), p.top, p.blocks, foot)
	p.rebuild()
	return p
}

func (p *prosePage) content() fyne.CanvasObject { return p.scroll.outer }

func (p *prosePage) begin() fyne.Focusable {
	c := p.cards[0]
	if c.heading != nil && c.heading.Text == "" {
		return c.heading
	}
	return c.text
}

func (p *prosePage) changed(c desk.Change) {
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
func (p *prosePage) load() bool {
	blocks := p.desk().Report().Narrative[p.section]
	if len(blocks) != len(p.cards) && len(blocks)+len(p.cards) != 1 {
		return false
	}
	for i, c := range p.cards {
		b := model.Block{}
		if i < len(blocks) {
			b = blocks[i]
		}
		if c.heading == nil && b.Heading != "" {
			return false
		}
		if c.heading != nil && c.heading.replace(b.Heading) {
			p.focus(c.heading)
		}
		if c.text.replace(p.desk().Report().Edition().Shown(b.Text)) {
			p.focus(c.text)
			c.showCount()
			p.scroll.relayout()
		}
	}
	return true
}

func (p *prosePage) reveal(f check.Finding) {
	place := 0
	if f.Place != nil {
		place = min(f.Place.Block, len(p.cards)-1)
	}
	c := p.cards[place]
	if f.Place != nil && f.Place.Heading && c.heading != nil {
		p.focus(c.heading)
		c.heading.choose(f.Place.Start, f.Place.End)
		p.scroll.reveal(c.container)
		return
	}
	p.focus(c.text)
	if f.Place != nil {
		e, text := p.desk().Report().Edition(), p.desk().Report().Narrative[p.section][place].Text
		c.text.choose(e.ShownAt(text, f.Place.Start), e.ShownAt(text, f.Place.End))
	}
	p.scroll.reveal(c.container)
}

// showMatch selects a text that was found.
func (p *prosePage) showMatch(m desk.Match) {
	c := p.cards[min(m.Block, len(p.cards)-1)]
	entry := c.text
	if m.Heading && c.heading != nil {
		entry = c.heading
	}
	p.focus(entry)
	entry.choose(m.Start, m.End)
	p.scroll.reveal(c.container)
}

// insertPhrase puts a usual sentence where the caret is.
func (p *prosePage) insertPhrase() {
	p.askPhrase(phrasesFor(p.desk().Report(), p.section), p.insert)
}

// insertNumber puts the number of a cell where the caret is.
func (p *prosePage) insertNumber() { p.askNumber(p.desk().Report(), p.insert) }

func (p *prosePage) insert(text string) {
	c := p.current
	if c == nil || !slices.Contains(p.cards, c) {
		c = p.cards[len(p.cards)-1]
	}
	p.focus(c.text)
	c.text.insert(text)
	p.scroll.reveal(c.container)
}

// inWork is the block that has the caret, or had it last.
func (p *prosePage) inWork() *blockCard {
	place, _ := p.spot()
	return p.cards[place]
}

// add appends an empty block and puts the caret into it.
func (p *prosePage) add() {
	if len(p.desk().Report().Narrative[p.section]) == 0 {
		p.desk().AddBlock(p.section, 0) // the one on the screen becomes real
	}
	p.desk().AddBlock(p.section, len(p.desk().Report().Narrative[p.section]))
	last := p.cards[len(p.cards)-1]
	if last.heading != nil {
		p.focus(last.heading)
	} else {
		p.focus(last.text)
	}
}

// rebuild makes the cards anew, after blocks came, went or moved.
func (p *prosePage) rebuild() {
	blocks := p.desk().Report().Narrative[p.section]
	if len(blocks) == 0 {
		blocks = []model.Block{{}} // something to write into
	}
	p.cards = p.cards[:0]
	p.blocks.RemoveAll()
	for i, b := range blocks {
		c := p.newCard(i, b, len(blocks))
		p.cards = append(p.cards, c)
		p.blocks.Add(c.container)
	}
	p.renumber()
	p.said = ""
	p.showFindings()
	p.scroll.relayout()
}

func (p *prosePage) newCard(i int, b model.Block, n int) *blockCard {
	c := &blockCard{page: p, place: i}
	c.count = label("", sizeNote, colorFaint)
	c.number = label("", sizeBody, colorSecond)
	c.text = newProseEntry(leastRows, p.post)
	c.text.Resize(fyne.NewSize(widestPage, 100)) // about its width: laying long text out twice takes time
	edition := p.desk().Report().Edition()
	c.text.load(edition.Shown(b.Text))
	c.text.OnChanged = func(text string) {
		why := ""
		if err := p.desk().SetText(p.section, c.place, edition.Kept(text)); err != nil {
			why = err.Error()
		}
		c.showRefused(why)
		c.showCount()
	}
	c.text.history = p
	c.text.room = func() float32 { return 0.7 * p.scroll.view.Size().Height }
	c.text.onGrown = func() { p.scroll.relayout() }
	c.text.onFocus = c.focused
	c.refused = newParagraph("", sizeNote, theme.ColorNameError)
	c.refused.Hide()
	c.long = newParagraph("", sizeNote, colorSecond)
	c.long.Hide()
	c.findings = container.New(&stack{gap: 4})
	c.findings.Hide()

	head := []fyne.CanvasObject{c.number}
	if p.headings && (i > 0 || b.Heading != "") {
		c.heading = newTextEntry(p.post)
		c.heading.SetPlaceHolder(textHeadingHint)
		c.heading.load(b.Heading)
		c.heading.OnChanged = func(text string) { p.desk().SetHeading(p.section, c.place, strings.TrimSpace(text)) }
		c.heading.onFocus = c.focused
		c.heading.history = p
		c.heading.OnSubmitted = func(string) { p.focus(c.text) }
		head = append(head, c.heading)
	} else {
		head = append(head, gap(1, 1))
	}
	c.count.Alignment = fyne.TextAlignTrailing
	tools := container.New(&row{wide: -1}, c.tools(n)...)
	head = append(head, newWide(c.count, countWidth), gap(tools.MinSize().Width, tools.MinSize().Height))
	c.head = container.New(&row{gap: 10, wide: 1}, head...)

	if p.final() {
		c.text.Disable()
		if c.heading != nil {
			c.heading.Disable()
		}
	}
	c.back = ground(colorPanel)
	c.back.CornerRadius = 8
	body := container.New(&stack{gap: 8},
		c.head,
		c.text,
		c.refused, c.long, c.findings)
	// The tools come after the text, for Tab, and lie where the head leaves room.
	c.container = container.New(&inset{16, 12, 16, 14}, c.back, container.New(cornered{c.head}, body, tools))
	c.focused(false)
	c.showCount()
	return c
}

// cornered puts its second object into the upper right corner of the first, level
// with another.
type cornered struct{ level fyne.CanvasObject }

func (cornered) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return heightAt(objects[0], width)
}

func (c cornered) Layout(objects []fyne.CanvasObject, at fyne.Size) {
	objects[0].Resize(at)
	m := objects[1].MinSize()
	objects[1].Resize(m)
	objects[1].Move(fyne.NewPos(at.Width-m.Width, (c.level.Size().Height-m.Height)/2))
}

func (cornered) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// tools are the small buttons of a block: up, down, remove.
func (c *blockCard) tools(n int) []fyne.CanvasObject {
	if n < 2 || c.page.final() {
		return nil
	}
	merge := newButton(textMerge, quiet, c.merge)
	up := newIconButton(upSign(), func() { c.move(-1) })
	down := newIconButton(downSign(), func() { c.move(1) })
	if c.place == 0 {
		merge.Disable()
		up.Disable()
	}
	if c.place == n-1 {
		down.Disable()
	}
	return []fyne.CanvasObject{merge, up, down, newIconButton(crossSign(), c.remove)}
}

// move, merge and remove leave this card behind: the page makes its cards anew, and
// puts the caret where this one's text has gone.

// move changes places with the block that many places down.
func (c *blockCard) move(by int) {
	from, to := c.place, c.place+by
	if to < 0 || to >= len(c.page.cards) {
		return
	}
	c.page.current, c.place = c, to
	c.page.desk().MoveBlock(c.page.section, from, to)
}

// merge puts the text at the end of the block before.
func (c *blockCard) merge() {
	from := c.place
	if from == 0 {
		return
	}
	c.page.current, c.place = c, from-1
	c.page.desk().MergeBlock(c.page.section, from)
}

// remove takes the block out, after asking when it holds something.
func (c *blockCard) remove() {
	if len(c.page.cards) < 2 {
		return
	}
	take := func() {
		c.page.current = c
		c.page.desk().RemoveBlock(c.page.section, c.place)
	}
	b := c.page.desk().Report().Narrative[c.page.section][c.place]
	if strings.TrimSpace(b.Heading+b.Text) == "" {
		take()
		return
	}
	c.page.ask(question{title: textRemoveTitle, body: textRemoveBody, yes: textRemove, rank: danger, do: take})
}

func (c *blockCard) focused(on bool) {
	c.back.StrokeColor, c.back.StrokeWidth = ink(colorLine), 1
	if on {
		c.back.StrokeColor = ink(theme.ColorNamePrimary)
		c.page.current = c
		c.page.followCaret()
		c.page.scroll.reveal(c.container)
	} else {
		c.page.desk().Hurry()
	}
	c.back.Refresh()
}

func (c *blockCard) showCount() {
	c.count.Text = textCharacters(utf8.RuneCountInString(strings.Join(strings.Fields(c.text.Text), "")))
	c.count.Refresh()
	c.note(c.long, longParagraphIn(c.text.Text), colorSecond)
}

// longParagraphIn names the first paragraph that is too long to read well.
func longParagraphIn(text string) string {
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		if utf8.RuneCountInString(paragraph) > longParagraph {
			return textLongParagraph(n)
		}
	}
	return ""
}

func (c *blockCard) showRefused(why string) { c.note(c.refused, why, theme.ColorNameError) }

// note shows a line below the text, or none.
func (c *blockCard) note(line *paragraph, text string, color fyne.ThemeColorName) {
	if line.Visible() == (text != "") && line.text == text {
		return
	}
	line.show(text, color)
	if text == "" {
		line.Hide()
	} else {
		line.Show()
	}
	c.page.scroll.relayout()
}

// renumber shows the numbers of the sub-headings as they will print.
func (p *prosePage) renumber() {
	r := p.desk().Report()
	numbered := r.Headings(p.section)
	for i, c := range p.cards {
		text := ""
		switch {
		case i < len(numbered) && numbered[i] != "":
			text = strings.TrimSuffix(numbered[i], strings.TrimSpace(r.Narrative[p.section][i].Heading))
		case c.heading != nil:
			text = "—"
		case len(p.cards) > 1 && p.headings && i == 0:
			text = textLead
		default:
			text = textBody
		}
		if c.number.Text != text {
			c.number.Text = text
			c.head.Refresh() // the number's width may differ
		}
	}
}

// showFindings puts each finding below the block it speaks of, or on top. While
// they say the same, as at most key presses, their lines stay.
func (p *prosePage) showFindings() {
	p.findings = findingsOf(p.desk(), p.section)
	var say strings.Builder
	places := make([]int, len(p.findings)) // cards
	for i, f := range p.findings {
		places[i] = len(p.cards) // on top
		if f.Place != nil {
			places[i] = min(f.Place.Block, len(p.cards))
		}
		fmt.Fprintln(&say, places[i], f.Place != nil, f.Rule, f.Level, f.Message())
	}
	fmt.Fprint(&say, p.final())
	if say.String() == p.said {
		return
	}
	p.said = say.String()
	lines := make([][]fyne.CanvasObject, len(p.cards)+1) // the last: on top
	for i, at := range places {
		lines[at] = append(lines[at], p.findingWithTools(i))
	}
	moved := p.replace(p.top, lines[len(p.cards)])
	for i, c := range p.cards {
		moved = p.replace(c.findings, lines[i]) || moved
	}
	if moved {
		p.scroll.relayout()
	}
}

// findingWithTools is a finding with the way to its place, which moves while there
// is typing before it, and to an answer.
func (p *prosePage) findingWithTools(i int) fyne.CanvasObject {
	f := p.findings[i]
	tools := container.New(&row{gap: 2, wide: -1})
	if f.Level != check.Error && !p.final() {
		tools.Add(newButton(textAnswer, quiet, func() { p.askAnswer(p.findings[i]) }))
	}
	if f.Place != nil {
		tools.Add(newButton(textGoTo, quiet, func() { p.reveal(p.findings[i]) }))
	}
	if len(tools.Objects) == 0 {
		return findingLine(f)
	}
	return container.New(findingLayout{}, findingLine(f), tools)
}

// replace shows other lines, and tells whether there is anything to see anew.
func (p *prosePage) replace(box *fyne.Container, lines []fyne.CanvasObject) bool {
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
