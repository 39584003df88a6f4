package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"nianbao/model/internal/fulldisk"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "梧桐镇 2020.nianbao")
	for _, content := range []string{"第一次", "第二次，长一些", ""} {
		if err := Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != content {
			t.Errorf("read %q, want %q", got, content)
		}
	}
	onlyFile(t, dir, "梧桐镇 2020.nianbao")
}

func TestWriteKeepsMode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode())
	}
}

func TestWriteFollowsLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "real"), 0o755); err != nil {
		t.Fatal(err)
	}
	target, link := filepath.Join(dir, "real", "f"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if err := Write(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, target); got != "new" {
		t.Errorf("target holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v, %v", info, err)
	}
}

// TestWriteThroughLinkToNothing creates what the link names and keeps the link.
func TestWriteThroughLinkToNothing(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink("target", link); err != nil {
		t.Fatal(err)
	}
	if err := Write(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(dir, "target")); got != "new" {
		t.Errorf("target holds %q", got)
	}
	if _, err := os.Readlink(link); err != nil {
		t.Errorf("the link was replaced: %v", err)
	}
	circle := filepath.Join(dir, "circle")
	if err := os.Symlink(circle, circle); err != nil {
		t.Fatal(err)
	}
	if err := Write(circle, nil); err == nil {
		t.Error("a link in a circle was written")
	}
}

// TestWriteHeedsUmask: a user who keeps new files private gets a private one.
func TestWriteHeedsUmask(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	path := filepath.Join(t.TempDir(), "f")
	if err := Write(path, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v; want 0600", info.Mode(), err)
	}
}

func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		path string
		want error
	}{
		{dir, ErrNotRegular},
		{os.DevNull, ErrNotRegular},
		{filepath.Join(dir, "missing", "f"), fs.ErrNotExist},
	}
	for _, tt := range tests {
		if err := Write(tt.path, []byte("x")); !errors.Is(err, tt.want) {
			t.Errorf("Write(%s) = %v, want %v", tt.path, err, tt.want)
		}
	}
	onlyFile(t, dir)
}

// TestFailedWriteLeavesOldFile: the disk takes no more than the first bytes.
func TestFailedWriteLeavesOldFile(t *testing.T) {
	if !fulldisk.InOwnProcess(t) {
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	fulldisk.Limit(t, 1024, func() {
		if err := Write(path, make([]byte, 4096)); err == nil {
			t.Error("a write beyond the limit succeeded")
		}
	})
	if got := read(t, path); got != "old" {
		t.Errorf("the old file holds %q", got)
	}
	onlyFile(t, dir, "f")
}

// TestWriteWithRefuses: whatever goes wrong on the way is told, the old file stays
// and no other is left behind.
func TestWriteWithRefuses(t *testing.T) {
	wrong := errors.New("wrong")
	fill := func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	}
	for name, tt := range map[string]struct {
		fill  func(io.Writer) error
		prove func(string) error
		want  error
	}{
		"filling":  {func(io.Writer) error { return wrong }, nil, wrong},
		"proving":  {fill, func(string) error { return wrong }, wrong},
		"renaming": {fill, os.Remove, fs.ErrNotExist},
		"nothing":  {fill, func(temp string) error { return same(temp, "new") }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "f")
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := WriteWith(path, tt.fill, tt.prove); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
			holds := "old"
			if tt.want == nil {
				holds = "new"
			}
			if got := read(t, path); got != holds {
				t.Errorf("holds %q, want %q", got, holds)
			}
			onlyFile(t, dir, "f")
		})
	}
}

// TestUnflushedFolderIsTold: a name that may not outlive a power cut is no success,
// though the file is there.
func TestUnflushedFolderIsTold(t *testing.T) {
	if !fulldisk.InOwnProcess(t) {
		return
	}
	path := filepath.Join(t.TempDir(), "f")
	fill := func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	}
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &old); err != nil {
		t.Fatal(err)
	}
	noMore := func(string) error { return syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Max: old.Max}) }
	err := WriteWith(path, fill, noMore) // from now on nothing can be opened, the folder neither
	if e := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &old); e != nil {
		t.Fatal(e)
	}
	if !errors.Is(err, syscall.EMFILE) {
		t.Errorf("%v, want %v", err, syscall.EMFILE)
	}
	if err := same(path, "new"); err != nil {
		t.Error(err)
	}
}

// TestFlushed: only a file system that knows no such call is let off.
func TestFlushed(t *testing.T) {
	for err, want := range map[error]bool{nil: true, syscall.EIO: false, syscall.ENOSPC: false, syscall.EINVAL: true, syscall.ENOTSUP: true, syscall.ENOSYS: true} {
		if got := flushed(err); (got == nil) != want || got != nil && !errors.Is(got, err) {
			t.Errorf("%v: %v", err, got)
		}
	}
}

// same tells whether a file holds a text.
func same(path, text string) error {
	data, err := os.ReadFile(path)
	if err == nil && string(data) != text {
		err = errors.New("holds " + string(data))
	}
	return err
}

// TestRename: what cannot be renamed is told at once.
func TestRename(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := Rename(from, to); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing renamed: %v", err)
	}
	if err := SyncFolder(from); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder flushed: %v", err)
	}
}
