package pdftext

import (
	"math"
	"slices"
	"testing"
)

// TestGlyphNames: the text of glyphs by their names.
func TestGlyphNames(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "one": "1", "section": "§", "space": "\u00a0", "甲": "甲", "one.alt": "1", "uni7532": "甲", "uni7532.vert": "甲",
		"u7532": "甲", "u1F600": "\U0001f600", "u10FFFF": "\U0010ffff", "u110000": "", "u753": "", "uni753": "", "uniXXXX": "", "uni75324E59": "",
		"": "", ".notdef": "", "glyph12": "",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// TestKnownEncodings: how the encodings that have a name cut a string into codes, and what
// each means.
func TestKnownEncodings(t *testing.T) {
	for _, tt := range []struct {
		names  []string
		text   string
		length int
		want   string
	}{
		{[]string{"UniGB-UCS2-H", "UniGB-UTF16-V", "UniCNS-UCS2-H", "UniCNS-UTF16-H"}, "\x75\x32\x00", 2, "甲"},
		{[]string{"UniGB-UTF16-H"}, "\xd8\x40\xdc\x00\x00", 4, "𠀀"},
		{[]string{"UniGB-UTF16-H"}, "\xdb\x80\xdc\x00\x00", 4, "\U000f0000"},
		{[]string{"UniGB-UTF16-H"}, "\xd8\x40\xdc", 2, ""},
		{[]string{"UniGB-UTF16-H"}, "\xdc\x00\x00\x00", 2, ""},
		{[]string{"UniGB-UTF16-H"}, "\xd7\xff\x00\x00", 2, "\ud7ff"},
		{[]string{"GB-EUC-H", "GBpc-EUC-V", "GBK-EUC-H", "GBKp-EUC-V", "GBK2K-H"}, "\xbc\xd71", 2, "甲"},
		{[]string{"GB-EUC-H", "GBK2K-V"}, "12", 1, "1"},
		{[]string{"GBK-EUC-H"}, "\x81\x40", 2, "丂"},
		{[]string{"GBK-EUC-H"}, "\x80\x40", 1, "€"},
		{[]string{"GBK-EUC-H"}, "\x95\x32\x93\x36", 2, ""},
		{[]string{"GBK2K-H"}, "\x95\x32\x93\x36\x31", 4, "𠂪"},
		{[]string{"GBK2K-H"}, "\x95\x32\x93", 2, ""},
	} {
		for _, name := range tt.names {
			k := predefined(name)
			if k == nil {
				t.Errorf("%s is not known", name)
				continue
			}
			code, length := k.cut(tt.text)
			if got := plainForm(k.text(code)); length != tt.length || got != tt.want {
				t.Errorf("%s: %x begins with %d bytes that mean %q, want %d and %q", name, tt.text, length, got, tt.length, tt.want)
			}
		}
	}
	for _, name := range []string{"", "Identity-H", "GBK", "UniJIS-UCS2-H"} {
		if predefined(name) != nil {
			t.Errorf("%s is known", name)
		}
	}
	for name, first := range map[string]uint32{"GBK-EUC-H": 814, "GBK-EUC-V": 814, "GB-EUC-H": 814, "GB-EUC-V": 814, "GBKp-EUC-H": 1, "GBK2K-H": 1, "UniGB-UCS2-H": 1} {
		for code, want := range map[uint32]uint32{' ': first, '~': first + 94, 0x1f: math.MaxUint32, 0x7f: math.MaxUint32, 0xbcd7: math.MaxUint32} {
			if got := predefined(name).cid(code); got != want {
				t.Errorf("%s: %x is character %d, want %d", name, code, got, want)
			}
		}
	}
}

// TestTwoBytes: of codes of two bytes the last may lack one.
func TestTwoBytes(t *testing.T) {
	for text, want := range map[string][2]int{"\x12\x34\x56": {0x1234, 2}, "\x12\x34": {0x1234, 2}, "\x12": {0x12, 1}} {
		if code, length := twoBytes(text); int(code) != want[0] || length != want[1] {
			t.Errorf("%x begins with %x of %d bytes", text, code, length)
		}
	}
}

// TestWidths: how wide the glyphs of fonts are, by what the font says and where it says
// nothing (9.6.2, 9.7.4.3).
func TestWidths(t *testing.T) {
	list := func(numbers ...float64) array {
		var a array
		for _, n := range numbers {
			a = append(a, n)
		}
		return a
	}
	composite := func(d dict) dict {
		return dict{"Subtype": name("Type0"), "Encoding": name("Identity-H"), "DescendantFonts": array{d}}
	}
	for _, tt := range []struct {
		name string
		font dict
		want map[uint32]float64
	}{
		{"each and all", composite(dict{"DW": 900.0, "W": array{1.0, list(500, 600), 10.0, 12.0, 700.0}}), map[uint32]float64{
			0: 0.9, 1: 0.5, 2: 0.6, 3: 0.9, 9: 0.9, 10: 0.7, 11: 0.7, 12: 0.7, 13: 0.9,
		}},
		{"in no order", composite(dict{"W": array{10.0, list(500), 5.0, 6.0, 700.0, 1.0, list(300)}}), map[uint32]float64{1: 0.3, 2: 1, 5: 0.7, 6: 0.7, 10: 0.5}},
		{"of none", composite(dict{"W": array{1.0, array{}, 1.0, list(500)}}), map[uint32]float64{1: 0.5, 2: 1}},
		{"cut short", composite(dict{"W": array{1.0, list(500), 5.0, 6.0}}), map[uint32]float64{1: 0.5, 5: 1}},
		{"cut shorter", composite(dict{"W": array{1.0, list(500), 5.0}}), map[uint32]float64{1: 0.5, 5: 1}},
		{"nothing said", dict{"Subtype": name("Type0")}, map[uint32]float64{1: 1}},
		{"a simple font", dict{"FirstChar": 3.0, "Widths": list(250, 300), "FontDescriptor": dict{"MissingWidth": 400.0}}, map[uint32]float64{2: 0.4, 3: 0.25, 4: 0.3, 5: 0.4}},
		{"what readers know", dict{"BaseFont": name("Courier")}, map[uint32]float64{65: 0.5}},
		{"what is no width", dict{"Widths": array{name("x")}}, map[uint32]float64{0: 0.5}},
		{"drawn by the file", dict{"Subtype": name("Type3"), "FontMatrix": list(0.01, 0, 0, 0.01, 0, 0), "Widths": list(25)}, map[uint32]float64{0: 0.25, 1: 5}},
		{"a matrix of too few", dict{"FontMatrix": list(0.01, 0, 0, 0.01), "Widths": list(250)}, map[uint32]float64{0: 0.25}},
	} {
		font := (&file{budget: newBudget()}).font(tt.font)
		for code, want := range tt.want {
			if got := font.width(code); math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: %d is %v wide, want %v", tt.name, code, got, want)
			}
		}
	}
}

