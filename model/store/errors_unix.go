//go:build !windows

package store

import "syscall"

// ioError is what a mapping that went wrong counts as.
const ioError = syscall.EIO

// asText are the numbers that bbolt may hand on as text.
var asText = []syscall.Errno{
	syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS, syscall.EIO, syscall.EACCES, syscall.EPERM, syscall.ENOMEM,
}
