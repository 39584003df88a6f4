package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Unread stands for a character that could not be read.
const Unread = '〓'

// Tidy makes one line of a text: every kind of blank becomes a space, several
// one, and none stays at the ends. Forms of characters become the characters,
// and what has no width and no meaning, as it comes along from web pages, goes.
func Tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if r = Character(r); r < 0 {
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

// Character is the character that one of a document stands for: radicals and
// compatibility forms, which look like it, are what converters and fonts make
// of it. It is negative for what is no character at all.
func Character(r rune) rune {
	const common = 0x2e80 // where such forms begin
	switch {
	case r < common:
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	case r <= 0x2fdf: // CJK Radicals Supplement, Kangxi Radicals
		if plain, ok := equivalents[r]; ok {
			return plain
		}
		return r
	case r < 0xe000:
		return r
	case r == utf8.RuneError:
		return Unread
	case isSymbol(r) || unicode.Is(unicode.Cf, r):
		return -1
	case IsPrivate(r):
		if plain, ok := movedPrivate[r]; ok {
			return Character(plain)
		}
		return r
	case r >= 0xf900 && r <= 0xfaff, r >= 0x2f800 && r <= 0x2fa1f: // CJK Compatibility Ideographs
		return compatible(r)
	case r >= 0xfe10 && r <= 0xfe19, r >= 0xfe30 && r <= 0xfe44, r == 0xfe47, r == 0xfe48: // marks of upright lines
		plain := compatible(r)
		if wide := width.LookupRune(plain).Wide(); wide != 0 {
			return wide
		}
		return plain
	}
	return r
}

// compatible is the one character that a compatibility form decomposes into;
// one of several (︙) stays.
func compatible(r rune) rune {
	plain := norm.NFKC.String(string(r))
	if first, size := utf8.DecodeRuneInString(plain); size == len(plain) {
		return first
	}
	return r
}

// IsPrivate tells a character of private use: one that an office made for
// itself (造字), which no other computer knows.
func IsPrivate(r rune) bool { return unicode.Is(unicode.Co, r) }

// isSymbol tells a sign of a symbol font such as Wingdings: bullets and boxes,
// which are nothing without their font.
func isSymbol(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }
