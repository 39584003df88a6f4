package inputmethod

import (
	"unsafe"

	"golang.org/x/sys/windows"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Listens reports whether there is anybody to tell.
const Listens = true

// place moves the composition and the candidates of imm32.
//
// Symptom: candidates stand in the upper left corner of the window or the
// screen. Cause: GLFW tells imm32 nothing of the caret. Cure: these calls when
// the caret moves, from the thread the window belongs to, whose input context
// they set. CFS_EXCLUDE names the caret's line as the place to keep clear, so
// that candidates go above it at the foot of the screen.
func place(w fyne.Window, c Caret) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.WindowsWindowContext); ok && x.HWND != 0 {
			newIMM().place(x.HWND, c)
		}
	})
}

// Values and structures of imm.h.
const (
	cfsPoint         = 0x02
	cfsForcePosition = 0x20
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

// imm is imm32.dll.
type imm struct {
	getContext, releaseContext, setComposition, setCandidates *windows.LazyProc
}

func newIMM() imm {
	dll := windows.NewLazySystemDLL("imm32.dll")
	return imm{
		getContext:     dll.NewProc("ImmGetContext"),
		releaseContext: dll.NewProc("ImmReleaseContext"),
		setComposition: dll.NewProc("ImmSetCompositionWindow"),
		setCandidates:  dll.NewProc("ImmSetCandidateWindow"),
	}
}

// place does nothing where Windows has no imm32 or the window no input
// context. What the calls answer is of no use: there is no other place to try.
func (m imm) place(window uintptr, c Caret) {
	if m.getContext.Find() != nil {
		return
	}
	context, _, _ := m.getContext.Call(window)
	if context == 0 {
		return
	}
	composition, candidates := forms(c)
	_, _, _ = m.setComposition.Call(context, uintptr(unsafe.Pointer(&composition)))
	_, _, _ = m.setCandidates.Call(context, uintptr(unsafe.Pointer(&candidates)))
	_, _, _ = m.releaseContext.Call(window, context)
}

// forms are the places of the composition and of the candidates for a caret.
func forms(c Caret) (compositionForm, candidateForm) {
	at := point{int32(c.X), int32(c.Y)}
	line := rect{at.x, at.y, at.x + 1, at.y + int32(c.Height)}
	return compositionForm{style: cfsPoint | cfsForcePosition, at: at, area: line},
		candidateForm{style: cfsExclude, at: at, area: line}
}
