package pdf

import (
	"bytes"
	"fmt"
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

// TestContentsOf: the contents are those of the objects that are referred to, and no object
// reaches into another, or beyond the file.
func TestContentsOf(t *testing.T) {
	whole := plainFile("<</Type /Catalog\n/Pages 2 0 R>>", "<</Kids [ 4 0 R       ]>>", "<</Length 03/Other  1>>\nstream\nabc\nendstream", "<</Contents  3 0 R>>")
	for _, tt := range []struct{ name, before, after, want string }{
		{"as it is", "", "", "abc"},
		{"an empty stream", "/Length 03", "/Length 00", ""},
		{"up to the next object", "/Length 03", "/Length 21", "abc\nendstream\nendobj\n"},
		{"not: into the next object", "/Length 03", "/Length 22", "refused"},
		{"not: no length", "/Length 03", "/Length xx", "refused"},
		{"not: packed", "/Other  1", "/Filter 1", "refused"},
		{"not: a page that is not there", "[ 4", "[ 9", "refused"},
		{"not: object 0", "/Contents  3", "/Contents  0", "refused"},
		{"not: behind the last object", "/Contents  3", "/Contents  5", "refused"},
		{"not: a reference behind another word", "/Contents  3", "/Contents x3", "refused"},
		{"not: the wrong place", "0000000009 ", "0000000008 ", "refused"},
		{"not: a place behind the next", "0000000009 ", "0000000099 ", "refused"},
		{"not: a place beyond the file", "0000000056 ", "9999999999 ", "refused"},
		{"not: a place that is no number", "0000000009 ", "000000000x ", "refused"},
		{"not: a row too few", "0 5\n", "0 6\n", "refused"},
		{"not: another kind of table", "xref\n0", "xref\n1", "refused"},
		{"not: two pages", "[ 4 0 R       ]", "[ 4 0 R 4 0 R ]", "refused"},
		{"not: pages without end", " ]>>", "  >>", "refused"},
	} {
		if !strings.Contains(whole, tt.before) {
			t.Fatalf("%s: no %q in\n%s", tt.name, tt.before, whole)
		}
		data := strings.Replace(whole, tt.before, tt.after, 1)
		all, err := contents([]byte(data), 1)
		got := "refused"
		if err == nil {
			got = string(bytes.Join(all, []byte("|")))
		}
		if got != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.name, got, err, tt.want)
		}
	}
}

// plainFile is a file of objects as gopdf writes it, the first of them the catalogue.
func plainFile(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), at)
	return b.String()
}

func FuzzContents(f *testing.F) {
	good := plainSample(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = contents(data, 7) // it must only not panic
	})
}
