//go:build cgo && linux

package desktop

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// draft is the only draft under a home folder, and what the list of drafts shows of
// it.
func draft(t *testing.T, home string) (*model.Report, store.Summary) {
	t.Helper()
	r, sum, err := onlyDraft(dataFolder(home), anyDraft)
	if err != nil {
		t.Fatal(err)
	}
	return r, sum
}

// dataFolder is where the store of drafts lies under a home folder.
func dataFolder(home string) string { return filepath.Join(home, "data", "nianbao") }

func anyDraft(store.Summary) bool { return true }

// onlyDraft is the one draft of a store that fits.
func onlyDraft(dir string, fits func(store.Summary) bool) (r *model.Report, sum store.Summary, err error) {
	s, err := store.Open(dir, store.Options{Maker: "test"})
	if err != nil {
		return nil, sum, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	all, err := s.List()
	drafts := slices.DeleteFunc(all, func(s store.Summary) bool { return !fits(s) })
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

// heldDraft is the draft as the store has it while the program runs, which has the
// store to itself: that of a copy. One made amid a save may be refused.
func heldDraft(t *testing.T, home string) (*model.Report, error) {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(dataFolder(home), "drafts.db"))
	if err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	if err := os.WriteFile(filepath.Join(copied, "drafts.db"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	r, _, err := onlyDraft(copied, anyDraft)
	return r, err
}

// saved waits until the 前言 in the store is as it should be.
func (r *running) saved(home, want string) {
	r.t.Helper()
	r.until("the draft to be saved", func() bool {
		held, err := heldDraft(r.t, home)
		return err == nil && len(held.Narrative[model.Preamble]) == 1 && held.Narrative[model.Preamble][0].Text == want
	})
}

// TestWindowLosesNothing types into the real window and ends the program by closing
// the window, by kill -9 when it has saved by itself, by kill -9 when it has saved
// because the field was left, by Ctrl+Q and by SIGTERM right after the last key.
func TestWindowLosesNothing(t *testing.T) {
	program, home, s := build(t), t.TempDir(), newScreen(t)

	s.step("closing the window")
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
	s.step("kill -9 after typing")
	r = open()
	r.write(" second")
	r.saved(home, "first second")
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

	s.step("kill -9 after leaving the field")
	r = open()
	r.write(" left")
	r.press("ctrl+Next") // leaves the field
	r.saved(home, "first second left")
	kill()
	if got := preamble(t, home); got != "first second left" {
		t.Fatalf("left the field before kill -9: %q", got)
	}

	s.step("Ctrl+Q")
	r = open()
	// It may have been killed before it noted the page: from 检查 back to 前言.
	r.press(append([]string{"ctrl+k"}, slices.Repeat([]string{"ctrl+Prior"}, 7)...)...)
	r.settle()
	r.keys("ctrl+End")
	r.write(" quit")
	r.press("ctrl+q")
	if status := r.ended(); status != 0 {
		t.Errorf("Ctrl+Q ended it with status %d", status)
	}
	if got := preamble(t, home); got != "first second left quit" {
		t.Fatalf("after Ctrl+Q: %q", got)
	}

	s.step("SIGTERM")
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

// TestWindowWithoutDisplay wants one Chinese sentence and a status, no stack trace and no
// program that waits for ever without a window.
func TestWindowWithoutDisplay(t *testing.T) {
	program := build(t)
	for name, display := range map[string]string{
		"none": "", "dead": ":65000", "without OpenGL": (&screen{t: t}).xServer("-extension", "GLX"),
	} {
		t.Run(name, func(t *testing.T) {
			patience, cancel := context.WithTimeout(t.Context(), enough)
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
