package pdftext

import (
	"bytes"
	"strconv"

	"nianbao/model/intake/source"
)

// What a file is made of, besides bool, float64 and nil.
type (
	name  string
	chars string // a string, which has no encoding of its own
	word  string // an operator or keyword
	ref   int    // the number of another object
	array []any
	dict  map[name]any
	end   struct{} // nothing more
)

// lexer reads objects and operators. It takes what it can make sense of; what
// is broken ends where it breaks.
type lexer struct {
	data   []byte
	at     int
	budget *budget
	refs   bool // “1 0 R” refers to an object; not in contents
}

// next is the next object or operator.
func (l *lexer) next() any { return l.value(0) }

func (l *lexer) value(depth int) any {
	from := l.at
	l.skip()
	if depth > maxNesting {
		l.budget.refuse(source.TooDeep)
	}
	if !l.spend(from) || l.at >= len(l.data) || !l.budget.value() {
		return end{}
	}
	switch {
	case l.data[l.at] == '[':
		l.at++
		return l.array(depth)
	case l.starts("<<"):
		l.at += 2
		return l.dict(depth)
	}
	from = l.at
	v := l.single()
	l.spend(from)
	return v
}

// spend counts what was read since a place: a file can have the same read again
// and again, by objects that stand in one place of a stream.
func (l *lexer) spend(since int) bool {
	return l.budget.spend(&l.budget.bytes, l.at-since, source.Bomb)
}

// single is what does not consist of other objects.
func (l *lexer) single() any {
	switch c := l.data[l.at]; {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		l.at++
		return l.literal()
	case l.starts(">>"):
		l.at += 2
		return word(">>")
	case c == '<':
		l.at++
		return l.hex()
	case isDelimiter(c):
		l.at++
		return word(c)
	case isDigit(c) || c == '+' || c == '-' || c == '.':
		return l.number()
	}
	return l.word()
}

func (l *lexer) starts(s string) bool { return bytes.HasPrefix(l.data[l.at:], []byte(s)) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes white-space characters and comments (7.2.2, 7.2.3).
func (l *lexer) skip() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// regular takes the characters up to the next white-space or delimiter character
// (7.2.2).
func (l *lexer) regular() []byte {
	from := l.at
	for l.at < len(l.data) && !isSpace(l.data[l.at]) && !isDelimiter(l.data[l.at]) {
		l.at++
	}
	return l.data[from:l.at]
}

func (l *lexer) word() any {
	switch w := string(l.regular()); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return word(w)
	}
}

func (l *lexer) name() name {
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return name(raw)
	}
	var out []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if c, err := strconv.ParseUint(string(raw[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(c))
				i += 2
				continue
			}
		}
		out = append(out, raw[i])
	}
	return name(out)
}

// number reads a number (7.3.3), or an indirect reference (7.3.10) where two numbers
// and an R stand.
func (l *lexer) number() any {
	from := l.at
	for l.at < len(l.data) && (isDigit(l.data[l.at]) || bytes.IndexByte([]byte("+-."), l.data[l.at]) >= 0) {
		l.at++
	}
	text := l.data[from:l.at]
	if l.refs {
		if n, ok := l.reference(text); ok {
			return n
		}
	}
	n, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return 0.0
	}
	return n
}

func (l *lexer) reference(text []byte) (ref, bool) {
	n, ok := natural(text)
	if !ok {
		return 0, false
	}
	ahead := *l
	ahead.skip()
	from := ahead.at
	if !ahead.spend(l.at) {
		return 0, false
	}
	for ahead.at < len(l.data) && isDigit(l.data[ahead.at]) {
		ahead.at++
	}
	if ahead.at == from || ahead.at-from > 5 {
		return 0, false
	}
	digits := ahead.at
	ahead.skip()
	if !ahead.spend(digits) || !ahead.starts("R") {
		return 0, false
	}
	ahead.at++
	if ahead.at < len(l.data) && !isSpace(l.data[ahead.at]) && !isDelimiter(l.data[ahead.at]) {
		return 0, false
	}
	l.at = ahead.at
	return ref(n), true
}

// natural reads digits of a number that can be an object's.
func natural(text []byte) (int, bool) {
	const most = 8
	if len(text) == 0 || len(text) > most {
		return 0, false
	}
	n := 0
	for _, c := range text {
		if !isDigit(c) {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func (l *lexer) array(depth int) array {
	a := array{} // an empty one is not none
	for {
		switch v := l.value(depth + 1); v {
		case word("]"), end{}:
			return a
		default:
			if l.broken(v) {
				return a
			}
			a = append(a, v)
		}
	}
}

func (l *lexer) dict(depth int) dict {
	d := dict{}
	for {
		key := l.value(depth + 1)
		if key == word(">>") || key == (end{}) || l.broken(key) {
			return d
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		v := l.value(depth + 1)
		if v == word(">>") || v == (end{}) || l.broken(v) {
			return d
		}
		d[k] = v
	}
}

// broken tells the keyword that ends an object which something is missing of,
// and leaves it to be read again.
func (l *lexer) broken(v any) bool {
	if w, ok := v.(word); ok && (w == "endobj" || w == "endstream") {
		l.at -= len(w)
		return true
	}
	return false
}

// literal reads a literal string, in parentheses (7.3.4.2).
func (l *lexer) literal() chars {
	var out []byte
	open := 1
	for ; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return chars(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	l.at = len(l.data) // an escape that the end cuts short leads one beyond it
	return chars(out)
}

// escape reads what follows a backslash, up to its last character.
func (l *lexer) escape(out []byte) []byte {
	if l.at++; l.at >= len(l.data) {
		return out
	}
	c := l.data[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if l.at+1 < len(l.data) && l.data[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := 0
		for i := 0; i < 3 && l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '7'; i++ {
			n = n*8 + int(l.data[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(n))
	}
	return append(out, c)
}

// hex reads a hexadecimal string, in angle brackets (7.3.4.3).
func (l *lexer) hex() chars {
	var out []byte
	half, odd := byte(0), false
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		digit, ok := hexDigit(c)
		switch {
		case !ok:
		case odd:
			out, odd = append(out, half<<4|digit), false
		default:
			half, odd = digit, true
		}
	}
	if odd {
		out = append(out, half<<4)
	}
	return chars(out)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case isDigit(c):
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
