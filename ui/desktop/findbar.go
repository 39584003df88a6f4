package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nianbao/model/desk"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/widgets"
	"nianbao/ui/failure"
)

// searched is the report that the bar finds in, on the screen.
type searched interface {
	Desk() *desk.Desk
	Dialogs() *dialog.Dialogs
	Post(do func())
	Focus(o fyne.Focusable)
	showMatch(m desk.Match)
	relayout()  // after the bar came or went
	takeFocus() // back to the page
}

// findBar finds and replaces over the whole report (查找替换). It stands above
// the page, so that the place found can be seen.
type findBar struct {
	in        searched
	outer     *fyne.Container
	old, with *widgets.TextEntry
	count     *canvas.Text
	at        int // of the match shown, among all; -1 before the first
}

// findWidth is the width of the entries.
const findWidth = 170

func newFindBar(in searched) *findBar {
	b := &findBar{in: in, at: -1}
	b.old, b.with = widgets.NewTextEntry(in.Post), widgets.NewTextEntry(in.Post)
	b.old.SetPlaceHolder(textFindWhat)
	b.with.SetPlaceHolder(textReplaceWith)
	b.old.OnChanged = func(string) { b.at = -1; b.showCount() }
	b.old.OnSubmitted = func(string) { b.next(1) }
	b.with.OnSubmitted = func(string) { b.replace() }
	b.count = widgets.Label("", widgets.SizeSmall, widgets.ColorSecond)
	// Tab goes from one entry to the other, then to the buttons.
	entries := container.New(&widgets.Stack{Gap: 6}, b.old, b.with)
	buttons := container.New(&widgets.Stack{Gap: 6},
		container.New(&widgets.Row{Gap: 8, Wide: 0}, b.count,
			widgets.NewButton(textFindPrevious, widgets.Plain, func() { b.next(-1) }),
			widgets.NewButton(textFindNext, widgets.Plain, func() { b.next(1) }),
			widgets.NewIconButton(widgets.CrossSign(), b.close)),
		container.New(&widgets.Row{Gap: 8, Wide: 0}, widgets.Gap(1, 1),
			widgets.NewButton(textReplace, widgets.Plain, b.replace),
			widgets.NewButton(textReplaceAll, widgets.Plain, b.replaceAll)))
	b.outer = widgets.OnGround(widgets.ColorPanel, widgets.NewEdges(widgets.Edges{Bottom: widgets.Hairline()},
		container.New(widgets.NewInset(14, 7, 14, 7), container.New(&widgets.Row{Gap: 8, Wide: 1}, widgets.WithWidth(entries, findWidth), buttons))))
	b.outer.Hide()
	return b
}

// open shows the bar, with the selected text to look for.
func (b *findBar) open(text string) {
	if text != "" {
		b.old.Load(text)
	}
	b.at = -1
	b.outer.Show()
	b.in.relayout()
	b.showCount()
	b.in.Focus(b.old)
}

func (b *findBar) close() {
	if !b.outer.Visible() {
		return
	}
	b.outer.Hide()
	b.in.relayout()
	b.in.takeFocus()
}

func (b *findBar) matches() []desk.Match {
	b.old.Gather()
	b.with.Gather()
	return b.in.Desk().Find(b.old.Text)
}

func (b *findBar) showCount() {
	all := b.matches()
	b.count.Text = ""
	if b.old.Text != "" {
		b.count.Text = textFound(b.at+1, len(all))
	}
	b.count.Refresh()
}

// next shows the next match, or the one before, around the ends.
func (b *findBar) next(by int) {
	all := b.matches()
	if len(all) == 0 {
		b.showCount()
		return
	}
	if b.at < 0 && by < 0 {
		b.at = 0
	}
	b.at = (b.at + by + len(all)) % len(all)
	b.showCount()
	b.in.showMatch(all[b.at])
	b.in.Focus(b.old) // Enter goes on to the next one
}

// replace replaces the match shown and goes on to the next.
func (b *findBar) replace() {
	all := b.matches()
	if b.at < 0 || b.at >= len(all) {
		b.next(1)
		return
	}
	if err := b.in.Desk().Replace(all[b.at], b.old.Text, b.with.Text); err != nil {
		b.in.Dialogs().Tell(textReplace, failure.Words(err))
		return
	}
	b.at--
	b.next(1)
	b.in.Focus(b.with)
}

func (b *findBar) replaceAll() {
	b.matches()
	n, err := b.in.Desk().ReplaceAll(b.old.Text, b.with.Text)
	if err != nil {
		b.in.Dialogs().Tell(textReplaceAll, failure.Words(err))
		return
	}
	b.at = -1
	b.count.Text = textReplaced(n)
	b.count.Refresh()
	b.in.Focus(b.old)
}
