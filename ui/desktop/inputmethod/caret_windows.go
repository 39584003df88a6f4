package inputmethod

import (
	"syscall"
	"unsafe"
)

// caretOf is a window whose caret the input method is told of. Its messages pass
// through procedure before they reach GLFW.
type caretOf struct {
	calls
	hwnd     uintptr
	previous uintptr // the window's own procedure
	caret    Caret
	shown    bool // an entry has the focus: the caret is somewhere
	system   Caret
}

// followed are the windows whose messages pass through here. It is used from
// their thread alone.
type followed map[uintptr]*caretOf

// carets has to be found from a window's handle alone: Windows calls with
// nothing else.
var carets = followed{}

// of is a window's; its messages are followed from the first time on.
func (f followed) of(hwnd uintptr) *caretOf {
	if c := f[hwnd]; c != nil {
		return c
	}
	c := &caretOf{calls: newCalls(), hwnd: hwnd}
	f[hwnd] = c
	if c.getContext.Find() == nil { // there is an imm32
		c.previous, _, _ = c.setProcedure.Call(hwnd, procedureIndex, syscall.NewCallback(c.procedure))
	}
	return c
}

// procedureIndex is GWLP_WNDPROC, -4.
const procedureIndex = ^uintptr(3)

// place notes where the caret is and tells the input method.
func (c *caretOf) place(at Caret) {
	c.caret, c.shown = at, true
	c.tell()
}

// leave takes the system's caret away: no entry has the focus.
func (c *caretOf) leave() {
	c.shown = false
	c.dropCaret()
}

// procedure is the window procedure. Microsoft Pinyin on Windows 11 does not
// heed what tell says; it asks, and only a window procedure can answer.
func (c *caretOf) procedure(hwnd, message, w, l uintptr) uintptr {
	switch message {
	case wmIMERequest:
		if w == imrQueryCharPosition && c.shown {
			c.answer(pointer[charPosition](l))
			return 1
		}
	case wmIMEStartComposition, wmExitSizeMove, wmDPIChanged, wmSetFocus:
		defer c.tell() // behind what GLFW does with it
	case wmKillFocus:
		c.dropCaret()
	case wmNCDestroy:
		delete(carets, hwnd)
	}
	result, _, _ := c.callProcedure.Call(c.previous, hwnd, message, w, l)
	return result
}

// answer says where the composition's characters stand, on the screen.
func (c *caretOf) answer(p *charPosition) {
	p.at = c.onScreen(point{int32(c.caret.X), int32(c.caret.Y)})
	p.lineHeight = uint32(c.caret.Height) //nolint:gosec // a line of text
	var inside rect
	_, _, _ = c.extent.Call(c.hwnd, uintptr(unsafe.Pointer(&inside)))
	from := c.onScreen(point{inside.left, inside.top})
	to := c.onScreen(point{inside.right, inside.bottom})
	p.document = rect{from.x, from.y, to.x, to.y}
}

func (c *caretOf) onScreen(p point) point {
	_, _, _ = c.toScreen.Call(c.hwnd, uintptr(unsafe.Pointer(&p)))
	return p
}

// tell places composition and candidates, in the height of the text, and the
// system's caret, which is never shown: some input methods look for that alone.
func (c *caretOf) tell() {
	if !c.shown || c.previous == 0 {
		return
	}
	context, _, _ := c.getContext.Call(c.hwnd)
	if context == 0 {
		return
	}
	composition, candidates := forms(c.caret)
	_, _, _ = c.setComposition.Call(context, uintptr(unsafe.Pointer(&composition)))
	for i := range candidates {
		_, _, _ = c.setCandidates.Call(context, uintptr(unsafe.Pointer(&candidates[i])))
	}
	font := logFont{height: int32(c.caret.Height), charSet: defaultCharSet} //nolint:gosec // a line of text
	_, _, _ = c.setFont.Call(context, uintptr(unsafe.Pointer(&font)))
	_, _, _ = c.releaseContext.Call(c.hwnd, context)
	if c.system.Height != c.caret.Height {
		c.dropCaret()
		_, _, _ = c.createCaret.Call(c.hwnd, 0, 1, uintptr(c.caret.Height))
	}
	c.system = c.caret
	_, _, _ = c.setCaretPos.Call(uintptr(c.caret.X), uintptr(c.caret.Y))
}

// defaultCharSet is DEFAULT_CHARSET.
const defaultCharSet = 1

// dropCaret destroys the system's caret. A program has one for all its windows,
// and has to give it up with the focus.
func (c *caretOf) dropCaret() {
	if c.system != (Caret{}) {
		c.system = Caret{}
		_, _, _ = c.destroyCaret.Call()
	}
}
