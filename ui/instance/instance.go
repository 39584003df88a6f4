// Package instance lets a second start of the program show the window of the first
// one instead of a window of its own. The one that has the store of drafts open
// listens: on a socket beside it, on Windows on a pipe named after its folder.
// Neither is a network's.
package instance

import (
	"bufio"
	"encoding/json"
	"net"
	"path/filepath"
	"time"
)

// patience is how long the first window may take to show itself: one that hangs
// must not keep a second from saying so.
const patience = 3 * time.Second

// request is what a start asks of the window that is open.
type request struct {
	File string `json:"file"` // a report file to open; empty for none
}

// longest is how long a request may be, in bytes.
const longest = 1 << 16

// done is the answer.
const done = "shown\n"

// Show asks the window that is open on the drafts of a folder to come to the front,
// and to open a report file if one is named. It reports whether it did.
func Show(dir, file string) bool {
	if file != "" {
		absolute, err := filepath.Abs(file)
		if err != nil {
			return false
		}
		file = absolute
	}
	c, err := dial(dir, patience)
	if err != nil {
		return false // there is none, or it has crashed
	}
	defer c.Close() //nolint:errcheck // what was to be read is read
	letOthersForward()
	if c.SetDeadline(time.Now().Add(patience)) != nil || json.NewEncoder(c).Encode(request{file}) != nil {
		return false
	}
	answer, err := bufio.NewReader(c).ReadString('\n')
	return err == nil && answer == done
}

// Listen has show called with every request until stop, from goroutines of its own:
// it returns when the window is shown. Only the program that has the store open may
// listen. Where that fails every start is the first.
func Listen(dir string, show func(file string)) (stop func(), err error) {
	l, err := listen(dir)
	if err != nil {
		return nil, err
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return // stopped
			}
			go answer(c, show)
		}
	}()
	return func() { _ = l.Close() }, nil
}

// answer shows the window for one request.
func answer(c net.Conn, show func(file string)) {
	defer c.Close() //nolint:errcheck // who asked hears of it
	if c.SetDeadline(time.Now().Add(patience)) != nil {
		return
	}
	var r request
	line := bufio.NewReaderSize(c, longest)
	text, err := line.ReadSlice('\n')
	if err != nil || json.Unmarshal(text, &r) != nil {
		return
	}
	show(r.File)
	_, _ = c.Write([]byte(done))
}
