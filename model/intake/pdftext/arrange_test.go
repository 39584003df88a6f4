package pdftext

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// told reads pages and tells of them.
func told(t *testing.T, pages ...string) string {
	t.Helper()
	d, err := Read(gbk(pages...))
	if err != nil {
		t.Fatal(err)
	}
	return handmade.Told(d)
}

// TestEdges: what stands at the head or foot of pages, within 12 % of their height, is none
// of the text where it is on three of them.
func TestEdges(t *testing.T) {
	for y, edge := range map[int]bool{741: true, 740: false, 101: true, 102: false} {
		var pages []string
		for _, body := range []string{"甲", "乙", "丙"} {
			pages = append(pages, at(72, 500, body)+at(72, y, "丁丁"))
		}
		if got := strings.Count(told(t, pages...), "(edge) 丁丁"); got != map[bool]int{true: 3, false: 0}[edge] {
			t.Errorf("at %d: %d", y, got)
		}
	}
	for apart, same := range map[float64]bool{0.9: true, 1: false} {
		items := []item{{page: 0, top: 20, margin: true, line: &line{glyphs: []glyph{sign("甲", 0, 20, 10)}}}, {page: 1, top: 20 + apart, margin: true, line: &line{glyphs: []glyph{sign("甲", 0, 20, 10)}}}}
		markSite(items, 2)
		if items[0].line.site != same || items[1].line.site != same {
			t.Errorf("%v apart on both of two pages: %v, %v", apart, items[0].line.site, items[1].line.site)
		}
	}
}

