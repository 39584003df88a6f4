package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// menuItem presses an item of the menu bar.
func (r *rig) menuItem(text string) {
	r.t.Helper()
	for _, m := range r.Window.MainMenu().Items {
		for _, item := range m.Items {
			if item.Label == text {
				item.Action()
				r.drain()
				return
			}
		}
	}
	r.t.Fatalf("no item %q", text)
}

// TestUndoShowsThePlace: one history for the whole form; what is taken back is
// brought up and shown.
func TestUndoShowsThePlace(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	table := r.page(model.Applications).(*pages.Table)
	cell := table.Grid.Cells["applications.received.person"]
	f.Focus(cell.Entry)
	r.write("7")
	prose := r.page(model.Problems).(*pages.Prose)
	before := prose.Cards[0].Text.Text
	f.Focus(prose.Cards[0].Text)
	r.write("推进公开")
	r.page(model.Preamble)

	r.menuItem(textMenuUndo)
	if f.entries[f.at].id != model.Problems || prose.Cards[0].Text.Text != before {
		t.Errorf("at %q, text %q", f.entries[f.at].id, prose.Cards[0].Text.Text)
	}
	if r.focused() != prose.Cards[0].Text {
		t.Error("the caret is not where the text changed")
	}
	r.menuItem(textMenuUndo)
	if f.entries[f.at].id != model.Applications || cell.Entry.Text != "0" || r.focused() != cell.Entry {
		t.Errorf("at %q, cell %q", f.entries[f.at].id, cell.Entry.Text)
	}
	if got := table.Grid.Cells["applications.received.total"].Total; got != "0" {
		t.Errorf("total %q", got)
	}
	r.menuItem(textMenuRedo)
	r.menuItem(textMenuRedo)
	if !strings.Contains(prose.Cards[0].Text.Text, "推进公开") || cell.Entry.Text != "7" {
		t.Error("not made again")
	}
}

func TestUndoOfBlocks(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	n := len(p.Cards)
	f.d.RemoveBlock(model.Overview, 1)
	r.page(model.Preamble)
	r.menuItem(textMenuUndo)
	if f.entries[f.at].id != model.Overview || len(p.Cards) != n || p.Cards[1].Heading.Text != "主动公开情况" {
		t.Errorf("at %q, %d cards", f.entries[f.at].id, len(p.Cards))
	}
}

// TestUndoInADialog is the entry's own.
func TestUndoInADialog(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	f.d.SetTitle("标题")
	r.creator.askNew()
	before := r.focused().(*widgets.TextEntry).Text
	r.write("甲")
	r.menuItem(textMenuUndo)
	if got := r.focused().(*widgets.TextEntry).Text; got != before || f.d.Report().Title != "标题" {
		t.Errorf("the entry has %q, the title is %q", got, f.d.Report().Title)
	}
}

func TestLinkedNumbers(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Problems).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	p.InsertNumber()
	r.write("本年新收 总计")
	r.keys(fyne.KeyReturn)
	r.drain()
	if got := p.Cards[0].Text.Text; !strings.HasPrefix(got, "〔本年新收·总计〕") {
		t.Fatalf("the field has %q", got)
	}
	if got := f.d.Report().Narrative[model.Problems][0].Text; !strings.HasPrefix(got, "{applications.received.total}") {
		t.Errorf("the report has %q", got)
	}
	p.InsertPhrase()
	r.keys(fyne.KeyReturn)
	if got := f.d.Report().Narrative[model.Problems][0].Text; !strings.Contains(got, "}2020年，我镇政府信息公开工作还存在一些问题") {
		t.Errorf("the report has %q", got)
	}
	if r.focused() != p.Cards[0].Text {
		t.Error("the caret is not in the text")
	}
}

