// Package clipboard puts a piece of a web page on the system's clipboard. Fyne's
// own clipboard takes nothing but text, and text pasted into the editor of a portal
// loses its tables.
//
// On X11 (Wayland's XWayland included) what is copied stays with the program that
// copied it, and goes with it: x11.c answers for it, on a thread and a connection
// of its own. On Windows the system keeps it.
package clipboard

import (
	"errors"
	"fmt"
)

// ErrNone says that there is no clipboard that takes a piece of a page.
var ErrNone = errors.New("no clipboard for pages")

// Put puts a piece of a page on the clipboard, with what is pasted where only text
// is taken beside it. It must be called on the main goroutine. The error wraps
// ErrNone where there is no such clipboard.
func Put(page, text string) error { return put(page, text) }

// htmlFormat wraps a piece of a page as Windows wants it (HTML Clipboard Format):
// a head that says at which bytes what begins and ends.
func htmlFormat(page string) []byte {
	const (
		head   = "Version:0.9\r\nStartHTML:%010d\r\nEndHTML:%010d\r\nStartFragment:%010d\r\nEndFragment:%010d\r\n"
		before = "<html><body>\r\n<!--StartFragment-->"
		after  = "<!--EndFragment-->\r\n</body></html>"
	)
	start := len(fmt.Sprintf(head, 0, 0, 0, 0))
	from := start + len(before)
	to := from + len(page)
	return []byte(fmt.Sprintf(head, start, to+len(after), from, to) + before + page + after)
}
