package ofd

import (
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

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
			if mode, tab := a.one(root, "PageMode").text, a.one(root, "TabDisplay").text; mode != "UseOutlines" || tab != "DocTitle" {
				t.Errorf("opens with %q, called by %q", mode, tab)
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
