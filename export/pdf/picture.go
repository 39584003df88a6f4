package pdf

import (
	"fmt"
	"image"

	"nianbao/export/typeset"
)

// drawPictures are the operators for a page's pictures. To a screen reader they
// are no part of the text, which says what is on them. next is the number of the
// first one.
func (w *writer) drawPictures(page typeset.Page, next int) []byte {
	var b []byte
	for i, p := range page.Pictures {
		b = fmt.Appendf(b, "\n/Artifact BMC\nq %.3f 0 0 %.3f %.3f %.3f cm /P%d Do Q\nEMC\n",
			p.Width, p.Height, p.X, w.document.Paper.Height-p.Y-p.Height, next+i)
	}
	return b
}

// writePictures writes the images of all pages and is the entry of them in the
// resources; empty without any.
func (w *writer) writePictures() []byte {
	var entry []byte
	n := 0
	for _, page := range w.document.Pages {
		for _, p := range page.Pictures {
			r := w.reserve()
			size := p.Image.Bounds()
			w.stream(r, fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8",
				size.Dx(), size.Dy()), samples(p.Image))
			n++
			entry = fmt.Appendf(entry, "/P%d %v", n, r)
		}
	}
	if n == 0 {
		return nil
	}
	return fmt.Appendf(nil, "/XObject<<%s>>", entry)
}

// samples are the pixels row by row, red, green and blue.
func samples(img image.Image) []byte {
	size := img.Bounds()
	data := make([]byte, 0, 3*size.Dx()*size.Dy())
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			r, g, b, _ := img.At(x, y).RGBA()
			data = append(data, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return data
}
