package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// tab moves the focus as Tab does, some times.
func (r *rig) tab(times int) {
	for range times {
		r.Window.Canvas().FocusNext()
	}
}

// TestListsByKeys: Down and Up go through the lines of a list, and from its head to
// the entry that searches it and back.
func TestListsByKeys(t *testing.T) {
	r := newRig(t)
	r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	r.menuItem(textMenuPhrases)
	rows := widgets.RowsIn(r.Modal.Popup.Content)
	r.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if len(rows) < 3 || r.focused() != rows[1] {
		t.Errorf("on a %T", r.focused())
	}
	r.keys(fyne.KeyEscape)

	f := r.form
	f.Focus(p.Cards[1].Text)
	p.Cards[1].Text.PlaceCaret(0)
	r.menuItem(textMenuNumbers)
	search := r.focused()
	r.write("新收 总计")
	r.keys(fyne.KeyDown, fyne.KeyUp)
	if r.focused() != search {
		t.Errorf("Up leads to a %T", r.focused())
	}
	r.keys(fyne.KeyDown, fyne.KeyReturn)
	if text := f.d.Report().Narrative[model.Overview][1].Text; !strings.HasPrefix(text, "{applications.received.total}") {
		t.Errorf("text %.40q", text)
	}
	r.showStart()
	r.start.lines.duplicate(r.start.known[0])
	r.keys(fyne.KeyDown)
	if rows := widgets.RowsIn(r.start.outer); len(rows) != 2 || r.focused() != rows[1] {
		t.Errorf("Down leads to a %T in the list of drafts", r.focused())
	}
}

// TestManualByKeys scrolls a dialog that is all text.
func TestManualByKeys(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.manual.showManual()
	view := widgets.ScrollerIn(r.Modal.Popup.Content).View
	last := float32(0)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		r.keys(key)
		if view.Offset.Y <= last {
			t.Errorf("%s leaves the text at %g", key, view.Offset.Y)
		}
		last = view.Offset.Y
	}
	r.keys(fyne.KeyPageUp)
	if view.Offset.Y >= last || view.Offset.Y == 0 {
		t.Errorf("PageUp goes from %g to %g", last, view.Offset.Y)
	}
	if r.keys(fyne.KeyHome); view.Offset.Y != 0 {
		t.Errorf("Home goes to %g", view.Offset.Y)
	}
}

// TestBlocksByKeys: blocks come, move, merge and go by the menu, and the caret goes
// with the block.
func TestBlocksByKeys(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	n := len(p.Cards)
	in := func(what string, place int) {
		t.Helper()
		if c := p.Cards[place]; r.focused() != c.Text && r.focused() != c.Heading {
			t.Errorf("%s: the caret is not in block %d, but on a %T", what, place, r.focused())
		}
	}
	f.Focus(p.Cards[2].Text)
	moved := p.Cards[2].Heading.Text
	r.menuItem(textMenuMoveUp)
	in("up", 1)
	r.menuItem(textMenuMoveDown)
	r.menuItem(textMenuMoveDown)
	in("down", 3)
	if p.Cards[3].Heading.Text != moved {
		t.Errorf("moved %q, want %q", p.Cards[3].Heading.Text, moved)
	}
	r.menuItem(pages.TextMerge)
	in("merged", 2)
	if len(p.Cards) != n-1 {
		t.Fatalf("%d blocks, want %d", len(p.Cards), n-1)
	}
	r.menuItem(textMenuUndo)
	in("undone", 2)
	r.menuItem(textMenuRemove)
	find(t, r, func(b *widgets.Button) bool { return b.Rank == widgets.Danger }).Tapped(nil) // Enter destroys nothing
	if len(p.Cards) != n-1 {
		t.Fatalf("%d blocks, want %d", len(p.Cards), n-1)
	}
	in("removed", 2)
	r.menuItem(textMenuAdd)
	in("added", n-1)

	r.page(model.Disclosure)
	r.menuItem(textMenuAdd)
	if len(f.d.Report().Narrative[model.Disclosure]) != 0 {
		t.Error("a block in a table")
	}
}

// TestZerosByKeys fills up tables by the menu.
func TestZerosByKeys(t *testing.T) {
	r := newRig(t)
	r.begin()
	r.creator.askNew()
	r.write("梧桐镇人民政府")
	r.keys(fyne.KeyReturn)
	for id, item := range map[model.SectionID]string{
		model.Disclosure: pages.TextFillBlanks, model.Applications: pages.TextNoApplications, model.Disputes: pages.TextFillBlanks,
	} {
		r.page(id)
		before := r.focused()
		r.menuItem(item)
		if state := r.form.d.SectionState(id); state.Cells != state.AllCells {
			t.Errorf("%s: %d of %d cells", id, state.Cells, state.AllCells)
		}
		if r.focused() != before {
			t.Errorf("%s: the caret left its cell", id)
		}
	}
}

