package widgets

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"nianbao/fonts"
	"nianbao/model/han"
)

// newLook runs the test in the program's theme.
func newLook(t *testing.T) fyne.App {
	t.Helper()
	faces, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(Look{Face: fyne.NewStaticResource("face.ttf", faces.Face(fonts.Hei).Data())})
	return a
}

// proseIn shows an entry with a text in a window.
func proseIn(t *testing.T, text string) *TextEntry {
	t.Helper()
	a := newLook(t)
	e := NewProseEntry(2, func(do func()) { do() })
	e.Load(text)
	w := a.NewWindow("")
	w.SetContent(container.NewWithoutLayout(e))
	w.Resize(fyne.NewSize(700, 500))
	e.Resize(fyne.NewSize(600, e.HeightFor(600)))
	w.Canvas().Focus(e)
	t.Cleanup(w.Canvas().Unfocus)
	return e
}

// longText has paragraphs of many lines, with numbers and Latin words in them.
func longText() string {
	sentence := "全年主动公开政府信息126条，其中通过 WeChat 公开48条，“三公”经费公开1次。"
	return strings.Repeat(sentence, 9) + "\n" + strings.Repeat(sentence, 2) + "\n\n" + strings.Repeat("公", 300)
}

// row is the line that the caret stands in.
func (e *TextEntry) row() int { return e.lines.row(e.editing.caret, e.editing.early) }

func (e *TextEntry) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		e.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// TestStraySpace: the character of a space whose key chose in a menu is not written
// over what is selected.
func TestStraySpace(t *testing.T) {
	e := proseIn(t, "甲乙")
	e.SelectAll()
	e.TypedRune(' ')
	if e.Gather(); e.Text != "甲乙" {
		t.Errorf("%q after a stray space", e.Text)
	}
	e.press(fyne.KeySpace)
	e.TypedRune(' ')
	if e.Gather(); e.Text != " " {
		t.Errorf("%q after a space", e.Text)
	}
}

// TestLinesOfProse: every line fits, none begins or ends with a sign that must not,
// no number is torn, and nothing is lost.
func TestLinesOfProse(t *testing.T) {
	e := proseIn(t, longText())
	room := e.Size().Width - 2*Size(theme.SizeNameInnerPadding)
	var all strings.Builder
	for row := range e.lines.rows() {
		start, end := e.lines.span(row)
		line := string(e.editing.text[start:end])
		all.WriteString(line)
		if !e.lines.soft(row) && row+1 < e.lines.rows() {
			all.WriteString("\n")
		}
		if wide := fyne.MeasureText(strings.TrimRight(line, " "), e.lines.size, fyne.TextStyle{}).Width; wide > room+1 {
			t.Errorf("%q is %g wide, there is room for %g", line, wide, room)
		}
		runes := []rune(line)
		if len(runes) > 0 && (strings.ContainsRune(han.NoLineStart, runes[0]) || strings.ContainsRune(han.NoLineEnd, runes[len(runes)-1])) {
			t.Errorf("line %q", line)
		}
		if e.lines.soft(row) && unicode.IsDigit(runes[len(runes)-1]) {
			t.Errorf("line %q ends within a number", line)
		}
	}
	if all.String() != e.Text {
		t.Errorf("the lines make %q", all.String())
	}
	if want := float32(e.lines.rows())*e.lineHeight() + 2*around(); e.HeightFor(600) != want {
		t.Errorf("%g high, want %g", e.HeightFor(600), want)
	}
}

// TestLinesAfterEdits: whatever is typed, pasted and deleted, the lines are those of
// the text broken from the beginning.
func TestLinesAfterEdits(t *testing.T) {
	e := proseIn(t, longText())
	random := rand.New(rand.NewPCG(3, 5))
	pieces := []string{"公", "，", "126", "\n", "\n\n", "（见附件）", strings.Repeat("公开", 50), "", "a b"}
	for n := range 400 {
		from := random.IntN(len(e.editing.text) + 1)
		e.editing.choose(from, min(from+random.IntN(60), len(e.editing.text)))
		e.put(pieces[random.IntN(len(pieces))])
		e.fit(e.Size().Width)
		var anew lines
		anew.fit(e.editing.text, e.lines.room, e.lines.size)
		if !slices.Equal(anew.starts, e.lines.starts) {
			t.Fatalf("step %d: lines begin at %v, want %v", n, e.lines.starts, anew.starts)
		}
	}
	e.SelectAll()
	e.press(fyne.KeyBackspace)
	if e.Text != "" || e.lines.rows() != 1 {
		t.Errorf("%q in %d lines", e.Text, e.lines.rows())
	}
}

