package pdftext

import "testing"

// TestCMap: what a table in the file says of codes, at the ends of each range and beyond.
func TestCMap(t *testing.T) {
	m := readCMap([]byte(`/WMode 1 def 2 begincodespacerange <00> <7f> <8140> <fefe> endcodespacerange
		2 beginbfchar <01> <7532> <02> <7532 4e59> endbfchar
		3 beginbfrange <8141> <8143> <4e01> <10> <11> [<0041> <0042>] <20> <22> <d840dc00> endbfrange
		1 begincidchar <31> 7 endcidchar 2 begincidrange <41> <43> 100 <8141> <8142> 200 endcidrange`), newBudget())
	for code, want := range map[uint32]string{
		0x01: "甲", 0x02: "甲乙", 0x03: "", 0x8140: "", 0x8141: "丁", 0x8143: "七", 0x8144: "",
		0x0f: "", 0x10: "A", 0x11: "B", 0x12: "", 0x1f: "", 0x20: "𠀀", 0x22: "𠀂", 0x23: "",
	} {
		if got := m.text(code); got != want {
			t.Errorf("%x means %q, want %q", code, got, want)
		}
	}
	for code, want := range map[uint32]uint32{0x30: 0, 0x31: 7, 0x32: 0, 0x40: 0, 0x41: 100, 0x43: 102, 0x44: 0, 0x8142: 201, 0x8143: 0} {
		if got := m.cid(code); got != want {
			t.Errorf("%x is character %d, want %d", code, got, want)
		}
	}
	for s, want := range map[string]struct {
		code   uint32
		length int
	}{
		"\x7f\x81": {0x7f, 1}, "\x81\x40\x01": {0x8140, 2}, "\xfe\xfe": {0xfefe, 2}, "\x81": {0x81, 1},
		"\x81\x3f\x41": {0x813f, 2}, "\x80\x40\x40\x40\x40": {0x8040, 2}, // of no range: two bytes
	} {
		if code, length := m.cut(s); code != want.code || length != want.length {
			t.Errorf("%x begins with %x of %d bytes", s, code, length)
		}
	}
	if !m.vertical {
		t.Error("it is not upright")
	}
	if readCMap([]byte("/WMode 0 def"), newBudget()).vertical {
		t.Error("it is upright")
	}
}

// TestCMapLong: codes of four bytes, the longest there are.
func TestCMapLong(t *testing.T) {
	m := readCMap([]byte("1 begincodespacerange <81308130> <fe39fe39> endcodespacerange 1 beginbfchar <81308131> <7532> endbfchar"), newBudget())
	if code, length := m.cut("\x81\x30\x81\x31\x32"); length != 4 || m.text(code) != "甲" {
		t.Errorf("%x of %d bytes means %q", code, length, m.text(code))
	}
}

// TestCMapBroken: what is no table says nothing, and is read to its end.
func TestCMapBroken(t *testing.T) {
	m := readCMap([]byte(`<01> endbfchar 1 <02> endbfchar <03> <04> endbfrange <03> <04> <> endbfrange <05> endcidrange
		<06> <07> <08> endcidrange 9 endcidchar <0102030405> <0102030405> endcodespacerange <> <> endcodespacerange def
		<0a> <7532> endbfchar`), newBudget())
	if len(m.texts) != 1 || m.text(0x0a) != "甲" || len(m.ranges)+len(m.cids)+len(m.spaces) != 0 {
		t.Errorf("%+v", m)
	}
}
