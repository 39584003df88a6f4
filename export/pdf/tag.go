package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// tag puts the marks of the structure into a page's content: each stretch of
// texts of one element becomes marked content, numbered from 0, and all else an
// artifact. It puts in the face and the glyphs of each text, for which a stand-in
// was set. It returns the elements that the numbers stand for.
//
// gopdf writes line by line: a text is BT … ET, a rule is q … Q, a turned text
// is a q followed by its matrix on lines that begin with a blank.
func tag(content []byte, page typeset.Page, elements []typeset.Element, faces map[*fonts.Face]face) (tagged []byte, marks []int, err error) {
	t := tagger{elements: elements, out: make([]byte, 0, len(content)+len(content)/8), open: closed}
	texts := [][]typeset.Text{page.Under, page.Texts}
	next := 0
	var current typeset.Text
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
			current = texts[0][next]
			next++
		case bytes.HasPrefix(line, standInFace):
			t.out = append(strconv.AppendInt(append(t.out, "/F"...), int64(faces[current.Face].number), 10), ' ')
			line = line[len(standInFace):]
		case bytes.Equal(line, standIn):
			t.out = appendGlyphs(t.out, current.String, faces[current.Face].glyphs)
			continue
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
	standInFace  = []byte("/F1 ")
	standIn      = []byte("[<0001>] TJ")
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
	t.out = append(append(append(t.out, '/'), elementTypes[t.elements[element].Kind]...), "<</MCID "...)
	t.out = append(strconv.AppendInt(t.out, int64(len(t.marks)), 10), ">>BDC\n"...)
	t.marks = append(t.marks, element)
}

func (t *tagger) end() {
	if t.open != closed {
		t.out = append(t.out, "EMC\n"...)
		t.open = closed
	}
}

// appendGlyphs shows a text by the numbers of its glyphs.
func appendGlyphs(out []byte, text string, glyphs map[rune]uint16) []byte {
	const digits = "0123456789ABCDEF"
	out = append(out, "[<"...)
	for _, r := range text {
		if g, ok := glyphs[r]; ok {
			out = append(out, digits[g>>12], digits[g>>8&15], digits[g>>4&15], digits[g&15])
		}
	}
	return append(out, ">] TJ\n"...)
}
