package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TextEntry is the entry for all text: prose, headings, names.
//
// Symptom: a phrase committed by an input method arrives as one TypedRune a
// character; each lays the whole field out anew, and all that was typed since
// the last ASCII blank is one undo step, so that one Ctrl+Z empties the field.
// Cause: Entry.TypedRune relayouts and merges undo steps by itself. Cure: the
// characters that arrive together are gathered and pasted from a clipboard of
// their own, which is one layout, one OnChanged and one undo step. Tried
// before: SetText (loses caret and undo), binding (truncates while composing).
type TextEntry struct {
	widget.Entry
	caret   caretTeller
	minRows int
	waiting []rune       // typed, not yet in the text
	post    func(func()) // runs on the main goroutine, after what waits there
	OnFocus func(bool)
	OnGrown func()    // the height it wants has changed
	History Historian // nil: the entry undoes by itself
	wanted  float32   // height at the last layout
	wrapped wrapped
	Room    func() float32 // the height it may grow to, and scrolls beyond; nil without bound
}

// NewTextEntry makes a one-line entry.
func NewTextEntry(post func(func())) *TextEntry {
	e := &TextEntry{post: post}
	e.OnCursorChanged = e.tellCaret
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip) // scrolls sideways without a bar, as NewEntry has it
	e.ExtendBaseWidget(e)
	return e
}

// NewProseEntry makes an entry of at least so many lines that grows with its
// text.
func NewProseEntry(rows int, post func(func())) *TextEntry {
	e := &TextEntry{minRows: rows, post: post}
	e.OnCursorChanged = e.tellCaret
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapBreak // TextWrapWord leaves ragged lines before blanks
	e.Scroll = fyne.ScrollVerticalOnly
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	return e
}

// Load shows a value without firing OnChanged.
func (e *TextEntry) Load(text string) {
	e.waiting = nil
	if e.Text == text {
		return
	}
	heard := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = heard
}

// Replace shows another text as load does, and puts the caret behind what
// differs; false when nothing does.
func (e *TextEntry) Replace(text string) (differs bool) {
	e.Gather()
	if e.Text == text {
		return false
	}
	at := differsUntil(e.Text, text)
	e.Load(text)
	e.PlaceCaret(at)
	e.Refresh()
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

// AcceptsTab is false: Tab leaves the field.
func (e *TextEntry) AcceptsTab() bool { return false }

// TypedRune takes a character.
func (e *TextEntry) TypedRune(r rune) {
	if e.Disabled() {
		return
	}
	e.waiting = append(e.waiting, r)
	if len(e.waiting) == 1 {
		e.post(e.Gather) // behind the characters of the same commit
	}
}

// Insert puts a text where the caret is, in place of what is selected.
func (e *TextEntry) Insert(text string) {
	e.Gather()
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: oneShot{text}})
	e.grow()
}

// Gather puts the waiting characters into the text.
func (e *TextEntry) Gather() {
	if len(e.waiting) == 0 {
		return
	}
	text := string(e.waiting)
	e.waiting = nil
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: oneShot{text}})
	e.grow()
}

// TypedKey takes a key while it has the focus.
func (e *TextEntry) TypedKey(k *fyne.KeyEvent) {
	e.Gather()
	switch {
	case functionKey(k.Name), k.Name == fyne.KeyEscape, !e.MultiLine && betweenLines(k.Name):
		PassKey(e, k)
		return
	case k.Name == fyne.KeyPageUp:
		e.byPage(fyne.KeyUp)
	case k.Name == fyne.KeyPageDown:
		e.byPage(fyne.KeyDown)
	default:
		e.Entry.TypedKey(k)
	}
	e.grow()
}

// betweenLines reports a key that goes to another line.
func betweenLines(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

// pageRows is how many lines PageUp and PageDown go: Entry's own go to the ends
// of the text.
const pageRows = 10

func (e *TextEntry) byPage(line fyne.KeyName) {
	for range pageRows {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: line})
	}
}

// TappedSecondary shows the context menu.
func (e *TextEntry) TappedSecondary(at *fyne.PointEvent) {
	if e.History == nil {
		e.Entry.TappedSecondary(at)
		return
	}
	showFieldMenu(e, &e.Entry, e.History, at)
}

// TypedShortcut takes a shortcut.
func (e *TextEntry) TypedShortcut(s fyne.Shortcut) {
	e.Gather()
	if p, ok := s.(*fyne.ShortcutPaste); ok {
		s = &fyne.ShortcutPaste{Clipboard: oneShot{tidyPaste(p.Clipboard.Content(), e.MultiLine)}}
	}
	e.Entry.TypedShortcut(s)
	e.grow()
}

