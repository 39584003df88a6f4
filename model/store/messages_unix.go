//go:build !windows

package store

import "syscall"

// systemMessages are the causes that only this system names.
var systemMessages = []struct {
	cause error
	text  string
}{
	{syscall.EDQUOT, messageSpace},
	{syscall.EFBIG, messageSpace},
}
