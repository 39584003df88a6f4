package ofdtext

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model/intake/handmade"
	"nianbao/model/intake/source"
)

// foreign are the parts of a file as other programs write it: the namespace without
// a prefix, locations from the root, a page that lies on another.
func foreign(objects string) map[string]string {
	const ns = `xmlns="http://www.ofdspec.org/2016"`
	return map[string]string{
		"OFD.xml": `<OFD ` + ns + `><DocBody><DocInfo><Title>年报</Title></DocInfo><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>`,
		"Doc_0/Document.xml": `<Document ` + ns + `><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>` +
			`<TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></CommonData><Pages><Page ID="1" BaseLoc="/Doc_0/Pages/P.xml"/></Pages></Document>`,
		"Doc_0/Pages/P.xml": `<Page ` + ns + `><Template TemplateID="9"/><Content><Layer ID="2"><PageBlock ID="3">` + objects + `</PageBlock></Layer></Content></Page>`,
		"Doc_0/Tpls/T.xml":  `<Page ` + ns + `><Content><Layer ID="4">` + text(150, "报告书", "") + `</Layer></Content></Page>`,
	}
}

// text is a text object at a height, in millimetres.
func text(y int, said, attributes string) string {
	return fmt.Sprintf(`<TextObject ID="5" Boundary="28 %d 150 8" Font="1" Size="5.6" %s><TextCode X="0" Y="5" DeltaX="g %d 5.6">%s</TextCode></TextObject>`,
		y, attributes, len([]rune(said))-1, said)
}

func lines(t *testing.T, objects string) []string {
	t.Helper()
	doc, err := Read(handmade.Parcel(foreign(objects)))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, l := range doc.Lines {
		all = append(all, l.Text)
	}
	return all
}

