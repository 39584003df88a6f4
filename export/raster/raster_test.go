package raster

import (
	"bytes"
	"errors"
	"image"
	"math"
	"testing"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

func face(t testing.TB, role fonts.Role) *fonts.Face {
	t.Helper()
	set, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set.Face(role)
}

// onPage is a picture of w × h pixels at one pixel a point.
func onPage(w, h int, p typeset.Page) *image.Gray {
	var r Renderer
	img := image.NewGray(image.Rect(0, 0, w, h))
	r.Draw(img, &p, 1)
	return img
}

// ink is the sum of what is not white, in black pixels, and its middle.
func ink(img *image.Gray) (sum, x, y float64) {
	for v := img.Rect.Min.Y; v < img.Rect.Max.Y; v++ {
		for u := img.Rect.Min.X; u < img.Rect.Max.X; u++ {
			a := float64(white-img.GrayAt(u, v).Y) / white
			sum += a
			x += a * (float64(u) + 0.5)
			y += a * (float64(v) + 0.5)
		}
	}
	return sum, x / sum, y / sum
}

func isWhite(img *image.Gray) bool {
	sum, _, _ := ink(img)
	return sum == 0
}

func TestBounds(t *testing.T) {
	paper := typeset.A4()
	for _, tt := range []struct {
		scale float64
		w, h  int
	}{
		{1, 596, 842},
		{96.0 / 72, 794, 1123},
		{800 / paper.Width, 800, 1132}, // not 801
	} {
		got, err := boundsOf(paper, tt.scale)
		if want := image.Rect(0, 0, tt.w, tt.h); got != want || err != nil {
			t.Errorf("scale %g: %v, %v; want %v", tt.scale, got, err, want)
		}
	}
	largest := typeset.Paper{Width: 8192, Height: maxPixels / 8192}
	if _, err := boundsOf(largest, 1); err != nil {
		t.Errorf("as many pixels as there may be: %v", err)
	}
	largest.Height++
	if _, err := boundsOf(largest, 1); !errors.Is(err, ErrSize) {
		t.Errorf("a row more: %v", err)
	}
	if _, err := boundsOf(typeset.Paper{Width: 1, Height: 1}, 1); err != nil {
		t.Errorf("a single pixel: %v", err)
	}
	for _, scale := range []float64{0, -1, 12, 1e9, math.Inf(1), math.NaN()} {
		var r Renderer
		if _, err := r.Page(paper, &typeset.Page{}, scale); !errors.Is(err, ErrSize) {
			t.Errorf("scale %g: error %v", scale, err)
		}
	}
}

// TestEmptyPage: a page is white whatever was there before, and only the page.
func TestEmptyPage(t *testing.T) {
	whole := image.NewGray(image.Rect(0, 0, 30, 20))
	part := whole.SubImage(image.Rect(5, 6, 20, 15)).(*image.Gray)
	var r Renderer
	r.Draw(part, &typeset.Page{}, 1)
	for y := range 20 {
		for x := range 30 {
			want := uint8(0)
			if image.Pt(x, y).In(part.Rect) {
				want = white
			}
			if got := whole.GrayAt(x, y).Y; got != want {
				t.Fatalf("%d, %d: %d, want %d", x, y, got, want)
			}
		}
	}
}

func TestRule(t *testing.T) {
	for _, tt := range []struct {
		line typeset.Line
		ink  float64 // black pixels
		x, y int
		grey uint8 // there
	}{
		{typeset.Line{X1: 5, Y1: 5, X2: 15, Y2: 5, Width: 1}, 10, 7, 4, 127},
		{typeset.Line{X1: 15, Y1: 5.5, X2: 5, Y2: 5.5, Width: 1}, 10, 7, 5, 0},
		{typeset.Line{X1: 5.5, Y1: 2, X2: 5.5, Y2: 12, Width: 1}, 10, 5, 3, 0},
		{typeset.Line{X1: 5.2, Y1: 2.5, X2: 5.2, Y2: 12.25, Width: 3}, 29.25, 6, 2, 166}, // 0.7 × 0.5 covered
		{typeset.Line{X1: 5, Y1: 5.25, X2: 5.5, Y2: 5.25, Width: 0.5}, 0.25, 5, 5, 191},
		{typeset.Line{X1: -100, Y1: 5.5, X2: 1e9, Y2: 5.5, Width: 1}, 20, 19, 5, 0},
		{typeset.Line{X1: 5, Y1: 5, X2: 15, Y2: 6, Width: 1}, 0, 7, 5, white}, // slanted
		{typeset.Line{X1: 5, Y1: -5, X2: 15, Y2: -5, Width: 1}, 0, 7, 5, white},
		{typeset.Line{X1: 5, Y1: math.NaN(), X2: 15, Y2: 5, Width: 1}, 0, 7, 5, white},
	} {
		img := onPage(20, 20, typeset.Page{Lines: []typeset.Line{tt.line}})
		sum, _, _ := ink(img)
		if math.Abs(sum-tt.ink) > 0.03*max(tt.ink, 1) {
			t.Errorf("%v: ink %.3f, want %g", tt.line, sum, tt.ink)
		}
		if got := img.GrayAt(tt.x, tt.y).Y; got != tt.grey {
			t.Errorf("%v: grey %d at %d, %d; want %d", tt.line, got, tt.x, tt.y, tt.grey)
		}
	}
}

// TestFill: a fill covers as much of each pixel as it lies on, in its grey, over the
// watermark and under rules and texts.
func TestFill(t *testing.T) {
	for name, tt := range map[string]struct {
		fills []typeset.Fill
		ink   float64 // black pixels
		x, y  int
		grey  uint8 // there
	}{
		"whole pixels":   {[]typeset.Fill{{X: 2, Y: 3, Width: 4, Height: 5}}, 20, 5, 7, 0},
		"beside it":      {[]typeset.Fill{{X: 2, Y: 3, Width: 4, Height: 5}}, 20, 6, 7, white},
		"part of one":    {[]typeset.Fill{{X: 2.5, Y: 3.5, Width: 1, Height: 1}}, 1, 2, 3, 191},
		"grey":           {[]typeset.Fill{{X: 2, Y: 3, Width: 4, Height: 5, Gray: 0.6}}, 8, 3, 3, 153},
		"two that meet":  {[]typeset.Fill{{X: 2, Y: 3, Width: 4, Height: 1.5}, {X: 2, Y: 4.5, Width: 4, Height: 1.5}}, 12, 3, 4, 0},
		"side by side":   {[]typeset.Fill{{X: 2, Y: 3, Width: 1.3, Height: 3}, {X: 3.3, Y: 3, Width: 2.7, Height: 3}}, 12, 3, 4, 0},
		"grey on black":  {[]typeset.Fill{{X: 2, Y: 3, Width: 2, Height: 2}, {X: 3, Y: 3, Width: 1, Height: 2, Gray: 1}}, 2, 3, 3, white},
		"over the edges": {[]typeset.Fill{{X: -9, Y: -1e9, Width: 11, Height: 1e10}}, 40, 1, 19, 0},
		"none":           {[]typeset.Fill{{X: 2, Y: 3, Width: 0, Height: 5}, {X: 2, Y: 3, Width: 4, Height: -1}, {X: math.NaN(), Y: 3, Width: 1, Height: 1}}, 0, 2, 3, white},
		"far away":       {[]typeset.Fill{{X: 20, Y: 3, Width: 4, Height: 5}, {X: 2, Y: 300, Width: 4, Height: math.Inf(1)}}, 0, 2, 3, white},
	} {
		img := onPage(20, 20, typeset.Page{Fills: tt.fills})
		if sum, _, _ := ink(img); math.Abs(sum-tt.ink) > 0.02 {
			t.Errorf("%s: ink %.3f, want %g", name, sum, tt.ink)
		}
		if got := img.GrayAt(tt.x, tt.y).Y; got != tt.grey {
			t.Errorf("%s: grey %d at %d, %d; want %d", name, got, tt.x, tt.y, tt.grey)
		}
	}
	all := typeset.Page{
		Under: []typeset.Text{{Face: face(t, fonts.Hei), Size: 20, X: 0, Y: 18, String: "一", Gray: 0.9}},
		Fills: []typeset.Fill{{Width: 20, Height: 20, Gray: 0.5}},
		Lines: []typeset.Line{{X1: 0, Y1: 5.5, X2: 20, Y2: 5.5, Width: 1}},
	}
	img := onPage(20, 20, all)
	for y := range 20 {
		want := uint8(128)
		if y == 5 {
			want = 0
		}
		if got := img.GrayAt(10, y).Y; got != want {
			t.Errorf("row %d is %d, want %d", y, got, want)
		}
	}
}

func TestGray(t *testing.T) {
	text := typeset.Text{Face: face(t, fonts.Hei), Size: 40, X: 5, Y: 40, String: "一", Gray: 0.88}
	under := onPage(50, 50, typeset.Page{Under: []typeset.Text{text}})
	darkest := uint8(white)
	for _, p := range under.Pix {
		darkest = min(darkest, p)
	}
	if want := uint8(math.Round(0.88 * white)); darkest != want {
		t.Errorf("darkest is %d, want %d", darkest, want)
	}
	black := text
	black.Gray = 0
	over := onPage(50, 50, typeset.Page{Under: []typeset.Text{text}, Texts: []typeset.Text{black}})
	alone := onPage(50, 50, typeset.Page{Texts: []typeset.Text{black}})
	if d, _ := compare(over, alone); d.far > 0 {
		t.Errorf("black is not on top: %s", d)
	}
}

// TestAdvance: characters follow each other by their width and the space.
func TestAdvance(t *testing.T) {
	song := face(t, fonts.Song)
	run := typeset.Text{Face: song, Size: 16, X: 4, Y: 20, Space: 2.25, String: "口\U0010FFFD口A口"}
	id, _ := song.Glyph('A')
	wide := float64(song.Advance(id)) / 1000 * 16
	var single []typeset.Text
	for i, s := range []string{"口", "口", "A", "口"} {
		x := 4 + 18.25*float64(i)
		if i == 3 {
			x = 4 + 18.25*2 + wide + 2.25
		}
		single = append(single, typeset.Text{Face: song, Size: 16, X: x, Y: 20, String: s})
	}
	together := onPage(90, 30, typeset.Page{Texts: []typeset.Text{run}})
	if !bytes.Equal(together.Pix, onPage(90, 30, typeset.Page{Texts: single}).Pix) {
		t.Error("a run is not the same as its characters")
	}
}

// TestTurned turns the picture of a text by quarters and compares it with the
// picture of the turned text.
func TestTurned(t *testing.T) {
	const side, middle = 100, 50
	text := typeset.Text{Face: face(t, fonts.Fang), Size: 16, X: middle, Y: middle, Space: 1.5, String: "（年报"}
	plain := onPage(side, side, typeset.Page{Texts: []typeset.Text{text}})
	sum, x, y := ink(plain)
	for _, turn := range []float64{90, -90, 180, 360, 45, -30} {
		text.Turn = turn
		img := onPage(side, side, typeset.Page{Texts: []typeset.Text{text}})
		sin, cos := math.Sincos(turn * math.Pi / 180)
		wantX, wantY := middle+(x-middle)*cos+(y-middle)*sin, middle-(x-middle)*sin+(y-middle)*cos
		if s, u, v := ink(img); math.Hypot(u-wantX, v-wantY) > 0.1 || math.Abs(s-sum) > 0.02*sum {
			t.Errorf("by %g°: middle of the ink at %.2f, %.2f, want %.2f, %.2f; %.1f of it, want %.1f", turn, u, v, wantX, wantY, s, sum)
		}
		if math.Mod(turn, 90) != 0 {
			continue
		}
		want := image.NewGray(plain.Rect)
		for v := range side {
			for u := range side {
				du, dv := float64(u)+0.5-middle, float64(v)+0.5-middle
				want.Set(int(math.Floor(middle+du*cos+dv*sin)), int(math.Floor(middle-du*sin+dv*cos)), plain.At(u, v))
			}
		}
		if d, _ := compare(img, want); d.tile > 1 {
			t.Errorf("by %g°: %s", turn, d)
		}
	}
}

// TestWindow: part of a page is the same as that part of the picture of the
// whole, also of type so large that it is drawn in bands.
func TestWindow(t *testing.T) {
	p := typeset.Page{
		Under: []typeset.Text{{Face: face(t, fonts.Hei), Size: 900, X: 60, Y: 800, Turn: 10, String: "稿", Gray: 0.5}},
		Fills: []typeset.Fill{{X: 420.3, Y: 495.2, Width: 100, Height: 80.5, Gray: 0.4}, {X: -5, Y: -5, Width: 7, Height: 7.5}},
		Lines: []typeset.Line{{X1: 10, Y1: 500, X2: 900, Y2: 500, Width: 3}},
		Texts: []typeset.Text{{Face: face(t, fonts.Kai), Size: 16, X: 400, Y: 510, String: "政府信息公开"}},
	}
	whole := onPage(1000, 1000, p)
	if sum, _, _ := ink(whole); sum < 10000 {
		t.Fatalf("only %g pixels are black", sum)
	}
	var r Renderer
	for _, window := range []image.Rectangle{image.Rect(410, 490, 450, 505), image.Rect(500, -50, 1100, 1050), image.Rect(-9, 2, 3, 9)} {
		part := image.NewGray(window)
		r.Draw(part, &p, 1)
		for y := window.Min.Y; y < window.Max.Y; y++ {
			for x := window.Min.X; x < window.Max.X; x++ {
				at := image.Pt(x, y)
				if !at.In(whole.Rect) {
					continue
				}
				if a, b := int(part.GrayAt(x, y).Y), int(whole.GrayAt(x, y).Y); a-b > 1 || b-a > 1 {
					t.Fatalf("window %v: %d at %v, in the whole %d", window, a, at, b)
				}
			}
		}
	}
}

// TestOutside: what lies far away or is no number is left out.
func TestOutside(t *testing.T) {
	var r Renderer
	odd := []float64{0, -1, 50, 3000, -3000, 1e7, -1e7, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	hei := face(t, fonts.Hei)
	img := image.NewGray(image.Rect(0, 0, 100, 100))
	for i := range 7 {
		for _, v := range odd {
			text := typeset.Text{Face: hei, Size: 20, X: 40, Y: 60, String: "年报\n\x00\xff"}
			scale := 1.0
			field := []*float64{&text.Size, &text.X, &text.Y, &text.Space, &text.Turn, &text.Gray, &scale}[i]
			*field = v
			turned := text
			if i != 4 {
				turned.Turn = 33
			}
			p := typeset.Page{
				Under: []typeset.Text{turned},
				Texts: []typeset.Text{text},
				Lines: []typeset.Line{{X1: v, Y1: 5, X2: 40, Y2: 5, Width: 1}, {X1: 5, Y1: v, X2: 5, Y2: v, Width: v}},
				Fills: []typeset.Fill{{X: v, Y: 5, Width: 4, Height: 4}, {X: 5, Y: 5, Width: v, Height: v, Gray: v}, {X: 5, Y: v, Width: 2, Height: 3}},
			}
			r.Draw(img, &p, scale)
			r.Draw(image.NewGray(image.Rectangle{}), &p, scale)
			if i < 3 && math.Abs(v) > 1e4 {
				p.Lines, p.Fills = nil, nil
				if r.Draw(img, &p, scale); !isWhite(img) {
					t.Errorf("field %d is %g: not white", i, v)
				}
			}
		}
	}
}

// TestTallEdge: a part of a tall shape looks as it does in the whole of it, though
// vector counts otherwise in small pictures.
func TestTallEdge(t *testing.T) {
	for name, size := range map[string]fonts.Point{"tall": {X: 120, Y: 4000}, "taller": {X: 90, Y: 20000}, "just tall": {X: 40, Y: inFixedPoint + 1}} {
		corners := []fonts.Point{{X: size.X + 10.37, Y: 3.21}, {X: size.X + 5.11, Y: size.Y - 0.7}, {X: 17.9, Y: size.Y - 3.3}, {X: 10.37, Y: 1.6}}
		shape := fonts.Contour{Start: corners[3]}
		for _, c := range corners {
			shape.Curves = append(shape.Curves, fonts.Curve{Control: c, To: c})
		}
		var r Renderer
		draw := func(part image.Rectangle) *image.Gray {
			img := image.NewGray(part)
			for i := range img.Pix {
				img.Pix[i] = white
			}
			r.outline(img, []fonts.Contour{shape}, placement{a: 1, d: 1}, 0)
			return img
		}
		whole := draw(image.Rect(0, 0, int(size.X)+20, int(size.Y)+2))
		far := image.Pt(max(0, int(size.X)-300), max(0, int(size.Y)-300))
		part := draw(image.Rectangle{far, whole.Rect.Max})
		for y := far.Y; y < whole.Rect.Max.Y; y++ {
			for x := far.X; x < whole.Rect.Max.X; x++ {
				got, want := int(part.GrayAt(x, y).Y), int(whole.GrayAt(x, y).Y)
				if got > want+1 || got < want-1 { // the last bit may round otherwise
					t.Fatalf("%s, at %d, %d: %d, want %d", name, x, y, got, want)
				}
			}
		}
	}
}

// TestSame: what is in the cache does not change the picture.
func TestSame(t *testing.T) {
	d := sample(t)
	var used Renderer
	for range 2 {
		for i := range d.Pages {
			var fresh Renderer
			if !bytes.Equal(page(t, &used, d, i, 96).Pix, page(t, &fresh, d, i, 96).Pix) {
				t.Errorf("page %d is not the same again", i+1)
			}
		}
	}
}
