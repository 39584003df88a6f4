package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// menuItems are the items that change with what is on the screen.
type menuItems struct {
	bar      *fyne.MainMenu
	needForm []*fyne.MenuItem
	// fits tells of the items for some pages of the form whether a page is one.
	fits     map[*fyne.MenuItem]func(page) bool
	finalise *fyne.MenuItem // or take up again
	sizes    map[string]*fyne.MenuItem
	contrast *fyne.MenuItem
	// functions are the items with a function key.
	functions map[fyne.KeyName]*fyne.MenuItem
}

// mainMenu makes the menu bar. Every shortcut is on an item: those of the
// window are dead while an entry has the focus.
func (p *program) mainMenu() *fyne.MainMenu {
	p.menu.functions = map[fyne.KeyName]*fyne.MenuItem{}
	p.menu.fits = map[*fyne.MenuItem]func(page) bool{}
	p.menu.bar = fyne.NewMainMenu(p.fileMenu(), p.editMenu(), p.fillMenu(), p.viewMenu(), p.helpMenu())
	p.updateMenu()
	return p.menu.bar
}

func (p *program) fileMenu() *fyne.Menu {
	quit := p.item(textMenuQuit, fyne.KeyQ, p.quit)
	quit.IsQuit = true
	p.menu.finalise = p.inForm(textMenuFinalise, fyne.KeyD, (*form).askFinalOrReopen)
	return fyne.NewMenu(textMenuFile,
		p.item(textMenuNew, fyne.KeyN, p.askNew),
		p.item(textMenuCarry, "", p.withDrafts(p.askCarry)),
		p.item(textMenuOpen, fyne.KeyO, p.askFile),
		p.item(textMenuImport, fyne.KeyI, p.withDrafts(p.askImport)),
		p.item(textMenuPasteReport, "", p.withDrafts(p.importClipboard)),
		p.inForm(textMenuSave, fyne.KeyS, (*form).save),
		fyne.NewMenuItemSeparator(),
		p.inForm(textMenuExport, fyne.KeyE, p.askExport),
		p.inForm(textMenuPrint, fyne.KeyP, p.askPrint),
		p.menu.finalise,
		p.item(textMenuFaces, "", p.askFaces),
		fyne.NewMenuItemSeparator(),
		p.inForm(textMenuVersions, fyne.KeyH, p.askVersions),
		p.item(textMenuBackups, "", p.withDrafts(p.askBackups)),
		p.item(textMenuTrash, "", p.withDrafts(p.askTrashed)),
		fyne.NewMenuItemSeparator(),
		p.inForm(textMenuBack, fyne.KeyL, func(*form) { p.showStart() }),
		quit,
	)
}

func (p *program) editMenu() *fyne.Menu {
	return fyne.NewMenu(textMenuEdit,
		p.editItem(textMenuUndo, &fyne.ShortcutUndo{}, (*form).Undo),
		p.editItem(textMenuRedo, &fyne.ShortcutRedo{}, (*form).Redo),
		fyne.NewMenuItemSeparator(),
		p.inForm(textMenuFind, fyne.KeyF, (*form).openFind),
	)
}

func (p *program) fillMenu() *fyne.Menu {
	// Not with Alt: an input method that is slow to hand the second key back lets the
	// driver take it for Alt alone, which opens the menu bar.
	withShift := func(m *fyne.MenuItem, key fyne.KeyName) *fyne.MenuItem {
		m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift}
		return m
	}
	return fyne.NewMenu(textMenuFill,
		p.inForm(textMenuPrevious, fyne.KeyPageUp, func(f *form) { f.turn(-1) }),
		p.inForm(textMenuNext, fyne.KeyPageDown, func(f *form) { f.turn(1) }),
		fyne.NewMenuItemSeparator(),
		p.inProse(textMenuAdd, fyne.KeyReturn, (*prosePage).add),
		withShift(p.inProse(textMenuMoveUp, "", func(p *prosePage) { p.inWork().move(-1) }), fyne.KeyUp),
		withShift(p.inProse(textMenuMoveDown, "", func(p *prosePage) { p.inWork().move(1) }), fyne.KeyDown),
		p.inProse(textMerge, "", func(p *prosePage) { p.inWork().merge() }),
		p.inProse(textMenuRemove, "", func(p *prosePage) { p.inWork().remove() }),
		p.inProse(textMenuPhrases, fyne.KeyJ, (*prosePage).insertPhrase),
		p.inProse(textMenuNumbers, fyne.KeyU, (*prosePage).insertNumber),
		fyne.NewMenuItemSeparator(),
		p.inTable(textFillBlanks, fyne.KeyB, func(*tablePage) bool { return true }, (*tablePage).fillBlanks),
		p.inTable(textNoApplications, fyne.KeyM, (*tablePage).ofApplications, (*tablePage).askNoApplications),
		fyne.NewMenuItemSeparator(),
		p.inForm(textMenuCheck, fyne.KeyK, func(f *form) { f.open(f.checkAt) }),
		p.withFunctionKey(p.inForm(textNextFinding, "", (*form).nextFinding), fyne.KeyF4),
		p.inForm(textPrintPage, fyne.KeyR, func(f *form) { f.open(f.printAt) }),
	)
}

