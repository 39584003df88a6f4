// Package workbook reads a published report from a workbook (.xlsx), of this program
// or another: what its cells show. It is tried on files of LibreOffice, and on what
// the standard allows Excel and WPS besides. A sheet of
// one column is prose, a row a paragraph; any other is a table with its merged cells.
// Formulas are not looked at, their last results are; macros, pictures and links are
// not looked at either.
//
// It reads the file itself: a library for workbooks would be a sixth of the program,
// and take a stranger's file apart without bounds. Begin with [Read]; the parts are
// ISO/IEC 29500-1, 18.
package workbook

import (
	"encoding/xml"
	"path"
	"strings"

	"nianbao/model/intake/source"
)

// Bounds of a workbook, beside those of a document.
const (
	maxTokens = 1_000_000 // of the XML of all parts together
	maxSheets = 100
)

// main is the part with the list of sheets, unless the package names another.
const main = "xl/workbook.xml"

// Is tells a workbook among ZIP archives.
func Is(data []byte) bool {
	p, err := source.OpenParcel(data)
	return err == nil && p.Has(main)
}

// Read reads a workbook. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	p, err := source.OpenParcel(data)
	if err != nil {
		return nil, err
	}
	f := &file{parcel: p, tokens: maxTokens}
	sheets, err := f.open()
	if err != nil {
		return nil, err
	}
	var b source.Builder
	b.Certain()
	for _, s := range sheets {
		g, err := f.sheet(s)
		if err != nil {
			return nil, err
		}
		if err := f.drawn(s.part, g); err != nil {
			return nil, err
		}
		g.give(&b)
		if err := f.comments(s.part, &b); err != nil {
			return nil, err
		}
		if b.Full() {
			break
		}
	}
	return b.Document("", false)
}

// file is a workbook being read.
type file struct {
	parcel  *source.Parcel
	tokens  int // that may still be read
	strings []source.Text
	looks   []look
	since   int // the year that dates are counted from: 1900 or 1904
}

// look is what the look of a cell says of what stands in it.
type look struct {
	date    bool        // a number is a date
	heading int         // level of a heading; 0 for none
	seen    source.Look // of its font
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	part   string
	hidden bool
}

// open lists the sheets, and reads what they share.
func (f *file) open() ([]sheetEntry, error) {
	targets, kinds, err := f.relations(main)
	if err != nil {
		return nil, err
	}
	var sheets []sheetEntry
	f.since = 1900
	err = f.read(main, func(e xml.StartElement, _ *walker) error {
		switch e.Name.Local {
		case "workbookPr":
			if isTrue(attr(e, "date1904")) {
				f.since = 1904
			}
		case "sheet":
			if part := targets[attr(e, "id")]; part != "" {
				if len(sheets) == maxSheets {
					return &source.Refusal{Reason: source.TooLong}
				}
				state := attr(e, "state")
				sheets = append(sheets, sheetEntry{part: part, hidden: state == "hidden" || state == "veryHidden"})
			}
		}
		return nil
	})
	if err == nil && kinds["sharedStrings"] != "" {
		err = f.shared(kinds["sharedStrings"])
	}
	if err == nil && kinds["styles"] != "" {
		err = f.readLooks(kinds["styles"])
	}
	if err == nil && len(sheets) == 0 {
		err = &source.Refusal{Reason: source.Damaged}
	}
	return sheets, err
}

// relations lists what a part names as its parts, by name and by kind.
func (f *file) relations(part string) (byID, byKind map[string]string, err error) {
	byID, byKind = map[string]string{}, map[string]string{}
	name := path.Dir(part) + "/_rels/" + path.Base(part) + ".rels"
	if !f.parcel.Has(name) {
		return byID, byKind, nil
	}
	err = f.read(name, func(e xml.StartElement, _ *walker) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(part), target)
		}
		byID[attr(e, "Id")], byKind[path.Base(attr(e, "Type"))] = target, target
		return nil
	})
	return byID, byKind, err
}

// ofCell is the look of a shared text where that of its cell decides.
const ofCell = source.Look(-1)

// shared reads the texts that cells refer to (18.4).
func (f *file) shared(part string) error {
	return f.read(part, func(e xml.StartElement, w *walker) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := w.text(ofCell)
		f.strings = append(f.strings, text)
		return err
	})
}

// readLooks finds the looks that show a number as a date (18.8.10, 18.8.30), and those
// of headings, by the named styles that they are of (18.8.7).
func (f *file) readLooks(part string) error {
	dates, headings := map[string]bool{}, map[string]int{}
	var styles []string     // of the looks
	var fonts []source.Look // 18.8.22
	within := ""
	err := f.read(part, func(e xml.StartElement, _ *walker) error {
		switch e.Name.Local {
		case "numFmt":
			dates[attr(e, "numFmtId")] = isDateFormat(attr(e, "formatCode"))
		case "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "fonts":
			within = e.Name.Local
		case "font":
			if within == "fonts" {
				fonts = append(fonts, source.Plain)
			}
		case "strike", "vertAlign":
			if n := len(fonts); within == "fonts" && n > 0 {
				fonts[n-1] = over(fonts[n-1], e)
			}
		case "xf":
			if within == "cellXfs" {
				id := attr(e, "numFmtId")
				one := look{date: dates[id] || isBuiltInDate(number(id))}
				if i := number(attr(e, "fontId")); i >= 0 && i < len(fonts) {
					one.seen = fonts[i]
				}
				f.looks = append(f.looks, one)
				styles = append(styles, attr(e, "xfId"))
			}
		case "cellStyle":
			headings[attr(e, "xfId")] = headingLevel(attr(e, "builtinId"), attr(e, "name"))
		}
		return nil
	})
	for i, s := range styles {
		f.looks[i].heading = headings[s]
	}
	return err
}

// headingLevel is the level of heading that a named style stands for; 0 for none.
// LibreOffice keeps of Excel's own styles their English names alone.
func headingLevel(builtIn, name string) int {
	const first, last = 16, 19 // Heading 1 to 4
	n := number(builtIn) - first + 1
	if level, ok := strings.CutPrefix(name, "Excel Built-in Heading "); ok && builtIn == "" {
		n = number(level)
	}
	if n < 1 || n > last-first+1 {
		return 0
	}
	return n
}

// isBuiltInDate tells the built-in formats of dates, those of Chinese programs too.
func isBuiltInDate(n int) bool {
	return n >= 14 && n <= 22 || n >= 45 && n <= 47 || n >= 27 && n <= 36 || n >= 50 && n <= 58
}

// isDateFormat tells a format of dates by its letters, those in quotes and brackets
// aside.
func isDateFormat(code string) bool {
	quoted, bracketed := false, false
	for i, r := range code {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == '[':
			bracketed = true
		case r == ']':
			bracketed = false
		case bracketed || i > 0 && code[i-1] == '\\':
		case strings.ContainsRune("yYmMdDhHsS年月日", r):
			return true
		}
	}
	return false
}

func isTrue(value string) bool { return value == "1" || value == "true" }

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