// TestPageNumbers: numbers at the edge of pages that count up with them are page numbers.
func TestPageNumbers(t *testing.T) {
	for _, tt := range []struct {
		name   string
		y      int
		texts  []string
		number bool
	}{
		{"alone", 40, []string{"1", "2"}, true},
		{"from another on", 40, []string{"11", "12"}, true},
		{"between dashes", 40, []string{"- 1 -", "- 2 -"}, true},
		{"between other dashes", 800, []string{"— 1 —", "—2—"}, true},
		{"of three figures", 40, []string{"101", "102"}, true},
		{"not: of four", 40, []string{"2020", "2021"}, false},
		{"not: one of them", 40, []string{"1", ""}, false},
		{"not: not counted up", 40, []string{"1", "3"}, false},
		{"not: the same", 40, []string{"1", "1"}, false},
		{"not: in the middle", 400, []string{"1", "2"}, false},
		{"not: with a word", 40, []string{"1a", "2b"}, false},
	} {
		var pages []string
		for i, text := range tt.texts {
			page := at(72, 500, []string{"甲", "乙"}[i])
			if text != "" {
				page += at(300, tt.y, text)
			}
			pages = append(pages, page)
		}
		if got := strings.Contains(told(t, pages...), "(edge)"); got != tt.number {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestTornApart: a table goes on on the next page where only feet and heads stand between.
func TestTornApart(t *testing.T) {
	three := []int{72, 112, 152, 192}
	upper := grid(three, []int{200, 150}) + at(75, 170, "甲") + at(115, 170, "1") + at(155, 170, "2")
	lower := grid(three, []int{780, 730}) + at(75, 750, "乙") + at(115, 750, "3") + at(155, 750, "4")
	other := grid([]int{72, 132, 202}, []int{780, 730}) + at(75, 750, "乙") + at(135, 750, "4")
	for _, tt := range []struct {
		name  string
		pages []string
		want  int // tables
	}{
		{"nothing between", []string{upper, lower}, 1},
		{"over three pages", []string{upper, grid(three, []int{780, 150}) + at(75, 400, "丁") + at(115, 400, "5"), lower}, 1},
		{"a foot", []string{upper + at(72, 60, "甲乙丙丁甲乙"), lower}, 1},
		{"a head", []string{upper, at(72, 800, "甲乙丙丁甲乙") + lower}, 1},
		{"not: a line", []string{upper + at(72, 60, "甲乙丙丁甲乙丙"), lower}, 2},
		{"not: far from the edge", []string{upper + at(72, 120, "甲"), lower}, 2},
		{"not: a page between", []string{upper, "BI ID x EI ", lower}, 2},
		{"not: another width", []string{upper, other}, 2},
		{"not: on one page", []string{grid(three, []int{780, 730}) + at(75, 750, "乙") + at(115, 750, "3") + upper}, 2},
	} {
		d, err := Read(gbk(tt.pages...))
		if err != nil {
			t.Fatal(err)
		}
		tables := map[int]bool{}
		for _, l := range d.Lines {
			if l.Table > 0 {
				tables[l.Table] = true
			}
		}
		if len(tables) != tt.want {
			t.Errorf("%s: %d tables\n%s", tt.name, len(tables), handmade.Told(d))
		}
	}
}

// TestOrder: lines and tables of a page stand as they do down the page, and what is turned
// behind them; where gaps part a line into columns, it says which.
func TestOrder(t *testing.T) {
	table := grid([]int{72, 112, 152}, []int{700, 650}) + at(75, 670, "甲") + at(115, 670, "1")
	for _, tt := range []struct{ name, content, want string }{
		{"over and under a table", at(72, 600, "丙") + table + at(72, 720, "乙") + "BT /F1 10 Tf 0 1 -1 0 30 300 Tm <b6a1> Tj ET", "1 乙\n2 甲|1\n3 丙\n4 丁\n"},
		{"columns by gaps", at(70, 700, "甲乙") + at(125, 700, "12") + at(160, 700, "3"), "1 甲乙@14+4|12@25+2|3@32+1\n"},
		{"a gap beyond the paper's edge", at(-5, 700, "甲") + at(70, 700, "乙"), "1 甲@0+2|乙@14+2\n"},
	} {
		if got := told(t, tt.content); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestUnit: the half of a character is that of most, outside tables.
func TestUnit(t *testing.T) {
	of := func(sizes ...float64) item {
		l := &line{}
		for _, s := range sizes {
			l.glyphs = append(l.glyphs, glyph{size: s})
		}
		return item{line: l}
	}
	for _, tt := range []struct {
		items []item
		want  float64
	}{
		{nil, 6},
		{[]item{of(16, 16), of(10)}, 8},
		{[]item{of(10), of(16, 16.04), {table: &table{}}}, 8},
		{[]item{of(10, 16)}, 5}, // the first of as many
		{[]item{of(0.5)}, 0.5},
	} {
		if got := unit(tt.items); got != tt.want {
			t.Errorf("%v, want %v", got, tt.want)
		}
	}
}

// TestIndents: paragraphs are indented where at least six certainly begin, and all but one
// in twenty of them so.
func TestIndents(t *testing.T) {
	for _, tt := range []struct {
		indented, flush int
		want            bool
	}{{6, 0, true}, {5, 0, false}, {19, 1, true}, {18, 1, false}, {5, 1, false}, {0, 6, false}} {
		extents := []source.Extent{{Begin: 0, End: 80}, {Begin: 0, End: 20}}
		for i := range tt.indented + tt.flush {
			begin := source.Indented
			if i < tt.flush {
				begin--
			}
			extents = append(extents, source.Extent{Begin: begin, End: 80}, source.Extent{Begin: 0, End: 20})
		}
		w := &writer{margin: source.Margins(extents, 2)}
		if got := w.indents(extents); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// TestIndented: a document says that its paragraphs are indented, where they are.
func TestIndented(t *testing.T) {
	for _, indent := range []int{20, 0} {
		var b strings.Builder
		for i := range 8 {
			y := 740 - 60*i
			b.WriteString(at(72+indent, y, strings.Repeat("甲", 30-indent/10)) + at(72, y-20, strings.Repeat("甲", 30)) + at(72, y-40, "乙"))
		}
		if d, err := Read(gbk(b.String())); err != nil || d.Indented != (indent > 0) {
			t.Errorf("by %d points: not so (%v)", indent, err)
		}
	}
}

// TestWrapped: which lines go on in the next, and how far each is indented, in half
// characters.
func TestWrapped(t *testing.T) {
	full := strings.Repeat("甲", 30)
	d, err := Read(gbk(at(92, 700, full[:len("甲")*28]) + at(72, 680, full) + at(72, 660, "乙") + at(300, 640, "丙丙丙丙丙丙丙") + at(72, 620, full[:len("甲")*29])))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range d.Lines {
		got += fmt.Sprintf("%d %v %d, ", len([]rune(l.Text)), l.Wrapped, l.Indent)
	}
	if want := "28 true 4, 30 true 0, 1 false 0, 7 false 46, 29 true 0, "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestPicturePages: a page is a picture where something is drawn and nothing written.
func TestPicturePages(t *testing.T) {
	d, err := Read(gbk(at(72, 700, "甲")+" /S sh", "/S sh", ""))
	if err != nil || !slices.Equal(d.Pictures, []int{2}) {
		t.Errorf("%v, %v", d, err)
	}
}
