package ofdtext

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"nianbao/model/intake/source"
)

// read reads a part as a tree of elements. The error is a *source.Refusal.
func (f *file) read(name string) (*node, error) {
	data, err := f.parcel.Part(name)
	if err != nil {
		return nil, err //nolint:wrapcheck // a refusal
	}
	if data == nil {
		return nil, &source.Refusal{Reason: source.Damaged}
	}
	root := &node{}
	open := []*node{root}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &source.Refusal{Reason: source.Damaged, Err: err}
		}
		if f.tokens--; f.tokens < 0 {
			return nil, &source.Refusal{Reason: source.TooLong}
		}
		last := open[len(open)-1]
		switch v := token.(type) {
		case xml.Directive: // a document type, which only tricks with entities have
			return nil, &source.Refusal{Reason: source.Damaged}
		case xml.StartElement:
			if len(open) > source.MaxDepth {
				return nil, &source.Refusal{Reason: source.TooDeep}
			}
			e := &node{name: v.Name.Local, attributes: v.Attr}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.chars = append(last.chars, v...)
		}
	}
	if len(root.children) == 0 {
		return nil, &source.Refusal{Reason: source.Damaged}
	}
	return root.children[0], nil
}
