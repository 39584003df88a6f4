//go:build unix

package store

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test program run itself as a second process.
func TestMain(m *testing.M) {
	if dir := os.Getenv("STORE_TEST_DIR"); dir != "" {
		os.Exit(child(dir, os.Getenv("STORE_TEST_ROLE")))
	}
	os.Exit(m.Run())
}

// child holds the store open, or saves into it and tells each save that has
// been acknowledged, until it is killed.
func child(dir, role string) int {
	if role == "look" {
		if err := json.NewEncoder(os.Stdout).Encode(look(dir)); err != nil {
			return 1
		}
		return 0
	}
	if builds := []string{"make", "compact", "restore", "migrate", "salvage", "backup"}; slices.Contains(builds, role) {
		if err := buildRole(dir, role); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(1)
		return 0
	}
	s, err := Open(dir, Options{Maker: "child"})
	if err != nil {
		fmt.Println("refused:", err)
		return 1
	}
	if role == "hold" {
		fmt.Println("open")
		_, _ = io.Copy(io.Discard, os.Stdin)
		return 0
	}
	list, err := s.List()
	if err != nil || len(list) != 1 {
		fmt.Println("refused:", len(list), err)
		return 1
	}
	before, err := s.Load(list[0].ID)
	if err != nil {
		fmt.Println("refused:", err)
		return 1
	}
	n, _, _ := strings.Cut(string(before), " ")
	count, err := strconv.Atoi(n)
	if err != nil {
		fmt.Println("refused:", err)
		return 1
	}
	last := math.MaxInt
	if _, limit, ok := strings.Cut(role, " "); ok {
		if last, err = strconv.Atoi(limit); err != nil {
			return 1
		}
	}
	for count < last {
		count++
		content := saveText(count)
		err := s.Save(list[0].ID, Summary{}, []byte(content))
		if count%5 == 0 && err == nil {
			err = s.Keep(list[0].ID, Summary{}, []byte(content), Note{Reason: ReasonInterval})
		}
		if err != nil && strings.HasPrefix(role, "stubborn") {
			number, _ := SystemError(err)
			fmt.Println(number.Error())
			count--
			continue
		}
		if err != nil {
			fmt.Println("refused:", err)
			return 1
		}
		fmt.Println(count)
	}
	if err := s.Close(); err != nil {
		return 1
	}
	return 0
}

// saveText is the content of the n-th save.
func saveText(n int) string { return fmt.Sprintf("%d %s", n, strings.Repeat("文字", 211*n%5000)) }

func startChild(t *testing.T, dir, role string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", "STORE_TEST_DIR="+dir, "STORE_TEST_ROLE="+role)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd, bufio.NewScanner(out)
}

// TestSecondProcess: a second program is told within two seconds who has the
// store; once the first is killed, the store is free.
func TestSecondProcess(t *testing.T) {
	dir := t.TempDir()
	cmd, out := startChild(t, dir, "hold")
	if !out.Scan() || out.Text() != "open" {
		t.Fatalf("child said %q", out.Text())
	}
	begin := time.Now()
	_, err := Open(dir, Options{})
	var used *InUseError
	if !errors.As(err, &used) || used.PID != cmd.Process.Pid {
		t.Fatalf("Open beside process %d: %v", cmd.Process.Pid, err)
	}
	if wait := time.Since(begin); wait > 2*time.Second {
		t.Errorf("it took %v to say so", wait)
	}
	kill(t, cmd)
	open(t, dir)
}

func kill(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed, as it should be
}

// TestKillWhileSaving kills a saving process at random moments, a few saves after it began
// or while it opens the store: what it had been told is saved is there.
func TestKillWhileSaving(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "0 ")
	closeChecked(t, s)
	acknowledged := 0
	rounds := 20
	if *long {
		rounds = 300
	}
	for range rounds {
		cmd, out := startChild(t, dir, "save")
		var timer *time.Timer
		killIn := func(d time.Duration) {
			timer = time.AfterFunc(d, func() { _ = cmd.Process.Kill() })
		}
		saves := rand.IntN(6)
		if saves == 0 {
			killIn(time.Duration(20+rand.IntN(100)) * time.Millisecond)
		}
		for k := 1; out.Scan(); k++ {
			n, err := strconv.Atoi(out.Text())
			if err != nil {
				t.Fatalf("child said %q", out.Text())
			}
			acknowledged = n
			if k == saves {
				killIn(time.Duration(rand.IntN(20_000)) * time.Microsecond)
			}
		}
		if timer == nil {
			t.Fatal("the child ended by itself")
		}
		timer.Stop()
		_ = cmd.Wait() // killed, as it should be
		s := open(t, dir)
		n, _, _ := strings.Cut(load(t, s, id), " ")
		if found, err := strconv.Atoi(n); err != nil || found < acknowledged {
			t.Fatalf("draft holds save %s, but %d was acknowledged", n, acknowledged)
		}
		closeChecked(t, s)
	}
	if acknowledged == 0 {
		t.Error("no save was acknowledged: nothing was tested")
	}
}

// buildRole plays a part in TestPowerCutWhileBuilding.
func buildRole(dir, role string) error {
	if role == "restore" {
		return Restore(dir, backupsIn(filepath.Join(dir, backupFolder))[0].Path, Options{})
	}
	s, err := Open(dir, Options{Summarise: summarise})
	if err != nil {
		return err
	}
	switch role {
	case "make":
		_, err = s.Create(Summary{Agency: "甲"}, []byte("甲:一"))
	case "compact":
		err = s.compact()
	case "backup":
		_, err = s.Backup()
	}
	return errors.Join(err, s.Close())
}
