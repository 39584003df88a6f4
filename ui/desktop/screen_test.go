//go:build cgo && linux

package desktop

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/ui/internal/beside"
)

// The tests named TestWindow run the whole program in a real window, on an X server
// of their own. They need Xvfb, openbox and xdotool, which `make test` installs.
// They wait for what comes of a key, never for a time: a busy machine takes longer.

// screen is an X server with a window manager.
type screen struct {
	t        *testing.T
	display  string
	pictures string // the folder in which the server keeps what it shows
	beside   []int  // process IDs of the programs on it, its own first
	at       string // the step of the test
	ends     time.Time
}

// limit is how long a test of the real window may take. One takes less than a
// minute; four busy loops beside it make that three.
const limit = 8 * time.Minute

func newScreen(t *testing.T) *screen {
	t.Helper()
	s := &screen{t: t, pictures: t.TempDir(), ends: time.Now().Add(limit)}
	s.step("starting the X server")
	s.display = s.xServer("-fbdir", s.pictures)
	manager := exec.Command("openbox")
	manager.Env = append(os.Environ(), "DISPLAY="+s.display)
	s.start(manager)
	s.until("a window manager", func() bool {
		return strings.Contains(s.xdotool("get_desktop"), "0")
	})
	return s
}

// xServer starts an X server and returns its display.
func (s *screen) xServer(options ...string) string {
	s.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	// Without -noreset it starts anew when its last client leaves: xdotool, which looks for a
	// window manager that is just coming, took that down with it on a busy machine.
	options = append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"}, options...)
	server := exec.Command("Xvfb", options...)
	server.ExtraFiles = []*os.File{write} // Xvfb chooses a free display and writes its number there
	s.start(server)
	if err := write.Close(); err != nil {
		s.t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		s.t.Fatalf("Xvfb gave no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// start runs a program on the screen until the test ends.
func (s *screen) start(c *exec.Cmd) {
	s.t.Helper()
	beside.Start(s.t, c)
	s.beside = append(s.beside, c.Process.Pid)
}

// step names what the test does from here on, for the one who reads that it failed.
func (s *screen) step(name string) {
	s.at = name
	s.t.Log(name)
}

// xdotool runs a command and returns what it printed; empty when it failed.
func (s *screen) xdotool(args ...string) string {
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	if err != nil {
		return ""
	}
	return string(out)
}

// enough is how long one thing may take to come true, and glance how long it is
// between two looks.
const (
	enough = 90 * time.Second
	glance = 20 * time.Millisecond
)

// until waits for something to come true.
func (s *screen) until(what string, come func() bool) {
	s.t.Helper()
	for began := time.Now(); !come(); time.Sleep(glance) {
		if now := time.Now(); now.Sub(began) > enough || now.After(s.ends) {
			s.t.Fatalf("%s: waited %v for %s", s.at, now.Sub(began).Round(time.Second), what)
		}
	}
}

// settle waits until what was sent has been taken and drawn: every program on the
// screen sleeps, and the picture stays, for some looks in a row.
func (s *screen) settle() {
	s.t.Helper()
	const looks = 4 // longer than a turn of Fyne's loop, shorter than a caret is on or off
	picture, quiet := s.shoot(), 0
	s.until("a quiet window", func() bool {
		now := s.shoot()
		if quiet++; s.busy() || now.differs(picture) {
			picture, quiet = now, 0
		}
		return quiet > looks
	})
}

// busy reports whether a program on the screen runs, or waits for a processor.
func (s *screen) busy() bool {
	return slices.ContainsFunc(s.beside, func(id int) bool {
		threads, _ := filepath.Glob(filepath.Join("/proc", strconv.Itoa(id), "task", "*", "stat")) // the pattern is right
		return slices.ContainsFunc(threads, func(path string) bool {
			stat, _ := os.ReadFile(path) // it may have ended
			_, state, _ := bytes.Cut(stat, []byte(") "))
			return bytes.HasPrefix(state, []byte("R"))
		})
	})
}

func (s *screen) keys(names ...string) {
	s.t.Helper()
	for _, n := range names {
		s.xdotool("key", n)
		s.settle()
	}
}

func (s *screen) write(text string) {
	s.t.Helper()
	s.xdotool("type", "--delay", "60", text)
	s.settle()
}

// press sends keys to what is all done on the main goroutine, in their order: there
// is nothing to wait for between them.
func (s *screen) press(names ...string) {
	s.t.Helper()
	s.xdotool(append([]string{"key", "--delay", "50"}, names...)...)
}

// turns sends keys, the last one of which leads to another picture, and waits for it
// to come and to stay.
func (s *screen) turns(last string, before ...string) {
	s.t.Helper()
	s.press(before...)
	s.settle()
	picture := s.shoot()
	s.press(last)
	s.until("another picture after "+last, func() bool {
		return s.shoot().differs(picture)
	})
	s.settle()
}

// running is the program in its window.
type running struct {
	*screen
	command *exec.Cmd
	stderr  bytes.Buffer
}

// build builds the whole program.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "nianbao")
	if out, err := exec.Command("go", "build", "-o", path, "nianbao").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// run starts the program with a home folder and more of the environment.
func (s *screen) run(program, home string, environment ...string) *running {
	s.t.Helper()
	r := &running{screen: s, command: exec.Command(program)}
	r.command.Env = append(append(os.Environ(), "DISPLAY="+s.display, "HOME="+home,
		"XDG_DATA_HOME="+filepath.Join(home, "data"), "LANG=C", "LC_ALL="), environment...)
	r.command.Stderr = &r.stderr
	s.start(r.command)
	r.title("公开年报")
	return r
}

// title waits for a window of that title and gives it the focus.
func (r *running) title(part string) {
	r.t.Helper()
	r.until("a window titled "+part, func() bool {
		id := strings.TrimSpace(r.xdotool("search", "--onlyvisible", "--name", part))
		return id != "" && r.xdotool("windowactivate", "--sync", id, "getactivewindow") != ""
	})
	r.settle()
}

// ended waits for the program to end and returns its exit status, -1 when a
// signal ended it.
func (r *running) ended() int {
	r.t.Helper()
	done := make(chan struct{})
	go func() {
		_ = r.command.Wait() // the exit status says it
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(enough):
		_ = r.command.Process.Signal(syscall.SIGQUIT) // it writes where it hangs
		<-done
		r.t.Fatalf("the program does not end:\n%s", &r.stderr)
	}
	if r.stderr.Len() > 0 {
		r.t.Errorf("on standard error: %s", &r.stderr)
	}
	return r.command.ProcessState.ExitCode()
}
