package pdftext

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"nianbao/model/intake/pdftext/handmade"
	"nianbao/model/intake/source"
)

// hostile are files that no program writes, and what they are refused for.
func hostile() map[string]struct {
	data []byte
	want source.Reason
} {
	type file = struct {
		data []byte
		want source.Reason
	}
	page := func(content, more string, objects ...string) []byte {
		return handmade.File(append([]string{
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3<</Encoding 6 0 R>>/F4<</ToUnicode 6 0 R>>>>" + more + ">>>>",
			content, handmade.Font("GBK-EUC-H"),
		}, objects...)...)
	}
	zeros := strings.Repeat("\x00", 30<<20)
	whole := gbk(at(72, 700, "甲"))
	var overlapping strings.Builder
	overlapping.WriteString("%PDF-1.5\n")
	for i := range 100_000 {
		fmt.Fprintf(&overlapping, "%d 0 obj<</Length %d>>stream\n", i+10, 5_000_000-i*40)
	}
	overlapping.WriteString("%%EOF")
	wide := make([]string, 2000)
	for i := range wide {
		wide[i] = handmade.Packed("/DecodeParms<</Predictor 12/Columns 20000000>>", "\x02q ")
	}
	torn := handmade.Packed("", zeros[:20<<20])
	torn = handmade.Stream("/Filter/FlateDecode", torn[strings.Index(torn, "stream\n")+7:len(torn)-100])
	again := func(what string) []byte { // 20,000 objects in one place of a stream
		var heads strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&heads, "%d 0 ", 10+i)
		}
		dict := fmt.Sprintf("/Type/ObjStm/N 20000/First %d", heads.Len())
		return handmade.File("<</Pages 2 0 R>>", "<</Kids[]>>", handmade.Packed(dict, heads.String()+what))
	}
	return map[string]file{
		"a string again and again": {again("(" + strings.Repeat("a", 1<<20) + ")"), source.Bomb},
		"blanks again and again":   {again(strings.Repeat(" ", 1<<20)), source.Bomb},
		"a number before blanks":   {again("1" + strings.Repeat(" ", 1<<20)), source.Bomb},
		"a number before a number": {again("1 1" + strings.Repeat(" ", 1<<20)), source.Bomb},
		"trailers in strings":      {[]byte("%PDF-1.4\n" + strings.Repeat("trailer(", 50_000) + "%%EOF"), source.Bomb},
		"rows beyond their data":   {page("["+references(6, len(wide))+"]", "", wide...), source.Empty},
		"a torn table":             {page(handmade.Packed("", strings.Repeat("/F4 1 Tf ", 1000)), "", torn), source.Empty},
		"nothing":                  {[]byte("%PDF-1.4\n%%EOF"), source.Damaged},
		"cut short":                {whole[:len(whole)-300], source.Damaged},
		"no such content":          {page("null", ""), source.Damaged},
		"content cut":              {page(handmade.Stream("/Filter/FlateDecode", "x\x9c\x01\x02"), ""), source.Damaged},
		"packed too well":          {page(handmade.Packed("", zeros), ""), source.Bomb},
		"many packed":              {page("["+strings.Repeat("6 0 R ", 10_000)+"]", "", handmade.Packed("", zeros[:20<<20])), source.Bomb},
		"pages in a circle":        {handmade.File("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>", "<</Kids[2 0 R]>>"), source.Damaged},
		"the same page":            {handmade.File("<</Pages 2 0 R>>", "<</Kids["+strings.Repeat("3 0 R ", 100_000)+"]>>", "<</Type/Page>>"), source.Damaged},
		"pages without end":        {handmade.File("<</Pages 2 0 R>>", "<</Kids["+strings.Repeat("<</Type/Page>>", 1000)+"]>>"), source.TooLong},
		"deep pages":               {handmade.File("<</Pages"+strings.Repeat("<</Kids[", 40)+strings.Repeat("]>>", 40)+">>", "null"), source.TooDeep},
		"pages behind each other":  {tall(maxNesting + 1), source.Damaged},
		"forms behind each other":  {page(handmade.Stream("", "/X Do"), "/XObject<</X 6 0 R>>", formsInTurn(6, maxNesting+1)...), source.TooDeep},
		"deep arrays":              {handmade.File(strings.Repeat("[", 1_000_000)), source.TooDeep},
		"deep contents":            {page(handmade.Stream("", strings.Repeat("<<", 100_000)), ""), source.TooDeep},
		"references in turn":       {handmade.File("<</Pages 2 0 R>>", "3 0 R", "2 0 R"), source.Damaged},
		"a form in itself": {page(handmade.Stream("", "/X Do"), "/XObject<</X 6 0 R>>",
			handmade.Stream("/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do")), source.TooDeep},
		"forms that double":            {page(handmade.Stream("", "/X Do"), "/XObject<</X 6 0 R>>", doubling(6, 40)...), source.TooLong},
		"operators":                    {page(handmade.Packed("", strings.Repeat("q ", 3_000_000)), ""), source.TooLong},
		"glyphs":                       {page(handmade.Packed("", "BT /F1 1 Tf 9 9 Td <"+strings.Repeat("31", 300_000)+"> Tj ET"), ""), source.TooLong},
		"objects":                      {handmade.File("[" + strings.Repeat("0 ", 4_000_000) + "]"), source.TooLong},
		"streams within streams":       {[]byte(overlapping.String()), source.Damaged},
		"packed objects in themselves": {handmade.File("<</Pages 2 0 R>>", handmade.Stream("/Type/ObjStm/N 1/First 4/Length 3 0 R", "2 0 2 0 R")), source.Damaged},
		"one place":                    {page(handmade.Packed("", "BT /F1 1 Tf 9 9 Td "+strings.Repeat("[(1) 500] TJ ", 450_000)+" ET"), ""), source.TooLong},
		"named anew":                   {page(handmade.Packed("", strings.Repeat("/F3 1 Tf ", 100_000)), "", "<</Differences["+strings.Repeat("1 ", 100_000)+"]>>"), source.TooLong},
		"widths":                       {page(handmade.Stream("", "BT /F2 9 Tf 9 9 Td <0001> Tj ET"), "", "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+strings.Repeat("0 4294967295 1 ", 500_000)+"]>>]>>"), source.TooLong},
		"a picture":                    {page(handmade.Stream("", "q 595 0 0 842 0 0 cm /X Do Q"), "/XObject<</X 6 0 R>>", handmade.Stream("/Subtype/Image/Filter/DCTDecode", "x")), source.Scanned},
		"no text at all":               {page(handmade.Stream("", ""), ""), source.Empty},
		"glyphs without names": {handmade.Pages([]string{"<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 1000>>]>>"},
			[]string{"BT /F1 10 Tf 72 700 Td <" + strings.Repeat("0123", 30) + "> Tj ET"}), source.Unmapped},
		"another lock": {handmade.FileWith("/Encrypt<</Filter/Vendor/V 4>>", "<</Pages 2 0 R>>", "<</Kids[]>>"), source.Encrypted},
	}
}

