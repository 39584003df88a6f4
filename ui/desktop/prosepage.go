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
	"nianbao/ui/desktop/widgets"
)

// prosePage edits the blocks of a section written as prose.
type prosePage struct {
	host
	section  model.SectionID
	headings bool // the section's blocks may have sub-headings
	scroll   *widgets.Scroller
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
	heading   *widgets.TextEntry // nil for a block that leads in without one
	count     *canvas.Text
	text      *widgets.TextEntry
	refused   *widgets.Paragraph // why the text as it stands is not kept
	long      *widgets.Paragraph // which paragraph is tiring to read
	findings  *fyne.Container
	back      *canvas.Rectangle
	container *fyne.Container
}

func newProsePage(h host, s model.Section) *prosePage {
	p := &prosePage{host: h, section: s.ID, headings: s.Titled()}
	p.top = container.New(&widgets.Stack{Gap: 6})
	p.top.Hide()
	p.blocks = container.New(&widgets.Stack{Gap: 12})
	add := widgets.NewButton(textAddBlock, widgets.Plain, func() { p.add() })
	if !p.headings {
		add.Text = textAddText
	}
	add.Hidden = p.final()
	foot := container.New(&widgets.Row{Wide: -1}, add)
	var tools []fyne.CanvasObject
	if !p.final() {
		tools = []fyne.CanvasObject{widgets.NewButton(textPhrases, widgets.Plain, p.insertPhrase), widgets.NewButton(textNumbers, widgets.Plain, p.insertNumber)}
	}
	p.scroll = widgets.NewScroller(widgets.NewPageStack(), widgets.PageHead(s.Name(), s.Advice, tools...), p.top, p.blocks, foot)
	p.rebuild()
	return p
}

func (p *prosePage) content() fyne.CanvasObject { return p.scroll.Outer }

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
		if c.heading != nil && c.heading.Replace(b.Heading) {
			p.focus(c.heading)
		}
		if c.text.Replace(p.desk().Report().Edition().Shown(b.Text)) {
			p.focus(c.text)
			c.showCount()
			p.scroll.Relayout()
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
		c.heading.Select(f.Place.Start, f.Place.End)
		p.scroll.Reveal(c.container)
		return
	}
	p.focus(c.text)
	if f.Place != nil {
		e, text := p.desk().Report().Edition(), p.desk().Report().Narrative[p.section][place].Text
		c.text.Select(e.ShownAt(text, f.Place.Start), e.ShownAt(text, f.Place.End))
	}
	p.scroll.Reveal(c.container)
}

// showMatch selects a text that was found.
func (p *prosePage) showMatch(m desk.Match) {
	c := p.cards[min(m.Block, len(p.cards)-1)]
	entry := c.text
	if m.Heading && c.heading != nil {
		entry = c.heading
	}
	p.focus(entry)
	entry.Select(m.Start, m.End)
	p.scroll.Reveal(c.container)
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
	c.text.Insert(text)
	p.scroll.Reveal(c.container)
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
	p.scroll.Relayout()
}

