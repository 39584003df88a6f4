package pdftext

import (
	"fmt"
	"slices"
	"testing"
)

// sign is a glyph of size 10 on a line that runs along the page.
func sign(text string, x, y, width float64) glyph {
	return glyph{text: text, at: point{x, y}, width: width, size: 10, dx: 1}
}

// TestBaselines: glyphs are on one line that stand on nearly one height, in the size of the
// smaller; they are read from left to right.
func TestBaselines(t *testing.T) {
	small := sign("小", 120, 202, 5)
	small.size = 5
	for _, tt := range []struct {
		name   string
		glyphs []glyph
		want   []string
	}{
		{"in no order", []glyph{sign("丙", 100, 220, 10), sign("乙", 110, 200, 10), sign("甲", 100, 200, 10)}, []string{"甲乙", "丙"}},
		{"a little lower", []glyph{sign("甲", 100, 200, 10), sign("乙", 110, 203.5, 10)}, []string{"甲乙"}},
		{"lower", []glyph{sign("甲", 100, 200, 10), sign("乙", 110, 203.6, 10)}, []string{"甲", "乙"}},
		{"lower than the first", []glyph{sign("甲", 100, 200, 10), sign("乙", 110, 203, 10), sign("丙", 120, 206, 10)}, []string{"甲乙", "丙"}},
		{"a smaller one", []glyph{sign("甲", 100, 200, 10), small}, []string{"甲", "小"}},
		{"twice in one place", []glyph{sign("甲", 100, 200, 10), sign("甲", 101.9, 200, 10), sign("甲", 100, 201.9, 10)}, []string{"甲"}},
		{"twice, apart", []glyph{sign("甲", 100, 200, 10), sign("甲", 102, 200, 10)}, []string{"甲甲"}},
		{"twice, over each other", []glyph{sign("甲", 100, 200, 10), sign("甲", 100, 202, 10)}, []string{"甲甲"}},
		{"two in one place", []glyph{sign("甲", 100, 200, 10), sign("乙", 100, 200, 10), sign("甲", 100, 200, 10)}, []string{"甲乙"}},
	} {
		var got []string
		for _, l := range lines(tt.glyphs) {
			got = append(got, l.text())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	mixed := lines([]glyph{small, sign("甲", 100, 202, 10)})
	if len(mixed) != 1 || mixed[0].size != 10 || mixed[0].left() != 100 || mixed[0].right() != 125 {
		t.Errorf("%+v", mixed)
	}
	for _, site := range []bool{true, false} {
		part := sign("乙", 110, 200, 10)
		whole := part
		whole.site, part.site = true, site
		if got := lines([]glyph{whole, part}); got[0].site != site {
			t.Errorf("a line of which a part is none of the document: %v", got[0].site)
		}
	}
}

// TestPieces: gaps as wide as a character part columns; behind Chinese less is enough before
// a number.
func TestPieces(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		gap  float64
		want bool
	}{
		{"甲", "乙", 10, true},
		{"甲", "乙", 9.9, false},
		{"a", "b", 10, true},
		{"甲", "1", 4.5, true},
		{"甲", "1", 4.4, false},
		{"a", "1", 4.5, false},
		{"1", "1", 9.9, false},
		{"甲", "a", 4.5, false},
		{"1", "甲", 4.5, false},
	} {
		l := line{glyphs: []glyph{sign(tt.a, 100, 200, 10), sign(tt.b, 110+tt.gap, 200, 10), sign(tt.b, 120+tt.gap, 200, 10)}}
		if got := len(l.pieces()); got != map[bool]int{true: 2, false: 1}[tt.want] {
			t.Errorf("%s and %s %v apart are %d pieces", tt.a, tt.b, tt.gap, got)
		}
	}
}

// TestWays: which way the lines of glyphs run.
func TestWays(t *testing.T) {
	glyphs := []glyph{
		{text: "level", dx: 1},
		{text: "nearly", dx: 0.995, dy: 0.0998},
		{text: "down", dy: 1, at: point{3, 7}},
		{text: "up", dy: -1, at: point{3, 7}},
		{text: "askew", dx: 0.9, dy: 0.436},
		{text: "upside down", dx: -1},
	}
	level, down, up, askew := quarter(glyphs)
	got := ""
	for _, of := range [][]glyph{level, down, up, askew} {
		for _, g := range of {
			got += fmt.Sprintf("%s %v,%v; ", g.text, g.at.x, g.at.y)
		}
		got += "| "
	}
	if want := "level 0,0; nearly 0,0; | down 7,-3; | up -7,3; | askew 0,0; upside down 0,0; | "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestInCell: the lines of a cell are one text, apart where they are two words or numbers; what is
// turned comes last.
func TestInCell(t *testing.T) {
	turned := sign("丙", 105, 230, 10)
	turned.dx, turned.dy = 0, 1
	upwards := sign("丁", 125, 230, 10)
	upwards.dx, upwards.dy = 0, -1
	number := func(text string, y float64) []glyph {
		var all []glyph
		for i, r := range text {
			all = append(all, sign(string(r), 100+5*float64(i), y, 5))
		}
		return all
	}
	for _, tt := range []struct {
		name   string
		width  float64
		glyphs []glyph
		want   string
	}{
		{"Chinese", 40, []glyph{sign("甲", 100, 200, 10), sign("乙", 100, 214, 10)}, "甲乙"},
		{"a number that filled its cell", 39.9, slices.Concat(number("1234", 200), number("5", 214)), "12345"},
		{"two numbers", 40, slices.Concat(number("1234", 200), number("5", 214)), "1234\n5"},
		{"words", 40, []glyph{sign("a", 100, 200, 5), sign("b", 100, 214, 5)}, "a\nb"},
		{"a word behind a number", 40, []glyph{sign("1", 100, 200, 5), sign("b", 100, 214, 5)}, "1\nb"},
		{"a number behind Chinese", 40, []glyph{sign("甲", 100, 200, 10), sign("1", 100, 214, 5)}, "甲1"},
		{"turned", 40, []glyph{turned}, "丙"},
		{"turned, both ways", 40, []glyph{upwards, turned}, "丙丁"},
		{"turned beside what is not", 40, []glyph{turned, sign("甲", 100, 200, 10)}, "甲 丙"},
	} {
		c := &cell{width: tt.width, glyphs: tt.glyphs}
		if c.settle(); c.text != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c.text, tt.want)
		}
	}
}

// TestBare: what heads of pages have in common are letters.
func TestBare(t *testing.T) {
	for text, want := range map[string]string{"第 1 页（共10页）": "第页共页", "- 12 -": "", "A-b": "Ab"} {
		if got := bare(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	var figures string
	for _, text := range []string{"0", "9", "０", "９", ".", ",", "+", "-", "12", "", "a", "甲", "—"} {
		if isFigure(text) {
			figures += text
		}
	}
	if figures != "09０９.,+-" {
		t.Errorf("numbers are written with %s", figures)
	}
}
