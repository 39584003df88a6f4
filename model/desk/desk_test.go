package desk

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// draft names the draft of these tests.
var draft = store.ID{1}

// memory is a saver that remembers what it was given and when.
type memory struct {
	mu      sync.Mutex
	took    time.Duration // that a save takes
	refuse  error
	tries   []time.Time
	saved   []saved
	notes   []store.Note // of Keep, but for the first
	rescued []byte
}

type saved struct {
	at      time.Time
	id      store.ID
	summary store.Summary
	report  *model.Report
}

func (m *memory) Save(id store.ID, s store.Summary, body []byte) error {
	m.mu.Lock()
	refuse, took := m.refuse, m.took
	m.tries = append(m.tries, time.Now())
	m.mu.Unlock()
	time.Sleep(took)
	if refuse != nil {
		return refuse
	}
	r, err := reportfile.Read(body)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.saved = append(m.saved, saved{time.Now(), id, s, r})
	return nil
}

// Keep is a save that is told apart by its note.
func (m *memory) Keep(id store.ID, s store.Summary, body []byte, note store.Note) error {
	if note.Reason == store.ReasonOpened {
		return m.refusal() // before the first save; see TestVersions
	}
	m.mu.Lock()
	m.notes = append(m.notes, note)
	m.mu.Unlock()
	return m.Save(id, s, body)
}

func (m *memory) Rescue(_ store.ID, _ store.Summary, body []byte) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rescued = body
	return "/应急副本.nianbao", nil
}

func (m *memory) refusal() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.refuse != nil {
		m.tries = append(m.tries, time.Now())
	}
	return m.refuse
}

func (m *memory) setRefuse(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refuse = err
}

func (m *memory) count() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.saved)
}

// kept are the notes of the versions.
func (m *memory) kept() []store.Note {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.notes)
}

func (m *memory) last() saved {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.saved[len(m.saved)-1]
}

func newReport(t testing.TB, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// inBubble runs a test in virtual time on a desk over an empty report.
func inBubble(t *testing.T, test func(t *testing.T, d *Desk, m *memory)) {
	synctest.Test(t, func(t *testing.T) {
		m := &memory{}
		d := New(draft, newReport(t, 2026), m)
		defer d.Discard()
		test(t, d, m)
	})
}

func set(t *testing.T, d *Desk, a model.Address, input string) {
	t.Helper()
	if err := d.Set(a, input); err != nil {
		t.Fatal(err)
	}
}

func TestChangesAreTold(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		var told []Change
		d.OnChange(func(c Change) { told = append(told, c) })

		set(t, d, "applications.granted.person", "2")
		want := []model.Address{
			"applications.granted.person", "applications.granted.total",
			"applications.handled.person", "applications.handled.total",
		}
		if len(told) != 1 || !slices.Equal(told[0].Cells, want) {
			t.Errorf("told %+v, want %v", told, want)
		}
		if got := d.Report().Value("applications.handled.total"); got != "2" {
			t.Errorf("total %q, want 2", got)
		}
		if !slices.ContainsFunc(d.Findings(), func(f check.Finding) bool { return f.Rule == "C01" }) {
			t.Error("the rules did not run again")
		}

		told = nil
		set(t, d, "applications.granted.person", " ２")
		if len(told) != 0 {
			t.Errorf("told of the same value: %+v", told)
		}
		if err := d.Set("applications.granted.person", "二"); err == nil || len(told) != 1 {
			t.Errorf("refused input: %v, told %+v", err, told)
		}
		r := d.Report()
		if _, filled := r.Count("applications.granted.person"); filled || r.Written("applications.granted.person") != "二" {
			t.Errorf("after a refusal %q, filled %v", r.Written("applications.granted.person"), filled)
		}
		if err := d.Set("applications.granted.person", "二"); err == nil || len(told) != 1 {
			t.Errorf("refused once more: %v, told %+v", err, told)
		}
	})
}

func TestSetAll(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		told := 0
		d.OnChange(func(Change) { told++ })
		errs := d.SetAll([]Input{
			{"disputes.review.upheld", "1"},
			{"disputes.review.corrected", "x"},
			{"disputes.review.total", "1"},
			{"disputes.review.other", "１２"},
		})
		var total *model.TotalError
		var value *model.ValueError
		if errs[0] != nil || !errors.As(errs[1], &value) || !errors.As(errs[2], &total) || errs[3] != nil {
			t.Errorf("errors %v", errs)
		}
		if told != 1 || d.Report().Value("disputes.review.total") != "13" {
			t.Errorf("told %d times, total %q", told, d.Report().Value("disputes.review.total"))
		}
	})
}

