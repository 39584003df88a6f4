package pdftext

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// opened is a file with some entries in its catalogue, and objects numbered from 3.
func opened(t *testing.T, catalogue string, objects ...string) *file {
	t.Helper()
	f, err := open(handmade.File(append([]string{"<</Type/Catalog/Pages 2 0 R" + catalogue + ">>", "<</Type/Pages/Kids[]>>"}, objects...)...), newBudget())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestAttached: the files that are said to belong to the document, or else those embedded in
// it, by their names.
func TestAttached(t *testing.T) {
	const (
		unicode = "<</UF<FEFF7532002E0061>/F(a.a)/EF<</F 5 0 R>>>>"
		ascii   = "<</F(b.b)/EF<</F 6 0 R>>>>"
	)
	var many strings.Builder
	for range source.MaxAttached + 1 {
		many.WriteString("4 0 R ")
	}
	for _, tt := range []struct {
		name, catalogue string
		want            []string
	}{
		{"associated", "/AF[3 0 R 4 0 R]", []string{"甲.a: A", "b.b: B"}},
		{"embedded", "/Names<</EmbeddedFiles<</Names[(x)3 0 R(y)4 0 R]>>>>", []string{"甲.a: A", "b.b: B"}},
		{"both", "/AF[4 0 R]/Names<</EmbeddedFiles<</Names[(x)3 0 R]>>>>", []string{"b.b: B"}},
		{"a name without a file", "/Names<</EmbeddedFiles<</Names[(x)3 0 R(y)]>>>>", []string{"甲.a: A"}},
		{"a file that is not there", "/AF[<</F(c)/EF<</F 99 0 R>>>> <</F(d)>> 4 0 R]", []string{"b.b: B"}},
		{"none", "", nil},
		{"more than a document has", "/AF[" + many.String() + "]", slices.Repeat([]string{"b.b: B"}, source.MaxAttached)},
	} {
		var got []string
		for _, a := range opened(t, tt.catalogue, unicode, ascii, handmade.Packed("/Type/EmbeddedFile", "A"), handmade.Stream("", "B")).attached() {
			data, err := a.Open()
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, a.Name+": "+string(data))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestTitle: the title in the three ways to write a text (7.9.2.2), unless it is too long to
// be one.
func TestTitle(t *testing.T) {
	for written, want := range map[string]string{
		"(2020)":                             "2020",
		"<FEFF75324E59>":                     "甲乙",
		"<FEFF75324E>":                       "甲",
		"<FEFFD840DC0075>":                   "𠀀",
		"<FEFF>":                             "",
		"<EFBBBFE794B2>":                     "甲",
		"(" + strings.Repeat("a", 300) + ")": strings.Repeat("a", 300),
		"(" + strings.Repeat("a", 301) + ")": "",
		"/Name":                              "",
	} {
		f, err := open(handmade.FileWith("/Info 2 0 R", "null", "<</Title"+written+">>"), newBudget())
		if err != nil {
			t.Fatal(err)
		}
		if got := f.title(); got != want {
			t.Errorf("%.40s is %.40q", written, got)
		}
	}
}

// TestInherited: a page has what is said of those above it, as far as it says nothing itself
// (7.7.3.4), and is turned by quarters.
func TestInherited(t *testing.T) {
	type page struct {
		box    string
		turned int
		font   string
	}
	const (
		above = "<</Type/Pages/Kids[%s]/MediaBox[0 0 100 200]/Rotate 90/Resources<</Font<</F1<</BaseFont/A>>>>>>>>"
		all   = "[0 0 100 200]"
	)
	for _, tt := range []struct {
		name, kids string
		want       []page
	}{
		{"all of it", "<</Type/Page>>", []page{{all, 90, "A"}}},
		{"what it says", "<</Type/Page/MediaBox[1 2 3 4]/Rotate 0/Resources<</Font<</F1<</BaseFont/B>>>>>>>>", []page{{"[1 2 3 4]", 0, "B"}}},
		{"what is shown of it", "<</Type/Page/CropBox[5 6 7 8]/MediaBox[1 2 3 4]>>", []page{{"[5 6 7 8]", 90, "A"}}},
		{"no box", "<</Type/Page/MediaBox[1 2 3]>>", []page{{all, 90, "A"}}},
		{"in order", "<</Kids[<</Rotate 180>><</Rotate 270>>]/CropBox[5 6 7 8]>><</Type/Page>>", []page{{"[5 6 7 8]", 180, "A"}, {"[5 6 7 8]", 270, "A"}, {all, 90, "A"}}},
		{"nothing below", "<</Type/Pages>><</Type/Page/Rotate -100>>", []page{{all, 180, "A"}}},
		{"not quite", "<</Rotate 359>><</Rotate 361>><</Rotate /X>>", []page{{all, 270, "A"}, {all, 0, "A"}, {all, 90, "A"}}},
	} {
		f, err := open(handmade.File("<</Pages 2 0 R>>", fmt.Sprintf(above, tt.kids)), newBudget())
		if err != nil {
			t.Fatal(err)
		}
		pages, err := f.pages()
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		var got []page
		for _, p := range pages {
			font := f.dict(f.dict(p.resources["Font"])["F1"])
			got = append(got, page{fmt.Sprint(p.box), p.turned, string(f.name(font["BaseFont"]))})
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
