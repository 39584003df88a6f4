package store

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// ioError is what a mapping that went wrong counts as.
const ioError = windows.ERROR_IO_DEVICE

// asText are the numbers that bbolt may hand on as text.
var asText = []syscall.Errno{
	windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_WRITE_PROTECT, windows.ERROR_CRC,
	windows.ERROR_IO_DEVICE, windows.ERROR_NOT_READY, windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION,
	windows.ERROR_ACCESS_DENIED, windows.ERROR_COMMITMENT_LIMIT,
}
