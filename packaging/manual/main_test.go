package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/export/pdf/poppler"
)

// TestManual: every line of the manual is on its pages, with a picture for each
// line that names one, and the same bytes twice.
func TestManual(t *testing.T) {
	date := time.Date(2027, 1, 20, 8, 0, 0, 0, time.UTC)
	data, err := manual("1.2.3", date)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := manual("1.2.3", date); err != nil || !bytes.Equal(again, data) {
		t.Errorf("a second printing differs (%v)", err)
	}
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	// In the order of the paper: columns are made of the gaps between keys otherwise.
	printed, named := squeeze(poppler.Run(t, data, "pdftotext", "-raw", poppler.File, "-")), 0
	for line := range strings.Lines(assets.Help()) {
		words := strings.TrimPrefix(line, "# ")
		if found := picture.FindStringSubmatch(strings.TrimSpace(line)); found != nil {
			words, named = found[1], named+1
		}
		// A page may end inside of it: its beginning has to be there.
		begin := []rune(squeeze(words))
		if begin = begin[:min(len(begin), 12)]; !strings.Contains(printed, string(begin)) {
			t.Errorf("not printed: %s", string(begin))
		}
	}
	if n := strings.Count(poppler.Run(t, data, "pdfimages", "-list", poppler.File), " rgb "); n != named || n == 0 {
		t.Errorf("%d pictures, want %d", n, named)
	}
}

func TestPictureMissing(t *testing.T) {
	if _, err := document("1.2.3", "# 开始\n![没有的](gone.png)\n"); err == nil {
		t.Error("a picture that is not there was printed")
	}
}
