//go:build !windows && !(linux && cgo && !ci && !wayland)

package clipboard

func put(string, string) error { return ErrNone }
