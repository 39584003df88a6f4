package pdftext

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// TestPlaces: where glyphs stand, in points from the left and from the top, and how wide
// they are, whatever moves and stretches them (ISO 32000-1, 9.3 and 9.4).
func TestPlaces(t *testing.T) {
	const begin = "BT /F1 10 Tf 72 742 Td "
	for _, tt := range []struct {
		name, content string
		want          []string
	}{
		{"one behind the other", begin + "<bcd731d2d2> Tj ET", []string{"甲 72 100 10", "1 82 100 5", "乙 87 100 10"}},
		{"an array", begin + "[<31> -200 <32> 300 <33>] TJ ET", []string{"1 72 100 5", "2 79 100 5", "3 81 100 5"}},
		{"spaced characters", begin + "2 Tc <3132> Tj ET", []string{"1 72 100 5", "2 79 100 5"}},
		{"spaced words", begin + "3 Tw <31203233> Tj ET", []string{"1 72 100 5", "2 85 100 5", "3 90 100 5"}},
		{"stretched", begin + "50 Tz 2 Tc [<3132> -200 <33>] TJ ET", []string{"1 72 100 2.5", "2 75.5 100 2.5", "3 80 100 2.5"}},
		{"raised", begin + "<31> Tj 4 Ts <32> Tj ET", []string{"1 72 100 5", "2 77 96 5"}},
		{"lines", begin + "12 TL <31> Tj T* <32> Tj <33> ' 5 -20 TD <34> Tj T* <35> Tj ET", []string{"1 72 100 5", "2 72 112 5", "3 72 124 5", "4 77 144 5", "5 77 164 5"}},
		{"a line with its spaces", begin + "12 TL 3 2 <312032> \" ET", []string{"1 72 112 5", "2 89 112 5"}},
		{"a matrix for each", "BT /F1 10 Tf 1 0 0 1 72 742 Tm <31> Tj 2 0 0 2 80 642 Tm <32> Tj ET", []string{"1 72 100 5", "2 80 200 10"}},
		{"begun again", begin + "<31> Tj ET BT 20 642 Td <32> Tj ET", []string{"1 72 100 5", "2 20 200 5"}},
		{
			"states kept", "q 1 0 0 1 10 0 cm q 2 Tc " + begin + "<3132> Tj ET Q " + begin + "<3132> Tj ET Q " + begin + "<31> Tj ET",
			[]string{"1 82 100 5", "2 89 100 5", "1 82 100 5", "2 87 100 5", "1 72 100 5"},
		},
		{"matrices one after the other", "2 0 0 2 0 0 cm 1 0 0 1 5 6 cm BT /F1 10 Tf 10 20 Td <31> Tj ET", []string{"1 30 790 10"}},
		{"from top to bottom", "BT /F2 10 Tf 72 742 Td 1 Tc [<bcd7d2d2> -500 <b1fb>] TJ ET", []string{"甲 67 108.8 10", "乙 67 117.8 10", "丙 67 121.8 10"}},
		{"larger than every page", "BT /F1 100000 Tf 72 742 Td <31> Tj ET BT /F1 10 Tf <32> Tj ET", []string{"2 0 842 5"}},
		{"a form with its matrix", "q 1 0 0 1 10 0 cm /X Do Q", []string{"甲 40 800 10"}},
	} {
		data := handmade.File(
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 7 0 R>>>>>>",
			handmade.Stream("", tt.content), handmade.Font("GBK-EUC-H"), handmade.Font("GBK-EUC-V"),
			handmade.Stream("/Subtype/Form/Matrix[1 0 0 1 20 32]", "BT /F1 10 Tf 10 10 Td <bcd7> Tj ET"))
		s := firstPage(t, data)
		var got []string
		for _, g := range s.glyphs {
			got = append(got, fmt.Sprintf("%s %.4g %.4g %.4g", g.text, g.at.x, g.at.y, g.width))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestMarks: what stands in a mark of what is none of the document is none of it, in the
// marks within too (14.8.2.2); pictures and shadings are drawn.
func TestMarks(t *testing.T) {
	s := firstPage(t, gbk("/Artifact BMC "+at(72, 742, "1")+"/Span BMC "+at(72, 722, "2")+"EMC "+at(72, 702, "3")+"EMC "+
		at(72, 682, "4")+"EMC /Span BMC "+at(72, 662, "5")+" /S sh BI /W 1 /H 1 ID x EI "))
	got := ""
	for _, g := range s.glyphs {
		if got += g.text; g.site {
			got += "!"
		}
	}
	if got != "1!2!3!45" || s.drawn != 2 {
		t.Errorf("%s, %d drawings", got, s.drawn)
	}
}

// TestManyForms: forms one after the other are not within each other.
func TestManyForms(t *testing.T) {
	data := handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
		handmade.Stream("", strings.Repeat("1 0 0 1 0 1 cm /X Do ", 100)), handmade.Font("GBK-EUC-H"), handmade.Stream("/Subtype/Form", at(10, 10, "1")))
	if s := firstPage(t, data); len(s.glyphs) != 100 {
		t.Errorf("%d of 100 forms are read", len(s.glyphs))
	}
}

// TestJudge: why a file has nothing to be read.
func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		glyphs, unknown, drawn int
		want                   source.Reason // -1: it is read
	}{
		{0, 0, 1, source.Scanned},
		{0, 0, 0, source.Empty},
		{1, 0, 5, -1},
		{8, 8, 0, -1},
		{179, 9, 0, source.Unmapped},
		{180, 9, 0, -1},
	} {
		err := judge([]*sheet{{glyphs: make([]glyph, tt.glyphs), unknown: tt.unknown, drawn: tt.drawn}})
		if got := reason(err); got != tt.want {
			t.Errorf("%+v: %d (%v)", tt, got, err)
		}
	}
}

