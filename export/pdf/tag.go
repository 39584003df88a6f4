package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// tag puts the marks of the structure into a page's content: each stretch of
// texts of one element becomes marked content (14.6), numbered from 0, and all else
// an artifact. It puts in the texts and fills, for which stand-ins were set. It appends
// to dst and returns the elements that the numbers stand for.
//
// gopdf writes line by line: a text is BT … ET, a rule or rectangle is q … Q, a turned text
// is a q followed by its matrix on lines that begin with a blank.
func tag(dst, content []byte, page typeset.Page, d *typeset.Document, faces map[*fonts.Face]face) (tagged []byte, marks []int, err error) {
	t := tagger{document: d, faces: faces, out: dst, open: closed}
	under, fills, texts := page.Under, page.Fills, page.Texts
	var line []typeset.Text
	for len(content) > 0 {
		operator, rest, _ := bytes.Cut(content, newline)
		content = rest
		switch {
		case bytes.Equal(operator, beginText):
			from := &texts
			if len(under) > 0 {
				from = &under
			}
			if len(*from) == 0 {
				return nil, nil, fmt.Errorf("%w: more lines of text than were set", errShape)
			}
			n := lineLength(*from)
			line, *from = (*from)[:n], (*from)[n:]
			t.begin(line[0].Element)
		case bytes.HasPrefix(operator, standInFace):
			continue
		case bytes.Equal(operator, standIn):
			t.line(line)
			continue
		case bytes.HasSuffix(operator, fillArea):
			if len(fills) == 0 {
				return nil, nil, fmt.Errorf("%w: more areas than were set", errShape)
			}
			n := typeset.AreaLength(fills)
			t.area(fills[:n])
			fills = fills[n:]
			continue
		case bytes.Equal(operator, saveState) && len(fills) > 0 && bytes.HasSuffix(firstLine(rest), fillArea):
			t.begin(fills[0].Element)
		case bytes.Equal(operator, saveState) && bytes.HasPrefix(rest, blank):
			t.end() // a turned text: marks must not begin outside its q … Q and end within
		case bytes.Equal(operator, saveState):
			t.begin(0)
		case bytes.Equal(operator, restoreState) && bytes.HasSuffix(t.out, endText):
			t.end()
		}
		t.out = append(append(t.out, operator...), '\n')
	}
	t.end()
	if len(under)+len(fills)+len(texts) > 0 {
		return nil, nil, fmt.Errorf("%w: fewer lines of text or areas than were set", errShape)
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
	fillArea     = []byte(" re f")
)

// closed: no marked content is open.
const closed = -1

func firstLine(content []byte) []byte {
	line, _, _ := bytes.Cut(content, newline)
	return line
}

type tagger struct {
	document *typeset.Document
	faces    map[*fonts.Face]face
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
	t.out = append(append(append(t.out, '/'), elementTypes[t.document.Elements[element].Kind]...), "<</MCID "...)
	t.out = append(strconv.AppendInt(t.out, int64(len(t.marks)), 10), ">>BDC\n"...)
	t.marks = append(t.marks, element)
}

func (t *tagger) end() {
	if t.open != closed {
		t.out = append(t.out, "EMC\n"...)
		t.open = closed
	}
}

// line shows the texts of a line, which begins where the first of them does: for
// each its face, size and spacing (9.3) where they change, and its glyphs.
func (t *tagger) line(texts []typeset.Text) {
	for i, text := range texts {
		if i > 0 {
			t.out = appendNumber(t.out, steady(hundredths(text.X)-hundredths(texts[i-1].X)), 2)
			t.out = append(t.out, " 0 Td\n"...)
		}
		f := t.faces[text.Face]
		if i == 0 || text.Face != texts[i-1].Face || steady(text.Size) != steady(texts[i-1].Size) {
			t.out = strconv.AppendInt(append(t.out, "/F"...), int64(f.number), 10)
			t.out = append(appendNumber(append(t.out, ' '), text.Size, 3), " Tf\n"...)
		}
		if i == 0 || steady(text.Space) != steady(texts[i-1].Space) {
			t.out = append(appendNumber(t.out, steady(text.Space), 3), " Tc\n"...)
		}
		t.out = f.appendGlyphs(t.out, text.String)
	}
}

// area fills rectangles as one path (8.5.2.1). Their edges are rounded, not their
// sizes: what meets on paper meets in the file.
func (t *tagger) area(fills []typeset.Fill) {
	height := t.document.Paper.Height
	for _, f := range fills {
		left, lower := hundredths(f.X), hundredths(height-f.Y-f.Height)
		for _, v := range []float64{left, lower, hundredths(f.X+f.Width) - left, hundredths(height-f.Y) - lower} {
			t.out = append(appendNumber(t.out, v, 2), ' ')
		}
		t.out = append(t.out, "re\n"...)
	}
	t.out = append(t.out, "f\n"...)
}

// hundredths rounds a length to hundredths of a point, as gopdf writes it.
func hundredths(length float64) float64 { return math.RoundToEven(steady(length)*100) / 100 }

// appendNumber writes a number with at most so many decimals.
func appendNumber(out []byte, number float64, decimals int) []byte {
	power := math.Pow10(decimals)
	return strconv.AppendFloat(out, math.Round(number*power)/power, 'f', -1, 64)
}

// appendGlyphs shows a text by the numbers of its glyphs.
func (f face) appendGlyphs(out []byte, text string) []byte {
	const digits = "0123456789ABCDEF"
	out = append(out, '<')
	for _, r := range text {
		g := f.glyphs.of(r)
		out = append(out, digits[g>>12], digits[g>>8&15], digits[g>>4&15], digits[g&15])
	}
	return append(out, "> Tj\n"...)
}
