package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// TestEmptyReportSaysWhatIsToBeDone: a new report has no errors, in the list of
// sections, below it, on 检查 and in the list of drafts; it says what is not filled in.
func TestEmptyReportSaysWhatIsToBeDone(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	r.page(model.Applications)
	if got := strings.Join(texts(f.outer), " "); strings.Contains(got, "错误") || strings.Contains(got, "提示") || !strings.Contains(got, "还没有填") {
		t.Errorf("the form shows %q", got)
	}
	p := r.openCheck()
	for _, want := range []string{"还没有填", "错误 0，提示 0", "表三还有 144 格没有填", "五、问题及改进还没有写"} {
		if !shows(p.Content(), want) {
			t.Errorf("检查 does not say %q: %q", want, texts(p.Content()))
		}
	}
	r.showStart()
	if s := r.start.outer; shows(s, "错误") || shows(s, "提示") {
		t.Errorf("the list of drafts shows %q", texts(s))
	}
}

// TestColumnIsJudgedWhenLeft: with cases carried over table three is to be filled in;
// a column half filled is told of when the table is left.
func TestColumnIsJudgedWhenLeft(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	if err := f.d.Set("applications.carriedIn.person", "31"); err != nil {
		t.Fatal(err)
	}
	p := r.page(model.Applications).(*pages.Table)
	cell := p.Grid.Cells["applications.received.person"]
	f.Focus(cell.Entry)
	r.write("3")
	if cell.Level != "" || shows(p.Notices, "C01") || shows(f.bar.outer, "错误") || !shows(p.Strip, "差 34") {
		t.Errorf("half a column: level %q, notices %q, bar %q", cell.Level, texts(p.Notices), texts(f.bar.outer))
	}
	red := func() (found bool) {
		walk(p.Strip, func(o fyne.CanvasObject) {
			if box, ok := o.(*canvas.Rectangle); ok && box.FillColor == widgets.Ink(widgets.ColorErrorBack) {
				found = true
			}
		})
		return found
	}
	if red() {
		t.Error("half a column is red in the strip")
	}
	r.page(model.Disputes)
	if s := f.d.SectionState(model.Applications); s.Mark != desk.Wrong || !shows(f.bar.outer, "错误 2") {
		t.Errorf("after it was left: %+v, bar %q", s, texts(f.bar.outer))
	}
	r.page(model.Applications)
	if cell.Level != "E" || !shows(p.Notices, "C01") {
		t.Errorf("come back to: level %q, notices %q", cell.Level, texts(p.Notices))
	}
	f.Focus(p.Grid.Cells["applications.carriedOut.person"].Entry)
	r.write("5")
	if !red() {
		t.Error("a column that is complete and not even is not red in the strip")
	}
}

// TestUnprintableIsSaidAtOnce: a character that no face has is a finding below its
// paragraph while one writes.
func TestUnprintableIsSaidAtOnce(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Other).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	r.write("𠮷")
	finding := findingOf(t, f, "S28")
	if !shows(p.Content(), "“𠮷”（U+20BB7）字体里没有") || finding.Place == nil {
		t.Errorf("%q", texts(p.Content()))
	}
	f.GoTo(finding)
	if got := p.Cards[0].Text.SelectedText(); got != "𠮷" {
		t.Errorf("selected %q", got)
	}
}
