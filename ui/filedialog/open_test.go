//go:build linux

package filedialog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestOpen: what xdg-open ends with is heard of: it starts well where there is no file
// manager at all.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if err := Open("/年报"); !errors.Is(err, ErrNoProgram) {
		t.Errorf("without xdg-open: %v", err)
	}
	for status, want := range map[int]error{0: nil, 3: ErrNoProgram, 4: ErrNoProgram} {
		script := fmt.Sprintf("#!/bin/sh\n[ \"$1\" = /年报 ] || exit 9\nexit %d\n", status)
		if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
		if err := Open("/年报"); !errors.Is(err, want) {
			t.Errorf("status %d: %v, want %v", status, err, want)
		}
	}
	if err := Open("/别处"); err == nil || errors.Is(err, ErrNoProgram) {
		t.Errorf("status 9: %v", err)
	}
}

func TestDesktop(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	if got := Desktop(); got != "" {
		t.Errorf("without any: %q", got)
	}
	for _, name := range []string{"Desktop", "桌面", "办公桌", ".config"} {
		if err := os.Mkdir(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if got := Desktop(); got != filepath.Join(home, "桌面") {
		t.Errorf("by its usual name: %q", got)
	}
	for setting, want := range map[string]string{"$HOME/办公桌": "办公桌", "$HOME/没有": "桌面", "$HOME/": "桌面"} {
		text := "# written by xdg-user-dirs-update\nXDG_DOWNLOAD_DIR=\"$HOME/下载\"\nXDG_DESKTOP_DIR=\"" + setting + "\"\n"
		if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Desktop(); got != filepath.Join(home, want) {
			t.Errorf("%s: %q", setting, got)
		}
	}
}
