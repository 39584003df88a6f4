package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

func (e *TextEntry) lineHeight() float32 {
	return ideograph(Size(theme.SizeNameText)).Height
}

// around is the space between the frame of an entry and its text.
func around() float32 { return Size(theme.SizeNameInnerPadding) + Size(theme.SizeNameInputBorder) }

// fit breaks the text to a width.
func (e *TextEntry) fit(width float32) {
	room := float32(0)
	if !e.oneLine {
		room = max(width-2*Size(theme.SizeNameInnerPadding), 1)
	}
	e.lines.fit(e.editing.text, room, Size(theme.SizeNameText))
}

// HeightFor is the height that shows all of the text at a width.
func (e *TextEntry) HeightFor(width float32) float32 {
	rows := 1
	if !e.oneLine {
		e.fit(width)
		rows = max(e.lines.rows(), e.minRows)
	}
	return float32(rows)*e.lineHeight() + 2*around()
}

// caretPlace is where the caret stands in the entry.
func (e *TextEntry) caretPlace() fyne.Position {
	e.fit(e.Size().Width)
	row := e.lines.row(e.editing.caret, e.editing.early)
	x := e.lines.offset(row, e.editing.caret)
	if e.oneLine {
		e.slide()
		x = fyne.MeasureText(string(e.editing.text[e.left:e.editing.caret]), e.lines.size, fyne.TextStyle{}).Width
	}
	return fyne.NewPos(Size(theme.SizeNameInnerPadding)+x, around()+float32(row)*e.lineHeight())
}

// slide moves what is shown of one line until the caret is in it, and no room is
// left unused.
func (e *TextEntry) slide() {
	ed, room := &e.editing, e.Size().Width-2*Size(theme.SizeNameInnerPadding)
	e.left = min(e.left, ed.caret)
	used := float32(0)
	for i := ed.caret - 1; i >= e.left; i-- {
		if used += e.lines.width(ed.text[i]); used > room {
			e.left = i + 1
			return
		}
	}
	for i := ed.caret; i < len(ed.text) && used < room; i++ {
		used += e.lines.width(ed.text[i])
	}
	for e.left > 0 && used+e.lines.width(ed.text[e.left-1]) < room {
		e.left--
		used += e.lines.width(ed.text[e.left])
	}
}

// under is the character nearest to a place, early as in editing.
func (e *TextEntry) under(at fyne.Position) (char int, early bool) {
	e.fit(e.Size().Width)
	x := at.X - Size(theme.SizeNameInnerPadding)
	if e.oneLine {
		for char = e.left; char < len(e.editing.text); char++ {
			wide := e.lines.width(e.editing.text[char])
			if x < wide/2 {
				break
			}
			x -= wide
		}
		return char, false
	}
	row := min(max(int((at.Y-around())/e.lineHeight()), 0), e.lines.rows()-1)
	char = e.lines.nearest(row, x)
	_, end := e.lines.span(row)
	return char, char == end && e.lines.soft(row)
}

// CreateRenderer draws the widget.
func (e *TextEntry) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{
		TextEntry: e, box: canvas.NewRectangle(nil), hint: canvas.NewText("", nil),
	}
	e.bar = canvas.NewRectangle(nil)
	r.show()
	return r
}

type textRenderer struct {
	*TextEntry
	box     *canvas.Rectangle
	hint    *canvas.Text
	texts   []*canvas.Text      // lines in view
	chosen  []*canvas.Rectangle // behind what is selected of them
	objects []fyne.CanvasObject
}

func (r *textRenderer) Layout(fyne.Size) { r.show() }

func (r *textRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*Size(theme.SizeNameInnerPadding)+r.lineHeight(), float32(r.minRows)*r.lineHeight()+2*around())
}

func (r *textRenderer) Refresh() {
	r.show()
	canvas.Refresh(r.TextEntry)
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textRenderer) Destroy() {}

// show places all that is to be seen.
func (r *textRenderer) show() {
	size, border := r.Size(), Size(theme.SizeNameInputBorder)
	r.fit(size.Width)
	// One rectangle: a frame of its own with nothing in it is drawn darker than it is.
	r.box.FillColor, r.box.CornerRadius = Ink(theme.ColorNameInputBackground), Size(theme.SizeNameInputRadius)
	if r.Disabled() { // to be read, on a ground of its own
		r.box.FillColor = Ink(theme.ColorNameBackground)
	}
	r.box.StrokeColor, r.box.StrokeWidth = Ink(theme.ColorNameInputBorder), border
	if r.focused {
		r.box.StrokeColor = Ink(theme.ColorNamePrimary)
	}
	r.box.Move(fyne.NewSquareOffsetPos(border / 2))
	r.box.Resize(size.Subtract(fyne.NewSquareSize(border + 0.5))) // down to whole pixels at the far edge
	r.objects = append(r.objects[:0], r.box)
	first, last := r.inView()
	r.showChosen(first, last)
	r.showTexts(first, last)
	r.showHint()
	if r.focused && !r.Disabled() {
		r.bar.FillColor = Ink(theme.ColorNamePrimary)
		r.bar.Move(r.caretPlace())
		r.bar.Resize(fyne.NewSize(border, r.lineHeight()))
		r.bar.Show()
		r.objects = append(r.objects, r.bar)
	}
}

