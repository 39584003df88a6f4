package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
)

// TestWalkThroughMarks: the bar counts the marks, takes each in turn, shows what it was
// and what the table has; Enter takes that, or what was typed; Esc leaves.
func TestWalkThroughMarks(t *testing.T) {
	r := newRig(t)
	f, p := r.marksOf("2020年收到申请【待核：35】件，公开【待核：60】条，培训【待核：2】次。", "参训【待核：8】人。")
	if err := f.d.Set("applications.received.person", "7"); err != nil {
		t.Fatal(err)
	}
	bar := func(want ...string) {
		t.Helper()
		for _, w := range want {
			if !shows(f.marks.outer, w) {
				t.Errorf("the bar says %q, not %q", texts(f.marks.outer), w)
			}
		}
	}
	bar("还有 4 处待核")
	if !shows(p.Cards[0].Findings, "还有 3 处【待核】") || shows(p.Cards[0].Findings, "来自上年报告，还没有核对") {
		t.Errorf("%q", texts(p.Cards[0].Findings))
	}
	f.Focus(p.Cards[0].Text)
	p.Cards[0].Text.PlaceCaret(0)
	r.keys(fyne.KeyF8)
	bar("还有 4 处待核", "上年：35", "表里：7")
	if got := r.selection(); got != "【待核：35】" {
		t.Errorf("selected %q", got)
	}
	r.keys(fyne.KeyReturn) // the table's
	bar("还有 3 处待核", "上年：60")
	if shows(f.marks.outer, "表里") {
		t.Errorf("%q", texts(f.marks.outer))
	}
	r.write("72")
	bar("还有 2 处待核", "按回车到下一处")
	r.keys(fyne.KeyReturn)
	if got := r.selection(); got != "【待核：2】" {
		t.Errorf("selected %q", got)
	}
	r.keys(fyne.KeyReturn) // last year's
	if got := r.selection(); got != "【待核：8】" || f.marks.count.Text == "" {
		t.Errorf("selected %q", got)
	}
	r.keys(fyne.KeyEscape)
	if f.marks.walking {
		t.Error("Esc does not leave")
	}
	r.keys(fyne.KeyReturn) // the field's again
	blocks := f.d.Report().Narrative[model.Overview]
	if blocks[0].Text != "2020年收到申请{applications.received.total}件，公开72条，培训2次。" || !strings.HasPrefix(blocks[1].Text, "参训\n人") {
		t.Errorf("%q", blocks)
	}
	bar("都核对完了") // until the page is turned, so that nothing moves
	f.Undo()
	bar("还有 1 处待核")
	f.Redo()
	r.page(model.Problems)
	if f.marks.outer.Visible() {
		t.Error("the bar stays when no mark is left")
	}
	f.Undo()
	bar("还有 1 处待核")
	f.open(f.checkAt)
	if f.marks.outer.Visible() {
		t.Error("the bar stands over the check page")
	}
}

// TestWalkOffersTheYear: Enter takes the report's year for a mark that holds the year
// before; any other number stays last year's.
func TestWalkOffersTheYear(t *testing.T) {
	r := newRig(t)
	f, _ := r.marksOf("【待核：2019】年培训，【待核：2019年】检查，编号【待核：2019】号，【待核：2018】年起。", "")
	for range 5 {
		r.keys(fyne.KeyF8)
		if f.marks.at == nil {
			break
		}
		r.keys(fyne.KeyReturn)
	}
	if got := f.d.Report().Narrative[model.Overview][0].Text; got != "2020年培训，2020年检查，编号2019号，2018年起。" {
		t.Errorf("%q", got)
	}
}

// TestWalkByClicks: the arrow stays below the mouse when the walk begins.
func TestWalkByClicks(t *testing.T) {
	r := newRig(t)
	f, _ := r.marksOf("培训【待核：2】次，参训【待核：8】人，检查【待核：3】次。", "")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.marks.forward).AddXY(5, 5)
	for _, want := range []string{"【待核：2】", "【待核：8】", "【待核：3】"} {
		test.TapCanvas(r.Window.Canvas(), at)
		r.drain()
		if got := r.selection(); got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
	}
}
