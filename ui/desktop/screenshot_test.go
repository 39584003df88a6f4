//go:build cgo && linux

package desktop

import (
	"bytes"
	"encoding/binary"
	"image"
	"os"
	"path/filepath"
)

// screenshot is what the screen shows.
type screenshot struct {
	size   image.Point
	stride int
	pixels []byte // blue, green, red, nothing
}

// shoot reads the X server's memory, which is a file in the format of xwd.
func (s *screen) shoot() screenshot {
	s.t.Helper()
	file, err := os.ReadFile(filepath.Join(s.pictures, "Xvfb_screen0"))
	if err != nil {
		s.t.Fatal(err)
	}
	header := func(field int) int { return int(binary.BigEndian.Uint32(file[4*field:])) }
	const width, height, stride, colours, colourSize = 4, 5, 12, 19, 12
	return screenshot{
		size: image.Pt(header(width), header(height)), stride: header(stride),
		pixels: file[header(0)+header(colours)*colourSize:],
	}
}

// differs reports whether more differs than a caret that blinks. Most rows are the same,
// and compared as a whole: a look must not cost what it looks for.
func (p screenshot) differs(from screenshot) bool {
	const caretPixels = 300
	n := 0
	for row := 0; row+p.stride <= min(len(p.pixels), len(from.pixels)); row += p.stride {
		now, was := p.pixels[row:row+p.stride], from.pixels[row:row+p.stride]
		if bytes.Equal(now, was) {
			continue
		}
		for i := 0; i+4 <= p.stride && n <= caretPixels; i += 4 {
			if !bytes.Equal(now[i:i+3], was[i:i+3]) {
				n++
			}
		}
	}
	return n > caretPixels
}

func (p screenshot) at(x, y int) []byte { return p.pixels[y*p.stride+4*x:][:3] }

// caret finds the caret, as high as a line. It blinks, so there is not always
// one.
func (p screenshot) caret() image.Rectangle { return p.bars(20, 23) }

// cell finds the cell with the caret by the sides of its frame.
func (p screenshot) cell() image.Rectangle { return p.bars(24, 28) }

// bars finds upright, narrow bars of one blue, from low to high pixels high, and
// returns what holds them all.
func (p screenshot) bars(low, high int) (found image.Rectangle) {
	for x := 3; x < p.size.X-4; x++ {
		for y := 0; y < p.size.Y; {
			n := 1
			for y+n < p.size.Y && bytes.Equal(p.at(x, y), p.at(x, y+n)) {
				n++
			}
			bar := image.Rect(x, y, x+1, y+n)
			if n >= low && n <= high && p.blue(x, y) && !p.blue(x-3, y+n/2) && !p.blue(x+3, y+n/2) {
				found = found.Union(bar)
			}
			y += n
		}
	}
	return found
}

// blue reports a colour that is not grey but blue.
func (p screenshot) blue(x, y int) bool { c := p.at(x, y); return int(c[0]) > int(c[2])+50 }
