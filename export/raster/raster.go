// Package raster draws the marks of a page as a picture for the preview: the
// glyphs and places that the PDF has too, at any resolution. Everything on
// paper is black or grey on white, so that one byte a pixel is enough. Begin with
// [Renderer.Page].
package raster

import (
	"errors"
	"fmt"
	"image"
	"math"

	"golang.org/x/image/vector"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// maxPixels bounds a picture: A4 at about 800 dots per inch. Whoever asks for
// more has taken one unit for another.
const maxPixels = 64 << 20

// ErrSize says that a picture would have no pixels, or more than maxPixels.
var ErrSize = errors.New("not a size to draw a page at")

// boundsOf are the pixels of a sheet of paper at a scale in pixels per point
// (dots per inch / 72), from 0, 0 in the upper left corner. A part of a pixel
// at the right and lower edge counts whole. The error wraps ErrSize:
// another scale than the caller's would put the marks elsewhere than it expects.
func boundsOf(paper typeset.Paper, scale float64) (image.Rectangle, error) {
	// A scale computed from the width wanted may miss it by a rounding error.
	const tiny = 1e-6
	w, h := math.Ceil(paper.Width*scale-tiny), math.Ceil(paper.Height*scale-tiny)
	if !(w >= 1 && h >= 1 && w*h <= maxPixels) { // also when one is not a number
		return image.Rectangle{}, fmt.Errorf("%w: %g pt × %g pt at %g pixels per point", ErrSize, paper.Width, paper.Height, scale)
	}
	return image.Rect(0, 0, int(w), int(h)), nil
}

// Renderer draws pages and keeps the glyphs that it has drawn for the next
// page, up to maxCache. Its zero value is ready. It is for one goroutine at a
// time.
type Renderer struct {
	vector vector.Rasterizer
	alpha  image.Alpha // the picture that vector draws into; it owns no pixels
	band   []byte      // pixels of what is not cached
	row    []float64   // how far a row of pixels is covered
	cache  cache
}

// Page is a new picture of a page on its paper, scale in pixels per point. The
// error is that of boundsOf.
func (r *Renderer) Page(paper typeset.Paper, p *typeset.Page, scale float64) (*image.Gray, error) {
	bounds, err := boundsOf(paper, scale)
	if err != nil {
		return nil, err
	}
	img := image.NewGray(bounds)
	r.Draw(img, p, scale)
	return img, nil
}

// Draw draws a page over all that dst showed before. The upper left corner of
// the paper is at 0, 0, whatever part of the page dst holds; what lies outside
// is left out. Scale is in pixels per point.
func (r *Renderer) Draw(dst *image.Gray, p *typeset.Page, scale float64) {
	whiten(dst)
	for i := range p.Under {
		r.text(dst, &p.Under[i], scale)
	}
	r.areas(dst, p.Fills, scale)
	for _, l := range p.Lines {
		drawRule(dst, l, scale)
	}
	for i := range p.Texts {
		r.text(dst, &p.Texts[i], scale)
	}
}

// farthest is where drawing ends, in pixels from the corner and as the size of
// type: wide of every picture, and within the numbers that vector counts in.
const farthest = 1 << 20

func near(v float64) bool { return math.Abs(v) < farthest } // not a number is not near

// text draws one run. Characters that the face lacks are left out, as they are
// from the PDF.
func (r *Renderer) text(dst *image.Gray, t *typeset.Text, scale float64) {
	em := t.Size * scale
	if em <= 0 || !near(em) || !near(t.X*scale) || !near(t.Y*scale) {
		return
	}
	ink := inkOf(t.Gray)
	if t.Turn != 0 || em > maxCachedEm {
		r.outlines(dst, t, scale, ink)
		return
	}
	pen, space := t.X*scale, float64(t.Space*scale)
	y, phaseY := snap(t.Y*scale, phasesY)
	key := glyphKey{face: t.Face, em: em, phaseY: phaseY}
	for _, key.char = range t.String {
		if !near(pen) {
			return
		}
		var x int
		x, key.phaseX = snap(pen, phasesX)
		g, known := r.cache.glyphs[key]
		if !known {
			g = r.glyph(key)
		}
		if !g.missing {
			blend(dst, g.pix, g.box.Add(image.Pt(x, y)), ink)
			pen += g.advance + space
		}
	}
}

// outlines draws a run that is turned or too large to be kept, glyph by glyph.
func (r *Renderer) outlines(dst *image.Gray, t *typeset.Text, scale float64, ink uint8) {
	em := t.Size * scale
	sin, cos := math.Sincos(t.Turn * math.Pi / 180)
	k := em / float64(t.Face.UnitsPerEm())
	at := placement{a: k * cos, b: -k * sin, c: -k * sin, d: -k * cos}
	pen := 0.0
	for _, char := range t.String {
		id, ok := t.Face.Glyph(char)
		if !ok {
			continue
		}
		at.x, at.y = float64(t.X*scale)+float64(pen*cos), float64(t.Y*scale)-float64(pen*sin)
		if !near(at.x) || !near(at.y) {
			return
		}
		r.outline(dst, t.Face.Outline(id), at, ink)
		pen += float64(float64(t.Face.Advance(id))/1000*em) + float64(t.Space*scale)
	}
}

const (
	// maxBand bounds the pixels that are drawn at once of what is not cached.
	maxBand = 1 << 18
	// inFixedPoint is the largest picture for which vector counts in fixed
	// point, whose rounding adds up along a tall edge.
	inFixedPoint = 512
)

// outline draws one shape in bands from top to bottom.
func (r *Renderer) outline(dst *image.Gray, shape []fonts.Contour, at placement, ink uint8) {
	hull := at.hull(shape)
	box := hull.Intersect(dst.Rect)
	if box.Empty() {
		return
	}
	if hull.Dx() > inFixedPoint || hull.Dy() > inFixedPoint {
		box.Max.X = max(box.Max.X, box.Min.X+inFixedPoint+1) // blend leaves it out
	}
	rows := min(max(maxBand/box.Dx(), 1), box.Dy())
	if n := rows * box.Dx(); cap(r.band) < n {
		r.band = make([]byte, n)
	}
	for top := box.Min.Y; top < box.Max.Y; top += rows {
		band := image.Rect(box.Min.X, top, box.Max.X, min(top+rows, box.Max.Y))
		pix := r.band[:band.Dx()*band.Dy()]
		r.fill(pix, band, shape, at)
		blend(dst, pix, band, ink)
	}
}
