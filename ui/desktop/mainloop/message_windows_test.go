package mainloop

import (
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

func TestAwaitMessage(t *testing.T) {
	runtime.LockOSThread() // timers and messages are a thread's
	defer runtime.UnlockOSThread()
	user := windows.NewLazySystemDLL("user32.dll")
	id, _, err := user.NewProc("SetTimer").Call(0, 0, 20, 0)
	if id == 0 {
		t.Fatal(err)
	}
	defer func() { _, _, _ = user.NewProc("KillTimer").Call(0, id) }()

	began := time.Now()
	AwaitMessage(300 * time.Millisecond)
	if lasted := time.Since(began); lasted < 280*time.Millisecond {
		t.Errorf("a timer ended it after %v", lasted)
	}

	thread := uintptr(windows.GetCurrentThreadId())
	time.AfterFunc(50*time.Millisecond, func() {
		_, _, _ = user.NewProc("PostThreadMessageW").Call(thread, 0, 0, 0) // WM_NULL, as GLFW posts it
	})
	for range 2 { // what waits already ends it too
		began = time.Now()
		AwaitMessage(time.Minute)
		if lasted := time.Since(began); lasted > 30*time.Second {
			t.Errorf("a message ended it after %v", lasted)
		}
	}
}
