package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"nianbao/model/intake/source"
)

// walker goes through the elements of a part.
type walker struct {
	file  *file
	d     *xml.Decoder
	depth int
}

// read goes through a part and shows every element that begins, but those which the
// visitor reads itself. The error is a *source.Refusal.
func (f *file) read(part string, visit func(xml.StartElement, *walker) error) error {
	data, err := f.parcel.Part(part)
	if err != nil {
		return err //nolint:wrapcheck // a refusal
	}
	if data == nil {
		return &source.Refusal{Reason: source.Damaged}
	}
	w := &walker{file: f, d: xml.NewDecoder(bytes.NewReader(data))}
	for {
		token, err := w.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := visit(e, w); err != nil {
				return err
			}
		}
	}
}

// next is the next token; io.EOF at the end.
func (w *walker) next() (xml.Token, error) {
	token, err := w.d.Token()
	switch {
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case err != nil:
		return nil, &source.Refusal{Reason: source.Damaged, Err: err}
	}
	if w.file.tokens--; w.file.tokens < 0 {
		return nil, &source.Refusal{Reason: source.TooLong}
	}
	switch token.(type) {
	case xml.Directive: // a document type, which only tricks with entities have
		return nil, &source.Refusal{Reason: source.Damaged}
	case xml.StartElement:
		if w.depth++; w.depth > source.MaxDepth {
			return nil, &source.Refusal{Reason: source.TooDeep}
		}
	case xml.EndElement:
		w.depth--
	}
	return token, nil
}

// text reads to the end of the element that has just begun: its text, without what
// says how it is pronounced (18.4.6). What looks as the cell does is of the cell's look.
func (w *walker) text(cell source.Look) (source.Text, error) {
	var text source.Text
	outside, spoken := w.depth-1, 0 // depths: behind the element, of the pronunciation
	seen, inText := cell, false
	for {
		token, err := w.next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil, &source.Refusal{Reason: source.Damaged}
			}
			return nil, err
		}
		switch v := token.(type) {
		case xml.StartElement:
			switch v.Name.Local {
			case "rPh":
				if spoken == 0 {
					spoken = w.depth
				}
			case "r":
				seen = cell
			case "rPr": // over that of the cell
				seen = source.Plain
			default:
				seen = over(seen, v)
			}
			inText = v.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if w.depth < spoken {
				spoken = 0
			}
			if w.depth == outside {
				return text, nil
			}
		case xml.CharData:
			if spoken == 0 && inText {
				text.Add(string(v), seen)
			}
		}
	}
}

// over is a look with one more property of a font (18.8.22).
func over(seen source.Look, property xml.StartElement) source.Look {
	switch property.Name.Local {
	case "strike":
		if v := attr(property, "val"); v == "" || isTrue(v) {
			return source.Struck
		}
	case "vertAlign":
		if attr(property, "val") == "superscript" && seen == source.Plain {
			return source.Raised
		}
	}
	return seen
}
