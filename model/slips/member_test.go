package slips

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// TestMember: a list goes through a report file byte for byte, with what a later
// version put into it; one that was taken away leaves nothing.
func TestMember(t *testing.T) {
	r := report(t, 2026)
	l := Propose(r)
	l.Givers[0].Due, l.Givers[0].Back = "2027-01-05", "下周一"
	l.Givers[0].Answer("applications.received.person", "２件")
	if err := Put(r, l); err != nil {
		t.Fatal(err)
	}
	first, err := reportfile.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	read, err := reportfile.Read(first)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Of(read)
	if err != nil || fmt.Sprint(back) != fmt.Sprint(l) {
		t.Fatalf("read back %v (%v), want %v", back, err, l)
	}
	if err := Put(read, back); err != nil {
		t.Fatal(err)
	}
	if second, err := reportfile.Write(read); err != nil || string(second) != string(first) {
		t.Errorf("the file differs (%v):\n%s", err, second)
	}
	r.Extra[member] = `{"givers": [{"name": "财政所", "x-phone": "0358-0000000", "channel": {"b": 1.50, "a": []}}], "round": 2}`
	if back, err = Of(r); err != nil {
		t.Fatal(err)
	}
	later := back.Clone()
	later.Givers[0].Due = "2027-01-05"
	if err := Put(r, later); err != nil || !strings.Contains(r.Extra[member], `"channel":{"b":1.50,"a":[]}`) || !strings.Contains(r.Extra[member], `"round":2`) {
		t.Errorf("kept %s (%v)", r.Extra[member], err)
	}
	if err := Put(r, List{}); err != nil || r.Extra != nil {
		t.Errorf("left over: %v (%v)", r.Extra, err)
	}
}

// TestUnread: what is no list is never dropped.
func TestUnread(t *testing.T) {
	for _, raw := range []string{
		`"三家"`, `[]`, `{"givers": {}}`, `{"givers": [{"name": 1}]}`, `{"givers": [{"name": "甲", "rows": [""]}]}`,
		`{"givers": [{"name": "甲\n乙"}]}`, `{"givers": [{"name": "甲", "answers": {"a.b": ""}}]}`,
		`{"givers": [{"name": "` + strings.Repeat("长", MaxName+1) + `"}]}`,
		`{"givers": [` + strings.Repeat(`{"name":""},`, maxGivers) + `{"name":""}]}`,
		`"` + strings.Repeat("长", maxSize) + `"`,
	} {
		r := report(t, 2026)
		r.Extra = model.Extra{member: raw, memberUnread: `"earlier"`}
		l, err := Of(r)
		var unread *UnreadError
		if !errors.As(err, &unread) || unread.Message() == "" || len(l.Givers) > 0 {
			t.Errorf("%.40s: %v, %v", raw, l, err)
		}
		if l, proposed, err := Current(r); !proposed || err == nil || len(l.Givers) == 0 {
			t.Errorf("%.40s: proposed %v, %v", raw, proposed, err)
		}
		if err := Put(r, Propose(r)); err != nil || r.Extra[memberUnread+"-2"] != raw || r.Extra[memberUnread] != `"earlier"` {
			t.Errorf("%.40s: dropped (%v)", raw, err)
		}
	}
}

// TestLargest: as many bytes as are kept are read, and not one more.
func TestLargest(t *testing.T) {
	list := `{"givers": [{"name": "财政所"}]}`
	for more, want := range map[int]bool{0: true, 1: false} {
		raw := list + strings.Repeat(" ", maxSize-len(list)+more)
		l, err := Of(&model.Report{Extra: model.Extra{member: raw}})
		if read := err == nil && len(l.Givers) == 1; read != want {
			t.Errorf("%d bytes more: %v", more, err)
		}
		if unread := (*UnreadError)(nil); errors.As(err, &unread) && !errors.Is(err, errSize) {
			t.Errorf("%d bytes more: %v", more, err)
		}
	}
}

// TestBounds: a list that could not be read again is not kept.
func TestBounds(t *testing.T) {
	for name, l := range map[string]List{
		"givers": {Givers: make([]Giver, maxGivers+1)},
		"name":   {Givers: []Giver{{Name: strings.Repeat("长", MaxName+1)}}},
		"lines":  {Givers: []Giver{{Name: "甲\n乙"}}},
		"rows":   {Givers: []Giver{{Rows: make([]string, maxRows+1)}}},
		"answer": {Givers: []Giver{{Answers: map[model.Address]string{"a": strings.Repeat("长", model.MaxUnread+1)}}}},
		"date":   {Givers: []Giver{{Due: strings.Repeat("1", maxDate+1)}}},
	} {
		r := report(t, 2026)
		r.Extra = model.Extra{member: `"theirs"`}
		var bounds *BoundsError
		if err := Put(r, l); !errors.As(err, &bounds) || bounds.Message() == "" || r.Extra[member] != `"theirs"` {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzMember: whatever stands in a report file in the place of the list, reading it
// fails or gives a list that is kept, and reads as it was.
func FuzzMember(f *testing.F) {
	f.Add(`{"givers": [{"name": "财政所", "rows": ["disclosure.fees"], "due": "2027-01-05", "answers": {"disclosure.fees.amount": "1.50"}}]}`)
	f.Add(`{"givers": null, "x": {"y": [1e400]}}`)
	f.Add(`{"givers": [{"name": "\ud800", "rows": null}]}`)
	f.Fuzz(func(t *testing.T, raw string) {
		r := report(t, 2026)
		r.Extra = model.Extra{member: raw}
		l, err := Of(r)
		if err != nil {
			return
		}
		said := Compare(r, l)
		Changes(said)
		l.Waiting(r.Edition())
		l.Unassigned(r.Edition())
		for _, g := range l.Givers {
			Ask(r.Edition(), g.Rows)
		}
		if err := Put(r, l.Clone()); err != nil {
			t.Fatalf("a list that was read is not kept: %v", err)
		}
		kept := r.Extra[member]
		again, err := Of(r)
		if err != nil || len(again.Givers) != len(l.Givers) {
			t.Fatalf("read again: %v (%v)", again, err)
		}
		for i, g := range again.Givers {
			w := l.Givers[i]
			if g.Name != w.Name || g.Due != w.Due || g.Back != w.Back || !slices.Equal(g.Rows, w.Rows) || !maps.Equal(g.Answers, w.Answers) {
				t.Fatalf("read again %q, was %q", g, w)
			}
		}
		if err := Put(r, again); err != nil || r.Extra[member] != kept {
			t.Fatalf("kept again (%v): %s, was %s", err, r.Extra[member], kept)
		}
	})
}
