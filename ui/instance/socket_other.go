//go:build !windows

package instance

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"time"
)

// socketName is the socket beside the drafts.
const socketName = "window.socket"

// dial asks for whoever listens beside the drafts of a folder.
func dial(dir string, patience time.Duration) (net.Conn, error) {
	c, err := net.DialTimeout("unix", filepath.Join(dir, socketName), patience)
	if err != nil {
		return nil, fmt.Errorf("dial: %w", err)
	}
	return c, nil
}

// listen waits beside the drafts of a folder. A disk may know no sockets.
func listen(dir string) (net.Listener, error) {
	path := filepath.Join(dir, socketName)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a program that crashed
		return nil, fmt.Errorf("remove old socket: %w", err)
	}
	l, err := net.Listen("unix", path) // whose Close removes it, or the next start does
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return l, nil
}

// letOthersForward has nothing to do here: the window manager decides.
func letOthersForward() {}
