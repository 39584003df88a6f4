package desk

import (
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model/excerpt"
)

// TestLines: the short lines of the picture are told of, saved and taken back like
// everything else; keys on end in one part are one step.
func TestLines(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		var told []Change
		d.OnChange(func(c Change) { told = append(told, c) })
		own := func(p excerpt.Part) []string {
			all, err := excerpt.Read(d.Report())
			if err != nil {
				t.Fatal(err)
			}
			return all[p]
		}
		for _, typed := range []string{"公", "公开", "公开少"} {
			if err := d.TypeLines(excerpt.Problems, []string{typed}); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.TypeLines(excerpt.Steps, []string{"多公开"}); err != nil {
			t.Fatal(err)
		}
		if len(told) != 4 || !told[0].Excerpt {
			t.Errorf("told %+v", told)
		}
		if err := d.TypeLines(excerpt.Steps, make([]string, excerpt.MaxLines+1)); !errors.Is(err, excerpt.ErrBounds) {
			t.Errorf("error %v", err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if kept, err := excerpt.Read(m.last().report); err != nil || !slices.Equal(kept[excerpt.Steps], []string{"多公开"}) {
			t.Errorf("saved %q (%v)", kept, err)
		}
		if d.Undo(); own(excerpt.Steps) != nil || !slices.Equal(own(excerpt.Problems), []string{"公开少"}) {
			t.Errorf("after an undo %q, %q", own(excerpt.Problems), own(excerpt.Steps))
		}
		if d.Undo(); own(excerpt.Problems) != nil {
			t.Errorf("after two %q", own(excerpt.Problems))
		}
		if d.Redo(); !slices.Equal(own(excerpt.Problems), []string{"公开少"}) {
			t.Errorf("after a redo %q", own(excerpt.Problems))
		}
		if d.ProposeLines(excerpt.Problems); own(excerpt.Problems) != nil || !told[len(told)-1].Reload {
			t.Errorf("proposed: %q", own(excerpt.Problems))
		}
	})
}
