//go:build cgo && linux

package desktop

import (
	"testing"

	"nianbao/model"
	"nianbao/model/slips"
)

// TestWindowSlips keys a slip in in the real window, by keyboard alone: the answers are
// saved by themselves, a kill -9 loses none, and they go into the report when that is
// asked for.
func TestWindowSlips(t *testing.T) {
	program, home, s := build(t), t.TempDir(), newScreen(t)
	answers := func(r *model.Report) map[model.Address]string {
		list, err := slips.Of(r)
		if err != nil {
			t.Fatal(err)
		}
		if len(list.Givers) == 0 {
			return nil
		}
		return list.Givers[0].Answers
	}

	edition, err := model.EditionFor(2026)
	if err != nil {
		t.Fatal(err)
	}
	s.step("keying a slip in")
	r := s.run(program, home)
	r.keys("ctrl+n")
	r.write("Wutong")
	r.keys("Return")
	r.title("Wutong")
	for range len(edition.Sections) + 2 { // 检查, 预览与打印
		r.turns("ctrl+Next")
	}
	r.keys("ctrl+Next")
	r.turns("Return") // 就用这份名单
	r.turns("Return") // 录入
	r.write("3")
	r.keys("Return")
	r.write("4")
	r.until("the answers to be saved", func() bool {
		held, err := heldDraft(t, home)
		return err == nil && len(answers(held)) == 2
	})
	if err := r.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.ended()
	held, _ := draft(t, home)
	const first, second = model.Address("disclosure.regulations.issued"), model.Address("disclosure.documents.issued")
	if got := answers(held); got[first] != "3" || got[second] != "4" || len(held.Cells) != 0 {
		t.Fatalf("after kill -9 the slip says %v, the report has %v", got, held.Cells)
	}

	s.step("filling in")
	r = s.run(program, home)
	r.keys("Return") // the draft saved last has the focus
	r.title("Wutong")
	r.turns("Return") // from the section list into the page: the next slip's button
	list, err := slips.Of(held)
	if err != nil {
		t.Fatal(err)
	}
	const buttons = 3 // of a giver
	for range buttons * (len(list.Givers) - 1) {
		r.press("Tab")
	}
	r.settle()
	r.turns("Return") // 填入报告
	r.press("ctrl+q")
	if status := r.ended(); status != 0 {
		t.Errorf("Ctrl+Q ended it with status %d", status)
	}
	if held, _ = draft(t, home); held.Cells[first] != "3" || held.Cells[second] != "4" || len(held.Cells) != 2 {
		t.Errorf("the report has %v", held.Cells)
	}
}
