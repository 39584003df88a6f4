package pdftext

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// TestBoxes: where a text stands on a page whose box begins elsewhere than at 0, or is none
// (14.11.2).
func TestBoxes(t *testing.T) {
	const elsewhere = "/MediaBox[100 200 400 800]"
	for _, tt := range []struct{ page, want string }{
		{"", "595 842: 1 110 612"},
		{elsewhere, "300 600: 1 10 570"},
		{"/MediaBox[400 800 100 200]", "300 600: 1 10 570"},
		{elsewhere + "/Rotate 90", "600 300: 1 30 10"},
		{elsewhere + "/Rotate 180", "300 600: 1 290 30"},
		{elsewhere + "/Rotate 270", "600 300: 1 570 290"},
		{"/MediaBox[100 200 400 200.9]", "595 842: 1 110 612"},
		{"/MediaBox[100 200 100.9 800]", "595 842: 1 110 612"},
		{"/MediaBox[105 225 106 226]", "1 1: 1 5 -4"},
		{"/MediaBox[105 225 (a) 0]", "105 225: 1 110 -5"},
	} {
		s := firstPage(t, handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"+tt.page+">>",
			handmade.Stream("", "BT /F1 10 Tf 110 230 Td (1) Tj ET"), handmade.Font("GBK-EUC-H")))
		got := fmt.Sprintf("%v %v:", s.width, s.height)
		for _, g := range s.glyphs {
			got += fmt.Sprintf(" %s %v %v", g.text, g.at.x, g.at.y)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.page, got, tt.want)
		}
	}
}

// TestAcross: what stands over the edge of the paper is seen, what stands beyond is not.
func TestAcross(t *testing.T) {
	for at, seen := range map[[2]int]bool{
		{-10, 50}: true, {-11, 50}: false, {110, 50}: true, {111, 50}: false,
		{50, -10}: true, {50, -11}: false, {50, 210}: true, {50, 211}: false,
	} {
		s := firstPage(t, handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 100 200]>>",
			handmade.Stream("", fmt.Sprintf("BT /F1 10 Tf %d %d Td (1) Tj ET", at[0], at[1])), handmade.Font("GBK-EUC-H")))
		if (len(s.glyphs) == 1) != seen {
			t.Errorf("at %v: %v", at, s.glyphs)
		}
	}
}

