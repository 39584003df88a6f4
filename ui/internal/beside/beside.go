//go:build linux

// Package beside starts the programs that a test needs beside it: an X server, a
// bus, the program itself in its window. They end with the test, however it ends.
package beside

import (
	"os/exec"
	"syscall"
	"testing"
)

// Start starts a program that runs until the test ends.
//
// Killed, or out of time, a test cleans nothing up: the kernel ends the program
// then. It does so when the thread that started it ends, which a thread of Go's
// does not before the process unless a goroutine locked to it does.
func Start(t testing.TB, c *exec.Cmd) {
	t.Helper()
	c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := c.Start(); err != nil {
		t.Fatalf("%v (make test installs it)", err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill() // it may have ended
		_ = c.Wait()         // killed
	})
}
