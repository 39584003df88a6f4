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
	"nianbao/ui/desktop/mainloop"
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

func (e *CrashError) Error() string { return fmt.Sprintf("crash: %v", e.Cause) }

// Message says what happened, and what became of what was typed.
func (e *CrashError) Message() string { return e.message }

// patience is how long a crash waits for the last save.
const patience = 8 * time.Second

// noteCrash saves what is open and writes down what happened. The window is gone
// by then.
func noteCrash(o *office, cause any, save func() error) error {
	stack := debug.Stack()
	if s, ok := cause.(mainloop.Stray); ok {
		cause, stack = s.Cause, s.Stack
	}
	saved := make(chan error, 1)
	go func() {
		defer func() {
			if again := recover(); again != nil {
				saved <- fmt.Errorf("%v", again)
			}
		}()
		saved <- save()
	}()
	var err error
	select {
	case err = <-saved:
	case <-time.After(patience):
		err = errors.New(textSaveTooLong)
	}
	path := filepath.Join(o.Dir, crashFile)
	note := fmt.Sprintf("%s\nnianbao %s %s/%s\n\n%v\n\n%s", o.now().Format(time.RFC3339), o.Version, runtime.GOOS, runtime.GOARCH, cause, stack)
	if written := atomicfile.Write(path, []byte(note)); written != nil {
		path = ""
	}
	return &CrashError{message: textCrashed(path, err), Cause: cause}
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
