package raster

import (
	"image"
	"image/draw"
	"math"

	"nianbao/fonts"
)

// maxCache bounds the memory of the glyphs that a Renderer keeps, in bytes.
// Before it is passed all are dropped. It is wide: the seven pages of the
// sample take 1 MB at 96 dots per inch and 3 MB at 192.
const maxCache = 16 << 20

const (
	// maxCachedEm is the largest type that is kept, in pixels: beyond it a page
	// has few characters, and they are large.
	maxCachedEm = 256
	// reach is how far a glyph may go from where it stands, in ems: only those
	// of a damaged face go farther.
	reach = 4
	// slabSize is the memory that glyphs are given at once.
	slabSize = 256 << 10
	// entrySize is about what a glyph takes beside its pixels.
	entrySize = 128
)

// Characters stand at the nearest of so many places within a pixel. Whole pixels
// down the page would be twice as far from the printed page, and eighths no
// nearer; see TestLikePoppler.
const (
	phasesX = 4
	phasesY = 4
)

// snap parts a position into a whole pixel and a phase after it.
func snap(v float64, phases int) (pixel int, phase uint8) {
	n := int(math.Floor(v*float64(phases) + 0.5))
	pixel = int(math.Floor(float64(n) / float64(phases)))
	return pixel, uint8(n - pixel*phases)
}

// glyphKey is what the pixels of a glyph depend on.
type glyphKey struct {
	face           *fonts.Face
	em             float64 // size in pixels
	char           rune
	phaseX, phaseY uint8
}

// glyph is a character ready to be drawn.
type glyph struct {
	pix     []byte          // coverage, row by row, 255 is full
	box     image.Rectangle // of pix, from the pixel where the character stands
	advance float64         // pixels
	missing bool            // the face has no such character
}

// cache holds the glyphs drawn so far. Pixels come from slabs, as there are
// thousands of small ones.
type cache struct {
	glyphs map[glyphKey]glyph
	size   int    // bytes, slabs and entries
	free   []byte // rest of the last slab
}

// reserve makes sure that a glyph of n pixels fits below maxCache.
func (c *cache) reserve(n int) {
	if c.glyphs == nil || c.size+entrySize+max(n, slabSize) > maxCache {
		*c = cache{glyphs: map[glyphKey]glyph{}}
	}
}

// pixels gives room for n pixels.
func (c *cache) pixels(n int) []byte {
	if n > len(c.free) {
		c.free = make([]byte, max(n, slabSize))
		c.size += len(c.free)
	}
	pix := c.free[:n:n]
	c.free = c.free[n:]
	return pix
}

// glyph draws a character and keeps it.
func (r *Renderer) glyph(key glyphKey) glyph {
	g := glyph{missing: true}
	var shape []fonts.Contour
	var at placement
	if id, ok := key.face.Glyph(key.char); ok {
		k := key.em / float64(key.face.UnitsPerEm())
		at = placement{a: k, d: -k, x: float64(key.phaseX) / phasesX, y: float64(key.phaseY) / phasesY}
		shape = key.face.Outline(id)
		far := reach * int(math.Ceil(key.em))
		g = glyph{
			box:     at.hull(shape).Intersect(image.Rect(-far, -far, far, far)),
			advance: float64(key.face.Advance(id)) / 1000 * key.em,
		}
	}
	size := g.box.Size()
	r.cache.reserve(size.X * size.Y)
	if !g.box.Empty() {
		g.pix = r.cache.pixels(size.X * size.Y)
		r.fill(g.pix, g.box, shape, at)
	}
	r.cache.size += entrySize
	r.cache.glyphs[key] = g
	return g
}

// placement maps a point of an outline to pixels: a·X + b·Y + x, c·X + d·Y + y.
type placement struct{ a, b, c, d, x, y float64 }

// apply rounds each product: some processors (arm64) would add to it unrounded, and
// a pixel here and there be another grey.
func (t placement) apply(p fonts.Point) (x, y float64) {
	return float64(t.a*p.X) + float64(t.b*p.Y) + t.x, float64(t.c*p.X) + float64(t.d*p.Y) + t.y
}

// hull is a box of pixels around a shape, empty for a blank.
func (t placement) hull(shape []fonts.Contour) image.Rectangle {
	x0, y0 := math.Inf(1), math.Inf(1)
	x1, y1 := math.Inf(-1), math.Inf(-1)
	add := func(p fonts.Point) {
		x, y := t.apply(p)
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	for _, contour := range shape { // which ends where it starts
		for _, c := range contour.Curves {
			add(c.Control)
			add(c.To)
		}
	}
	if !(x0 < x1 && y0 < y1) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}

// bend draws a curve from x, y as straight pieces, but for the last one: as many as
// vector would take, whose own products are not rounded.
func (r *Renderer) bend(x, y float64, at placement, c fonts.Curve) {
	const straight, fine = 0.333, 3 // of the square of how far it bends, in pixels
	u, v := at.apply(c.Control)
	toX, toY := at.apply(c.To)
	dx, dy := x-2*u+toX, y-2*v+toY
	far := float64(dx*dx) + float64(dy*dy)
	if far < straight {
		return
	}
	pieces := 1 + int(math.Sqrt(math.Sqrt(fine*far)))
	for i := 1; i < pieces; i++ {
		t := float64(i) / float64(pieces)
		px := between(t, between(t, x, u), between(t, u, toX))
		py := between(t, between(t, y, v), between(t, v, toY))
		r.vector.LineTo(float32(px), float32(py))
	}
}

// between is the place at t of the way from a to b.
func between(t, a, b float64) float64 { return a + float64(t*(b-a)) }

// fill draws the part of a shape that lies in box: pix becomes its coverage.
func (r *Renderer) fill(pix []byte, box image.Rectangle, shape []fonts.Contour, at placement) {
	size := box.Size()
	r.vector.Reset(size.X, size.Y)
	r.vector.DrawOp = draw.Src
	at.x -= float64(box.Min.X)
	at.y -= float64(box.Min.Y)
	for _, contour := range shape {
		x, y := at.apply(contour.Start)
		r.vector.MoveTo(float32(x), float32(y))
		for _, c := range contour.Curves {
			if c.Control != c.To {
				r.bend(x, y, at, c)
			}
			x, y = at.apply(c.To)
			r.vector.LineTo(float32(x), float32(y))
		}
		r.vector.ClosePath()
	}
	r.alpha = image.Alpha{Pix: pix, Stride: size.X, Rect: image.Rectangle{Max: size}}
	r.vector.Draw(&r.alpha, r.alpha.Rect, image.Opaque, image.Point{})
}
