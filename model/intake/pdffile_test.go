package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model/reportfile"
)

// TestPDFFiles: files that LibreOffice and Chromium made of made-up reports come
// in whole. LibreOffice gives its fonts codes of one byte, Chromium of two; the
// latter's objects were packed into streams by qpdf. Their face, 文泉驿正黑, may
// be carried by documents.
func TestPDFFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/pdf/*.pdf")
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	told := keepAccounts(t)
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, year, _ := strings.Cut(strings.TrimSuffix(path, ".pdf"), "-")
			raw, err := os.ReadFile("testdata/pdf/" + year + ".nianbao")
			if err != nil {
				t.Fatal(err)
			}
			want, err := reportfile.Read(raw)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read("", data, Options{}) // told by what it is
			if err != nil {
				t.Fatal(err)
			}
			everyLineAccounted(t, got)
			told.addSaid(t, filepath.Base(path), got)
			if s := compareCells(t, path, want, got); s.right != s.cells || s.unsaid > 0 {
				t.Errorf("%+v", s)
			}
			if !sameProse(t, path, want, got) || len(got.Unplaced) > 0 {
				t.Errorf("unplaced: %v", got.Unplaced)
			}
		})
	}
}

// BenchmarkReadPDF reads a report of seven pages.
func BenchmarkReadPDF(b *testing.B) {
	data, err := os.ReadFile("testdata/pdf/libreoffice-2021.pdf")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("report.pdf", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
