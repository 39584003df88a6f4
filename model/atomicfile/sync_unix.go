//go:build !windows

package atomicfile

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// SyncFolder flushes the names in a folder to the disk: those that files were
// given or lost. On a file system that has no such call for folders, as shared
// folders of virtual machines, it does nothing.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	if err = errors.Join(flushed(d.Sync()), d.Close()); err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	return nil
}

// flushed is the error of a flush; the answer of a file system that has no such call
// is none.
func flushed(err error) error {
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS) {
		return nil
	}
	return err
}
