package desktop

import (
	"errors"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/ui/desktop/pages"
)

func TestSampleThroughAllSections(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	want := map[model.SectionID]string{
		model.Preamble:     "为有效推进政府信息公开工作",
		model.Overview:     "主动公开情况",
		model.Disclosure:   "第二十条第（九）项",
		model.Applications: "3.危及“三安全一稳定”",
		model.Disputes:     "未经复议直接起诉",
		model.Problems:     "五、存在的主要问题及改进情况",
		model.Other:        "六、其他需要报告的事项",
	}
	for id, text := range want {
		p := r.page(id)
		r.Window.Canvas().Capture() // lays the page out
		if !shows(p.Content(), text) {
			t.Errorf("%s does not show %q: %q", id, text, texts(p.Content()))
		}
		mark := desk.Done
		if id == model.Preamble {
			mark = desk.Hinted // it does not say which period it covers
		}
		if got := f.d.SectionState(id).Mark; got != mark {
			t.Errorf("%s has mark %d, want %d", id, got, mark)
		}
	}
	amount := r.page(model.Disclosure).(*pages.Table).Grid.Cells["disclosure.procurement.amount"]
	if amount.Entry.Text != "4万元" {
		t.Errorf("采购总金额 shows %q", amount.Entry.Text)
	}
	if s := f.d.Status(); s.State != desk.Saved {
		t.Error("showing the pages counted as an edit")
	}
}

func TestClosingSaves(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id := f.d.ID()
	p := r.page(model.Problems).(*pages.Prose)
	f.Focus(p.Cards[0].Text)
	for _, c := range "最后一句" { // not gathered yet when the window closes
		r.focused().TypedRune(c)
	}
	r.quit()
	if r.form != nil {
		t.Fatal("the form is still open")
	}
	if got := r.shelf.saved(t, id).Narrative[model.Problems][0].Text; !strings.HasPrefix(got, "最后一句") {
		t.Errorf("saved %q", got)
	}
}

func TestClosingAsksWhenSavingFails(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	r.shelf.setRefuse(errors.New("disk full"))
	if err := f.d.Set("disputes.review.upheld", "1"); err != nil {
		t.Fatal(err)
	}
	r.quit()
	if r.form == nil || r.Modal == nil {
		t.Fatal("closed without saving or asking")
	}
	r.Modal.Close()
	f.showStatus()
	if !shows(f.bar.outer, "未保存") {
		t.Errorf("status bar %q", texts(f.bar.outer))
	}
	r.shelf.setRefuse(nil)
	r.quit()
	if r.form != nil {
		t.Error("the form is still open")
	}
	if got := r.shelf.saved(t, f.d.ID()).Cells["disputes.review.upheld"]; got != "1" {
		t.Errorf("saved %q", got)
	}
}
