package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/ui/desktop/pages"
)

// menu is the menu bar. Every shortcut is on an item: those of the window are
// dead while an entry has the focus.
type menu struct {
	*office
	form     func() *form // that is open; nil for none
	bar      *fyne.MainMenu
	needForm []*fyne.MenuItem
	// fits tells of the items for some pages of the form whether a page is one.
	fits     map[*fyne.MenuItem]func(pages.Page) bool
	finalise *fyne.MenuItem // or take up again
	sizes    map[string]*fyne.MenuItem
	contrast *fyne.MenuItem
	// functions are the items with a function key, shifted those with Shift beside it.
	functions, shifted map[fyne.KeyName]*fyne.MenuItem
}

func newMenu(o *office, open func() *form) *menu {
	return &menu{
		office: o, form: open, functions: map[fyne.KeyName]*fyne.MenuItem{}, shifted: map[fyne.KeyName]*fyne.MenuItem{}, fits: map[*fyne.MenuItem]func(pages.Page) bool{},
	}
}

// item makes an item with a key that goes with Ctrl; it rests while a dialog is
// open.
func (b *menu) item(text string, key fyne.KeyName, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(text, func() {
		if b.Modal == nil {
			do()
		}
	})
	if key != "" {
		m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
	}
	return m
}

// inForm makes an item that needs a form.
func (b *menu) inForm(text string, key fyne.KeyName, do func(*form)) *fyne.MenuItem {
	m := b.item(text, key, func() {
		if f := b.form(); f != nil {
			do(f)
		}
	})
	b.needForm = append(b.needForm, m)
	return m
}

// inProse makes an item that changes a page of prose.
func (b *menu) inProse(text string, key fyne.KeyName, do func(*pages.Prose)) *fyne.MenuItem {
	m := b.inForm(text, key, func(f *form) {
		if prose, ok := f.shown().(*pages.Prose); ok && !f.Final() {
			do(prose)
		}
	})
	b.fits[m] = func(shown pages.Page) bool { _, ok := shown.(*pages.Prose); return ok }
	return m
}

// inEmptyProse makes an item that builds a page of prose.
func (b *menu) inEmptyProse(text string, key fyne.KeyName, do func(*pages.Prose)) *fyne.MenuItem {
	m := b.inProse(text, key, do)
	b.fits[m] = func(shown pages.Page) bool {
		prose, ok := shown.(*pages.Prose)
		return ok && prose.CanScaffold()
	}
	return m
}

// inTable makes an item that changes a table.
func (b *menu) inTable(text string, key fyne.KeyName, fits func(*pages.Table) bool, do func(*pages.Table)) *fyne.MenuItem {
	m := b.inForm(text, key, func(f *form) {
		if table, ok := f.shown().(*pages.Table); ok && fits(table) && !f.Final() {
			do(table)
		}
	})
	b.fits[m] = func(shown pages.Page) bool { table, ok := shown.(*pages.Table); return ok && fits(table) }
	return m
}

// editItem makes an item of the form that a dialog's entries do for themselves.
func (b *menu) editItem(text string, shortcut fyne.Shortcut, do func(*form)) *fyne.MenuItem {
	m := b.inForm(text, "", do)
	m.Shortcut = shortcut // by the name that the driver gives these keys
	outside := m.Action
	m.Action = func() {
		if e, ok := b.Window.Canvas().Focused().(fyne.Shortcutable); ok && b.Modal != nil {
			e.TypedShortcut(shortcut)
			return
		}
		outside()
	}
	return m
}

// fieldItem makes an item that the field with the caret does. A click on the menu bar
// takes the focus from it: it is given back.
func (b *menu) fieldItem(text string, shortcut func(fyne.Clipboard) fyne.Shortcut) *fyne.MenuItem {
	m := fyne.NewMenuItem(text, func() {
		field := b.Window.Canvas().Focused()
		if f := b.form(); field == nil && f != nil && b.Modal == nil {
			if field = f.field(); field != nil {
				b.Window.Canvas().Focus(field)
			}
		}
		if e, ok := field.(fyne.Shortcutable); ok {
			e.TypedShortcut(shortcut(b.app.Clipboard()))
		}
	})
	m.Shortcut = shortcut(nil) // by the name that the driver gives these keys
	return m
}

// withFunctionKey shows a key without Ctrl on an item. Fyne's driver takes only keys
// with a modifier for shortcuts: pressFunctionKey does the rest.
func (b *menu) withFunctionKey(m *fyne.MenuItem, key fyne.KeyName) *fyne.MenuItem {
	m.Shortcut = &desktop.CustomShortcut{KeyName: key}
	b.functions[key] = m
	return m
}

// withShiftedKey is withFunctionKey for a key with Shift.
func (b *menu) withShiftedKey(m *fyne.MenuItem, key fyne.KeyName) *fyne.MenuItem {
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift}
	b.shifted[key] = m
	return m
}

// pressFunctionKey does what the item with that key does.
func (b *menu) pressFunctionKey(key fyne.KeyName) {
	all := b.functions
	if d, ok := b.app.Driver().(desktop.Driver); ok && d.CurrentKeyModifiers() == fyne.KeyModifierShift {
		all = b.shifted
	}
	if m := all[key]; m != nil && !m.Disabled {
		m.Action()
	}
}

// update greys out what has nothing to act on. The bar is made anew only when
// that differs from before: the page turns more often.
func (b *menu) update() {
	f, differs := b.form(), false
	for _, m := range b.needForm {
		before := m.Disabled
		m.Disabled = f == nil
		if fits := b.fits[m]; fits != nil && f != nil {
			m.Disabled = f.Final() || !fits(f.shown())
		}
		differs = differs || m.Disabled != before
	}
	label := textMenuFinalise
	if f != nil && f.Final() {
		label = textMenuReopen
	}
	if differs || label != b.finalise.Label {
		b.finalise.Label = label
		b.bar.Refresh()
	}
}

// showChoices ticks the items of what is chosen.
func (b *menu) showChoices(s settings) {
	for name, item := range b.sizes {
		item.Checked = name == s.size
	}
	b.contrast.Checked = s.contrast
	b.bar.Refresh()
}
