package desktop

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"nianbao/model/atomicfile"
)

// crashFile, beside the drafts, tells of an error that nobody expected. The next
// start names it and renames it to oldCrashFile.
const (
	crashFile    = "crash.txt"
	oldCrashFile = "crash-old.txt"
)

// CrashError says that the window was closed by an error that nobody expected:
// what was typed is saved.
type CrashError struct {
	message string
	Cause   any
}

func (e *CrashError) Error() string { return e.message }

// stray is what went wrong beside the main goroutine, with where.
type stray struct {
	cause any
	stack []byte
}

// guarded is work whose unexpected errors end up on the main goroutine, where
// the draft can be saved. Alone they would end the process at once.
func guarded(work func() func()) (then func()) {
	defer func() {
		if cause := recover(); cause != nil {
			s := stray{cause, debug.Stack()}
			then = func() { panic(s) }
		}
	}()
	return work()
}

// patience is how long a crash waits for the last save.
const patience = 8 * time.Second

// crashed saves what is open and writes down what happened. The window is gone
// by then.
func (p *program) crashed(cause any) error {
	stack := debug.Stack()
	if s, ok := cause.(stray); ok {
		cause, stack = s.cause, s.stack
	}
	saved := make(chan error, 1)
	go func() {
		defer func() {
			if again := recover(); again != nil {
				saved <- fmt.Errorf("%v", again)
			}
		}()
		saved <- p.flush()
	}()
	var err error
	select {
	case err = <-saved:
	case <-time.After(patience):
		err = errors.New(textSaveTooLong)
	}
	path := filepath.Join(p.Dir, crashFile)
	note := fmt.Sprintf("%s\nnianbao %s %s/%s\n\n%v\n\n%s", p.now().Format(time.RFC3339), p.Version, runtime.GOOS, runtime.GOARCH, cause, stack)
	if written := atomicfile.Write(path, []byte(note)); written != nil {
		path = ""
	}
	return &CrashError{message: textCrashed(path, err), Cause: cause}
}

// flush saves the open draft and closes the store, without word to the store
// that the window ended well: the next start will say what happened.
func (p *program) flush() error {
	var err error
	if p.form != nil {
		p.form.d.OnStatus(nil)
		p.form.d.OnChange(nil)
		err = p.form.d.Flush()
	}
	if p.drafts != nil {
		err = errors.Join(err, p.drafts.Close())
	}
	return err
}

// takeCrash finds the note of a crash before this start and puts it aside; the
// path is empty without one.
func takeCrash(dir string) (path string) {
	old := filepath.Join(dir, oldCrashFile)
	info, err := os.Stat(filepath.Join(dir, crashFile))
	if errors.Is(err, fs.ErrNotExist) || err != nil || info.Size() == 0 {
		return ""
	}
	if err := os.Rename(filepath.Join(dir, crashFile), old); err != nil {
		return filepath.Join(dir, crashFile)
	}
	return old
}
