//go:build !linux && !windows

package filedialog

// Available reports whether the desktop offers a dialog: none that is known.
func Available() bool { return false }

// Choose is not called where there is no dialog.
func Choose(Request) (string, error) { return "", ErrCancelled }

// Open knows of no program here.
func Open(string) error { return ErrNoProgram }

// Desktop is not known here.
func Desktop() string { return "" }
