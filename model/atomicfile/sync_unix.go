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
	err = d.Sync()
	if hasNoFlush(err) {
		err = nil
	}
	if err = errors.Join(err, d.Close()); err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	return nil
}

// hasNoFlush tells the answer of a file system to a call that it does not have.
func hasNoFlush(err error) bool {
	return errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS)
}