func (p *prosePage) newCard(i int, b model.Block, n int) *blockCard {
	c := &blockCard{page: p, place: i}
	c.count = widgets.Label("", widgets.SizeNote, widgets.ColorFaint)
	c.number = widgets.Label("", widgets.SizeBody, widgets.ColorSecond)
	c.text = widgets.NewProseEntry(leastRows, p.post)
	c.text.Resize(fyne.NewSize(widgets.WidestPage, 100)) // about its width: laying long text out twice takes time
	edition := p.desk().Report().Edition()
	c.text.Load(edition.Shown(b.Text))
	c.text.OnChanged = func(text string) {
		why := ""
		if err := p.desk().SetText(p.section, c.place, edition.Kept(text)); err != nil {
			why = err.Error()
		}
		c.showRefused(why)
		c.showCount()
	}
	c.text.History = p
	c.text.Room = func() float32 { return 0.7 * p.scroll.View.Size().Height }
	c.text.OnGrown = func() { p.scroll.Relayout() }
	c.text.OnFocus = c.focused
	c.refused = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	c.refused.Hide()
	c.long = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	c.long.Hide()
	c.findings = container.New(&widgets.Stack{Gap: 4})
	c.findings.Hide()

	head := []fyne.CanvasObject{c.number}
	if p.headings && (i > 0 || b.Heading != "") {
		c.heading = widgets.NewTextEntry(p.post)
		c.heading.SetPlaceHolder(textHeadingHint)
		c.heading.Load(b.Heading)
		c.heading.OnChanged = func(text string) { p.desk().SetHeading(p.section, c.place, strings.TrimSpace(text)) }
		c.heading.OnFocus = c.focused
		c.heading.History = p
		c.heading.OnSubmitted = func(string) { p.focus(c.text) }
		head = append(head, c.heading)
	} else {
		head = append(head, widgets.Gap(1, 1))
	}
	c.count.Alignment = fyne.TextAlignTrailing
	tools := container.New(&widgets.Row{Wide: -1}, c.tools(n)...)
	head = append(head, widgets.WithWidth(c.count, countWidth), widgets.Gap(tools.MinSize().Width, tools.MinSize().Height))
	c.head = container.New(&widgets.Row{Gap: 10, Wide: 1}, head...)

	if p.final() {
		c.text.Disable()
		if c.heading != nil {
			c.heading.Disable()
		}
	}
	c.back = widgets.Ground(widgets.ColorPanel)
	c.back.CornerRadius = 8
	body := container.New(&widgets.Stack{Gap: 8},
		c.head,
		c.text,
		c.refused, c.long, c.findings)
	// The tools come after the text, for Tab, and lie where the head leaves room.
	c.container = container.New(widgets.NewInset(16, 12, 16, 14), c.back, container.New(widgets.Cornered{Level: c.head}, body, tools))
	c.focused(false)
	c.showCount()
	return c
}

// tools are the small buttons of a block: up, down, remove.
func (c *blockCard) tools(n int) []fyne.CanvasObject {
	if n < 2 || c.page.final() {
		return nil
	}
	merge := widgets.NewButton(textMerge, widgets.Quiet, c.merge)
	up := widgets.NewIconButton(widgets.UpSign(), func() { c.move(-1) })
	down := widgets.NewIconButton(widgets.DownSign(), func() { c.move(1) })
	if c.place == 0 {
		merge.Disable()
		up.Disable()
	}
	if c.place == n-1 {
		down.Disable()
	}
	return []fyne.CanvasObject{merge, up, down, widgets.NewIconButton(widgets.CrossSign(), c.remove)}
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
	c.page.ask(question{title: textRemoveTitle, body: textRemoveBody, yes: textRemove, rank: widgets.Danger, do: take})
}

func (c *blockCard) focused(on bool) {
	c.back.StrokeColor, c.back.StrokeWidth = widgets.Ink(widgets.ColorLine), 1
	if on {
		c.back.StrokeColor = widgets.Ink(theme.ColorNamePrimary)
		c.page.current = c
		c.page.followCaret()
		c.page.scroll.Reveal(c.container)
	} else {
		c.page.desk().Hurry()
	}
	c.back.Refresh()
}

func (c *blockCard) showCount() {
	c.count.Text = textCharacters(utf8.RuneCountInString(strings.Join(strings.Fields(c.text.Text), "")))
	c.count.Refresh()
	c.note(c.long, longParagraphIn(c.text.Text), widgets.ColorSecond)
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
func (c *blockCard) note(line *widgets.Paragraph, text string, color fyne.ThemeColorName) {
	if line.Visible() == (text != "") && line.Text == text {
		return
	}
	line.Set(text, color)
	if text == "" {
		line.Hide()
	} else {
		line.Show()
	}
	c.page.scroll.Relayout()
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
		p.scroll.Relayout()
	}
}

// findingWithTools is a finding with the way to its place, which moves while there
// is typing before it, and to an answer.
func (p *prosePage) findingWithTools(i int) fyne.CanvasObject {
	f := p.findings[i]
	tools := container.New(&widgets.Row{Gap: 2, Wide: -1})
	if f.Level != check.Error && !p.final() {
		tools.Add(widgets.NewButton(textAnswer, widgets.Quiet, func() { p.askAnswer(p.findings[i]) }))
	}
	if f.Place != nil {
		tools.Add(widgets.NewButton(textGoTo, widgets.Quiet, func() { p.reveal(p.findings[i]) }))
	}
	if len(tools.Objects) == 0 {
		return findingLine(f)
	}
	return container.New(widgets.WithTools{}, findingLine(f), tools)
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
