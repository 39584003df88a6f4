package sheet

import (
	"cmp"
	"slices"
	"strconv"

	"nianbao/export/ooxml"
	"nianbao/fonts"
)

// face is a face and its size as a cell uses it.
type face int

const (
	faceUsual  face = iota // the first is that of cells without a style
	faceTitle              // 题目
	faceHei                // 一、
	faceKai                // （一）
	faceFang               // 正文
	faceSigned             // 落款
	faceTable              // wordings and figures of tables, in the sizes that fit
)

// faces have the sizes of paper, of text a step smaller: a row can only be so high.
var faces = [...]struct {
	role fonts.Role
	size float64 // points
}{
	{fonts.Song, 11}, {fonts.Title, 22}, {fonts.Hei, 16}, {fonts.Kai, 14}, {fonts.Fang, 14}, {fonts.Fang, 14}, {fonts.Song, 10},
}

// look is how a cell looks, and whether it may be changed.
type look struct {
	face    face
	size    float64 // points, other than usual; 0 for the usual one
	across  string  // horizontal alignment; empty for the left
	wrap    bool
	upright bool // one character a line
	boxed   bool // ruled around
	open    bool // may be filled in
	format  int  // of numbers
}

// Formats of numbers: those built in, and our own (18.8.30).
const (
	formatGeneral = 0
	formatWhole   = 1
	formatText    = 49 // as typed
	formatChange  = 164
)

// looks are the looks that the cells have, in the order of their first use.
type looks struct{ all []look }

func newLooks() *looks { return &looks{all: []look{{}}} }

// index is the number of a look.
func (l *looks) index(of look) int {
	i := slices.Index(l.all, of)
	if i < 0 {
		i = len(l.all)
		l.all = append(l.all, of)
	}
	return i
}

// font is a face in a size.
type font struct {
	face face
	size float64 // 0 for the usual one
}

func (f font) points() float64 { return cmp.Or(f.size, faces[f.face].size) }

// fonts lists the fonts of the looks, those of the named styles first.
func (l *looks) fonts() []font {
	var all []font
	for _, s := range cellStyles {
		all = append(all, font{face: s.face})
	}
	for _, look := range l.all {
		if f := (font{look.face, look.size}); !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}

// part is the part that describes the looks (18.8).
func (l *looks) part() []byte {
	p := ooxml.NewPart("styleSheet", "xmlns", mainSpace)
	p.Begin("numFmts", "count", "1")
	p.Empty("numFmt", "numFmtId", strconv.Itoa(formatChange), "formatCode", "+0;-0;0")
	p.End(1)
	used := l.fonts()
	p.Begin("fonts", "count", strconv.Itoa(len(used)))
	for _, f := range used {
		p.Begin("font")
		p.Empty("sz", "val", points(f.points()))
		p.Empty("name", "val", faces[f.face].role.Installed())
		p.Empty("charset", "val", "134") // GB 2312
		p.End(1)
	}
	p.End(1)
	p.Begin("fills", "count", "2")
	for _, pattern := range []string{"none", "gray125"} { // both have to be there
		p.Begin("fill")
		p.Empty("patternFill", "patternType", pattern)
		p.End(1)
	}
	p.End(1)
	p.Begin("borders", "count", "2")
	for _, style := range []string{"", "thin"} {
		p.Begin("border")
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if style == "" {
				p.Empty(side)
				continue
			}
			p.Begin(side, "style", style)
			p.Empty("color", "auto", "1")
			p.End(1)
		}
		p.Empty("diagonal")
		p.End(1)
	}
	p.End(1)
	p.Begin("cellStyleXfs", "count", strconv.Itoa(len(cellStyles)))
	for _, s := range cellStyles {
		p.Empty("xf", "numFmtId", "0", "fontId", strconv.Itoa(slices.Index(used, font{face: s.face})), "fillId", "0", "borderId", "0")
	}
	p.End(1)
	p.Begin("cellXfs", "count", strconv.Itoa(len(l.all)))
	for _, look := range l.all {
		writeLook(p, look, slices.Index(used, font{look.face, look.size}))
	}
	p.End(1)
	p.Begin("cellStyles", "count", strconv.Itoa(len(cellStyles)))
	for i, s := range cellStyles {
		p.Empty("cellStyle", "name", s.name, "xfId", strconv.Itoa(i), "builtinId", s.builtIn)
	}
	return p.Finish()
}

// cellStyles are the styles with a name that tell what a cell is: headings, so that
// they can be told again however long they are.
var cellStyles = [...]struct {
	name, builtIn string
	face          face
}{{"Normal", "0", faceUsual}, {"Heading 1", "16", faceHei}, {"Heading 2", "17", faceKai}}

// style is the number of the style that a face is for.
func (f face) style() string {
	for i, s := range cellStyles {
		if s.face == f {
			return strconv.Itoa(i)
		}
	}
	return "0"
}

func writeLook(p *ooxml.Part, l look, font int) {
	border := "0"
	if l.boxed {
		border = "1"
	}
	p.Begin("xf", "numFmtId", strconv.Itoa(l.format), "fontId", strconv.Itoa(font), "fillId", "0", "borderId", border, "xfId", l.face.style(),
		"applyNumberFormat", "1", "applyFont", "1", "applyBorder", "1", "applyAlignment", "1", "applyProtection", "1")
	alignment := []string{"vertical", "center"}
	if l.across != "" {
		alignment = append([]string{"horizontal", l.across}, alignment...)
	}
	if l.upright {
		const stacked = "255"
		alignment = append(alignment, "textRotation", stacked)
	}
	if l.wrap {
		alignment = append(alignment, "wrapText", "1")
	}
	p.Empty("alignment", alignment...)
	locked := "1"
	if l.open {
		locked = "0"
	}
	p.Empty("protection", "locked", locked)
	p.End(1)
}
