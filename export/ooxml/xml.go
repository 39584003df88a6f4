// Package ooxml packs the parts of a Word document or a workbook (Office Open XML,
// ISO/IEC 29500-2): what they are to each other, what the document says of itself.
// What stands in the parts is for those who write them.
package ooxml

import (
	"bytes"
	"encoding/xml"
)

// Part is an XML part of the package being written.
type Part struct {
	bytes.Buffer
	open []string // elements that are not closed yet
}

// NewPart begins a part with its outermost element and that one's attributes, as
// names and values in turn.
func NewPart(name string, attributes ...string) *Part {
	p := &Part{}
	p.WriteString(xml.Header)
	p.Begin(name, attributes...)
	return p
}

// Begin opens an element.
func (p *Part) Begin(name string, attributes ...string) {
	p.tag(name, attributes)
	p.WriteByte('>')
	p.open = append(p.open, name)
}

// End closes the elements opened last.
func (p *Part) End(elements int) {
	for range elements {
		last := len(p.open) - 1
		p.WriteString("</" + p.open[last] + ">")
		p.open = p.open[:last]
	}
}

// Empty writes an element without content.
func (p *Part) Empty(name string, attributes ...string) {
	p.tag(name, attributes)
	p.WriteString("/>")
}

// Leaf writes an element with text in it.
func (p *Part) Leaf(name, text string, attributes ...string) {
	p.Begin(name, attributes...)
	p.Text(text)
	p.End(1)
}

func (p *Part) tag(name string, attributes []string) {
	p.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.WriteString(" " + attributes[i] + `="`)
		p.Text(attributes[i+1])
		p.WriteByte('"')
	}
}

// Text writes characters; what XML cannot hold becomes U+FFFD.
func (p *Part) Text(s string) {
	_ = xml.EscapeText(p, []byte(s)) // a buffer takes everything
}

// Finish closes all that is open.
func (p *Part) Finish() []byte {
	p.End(len(p.open))
	return p.Bytes()
}
