package desk

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// reasons are why versions were kept, in order.
func (m *memory) reasons() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var all []string
	for _, n := range m.notes {
		all = append(all, string(n.Reason))
	}
	return strings.Join(all, " ")
}

func TestVersionsWhileWorking(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		work := func(input string, wait time.Duration) {
			set(t, d, "applications.received.person", input)
			time.Sleep(wait)
			synctest.Wait()
		}
		work("1", time.Second)
		if got := m.reasons(); got != "" {
			t.Errorf("a small change keeps %q", got)
		}
		work("2", 6*time.Minute)
		work("3", time.Second)
		if got := m.reasons(); got != "interval" {
			t.Errorf("after six minutes: %q", got)
		}
		if err := d.SetText(model.Overview, 0, strings.Repeat("很", 600)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if got := m.reasons(); got != "interval large" {
			t.Errorf("after a large change: %q", got)
		}
		if err := d.Keep(store.ReasonSaved); err != nil {
			t.Fatal(err)
		}
		work("4", time.Second)
		if err := leave(d); err != nil {
			t.Fatal(err)
		}
		if got := m.reasons(); got != "interval large saved closed" {
			t.Errorf("versions %q", got)
		}
		if n := m.notes[0]; n.Cells != 1 || n.Characters != 0 {
			t.Errorf("the first note counts %d cells, %d characters", n.Cells, n.Characters)
		}
	})
}

// TestLookingKeepsNothing: a draft that was opened and closed gets no version.
func TestLookingKeepsNothing(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		if err := leave(d); err != nil {
			t.Fatal(err)
		}
		if m.count() != 0 || m.reasons() != "" {
			t.Errorf("%d saves, versions %q", m.count(), m.reasons())
		}
	})
}

// TestKeepWithoutAnEdit: who saves a draft as it was opened gets a version of it.
func TestKeepWithoutAnEdit(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		if err := d.Keep(store.ReasonSaved); err != nil {
			t.Fatal(err)
		}
		set(t, d, "applications.received.person", "7")
		if err := leave(d); err != nil {
			t.Fatal(err)
		}
		if got := m.reasons(); got != "saved closed" || d.Status().At.IsZero() {
			t.Errorf("versions %q, status %+v", got, d.Status())
		}
	})
}

// TestHurry: leaving a field does not wait for the rest; with nothing typed it
// does nothing, and a retry keeps its pause.
func TestHurry(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		d.Hurry()
		synctest.Wait()
		if len(m.tries) != 0 {
			t.Error("saved nothing")
		}
		set(t, d, "applications.received.person", "7")
		synctest.Wait()
		d.Hurry()
		synctest.Wait()
		if m.count() != 1 {
			t.Errorf("%d saves", m.count())
		}
		m.setRefuse(errors.New("full"))
		set(t, d, "applications.received.person", "8")
		time.Sleep(time.Second)
		synctest.Wait()
		tries := len(m.tries)
		d.Hurry()
		synctest.Wait()
		if len(m.tries) != tries {
			t.Error("a retry came early")
		}
	})
}

// TestRescue: text that cannot be saved goes to a file, and the status names it
// until saving succeeds.
func TestRescue(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		m.setRefuse(errors.New("full"))
		set(t, d, "applications.received.person", "7")
		time.Sleep(time.Second)
		synctest.Wait()
		if s := d.Status(); s.State != Failed || s.Rescue != "/应急副本.nianbao" || !strings.Contains(string(m.rescued), `"7"`) {
			t.Errorf("status %+v, rescued %s", s, m.rescued)
		}
		m.setRefuse(nil)
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if s := d.Status(); s.State != Saved || s.Rescue != "" {
			t.Errorf("status %+v", s)
		}
	})
}
