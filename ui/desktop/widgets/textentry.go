package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// TextEntry is the entry for all text: prose, headings, names. It is not Fyne's:
// that one breaks lines before 、，。 and within numbers, lays the rest of a
// paragraph out once for each of its lines, so that a key in 18,000 characters
// takes half a second, swallows the wheel, and cannot be told what to select.
//
// A phrase committed by an input method arrives as one TypedRune a character.
// Those that arrive together are gathered: one OnChanged, one step for Undo.
//
// Prose is as high as its text; what it stands in scrolls, and only the lines in
// view are drawn.
type TextEntry struct {
	widget.DisableableWidget
	Text        string
	PlaceHolder string
	OnChanged   func(string)
	OnSubmitted func(string) // Enter in one line
	OnFocus     func(bool)
	OnGrown     func()                    // the height it wants has changed
	OnCaret     func(top, bottom float32) // of the line that the caret has come to
	OnKey       func(fyne.KeyName) bool   // asked before a key is taken; true: it is done with. May be nil
	OnPaste     func(text string)         // told of what was pasted, as it was; may be nil
	History     Historian                 // nil: the entry undoes by itself
	editing     editing
	lines       lines
	oneLine     bool
	minRows     int
	waiting     []rune       // typed, not yet in the text
	post        func(func()) // runs on the main goroutine, after what waits there
	focused     bool
	shift       bool
	space       spacebar
	goal        float32 // where Up and Down keep to; below 0 for the caret's place
	left        int     // the first character shown of one line
	caret       caretTeller
	bar         *canvas.Rectangle // the caret as it is drawn; nil until it has a renderer
	clicks      clicks
	past        past
}

// NewTextEntry makes a one-line entry.
func NewTextEntry(post func(func())) *TextEntry {
	e := &TextEntry{oneLine: true, minRows: 1, post: post, goal: -1}
	e.ExtendBaseWidget(e)
	return e
}

// NewProseEntry makes an entry of at least so many lines that grows with its
// text.
func NewProseEntry(rows int, post func(func())) *TextEntry {
	e := &TextEntry{minRows: rows, post: post, goal: -1}
	e.ExtendBaseWidget(e)
	return e
}

// SetPlaceHolder says what is to be typed while nothing is.
func (e *TextEntry) SetPlaceHolder(text string) {
	e.PlaceHolder = text
	e.Refresh()
}

// Load shows a value without firing OnChanged.
func (e *TextEntry) Load(text string) {
	e.waiting = nil
	if e.Text == text {
		return
	}
	e.Text, e.editing.text, e.past = text, []rune(text), past{}
	e.editing.move(min(e.editing.caret, len(e.editing.text)), false)
	e.Refresh()
}

// SetText is Load as if it were typed: OnChanged fires.
func (e *TextEntry) SetText(text string) {
	e.waiting = nil
	e.editing.choose(0, len(e.editing.text))
	e.put(text)
}

// Replace shows another text as Load does, and puts the caret behind what
// differs; false when nothing does.
func (e *TextEntry) Replace(text string) (differs bool) {
	e.Gather()
	if e.Text == text {
		return false
	}
	at := differsUntil(e.Text, text)
	e.Load(text)
	e.PlaceCaret(at)
	return true
}

// differsUntil counts the characters of after up to the end of what differs from
// before.
func differsUntil(before, after string) int {
	b, a := []rune(before), []rune(after)
	for len(b) > 0 && len(a) > 0 && b[len(b)-1] == a[len(a)-1] {
		b, a = b[:len(b)-1], a[:len(a)-1]
	}
	return len(a)
}

// Insert puts a text where the caret is, in place of what is selected.
func (e *TextEntry) Insert(text string) {
	e.Gather()
	e.put(text)
}

// Gather puts the waiting characters into the text.
func (e *TextEntry) Gather() {
	if len(e.waiting) == 0 {
		return
	}
	text := string(e.waiting)
	e.waiting = nil
	e.put(text)
}

// put is every change of the text: what is selected gives way to another one.
func (e *TextEntry) put(text string) {
	if text == "" && e.editing.anchor == e.editing.caret {
		return
	}
	if e.History == nil {
		e.past.note(&e.editing)
	}
	e.editing.replace([]rune(text))
	e.changed()
}

// changed tells of another text and shows it.
func (e *TextEntry) changed() {
	e.Text = string(e.editing.text)
	if e.OnChanged != nil {
		e.OnChanged(e.Text)
	}
	if e.OnGrown != nil && e.HeightFor(e.Size().Width) != e.Size().Height {
		e.OnGrown()
	}
	e.showCaret()
}

// Select selects the characters from start to end, end not included.
func (e *TextEntry) Select(start, end int) {
	e.Gather()
	if end = min(end, len(e.editing.text)); start < 0 || start >= end {
		return
	}
	e.editing.choose(start, end)
	e.showCaret()
}

// SelectAll selects all of the text.
func (e *TextEntry) SelectAll() {
	e.Gather()
	e.editing.choose(0, len(e.editing.text))
	e.Refresh()
}

// PlaceCaret puts the caret before a character, counted from 0.
func (e *TextEntry) PlaceCaret(at int) {
	e.editing.move(at, false)
	e.showCaret()
}

// Caret is how many characters are before the caret.
func (e *TextEntry) Caret() int { return e.editing.caret }

// Selection are the characters selected; start equals end for none.
func (e *TextEntry) Selection() (start, end int) { return e.editing.selection() }

// SelectedText is what is selected.
func (e *TextEntry) SelectedText() string { return e.editing.selected() }

// showCaret shows the caret after it moved, and what it stands in around it.
func (e *TextEntry) showCaret() {
	e.goal = -1
	e.caretMoved()
}

func (e *TextEntry) caretMoved() {
	e.Refresh()
	e.RevealCaret()
	e.tellCaret()
}

// RevealCaret brings the line with the caret into view.
func (e *TextEntry) RevealCaret() {
	if e.OnCaret != nil && e.focused {
		at := e.caretPlace()
		e.OnCaret(at.Y, at.Y+e.lineHeight())
	}
}

// FocusGained shows the focus.
func (e *TextEntry) FocusGained() {
	e.focused, e.shift = true, false
	e.Refresh()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
	e.tellCaret() // the focus may have scrolled the page
}

// FocusLost belongs to FocusGained.
func (e *TextEntry) FocusLost() {
	e.Gather()
	e.focused, e.shift = false, false
	e.Refresh()
	e.caret.leave(e)
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// HasFocus reports whether it has the caret.
func (e *TextEntry) HasFocus() bool { return e.focused }

// AcceptsTab is false: Tab leaves the field.
func (e *TextEntry) AcceptsTab() bool { return false }

// Cursor is the one over text.
func (e *TextEntry) Cursor() desktop.Cursor { return desktop.TextCursor }

func (e *TextEntry) tellCaret() { e.caret.tell(e) }

// ShowCaret draws the caret, or leaves it out until the next key. It is for whoever
// draws the window next.
func (e *TextEntry) ShowCaret(on bool) {
	if e.bar != nil {
		e.bar.Hidden = !on
	}
}

// CaretAt is where the caret stands on the canvas; nowhere before it is on one.
func (e *TextEntry) CaretAt() fyne.Position {
	at, _ := e.caretAt()
	return at
}

// caretAt is where the caret stands on the canvas.
func (e *TextEntry) caretAt() (fyne.Position, bool) {
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(e) == nil {
		return fyne.Position{}, false
	}
	return driver.AbsolutePositionForObject(e).Add(e.caretPlace()), true
}
