package raster

import (
	"image"
	"testing"
)

// benchPages are pages of the sample: one of prose, one that is a table.
var benchPages = []struct {
	name string
	page int
}{{"prose", 1}, {"table", 4}}

func benchmark(b *testing.B, dpi float64, cold bool) {
	d := sample(b)
	bounds, err := boundsOf(d.Paper, dpi/72)
	if err != nil {
		b.Fatal(err)
	}
	img := image.NewGray(bounds)
	for _, tt := range benchPages {
		b.Run(tt.name, func(b *testing.B) {
			var r Renderer
			r.Draw(img, &d.Pages[tt.page], dpi/72)
			b.ReportAllocs()
			for b.Loop() {
				if cold {
					r = Renderer{}
				}
				r.Draw(img, &d.Pages[tt.page], dpi/72)
			}
		})
	}
}

func BenchmarkPage96(b *testing.B)     { benchmark(b, 96, false) }
func BenchmarkPage96Cold(b *testing.B) { benchmark(b, 96, true) }
func BenchmarkPage192(b *testing.B)    { benchmark(b, 192, false) }
