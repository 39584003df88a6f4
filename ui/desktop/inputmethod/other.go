//go:build !windows && !(linux && cgo && !ci && !wayland)

package inputmethod

import "fyne.io/fyne/v2"

// Listens reports whether there is anybody to tell.
const Listens = false

// place has nobody to tell: there is no window here.
func place(fyne.Window, Caret) {}

func enter(fyne.Window) {}

func leave(fyne.Window) {}
