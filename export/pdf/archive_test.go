package pdf

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"nianbao/export/digest"
	"nianbao/export/outline"
	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
)

// clauses are what a file breaks of PDF/A-2u (ISO 19005-2) or, with a file in it,
// PDF/A-3u (ISO 19005-3), as far as it concerns such files. No validator can be run
// here; the numbers are the standards'.
type clauses []string

func (c *clauses) add(clause, format string, values ...any) {
	*c = append(*c, clause+": "+fmt.Sprintf(format, values...))
}

// broken checks a file and its expanded text.
func broken(data []byte, text string) clauses {
	var c clauses
	const head = "%PDF-1.7\n%"
	if !bytes.HasPrefix(data, []byte(head)) || bytes.ContainsFunc(data[len(head):][:4], isASCII) {
		c.add("6.1.2", "no header with four bytes beyond ASCII: %q", data[:20])
	}
	if !bytes.HasSuffix(data, []byte("%%EOF\n")) {
		c.add("6.1.3", "data after the end")
	}
	carries := strings.Contains(text, "/EmbeddedFile")
	part := "2"
	if carries {
		part = "3"
	}
	for _, want := range []struct{ clause, pattern string }{
		{"6.1.3 identity", `/ID \[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>\s*\]`},
		{"6.2.3 output intent", `/S /GTS_PDFA1`},
		{"6.2.3 profile", `/DestOutputProfile \d+ 0 R`},
		{"6.6.2.1 metadata", `/Type /Metadata`},
		{"6.6.4 part", `<pdfaid:part>` + part + `</pdfaid:part>`},
		{"6.6.4 conformance", `<pdfaid:conformance>U</pdfaid:conformance>`},
		{"7.2 language (PDF/UA-1)", `/Lang \(zh-CN\)`},
		{"7.1 marked (PDF/UA-1)", `/Marked true`},
		{"7.1 title shown (PDF/UA-1)", `/DisplayDocTitle true`},
		{"page numbers", `/PageLabels`},
	} {
		if !regexp.MustCompile(want.pattern).MatchString(text) {
			c.add(want.clause, "no %s", want.pattern)
		}
	}
	for _, forbidden := range []struct{ clause, pattern string }{
		{"6.1.3 encryption", `/Encrypt`},
		{"6.1.7.2 external streams, LZW", `/FFilter|/LZWDecode`},
		{"6.2.4.3 colour not grey", `(?m)^[\d. ]+ (rg|RG|k|K|cs|CS|scn|SCN)$`},
		{"6.2.8 images", `/Subtype /Image`},
		{"6.4 transparency", `/SMask|/ca |/CA |/BM `},
		{"6.5 scripts and actions", `/JavaScript|/OpenAction|/AA |/Launch`},
		{"6.2.2 undefined operators", `\bBX\b`},
	} {
		if m := regexp.MustCompile(forbidden.pattern).FindString(text); m != "" {
			c.add(forbidden.clause, "%q", m)
		}
	}
	c.fonts(text)
	if carries {
		c.files(text)
	}
	return c
}

// isASCII is false for a byte that is no character of UTF-8, too.
func isASCII(r rune) bool { return r < utf8.RuneSelf }

// fonts: 6.2.11, fonts are embedded, tagged as subsets, with their widths
// and Unicode characters.
func (c *clauses) fonts(text string) {
	types := 0
	for _, o := range objects(text) {
		name := regexp.MustCompile(`/BaseFont /([A-Z]{6}\+\w+)`).FindStringSubmatch(o)
		switch {
		case strings.Contains(o, "/Subtype /Type0"):
			types++
			if name == nil || !strings.Contains(o, "/ToUnicode") || !strings.Contains(o, "/Encoding /Identity-H") {
				c.add("6.2.11.7", "%s", o)
			}
		case strings.Contains(o, "/Subtype /CIDFontType2"):
			if name == nil || !strings.Contains(o, "/CIDToGIDMap /Identity") || !strings.Contains(o, "/W [") {
				c.add("6.2.11.3", "%s", o)
			}
		case strings.Contains(o, "/Type /FontDescriptor"):
			if !strings.Contains(o, "/FontFile2") {
				c.add("6.2.11.4", "%s", o)
			}
		}
	}
	if types == 0 {
		c.add("6.2.11", "no fonts")
	}
}

