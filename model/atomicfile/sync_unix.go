//go:build !windows

package atomicfile

import (
	"errors"
	"fmt"
	"os"
)

// SyncFolder flushes the names in a folder to the disk: those that files were
// given or lost.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	return nil
}
