//go:build linux

package beside

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// startingVariable makes TestEndsWithTheTest the one that is killed.
const startingVariable = "NIANBAO_TEST_STARTS"

// TestEndsWithTheTest kills a test, and wants what it started to end.
func TestEndsWithTheTest(t *testing.T) {
	if os.Getenv(startingVariable) != "" {
		c := exec.Command("sleep", "600")
		Start(t, c)
		_, _ = os.Stdout.WriteString(strconv.Itoa(c.Process.Pid) + "\n")
		select {}
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	killed := exec.Command(program, "-test.run=^"+t.Name()+"$")
	killed.Env = append(os.Environ(), startingVariable+"=1")
	out, err := killed.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	Start(t, killed)
	started, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	id := strings.TrimSpace(started)
	if over(id) {
		t.Fatal("it has not begun")
	}
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); !over(id); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("process %s outlives the test that started it", id)
		}
	}
}

// over reports whether a process has ended, even if nobody has asked for its
// status yet.
func over(id string) bool {
	stat, err := os.ReadFile(filepath.Join("/proc", id, "stat"))
	_, after, _ := bytes.Cut(stat, []byte(") "))
	return err != nil || bytes.HasPrefix(after, []byte("Z"))
}
