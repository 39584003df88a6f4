package fonts

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"testing"
)

// TestSubset: every character kept is as wide and looks the same as before;
// no other is there.
func TestSubset(t *testing.T) {
	s := embeddedSet(t)
	for _, role := range Roles() {
		f := s.Face(role)
		text := append([]rune("为有效推进政府信息公开工作，“2020”——（一）。\u3000 ä1"), '𬭎')
		for g := range f.glyphs { // a composite, where the face has one
			if d := f.glyphData(g); len(d) > 10 && int16(be16(d, 0)) < 0 {
				text = append(text, characterOf(f, GlyphID(g))...)
				break
			}
		}
		data := f.Cut(text).File()
		if !bytes.Equal(data, f.Cut(text).File()) {
			t.Errorf("%s: other bytes the second time", role)
		}
		cut, err := Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", role, err)
		}
		if cut.Name() != f.Name() {
			t.Errorf("name %s, want %s", cut.Name(), f.Name())
		}
		used := map[GlyphID]rune{}
		for _, r := range text {
			before, had := f.Glyph(r)
			after, has := cut.Glyph(r)
			if had != has {
				t.Errorf("%s: %c there before %v, after %v", role, r, had, has)
			}
			if !had {
				continue
			}
			if r <= 0xFFFF {
				if short := cut.fromSegments(int(r)); short != int(after) {
					t.Errorf("%s: %c is glyph %d in format 4, %d in format 12", role, r, short, after)
				}
			}
			if other, twice := used[after]; twice && other != r {
				t.Errorf("%s: %c and %c share a glyph", role, r, other)
			}
			used[after] = r
			if f.Advance(before) != cut.Advance(after) || !reflect.DeepEqual(f.Outline(before), cut.Outline(after)) {
				t.Errorf("%s: %c has changed", role, r)
			}
		}
		if _, ok := cut.Glyph('镇'); ok {
			t.Errorf("%s: a character that was not asked for", role)
		}
		if checksum(data) != 0xB1B0AFBA {
			t.Errorf("%s: checksum %X", role, checksum(data))
		}
	}
}

// characterOf finds the character of a glyph, if it has one.
func characterOf(f *Face, g GlyphID) []rune {
	for r := rune(0x20); r < 0x20000; r++ {
		if found, ok := f.Glyph(r); ok && found == g {
			return []rune{r}
		}
	}
	return nil
}

// TestStandIn: a stand-in has one character and no outline; the face for
// embedding has outlines and no names.
func TestStandIn(t *testing.T) {
	f := embeddedSet(t).Face(Fang)
	s := f.Cut([]rune("镇政府一"))
	if got := string(s.Runes()); got != "一府政镇" {
		t.Errorf("characters %s", got)
	}
	p, err := Parse(NewStandIn(f))
	if err != nil {
		t.Fatal(err)
	}
	if g, ok := p.Glyph(StandIn); !ok || g != 1 || p.Outline(g) != nil {
		t.Errorf("the stand-in is glyph %d", g)
	}
	if _, ok := p.Glyph('一'); ok {
		t.Error("a stand-in has characters of its face")
	}
	if p := s.Program(); checksum(p) != 0xB1B0AFBA || bytes.Contains(p, []byte("cmap")) {
		t.Error("the program has a wrong checksum or a cmap")
	}
}

// TestLongSubset: more outlines than 16-bit offsets reach.
func TestLongSubset(t *testing.T) {
	f := embeddedSet(t).Face(Fang)
	var text []rune
	for r := rune(0x4E00); len(text) < 1000; r++ {
		text = append(text, r)
	}
	cut, err := Parse(f.Cut(text).File())
	if err != nil {
		t.Fatal(err)
	}
	last := text[len(text)-1]
	for last--; ; last-- {
		before, has := f.Glyph(last)
		if !has {
			continue
		}
		after, _ := cut.Glyph(last)
		if !cut.longLoca || !reflect.DeepEqual(f.Outline(before), cut.Outline(after)) {
			t.Errorf("%c has changed, or offsets are short", last)
		}
		return
	}
}

// TestManySegments: characters of which no two follow each other are more than a
// map of format 4 holds, and all are found.
func TestManySegments(t *testing.T) {
	s := &Subset{}
	for r := rune(1); len(s.runes) < 20_000; r += 2 {
		s.runes = append(s.runes, r)
	}
	f := &Face{glyphs: len(s.runes) + 1, tables: map[string][]byte{"cmap": s.characterMap()}}
	if !f.findCharacterMap() || f.groups == nil || f.segments == nil {
		t.Fatal("no map of both formats")
	}
	for i, r := range s.runes {
		if g, ok := f.Glyph(r); !ok || int(g) != i+1 {
			t.Fatalf("%U is glyph %d, want %d", r, g, i+1)
		}
		if g, ok := f.Glyph(r + 1); ok {
			t.Fatalf("%U is glyph %d", r+1, g)
		}
		if i < maxSegments-1 && f.fromSegments(int(r)) != i+1 {
			t.Fatalf("%U is not in the map of the BMP", r)
		}
	}
}

func TestSubsetOfNothing(t *testing.T) {
	if _, err := Parse(embeddedSet(t).Face(Song).Cut(nil).File()); err != nil {
		t.Error(err)
	}
}

func BenchmarkSubset(b *testing.B) {
	f := embeddedSet(b).Face(Fang)
	var text []rune
	for r := rune(0x4E00); len(text) < 500; r += 7 {
		text = append(text, r)
	}
	for b.Loop() {
		s := f.Cut(text)
		s.Program()
	}
}

// TestSubsetMetrics: bearings stay, of glyphs that share the last advance too, and
// the head says exactly how long the offsets are.
func TestSubsetMetrics(t *testing.T) {
	whole := embeddedSet(t).Face(Hei).Cut([]rune(sample)).File()
	f := parse(t, whole)
	few := f.metrics / 2 // the others share an advance and have a bearing alone
	hmtx := bytes.Clone(f.hmtx[:4*few])
	for g := range f.metrics {
		if g < few {
			binary.BigEndian.PutUint16(hmtx[4*g+2:], uint16(100+g))
		} else {
			hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(100+g))
		}
	}
	hhea := bytes.Clone(f.tables["hhea"])
	binary.BigEndian.PutUint16(hhea[34:], uint16(few))
	f = parse(t, change(t, whole, map[string][]byte{"hmtx": hmtx, "hhea": hhea}))
	cut := parse(t, f.Cut([]rune(sample)).File())
	for _, r := range sample {
		before, had := f.Glyph(r)
		after, has := cut.Glyph(r)
		if !had || !has {
			continue
		}
		if got, want := be16(cut.hmtx, 4*int(after)+2), 100+int(before); int(got) != want || f.Advance(before) != cut.Advance(after) {
			t.Errorf("%c: bearing %d, want %d; advance %d", r, got, want, cut.Advance(after))
		}
	}
	if got := be16(cut.tables["head"], 50); got != 0 {
		t.Errorf("the head of a short subset says %d", got)
	}
	var many []rune
	for r := rune(0x4E00); len(many) < 1000; r++ {
		many = append(many, r)
	}
	if got := be16(parse(t, embeddedSet(t).Face(Fang).Cut(many).File()).tables["head"], 50); got != 1 {
		t.Errorf("the head of a long subset says %d", got)
	}
}
