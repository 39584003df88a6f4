package inputmethod

import (
	"unsafe"

	"golang.org/x/sys/windows"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Listens reports whether there is anybody to tell.
const Listens = true

func place(w fyne.Window, c Caret) {
	if hwnd := handle(w); hwnd != 0 {
		carets.of(hwnd).place(c)
	}
}

// enter has nothing to tell: Windows asks when a composition begins.
func enter(fyne.Window) {}

func leave(w fyne.Window) {
	if hwnd := handle(w); hwnd != 0 {
		carets.of(hwnd).leave()
	}
}

// handle is the window's HWND; 0 before it is shown.
func handle(w fyne.Window) (hwnd uintptr) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return 0
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.WindowsWindowContext); ok {
			hwnd = x.HWND
		}
	})
	return hwnd
}

// Values and structures of imm.h and winuser.h.
const (
	wmSetFocus            = 0x0007
	wmKillFocus           = 0x0008
	wmNCDestroy           = 0x0082
	wmIMEStartComposition = 0x010D
	wmExitSizeMove        = 0x0232
	wmIMERequest          = 0x0288
	wmDPIChanged          = 0x02E0
	imrQueryCharPosition  = 6

	cfsPoint         = 0x02
	cfsForcePosition = 0x20
	cfsCandidatePos  = 0x40
	cfsExclude       = 0x80
)

type point struct{ x, y int32 }

type rect struct{ left, top, right, bottom int32 }

// compositionForm is COMPOSITIONFORM.
type compositionForm struct {
	style uint32
	at    point
	area  rect
}

// candidateForm is CANDIDATEFORM.
type candidateForm struct {
	index uint32
	style uint32
	at    point
	area  rect
}

// charPosition is IMECHARPOSITION.
type charPosition struct {
	size, char uint32
	at         point
	lineHeight uint32
	document   rect
}

// logFont is LOGFONTW.
type logFont struct {
	height, width, escapement, orientation, weight int32
	italic, underline, strikeOut, charSet          byte
	outPrecision, clipPrecision, quality, family   byte
	face                                           [32]uint16
}

// forms are the places of the composition and of the candidates for a caret:
// under it, and clear of its line where there is no room below.
func forms(c Caret) (compositionForm, [2]candidateForm) {
	at := point{int32(c.X), int32(c.Y)}
	line := rect{at.x, at.y, at.x + 1, at.y + int32(c.Height)}
	return compositionForm{style: cfsPoint | cfsForcePosition, at: at, area: line}, [2]candidateForm{
		{style: cfsCandidatePos, at: point{line.left, line.bottom}},
		{style: cfsExclude, at: at, area: line},
	}
}

// pointer is an argument of a window procedure that points to something.
func pointer[T any](argument uintptr) *T { return *(**T)(unsafe.Pointer(&argument)) }

// calls are those of imm32.dll and user32.dll. All of them belong to the thread
// of the window. What they answer is of no use: there is no other way to try.
type calls struct {
	getContext, releaseContext                    *windows.LazyProc
	setComposition, setCandidates, setFont        *windows.LazyProc
	createCaret, setCaretPos, destroyCaret        *windows.LazyProc
	setProcedure, callProcedure, toScreen, extent *windows.LazyProc
}

func newCalls() calls {
	imm, user := windows.NewLazySystemDLL("imm32.dll"), windows.NewLazySystemDLL("user32.dll")
	return calls{
		getContext:     imm.NewProc("ImmGetContext"),
		releaseContext: imm.NewProc("ImmReleaseContext"),
		setComposition: imm.NewProc("ImmSetCompositionWindow"),
		setCandidates:  imm.NewProc("ImmSetCandidateWindow"),
		setFont:        imm.NewProc("ImmSetCompositionFontW"),
		createCaret:    user.NewProc("CreateCaret"),
		setCaretPos:    user.NewProc("SetCaretPos"),
		destroyCaret:   user.NewProc("DestroyCaret"),
		setProcedure:   user.NewProc("SetWindowLongPtrW"),
		callProcedure:  user.NewProc("CallWindowProcW"),
		toScreen:       user.NewProc("ClientToScreen"),
		extent:         user.NewProc("GetClientRect"),
	}
}
