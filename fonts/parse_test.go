package fonts

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

// FuzzParse cuts and changes a face: an error or a face that answers, never a
// panic.
func FuzzParse(f *testing.F) {
	s, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	hei := s.Face(Hei).Data()
	f.Add(0, byte(0), len(hei))
	f.Add(12, byte(0xFF), len(hei))
	f.Add(300, byte(0x80), 1<<20)
	f.Add(1<<20, byte(7), len(hei)-1)
	f.Fuzz(func(_ *testing.T, at int, value byte, length int) {
		data := bytes.Clone(hei[:min(max(length, 0), len(hei))])
		if at >= 0 && at < len(data) {
			data[at] ^= value
		}
		face, err := Parse(data)
		if err != nil {
			return
		}
		for _, r := range "一0，\u3000龥" {
			g, _ := face.Glyph(r)
			face.Advance(g)
			face.Outline(g)
		}
		face.Outline(0xFFFF)
	})
}

// TestParseRefuses: what is no TrueType face that can be used is refused, with what
// is wrong; a face at the very bounds is taken.
func TestParseRefuses(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	with := func(name string, change func(table []byte) []byte) []byte {
		return changed(t, f, name, change)
	}
	// set writes a number into a table; gone leaves the table out.
	set := func(at, value int) func([]byte) []byte {
		return func(table []byte) []byte {
			binary.BigEndian.PutUint16(table[at:], uint16(value))
			return table
		}
	}
	is := func(table ...byte) func([]byte) []byte { return func([]byte) []byte { return table } }
	gone := func([]byte) []byte { return nil }
	encoded := func(platform, encoding byte, format ...byte) func([]byte) []byte { // a cmap of one table
		return is(append([]byte{0, 0, 0, 1, 0, platform, 0, encoding, 0, 0, 0, 12}, format...)...)
	}
	segments := []byte{0, 4, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	groups := append([]byte{0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1}, make([]byte, 12)...)

	type refusal struct {
		name string
		data []byte
		want string // empty: it is taken
	}
	tests := []refusal{
		{"nothing", nil, "no TrueType header"},
		{"cubic outlines", []byte("OTTO"), "no TrueType header"},
		{"a collection", []byte("ttcf"), "no TrueType header"},
		{"zeros", make([]byte, 1000), "no TrueType header"},
		{"a header and nothing", whole[:12], "directory cut short"},
		{"cut in its directory", whole[:12+16*3+15], "directory cut short"},
		{"cut behind its directory", whole[:len(whole)/2], "no table"},
		{"a coarse grid", with("head", set(18, 15)), "impossible metrics"},
		{"the coarsest grid", with("head", set(18, 16)), ""},
		{"no advance at all", with("hhea", set(34, 0)), "impossible metrics"},
		{"more advances than glyphs", change(t, whole, map[string][]byte{
			"hhea": set(34, f.glyphs+1)(bytes.Clone(f.tables["hhea"])), "hmtx": make([]byte, 4*(f.glyphs+1)),
		}), "impossible metrics"},
		{"more advances than are there", with("hmtx", func(b []byte) []byte { return b[:4*f.metrics-1] }), "impossible metrics"},
		{"as many advances as are there", with("hmtx", func(b []byte) []byte { return b[:4*f.metrics] }), ""},
		{"characters for a Macintosh", with("cmap", encoded(1, 0, segments...)), "no Unicode cmap"},
		{"symbols", with("cmap", encoded(3, 0, segments...)), "no Unicode cmap"},
		{"characters in segments", with("cmap", encoded(3, 1, segments...)), ""},
		{"segments cut short", with("cmap", encoded(3, 1, 0, 4, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), "no Unicode cmap"},
		{"characters in groups", with("cmap", encoded(3, 10, groups...)), ""},
		{"characters of no platform", with("cmap", encoded(0, 4, groups...)), ""},
		{"groups that are not there", with("cmap", encoded(3, 10, groups[:27]...)), "no Unicode cmap"},
		{"another format", with("cmap", encoded(3, 1, 0, 6, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), "no Unicode cmap"},
		{"no such place", with("cmap", is(0, 0, 0, 1, 0, 3, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF)), "no Unicode cmap"},
		{"characters cut short", with("cmap", is(0, 0, 0, 9, 0, 3)), "no Unicode cmap"},
		{"nameless", with("name", is(nameTable()...)), "no PostScript name"},
		{"a name cut short", with("name", is(0, 0, 0, 1, 0, 6, 0, 3)), "no PostScript name"},
		{"a name for a Macintosh", with("name", is(nameTable(nameRecord{1, 0, 0, 6, "Hei"})...)), "no PostScript name"},
		{"a name that no PDF can hold", with("name", is(nameTable(nameRecord{3, 1, 0x804, 6, "黑体"})...)), "no PostScript name"},
		{"another name first", with("name", is(nameTable(nameRecord{3, 1, 0x409, 1, "X"}, nameRecord{3, 1, 0x409, 6, "Hei"})...)), ""},
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "name"} {
		tests = append(tests, refusal{"without " + name, with(name, gone), "no table " + name})
	}
	for _, tt := range tests {
		face, err := Parse(tt.data)
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.want != "" && (!errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		case tt.want == "":
			for _, r := range sample { // whatever the tables hold
				g, _ := face.Glyph(r)
				face.Advance(g)
				face.Outline(g)
			}
		}
	}
}

// changed is a face's file with one table changed; nil leaves it out.
func changed(t *testing.T, f *Face, name string, by func([]byte) []byte) []byte {
	t.Helper()
	return change(t, f.Data(), map[string][]byte{name: by(bytes.Clone(f.tables[name]))})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		for _, data := range [][]byte{titleData, heiData, kaiData, fangData, songData} {
			if _, err := Parse(data); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestMeasures: what OS/2 says of a face, or hhea where there is none.
func TestMeasures(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	em := func(units int16) int { return int(units) * 1000 / f.UnitsPerEm() }
	set := func(name string, values map[int]int16) []byte {
		b := make([]byte, max(100, len(f.tables[name])))
		copy(b, f.tables[name])
		for at, v := range values {
			binary.BigEndian.PutUint16(b[at:], uint16(v))
		}
		return b
	}
	hhea := set("hhea", map[int]int16{4: 900, 6: -150})[:len(f.tables["hhea"])]
	for name, tt := range map[string]struct {
		os2                     []byte
		ascent, descent, height int16
		weight                  int
	}{
		"told":             {set("OS/2", map[int]int16{4: 700, 68: 880, 70: -120, 88: 733}), 880, -120, 733, 700},
		"no capitals":      {set("OS/2", map[int]int16{4: 400, 68: 880, 70: -120, 88: 0}), 880, -120, 880, 400},
		"nothing but hhea": {nil, 900, -150, 900, 0},
	} {
		m := parse(t, change(t, whole, map[string][]byte{"hhea": hhea, "OS/2": tt.os2})).Measures()
		if m.Ascent != em(tt.ascent) || m.Descent != em(tt.descent) || m.CapHeight != em(tt.height) || m.Weight != tt.weight {
			t.Errorf("%s: %+v", name, m)
		}
	}
}
