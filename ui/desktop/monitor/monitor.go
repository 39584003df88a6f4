// Package monitor knows how large a window may be, and how large a unit is, where
// Fyne does not ask the system itself.
//
// Symptom on Windows: on a small screen, or one with everything enlarged, the
// right edge of the window is cut off. Cause: Windows makes no window larger
// than the screen; Fyne takes the size it asked for for the one it got. Cure:
// not to ask for more than there is room for.
//
// Symptom: a window that is carried to a screen of another scale keeps that of
// the first. Cause: Fyne looks at the screens' sizes in millimetres only. Cure:
// compare the scale of Windows with the canvas's, and have it read anew.
//
// Elsewhere the window manager tells Fyne what became of the window; the room is asked
// for all the same, for the first window to be of a size that suits the screen.
package monitor

import (
	"math"

	"fyne.io/fyne/v2"
)

// Within is a size no larger than the room for a window. scale is the user's own.
func Within(size fyne.Size, w fyne.Window, scale float32) fyne.Size {
	if room, known := Room(w, scale); known {
		return fyne.NewSize(min(size.Width, room.Width), min(size.Height, room.Height))
	}
	return size
}

// Room is how large a window may be; false where that is not known. scale is the user's
// own.
func Room(w fyne.Window, scale float32) (room fyne.Size, known bool) {
	room, unit := area(w)
	if room.IsZero() || scale <= 0 {
		return fyne.Size{}, false
	}
	k := rounded(unit * scale)
	return fyne.NewSize(room.Width/k, room.Height/k), true
}

// Changed reports whether a window is on a screen of another scale than it is
// drawn for. scale is the user's own.
func Changed(w fyne.Window, scale float32) bool {
	_, unit := area(w)
	return unit > 0 && rounded(unit*scale) != w.Canvas().Scale()
}

// rounded is a scale as Fyne takes it.
func rounded(scale float32) float32 { return float32(math.Round(float64(scale)*10)) / 10 }
