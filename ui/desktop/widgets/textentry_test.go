package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nianbao/fonts"
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
func proseIn(a fyne.App, text string) *TextEntry {
	e := NewProseEntry(2, func(do func()) { do() })
	e.Load(text)
	w := a.NewWindow("")
	w.SetContent(container.NewWithoutLayout(e))
	w.Resize(fyne.NewSize(700, 500))
	e.Resize(fyne.NewSize(600, e.HeightFor(600)))
	w.Canvas().Focus(e)
	return e
}

// longText has paragraphs of many lines, with numbers and Latin words in them.
func longText() string {
	sentence := "全年主动公开政府信息126条，其中通过 WeChat 公开48条，“三公”经费公开1次。"
	return strings.Repeat(sentence, 9) + "\n" + strings.Repeat(sentence, 2) + "\n\n" + strings.Repeat("公", 300)
}

// TestProseHeight holds the height that an entry asks for against the lines
// that Fyne really breaks its text to.
func TestProseHeight(t *testing.T) {
	e := proseIn(newLook(t), longText())
	starts := e.rowStarts(e.Size().Width)
	for range len(starts)/pageRows + 1 {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	if got := e.CursorRow + 1; got != len(starts) {
		t.Errorf("%d lines, reckoned %d", got, len(starts))
	}
	e.PlaceCaret(40)
	if got := e.CursorTextOffset(); got != 40 {
		t.Errorf("caret at %d, want 40", got)
	}
	e.Select(3, 9)
	if got, want := e.SelectedText(), string([]rune(e.Text)[3:9]); got != want {
		t.Errorf("chose %q, want %q", got, want)
	}
}

func TestPageKeys(t *testing.T) {
	e := proseIn(newLook(t), longText())
	e.PlaceCaret(0)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if e.CursorRow != pageRows {
		t.Errorf("row %d", e.CursorRow)
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	if e.CursorRow != 0 {
		t.Errorf("row %d", e.CursorRow)
	}
}

// TestSelectAnew: what was selected before is no part of the next selection.
func TestSelectAnew(t *testing.T) {
	e := proseIn(newLook(t), "全年组织业务培训【待核：2】次，参训【待核：35】人次。")
	for _, span := range [][2]int{{8, 15}, {19, 27}, {8, 15}, {3, 4}} {
		e.Select(span[0], span[1])
		if got, want := e.SelectedText(), string([]rune(e.Text)[span[0]:span[1]]); got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
	}
}
