package instance

import "golang.org/x/sys/windows"

// letOthersForward lets the first window come to the front: Windows leaves that to
// the program that the user has just started.
func letOthersForward() {
	const anyProcess = ^uintptr(0) // ASFW_ANY
	allow := windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")
	if allow.Find() == nil {
		_, _, _ = allow.Call(anyProcess) // at worst its button in the task bar blinks
	}
}