// references are those to some objects in a row.
func references(first, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d 0 R ", first+i)
	}
	return b.String()
}

// TestStreamsCost: what is read to unpack a stream counts as well as what comes out,
// since streams may overlap; but it counts once.
func TestStreamsCost(t *testing.T) {
	b := &budget{bytes: 1000}
	f := &file{budget: b, opened: map[*stream]unpacked{}}
	s := &stream{dict: dict{"Filter": name("ASCIIHexDecode")}, raw: []byte(strings.Repeat(" ", 600))}
	for range 2 {
		if _, err := f.content(s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.content(&stream{dict: dict{}, raw: s.raw}); reason(err) != source.Bomb {
		t.Errorf("reads 1200 bytes of 1000: %v", err)
	}
}

// tall is a file whose page stands so deep in the tree, the root at 0.
func tall(depth int) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range depth {
		objects = append(objects, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]>>", i+3))
	}
	n := len(objects)
	return handmade.File(append(objects,
		fmt.Sprintf("<</Type/Page/Contents %d 0 R/Resources<</Font<</F1 %d 0 R>>>>>>", n+2, n+3),
		handmade.Stream("", "BT /F1 10 Tf 72 700 Td (1) Tj ET"), handmade.Font("GBK-EUC-H"))...)
}

// formsInTurn are forms each of which draws the next, and one that draws text.
func formsInTurn(first, n int) []string {
	var all []string
	for i := range n - 1 {
		all = append(all, handmade.Stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", first+i+1), "/X Do"))
	}
	return append(all, handmade.Stream("/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 10 Tf 72 700 Td (1) Tj ET"))
}

// TestDeepest: what stands as deep as is allowed is read, and as many pages as are allowed.
func TestDeepest(t *testing.T) {
	forms := handmade.File(append([]string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>",
		"<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
		handmade.Stream("", "/X Do"), handmade.Font("GBK-EUC-H"),
	}, formsInTurn(6, maxNesting)...)...)
	many := gbk(append(make([]string, maxPages-1), at(72, 700, "1"))...)
	for name, data := range map[string][]byte{"pages": tall(maxNesting), "forms": forms, "many pages": many} {
		if doc, err := Read(data); err != nil || len(doc.Lines) != 1 || doc.Lines[0].Text != "1" {
			t.Errorf("%s: %v, %v", name, doc, err)
		}
	}
}

// doubling are forms each of which draws the next twice.
func doubling(first, n int) []string {
	var all []string
	for i := range n {
		all = append(all, handmade.Stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", first+i+1), "/X Do /X Do"))
	}
	return append(all, handmade.Stream("/Subtype/Form", "n"))
}

// TestHostile: what is refused costs little time and memory, whatever it says.
func TestHostile(t *testing.T) {
	for name, file := range hostile() {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Read(file.data)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if got := reason(err); got != file.want {
				t.Errorf("refused for %d (%v), want %d", got, err, file.want)
			}
			const most = 400 << 20 // bytes in all, not at once
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("took %d MB in all", used>>20)
			}
			t.Logf("%v, %d MB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
		})
	}
}