// TestCaretKeys: where each key takes the caret.
func TestCaretKeys(t *testing.T) {
	e := proseIn(t, longText())
	ctrl := func(key fyne.KeyName, more fyne.KeyModifier) func() {
		return func() {
			e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | more})
		}
	}
	key := func(keys ...fyne.KeyName) func() { return func() { e.press(keys...) } }
	_, first := e.lines.span(0)
	for _, c := range []struct {
		name   string
		from   int
		do     func()
		caret  int
		row    int
		chosen int
	}{
		{"right", 0, key(fyne.KeyRight, fyne.KeyRight), 2, 0, 0},
		{"left", 2, key(fyne.KeyLeft), 1, 0, 0},
		{"left at the beginning", 0, key(fyne.KeyLeft), 0, 0, 0},
		{"end of a line that goes on", 0, key(fyne.KeyEnd), first, 0, 0},
		{"end twice", 0, key(fyne.KeyEnd, fyne.KeyEnd), first, 0, 0},
		{"on from the end", 0, key(fyne.KeyEnd, fyne.KeyRight), first + 1, 1, 0},
		{"home", first + 3, key(fyne.KeyHome), first, 1, 0},
		{"down from the end", 0, key(fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp), first, 0, 0},
		{"down and up", 5, key(fyne.KeyDown, fyne.KeyUp), 5, 0, 0},
		{"page down and up", 5, key(fyne.KeyPageDown, fyne.KeyPageUp), 5, 0, 0},
		{"end of the text", 5, ctrl(fyne.KeyEnd, 0), len([]rune(e.Text)), e.lines.rows() - 1, 0},
		{"beginning of the text", 50, ctrl(fyne.KeyHome, 0), 0, 0, 0},
		{"select to the end", 5, ctrl(fyne.KeyEnd, fyne.KeyModifierShift), len([]rune(e.Text)), e.lines.rows() - 1, len([]rune(e.Text)) - 5},
		{"next word", 0, ctrl(fyne.KeyRight, 0), len([]rune("全年主动公开政府信息")), 0, 0},
		{"word before", len([]rune("全年主动公开政府信息126")), ctrl(fyne.KeyLeft, 0), len([]rune("全年主动公开政府信息")), 0, 0},
	} {
		e.PlaceCaret(c.from)
		c.do()
		row := e.row()
		if from, to := e.Selection(); e.Caret() != c.caret || row != c.row || to-from != c.chosen {
			t.Errorf("%s: caret at %d in line %d, %d selected; want %d, %d, %d", c.name, e.Caret(), row, to-from, c.caret, c.row, c.chosen)
		}
	}
	e.PlaceCaret(0)
	e.press(fyne.KeyPageDown)
	if row := e.row(); row != pageRows {
		t.Errorf("page down to line %d", row)
	}
}

// TestSelecting: with Shift, and what keys do to what is selected.
func TestSelecting(t *testing.T) {
	e := proseIn(t, "全年公开126条。\n无。")
	shift := func(keys ...fyne.KeyName) {
		e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		e.press(keys...)
		e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	e.PlaceCaret(4)
	shift(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if e.SelectedText() != "126" {
		t.Errorf("selected %q", e.SelectedText())
	}
	e.press(fyne.KeyLeft)
	if from, to := e.Selection(); from != 4 || to != 4 {
		t.Errorf("left goes to %d-%d", from, to)
	}
	e.Select(4, 7)
	e.press(fyne.KeyRight)
	if from, to := e.Selection(); from != 7 || to != 7 {
		t.Errorf("right goes to %d-%d", from, to)
	}
	e.Select(4, 7)
	for _, r := range "85" {
		e.TypedRune(r)
	}
	if e.Text != "全年公开85条。\n无。" {
		t.Errorf("%q", e.Text)
	}
	e.Undo()
	e.Undo()
	if e.Text != "全年公开126条。\n无。" {
		t.Errorf("undone: %q", e.Text)
	}
	e.Redo()
	e.Redo()
	if e.Text != "全年公开85条。\n无。" {
		t.Errorf("done again: %q", e.Text)
	}
	e.PlaceCaret(0)
	e.press(fyne.KeyBackspace)
	e.PlaceCaret(len([]rune(e.Text)))
	e.press(fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyReturn)
	if e.Text != "全年公开85条。\n无\n" {
		t.Errorf("%q", e.Text)
	}
	board := test.NewClipboard()
	e.SelectAll()
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: board})
	if e.Text != "" || board.Content() != "全年公开85条。\n无\n" {
		t.Errorf("cut %q, left %q", board.Content(), e.Text)
	}
	board.SetContent("表格：	1	2	3\n\x01完\ufeff\x1f") // control characters, as some programs leave them
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	if e.Text != "表格： 1 2 3\n完" {
		t.Errorf("pasted %q", e.Text)
	}
}

