package pdftext

import (
	"bytes"
	"errors"

	"nianbao/model/intake/source"
)

// sheet is a page as it looks: glyphs and lines with their places, in points
// from the upper left corner.
type sheet struct {
	width, height float64
	glyphs        []glyph
	rules         []rule
	unknown       int // glyphs whose text is not known
	drawn         int // pictures, and shapes that are no lines
}

// glyph is a character on a page.
type glyph struct {
	text   string
	at     point // where it begins on its baseline
	width  float64
	size   float64
	dx, dy float64 // the way its line runs, of length 1
	blank  bool    // a space stands before it
	site   bool    // the file says that it is none of the document
	look   source.Look
}

// unknownText stands for a glyph whose text is not known.
const unknownText = "〓"

// reader interprets the content streams of pages.
type reader struct {
	file  *file
	fonts map[any]*font // by reference, where there is one
	sheet *sheet
	depth int // forms within each other
}

func newReader(f *file) *reader { return &reader{file: f, fonts: map[any]*font{}} }

// page interprets a page. It fails when part of its contents cannot be decoded.
func (r *reader) page(p pageObject) (*sheet, error) {
	f := r.file
	box := make([]float64, 4)
	for i := range box {
		if i < len(p.box) {
			box[i] = f.number(p.box[i], 0)
		}
	}
	left, bottom, right, top := min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
	if right-left < 1 || top-bottom < 1 {
		left, bottom, right, top = 0, 0, 595, 842
	}
	r.sheet = &sheet{width: right - left, height: top - bottom}
	turn := matrix{1, 0, 0, -1, -left, top}
	switch p.turned {
	case 90:
		turn = matrix{0, 1, 1, 0, -bottom, -left}
	case 180:
		turn = matrix{-1, 0, 0, 1, right, -bottom}
	case 270:
		turn = matrix{0, -1, -1, 0, top, right}
	}
	if p.turned%180 == 90 {
		r.sheet.width, r.sheet.height = r.sheet.height, r.sheet.width
	}
	content, err := f.pageContent(p.dict)
	if err != nil {
		return nil, &source.Refusal{Reason: source.Damaged, Err: err}
	}
	r.run(content, p.resources, turn)
	return r.sheet, nil
}

// errContent: a page's contents are not in the file.
var errContent = errors.New("no contents")

// pageContent is the content of a page (7.8.2), its streams joined.
func (f *file) pageContent(page dict) ([]byte, error) {
	var content []byte
	v, said := page["Contents"]
	parts := f.arrayOf(v)
	if said && parts == nil {
		return nil, errContent
	}
	for _, part := range parts {
		s := f.stream(part)
		if s == nil {
			return nil, errContent
		}
		data, err := f.content(s)
		if err != nil {
			return nil, err
		}
		if !f.budget.spend(&f.budget.bytes, len(data), source.Bomb) {
			return nil, f.budget.refusal
		}
		content = append(append(content, data...), '\n')
	}
	return content, nil
}

// state is the graphics state with the text state in it (8.4, 9.3): q saves it and
// Q restores it.
type state struct {
	matrix                        matrix // the current transformation matrix
	font                          *font
	size, character, word, height float64 // font size; character, word spacing; leading
	stretch, rise                 float64 // horizontal scaling, text rise
	unseen                        bool    // text is shown without ink
}

// mark is a marked-content sequence (14.6).
type mark struct {
	site   bool
	actual string // what its glyphs mean together
	said   bool
}

// maxActual is the length, in bytes, of a text that stands in for glyphs. A
// longer one is that of a line, which is better read from its glyphs.
const maxActual = 12

// machine interprets one content stream.
type machine struct {
	*reader
	resources  dict
	state      state
	kept       []state
	text, line matrix // the text matrix and the text line matrix (9.4.2)
	path       path
	marks      []mark
	blank      bool // a space was shown
}

const maxKept = 512 // states within each other

