// Package word reads a published report from a Word document (.docx), made by
// Word, WPS or a converter: tables with merged cells, numbers that Word puts
// before headings by itself, text in boxes. Macros, pictures, links and revised
// text are not looked at.
package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"nianbao/model/intake/source"
)

// Bounds of the package that a document is.
const (
	maxParts = 5000
	maxPart  = 24 << 20 // bytes unpacked, of a part that is read
)

// Read reads a document. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	parts, err := unzip(data)
	if err != nil {
		return nil, err
	}
	styles, err := readStyles(parts["word/styles.xml"])
	if err != nil {
		return nil, err
	}
	lists, err := readNumbering(parts["word/numbering.xml"])
	if err != nil {
		return nil, err
	}
	r := &reader{walker: newWalker(parts["word/document.xml"]), styles: styles, lists: lists}
	blocks, err := r.document()
	if err != nil {
		return nil, refuse(err)
	}
	var b source.Builder
	give(&b, blocks, 0)
	return b.Document("", false)
}

// unzip unpacks the parts that are read, within bounds.
func unzip(data []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &source.Refusal{Reason: source.Damaged, Err: err}
	}
	if len(z.File) > maxParts {
		return nil, &source.Refusal{Reason: source.Bomb}
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		name := path.Clean(strings.ReplaceAll(f.Name, `\`, "/"))
		switch strings.ToLower(name) {
		case "word/document.xml", "word/styles.xml", "word/numbering.xml":
			if parts[strings.ToLower(name)], err = unpack(f); err != nil {
				return nil, err
			}
		case "xl/workbook.xml", "ppt/presentation.xml":
			return nil, &source.Refusal{Reason: source.Sheet}
		}
	}
	if parts["word/document.xml"] == nil {
		return nil, &source.Refusal{Reason: source.Damaged}
	}
	return parts, nil
}

// unpack trusts no size that the package states.
func unpack(f *zip.File) (data []byte, err error) {
	in, err := f.Open()
	if err != nil {
		return nil, &source.Refusal{Reason: source.Damaged, Err: err}
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	data, err = io.ReadAll(io.LimitReader(in, maxPart+1))
	switch {
	case err != nil:
		return nil, &source.Refusal{Reason: source.Damaged, Err: err}
	case len(data) > maxPart:
		return nil, &source.Refusal{Reason: source.Bomb}
	}
	return data, nil
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
