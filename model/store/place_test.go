package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestPortable: the folder beside the program is found by the program and by the
// compat program, one folder further down.
func TestPortable(t *testing.T) {
	home := filepath.Join(t.TempDir(), "便携 版")
	program, compat := filepath.Join(home, "nianbao.exe"), filepath.Join(home, CompatFolder, "nianbao.exe")
	if err := os.MkdirAll(filepath.Dir(compat), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{program, compat} {
		if got := portable(p); got != "" {
			t.Errorf("%s: %q without the folder", p, got)
		}
	}
	want := filepath.Join(home, portableName)
	if err := os.WriteFile(want, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := portable(program); got != "" {
		t.Errorf("a file of that name is taken for the folder: %q", got)
	}
	if err := os.Remove(want); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(want, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{program, compat} {
		if got := portable(p); got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
	if got := portable(filepath.Join(home, "bin", "nianbao.exe")); got != "" {
		t.Errorf("found from another folder: %q", got)
	}
}

// TestPortableError: that the portable folder cannot be written to is told apart
// from the same trouble elsewhere, and from other trouble with it.
func TestPortableError(t *testing.T) {
	beside := filepath.Join("/media/甲", portableName)
	for _, tt := range []struct {
		dir      string
		err      error
		portable bool
	}{
		{beside, fs.ErrPermission, true},
		{beside, readOnlyDisk, true},
		{beside, fs.ErrNotExist, false},
		{beside, &InUseError{}, false},
		{"/home/甲/nianbao", fs.ErrPermission, false},
	} {
		got := portableError(tt.dir, fmt.Errorf("lock file: %w", tt.err))
		if errors.Is(got, ErrPortable) != tt.portable || !errors.Is(got, tt.err) && tt.portable {
			t.Errorf("%s, %v: %v", tt.dir, tt.err, got)
		}
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := DefaultDir(); err != nil || got != "/data/nianbao" {
		t.Errorf("%q, %v", got, err)
	}
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", "/home/甲")
	if got, err := DefaultDir(); err != nil || got != "/home/甲/.local/share/nianbao" {
		t.Errorf("%q, %v", got, err)
	}
}
