//go:build !windows

package atomicfile

import "os"

func rename(from, to string) error { return os.Rename(from, to) } //nolint:wrapcheck // Rename's caller does

// held: an open file can be renamed here.
func held(error) bool { return false }

func nameHolder(err error, _, _ string) error { return err }
