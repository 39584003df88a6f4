//go:build cgo && linux

package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// TestWindowSecondStart starts the program again while its window is put away, alone
// and with a report file that was opened on the desktop: the first window shows
// itself and opens the file. One that was killed keeps no start from its window.
func TestWindowSecondStart(t *testing.T) {
	program, home, s := build(t), t.TempDir(), newScreen(t)
	r := s.run(program, home)
	environment := r.command.Env

	report, err := model.New(2025, model.NewAgency("Wutong"))
	if err != nil {
		t.Fatal(err)
	}
	body, err := reportfile.Write(report)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, "年报.nianbao")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		step, title string
		arguments   []string
	}{
		{"a second start", textProgram, nil},
		{"a file is opened", "Wutong 2025", []string{filepath.Base(file)}},
	} {
		s.step(c.step)
		s.xdotool("windowminimize", "--sync", strings.TrimSpace(s.xdotool("getactivewindow")))
		second := exec.CommandContext(t.Context(), program, c.arguments...)
		second.Dir, second.Env = home, environment
		if out, err := second.CombinedOutput(); err != nil || len(out) > 0 {
			t.Fatalf("%v: %s", err, out)
		}
		s.until("the first window in front", func() bool {
			return strings.Contains(s.xdotool("getactivewindow", "getwindowname"), c.title)
		})
		if all := strings.Fields(s.xdotool("search", "--onlyvisible", "--name", textProgram)); len(all) != 1 {
			t.Errorf("%d windows", len(all))
		}
	}

	s.step("a start after a crash")
	if err := r.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	r.ended()
	r = s.run(program, home)
	r.settle()
	r.keys("alt+F4")
	if status := r.ended(); status != 0 {
		t.Errorf("closed with status %d", status)
	}
	if entries, _ := filepath.Glob(filepath.Join(dataFolder(home), "*.socket")); len(entries) > 0 {
		t.Errorf("left behind: %q", entries)
	}
}
