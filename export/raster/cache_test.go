package raster

import (
	"bytes"
	"testing"

	"nianbao/export/typeset"
)

func TestCacheBound(t *testing.T) {
	d := sample(t)
	var r Renderer
	first := page(t, &r, d, 0, 96)
	drops, before := 0, 0
	for dpi := 100; dpi < 400 && drops < 2; dpi += 5 {
		page(t, &r, d, 1, dpi)
		if r.cache.size > maxCache {
			t.Fatalf("%d bytes at %d dpi", r.cache.size, dpi)
		}
		if r.cache.size < before {
			drops++
		}
		before = r.cache.size
	}
	if drops < 2 {
		t.Errorf("the cache was dropped %d times", drops)
	}
	if !bytes.Equal(page(t, &r, d, 0, 96).Pix, first.Pix) {
		t.Error("the page looks different after the cache was dropped")
	}
}

// TestCacheCounts: all that is kept counts, the pixels and what lies beside them.
func TestCacheCounts(t *testing.T) {
	var r Renderer
	page(t, &r, sample(t), 0, 96)
	inSlabs := 0
	for _, g := range r.cache.glyphs {
		inSlabs += len(g.pix)
	}
	entries := entrySize * len(r.cache.glyphs)
	if slabs := r.cache.size - entries; entries == 0 || slabs%slabSize != 0 || slabs < inSlabs {
		t.Errorf("%d bytes for %d of pixels and %d of entries", r.cache.size, inSlabs, entries)
	}
}

// TestWarm: drawing a page again takes next to no memory.
func TestWarm(t *testing.T) {
	d := sample(t)
	d.Pages[1].Under = nil // turned, and so read from the face each time
	d.Pages[1].Fills = []typeset.Fill{{X: 9, Y: 9, Width: 90, Height: 90}}
	var r Renderer
	img := page(t, &r, d, 1, 96)
	if n := testing.AllocsPerRun(5, func() { r.Draw(img, &d.Pages[1], 96.0/72) }); n > 0 {
		t.Errorf("%g allocations", n)
	}
}
