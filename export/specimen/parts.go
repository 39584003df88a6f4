package specimen

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

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
