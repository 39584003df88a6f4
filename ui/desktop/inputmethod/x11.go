//go:build linux && cgo && !ci && !wayland

package inputmethod

// #cgo LDFLAGS: -lX11 -ldl
// #include "x11.h"
import "C"

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Listens reports whether there is anybody to tell.
const Listens = true

func place(w fyne.Window, c Caret) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
			C.inputmethod_place(C.ulong(x.WindowHandle), C.int(c.X), C.int(c.Y+c.Height))
		}
	})
}

// leave: the X server tells the input method of the focus.
func leave(fyne.Window) {}
