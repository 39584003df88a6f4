package desktop

import (
	"bytes"
	"errors"
	"log"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// shelf is a store in memory.
type shelf struct {
	mu       sync.Mutex
	drafts   []store.Summary
	bodies   map[store.ID][]byte
	trashed  []store.ID
	settings map[string]string
	refuse   error // of Save
	closed   bool
}

func (s *shelf) List() ([]store.Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.drafts), nil
}

func (s *shelf) Create(sum store.Summary, body []byte) (store.ID, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := store.ID{byte(len(s.bodies) + 1)}
	sum.ID = id
	s.drafts = append([]store.Summary{sum}, s.drafts...)
	s.bodies[id] = body
	return id, nil
}

func (s *shelf) Load(id store.ID) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, ok := s.bodies[id]
	if !ok {
		return nil, errors.New("no such draft")
	}
	return body, nil
}

func (s *shelf) Save(id store.ID, sum store.Summary, body []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.refuse != nil {
		return s.refuse
	}
	s.bodies[id] = body
	for i := range s.drafts {
		if s.drafts[i].ID == id {
			sum.ID = id
			s.drafts[i] = sum
		}
	}
	return nil
}

func (s *shelf) Trash(id store.ID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trashed = append(s.trashed, id)
	s.drafts = slices.DeleteFunc(s.drafts, func(d store.Summary) bool { return d.ID == id })
	return nil
}

func (s *shelf) Setting(name string) (string, error) { return s.settings[name], nil }

func (s *shelf) SetSetting(name, value string) error { s.settings[name] = value; return nil }

func (s *shelf) Close() error { s.closed = true; return nil }

// saved is the report that the shelf holds under an ID.
func (s *shelf) saved(t *testing.T, id store.ID) *model.Report {
	t.Helper()
	body, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := reportfile.Read(body)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rig is the window in Fyne's test driver, everything on one goroutine: work
// for the background is done on the spot, what is posted waits for drain.
type rig struct {
	*program
	t      testing.TB
	shelf  *shelf
	mu     sync.Mutex
	posted []func()
	paper  []string // paths exported to
	// printed is how the last of them was printed.
	printed   export.Options
	installed []fonts.Candidate
}

func newRig(t testing.TB) *rig {
	t.Helper()
	faces, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var logged bytes.Buffer
	log.SetOutput(&logged)
	r := &rig{t: t, shelf: &shelf{bodies: map[store.ID][]byte{}, settings: map[string]string{}}}
	a := test.NewApp()
	t.Cleanup(func() {
		if r.form != nil {
			r.form.d.Discard()
		}
		a.Quit()
		log.SetOutput(os.Stderr)
		if logged.Len() > 0 {
			t.Errorf("the toolkit complained: %s", &logged)
		}
	})
	r.program, err = newProgram(a, Options{
		Version: "0.1.0", Dir: "/home/王/.local/share/nianbao", Face: faces.Face(fonts.Hei).Data(), Sample: assets.Sample(),
		Open: func() (Drafts, error) { return r.shelf, nil },
		Export: func(report *model.Report, path string, o export.Options) ([]string, error) {
			r.paper = append(r.paper, path)
			r.printed = o
			if _, err := export.Bytes(report, path, o); err != nil {
				return nil, err
			}
			return []string{"带“草稿”水印。"}, os.WriteFile(path, []byte("%PDF"), 0o600)
		},
		Installed: func() []fonts.Candidate { return r.installed },
	})
	if err != nil {
		t.Fatal(err)
	}
	r.background = func(work func() func()) { work()() }
	r.post = func(f func()) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.posted = append(r.posted, f)
	}
	r.now = func() time.Time { return time.Date(2027, 1, 12, 9, 30, 0, 0, time.Local) }
	r.window.Resize(fyne.NewSize(1280, 800))
	return r
}

// drain runs what was posted.
func (r *rig) drain() {
	for {
		r.mu.Lock()
		waiting := r.posted
		r.posted = nil
		r.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}

// openSample opens the sample as a draft and returns its form.
func (r *rig) openSample() *form {
	r.t.Helper()
	r.begin()
	r.start.sample()
	if r.form == nil {
		r.t.Fatal("the sample did not open")
	}
	return r.form
}

// page shows the page of a section.
func (r *rig) page(id model.SectionID) page {
	r.t.Helper()
	for i, e := range r.form.entries {
		if e.id == id {
			r.form.open(i)
			return e.page
		}
	}
	r.t.Fatalf("no section %q", id)
	return nil
}

func (r *rig) focused() fyne.Focusable { return r.window.Canvas().Focused() }

// keys sends keys to what has the focus.
func (r *rig) keys(names ...fyne.KeyName) {
	r.t.Helper()
	for _, n := range names {
		r.focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// write sends text to what has the focus, as an input method commits it.
func (r *rig) write(text string) {
	r.t.Helper()
	for _, c := range text {
		r.focused().TypedRune(c)
	}
	r.drain()
}

// rendererObjects are the objects that draw a widget.
func rendererObjects(w fyne.Widget) []fyne.CanvasObject {
	return test.WidgetRenderer(w).Objects()
}