// FuzzRead: no input makes the reader panic or run on.
func FuzzRead(f *testing.F) {
	f.Add(gbk(grid([]int{72, 112, 152}, []int{700, 650}) + at(75, 680, "甲") + at(115, 680, "1")))
	f.Add(handmade.Mapped([]rune("甲1"), func(string) int { return 2 }, []string{"BT /F1 10 Tf 72 700 Td <00010002> Tj ET"}))
	for _, file := range hostile() {
		if len(file.data) < 1<<11 { // those that unpack to much would be all it does
			f.Add(file.data)
		}
	}
	locked, err := filepath.Glob("testdata/*/*.pdf")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range locked {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(data)
		if (doc == nil) == (err == nil) {
			t.Errorf("%v, %v", doc, err)
		}
		if err != nil && reason(err) < 0 {
			t.Errorf("refused without a reason: %v", err)
		}
	})
}

// FuzzPage is FuzzRead past the packing: contents, tables of texts and widths.
func FuzzPage(f *testing.F) {
	const table = "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <09> <0031> <02> <02> [<7532>] endbfrange 1 begincidrange <00> <ff> 3 endcidrange"
	three := []int{72, 112, 152, 192}
	f.Add(grid(three, []int{150, 100, 60})+at(75, 130, "12")+at(115, 70, "3"), table, "1[500]2 9 1000")
	f.Add("q 0.1 0 0 0.1 0 0 cm BT /F1 100 Tf 1 0 0 1 720 7000 Tm [(1) -20 (2)] TJ T* (3) ' ET Q /X Do", table, "0 255 500")
	f.Add("/Span <</ActualText <feff4e01>>> BDC BT /F1 9 Tf 0 -1 1 0 90 690 Tm (12) Tj ET EMC BI ID EI 1 1 2 2 re b*", table, "")
	f.Fuzz(func(t *testing.T, content, table, widths string) {
		doc, err := Read(handmade.File(
			"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Rotate 90/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 4 0 R>>>>>>",
			handmade.Stream("/Subtype/Form", content),
			"<</Type/Font/Subtype/Type0/Encoding 6 0 R/ToUnicode 6 0 R/DescendantFonts[<</W["+widths+"]>>]>>",
			handmade.Stream("", table)))
		if (doc == nil) == (err == nil) || err != nil && reason(err) < 0 {
			t.Errorf("%v, %v", doc, err)
		}
	})
}
