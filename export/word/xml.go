package word

import "nianbao/export/ooxml"

// part is a part of the document being written.
type part struct{ *ooxml.Part }

// newPart begins a part with its outermost element and that one's attributes.
func newPart(name string, attributes ...string) *part {
	return &part{ooxml.NewPart(name, attributes...)}
}

// value writes an element that is a value: most properties are one.
func (p *part) value(name, value string) { p.Empty(name, "w:val", value) }