// TestShown: what is shown of a content that holds strange things, up to where nothing
// can be made of it. Text without ink is in brackets.
func TestShown(t *testing.T) {
	one, two := at(72, 700, "1"), at(72, 680, "2")
	for _, tt := range []struct{ name, content, want string }{
		{"a picture", "BI /W 1 ID \x01 EI " + two, "2"},
		{"a picture with what looks like an operator", "BI ID (/F1 EI\n" + two, "2"},
		{"what looks like its end", "BI ID xEI EIx EIEI EI " + two, "2"},
		{"an empty one", "BI ID EI " + two, "2"},
		{"a picture at the end", one + "BI ID x EI", "1"},
		{"a picture without an end", one + "BI ID x " + two, "1"},
		{"what looks like an end, at the end", one + "BI ID x xEI", "1"},
		{"a picture without data", one + "BI /W 1 " + two, "1"},
		{"too many operands", "BT /F1 10 Tf " + strings.Repeat("9 ", maxOperands) + "72 700 Td (1) Tj ET", "1"},
		{"too few operands", "Do Tf sh BMC EMC TJ Tj ' \" q cm Q 1 Td 1 2 Tm re m l " + one, "1"},
		{"no such font", "BT /F9 10 Tf 72 700 Td (1) Tj ET " + two, "2"},
		{"no font", "BT 72 700 Td (1) Tj [(1)] TJ ET " + two, "2"},
		{"a font that stands in the page", "BT /F2 10 Tf 72 700 Td (1) Tj ET", "1"},
		{"a font that only changes its size", "BT /F1 10 Tf 5 Tf 72 700 Td (1) Tj ET", "1"},
		{"no size", "BT /F1 0 Tf 72 700 Td (1) Tj ET " + two, "2"},
		{"turned inside out", "BT /F1 -10 Tf 72 700 Td (1) Tj ET", "1"},
		{"no width", "BT /F1 10 Tf 0 Tz 72 700 Td (1) Tj 100 Tz ET " + two, "2"},
		{"no ink", "3 Tr " + one + "7 Tr " + two, "[1][2]"},
		{"ink again", "3 Tr 0 Tr " + one + "2 Tr " + two, "12"},
		{"no ink within a state", "q 3 Tr " + one + "Q " + two, "[1]2"},
		{"more ends of states than states", "Q Q q 3 Tr Q Q " + one, "1"},
		{"as many states as are kept", strings.Repeat("q ", maxKept-1) + "3 Tr q " + strings.Repeat("Q ", maxKept) + one, "1"},
		{"more states than are kept", strings.Repeat("q ", maxKept) + "3 Tr q Q " + one, "1"},
		{"no such form", "/Y Do " + one, "1"},
		{"a form with the fonts of the page", "/X Do " + one, "31"},
		{"in its place", "/Span<</ActualText(abcdefghijkl)>>BDC " + one + "EMC " + two, "abcdefghijkl2"},
		{"too long to be in its place", "/Span<</ActualText(abcdefghijklm)>>BDC " + one + "EMC " + two, "12"},
		{"in the place of two", "/Span<</ActualText(ab)>>BDC " + one + two + "EMC " + one, "ab1"},
		{"nothing in its place", "/Span<</ActualText()>>BDC " + one + "EMC", "1"},
	} {
		s := firstPage(t, handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>",
			"<</Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2"+handmade.Font("GBK-EUC-H")+">>/XObject<</X 6 0 R>>>>>>",
			handmade.Stream("", tt.content), handmade.Font("GBK-EUC-H"), handmade.Stream("/Subtype/Form", at(72, 600, "3"))))
		got := ""
		for _, g := range s.glyphs {
			if g.look == source.Hidden {
				got += "[" + g.text + "]"
			} else {
				got += g.text
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestContentOf: the content of a page are its streams, one after the other and apart, and
// each has to be there.
func TestContentOf(t *testing.T) {
	for _, tt := range []struct {
		contents string
		want     string
		refused  bool
	}{
		{"4 0 R", "甲", false},
		{"[4 0 R 5 0 R]", "甲乙", false},
		{"[6 0 R 7 0 R]", "1", false}, // T and j are no operator
		{"[]", "", false},
		{"null", "", true},
		{"[4 0 R 99 0 R]", "", true},
		{"[4 0 R 8 0 R]", "", true},
		{"9 0 R", "", true},
	} {
		f, err := open(handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Contents "+tt.contents+"/Resources<</Font<</F1 10 0 R>>/XObject<</X 8 0 R>>>>>>",
			handmade.Stream("", at(72, 700, "甲")), handmade.Packed("", at(72, 700, "乙")),
			handmade.Stream("", at(72, 700, "1")+"BT /F1 10 Tf (2) T"), handmade.Stream("", "j ET"),
			handmade.Stream("/Subtype/Form/Filter/FlateDecode", "x"), handmade.Stream("", "/X Do"), handmade.Font("GBK-EUC-H")), newBudget())
		if err != nil {
			t.Fatal(err)
		}
		pages, err := f.pages()
		if err != nil {
			t.Fatal(err)
		}
		s, err := newReader(f).page(pages[0])
		got := ""
		if err == nil {
			for _, g := range s.glyphs {
				got += g.text
			}
		}
		if refused := err != nil || f.budget.refusal != nil; refused != tt.refused || !refused && got != tt.want {
			t.Errorf("%s: %q, %v, %v", tt.contents, got, err, f.budget.refusal)
		}
	}
	if _, err := Read(handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Type/Page>>")); reason(err) != source.Empty {
		t.Errorf("a page of nothing: %v", err)
	}
}
