package intake

import (
	"bytes"
	"fmt"

	"nianbao/model/intake/pdftext"
	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
	"nianbao/model/intake/web"
	"nianbao/model/intake/word"
)

// format is one kind of file.
type format struct {
	endings []string
	is      func([]byte) bool // by its first bytes; nil when they tell nothing
	read    func([]byte) (*source.Document, error)
}

func formats() []format {
	return []format{
		{[]string{".txt", ".md", ""}, nil, plain.Read},
		{[]string{".docx", ".docm"}, isZip, word.Read},
		{[]string{".html", ".htm", ".xhtml", ".shtml"}, looksLikePage, web.Read},
		{[]string{".pdf"}, pdftext.Is, pdftext.Read},
	}
}

// Endings lists the endings of file names that can be read.
func Endings() []string {
	var all []string
	for _, f := range formats() {
		for _, e := range f.endings {
			if e != "" {
				all = append(all, e)
			}
		}
	}
	return all
}

// oldOffice begins files of Word and Excel before 2007 (OLE compound files);
// encrypted .docx begin the same way.
const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// read finds the reader. What a file is beats what it is called: portals serve
// HTML as .doc, and PDF without any ending.
func read(ending string, data []byte) (*source.Document, error) {
	switch {
	case len(data) > source.MaxSize:
		return nil, &source.Refusal{Reason: source.TooLarge}
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &source.Refusal{Reason: source.Empty}
	case bytes.HasPrefix(data, []byte(oldOffice)) && ending == ".docx":
		return nil, &source.Refusal{Reason: source.Encrypted}
	case bytes.HasPrefix(data, []byte(oldOffice)):
		return nil, &source.Refusal{Reason: source.OldWord}
	}
	for _, f := range formats() {
		if f.is != nil && f.is(data) {
			return f.read(data)
		}
	}
	for _, f := range formats() {
		for _, e := range f.endings {
			if e == ending {
				return f.read(data)
			}
		}
	}
	return nil, &RefusalError{problem: fmt.Sprintf(refusalFormat, ending)}
}

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// looksLikePage tells a web page by its first element.
func looksLikePage(data []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\ufeff"))))
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<div", "<p>", "<p "} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html"))
}