func (r *reader) run(data []byte, resources dict, m matrix) {
	x := &machine{reader: r, resources: resources, state: state{matrix: m, stretch: 1}, text: unity(), line: unity()}
	l := &lexer{data: data, budget: r.file.budget}
	var operands array
	for {
		switch v := l.next().(type) {
		case end:
			return
		case word:
			if !r.file.budget.step(1) {
				return
			}
			if v == "BI" {
				x.sheet.drawn++
				skipPicture(l)
			} else {
				x.operator(v, operands)
			}
			operands = operands[:0]
		default:
			if operands = append(operands, v); len(operands) > maxOperands {
				operands = operands[1:]
			}
		}
	}
}

const maxOperands = 64

// skipPicture passes an inline image (8.9.7).
func skipPicture(l *lexer) {
	for {
		switch l.next() {
		case end{}:
			return
		case word("ID"):
			for l.at < len(l.data) {
				i := bytes.Index(l.data[l.at:], []byte("EI"))
				if i < 0 {
					l.at = len(l.data)
					return
				}
				before := l.at + i - 1
				l.at += i + 2
				if isSpace(l.data[before]) && (l.at == len(l.data) || isSpace(l.data[l.at])) {
					return
				}
			}
			return
		}
	}
}

// numbers are the last n operands; those that are missing are 0.
func numbers(operands array, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		if at := len(operands) - n + i; at >= 0 {
			out[i], _ = operands[at].(float64)
		}
	}
	return out
}

// operator carries out an operator; those of text and paths have functions of
// their own.
func (x *machine) operator(w word, operands array) {
	switch w {
	case "q":
		if len(x.kept) < maxKept {
			x.kept = append(x.kept, x.state)
		}
	case "Q":
		if n := len(x.kept); n > 0 {
			x.state, x.kept = x.kept[n-1], x.kept[:n-1]
		}
	case "cm":
		n := numbers(operands, 6)
		x.state.matrix = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}.times(x.state.matrix)
	case "Do":
		x.drawXObject(operands)
	case "sh":
		x.sheet.drawn++
	case "BMC", "BDC":
		x.beginMarked(operands)
	case "EMC":
		x.marks = x.marks[:max(0, len(x.marks)-1)]
	default:
		if !x.textOperator(w, operands) {
			x.pathOperator(w, operands)
		}
	}
}

// beginMarked opens a marked-content sequence (14.6).
func (x *machine) beginMarked(operands array) {
	if len(operands) == 0 || len(x.marks) >= maxKept {
		return
	}
	m := mark{site: operands[0] == name("Artifact")}
	if n := len(x.marks); n > 0 {
		m.site = m.site || x.marks[n-1].site
	}
	if len(operands) > 1 {
		with, _ := operands[1].(dict)
		if n, isName := operands[1].(name); isName {
			with = x.file.dict(x.file.dict(x.resources["Properties"])[n])
		}
		if actual := x.file.string(with["ActualText"]); len(actual) <= maxActual {
			m.actual = textString(actual)
		}
	}
	x.marks = append(x.marks, m)
}

// drawXObject draws an external object (8.8): a form or a picture.
func (x *machine) drawXObject(operands array) {
	if len(operands) == 0 {
		return
	}
	n, _ := operands[len(operands)-1].(name)
	s := x.file.stream(x.file.dict(x.resources["XObject"])[n])
	if s == nil {
		return
	}
	if x.file.name(s.dict["Subtype"]) != "Form" {
		x.sheet.drawn++
		return
	}
	if x.depth >= maxNesting {
		x.file.budget.refuse(source.TooDeep)
		return
	}
	data, err := x.file.content(s)
	if err != nil {
		x.file.budget.refuse(source.Damaged)
		return
	}
	resources := x.file.dict(s.dict["Resources"])
	if resources == nil {
		resources = x.resources
	}
	m := unity()
	if a := x.file.array(s.dict["Matrix"]); len(a) == 6 {
		n := make([]float64, 6)
		for i := range n {
			n[i] = x.file.number(a[i], 0)
		}
		m = matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
	}
	x.depth++
	x.run(data, resources, m.times(x.state.matrix))
	x.depth--
}
