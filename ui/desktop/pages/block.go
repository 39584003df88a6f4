package pages

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// blockCard shows one block.
type blockCard struct {
	page      *Prose
	place     int
	Number    *canvas.Text
	head      *fyne.Container
	Heading   *widgets.TextEntry // nil for a block that leads in without one
	Count     *canvas.Text
	Text      *widgets.TextEntry
	Refused   *widgets.Paragraph // why the fields as they stand are not kept
	refused   struct{ heading, text error }
	Long      *widgets.Paragraph // which paragraph is tiring to read
	Findings  *fyne.Container
	back      *canvas.Rectangle
	container *fyne.Container
}

// newCard makes the card of a block, the i-th of n.
func (p *Prose) newCard(i int, b model.Block, n int) *blockCard {
	c := &blockCard{page: p, place: i}
	c.Text = c.textField(b.Text)
	if p.headings && (i > 0 || b.Heading != "") {
		c.Heading = c.headingField(b.Heading)
	}
	if p.Final() {
		c.Text.Disable()
		if c.Heading != nil {
			c.Heading.Disable()
		}
	}
	c.Count = widgets.Label("", widgets.SizeNote, widgets.ColorFaint)
	c.Count.Alignment = fyne.TextAlignTrailing
	c.Number = widgets.Label("", widgets.SizeBody, widgets.ColorSecond)
	c.Refused = widgets.NewParagraph("", widgets.SizeNote, theme.ColorNameError)
	c.Refused.Hide()
	c.Long = widgets.NewParagraph("", widgets.SizeNote, widgets.ColorSecond)
	c.Long.Hide()
	c.Findings = container.New(&widgets.Stack{Gap: 4})
	c.Findings.Hide()
	c.arrange(c.tools(n))
	c.focused(false)
	c.showCount()
	return c
}

// textField is where the block's text is typed.
func (c *blockCard) textField(text string) *widgets.TextEntry {
	p, edition := c.page, c.page.Desk().Report().Edition()
	field := widgets.NewProseEntry(leastRows, p.Post)
	field.Resize(fyne.NewSize(widgets.WidestPage, 100)) // about its width: laying long text out twice takes time
	field.Load(edition.Shown(text))
	field.OnChanged = func(text string) {
		c.refused.text = p.Desk().SetText(p.section, c.place, edition.Kept(text))
		c.showRefused()
		c.showCount()
	}
	field.History = p
	field.OnGrown = func() { p.Scroll.Relayout() }
	field.OnFocus = c.follow(field)
	field.OnKey = p.WalkKey
	field.OnPaste = p.offerTable
	field.OnCaret = func(top, bottom float32) { p.Scroll.RevealSpan(field, top, bottom) }
	return field
}

// headingField is where the block's sub-heading is typed.
func (c *blockCard) headingField(heading string) *widgets.TextEntry {
	p := c.page
	field := widgets.NewTextEntry(p.Post)
	field.SetPlaceHolder(textHeadingHint)
	field.Load(heading)
	field.OnChanged = func(text string) {
		c.refused.heading = p.Desk().SetHeading(p.section, c.place, strings.TrimSpace(text))
		c.showRefused()
	}
	field.OnFocus = c.follow(field)
	field.History = p
	field.OnKey = p.WalkKey
	field.OnSubmitted = func(string) { p.Focus(c.Text) }
	return field
}

// arrange puts the parts of the card in their places.
func (c *blockCard) arrange(buttons []fyne.CanvasObject) {
	var heading fyne.CanvasObject = widgets.Gap(1, 1)
	if c.Heading != nil {
		heading = c.Heading
	}
	tools := container.New(&widgets.Row{Wide: -1}, buttons...)
	c.head = container.New(&widgets.Row{Gap: 10, Wide: 1},
		c.Number, heading, widgets.WithWidth(c.Count, countWidth), widgets.Gap(tools.MinSize().Width, tools.MinSize().Height))
	c.back = widgets.Ground(widgets.ColorPanel)
	c.back.CornerRadius = 8
	body := container.New(&widgets.Stack{Gap: 8}, c.head, c.Text, c.Refused, c.Long, c.Findings)
	// The tools come after the text, for Tab, and lie where the head leaves room.
	c.container = container.New(widgets.NewInset(16, 12, 16, 14), c.back, container.New(widgets.Cornered{Level: c.head}, body, tools))
}

