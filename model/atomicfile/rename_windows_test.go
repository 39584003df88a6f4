package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// hold opens a file as a reader does that lets nobody delete it.
func hold(t *testing.T, path string) (release func()) {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := windows.CloseHandle(h); err != nil {
			t.Error(err)
		}
	}
}

// folder is a folder of the test's own, emptied file by file: t.TempDir empties
// it by a call that Wine lacks.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "nianbao") //nolint:usetesting // see above
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		entries, err := os.ReadDir(dir)
		for _, e := range entries {
			err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
		}
		if err = errors.Join(err, os.Remove(dir)); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// TestWriteOverHeldFile: a file that another program has open is not replaced,
// and the error says so; one that it lets go of in time is.
func TestWriteOverHeldFile(t *testing.T) {
	path := filepath.Join(folder(t), "年报 2026.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	release := hold(t, path)
	var held *HeldError
	if err := Write(path, []byte("new")); !errors.As(err, &held) || held.Path != path {
		t.Errorf("written over a held file: %v", err)
	}
	onlyFile(t, filepath.Dir(path), filepath.Base(path))
	if got := read(t, path); got != "old" {
		t.Errorf("holds %q", got)
	}
	time.AfterFunc(patience/5, release)
	if err := Write(path, []byte("new")); err != nil {
		t.Errorf("not written although the file was let go: %v", err)
	}
	if got := read(t, path); got != "new" {
		t.Errorf("holds %q", got)
	}
}

// TestRights: a folder in the way is no program that holds the file.
func TestRights(t *testing.T) {
	dir := folder(t)
	from, to := filepath.Join(dir, "a"), filepath.Join(dir, "folder")
	if err := os.WriteFile(from, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(to, 0o700); err != nil {
		t.Fatal(err)
	}
	var held *HeldError
	if err := Rename(from, to); err == nil || errors.As(err, &held) {
		t.Errorf("renamed to a folder: %v", err)
	}
}