// showTexts draws the lines from first to last, last not included.
func (r *textRenderer) showTexts(first, last int) {
	ink := Ink(theme.ColorNameForeground)
	for row := first; row < last; row++ {
		if row-first == len(r.texts) {
			r.texts = append(r.texts, canvas.NewText("", nil))
		}
		start, end := r.shownOf(row)
		t := r.texts[row-first]
		t.Text, t.TextSize, t.Color = string(r.editing.text[start:end]), r.lines.size, ink
		t.Move(fyne.NewPos(Size(theme.SizeNameInnerPadding), around()+float32(row)*r.lineHeight()))
		t.Resize(fyne.NewSize(r.Size().Width-2*Size(theme.SizeNameInnerPadding), r.lineHeight()))
		r.objects = append(r.objects, t)
	}
}

// shownOf are the characters shown of a line: all but in a single one that is
// longer than the entry.
func (r *textRenderer) shownOf(row int) (start, end int) {
	if !r.oneLine {
		return r.lines.span(row)
	}
	r.slide()
	room := r.Size().Width - 2*Size(theme.SizeNameInnerPadding)
	end = r.left
	for end < len(r.editing.text) && room >= r.lines.width(r.editing.text[end]) {
		room -= r.lines.width(r.editing.text[end])
		end++
	}
	return r.left, end
}

// showChosen draws the ground of what is selected.
func (r *textRenderer) showChosen(first, last int) {
	from, to := r.editing.selection()
	if from == to || !r.focused && !r.Disabled() {
		return
	}
	n := 0
	for row := first; row < last; row++ {
		start, end := r.shownOf(row)
		a, b := max(from, start), min(to, end)
		if a > b || a == b && (a != end || to == end) {
			continue
		}
		if n == len(r.chosen) {
			r.chosen = append(r.chosen, canvas.NewRectangle(nil))
		}
		x, far := r.advance(start, a), r.advance(start, b)
		if to > end && !r.oneLine && !r.lines.soft(row) {
			far += r.lineHeight() / 3 // the line end is selected as well
		}
		box := r.chosen[n]
		box.FillColor = Ink(theme.ColorNameSelection)
		box.Move(fyne.NewPos(Size(theme.SizeNameInnerPadding)+x, around()+float32(row)*r.lineHeight()))
		box.Resize(fyne.NewSize(far-x, r.lineHeight()))
		r.objects = append(r.objects, box)
		n++
	}
}

// advance is the room from a character to another one in a line.
func (r *textRenderer) advance(from, to int) float32 {
	if from >= to {
		return 0
	}
	return fyne.MeasureText(string(r.editing.text[from:to]), r.lines.size, fyne.TextStyle{}).Width
}

// showHint says what is to be typed while nothing is.
func (r *textRenderer) showHint() {
	if len(r.editing.text) > 0 || r.PlaceHolder == "" {
		return
	}
	r.hint.Text, r.hint.TextSize, r.hint.Color = r.PlaceHolder, r.lines.size, Ink(theme.ColorNamePlaceHolder)
	for all := []rune(r.PlaceHolder); len(all) > 0 && r.hint.MinSize().Width > r.Size().Width-2*Size(theme.SizeNameInnerPadding); {
		all = all[:len(all)-1]
		r.hint.Text = string(all) + "…"
	}
	r.hint.Move(fyne.NewPos(Size(theme.SizeNameInnerPadding), around()))
	r.hint.Resize(r.hint.MinSize())
	r.objects = append(r.objects, r.hint)
}

// allRows is up to how many lines are drawn wherever they are.
const allRows = 100

// inView are the lines to draw, last not included: those within the window, and as
// many again above and below, so that not every bit of scrolling draws anew.
func (e *TextEntry) inView() (first, last int) {
	n := e.lines.rows()
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(e)
	if n <= allRows || c == nil {
		return 0, min(n, allRows)
	}
	top, height := -driver.AbsolutePositionForObject(e).Y, c.Size().Height
	row := func(y float32) int { return min(max(int((y-around())/e.lineHeight()), 0), n) }
	return row(top - height), row(top+2*height) + 1 - row(top+2*height)/n
}

// scrolled draws what has come into view.
func (e *TextEntry) scrolled() {
	if e.lines.rows() > allRows {
		e.Refresh()
	}
}
