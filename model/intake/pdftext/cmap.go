package pdftext

import (
	"slices"
	"sort"
)

// cmap is a CMap (9.7.5): it says how a string is cut into codes, and what each code
// means: text, or the number of a character (CID).
type cmap struct {
	spaces   []codespace
	texts    map[uint32]string
	ranges   []codeRange // of text
	cids     []codeRange
	vertical bool
}

// codespace is a codespace range: the codes of one length.
type codespace struct {
	low, high uint32
	length    int
}

// codeRange maps codes that follow on each other.
type codeRange struct {
	low, high uint32
	text      []rune // of the first; the last character counts up
	cid       uint32 // of the first
}

// maxCode is the length of the longest code, in bytes.
const maxCode = 4

// maxSpaces is more codespaces than any CMap has.
const maxSpaces = 256

func codeOf(s chars) uint32 {
	n := uint32(0)
	for i := range min(len(s), maxCode) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// readCMap reads an embedded CMap (9.7.5.4).
func readCMap(data []byte, b *budget) *cmap {
	m := &cmap{texts: map[uint32]string{}}
	l := &lexer{data: data, budget: b}
	var operands array
	for {
		switch v := l.next().(type) {
		case end:
			m.settle()
			return m
		case word:
			m.operator(v, operands)
			operands = operands[:0]
		default:
			operands = append(operands, v)
		}
	}
}

func (m *cmap) operator(w word, operands array) {
	switch w {
	case "endcodespacerange":
		for pair := range slices.Chunk(operands, 2) {
			if low, high, ok := bounds(pair); ok && len(low) <= maxCode && len(low) > 0 && len(m.spaces) < maxSpaces {
				m.spaces = append(m.spaces, codespace{codeOf(low), codeOf(high), len(low)})
			}
		}
	case "endbfchar":
		for pair := range slices.Chunk(operands, 2) {
			if code, text, ok := bounds(pair); ok {
				m.texts[codeOf(code)] = utf16Text(string(text))
			}
		}
	case "endbfrange":
		for triple := range slices.Chunk(operands, 3) {
			m.textRange(triple)
		}
	case "endcidchar":
		for pair := range slices.Chunk(operands, 2) {
			m.cidRange(pair[:1], pair)
		}
	case "endcidrange":
		for triple := range slices.Chunk(operands, 3) {
			m.cidRange(triple[:1], triple[min(1, len(triple)-1):])
		}
	case "def":
		if n := len(operands); n >= 2 && operands[n-2] == name("WMode") {
			m.vertical = operands[n-1] == 1.0
		}
	}
}

// bounds are two strings.
func bounds(pair array) (low, high chars, ok bool) {
	if len(pair) < 2 {
		return "", "", false
	}
	low, ok1 := pair[0].(chars)
	high, ok2 := pair[1].(chars)
	return low, high, ok1 && ok2
}

func (m *cmap) textRange(triple array) {
	low, high, ok := bounds(triple)
	if !ok || len(triple) < 3 {
		return
	}
	switch to := triple[2].(type) {
	case chars:
		if text := []rune(utf16Text(string(to))); len(text) > 0 {
			m.ranges = append(m.ranges, codeRange{low: codeOf(low), high: codeOf(high), text: text})
		}
	case array:
		for i, v := range to {
			if text, ok := v.(chars); ok {
				m.texts[codeOf(low)+uint32(i)] = utf16Text(string(text))
			}
		}
	}
}

// cidRange: the low code stands alone, the high one and the number follow.
func (m *cmap) cidRange(first, rest array) {
	low, high, ok := bounds(append(slices.Clone(first), rest...))
	cid, isNumber := rest[len(rest)-1].(float64)
	if ok && isNumber && len(rest) == 2 {
		m.cids = append(m.cids, codeRange{low: codeOf(low), high: codeOf(high), cid: uint32(cid)})
	}
}

func (m *cmap) settle() {
	for _, ranges := range [][]codeRange{m.ranges, m.cids} {
		sort.SliceStable(ranges, func(i, j int) bool { return ranges[i].low < ranges[j].low })
	}
}

// find is the last range that begins at a code or before, if it reaches it.
func find(ranges []codeRange, code uint32) *codeRange {
	i := sort.Search(len(ranges), func(i int) bool { return ranges[i].low > code }) - 1
	if i < 0 || ranges[i].high < code {
		return nil
	}
	return &ranges[i]
}

// text is what a code means; empty when the map does not say.
func (m *cmap) text(code uint32) string {
	if text, ok := m.texts[code]; ok {
		return text
	}
	r := find(m.ranges, code)
	if r == nil {
		return ""
	}
	text := slices.Clone(r.text)
	text[len(text)-1] += rune(code - r.low)
	return string(text)
}

// cid is the character identifier (CID) that a code stands for.
func (m *cmap) cid(code uint32) uint32 {
	if r := find(m.cids, code); r != nil {
		return r.cid + code - r.low
	}
	return 0
}

// cut takes the next code off a string: the shortest that the map knows.
func (m *cmap) cut(s string) (code uint32, length int) {
	for n := 1; n <= min(maxCode, len(s)); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, space := range m.spaces {
			if space.length == n && space.holds(code) {
				return code, n
			}
		}
	}
	return codeOf(chars(s[:min(2, len(s))])), min(2, len(s))
}

// holds compares byte by byte, as codes are.
func (c codespace) holds(code uint32) bool {
	for shift := 0; shift < 8*c.length; shift += 8 {
		b := code >> shift & 0xff
		if b < c.low>>shift&0xff || b > c.high>>shift&0xff {
			return false
		}
	}
	return true
}
