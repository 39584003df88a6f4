package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Historian takes edits back, over more than one field.
type Historian interface {
	Undo()
	Redo()
}

// showFieldMenu shows the context menu of a field of the form: Entry's own would
// undo within the field alone.
func showFieldMenu(super fyne.CanvasObject, e fyne.Disableable, h Historian, at *fyne.PointEvent) {
	driver := fyne.CurrentApp().Driver()
	board, canvas := fyne.CurrentApp().Clipboard(), driver.CanvasForObject(super)
	if canvas == nil {
		return
	}
	if field, ok := super.(fyne.Focusable); ok && !e.Disabled() {
		canvas.Focus(field)
	}
	item := func(text string, reads bool, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(text, do)
		m.Disabled = e.Disabled() && !reads
		return m
	}
	send := func(s fyne.Shortcut) func() {
		return func() {
			if field, ok := super.(fyne.Shortcutable); ok {
				field.TypedShortcut(s)
			}
		}
	}
	menu := fyne.NewMenu("",
		item(textUndo, false, h.Undo),
		item(textRedo, false, h.Redo),
		fyne.NewMenuItemSeparator(),
		item(textCut, false, send(&fyne.ShortcutCut{Clipboard: board})),
		item(textCopyText, true, send(&fyne.ShortcutCopy{Clipboard: board})),
		item(textPaste, false, send(&fyne.ShortcutPaste{Clipboard: board})),
		item(textSelectAll, true, send(&fyne.ShortcutSelectAll{})))
	widget.ShowPopUpMenuAtPosition(menu, canvas, driver.AbsolutePositionForObject(super).Add(at.Position))
}
