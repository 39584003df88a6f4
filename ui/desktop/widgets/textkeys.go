package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune takes a character.
func (e *TextEntry) TypedRune(r rune) {
	stray := e.space.stray(r) && len(e.waiting) == 0 && e.editing.selected() != ""
	if stray || e.Disabled() {
		return
	}
	e.waiting = append(e.waiting, r)
	if len(e.waiting) == 1 {
		e.post(e.Gather) // behind the characters of the same commit
	}
}

// KeyDown notes Shift, which selects.
func (e *TextEntry) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
}

// KeyUp belongs to KeyDown.
func (e *TextEntry) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
}

// TypedKey takes a key while it has the focus.
func (e *TextEntry) TypedKey(k *fyne.KeyEvent) {
	e.Gather()
	e.space.down = k.Name == fyne.KeySpace
	switch {
	case e.OnKey != nil && e.OnKey(k.Name):
	case functionKey(k.Name), k.Name == fyne.KeyEscape, e.oneLine && betweenLines(k.Name):
		PassKey(e, k)
	case e.goes(k.Name):
	case e.Disabled():
	case k.Name == fyne.KeyBackspace:
		e.erase(e.editing.caret - 1)
	case k.Name == fyne.KeyDelete:
		e.erase(e.editing.caret + 1)
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		if !e.oneLine {
			e.put("\n")
		} else if e.OnSubmitted != nil {
			e.OnSubmitted(e.Text)
		}
	}
}

// betweenLines reports a key that goes to another line.
func betweenLines(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

// pageRows is how many lines PageUp and PageDown go.
const pageRows = 10

// goes moves the caret by a key; false for one that does not.
func (e *TextEntry) goes(key fyne.KeyName) bool {
	ed := &e.editing
	start, end := ed.selection()
	row := e.lines.row(ed.caret, ed.early)
	switch key {
	case fyne.KeyLeft:
		if start == end || e.shift {
			start = ed.caret - 1
		}
		ed.move(start, e.shift)
	case fyne.KeyRight:
		if start == end || e.shift {
			end = ed.caret + 1
		}
		ed.move(end, e.shift)
	case fyne.KeyHome:
		start, _ = e.lines.span(row)
		ed.move(start, e.shift)
	case fyne.KeyEnd:
		_, end = e.lines.span(row)
		ed.move(end, e.shift)
		ed.early = e.lines.soft(row)
	case fyne.KeyUp:
		return e.byRows(row, -1)
	case fyne.KeyDown:
		return e.byRows(row, 1)
	case fyne.KeyPageUp:
		return e.byRows(row, -pageRows)
	case fyne.KeyPageDown:
		return e.byRows(row, pageRows)
	default:
		return false
	}
	e.showCaret()
	return true
}

// byRows moves the caret some lines on, as far to the right as it was.
func (e *TextEntry) byRows(row, by int) bool {
	if e.goal < 0 {
		e.goal = e.lines.offset(row, e.editing.caret)
	}
	to := min(max(row+by, 0), e.lines.rows()-1)
	at := e.lines.nearest(to, e.goal)
	e.editing.move(at, e.shift)
	_, end := e.lines.span(to)
	e.editing.early = at == end && e.lines.soft(to)
	e.caretMoved()
	return true
}

// erase takes out what is selected, or else what is between the caret and a place.
func (e *TextEntry) erase(to int) {
	if start, end := e.editing.selection(); start == end {
		e.editing.move(to, true)
	}
	e.put("")
}

// TypedShortcut takes a shortcut.
func (e *TextEntry) TypedShortcut(s fyne.Shortcut) {
	e.Gather()
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		e.SelectAll()
	case *fyne.ShortcutCopy:
		e.copyTo(s.Clipboard)
	case *desktop.CustomShortcut:
		e.typedCustom(s)
	}
	if e.Disabled() {
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutCut:
		if e.copyTo(s.Clipboard) {
			e.put("")
		}
	case *fyne.ShortcutPaste:
		text := s.Clipboard.Content()
		e.put(tidyPaste(text, e.oneLine))
		if e.OnPaste != nil {
			e.OnPaste(text)
		}
	case *fyne.ShortcutUndo:
		e.historian().Undo()
	case *fyne.ShortcutRedo:
		e.historian().Redo()
	}
}

