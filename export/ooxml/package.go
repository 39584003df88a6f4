package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"
	"time"
)

// File is a part of the package with its name: word/styles.xml.
type File struct {
	Name string
	Type string // its content type, between “application/vnd.openxmlformats-officedocument.” and “+xml”
	// Relation is what it is to the main part, the end of what the standard calls it;
	// empty for none. The part is referred to by its name without folder and ending.
	Relation string
	Data     []byte
}

// Properties are what the document says of itself.
type Properties struct {
	Title, Author string
	Creator       string    // the program and its version
	Date          time.Time // the zero value for none
}

// Namespaces.
const (
	relationsSpace = "http://schemas.openxmlformats.org/package/2006/relationships"
	contentTypes   = "application/vnd.openxmlformats-officedocument."
	// OfficeSpace is that of attributes that refer to a part.
	OfficeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// Write packs parts, the main one first. The same parts and properties give the same
// bytes.
func Write(files []File, o Properties) ([]byte, error) {
	main := files[0].Name
	types := NewPart("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	types.Empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	types.Empty("Default", "Extension", "xml", "ContentType", "application/xml")
	relations := NewPart("Relationships", "xmlns", relationsSpace)
	for _, f := range files {
		types.Empty("Override", "PartName", "/"+f.Name, "ContentType", contentTypes+f.Type+"+xml")
		if f.Relation != "" {
			target := strings.TrimPrefix(f.Name, path.Dir(main)+"/")
			relations.Empty("Relationship", "Id", stem(f.Name), "Type", OfficeSpace+"/"+f.Relation, "Target", target)
		}
	}
	types.Empty("Override", "PartName", "/"+partCore, "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	types.Empty("Override", "PartName", "/"+partApp, "ContentType", contentTypes+"extended-properties+xml")
	all := []File{
		{Name: "[Content_Types].xml", Data: types.Finish()}, // the first, for readers that go by it
		{Name: "_rels/.rels", Data: packageRelations(main)},
		{Name: partCore, Data: core(o)},
		{Name: partApp, Data: app(o)},
		{Name: path.Dir(main) + "/_rels/" + path.Base(main) + ".rels", Data: relations.Finish()},
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range append(all, files...) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: zipTime})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("write part %s: %w", f.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return b.Bytes(), nil
}

// zipTime is what the package says of its parts' time: the earliest it can. The
// document's own is in its properties.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const (
	partCore = "docProps/core.xml"
	partApp  = "docProps/app.xml"
)

// stem is a part's name without folder and ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

func packageRelations(main string) []byte {
	p := NewPart("Relationships", "xmlns", relationsSpace)
	p.Empty("Relationship", "Id", stem(main), "Type", OfficeSpace+"/officeDocument", "Target", main)
	p.Empty("Relationship", "Id", "core", "Type", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "Target", partCore)
	p.Empty("Relationship", "Id", "app", "Type", OfficeSpace+"/extended-properties", "Target", partApp)
	return p.Finish()
}

// Language is the language of the documents.
const Language = "zh-CN"

// core is what the document says of itself: title, author, language, dates.
func core(o Properties) []byte {
	p := NewPart("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	p.Leaf("dc:title", o.Title)
	p.Leaf("dc:creator", o.Author)
	p.Leaf("dc:language", Language)
	if !o.Date.IsZero() {
		date := o.Date.UTC().Format(time.RFC3339)
		p.Leaf("dcterms:created", date, "xsi:type", "dcterms:W3CDTF")
		p.Leaf("dcterms:modified", date, "xsi:type", "dcterms:W3CDTF")
	}
	return p.Finish()
}

func app(o Properties) []byte {
	p := NewPart("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	if o.Creator != "" {
		p.Leaf("Application", o.Creator)
	}
	return p.Finish()
}