// files: ISO 19005-3, 6.8, every embedded file has a type and is associated with
// the document, by a specification that names it twice and says what it is to it.
func (c *clauses) files(text string) {
	all := objects(text)
	associated := regexp.MustCompile(`/AF \[\s*((?:\d+ 0 R\s*)+)\]`).FindStringSubmatch(text)
	listed := regexp.MustCompile(`/EmbeddedFiles <<\s*/Names \[\s*\([^)]+\)\s*(\d+ 0 R)\s*\]`).FindStringSubmatch(text)
	if associated == nil || listed == nil || strings.TrimSpace(associated[1]) != listed[1] {
		c.add("6.8 associated file", "%q, listed %q", associated, listed)
	}
	specifications := 0
	for _, o := range all {
		if strings.Contains(o, "/Type /EmbeddedFile") {
			if !regexp.MustCompile(`/Subtype /\w+#2[fF]\w+`).MatchString(o) {
				c.add("6.8 type of the file", "%.300s", o)
			}
			if !regexp.MustCompile(`/Params <<[^>]*/ModDate \(D:`).MatchString(o) {
				c.add("6.8 date of the file", "%.300s", o)
			}
		}
		if !strings.Contains(o, "/Type /Filespec") {
			continue
		}
		specifications++
		for _, want := range []string{
			`/F \(`, `/UF [(<]`, `/AFRelationship /(Source|Data|Alternative|Supplement|Unspecified)\b`, `/EF <<\s*/F \d+ 0 R\s*/UF \d+ 0 R`,
		} {
			if !regexp.MustCompile(want).MatchString(o) {
				c.add("6.8 file specification", "no %s in %s", want, o)
			}
		}
	}
	if specifications == 0 {
		c.add("6.8 file specification", "none")
	}
}