func TestFindBar(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.page(model.Disclosure)
	r.menuItem(textMenuFind)
	if shows(f.find.outer, textFound(0, 0)) {
		t.Error("nothing was looked for, and it is not found")
	}
	if r.focused() != f.find.old {
		t.Fatal("the caret is not in the bar")
	}
	r.write("我镇")
	n := len(f.d.Find("我镇"))
	if n < 5 || !shows(f.find.outer, textFound(0, n)) {
		t.Fatalf("%q", texts(f.find.outer))
	}
	r.keys(fyne.KeyReturn)
	p := f.entries[f.at].page.(*pages.Prose)
	if got := p.Cards[0].Text.SelectedText(); f.entries[f.at].id != model.Overview || got != "我镇" {
		t.Errorf("at %q, selected %q", f.entries[f.at].id, got)
	}
	f.Focus(f.find.with)
	r.write("本镇")
	r.keys(fyne.KeyReturn)
	if got := len(f.d.Find("我镇")); got != n-1 {
		t.Errorf("%d left of %d", got, n)
	}
	f.find.replaceAll()
	if len(f.d.Find("我镇")) != 0 || !shows(f.find.outer, textReplaced(n-1)) {
		t.Errorf("%q", texts(f.find.outer))
	}
	r.keys(fyne.KeyEscape)
	if f.find.outer.Visible() {
		t.Error("Esc leaves the bar open")
	}
	r.menuItem(textMenuUndo)
	if got := len(f.d.Find("我镇")); got != n-1 {
		t.Errorf("after undoing %d, want %d", got, n-1)
	}
}

func TestMergeBlocks(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	n := len(p.Cards)
	if err := f.d.MergeBlock(model.Overview, 2); err != nil {
		t.Fatal(err)
	}
	if len(p.Cards) != n-1 || !strings.Contains(p.Cards[1].Text.Text, "本年共收到依申请公开办件") {
		t.Errorf("%d cards", len(p.Cards))
	}
}

func TestLongParagraphHint(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Problems).(*pages.Prose)
	text := "短\n" + strings.Repeat("长", 801)
	if err := f.d.SetText(model.Problems, 0, text); err != nil {
		t.Fatal(err)
	}
	p.Changed(desk.Change{Reload: true})
	if !p.Cards[0].Long.Visible() || !strings.HasPrefix(p.Cards[0].Long.Text, "第 2 段超过") {
		t.Errorf("%q", p.Cards[0].Long.Text)
	}
}

// TestFieldMenu: the context menu speaks Chinese and undoes over the form.
func TestFieldMenu(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Problems).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	r.write("推进")
	p.Cards[0].Text.TappedSecondary(&fyne.PointEvent{})
	menu := r.Window.Canvas().Overlays().Top()
	for _, want := range []string{"撤销", "重做", "剪切", "复制", "粘贴", "全选"} {
		if !shows(menu, want) {
			t.Errorf("no %s in %q", want, texts(menu))
		}
	}
	r.Window.Canvas().Overlays().Remove(menu)
	f.Undo()
	if strings.HasPrefix(p.Cards[0].Text.Text, "推进") {
		t.Error("not undone")
	}
}

// TestNextFinding goes through all findings, in the order of the form.
func TestNextFinding(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	for _, set := range []desk.Input{
		{Address: "disputes.review.upheld"},
		{Address: "applications.received.person", Text: "3"},
		{Address: "disclosure.procurement.projects", Text: "0"},
	} {
		if err := f.d.Set(set.Address, set.Text); err != nil {
			t.Fatal(err)
		}
	}
	n := len(f.stops())
	var seen []string
	for range n + 1 {
		r.focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4})
		seen = append(seen, f.reached.finding.Rule+f.reached.finding.Message())
	}
	if n < 2 || seen[0] != seen[n] || seen[0] == seen[1] {
		t.Errorf("%q", seen)
	}
	f.open(f.checkAt)
	f.nextFinding()
	if f.at == f.checkAt {
		t.Error("does not leave the list")
	}
}

// TestTextGrows: a field is as high as its text, and the page scrolls, so that the
// line with the caret stays in view.
func TestTextGrows(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Problems).(*pages.Prose)
	r.Window.Canvas().Capture()
	e := p.Cards[0].Text
	f.Focus(e)
	heights := []float32{e.Size().Height}
	for range 4 {
		r.write(strings.Repeat("公开工作还存在一些问题，", 25))
		heights = append(heights, e.Size().Height)
	}
	if heights[1] <= heights[0] || heights[2] <= heights[1] {
		t.Errorf("does not grow: %v", heights)
	}
	r.write(strings.Repeat("公开工作还存在一些问题，", 200))
	inView := func(what string) {
		t.Helper()
		if at := e.CaretAt().Y; at < 0 || at > p.Scroll.View.Size().Height {
			t.Errorf("%s: the caret is at %g, %g is to be seen", what, at, p.Scroll.View.Size().Height)
		}
	}
	if e.Size().Height < 2*p.Scroll.View.Size().Height {
		t.Fatalf("only %g high", e.Size().Height)
	}
	inView("typed")
	for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd} {
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
		inView(string(key))
	}
}
