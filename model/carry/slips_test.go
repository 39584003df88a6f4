package carry

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/slips"
)

// TestSlips: who supplies which rows comes along; dates and answers do not.
func TestSlips(t *testing.T) {
	last := report(t, 2025)
	l := slips.List{Givers: []slips.Giver{
		{Name: "执法队", Rows: []string{"disclosure.penalties"}, Due: "2026-01-05", Back: "2026-01-04"},
		{Name: "柳湾村", Rows: []string{"applications.received"}},
	}}
	l.Givers[0].Answer("disclosure.penalties.decided", "3")
	if err := slips.Put(last, l); err != nil {
		t.Fatal(err)
	}
	next := from(t, last, 2026)
	got, err := slips.Of(next)
	if err != nil || len(got.Givers) != 2 || got.Givers[0].Name != "执法队" || got.Givers[1].Rows[0] != "applications.received" {
		t.Fatalf("carried %v (%v)", got, err)
	}
	if g := got.Givers[0]; g.Answered() || g.Due != "" {
		t.Errorf("carried too much: %v", g)
	}
	if len(next.Extra) != 1 || !strings.Contains(account(next), "收数单：2 家的名单") || strings.Contains(account(next), "还没有定由谁报") {
		t.Errorf("%v\n%s", next.Extra, account(next))
	}
	last.Extra = model.Extra{"x-slips": `"三家"`}
	if next := from(t, last, 2026); len(next.Extra) > 0 || !strings.Contains(account(next), "仍留在上年的报告里") {
		t.Errorf("%v\n%s", next.Extra, account(next))
	}
}

// TestSlipsOfAnotherEdition: rows that are new in a form are told of, as nobody is
// asked for them.
func TestSlipsOfAnotherEdition(t *testing.T) {
	last, err := model.New(2020, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	if err := slips.Put(last, slips.Propose(last)); err != nil {
		t.Fatal(err)
	}
	if next := from(t, last, 2021); !strings.Contains(account(next), "新格式里有 2 行还没有定由谁报") {
		t.Error(account(next))
	}
}
