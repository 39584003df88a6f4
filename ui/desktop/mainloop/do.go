package mainloop

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// home is the goroutine that the window belongs to: Fyne's loop is that on which
// packages are initialised.
var home = goroutine()

// Do runs a function on the main goroutine, after what waits there, and never when the
// window is gone: behind the last turn of its loop Fyne runs what is posted at once, on
// whichever goroutine that is, beside the last save.
func Do(f func()) {
	fyne.Do(func() {
		if goroutine() == home {
			f()
		}
	})
}

// goroutine is what the one that calls it is named: only stacks tell.
func goroutine() string {
	var head [32]byte
	name, _, _ := strings.Cut(string(head[:runtime.Stack(head[:], false)]), " [")
	return name
}
