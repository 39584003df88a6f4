package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/Microsoft/go-winio"
	"golang.org/x/sys/windows"
)

// pipe names the pipe for the drafts of a folder. A socket beside them would do on
// the disks of Windows alone: memory sticks know none, and old Windows 10 neither.
func pipe(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("name of the pipe: %w", err)
	}
	sum := sha256.Sum256([]byte(strings.ToLower(dir))) // names are the same in either case
	return `\\.\pipe\nianbao-` + hex.EncodeToString(sum[:16]), nil
}

// dial asks for whoever listens for the drafts of a folder.
func dial(dir string, patience time.Duration) (net.Conn, error) {
	name, err := pipe(dir)
	if err != nil {
		return nil, err
	}
	c, err := winio.DialPipe(name, &patience)
	if err != nil {
		return nil, fmt.Errorf("dial: %w", err)
	}
	return c, nil
}

// listen waits for the drafts of a folder. The pipe ends with the program.
func listen(dir string) (net.Listener, error) {
	name, err := pipe(dir)
	if err != nil {
		return nil, err
	}
	l, err := winio.ListenPipe(name, nil) // the user's own
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	takeFirst(name)
	return l, nil
}

// takeFirst calls the pipe before anybody else can. The handle that only keeps its
// name answers nobody: Windows refuses who calls then, but Wine lets the first through.
func takeFirst(name string) {
	name16, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return
	}
	h, err := windows.CreateFile(name16, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING, 0, 0)
	if err == nil {
		_ = windows.CloseHandle(h)
	}
}

// letOthersForward lets the first window come to the front: Windows leaves that to
// the program that the user has just started.
func letOthersForward() {
	const anyProcess = ^uintptr(0) // ASFW_ANY
	allow := windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")
	if allow.Find() == nil {
		_, _, _ = allow.Call(anyProcess) // at worst its button in the task bar blinks
	}
}
