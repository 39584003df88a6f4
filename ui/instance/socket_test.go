//go:build !windows

package instance

import (
	"net"
	"path/filepath"
	"testing"
)

// TestAfterACrash: the socket of a program that was killed is there, and nobody
// behind it.
func TestAfterACrash(t *testing.T) {
	dir := folder(t)
	l, err := net.Listen("unix", filepath.Join(dir, socketName))
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if Show(dir, "") {
		t.Error("shown by nobody")
	}
	stop, err := Listen(dir, func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	if !Show(dir, "") {
		t.Error("not shown after a crash")
	}
}
