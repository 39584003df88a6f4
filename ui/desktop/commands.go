package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/ui/desktop/pages"
)

// mainMenu makes the menu bar: every command of the program.
func (p *program) mainMenu() *fyne.MainMenu {
	p.menu.bar = fyne.NewMainMenu(p.fileMenu(), p.editMenu(), p.fillMenu(), p.reviewMenu(), p.viewMenu(), p.helpMenu())
	p.menu.update()
	return p.menu.bar
}

func (p *program) fileMenu() *fyne.Menu {
	quit := p.menu.item(textMenuQuit, fyne.KeyQ, p.quit)
	quit.IsQuit = true
	p.menu.finalise = p.menu.inForm(textMenuFinalise, fyne.KeyD, (*form).askFinalOrReopen)
	return fyne.NewMenu(textMenuFile,
		p.menu.item(textMenuNew, fyne.KeyN, p.creator.askNew),
		p.menu.item(textMenuCarry, "", p.withDrafts(p.carrier.askCarry)),
		p.menu.item(textMenuOpen, fyne.KeyO, p.opener.askFile),
		p.menu.item(textMenuImport, fyne.KeyI, p.withDrafts(p.importer.askImport)),
		p.menu.item(textMenuPasteReport, "", p.withDrafts(p.importer.importClipboard)),
		p.menu.inForm(textMenuSave, fyne.KeyS, (*form).save),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(pages.TextMenuExport, fyne.KeyE, func(f *form) { f.AskExport() }),
		p.menu.inForm(textMenuPortal, "", func(f *form) { p.exporter.copyForPortal(f) }),
		p.menu.inForm(pages.TextMenuPrint, fyne.KeyP, func(f *form) { f.AskPrint() }),
		p.menu.finalise,
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(textMenuVersions, fyne.KeyH, func(f *form) { p.versions.askVersions(f) }),
		p.menu.item(textMenuBackups, "", p.withDrafts(p.backups.askBackups)),
		p.menu.item(textMenuTrash, "", p.withDrafts(p.trash.askTrashed)),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(textMenuBack, fyne.KeyL, func(*form) { p.showStart() }),
		quit,
	)
}

func (p *program) editMenu() *fyne.Menu {
	return fyne.NewMenu(textMenuEdit,
		p.menu.editItem(textMenuUndo, &fyne.ShortcutUndo{}, (*form).Undo),
		p.menu.editItem(textMenuRedo, &fyne.ShortcutRedo{}, (*form).Redo),
		fyne.NewMenuItemSeparator(),
		p.menu.fieldItem(textMenuCut, func(b fyne.Clipboard) fyne.Shortcut { return &fyne.ShortcutCut{Clipboard: b} }),
		p.menu.fieldItem(textMenuCopy, func(b fyne.Clipboard) fyne.Shortcut { return &fyne.ShortcutCopy{Clipboard: b} }),
		p.menu.fieldItem(textMenuPaste, func(b fyne.Clipboard) fyne.Shortcut { return &fyne.ShortcutPaste{Clipboard: b} }),
		p.menu.fieldItem(textMenuSelectAll, func(fyne.Clipboard) fyne.Shortcut { return &fyne.ShortcutSelectAll{} }),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(textMenuFind, fyne.KeyF, (*form).openFind),
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
		p.menu.inProse(textMenuAdd, fyne.KeyReturn, (*pages.Prose).Add),
		withShift(p.menu.inProse(textMenuMoveUp, "", func(p *pages.Prose) { p.MoveInWork(-1) }), fyne.KeyUp),
		withShift(p.menu.inProse(textMenuMoveDown, "", func(p *pages.Prose) { p.MoveInWork(1) }), fyne.KeyDown),
		p.menu.inProse(pages.TextMerge, "", (*pages.Prose).MergeInWork),
		p.menu.inProse(textMenuRemove, "", (*pages.Prose).RemoveInWork),
		p.menu.inEmptyProse(pages.TextScaffold, fyne.KeyG, (*pages.Prose).Scaffold),
		p.menu.inProse(textMenuPhrases, fyne.KeyJ, (*pages.Prose).InsertPhrase),
		p.menu.inProse(textMenuNumbers, fyne.KeyU, (*pages.Prose).InsertNumber),
		fyne.NewMenuItemSeparator(),
		p.menu.inTable(pages.TextFillBlanks, fyne.KeyB, func(*pages.Table) bool { return true }, (*pages.Table).FillBlanks),
		withShift(p.menu.inForm(textMenuFillAll, "", (*form).fillAll), fyne.KeyB),
		p.menu.inTable(pages.TextNoApplications, fyne.KeyM, (*pages.Table).OfApplications, (*pages.Table).AskNoApplications),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(textMenuToday, fyne.KeyT, (*form).DateToday),
		p.menu.inForm(pages.TextCollect, "", func(f *form) { f.open(f.collectAt) }),
	)
}

