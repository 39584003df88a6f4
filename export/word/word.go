// Package word writes a report as a Word document (.docx, Office Open XML): the
// look of GB/T 9704—2012, with styles, tables and page numbers that can be worked
// on in Word, WPS and LibreOffice.
//
// The order of elements and what each must have is the schema's of
// ISO/IEC 29500-4 (transitional); Word refuses a file that keeps to it less. What
// was tried and did not work in LibreOffice stands beside the code that avoids it.
//
// Begin with [Write].
package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"time"

	"nianbao/export/outline"
	"nianbao/export/typeset"
)

// Options are the choices of a document.
type Options struct {
	Draft   bool      // 草稿 behind the text of every page
	Creator string    // the program and its version
	Date    time.Time // of the document; the zero value for none
}

// Write writes a report, planned for A4, as a document. The same report and
// options give the same bytes.
func Write(report *outline.Document, plan typeset.Plan, o Options) ([]byte, error) {
	parts := []struct {
		name, kind, relation string // kind and relation: the ends of what the package calls them
		data                 []byte
	}{
		{"document", "document.main", "", document(report, plan, o.Draft)},
		{"styles", "styles", "styles", stylesPart(plan)},
		{"settings", "settings", "settings", settings()},
		{"fontTable", "fontTable", "fontTable", fontTable()},
		{footerOdd, "footer", "footer", footer(footerOdd)},
		{footerEven, "footer", "footer", footer(footerEven)},
		{headerDraft, "header", "header", header()},
	}
	if !o.Draft {
		parts = parts[:len(parts)-1]
	}
	types := newPart("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	types.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	types.empty("Default", "Extension", "xml", "ContentType", "application/xml")
	relations := newPart("Relationships", "xmlns", relationsSpace)
	for _, p := range parts {
		types.empty("Override", "PartName", "/word/"+p.name+".xml",
			"ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml."+p.kind+"+xml")
		if p.relation != "" {
			relations.empty("Relationship", "Id", p.name, "Type", officeRelation+p.relation, "Target", p.name+".xml")
		}
	}
	types.empty("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	types.empty("Override", "PartName", "/docProps/app.xml",
		"ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml")

	var all bytes.Buffer
	z := zip.NewWriter(&all)
	add := func(name string, data []byte) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipTime})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			return fmt.Errorf("write part %s: %w", name, err)
		}
		return nil
	}
	err := add("[Content_Types].xml", types.finish()) // the first, for readers that go by it
	for _, p := range []struct {
		name string
		data []byte
	}{
		{"_rels/.rels", packageRelations()},
		{"docProps/core.xml", core(report, o)},
		{"docProps/app.xml", app(o)},
		{"word/_rels/document.xml.rels", relations.finish()},
	} {
		if err == nil {
			err = add(p.name, p.data)
		}
	}
	for _, p := range parts {
		if err == nil {
			err = add("word/"+p.name+".xml", p.data)
		}
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return all.Bytes(), nil
}

// zipTime is what the package says of its parts' time: the earliest it can. The
// document's own is in its properties.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Names of the parts that others refer to.
const (
	footerOdd   = "footer1"
	footerEven  = "footer2"
	headerDraft = "header1"
)

// Namespaces.
const (
	wordSpace      = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	officeSpace    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

func packageRelations() []byte {
	p := newPart("Relationships", "xmlns", relationsSpace)
	p.empty("Relationship", "Id", "document", "Type", officeRelation+"officeDocument", "Target", "word/document.xml")
	p.empty("Relationship", "Id", "core", "Type", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "Target", "docProps/core.xml")
	p.empty("Relationship", "Id", "app", "Type", officeRelation+"extended-properties", "Target", "docProps/app.xml")
	return p.finish()
}

// core is what the document says of itself: title, author, language, dates.
func core(report *outline.Document, o Options) []byte {
	p := newPart("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	p.leaf("dc:title", report.Heading())
	p.leaf("dc:creator", report.Agency)
	p.leaf("dc:language", language)
	if !o.Date.IsZero() {
		date := o.Date.UTC().Format(time.RFC3339)
		p.leaf("dcterms:created", date, "xsi:type", "dcterms:W3CDTF")
		p.leaf("dcterms:modified", date, "xsi:type", "dcterms:W3CDTF")
	}
	return p.finish()
}

func app(o Options) []byte {
	p := newPart("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	if o.Creator != "" {
		p.leaf("Application", o.Creator)
	}
	return p.finish()
}

const language = "zh-CN"
