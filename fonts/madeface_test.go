package fonts

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"testing"
	"unicode/utf16"
)

// nameRecord is one entry of a name table.
type nameRecord struct {
	platform, encoding, language, id int
	text                             string
}

// nameTable makes a name table; Macintosh text is taken as it is.
func nameTable(records ...nameRecord) []byte {
	be := binary.BigEndian
	head := be.AppendUint16(be.AppendUint16(be.AppendUint16(nil, 0), uint16(len(records))), uint16(6+12*len(records)))
	var texts []byte
	for _, r := range records {
		text := []byte(r.text)
		if r.platform != 1 {
			text = nil
			for _, u := range utf16.Encode([]rune(r.text)) {
				text = be.AppendUint16(text, u)
			}
		}
		for _, v := range []int{r.platform, r.encoding, r.language, r.id, len(text), len(texts)} {
			head = be.AppendUint16(head, uint16(v))
		}
		texts = append(texts, text...)
	}
	return append(head, texts...)
}

// change makes a face file over with some tables replaced, or left out where
// the replacement is nil.
func change(t testing.TB, data []byte, replaced map[string][]byte) []byte {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(f.tables)
	maps.Copy(all, replaced)
	var tables []table
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		if all[tag] != nil {
			tables = append(tables, table{tag, bytes.Clone(all[tag])})
		}
	}
	return assemble(tables)
}

// small is a face with few characters, some of which are given another advance
// or no ink.
func small(t testing.TB, text string, advances map[rune]int, blanks string) *Face {
	t.Helper()
	f := parse(t, embeddedSet(t).Face(Hei).Cut([]rune(text)).File())
	hmtx, loca := bytes.Clone(f.tables["hmtx"]), bytes.Clone(f.tables["loca"])
	for r, advance := range advances {
		binary.BigEndian.PutUint16(hmtx[4*glyphOf(t, f, r):], uint16(advance))
	}
	size := 2
	if f.longLoca {
		size = 4
	}
	for _, r := range blanks {
		g := glyphOf(t, f, r)
		copy(loca[size*(g+1):size*(g+2)], loca[size*g:]) // ends where it begins
	}
	return parse(t, change(t, f.Data(), map[string][]byte{"hmtx": hmtx, "loca": loca}))
}

func parse(t testing.TB, data []byte) *Face {
	t.Helper()
	f, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func glyphOf(t testing.TB, f *Face, r rune) int {
	t.Helper()
	g, ok := f.Glyph(r)
	if !ok {
		t.Fatalf("no glyph for %c", r)
	}
	return int(g)
}
