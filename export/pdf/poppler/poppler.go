// Package poppler has programs of others read a finished PDF: poppler's, qpdf and zbar,
// which `make test` installs. It is for tests, and the one place that runs them; it
// shares nothing with what writes the file.
package poppler

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
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

// Codes are what the QR codes on a page hold, from 1, as a scanner finds them in its
// picture (zbar).
func Codes(t testing.TB, data []byte, page, dpi int) []string {
	t.Helper()
	n := strconv.Itoa(page)
	picture := Run(t, data, "pdftoppm", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, "-singlefile", "-png", File)
	path := filepath.Join(t.TempDir(), "page.png")
	if err := os.WriteFile(path, []byte(picture), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("zbarimg", "--quiet", "--raw", "--nodbus", path)
	out, err := cmd.Output()
	const none = 4 // its exit status when it finds no code
	if ended := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &ended) || ended.ExitCode() != none) {
		t.Fatalf("zbarimg (package zbar-tools): %v", err)
	}
	return strings.Fields(string(out))
}
