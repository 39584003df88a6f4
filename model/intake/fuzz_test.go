package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
	"nianbao/model/reportfile"
)

// published makes up a report of either edition, for seeds and benchmarks.
func published(t testing.TB, year int) *publication {
	rng := rand.New(rand.NewPCG(uint64(year), 1))
	s := slips{wording: true, width: true, noHeading: 1}
	return publish(rng, invent(t, rng, year, s), s)
}

// readAnything reads a file that may be anything. What comes in is a report that
// its file can hold, with a fate for every line; what does not is refused.
func readAnything(t *testing.T, name string, data []byte) {
	got, err := Read(name, data, Options{})
	var refusal *RefusalError
	var year *model.YearError
	switch {
	case errors.As(err, &refusal), errors.As(err, &year):
		return
	case err != nil:
		t.Fatalf("no refusal, but %v", err)
	}
	if len(got.Lines) > source.MaxLines || got.Placed != len(got.Report.Cells) || got.Stated < len(got.Report.Stated) {
		t.Errorf("%d lines, %d placed for %d cells, %d stated for %d", len(got.Lines), got.Placed, len(got.Report.Cells), got.Stated, len(got.Report.Stated))
	}
	if len(got.Unplaced) == 0 && slices.ContainsFunc(got.Lines, func(l Line) bool { return l.Fate == FateUnplaced }) {
		t.Error("a line has no place, and nothing says so")
	}
	everyLineAccounted(t, got)
	if data, err := reportfile.Write(got.Report); err == nil {
		if _, err := reportfile.Read(data); err != nil {
			t.Errorf("a report that cannot be read again: %v", err)
		}
	}
}

// addShapes gives a fuzz test the made-up reports that end as named.
func addShapes(f *testing.F, endings ...string) {
	for _, year := range []int{2020, 2024} {
		p := published(f, year)
		for _, s := range shapes() {
			if slices.Contains(endings, filepath.Ext(s.name)) {
				f.Add(s.print(p))
			}
		}
	}
}

func FuzzText(f *testing.F) {
	text, _ := sample(f)
	f.Add(text)
	addShapes(f, ".txt")
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.txt", data) })
}

func FuzzPage(f *testing.F) {
	addShapes(f, ".html", ".htm")
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.html", data) })
}

// FuzzWord spoils the parts of a document before they are packed: in the package
// itself a fuzzer hardly gets past the checksums.
func FuzzWord(f *testing.F) {
	p := published(f, 2024)
	for _, wps := range []bool{false, true} {
		parts, err := unzipped(p.word(wps))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(parts["word/document.xml"], parts["word/styles.xml"], parts["word/numbering.xml"])
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering string) {
		readAnything(t, "a.docx", handmade.Parcel(map[string]string{
			"word/document.xml": document, "word/styles.xml": styles, "word/numbering.xml": numbering,
		}))
	})
}

// FuzzAttached spoils the report file that goes along with a page.
func FuzzAttached(f *testing.F) {
	r, err := model.New(2024, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		f.Fatal(err)
	}
	file, err := reportfile.Write(r)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(file))
	f.Fuzz(func(t *testing.T, attached string) {
		readAnything(t, "a.ofd", handmade.Parcel(map[string]string{
			"OFD.xml":         `<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>`,
			"Document.xml":    `<Document><Pages><Page BaseLoc="Page.xml"/></Pages><Attachments>Attachments.xml</Attachments></Document>`,
			"Page.xml":        `<Page><Content><Layer><TextObject Boundary="20 40 170 9" Size="6"><TextCode X="0" Y="7">梧桐镇人民政府2024年政府信息公开工作年度报告</TextCode></TextObject></Layer></Content></Page>`,
			"Attachments.xml": `<Attachments><Attachment ID="A1" Name="r"><FileLoc>report.nianbao</FileLoc></Attachment></Attachments>`,
			"report.nianbao":  attached,
		}))
	})
}

// FuzzPackage spoils the package of a document.
func FuzzPackage(f *testing.F) {
	addShapes(f, ".docx")
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.docx", data) })
}

func unzipped(data []byte) (map[string]string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, f := range z.File {
		part, err := fs.ReadFile(z, f.Name)
		if err != nil {
			return nil, err
		}
		parts[f.Name] = string(part)
	}
	return parts, nil
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("# 年报\n\n**一、总体情况**\n- 公开\n---\n|a|1|\n|-|-|\n"))
	addShapes(f, ".txt")
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.md", data) })
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte(copied(func(fields []string) string { return strings.Join(fields, ",") })))
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.csv", data) })
}

func FuzzArchive(f *testing.F) {
	f.Add([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=B9=B4</p>\r\n--b--\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) { readAnything(t, "a.mht", data) })
}

// FuzzStyles spoils the style sheet of a page.
func FuzzStyles(f *testing.F) {
	f.Add("@media screen{.a>b,#c [d]{display:none!important}}", "visibility:hidden;left:-9999px", "a")
	f.Fuzz(func(t *testing.T, sheet, style, class string) {
		readAnything(t, "a.html", []byte(page("<style>"+sheet+"</style>", decisions(`<b class="`+class+`" style="`+style+`">6</b>`))))
	})
}

func FuzzPaste(f *testing.F) {
	f.Add(copied(func(fields []string) string { return strings.Join(fields, "\t") }), true)
	r, err := model.New(2023, model.NewAgency(ownUnit))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, disclosure bool) {
		table := model.SectionID("applications")
		if disclosure {
			table = "disclosure"
		}
		if got, ok := Paste(r, table, text); ok && got.Placed != len(got.Report.Cells) {
			t.Errorf("%d placed for %d cells", got.Placed, len(got.Report.Cells))
		}
	})
}
