//go:build !linux

package store

import "os"

// dropCache does nothing: these systems have no call for it.
func dropCache(*os.File) {}
