package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// marksOf is a report with marks of last year's in two blocks, some of them with the
// same words, and opened.
func (r *rig) marksOf(texts ...string) (*form, *pages.Prose) {
	r.t.Helper()
	f := r.openSample()
	r.fillMarks(texts...)
	return f, r.page(model.Overview).(*pages.Prose)
}

func (r *rig) fillMarks(texts ...string) {
	r.t.Helper()
	d := r.form.d
	for i, text := range texts {
		if err := d.SetText(model.Overview, i, text); err != nil {
			r.t.Fatal(err)
		}
	}
	for len(d.Report().Narrative[model.Overview]) > len(texts) {
		d.RemoveBlock(model.Overview, len(texts))
	}
}

// selection is what is selected in the field with the focus, and empty where the
// focus is in none.
func (r *rig) selection() string {
	if e, ok := r.focused().(*widgets.TextEntry); ok {
		return e.SelectedText()
	}
	return ""
}

const (
	twoAlike  = "【待核：2025】年公开【待核：86】条，其中动态【待核：48】条，【待核：2025】年底前公开【待核：12】条。"
	threeMore = "【待核：2025】年组织业务培训【待核：2】次，参训【待核：35】人次。"
)

// TestWalkTakesEachInOrder: two marks with the same words are two stops, and F4
// takes each once, in the order of the text.
func TestWalkTakesEachInOrder(t *testing.T) {
	r := newRig(t)
	f, p := r.marksOf(twoAlike, threeMore)
	f.Focus(p.Cards[0].Text)
	p.Cards[0].Text.PlaceCaret(0)
	want := []string{"2025", "86", "48", "2025", "12", "2025", "2", "35", "2025", "86"}
	for i, words := range want {
		f.nextFinding()
		if got := r.selection(); got != "【待核："+words+"】" {
			t.Errorf("stop %d: %q, want %s", i, got, words)
		}
	}
	for i, words := range []string{"2025", "35", "2", "2025", "12", "2025", "48"} {
		f.previousFinding()
		if got := r.selection(); got != "【待核："+words+"】" {
			t.Errorf("stop %d back: %q, want %s", i, got, words)
		}
	}
}

// TestWalkMending: “F4, type, F4, type” mends all that there is, each in its place,
// and nothing else changes.
func TestWalkMending(t *testing.T) {
	r := newRig(t)
	f, p := r.marksOf(twoAlike, threeMore)
	f.Focus(p.Cards[0].Text)
	p.Cards[0].Text.PlaceCaret(0)
	for _, number := range []string{"2026", "91", "50", "2026", "13", "2026", "3", "40"} {
		r.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		r.write(number)
	}
	blocks := f.d.Report().Narrative[model.Overview]
	if blocks[0].Text != "2026年公开91条，其中动态50条，2026年底前公开13条。" || blocks[1].Text != "2026年组织业务培训3次，参训40人次。" {
		t.Errorf("%q", blocks)
	}
}

// TestWalkByMenu: a click in the menu takes the caret from its field; the walk goes on
// from where it was.
func TestWalkByMenu(t *testing.T) {
	r := newRig(t)
	r.marksOf("培训【待核：2】次，参训【待核：8】人，检查【待核：3】次。", "")
	for _, want := range []string{"【待核：2】", "【待核：8】", "【待核：3】", "【待核：2】"} {
		r.Window.Canvas().Unfocus()
		r.menuItem(textNextFinding)
		if got := r.selection(); got != want {
			t.Errorf("selected %q, want %q", got, want)
		}
	}
}

// TestWalkErrorsFirst: while there are errors, F4 goes to nothing else, from
// wherever it is pressed; and on from the caret, not from the beginning.
func TestWalkErrorsFirst(t *testing.T) {
	r := newRig(t)
	f, p := r.marksOf("公开【待核：1】条。", "培训【待核：2】次。", "参训【待核：3】人。")
	f.Focus(p.Cards[1].Text)
	p.Cards[1].Text.PlaceCaret(4)
	f.nextFinding()
	if got := r.selection(); got != "【待核：3】" {
		t.Errorf("from within the second: %q", got)
	}
	f.Focus(p.Cards[1].Text)
	p.Cards[1].Text.PlaceCaret(0)
	f.previousFinding()
	if got := r.selection(); got != "【待核：1】" {
		t.Errorf("back from the second: %q", got)
	}
	f.open(len(f.entries) - 3) // the last part
	for _, stop := range f.stops() {
		if f.rank(stop.finding) != rankError {
			t.Errorf("%s among errors", stop.finding.Rule)
		}
	}
	f.nextFinding()
	if got := r.selection(); got != "【待核：1】" {
		t.Errorf("around the end: %q", got)
	}
}

