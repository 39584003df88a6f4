package ofdtext

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model/intake/pdftext"
)

// point is a millimetre in points.
const point = 72 / 25.4

// matrix maps what an object draws to the page, in millimetres: x' = ax + cy + e,
// y' = bx + dy + f.
type matrix [6]float64

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// page reads what a page shows (7.7), and the pages that it lies on. The paper is
// the document's where the page has none of its own.
func (f *file) page(part, paper string) error {
	root, err := f.read(part)
	if err != nil {
		return err
	}
	box := numbers(root.find("Area", "PhysicalBox").text(), 4)
	if box == nil {
		box = numbers(paper, 4)
	}
	if box == nil || box[2] < 1 || box[3] < 1 {
		box = []float64{0, 0, 210, 297} // A4
	}
	s := &sheet{left: box[0], top: box[1], page: pdftext.Page{Width: box[2] * point, Height: box[3] * point}}
	for _, t := range root.all("Template") {
		part := f.templates[t.attr("TemplateID")]
		if part == "" {
			continue
		}
		under, err := f.read(part)
		if err != nil {
			return err
		}
		s.layers(under)
	}
	s.layers(root)
	f.pages = append(f.pages, s.page)
	return nil
}

// sheet collects what a page shows.
type sheet struct {
	left, top float64 // of the paper, in millimetres
	page      pdftext.Page
}

func (s *sheet) layers(page *node) {
	for _, l := range page.find("Content").all("Layer") {
		s.block(l)
	}
}

// block goes through the objects of a layer, and of the blocks in it. How deep they
// lie within each other is bounded for the part.
func (s *sheet) block(b *node) {
	for _, o := range b.children {
		switch o.name {
		case "PageBlock":
			s.block(o)
		case "TextObject":
			s.text(o)
		case "PathObject":
			s.path(o)
		case "ImageObject", "CompositeObject":
			s.page.Pictures++
		}
	}
}

// place maps what an object draws to the page (8.5); false for one that has no
// place.
func (s *sheet) place(o *node) (matrix, bool) {
	box := numbers(o.attr("Boundary"), 4)
	if box == nil {
		return matrix{}, false
	}
	m := matrix{1, 0, 0, 1, 0, 0}
	if ctm := numbers(o.attr("CTM"), 6); ctm != nil {
		m = matrix(ctm)
	}
	m[4] += box[0] - s.left
	m[5] += box[1] - s.top
	return m, true
}

// hidden reports whether an object leaves no ink.
func hidden(o *node) bool {
	fill := o.find("FillColor")
	return o.attr("Visible") == "false" || o.attr("Alpha") == "0" || fill.attr("Alpha") == "0" ||
		o.attr("Fill") == "false" && o.attr("Stroke") != "true"
}

// text reads a text object (11.2): characters with the distances between them.
func (s *sheet) text(o *node) {
	m, ok := s.place(o)
	size, err := strconv.ParseFloat(o.attr("Size"), 64)
	if !ok || err != nil || !(size > 0) || !(math.Abs(size) < far) {
		return
	}
	stretch := 1.0
	if h := numbers(o.attr("HScale"), 1); h != nil {
		stretch = h[0]
	}
	along, down := m[0], m[1]
	scale := math.Hypot(along, down)
	if !(scale > 0) || !(scale < far) {
		return
	}
	unseen := hidden(o)
	var x, y float64
	for _, code := range o.all("TextCode") {
		if v := numbers(code.attr("X"), 1); v != nil {
			x = v[0]
		}
		if v := numbers(code.attr("Y"), 1); v != nil {
			y = v[0]
		}
		n := utf8.RuneCount(code.chars)
		right, below := distances(code.attr("DeltaX"), n), distances(code.attr("DeltaY"), n)
		i, blank := 0, false
		for _, r := range string(code.chars) {
			step := advance(r) * size * stretch
			width := step
			if i < len(right) {
				step = right[i]
				if most := 1.1 * size * stretch; step < most { // it stands close to the next
					width = step
				}
			} else if len(below) > 0 {
				step = 0
			}
			if r == ' ' || r == '\u3000' || r == '\n' || r == '\t' {
				blank = true
			} else {
				px, py := m.at(x, y)
				s.page.Glyphs = append(s.page.Glyphs, pdftext.Glyph{
					Text: string(r), X: px * point, Y: py * point, Width: width * scale * point, Size: size * scale * point,
					Along: along / scale, Down: down / scale, Blank: blank, Hidden: unseen,
				})
				blank = false
			}
			x += step
			if i < len(below) {
				y += below[i]
			}
			i++
		}
	}
}

