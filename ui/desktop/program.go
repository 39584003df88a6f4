// Package desktop is the window. It is the only package that imports Fyne,
// and Run, in the one file built with cgo alone, the only thing in it that
// needs a display: everything else runs in tests without either.
//
// Widgets report what the user wants; the form hands it to the desk; the
// desk's changes come back to the pages. Nothing here writes a report itself.
package desktop

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/desktop/widgets" // before Fyne reads the user's languages
	_ "nianbao/ui/language"
)

// Options is what the window is told by the program around it.
type Options struct {
	Version  string
	Dir      string                    // where drafts lie, shown to the user
	File     string                    // a report file to begin with; empty for none
	Restore  func(backup string) error // puts a backup in the place of a vanished store
	Forget   func() error              // lets Open begin an empty store in its place
	Open     func() (Drafts, error)    // opens the store of drafts, off the main goroutine; a store.Store
	Face     []byte                    // TrueType font for all texts; nil: the system's
	Icon     []byte                    // PNG; may be nil
	Sample   []byte                    // the sample, a report file
	Manual   string                    // assets.Help
	Export   Exporter
	Printing Printing
	System   SystemDialogs // nil: none are offered
	// Installed lists the face files of this computer, off the main goroutine.
	Installed func() []fonts.Candidate
}

// Exporter writes a report to a file of the format that its ending says, printed
// as o says; date and maker are its own business. notes are Chinese sentences for the user: why it bears a
// watermark, what could not be shown. It is called off the main goroutine and
// leaves nothing half written. The error is that of ctx when this ended first.
type Exporter func(ctx context.Context, r *model.Report, path string, o export.Options) (notes []string, err error)

// Drafts is the store of drafts as the window needs it.
type Drafts interface {
	desk.Saver
	// List lists the drafts, the last saved first.
	List() ([]store.Summary, error)
	// Create keeps a new draft and names it.
	Create(s store.Summary, body []byte) (store.ID, error)
	// Load returns the body of a draft.
	Load(id store.ID) ([]byte, error)
	// Trash takes a draft out of the list; it can be had back.
	Trash(id store.ID) error
	// LoadBest is Load, or of a damaged draft its newest whole version.
	LoadBest(id store.ID) (body []byte, older *store.Version, err error)
	// Trashed lists what Trash took away; Untrash puts one back, Purge destroys
	// it.
	Trashed() ([]store.Trashed, error)
	Untrash(id store.ID) error
	Purge(id store.ID) error
	// Versions lists the versions of a draft, the newest first.
	Versions(id store.ID) ([]store.Version, error)
	LoadVersion(id store.ID, seq uint64) ([]byte, error)
	NameVersion(id store.ID, seq uint64, name string) error
	// Replace gives a draft other content; the one before is kept.
	Replace(id store.ID, s store.Summary, body []byte, why store.Reason) error
	// Backups lists the backups, the last first.
	Backups() []store.Backup
	Backup() (store.Backup, error)
	BackupIfDue() error
	BackupIfChanged() error
	RestoreFrom(backup *store.Store, id store.ID) error
	RestoreAll(backup string) error
	// Opening tells what there was to know when the store was opened, Begin
	// what the window before this one left behind.
	Opening() store.Opening
	Begin() (*store.Crash, error)
	Working(id store.ID) error
	End() error
	// OnNotice sets the listener told when the store had to be put right.
	OnNotice(f func(words []string))
	// Setting is what SetSetting kept under a name, empty before it.
	Setting(name string) (string, error)
	SetSetting(name, value string) error
	Close() error
}

// program is the window with what it shows: the start page or the form.
type program struct {
	Options
	app    fyne.App
	window fyne.Window
	drafts Drafts // nil until the store is open
	start  *startPage
	form   *form // nil on the start page
	modal  *modal
	menu   menuItems
	face   fyne.Resource // of all texts; nil for Fyne's own
	settings
	// faceSet are the faces to print with; nil until they are read.
	faceSet *fonts.Set

	// post runs a function on the main goroutine, after what waits there;
	// background runs work elsewhere and what it returns on the main
	// goroutine. Tests replace both.
	post       func(func())
	background func(work func() (then func()))
	// after runs a function on the main goroutine after a while, unless it is
	// stopped before.
	after func(d time.Duration, do func()) (stop func())
	now   func() time.Time
	over  atomic.Bool // the window is gone
}

