package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// direction is where the caret leaves a cell to.
type direction int

const (
	stepUp direction = iota
	stepDown
	stepLeft
	stepRight
	stepEnter // down, and at the end of a column to the top of the next one
	stepTop   // to the edges of the table
	stepBottom
	stepFirst
	stepLast
)

// numberEntry is the entry inside a number cell. Its value is selected when it
// gets the focus, so that typing replaces it. It draws no frame: the cell
// does, and places the entry so that the number stands in the middle.
type numberEntry struct {
	widget.Entry
	caret   caretTeller
	before  string // the text when the focus came
	focused bool
	history historian
	onTyped func() // a character, even one that leaves the text as it was
	onLeave func(direction)
	onBlock func(text string) // several cells pasted
	onFocus func(bool)
}

func newNumberEntry() *numberEntry {
	e := &numberEntry{}
	e.OnCursorChanged = e.tellCaret
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollNone
	e.ExtendBaseWidget(e)
	return e
}

// load shows a value without firing OnChanged.
func (e *numberEntry) load(text string) {
	if e.Text == text {
		return
	}
	heard := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = heard
	if e.focused { // typing replaces it, as when the caret came
		e.selectAll()
	}
}

func (e *numberEntry) FocusGained() {
	e.focused, e.before = true, e.Text
	e.Entry.FocusGained()
	e.selectAll()
	e.onFocus(true)
	e.tellCaret() // the focus may have scrolled the page
}

func (e *numberEntry) tellCaret() { e.caret.tell(e, &e.Entry) }

func (e *numberEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.onFocus(false)
}

func (e *numberEntry) TypedRune(r rune) {
	before := e.Text
	e.Entry.TypedRune(r)
	if e.Text == before {
		e.onTyped()
	}
}

func (e *numberEntry) selectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

func (e *numberEntry) TypedKey(k *fyne.KeyEvent) {
	all := e.Text == "" || e.SelectedText() == e.Text
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.onLeave(stepEnter)
	case fyne.KeyDown:
		e.onLeave(stepDown)
	case fyne.KeyUp:
		e.onLeave(stepUp)
	case fyne.KeyEscape:
		if e.Text != e.before {
			e.SetText(e.before)
		}
		e.selectAll()
	case fyne.KeyLeft:
		if all || e.CursorColumn == 0 {
			e.onLeave(stepLeft)
			return
		}
		e.Entry.TypedKey(k)
	case fyne.KeyRight:
		if all || e.CursorColumn == len([]rune(e.Text)) {
			e.onLeave(stepRight)
			return
		}
		e.Entry.TypedKey(k)
	default:
		if functionKey(k.Name) {
			passKey(e, k)
			return
		}
		e.Entry.TypedKey(k)
	}
}

// edgeSteps are the keys that go to the edge, with Ctrl.
var edgeSteps = map[fyne.KeyName]direction{
	fyne.KeyUp: stepTop, fyne.KeyDown: stepBottom, fyne.KeyLeft: stepFirst, fyne.KeyRight: stepLast,
	fyne.KeyHome: stepFirst, fyne.KeyEnd: stepLast,
}

// TypedShortcut sends a block of cells, as Excel and WPS copy it, to the
// table; anything else is the entry's.
func (e *numberEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierControl {
		if to, ok := edgeSteps[c.KeyName]; ok {
			e.onLeave(to)
			return
		}
	}
	if p, ok := s.(*fyne.ShortcutPaste); ok {
		text := strings.TrimRight(p.Clipboard.Content(), "\r\n")
		if strings.ContainsAny(text, "\t\n") {
			e.onBlock(text)
			return
		}
		s = &fyne.ShortcutPaste{Clipboard: oneShot{strings.TrimSpace(text)}}
	}
	e.Entry.TypedShortcut(s)
}

// TappedSecondary shows the context menu.
func (e *numberEntry) TappedSecondary(at *fyne.PointEvent) {
	showFieldMenu(e, &e.Entry, e.history, at)
}

// MouseDown only takes the focus when the cell had none, so that the first
// click selects the number and the second one places the caret.
func (e *numberEntry) MouseDown(m *desktop.MouseEvent) {
	if e.focused || m.Button != desktop.MouseButtonPrimary {
		e.Entry.MouseDown(m)
	}
}

// MouseUp belongs to MouseDown.
func (e *numberEntry) MouseUp(m *desktop.MouseEvent) {
	if e.focused {
		e.Entry.MouseUp(m)
	}
}

// Tapped takes the focus.
func (e *numberEntry) Tapped(p *fyne.PointEvent) {
	if e.focused {
		e.Entry.Tapped(p)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
}

// CreateRenderer leaves out the entry's ground and frame, its first two
// objects, and all of it while it has no focus: the cell shows the number then.
func (e *numberEntry) CreateRenderer() fyne.WidgetRenderer {
	return bareRenderer{e.caret.drawnBy(e.Entry.CreateRenderer()), e}
}

type bareRenderer struct {
	fyne.WidgetRenderer
	entry *numberEntry
}

func (r bareRenderer) Objects() []fyne.CanvasObject {
	if !r.entry.focused {
		return nil
	}
	return r.WidgetRenderer.Objects()[2:]
}
