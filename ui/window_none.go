//go:build !cgo || ci

package ui

import (
	"fmt"
	"os"
)

// openWindow: a program built without cgo has no window; its command line is
// complete.
func openWindow(_, _ string) int {
	fmt.Fprintln(os.Stderr, messageNoWindow)
	return 2
}