// newProgram makes the window. Nothing is opened before begin.
func newProgram(a fyne.App, o Options) (*program, error) {
	var face fyne.Resource
	for _, l := range []fyne.Locale{"en", "zh-Hans"} {
		if err := lang.AddTranslationsForLocale([]byte(fyneWords), l); err != nil {
			return nil, err
		}
	}
	if len(o.Face) > 0 {
		face = fyne.NewStaticResource("face.ttf", o.Face)
	}
	a.Settings().SetTheme(widgets.Look{Face: face})
	if len(o.Icon) > 0 {
		a.SetIcon(fyne.NewStaticResource("icon.png", o.Icon))
	}
	p := &program{Options: o, app: a, window: a.NewWindow(textProgram), face: face, now: time.Now}
	// Behind the last turn of its loop Fyne runs what is posted at once, on
	// whichever goroutine that is.
	p.post = func(f func()) {
		fyne.Do(func() {
			if !p.over.Load() {
				f()
			}
		})
	}
	p.background = func(work func() func()) {
		go func() { p.post(guarded(work)) }()
	}
	p.after = func(d time.Duration, do func()) func() {
		t := time.AfterFunc(d, func() { p.post(do) })
		return func() { t.Stop() }
	}
	p.window.SetPadded(false)
	p.window.Resize(fyne.NewSize(usualWidth, usualHeight))
	p.window.CenterOnScreen()
	p.window.SetCloseIntercept(p.quit)
	p.window.Canvas().SetOnTypedKey(p.key)
	p.window.SetMainMenu(p.mainMenu())
	a.Lifecycle().SetOnExitedForeground(func() { // another window
		if p.form != nil {
			p.form.d.Hurry()
		}
	})
	return p, nil
}

// begin opens the store and shows the start page.
func (p *program) begin() {
	p.show(textProgram, container.NewCenter(newParagraphLine(textOpening)))
	p.background(func() func() {
		drafts, err := p.Open()
		if err != nil {
			return func() { p.noStore(err) }
		}
		words, crash := welcome(drafts)
		chosen, note := readSettings(drafts), takeCrash(p.Dir)
		drafts.OnNotice(func(words []string) {
			p.post(func() { p.tell(textWelcome, strings.Join(words, "\n\n")) })
		})
		return func() {
			p.drafts, p.settings = drafts, chosen
			p.applySettings()
			p.showStart()
			p.start.tell(crash, note)
			if len(words) > 0 {
				p.tell(textWelcome, strings.Join(words, "\n\n"))
			}
			p.backupIfDue()
			if p.File != "" {
				p.takeIn(p.File)
			}
		}
	})
}

// welcome is what there is to say about a store that was opened: what happened
// to it, and what the window before this one left behind.
func welcome(drafts Drafts) (words []string, crash *store.Crash) {
	words = drafts.Opening().Words()
	if drafts.Opening().ReadOnly {
		return words, nil
	}
	crash, err := drafts.Begin()
	if err != nil {
		words = append(words, explain(err))
	}
	return words, crash
}

// backupIfDue makes a backup beside whatever the user is doing.
func (p *program) backupIfDue() {
	p.background(func() func() {
		err := p.drafts.BackupIfDue()
		return func() {
			if err != nil && !errors.Is(err, store.ErrNewer) {
				p.tell(textWelcome, textBackupFailed(explain(err)))
			}
		}
	})
}

// show fills the window.
func (p *program) show(title string, content fyne.CanvasObject) {
	p.window.SetTitle(title)
	p.window.SetContent(container.NewStack(widgets.Ground("background"), content))
}

// noStore says why there are no drafts to be had, and tries again on demand.
func (p *program) noStore(err error) {
	p.show(textProgram, container.NewCenter(widgets.Gap(1, 1)))
	var missing *store.MissingError
	if errors.As(err, &missing) {
		p.askMissing(missing)
		return
	}
	p.ask(question{title: textNoStore, body: explain(err), yes: textRetry, no: textMenuQuit, do: p.begin})
	p.endOnClose()
}

// endOnClose has the program end when the open dialog is closed unanswered.
func (p *program) endOnClose() {
	m := p.modal
	closed, confirmed := m.closed, m.confirm
	m.closed = func() { closed(); p.end() }
	m.confirm = func() { m.closed = closed; confirmed() }
}

// openDraft loads a draft and shows the form.
func (p *program) openDraft(id store.ID) {
	p.background(func() func() {
		body, older, err := p.drafts.LoadBest(id)
		at := spotOf(p.drafts, id)
		if err != nil {
			return func() { p.fail(err) }
		}
		return func() {
			d, err := desk.Open(id, body, p.drafts)
			if err != nil {
				p.fail(err)
				return
			}
			p.showForm(d, at)
			if older != nil {
				p.tell(textDamagedDraft, textOlderOpened(older.Time))
			}
		}
	})
}

