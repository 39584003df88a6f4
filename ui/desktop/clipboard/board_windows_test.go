package clipboard

import (
	"runtime"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

// held reads one form of what is on the clipboard.
func held(t *testing.T, format uintptr) []byte {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := open(0); err != nil {
		t.Fatal(err)
	}
	defer func() { _, _, _ = user.NewProc("CloseClipboard").Call() }()
	memory, _, err := user.NewProc("GetClipboardData").Call(format)
	if memory == 0 {
		t.Fatalf("format %d: %v", format, err)
	}
	size, _, _ := kernel.NewProc("GlobalSize").Call(memory)
	at, _, _ := kernel.NewProc("GlobalLock").Call(memory)
	defer func() { _, _, _ = kernel.NewProc("GlobalUnlock").Call(memory) }()
	data := make([]byte, size)
	_, _, _ = kernel.NewProc("RtlMoveMemory").Call(uintptr(unsafe.Pointer(&data[0])), at, size)
	return data
}

// TestBoard puts pages on the clipboard of Windows and finds both forms there, the
// last ones.
func TestBoard(t *testing.T) {
	const page, text = "<p>年报 &amp; 表</p><table></table>", "年报 & 表\U00020BB7"
	for _, p := range []string{"<p>before</p>", page} {
		if err := Put(p, text); err != nil {
			t.Fatal(err)
		}
	}
	name, err := windows.UTF16PtrFromString("HTML Format")
	if err != nil {
		t.Fatal(err)
	}
	format, _, _ := user.NewProc("RegisterClipboardFormatW").Call(uintptr(unsafe.Pointer(name)))
	if got, want := string(held(t, format)), string(htmlFormat(page))+"\x00"; got != want {
		t.Errorf("the page is %q, want %q", got, want)
	}
	letters := held(t, unicodeText)
	if got := windows.UTF16ToString(unsafe.Slice((*uint16)(unsafe.Pointer(&letters[0])), len(letters)/2)); got != text {
		t.Errorf("the text is %q", got)
	}
}
