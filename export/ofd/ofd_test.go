package ofd

import (
	"bytes"
	"fmt"
	"math"
	"path"
	"reflect"
	"regexp"
	"slices"
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

// TestPlaces: what a reader draws is what was set: every character and every rule,
// within a hundredth of a millimetre, in the same order and colour.
func TestPlaces(t *testing.T) {
	for name, d := range laid(t) {
		t.Run(name, func(t *testing.T) {
			a := open(t, written(t, d))
			for i, p := range a.pages() {
				got, want := a.characters(a.xml(p)), marks(d.Pages[i])
				if len(got) != len(want) {
					t.Fatalf("page %d: %d characters, want %d", i+1, len(got), len(want))
				}
				for j, g := range got {
					w := want[j]
					const near = 0.01
					if g.char != w.char || math.Abs(g.x-w.x) > near || math.Abs(g.y-w.y) > near || math.Abs(g.size-w.size) > near || g.colour != w.colour {
						t.Fatalf("page %d: %c at %.3f %.3f of %.3f in %s, want %c at %.3f %.3f of %.3f in %s",
							i+1, g.char, g.x, g.y, g.size, g.colour, w.char, w.x, w.y, w.size, w.colour)
					}
				}
				a.checkRules(a.xml(p), d.Pages[i].Lines)
				a.checkAreas(a.xml(p), d.Pages[i].Fills)
			}
		})
	}
}

// marks lists the characters of a page as set, the blanks at the ends of runs left
// out.
func marks(page typeset.Page) []inked {
	const mm = 25.4 / 72
	var all []inked
	for _, t := range slices.Concat(page.Under, page.Texts) {
		v := int(math.Round(255 * t.Gray))
		sin, cos := math.Sincos(t.Turn * math.Pi / 180)
		pen, inner := 0.0, 0
		var run []inked
		for _, r := range t.String {
			if r != ' ' || len(run) > 0 {
				run = append(run, inked{
					char: r, x: (t.X + pen*cos) * mm, y: (t.Y - pen*sin) * mm, size: t.Size * mm,
					colour: fmt.Sprintf("%d %d %d", v, v, v),
				})
				if r != ' ' {
					inner = len(run)
				}
			}
			g, _ := t.Face.Glyph(r)
			pen += float64(t.Face.Advance(g))/1000*t.Size + t.Space
		}
		all = append(all, run[:inner]...)
	}
	return all
}

// pages lists the parts of the pages.
func (a *archive) pages() []string {
	a.t.Helper()
	const root = "Doc_0/Document.xml"
	var all []string
	for _, p := range a.one(a.xml(root), "Pages").children {
		all = append(all, at(root, p.attributes["BaseLoc"]))
	}
	return all
}

func (a *archive) checkRules(page *element, want []typeset.Line) {
	a.t.Helper()
	const mm = 25.4 / 72
	var got []typeset.Line
	for _, p := range page.all("PathObject") {
		if p.attributes["Fill"] == "true" {
			continue
		}
		if v := a.one(p, "StrokeColor").attributes["Value"]; v != "0 0 0" {
			a.t.Errorf("a rule in %s", v)
		}
		for _, m := range regexp.MustCompile(`M (\S+) (\S+) L (\S+) (\S+)`).FindAllStringSubmatch(a.one(p, "AbbreviatedData").text, -1) {
			at := a.numbers(strings.Join(m[1:], " "))
			got = append(got, typeset.Line{X1: at[0], Y1: at[1], X2: at[2], Y2: at[3], Width: a.number(p, "LineWidth")})
		}
	}
	if len(got) != len(want) {
		a.t.Fatalf("%d rules, want %d", len(got), len(want))
	}
	for _, w := range want {
		i := slices.IndexFunc(got, func(g typeset.Line) bool {
			for _, pair := range [][2]float64{{g.X1, w.X1}, {g.Y1, w.Y1}, {g.X2, w.X2}, {g.Y2, w.Y2}, {g.Width, w.Width}} {
				if math.Abs(pair[0]-pair[1]*mm) > 0.01 {
					return false
				}
			}
			return true
		})
		if i < 0 {
			a.t.Errorf("no rule %+v", w)
		}
	}
}

// checkAreas: each fill is a closed rectangle in its grey, without an outline.
func (a *archive) checkAreas(page *element, want []typeset.Fill) {
	a.t.Helper()
	const mm = 25.4 / 72
	var got []typeset.Fill
	for _, p := range page.all("PathObject") {
		if p.attributes["Fill"] != "true" {
			continue
		}
		if p.attributes["Stroke"] != "false" {
			a.t.Error("a fill with an outline")
		}
		text := a.one(p, "AbbreviatedData").text
		all := regexp.MustCompile(`M (\S+) (\S+) L (\S+) (\S+) L (\S+) (\S+) L (\S+) (\S+) C ?`).FindAllStringSubmatch(text, -1)
		long := 0
		for _, m := range all {
			long += len(m[0])
			at := a.numbers(strings.Join(m[1:], " "))
			if at[1] != at[3] || at[2] != at[4] || at[5] != at[7] || at[6] != at[0] {
				a.t.Errorf("no rectangle: %s", m[0])
			}
			got = append(got, typeset.Fill{
				X: at[0], Y: at[1], Width: at[2] - at[0], Height: at[5] - at[1],
				Gray: a.numbers(a.one(p, "FillColor").attributes["Value"])[0] / 255,
			})
		}
		if long != len(text) {
			a.t.Errorf("more than rectangles: %s", text)
		}
	}
	if len(got) != len(want) {
		a.t.Fatalf("%d areas, want %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		for _, pair := range [][2]float64{{g.X, w.X * mm}, {g.Y, w.Y * mm}, {g.Width, w.Width * mm}, {g.Height, w.Height * mm}, {g.Gray, w.Gray}} {
			if math.Abs(pair[0]-pair[1]) > 0.01 {
				a.t.Errorf("area %+v, want %+v", g, w)
			}
		}
	}
}

// sequences are the orders of elements that GB/T 33190 prescribes.
var sequences = map[string][]string{
	"DocInfo": {
		"DocID", "Title", "Author", "Subject", "Abstract", "CreationDate", "ModDate", "DocUsage", "Cover",
		"Keywords", "Creator", "CreatorVersion", "CustomDatas",
	},
	"Document": {
		"CommonData", "Pages", "Outlines", "Permissions", "Actions", "VPreferences", "Bookmarks", "Annotations",
		"CustomTags", "Attachments", "Extensions",
	},
	"CommonData":   {"MaxUnitID", "PageArea", "PublicRes", "DocumentRes"},
	"VPreferences": {"PageMode", "PageLayout", "TabDisplay"},
	"Page":         {"Area", "Content"},
	"TextObject":   {"FillColor", "StrokeColor", "TextCode"},
	"PathObject":   {"StrokeColor", "FillColor", "AbbreviatedData"},
	"OutlineElem":  {"Actions", "OutlineElem"},
}

// required are the attributes that an element must have.
var required = map[string][]string{
	"OFD": {"Version", "DocType"}, "TextObject": {"ID", "Boundary", "Font", "Size"}, "PathObject": {"ID", "Boundary"},
	"Layer": {"ID"}, "Font": {"ID", "FontName"}, "OutlineElem": {"Title"}, "Action": {"Event"}, "Dest": {"Type", "PageID"},
	"CustomTag": {"NameSpace"}, "Attachment": {"ID", "Name"}, "Res": {"BaseLoc"}, "FillColor": {"Value"}, "StrokeColor": {"Value"},
}

// TestStructure: each part is as the standard has it, and written in the way that
// all readers known take.
func TestStructure(t *testing.T) {
	for name, d := range laid(t) {
		t.Run(name, func(t *testing.T) {
			a := open(t, written(t, d))
			if a.names[0] != "OFD.xml" || a.one(a.xml("OFD.xml"), "DocRoot").text != "Doc_0/Document.xml" {
				t.Errorf("does not begin with OFD.xml: %v", a.names)
			}
			seen, last := map[string]bool{}, 0
			for _, name := range slices.Concat([]string{"Doc_0/PublicRes.xml"}, a.pages(), a.names) {
				if path.Ext(name) != ".xml" {
					continue
				}
				fresh := !seen[name]
				seen[name] = true
				a.xml(name).walk(func(e *element) {
					a.checkElement(name, e)
					if id := e.attributes["ID"]; fresh && id != "" && e.name != "ofd:Page" && e.name != "ofd:Attachment" {
						n, err := strconv.Atoi(id)
						if err != nil || n <= last {
							t.Errorf("%s: %s has the ID %s behind %d", name, e.name, id, last)
						}
						last = n
					}
				})
			}
			root := a.xml("Doc_0/Document.xml")
			if got := a.one(root, "MaxUnitID").text; got != strconv.Itoa(last) {
				t.Errorf("MaxUnitID %s, want %d", got, last)
			}
			box := a.numbers(a.one(root, "PhysicalBox").text)
			if want := []float64{0, 0, d.Paper.Width * 25.4 / 72, d.Paper.Height * 25.4 / 72}; len(box) != 4 ||
				math.Abs(box[2]-want[2]) > 0.01 || math.Abs(box[3]-want[3]) > 0.01 {
				t.Errorf("paper %v, want %v", box, want)
			}
		})
	}
}

func (a *archive) checkElement(part string, e *element) {
	a.t.Helper()
	local, prefixed := strings.CutPrefix(e.name, "ofd:")
	if !prefixed && !strings.HasPrefix(e.name, "n:") {
		a.t.Errorf("%s: %s without a prefix", part, e.name)
	}
	if slices.Contains([]string{"CGTransform", "ColorSpace", "ColorSpaces", "DrawParams"}, local) {
		a.t.Errorf("%s: %s", part, local)
	}
	for _, r := range required[local] {
		if e.attributes[r] == "" {
			a.t.Errorf("%s: %s without %s", part, local, r)
		}
	}
	if strings.HasSuffix(local, "Color") && len(a.numbers(e.attributes["Value"])) != 3 {
		a.t.Errorf("%s: colour %q", part, e.attributes["Value"])
	}
	if order := sequences[local]; order != nil {
		at := 0
		for _, c := range e.children {
			i := slices.Index(order, strings.TrimPrefix(c.name, "ofd:"))
			if i < at {
				a.t.Errorf("%s: %s stands in %s behind %s", part, c.name, local, order[at])
			}
			at = i
		}
	}
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
				data := a.parts[path.Join("Doc_0", res.attributes["BaseLoc"], file)]
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

// TestTags: every text object that belongs to the text is tagged once, and the
// tags give the text in reading order.
func TestTags(t *testing.T) {
	for name, d := range laid(t) {
		t.Run(name, func(t *testing.T) {
			a := open(t, written(t, d))
			said := map[string]string{} // by object
			pages := map[string]string{}
			for i, p := range a.pages() {
				id := a.one(a.xml("Doc_0/Document.xml"), "Pages").children[i].attributes["ID"]
				for _, o := range a.xml(p).all("TextObject") {
					said[o.attributes["ID"]] = a.one(o, "TextCode").text
					pages[o.attributes["ID"]] = id
				}
				for _, o := range a.xml(p).all("PathObject") {
					said[o.attributes["ID"]] = area
					pages[o.attributes["ID"]] = id
				}
			}
			list := a.one(a.xml("Doc_0/Document.xml"), "CustomTags").text
			tags := at("Doc_0/Document.xml", list)
			var got []string
			a.xml(at(tags, a.one(a.xml(tags), "FileLoc").text)).walk(func(e *element) {
				var b strings.Builder
				for _, c := range e.children {
					if c.name == "ofd:ObjectRef" {
						if pages[c.text] == "" || pages[c.text] != c.attributes["PageRef"] {
							t.Errorf("object %s on page %s, want page %s", c.text, c.attributes["PageRef"], pages[c.text])
						}
						b.WriteString(said[c.text])
						pages[c.text] = "" // once
					}
				}
				if b.Len() > 0 {
					got = append(got, e.name+" "+e.attributes["alt"]+b.String())
				}
			})
			if want := texts(d); !slices.Equal(got, want) {
				t.Errorf("%d tagged texts, want %d:\n%.300q\nwant\n%.300q", len(got), len(want), got, want)
			}
		})
	}
}

// area is what is said of one.
const area = "▪"

// texts lists the texts of the elements with their tags, in reading order.
func texts(d *typeset.Document) []string {
	names := map[typeset.ElementKind]string{
		typeset.ElementTitle: "Title", typeset.ElementSection: "H1", typeset.ElementSubheading: "H2", typeset.ElementParagraph: "P",
		typeset.ElementHead: "TH", typeset.ElementRowLabel: "TH", typeset.ElementFigure: "TD",
		typeset.ElementPicture: "Figure",
	}
	said := make([]string, len(d.Elements))
	for _, p := range d.Pages {
		for rest := p.Fills; len(rest) > 0; rest = rest[typeset.AreaLength(rest):] {
			said[rest[0].Element] = d.Elements[rest[0].Element].Alt + area
		}
		for _, t := range p.Texts {
			said[t.Element] += strings.Trim(t.String, " ")
		}
	}
	children := make([][]int, len(d.Elements))
	for i, e := range d.Elements {
		if i > 0 {
			children[e.Parent] = append(children[e.Parent], i)
		}
	}
	var all []string
	var walk func(int)
	walk = func(i int) {
		if i > 0 && said[i] != "" {
			all = append(all, "n:"+names[d.Elements[i].Kind]+" "+said[i])
		}
		for _, c := range children[i] {
			walk(c)
		}
	}
	walk(0)
	return all
}

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
	if got := a.parts[at(list, a.one(one, "FileLoc").text)]; !bytes.Equal(got, attached) || one.attributes["Name"] != "report.nianbao" {
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
