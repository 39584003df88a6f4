package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/export/outline"
	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/fonts"
)

// painted is the sample with a picture of three fills and a grey bar.
func painted(t *testing.T) *typeset.Document {
	t.Helper()
	d := typeset.Layout(outline.Of(specimen.Sample(t), outline.Posting{}), specimen.Faces(t), typeset.Options{})
	picture := len(d.Elements)
	d.Elements = append(d.Elements, typeset.Element{Kind: typeset.ElementPicture, Alt: "三个方块：“(”"})
	d.Pages[1].Fills = []typeset.Fill{
		{X: 100, Y: 700, Width: 10, Height: 10, Element: picture},
		{X: 110, Y: 710, Width: 10, Height: 10, Element: picture},
		{X: 105.5, Y: 720.25, Width: 20, Height: 1.417, Element: picture},
		{X: 90, Y: 300, Width: 200, Height: 12, Gray: 0.8},
	}
	return d
}

// TestAreas: a reader finds each fill in its place and grey, those of one area in one
// path, and the page is as PDF/A wants it.
func TestAreas(t *testing.T) {
	d := painted(t)
	data, err := Write(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets(t, data) {
		want := d.Pages[i].Fills
		if len(s.areas) != len(want) {
			t.Fatalf("page %d: %d areas, want %d", i+1, len(s.areas), len(want))
		}
		for j, got := range s.areas {
			w, path := want[j], 1+j/3
			for _, pair := range [][2]float64{{got.X, w.X}, {got.Y, w.Y}, {got.Width, w.Width}, {got.Height, w.Height}, {got.Gray, w.Gray}} {
				if math.Abs(pair[0]-pair[1]) > 0.0101 || got.Element != path {
					t.Errorf("area %+v, want %+v in path %d", got, w, path)
				}
			}
		}
	}
	for _, c := range broken(data, expanded(t, data)) {
		t.Error(c)
	}
	read := strings.Join(strings.Fields(poppler.Run(t, data, "pdfinfo", "-struct-text", poppler.File)), "")
	if !strings.Contains(read, "Figure") {
		t.Errorf("no picture in %s", read)
	}
	text := expanded(t, data)
	for _, want := range []string{`/Alt <feff4e094e2a`, `/BBox \[\s*100\s+120\.22\s+125\.5\s+141\.89\s*\]`} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("no %s", want)
		}
	}
}

// TestRuleWidths: rules are as wide as they were set, on a page that begins with the width
// that another ended with too.
func TestRuleWidths(t *testing.T) {
	d := typeset.Layout(outline.Of(specimen.Sample(t), outline.Posting{}), specimen.Faces(t), typeset.Options{})
	for i := range d.Pages {
		d.Pages[i].Lines = []typeset.Line{
			{X1: 100, Y1: 100, X2: 200, Y2: 100, Width: 0.5},
			{X1: 100, Y1: 110, X2: 200, Y2: 110, Width: 0.5},
			{X1: 100, Y1: 120, X2: 200, Y2: 120, Width: 2},
			{X1: 100, Y1: 130, X2: 200, Y2: 130, Width: 0.5},
		}
	}
	data, err := Write(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets(t, data) {
		var widths []float64
		for _, r := range s.rules {
			widths = append(widths, r.width)
		}
		if !slices.Equal(widths, []float64{0.5, 0.5, 2, 0.5}) {
			t.Errorf("page %d: rules of %v pt", i+1, widths)
		}
	}
}

// TestBox: what a screen reader is told of a picture's place holds all its fills and texts.
func TestBox(t *testing.T) {
	fill := typeset.Fill{X: 100, Y: 60, Width: 30, Height: 20, Element: 1}
	text := typeset.Text{Face: specimen.Faces(t).Face(fonts.Song), Size: 10, X: 90, Y: 108.8, String: "公开", Element: 1} // 90 to 110, 100 to 110
	wide := text
	wide.X, wide.Y, wide.String = 110, 58.8, "公开公开"
	other := typeset.Fill{Width: 1000, Height: 1000}
	for _, tt := range []struct {
		name  string
		fills []typeset.Fill
		texts []typeset.Text
		want  string
	}{
		{"a fill", []typeset.Fill{other, fill}, nil, "100 120 130 140 "},
		{"a text", nil, []typeset.Text{{X: -5, Y: 500}, text}, "90 90 110 100 "},
		{"text under a fill, on its left", []typeset.Fill{fill}, []typeset.Text{text}, "90 90 130 140 "},
		{"text over a fill, on its right", []typeset.Fill{fill}, []typeset.Text{wide}, "100 120 150 150 "},
	} {
		w := writer{document: &typeset.Document{Paper: typeset.Paper{Height: 200}, Pages: []typeset.Page{{}, {Fills: tt.fills, Texts: tt.texts}}}}
		if got := string(w.box(1)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