// TestClicks: the pointer places the caret, a second click selects a word, a third
// one the paragraph; dragging selects.
func TestClicks(t *testing.T) {
	e := proseIn(t, longText())
	at := func(char int) fyne.Position {
		row := e.lines.row(char, false)
		return fyne.NewPos(Size(theme.SizeNameInnerPadding)+e.lines.offset(row, char)+1, around()+(float32(row)+0.5)*e.lineHeight())
	}
	down := func(char int) {
		m := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		m.Position = at(char)
		e.MouseDown(m)
		e.MouseUp(m)
	}
	for _, char := range []int{0, 7, 60, 200} {
		e.clicks = clicks{}
		if down(char); e.Caret() != char {
			t.Errorf("clicked at %d, caret at %d", char, e.Caret())
		}
	}
	e.clicks = clicks{}
	down(11)
	down(11)
	if e.SelectedText() != "126" {
		t.Errorf("two clicks select %q", e.SelectedText())
	}
	down(11)
	if want, _, _ := strings.Cut(e.Text, "\n"); e.SelectedText() != want {
		t.Errorf("three clicks select %q", e.SelectedText())
	}
	e.clicks = clicks{}
	down(3)
	d := &fyne.DragEvent{}
	d.Position = at(80)
	e.Dragged(d)
	if from, to := e.Selection(); from != 3 || to != 80 {
		t.Errorf("dragged from %d to %d", from, to)
	}
}

// TestOneLine: a text longer than its entry slides, so that the caret is in view.
func TestOneLine(t *testing.T) {
	newLook(t)
	e := NewTextEntry(func(do func()) { do() })
	e.Resize(fyne.NewSize(200, 40))
	e.Load("关于梧桐镇人民政府2026年政府信息公开工作年度报告")
	r := test.WidgetRenderer(e).(*textRenderer)
	e.FocusGained()
	defer e.FocusLost()
	for _, caret := range []int{0, 5, 26, 12, 0} {
		e.PlaceCaret(caret)
		from, to := r.shownOf(0)
		if at := e.caretPlace().X; at < 0 || at > 200 || caret < from || caret > to {
			t.Errorf("caret %d at %g, shown %d to %d", caret, at, from, to)
		}
	}
	e.SelectAll()
	for _, c := range "短" {
		e.TypedRune(c)
	}
	if from, to := r.shownOf(0); from != 0 || to != 1 {
		t.Errorf("shown %d to %d", from, to)
	}
	submitted := ""
	e.OnSubmitted = func(text string) { submitted = text }
	e.press(fyne.KeyReturn)
	if submitted != "短" {
		t.Errorf("submitted %q", submitted)
	}
}

// BenchmarkKey is a character typed into the middle of a text of 200,000, in one
// paragraph and in a thousand.
func BenchmarkKey(b *testing.B) {
	for _, paragraph := range []int{200_000, 200} {
		b.Run(strconv.Itoa(paragraph), func(b *testing.B) {
			e := NewProseEntry(2, func(do func()) { do() })
			e.Resize(fyne.NewSize(800, 400))
			e.Load(strings.Repeat(strings.Repeat("公开工作，", paragraph/5)+"\n", 200_000/paragraph))
			test.WidgetRenderer(e)
			e.PlaceCaret(100_000)
			for b.Loop() {
				e.TypedRune('公')
			}
		})
	}
}

// TestSelectAnew: what was selected before is no part of the next selection.
func TestSelectAnew(t *testing.T) {
	e := proseIn(t, "全年组织业务培训【待核：2】次，参训【待核：35】人次。")
	for _, span := range [][2]int{{8, 15}, {19, 27}, {8, 15}, {3, 4}} {
		e.Select(span[0], span[1])
		if got, want := e.SelectedText(), string([]rune(e.Text)[span[0]:span[1]]); got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
	}
}

// TestBlinkingCaret: the caret goes and comes as it is told, and is there after a
// key.
func TestBlinkingCaret(t *testing.T) {
	e := proseIn(t, "一段话")
	shown := func() bool { return e.bar != nil && e.bar.Visible() }
	if !shown() {
		t.Fatal("no caret")
	}
	e.ShowCaret(false)
	if shown() {
		t.Error("it does not go")
	}
	e.ShowCaret(true)
	e.ShowCaret(false)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if !shown() {
		t.Error("not there after a key")
	}
}
