package filedialog

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// openFileName is OPENFILENAMEW of commdlg.h.
type openFileName struct {
	size          uint32
	owner         uintptr
	instance      uintptr
	filter        *uint16
	customFilter  *uint16
	maxCustom     uint32
	filterIndex   uint32
	file          *uint16
	maxFile       uint32
	fileTitle     *uint16
	maxFileTitle  uint32
	initialDir    *uint16
	title         *uint16
	flags         uint32
	fileOffset    uint16
	fileExtension uint16
	defaultEnding *uint16
	customData    uintptr
	hook          uintptr
	templateName  *uint16
	reserved      unsafe.Pointer
	reservedSize  uint32
	flagsEx       uint32
}

// Flags of OPENFILENAMEW: the new look, an existing file in a folder that there is, the
// working directory left alone, no box for read-only.
const flags = 0x00080000 | 0x00001000 | 0x00000800 | 0x00000008 | 0x00000004

// Available reports whether the desktop offers a dialog: for files always. The
// one for folders shows no path to type and is not used.
func Available() bool { return true }

// Choose shows the dialog and waits for the user. The error is ErrCancelled when
// nothing was chosen.
func Choose(r Request) (path string, err error) {
	if len(r.Endings) == 0 {
		return "", errors.New("no dialog for folders")
	}
	runtime.LockOSThread() // the dialog has a message loop of its own
	defer runtime.UnlockOSThread()
	filter, err := pairs(r.Kind, "*"+strings.Join(r.Endings, ";*"))
	if err != nil {
		return "", err
	}
	dir, err := windows.UTF16PtrFromString(r.Dir)
	if err != nil {
		return "", fmt.Errorf("file dialog: %w", err)
	}
	title, err := windows.UTF16PtrFromString(r.Title)
	if err != nil {
		return "", fmt.Errorf("file dialog: %w", err)
	}
	name := make([]uint16, 32<<10) // the longest path Windows knows
	o := openFileName{
		filter: &filter[0], file: &name[0], maxFile: uint32(len(name)), //nolint:gosec // 32 Ki
		initialDir: dir, title: title, flags: flags,
	}
	o.size = uint32(unsafe.Sizeof(o))
	dialogs := windows.NewLazySystemDLL("comdlg32.dll")
	if done, _, _ := dialogs.NewProc("GetOpenFileNameW").Call(uintptr(unsafe.Pointer(&o))); done != 0 {
		return windows.UTF16ToString(name), nil
	}
	if code, _, _ := dialogs.NewProc("CommDlgExtendedError").Call(); code != 0 {
		return "", fmt.Errorf("file dialog: %w", syscall.Errno(code))
	}
	return "", ErrCancelled
}

// pairs is a filter: names and patterns, each ended by 0, and a 0 at the end.
func pairs(texts ...string) ([]uint16, error) {
	var all []uint16
	for _, t := range texts {
		u, err := windows.UTF16FromString(strings.ReplaceAll(t, "\x00", ""))
		if err != nil {
			return nil, fmt.Errorf("file dialog: %w", err)
		}
		all = append(all, u...)
	}
	return append(all, 0), nil
}
