package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
)

// Face is one TrueType face, read in place: nothing is copied or decoded until
// it is asked for. It is safe for concurrent use and never changed.
type Face struct {
	name   string
	data   []byte
	tables map[string][]byte

	hmtx, loca, glyf []byte // tables read for every glyph

	unitsPerEm int
	glyphs     int    // number of glyphs
	metrics    int    // number of entries in hmtx with an advance of their own
	longLoca   bool   // loca has 32-bit offsets
	segments   []byte // cmap format 4, nil when there is a format 12
	groups     []byte // cmap format 12, its groups only
}

// GlyphID is the index of a glyph in its face. 0 is the missing glyph.
type GlyphID uint16

// ErrFormat says that data are not a TrueType face that can be used here:
// glyf outlines, and a Unicode cmap of format 4 or 12.
var ErrFormat = errors.New("not a usable TrueType face")

// Parse reads the directory of a face. The data are kept, not copied, and need
// not be trusted: whatever they hold, methods return and never panic. The
// error wraps ErrFormat.
func Parse(data []byte) (*Face, error) { return parseAt(data, 0) }

// parseAt is Parse for a face that begins anywhere in a file, as those of a
// collection do.
func parseAt(data []byte, start int) (*Face, error) {
	f := &Face{data: data, tables: map[string][]byte{}}
	head := slice(data, start, 12)
	if be32(head, 0) != 0x00010000 {
		return nil, fmt.Errorf("%w: no TrueType header", ErrFormat)
	}
	for i := range int(be16(head, 4)) {
		entry := slice(data, start+12+16*i, 16)
		if entry == nil {
			return nil, fmt.Errorf("%w: directory cut short", ErrFormat)
		}
		f.tables[string(entry[:4])] = slice(data, int(be32(entry, 8)), int(be32(entry, 12)))
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name"} {
		if len(f.tables[name]) == 0 {
			return nil, fmt.Errorf("%w: no table %s", ErrFormat, name)
		}
	}
	f.hmtx, f.loca, f.glyf = f.tables["hmtx"], f.tables["loca"], f.tables["glyf"]
	f.unitsPerEm = int(be16(f.tables["head"], 18))
	f.longLoca = be16(f.tables["head"], 50) != 0
	f.glyphs = int(be16(f.tables["maxp"], 4))
	f.metrics = int(be16(f.tables["hhea"], 34))
	if f.unitsPerEm < 16 || f.metrics < 1 || f.metrics > f.glyphs || len(f.hmtx) < 4*f.metrics {
		return nil, fmt.Errorf("%w: impossible metrics", ErrFormat)
	}
	if !f.findCharacterMap() {
		return nil, fmt.Errorf("%w: no Unicode cmap", ErrFormat)
	}
	f.name = f.postScriptName()
	if f.name == "" {
		return nil, fmt.Errorf("%w: no PostScript name", ErrFormat)
	}
	return f, nil
}

// Name is the PostScript name, in ASCII letters, digits and hyphens.
func (f *Face) Name() string { return f.name }

// Data is the whole font file, of a collection too. It must not be changed.
func (f *Face) Data() []byte { return f.data }

// UnitsPerEm is the resolution of outlines.
func (f *Face) UnitsPerEm() int { return f.unitsPerEm }

// Glyph finds the glyph of a character; false when the face has none.
func (f *Face) Glyph(r rune) (GlyphID, bool) {
	g := 0
	switch {
	case r < 0:
	case f.groups != nil:
		g = f.fromGroups(uint32(r))
	case r <= 0xFFFF:
		g = f.fromSegments(int(r))
	}
	return GlyphID(g), g > 0 && g < f.glyphs
}

// Advance is the width of a glyph in thousandths of an em.
func (f *Face) Advance(g GlyphID) int {
	i := min(int(g), f.metrics-1)
	return int(be16(f.hmtx, 4*i)) * 1000 / f.unitsPerEm
}

// Measures describe a face as a whole, in thousandths of an em.
type Measures struct {
	Left, Bottom, Right, Top int // of the box that all glyphs fit in
	Ascent, Descent          int // Descent is negative
	CapHeight                int
	Weight                   int // 400 regular, 700 bold
}