// TestMenuFitsThePage: what a page has no use for is grey.
func TestMenuFitsThePage(t *testing.T) {
	r := newRig(t)
	r.begin()
	grey := func() (all []string) {
		for _, m := range r.menu.needForm {
			if m.Disabled {
				all = append(all, m.Label)
			}
		}
		return all
	}
	if got := grey(); len(got) != len(r.menu.needForm) {
		t.Errorf("without a form only %q are grey", got)
	}
	r.start.sample()
	for id, want := range map[model.SectionID][]string{
		model.Preamble:     {pages.TextScaffold, pages.TextFillBlanks, pages.TextNoApplications},
		model.Applications: {textMenuAdd, textMenuMoveUp, textMenuMoveDown, pages.TextMerge, textMenuRemove, pages.TextScaffold, textMenuPhrases, textMenuNumbers},
		model.Disputes:     {textMenuAdd, textMenuMoveUp, textMenuMoveDown, pages.TextMerge, textMenuRemove, pages.TextScaffold, textMenuPhrases, textMenuNumbers, pages.TextNoApplications},
	} {
		r.page(id)
		if got := strings.Join(grey(), " "); got != strings.Join(want, " ") {
			t.Errorf("%s: grey are %s", id, got)
		}
	}
	r.form.finalise("县里已核")
	r.page(model.Preamble)
	if got := grey(); len(got) != len(r.menu.fits) || r.menu.finalise.Label != textMenuReopen {
		t.Errorf("of a final report only %q are grey", got)
	}
}

// TestShortcutsDiffer: no two items of the menu have the same keys.
func TestShortcutsDiffer(t *testing.T) {
	r := newRig(t)
	seen := map[string]string{}
	for _, menu := range r.menu.bar.Items {
		for _, m := range menu.Items {
			if m.Shortcut == nil {
				continue
			}
			name := m.Shortcut.ShortcutName()
			if other, taken := seen[name]; taken {
				t.Errorf("%s and %s have both %s", m.Label, other, name)
			}
			seen[name] = m.Label
		}
	}
}

// TestCheckPageKeepsItsPlace: back from a finding, the next Enter goes on with the
// same one.
func TestCheckPageKeepsItsPlace(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.openCheck()
	f.Focus(p.There[2])
	r.keys(fyne.KeySpace)
	f.open(f.checkAt)
	if r.focused() != p.There[2] {
		t.Error("begins at the top again")
	}
}

// TestSpacePressesAndWritesNothing: where a space on a button leads to an entry, it is
// not written there as well, in place of the number that is selected.
func TestSpacePressesAndWritesNothing(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.received.person"]
	f.Focus(cell.Entry)
	r.Tell("已导出", "文件在：")
	r.keys(fyne.KeySpace)
	r.drain()
	if r.Modal != nil || r.focused() != cell.Entry {
		t.Fatalf("the focus is on a %T", r.focused())
	}
	r.focused().TypedRune(' ') // after 保存 was chosen in the menu by its key
	if cell.Entry.Text != "0" {
		t.Errorf("%q in the cell", cell.Entry.Text)
	}
	r.keys(fyne.KeySpace)
	if cell.Entry.Text != " " {
		t.Errorf("%q in the cell after a space", cell.Entry.Text)
	}
	r.Tell("已导出", "文件在：") // from a menu, which the key went to
	r.focused().TypedRune(' ')
	if r.drain(); r.Modal == nil {
		t.Error("the dialog is closed before it is read")
	}
}

// TestFocusScrollsIntoView: a button below the window is seen when Tab comes to it,
// a line of a dialog's list too.
func TestFocusScrollsIntoView(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	inside := func(sc *widgets.Scroller) {
		t.Helper()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.focused().(fyne.CanvasObject))
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(sc.View)
		if at.Y < top.Y || at.Y+r.focused().(fyne.CanvasObject).Size().Height > top.Y+sc.View.Size().Height {
			t.Errorf("a %T at %v, in view are %v to %v", r.focused(), at, top, top.AddXY(0, sc.View.Size().Height))
		}
	}
	p := r.page(model.Overview).(*pages.Prose)
	r.Window.Canvas().Capture()
	f.Focus(find(t, r, func(b *widgets.Button) bool { return b.Text == pages.TextAddBlock }))
	inside(p.Scroll)
	r.page(model.Overview)
	r.menuItem(textMenuNumbers)
	r.Window.Canvas().Capture()
	r.keys(fyne.KeyDown)
	for range 40 {
		r.keys(fyne.KeyDown)
		inside(widgets.ScrollerIn(r.Modal.Popup.Content))
	}
}

// TestEscapeClosesTheFindBar, from its buttons too, and the caret is back.
func TestEscapeClosesTheFindBar(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	for at := range 6 {
		f.Focus(p.Cards[1].Text)
		r.menuItem(textMenuFind)
		r.tab(at)
		r.keys(fyne.KeyEscape)
		if f.find.outer.Visible() || r.focused() != p.Cards[1].Text {
			t.Errorf("after %d tabs: bar open %v, the focus is on a %T", at, f.find.outer.Visible(), r.focused())
		}
	}
}

// TestTabPassesWhatIsGrey: a button that does nothing takes no focus.
func TestTabPassesWhatIsGrey(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	for range 30 {
		r.tab(1)
		if b, ok := r.focused().(*widgets.Button); ok && b.Disabled() {
			t.Fatalf("on a grey button %q", b.Text)
		}
	}
}

// TestPreviewKeyWithoutAPreview: on a page that has none beside it, F9 goes to the
// one that is all preview, and the others keep theirs.
func TestPreviewKeyWithoutAPreview(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.open(f.checkAt)
	r.menuItem(textMenuPreview)
	if f.at != f.printAt {
		t.Errorf("at %d", f.at)
	}
	r.page(model.Overview)
	if !f.columns.showing() {
		t.Error("the preview has gone from another page")
	}
}

// TestTabFromAHeading: Tab goes on to the text, not to the buttons above it.
func TestTabFromAHeading(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	c := r.page(model.Overview).(*pages.Prose).Cards[1]
	f.Focus(c.Heading)
	r.tab(1)
	if r.focused() != c.Text {
		t.Errorf("on a %T", r.focused())
	}
}