// createDraft keeps a new draft and shows its form.
func (p *program) createDraft(r *model.Report, body []byte) {
	p.background(func() func() {
		id, err := p.drafts.Create(desk.Summarise(r, time.Now()), body)
		if err != nil {
			return func() { p.fail(err) }
		}
		return func() { p.showForm(desk.New(id, r, p.drafts), spot{}) }
	})
}

func (p *program) showForm(d *desk.Desk, at spot) {
	p.leaveForm(func() {
		p.form = newForm(p, d)
		p.working(d.ID())
		p.raiseForm(at)
		p.findPrevious(d)
	})
}

// findPrevious gives the rules across years the same agency's report of the year
// before, if there is one. What cannot be read of it is not there.
func (p *program) findPrevious(d *desk.Desk) {
	agency, year := d.Report().Agency.Name, d.Report().Year
	p.background(func() func() {
		previous, _ := desk.Previous(p.drafts, agency, year)
		return func() {
			if previous != nil && p.form != nil && p.form.d == d {
				d.SetPrevious(previous)
			}
		}
	})
}

func (p *program) raiseForm(at spot) {
	p.show(textWindowTitle(p.form.d.Report()), p.form.outer)
	p.updateMenu()
	p.form.start(at)
}

// reshowForm makes the open form anew, in other colours.
func (p *program) reshowForm() {
	at := p.form.spot()
	p.form = newForm(p, p.form.d)
	p.raiseForm(at)
}

// showStart saves and leaves the form, if one is open, for the start page.
func (p *program) showStart() {
	p.leaveForm(func() {
		p.start = newStartPage(p)
		p.working(store.ID{})
		p.show(textProgram, p.start.outer)
		p.updateMenu()
		p.start.load()
	})
}

// leaveForm closes the draft that is open, then goes on. When it cannot be
// saved the user decides.
func (p *program) leaveForm(then func()) {
	if p.form == nil {
		then()
		return
	}
	p.form.settle()
	d, remember := p.form.d, p.rememberSpot()
	left := func() {
		p.form = nil
		then()
	}
	p.background(func() func() {
		err := d.Close()
		remember()
		return func() {
			if err != nil {
				p.unsaved(err, func() { d.Discard(); left() })
				return
			}
			left()
		}
	})
}

// unsaved asks what to do about a draft that cannot be saved.
func (p *program) unsaved(err error, leave func()) {
	p.ask(question{title: textUnsavedTitle, body: textUnsavedBody(explain(err)), yes: textCloseAnyway, rank: widgets.Danger, do: leave})
}

// quit closes the window, everything saved.
func (p *program) quit() { p.leaveForm(p.end) }

func (p *program) end() {
	if p.drafts != nil {
		p.rememberWindow()
	}
	p.window.Close()
}

// stopped is the last thing before the program ends, however it came to that:
// the window closed, the session ended, SIGTERM.
func (p *program) stopped() error {
	p.over.Store(true)
	if p.form != nil {
		p.rememberSpot()()
		if err := p.form.d.Flush(); err != nil {
			return errors.New(textNotSaved(explain(err), p.form.d.Status().Rescue))
		}
	}
	if p.drafts != nil {
		_ = p.drafts.BackupIfChanged() // the next start tries again
		if err := errors.Join(p.drafts.End(), p.drafts.Close()); err != nil {
			return fmt.Errorf("close drafts: %w", err)
		}
	}
	return nil
}

// working notes which draft is open, for the start after a crash.
func (p *program) working(id store.ID) {
	p.background(func() func() {
		_ = p.drafts.Working(id) // at worst the next start knows less
		return func() {}
	})
}

// fail tells of an error.
func (p *program) fail(err error) { p.tell(textFailed, explain(err)) }

// explain words an error for the user: what is wrong, what to do. Errors about
// a report speak for themselves, the others come from the store or the system.
func explain(err error) string {
	var (
		file *reportfile.Error
		big  tooBigError
		year *model.YearError
	)
	switch {
	case errors.As(err, &file):
		return file.Error()
	case errors.As(err, &big):
		return big.Error()
	case errors.As(err, &year):
		return year.Error()
	}
	return store.Explain(err)
}

// newParagraphLine is one line of second rank.
func newParagraphLine(text string) fyne.CanvasObject {
	return widgets.Label(text, "text", widgets.ColorSecond)
}
