// Package inputmethod makes the system's input method work with Fyne.
//
// On Linux (X11, Wayland's XWayland included) the file x11.c stands between
// GLFW 3.3, on which Fyne 2.7 stands, and libX11. What it cures, each seen with
// fcitx5 in a real window:
//
// Keys of a composition reach the text. Symptom: typing nihao, two Backspaces
// and Enter after 中文 deletes 中文 and breaks the line. Cause: of a key press
// that the input method takes, GLFW keeps back the character but not the key.
// Cure: XFilterEvent makes such a press no event at all; what the input method
// does not want of it comes back as a press of its own. Releases pass, and so
// do presses of Shift and the like: an input method may take one and leave the
// other, and a Shift held for ever would select whatever the caret passes.
// Tried: deciding in the entry, which cannot tell the two kinds apart.
//
// Candidates stand at the foot of the window. Cause: GLFW asks for an input
// context without a place. Cure: XCreateIC asks for one with a place, and Place
// tells it. Tried: the place as an attribute of XCreateIC alone, which fcitx5
// does not heed; a font set, which libX11 does not need.
//
// Candidates stand in the upper left corner, and the keys after the first go to them.
// Cause: a letter typed in a list is composed as well, and there is no caret. Cure: the
// input method is given keys only while an entry has the focus.
//
// On a busy machine the first letter in a field is written as it is ("m诶有问题"), or keys
// are lost. Cause: libX11 sees no key while it believes that the window is without the
// focus, nor one that the input method gives back then. That one is what the input method
// waits for, and the next key is taken for it. Cure: the window has the focus for libX11,
// whatever in it has, and what comes back to a window without it is shown to libX11 all
// the same.
//
// The program dies when the input method has ended, and has no Chinese until
// its next start. Cause: libX11 frees its XIM and the XICs, GLFW goes on to
// call with them. Cure: what GLFW holds is ours for all of a window's life
// (context); the XIC behind it goes when libX11 says so and comes back with the
// input method, also when that was not yet there at the start. Tried: a list of
// the dead XICs; a new XIC may have the address of a dead one.
//
// Meanwhile Latin letters are typed. Cause: without an XIC, or with none of the
// wanted input method, GLFW or libX11 give no text. Cure: libX11's own input
// method, "none", takes its place.
//
// The window freezes with an input method that hangs, or for ever with one that
// is killed between question and answer. Cause: libX11 waits for its answers
// without limit. Cure: XIfEvent, by which it waits, gives up after a while.
//
// On Windows, the calls of imm32_windows.go and the messages of caret_windows.go:
//
// Candidates stand in the upper left corner of the window or the screen. Cause:
// GLFW tells Windows nothing of the caret. Cure: whenever the caret moves, the
// places of composition and candidates, the height of the text, and a caret of
// the system's that is never shown; and an answer to the question that Microsoft
// Pinyin of Windows 11 asks instead. All is said again at the beginning of a
// composition and after the window moved.
//
// Anywhere else, and in tests, the package does nothing.
package inputmethod

import "fyne.io/fyne/v2"

// Caret is where the caret stands on a window, in pixels from its upper left
// corner.
type Caret struct{ X, Y, Height int }

// Place tells the input method where the caret is, so that its candidates
// stand under it. It must be called on the main goroutine; where there is
// nobody to tell it does nothing.
func Place(w fyne.Window, c Caret) { place(w, c) }

// Enter tells the input method that an entry has the focus, wherever its caret is. It
// must be called on the main goroutine.
func Enter(w fyne.Window) { enter(w) }

// Leave tells the input method that no entry has the focus any more. It must be
// called on the main goroutine.
func Leave(w fyne.Window) { leave(w) }
