//go:build cgo && linux

package desktop

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// These tests run the whole program in a real window, on an X server of their
// own. They need Xvfb, openbox and xdotool, which `make test` installs.

// screen is an X server with a window manager.
type screen struct {
	t        *testing.T
	display  string
	pictures string // the folder in which the server keeps what it shows
}

// xServer starts an X server and returns its display.
func xServer(t *testing.T, options ...string) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	options = append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}, options...)
	server := exec.Command("Xvfb", options...)
	server.ExtraFiles = []*os.File{write} // Xvfb chooses a free display and writes its number there
	start(t, server)
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

func newScreen(t *testing.T) *screen {
	t.Helper()
	s := &screen{t: t, pictures: t.TempDir()}
	s.display = xServer(t, "-fbdir", s.pictures)
	manager := exec.Command("openbox")
	manager.Env = append(os.Environ(), "DISPLAY="+s.display)
	start(t, manager)
	s.until("a window manager", func() bool {
		return strings.Contains(s.xdotool("get_desktop"), "0")
	})
	return s
}

// start runs a helper until the test ends.
func start(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatalf("%v (make test installs it)", err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
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

// until waits for something to come true.
func (s *screen) until(what string, come func() bool) {
	s.t.Helper()
	for end := time.Now().Add(60 * time.Second); !come(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("waited a minute for %s", what)
		}
	}
}

// settle is the time between two inputs: a busy machine draws a page in less.
const settle = 700 * time.Millisecond

func (s *screen) keys(names ...string) {
	s.t.Helper()
	for _, n := range names {
		s.xdotool("key", n)
		time.Sleep(settle)
	}
}

func (s *screen) write(text string) {
	s.t.Helper()
	s.xdotool("type", "--delay", "60", text)
	time.Sleep(settle)
}

// press sends keys to what is all done on the main goroutine, in their order: there
// is nothing to wait for between them.
func (s *screen) press(names ...string) {
	s.t.Helper()
	s.xdotool(append([]string{"key", "--delay", "50"}, names...)...)
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
	start(s.t, r.command)
	r.title("公开年报")
	time.Sleep(2 * settle) // the store opens after the window
	return r
}

// title waits for a window of that title and gives it the focus.
func (r *running) title(part string) {
	r.t.Helper()
	r.until("a window titled "+part, func() bool {
		id := strings.TrimSpace(r.xdotool("search", "--onlyvisible", "--name", part))
		return id != "" && r.xdotool("windowactivate", "--sync", id, "getactivewindow") != ""
	})
	time.Sleep(settle)
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
	case <-time.After(30 * time.Second):
		_ = r.command.Process.Signal(syscall.SIGQUIT) // it writes where it hangs
		<-done
		r.t.Fatalf("the program does not end:\n%s", &r.stderr)
	}
	if r.stderr.Len() > 0 {
		r.t.Errorf("on standard error: %s", &r.stderr)
	}
	return r.command.ProcessState.ExitCode()
}

// draft is the only draft under a home folder, and what the list of drafts shows of
// it.
func draft(t *testing.T, home string) (*model.Report, store.Summary) {
	t.Helper()
	r, sum, err := onlyDraft(dataFolder(home))
	if err != nil {
		t.Fatal(err)
	}
	return r, sum
}

// dataFolder is where the store of drafts lies under a home folder.
func dataFolder(home string) string { return filepath.Join(home, "data", "nianbao") }

func onlyDraft(dir string) (r *model.Report, sum store.Summary, err error) {
	s, err := store.Open(dir, store.Options{Maker: "test"})
	if err != nil {
		return nil, sum, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	drafts, err := s.List()
	if err != nil || len(drafts) != 1 {
		return nil, sum, fmt.Errorf("%d drafts, %w", len(drafts), err)
	}
	body, err := s.Load(drafts[0].ID)
	if err != nil {
		return nil, sum, err
	}
	r, err = reportfile.Read(body)
	return r, drafts[0], err
}

// preamble is the 前言 of the only draft under a home folder.
func preamble(t *testing.T, home string) string {
	t.Helper()
	r, _ := draft(t, home)
	if len(r.Narrative[model.Preamble]) == 0 {
		return ""
	}
	return r.Narrative[model.Preamble][0].Text
}

// TestNothingTypedIsLost types into the real window and ends the program by closing
// the window, by kill -9 five seconds after the last key, by kill -9 when the field
// was left, by Ctrl+Q and by SIGTERM right after the last key.
func TestNothingTypedIsLost(t *testing.T) {
	program, home, s := build(t), t.TempDir(), newScreen(t)

	r := s.run(program, home)
	r.keys("ctrl+n")
	r.write("Wutong")
	r.keys("Return")
	r.title("Wutong")
	r.keys("ctrl+Next")
	r.write("first")
	r.keys("alt+F4")
	if status := r.ended(); status != 0 {
		t.Errorf("closed with status %d", status)
	}
	if got := preamble(t, home); got != "first" {
		t.Fatalf("after closing: %q", got)
	}

	open := func() *running {
		r := s.run(program, home)
		r.keys("Return") // the draft saved last has the focus
		r.title("Wutong")
		r.keys("End") // the page is the one that was left
		return r
	}
	r = open()
	r.write(" second")
	time.Sleep(5 * time.Second)
	kill := func() {
		t.Helper()
		if err := r.command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		r.ended()
	}
	kill()
	if got := preamble(t, home); got != "first second" {
		t.Fatalf("after kill -9: %q", got)
	}

	r = open()
	r.write(" left")
	r.press("ctrl+Next") // leaves the field
	time.Sleep(1500 * time.Millisecond)
	kill()
	if got := preamble(t, home); got != "first second left" {
		t.Fatalf("left the field before kill -9: %q", got)
	}

	r = open()
	r.write(" quit")
	r.press("ctrl+q")
	if status := r.ended(); status != 0 {
		t.Errorf("Ctrl+Q ended it with status %d", status)
	}
	if got := preamble(t, home); got != "first second left quit" {
		t.Fatalf("after Ctrl+Q: %q", got)
	}

	r = open()
	r.write(" third")
	if err := r.command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if status := r.ended(); status != 0 {
		t.Errorf("SIGTERM ended it with status %d", status)
	}
	if got := preamble(t, home); got != "first second left quit third" {
		t.Errorf("after SIGTERM: %q", got)
	}
}

// TestNoDisplay wants one Chinese sentence and a status, no stack trace and no
// program that waits for ever without a window.
func TestNoDisplay(t *testing.T) {
	program := build(t)
	for name, display := range map[string]string{
		"none": "", "dead": ":65000", "without OpenGL": xServer(t, "-extension", "GLX"),
	} {
		t.Run(name, func(t *testing.T) {
			patience, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			c := exec.CommandContext(patience, program)
			c.Env = append(os.Environ(), "DISPLAY="+display, "WAYLAND_DISPLAY=", "HOME="+t.TempDir(), "LANG=C")
			var said bytes.Buffer
			c.Stderr = &said
			_ = c.Run() // the exit status says it
			if status := c.ProcessState.ExitCode(); status != 2 {
				t.Errorf("status %d, want 2", status)
			}
			if text := said.String(); strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, "打不开窗口：") {
				t.Errorf("said %q", text)
			}
		})
	}
}
