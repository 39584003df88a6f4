package ofd

import (
	"bytes"
	"math"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/fonts"
	"nianbao/model"
)

// laid are documents that hold all that the layout makes.
func laid(t testing.TB) map[string]*typeset.Document {
	t.Helper()
	set := specimen.Faces(t)
	lay := func(r *model.Report, o typeset.Options) *typeset.Document {
		return typeset.Layout(outline.Of(r, outline.Posting{}), set, o)
	}
	rare := specimen.Sample(t)
	rare.Title = "𠅤镇<人民政府>&“2020”年政府信息公开工作年度报告"
	rare.Narrative[model.Other] = []model.Block{{Heading: "𬭎𫖯", Text: "  a  b 𠅤"}}
	return map[string]*typeset.Document{
		"sample":  lay(specimen.Sample(t), typeset.Options{}),
		"draft":   lay(specimen.Numbers(t), typeset.Options{Draft: true}),
		"board":   lay(specimen.Numbers(t), typeset.Options{Paper: typeset.A3()}),
		"tiles":   typeset.Poster(lay(specimen.Sample(t), typeset.Options{Paper: typeset.A3()}), set),
		"awkward": lay(specimen.Awkward(t), typeset.Options{}),
		"letters": lay(specimen.Letters(t), typeset.Options{}),
		"extreme": lay(specimen.Figures(t, 2026, "12345678"), typeset.Options{}),
		"rare":    lay(rare, typeset.Options{}),
		"painted": painted(lay(specimen.Sample(t), typeset.Options{})),
	}
}

// painted puts a picture of two fills and a grey bar on the second page.
func painted(d *typeset.Document) *typeset.Document {
	picture := len(d.Elements)
	d.Elements = append(d.Elements, typeset.Element{Kind: typeset.ElementPicture, Alt: "“两个”方块 <&>"})
	d.Pages[1].Fills = []typeset.Fill{
		{X: 100, Y: 700, Width: 10, Height: 10, Element: picture},
		{X: 110, Y: 710, Width: 10, Height: 10.4, Element: picture},
		{X: 90, Y: 300, Width: 200, Height: 12, Gray: 0.8},
	}
	return d
}

var attached = []byte(`{"format":"nianbao-report"}`)

func written(t testing.TB, d *typeset.Document) []byte {
	t.Helper()
	data, err := Write(d, Options{
		Author: "梧桐镇人民政府", Creator: "nianbao", Version: "1.2", Faces: specimen.Faces(t),
		Date:   time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC),
		Attach: &Attachment{Name: "report.nianbao", Format: "nianbao", Data: attached},
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestFaces: the faces bear the names that a government PC has them under, and each
// has the glyph that was set for every character shown in it.
func TestFaces(t *testing.T) {
	set := specimen.Faces(t)
	names := map[string]fonts.Role{"方正小标宋简体": fonts.Title, "黑体": fonts.Hei, "楷体": fonts.Kai, "仿宋": fonts.Fang, "宋体": fonts.Song}
	for name, d := range laid(t) {
		t.Run(name, func(t *testing.T) {
			a := open(t, written(t, d))
			res := a.xml("Doc_0/PublicRes.xml")
			type embedded struct{ cut, whole *fonts.Face }
			faces := map[string]embedded{}
			for _, f := range res.all("Font") {
				role, known := names[f.attributes["FontName"]]
				file := a.one(f, "FontFile").text
				if !known || strings.HasPrefix(file, "/") {
					t.Fatalf("font %v, file %s", f.attributes, file)
				}
				data := []byte(a.parts[path.Join("Doc_0", res.attributes["BaseLoc"], file)])
				cut, err := fonts.Parse(data)
				if err != nil {
					t.Fatal(err)
				}
				for _, table := range []string{"OS/2", "post", "name", "cmap"} {
					if !bytes.Contains(data[:256], []byte(table)) {
						t.Errorf("%s has no table %s", file, table)
					}
				}
				faces[f.attributes["ID"]] = embedded{cut, set.Face(role)}
			}
			for _, p := range a.pages() {
				for _, c := range a.characters(a.xml(p)) {
					f, ok := faces[c.font]
					if !ok {
						t.Fatalf("%c is in font %s, which there is not", c.char, c.font)
					}
					g, ok := f.cut.Glyph(c.char)
					want, _ := f.whole.Glyph(c.char)
					if !ok || !reflect.DeepEqual(f.cut.Outline(g), f.whole.Outline(want)) {
						t.Fatalf("%c has no glyph, or another one", c.char)
					}
				}
			}
		})
	}
}

// area is what is said of one.
const area = "▪"

// TestOutlines: the six sections, and below them the sub-headings, each leading to
// its place.
func TestOutlines(t *testing.T) {
	d := laid(t)["sample"]
	a := open(t, written(t, d))
	root := a.xml("Doc_0/Document.xml")
	pages := a.one(root, "Pages").children
	next := 0
	var check func(e *element, level int)
	check = func(e *element, level int) {
		below := 0
		for _, c := range e.children {
			if c.name != "ofd:OutlineElem" {
				continue
			}
			below++
			h := d.Headings[next]
			next++
			to := a.one(c.children[0], "Dest").attributes
			if c.attributes["Title"] != h.Text || h.Level != level || to["PageID"] != pages[h.Page-1].attributes["ID"] ||
				to["Top"] != strconv.FormatFloat(math.Round(h.Y*25400/72)/1000, 'f', -1, 64) {
				t.Errorf("%q to %v, want %q on page %d", c.attributes["Title"], to, h.Text, h.Page)
			}
			check(c, level+1)
		}
		if level > 1 && e.attributes["Count"] != strconv.Itoa(below) {
			t.Errorf("%s: count %s, want %d", e.attributes["Title"], e.attributes["Count"], below)
		}
	}
	check(a.one(root, "Outlines"), 1)
	if next != len(d.Headings) {
		t.Errorf("%d entries, want %d", next, len(d.Headings))
	}
}

// TestIdentity: what the file says about itself, and what it carries along.
func TestIdentity(t *testing.T) {
	d := laid(t)["rare"]
	a := open(t, written(t, d))
	info := a.one(a.xml("OFD.xml"), "DocInfo")
	for name, want := range map[string]string{
		"Title": d.Title, "Author": "梧桐镇人民政府", "Creator": "nianbao", "CreatorVersion": "1.2",
		"CreationDate": "2021-01-20", "ModDate": "2021-01-20",
	} {
		if got := a.one(info, name).text; got != want {
			t.Errorf("%s %q, want %q", name, got, want)
		}
	}
	if id := a.one(info, "DocID").text; !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(id) {
		t.Errorf("DocID %s", id)
	}
	const root = "Doc_0/Document.xml"
	list := at(root, a.one(a.xml(root), "Attachments").text)
	one := a.one(a.xml(list), "Attachment")
	if got := a.parts[at(list, a.one(one, "FileLoc").text)]; got != string(attached) || one.attributes["Name"] != "report.nianbao" {
		t.Errorf("%v holds %q", one.attributes, got)
	}
}

// TestSameBytes: the file depends on the document and the date alone.
func TestSameBytes(t *testing.T) {
	a, b := written(t, laid(t)["sample"]), written(t, laid(t)["sample"])
	if !bytes.Equal(a, b) {
		t.Error("other bytes the second time")
	}
}

func BenchmarkWrite(b *testing.B) {
	d := laid(b)["sample"]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(d, Options{Faces: specimen.Faces(b)}); err != nil {
			b.Fatal(err)
		}
	}
}
