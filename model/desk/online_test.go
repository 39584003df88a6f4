package desk

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
)

// TestOnline: the address of the electronic report is kept and taken back like everything
// else; a final report takes it too, and nothing else.
func TestOnline(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		const address = "https://www.example.gov.cn/zfxxgk/2026.html"
		if err := d.SetOnline(" " + address); err != nil || d.Report().Online != address {
			t.Fatalf("%q, %v", d.Report().Online, err)
		}
		var bad *model.OnlineError
		if err := d.SetOnline("政府网站"); !errors.As(err, &bad) || d.Report().Online != address {
			t.Errorf("%q, %v", d.Report().Online, err)
		}
		if d.Undo(); d.Report().Online != "" {
			t.Errorf("after undo %q", d.Report().Online)
		}
		d.Finalise("")
		if err := d.SetOnline(address); err != nil || d.Report().Online != address || !d.Final() {
			t.Errorf("of a final report: %q, %v", d.Report().Online, err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if got := m.last().report; got.Online != address || got.Final == nil {
			t.Errorf("saved %q, final %v", got.Online, got.Final)
		}
	})
}