// tools are the small buttons of a block: merge, up, down, remove.
func (c *blockCard) tools(n int) []fyne.CanvasObject {
	if n < 2 || c.page.Final() {
		return nil
	}
	merge := widgets.NewButton(TextMerge, widgets.Quiet, c.merge)
	up := widgets.NewIconButton(widgets.UpSign(), func() { c.move(-1) })
	down := widgets.NewIconButton(widgets.DownSign(), func() { c.move(1) })
	if c.place == 0 {
		merge.Disable()
		up.Disable()
	}
	if c.place == n-1 {
		down.Disable()
	}
	return []fyne.CanvasObject{merge, up, down, widgets.NewIconButton(widgets.CrossSign(), c.Remove)}
}

// move changes places with the block that many places down. Like merge and Remove it
// leaves this card behind: the page makes its cards anew, and puts the caret where
// this one's text has gone.
func (c *blockCard) move(by int) {
	from, to := c.place, c.place+by
	if to < 0 || to >= len(c.page.Cards) {
		return
	}
	c.page.current, c.place = c, to
	c.page.Desk().MoveBlock(c.page.section, from, to)
}

// merge puts the text at the end of the block before.
func (c *blockCard) merge() {
	from := c.place
	if from == 0 {
		return
	}
	c.page.current, c.place = c, from-1
	if err := c.page.Desk().MergeBlock(c.page.section, from); err != nil {
		c.place = from
		c.page.Dialogs().Tell(TextMerge, failure.Words(err))
	}
}

// Remove takes the block out, after asking when it holds something.
func (c *blockCard) Remove() {
	if len(c.page.Cards) < 2 {
		return
	}
	take := func() {
		c.page.current = c
		c.page.Desk().RemoveBlock(c.page.section, c.place)
	}
	b := c.page.Desk().Report().Narrative[c.page.section][c.place]
	if strings.TrimSpace(b.Heading+b.Text) == "" {
		take()
		return
	}
	c.page.Dialogs().Ask(dialog.Question{Title: textRemoveTitle, Body: textRemoveBody, Yes: textRemove, Rank: widgets.Danger, Do: take})
}

// follow follows the caret into a field and out of it.
func (c *blockCard) follow(field *widgets.TextEntry) func(on bool) {
	return func(on bool) {
		if on {
			c.page.field = field
		}
		c.focused(on)
	}
}

func (c *blockCard) focused(on bool) {
	c.back.StrokeColor, c.back.StrokeWidth = widgets.Ink(widgets.ColorLine), 1
	if on {
		c.back.StrokeColor = widgets.Ink(theme.ColorNamePrimary)
		c.page.current = c
		c.page.FollowCaret()
		c.show()
	} else {
		c.page.Desk().Hurry()
	}
	c.back.Refresh()
}

// show scrolls until the block is to be seen, or of one higher than the page the
// line with the caret.
func (c *blockCard) show() {
	if c.container.Size().Height < c.page.Scroll.View.Size().Height {
		c.page.Scroll.Reveal(c.container)
		return
	}
	c.Text.RevealCaret()
}

func (c *blockCard) showCount() {
	c.Count.Text = textCharacters(charactersIn(c.Text.Text))
	c.Count.Refresh()
	c.note(c.Long, longParagraphIn(c.Text.Text), widgets.ColorSecond)
}

// charactersIn counts the characters of a text, blanks left out.
func charactersIn(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// longParagraphIn names the first paragraph that is too long to read well.
func longParagraphIn(text string) string {
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		if len(paragraph) > longParagraph && (len(paragraph) > utf8.UTFMax*longParagraph || utf8.RuneCountInString(paragraph) > longParagraph) {
			return textLongParagraph(n)
		}
	}
	return ""
}

func (c *blockCard) showRefused() {
	why := ""
	if err := cmp.Or(c.refused.heading, c.refused.text); err != nil {
		why = failure.Words(err)
	}
	c.note(c.Refused, why, theme.ColorNameError)
}

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
	c.page.Scroll.Relayout()
}