// TestForeign: files of other programs are read as they look.
func TestForeign(t *testing.T) {
	const grid = `<AbbreviatedData>M 0 0 L 100 0 M 0 10 L 100 10 M 0 20 L 100 20 M 0 0 L 0 20 M 50 0 L 50 20 M 100 0 L 100 20</AbbreviatedData>`
	cell := func(x, y int, said string) string {
		return fmt.Sprintf(`<TextObject Boundary="%d %d 40 8" Font="1" Size="4"><TextCode X="1" Y="5" DeltaX="g %d 4">%s</TextCode></TextObject>`, x, y, len([]rune(said))-1, said)
	}
	table := cell(31, 101, "行政许可") + cell(81, 101, "12") + cell(31, 111, "行政处罚") + cell(81, 111, "3")
	var bars strings.Builder
	for _, b := range [][4]float64{{0, 0, 100, .3}, {0, 10, 100, .3}, {0, 20, 100, .3}, {0, 0, .3, 20}, {50, 0, .3, 20}, {100, 0, .3, 20}} {
		fmt.Fprintf(&bars, `<PathObject Boundary="30 100 101 21" Stroke="false" Fill="true"><AbbreviatedData>M %g %g L %g %g L %g %g L %g %g C</AbbreviatedData></PathObject>`,
			b[0], b[1], b[0]+b[2], b[1], b[0]+b[2], b[1]+b[3], b[0], b[1]+b[3])
	}
	for _, tt := range []struct {
		name, objects string
		want          []string
	}{
		{"a page on another", text(50, "一、总体情况", ""), []string{"一、总体情况", "报告书"}},
		{"in the order of places", text(70, "乙", "") + text(60, "甲", ""), []string{"甲", "乙", "报告书"}},
		{"hidden", text(50, "甲甲甲甲", "") + text(60, "看不见", `Visible="false"`), []string{"甲甲甲甲", "报告书"}},
		{"ruled", table + `<PathObject Boundary="30 100 101 21">` + grid + `</PathObject>`, []string{"行政许可\t12", "行政处罚\t3", "报告书"}},
		{"ruled by bars", table + bars.String(), []string{"行政许可\t12", "行政处罚\t3", "报告书"}},
		{"a path of anything", text(50, "甲", "") + `<PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 X 1 C L 9 M B 1 2 C C S</AbbreviatedData></PathObject>` +
			`<PathObject Boundary="0 0 9 9"><AbbreviatedData>C L 1 1</AbbreviatedData></PathObject>`, []string{"甲", "报告书"}},
		{"enlarged by its matrix", `<TextObject Boundary="28 50 150 8" CTM="2 0 0 2 0 0" Font="1" Size="2.8"><TextCode X="0" Y="2" DeltaX="2.8">甲乙</TextCode></TextObject>`, []string{"甲乙", "报告书"}},
		{"two codes", `<TextObject Boundary="28 50 150 8" Font="1" Size="5"><TextCode X="0" Y="5" DeltaX="5">甲乙</TextCode><TextCode X="10" DeltaX="5">丙丁</TextCode></TextObject>`, []string{"甲乙丙丁", "报告书"}},
		{"a word and a blank", `<TextObject Boundary="28 50 150 8" Font="1" Size="5"><TextCode X="0" Y="5" DeltaX="2.5 2.5 1.5 2.5">ab cd</TextCode></TextObject>`, []string{"ab cd", "报告书"}},
		{"no place", `<TextObject Font="1" Size="5"><TextCode>甲</TextCode></TextObject><TextObject Boundary="NaN 0 1 1" Font="1" Size="5"><TextCode>甲</TextCode></TextObject>` +
			`<TextObject Boundary="0 0 1 1" Size="-5"><TextCode>甲</TextCode></TextObject>`, []string{"报告书"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := lines(t, tt.objects); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestRefused: what costs more than it is worth, or is not whole, is refused.
func TestRefused(t *testing.T) {
	with := func(name, part string) []byte {
		parts := foreign(text(50, "甲", ""))
		if parts[name] = part; part == "" {
			delete(parts, name)
		}
		return handmade.Parcel(parts)
	}
	const page, document = "Doc_0/Pages/P.xml", "Doc_0/Document.xml"
	for _, tt := range []struct {
		name string
		data []byte
		want source.Reason
	}{
		{"no archive", []byte("PK\x03\x04"), source.Damaged},
		{"no document", with(document, ""), source.Damaged},
		{"no page", with(page, ""), source.Damaged},
		{"no pages", with(document, `<Document/>`), source.Damaged},
		{"cut off", with(page, `<Page><Content>`), source.Damaged},
		{"a document type", with(page, `<!DOCTYPE a [<!ENTITY b "甲">]><Page/>`), source.Damaged},
		{"unpacks to more", with(page, `<Page/>`+strings.Repeat(" ", 24<<20)), source.Bomb},
		{"nested", with(page, `<Page>`+strings.Repeat("<a>", source.MaxDepth)+strings.Repeat("</a>", source.MaxDepth)+`</Page>`), source.TooDeep},
		{"elements", with(page, `<Page>`+strings.Repeat("<a/>", maxTokens)+`</Page>`), source.TooLong},
		{"pages", with(document, `<Document><Pages>`+strings.Repeat(`<Page BaseLoc="Pages/P.xml"/>`, maxPages+1)+`</Pages></Document>`), source.TooLong},
		{"pages that lie on large ones", large(), source.TooLong},
		{"characters", handmade.Parcel(foreign(text(50, strings.Repeat("甲", 200_001), ""))), source.TooLong},
		{"no text", handmade.Parcel(map[string]string{"OFD.xml": foreign("")["OFD.xml"], document: foreign("")[document], page: `<Page/>`}), source.Empty},
		{"a picture", handmade.Parcel(map[string]string{
			"OFD.xml": foreign("")["OFD.xml"], document: foreign("")[document],
			page: `<Page><Content><Layer><ImageObject/></Layer></Content></Page>`,
		}), source.Scanned},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.data)
			if got := handmade.Reason(err); got != tt.want {
				t.Errorf("%d (%v), want %d", got, err, tt.want)
			}
		})
	}
}

// large has many pages that lie on one with many elements.
func large() []byte {
	parts := foreign("")
	parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], `<Page ID="1" BaseLoc="/Doc_0/Pages/P.xml"/>`, strings.Repeat(`<Page BaseLoc="Pages/P.xml"/>`, maxPages), 1)
	parts["Doc_0/Tpls/T.xml"] = `<Page><Content><Layer>` + strings.Repeat(`<TextObject/>`, maxTokens/maxPages) + `</Layer></Content></Page>`
	return handmade.Parcel(parts)
}

// FuzzRead spoils the parts before they are packed.
func FuzzRead(f *testing.F) {
	parts := foreign(text(50, "甲", "") + `<PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 0 B 1 2 3 4 5 6 C</AbbreviatedData></PathObject>`)
	f.Add(parts["OFD.xml"], parts["Doc_0/Document.xml"], parts["Doc_0/Pages/P.xml"], parts["Doc_0/Tpls/T.xml"])
	f.Fuzz(func(t *testing.T, entrance, document, page, template string) {
		doc, err := Read(handmade.Parcel(map[string]string{"OFD.xml": entrance, "Doc_0/Document.xml": document, "Doc_0/Pages/P.xml": page, "Doc_0/Tpls/T.xml": template}))
		if handmade.Reason(err) == handmade.NoRefusal || err == nil && len(doc.Lines) == 0 {
			t.Errorf("%v", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := handmade.Parcel(foreign(strings.Repeat(text(50, strings.Repeat("公开", 14), ""), 22)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data); err != nil {
			b.Fatal(err)
		}
	}
}
