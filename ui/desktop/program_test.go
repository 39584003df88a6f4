package desktop

import (
	"bytes"
	"context"
	"log"
	"os"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/printer"
)

// shelf is a real store whose saves can be made to fail.
type shelf struct {
	*store.Store
	mu     sync.Mutex
	refuse error // of Save and Keep
	closed bool
	notice func(words []string)
}

func (s *shelf) setRefuse(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse = err
}

func (s *shelf) refusal() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.refuse
}

func (s *shelf) Save(id store.ID, sum store.Summary, body []byte) error {
	if err := s.refusal(); err != nil {
		return err
	}
	return s.Store.Save(id, sum, body)
}

func (s *shelf) Keep(id store.ID, sum store.Summary, body []byte, note store.Note) error {
	if err := s.refusal(); err != nil {
		return err
	}
	return s.Store.Keep(id, sum, body, note)
}

func (s *shelf) OnNotice(f func(words []string)) { s.notice = f }

func (s *shelf) Close() error {
	s.closed = true
	return s.Store.Close()
}

func (r *rig) setting(name, value string) {
	r.t.Helper()
	if err := r.shelf.SetSetting(name, value); err != nil {
		r.t.Fatal(err)
	}
}

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
	dir    string // of the store
	mu     sync.Mutex
	posted []func()
	paper  []string // paths exported to
	// refusal is what an export ends with; nil for success.
	refusal error
	// printed is how the last of them was printed.
	printed   export.Options
	installed []fonts.Candidate
	shown     []string  // by the system's own window
	copied    [2]string // for a portal: page and text
	desktop   string    // the folder
	printers  printers
}

// printers are the printers of a computer.
type printers struct {
	printer.Printers
	err  error
	jobs []printer.Job
}

func (p *printers) List() (printer.Printers, error) { return p.Printers, p.err }

func (p *printers) Print(j printer.Job) error {
	p.jobs = append(p.jobs, j)
	return p.err
}

func newRig(t testing.TB) *rig {
	t.Helper()
	faces, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var logged bytes.Buffer
	log.SetOutput(&logged)
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{Maker: "test", Summarise: desk.SummariseBody})
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, shelf: &shelf{Store: s}, dir: dir}
	a := test.NewApp()
	t.Cleanup(func() {
		if r.form != nil {
			r.form.d.Discard()
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		a.Quit()
		log.SetOutput(os.Stderr)
		if logged.Len() > 0 {
			t.Errorf("the toolkit complained: %s", &logged)
		}
	})
	r.program, err = newProgram(a, Options{
		Version: "0.1.0", Dir: "/home/王/.local/share/nianbao", Face: faces.Face(fonts.Hei).Data(), Sample: assets.Sample(), Manual: assets.Help(),
		Open: func() (Drafts, error) { return r.shelf, nil },
		Export: func(_ context.Context, report *model.Report, path string, o export.Options) ([]string, error) {
			r.paper = append(r.paper, path)
			r.printed = o
			if r.refusal != nil {
				return nil, r.refusal
			}
			result, err := export.Bytes(report, path, o)
			if err != nil {
				return nil, err
			}
			return []string{"带“草稿”水印。"}, os.WriteFile(path, result.Data, 0o600)
		},
		Printing:  &r.printers,
		Installed: func() []fonts.Candidate { return r.installed },
		OpenPath: func(path string) error {
			r.shown = append(r.shown, path)
			return r.refusal
		},
		CopyPage: func(page, text string) error {
			r.copied = [2]string{page, text}
			return r.refusal
		},
		Desktop: func() string { return r.desktop },
	})
	if err != nil {
		t.Fatal(err)
	}
	r.Background = func(work func() func()) { work()() }
	r.Post = func(f func()) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.posted = append(r.posted, f)
	}
	r.After = func(_ time.Duration, do func()) func() {
		r.Post(do)
		return func() {}
	}
	r.now = func() time.Time { return time.Date(2027, 1, 12, 9, 30, 0, 0, time.Local) }
	r.Window.Resize(fyne.NewSize(1280, 800))
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

// TestSampleOnce: a copy of the sample that nobody changed is opened again; one that
// was changed is the user's.
func TestSampleOnce(t *testing.T) {
	r := newRig(t)
	first := r.openSample().d.ID()
	r.showStart()
	r.start.sample()
	if again := r.form.d.ID(); again != first {
		t.Errorf("draft %v, want %v", again, first)
	}
	if err := r.form.d.Set("applications.received.person", "5"); err != nil {
		t.Fatal(err)
	}
	r.showStart()
	r.start.sample()
	if r.form.d.ID() == first || r.form.d.Report().Value("applications.received.person") != "0" {
		t.Error("the sample is not as it was")
	}
}

// page shows the page of a section.
func (r *rig) page(id model.SectionID) pages.Page {
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

func (r *rig) focused() fyne.Focusable { return r.Window.Canvas().Focused() }

// keys sends keys to what has the focus, and the character of a space to what has it
// then, as the driver does.
func (r *rig) keys(names ...fyne.KeyName) {
	r.t.Helper()
	for _, n := range names {
		r.focused().TypedKey(&fyne.KeyEvent{Name: n})
		if n == fyne.KeySpace && r.focused() != nil {
			r.focused().TypedRune(' ')
		}
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

// clipboard is one that holds a text.
func clipboard(text string) fyne.Clipboard {
	c := test.NewClipboard()
	c.SetContent(text)
	return c
}

// TestTypedWhileLeaving: what is typed while the draft is saved to be left is saved
// as well.
func TestTypedWhileLeaving(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	id, typed := f.d.ID(), false
	r.Background = func(work func() func()) {
		then := work()
		if !typed {
			typed = true
			f.d.SetTitle("最后改的标题")
		}
		then()
	}
	r.showStart()
	r.drain()
	if got := r.shelf.saved(t, id).Title; got != "最后改的标题" || r.form != nil {
		t.Errorf("saved %q, the form is left: %v", got, r.form == nil)
	}
}

// TestLeftTwice: whoever leaves the form twice, while it is being saved, leaves what
// the first of them has opened as well: saved, not dropped.
func TestLeftTwice(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	other := r.keepDraft(f.d.Snapshot())
	now := r.Background
	var saved []func()
	r.Background = func(work func() func()) { saved = append(saved, work()) }
	r.leaveForm(func() { r.Background = now; r.openDraft(other); r.form.d.SetTitle("另一份的标题") })
	r.leaveForm(r.showStart)
	for _, then := range saved {
		then()
	}
	r.drain()
	if got := r.shelf.saved(t, other).Title; got != "另一份的标题" || r.form != nil {
		t.Errorf("saved %q, the form is left: %v", got, r.form == nil)
	}
}
