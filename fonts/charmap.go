package fonts

import (
	"encoding/binary"
	"slices"
)

// group is a run of characters that follow each other; glyph is that of the
// first.
type group struct {
	from, to rune
	glyph    int
}

// groups are the subset's characters: those that follow each other have glyphs
// that do.
func (s *Subset) groups() []group {
	var all []group
	for i, r := range s.runes {
		if n := len(all); n > 0 && all[n-1].to == r-1 {
			all[n-1].to = r
			continue
		}
		all = append(all, group{r, r, i + 1})
	}
	return all
}

// maxSegments is the number of groups that a map of format 4 has room for: its
// length is a number of 16 bits.
const maxSegments = (0xFFFF - emptyLength) / 8

// characterMap is the table cmap: of the BMP in format 4, which every reader
// knows, and of all planes in format 12 where that does not hold all.
func (s *Subset) characterMap() []byte {
	all := s.groups()
	basic := slices.Clone(all)
	for i, g := range basic {
		if g.to > 0xFFFE { // the last of the plane is no character
			basic[i].to = 0xFFFE
		}
	}
	basic = slices.DeleteFunc(basic, func(g group) bool { return g.from > g.to })
	basic = basic[:min(len(basic), maxSegments)]
	if slices.Equal(basic, all) {
		return mapsOf(segmentMap(all), nil)
	}
	return mapsOf(segmentMap(basic), groupMap(all))
}

// mapsOf is a table cmap of a map in format 4 and, unless it is nil, one in format
// 12.
func mapsOf(segments, groups []byte) []byte {
	be := binary.BigEndian
	const unicodeBasic, unicodeFull = 1, 10 // encodings of platform 3
	subtables := []struct {
		encoding uint16
		data     []byte
	}{{unicodeBasic, segments}}
	if groups != nil {
		subtables = append(subtables, struct {
			encoding uint16
			data     []byte
		}{unicodeFull, groups})
	}
	out := be.AppendUint16(be.AppendUint16(nil, 0), uint16(len(subtables)))
	at := 4 + 8*len(subtables)
	for _, t := range subtables {
		out = be.AppendUint32(be.AppendUint16(be.AppendUint16(out, 3), t.encoding), uint32(at))
		at += len(t.data)
	}
	for _, t := range subtables {
		out = append(out, t.data...)
	}
	return out
}

// emptyLength is the length of a map of format 4 without characters, in bytes.
const emptyLength = 24

// segmentMap is a map of format 4: the groups, and the segment that it ends with.
func segmentMap(groups []group) []byte {
	be := binary.BigEndian
	segments := append(slices.Clone(groups), group{0xFFFF, 0xFFFF, 0})
	n := len(segments)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	var out []byte
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2 * (n - power)} {
		out = be.AppendUint16(out, uint16(v))
	}
	for _, g := range segments {
		out = be.AppendUint16(out, uint16(g.to))
	}
	out = be.AppendUint16(out, 0)
	for _, g := range segments {
		out = be.AppendUint16(out, uint16(g.from))
	}
	for _, g := range segments {
		out = be.AppendUint16(out, uint16(g.glyph-int(g.from))) // added modulo 65536
	}
	return append(out, make([]byte, 2*n)...)
}

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
