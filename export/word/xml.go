package word

import (
	"bytes"
	"encoding/xml"
)

// part is an XML part of the package being written.
type part struct {
	bytes.Buffer
	open []string // elements that are not closed yet
}

// newPart begins a part with its outermost element and that one's attributes, as
// names and values in turn.
func newPart(name string, attributes ...string) *part {
	p := &part{}
	p.WriteString(xml.Header)
	p.begin(name, attributes...)
	return p
}

// begin opens an element.
func (p *part) begin(name string, attributes ...string) {
	p.tag(name, attributes)
	p.WriteByte('>')
	p.open = append(p.open, name)
}

// end closes the elements opened last.
func (p *part) end(elements int) {
	for range elements {
		last := len(p.open) - 1
		p.WriteString("</" + p.open[last] + ">")
		p.open = p.open[:last]
	}
}

// empty writes an element without content.
func (p *part) empty(name string, attributes ...string) {
	p.tag(name, attributes)
	p.WriteString("/>")
}

// value writes an element that is a value: most properties are one.
func (p *part) value(name, value string) { p.empty(name, "w:val", value) }

// leaf writes an element with text in it.
func (p *part) leaf(name, text string, attributes ...string) {
	p.begin(name, attributes...)
	p.text(text)
	p.end(1)
}

func (p *part) tag(name string, attributes []string) {
	p.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.WriteString(" " + attributes[i] + `="`)
		p.text(attributes[i+1])
		p.WriteByte('"')
	}
}

// text writes characters; what XML cannot hold becomes U+FFFD.
func (p *part) text(s string) {
	_ = xml.EscapeText(p, []byte(s)) // a buffer takes everything
}

// finish closes all that is open.
func (p *part) finish() []byte {
	p.end(len(p.open))
	return p.Bytes()
}
