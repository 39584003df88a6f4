//go:build cgo && !ci && (!windows || gles)

package ui

// startCompat: there is no other program to try.
func startCompat(string) bool { return false }
