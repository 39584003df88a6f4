package raster

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

// TestPNG: another program's reader finds every pixel, in the nearest of 16 grays, of
// pictures of even and odd widths.
func TestPNG(t *testing.T) {
	for _, width := range []int{1, 2, 255, 256} {
		img := image.NewGray(image.Rect(0, 0, width, 3))
		for i := range img.Pix {
			img.Pix[i] = byte(i * 7)
		}
		data, err := PNG(img)
		if err != nil {
			t.Fatal(err)
		}
		read, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if read.Bounds() != img.Rect {
			t.Fatalf("size %v, want %v", read.Bounds(), img.Rect)
		}
		for y := range 3 {
			for x := range width {
				got, _, _, _ := read.At(x, y).RGBA()
				want := int(img.GrayAt(x, y).Y)
				if off := int(got>>8) - want; off < -8 || off > 8 || int(got>>8)%17 != 0 {
					t.Fatalf("%d wide, pixel %d, %d: %d, want %d", width, x, y, got>>8, want)
				}
			}
		}
		if again, err := PNG(img); err != nil || !bytes.Equal(again, data) {
			t.Errorf("other bytes the second time (%v)", err)
		}
	}
}