// FocusGained shows the focus.
func (e *TextEntry) FocusGained() {
	e.Entry.FocusGained()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
	e.tellCaret() // the focus may have scrolled the page
}

func (e *TextEntry) tellCaret() { e.caret.tell(e, &e.Entry) }

// CreateRenderer notes where the caret is drawn.
func (e *TextEntry) CreateRenderer() fyne.WidgetRenderer {
	return e.caret.drawnBy(e.Entry.CreateRenderer())
}

// FocusLost belongs to FocusGained.
func (e *TextEntry) FocusLost() {
	e.Gather()
	e.Entry.FocusLost()
	e.caret.leave(e)
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// grow reports when the text needs another height than it has.
func (e *TextEntry) grow() {
	before := e.wanted
	if e.MultiLine && e.OnGrown != nil && e.HeightFor(e.Size().Width) != before {
		e.OnGrown()
	}
}

// HeightFor is the height that shows all of the text at a width.
func (e *TextEntry) HeightFor(width float32) float32 {
	if !e.MultiLine {
		return e.MinSize().Height
	}
	rows := max(len(e.rowStarts(width)), e.minRows)
	th := e.Theme()
	line := fyne.MeasureText("年", th.Size(theme.SizeNameText), e.TextStyle).Height
	around := 2*th.Size(theme.SizeNameInnerPadding) + 2*th.Size(theme.SizeNameInputBorder)
	if e.Room != nil && e.Room() > 0 {
		rows = min(rows, max(int((e.Room()-around)/line), leastRoom))
	}
	e.wanted = float32(rows)*line + around
	return e.wanted
}

// leastRoom is how many lines an entry may grow to in the lowest window.
const leastRoom = 6

// wrapped is where the lines of a text begin at a width. A layout asks several
// times for the same.
type wrapped struct {
	text        string
	width, size float32
	starts      []int
	wide        map[rune]float32 // width of each character at that size
}

// rowStarts finds where the lines of the text begin, counted in characters,
// the way Entry wraps it: a line takes what fits, wherever that ends.
func (e *TextEntry) rowStarts(width float32) []int {
	th := e.Theme()
	size := th.Size(theme.SizeNameText)
	room := width - 2*th.Size(theme.SizeNameInnerPadding)
	w := &e.wrapped
	if w.starts != nil && w.text == e.Text && w.width == room && w.size == size {
		return w.starts
	}
	if w.wide == nil || w.size != size {
		w.wide = map[rune]float32{}
	}
	w.text, w.width, w.size = e.Text, room, size
	w.starts = append(w.starts[:0], 0)
	used := float32(0)
	i := -1
	for _, r := range e.Text {
		i++
		if r == '\n' {
			w.starts = append(w.starts, i+1)
			used = 0
			continue
		}
		wide, known := w.wide[r]
		if !known {
			wide = fyne.MeasureText(string(r), size, e.TextStyle).Width
			w.wide[r] = wide
		}
		if used+wide > room && used > 0 {
			w.starts = append(w.starts, i)
			used = 0
		}
		used += wide
	}
	return w.starts
}

// Select selects the characters from start to end, end not included. Entry
// has no call for that: the caret is put to both ends with Shift held.
func (e *TextEntry) Select(start, end int) {
	end = min(end, len([]rune(e.Text)))
	if start < 0 || start >= end {
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft}) // or Shift would go on with what is selected
	e.PlaceCaret(start)
	e.KeyDown(shift)
	e.PlaceCaret(end - 1)
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	e.KeyUp(shift)
}

// PlaceCaret puts the caret before a character, counted from 0.
func (e *TextEntry) PlaceCaret(at int) {
	starts := []int{0}
	if e.MultiLine {
		starts = e.rowStarts(e.Size().Width)
	}
	row := len(starts) - 1
	for row > 0 && starts[row] > at {
		row--
	}
	e.CursorRow, e.CursorColumn = row, at-starts[row]
}

// tidyPaste makes pasted text fit for a report: line ends become "\n", tabs
// and characters without a look go.
func tidyPaste(text string, multiLine bool) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "", "\v", "\n",
		"\u2028", "\n", "\u2029", "\n", "\ufeff", "", "\u200b", "").Replace(text)
	if !multiLine {
		text = strings.ReplaceAll(strings.TrimSpace(text), "\n", "")
	}
	return text
}

// oneShot is a clipboard that holds one text and forgets what it is given.
type oneShot struct{ text string }

func (c oneShot) Content() string { return c.text }

func (oneShot) SetContent(string) {}