// far is beyond every page, in millimetres.
const far = 1e5

// advance guesses how wide a character is, in ems, where no distance to the next
// is said.
func advance(r rune) float64 {
	switch {
	case r >= 0x2E80:
		return 1
	case strings.ContainsRune("MW@%mw—…", r):
		return 0.85
	case strings.ContainsRune("iljtfI.,;:'!|()[] ", r):
		return 0.3
	case r >= 'A' && r <= 'Z':
		return 0.65
	}
	return 0.5
}

// distances reads the distances between characters (11.3): numbers, or “g n v” for
// n times v. There are no more of them than characters.
func distances(text string, most int) []float64 {
	var all []float64
	fields := strings.Fields(text)
	for i := 0; i < len(fields) && len(all) < most; i++ {
		times := 1
		if fields[i] == "g" && i+2 < len(fields) {
			n, err := strconv.Atoi(fields[i+1])
			if err != nil {
				return all
			}
			times, i = n, i+2
		}
		v, err := strconv.ParseFloat(fields[i], 64)
		if err != nil || !(math.Abs(v) < far) {
			return all
		}
		for ; times > 0 && len(all) < most; times-- {
			all = append(all, v)
		}
	}
	return all
}

// path reads the straight lines of a path (9.2), and the shapes so thin that they
// are lines.
func (s *sheet) path(o *node) {
	m, ok := s.place(o)
	stroke, fill := o.attr("Stroke") != "false", o.attr("Fill") == "true"
	if !ok || o.attr("Visible") == "false" || o.attr("Alpha") == "0" {
		return
	}
	var pieces [][][2]float64
	fields := strings.Fields(o.find("AbbreviatedData").text())
	curved := false
	for i := 0; i < len(fields); {
		operator, operands := fields[i], arguments(fields[i])
		v := numbers(strings.Join(fields[i+1:min(len(fields), i+1+operands)], " "), operands)
		i += 1 + operands
		switch {
		case operator == "C" && len(pieces) > 0:
			last := &pieces[len(pieces)-1]
			*last = append(*last, (*last)[0])
		case v == nil || operands == 0: // not an operator
		case operator == "M" || operator == "S":
			x, y := m.at(v[0], v[1])
			pieces = append(pieces, [][2]float64{{x, y}})
		case len(pieces) == 0:
		default:
			curved = curved || operator != "L"
			x, y := m.at(v[operands-2], v[operands-1])
			pieces[len(pieces)-1] = append(pieces[len(pieces)-1], [2]float64{x, y})
		}
	}
	if curved {
		s.page.Pictures++
		return
	}
	for _, p := range pieces {
		if stroke {
			for i := 1; i < len(p); i++ {
				s.line(p[i-1], p[i])
			}
		} else if fill {
			s.bar(p)
		}
	}
}

// arguments is how many numbers follow an operator of a path (table 36).
func arguments(operator string) int {
	switch operator {
	case "M", "S", "L":
		return 2
	case "Q":
		return 4
	case "B":
		return 6
	case "A":
		return 7
	}
	return 0
}

func (s *sheet) line(from, to [2]float64) {
	s.page.Strokes = append(s.page.Strokes, [4]float64{from[0] * point, from[1] * point, to[0] * point, to[1] * point})
}

// bar adds a filled shape, which is a line if it is thin.
func (s *sheet) bar(p [][2]float64) {
	low, high := p[0], p[0]
	for _, c := range p {
		low = [2]float64{min(low[0], c[0]), min(low[1], c[1])}
		high = [2]float64{max(high[0], c[0]), max(high[1], c[1])}
	}
	s.page.Bars = append(s.page.Bars, [4]float64{low[0] * point, low[1] * point, high[0] * point, high[1] * point})
}

// numbers reads an array of so many numbers; nil for anything else.
func numbers(text string, n int) []float64 {
	fields := strings.Fields(text)
	if len(fields) != n {
		return nil
	}
	all := make([]float64, n)
	for i, field := range fields {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil || !(math.Abs(v) < far) {
			return nil
		}
		all[i] = v
	}
	return all
}
