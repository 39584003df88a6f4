// Package plain reads a published report that was copied as plain text: from a
// web page or Word (cells with tabs between them, or one on a line), from notes
// (cells between bars), or laid out with blanks the way a PDF looks. Begin with
// [Read].
package plain

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/width"

	"nianbao/model/intake/source"
)

// Read reads a text. The error is a *source.Refusal.
func Read(data []byte) (*source.Document, error) { return read(data, func([]line) {}) }

// read reads a text whose lines have marks that prepare takes off.
func read(data []byte, prepare func([]line)) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	text, err := Decode(data)
	if err != nil {
		return nil, err
	}
	lines := split(text)
	prepare(lines)
	lines = slices.DeleteFunc(lines, func(l line) bool { return len(l.pieces) == 0 })
	var b source.Builder
	give(lines, &b, source.Line{})
	return b.Document("", true)
}

// Lines adds the lines of a text, with the marks of the place where it stands.
func Lines(text string, b *source.Builder, marks source.Line) {
	lines := split(text)
	for i := range lines {
		lines[i].number = 0 // it is the document's
	}
	give(lines, b, marks)
}

func give(lines []line, b *source.Builder, marks source.Line) {
	measure(lines)
	for i := range lines {
		if b.Full() {
			return
		}
		lines[i].give(b, marks)
	}
}

// Decode makes UTF-8 of the bytes of a text, whatever Windows wrote them in:
// UTF-8, UTF-16 with a mark, or GB 18030 (of which GBK is a part). What cannot be
// decoded becomes U+FFFD. The error is a *source.Refusal.
func Decode(data []byte) (string, error) {
	var text string
	rest, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		utf8Text, err := uni.UTF16(uni.LittleEndian, uni.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", &source.Refusal{Reason: source.Binary, Err: err}
		}
		text = string(utf8Text)
	case bytes.Count(data, []byte{0}) > len(data)/1000+1:
		return "", &source.Refusal{Reason: source.Binary}
	case marked || isUTF8(rest):
		text = strings.ToValidUTF8(string(rest), "\ufffd")
	default:
		text = source.DecodeGB18030(data)
	}
	// A wrong guess shows in characters that could not be decoded.
	if bad := strings.Count(text, "\ufffd"); bad > 8 && bad*20 > utf8.RuneCountInString(text) {
		return "", &source.Refusal{Reason: source.Binary}
	}
	return text, nil
}

// isUTF8 tells UTF-8, a broken byte here and there notwithstanding.
func isUTF8(data []byte) bool {
	good, bad := UTF8(data)
	return bad == 0 || good >= 10*bad
}

// UTF8 counts the characters of three bytes and more, which come out right by chance
// in no other encoding of Chinese, and the bytes that are broken in UTF-8.
func UTF8(data []byte) (good, bad int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 2:
			good++
		}
		data = data[size:]
	}
	return good, bad
}

// line is a line of the text, cut into the pieces that blanks set apart.
type line struct {
	number  int
	raw     string
	pieces  []source.Cell // Column and Span are places across the page
	wrapped bool
	indent  int
	heading int
	looks   func(text string) source.Text // of text with marks; nil for one without
}

func split(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	var all []line
	number := 0
	for raw := range strings.SplitSeq(text, "\n") {
		number++
		if strings.TrimSpace(raw) == "" {
			continue
		}
		l := line{number: number, raw: raw, pieces: pieces(raw)}
		if len(l.pieces) > 0 {
			all = append(all, l)
		}
		if len(all) > source.MaxLines {
			break // the builder refuses it
		}
	}
	return all
}

// gap is how many blanks, in half characters, set two pieces apart.
const gap = 2

// pieces cuts a line where blanks are wide enough to be meant.
func pieces(raw string) []source.Cell {
	var all []source.Cell
	var piece strings.Builder
	at, begin, end := 0, 0, -gap
	finish := func() {
		if piece.Len() > 0 {
			all = append(all, source.Cell{Text: piece.String(), Column: begin, Span: max(1, end-begin), Rows: 1})
			piece.Reset()
		}
	}
	for _, r := range raw {
		w := columns(r)
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			at += w
			continue
		}
		if at-end >= gap {
			finish()
			begin = at
		} else if at > end {
			piece.WriteByte(' ')
		}
		piece.WriteRune(r)
		at += w
		end = at
	}
	finish()
	return all
}

// columns is the width of a character in half characters.
func columns(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	if r == '\u200b' || r == '\ufeff' {
		return 0
	}
	return 1
}

// measure marks the lines that reach the width the text was broken at.
func measure(lines []line) {
	var extents []source.Extent
	for i := range lines {
		if len(lines[i].pieces) == 1 {
			extents = append(extents, lines[i].extent())
		}
	}
	const few = 6 // fewer long lines are chance: most texts have a paragraph on a line
	margin := source.Margins(extents, few)
	for i := range lines {
		l := &lines[i]
		l.wrapped = len(l.pieces) == 1 && margin.Wraps(l.extent())
		l.indent = margin.Indent(l.extent())
	}
}

func (l *line) extent() source.Extent {
	last := l.pieces[len(l.pieces)-1]
	return source.Extent{Begin: l.pieces[0].Column, End: last.Column + last.Span}
}

// give adds the line to the document, with the marks of out, as a row when it has cells.
func (l *line) give(b *source.Builder, out source.Line) {
	out.Number, out.Wrapped, out.Indent, out.Heading = l.number, l.wrapped, l.indent, max(out.Heading, l.heading)
	cells, ruled := between(l.raw)
	switch {
	case ruled && cells == nil: // a rule drawn with bars and dashes
		return
	case cells != nil:
		for i, text := range cells {
			out.Cells = append(out.Cells, source.Cell{Text: text, Runs: l.runs(text), Column: i, Span: 1, Rows: 1})
		}
		b.Row(out)
	case len(l.pieces) > 1:
		out.Cells, out.Spaced = l.pieces, true
		b.Row(out)
	default:
		out.Text, out.Runs = l.raw, l.runs(l.raw)
		b.Paragraph(out)
	}
}

func (l *line) runs(text string) source.Text {
	if l.looks == nil {
		return nil
	}
	return l.looks(text)
}

// bars are the signs that people and programs draw columns with.
var bars = strings.NewReplacer("｜", "|", "│", "|", "┃", "|", "║", "|", "￨", "|")

// between cuts a line at tabs, or at bars. It reports also a line that only
// draws a rule between rows.
func between(raw string) (cells []string, ruled bool) {
	if strings.Contains(strings.TrimRight(raw, " \u3000\t"), "\t") {
		return strings.Split(raw, "\t"), false
	}
	line := strings.TrimSpace(bars.Replace(raw))
	if drawing(line) {
		return nil, true
	}
	// One bar in a sentence is no table.
	if n := strings.Count(line, "|"); n < 2 && !strings.HasPrefix(line, "|") && (n < 1 || utf8.RuneCountInString(line) > 40) {
		return nil, false
	}
	line = strings.TrimPrefix(line, "|")
	line = strings.TrimSuffix(line, "|")
	return strings.Split(line, "|"), true
}

// drawing reports whether a line is made of rules alone: |---|:--:|, +-----+.
func drawing(line string) bool {
	dashes := 0
	for _, r := range line {
		switch {
		case r >= '─' && r <= '╿', r == '-', r == '=':
			dashes++
		case r == '|', r == '+', r == ':', r == ' ':
		default:
			return false
		}
	}
	return dashes >= 3
}
