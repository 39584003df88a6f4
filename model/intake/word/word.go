// Package word reads a published report from a Word document (.docx), made by
// Word, WPS or a converter: tables with merged cells, numbers that Word puts
// before headings by itself, text in boxes. Macros, pictures and links are
// not looked at.
package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"maps"
	"path"
	"strings"

	"nianbao/model/intake/source"
)

// Read reads a document. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	p, err := open(data)
	if err != nil {
		return nil, err
	}
	r := &reader{}
	if r.styles, err = readStyles(p.part("styles")); err != nil {
		return nil, err
	}
	if r.lists, err = readNumbering(p.part("numbering"), r.styles); err != nil {
		return nil, err
	}
	r.walker = newWalker(p.main)
	blocks, err := r.document()
	if err != nil {
		return nil, refuse(err)
	}
	var b source.Builder
	b.Certain()
	give(&b, blocks, 0)
	for range r.images {
		b.Image()
	}
	for _, n := range []struct {
		kind string
		look source.Look
	}{{"footnote", source.Footnote}, {"endnote", source.Footnote}, {"comment", source.Comment}} {
		if err := r.notes(&b, p.part(n.kind+"s"), n.kind, n.look); err != nil {
			return nil, refuse(err)
		}
	}
	if err := r.edges(&b, p); err != nil {
		return nil, refuse(err)
	}
	if p.err != nil {
		return nil, p.err
	}
	return b.Document("", false)
}

// notes reads the notes at the foot of pages, behind the text or at its margin.
func (r *reader) notes(b *source.Builder, part []byte, kind string, look source.Look) error {
	if part == nil {
		return nil
	}
	r.walker = newWalker(part)
	return r.children(func(e xml.StartElement) (bool, error) {
		return true, r.children(func(e xml.StartElement) (bool, error) {
			if e.Name.Local != kind || attr(e, "type") != "" { // a line between text and notes
				return false, nil
			}
			var blocks []block
			err := r.blocks(&blocks)
			for _, bl := range blocks {
				b.Paragraph(source.Line{Runs: bl.text.As(look)})
			}
			return true, err
		}, nil)
	}, nil)
}

// parcel is the package that a document is: parts, and what they are to each
// other.
type parcel struct {
	*source.Parcel
	main  []byte
	types map[string][]string // the main part's parts by kind: "styles" → "word/styles.xml"
	err   error               // of a part that could not be read
}

// open finds the main part, within bounds.
func open(data []byte) (*parcel, error) {
	all, err := source.OpenParcel(data)
	if err != nil {
		return nil, err
	}
	p := &parcel{Parcel: all}
	main := "word/document.xml"
	if all := p.relations("_rels/.rels", "")["officeDocument"]; len(all) > 0 {
		main = all[0]
	}
	if !p.Has(main) {
		main = "word/document.xml"
	}
	switch {
	case p.Has(main) && !strings.HasPrefix(main, "xl/") && !strings.HasPrefix(main, "ppt/"):
		if p.main, err = p.Part(main); err != nil {
			return nil, err
		}
	default:
		return nil, &source.Refusal{Reason: p.foreign()}
	}
	folder := path.Dir(main)
	p.types = map[string][]string{}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes", "comments"} {
		p.types[kind] = []string{folder + "/" + kind + ".xml"}
	}
	maps.Copy(p.types, p.relations(folder+"/_rels/"+path.Base(main)+".rels", folder))
	return p, p.err
}

// foreign tells what else a package can be.
func (p *parcel) foreign() source.Reason {
	for name, reason := range map[string]source.Reason{
		"xl/workbook.xml": source.Sheet, "ppt/presentation.xml": source.Sheet,
		"meta-inf/manifest.xml": source.OpenDocument,
	} {
		if p.Has(name) {
			return reason
		}
	}
	if p.HasFolder("word") || p.Has("[content_types].xml") {
		return source.Damaged
	}
	return source.Archive
}

// relations lists what a part names as its parts, by kind.
func (p *parcel) relations(name, folder string) map[string][]string {
	all := map[string][]string{}
	data, err := p.Part(name)
	if err != nil {
		p.err = err
	}
	if data == nil {
		return all
	}
	w := newWalker(data)
	err = w.children(func(e xml.StartElement) (bool, error) {
		return true, w.children(func(e xml.StartElement) (bool, error) {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + "/" + target
			}
			if kind := path.Base(attr(e, "Type")); attr(e, "TargetMode") != "External" {
				all[kind] = append(all[kind], source.PartName(target))
			}
			return false, nil
		}, nil)
	}, nil)
	if err != nil { // the parts have names that are known
		return map[string][]string{}
	}
	return all
}

// part is the first of the main part's parts of a kind; nil when there is none.
func (p *parcel) part(kind string) []byte {
	for data := range p.parts(kind) {
		return data
	}
	return nil
}

// parts are all parts of a kind that are there.
func (p *parcel) parts(kind string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, name := range p.types[kind] {
			data, err := p.Part(name)
			if err != nil {
				p.err = err
			}
			if data != nil && !yield(data) {
				return
			}
		}
	}
}

// errDirective: a document type definition, which only tricks with entities
// have in such a file.
var errDirective = errors.New("document type definition")

// errDepth: elements nested deeper than in any document.
var errDepth = errors.New("nested too deeply")

func refuse(err error) error {
	var known *source.Refusal
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, errDepth):
		return &source.Refusal{Reason: source.TooDeep, Err: err}
	}
	return &source.Refusal{Reason: source.Damaged, Err: err}
}

// walker goes through the elements of a part. Names are told by their local
// half alone: the two standards of the format differ in the other.
type walker struct {
	d     *xml.Decoder
	depth int
}

func newWalker(part []byte) *walker {
	return &walker{d: xml.NewDecoder(bytes.NewReader(part))}
}

// children calls f with each element inside the one just begun, or at the top
// of the part. What f does not read itself it leaves to be skipped by returning
// false. Text goes to the other function, if there is one.
func (w *walker) children(f func(xml.StartElement) (read bool, err error), text func(string)) error {
	if w.depth++; w.depth > source.MaxDepth {
		return errDepth
	}
	defer func() { w.depth-- }()
	for {
		t, err := w.d.Token()
		if errors.Is(err, io.EOF) && w.depth == 1 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			read, err := f(t)
			if err == nil && !read {
				err = w.d.Skip()
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		case xml.Directive:
			return errDirective
		}
	}
}

// attr is the value of an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
