package desk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

func TestSavesAfterRest(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		start := time.Now()
		set(t, d, "applications.received.person", "3")
		if s := d.Status(); s.State != Saving {
			t.Errorf("right after an edit: %v, want Saving", s.State)
		}
		time.Sleep(rest - time.Millisecond)
		synctest.Wait()
		if m.count() != 0 {
			t.Fatal("saved before the rest was over")
		}
		time.Sleep(time.Millisecond)
		synctest.Wait()
		if m.count() != 1 {
			t.Fatalf("%d saves after the rest, want 1", m.count())
		}
		got := m.last()
		if got.id != draft || got.report.Cells["applications.received.person"] != "3" {
			t.Errorf("saved %q with %v", got.id, got.report.Cells)
		}
		if s := d.Status(); s.State != Saved || s.At.Sub(start) != rest {
			t.Errorf("after the save: %v at %v", s.State, s.At.Sub(start))
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if m.count() != 1 {
			t.Errorf("saved %d times without an edit", m.count()-1)
		}
	})
}

func TestSavesWhileTypingGoesOn(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		start := time.Now()
		for i := range 60 { // 12 s of a key each 0.2 s: never at rest
			write(t, d, 0, fmt.Sprintf("第 %d 次", i))
			time.Sleep(200 * time.Millisecond)
			synctest.Wait()
		}
		if m.count() != 2 {
			t.Fatalf("%d saves in 12 s of typing, want 2", m.count())
		}
		if first := m.saved[0].at.Sub(start); first != longest {
			t.Errorf("first save after %v, want %v", first, longest)
		}
		if gap := m.saved[1].at.Sub(m.saved[0].at); gap > longest+200*time.Millisecond {
			t.Errorf("second save %v after the first", gap)
		}
	})
}

// TestClosedDeskSavesNothing: closing ends the saving; what is typed into a closed
// desk goes nowhere, and nobody waits for it.
func TestClosedDeskSavesNothing(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		set(t, d, "disputes.review.upheld", "1")
		if err := leave(d); err != nil {
			t.Fatal(err)
		}
		n := m.count()
		set(t, d, "disputes.review.upheld", "2")
		if err := d.Flush(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if n == 0 || m.count() != n {
			t.Errorf("%d saves, then %d", n, m.count())
		}
	})
}

// TestUnwritable: a report that no file can hold is not said to be saved.
func TestUnwritable(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		huge := newReport(t, 2026)
		huge.Narrative[model.Other] = []model.Block{{Text: strings.Repeat("字", reportfile.MaxNarrative+1)}}
		d.Adopt(huge, store.ReasonImported)
		var refused *reportfile.Error
		if err := d.Flush(); !errors.As(err, &refused) {
			t.Errorf("flushed: %v", err)
		}
		if s := d.Status(); s.State != Failed || !errors.As(s.Err, &refused) || m.count() != 0 {
			t.Errorf("status %+v, %d saves", s, m.count())
		}
	})
}

// TestStatusIsTold: whoever listens hears of the status, and of each of its changes.
func TestStatusIsTold(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		var mu sync.Mutex // saves tell of themselves from their own goroutine
		var told []State
		d.OnStatus(func() {
			mu.Lock()
			defer mu.Unlock()
			told = append(told, d.Status().State)
		})
		set(t, d, "disputes.review.upheld", "1")
		time.Sleep(rest)
		synctest.Wait()
		m.setRefuse(errors.New("disk full"))
		set(t, d, "disputes.review.upheld", "2")
		time.Sleep(rest)
		synctest.Wait()
		mu.Lock()
		defer mu.Unlock()
		if want := []State{Saved, Saving, Saved, Saving, Failed}; !slices.Equal(told, want) {
			t.Errorf("told of %v, want %v", told, want)
		}
	})
}

func TestLatestStateWins(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		m.took = 3 * time.Second
		set(t, d, "disputes.review.upheld", "1")
		time.Sleep(time.Second) // the first save is under way
		began := time.Now()
		set(t, d, "disputes.review.upheld", "2")
		set(t, d, "disputes.review.upheld", "3")
		if time.Since(began) != 0 {
			t.Error("an edit waited for the save")
		}
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if m.count() != 2 || m.last().report.Cells["disputes.review.upheld"] != "3" {
			t.Errorf("%d saves, the last with %v", m.count(), m.last().report.Cells)
		}
		if s := d.Status().State; s != Saved {
			t.Errorf("status %v, want Saved", s)
		}
	})
}

func TestRetriesAfterFailure(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		full := errors.New("disk full")
		m.refuse = full
		set(t, d, "disputes.review.upheld", "1")
		time.Sleep(time.Minute)
		synctest.Wait()
		var waits []time.Duration
		for i := 1; i < len(m.tries); i++ {
			waits = append(waits, m.tries[i].Sub(m.tries[i-1]).Round(time.Second))
		}
		want := []time.Duration{1, 2, 5, 15, 15, 15}
		for i := range want {
			want[i] *= time.Second
		}
		if !slices.Equal(waits, want) {
			t.Errorf("waits between tries %v, want %v", waits, want)
		}
		if s := d.Status(); s.State != Failed || !errors.Is(s.Err, full) {
			t.Errorf("status %v, %v", s.State, s.Err)
		}
		tries := len(m.tries)
		set(t, d, "disputes.review.upheld", "2")
		time.Sleep(time.Second)
		synctest.Wait()
		if len(m.tries) != tries {
			t.Error("an edit hurried the retry on")
		}
		m.setRefuse(nil)
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if m.count() != 1 || m.last().report.Cells["disputes.review.upheld"] != "2" {
			t.Errorf("after the failure was over: %d saves", m.count())
		}
		if s := d.Status(); s.State != Saved || s.Err != nil {
			t.Errorf("status %v, %v", s.State, s.Err)
		}
	})
}

func TestCloseFlushes(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		set(t, d, "disputes.review.upheld", "7")
		m.refuse = errors.New("disk full")
		if err := leave(d); err == nil {
			t.Fatal("closed although nothing could be saved")
		}
		m.setRefuse(nil)
		if err := leave(d); err != nil {
			t.Fatal(err)
		}
		if m.count() != 1 || m.last().report.Cells["disputes.review.upheld"] != "7" {
			t.Errorf("%d saves on closing", m.count())
		}
		if err := d.Flush(); err != nil {
			t.Errorf("flush of a closed desk: %v", err)
		}
	})
}

// TestNewListenerHearsAtOnce: a window made anew while a save ends would show 正在保存
// for ever.
func TestNewListenerHearsAtOnce(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		d.OnStatus(func() {})
		d.Finalise("")
		shown := d.Status() // by the window that is being made
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
		d.OnStatus(func() { shown = d.Status() })
		if shown.State != Saved {
			t.Errorf("all is saved, and the new listener knows of %v", shown.State)
		}
	})
}

// leave ends a desk as the window does: a version is kept.
func leave(d *Desk) error {
	if err := d.Keep(store.ReasonClosed); err != nil {
		return err
	}
	d.Discard()
	return nil
}
