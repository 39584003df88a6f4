package fonts

import (
	"encoding/binary"
	"slices"
)

// StandIn is the one character of a stand-in, of the private planes.
const StandIn rune = 0xF0000

// NewStandIn makes a face of one character without an outline, for a program
// that is to place texts whose glyphs it need not know.
func NewStandIn(of *Face) []byte {
	p := Subset{face: of, glyphs: []int{0, 0}}
	return assemble([]table{
		{"OS/2", of.tables["OS/2"]},
		{"cmap", privateMap([]group{{StandIn, StandIn, 1}})},
		{"glyf", make([]byte, 4)}, // Parse takes no face without any
		{"head", p.head(false)},
		{"hhea", p.hhea()},
		{"hmtx", p.hmtx()},
		{"loca", make([]byte, 2*(len(p.glyphs)+1))},
		{"maxp", p.maxp()},
		{"name", p.name()},
		{"post", p.post()},
	})
}

// group is a run of characters that follow each other; glyph is that of the
// first.
type group struct {
	from, to rune
	glyph    int
}

// privateMap is a table cmap that leads to glyphs by format 12 only; the map of
// the BMP in format 4, which gopdf asks for, is empty.
func privateMap(groups []group) []byte {
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
