package specimen

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares a text with the file of this name in testdata, or writes the file
// with -update. Where they differ the text is kept beside it.
func Golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	failed := path + ".failed"
	if err := os.WriteFile(failed, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(lines) || line != lines[i] {
			t.Errorf("%s differs from line %d on (see %s):\n%s", path, i+1, failed, line)
			return
		}
	}
	t.Errorf("%s goes on where the text ends (see %s)", path, failed)
}

// Parts shows the parts of a packed document as text that can be compared line by
// line: each of these elements begins one.
func Parts(t *testing.T, packed []byte, elements ...string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, e := range elements {
		lines = append(lines, "<"+e+">", "\n<"+e+">", "<"+e+" ", "\n<"+e+" ", "<"+e+"/>", "\n<"+e+"/>")
	}
	breaks := strings.NewReplacer(lines...)
	var b strings.Builder
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("== " + f.Name + "\n" + breaks.Replace(string(part)) + "\n")
	}
	return b.String()
}
