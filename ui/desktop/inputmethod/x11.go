//go:build linux && cgo && !ci && !wayland

package inputmethod

// #cgo LDFLAGS: -lX11 -ldl
// #include "x11.h"
import "C"

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"nianbao/ui/desktop/mainloop"
)

// Listens reports whether there is anybody to tell.
const Listens = true

func place(w fyne.Window, c Caret) {
	onX11(w, func(window C.ulong) { C.inputmethod_place(window, C.int(c.X), C.int(c.Y+c.Height)) })
}

func enter(w fyne.Window) {
	onX11(w, func(window C.ulong) { C.inputmethod_enter(window) })
}

// leave takes the keys from the input method when no other entry gets the focus soon: on
// the way from one to the next it may be composing already what is for that one, on a
// busy machine, and would drop it.
func leave(w fyne.Window) {
	onX11(w, func(window C.ulong) {
		C.inputmethod_leave(window)
		left(window)
	})
}

// left asks again until an entry has the focus, or the keys are taken.
func left(window C.ulong) {
	if wait := C.inputmethod_left(window); wait > 0 {
		time.AfterFunc(time.Duration(wait)*time.Millisecond, func() {
			mainloop.Do(func() { left(window) })
		})
	}
}

// onX11 does something with what a window is to X11.
func onX11(w fyne.Window, do func(window C.ulong)) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
			do(C.ulong(x.WindowHandle))
		}
	})
}
