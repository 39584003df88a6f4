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
// says how it is pronounced (18.4.6).
func (w *walker) text() (string, error) {
	var text []byte
	outside, spoken := w.depth-1, 0 // depths: behind the element, of the pronunciation
	inText := false
	for {
		token, err := w.next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				return "", &source.Refusal{Reason: source.Damaged}
			}
			return "", err
		}
		switch v := token.(type) {
		case xml.StartElement:
			if v.Name.Local == "rPh" && spoken == 0 {
				spoken = w.depth
			}
			inText = v.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if w.depth < spoken {
				spoken = 0
			}
			if w.depth == outside {
				return string(text), nil
			}
		case xml.CharData:
			if spoken == 0 && inText {
				text = append(text, v...)
			}
		}
	}
}
