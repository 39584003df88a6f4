package intake

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/atom"

	"nianbao/model/intake/ofdtext"
	"nianbao/model/intake/pdftext"
	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
	"nianbao/model/intake/web"
	"nianbao/model/intake/word"
	"nianbao/model/intake/workbook"
	"nianbao/model/reportfile"
)

// format is one kind of file.
type format struct {
	endings []string
	is      func([]byte) bool // by its first bytes; nil when they tell nothing
	read    func([]byte) (*source.Document, error)
}

func formats() []format {
	return []format{
		{[]string{".txt", ""}, nil, plain.Read},
		{[]string{".md", ".markdown"}, nil, web.ReadMarkdown},
		{[]string{".csv"}, nil, plain.ReadCSV},
		{[]string{".ofd"}, func(data []byte) bool { return isZip(data) && ofdtext.Is(data) }, ofdtext.Read},
		{[]string{".xlsx", ".xlsm"}, func(data []byte) bool { return isZip(data) && workbook.Is(data) }, workbook.Read},
		{[]string{".docx", ".docm"}, isZip, word.Read},
		{[]string{".html", ".htm", ".xhtml", ".shtml"}, looksLikePage, web.Read},
		{[]string{".mht", ".mhtml"}, web.IsArchive, web.ReadArchive},
		{[]string{".pdf"}, pdftext.Is, pdftext.Read},
		// What portals serve under these names is a page, told by what it is.
		{[]string{".doc", ".xls", ".wps", ".et"}, nil, plain.Read},
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

// read finds the reader. What a file is beats what it is called: portals serve
// HTML as .doc, and PDF without any ending.
func read(name string, data []byte) (*source.Document, error) {
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case len(data) > source.MaxSize:
		return nil, &source.Refusal{Reason: source.TooLarge}
	case len(bytes.TrimSpace(data)) == 0:
		return nil, &source.Refusal{Reason: source.Empty}
	}
	if reason, ok := foreign(ending, data); ok {
		return nil, &source.Refusal{Reason: reason}
	}
	for _, f := range formats() {
		if f.is != nil && f.is(data) {
			return f.read(data)
		}
	}
	for _, f := range formats() {
		if slices.Contains(f.endings, ending) {
			return f.read(data)
		}
	}
	if ending == reportfile.Ending {
		return nil, &RefusalError{problem: refusalReport, cause: ErrReportFile}
	}
	return nil, &RefusalError{problem: fmt.Sprintf(refusalFormat, ending)}
}

// oldOffice begins files of Word, Excel and WPS before 2007 (OLE compound
// files); encrypted .docx begin the same way.
const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// foreign tells files that are not read by their first bytes, whatever they are
// called.
func foreign(ending string, data []byte) (source.Reason, bool) {
	for _, known := range []struct {
		magic  string
		reason source.Reason
	}{
		{`{\rtf`, source.RTF},
		{"\x89PNG", source.Picture},
		{"\xff\xd8\xff", source.Picture},
		{"GIF8", source.Picture},
		{"BM", source.Picture},
		{"II*\x00", source.Picture},
		{"MM\x00*", source.Picture},
		{"Rar!", source.Archive},
		{"7z\xbc\xaf\x27\x1c", source.Archive},
		{"\x1f\x8b", source.Archive},
	} {
		if bytes.HasPrefix(data, []byte(known.magic)) && (len(known.magic) > 2 || bytes.IndexByte(data[:min(len(data), 64)], 0) >= 0) {
			return known.reason, true
		}
	}
	start := data[:min(len(data), 2048)]
	switch {
	case bytes.HasPrefix(data, []byte(oldOffice)):
		return compound(ending, data), true
	case bytes.Contains(start, []byte("<?mso-application")), bytes.Contains(start, []byte("<pkg:package")), bytes.Contains(start, []byte("<w:wordDocument")):
		return source.WordXML, true
	}
	return 0, false
}

// compound tells what an OLE compound file holds by the names of its streams.
func compound(ending string, data []byte) source.Reason {
	for _, known := range []struct {
		stream string
		reason source.Reason
	}{
		{"EncryptedPackage", source.Encrypted},
		{"Workbook", source.OldSheet},
		{"PowerPoint Document", source.OldSheet},
		{"WordDocument", source.OldWord},
	} {
		var name []byte
		for _, u := range utf16.Encode([]rune(known.stream)) {
			name = binary.LittleEndian.AppendUint16(name, u)
		}
		if bytes.Contains(data, name) {
			if known.reason == source.OldWord && ending == ".wps" {
				return source.OldWPS
			}
			return known.reason
		}
	}
	switch ending {
	case ".docx", ".docm":
		return source.Encrypted
	case ".wps":
		return source.OldWPS
	case ".xls", ".et", ".ppt", ".dps":
		return source.OldSheet
	}
	return source.OldWord
}

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// looksLikePage tells a web page by its first element.
func looksLikePage(data []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\ufeff"))))
	if bytes.HasPrefix(start, []byte("<?xml")) {
		return bytes.Contains(start, []byte("<html"))
	}
	for bytes.HasPrefix(start, []byte("<!--")) {
		_, rest, ended := bytes.Cut(start, []byte("-->"))
		if !ended {
			return true
		}
		start = bytes.TrimSpace(rest)
	}
	if bytes.HasPrefix(start, []byte("<!doctype html")) {
		return true
	}
	rest, opens := bytes.CutPrefix(start, []byte("<"))
	end := bytes.IndexAny(rest, " \t\r\n/>")
	return opens && end > 0 && atom.Lookup(rest[:end]) != 0
}
