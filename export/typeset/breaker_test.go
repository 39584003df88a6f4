package typeset

import (
	"fmt"
	"math/rand/v2"
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
	s := newSetter(specimen.Faces(t), paper, nil)
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
		{"a number and its unit", "一二，四8条六七", 5, "一二，四8条|六七"},
		{"blanks beside figures do not count", "2020 年度 8 条", 10, "2020年度8条"},
		{"a Latin word is whole", "一二三four五", 4, "一二三|four五"},
		{"a URL is cut before a full stop, within a word where the line would be loose", "见https://www.example.gov.cn/abcdefgh/ijklmnop/", 12, "见https://www.example|.gov.cn/abcdefgh/ijklmn|op/"},
		{"the fullest line that fits", "一二三四五，六七八九十，一二。", 6, "一二三四五，|六七八九十，|一二。"},
		{"and half a cell is spread over it", "一二三8条五六七八九", 5, "一二三8条|五六七八九"},
		{"they part before a line opens by a cell", "一二三四60条六七八九", 5, "一二三四60|条六七八九"},
		{"a sum goes on after its sign", "一二三四2021=2025年", 7, "一二三四2021=|2025年"},
		{"a range goes on after its dash", "一二三四2021–2025年", 7, "一二三四2021–|2025年"},
		{"a formula after its sign", "一二三四五3×500六七八", 7, "一二三四五3×|500六七八"},
		{"a mailbox before its @", "一二三四abcdefghijkl@example.cn六", 10, "一二三四abcdefghijkl|@example.cn六"},
		{"figures with their signs", "一二三四±2%五，六≥60", 5, "一二三四|±2%五，六|≥60"},
		{"and after a stroke", "见https://www.example.gov.cn/abcd/六七", 14, "见https://www.example.gov.cn/|abcd/六七"},
		{"a lone character does not end it", "一二三四五六七八九", 4, "一二三四|五六七八|九"},
	}
	for _, tt := range tests {
		if got := broken(t, tt.text, tt.cells); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSqueezes: the mark at the line's end gives first, which moves nothing;
// then marks beside marks; then all gaps a little; marks between characters last.
func TestSqueezes(t *testing.T) {
	tests := []struct {
		line   string
		adjust float64
		want   string // tenths of a cell that each atom gives
	}{
		{"一，二》，三四。", 0, "00000000"},
		{"一，二》，三四。", -0.5, "00000005"},
		{"一，二》，三四。", -1, "00050005"},
		{"一，二》，三四。", -1.5, "02052005"}, // what the gaps cannot give is shared
		{"一，二》，三四。", -2, "04054005"},
		{"一：“二三，四", -0.5, "0500000"},
		{"一：“二三，四", -1, "0520020"},
		{"一《“二”》三", -1, "0050500"},
		{"“二三（四五", -0.5, "000400"}, // an opening mark at the line's beginning keeps to its cell
	}
	for _, tt := range tests {
		s := newSetter(specimen.Faces(t), A4(), nil)
		var got strings.Builder
		line := s.atoms(tt.line, fonts.Fang, A4().BodySize, A4().Cell)
		adj := adjust(line, tt.adjust)
		for i := range line {
			fmt.Fprintf(&got, "%.0f", 10*adj.taken(i))
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

// TestFullestLine: in texts of any mixture no line gives to the next what would
// have fitted it, be it to save a squeeze two lines later.
func TestFullestLine(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"公", "开", "信息", "，", "。", "《", "》", "“", "”", "（1）", "8条", "60条", "2020年", "5G", "A4", "GB/T 9704", "12.5%", "——"}
	s := newSetter(specimen.Faces(t), A4(), nil)
	const width = 12
	for range 2000 {
		var text strings.Builder
		text.WriteString("公")
		for range 40 {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		atoms := s.atoms(text.String(), fonts.Fang, A4().BodySize, A4().Cell)
		for _, l := range breakLines(atoms, measure{width: width}) {
			used := 0.0
			for i := l.first; i < len(atoms) && used <= width+tiny; i++ {
				if used += atoms[i].cells; i >= l.last && used <= width+tiny && !atoms[i].blank && atoms[i].breakCost == 0 {
					t.Errorf("%s could go on with %s", textOf(atoms[l.first:l.last]), textOf(atoms[l.last:i+1]))
				}
			}
		}
	}
}
