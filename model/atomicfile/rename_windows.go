package atomicfile

import (
	"errors"
	"os"
	"slices"
	"unsafe"

	"golang.org/x/sys/windows"
)

func rename(from, to string) error { return os.Rename(from, to) } //nolint:wrapcheck // Rename's caller does

// held reports whether another program may be the cause. A file that somebody
// has open without leave to delete it cannot be replaced: Windows says that
// access is denied, as it does where the user has no right to.
func held(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// nameHolder makes a *HeldError of an error if another program is the cause.
func nameHolder(err error, paths ...string) error {
	if err == nil || !held(err) {
		return err
	}
	for _, path := range slices.Backward(paths) {
		if by := holders(path); len(by) > 0 {
			return &HeldError{Path: path, By: by, Err: err}
		}
	}
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) && !openElsewhere(paths[len(paths)-1]) {
		return err // a matter of rights
	}
	return &HeldError{Path: paths[len(paths)-1], Err: err}
}

// openElsewhere reports whether a file is there that cannot be opened for itself
// alone, because another program has it open.
func openElsewhere(path string) bool {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return false
	}
	const alone = 0
	h, err := windows.CreateFile(name, windows.GENERIC_READ, alone, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		return errors.Is(err, windows.ERROR_SHARING_VIOLATION)
	}
	_ = windows.CloseHandle(h) // nothing was written
	return false
}

// processInfo is RM_PROCESS_INFO of restartmanager.h.
type processInfo struct {
	pid        uint32
	started    windows.Filetime
	name       [256]uint16
	service    [64]uint16
	kind       uint32
	status     uint32
	session    uint32
	restarting int32
}

// holders are the names of the programs that have a file open, as the restart
// manager of Windows knows them; none where it cannot be asked.
func holders(path string) []string {
	dll := windows.NewLazySystemDLL("rstrtmgr.dll")
	start, register := dll.NewProc("RmStartSession"), dll.NewProc("RmRegisterResources")
	list, end := dll.NewProc("RmGetList"), dll.NewProc("RmEndSession")
	if start.Find() != nil || register.Find() != nil || list.Find() != nil || end.Find() != nil {
		return nil
	}
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil
	}
	var (
		session uint32
		key     [33]uint16 // CCH_RM_SESSION_KEY and the 0 at its end
	)
	if failed, _, _ := start.Call(uintptr(unsafe.Pointer(&session)), 0, uintptr(unsafe.Pointer(&key[0]))); failed != 0 {
		return nil
	}
	defer func() { _, _, _ = end.Call(uintptr(session)) }()
	if failed, _, _ := register.Call(uintptr(session), 1, uintptr(unsafe.Pointer(&name)), 0, 0, 0, 0); failed != 0 {
		return nil
	}
	var (
		found        [8]processInfo
		needed, have uint32 = 0, uint32(len(found))
		reasons      uint32
	)
	failed, _, _ := list.Call(uintptr(session), uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&have)),
		uintptr(unsafe.Pointer(&found[0])), uintptr(unsafe.Pointer(&reasons)))
	if failed != 0 || int(have) > len(found) {
		return nil
	}
	var names []string
	for _, p := range found[:have] {
		if n := windows.UTF16ToString(p.name[:]); n != "" && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}