func (p *program) reviewMenu() *fyne.Menu {
	return fyne.NewMenu(textMenuReview,
		p.menu.inForm(textMenuCheck, fyne.KeyK, func(f *form) { f.open(f.checkAt) }),
		p.menu.withFunctionKey(p.menu.inForm(textNextFinding, "", (*form).nextFinding), fyne.KeyF4),
		p.menu.withShiftedKey(p.menu.inForm(textPreviousFinding, "", (*form).previousFinding), fyne.KeyF4),
		p.menu.withFunctionKey(p.menu.inForm(textPendingWalk, "", (*form).walkMarks), fyne.KeyF8),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(textMenuPaperCode, "", func(f *form) { pages.AskPaperCode(f) }),
	)
}

func (p *program) viewMenu() *fyne.Menu {
	p.menu.contrast = p.menu.item(textMenuContrast, "", p.looks.toggleContrast)
	return fyne.NewMenu(textMenuView,
		p.menu.inForm(textMenuPrevious, fyne.KeyPageUp, func(f *form) { f.turn(-1) }),
		p.menu.inForm(textMenuNext, fyne.KeyPageDown, func(f *form) { f.turn(1) }),
		fyne.NewMenuItemSeparator(),
		p.menu.inForm(pages.TextPrintPage, fyne.KeyR, func(f *form) { f.open(f.printAt) }),
		p.menu.withFunctionKey(p.menu.inForm(textMenuPreview, "", (*form).togglePreview), fyne.KeyF9),
		p.menu.item(textMenuFaces, "", p.faces.askFaces),
		fyne.NewMenuItemSeparator(),
		p.sizeMenu(),
		p.menu.contrast,
	)
}

func (p *program) helpMenu() *fyne.Menu {
	return fyne.NewMenu(textMenuHelp,
		p.menu.withFunctionKey(p.menu.item(textHelpPage, "", p.manual.showHelp), fyne.KeyF1),
		p.menu.item(textManual, "", p.manual.showManual),
		fyne.NewMenuItemSeparator(),
		p.menu.item(textMenuAbout, "", func() { p.Tell(textMenuAbout, textAbout(p.Version)) }),
	)
}

// sizeMenu offers the text sizes.
func (p *program) sizeMenu() *fyne.MenuItem {
	p.menu.sizes = map[string]*fyne.MenuItem{}
	var all []*fyne.MenuItem
	for _, s := range textSizes {
		p.menu.sizes[s.name] = p.menu.item(s.name, "", func() { p.looks.chooseSize(s.name) })
		all = append(all, p.menu.sizes[s.name])
	}
	sizes := fyne.NewMenuItem(textMenuSize, nil)
	sizes.ChildMenu = fyne.NewMenu("", all...)
	return sizes
}

// withDrafts does nothing until the store is open.
func (p *program) withDrafts(do func()) func() {
	return func() {
		if p.drafts != nil {
			do()
		}
	}
}
