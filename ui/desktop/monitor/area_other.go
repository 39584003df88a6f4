//go:build !windows && (!cgo || ci)

package monitor

import "fyne.io/fyne/v2"

// Follows reports whether scales have to be compared here.
const Follows = false

// area is not known here.
func area(fyne.Window) (room fyne.Size, unit float32) { return fyne.Size{}, 0 }

// Into has nothing to do here: the window manager keeps windows on the screen.
func Into(fyne.Window) {}

// Raise has nothing to do here: the window manager shows what gets the focus.
func Raise(fyne.Window) {}
