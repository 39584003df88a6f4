package desk

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model/slips"
)

// TestSlips: who supplies which numbers is kept, told of, saved and taken back like
// everything else; keys in one field are one step, those in another one of their own.
func TestSlips(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		var told []Change
		d.OnChange(func(c Change) { told = append(told, c) })
		l := slips.Propose(d.Report())
		if err := d.SetSlips(l.Clone()); err != nil {
			t.Fatal(err)
		}
		if err := d.SetSlips(l.Clone()); err != nil || len(told) != 1 || !told[0].Slips {
			t.Errorf("told %+v (%v)", told, err)
		}
		for _, field := range []string{"0.due", "1.due"} {
			for _, typed := range []string{"1", "12", "123"} {
				l.Givers[0].Due = typed
				if field == "1.due" {
					l.Givers[1].Due = typed
				}
				if err := d.TypeSlips(field, l.Clone()); err != nil {
					t.Fatal(err)
				}
			}
		}
		var bounds *slips.BoundsError
		if err := d.SetSlips(slips.List{Givers: []slips.Giver{{Name: strings.Repeat("长", slips.MaxName+1)}}}); !errors.As(err, &bounds) {
			t.Errorf("error %v", err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if kept, err := slips.Of(m.last().report); err != nil || kept.Givers[1].Due != "123" {
			t.Errorf("saved %v (%v)", kept, err)
		}
		for _, want := range []string{"123", "", "none"} {
			kept, err := slips.Of(d.Report())
			if err != nil {
				t.Fatal(err)
			}
			got := "none"
			if len(kept.Givers) > 0 {
				got = kept.Givers[1].Due
			}
			if got != want {
				t.Errorf("due %q, want %q", got, want)
			}
			d.Undo()
			if want == "" {
				d.Undo()
			}
		}
	})
}

// TestTakeSlips: what the slips say is filled in as one edit.
func TestTakeSlips(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		l := slips.Propose(d.Report())
		for i := range l.Givers {
			for _, a := range []string{"disclosure.fees.amount", "disclosure.licensing.decided"} {
				for _, c := range d.Report().Edition().Cells() {
					if string(c.Address) == a && l.Givers[i].Supplies(c) {
						l.Givers[i].Answer(c.Address, "１，200")
					}
				}
			}
		}
		for _, err := range d.TakeSlips(slips.Changes(slips.Compare(d.Report(), l))) {
			if err != nil {
				t.Error(err)
			}
		}
		if n := len(d.Report().Cells); n != 2 || d.Report().Cells["disclosure.fees.amount"] != "1200" {
			t.Errorf("cells %v", d.Report().Cells)
		}
		if d.Undo(); len(d.Report().Cells) > 0 {
			t.Errorf("left after undoing: %v", d.Report().Cells)
		}
	})
}
