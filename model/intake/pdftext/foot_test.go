package pdftext

import (
	"fmt"
	"slices"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// TestFootnotes: a raised mark in prose is one of a note where a note with that mark
// stands at the foot of the page. What is raised otherwise is text.
func TestFootnotes(t *testing.T) {
	sized := func(size float64, x, y int, text string) string {
		return fmt.Sprintf("BT /F1 %g Tf %d %d Td <%s> Tj ET\n", size, x, y, inGB(text))
	}
	// Two lines, the second with a small raised mark behind its third character.
	prose := func(word, mark string) string {
		return at(72, 700, "乙乙乙乙乙乙") + at(72, 684, word) + sized(6, 72+10*len([]rune(word)), 688, mark) + at(72+10*len([]rune(word))+3*len(mark), 684, "丁")
	}
	plain := prose("甲甲甲", "1")
	const first, read, beside = "1 乙乙乙乙乙乙\n", "2 甲甲甲丁\n", "3(mark) 1\n"
	for _, tt := range []struct{ name, content, want string }{
		{"far below, of one size", plain + at(72, 100, "1 丙丙"), first + read + beside + "4(footnote) 1 丙丙\n"},
		{"smaller", plain + sized(8, 72, 668, "1 丙丙"), first + read + beside + "4(footnote) 1 丙丙\n"},
		{"its mark raised too", plain + sized(5, 72, 103, "1") + sized(8, 77, 100, "丙丙"), first + read + beside + "4(footnote) 1丙丙\n"},
		{"in brackets", prose("甲甲甲", "[1]") + sized(8, 72, 100, "[1]丙丙"), first + read + "3(mark) [1]\n4(footnote) [1]丙丙\n"},
		{"over two lines", plain + sized(8, 72, 110, "1 丙丙") + sized(8, 72, 100, "丁丁"), first + read + beside + "4(footnote) 1 丙丙丁丁\n"},
		{"two of them", plain + at(72, 668, "丁丁") + sized(6, 92, 672, "2") + sized(8, 72, 110, "1 丙丙") + sized(8, 72, 100, "2 乙"), first + read + "4 丁丁\n3(mark) 1\n5(mark) 2\n6(footnote) 1 丙丙\n7(footnote) 2 乙\n"},
		{"over the page's number", plain + sized(8, 72, 100, "1 丙丙") + at(300, 50, "- 1 -"), first + read + "5 - 1 -\n3(mark) 1\n4(footnote) 1 丙丙\n"},
		{"behind a number", at(72, 684, "甲136") + sized(6, 98, 688, "1") + at(104, 684, "丁") + sized(8, 72, 100, "1 丙丙"), "1 甲136丁\n2(mark) 1\n3(footnote) 1 丙丙\n"},
		{"beside a power", plain + at(72, 668, "10") + sized(6, 82, 672, "1") + at(85, 668, "丁") + sized(8, 72, 100, "1 丙丙"), first + read + "4 10[1]丁\n" + beside + "5(footnote) 1 丙丙\n"},
		{"not: two powers", at(72, 700, "10") + sized(6, 82, 704, "3") + at(85, 700, "丁") + at(72, 684, "10") + sized(6, 82, 688, "3") + at(85, 684, "丁") + sized(8, 72, 100, "3 丙丙"), "1 10[3]丁\n2 10[3]丁\n3 3 丙丙\n"},
		{"two in a line", plain + at(115, 684, "甲") + sized(6, 125, 688, "2") + at(128, 684, "丁") + sized(8, 72, 110, "1 丙丙") + sized(8, 72, 100, "2 乙"), first + "2 甲甲甲丁甲丁\n3(mark) 1 2\n4(footnote) 1 丙丙\n5(footnote) 2 乙\n"},
		{"not: no note", plain, first + "2 甲甲甲1丁\n"},
		{"not: a note with another mark", plain + sized(8, 72, 100, "2 丙丙"), first + "2 甲甲甲1丁\n3 2 丙丙\n"},
		{"not: the power of a unit", at(72, 684, "甲36m") + sized(6, 97, 688, "2") + at(100, 684, "丁") + sized(8, 72, 100, "2 丙丙"), "1 甲36m2丁\n2 2 丙丙\n"},
		{"not: the mark twice", plain + at(72, 668, "丁丁") + sized(6, 92, 672, "1") + sized(8, 72, 100, "1 丙丙"), first + "2 甲甲甲1丁\n3 丁丁1\n4 1 丙丙\n"},
		{"not: a line that begins with a number", plain + at(72, 668, "1 丙丙"), first + "2 甲甲甲1丁\n3 1 丙丙\n"},
		{"not: a paragraph that is numbered", plain + at(72, 100, "1. 丙丙"), first + "2 甲甲甲1丁\n3 1. 丙丙\n"},
		{"not: a greater number", plain + sized(8, 72, 100, "15 丙丙"), first + "2 甲甲甲1丁\n3 15 丙丙\n"},
		{"not: over the mark", sized(8, 72, 760, "1 丙丙") + plain, "1 1 丙丙\n2 乙乙乙乙乙乙\n3 甲甲甲1丁\n"},
		{"not: a number alone", plain + at(300, 50, "1"), first + "2 甲甲甲1丁\n3 1\n"},
		{"not: a figure of the line's size", at(72, 684, "甲甲1丁") + sized(8, 72, 100, "1 丙丙"), "1 甲甲1丁\n2 1 丙丙\n"},
	} {
		d, err := Read(gbk(tt.content))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if got := handmade.Told(d); got != tt.want {
			t.Errorf("%s:\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestFootnoteInTable: a note between two halves of a table that a page end cut leaves it one.
func TestFootnoteInTable(t *testing.T) {
	xs := []int{72, 172, 272}
	mark := at(72, 780, "甲甲甲") + "BT /F1 6 Tf 102 784 Td <31> Tj ET\n" + at(108, 780, "丁")
	upper := mark + grid(xs, []int{200, 180, 160}) + at(80, 186, "甲") + at(180, 186, "11") + at(80, 166, "乙") + at(180, 166, "22") + "BT /F1 8 Tf 72 60 Td <" + inGB("1 丙丙") + "> Tj ET\n"
	lower := grid(xs, []int{800, 780}) + at(80, 786, "丙") + at(180, 786, "33")
	d, err := Read(gbk(upper, lower))
	if err != nil {
		t.Fatal(err)
	}
	rows := slices.DeleteFunc(d.Lines, func(l source.Line) bool { return l.Table == 0 })
	if len(rows) != 3 || rows[2].Table != rows[0].Table {
		t.Errorf("%s", handmade.Told(d))
	}
}

// TestSetApart: a note is smaller than its line, or stands farther below than lines do.
func TestSetApart(t *testing.T) {
	of := func(y, size float64) item {
		return item{top: y, line: &line{at: y, size: size, glyphs: []glyph{sign("甲", 0, y, 10)}}}
	}
	ruled := item{top: 16, table: &table{rows: []float64{16, 32}}}
	for _, tt := range []struct {
		name string
		page []item
		want bool
	}{
		{"smaller", []item{of(0, 10), of(16, 10), of(32, 10), of(48, 9)}, true},
		{"not: hardly smaller", []item{of(0, 10), of(16, 10), of(32, 10), of(48, 9.1)}, false},
		{"far below", []item{of(0, 10), of(16, 10), of(32, 10), of(54.5, 10)}, true},
		{"not: hardly farther", []item{of(0, 10), of(16, 10), of(32, 10), of(54.4, 10)}, false},
		{"far below the only line", []item{of(0, 10), of(15.1, 10)}, true},
		{"not: one and a half sizes", []item{of(0, 10), of(15, 10)}, false},
		{"far below a table", []item{of(0, 10), ruled, of(47.1, 10)}, true},
		{"not: under a table", []item{of(0, 10), ruled, of(47, 10)}, false},
		{"far below, a table over the lines", []item{of(0, 10), ruled, of(48, 10), of(64, 10), of(90, 10)}, true},
		{"by the usual distance", []item{of(0, 10), of(10, 10), of(20, 10), of(60, 10), of(75.1, 10)}, true},
	} {
		if got := setApart(tt.page, len(tt.page)-1, &noteMark{}); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
