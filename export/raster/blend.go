package raster

import (
	"image"
	"math"
	"slices"

	"nianbao/export/typeset"
)

const white = 255

func whiten(dst *image.Gray) {
	if dst.Rect.Empty() {
		return
	}
	width := dst.Rect.Dx()
	first := dst.Pix[:width]
	for i := range first {
		first[i] = white
	}
	for y := 1; y < dst.Rect.Dy(); y++ {
		copy(dst.Pix[y*dst.Stride:][:width], first)
	}
}

// share is a part of a pixel in 255ths. The products here are rounded before they are
// added to, as on every processor; see placement.apply.
func share(part float64) uint8 { return uint8(float64(white*part) + 0.5) }

// mix covers a share a of 255 of a pixel with ink.
func mix(pixel, ink, a uint8) uint8 {
	return uint8((uint32(pixel)*(255-uint32(a)) + uint32(ink)*uint32(a) + 127) / 255)
}

// blend inks the pixels in at as far as the mask covers them.
func blend(dst *image.Gray, mask []byte, at image.Rectangle, ink uint8) {
	clip := at.Intersect(dst.Rect)
	width := at.Dx()
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		src := mask[(y-at.Min.Y)*width+clip.Min.X-at.Min.X:][:clip.Dx()]
		row := dst.Pix[dst.PixOffset(clip.Min.X, y):][:len(src)]
		for i, a := range src {
			if a != 0 {
				row[i] = mix(row[i], ink, a)
			}
		}
	}
}

// drawRule draws a horizontal or vertical rule in black, its ends cut off where
// it ends. There are no others in a table.
func drawRule(dst *image.Gray, l typeset.Line, scale float64) {
	x0, x1 := min(l.X1, l.X2), max(l.X1, l.X2)
	y0, y1 := min(l.Y1, l.Y2), max(l.Y1, l.Y2)
	switch half := l.Width / 2; {
	case y0 == y1:
		y0, y1 = y0-half, y1+half
	case x0 == x1:
		x0, x1 = x0-half, x1+half
	default:
		return
	}
	x0, x1 = max(x0*scale, float64(dst.Rect.Min.X)), min(x1*scale, float64(dst.Rect.Max.X))
	y0, y1 = max(y0*scale, float64(dst.Rect.Min.Y)), min(y1*scale, float64(dst.Rect.Max.Y))
	if !(x0 < x1 && y0 < y1) {
		return
	}
	left, right := int(math.Floor(x0)), int(math.Ceil(x1))
	for y := int(math.Floor(y0)); float64(y) < y1; y++ {
		high := overlap(y0, y1, y)
		full := share(high)
		row := dst.Pix[dst.PixOffset(left, y):][:right-left]
		row[0] = mix(row[0], 0, share(high*overlap(x0, x1, left)))
		for i := 1; i < len(row)-1; i++ {
			row[i] = mix(row[i], 0, full)
		}
		if last := len(row) - 1; last > 0 {
			row[last] = mix(row[last], 0, share(high*overlap(x0, x1, left+last)))
		}
	}
}

// inkOf is the pixel of a grey.
func inkOf(gray float64) uint8 { return uint8(math.Round(white * min(max(gray, 0), 1))) }

// areas draws fills. What covers parts of one pixel is added up before it is inked:
// where two fills meet, no light shows.
func (r *Renderer) areas(dst *image.Gray, fills []typeset.Fill, scale float64) {
	for len(fills) > 0 {
		n := typeset.AreaLength(fills)
		top, bottom := math.Inf(1), math.Inf(-1)
		for _, f := range fills[:n] {
			top, bottom = min(top, f.Y*scale), max(bottom, (f.Y+f.Height)*scale)
		}
		top, bottom = max(top, float64(dst.Rect.Min.Y)), min(bottom, float64(dst.Rect.Max.Y))
		area := fills[:n]
		fills = fills[n:]
		if !(top < bottom) { // also when one is not a number
			continue
		}
		for y := int(math.Floor(top)); float64(y) < bottom; y++ {
			r.areaRow(dst, area, scale, y)
		}
	}
}

// areaRow inks what an area covers of a row of pixels.
func (r *Renderer) areaRow(dst *image.Gray, area []typeset.Fill, scale float64, y int) {
	within := func(f typeset.Fill) (high, x0, x1 float64) {
		high = min((f.Y+f.Height)*scale, float64(y+1)) - max(f.Y*scale, float64(y))
		return high, max(f.X*scale, float64(dst.Rect.Min.X)), min((f.X+f.Width)*scale, float64(dst.Rect.Max.X))
	}
	left, right := dst.Rect.Max.X, dst.Rect.Min.X // of all that is in the row
	for _, f := range area {
		if high, x0, x1 := within(f); high > 0 && x0 < x1 {
			left, right = min(left, int(math.Floor(x0))), max(right, int(math.Ceil(x1)))
		}
	}
	if left >= right {
		return
	}
	r.row = slices.Grow(r.row[:0], right-left)[:right-left]
	clear(r.row)
	for _, f := range area {
		high, x0, x1 := within(f)
		if !(high > 0 && x0 < x1) {
			continue
		}
		for x := int(math.Floor(x0)); float64(x) < x1; x++ {
			r.row[x-left] += float64(high * overlap(x0, x1, x))
		}
	}
	row, ink := dst.Pix[dst.PixOffset(left, y):], inkOf(area[0].Gray)
	for i, covered := range r.row {
		if covered > 0 {
			row[i] = mix(row[i], ink, share(min(covered, 1)))
		}
	}
}

// overlap is how much of the pixel at i lies between from and to.
func overlap(from, to float64, i int) float64 {
	return min(to, float64(i+1)) - max(from, float64(i))
}
