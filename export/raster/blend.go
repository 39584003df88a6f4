package raster

import (
	"image"
	"math"

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
		full := uint8(255*high + 0.5)
		row := dst.Pix[dst.PixOffset(left, y):][:right-left]
		row[0] = mix(row[0], 0, uint8(255*high*overlap(x0, x1, left)+0.5))
		for i := 1; i < len(row)-1; i++ {
			row[i] = mix(row[i], 0, full)
		}
		if last := len(row) - 1; last > 0 {
			row[last] = mix(row[last], 0, uint8(255*high*overlap(x0, x1, left+last)+0.5))
		}
	}
}

// overlap is how much of the pixel at i lies between from and to.
func overlap(from, to float64, i int) float64 {
	return min(to, float64(i+1)) - max(from, float64(i))
}
