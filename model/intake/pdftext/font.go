package pdftext

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/model/intake/source"
)

// font says what the codes of a string mean and how wide they are.
type font struct {
	cut      func(s string) (code uint32, length int)
	text     func(code uint32) string // empty when that is not known
	width    func(code uint32) float64
	vertical bool
	known    map[uint32]symbol
}

// symbol is a glyph as a font has it; its width is in parts of the size.
type symbol struct {
	text  string
	width float64
}

// symbol looks a code up.
func (t *font) symbol(code uint32) symbol {
	s, ok := t.known[code]
	if !ok {
		s = symbol{text: plainForm(t.text(code)), width: t.width(code)}
		t.known[code] = s
	}
	return s
}

// plainForm takes back what fonts do to characters, and forgets what is none.
func plainForm(s string) string {
	if s == "" || strings.ContainsAny(s, "\x00\ufffd\uffff") {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if plain := source.Character(r); plain >= 0 && !unicode.IsSpace(r) {
			return plain
		}
		return r
	}, s)
}

// font reads a font.
func (f *file) font(d dict) *font {
	t := &font{known: map[uint32]symbol{}}
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(t, d)
	} else {
		f.simple(t, d)
	}
	named := f.stream(d["ToUnicode"])
	if named == nil {
		return t
	}
	data, err := f.content(named)
	if err != nil {
		return t
	}
	m, otherwise := readCMap(data, f.budget), t.text
	t.text = func(code uint32) string {
		if text := m.text(code); text != "" {
			return text
		}
		return otherwise(code)
	}
	return t
}

// composite reads a composite (Type 0) font (9.7), with codes of several bytes, as
// all Chinese ones are.
func (f *file) composite(t *font, d dict) {
	var below dict
	if all := f.array(d["DescendantFonts"]); len(all) > 0 {
		below = f.dict(all[0])
	}
	widths := f.wideWidths(below)
	cid := func(code uint32) uint32 { return code }
	t.cut = twoBytes
	t.text = func(uint32) string { return "" }
	if s := f.stream(d["Encoding"]); s != nil {
		if data, err := f.content(s); err == nil {
			m := readCMap(data, f.budget)
			t.cut, cid, t.vertical = m.cut, m.cid, m.vertical || f.number(s.dict["WMode"], 0) == 1
		}
	} else {
		encoding := string(f.name(d["Encoding"]))
		t.vertical = strings.HasSuffix(encoding, "-V")
		if known := predefined(encoding); known != nil {
			t.cut, t.text, cid = known.cut, known.text, known.cid
		}
	}
	t.width = func(code uint32) float64 { return widths.of(cid(code)) }
}

func twoBytes(s string) (uint32, int) {
	if len(s) < 2 {
		return uint32(s[0]), 1
	}
	return uint32(s[0])<<8 | uint32(s[1]), 2
}

// wideWidths are the glyph widths of a CIDFont (9.7.4.3).
type wideWidths struct {
	otherwise float64
	ranges    []widthRange
}

type widthRange struct {
	low, high uint32
	width     float64   // of all
	widths    []float64 // or of each
}

func (f *file) wideWidths(d dict) *wideWidths {
	w := &wideWidths{otherwise: f.number(d["DW"], 1000) / 1000}
	a := f.array(d["W"])
	for i := 0; i+1 < len(a) && f.budget.value(); {
		low := uint32(f.number(a[i], 0))
		if list, ok := f.resolve(a[i+1]).(array); ok {
			if !f.budget.spend(&f.budget.values, len(list), source.TooLong) {
				break
			}
			r := widthRange{low: low, high: low + uint32(len(list)) - 1}
			for _, v := range list {
				r.widths = append(r.widths, f.number(v, 0)/1000)
			}
			if len(list) > 0 {
				w.ranges = append(w.ranges, r)
			}
			i += 2
			continue
		}
		if i+2 < len(a) {
			w.ranges = append(w.ranges, widthRange{low: low, high: uint32(f.number(a[i+1], 0)), width: f.number(a[i+2], 0) / 1000})
		}
		i += 3
	}
	slices.SortStableFunc(w.ranges, func(a, b widthRange) int { return int(int64(a.low) - int64(b.low)) })
	return w
}

func (w *wideWidths) of(cid uint32) float64 {
	i, _ := slices.BinarySearchFunc(w.ranges, cid, func(r widthRange, cid uint32) int {
		if r.low <= cid {
			return -1
		}
		return 1
	})
	if i--; i < 0 || w.ranges[i].high < cid {
		return w.otherwise
	}
	if r := &w.ranges[i]; r.widths != nil {
		return r.widths[cid-r.low]
	} else {
		return r.width
	}
}

// simple reads a simple font (9.6), with codes of one byte.
func (f *file) simple(t *font, d dict) {
	t.cut = func(s string) (uint32, int) { return uint32(s[0]), 1 }
	names := f.encoding(d)
	t.text = func(code uint32) string { return names[byte(code)] }
	about := f.dict(d["FontDescriptor"])
	first, widths := f.number(d["FirstChar"], 0), f.array(d["Widths"])
	unit := 1.0 / 1000
	if m := f.array(d["FontMatrix"]); len(m) == 6 { // drawn by the file itself
		unit = f.number(m[0], unit)
	}
	const common = 500 // of the fonts that every reader of PDFs has by itself
	missing := f.number(about["MissingWidth"], common)
	t.width = func(code uint32) float64 {
		if i := float64(code) - first; i >= 0 && i < float64(len(widths)) {
			return f.number(widths[int(i)], missing) * unit
		}
		return missing * unit
	}
}

// encoding is the character encoding of a simple font (9.6.6).
func (f *file) encoding(d dict) [256]string {
	var names [256]string
	encoding := f.resolve(d["Encoding"])
	base, _ := encoding.(name)
	changes, _ := encoding.(dict)
	if changes != nil {
		base = f.name(changes["BaseEncoding"])
	}
	if base != "" || !f.ownEncoding(d) {
		names = baseEncoding(base)
	}
	code := 0
	differences := f.array(changes["Differences"])
	if !f.budget.spend(&f.budget.values, len(differences), source.TooLong) {
		return names
	}
	for _, v := range differences {
		switch v := f.resolve(v).(type) {
		case float64:
			code = int(v)
		case name:
			if code >= 0 && code < 256 {
				names[code] = glyphText(string(v))
			}
			code++
		}
	}
	return names
}

// ownEncoding tells fonts whose codes only the font itself explains.
func (f *file) ownEncoding(d dict) bool {
	const symbolic = 4
	about := f.dict(d["FontDescriptor"])
	if f.name(d["Subtype"]) == "Type3" {
		return true
	}
	embedded := about["FontFile"] != nil || about["FontFile2"] != nil || about["FontFile3"] != nil
	return embedded && int(f.number(about["Flags"], 0))&symbolic != 0
}

// isInk reports whether a text can be seen.
func isInk(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) })
}
