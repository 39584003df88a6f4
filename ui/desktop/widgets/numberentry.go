package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Direction is where the caret leaves a cell to.
type Direction int

// The ways out of a cell.
const (
	StepUp Direction = iota
	StepDown
	StepLeft
	StepRight
	StepEnter // down, and at the end of a column to the top of the next one
	StepTop   // to the edges of the table
	StepBottom
	StepFirst
	StepLast
)

// NumberEntry is the entry inside a number cell. Its value is selected when it
// gets the focus, so that typing replaces it. It draws no frame: the cell
// does, and places the entry so that the number stands in the middle.
type NumberEntry struct {
	widget.Entry
	caret   caretTeller
	content fyne.CanvasObject // nil until it has a renderer
	before  string            // the text when the focus came
	Focused bool
	space   spacebar
	History Historian
	OnTyped func() // a character, even one that leaves the text as it was
	OnLeave func(Direction)
	OnBlock func(text string) // several cells pasted
	OnFocus func(bool)
}

// NewNumberEntry makes an empty entry; its callbacks are set before it is shown.
func NewNumberEntry() *NumberEntry {
	e := &NumberEntry{}
	e.OnCursorChanged = e.tellCaret
	e.Wrapping = fyne.TextWrapOff
	e.Scroll = fyne.ScrollNone
	e.ExtendBaseWidget(e)
	return e
}

// Load shows a value without firing OnChanged.
func (e *NumberEntry) Load(text string) {
	if e.Text == text {
		return
	}
	heard := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = heard
	if e.Focused { // typing replaces it, as when the caret came
		e.selectAll()
	}
}

// FocusGained shows the focus.
func (e *NumberEntry) FocusGained() {
	e.Focused, e.before = true, e.Text
	e.Entry.FocusGained()
	e.selectAll()
	e.OnFocus(true)
	e.tellCaret() // the focus may have scrolled the page
}

func (e *NumberEntry) tellCaret() { e.caret.tell(e) }

// caretAt is where the caret stands. CursorPosition is a place on the entry's
// content, which the entry may have scrolled: the content is asked where it is.
func (e *NumberEntry) caretAt() (fyne.Position, bool) {
	driver := fyne.CurrentApp().Driver()
	if e.content == nil || driver.CanvasForObject(e.content) == nil {
		return fyne.Position{}, false
	}
	return driver.AbsolutePositionForObject(e.content).Add(e.CursorPosition()), true
}

// ShowCaret draws the caret, or leaves it out until the next key. It is for whoever
// draws the window next.
func (e *NumberEntry) ShowCaret(on bool) {
	if content, ok := e.content.(fyne.Widget); ok {
		// Another renderer of the content has the same parts, the caret last.
		parts := content.CreateRenderer().Objects()
		if bar, ok := parts[len(parts)-1].(*canvas.Rectangle); ok {
			bar.Hidden = !on
		}
	}
}

// FocusLost belongs to FocusGained.
func (e *NumberEntry) FocusLost() {
	e.Focused = false
	e.Entry.FocusLost()
	e.caret.leave(e)
	e.OnFocus(false)
}

// TypedRune takes a character.
func (e *NumberEntry) TypedRune(r rune) {
	if e.space.stray(r) && e.SelectedText() != "" {
		return
	}
	before := e.Text
	e.Entry.TypedRune(r)
	if e.Text == before {
		e.OnTyped()
	}
}

func (e *NumberEntry) selectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// TypedKey takes a key while it has the focus.
func (e *NumberEntry) TypedKey(k *fyne.KeyEvent) {
	all := e.Text == "" || e.SelectedText() == e.Text
	e.space.down = k.Name == fyne.KeySpace
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.OnLeave(StepEnter)
	case fyne.KeyDown:
		e.OnLeave(StepDown)
	case fyne.KeyUp:
		e.OnLeave(StepUp)
	case fyne.KeyEscape:
		if e.Text != e.before {
			e.SetText(e.before)
		}
		e.selectAll()
	case fyne.KeyLeft:
		if all || e.CursorColumn == 0 {
			e.OnLeave(StepLeft)
			return
		}
		e.Entry.TypedKey(k)
	case fyne.KeyRight:
		if all || e.CursorColumn == len([]rune(e.Text)) {
			e.OnLeave(StepRight)
			return
		}
		e.Entry.TypedKey(k)
	default:
		if functionKey(k.Name) {
			PassKey(e, k)
			return
		}
		e.Entry.TypedKey(k)
	}
}

// edgeSteps are the keys that go to the edge, with Ctrl.
var edgeSteps = map[fyne.KeyName]Direction{
	fyne.KeyUp: StepTop, fyne.KeyDown: StepBottom, fyne.KeyLeft: StepFirst, fyne.KeyRight: StepLast,
	fyne.KeyHome: StepFirst, fyne.KeyEnd: StepLast,
}

// lineOfText is from how many bytes a pasted text is no number, with whatever around
// it, but something that the table has to deal with.
const lineOfText = 300

// TypedShortcut sends a block of cells, as Excel and WPS copy it, to the
// table; anything else is the entry's.
func (e *NumberEntry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierControl {
		if to, ok := edgeSteps[c.KeyName]; ok {
			e.OnLeave(to)
			return
		}
	}
	if p, ok := s.(*fyne.ShortcutPaste); ok {
		text := strings.TrimRight(p.Clipboard.Content(), "\r\n")
		if strings.ContainsAny(text, "\t\n") || len(text) > lineOfText {
			e.OnBlock(text)
			return
		}
		s = &fyne.ShortcutPaste{Clipboard: oneShot{strings.TrimSpace(text)}}
	}
	e.Entry.TypedShortcut(s)
}

// oneShot is a clipboard that holds one text and forgets what it is given.
type oneShot struct{ text string }

func (c oneShot) Content() string { return c.text }

func (oneShot) SetContent(string) {}

// TappedSecondary shows the context menu.
func (e *NumberEntry) TappedSecondary(at *fyne.PointEvent) {
	showFieldMenu(e, &e.Entry, e.History, at)
}

// MouseDown only takes the focus when the cell had none, so that the first
// click selects the number and the second one places the caret.
func (e *NumberEntry) MouseDown(m *desktop.MouseEvent) {
	if e.Focused || m.Button != desktop.MouseButtonPrimary {
		e.Entry.MouseDown(m)
	}
}

// MouseUp belongs to MouseDown.
func (e *NumberEntry) MouseUp(m *desktop.MouseEvent) {
	if e.Focused {
		e.Entry.MouseUp(m)
	}
}

// Tapped takes the focus.
func (e *NumberEntry) Tapped(p *fyne.PointEvent) {
	if e.Focused {
		e.Entry.Tapped(p)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
}

// CreateRenderer leaves out the entry's ground and frame, its first two
// objects, and all of it while it has no focus: the cell shows the number then.
func (e *NumberEntry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	e.content = r.Objects()[2] // after ground and frame
	if s, ok := e.content.(*container.Scroll); ok {
		e.content = s.Content
	}
	return bareRenderer{r, e}
}

type bareRenderer struct {
	fyne.WidgetRenderer
	entry *NumberEntry
}

func (r bareRenderer) Objects() []fyne.CanvasObject {
	if !r.entry.Focused {
		return nil
	}
	return r.WidgetRenderer.Objects()[2:]
}
