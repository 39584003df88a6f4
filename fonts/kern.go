package fonts

import "sort"

// Kern is what the face adds between two characters, in thousandths of an em,
// negative to bring them closer: by its table kern in format 0 (OpenType 1.9,
// kern). It is 0 for a face without one; the embedded faces have none.
func (f *Face) Kern(left, right rune) int {
	pairs := f.kernPairs()
	if len(pairs) == 0 {
		return 0
	}
	l, hasLeft := f.Glyph(left)
	r, hasRight := f.Glyph(right)
	if !hasLeft || !hasRight {
		return 0
	}
	const length = 6
	key := uint32(l)<<16 | uint32(r)
	n := len(pairs) / length
	i := sort.Search(n, func(i int) bool { return be32(pairs, length*i) >= key })
	if i == n || be32(pairs, length*i) != key {
		return 0
	}
	return int(int16(be16(pairs, length*i+4))) * 1000 / f.unitsPerEm
}

// kernPairs are the pairs of the first table for horizontal text.
func (f *Face) kernPairs() []byte {
	table := f.tables["kern"]
	if len(table) == 0 || be16(table, 0) != 0 {
		return nil
	}
	const head, horizontal = 14, 1 // of a subtable, its coverage in format 0
	for at, i := 4, 0; i < int(be16(table, 2)); i++ {
		if be16(table, at+4) == horizontal {
			return slice(table, at+head, 6*int(be16(table, at+6)))
		}
		length := int(be16(table, at+2))
		if length < head {
			return nil
		}
		at += length
	}
	return nil
}
