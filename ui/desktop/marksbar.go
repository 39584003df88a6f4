package desktop

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// marksBar walks through what is left of last year's report (待核): it counts the
// marks, selects each in turn, and says what it was last year and is in the tables.
// Enter takes what it offers, or what was typed in place of the mark, and goes on;
// Esc leaves. It stands above the pages of prose while there are marks.
type marksBar struct {
	f                  *form
	outer              *fyne.Container
	count              *widgets.Paragraph
	was, now           *widgets.Button // take last year's value, or this year's
	back, forward, end *widgets.Button
	walking            bool
	at                 *desk.PendingMark // selected; nil when it has been typed over
	offer              string            // this year's value: the number of a cell, or the year; empty for none
	offers             string            // the same in words
}

func newMarksBar(f *form) *marksBar {
	b := &marksBar{f: f}
	b.count = widgets.NewParagraph("", widgets.SizeBody, theme.ColorNameForeground)
	b.was = widgets.NewButton("", widgets.Plain, func() { b.take(false) })
	b.now = widgets.NewButton("", widgets.Plain, func() { b.take(true) })
	b.back = widgets.NewIconButton(widgets.BackSign(), func() { b.turn(-1) })
	b.forward = widgets.NewIconButton(widgets.ForwardSign(), func() { b.turn(1) })
	b.end = widgets.NewIconButton(widgets.CrossSign(), b.leave)
	end := widgets.WithWidth(b.end, b.end.MinSize().Width) // without it too: a second click on › must not end the walk
	line := container.New(&widgets.Row{Gap: 8, Wide: 0}, b.count, b.was, b.now, b.back, b.forward, end)
	b.outer = widgets.OnGround(widgets.ColorHintBack, widgets.NewEdges(widgets.Edges{Bottom: widgets.Hairline()},
		container.New(widgets.NewInset(22, 5, 14, 5), widgets.WithHeight(line, b.was.MinSize().Height)))) // the same with the buttons and without
	b.outer.Hide()
	return b
}

// pending are the marks, while the report can be changed.
func (b *marksBar) pending() []desk.PendingMark {
	if b.f.Final() {
		return nil
	}
	return b.f.d.Pending()
}

// update brings the bar up to date with the report. Once there it stays until the
// page is turned: the field below must not move while somebody types.
func (b *marksBar) update() { b.updateOn(b.outer.Visible()) }

// turned is update after another page was shown.
func (b *marksBar) turned() { b.updateOn(false) }

func (b *marksBar) updateOn(stays bool) {
	all := b.pending()
	_, prose := b.f.shown().(*pages.Prose)
	if len(all) == 0 {
		b.walking = false
	}
	if b.at != nil && !slices.Contains(all, *b.at) {
		b.at, b.offer = nil, ""
	}
	visible := prose && (stays || len(all) > 0)
	if visible {
		b.show(len(all))
	}
	if visible != b.outer.Visible() {
		b.outer.Hidden = !visible
		b.f.relayout()
	}
}

// show says how many marks are left, and what the one in work was and is.
func (b *marksBar) show(left int) {
	text := textPendingLeft(left)
	if left == 0 {
		text = textPendingDone
	}
	b.was.Hide()
	b.now.Hide()
	b.end.Hidden = !b.walking
	switch {
	case b.walking && b.at != nil:
		text += textPendingType
		b.was.Text, b.was.Rank = textPendingWas(b.at.Words), widgets.Primary // what Enter takes
		if b.offer != "" {
			b.was.Rank = widgets.Plain
			b.now.Rank, b.now.Text = widgets.Primary, b.offers
			b.now.Show()
		}
		b.was.Show()
	case b.walking:
		text += textPendingNext
	}
	b.count.Set(text, theme.ColorNameForeground)
	b.outer.Refresh()
}

// place is where a mark is, as the form is read.
func (b *marksBar) place(m desk.PendingMark) stop {
	page := slices.IndexFunc(b.f.entries, func(e *sectionEntry) bool { return e.id == m.Section })
	at := pages.Position{Field: 2*m.Block + 1, Start: m.Start, End: m.End}
	if m.Heading {
		at.Field--
	}
	return stop{page: page, at: at}
}

// turn selects the next mark behind the caret, or the one before it, around the ends.
func (b *marksBar) turn(by int) {
	b.f.gather()
	all := b.pending()
	if len(all) == 0 {
		b.update()
		return
	}
	here, _ := b.f.here()
	next := 0
	if by > 0 {
		end := here
		end.at.Start = here.at.End
		end.at.End = 0
		next = slices.IndexFunc(all, func(m desk.PendingMark) bool { return b.place(m).comparePlace(end) >= 0 })
		next = max(next, 0)
	} else {
		next = len(all) - 1
		for i, m := range slices.Backward(all) {
			if b.place(m).comparePlace(here) < 0 {
				next = i
				break
			}
		}
	}
	b.goTo(all[next])
}

// goTo selects a mark.
func (b *marksBar) goTo(m desk.PendingMark) {
	b.walking, b.at = true, &m
	b.offer, b.offers = b.f.d.PendingYear(m), textPendingYear(b.f.d.Report().Year)
	if cell, value := b.f.d.PendingCell(m); value != "" {
		b.offer, b.offers = b.f.d.Report().Edition().Shown("{"+string(cell)+"}"), textPendingNow(value)
	}
	b.f.showMatch(m.Match)
	b.update()
}

// take puts last year's value, or this year's, in place of the mark and goes on to the
// next one.
func (b *marksBar) take(now bool) {
	if b.at == nil {
		b.turn(1)
		return
	}
	m, text := *b.at, b.at.Words
	if now && b.offer != "" {
		text = b.offer
	}
	b.f.showMatch(m.Match)
	if e, ok := b.f.Window.Canvas().Focused().(*widgets.TextEntry); ok && e.SelectedText() == model.Pending(m.Words) {
		e.Insert(text)
	}
	b.turn(1)
}

// key takes Enter while the walk goes on: what the mark offers, or what was typed
// in its place; and Esc, which leaves.
func (b *marksBar) key(k fyne.KeyName) (taken bool) {
	if !b.walking {
		return false
	}
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.f.gather()
		if b.at != nil {
			b.take(true)
		} else {
			b.turn(1)
		}
	case fyne.KeyEscape:
		b.leave()
	default:
		return false
	}
	return true
}

// leave ends the walk; the caret stays.
func (b *marksBar) leave() {
	b.walking, b.at, b.offer = false, nil, ""
	b.update()
}

// Walk goes through the marks from the first of a block on.
func (f *form) Walk(section model.SectionID, block int) {
	for _, m := range f.marks.pending() {
		if m.Section == section && m.Block == block {
			f.marks.goTo(m)
			return
		}
	}
}

// WalkKey takes a key of a field while the walk through the marks goes on.
func (f *form) WalkKey(k fyne.KeyName) bool { return f.marks.key(k) }

// walkMarks goes to the next mark, from a menu.
func (f *form) walkMarks() {
	if len(f.marks.pending()) == 0 {
		f.Tell(textPendingWalk, textNoPending)
		return
	}
	here, _ := f.here()
	for _, m := range f.marks.pending() {
		if f.marks.place(m).comparePlace(here) == 0 && !f.marks.walking {
			f.marks.goTo(m) // the one selected
			return
		}
	}
	f.marks.turn(1)
}
