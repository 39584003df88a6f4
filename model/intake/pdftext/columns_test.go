package pdftext

import (
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
	first := grid(five, []int{150, 100}) + at(75, 130, "甲") + at(106, 130, "1") + at(154, 130, "1234") + at(180, 130, "9")
	rest := at(154, 780, "5") + at(75, 750, "丙") + at(154, 750, "6") + at(180, 750, "7")
	for name, tt := range map[string]struct {
		second string
		want   []string
	}{
		"put together":           {grid(five, []int{800, 770, 740}) + rest, []string{"甲\t1\t12345\t9", "丙\t\t6\t7"}},
		"not: a text of its own": {grid([]int{72, 152, 176, 220}, []int{800, 770, 740}) + at(75, 780, "丁") + rest, []string{"甲\t1\t1234\t9", "丁\t5", "丙\t6\t7"}},
	} {
		if got := texts(t, gbk(first, tt.second)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
