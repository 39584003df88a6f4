//go:build cgo && !ci

package desktop

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.3/glfw"

	"nianbao/ui/desktop/mainloop"
)

// ErrNoDisplay says that no window can be opened here.
var ErrNoDisplay = errors.New("no display")

// DisplayError says in words for the user why there is no window. It is an
// ErrNoDisplay.
type DisplayError struct {
	message string
	Cause   any // an error, or what Fyne panicked with; nil without a display
}

func (e *DisplayError) Error() string { return fmt.Sprintf("no window: %v", e.Cause) }

// Message says why, in words.
func (e *DisplayError) Message() string { return e.message }

// Is makes a DisplayError an ErrNoDisplay.
func (e *DisplayError) Is(target error) bool { return target == ErrNoDisplay }

// Run opens the window and returns when it is closed. The error is a
// *DisplayError when no window can be opened, without a display or without
// OpenGL 2.1; otherwise it says in words what could not be saved at the end.
func Run(o Options) (err error) {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return &DisplayError{message: textNeedDisplay}
	}
	// Fyne logs to the standard logger, in English, and panics when GLFW cannot
	// open the display or OpenGL: until the window stands both are kept from
	// the user.
	written := log.Writer()
	log.SetOutput(io.Discard)
	standing := false
	var p *program
	defer func() {
		if cause := recover(); cause != nil {
			log.SetOutput(written)
			if standing {
				err = p.crashed(cause)
				return
			}
			err = &DisplayError{message: textDisplayFailed, Cause: cause}
		}
	}()
	if err := probeOpenGL(); err != nil {
		log.SetOutput(written)
		return &DisplayError{message: textDisplayFailed, Cause: err}
	}
	// Without an ID Fyne keeps no preferences: it writes them in place, and
	// after a crash complains in English about the file it has cut short.
	a := app.NewWithID("")
	withoutLast(a)
	fyne.SetCurrentApp(still{a})
	if p, err = newProgram(a, o); err != nil {
		return fmt.Errorf("make the window: %w", err)
	}
	p.pulse = mainloop.NewPulse(p.Loop, p.Window, p.showCaret)
	p.RestBy(waitForEvents, glfw.PostEmptyEvent)
	a.Lifecycle().SetOnStarted(func() {
		standing = true
		log.SetOutput(written)
		p.begin()
	})
	p.Window.ShowAndRun()
	// Not in Lifecycle.OnStopped: that is only queued when Run returns, so that
	// after SIGTERM the program ended first and lost the last second's typing.
	return p.stopped()
}

// still is an app without animations: its entries ask the app's settings whether
// to have their carets fade, and Fyne's own settings can only be told by a file
// that all its programs share. mainloop.Pulse has them blink.
type still struct{ fyne.App }

func (s still) Settings() fyne.Settings { return stillSettings{s.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations belongs to fyne.Settings.
func (stillSettings) ShowAnimations() bool { return false }
