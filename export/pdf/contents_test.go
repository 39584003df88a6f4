package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestContentsDistrustsGopdf: a file of another shape than expected is refused,
// never half read.
func TestContentsDistrustsGopdf(t *testing.T) {
	good := plainSample(t)
	if pages, err := contents(good, 7); err != nil || len(pages) != 7 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	if _, err := contents(good, 8); err == nil {
		t.Error("one page too few was accepted")
	}
	for cut := 0; cut < len(good); cut += 997 {
		if _, err := contents(good[:cut], 7); err == nil {
			t.Errorf("cut at %d: accepted", cut)
		}
	}
	for _, word := range []string{"startxref", "/Root", "/Pages", "/Kids [", "/Contents", "stream\n", "/Length", " obj\n"} {
		damaged := bytes.ReplaceAll(slices.Clone(good), []byte(word), []byte(strings.Repeat("x", len(word))))
		if _, err := contents(damaged, 7); err == nil {
			t.Errorf("without %q: accepted", word)
		}
	}
}

func FuzzContents(f *testing.F) {
	good := plainSample(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = contents(data, 7) // it must only not panic
	})
}
