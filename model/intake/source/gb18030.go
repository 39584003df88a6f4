package source

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// movedGB are the two-byte codes that GB 18030-2005 and GB 18030-2022 gave
// characters to, which the edition of 2000 had left to private use; x/text
// knows none of them. From annex D of GB 18030-2022.
var movedGB = map[[2]byte]rune{
	{0xa6, 0xd9}: '︐', {0xa6, 0xda}: '︒', {0xa6, 0xdb}: '︑', {0xa6, 0xdc}: '︓', {0xa6, 0xdd}: '︔',
	{0xa6, 0xde}: '︕', {0xa6, 0xdf}: '︖', {0xa6, 0xec}: '︗', {0xa6, 0xed}: '︘', {0xa6, 0xf3}: '︙',
	{0xa8, 0xbc}: 'ḿ',
	{0xfe, 0x51}: '𠂇', {0xfe, 0x52}: '𠂉', {0xfe, 0x53}: '𠃌', {0xfe, 0x59}: '龴', {0xfe, 0x61}: '龵',
	{0xfe, 0x66}: '龶', {0xfe, 0x67}: '龷', {0xfe, 0x6c}: '𡗗', {0xfe, 0x6d}: '龸', {0xfe, 0x76}: '𢦏',
	{0xfe, 0x7e}: '龹', {0xfe, 0x90}: '龺', {0xfe, 0x91}: '𤇾', {0xfe, 0xa0}: '龻',
}

// movedPrivate are the characters of private use that older systems wrote for
// the same.
var movedPrivate = map[rune]rune{
	'\ue78d': '︐', '\ue78e': '︒', '\ue78f': '︑', '\ue790': '︓', '\ue791': '︔',
	'\ue792': '︕', '\ue793': '︖', '\ue794': '︗', '\ue795': '︘', '\ue796': '︙',
	'\ue7c7': 'ḿ',
	'\ue816': '𠂇', '\ue817': '𠂉', '\ue818': '𠃌', '\ue81e': '龴', '\ue826': '龵',
	'\ue82b': '龶', '\ue82c': '龷', '\ue831': '𡗗', '\ue832': '龸', '\ue83b': '𢦏',
	'\ue843': '龹', '\ue854': '龺', '\ue855': '𤇾', '\ue864': '龻',
}

// DecodeGB18030 decodes GB 18030 and what is part of it, GBK and GB 2312. Codes
// that mean nothing become U+FFFD, those of private use what Windows makes of
// them.
func DecodeGB18030(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) * 3 / 2)
	decoder := simplifiedchinese.GB18030.NewDecoder()
	from := 0
	flush := func(to int) {
		text, err := decoder.Bytes(data[from:to])
		if err != nil { // none is known: what it cannot decode it replaces
			text = []byte("\ufffd")
		}
		b.Write(text)
	}
	for i := 0; i < len(data); {
		length := lengthGB(data[i:])
		if length == 2 {
			if r := ownGB(data[i], data[i+1]); r != 0 {
				flush(i)
				b.WriteRune(r)
				from = i + length
			}
		}
		i += length
	}
	flush(len(data))
	return b.String()
}

// lengthGB is the length of the code that data begins with.
func lengthGB(data []byte) int {
	switch {
	case data[0] <= 0x80 || data[0] == 0xff || len(data) < 2:
		return 1
	case data[1] >= 0x40 && data[1] != 0x7f && data[1] != 0xff:
		return 2
	case data[1] >= '0' && data[1] <= '9' && len(data) >= 4:
		return 4
	}
	return 1
}

// ownGB is the character of a code that x/text does not know: one that was
// moved, or one of the three areas of private use, which lie in a row from
// U+E000. It is 0 for all others.
func ownGB(lead, trail byte) rune {
	const first = 0xe000
	row, column := rune(lead), rune(trail)
	switch {
	case lead >= 0xaa && lead <= 0xaf && trail >= 0xa1:
		return first + (row-0xaa)*94 + column - 0xa1
	case lead >= 0xf8 && trail >= 0xa1:
		return first + 6*94 + (row-0xf8)*94 + column - 0xa1
	case lead >= 0xa1 && lead <= 0xa7 && trail <= 0xa0:
		if column > 0x7f {
			column--
		}
		return first + 13*94 + (row-0xa1)*96 + column - 0x40
	}
	return movedGB[[2]byte{lead, trail}]
}
