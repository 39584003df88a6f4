package desk

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

func findingOf(t *testing.T, d *Desk, rule string) check.Finding {
	t.Helper()
	for _, f := range d.Findings() {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	return check.Finding{}
}

func TestAcknowledge(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		var told []Change
		d.OnChange(func(c Change) { told = append(told, c) })
		hints := check.Count(d.Findings()).W
		if err := d.Acknowledge(findingOf(t, d, "S07"), "按县里模板"); err != nil {
			t.Fatal(err)
		}
		if f := findingOf(t, d, "S07"); f.Answer != "按县里模板" || check.Count(d.Findings()).W != hints-1 {
			t.Errorf("answer %q, %d hints", f.Answer, check.Count(d.Findings()).W)
		}
		if len(told) != 1 || !told[0].Findings {
			t.Errorf("told %+v", told)
		}
		if err := d.Acknowledge(findingOf(t, d, "S07"), "县里说可以不写"); err != nil {
			t.Fatal(err)
		}
		if n := len(d.Report().Acknowledged); n != 1 {
			t.Errorf("%d answers to one hint", n)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if m.count() != 1 || m.last().report.Acknowledged[0].Reason != "县里说可以不写" {
			t.Errorf("%d saves", m.count())
		}
		d.Withdraw(findingOf(t, d, "S07"))
		if f := findingOf(t, d, "S07"); f.Answer != "" || len(d.Report().Acknowledged) != 0 {
			t.Errorf("answer %q after it was taken back", f.Answer)
		}
		var refused *AnswerError
		if err := d.Acknowledge(findingOf(t, d, "S11"), "没有问题"); !errors.As(err, &refused) {
			t.Errorf("an error was answered: %v", err)
		}
		if message := refused.Message(); !strings.Contains(message, "改正") {
			t.Error(message)
		}
		if err := d.Acknowledge(findingOf(t, d, "S07"), "  "); !errors.As(err, &refused) || !strings.Contains(refused.Message(), "请写明原因") || strings.Contains(refused.Message(), "错误") {
			t.Errorf("answered with nothing: %v", err)
		}
	})
}

func TestAnswersLapse(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		set(t, d, "disclosure.regulations.effective", "2")
		if err := d.Acknowledge(findingOf(t, d, "A04"), "历史遗留"); err != nil {
			t.Fatal(err)
		}
		set(t, d, "disclosure.licensing.decided", "5")
		if len(d.Report().Acknowledged) != 1 {
			t.Error("dropped with another number")
		}
		set(t, d, "disclosure.regulations.effective", "3")
		if len(d.Report().Acknowledged) != 0 || findingOf(t, d, "A04").Answer != "" {
			t.Error("kept although its number changed")
		}
	})
}

func TestSetPrevious(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		var told []Change
		d.OnChange(func(c Change) { told = append(told, c) })
		last := newReport(t, 2025)
		if err := last.Set("applications.carriedOut.person", "2"); err != nil {
			t.Fatal(err)
		}
		d.SetPrevious(last, nil)
		if len(told) != 1 || !told[0].Findings || d.Status().State != Saved {
			t.Errorf("told %+v, state %v: it is no edit", told, d.Status().State)
		}
		set(t, d, "applications.carriedIn.person", "1")
		if f := findingOf(t, d, "C06"); f.Right != "2" {
			t.Errorf("C06 says %s", f.Message())
		}
	})
}

// shelf is a store of a few drafts, the last saved first.
type shelf []store.Summary

func (s shelf) List() ([]store.Summary, error) { return s, nil }

func (s shelf) Load(id store.ID) ([]byte, error) {
	for _, d := range s {
		if d.ID != id {
			continue
		}
		if d.Filled < 0 {
			return nil, store.ErrDamaged
		}
		r, err := model.New(d.Year, model.Agency{Name: d.Agency, Short: fmt.Sprint(id[0])})
		if err != nil {
			return nil, err
		}
		return reportfile.Write(r)
	}
	return nil, store.ErrNotFound
}

func TestPrevious(t *testing.T) {
	const wutong, xiabu = "梧桐镇人民政府", "下堡镇人民政府"
	s := shelf{
		{ID: store.ID{1}, Agency: wutong, Year: 2026},
		{ID: store.ID{2}, Agency: xiabu, Year: 2025},
		{ID: store.ID{3}, Agency: wutong, Year: 2025, Filled: -1}, // cannot be read
		{ID: store.ID{4}, Agency: wutong, Year: 2025},
		{ID: store.ID{5}, Agency: wutong, Year: 2025},
		{ID: store.ID{6}, Agency: xiabu, Year: 2024},
	}
	r, err := Previous(s, wutong, 2026)
	if r == nil || r.Agency.Short != "4" || !errors.Is(err, store.ErrDamaged) {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := Previous(s, xiabu, 2026); r == nil || r.Agency.Short != "2" || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := Previous(s, wutong, 2025); r != nil || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	s = append(s, store.Summary{ID: store.ID{7}, Damaged: true}) // of whom, and of which year, nobody knows
	if r, err := Previous(s, wutong, 2025); r != nil || !errors.Is(err, store.ErrDamaged) {
		t.Errorf("beside a lost draft: %+v, %v", r, err)
	}
	if r, err := Previous(s, xiabu, 2026); r == nil || err != nil {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := Previous(s, "", 2026); r != nil || err != nil {
		t.Errorf("of no agency: %+v, %v", r, err)
	}
}
