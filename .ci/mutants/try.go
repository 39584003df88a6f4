package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// switchSource is the file that each broken package gets: the breaks' switches. The
// number of the break that is on stands in a file, so that processes which the tests
// start have it too; -1 has them write down which breaks they come by.
const switchSource = `package %s

import (
	"cmp"
	"os"
	"strconv"
	"sync/atomic"
)

var mutantNow = func() int {
	text, _ := os.ReadFile(%q)
	n, _ := strconv.Atoi(string(text))
	return n
}()

var mutantSeen [%d]atomic.Bool

func mutantOn(id int) bool {
	if mutantNow == -1 && !mutantSeen[id].Swap(true) {
		if f, err := os.OpenFile(%q, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666); err == nil {
			f.WriteString(strconv.Itoa(id) + "\n")
			f.Close()
		}
	}
	return mutantNow == id
}

func mutantError(id int, err error) error {
	if mutantOn(id) {
		return nil
	}
	return err
}

func mutantBy(id, by int) int {
	if mutantOn(id) {
		return by
	}
	return 0
}

func mutantLess[T cmp.Ordered](id int, a, b T) bool         { return a < b || mutantOn(id) && a == b }
func mutantLessEqual[T cmp.Ordered](id int, a, b T) bool    { return a < b || !mutantOn(id) && a == b }
func mutantGreater[T cmp.Ordered](id int, a, b T) bool      { return a > b || mutantOn(id) && a == b }
func mutantGreaterEqual[T cmp.Ordered](id int, a, b T) bool { return a > b || !mutantOn(id) && a == b }

type mutantNumber interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64
}

func mutantPlus[T mutantNumber](id int, a, b T) T {
	if mutantOn(id) {
		return a - b
	}
	return a + b
}

func mutantMinus[T mutantNumber](id int, a, b T) T {
	if mutantOn(id) {
		return a + b
	}
	return a - b
}
`

func (t *tree) path(name string) string { return filepath.Join(t.work, name) }

// writeSwitch writes the switches and the overlay that puts all into the build.
func (t *tree) writeSwitch(p *listed, name string, breaks int, overlay map[string]string) error {
	text := fmt.Sprintf(switchSource, name, t.path("now"), breaks+1, t.path("seen"))
	if err := os.WriteFile(t.path("mutants.go"), []byte(text), 0o600); err != nil {
		return err
	}
	overlay[filepath.Join(p.Dir, "zz_mutants.go")] = t.path("mutants.go")
	list, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return err
	}
	return os.WriteFile(t.path("overlay.json"), list, 0o600)
}

var compilerLine = regexp.MustCompile(`(?m)^\S*?([^/\s:]+\.go:\d+):\d+: `)

// compile builds the broken package, and names the lines that do not compile.
func (t *tree) compile(p *listed) (wrong []string, err error) {
	cmd := exec.Command("go", "build", "-gcflags=-e", "-overlay", t.path("overlay.json"), "-o", os.DevNull, p.ImportPath)
	cmd.Dir = t.root
	out, err := cmd.CombinedOutput()
	if err == nil {
		return nil, nil
	}
	for _, line := range compilerLine.FindAllSubmatch(out, -1) {
		wrong = append(wrong, string(line[1]))
	}
	return wrong, fmt.Errorf("%w\n%s", err, out)
}

// tester is a test, in a binary with the breaks in it.
type tester struct {
	binary, dir, name string
	seen              map[int]bool  // breaks it comes by
	used              time.Duration // of processor time, unbroken
	limit             time.Duration // of the same: a busy machine does not change it
	patience          time.Duration // for tests that wait for ever
}

// try tries the chosen breaks and returns those that no test notices.
func (t *tree) try(p *listed, breaks, chosen []mutant, o options) (survivors []mutant, err error) {
	var testers []tester
	for i, q := range t.testers[p.ImportPath] {
		limit := o.slowest
		if q.ImportPath == p.ImportPath {
			limit = time.Hour
		}
		if limit == 0 {
			continue
		}
		of, err := t.testersOf(q, t.path(fmt.Sprintf("test%d", i)), limit)
		if err != nil {
			return nil, err
		}
		testers = append(testers, of...)
	}
	slices.SortStableFunc(testers, func(a, b tester) int { return cmp.Compare(a.used, b.used) })
	for _, m := range chosen {
		m.unreached = !slices.ContainsFunc(testers, func(test tester) bool { return test.seen[m.id] })
		noticed := slices.ContainsFunc(testers, func(test tester) bool {
			if !test.seen[m.id] {
				return false
			}
			_, err := t.run(test, m.id)
			return err != nil
		})
		if !noticed {
			survivors = append(survivors, m)
		}
	}
	return survivors, nil
}

// testersOf builds the tests of a package, runs each of them alone and unbroken, and
// returns those that end within a limit of processor time.
func (t *tree) testersOf(q *listed, binary string, limit time.Duration) ([]tester, error) {
	cmd := exec.Command("go", "test", "-c", "-vet=off", "-ldflags=-s -w", "-overlay", t.path("overlay.json"), "-o", binary, q.ImportPath)
	cmd.Dir = t.root
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	cmd = exec.Command(binary, "-test.list", "^(Test|Example|Fuzz)")
	cmd.Dir = t.mirrored(q.Dir)
	names, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list tests: %w", err)
	}
	var all []tester
	for _, name := range strings.Fields(string(names)) {
		test := tester{binary: binary, dir: cmd.Dir, name: name, seen: map[int]bool{}, limit: limit, patience: time.Hour}
		begin := time.Now()
		_ = os.Remove(t.path("seen"))
		if test.used, err = t.run(test, -1); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %s left out: longer than %v, or it fails unbroken\n", q.ImportPath, name, limit)
			continue
		}
		text, _ := os.ReadFile(t.path("seen")) // none: it comes by nothing
		for _, line := range strings.Fields(string(text)) {
			if id, err := strconv.Atoi(line); err == nil {
				test.seen[id] = true
			}
		}
		const slower = 4 // than unbroken: it hangs
		test.limit = slower*test.used + 2*time.Second
		test.patience = slower*time.Since(begin) + 30*time.Second
		all = append(all, test)
	}
	return all, nil
}

// run runs a test with one break on, and says how much processor time it took. The
// error is that of a test that fails, or does not end within its limits.
func (t *tree) run(test tester, id int) (used time.Duration, err error) {
	if err := os.WriteFile(t.path("now"), []byte(strconv.Itoa(id)), 0o600); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), test.patience)
	defer cancel()
	seconds := strconv.Itoa(int(math.Ceil(test.limit.Seconds())))
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", `ulimit -t $0 && exec "$@"`, seconds, test.binary,
		"-test.failfast", "-test.run", "^"+test.name+"$", "-test.timeout", (test.patience + time.Minute).String())
	cmd.Dir = test.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) } // and what the tests have started
	const grace = 2 * time.Second
	cmd.WaitDelay = grace
	err = cmd.Run()
	if s := cmd.ProcessState; s != nil {
		used = s.UserTime() + s.SystemTime()
	}
	return used, err
}
