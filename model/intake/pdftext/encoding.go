package pdftext

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"nianbao/model/intake/source"
)

// baseEncoding is one of the encodings that have a name. What no reader needs
// to know of the others is the same in all of them: ASCII.
func baseEncoding(n name) [256]string {
	table := charmap.Windows1252
	if n == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	var names [256]string
	for code := range names {
		if r := table.DecodeByte(byte(code)); r != utf8.RuneError && code >= ' ' {
			names[code] = string(r)
		}
	}
	if n == "" || n == "StandardEncoding" {
		names['\''], names['`'] = "’", "‘"
	}
	return names
}

// glyphText is the text of a glyph by its name; empty when the name says
// nothing.
func glyphText(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if utf8.RuneCountInString(n) == 1 {
		return n
	}
	for _, prefix := range []string{"uni", "u"} {
		digits, ok := strings.CutPrefix(n, prefix)
		if code, err := strconv.ParseUint(digits, 16, 32); ok && err == nil && len(digits) >= 4 && code <= utf8.MaxRune {
			return string(rune(code))
		}
	}
	i := strings.Index(glyphNames, " "+n+" ")
	if i < 0 || n == "" {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(glyphNames[i+len(n)+2:])
	return string(r)
}

// glyphNames are the names of what stands between Chinese characters in a
// report, each with the character behind it.
const glyphNames = " space \u00a0 zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9" +
	" period . comma , colon : semicolon ; hyphen - minus − plus + equal = slash / backslash \\ bar | underscore _" +
	" parenleft ( parenright ) bracketleft [ bracketright ] braceleft { braceright } less < greater >" +
	" percent % numbersign # asterisk * ampersand & at @ exclam ! question ? dollar $ quotedbl \" quotesingle '" +
	" asciitilde ~ asciicircum ^ grave `" +
	" quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” endash – emdash — bullet • ellipsis … periodcentered · degree ° multiply × section § "

// known is an encoding that every reader of PDFs knows by name.
type known struct {
	cut  func(s string) (code uint32, length int)
	text func(code uint32) string
	cid  func(code uint32) uint32
}

// predefined finds the encodings that Chinese programs use: those of GB 2312,
// GBK and GB 18030, and UTF-16.
func predefined(n string) *known {
	k := &known{}
	switch base := strings.TrimSuffix(strings.TrimSuffix(n, "-H"), "-V"); base {
	case "UniGB-UCS2", "UniGB-UTF16", "UniCNS-UCS2", "UniCNS-UTF16":
		k.cut, k.text = cutUTF16, func(code uint32) string { return utf16Text(string(inBytes(code))) }
	case "GB-EUC", "GBpc-EUC", "GBK-EUC", "GBKp-EUC":
		k.cut, k.text = cutGBK, gbText
	case "GBK2K":
		k.cut, k.text = cutGB18030, gbText
	default:
		return nil
	}
	// The numbers of the characters matter for widths alone, and all Chinese
	// characters are as wide as they are high. ASCII comes in two widths.
	first := uint32(1)
	if n == "GBK-EUC-H" || n == "GBK-EUC-V" || strings.HasPrefix(n, "GB-EUC") {
		first = 814
	}
	k.cid = func(code uint32) uint32 {
		if code >= ' ' && code <= '~' {
			return code - ' ' + first
		}
		return math.MaxUint32
	}
	return k
}

func inBytes(code uint32) []byte {
	if code > 0xffff {
		return []byte{byte(code >> 24), byte(code >> 16), byte(code >> 8), byte(code)}
	}
	return []byte{byte(code >> 8), byte(code)}
}

func cutUTF16(s string) (uint32, int) {
	if len(s) >= 4 && s[0] >= 0xd8 && s[0] <= 0xdb {
		return codeOf(chars(s[:4])), 4
	}
	return twoBytes(s)
}

func cutGBK(s string) (uint32, int) {
	if s[0] <= 0x80 {
		return uint32(s[0]), 1
	}
	return twoBytes(s)
}

func cutGB18030(s string) (uint32, int) {
	if len(s) >= 4 && s[0] > 0x80 && isDigit(s[1]) {
		return codeOf(chars(s[:4])), 4
	}
	return cutGBK(s)
}

func gbText(code uint32) string {
	raw := inBytes(code)
	if code <= 0xff {
		raw = raw[1:]
	}
	return source.DecodeGB18030(raw)
}
