// Package poppler has programs of others read a finished PDF: poppler's and qpdf,
// which `make test` installs. It is for tests, and the one place that runs them; it
// shares nothing with what writes the file.
package poppler

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// File stands for the PDF among the arguments of [Run].
const File = "FILE"

// Run gives what a program prints about a PDF. A program that fails or complains
// fails the test.
func Run(t testing.TB, data []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(name)
	for _, a := range args {
		if a == File {
			a = path
		}
		cmd.Args = append(cmd.Args, a)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil || complaint.Len() > 0 {
		t.Fatalf("%s: %v\n%s%s", name, err, complaint.Bytes(), out[:min(len(out), 1000)])
	}
	return string(out)
}

// Text is the text of all pages as a reader of PDFs finds it.
func Text(t testing.TB, data []byte) string {
	t.Helper()
	return Run(t, data, "pdftotext", File, "-")
}
