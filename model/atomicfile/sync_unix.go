//go:build !windows

package atomicfile

import (
	"errors"
	"fmt"
	"os"
)

// syncFolder flushes the new name to the disk too.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("folder: %w", err)
	}
	return nil
}
