package desk

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

func TestFinal(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		enter(t, d, model.Preamble, 0, "前言")
		d.Finalise("县里已核")
		time.Sleep(time.Millisecond)
		if n := m.kept(); len(n) != 1 || n[0].Reason != store.ReasonFinal {
			t.Fatalf("versions %+v", n)
		}
		if got := m.last(); got.summary.State != store.StateFinal || got.report.Final.Reason != "县里已核" {
			t.Errorf("saved %+v", got.summary)
		}
		d.SetTitle("改")
		d.Undo()
		d.NoApplications()
		if err := d.Set("applications.received.person", "3"); err != nil {
			t.Error(err)
		}
		if d.Report().Title != "" || len(d.Report().Cells) != 0 || d.blockAt(model.Preamble, 0).Text != "前言" {
			t.Error("a final report was changed")
		}
		d.Reopen()
		time.Sleep(time.Millisecond)
		if n := m.kept(); len(n) != 2 || n[1].Reason != store.ReasonReopened {
			t.Errorf("versions %+v", n)
		}
		d.SetTitle("改")
		if d.Report().Title != "改" || d.Final() {
			t.Error("still locked")
		}
		time.Sleep(rest)
		synctest.Wait()
		if n := m.kept(); len(n) != 2 || m.last().report.Title != "改" {
			t.Errorf("a version for an edit after reopening: %+v", n)
		}
	})
}

// TestFinalIsKeptWhenSavingFails: the version is made by the save that comes
// through.
func TestFinalIsKeptWhenSavingFails(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		m.setRefuse(errors.New("disk full"))
		d.Finalise("")
		time.Sleep(5 * time.Second)
		m.setRefuse(nil)
		time.Sleep(20 * time.Second)
		if n := m.kept(); len(n) == 0 || n[len(n)-1].Reason != store.ReasonFinal || m.count() != 1 {
			t.Errorf("versions %+v, saves %d", n, m.count())
		}
	})
}

func TestAdopt(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		enter(t, d, model.Preamble, 0, "新的")
		old := newReport(t, 2026)
		old.Narrative[model.Preamble] = []model.Block{{Text: "旧的"}}
		old.Final = &model.Final{Date: "2027-01-20"}
		d.Adopt(old, store.ReasonRestored)
		time.Sleep(time.Millisecond)
		if d.blockAt(model.Preamble, 0).Text != "旧的" || d.Final() {
			t.Errorf("%+v", d.Report())
		}
		if n := m.kept(); len(n) != 1 || n[0].Reason != store.ReasonRestored {
			t.Errorf("versions %+v", n)
		}
		d.Undo()
		if d.blockAt(model.Preamble, 0).Text != "新的" {
			t.Error("cannot be taken back")
		}
		d.Adopt(newReport(t, 2025), store.ReasonRestored)
		if d.Report().Year != 2026 {
			t.Error("took over another year")
		}
	})
}