// TestTakeHidden: text without ink is taken off the sheet; where it is at least half of
// all, it lies over a scanned page and is the text.
func TestTakeHidden(t *testing.T) {
	for _, tt := range []struct{ seen, hidden, taken int }{{3, 2, 2}, {2, 2, 0}, {1, 2, 0}, {0, 2, 0}, {3, 0, 0}} {
		s := &sheet{}
		for range tt.hidden {
			s.glyphs = append(s.glyphs, glyph{look: source.Hidden})
		}
		s.glyphs = append(s.glyphs, make([]glyph, tt.seen)...)
		if got := s.takeHidden(); len(got) != tt.taken || len(s.glyphs) != tt.seen+tt.hidden-tt.taken {
			t.Errorf("%+v: %d taken, %d left", tt, len(got), len(s.glyphs))
		}
		if slices.ContainsFunc(s.glyphs, func(g glyph) bool { return g.look == source.Hidden }) {
			t.Errorf("%+v: some are hidden still", tt)
		}
	}
}

// TestBroken: the word that ends an object ends whatever is open in it, and is read again.
func TestBroken(t *testing.T) {
	for text, want := range map[string][]any{
		"<</A 1/B endobj":      {dict{"A": 1.0}, word("endobj")},
		"<</A 1/B endstream 2": {dict{"A": 1.0}, word("endstream"), 2.0},
		"[1 2 endobj 3":        {array{1.0, 2.0}, word("endobj"), 3.0},
		"[[1 endstream":        {array{array{1.0}}, word("endstream")},
	} {
		l := &lexer{data: []byte(text), budget: newBudget()}
		for i, w := range want {
			if got := l.next(); !reflect.DeepEqual(got, w) {
				t.Errorf("%s: item %d is %v, want %v", text, i, got, w)
			}
		}
	}
}

// firstPage is how the first page of a file looks.
func firstPage(t *testing.T, data []byte) *sheet {
	t.Helper()
	f, err := open(data, newBudget())
	if err != nil {
		t.Fatal(err)
	}
	pages, err := f.pages()
	if err != nil {
		t.Fatal(err)
	}
	s, err := newReader(f).page(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	return s
}