func (p *program) viewMenu() *fyne.Menu {
	p.menu.contrast = p.item(textMenuContrast, "", p.toggleContrast)
	return fyne.NewMenu(textMenuView,
		p.withFunctionKey(p.inForm(textMenuPreview, "", (*form).togglePreview), fyne.KeyF9),
		fyne.NewMenuItemSeparator(),
		p.sizeMenu(),
		p.menu.contrast,
	)
}

func (p *program) helpMenu() *fyne.Menu {
	return fyne.NewMenu(textMenuHelp,
		p.withFunctionKey(p.item(textHelpPage, "", p.showHelp), fyne.KeyF1),
		p.item(textManual, "", p.showManual),
		fyne.NewMenuItemSeparator(),
		p.item(textMenuAbout, "", func() { p.tell(textMenuAbout, textAbout(p.Version)) }),
	)
}

// item makes an item with a key that goes with Ctrl; it rests while a dialog is
// open.
func (p *program) item(text string, key fyne.KeyName, do func()) *fyne.MenuItem {
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

// inForm makes an item that needs a form.
func (p *program) inForm(text string, key fyne.KeyName, do func(*form)) *fyne.MenuItem {
	m := p.item(text, key, func() {
		if p.form != nil {
			do(p.form)
		}
	})
	p.menu.needForm = append(p.menu.needForm, m)
	return m
}

// inProse makes an item that changes a page of prose.
func (p *program) inProse(text string, key fyne.KeyName, do func(*prosePage)) *fyne.MenuItem {
	m := p.inForm(text, key, func(f *form) {
		if prose, ok := f.shown().(*prosePage); ok && !f.final() {
			do(prose)
		}
	})
	p.menu.fits[m] = func(shown page) bool { _, ok := shown.(*prosePage); return ok }
	return m
}

// inTable makes an item that changes a table.
func (p *program) inTable(text string, key fyne.KeyName, fits func(*tablePage) bool, do func(*tablePage)) *fyne.MenuItem {
	m := p.inForm(text, key, func(f *form) {
		if table, ok := f.shown().(*tablePage); ok && fits(table) && !f.final() {
			do(table)
		}
	})
	p.menu.fits[m] = func(shown page) bool { table, ok := shown.(*tablePage); return ok && fits(table) }
	return m
}

// editItem makes an item of the form that a dialog's entries do for themselves.
func (p *program) editItem(text string, shortcut fyne.Shortcut, do func(*form)) *fyne.MenuItem {
	m := p.inForm(text, "", do)
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

// sizeMenu offers the text sizes.
func (p *program) sizeMenu() *fyne.MenuItem {
	p.menu.sizes = map[string]*fyne.MenuItem{}
	var all []*fyne.MenuItem
	for _, s := range textSizes {
		p.menu.sizes[s.name] = p.item(s.name, "", func() { p.chooseSize(s.name) })
		all = append(all, p.menu.sizes[s.name])
	}
	sizes := fyne.NewMenuItem(textMenuSize, nil)
	sizes.ChildMenu = fyne.NewMenu("", all...)
	return sizes
}

// withFunctionKey shows a key without Ctrl on an item. Fyne's driver takes only keys
// with a modifier for shortcuts: pressFunctionKey does the rest.
func (p *program) withFunctionKey(m *fyne.MenuItem, key fyne.KeyName) *fyne.MenuItem {
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

// withDrafts does nothing until the store is open.
func (p *program) withDrafts(do func()) func() {
	return func() {
		if p.drafts != nil {
			do()
		}
	}
}

// updateMenu greys out what has nothing to act on. The bar is made anew only when
// that differs from before: the page turns more often.
func (p *program) updateMenu() {
	differs := false
	for _, m := range p.menu.needForm {
		before := m.Disabled
		m.Disabled = p.form == nil
		if fits := p.menu.fits[m]; fits != nil && p.form != nil {
			m.Disabled = p.form.final() || !fits(p.form.shown())
		}
		differs = differs || m.Disabled != before
	}
	label := textMenuFinalise
	if p.form != nil && p.form.final() {
		label = textMenuReopen
	}
	if differs || label != p.menu.finalise.Label {
		p.menu.finalise.Label = label
		p.menu.bar.Refresh()
	}
}
