package pdf

import (
	"crypto/sha256"
	"fmt"
	"unicode/utf16"

	"nianbao/export/typeset"
	"nianbao/fonts"
)

// face is a face as the document uses it.
type face struct {
	face   *fonts.Face
	subset *fonts.Subset
	number int          // /F1, /F2 … by the order of first use
	glyphs glyphNumbers // of the subset
}

// glyphNumbers maps characters to the numbers of their glyphs, block by block of
// 256: every character of a document is looked up in it.
type glyphNumbers struct{ blocks []*[256]uint16 }

// of is the number of a character's glyph, 0 without any.
func (n *glyphNumbers) of(r rune) uint16 {
	if block := int(r >> 8); block < len(n.blocks) && n.blocks[block] != nil {
		return n.blocks[block][r&0xFF]
	}
	return 0
}

func (n *glyphNumbers) set(r rune, glyph uint16) {
	block := int(r >> 8)
	if missing := block + 1 - len(n.blocks); missing > 0 {
		n.blocks = append(n.blocks, make([]*[256]uint16, missing)...)
	}
	if n.blocks[block] == nil {
		n.blocks[block] = new([256]uint16)
	}
	n.blocks[block][r&0xFF] = glyph
}

// facesOf cuts the faces that the document uses down to the characters it uses,
// in the order of their first use.
func facesOf(d *typeset.Document) []face {
	var faces []face
	for i, used := range d.Faces() {
		f := face{face: used.Face, subset: used.Face.Cut(used.Runes), number: i + 1}
		for g, r := range f.subset.Runes() {
			f.glyphs.set(r, uint16(g+1))
		}
		faces = append(faces, f)
	}
	return faces
}

// name is the name of a subset in PDF: six letters that stand for its
// characters, and the name of the face (9.6.4).
func (f face) name() string {
	sum := sha256.Sum256([]byte(f.face.Name() + string(f.subset.Runes())))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag) + "+" + f.face.Name()
}

// writeFaces writes the fonts: each as a composite font (9.7) whose codes are the
// glyph numbers of our subset, in which gopdf has set the text.
func (w *writer) writeFaces(faces []face) []ref {
	var refs []ref
	for _, f := range faces {
		font, descendant, descriptor, program, unicode := w.reserve(), w.reserve(), w.reserve(), w.reserve(), w.reserve()
		refs = append(refs, font)
		name := f.name()
		w.put(font, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%v]/ToUnicode %v>>",
			name, descendant, unicode)
		w.put(descendant, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"+
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %v/CIDToGIDMap/Identity/DW %d",
			name, descriptor, defaultWidth)
		w.widths(f.subset)
		m := f.face.Measures()
		const symbolic = 4
		// StemV is a guess from the weight; readers use it only to imitate a
		// face that is not embedded.
		w.put(descriptor, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0"+
			"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %v>>",
			name, symbolic, m.Left, m.Bottom, m.Right, m.Top, m.Ascent, m.Descent, m.CapHeight, m.Weight/5, program)
		data := f.subset.Program()
		w.stream(program, fmt.Sprintf("/Length1 %d", len(data)), data)
		w.stream(unicode, "", toUnicode(f.subset.Runes()))
	}
	return refs
}

const defaultWidth = 1000 // of a Chinese character

// widths ends a CIDFont with the widths of the glyphs that are not full-width
// (9.7.4.3).
func (w *writer) widths(s *fonts.Subset) {
	w.more("/W[")
	open := false
	for g := range s.Glyphs() {
		advance := s.Advance(g)
		if advance == defaultWidth {
			if open {
				w.more("]")
			}
			open = false
			continue
		}
		if !open {
			w.more("%d[", g)
		}
		open = true
		w.more("%d ", advance)
	}
	if open {
		w.more("]")
	}
	w.more("]>>")
}

// maxMapped is the most entries that a block of a CMap may have.
const maxMapped = 100

// toUnicode is the ToUnicode CMap (9.10.3). It tells readers which character each
// glyph is, in UTF-16 so that it is right beyond the BMP too.
func toUnicode(runes []rune) []byte {
	out := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 0; from < len(runes); from += maxMapped {
		block := runes[from:min(from+maxMapped, len(runes))]
		out = fmt.Appendf(out, "%d beginbfchar\n", len(block))
		for i, r := range block {
			out = fmt.Appendf(out, "<%04X><", from+i+1)
			for _, u := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
