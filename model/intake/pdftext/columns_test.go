package pdftext

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestColumns: two columns of text are read one after the other; what only has blanks in
// it is not taken for them.
func TestColumns(t *testing.T) {
	full := func(char string) string { return strings.Repeat(char, 12) }
	type placed struct {
		x, y int
		text string
	}
	show := func(all ...placed) string {
		var b strings.Builder
		for _, p := range all {
			b.WriteString(at(p.x, p.y, p.text))
		}
		return b.String()
	}
	const left, right = 72, 222 // a full line ends at 192
	two := []placed{
		{left, 700, full("甲")},
		{left, 680, full("甲")},
		{left, 660, "甲甲"},
		{left, 640, full("丙")},
		{right, 700, full("乙")},
		{right, 680, full("乙")},
		{right, 660, full("乙")},
		{right, 640, "乙"},
	}
	read := []string{full("甲"), full("甲"), "甲甲", full("丙"), full("乙"), full("乙"), full("乙"), "乙"}
	lower := slices.Clone(two)
	for i := range lower[:4] {
		lower[i].y -= 6
	}
	title := placed{left, 720, strings.Repeat("丁", 27)}
	for _, tt := range []struct {
		name    string
		content string
		want    []string
	}{
		{"side by side", show(two...), read},
		{"not quite of one height", show(lower...), read},
		{"under a line across, over another", show(append([]placed{title, {left, 600, title.text}}, two...)...), append(append([]string{title.text}, read...), title.text)},
		{"the left one longer", show(append(slices.Clone(two[1:]), placed{left, 700, full("甲") + "—"}, placed{left, 620, "丁"})...), append(append([]string{full("甲") + "—"}, append(slices.Clone(read[1:4]), "丁")...), read[4:]...)},
		{"the left one longer, and no mark hung", show(append(slices.Clone(two), placed{left, 620, "丁"})...), append(append(slices.Clone(read[:4]), "丁"), read[4:]...)},
		{"a line below, of neither", show(append(slices.Clone(two[:3]), two[4], two[5], two[6], placed{left, 640, "丁"})...), append(append(append([]string{}, read[:3]...), read[4:7]...), "丁")},
		{"not: two lines", show(two[0], two[4], two[1], two[5]), []string{full("甲") + "\t" + full("乙"), full("甲") + "\t" + full("乙")}},
		{"not: figures on the right", show(two[0], two[1], two[3], placed{right, 700, "1234567"}, placed{right, 680, "1"}, placed{right, 640, "2"}), []string{full("甲") + "\t1234567", full("甲") + "\t1", full("丙") + "\t2"}},
		{"not: rows of a table", show(append(slices.Clone(two[:3]), placed{right, 700, full("乙")}, placed{right + 150, 700, full("乙")}, placed{right, 680, full("乙")}, placed{right, 660, full("乙")})...), []string{
			full("甲") + "\t" + full("乙") + "\t" + full("乙"), full("甲") + "\t" + full("乙"), "甲甲\t" + full("乙"),
		}},
		{"not: far apart", show(two[0], two[4], placed{left, 660, full("甲")}, placed{right, 660, full("乙")}, placed{left, 620, full("甲")}, placed{right, 620, full("乙")}), []string{full("甲") + "\t" + full("乙"), full("甲") + "\t" + full("乙"), full("甲") + "\t" + full("乙")}},
	} {
		if got := texts(t, gbk(tt.content)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCutRow: the end of a row goes back to its beginning on the page before, unless it has
// a text that no cell there can take.
func TestCutRow(t *testing.T) {
	five := []int{72, 103, 152, 176, 220}
	open := grid(five, []int{150, 100}) + at(75, 130, "甲") + at(106, 130, "1") + at(154, 130, "1234")
	first := open + at(180, 130, "9")
	rest := at(154, 780, "5") + at(75, 750, "丙") + at(154, 750, "6") + at(180, 750, "7")
	for name, tt := range map[string]struct {
		first, second string
		want          []string
	}{
		"a turned text in it":    {open, grid(five, []int{800, 770, 740}) + rest + "BT /F1 10 Tf 0 -1 1 0 195 798 Tm <b6a1> Tj ET ", []string{"甲\t1\t12345\t丁", "丙\t\t6\t7"}},
		"not: numbered anew":     {first, grid(five, []int{800, 770, 740}) + at(154, 780, "5.") + at(75, 750, "丙"), []string{"甲\t1\t1234\t9", "5.", "丙"}},
		"put together":           {first, grid(five, []int{800, 770, 740}) + rest, []string{"甲\t1\t12345\t9", "丙\t\t6\t7"}},
		"not: a text of its own": {first, grid([]int{72, 152, 176, 220}, []int{800, 770, 740}) + at(75, 780, "丁") + rest, []string{"甲\t1\t1234\t9", "丁\t5", "丙\t6\t7"}},
	} {
		if got := texts(t, gbk(tt.first, tt.second)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// words are signs of size 10 beside each other.
func words(x, y float64, text string) []glyph {
	var all []glyph
	for _, r := range text {
		all = append(all, sign(string(r), x, y, 10))
		x += 10
	}
	return all
}

// TestStrip: between two columns there is a strip, and text on both sides of it.
func TestStrip(t *testing.T) {
	const six = "甲甲甲甲甲甲"
	of := func(all ...[]glyph) []line {
		var out []line
		for _, glyphs := range all {
			out = append(out, line{glyphs: glyphs, at: glyphs[0].at.y, size: 10})
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		lines []line
		want  string
	}{
		{"in a line", of(slices.Concat(words(0, 0, six), words(80, 0, six))), "60 80 true"},
		{"in two of nearly one height", of(words(0, 0, six), words(80, 7.9, six)), "60 80 true"},
		{"the right one first", of(words(80, 0, six), words(0, 7.9, six)), "60 80 true"},
		{"as narrow as may be", of(words(0, 0, six), words(67, 1, six)), "60 67 true"},
		{"not: narrower", of(words(0, 0, six), words(66.9, 1, six)), "60 66.9 false"},
		{"not: of two heights", of(words(0, 0, six), words(80, 8, six)), "0 0 false"},
		{"not: few letters on the left", of(slices.Concat(words(0, 0, six[3:]), words(80, 0, six))), "0 0 false"},
		{"not: few letters on the right", of(slices.Concat(words(0, 0, six), words(80, 0, six[3:]))), "0 0 false"},
		{"not: three", of(slices.Concat(words(0, 0, six), words(80, 0, six), words(160, 0, six))), "0 0 false"},
		{"not: one", of(words(0, 0, six)), "0 0 false"},
		{"not: two, and another beside them", of(slices.Concat(words(0, 0, six), words(80, 0, six)), words(160, 1, six)), "60 80 true"},
	} {
		if from, to, ok := strip(tt.lines); fmt.Sprint(from, to, ok) != tt.want {
			t.Errorf("%s: %v, %v, %v, want %s", tt.name, from, to, ok, tt.want)
		}
	}
}

// TestParted: a line is parted at the widest gap in the strip, which becomes as narrow as
// that; one that reaches into it is not.
func TestParted(t *testing.T) {
	for _, tt := range []struct {
		name   string
		glyphs []glyph
		want   string
	}{
		{"in both", slices.Concat(words(0, 0, "甲甲"), words(80, 0, "乙")), "甲甲 乙, 50 to 70"},
		{"beyond the strip's edge", slices.Concat(words(45, 0, "甲"), words(68, 0, "乙")), "甲 乙, 55 to 68"},
		{"in the left", words(0, 0, "甲"), "甲 , 50 to 70"},
		{"in the right", words(70, 0, "乙"), " 乙, 50 to 70"},
		{"as far as may be", words(53, 0, "甲"), "甲 , 63 to 70"},
		{"not: too far", words(53.1, 0, "甲"), ""},
		{"not: through it", words(0, 0, "甲甲甲甲甲甲甲甲"), ""},
	} {
		l := line{glyphs: tt.glyphs, size: 10}
		from, to, got := 50.0, 70.0, ""
		if s, ok := l.parted(&from, &to); ok {
			got = fmt.Sprintf("%s %s, %v to %v", textOf(s.left), textOf(s.right), from, to)
		} else if from != 50 || to != 70 {
			t.Errorf("%s: the strip is from %v to %v", tt.name, from, to)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestGoesOn: a line goes on in the next that fills its column and ends no sentence.
func TestGoesOn(t *testing.T) {
	for _, tt := range []struct {
		text string
		edge float64
		want bool
	}{
		{"甲甲甲", 30, true},
		{"甲甲甲", 49.9, true},
		{"甲甲甲", 50, false},
		{"", -100, false},
		{"甲甲。", 30, false},
		{"甲甲：", 30, false},
		{"甲。甲", 30, true},
		{"甲甲，", 30, true},
	} {
		if goesOn(words(0, 0, tt.text), tt.edge, 10) != tt.want {
			t.Errorf("%s up to %v: not %v", tt.text, tt.edge, tt.want)
		}
	}
	if n := ideographs(words(0, 0, "甲a1。乙—")); n != 2 {
		t.Errorf("%d ideographs", n)
	}
}

// TestTellingColumns: how much text two columns have on both sides, and how close their lines
// stand, so that they are no table.
func TestTellingColumns(t *testing.T) {
	rows := func(n int, leading float64, left, right string) []line {
		var all []line
		for i := range n {
			y := leading * float64(i)
			all = append(all, line{glyphs: slices.Concat(words(0, y, left), words(140, y, right)), at: y, size: 10})
		}
		return all
	}
	const twelve = "甲甲甲甲甲甲甲甲甲甲甲甲"
	for _, tt := range []struct {
		name  string
		lines []line
		want  int
	}{
		{"three lines", rows(3, 20, twelve, twelve), 3},
		{"not: two", rows(2, 20, twelve, twelve), 0},
		{"six letters each", rows(3, 20, twelve, twelve[:18]), 3},
		{"not: fewer on average", append(rows(2, 20, twelve, twelve[:18]), line{glyphs: slices.Concat(words(0, 40, twelve), words(140, 40, twelve[:15])), at: 40, size: 10}), 0},
		{"as far apart as may be", rows(3, 30, twelve, twelve), 3},
		{"not: farther", rows(3, 30.1, twelve, twelve), 0},
		{"not: a row of three", append(rows(2, 20, twelve, twelve), line{glyphs: slices.Concat(words(0, 40, twelve), words(140, 40, twelve), words(300, 40, twelve)), at: 40, size: 10}), 0},
		{"as many as a page has", rows(mostLines, 20, twelve, twelve), mostLines},
		{"more", rows(mostLines+1, 20, twelve, twelve), mostLines},
	} {
		if got := len(besideEachOther(tt.lines)); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestRepeats: rows that stand over another page already.
func TestRepeats(t *testing.T) {
	of := func(rows ...string) *table {
		ys := []float64{0}
		for i := range rows {
			ys = append(ys, float64(20*i+20))
		}
		made := newTable(box([]float64{0, 40, 80}, ys))
		for i, row := range rows {
			left, right, _ := strings.Cut(row, "|")
			made.of[i][0].text, made.of[i][1].text = left, right
		}
		return made
	}
	head := of("甲|乙", "1|2", "3|4")
	for _, tt := range []struct {
		below *table
		want  int
	}{
		{of("甲|乙", "5|6"), 1},
		{of("甲|乙", "1|2", "7|8"), 2},
		{of("甲|丙", "5|6"), 0},
		{of("5|6", "甲|乙"), 0},
		{of("甲|乙", "1|2", "3|4"), 3},
		{of("甲|乙", "1|2", "3|4", "5|6"), 3},
		{of("甲|乙"), 1},
	} {
		if got := tt.below.repeats(head); got != tt.want {
			t.Errorf("%s …: %d, want %d", tt.below.rowText(0), got, tt.want)
		}
	}
	if got := of("|", "1|2").repeats(of("|", "1|2")); got != 0 {
		t.Errorf("a row of nothing is repeated: %d", got)
	}
}

// TestGaps: what is empty and less than 8 points wide or high is space between cells.
func TestGaps(t *testing.T) {
	narrow := newTable(box([]float64{0, 40, 47.9, 56, 100}, []float64{0, 20, 27.9, 36}))
	narrow.of[0][1].text = ""
	got := ""
	for _, c := range narrow.cells {
		got += map[bool]string{true: "-", false: "+"}[narrow.isGap(c)]
	}
	if want := "+-++" + "----" + "+-++"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	narrow.of[0][1].text = "1"
	if narrow.isGap(narrow.of[0][1]) {
		t.Error("a cell with a text is space")
	}
}
