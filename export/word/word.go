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
	"fmt"
	"time"

	"nianbao/export/ooxml"
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
	const markup = "wordprocessingml."
	parts := []ooxml.File{
		{Name: "word/document.xml", Type: markup + "document.main", Data: document(report, plan, o.Draft)},
		{Name: "word/styles.xml", Type: markup + "styles", Relation: "styles", Data: stylesPart(plan)},
		{Name: "word/settings.xml", Type: markup + "settings", Relation: "settings", Data: settings()},
		{Name: "word/fontTable.xml", Type: markup + "fontTable", Relation: "fontTable", Data: fontTable()},
		{Name: "word/" + footerOdd + ".xml", Type: markup + "footer", Relation: "footer", Data: footer(footerOdd)},
		{Name: "word/" + footerEven + ".xml", Type: markup + "footer", Relation: "footer", Data: footer(footerEven)},
		{Name: "word/" + headerDraft + ".xml", Type: markup + "header", Relation: "header", Data: header()},
	}
	if !o.Draft {
		parts = parts[:len(parts)-1]
	}
	data, err := ooxml.Write(parts, ooxml.Properties{Title: report.Heading(), Author: report.Agency, Creator: o.Creator, Date: o.Date})
	if err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return data, nil
}

// Names of the parts that others refer to.
const (
	footerOdd   = "footer1"
	footerEven  = "footer2"
	headerDraft = "header1"
)

// wordSpace is the namespace of the parts.
const wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
