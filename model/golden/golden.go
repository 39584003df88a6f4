// Package golden holds what a test has made against a file that somebody has read
// and found right. Only tests import it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Compare compares a text with the file of this name in testdata, or writes the file
// with -update. Where they differ the text is kept beside it.
func Compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		write(t, path, got)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	failed := path + ".failed"
	write(t, failed, got)
	lines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			t.Errorf("%s differs from line %d on (see %s):\n%s", path, i+1, failed, line)
			return
		}
	}
	t.Errorf("%s goes on where the text ends (see %s)", path, failed)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
