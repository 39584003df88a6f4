package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// menuItems are the items that only work while a form is open.
type menuItems struct {
	bar      *fyne.MainMenu
	needForm []*fyne.MenuItem
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
	edit := func(text string, key fyne.KeyName, shortcut fyne.Shortcut, do func(*form)) *fyne.MenuItem {
		m := inForm(text, key, do)
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
	p.menu.bar = fyne.NewMainMenu(
		fyne.NewMenu(textMenuFile,
			item(textMenuNew, fyne.KeyN, p.askNew),
			item(textMenuOpen, fyne.KeyO, p.askFile),
			inForm(textMenuSave, fyne.KeyS, func(f *form) { f.save() }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuExport, fyne.KeyE, func(f *form) { p.askExport(f) }),
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
			edit(textMenuUndo, fyne.KeyZ, &fyne.ShortcutUndo{}, func(f *form) { f.undo() }),
			edit(textMenuRedo, fyne.KeyY, &fyne.ShortcutRedo{}, func(f *form) { f.redo() }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuFind, fyne.KeyF, func(f *form) { f.openFind() }),
		),
		fyne.NewMenu(textMenuFill,
			inForm(textMenuPrevious, fyne.KeyPageUp, func(f *form) { f.turn(-1) }),
			inForm(textMenuNext, fyne.KeyPageDown, func(f *form) { f.turn(1) }),
			fyne.NewMenuItemSeparator(),
			inForm(textMenuCheck, fyne.KeyK, func(f *form) { f.open(len(f.entries) - 1) }),
		),
		fyne.NewMenu(textMenuHelp,
			item(textMenuAbout, "", func() { p.tell(textMenuAbout, textAbout(p.Version)) }),
		),
	)
	p.updateMenu()
	return p.menu.bar
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
