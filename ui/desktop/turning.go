package desktop

import (
	"slices"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/desktop/pages"
)

// open shows the page of an entry, with the caret in it.
func (f *form) open(i int) {
	f.settle()
	f.show(i)
	if first := f.entries[i].page.Begin(); first != nil {
		f.Focus(first)
	}
	f.keepSpot()
}

// show shows the page of an entry, unless it is on show.
func (f *form) show(i int) {
	e := f.entries[i]
	if i == f.at && e.page != nil {
		return
	}
	f.d.Attend(e.id)
	fresh := e.page == nil
	f.pageOf(i)
	f.entries[f.at].Choose(false)
	f.at = i
	e.Choose(true)
	f.list.Reveal(e.NavItem)
	f.middle.Objects = []fyne.CanvasObject{e.page.Content()}
	f.middle.Refresh()
	f.host.updateMenu()
	f.showStates()
	f.columns.alone = i >= f.checkAt // behind the sections
	f.layoutColumns()
	f.FollowCaret()
	f.marks.turned()
	if !fresh {
		e.page.Changed(desk.Change{Particulars: true, Reload: true}) // what happened while another page was shown
	}
}

// pageOf is the page of an entry, made when it is first asked for.
func (f *form) pageOf(i int) pages.Page {
	e := f.entries[i]
	if e.page == nil {
		e.page = e.build()
	}
	return e.page
}

// entryOf finds the page that a change is to be seen on: the present one, if it
// is about that.
func (f *form) entryOf(c desk.Change) int {
	about := func(e *sectionEntry) bool {
		return e.id != "" && (c.In(e.id) || slices.ContainsFunc(c.Cells, func(a model.Address) bool {
			return a.Table() == string(e.id)
		}))
	}
	switch {
	case len(c.Cells) > 0:
	case c.Slips:
		return f.collectAt
	case c.Excerpt, c.Online:
		return f.printAt
	case c.Particulars && len(c.Sections) == 0:
		return 0
	}
	if about(f.entries[f.at]) {
		return f.at
	}
	if i := slices.IndexFunc(f.entries, about); i >= 0 && !c.Blocks || i >= 0 && len(c.Sections) == 1 {
		return i
	}
	return f.at
}

// shown is the page on show; nil before the first.
func (f *form) shown() pages.Page { return f.entries[f.at].page }

// turn goes some entries on in the list, stopping at its ends.
func (f *form) turn(by int) {
	if i := f.at + by; i >= 0 && i < len(f.entries) {
		f.open(i)
	}
}

// showListed shows the page of an entry with the focus in the section list, where
// nothing that is typed goes anywhere.
func (f *form) showListed(i int) {
	if i < 0 || i >= len(f.entries) {
		return
	}
	f.settle()
	f.show(i)
	f.Focus(f.entries[i].NavItem)
}

// passed follows Tab out of a page: on to the next one, and from the last one to what
// stands beside it. Back it goes into the page.
func (f *form) passed(back bool) {
	c := f.Window.Canvas()
	switch {
	case back:
		c.FocusPrevious()
	case f.at+1 < len(f.entries):
		f.turn(1)
		if c.Focused() == nil {
			f.Focus(f.entries[f.at].NavItem)
		}
	default:
		c.FocusNext()
	}
}

// field is where the caret is on the page, or was last; nil for none.
func (f *form) field() fyne.Focusable {
	if p, ok := f.shown().(interface{ Field() fyne.Focusable }); ok {
		return p.Field()
	}
	return nil
}

// settle ends what is being typed, as leaving the field does.
func (f *form) settle() { f.Window.Canvas().Unfocus() }

// takeFocus puts the caret where it was last on the page.
func (f *form) takeFocus() {
	f.settle()
	page := f.shown()
	if k, ok := page.(spotKeeper); ok {
		k.PutCaret(k.Spot())
		return
	}
	if first := page.Begin(); first != nil {
		f.Focus(first)
	}
}

// keepFocus puts the caret back into the page when what had it has gone.
func (f *form) keepFocus() {
	if o := f.Window.Canvas().Focused(); f.Modal == nil && o != nil && !dialog.OnShow(o) {
		f.takeFocus()
	}
}

// showMatch opens the page where a text was found and selects it.
func (f *form) showMatch(m desk.Match) {
	for i, e := range f.entries {
		if e.id == m.Section {
			f.show(i)
			if p, ok := e.page.(*pages.Prose); ok {
				p.ShowMatch(m)
			}
		}
	}
}

// showAccount opens the check page with the account of what the report was begun
// with.
func (f *form) showAccount() {
	f.show(f.checkAt)
	page := f.entries[f.checkAt].page.(*pages.Check)
	page.Account.Unfold()
	if first := page.Begin(); first != nil {
		f.Focus(first)
	}
}
