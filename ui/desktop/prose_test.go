package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/ui/desktop/pages"
)

func TestProseBlocks(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	n := len(p.Cards)
	p.Add()
	r.write("宣传培训情况")
	r.keys(fyne.KeyReturn) // from the heading into the text
	r.write("全年培训两次。")
	last := p.Cards[n]
	blocks := f.d.Report().Narrative[model.Overview]
	if b := blocks[n]; b.Heading != "宣传培训情况" || b.Text != "全年培训两次。" {
		t.Errorf("block %+v", b)
	}
	if last.Number.Text != "6、" || last.Count.Text != "7 字" {
		t.Errorf("number %q, count %q", last.Number.Text, last.Count.Text)
	}
	last.Text.TypedShortcut(&fyne.ShortcutUndo{})
	if got := f.d.Report().Narrative[model.Overview][n].Text; got != "" {
		t.Errorf("one undo left %q of one phrase", got)
	}
	last.Text.TypedShortcut(&fyne.ShortcutRedo{})

	p.Cards[n].Remove()
	if r.Modal == nil {
		t.Fatal("a block with text went without a question")
	}
	r.Modal.Confirm()
	if len(p.Cards) != n || r.Modal != nil {
		t.Errorf("%d blocks after removing, want %d", len(p.Cards), n)
	}
	if r.form.d.Report().Headings(model.Overview)[1] != "1、主动公开情况" {
		t.Errorf("headings %q", r.form.d.Report().Headings(model.Overview))
	}
}

// TestTooLongText: what no file can hold is refused at the field, and the rest
// goes on being saved.
func TestTooLongText(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	c := r.page(model.Other).(*pages.Prose).Cards[0]
	c.Text.OnChanged(strings.Repeat("字", 250_000))
	if !c.Refused.Visible() || !strings.Contains(c.Refused.Text, "超过 200000 字") {
		t.Errorf("refused with %q", c.Refused.Text)
	}
	if got := f.d.Report().Narrative[model.Other][0].Text; got != "无" {
		t.Errorf("kept %d bytes", len(got))
	}
	if err := f.d.Flush(); err != nil {
		t.Error(err)
	}
	c.Text.OnChanged("短了")
	if c.Refused.Visible() || f.d.Report().Narrative[model.Other][0].Text != "短了" {
		t.Errorf("still refused: %q", c.Refused.Text)
	}
}

// TestNoRoom: blocks that no file can hold are refused in words, and the page stays as it
// was.
func TestNoRoom(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	p := r.page(model.Overview).(*pages.Prose)
	set := func(id model.SectionID, i int, text string) {
		t.Helper()
		if err := f.d.SetText(id, i, text); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(item string) {
		t.Helper()
		r.menuItem(item)
		if !strings.Contains(r.said(), "超过 200000 字") {
			t.Errorf("said %q", r.said())
		}
		r.Modal.Close()
	}
	set(model.Problems, 0, strings.Repeat("字", reportfile.MaxNarrative))
	refused(pages.TextScaffold)
	set(model.Problems, 0, strings.Repeat("字", reportfile.MaxNarrative-2))
	set(model.Overview, 0, "甲")
	if err := f.d.AddBlock(model.Overview, 1); err != nil {
		t.Fatal(err)
	}
	set(model.Overview, 1, "乙")
	f.Focus(p.Cards[1].Text)
	refused(pages.TextMerge)
	r.menuItem(textMenuMoveUp)
	if got := f.d.Report().Narrative[model.Overview]; len(p.Cards) != 2 || got[0].Text != "乙" {
		t.Errorf("%d blocks, %+v", len(p.Cards), got)
	}
}

func TestNumberingReachesAPageSeenBefore(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Overview).(*pages.Prose)
	f.open(0)
	f.entries[0].page.(*pages.Particulars).Numbering.SetSelected(string(model.Bracketed))
	r.page(model.Overview)
	if got := p.Cards[1].Number.Text; got != "（一）" {
		t.Errorf("number %q", got)
	}
}
