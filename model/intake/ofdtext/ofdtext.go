// Package ofdtext reads a published report from an OFD file (GB/T 33190—2016), of
// this program or of others: its texts and rules with their places, which package
// pdftext puts in order as it does those of a PDF. What characters mean is said in
// the file; the faces are not looked at.
//
// Begin with [Read]. The parts of the file are found in package.go, what a page
// shows in page.go. Numbers of paragraphs are those of the standard.
package ofdtext

import (
	"encoding/xml"
	"path"
	"strings"

	"nianbao/model/intake/pdftext"
	"nianbao/model/intake/source"
)

// Bounds of a file, beside those of a document.
const (
	maxTokens = 600_000 // of the XML of all parts together: begins and ends of elements, texts
	maxPages  = 500
)

// Is tells an OFD file among ZIP archives.
func Is(data []byte) bool {
	p, err := source.OpenParcel(data)
	return err == nil && p.Has(entrance)
}

// Read reads a file. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	p, err := source.OpenParcel(data)
	if err != nil {
		return nil, err
	}
	f := &file{parcel: p, tokens: maxTokens}
	if err := f.open(); err != nil {
		return nil, err
	}
	doc, err := pdftext.Arrange(f.pages, f.title)
	if err != nil {
		return nil, err //nolint:wrapcheck // a refusal
	}
	doc.Attached = f.attached()
	return doc, nil
}

// entrance is the part that names the others (7.4).
const entrance = "OFD.xml"

// file is an OFD file being read.
type file struct {
	parcel    *source.Parcel
	tokens    int // that may still be read
	root      string
	document  *node
	templates map[string]string // parts by the IDs of the pages that others lie on
	title     string
	pages     []pdftext.Page
}

// open finds the document (7.5) and reads its pages. Of several documents in a
// file the first is shown.
func (f *file) open() error {
	first, err := f.read(entrance)
	if err != nil {
		return err
	}
	f.root = at(entrance, first.find("DocBody", "DocRoot").text())
	f.title = first.find("DocBody", "DocInfo", "Title").text()
	if f.document, err = f.read(f.root); err != nil {
		return err
	}
	f.templates = map[string]string{}
	common := f.document.find("CommonData")
	for _, t := range common.all("TemplatePage") {
		f.templates[t.attr("ID")] = at(f.root, t.attr("BaseLoc"))
	}
	paper := common.find("PageArea", "PhysicalBox").text()
	for _, p := range f.document.find("Pages").all("Page") {
		if len(f.pages) == maxPages {
			return &source.Refusal{Reason: source.TooLong}
		}
		if err := f.page(at(f.root, p.attr("BaseLoc")), paper); err != nil {
			return err
		}
	}
	if len(f.pages) == 0 {
		return &source.Refusal{Reason: source.Damaged}
	}
	return nil
}

// attached lists the files that go along (20.2).
func (f *file) attached() []source.Attachment {
	list := f.document.find("Attachments").text()
	if list == "" {
		return nil
	}
	list = at(f.root, list)
	all, err := f.read(list)
	if err != nil {
		return nil // the pages are there
	}
	var found []source.Attachment
	for _, a := range all.all("Attachment") {
		name := at(list, a.find("FileLoc").text())
		if len(found) < source.MaxAttached && f.parcel.Has(name) {
			found = append(found, source.Attachment{Name: path.Base(name), Open: func() ([]byte, error) { return f.parcel.Part(name) }})
		}
	}
	return found
}

// at is the part that a location in another part leads to: from the root of the
// package, or from that part (7.3.2).
func at(part, location string) string {
	if strings.HasPrefix(location, "/") {
		return location
	}
	return path.Join(path.Dir(part), location)
}

// node is an element of a part. A nil one is empty: what is missing has neither
// text nor children.
type node struct {
	name       string // without its prefix
	attributes []xml.Attr
	chars      []byte
	children   []*node
}

// find goes down by names, to the first of each.
func (n *node) find(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var next *node
		for _, c := range n.children {
			if c.name == name {
				next = c
				break
			}
		}
		n = next
	}
	return n
}

// all lists the children of a name.
func (n *node) all(name string) []*node {
	var found []*node
	if n != nil {
		for _, c := range n.children {
			if c.name == name {
				found = append(found, c)
			}
		}
	}
	return found
}

// text is the text of an element without blanks around.
func (n *node) text() string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(string(n.chars))
}

func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attributes {
			if a.Name.Local == name {
				return strings.TrimSpace(a.Value)
			}
		}
	}
	return ""
}
