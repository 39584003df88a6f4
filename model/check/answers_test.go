package check

import (
	"testing"

	"nianbao/model"
)

// first is the first finding of a rule.
func first(t *testing.T, r, last *model.Report, rule string) Finding {
	t.Helper()
	for _, f := range Run(r, last) {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	return Finding{}
}

func acknowledge(t *testing.T, r *model.Report, f Finding, reason string) {
	t.Helper()
	a, ok := Acknowledgement(f, reason)
	if !ok {
		t.Fatalf("%s cannot be answered", f.Rule)
	}
	r.Acknowledged = append(r.Acknowledged, a)
}

func TestAnswerHoldsUntilANumberChanges(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disclosure.regulations.effective", "2")
	acknowledge(t, r, first(t, r, nil, "A04"), " 历史遗留 ")
	if f := first(t, r, nil, "A04"); f.Answer != "历史遗留" || Count(Run(r, nil)) != (Counts{}) {
		t.Errorf("answer %q, counts %v", f.Answer, Count(Run(r, nil)))
	}
	set(t, r, "disclosure.licensing.decided", "7") // another number
	if f := first(t, r, nil, "A04"); f.Answer == "" {
		t.Error("the answer lapsed with a number it did not speak of")
	}
	set(t, r, "disclosure.regulations.effective", "3")
	if f := first(t, r, nil, "A04"); f.Answer != "" {
		t.Errorf("the answer %q outlived its number", f.Answer)
	}
}

func TestAnswerHoldsUntilThePassageChanges(t *testing.T) {
	r := complete(t, 2026)
	r.Narrative[model.Other] = append(r.Narrative[model.Other], model.Block{Text: "2020年公开信息6条。\n2019年公开信息5条。"})
	acknowledge(t, r, first(t, r, nil, "S09"), "确是那年")
	answered := func() (n int) {
		for _, f := range Run(r, nil) {
			if f.Rule == "S09" && f.Answer != "" {
				n++
			}
		}
		return n
	}
	if n := answered(); n != 1 {
		t.Errorf("%d answered, want the one of 2020", n)
	}
	r.Narrative[model.Other][1].Text = "2020年公开信息6条。\n2019年公开信息5条多。"
	if n := answered(); n != 1 {
		t.Errorf("%d answered after another paragraph changed", n)
	}
	r.Narrative[model.Other][1].Text = "2020年公开了信息6条。\n2019年公开信息5条多。"
	if n := answered(); n != 0 {
		t.Errorf("%d answered after its paragraph changed", n)
	}
}

func TestErrorsCannotBeAnswered(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "applications.received.person", "3")
	f := first(t, r, nil, "C01")
	if _, ok := Acknowledgement(f, "就这样"); ok {
		t.Error("an error was answered")
	}
	r.Acknowledged = []model.Acknowledgement{{Rule: "C01", Cells: f.Cells, Reason: "就这样"}} // from a file
	if f := first(t, r, nil, "C01"); f.Answer != "" || f.Level != Error {
		t.Errorf("level %s, answer %q", f.Level, f.Answer)
	}
	if _, ok := Acknowledgement(Finding{Rule: "S07", Level: Warning}, "  "); ok {
		t.Error("answered without a reason")
	}
}

// TestExpiredDocuments: A05 is an error, unless somebody says that documents
// expired by themselves.
func TestExpiredDocuments(t *testing.T) {
	r, last := complete(t, 2026), complete(t, 2025)
	set(t, last, "disclosure.documents.effective", "5")
	set(t, r, "disclosure.documents.effective", "4")
	f := first(t, r, last, "A05")
	if _, ok := Acknowledgement(f, "县里同意"); ok || f.Level != Error {
		t.Errorf("level %s, answered with any reason: %v", f.Level, ok)
	}
	acknowledge(t, r, f, "1件有效期满，自动失效")
	if f := first(t, r, last, "A05"); f.Level != Warning || f.Answer == "" {
		t.Errorf("level %s, answer %q", f.Level, f.Answer)
	}
	set(t, r, "disclosure.documents.effective", "3")
	if f := first(t, r, last, "A05"); f.Level != Error || f.Answer != "" {
		t.Errorf("after the number changed: level %s, answer %q", f.Level, f.Answer)
	}
}

// TestForeignAnswer: without a witness an answer holds by rule and cells, in any
// order.
func TestForeignAnswer(t *testing.T) {
	r := complete(t, 2026)
	r.Signature = model.Signature{}
	set(t, r, "disputes.direct.upheld", "1")
	cells := first(t, r, nil, "D06").Cells
	turned := append([]model.Address{cells[len(cells)-1]}, cells[:len(cells)-1]...)
	r.Acknowledged = []model.Acknowledgement{{Rule: "S10"}, {Rule: "D06", Cells: turned, Reason: "是"}, {Rule: "D06", Cells: cells[:1], Reason: "否"}}
	if f := first(t, r, nil, "S10"); f.Answer != noReason {
		t.Errorf("answer %q", f.Answer)
	}
	if f := first(t, r, nil, "D06"); f.Answer != "是" {
		t.Errorf("answer %q", f.Answer)
	}
}

func TestLapsed(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disclosure.regulations.effective", "2")
	before := Run(r, nil)
	acknowledge(t, r, first(t, r, nil, "A04"), "历史遗留")
	kept := r.Acknowledged[0]
	if Lapsed(kept, before, before) || Lapsed(kept, nil, before) || Lapsed(kept, nil, nil) {
		t.Error("lapsed although nothing changed")
	}
	if !Lapsed(kept, before, nil) {
		t.Error("outlived its finding")
	}
	if Lapsed(model.Acknowledgement{Rule: "A04", Cells: kept.Cells, Reason: "是"}, before, nil) {
		t.Error("an answer without a witness lapsed")
	}
}
