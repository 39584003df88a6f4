package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// TestInjectedFaults has the disk refuse one call of a row of saves: what was
// acknowledged is there, the message names the cause, and saving goes on.
func TestInjectedFaults(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	step := 23
	if *long {
		step = 1
	}
	const saves = 6
	injected := 0
	for _, fault := range []struct {
		call, cause string
		number      syscall.Errno
	}{
		{"pwrite64", "EIO", syscall.EIO},
		{"pwrite64", "ENOSPC", syscall.ENOSPC},
		{"fdatasync", "EIO", syscall.EIO}, // data, and meta pages
		{"fdatasync", "ENOSPC", syscall.ENOSPC},
		{"ftruncate", "EFBIG", syscall.EFBIG},
	} {
		for when := 1; when < 50; when += step {
			dir := t.TempDir()
			s := open(t, dir)
			id := create(t, s, "甲", "0 ")
			closeChecked(t, s)
			cmd := exec.Command(strace, "-f", "-qq", "-o", "/dev/null", "-P", filepath.Join(dir, fileName),
				"-e", "trace="+fault.call, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d", fault.call, fault.cause, when), program)
			cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", "STORE_TEST_DIR="+dir, fmt.Sprintf("STORE_TEST_ROLE=stubborn %d", saves))
			out, err := cmd.Output()
			if err != nil && strings.Contains(string(stderrOf(err)), "ptrace") {
				t.Skip("this system lets nobody trace a process")
			}
			acknowledged := 0
			for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
				if n, err := strconv.Atoi(line); err == nil {
					acknowledged = n
					continue
				}
				injected++
				if line != fault.number.Error() {
					t.Errorf("%s %s at %d: said %q, want %q", fault.call, fault.cause, when, line, fault.number)
				}
			}
			s = open(t, dir)
			if words := s.Opening().Words(); s.Opening().Salvage != nil {
				t.Errorf("%s %s at %d: %v", fault.call, fault.cause, when, words)
			}
			if got := load(t, s, id); acknowledged != saves || got != saveText(saves) {
				t.Errorf("%s %s at %d: %d acknowledged, holds %.20q", fault.call, fault.cause, when, acknowledged, got)
			}
			closeChecked(t, s)
		}
	}
	if injected == 0 {
		t.Error("nothing was refused: nothing was tested")
	}
	t.Logf("%d refusals", injected)
}

func stderrOf(err error) []byte {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.Stderr
	}
	return nil
}

// TestFullDisk saves on a disk that is full: the message says so, the text goes
// to a rescue file elsewhere, what was saved stays, and saving goes on once there
// is room.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=400k"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	t.Setenv("HOME", t.TempDir())
	t.Setenv("TMPDIR", t.TempDir()) // what another test rescues is not this one's
	s, err := Open(filepath.Join(disk, "草稿"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closeChecked(t, s)
	id := create(t, s, "甲", "0")
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	saved := "0"
	full := false
	for n := range 60 {
		text := incompressible(n, 20<<10)
		err := s.Save(id, Summary{Agency: "甲"}, []byte(text))
		if err == nil {
			saved = text
			continue
		}
		full = true
		if number, _ := SystemError(err); number != syscall.ENOSPC {
			t.Errorf("the system said %v", number)
		}
		path, err := s.Rescue(id, Summary{Agency: "甲"}, []byte(text))
		if err != nil || strings.HasPrefix(path, disk) {
			t.Errorf("rescued to %q, %v", path, err)
		}
		if got := load(t, s, id); got != saved && got != text {
			t.Error("neither the old content nor the new")
		}
		break
	}
	if !full {
		t.Error("the disk did not fill")
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(id, Summary{Agency: "甲"}, []byte("有地方了")); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "有地方了" {
		t.Errorf("content %q", got)
	}
}

// TestNoPermission: a file or folder that cannot be written is said to be so.
func TestNoPermission(t *testing.T) {
	if os.Getuid() == 0 {
		if !asNobody(t) {
			return
		}
	}
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "内容")
	closeChecked(t, s)
	path := filepath.Join(dir, fileName)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); err == nil || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a file that cannot be written: %v", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	// A folder that cannot be written holds a store that can.
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o700) }()
	s = open(t, dir)
	if err := s.Save(id, Summary{}, []byte("neu")); err != nil {
		t.Error(err)
	}
}

// asNobody runs the test again without root's rights.
func asNobody(t *testing.T) bool {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	copied := filepath.Join("/tmp", fmt.Sprintf("store-test-%d", os.Getpid()))
	data, err := os.ReadFile(program)
	if err == nil {
		err = os.WriteFile(copied, data, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Remove(copied) }()
	cmd := exec.Command(copied, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir = "/tmp"
	cmd.Env = []string{"TMPDIR=/tmp", "HOME=/tmp"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "--- PASS") {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}