func TestSignatureDate(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		before := d.Report().Signature.Date
		for typed := range len("2027.1.20") {
			_ = d.TypeDate("2027.1.20"[:typed+1]) // not yet a date, for the most part
		}
		if got := d.Report().Signature.Date; got != "2027-01-20" {
			t.Errorf("date %q", got)
		}
		d.Undo()
		if got := d.Report().Signature.Date; got != before {
			t.Errorf("one step back the date is %q, want %q", got, before)
		}
		var bad *model.DateError
		if err := d.SetDate("下周一"); !errors.As(err, &bad) {
			t.Errorf("%v, want a DateError", err)
		}
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
		if got := m.last().report; got.Signature.Date != "下周一" || got.DateRefusal() == nil {
			t.Errorf("saved %q, want it as it was written", got.Signature.Date)
		}
	})
}

func TestSectionState(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, _ *memory) {
		expect := func(id model.SectionID, want Mark) {
			t.Helper()
			if got := d.SectionState(id); got.Mark != want {
				t.Errorf("%s: %+v, want mark %d", id, got, want)
			}
		}
		expect(model.Disputes, Empty)
		expect(model.Problems, Empty) // although S11 finds it missing
		set(t, d, "disputes.review.upheld", "0")
		expect(model.Disputes, Partly) // although D02 names the blanks
		for _, a := range d.Report().Unfilled() {
			set(t, d, a, "0")
		}
		expect(model.Disputes, Done)
		set(t, d, "applications.received.person", "1")
		expect(model.Applications, Wrong)
		_ = d.SetHeading(model.Overview, 0, "主动公开情况")
		expect(model.Overview, Partly)
		write(t, d, 0, "全年公开 3 条。")
		expect(model.Overview, Hinted) // S14 misses what the form asks for
		write(t, d, 0, "做好主动公开、政府信息管理、平台建设、监督保障工作，收到依申请公开申请 1 件。")
		expect(model.Overview, Done)

		if f := Progress(d.Report()); f.Cells != f.AllCells || f.Prose != 1 || f.AllProse != 4 {
			t.Errorf("progress %+v", f)
		}
	})
}

func TestOpenRefusesWhatIsNoReport(t *testing.T) {
	var bad *reportfile.Error
	if _, err := Open(draft, []byte("{"), &memory{}); !errors.As(err, &bad) {
		t.Errorf("%v, want a reportfile.Error", err)
	}
}

func BenchmarkSet(b *testing.B) {
	d := New(draft, newReport(b, 2026), &memory{})
	defer d.Discard()
	values := [...]string{"1", "2"}
	for i := 0; b.Loop(); i++ {
		if err := d.Set("applications.granted.person", values[i%2]); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWrittenStays: what is no value is saved as it was written, is told of, and can
// be taken back; the summary counts what the findings say, last year's report too.
func TestWrittenStays(t *testing.T) {
	inBubble(t, func(t *testing.T, d *Desk, m *memory) {
		const a = model.Address("applications.granted.person")
		set(t, d, a, "2")
		time.Sleep(time.Minute) // a step of its own
		if err := d.Set(a, "两件"); err == nil {
			t.Error("taken for a value")
		}
		if s := d.SectionState(model.Applications); s.Mark != Wrong || s.Errors == 0 {
			t.Errorf("state %+v", s)
		}
		last := newReport(t, 2025)
		if err := last.Set("applications.carriedOut.person", "1"); err != nil {
			t.Fatal(err)
		}
		set(t, d, "applications.carriedIn.person", "0")
		d.SetPrevious(last, nil) // C06
		if n := d.FillBlanks(model.Applications); n == 0 || d.Report().Written(a) != "两件" {
			t.Errorf("filled %d, the cell holds %q", n, d.Report().Written(a))
		}
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
		saved := m.last()
		if saved.report.Unread[a] != "两件" || len(saved.report.Unread) != 1 {
			t.Errorf("saved %v", saved.report.Unread)
		}
		counts, _ := d.Count()
		if saved.summary.Errors != counts.E || saved.summary.Warnings != counts.W {
			t.Errorf("summary %+v, counts %+v", saved.summary, counts)
		}
		d.Undo()
		d.Undo()
		d.Undo()
		if d.Report().Cells[a] != "2" || len(d.Report().Unread) != 0 {
			t.Errorf("taken back: %q, %v", d.Report().Cells[a], d.Report().Unread)
		}
		d.Redo()
		if d.Report().Written(a) != "两件" {
			t.Errorf("done again: %q", d.Report().Written(a))
		}
		d.NoApplications()
		if d.Report().Cells[a] != "0" || len(d.Report().Unread) != 0 {
			t.Errorf("no applications: %q, %v", d.Report().Cells[a], d.Report().Unread)
		}
	})
}
