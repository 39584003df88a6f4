package ofd

import (
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"testing"

	"nianbao/export/specimen"
)

// A reader of finished files that shares nothing with what writes them.

// element is an XML element as it stands in a part.
type element struct {
	name       string // with its prefix
	attributes map[string]string
	text       string
	children   []*element
}

// archive is the parts of a file by their names.
type archive struct {
	t     *testing.T
	names []string
	parts map[string]string
}

func open(t *testing.T, data []byte) *archive {
	t.Helper()
	a := &archive{t: t}
	a.names, a.parts = specimen.Unpack(t, data)
	return a
}

// xml reads a part.
func (a *archive) xml(name string) *element {
	a.t.Helper()
	data, ok := a.parts[name]
	if !ok {
		a.t.Fatalf("no part %s among %v", name, a.names)
	}
	root := &element{}
	open := []*element{root}
	declared := map[string]bool{"": true}
	for d := xml.NewDecoder(strings.NewReader(data)); ; {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			a.t.Fatalf("%s: %v", name, err)
		}
		last := open[len(open)-1]
		switch v := token.(type) {
		case xml.StartElement:
			e := &element{name: v.Name.Space + ":" + v.Name.Local, attributes: map[string]string{}}
			for _, at := range v.Attr {
				declared[at.Name.Local] = declared[at.Name.Local] || at.Name.Space == "xmlns"
				e.attributes[strings.TrimPrefix(at.Name.Space+":"+at.Name.Local, ":")] = at.Value
			}
			if !declared[v.Name.Space] {
				a.t.Fatalf("%s: the prefix of <%s> stands for nothing", name, e.name)
			}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(v)
		}
	}
	if len(root.children) != 1 || len(open) != 1 {
		a.t.Fatalf("%s: not one element", name)
	}
	return root.children[0]
}

// walk goes through an element and all below it.
func (e *element) walk(visit func(*element)) {
	visit(e)
	for _, c := range e.children {
		c.walk(visit)
	}
}

// all lists the elements of a name, in order.
func (e *element) all(name string) []*element {
	var found []*element
	e.walk(func(c *element) {
		if c.name == "ofd:"+name {
			found = append(found, c)
		}
	})
	return found
}

// one is the only element of a name.
func (a *archive) one(e *element, name string) *element {
	a.t.Helper()
	all := e.all(name)
	if len(all) != 1 {
		a.t.Fatalf("%d elements %s in %s, want 1", len(all), name, e.name)
	}
	return all[0]
}

// at is the part that a location in another part leads to (7.3.2).
func at(part, location string) string {
	if rest, ok := strings.CutPrefix(location, "/"); ok {
		return rest
	}
	return path.Join(path.Dir(part), location)
}

// numbers reads an array (7.3.1).
func (a *archive) numbers(text string) []float64 {
	a.t.Helper()
	var all []float64
	for field := range strings.FieldsSeq(text) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			a.t.Fatalf("%q: %v", text, err)
		}
		all = append(all, v)
	}
	return all
}

// inked is a character as drawn: where it begins on its baseline, in millimetres
// from the upper left corner of the page.
type inked struct {
	char       rune
	x, y, size float64
	font       string // ID
	colour     string
	object     string // ID
}

// characters lists what the text objects of a page show.
func (a *archive) characters(page *element) []inked {
	a.t.Helper()
	var all []inked
	for _, o := range page.all("TextObject") {
		code := a.one(o, "TextCode")
		box := a.numbers(o.attributes["Boundary"])
		x, y := a.number(code, "X"), a.number(code, "Y")
		runes := []rune(code.text)
		steps := a.numbers(code.attributes["DeltaX"])
		if len(steps) != len(runes)-1 {
			a.t.Fatalf("%q: %d distances, want %d", code.text, len(steps), len(runes)-1)
		}
		m := []float64{1, 0, 0, 1, 0, 0}
		if ctm := o.attributes["CTM"]; ctm != "" {
			m = a.numbers(ctm)
		}
		for i, r := range runes {
			all = append(all, inked{
				char: r, x: box[0] + m[0]*x + m[2]*y + m[4], y: box[1] + m[1]*x + m[3]*y + m[5],
				size: a.number(o, "Size"), font: o.attributes["Font"],
				colour: a.one(o, "FillColor").attributes["Value"], object: o.attributes["ID"],
			})
			if i < len(steps) {
				x += steps[i]
			}
		}
	}
	return all
}

func (a *archive) number(e *element, attribute string) float64 {
	a.t.Helper()
	v := a.numbers(e.attributes[attribute])
	if len(v) != 1 {
		a.t.Fatalf("%s: %s is %q", e.name, attribute, e.attributes[attribute])
	}
	return v[0]
}
