package source

import "fmt"

// Reason says why a file is not read.
type Reason int

// The reasons. Package intake has their wording.
const (
	Empty        Reason = iota // no text in it
	TooLarge                   // more bytes than MaxSize
	TooLong                    // more text, lines or cells than a report has
	TooDeep                    // more nesting than a report has
	Bomb                       // unpacks to far more than it is
	Damaged                    // not readable to its end
	Binary                     // no text at all
	OldWord                    // .doc
	Sheet                      // a spreadsheet or slides
	Encrypted                  // asks for a password
	Scanned                    // a PDF of pictures
	Unmapped                   // a PDF whose text cannot be told from its glyphs
	Slow                       // took longer than any report does
	OldSheet                   // .xls, .et, .ppt
	OldWPS                     // .wps
	OpenDocument               // .odt
	RTF
	WordXML  // Word in one file of XML
	Archive  // .zip and the like
	Picture  // a photograph or a scan
	Inserted // a document with another in it, which holds the text
)

// Refusal says that a file is not read, and why.
type Refusal struct {
	Reason Reason
	Err    error // the cause, if another package found it
}

func (e *Refusal) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("document refused (%d): %v", e.Reason, e.Err)
	}
	return fmt.Sprintf("document refused (%d)", e.Reason)
}

func (e *Refusal) Unwrap() error { return e.Err }
