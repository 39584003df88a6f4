package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// dropCache has the system read a file from its disk again instead of from memory:
// what is proved is then what the disk, or the stick, has taken. Only what has been
// flushed is forgotten; a refusal leaves the memory's copy.
func dropCache(f *os.File) { _ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) }
