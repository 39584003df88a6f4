package typeset

import (
	"reflect"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/model"
)

// typed is a report of ten pages after n keystrokes in a paragraph of its middle.
func typed(t testing.TB, n int) *outline.Document {
	t.Helper()
	r := specimen.Sample(t)
	for range 2 {
		r.Narrative[model.Overview] = append(r.Narrative[model.Overview], specimen.Sample(t).Narrative[model.Overview]...)
	}
	for i := range n {
		r.Narrative[model.Overview][2].Text += string(rune('一' + i))
	}
	return outline.Of(r, outline.Posting{})
}

// TestCache: a layout from a cache is the one without, missing characters
// included; what has not changed is not set anew, and what is gone is dropped.
func TestCache(t *testing.T) {
	faces := specimen.Faces(t)
	var cache Cache
	for n := range 4 {
		report := typed(t, n)
		report.Blocks[1].Text += "𠮷"
		report.Blocks[4].Text += "𠮷𠮷"
		got, want := Layout(report, faces, Options{Cache: &cache}), Layout(report, faces, Options{})
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("after %d keystrokes the cached layout differs", n)
		}
		if len(got.Missing) != 2 {
			t.Errorf("missing %v", got.Missing)
		}
		anew := 0
		for w, found := range cache.now {
			if before, ok := cache.last[w]; !ok || &before.atoms[0] != &found.atoms[0] {
				anew++
			}
		}
		if n > 1 && (anew != 1 || len(cache.last)-len(cache.now) != 0) {
			t.Errorf("%d paragraphs set anew, %d known before and %d now", anew, len(cache.last), len(cache.now))
		}
	}
}

// BenchmarkKeystroke lays out a report of ten pages after one more character.
func BenchmarkKeystroke(b *testing.B) {
	faces := specimen.Faces(b)
	reports := [2]*outline.Document{typed(b, 1), typed(b, 2)}
	for name, cache := range map[string]*Cache{"cached": {}, "anew": nil} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			pages := 0
			for i := 0; b.Loop(); i++ {
				pages = len(Layout(reports[i%2], faces, Options{Cache: cache}).Pages)
			}
			b.ReportMetric(float64(pages), "pages")
		})
	}
}
