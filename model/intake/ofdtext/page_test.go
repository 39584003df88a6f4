package ofdtext

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/pdftext"
	"nianbao/model/intake/source"
)

// shown are the pages of a file, in millimetres.
func shown(t *testing.T, parts map[string]string) []pdftext.Page {
	t.Helper()
	p, err := source.OpenParcel(handmade.Parcel(parts))
	if err != nil {
		t.Fatal(err)
	}
	f := &file{parcel: p, tokens: maxTokens}
	if err := f.open(); err != nil {
		t.Fatal(err)
	}
	return f.pages
}

// millimetres writes a length of a page, to the hundredth.
func millimetres(points float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Abs(points/point)), "0"), ".")
}

// marks are what a page shows: a character with its place, width and size, the way it
// runs where that is not along the line, b behind a blank, h where it is hidden; a line
// with its ends; a shape from corner to corner; the number of pictures.
func marks(p pdftext.Page) string {
	var all []string
	for _, g := range p.Glyphs {
		mark := fmt.Sprintf("%s@%s,%s %sx%s", g.Text, millimetres(g.X), millimetres(g.Y), millimetres(g.Width), millimetres(g.Size))
		if g.Along != 1 || g.Down != 0 {
			mark += fmt.Sprintf("→%.1f,%.1f", g.Along, g.Down)
		}
		if g.Blank {
			mark += "b"
		}
		if g.Hidden {
			mark += "h"
		}
		all = append(all, mark)
	}
	for _, l := range p.Strokes {
		all = append(all, fmt.Sprintf("%s,%s-%s,%s", millimetres(l[0]), millimetres(l[1]), millimetres(l[2]), millimetres(l[3])))
	}
	for _, b := range p.Bars {
		all = append(all, fmt.Sprintf("[%s,%s %s,%s]", millimetres(b[0]), millimetres(b[1]), millimetres(b[2]), millimetres(b[3])))
	}
	if p.Pictures > 0 {
		all = append(all, fmt.Sprintf("pictures %d", p.Pictures))
	}
	return strings.Join(all, " ")
}

// object is a page's content with its own paper, whose corner is at 10, 20.
func object(content string) map[string]string {
	parts := foreign("")
	parts["Doc_0/Pages/P.xml"] = `<Page><Area><PhysicalBox>10 20 100 200</PhysicalBox></Area><Content><Layer>` + content + `</Layer></Content></Page>`
	return parts
}

