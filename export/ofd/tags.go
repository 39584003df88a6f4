package ofd

import (
	"fmt"

	"nianbao/export/typeset"
)

// vocabulary is the namespace of our tags: the standard has a place for tags
// (16), but no names. The names are those that PDF has.
const vocabulary = "https://nianbao.invalid/structure"

var tagNames = map[typeset.ElementKind]string{
	typeset.ElementDocument:   "Document",
	typeset.ElementTitle:      "Title",
	typeset.ElementSection:    "H1",
	typeset.ElementSubheading: "H2",
	typeset.ElementParagraph:  "P",
	typeset.ElementTable:      "Table",
	typeset.ElementRow:        "TR",
	typeset.ElementHead:       "TH",
	typeset.ElementRowLabel:   "TH",
	typeset.ElementFigure:     "TD",
	typeset.ElementPicture:    "Figure",
}

// belongs makes an object part of an element.
func (w *writer) belongs(element int, o object) {
	if element > 0 {
		w.objects[element] = append(w.objects[element], o)
	}
}

func (w *writer) tagged() bool { return len(w.document.Elements) > 0 }

// tags writes what the objects of the pages belong to, in reading order, as custom tags
// (16.1).
func (w *writer) tags() {
	if !w.tagged() {
		return
	}
	const file = "Structure.xml"
	w.add(folder+partTags, fmt.Appendf(nil, `%s<ofd:CustomTags %s><ofd:CustomTag NameSpace="%s"><ofd:FileLoc>%s</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
		prolog, namespace, vocabulary, file))
	children := make([][]int, len(w.document.Elements))
	for i, e := range w.document.Elements[1:] {
		children[e.Parent] = append(children[e.Parent], i+1)
	}
	w.add(folder+"Tags/"+file, w.tag([]byte(prolog), children, 0))
}

// tag writes an element with all below it.
func (w *writer) tag(b []byte, children [][]int, i int) []byte {
	e := w.document.Elements[i]
	name := tagNames[e.Kind]
	b = append(append(b, "<n:"...), name...)
	if i == 0 {
		b = fmt.Appendf(b, ` xmlns:n="%s" %s`, vocabulary, namespace)
	}
	switch e.Kind {
	case typeset.ElementHead:
		b = append(b, ` scope="column"`...)
	case typeset.ElementRowLabel:
		b = append(b, ` scope="row"`...)
	}
	if e.Alt != "" {
		b = fmt.Appendf(b, ` alt="%s"`, escape(e.Alt))
	}
	if e.RowSpan > 1 {
		b = fmt.Appendf(b, ` rowSpan="%d"`, e.RowSpan)
	}
	if e.ColSpan > 1 {
		b = fmt.Appendf(b, ` colSpan="%d"`, e.ColSpan)
	}
	b = append(b, '>')
	for _, o := range w.objects[i] {
		b = fmt.Appendf(b, `<ofd:ObjectRef PageRef="%d">%d</ofd:ObjectRef>`, o.page, o.id)
	}
	for _, child := range children[i] {
		b = w.tag(b, children, child)
	}
	return fmt.Appendf(b, "</n:%s>", name)
}
