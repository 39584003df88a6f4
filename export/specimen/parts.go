package specimen

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"strings"
	"testing"
)

// Unpack is the parts of a packed document by their names, and these in their order.
func Unpack(t testing.TB, packed []byte) (names []string, parts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		names, parts[f.Name] = append(names, f.Name), string(part)
	}
	return names, parts
}

// Parts shows the parts of a packed document as text that can be compared line by
// line: each of these elements begins one.
func Parts(t *testing.T, packed []byte, elements ...string) string {
	t.Helper()
	names, parts := Unpack(t, packed)
	var lines []string
	for _, e := range elements {
		lines = append(lines, "<"+e+">", "\n<"+e+">", "<"+e+" ", "\n<"+e+" ", "<"+e+"/>", "\n<"+e+"/>")
	}
	breaks := strings.NewReplacer(lines...)
	var b strings.Builder
	for _, name := range names {
		b.WriteString("== " + name + "\n" + breaks.Replace(parts[name]) + "\n")
	}
	return b.String()
}
