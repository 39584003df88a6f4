package fonts

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Subset is a face cut down to the given characters: what a document embeds.
// Each character has a glyph to itself, in the order of the code points, even
// where the face draws two of them alike, so that a reader can tell them apart
// again; glyph i+1 is character i. What composites are made of follows behind.
//
// The same characters always give the same bytes.
type Subset struct {
	face   *Face
	runes  []rune
	glyphs []int       // old glyph of each new one
	parts  map[int]int // new glyph of an old one that stands in composites only
	glyf   []byte
	loca   []int // where each glyph begins in glyf, and where the last one ends
}

// Cut makes a subset. Characters that the face lacks are left out.
func (f *Face) Cut(runes []rune) *Subset {
	s := &Subset{face: f, parts: map[int]int{}, glyphs: []int{0}}
	for _, r := range slices.Compact(slices.Sorted(slices.Values(runes))) {
		if id, ok := f.Glyph(r); ok {
			s.runes = append(s.runes, r)
			s.glyphs = append(s.glyphs, int(id))
		}
	}
	s.outlines()
	return s
}

// Runes are the characters of the subset, in the order of their glyphs, which
// begin with 1. They must not be changed.
func (s *Subset) Runes() []rune { return s.runes }

// Glyphs is the number of glyphs, the missing glyph and parts of composites
// included.
func (s *Subset) Glyphs() int { return len(s.glyphs) }

// Advance is the width of a glyph of the subset in thousandths of an em.
func (s *Subset) Advance(glyph int) int { return s.face.Advance(GlyphID(s.glyphs[glyph])) }

// Program is the font program without what a PDF does not need: it finds
// glyphs by their numbers, not by characters.
func (s *Subset) Program() []byte {
	loca, long := s.locations()
	return assemble(append(s.instructions(), []table{
		{"glyf", s.glyf},
		{"head", s.head(long)},
		{"hhea", s.hhea()},
		{"hmtx", s.hmtx()},
		{"loca", loca},
		{"maxp", s.maxp()},
	}...))
}

// File is a whole font file, for a reader that finds glyphs by characters and may
// hand the file to the system. Its names are those of the face.
func (s *Subset) File() []byte {
	loca, long := s.locations()
	return assemble(append(s.instructions(), []table{
		{"OS/2", s.face.tables["OS/2"]},
		{"cmap", s.characterMap()},
		{"glyf", s.glyf},
		{"head", s.head(long)},
		{"hhea", s.hhea()},
		{"hmtx", s.hmtx()},
		{"loca", loca},
		{"maxp", s.maxp()},
		{"name", s.name()},
		{"post", s.post()},
	}...))
}

// instructions are the tables of a hinted face.
func (s *Subset) instructions() []table {
	var tables []table
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if data := s.face.tables[name]; len(data) > 0 {
			tables = append(tables, table{name, data})
		}
	}
	return tables
}

// outlines copies the glyphs, those behind composites too.
func (s *Subset) outlines() {
	size := 0
	for _, g := range s.glyphs {
		size += len(s.face.glyphData(g)) + 1
	}
	s.glyf, s.loca = make([]byte, 0, size), make([]int, 0, len(s.glyphs)+1)
	for g := 0; g < len(s.glyphs); g++ { // composites add to the list
		s.loca = append(s.loca, len(s.glyf))
		data := s.face.glyphData(s.glyphs[g])
		s.glyf = append(s.glyf, data...)
		s.renumber(s.glyf[len(s.glyf)-len(data):])
		if len(s.glyf)%2 != 0 {
			s.glyf = append(s.glyf, 0)
		}
	}
	s.loca = append(s.loca, len(s.glyf))
}

// locations is the table loca: half offsets in 16 bits while they fit.
func (s *Subset) locations() (loca []byte, long bool) {
	if long = len(s.glyf) > 2*0xFFFF; long {
		for _, at := range s.loca {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		}
		return loca, long
	}
	for _, at := range s.loca {
		loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
	}
	return loca, long
}

// renumber gives the parts of a composite their new glyphs.
func (s *Subset) renumber(data []byte) {
	if len(data) < 10 || int16(be16(data, 0)) >= 0 {
		return
	}
	for at := 10; at+4 <= len(data); {
		flags, old := be16(data, at), int(be16(data, at+2))
		part, known := s.parts[old]
		if !known {
			part = len(s.glyphs)
			s.parts[old] = part
			s.glyphs = append(s.glyphs, old)
		}
		binary.BigEndian.PutUint16(data[at+2:], uint16(part))
		if flags&moreParts == 0 {
			return
		}
		at += partLength(flags)
	}
}

// partLength is the length of one part of a composite, in bytes.
func partLength(flags uint16) int {
	n := 6 // flags, glyph, two small arguments
	if flags&argsAreWords != 0 {
		n += 2
	}
	switch {
	case flags&hasScale != 0:
		n += 2
	case flags&hasXYScale != 0:
		n += 4
	case flags&hasMatrix != 0:
		n += 8
	}
	return n
}

func (s *Subset) head(longLoca bool) []byte {
	head := slices.Clone(s.face.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // checkSumAdjustment, set by assemble
	binary.BigEndian.PutUint16(head[50:], 0) // offsets in loca
	if longLoca {
		binary.BigEndian.PutUint16(head[50:], 1)
	}
	return head
}

func (s *Subset) hhea() []byte {
	hhea := slices.Clone(s.face.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(s.glyphs)))
	return hhea
}

func (s *Subset) hmtx() []byte {
	old := s.face.hmtx
	var out []byte
	for _, g := range s.glyphs {
		advance := be16(old, 4*min(g, s.face.metrics-1))
		bearing := be16(old, 4*g+2)
		if g >= s.face.metrics {
			bearing = be16(old, 4*s.face.metrics+2*(g-s.face.metrics))
		}
		out = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(out, advance), bearing)
	}
	return out
}

func (s *Subset) maxp() []byte {
	maxp := slices.Clone(s.face.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(s.glyphs)))
	return maxp
}

// name holds the PostScript name alone, four times: as family, style, full name and
// itself. Without the others Windows takes no font.
func (s *Subset) name() []byte {
	be := binary.BigEndian
	ids := []int{1, 2, 4, 6} // family, style, full name, PostScript name
	var out []byte
	for _, v := range []int{0, len(ids), 6 + 12*len(ids)} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, id := range ids {
		for _, v := range []int{3, 1, 0x409, id, 2 * len(s.face.name), 0} {
			out = be.AppendUint16(out, uint16(v))
		}
	}
	for _, c := range s.face.name {
		out = be.AppendUint16(out, uint16(c))
	}
	return out
}

// post is version 3: no glyph names.
func (s *Subset) post() []byte {
	post := make([]byte, 32)
	copy(post, slice(s.face.tables["post"], 0, 32))
	binary.BigEndian.PutUint32(post, 0x00030000)
	return post
}

// table is one table of a font file.
type table struct {
	tag  string
	data []byte
}

// assemble puts tables into a file.
func assemble(tables []table) []byte {
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	be := binary.BigEndian
	power, log := 1, 0
	for power*2 <= len(tables) {
		power, log = power*2, log+1
	}
	const header, entry = 12, 16
	size := header + entry*len(tables)
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	out := be.AppendUint32(make([]byte, 0, size), 0x00010000)
	for _, v := range []int{len(tables), entry * power, log, entry*len(tables) - entry*power} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := len(out)+entry*len(tables), 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(t.data)&3)...)
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up big-endian words, the last one filled up with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
