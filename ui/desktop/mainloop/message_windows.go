package mainloop

import (
	"time"

	"golang.org/x/sys/windows"
)

// Values of winuser.h.
const (
	allInput  = 0x04ff // QS_ALLINPUT
	timerDue  = 0x0010 // QS_TIMER
	available = 0x0004 // MWMO_INPUTAVAILABLE
)

var waitMessage = windows.NewLazySystemDLL("user32.dll").NewProc("MsgWaitForMultipleObjectsEx")

// AwaitMessage sleeps until a message waits in this thread's queue, for d at most.
// Timers alone do not end it: those of input methods, and of Wine, which looks some
// times a second whether the mouse is still there, say nothing of the window.
func AwaitMessage(d time.Duration) {
	_, _, _ = waitMessage.Call(0, 0, uintptr(d.Milliseconds()), allInput&^timerDue, available)
}
