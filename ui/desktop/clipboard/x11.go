//go:build linux && cgo && !ci && !wayland

package clipboard

// #cgo LDFLAGS: -lX11 -lpthread
// #include "x11.h"
// #include <stdlib.h>
import "C"

import (
	"runtime"
	"unsafe"
)

// encoding is told in front of a page: some programs take it for Latin letters
// otherwise.
const encoding = `<meta http-equiv="content-type" content="text/html; charset=utf-8">`

func put(page, text string) error {
	page = encoding + page
	p, t := C.CString(page), C.CString(text)
	board := C.board_open(p, C.size_t(len(page)), t, C.size_t(len(text)))
	C.free(unsafe.Pointer(p))
	C.free(unsafe.Pointer(t))
	if board == nil {
		return ErrNone
	}
	go func() {
		runtime.LockOSThread() // what Xlib has is used by one thread at a time
		C.board_serve(board)
	}()
	return nil
}
