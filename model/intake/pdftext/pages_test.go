package pdftext

import (
	"slices"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// written are glyphs of a text, 10 points each.
func written(x, y float64, text string) []Glyph {
	var all []Glyph
	for _, r := range text {
		all = append(all, Glyph{Text: string(r), X: x, Y: y, Width: 10, Size: 10, Along: 1})
		x += 10
	}
	return all
}

// TestArrange: pages that another format describes become lines and tables.
func TestArrange(t *testing.T) {
	page := func(glyphs ...[]Glyph) Page {
		return Page{Width: 595, Height: 842, Glyphs: slices.Concat(glyphs...)}
	}
	changed := func(glyphs []Glyph, change func(g *Glyph)) []Glyph {
		for i := range glyphs {
			change(&glyphs[i])
		}
		return glyphs
	}
	ruled := page(written(75, 120, "甲"), written(115, 120, "1"), written(155, 120, "2"))
	for _, x := range []float64{72, 112, 152, 192} {
		ruled.Strokes = append(ruled.Strokes, [4]float64{x, 100, x, 130})
	}
	ruled.Strokes = append(ruled.Strokes, [4]float64{72, 100, 192, 100}, [4]float64{72, 130, 192, 130}, [4]float64{72, 100, 192, 130}, [4]float64{0, 0, 2 * far, 0})
	barred := ruled
	barred.Strokes = [][4]float64{{20, 20, 20, 800}}
	for _, l := range ruled.Strokes[:6] {
		barred.Bars = append(barred.Bars, [4]float64{l[0], l[1], l[2] + 1, l[3] + 1})
	}
	drawn := page()
	drawn.Pictures = 1
	for _, tt := range []struct {
		name     string
		pages    []Page
		want     string
		pictures []int
	}{
		{"lines of pages", []Page{page(written(72, 200, "乙"), written(72, 100, "甲甲")), page(written(72, 100, "丙"))}, "1 甲甲\n2 乙\n3 丙\n", nil},
		{"a table", []Page{ruled}, "1 甲|1|2\n", nil},
		{"a table of shapes", []Page{barred}, "1 甲|1|2\n", nil},
		{"a picture", []Page{page(written(72, 100, "甲")), drawn}, "1 甲\n", []int{2}},
		{"off the paper", []Page{page(written(72, 100, "甲"), written(72, -far, "乙"))}, "1 甲\n", nil},
		{"a space", []Page{page(written(72, 100, "a"), changed(written(83, 100, "b"), func(g *Glyph) { g.Blank = true }))}, "1 a b\n", nil},
		{"no space", []Page{page(written(72, 100, "a"), written(83, 100, "b"))}, "1 ab\n", nil},
		{"without ink", []Page{page(written(72, 100, "甲甲"), changed(written(72, 200, "乙"), func(g *Glyph) { g.Hidden = true }), written(72, 300, "丙"))}, "1 甲甲\n2 丙\n3(hidden) 乙\n", nil},
		{"none of the document", []Page{page(written(72, 100, "甲甲甲甲"), changed(written(72, 200, "乙"), func(g *Glyph) { g.Site = true }))}, "1 甲甲甲甲\n2(edge) 乙\n", nil},
		{"not: said of a fourth", []Page{page(written(72, 100, "甲甲甲"), changed(written(72, 200, "乙"), func(g *Glyph) { g.Site = true }))}, "1 甲甲甲\n2 乙\n", nil},
		{"down the page, and up", []Page{page(
			changed(written(30, 300, "丙"), func(g *Glyph) { g.Along, g.Down = 0, 1 }),
			changed(written(40, 300, "丁"), func(g *Glyph) { g.Along, g.Down = 0, -1 }), written(72, 400, "甲"),
		)}, "1 甲\n2 丙\n3 丁\n", nil},
		{"askew", []Page{page(changed(written(30, 100, "丙"), func(g *Glyph) { g.Along, g.Down = 0.7, 0.7 }), written(72, 400, "甲"))}, "1 甲\n2(edge) 丙\n", nil},
	} {
		d, err := Arrange(tt.pages, "标题")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want || d.Title != "标题" || !slices.Equal(d.Pictures, tt.pictures) {
			t.Errorf("%s: %s\n%swant\n%s", tt.name, d.Title, got, tt.want)
		}
	}
}

// TestArrangeTooMuch: what is more than a report has is refused, and so is what has no text.
func TestArrangeTooMuch(t *testing.T) {
	const none source.Reason = -1
	text := Page{Width: 595, Height: 842, Glyphs: written(72, 100, "甲")}
	with := func(pages int) []Page { return append(make([]Page, pages-1), text) }
	glyphs := func(n int) []Page { return []Page{{Glyphs: append(make([]Glyph, n-1), text.Glyphs...)}} }
	strokes := func(n int) []Page {
		p := text
		p.Strokes = slices.Repeat([][4]float64{{0, 0, 100, 0}}, n)
		return []Page{p}
	}
	bars := func(n int) []Page {
		p := text
		p.Bars = slices.Repeat([][4]float64{{0, 0, 100, 1}}, n)
		return []Page{p}
	}
	var low []Glyph
	for i := range source.MaxLines + 2 {
		low = append(low, Glyph{Text: "甲", X: 1, Y: float64(i), Width: 1, Size: 1, Along: 1})
	}
	for _, tt := range []struct {
		name  string
		pages []Page
		want  source.Reason
	}{
		{"as many pages as may be", with(maxPages), none},
		{"pages", with(maxPages + 1), source.TooLong},
		{"glyphs", glyphs(maxGlyphs + 1), source.TooLong},
		{"as many lines as may be", strokes(maxRules), none},
		{"lines", strokes(maxRules + 1), source.TooLong},
		{"as many shapes as may be", bars(maxRules), none},
		{"shapes", bars(maxRules + 1), source.TooLong},
		{"lines of text", []Page{{Height: 1, Glyphs: low}}, source.TooLong},
		{"a picture", []Page{{Pictures: 1}}, source.Scanned},
		{"nothing", nil, source.Empty},
	} {
		if _, err := Arrange(tt.pages, ""); reason(err) != tt.want {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
