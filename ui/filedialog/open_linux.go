package filedialog

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Exit statuses of xdg-open: no tool was found, or it failed.
const (
	noTool     = 3
	toolFailed = 4
)

// Open opens a file with the program that the computer has for it, a folder with its
// file manager. It may take as long as that program runs: call it beside the window.
// The error is ErrNoProgram where there is none.
func Open(path string) error {
	err := exec.Command("xdg-open", path).Run()
	var ended *exec.ExitError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, exec.ErrNotFound), errors.As(err, &ended) && (ended.ExitCode() == noTool || ended.ExitCode() == toolFailed):
		return fmt.Errorf("open %s: %w", path, ErrNoProgram)
	default:
		return fmt.Errorf("open %s: %w", path, err)
	}
}

// Desktop is the folder of what lies on the user's desktop, as user-dirs.dirs of the
// XDG user directories names it, or by its usual names; empty where there is none.
func Desktop() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	candidates := []string{filepath.Join(home, "桌面"), filepath.Join(home, "Desktop")}
	settings, _ := os.ReadFile(filepath.Join(config, "user-dirs.dirs")) // without it the usual names
	for line := range strings.Lines(string(settings)) {
		if value, is := strings.CutPrefix(strings.TrimSpace(line), "XDG_DESKTOP_DIR="); is {
			candidates = append([]string{strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)}, candidates...)
		}
	}
	for _, dir := range candidates {
		if info, err := os.Stat(dir); err == nil && info.IsDir() && filepath.Clean(dir) != filepath.Clean(home) {
			return dir
		}
	}
	return ""
}
