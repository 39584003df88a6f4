//go:build !linux && !windows

package store

import "syscall"

// readOnlyDisk is the system's error for a read-only disk.
const readOnlyDisk = syscall.EROFS

// placeOf cannot tell on this system.
func placeOf(string) Place { return PlaceHere }
