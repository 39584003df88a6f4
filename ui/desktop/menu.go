package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// menuItems are the items that only work while a form is open.
type menuItems struct {
	bar      *fyne.MainMenu
	needForm []*fyne.MenuItem
	sizes    map[string]*fyne.MenuItem
	contrast *fyne.MenuItem
	// functions are the items with a function key.
	functions map[fyne.KeyName]*fyne.MenuItem
}

// mainMenu makes the menu bar. Every shortcut is on an item: those of the
// window are dead while an entry has the focus.
func (p *program) mainMenu() *fyne.MainMenu {
	item := func(text string, key fyne.KeyName, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(text, func() {
			if p.modal == nil {
				do()
			}
		})
		if key != "" {
			m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
		}
		return m
	}
	inForm := func(text string, key fyne.KeyName, do func(*form)) *fyne.MenuItem {
		m := item(text, key, func() {
			if p.form != nil {
				do(p.form)
			}
		})
		p.menu.needForm = append(p.menu.needForm, m)
		return m
	}
	// The entries of a dialog undo by themselves, those of the form together.
	edit := func(text string, shortcut fyne.Shortcut, do func(*form)) *fyne.MenuItem {
		m := inForm(text, "", do)
		m.Shortcut = shortcut // by the name that the driver gives these keys
		outside := m.Action
		m.Action = func() {
			if e, ok := p.window.Canvas().Focused().(fyne.Shortcutable); ok && p.modal != nil {
				e.TypedShortcut(shortcut)
				return
			}
			outside()
		}
		return m
	}
	quit := item(textMenuQuit, fyne.KeyQ, p.quit)
	quit.IsQuit = true
	p.menu.contrast = item(textMenuContrast, "", p.toggleContrast)
	p.menu.functions = map[fyne.KeyName]*fyne.MenuItem{}
	p.menu.bar = fyne.NewMainMenu(
		fyne.NewMenu(textMenuFile,
			item(textMenuNew, fyne.KeyN, p.askNew),
			item(textMenuCarry, "", p.withDrafts(p.askCarry)),
			item(textMenuOpen, fyne.KeyO, p.askFile),
			item(textMenuImport, fyne.KeyI, p.withDrafts(p.askImport)),
			item(textMenuPasteReport, "", p.withDrafts(p.importClipboard)),
			inForm(textMenuSave, fyne.KeyS, func(f *form) { f.save() }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuExport, fyne.KeyE, func(f *form) { p.askExport(f) }),
			inForm(textMenuPrint, fyne.KeyP, func(f *form) { p.askPrint(f) }),
			item(textMenuFaces, "", p.askFaces),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuVersions, fyne.KeyH, func(f *form) { p.askVersions(f) }),
			item(textMenuBackups, "", p.withDrafts(p.askBackups)),
			item(textMenuTrash, "", p.withDrafts(p.askTrashed)),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuBack, fyne.KeyL, func(*form) { p.showStart() }),
			quit,
		),
		fyne.NewMenu(textMenuEdit,
			edit(textMenuUndo, &fyne.ShortcutUndo{}, func(f *form) { f.undo() }),
			edit(textMenuRedo, &fyne.ShortcutRedo{}, func(f *form) { f.redo() }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuFind, fyne.KeyF, func(f *form) { f.openFind() }),
		),
		fyne.NewMenu(textMenuFill,
			inForm(textMenuPrevious, fyne.KeyPageUp, func(f *form) { f.turn(-1) }),
			inForm(textMenuNext, fyne.KeyPageDown, func(f *form) { f.turn(1) }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuCheck, fyne.KeyK, func(f *form) { f.open(f.checkAt) }),
			p.functionKey(inForm(textNextFinding, "", func(f *form) { f.nextFinding() }), fyne.KeyF4),
			inForm(textPrintPage, fyne.KeyR, func(f *form) { f.open(f.printAt) }),
		),
		fyne.NewMenu(textMenuView,
			p.functionKey(inForm(textMenuPreview, "", func(f *form) { f.togglePreview() }), fyne.KeyF9),
			fyne.NewMenuItemSeparator(),
			p.sizeMenu(item),
			p.menu.contrast,
		),
		fyne.NewMenu(textMenuHelp,
			p.functionKey(item(textHelpPage, "", p.showHelp), fyne.KeyF1),
			item(textManual, "", p.showManual),
			fyne.NewMenuItemSeparator(),
			item(textMenuAbout, "", func() { p.tell(textMenuAbout, textAbout(p.Version)) }),
		),
	)
	p.updateMenu()
	return p.menu.bar
}

// sizeMenu offers the text sizes.
func (p *program) sizeMenu(item func(string, fyne.KeyName, func()) *fyne.MenuItem) *fyne.MenuItem {
	p.menu.sizes = map[string]*fyne.MenuItem{}
	var all []*fyne.MenuItem
	for _, s := range textSizes {
		p.menu.sizes[s.name] = item(s.name, "", func() { p.chooseSize(s.name) })
		all = append(all, p.menu.sizes[s.name])
	}
	sizes := fyne.NewMenuItem(textMenuSize, nil)
	sizes.ChildMenu = fyne.NewMenu("", all...)
	return sizes
}

// functionKey shows a key without Ctrl on an item. Fyne's driver takes only keys
// with a modifier for shortcuts: pressFunctionKey does the rest.
func (p *program) functionKey(m *fyne.MenuItem, key fyne.KeyName) *fyne.MenuItem {
	m.Shortcut = &desktop.CustomShortcut{KeyName: key}
	p.menu.functions[key] = m
	return m
}

// pressFunctionKey does what the item with that key does.
func (p *program) pressFunctionKey(key fyne.KeyName) {
	if m := p.menu.functions[key]; m != nil && !m.Disabled {
		m.Action()
	}
}

// passKey hands a key that a focused widget has no use for to the window.
func passKey(from fyne.CanvasObject, k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
	}
}

// withDrafts does nothing until the store is open.
func (p *program) withDrafts(do func()) func() {
	return func() {
		if p.drafts != nil {
			do()
		}
	}
}

// updateMenu greys out what has nothing to act on.
func (p *program) updateMenu() {
	for _, m := range p.menu.needForm {
		m.Disabled = p.form == nil
	}
	p.menu.bar.Refresh()
}
