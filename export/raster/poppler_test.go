package raster

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/pdf"
	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
)

// sample is the report that comes with the program, on paper, as a draft.
func sample(t testing.TB) *typeset.Document {
	t.Helper()
	return typeset.Layout(outline.Of(specimen.Sample(t), outline.Posting{}), specimen.Faces(t), typeset.Options{Draft: true})
}

// theirPage is a page of a PDF as poppler draws it.
func theirPage(t *testing.T, data []byte, page, dpi int) *image.Gray {
	t.Helper()
	number := strconv.Itoa(page)
	return readPGM(t, []byte(poppler.Run(t, data, "pdftoppm", "-gray", "-r", strconv.Itoa(dpi), "-f", number, "-l", number, poppler.File)))
}

func readPGM(t *testing.T, raw []byte) *image.Gray {
	t.Helper()
	var w, h int
	if _, err := fmt.Fscanf(bytes.NewReader(raw), "P5\n%d %d\n255\n", &w, &h); err != nil || len(raw) < w*h {
		t.Fatalf("not a PGM: %v", err)
	}
	return &image.Gray{Pix: raw[len(raw)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}
}

// shrink averages n × n pixels into one; those that are not there are white.
func shrink(img *image.Gray, n int) *image.Gray {
	if n == 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	small := image.NewGray(image.Rect(0, 0, (w+n-1)/n, (h+n-1)/n))
	sums := make([]int, small.Stride)
	for y := range small.Rect.Dy() {
		clear(sums)
		for v := y * n; v < min((y+1)*n, h); v++ {
			for x, p := range img.Pix[v*img.Stride:][:w] {
				sums[x/n] += white - int(p)
			}
		}
		for x, sum := range sums {
			small.Pix[y*small.Stride+x] = white - uint8((sum+n*n/2)/(n*n))
		}
	}
	return small
}

// difference is how far two pictures are apart; grey counts 0 to 255.
type difference struct {
	mean float64 // of grey
	far  float64 // share of pixels that differ by more than half of black
	// tile and ink are those of the worst square of 16 × 16 pixels: its mean of
	// grey, and the difference of its ink, which a small shift hardly changes.
	tile, ink float64
}

func (d difference) within(limit difference) bool {
	return d.mean <= limit.mean && d.far <= limit.far && d.tile <= limit.tile && d.ink <= limit.ink
}

func (d difference) String() string {
	return fmt.Sprintf("mean %.3f, far %.4f%%, worst tile %.1f, worst ink %.1f", d.mean, 100*d.far, d.tile, d.ink)
}

// compare also draws the difference, dark where it is large.
func compare(a, b *image.Gray) (difference, *image.Gray) {
	const side, half = 16, 127
	type tile struct{ grey, ink float64 }
	var d difference
	picture := image.NewGray(a.Rect)
	columns := a.Rect.Dx()/side + 1
	tiles := make([]tile, columns*(a.Rect.Dy()/side+1))
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			ink := float64(b.Pix[y*b.Stride+x]) - float64(a.Pix[y*a.Stride+x])
			grey := math.Abs(ink)
			picture.Pix[y*picture.Stride+x] = white - uint8(grey)
			t := &tiles[y/side*columns+x/side]
			t.grey += grey
			t.ink += ink
			d.mean += grey
			if grey > half {
				d.far++
			}
		}
	}
	for _, t := range tiles {
		d.tile = max(d.tile, t.grey/(side*side))
		d.ink = max(d.ink, math.Abs(t.ink)/(side*side))
	}
	n := float64(a.Rect.Dx() * a.Rect.Dy())
	d.mean /= n
	d.far /= n
	return d, picture
}

// keep leaves a picture beside the tests, to be looked at.
func keep(t *testing.T, name string, img *image.Gray) {
	t.Helper()
	f, err := os.Create(name + ".failed.png")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, img), f.Close()); err != nil {
		t.Fatal(err)
	}
	t.Logf("left %s", f.Name())
}

