package clipboard

import (
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Values of winuser.h and winbase.h.
const (
	unicodeText = 13          // CF_UNICODETEXT
	movable     = 2           // GMEM_MOVEABLE
	messageOnly = ^uintptr(2) // HWND_MESSAGE, -3
)

var (
	user   = windows.NewLazySystemDLL("user32.dll")
	kernel = windows.NewLazySystemDLL("kernel32.dll")
)

func put(page, text string) (err error) {
	runtime.LockOSThread() // the clipboard is open to a thread
	defer runtime.UnlockOSThread()
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		return fmt.Errorf("name of a window's class: %w", err)
	}
	// Emptied by no window, the clipboard would take nothing.
	window, _, err := user.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(class)), 0, 0, 0, 0, 0, 0, messageOnly, 0, 0, 0)
	if window == 0 {
		return fmt.Errorf("window for the clipboard: %w", err)
	}
	defer func() { _, _, _ = user.NewProc("DestroyWindow").Call(window) }()
	if err := open(window); err != nil {
		return err
	}
	defer func() { _, _, _ = user.NewProc("CloseClipboard").Call() }()
	if ok, _, err := user.NewProc("EmptyClipboard").Call(); ok == 0 {
		return fmt.Errorf("empty the clipboard: %w", err)
	}
	name, err := windows.UTF16PtrFromString("HTML Format")
	if err != nil {
		return fmt.Errorf("name of the format: %w", err)
	}
	format, _, err := user.NewProc("RegisterClipboardFormatW").Call(uintptr(unsafe.Pointer(name)))
	if format == 0 {
		return fmt.Errorf("format of the clipboard: %w", err)
	}
	if err := set(format, append(htmlFormat(page), 0)); err != nil {
		return err
	}
	letters, err := windows.UTF16FromString(text)
	if err != nil {
		return fmt.Errorf("text for the clipboard: %w", err)
	}
	return set(unicodeText, unsafe.Slice((*byte)(unsafe.Pointer(&letters[0])), 2*len(letters)))
}

// open opens the clipboard, waiting a little for who has it open.
func open(window uintptr) error {
	var err error
	for range 20 {
		var ok uintptr
		if ok, _, err = user.NewProc("OpenClipboard").Call(window); ok != 0 {
			return nil
		}
		time.Sleep(25 * time.Millisecond)
	}
	return fmt.Errorf("open the clipboard: %w", err)
}

// set puts data into the open clipboard, which owns them then.
func set(format uintptr, data []byte) error {
	memory, _, err := kernel.NewProc("GlobalAlloc").Call(movable, uintptr(len(data)))
	if memory == 0 {
		return fmt.Errorf("memory for the clipboard: %w", err)
	}
	at, _, err := kernel.NewProc("GlobalLock").Call(memory)
	if at == 0 {
		_, _, _ = kernel.NewProc("GlobalFree").Call(memory)
		return fmt.Errorf("memory for the clipboard: %w", err)
	}
	_, _, _ = kernel.NewProc("RtlMoveMemory").Call(at, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	_, _, _ = kernel.NewProc("GlobalUnlock").Call(memory)
	if ok, _, err := user.NewProc("SetClipboardData").Call(format, memory); ok == 0 {
		_, _, _ = kernel.NewProc("GlobalFree").Call(memory)
		return fmt.Errorf("put on the clipboard: %w", err)
	}
	return nil
}
