package ofd

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/export/typeset"
)

// TestTags: every text object that belongs to the text is tagged once, and the
// tags give the text in reading order, of cells also what they head and span.
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
					a := e.attributes
					got = append(got, fmt.Sprintln(e.name, a["scope"], cmp.Or(a["rowSpan"], "1"), cmp.Or(a["colSpan"], "1"), a["alt"]+b.String()))
				}
			})
			if want := texts(d); !slices.Equal(got, want) {
				t.Errorf("%d tagged texts, want %d:\n%.300q\nwant\n%.300q", len(got), len(want), got, want)
			}
		})
	}
}

// texts lists the texts of the elements with their tags, in reading order.
func texts(d *typeset.Document) []string {
	names := map[typeset.ElementKind]string{
		typeset.ElementTitle: "Title", typeset.ElementSection: "H1", typeset.ElementSubheading: "H2", typeset.ElementParagraph: "P",
		typeset.ElementHead: "TH", typeset.ElementRowLabel: "TH", typeset.ElementFigure: "TD",
		typeset.ElementPicture: "Figure",
	}
	scopes := map[typeset.ElementKind]string{typeset.ElementHead: "column", typeset.ElementRowLabel: "row"}
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
		if e := d.Elements[i]; i > 0 && said[i] != "" {
			all = append(all, fmt.Sprintln("n:"+names[e.Kind], scopes[e.Kind], max(e.RowSpan, 1), max(e.ColSpan, 1), said[i]))
		}
		for _, c := range children[i] {
			walk(c)
		}
	}
	walk(0)
	return all
}
