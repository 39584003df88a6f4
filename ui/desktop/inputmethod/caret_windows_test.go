package inputmethod

import (
	"runtime"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// testWindow is a window of the system's class STATIC: one that knows nothing of
// input methods.
func testWindow(t *testing.T) uintptr {
	t.Helper()
	runtime.LockOSThread() // a window belongs to its thread
	t.Cleanup(runtime.UnlockOSThread)
	user := windows.NewLazySystemDLL("user32.dll")
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		t.Fatal(err)
	}
	const overlapped, visible = 0x00CF0000, 0x10000000
	hwnd, _, err := user.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), 0,
		overlapped|visible, 100, 50, 640, 400, 0, 0, 0, 0)
	if hwnd == 0 {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _, _ = user.NewProc("DestroyWindow").Call(hwnd) })
	return hwnd
}

// TestQueryCharPosition: whoever asks where the characters stand is told the
// caret's place on the screen while an entry has it, and nothing after.
func TestQueryCharPosition(t *testing.T) {
	hwnd := testWindow(t)
	send := windows.NewLazySystemDLL("user32.dll").NewProc("SendMessageW")
	ask := func() (charPosition, bool) {
		var p charPosition
		p.size = uint32(unsafe.Sizeof(p))
		answered, _, _ := send.Call(hwnd, wmIMERequest, imrQueryCharPosition, uintptr(unsafe.Pointer(&p)))
		return p, answered == 1
	}
	c := carets.of(hwnd)
	c.place(Caret{X: 120, Y: 80, Height: 22})
	p, answered := ask()
	if want := c.onScreen(point{120, 80}); !answered || p.at != want || p.lineHeight != 22 {
		t.Errorf("answer %v, %+v; want the caret at %+v", answered, p, want)
	}
	if p.document.right <= p.document.left || p.at.x < p.document.left || p.at.y > p.document.bottom {
		t.Errorf("document %+v around %+v", p.document, p.at)
	}
	c.place(Caret{X: 30, Y: 10, Height: 30})
	if p, answered := ask(); !answered || p.at != c.onScreen(point{30, 10}) || p.lineHeight != 30 {
		t.Errorf("after a move: %v, %+v", answered, p)
	}
	c.leave()
	if p, answered := ask(); answered {
		t.Errorf("answered without an entry: %+v", p)
	}
}

// TestSystemCaret follows the caret, and goes with the focus.
func TestSystemCaret(t *testing.T) {
	hwnd := testWindow(t)
	user := windows.NewLazySystemDLL("user32.dll")
	position := func() (p point) {
		_, _, _ = user.NewProc("GetCaretPos").Call(uintptr(unsafe.Pointer(&p)))
		return p
	}
	c := carets.of(hwnd)
	for _, at := range []Caret{{X: 40, Y: 20, Height: 18}, {X: 44, Y: 20, Height: 18}, {X: 7, Y: 90, Height: 27}} {
		c.place(at)
		if got := position(); got != (point{int32(at.X), int32(at.Y)}) {
			t.Errorf("caret at %+v, want %+v", got, at)
		}
	}
	send := user.NewProc("SendMessageW")
	_, _, _ = send.Call(hwnd, wmKillFocus, 0, 0)
	if c.system != (Caret{}) {
		t.Errorf("the system's caret is kept without the focus: %+v", c.system)
	}
	_, _, _ = send.Call(hwnd, wmSetFocus, 0, 0)
	if c.system != c.caret {
		t.Errorf("the system's caret did not come back with the focus: %+v", c.system)
	}
}

// TestForms: the composition begins at the caret; the candidates stand below its
// line, or clear of it.
func TestForms(t *testing.T) {
	composition, candidates := forms(Caret{X: 12, Y: 88, Height: 18})
	if composition.at != (point{12, 88}) || candidates[0].at != (point{12, 106}) {
		t.Errorf("composition at %+v, candidates at %+v", composition.at, candidates[0].at)
	}
	if line := (rect{12, 88, 13, 106}); candidates[1].area != line || candidates[1].style != cfsExclude {
		t.Errorf("kept clear: %+v, want %+v", candidates[1], line)
	}
}
