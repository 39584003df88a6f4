//go:build cgo && !ci

package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/store"
	"nianbao/ui/desktop"
	"nianbao/ui/desktop/clipboard"
	"nianbao/ui/failure"
	"nianbao/ui/filedialog"
	"nianbao/ui/instance"
	"nianbao/ui/printer"
)

// openWindow opens the window on the user's drafts, and takes a report file in
// if one is named; both are left to the window that is open, if there is one. It
// returns the exit status when the window is closed. Where
// the screen has no OpenGL it leaves the window to the compat program.
func openWindow(file, version string) int {
	dir, err := store.DefaultDir()
	if err == nil {
		if instance.Show(dir, file) {
			return 0
		}
		err = window(dir, file, version)
	}
	if err == nil {
		return 0
	}
	if errors.Is(err, desktop.ErrNoDisplay) && startCompat(file) {
		return 0
	}
	var crash *desktop.CrashError
	if errors.As(err, &crash) && restart() {
		fmt.Fprintln(os.Stderr, failure.Words(err))
		return 2
	}
	tell(err)
	return 2
}

// restartVariable tells a program that was started after a crash, so that one
// that crashes again and again ends.
const restartVariable = "NIANBAO_RESTARTED"

// restart opens the window again after a crash: it says what happened, and goes
// on with the draft. It reports whether it could.
func restart() bool {
	program, err := os.Executable()
	if err != nil || os.Getenv(restartVariable) != "" {
		return false
	}
	again := exec.Command(program)
	again.Env = append(os.Environ(), restartVariable+"=1")
	return again.Start() == nil
}

// incompleteError says that the program lacks what was built into it.
type incompleteError struct{ err error }

func (e *incompleteError) Error() string { return "embedded faces: " + e.err.Error() }

func (e *incompleteError) Unwrap() error { return e.err }

// Message says so in words.
func (e *incompleteError) Message() string { return messageIncomplete }

func window(dir, file, version string) error {
	faces, err := fonts.Embedded()
	if err != nil {
		return &incompleteError{err}
	}
	maker := "nianbao " + version
	drafts := store.Options{Maker: maker, Summarise: desk.SummariseBody}
	return desktop.Run(desktop.Options{
		Version: version,
		Dir:     dir,
		File:    file,
		Face:    faces.Face(fonts.Hei).Data(),
		Icon:    assets.Icon(),
		Sample:  assets.Sample(),
		Manual:  assets.Help(),
		Open:    func() (desktop.Drafts, error) { return store.Open(dir, drafts) },
		Listen:  func(show func(file string)) (func(), error) { return instance.Listen(dir, show) },
		First:   func() bool { return instance.Show(dir, file) },
		Restore: func(backup string) error { return store.Restore(dir, backup, drafts) },
		Forget:  func() error { return store.Forget(dir) },
		Export: func(ctx context.Context, r *model.Report, path string, o export.Options) ([]string, error) {
			o.Date, o.Maker = time.Now(), maker
			result, err := export.File(ctx, r, path, o)
			return result.Notes, err
		},
		Printing:  printing{},
		System:    systemDialogs{},
		Installed: fonts.Installed,
		OpenPath:  filedialog.Open,
		CopyPage:  clipboard.Put,
		Desktop:   filedialog.Desktop,
	})
}

// systemDialogs are those of this computer.
type systemDialogs struct{}

func (systemDialogs) Available() bool { return filedialog.Available() }

func (systemDialogs) Choose(r filedialog.Request) (string, error) { return filedialog.Choose(r) }

// printing is the printers of this computer.
type printing struct{}

func (printing) List() (printer.Printers, error) { return printer.List() }

func (printing) Print(j printer.Job) error { return printer.Print(j) }
