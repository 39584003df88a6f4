package atomicfile

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/model/internal/powercut"
)

// Roles of this test program when it runs itself to be recorded.
const (
	roleMark = "NIANBAO_TEST_WRITES"
	careful  = "careful"
	sloppy   = "sloppy"
)

// TestMain lets the test program run itself as a program that writes a file.
func TestMain(m *testing.M) {
	role, path, ok := strings.Cut(os.Getenv(roleMark), " ")
	if !ok {
		os.Exit(m.Run())
	}
	for n := range writes {
		write := Write
		if role == sloppy {
			write = func(path string, data []byte) error {
				if err := os.WriteFile(path+".tmp", data, 0o600); err != nil {
					return err
				}
				return os.Rename(path+".tmp", path)
			}
		}
		if err := write(path, []byte(content(n+1))); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(n + 1)
	}
	os.Exit(0)
}

const writes = 3

// content is that of the n-th write.
func content(n int) string { return fmt.Sprintf("%d %s", n, strings.Repeat("年报", 700*n)) }

// TestPowerCut: whenever the power fails, the file is there whole, with what was
// acknowledged or what was just being written.
func TestPowerCut(t *testing.T) {
	for _, before := range []string{"", content(0)} {
		cuts, bad := cutWrites(t, careful, before)
		if bad != "" {
			t.Errorf("written over %.2q: %s", before, bad)
		}
		t.Logf("%d power cuts", cuts)
	}
}

// TestPowerCutSees: a program that flushes nothing is found out.
func TestPowerCutSees(t *testing.T) {
	for _, before := range []string{"", content(0)} {
		if _, bad := cutWrites(t, sloppy, before); bad == "" {
			t.Errorf("written over %.2q without flushing, and all was well", before)
		}
	}
}

// cutWrites has a file written, over what was there before or nothing, and cuts the
// power at every step. It says what is wrong with the first bad state.
func cutWrites(t *testing.T, role, before string) (cuts int, bad string) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	const name = "年报.pdf"
	path := filepath.Join(dir, name)
	if before != "" {
		if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", roleMark+"="+role+" "+path)
	look := func(c powercut.Cut) string {
		dir := t.TempDir()
		c.Restore(t, dir)
		data, err := os.ReadFile(filepath.Join(dir, name))
		if os.IsNotExist(err) && before == "" && c.Acknowledged == 0 {
			return ""
		}
		first, _, _ := strings.Cut(string(data), " ")
		n, wrong := strconv.Atoi(first)
		if err != nil || wrong != nil || n < c.Acknowledged || n > c.Acknowledged+1 || string(data) != content(n) {
			return fmt.Sprintf("%v: %d was acknowledged, the file holds %.9q (%d bytes), %v", c, c.Acknowledged, data, len(data), err)
		}
		return ""
	}
	acknowledged, cuts := powercut.Record(t, dir, cmd).Cuts(rand.New(rand.NewPCG(1, 2)), 0, func(c powercut.Cut) {
		if bad == "" {
			bad = look(c)
		}
	})
	if acknowledged != writes {
		t.Errorf("%d of %d writes were acknowledged", acknowledged, writes)
	}
	return cuts, bad
}
