package typeset

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/fonts"
)

// broken breaks a text into lines of the given number of cells, with marks
// between them.
func broken(t *testing.T, text string, cells float64) string {
	t.Helper()
	paper := A4()
	s := newSetter(specimen.Faces(t), paper)
	atoms := s.atoms(text, fonts.Fang, A4().BodySize, paper.Cell)
	var lines []string
	for _, l := range breakLines(atoms, measure{width: cells}) {
		var b strings.Builder
		for _, a := range atoms[l.first:l.last] {
			for _, g := range a.glyphs {
				b.WriteRune(g.char)
			}
		}
		lines = append(lines, b.String())
	}
	return strings.Join(lines, "|")
}

func TestBreakLines(t *testing.T) {
	tests := []struct {
		name, text string
		cells      float64
		want       string
	}{
		{"full lines", "一二三四五六七八九十", 4, "一二三四|五六七八|九十"},
		{"a closing mark is squeezed in", "一二，四五六。八九", 6, "一二，四五六。|八九"},
		{"or the character before it goes along", "一二三四五。七八", 5, "一二三四|五。七八"},
		{"an opening mark goes to the next line", "一二三四（五六七八", 5, "一二三四|（五六七八"},
		{"a dash is whole and begins no line", "一二三四——七八九", 5, "一二三|四——七八|九"},
		{"dots are whole and begin no line", "一二三四……七八", 5, "一二三|四……七八"},
		{"quotes are full-width marks", "一二三四“六七”九", 5, "一二三四|“六七”九"},
		{"a number is whole", "一二三2020年五六", 4, "一二三|2020年五|六"},
		{"a decimal and its percent", "一二三12.5%八", 4, "一二三|12.5%八"},
		{"a number and its unit", "一二三四60条六七八九", 5, "一二三四|60条六七八|九"},
		{"blanks beside figures do not count", "2020 年度 8 条", 10, "2020年度8条"},
		{"a Latin word is whole", "一二三four五", 4, "一二三|four五"},
		{"a URL is cut where Unicode allows", "见https://www.example.gov.cn/abcdefgh/ijklmnop/", 12, "见https://|www.example.gov.cn/|abcdefgh/ijklmnop/"},
		{"a lone character does not end it", "一二三四五六七八九", 4, "一二三四|五六七八|九"},
	}
	for _, tt := range tests {
		if got := broken(t, tt.text, tt.cells); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSqueezes: the mark at the line's end gives first, which moves nothing;
// then marks beside marks; a mark between characters last.
func TestSqueezes(t *testing.T) {
	tests := []struct {
		line   string
		adjust float64
		want   string // tenths of a cell that each atom gives
	}{
		{"一，二》，三四。", 0, "00000000"},
		{"一，二》，三四。", -0.5, "00000005"},
		{"一，二》，三四。", -1, "00050005"},
		{"一，二》，三四。", -1.5, "00055005"},
		{"一，二》，三四。", -2, "05055005"},
		{"一：“二三，四", -0.5, "0500000"},
		{"一：“二三，四", -1, "0500050"},
		{"一《“二”》三", -1, "0050500"},
		{"“二三（四五", -0.5, "000500"}, // an opening mark at the line's beginning keeps to its cell
	}
	for _, tt := range tests {
		s := newSetter(specimen.Faces(t), A4())
		var got strings.Builder
		for _, taken := range squeezes(s.atoms(tt.line, fonts.Fang, A4().BodySize, A4().Cell), tt.adjust) {
			fmt.Fprintf(&got, "%.0f", 10*taken)
		}
		if got.String() != tt.want {
			t.Errorf("%s by %.1f: %s, want %s", tt.line, tt.adjust, got.String(), tt.want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"　　2020 年度我镇 60 余条":   "2020年度我镇60余条",
		"GB/T  9704":          "GB/T 9704",
		"张　三":                 "张　三",
		"一\u200b二\ufeff三\x07": "一二三",
		"其中， 政策":              "其中，政策",
	} {
		if got := string(clean(in)); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}