// TestWalkWithoutAPlace: a finding without a place shows its page and what is said,
// and leaves the caret in no text; what is typed then changes nothing.
func TestWalkWithoutAPlace(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	text := "根据条例编制本报告。联系电话：0358-0000000，地址：梧桐镇。"
	if err := f.d.SetText(model.Preamble, 0, text); err != nil {
		t.Fatal(err)
	}
	f.open(f.checkAt)
	placeless := 0
	for range f.stops() {
		f.nextFinding()
		if f.reached.at != pages.Whole() {
			continue
		}
		placeless++
		if _, ok := r.focused().(*widgets.TextEntry); ok {
			t.Errorf("%s puts the caret into a text", f.reached.finding.Rule)
		}
		before := f.d.Snapshot()
		for _, c := range "2026" {
			if o := r.focused(); o != nil {
				o.TypedRune(c)
			}
		}
		r.drain()
		if f.d.Report().Narrative[model.Preamble][0].Text != before.Narrative[model.Preamble][0].Text || f.d.Report().Agency.Name != before.Agency.Name {
			t.Errorf("%s: typing changed something", f.reached.finding.Rule)
		}
	}
	if placeless == 0 {
		t.Fatal("no finding without a place")
	}
	seen := map[string]bool{}
	for range f.stops() {
		f.nextFinding()
		seen[f.reached.finding.Rule+f.reached.finding.Message()] = true
	}
	if len(seen) != len(f.stops()) {
		t.Errorf("%d of %d seen", len(seen), len(f.stops()))
	}
}

// TestFirstFocusIsHarmless: in a report just opened nothing that is typed goes
// anywhere, until somebody chooses a field.
func TestFirstFocusIsHarmless(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	before := f.d.Snapshot()
	for _, c := range "2025" {
		if o := r.focused(); o != nil {
			o.TypedRune(c)
		}
	}
	r.drain()
	if f.d.Report().Agency.Name != before.Agency.Name {
		t.Errorf("the unit is called %s", f.d.Report().Agency.Name)
	}
	r.keys(fyne.KeyDown)
	if f.at != 1 || !strings.Contains(f.entries[1].Name, "前言") {
		t.Errorf("at %d", f.at)
	}
	r.keys(fyne.KeyReturn)
	if _, ok := r.focused().(*widgets.TextEntry); !ok {
		t.Errorf("Enter goes to %T", r.focused())
	}
}

// TestPlaceIsKeptWhileTyping: what is saved is saved with the place, so that after a
// crash the paragraph comes back in which somebody was.
func TestPlaceIsKeptWhileTyping(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	f.Focus(p.Cards[2].Text)
	p.Cards[2].Text.PlaceCaret(5)
	r.write("推进")
	f.save()
	r.drain()
	if got := spotOf(r.drafts, f.d.ID()); got.Page != f.at || got.Field != 2 || got.Caret != 7 {
		t.Errorf("kept %+v", got)
	}
}

// TestPlaceIsKeptAtRest: a place that the caret was put to without typing is kept when it
// has stayed there for a beat, and not at each step on the way.
func TestPlaceIsKeptAtRest(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	f.Focus(p.Cards[2].Text)
	kept := func() int {
		r.showCaret(true)
		r.drain()
		return spotOf(r.drafts, f.d.ID()).Caret
	}
	for at := 2; at < 8; at++ {
		p.Cards[2].Text.PlaceCaret(at)
		if got := kept(); got == at {
			t.Errorf("kept %d on the way", got)
		}
	}
	if got := kept(); got != 7 {
		t.Errorf("at rest %d was kept", got)
	}
}

// TestTabThroughTheReport: Tab goes through the find bar's entries, and from the last
// thing of a page to the next page.
func TestTabThroughTheReport(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.page(model.Problems)
	at := f.at
	for range 30 {
		if r.tab(1); f.at != at {
			break
		}
	}
	if e, ok := r.focused().(*widgets.TextEntry); f.at != at+1 || !ok || f.entries[f.at].page.Begin() != fyne.Focusable(e) {
		t.Errorf("at %d, focus on %T", f.at, r.focused())
	}
	f.openFind()
	r.tab(1)
	if r.focused() != f.find.with {
		t.Errorf("from 查找 to %T", r.focused())
	}
}

// TestEditMenu: the items of 编辑 act on the field that had the caret when the menu
// was clicked.
func TestEditMenu(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Problems).(*pages.Prose)
	field := p.Cards[0].Text
	before := field.Text
	f.Focus(field)
	field.Select(0, 2)
	f.settle() // as a click on the menu bar does
	r.menuItem("复制")
	field.PlaceCaret(0)
	r.menuItem("粘贴")
	if want := string([]rune(before)[:2]) + before; field.Text != want {
		t.Errorf("%q", field.Text)
	}
	r.menuItem("全选")
	r.menuItem("剪切")
	if field.Text != "" || r.app.Clipboard().Content() == "" {
		t.Errorf("left %q", field.Text)
	}
}

// TestFieldStays: while somebody types, what is said of the part as a whole comes and
// goes, and the field stays where it is.
func TestFieldStays(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Preamble).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	place := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.Cards[0].Text) }
	before, came := place(), 0
	for _, text := range []string{"联系", "电话：0358-000", "0000，", "邮编：032300，", "地址：梧桐镇。"} {
		r.write(text)
		if at := place(); at != before {
			t.Errorf("after %q at %v, before at %v", text, at, before)
		}
		if shows(p.Content(), "S21") {
			came++
		}
	}
	if came == 0 {
		t.Error("nothing was said of the part as a whole")
	}
}