// carried is the sample with a report file in it.
func carried(t testing.TB) []byte {
	t.Helper()
	r := specimen.Sample(t)
	data, err := Write(typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.Options{}), Options{
		Author: r.Agency.Name, Creator: "nianbao", Date: time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC),
		Attach: &Attachment{Name: "report.nianbao", Description: "报告文件", Type: "application/json", Data: []byte(`{"格": 1}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestArchive: files are what they say they are.
func TestArchive(t *testing.T) {
	rare := specimen.Sample(t)
	rare.Title = "𠅤镇<人民政府>2020年政府信息公开工作年度报告\uffff"
	rare.Agency.Name = "𠅤镇\x01人民政府" // as somebody pasted it
	for name, data := range map[string][]byte{
		"sample":  document(t, specimen.Sample(t), typeset.Options{}),
		"draft":   document(t, specimen.Sample(t), typeset.Options{Draft: true, Paper: typeset.A3()}),
		"rare":    document(t, rare, typeset.Options{}),
		"carried": carried(t),
		"picture": picture(t),
	} {
		t.Run(name, func(t *testing.T) {
			text := expanded(t, data)
			for _, c := range broken(data, text) {
				t.Error(c)
			}
			checkMetadata(t, data, text)
		})
	}
}

// picture is the one-page picture of a report with figures, a draft on A3.
func picture(t *testing.T) []byte {
	t.Helper()
	r := specimen.Numbers(t)
	d, _ := typeset.Digest(digest.Of(r, nil, ""), specimen.Faces(t), typeset.DigestA3(), true)
	data, err := Write(d, Options{Author: r.Agency.Name, Creator: "nianbao", Date: time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSpoiltArchive: the check finds what is spoilt.
func TestSpoiltArchive(t *testing.T) {
	data := carried(t)
	text := expanded(t, data)
	for _, tt := range []struct{ clause, before, after string }{
		{"6.1.3", "/ID [", "/IX ["},
		{"6.2.3", "/DestOutputProfile", "/Profile"},
		{"6.6.4", "<pdfaid:part>3", "<pdfaid:part>2"},
		{"6.6.4", ">U</pdfaid:conformance>", ">A</pdfaid:conformance>"},
		{"6.2.11.7", "/ToUnicode", "/Unicode"},
		{"6.2.11.4", "/FontFile2", "/FontFile9"},
		{"6.2.4.3", "\nBT\n", "\n0 0 0 rg\nBT\n"},
		{"6.5", "/Lang (zh-CN)", "/Lang (zh-CN) /OpenAction 1 0 R"},
		{"6.8 associated file", "/AF [", "/AX ["},
		{"6.8 associated file", "/EmbeddedFiles", "/Embedded"},
		{"6.8 type of the file", "/Subtype /application#2fjson", ""},
		{"6.8 date of the file", "/ModDate (D:20210120000000Z)\n    /Size", "/Size"},
		{"6.8 file specification", "/AFRelationship /Source", ""},
		{"6.8 file specification", "/AFRelationship /Source", "/AFRelationship /Sources"},
		{"6.8 file specification", "/F (report.nianbao)", ""},
		{"6.8 file specification", "/UF ", "/Name "},
		{"6.8 file specification", "/Type /Filespec", ""},
	} {
		if n := strings.Count(text, tt.before); n == 0 {
			t.Errorf("no %q", tt.before)
		}
		found := broken(data, strings.ReplaceAll(text, tt.before, tt.after))
		if !slices.ContainsFunc(found, func(c string) bool { return strings.HasPrefix(c, tt.clause) }) {
			t.Errorf("%q for %q: found %q, want %s", tt.after, tt.before, found, tt.clause)
		}
	}
	for name, spoilt := range map[string][]byte{"6.1.3": append(slices.Clone(data), '\n'), "6.1.2": append([]byte("%PDF-1.7\n%PDF "), data...)} {
		if found := broken(spoilt, text); !slices.ContainsFunc(found, func(c string) bool { return strings.HasPrefix(c, name) }) {
			t.Errorf("found %q, want %s", found, name)
		}
	}
}

// TestCarriedFile: other programs find the file, and its name.
func TestCarriedFile(t *testing.T) {
	data := carried(t)
	if got := poppler.Run(t, data, "qpdf", "--show-attachment=report.nianbao", "FILE"); got != `{"格": 1}` {
		t.Errorf("%q", got)
	}
	if out := poppler.Run(t, data, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	if got := poppler.Run(t, data, "pdfdetach", "-list", "FILE"); !strings.Contains(got, "report.nianbao") {
		t.Error(got)
	}
}

// checkMetadata: 6.6.3, Info and XMP say the same.
func checkMetadata(t *testing.T, data []byte, text string) {
	t.Helper()
	info := poppler.Run(t, data, "pdfinfo", poppler.File)
	value := func(key string) string {
		_, rest, _ := strings.Cut(info, key+":")
		line, _, _ := strings.Cut(rest, "\n")
		return strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(strings.TrimSpace(line))
	}
	for _, pair := range [][2]string{
		{value("Title"), "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"},
		{value("Author"), "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li>"},
		{value("Creator"), "<xmp:CreatorTool>%s</xmp:CreatorTool>"},
		{value("Producer"), "<pdf:Producer>%s</pdf:Producer>"},
		{"2021-01-20T00:00:00Z", "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>"},
	} {
		if want := fmt.Sprintf(pair[1], pair[0]); pair[0] == "" || !strings.Contains(text, want) {
			t.Errorf("6.6.3: no %s", want)
		}
	}
	_, packet, _ := strings.Cut(text, "?>\n<x:xmpmeta")
	packet, _, _ = strings.Cut(packet, "<?xpacket end")
	if err := xml.Unmarshal([]byte("<x:xmpmeta"+packet), new(struct{})); err != nil {
		t.Errorf("6.6.2.1: XMP that is no XML: %v", err)
	}
	if !strings.Contains(info, "Wed Jan 20 00:00:00 2021 UTC") {
		t.Errorf("dates: %s", info)
	}
}

// TestTags: a screen reader finds headings, whole paragraphs and tables with
// their heads and spans; page numbers and the watermark are not read out.
func TestTags(t *testing.T) {
	read := poppler.Run(t, document(t, specimen.Sample(t), typeset.Options{Draft: true}), "pdfinfo", "-struct-text", poppler.File)
	squashed := strings.Join(strings.Fields(read), "")
	for _, want := range []string{
		`H1(block)"梧桐镇人民政府2020年政府信息公开工作年度报告"`,
		`H2(block)"一、总体情况"`,
		`H3(block)"1、主动公开情况"P(block)"2020年度`,
		`H2(block)"三、收到和处理政府信息公开申请情况"Table(block)TR`,
		`TH:/Scope/Column/ColSpan7"申请人情况"`,
		`TH:/Scope/Row/RowSpan20"三、本年度办理结果"TH:/Scope/Row/ColSpan2"（一）予以公开"TD"0"`,
		`TH:/Scope/Row/RowSpan8"（三）不予公开"TH:/Scope/Row"1.属于国家秘密"TD"0"`,
		`H2(block)"六、其他需要报告的事项"P(block)"无"`,
	} {
		if !strings.Contains(squashed, want) {
			t.Errorf("no %s in\n%s", want, read)
		}
	}
	for _, unwanted := range []string{"草稿", "—1—", "— 1 —"} {
		if strings.Contains(read, unwanted) {
			t.Errorf("%s is read out", unwanted)
		}
	}
	for _, p := range specimen.Sample(t).Narrative[model.Overview][0].Paragraphs() {
		if !strings.Contains(strings.ReplaceAll(squashed, `""`, ""), p) { // a page end parts it
			t.Errorf("not whole: %s", p)
		}
	}
}

// bookmark is one as qpdf reads it.
type bookmark struct {
	Title string
	Page  int `json:"destpageposfrom1"`
	Kids  []bookmark
}

func bookmarks(t *testing.T, data []byte) []bookmark {
	t.Helper()
	var file struct{ Outlines []bookmark }
	out := poppler.Run(t, data, "qpdf", "--json=2", "--json-key=outlines", poppler.File)
	if err := json.Unmarshal([]byte(out), &file); err != nil {
		t.Fatal(err)
	}
	return file.Outlines
}

// TestBookmarks: the six sections, and below them the sub-headings, each
// leading to its page.
func TestBookmarks(t *testing.T) {
	r := specimen.Sample(t)
	d := typeset.Layout(outline.Of(r, outline.Posting{}), specimen.Faces(t), typeset.Options{})
	got := bookmarks(t, document(t, r, typeset.Options{}))
	sections := r.Edition().Titled()
	if len(got) != len(sections) {
		t.Fatalf("%d bookmarks, want %d", len(got), len(sections))
	}
	next := 0
	check := func(b bookmark, title string) {
		t.Helper()
		if h := d.Headings[next]; b.Title != title || h.Text != title || b.Page != h.Page {
			t.Errorf("%q on page %d, want %q on page %d", b.Title, b.Page, title, h.Page)
		}
		next++
	}
	for i, s := range sections {
		check(got[i], s.Title)
		headings := slices.DeleteFunc(r.Headings(s.ID), func(h string) bool { return h == "" })
		if len(got[i].Kids) != len(headings) {
			t.Fatalf("%s: %d sub-headings, want %d", s.Title, len(got[i].Kids), len(headings))
		}
		for j, h := range headings {
			check(got[i].Kids[j], h)
		}
	}
}

// TestBeyondBMP: rare characters, in the text and in what the file says about
// itself, come out of it as they went in.
func TestBeyondBMP(t *testing.T) {
	r := specimen.Sample(t)
	const rare = "𬭎𫖯𠅤"
	r.Title = rare + "镇2020年政府信息公开工作年度报告"
	r.Narrative[model.Other] = []model.Block{{Heading: rare, Text: rare}}
	data := document(t, r, typeset.Options{})
	if text := poppler.Text(t, data); strings.Count(text, rare) != 3 {
		t.Errorf("%s found %d times", rare, strings.Count(text, rare))
	}
	if info := poppler.Run(t, data, "pdfinfo", poppler.File); !strings.Contains(info, rare) {
		t.Error(info)
	}
	if all := bookmarks(t, data); all[len(all)-1].Kids[0].Title != "1、"+rare {
		t.Errorf("bookmark %+v", all[len(all)-1])
	}
}

// TestWritten: names and dates as the standard writes them (7.3.5, 7.9.4), and texts
// without what XML cannot hold.
func TestWritten(t *testing.T) {
	east := time.FixedZone("", 8*60*60)
	for _, tt := range []struct{ got, want string }{
		{pdfName("azAZ09-.+"), "/azAZ09-.+"},
		{pdfName("text/plain, 1 `{@[:#"), "/text#2Fplain#2C#201#20#60#7B#40#5B#3A#23"},
		{pdfName("表"), "/#E8#A1#A8"},
		{pdfDate(time.Date(2021, 1, 20, 8, 5, 9, 0, time.UTC)), "D:20210120080509Z"},
		{pdfDate(time.Date(2021, 1, 20, 8, 5, 9, 0, east)), "D:20210120080509+08'00'"},
		{inXML("\x00a\x1f\tb\n \ufffd\ufffe\uffff\U00010000"), "a\tb\n \ufffd\U00010000"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

// TestSameBytes: the file depends on the document and the date alone.
func TestSameBytes(t *testing.T) {
	a, b := document(t, specimen.Sample(t), typeset.Options{}), document(t, specimen.Sample(t), typeset.Options{})
	if !bytes.Equal(a, b) {
		t.Error("other bytes the second time")
	}
	if c := document(t, specimen.Sample(t), typeset.Options{Draft: true}); bytes.Equal(a[len(a)-200:], c[len(c)-200:]) {
		t.Error("another document has the same identity")
	}
}