// Measures reads them from the tables head, hhea and OS/2.
func (f *Face) Measures() Measures {
	em := func(table string, at int) int {
		return int(int16(be16(f.tables[table], at))) * 1000 / f.unitsPerEm
	}
	m := Measures{
		Left: em("head", 36), Bottom: em("head", 38), Right: em("head", 40), Top: em("head", 42),
		Ascent: em("OS/2", 68), Descent: em("OS/2", 70), CapHeight: em("OS/2", 88),
		Weight: int(be16(f.tables["OS/2"], 4)),
	}
	if m.Ascent == 0 { // no OS/2, or an old one
		m.Ascent, m.Descent = em("hhea", 4), em("hhea", 6)
	}
	if m.CapHeight == 0 {
		m.CapHeight = m.Ascent
	}
	return m
}

// findCharacterMap takes the Unicode cmap: format 12 (all planes) if there is
// one, else format 4.
func (f *Face) findCharacterMap() bool {
	cmap := f.tables["cmap"]
	for i := range int(be16(cmap, 2)) {
		entry := slice(cmap, 4+8*i, 8)
		if entry == nil {
			break
		}
		platform, encoding := be16(entry, 0), be16(entry, 2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		at := int(be32(entry, 4))
		switch be16(cmap, at) {
		case 4:
			if t := slice(cmap, at, int(be16(cmap, at+2))); len(t) >= 16 {
				f.segments = t
			}
		case 12:
			const head, group = 16, 12
			if n := int(be32(cmap, at+12)); n > 0 && n < len(cmap)/group {
				f.groups = slice(cmap, at+head, n*group)
			}
		}
	}
	return f.segments != nil || f.groups != nil
}

func (f *Face) fromGroups(r uint32) int {
	lo, hi := 0, len(f.groups)/12
	for lo < hi {
		mid := (lo + hi) / 2
		at := 12 * mid
		switch {
		case r < be32(f.groups, at):
			hi = mid
		case r > be32(f.groups, at+4):
			lo = mid + 1
		default:
			return int(be32(f.groups, at+8) + r - be32(f.groups, at))
		}
	}
	return 0
}

func (f *Face) fromSegments(r int) int {
	t := f.segments
	n := int(be16(t, 6)) // twice the number of segments
	ends, starts, deltas, offsets := 14, 16+n, 16+2*n, 16+3*n
	lo, hi := 0, n/2
	for lo < hi {
		mid := (lo + hi) / 2
		if int(be16(t, ends+2*mid)) < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := int(be16(t, starts+2*lo))
	if lo >= n/2 || start > r {
		return 0
	}
	delta := int(be16(t, deltas+2*lo))
	offset := int(be16(t, offsets+2*lo))
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	g := int(be16(t, offsets+2*lo+offset+2*(r-start)))
	if g == 0 {
		return 0
	}
	return (g + delta) & 0xFFFF
}

// postScriptName is name 6, reduced to what PDF names can hold.
func (f *Face) postScriptName() string {
	table := f.tables["name"]
	storage := int(be16(table, 4))
	for i := range int(be16(table, 2)) {
		record := slice(table, 6+12*i, 12)
		if record == nil {
			return ""
		}
		if be16(record, 6) != 6 || be16(record, 0) != 3 {
			continue
		}
		raw := slice(table, storage+int(be16(record, 10)), int(be16(record, 8)))
		var units []uint16
		for j := 0; j+1 < len(raw); j += 2 {
			units = append(units, be16(raw, j))
		}
		var name []rune
		for _, r := range utf16.Decode(units) {
			if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
				name = append(name, r)
			}
		}
		return string(name)
	}
	return ""
}

// slice is data[at:at+n], nil when that is not all there.
func slice(data []byte, at, n int) []byte {
	if at < 0 || n < 0 || at > len(data) || n > len(data)-at {
		return nil
	}
	return data[at : at+n : at+n]
}

// be16 reads a big-endian number; 0 beyond the end.
func be16(data []byte, at int) uint16 {
	if s := slice(data, at, 2); s != nil {
		return binary.BigEndian.Uint16(s)
	}
	return 0
}

func be32(data []byte, at int) uint32 {
	if s := slice(data, at, 4); s != nil {
		return binary.BigEndian.Uint32(s)
	}
	return 0
}
