//go:build !windows && cgo && !ci

package monitor

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// Follows reports whether scales have to be compared here.
const Follows = false

// What a window manager puts around a window, about, in pixels.
const (
	frameAcross = 8
	frameDown   = 40
)

// area is the room for the inside of a window on the first screen, in pixels. A unit is
// taken for a pixel: where it is more the screen is so fine that there is room enough.
// GLFW has been initialised before there is a window.
func area(fyne.Window) (room fyne.Size, unit float32) {
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return fyne.Size{}, 0
	}
	_, _, width, height := screen.GetWorkarea()
	if width <= frameAcross || height <= frameDown {
		return fyne.Size{}, 0
	}
	return fyne.NewSize(float32(width-frameAcross), float32(height-frameDown)), 1
}

// Into has nothing to do here: the window manager keeps windows on the screen.
func Into(fyne.Window) {}

// Raise has nothing to do here: the window manager shows what gets the focus.
func Raise(fyne.Window) {}
