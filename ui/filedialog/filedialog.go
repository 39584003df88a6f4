// Package filedialog opens the system's own dialog for choosing a file or a
// folder. The program has one of its own beside it, that works everywhere: on
// Linux many desktops have none to offer, and one that is broken may never
// answer. It also opens files and folders in the system's own windows.
package filedialog

import "errors"

// ErrCancelled says that the user chose nothing.
var ErrCancelled = errors.New("nothing chosen")

// ErrNoProgram says that the computer has no program for a file, or no file manager
// for a folder.
var ErrNoProgram = errors.New("no program for it")

// Request is what to choose.
type Request struct {
	Title   string
	Dir     string   // where to begin
	Endings []string // of the files to choose from, ".nianbao"; none to choose a folder
	Kind    string   // what such files are called
}