// TestSimpleEncodings: what the codes of a simple font mean (9.6.6): by an encoding, by
// changes to it, or as nobody but the font can say.
func TestSimpleEncodings(t *testing.T) {
	embedded := func(file name, flags float64) dict {
		return dict{"FontDescriptor": dict{file: ref(9), "Flags": flags}}
	}
	with := func(d dict, key name, v any) dict { d[key] = v; return d }
	for _, tt := range []struct {
		name string
		font dict
		want string // of the codes ' A\x80
	}{
		{"nothing said", dict{}, "’A€"},
		{"the standard", dict{"Encoding": name("StandardEncoding")}, "’A€"},
		{"Windows", dict{"Encoding": name("WinAnsiEncoding")}, "'A€"},
		{"Macintosh", dict{"Encoding": name("MacRomanEncoding")}, "'AÄ"},
		{"changed", dict{"Encoding": dict{"BaseEncoding": name("WinAnsiEncoding"), "Differences": array{65.0, name("one"), 128.0, name("two")}}}, "'12"},
		{"changed in a row", dict{"Encoding": dict{"Differences": array{64.0, name("zero"), name("one")}}}, "’1€"},
		{"beyond all codes", dict{"Encoding": dict{"Differences": array{-1.0, name("one"), 255.0, name("two"), name("three"), 300.0, name("four")}}}, "’A€"},
		{"symbols of an embedded font", embedded("FontFile", 4), "   "},
		{"of another kind", embedded("FontFile2", 36), "   "},
		{"of a third", embedded("FontFile3", 4), "   "},
		{"symbols by their names", with(embedded("FontFile", 4), "Encoding", dict{"Differences": array{65.0, name("one")}}), " 1 "},
		{"symbols by a base", with(embedded("FontFile", 4), "Encoding", name("WinAnsiEncoding")), "'A€"},
		{"letters of an embedded font", embedded("FontFile", 32), "’A€"},
		{"not embedded", embedded("Other", 4), "’A€"},
		{"drawn by the file", dict{"Subtype": name("Type3")}, "   "},
	} {
		font := (&file{budget: newBudget()}).font(tt.font)
		got := ""
		for _, code := range []uint32{'\'', 'A', 0x80} {
			if text := font.text(code); text != "" {
				got += text
			} else {
				got += " "
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	names := (&file{budget: newBudget()}).encoding(dict{"Encoding": dict{"Differences": array{254.0, name("one"), name("two"), name("three")}}})
	if got := []string{names[254], names[255], names[0], names[0x1f], names[' ']}; !slices.Equal(got, []string{"1", "2", "", "", " "}) {
		t.Errorf("%q", got)
	}
}

// TestPlainForm: forms of characters become the characters, and what is none says nothing.
func TestPlainForm(t *testing.T) {
	for text, want := range map[string]string{"甲": "甲", "⼀": "一", "": "", "\x00": "", "a\ufffd": "", "\uffff": "", "a ": "a "} {
		if got := plainForm(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	var ink []string
	for _, text := range []string{"甲", " ", "\u3000", "\u200b", "\x01", "", " a"} {
		if isInk(text) {
			ink = append(ink, text)
		}
	}
	if !slices.Equal(ink, []string{"甲", " a"}) {
		t.Errorf("ink: %q", ink)
	}
}
