package pdftext

import (
	"bytes"
	"encoding/ascii85"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// texts reads a file and gives its lines, and what stands beside them.
func texts(t testing.TB, data []byte) []string {
	t.Helper()
	doc, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range doc.Lines {
		all = append(all, l.Text)
	}
	for _, a := range doc.Apart {
		all = append(all, "beside: "+a.Text)
	}
	return all
}

// inGB is text in the codes of GBK-EUC-H for the characters that tests need.
func inGB(text string) string {
	codes := map[rune]string{'甲': "bcd7", '乙': "d2d2", '丙': "b1fb", '丁': "b6a1", '—': "a1aa"}
	var b strings.Builder
	for _, r := range text {
		if code, ok := codes[r]; ok {
			b.WriteString(code)
		} else {
			fmt.Fprintf(&b, "%02x", r)
		}
	}
	return b.String()
}

// at shows a text at a place.
func at(x, y int, text string) string {
	return fmt.Sprintf("BT /F1 10 Tf %d %d Td <%s> Tj ET\n", x, y, inGB(text))
}

func gbk(contents ...string) []byte {
	return handmade.Pages([]string{handmade.Font("GBK-EUC-H")}, contents)
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"order of places, not of the file", at(72, 700, "乙") + at(72, 720, "甲"), []string{"甲", "乙"}},
		{"one line of several pieces", at(92, 700, "丙") + at(72, 700, "甲乙"), []string{"甲乙丙"}},
		{"printed twice to look bold", at(72, 700, "甲11") + at(72, 700, "甲11"), []string{"甲11"}},
		{"words", at(72, 700, "ab") + at(86, 700, "cd"), []string{"ab cd"}},
		{"spaced out by an array", "BT /F1 10 Tf 72 700 Td [<bcd7> -20 <d2d2> -20 <b1fb>] TJ ET", []string{"甲乙丙"}},
		{"lines by T* and quote", "BT /F1 10 Tf 14 TL 72 700 Td <bcd7> Tj T* <d2d2> Tj <b1fb> ' ET", []string{"甲", "乙", "丙"}},
		{"scaled by a matrix", "q 0.1 0 0 0.1 0 0 cm BT /F1 100 Tf 1 0 0 1 720 7000 Tm <bcd7d2d2> Tj ET Q", []string{"甲乙"}},
		{"a stamp over the page", at(72, 700, "甲") + "BT /F1 90 Tf 0.7 0.7 -0.7 0.7 100 200 Tm <b1fb> Tj ET " + at(72, 100, "乙"), []string{"甲", "乙", "beside: 丙"}},
		{"upside text beside the page", at(72, 700, "甲") + "BT /F1 10 Tf 0 1 -1 0 30 300 Tm <b1fbb6a1> Tj ET", []string{"甲", "丙丁"}},
		{"off the paper", at(72, 700, "甲") + at(-500, 700, "乙"), []string{"甲"}},
		{"meant as another text", "/Span <</ActualText <feff4e01>>> BDC " + at(72, 700, "甲乙") + "EMC", []string{"丁"}},
		{"a picture within", at(72, 700, "甲") + "BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI\n" + at(72, 600, "乙"), []string{"甲", "乙"}},
		{"broken operators", "Tj Td ET ] >> () ) 1 2 Tm /X Do EMC Q Q " + at(72, 700, "甲"), []string{"甲"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(t, gbk(tt.content)); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestTurned: a page that is shown turned is read as it is shown, to its far edge.
func TestTurned(t *testing.T) {
	const show = "BT /F1 10 Tf %s %d %d Tm <%s> Tj ET\n"
	for turned, tt := range map[int]struct {
		way         string
		upper, from [2]int // where the lines begin
	}{
		0:   {"1 0 0 1", [2]int{72, 742}, [2]int{570, 722}},
		90:  {"0 1 -1 0", [2]int{100, 72}, [2]int{120, 800}},
		180: {"-1 0 0 -1", [2]int{523, 100}, [2]int{25, 120}},
		270: {"0 -1 1 0", [2]int{495, 770}, [2]int{475, 42}},
		450: {"0 1 -1 0", [2]int{100, 72}, [2]int{120, 800}},
		-90: {"0 -1 1 0", [2]int{495, 770}, [2]int{475, 42}},
	} {
		content := fmt.Sprintf(show, tt.way, tt.from[0], tt.from[1], inGB("丙丁")) + fmt.Sprintf(show, tt.way, tt.upper[0], tt.upper[1], inGB("甲乙"))
		got := texts(t, handmade.File(
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			fmt.Sprintf("<</Type/Page/Rotate %d/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", turned),
			handmade.Stream("", content), handmade.Font("GBK-EUC-H")))
		if !slices.Equal(got, []string{"甲乙", "丙丁"}) {
			t.Errorf("turned by %d: %q", turned, got)
		}
	}
}

// TestBlanks: how far characters stand apart where a blank is meant between them.
func TestBlanks(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		gap   float64 // of their height
		space bool    // the file has one
		want  bool
	}{
		{"a", "b", 0.19, false, true},
		{"a", "b", 0.17, false, false},
		{"a", "b", 0.06, true, true},
		{"a", "b", 0.04, true, false},
		{"甲", "乙", 0.81, false, true},
		{"甲", "乙", 0.79, true, false},
		{"甲", "1", 0.23, true, true},
		{"甲", "1", 0.21, true, false},
		{"1", "甲", 0.23, false, false},
		{"甲", "1", 0.81, false, true},
	} {
		line := []glyph{{text: tt.a, width: 10, size: 10, dx: 1}, {text: tt.b, at: point{10 + 10*tt.gap, 0}, width: 10, size: 10, dx: 1, blank: tt.space}}
		if got := textOf(line); got != tt.a+map[bool]string{true: " "}[tt.want]+tt.b {
			t.Errorf("%q with a gap of %v: want a blank: %v", got, tt.gap, tt.want)
		}
	}
}

// TestCodespace: a code is in a space when each of its bytes is.
func TestCodespace(t *testing.T) {
	space := codespace{low: 0x8140, high: 0xfefe, length: 2}
	for code, want := range map[uint32]bool{
		0x8140: true, 0xfefe: true, 0x9fa1: true, 0x813f: false, 0x8040: false, 0xfeff: false, 0xff40: false, 0xfe3f: false, 0x81ff: false,
	} {
		if got := space.holds(code); got != want {
			t.Errorf("%04x: %v", code, got)
		}
	}
}

// grid draws lines around cells.
func grid(xs, ys []int) string {
	var b strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		fmt.Fprintf(&b, "%d %d %d 0.5 re f\n", xs[0], y, xs[len(xs)-1]-xs[0])
	}
	return b.String()
}

func TestTables(t *testing.T) {
	three := []int{72, 112, 152, 192}
	tests := []struct {
		name, content string
		want          []string
	}{
		{
			"labels in the middle of their cells", grid(three, []int{700, 650, 600}) + at(75, 680, "甲") + at(75, 668, "乙") + at(115, 674, "1") + at(155, 674, "2") +
				at(75, 620, "丙") + at(115, 620, "3") + at(155, 620, "4"),
			[]string{"甲乙\t1\t2", "丙\t3\t4"},
		},
		{
			"cells over several rows and columns", "72 600 120 100 re S 112 600 m 112 700 l S 112 650 m 192 650 l S 152 600 m 152 650 l S " +
				at(75, 645, "甲") + at(115, 670, "乙") + at(115, 620, "1") + at(155, 620, "2"),
			[]string{"甲\t乙", "1\t2"},
		},
		{"a number broken by its cell", grid([]int{72, 112, 148}, []int{700, 650, 600}) + at(75, 680, "甲") + at(114, 680, "1234") + at(114, 666, "5") + at(75, 620, "乙") + at(114, 630, "1") + at(114, 616, "2"), []string{"甲\t12345", "乙\t1 2"}},
		{"a number wider than its cell", grid([]int{72, 112, 136, 160}, []int{700, 650}) + at(75, 680, "甲") + at(113, 680, "123456"), []string{"甲\t123456"}},
		{"cells drawn apart", "72 660 40 30 re S 118 660 40 30 re S 72 624 40 30 re S 118 624 40 30 re S " + "112 675 m 118 675 l S 90 660 m 90 654 l S " + at(75, 670, "甲") + at(121, 670, "1") + at(75, 634, "乙") + at(121, 634, "2"), []string{"甲\t1", "乙\t2"}},
		{"a frame around prose is no table", "60 60 400 700 re S " + at(72, 700, "甲") + at(72, 680, "乙"), []string{"甲", "乙"}},
		{"a rule under a title is no table", "72 690 400 1 re f " + at(72, 700, "甲") + at(72, 670, "乙"), []string{"甲", "乙"}},
		{"upright labels turned", grid([]int{72, 112, 152}, []int{700, 650}) + "BT /F1 10 Tf 0 -1 1 0 90 690 Tm <bcd7d2d2> Tj ET " + at(115, 680, "1"), []string{"甲乙\t1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(t, gbk(tt.content)); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestCutTable: a table that goes on on the next page stays one, and a row that
// the page end cut is put together.
func TestCutTable(t *testing.T) {
	three := []int{72, 103, 152, 192}
	first := grid(three, []int{150, 100, 60}) + at(75, 130, "甲") + at(106, 130, "1") + at(155, 130, "2") + at(75, 70, "乙丙") + at(106, 70, "3") + at(155, 70, "4") + at(280, 30, "1")
	second := grid(three, []int{800, 770, 740}) + at(75, 780, "丁") + at(75, 750, "丙") + at(106, 750, "5") + at(155, 750, "6") + at(280, 30, "2")
	doc, err := Read(gbk(first, second))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range doc.Lines {
		got = append(got, fmt.Sprint(l.Table, " ", l.Text))
	}
	want := []string{"1 甲\t1\t2", "1 乙丙丁\t3\t4", "1 丙\t5\t6"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestCutTableColumns: the columns of a table are the same on all its pages, those too that
// a page has no cell of.
func TestCutTableColumns(t *testing.T) {
	first := grid([]int{72, 103, 152, 192}, []int{150, 100}) + at(75, 130, "甲") + at(106, 130, "1") + at(155, 130, "2")
	second := grid([]int{72, 152, 192}, []int{800, 770, 740}) + at(75, 780, "乙") + at(155, 780, "3") + at(75, 750, "丙") + at(155, 750, "4")
	doc, err := Read(gbk(first, second))
	if err != nil || len(doc.Lines) != 3 {
		t.Fatal(doc, err)
	}
	for i, want := range []int{2, 2, 2} {
		cells := doc.Lines[i].Cells
		if last := cells[len(cells)-1]; last.Column != want || last.Span != 1 {
			t.Errorf("row %d ends with %+v", i, last)
		}
	}
}

// TestHeads: what stands over every page is none of the text, over two in one place.
func TestHeads(t *testing.T) {
	head := at(72, 800, "甲乙")
	for _, tt := range []struct {
		name  string
		pages []string
		want  []string
	}{
		{"three", []string{at(72, 790, "甲乙") + at(72, 700, "丙"), head + at(72, 700, "丁"), head + at(72, 700, "丁丁")}, []string{"丙", "丁", "丁丁", "beside: 甲乙", "beside: 甲乙", "beside: 甲乙"}},
		{"two, the title below", []string{head + at(72, 780, "甲乙") + at(72, 700, "丙"), head + at(72, 700, "丁")}, []string{"甲乙", "丙", "丁", "beside: 甲乙", "beside: 甲乙"}},
		{"not: two in two places", []string{head + at(72, 700, "丙"), at(72, 795, "甲乙") + at(72, 700, "丁")}, []string{"甲乙", "丙", "甲乙", "丁"}},
		{"not: in the middle", []string{at(72, 500, "甲乙") + at(72, 400, "丙"), at(72, 500, "甲乙") + at(72, 400, "丁")}, []string{"甲乙", "丙", "甲乙", "丁"}},
	} {
		if got := texts(t, gbk(tt.pages...)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	to := func(table string) []string {
		return []string{
			"<</Type/Font/Subtype/TrueType/FirstChar 1/Widths[500 1000]/FontDescriptor<</Flags 4/FontFile2 9 0 R>>/ToUnicode " + table + ">>",
		}
	}
	tests := []struct {
		name string
		font []string
		show string
		want string
	}{
		{"GBK", []string{handmade.Font("GBK-EUC-H")}, "<31 bcd7>", "1甲"},
		{"GB 18030", []string{handmade.Font("GBK2K-H")}, "<31 bcd7 95329336>", "1甲𠂪"},
		{"UTF-16", []string{handmade.Font("UniGB-UTF16-H")}, "<0031 7532 d840dcaa>", "1甲𠂪"},
		{"Windows", []string{"<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>"}, "(1\\2232\\224 a)", "1“2” a"},
		{"differences", []string{"<</Type/Font/Subtype/Type1/Encoding<</Differences[1/one/uni7532/period]>>>>"}, "<010203>", "1甲."},
		{"ranges", to("6 0 R"), "<0102>", "1甲"},
		{"a map of its own", []string{"<</Type/Font/Subtype/Type0/Encoding 6 0 R/DescendantFonts[<</DW 1000>>]/ToUnicode 6 0 R>>"}, "<0102>", "1甲"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			objects := []string{
				"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
				handmade.Stream("", "BT /F1 10 Tf 72 700 Td "+tt.show+" Tj ET"), tt.font[0],
				handmade.Packed("", "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <01> <0031> <02> <02> [<7532>] endbfrange"),
			}
			if got := texts(t, handmade.File(objects...)); !slices.Equal(got, []string{tt.want}) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestUpright: fonts that write from top to bottom.
func TestUpright(t *testing.T) {
	content := grid([]int{72, 112, 152}, []int{700, 600}) + "BT /F1 10 Tf 90 690 Td <bcd7d2d2b1fb> Tj ET BT /F2 10 Tf 115 650 Td <31> Tj ET"
	got := texts(t, handmade.Pages([]string{handmade.Font("GBK-EUC-V"), handmade.Font("GBK-EUC-H")}, []string{content}))
	if !slices.Equal(got, []string{"甲乙丙\t1"}) {
		t.Errorf("%q", got)
	}
}

// TestFilters: the ways of packing a content.
func TestFilters(t *testing.T) {
	const content = "BT /F1 10 Tf 72 700 Td <bcd7> Tj ET"
	lengths := func(s string) string {
		var b strings.Builder
		for part := range slices.Chunk([]byte(s), 100) {
			b.WriteByte(byte(len(part) - 1))
			b.Write(part)
		}
		return b.String() + "\x80"
	}
	for name, stream := range map[string]string{
		"plain":      handmade.Stream("", content),
		"hex":        handmade.Stream("/Filter/ASCIIHexDecode", hex.EncodeToString([]byte(content))+">"),
		"85":         handmade.Stream("/Filter[/A85]", in85(content)+"~>"),
		"runs":       handmade.Stream("/Filter/RunLengthDecode", lengths(content)),
		"packed":     handmade.Packed("", content),
		"rows as up": handmade.Packed("/DecodeParms<</Predictor 12/Columns 40>>", "\x02"+content+"     "),
	} {
		data := handmade.File("<</Type/Catalog/Pages 2 0 R>>", "<</Kids[3 0 R]>>",
			"<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", stream, handmade.Font("GBK-EUC-H"))
		if got := texts(t, data); !slices.Equal(got, []string{"甲"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func in85(s string) string {
	out := make([]byte, ascii85.MaxEncodedLen(len(s)))
	return string(out[:ascii85.Encode(out, []byte(s))])
}

// TestPictures: pages that are pictures are named, beside others that are text.
func TestPictures(t *testing.T) {
	doc, err := Read(gbk(at(72, 700, "甲"), "BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI ", "", at(72, 700, "乙")))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(doc.Pictures, []int{2}) {
		t.Errorf("pictures: %v", doc.Pictures)
	}
}

// TestLocked: files that ask for a password only before they are changed are
// read, whatever they are encrypted with; others are refused. The hash of the shortest one
// ends in the first round that may be its last.
func TestLocked(t *testing.T) {
	files, err := filepath.Glob("testdata/locked/*.pdf")
	if err != nil || len(files) != 8 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(data)
		if strings.Contains(path, "password") {
			if reason(err) != source.Encrypted {
				t.Errorf("%s: %v", path, err)
			}
			continue
		}
		if err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != "甲乙" {
			t.Errorf("%s: %v %v", path, doc, err)
		}
	}
}

// TestNamedProperties: what a property list of the resources says stands for glyphs,
// in files that are encrypted too: in the page, in an object of its own, in a string
// of its own, packed with other objects. So is the title.
func TestNamedProperties(t *testing.T) {
	files, err := filepath.Glob("testdata/named/*.pdf")
	if err != nil || len(files) != 7 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read(data)
		if err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != "青民长丁" || doc.Title != "助青" {
			t.Errorf("%s: %+v %v", path, doc, err)
		}
		// Strings that the file says are plain, and are not.
		if data = bytes.Replace(data, []byte("/StrF /StdCF"), []byte("/StrF /Identity"), 1); !strings.Contains(path, "aes-128.pdf") {
			continue
		}
		if doc, err = Read(data); err != nil || doc.Lines[0].Text != "甲乙丙丁" {
			t.Errorf("%s without a filter for strings: %+v %v", path, doc, err)
		}
	}
}
