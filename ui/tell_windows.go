//go:build cgo && !ci

package ui

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sys/windows"

	"nianbao/ui/desktop"
	"nianbao/ui/failure"
)

// tell says why there is no window: a program started by a double click has
// nowhere to write to.
func tell(err error) {
	words := failure.Words(err)
	var display *desktop.DisplayError
	if errors.As(err, &display) {
		words = fmt.Sprintf(messageNoOpenGL, brief(display.Cause))
	}
	text, title := utf16(words), utf16(messageTitle)
	// On a thread of its own: what a window that failed has left in the messages
	// of the main one closes the box at once. The answer would be which button
	// was pressed; there is one.
	read := make(chan struct{})
	go func() {
		defer close(read)
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		_, _ = windows.MessageBox(0, &text[0], &title[0], windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
	}()
	<-read
}

// utf16 is a text as Windows takes it. What a driver says may have zeros in it,
// at which the text would end.
func utf16(text string) []uint16 {
	u, err := windows.UTF16FromString(strings.ReplaceAll(text, "\x00", ""))
	if err != nil { // there is no zero left
		return []uint16{0}
	}
	return u
}

// brief is what there is room for in a box.
func brief(cause any) string {
	const most = 300
	text := []rune(fmt.Sprint(cause))
	return string(text[:min(len(text), most)])
}
