package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop/dialog"
	"nianbao/ui/failure"
	"nianbao/ui/printer"
)

// Options is what the window is told by the program around it.
type Options struct {
	Version string
	Dir     string // where drafts lie, shown to the user
	File    string // a report file to begin with; empty for none
	// Listen has show called, off the main goroutine, when the program is started
	// again, with the report file named then; show returns when the window is in
	// front. nil: every start has a window of its own.
	Listen func(show func(file string)) (stop func(), err error)
	// First leaves all to the window that has the store open, and reports whether
	// that is done; off the main goroutine. nil with Listen.
	First    func() bool
	Restore  func(backup string) error // puts a backup in the place of a vanished store
	Forget   func() error              // lets Open begin an empty store in its place
	Open     func() (Drafts, error)    // opens the store of drafts, off the main goroutine; a store.Store
	Face     []byte                    // TrueType font for all texts; nil: the system's
	Icon     []byte                    // PNG; may be nil
	Sample   []byte                    // the sample, a report file
	Manual   string                    // assets.Help
	Export   Exporter
	Printing Printing
	System   dialog.SystemDialogs // nil: none are offered
	// Installed lists the face files of this computer, off the main goroutine.
	Installed func() []fonts.Candidate
	// OpenPath opens a file or folder in the system's own window, off the main goroutine:
	// it may last. Desktop is the folder of the user's desktop, empty where there is none.
	OpenPath func(path string) error
	// CopyPage puts a piece of a web page on the clipboard, and beside it what is pasted
	// where only text is taken.
	CopyPage func(page, text string) error
	Desktop  func() string
}

// Exporter writes a report to a file of the format that its ending says, printed
// as o says; date and maker are its own business. notes are Chinese sentences for
// the user: why it bears a watermark, what could not be shown. It is called off the
// main goroutine and leaves nothing half written. The error is that of ctx when this
// ended first.
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
	// Backups lists the backups, the last first.
	Backups() []store.Backup
	Backup() (store.Backup, error)
	// BackupTo makes a backup in a file anywhere, and proves it.
	BackupTo(path string) error
	BackupIfDue() error
	BackupIfChanged() error
	RestoreFrom(backup *store.Store, id store.ID) error
	RestoreAll(backup string) error
	// Opening tells what there was to know when the store was opened, Begin
	// what the window before this one left behind.
	Opening() store.Opening
	Begin() (*store.Crash, error)
	// Salvages are the accounts of salvages that nobody has acknowledged.
	Salvages() ([]*store.Salvage, error)
	Acknowledge(shown []*store.Salvage) error
	Working(id store.ID) error
	End() error
	// OnNotice sets the listener told when the store had to be put right.
	OnNotice(f func(words []string))
	// Setting is what SetSetting kept under a name, empty before it.
	Setting(name string) (string, error)
	SetSetting(name, value string) error
	Close() error
}

// office is what every part of the program works with: the window's dialogs and
// its loop, the drafts, the clock.
type office struct {
	Options
	*dialog.Dialogs
	app    fyne.App
	drafts Drafts // nil until the store is open
	now    func() time.Time
}

// fail tells of an error that came while something was being done.
func (o *office) fail(doing failure.Doing, err error) { o.Tell(textFailed, doing.Words(err)) }

// tellOlder says that an older version was taken, because a draft's last content is
// damaged; it says nothing when there is none.
func (o *office) tellOlder(older *store.Version) {
	if older != nil {
		o.Tell(textDamagedDraft, textOlderTaken(older.Time))
	}
}

// remember keeps a setting, beside whatever the user is doing. It may be lost:
// nothing of the report is in it.
func (o *office) remember(key, value string) {
	o.Background(func() func() {
		_ = o.drafts.SetSetting(key, value)
		return func() {}
	})
}

// folderKey is the setting that remembers the folder used last. Fyne's own
// preferences are not used: they are written in place, and a crash leaves them
// cut short.
const folderKey = "folder"

// withFolder finds the folder to propose, then goes on with it.
func (o *office) withFolder(then func(dir string)) {
	o.Background(func() func() {
		last, _ := o.drafts.Setting(folderKey) // without it the usual folder is proposed
		dir := proposedFolder(last)
		return func() { then(dir) }
	})
}

// showPath opens a file or folder in the system's own window, and says so where that
// cannot be done.
func (o *office) showPath(path string) {
	o.Background(func() func() {
		err := o.OpenPath(path)
		return func() {
			if err != nil {
				o.Tell(textFailed, textNotShown(path))
			}
		}
	})
}

// tellOf tells of files that were written, the first of them the one to be opened, and
// offers to show them.
func (o *office) tellOf(title, body string, paths ...string) {
	o.Ask(dialog.Question{
		Title: title, Body: body, No: dialog.TextClose,
		Yes: textOpenFolder, Do: func() { o.showPath(filepath.Dir(paths[0])) },
		Also: textOpenWritten, AlsoDo: func() { o.showPath(paths[0]) },
	})
}

// proposedFolder is the last one used, or the user's documents, or the
// desktop, or the home folder.
func proposedFolder(last string) string {
	candidates := []string{last}
	if home, err := os.UserHomeDir(); err == nil {
		for _, name := range []string{dialog.TextDocuments, "Documents", dialog.TextDesktop, "Desktop", ""} {
			candidates = append(candidates, filepath.Join(home, name))
		}
	}
	for _, c := range candidates {
		if info, err := os.Stat(c); c != "" && err == nil && info.IsDir() {
			return c
		}
	}
	return ""
}

// Printing is the printers of this computer, package printer outside of tests.
// It is called off the main goroutine.
type Printing interface {
	List() (printer.Printers, error)
	Print(j printer.Job) error
}

// readBounded reads a file, but no more than one byte over the limit.
func readBounded(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open report file: %w", err)
	}
	body, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, fmt.Errorf("read report file: %w", err)
	}
	return body, nil
}
