// Package ui is how people and scripts reach the program: a window, or a
// command line without any.
package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"nianbao/model/reportfile"
	"nianbao/ui/command"
)

// Main runs the program and returns its exit status: 0 done, 1 `check` found
// errors, 2 not done. A report file in the place of a command is one that was
// opened on the desktop.
func Main(args []string, version string) int {
	switch {
	case len(args) == 0:
		return openWindow("", version)
	case len(args) == 1 && strings.EqualFold(filepath.Ext(args[0]), reportfile.Ending):
		return openWindow(args[0], version)
	}
	// A command is one short run: a second thread would only make the garbage
	// collector and the page faults dearer (measured: twice the CPU time).
	runtime.GOMAXPROCS(1)
	// Nor does it live long enough for the collector to pay: what an export of the
	// sample allocates stays below the first collection (measured: a tenth of its
	// CPU time), and memory is given back at the end.
	debug.SetGCPercent(400)
	return command.Run(args, command.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Version: version,
	})
}
