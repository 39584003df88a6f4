// Package ui is how people and scripts reach the program: a window, or a
// command line without any.
package ui

import (
	"os"
	"runtime"
	"time"

	"nianbao/ui/command"
)

// Version is the program's version; FyneApp.toml says the same.
const Version = "0.1.0"

// Main runs the program and returns its exit status: 0 done, 1 `check` found
// errors, 2 not done.
func Main(args []string) int {
	if len(args) == 0 {
		return openWindow(os.Stderr)
	}
	// A command is one short run: a second thread would only make the garbage
	// collector and the page faults dearer (measured: twice the CPU time).
	runtime.GOMAXPROCS(1)
	return command.Run(args, command.Environment{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Now: time.Now, Version: Version,
	})
}
