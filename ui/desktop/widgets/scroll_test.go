package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestWheel goes three lines of prose at least for a notch of the wheel, which Fyne
// tells as 25, over a text as elsewhere.
func TestWheel(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Look{})
	text := NewParagraph("一二三四五六七八九十", SizeBody, ColorSecond)
	sc := NewScroller(&Stack{}, text, WithHeight(Ground(ColorPanel), 2000))
	w := test.NewWindow(sc.Outer)
	defer w.Close()
	w.Resize(fyne.NewSize(400, 300))
	const told = 25
	test.Scroll(w.Canvas(), fyne.NewPos(20, 20), 0, -told)
	line := fyne.MeasureText("一", Size(SizeBody), fyne.TextStyle{}).Height
	if got := sc.View.Offset.Y; got < 3*line {
		t.Errorf("a notch goes %v; three lines are %v", got, 3*line)
	}
}