// The limits lie a fifth over what was measured.
var (
	limit96   = difference{mean: 7.2, far: 0.0136, tile: 88, ink: 18.5} // measured 5.9, 1.13 %, 73.7, 15.5
	limit192  = difference{mean: 6.2, far: 0.0188, tile: 138, ink: 27}  // measured 5.1, 1.57 %, 115.4, 22.6
	limitFine = difference{mean: 1.4, far: 0.00001, tile: 23, ink: 5.8} // measured 1.2, 0.0002 %, 19.3, 4.8
)

// TestLikePoppler: the preview shows what the PDF shows. Poppler sets its
// characters on the whole pixel above and the quarter to the left of their
// place, and widens rules to whole pixels; therefore the pictures at one size
// are up to a pixel apart. (With characters rounded down as poppler does, prose
// is 0.2 apart at 96 dots per inch.) The narrow limits are those against a
// picture eight times as large, whose pixels are averaged: there what poppler
// rounds is small.
func TestLikePoppler(t *testing.T) {
	d := sample(t)
	data, err := pdf.Write(d, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		dpi, finer int
		step       int // from page to page
		limit      difference
	}{
		{96, 1, 1, limit96},
		{192, 1, 1, limit192},
		{96, 8, 4, limitFine},
	} {
		var r Renderer
		for i := 0; i < len(d.Pages); i += tt.step {
			number := d.Pages[i].Number
			ours := page(t, &r, d, i, tt.dpi)
			theirs := shrink(theirPage(t, data, number, tt.dpi*tt.finer), tt.finer)
			if ours.Rect != theirs.Rect {
				t.Fatalf("page %d at %d dpi: %v, poppler %v", number, tt.dpi, ours.Rect, theirs.Rect)
			}
			diff, picture := compare(ours, theirs)
			if diff.within(tt.limit) {
				continue
			}
			t.Errorf("page %d at %d dpi, poppler %d times as fine: %s; limit %s", number, tt.dpi, tt.finer, diff, tt.limit)
			base := fmt.Sprintf("page%d-%d-%d", number, tt.dpi, tt.finer)
			keep(t, base+"-ours", ours)
			keep(t, base+"-poppler", theirs)
			keep(t, base+"-difference", picture)
		}
	}
}

func page(t *testing.T, r *Renderer, d *typeset.Document, i, dpi int) *image.Gray {
	t.Helper()
	img, err := r.Page(d.Paper, &d.Pages[i], float64(dpi)/72)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// TestComparison: what goes wrong with a single mark is beyond the limits.
func TestComparison(t *testing.T) {
	d := sample(t)
	table := 0
	for i := range d.Pages {
		if len(d.Pages[i].Lines) > len(d.Pages[table].Lines) {
			table = i
		}
	}
	zero := slices.IndexFunc(d.Pages[table].Texts, func(t typeset.Text) bool { return t.String == "0" })
	if zero < 0 {
		t.Fatal("no 0 in the table")
	}
	var r Renderer
	good := page(t, &r, d, table, 96)
	for name, spoil := range map[string]func(p *typeset.Page){
		"nothing":       func(*typeset.Page) {},
		"no watermark":  func(p *typeset.Page) { p.Under = nil },
		"mark on top":   func(p *typeset.Page) { p.Texts = append(p.Texts, p.Under...) },
		"a rule less":   func(p *typeset.Page) { p.Lines = p.Lines[1:] },
		"a figure less": func(p *typeset.Page) { p.Texts[zero].String = "" },
		"another":       func(p *typeset.Page) { p.Texts[zero].String = "6" },
		"moved a point": func(p *typeset.Page) { p.Texts[zero].X++ },
		"all a bit off": func(p *typeset.Page) {
			for i := range p.Texts {
				p.Texts[i].Y += 0.3
			}
		},
	} {
		bad := sample(t)
		spoil(&bad.Pages[table])
		diff, _ := compare(page(t, &r, bad, table, 96), good)
		if diff.within(limitFine) != (name == "nothing") {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
