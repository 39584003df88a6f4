package pdf

import (
	"bytes"
	"fmt"

	"nianbao/export/typeset"
)

// tag puts the marks of the structure into a page's content: each stretch of
// texts of one element becomes marked content, numbered from 0, and all else an
// artifact. It returns the elements that the numbers stand for.
//
// gopdf writes line by line: a text is BT … ET, a rule is q … Q, a turned text
// is a q followed by its matrix on lines that begin with a blank.
func tag(content []byte, page typeset.Page, elements []typeset.Element) (tagged []byte, marks []int, err error) {
	t := tagger{elements: elements, out: make([]byte, 0, len(content)+len(content)/8), open: closed}
	texts := [][]typeset.Text{page.Under, page.Texts}
	next := 0
	for len(content) > 0 {
		line, rest, _ := bytes.Cut(content, newline)
		content = rest
		switch {
		case bytes.Equal(line, beginText):
			for len(texts) > 0 && next == len(texts[0]) {
				texts, next = texts[1:], 0
			}
			if len(texts) == 0 {
				return nil, nil, fmt.Errorf("%w: more texts than were set", errShape)
			}
			t.begin(texts[0][next].Element)
			next++
		case bytes.Equal(line, saveState) && bytes.HasPrefix(rest, blank):
			t.end() // a turned text: marks must not begin outside its q … Q and end within
		case bytes.Equal(line, saveState):
			t.begin(0)
		case bytes.Equal(line, restoreState) && bytes.HasSuffix(t.out, endText):
			t.end()
		}
		t.out = append(append(t.out, line...), '\n')
	}
	t.end()
	for len(texts) > 0 && next == len(texts[0]) {
		texts, next = texts[1:], 0
	}
	if len(texts) > 0 {
		return nil, nil, fmt.Errorf("%w: fewer texts than were set", errShape)
	}
	return t.out, t.marks, nil
}

var (
	newline      = []byte("\n")
	blank        = []byte(" ")
	beginText    = []byte("BT")
	endText      = []byte("ET\n")
	saveState    = []byte("q")
	restoreState = []byte("Q")
)

// closed: no marked content is open.
const closed = -1

type tagger struct {
	elements []typeset.Element
	out      []byte
	open     int   // the element of the open marks; 0 is an artifact
	marks    []int // the elements that were opened
}

// begin opens marks for an element unless they are open.
func (t *tagger) begin(element int) {
	if element == t.open {
		return
	}
	t.end()
	t.open = element
	if element == 0 {
		t.out = append(t.out, "/Artifact BMC\n"...)
		return
	}
	t.out = fmt.Appendf(t.out, "/%s<</MCID %d>>BDC\n", elementTypes[t.elements[element].Kind], len(t.marks))
	t.marks = append(t.marks, element)
}

func (t *tagger) end() {
	if t.open != closed {
		t.out = append(t.out, "EMC\n"...)
		t.open = closed
	}
}