// tidyPaste makes pasted text fit for a report: line ends become "\n", tabs
// blanks, and characters without a look go.
func tidyPaste(text string, oneLine bool) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\v", "\n",
		"\u2028", "\n", "\u2029", "\n", "\ufeff", "", "\u200b", "").Replace(text)
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	if oneLine {
		text = strings.ReplaceAll(strings.TrimSpace(text), "\n", "")
	}
	return text
}

func (e *TextEntry) copyTo(board fyne.Clipboard) bool {
	text := e.SelectedText()
	if text != "" {
		board.SetContent(text)
	}
	return text != ""
}

// typedCustom takes a key with Ctrl, with Shift or without: words, and the ends of
// the text.
func (e *TextEntry) typedCustom(s *desktop.CustomShortcut) {
	selecting := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierControl {
		return
	}
	ed := &e.editing
	switch s.KeyName {
	case fyne.KeyHome:
		ed.move(0, selecting)
	case fyne.KeyEnd:
		ed.move(len(ed.text), selecting)
	case fyne.KeyLeft:
		ed.move(ed.wordTo(ed.caret), selecting)
	case fyne.KeyRight:
		ed.move(ed.wordFrom(ed.caret), selecting)
	case fyne.KeyBackspace:
		if !e.Disabled() {
			e.erase(ed.wordTo(ed.caret))
		}
		return
	case fyne.KeyDelete:
		if !e.Disabled() {
			e.erase(ed.wordFrom(ed.caret))
		}
		return
	default:
		return
	}
	e.showCaret()
}

// historian is who takes changes of the text back.
func (e *TextEntry) historian() Historian {
	if e.History != nil {
		return e.History
	}
	return e
}

// Undo takes the last change back, within the entry alone.
func (e *TextEntry) Undo() { e.retrace(&e.past.undone, &e.past.done) }

// Redo belongs to Undo.
func (e *TextEntry) Redo() { e.retrace(&e.past.done, &e.past.undone) }

func (e *TextEntry) retrace(to, from *[]editing) {
	n := len(*from)
	if n == 0 {
		return
	}
	*to = append(*to, e.editing)
	e.editing, *from = (*from)[n-1], (*from)[:n-1]
	e.changed()
}

// MouseDown puts the caret under the pointer; a second click selects a word, a
// third one the paragraph.
func (e *TextEntry) MouseDown(m *desktop.MouseEvent) {
	e.Gather()
	at, early := e.under(m.Position)
	start, end := e.editing.selection()
	if m.Button == desktop.MouseButtonPrimary || at < start || at > end || start == end {
		switch n := e.clicks.count(m.Position); {
		case m.Button != desktop.MouseButtonPrimary, n == 1:
			e.editing.move(at, e.shift)
			e.editing.early = early
		case n == 2:
			e.editing.choose(e.editing.wordAt(at))
		default:
			e.editing.choose(e.editing.paragraphAt(at))
		}
	}
	e.takeFocus()
	e.showCaret()
}

func (e *TextEntry) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && !e.Disabled() {
		c.Focus(e)
	}
}

// MouseUp belongs to MouseDown.
func (e *TextEntry) MouseUp(*desktop.MouseEvent) {}

// Tapped takes the focus.
func (e *TextEntry) Tapped(*fyne.PointEvent) { e.takeFocus() }

// Dragged selects up to the pointer.
func (e *TextEntry) Dragged(d *fyne.DragEvent) {
	at, early := e.under(d.Position)
	e.editing.move(at, true)
	e.editing.early = early
	e.showCaret()
}

// DragEnd belongs to Dragged.
func (e *TextEntry) DragEnd() {}

// TappedSecondary shows the context menu.
func (e *TextEntry) TappedSecondary(at *fyne.PointEvent) {
	showFieldMenu(e, e, e.historian(), at)
}
