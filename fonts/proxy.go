package fonts

import (
	"encoding/binary"
	"slices"
)

// proxyStart is where the codes of a proxy begin: the private planes.
const proxyStart rune = 0xF0000

// Proxy makes one face without outlines that stands for several subsets, so
// that a program can set text in the glyph numbers of them all while it reads,
// and writes, a single small face. The code first[i]+g leads to glyph g of
// subset i. Widths are not kept.
func Proxy(subsets []*Subset) (face []byte, first []rune) {
	p := Subset{face: subsets[0].face, glyphs: []int{0}}
	var groups []group
	next := proxyStart
	for _, s := range subsets {
		first = append(first, next-1) // glyphs begin with 1
		if n := rune(len(s.runes)); n > 0 {
			groups = append(groups, group{next, next + n - 1, 1})
			next += n
		}
		for len(p.glyphs) <= len(s.runes) {
			p.glyphs = append(p.glyphs, 0)
		}
	}
	p.loca = make([]int, len(p.glyphs)+1)
	return assemble([]table{
		{"OS/2", p.face.tables["OS/2"]},
		{"cmap", proxyMap(groups)},
		{"glyf", make([]byte, 4)}, // Parse takes no face without any
		{"head", p.head(false)},
		{"hhea", p.hhea()},
		{"hmtx", p.hmtx()},
		{"loca", make([]byte, 2*len(p.loca))},
		{"maxp", p.maxp()},
		{"name", p.name()},
		{"post", p.post()},
	}), first
}

// group is a run of characters that follow each other; glyph is that of the
// first.
type group struct {
	from, to rune
	glyph    int
}

// proxyMap is a table cmap that leads to glyphs by format 12 only; the map of
// the BMP in format 4, which gopdf asks for, is empty.
func proxyMap(groups []group) []byte {
	be := binary.BigEndian
	var head []byte
	for _, v := range []uint16{0, 2, 3, 1, 0, 20, 3, 10, 0, 20 + emptyLength} {
		head = be.AppendUint16(head, v)
	}
	var empty []byte // one segment, which the format ends with
	for _, v := range []uint16{4, emptyLength, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0} {
		empty = be.AppendUint16(empty, v)
	}
	return slices.Concat(head, empty, groupMap(groups))
}

// emptyLength is the length of a map of format 4 without characters, in bytes.
const emptyLength = 24

// groupMap is a map of format 12.
func groupMap(groups []group) []byte {
	be := binary.BigEndian
	out := be.AppendUint16(be.AppendUint16(nil, 12), 0)
	for _, v := range []int{16 + 12*len(groups), 0, len(groups)} {
		out = be.AppendUint32(out, uint32(v))
	}
	for _, g := range groups {
		out = be.AppendUint32(out, uint32(g.from))
		out = be.AppendUint32(out, uint32(g.to))
		out = be.AppendUint32(out, uint32(g.glyph))
	}
	return out
}