// TestGlyphs: where each character of a text stands, and how.
func TestGlyphs(t *testing.T) {
	in := func(attributes, codes string) string {
		return `<TextObject Boundary="30 50 90 9" ` + attributes + `>` + codes + `</TextObject>`
	}
	for _, tt := range []struct{ name, object, want string }{
		{"a character", in(`Size="4"`, `<TextCode X="1" Y="3">甲</TextCode>`), "甲@21,33 4x4"},
		{"distances", in(`Size="4"`, `<TextCode X="0" Y="0" DeltaX="5 4.4 4.3 2">甲乙丙丁戊</TextCode>`), "甲@20,30 4x4 乙@25,30 4x4 丙@29.4,30 4.3x4 丁@33.7,30 2x4 戊@35.7,30 4x4"},
		{"repeated", in(`Size="4"`, `<TextCode DeltaX="3 g 2 4 1">甲乙丙丁戊</TextCode>`), "甲@20,30 3x4 乙@23,30 4x4 丙@27,30 4x4 丁@31,30 1x4 戊@32,30 4x4"},
		{"more distances than characters", in(`Size="4"`, `<TextCode DeltaX="g 999999999 3">甲乙</TextCode>`), "甲@20,30 3x4 乙@23,30 3x4"},
		{"distances that are none", in(`Size="4"`, `<TextCode DeltaX="g x 3">甲乙</TextCode><TextCode X="9" DeltaX="3 1e9">丙丁戊</TextCode>`), "甲@20,30 4x4 乙@24,30 4x4 丙@29,30 3x4 丁@32,30 4x4 戊@36,30 4x4"},
		{"guessed", in(`Size="10"`, `<TextCode>甲Mia5A</TextCode>`), "甲@20,30 10x10 M@30,30 8.5x10 i@38.5,30 3x10 a@41.5,30 5x10 5@46.5,30 5x10 A@51.5,30 6.5x10"},
		{"downwards", in(`Size="4"`, `<TextCode X="0" Y="0" DeltaY="5 6">甲乙丙</TextCode>`), "甲@20,30 4x4 乙@20,35 4x4 丙@20,41 4x4"},
		{"codes one behind the other", in(`Size="4"`, `<TextCode X="1" Y="2" DeltaX="4">甲乙</TextCode><TextCode X="11">丙</TextCode><TextCode Y="8">丁</TextCode>`), "甲@21,32 4x4 乙@25,32 4x4 丙@31,32 4x4 丁@35,38 4x4"},
		{"blanks", in(`Size="4"`, "<TextCode DeltaX=\"4 2 4 4 4\">甲 乙\u3000丙\n</TextCode>"), "甲@20,30 4x4 乙@26,30 4x4b 丙@34,30 4x4b"},
		{"stretched", in(`Size="4" HScale="0.5"`, `<TextCode DeltaX="2.3">甲乙</TextCode>`), "甲@20,30 2x4 乙@22.3,30 2x4"},
		{"enlarged and moved", in(`Size="4" CTM="2 0 0 3 5 7"`, `<TextCode X="1" Y="1" DeltaX="4">甲乙</TextCode>`), "甲@27,40 8x8 乙@35,40 8x8"},
		{"turned", in(`Size="4" CTM="0 1 -1 0 0 0"`, `<TextCode X="1" Y="2" DeltaX="4">甲乙</TextCode>`), "甲@18,31 4x4→0.0,1.0 乙@18,35 4x4→0.0,1.0"},
		{"hidden", in(`Size="4" Visible="false"`, `<TextCode>甲</TextCode>`) + in(`Size="4" Alpha="0"`, `<TextCode>乙</TextCode>`) + in(`Size="4"`, `<FillColor Alpha="0"/><TextCode>丙</TextCode>`) + in(`Size="4" Fill="false"`, `<TextCode>丁</TextCode>`) +
			in(`Size="4" Fill="false" Stroke="true"`, `<TextCode>戊</TextCode>`) + in(`Size="4" Alpha="1"`, `<FillColor Alpha="9"/><TextCode>己</TextCode>`), "甲@20,30 4x4h 乙@20,30 4x4h 丙@20,30 4x4h 丁@20,30 4x4h 戊@20,30 4x4 己@20,30 4x4"},
		{"no size, no scale", in(``, `<TextCode>甲</TextCode>`) + in(`Size="0"`, `<TextCode>甲</TextCode>`) + in(`Size="1e5"`, `<TextCode>甲</TextCode>`) + in(`Size="NaN"`, `<TextCode>甲</TextCode>`) + in(`Size="4" CTM="0 0 0 0 0 0"`, `<TextCode>甲</TextCode>`), ""},
		{"a block in a block", `<PageBlock><PageBlock>` + in(`Size="4"`, `<TextCode>甲</TextCode>`) + `</PageBlock></PageBlock>`, "甲@20,30 4x4"},
		{"pictures", `<ImageObject/><CompositeObject/>`, "pictures 2"},
	} {
		if got := marks(shown(t, object(tt.object))[0]); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestPaths: what of a path is a line, and what is a picture.
func TestPaths(t *testing.T) {
	path := func(attributes, data string) string {
		return `<PathObject Boundary="30 50 90 9" ` + attributes + `><AbbreviatedData>` + data + `</AbbreviatedData></PathObject>`
	}
	const filled = `Stroke="false" Fill="true"`
	for _, tt := range []struct{ name, object, want string }{
		{"a line", path("", "M 0 1 L 8 1"), "20,31-28,31"},
		{"two in one", path("", "M 0 1 L 8 1 L 8 5 M 1 1 L 2 2"), "20,31-28,31 28,31-28,35 21,31-22,32"},
		{"closed", path("", "S 0 0 L 8 0 L 8 5 C"), "20,30-28,30 28,30-28,35 28,35-20,30"},
		{"moved", path(`CTM="2 0 0 2 1 1"`, "M 0 1 L 8 1"), "21,33-37,33"},
		{"curves", path("", "M 0 0 Q 1 1 2 2") + path("", "M 0 0 B 1 1 2 2 3 3") + path("", "M 0 0 A 1 1 0 0 0 2 2"), "pictures 3"},
		{"not drawn", path(`Stroke="false"`, "M 0 1 L 8 1") + path(`Visible="false"`, "M 0 1 L 8 1") + path(`Alpha="0"`, "M 0 1 L 8 1"), ""},
		{"no beginning", path("", "L 8 1 C"), ""},
		{"signs between", path("", "M 0 1 x L 8 1 9"), "20,31-28,31"},
		{"cut off", path("", "M 0 1 L 8"), ""},
		{"no place", `<PathObject><AbbreviatedData>M 0 1 L 8 1</AbbreviatedData></PathObject>`, ""},
		{"a shape", path(filled, "M 0 0 L 8 0 L 8 1.4 L 0 1.4 C"), "[20,30 28,31.4]"},
		{"two in one", path(filled, "M 1 0 L 1 8 L 0 8 L 0 0 C M 9 0 L 2 2 L 4 4"), "[20,30 21,38] [22,30 29,34]"},
		{"drawn and filled", path(`Fill="true"`, "M 0 0 L 8 0 L 8 5"), "20,30-28,30 28,30-28,35"},
	} {
		if got := marks(shown(t, object(tt.object))[0]); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestPaper: a page's own paper, else the document's, else A4.
func TestPaper(t *testing.T) {
	for _, tt := range []struct{ own, common, want string }{
		{"0 0 100 200", "0 0 300 400", "100x200"},
		{"", "0 0 300 400", "300x400"},
		{"0 0 100", "0 0 300 400", "300x400"},
		{"", "", "210x297"},
		{"0 0 1 1", "", "1x1"},
		{"0 0 0.9 9", "", "210x297"},
		{"0 0 9 0.9", "", "210x297"},
		{"0 0 1e6 9", "", "210x297"},
	} {
		parts := foreign("")
		parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "0 0 210 297", tt.common, 1)
		parts["Doc_0/Pages/P.xml"] = `<Page><Area><PhysicalBox>` + tt.own + `</PhysicalBox></Area></Page>`
		p := shown(t, parts)[0]
		if got := millimetres(p.Width) + "x" + millimetres(p.Height); got != tt.want {
			t.Errorf("%q on %q: %s, want %s", tt.own, tt.common, got, tt.want)
		}
	}
}

// TestAttached: the files that go along, as far as they are there.
func TestAttached(t *testing.T) {
	parts := foreign(text(50, "甲", ""))
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<Pages>", "<Attachments>Att/list.xml</Attachments><Pages>", 1)
	parts["Doc_0/Att/list.xml"] = `<Attachments><Attachment><FileLoc>a.bin</FileLoc></Attachment><Attachment><FileLoc>/b.bin</FileLoc></Attachment><Attachment><FileLoc>none</FileLoc></Attachment></Attachments>`
	parts["Doc_0/Att/a.bin"], parts["b.bin"] = "甲", "乙"
	names := func() string {
		d, err := Read(handmade.Parcel(parts))
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, a := range d.Attached {
			data, err := a.Open()
			all = append(all, fmt.Sprint(a.Name, " ", string(data), " ", err))
		}
		return strings.Join(all, "/")
	}
	if got, want := names(), "a.bin 甲 <nil>/b.bin 乙 <nil>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	parts["Doc_0/Att/list.xml"] = "<Attachments><Attachment>"
	if got := names(); got != "" {
		t.Errorf("of a broken list: %s", got)
	}
	parts["Doc_0/Att/list.xml"] = `<Attachments>` + strings.Repeat(`<Attachment><FileLoc>a.bin</FileLoc></Attachment>`, source.MaxAttached+1) + `</Attachments>`
	if got := strings.Count(names(), "a.bin"); got != source.MaxAttached {
		t.Errorf("%d files, want %d", got, source.MaxAttached)
	}
}
