package plain

import (
	"strings"

	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

var (
	markedHeading = pattern.Lazy(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	underline     = pattern.Lazy(`^ {0,3}(?:=+|-+)[ \t]*$`)
	rule          = pattern.Lazy(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}|` + "```.*" + `)$`)
	listMark      = pattern.Lazy(`^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?`)
	strong        = pattern.Lazy(`(\*{1,3}|__)([^*_\s](?:[^*\n]*?[^*_\s])?)(\*{1,3}|__)`)
	escaped       = pattern.Lazy(`\\([\\*_#.\-+()\[\]{}!>|` + "`" + `])`)
	link          = pattern.Lazy(`!?\[([^\]]*)\]\([^)]*\)`)

	// What is no text, or does not count: struck out, a comment, the mark of a note; and
	// the note itself, behind the text.
	aside    = pattern.Lazy(`~~(.+?)~~|<!--(.*?)-->|\[\^([^\]\s]+)\]`)
	footnote = pattern.Lazy(`^ {0,3}\[\^[^\]\s]+\]:[ \t]*(.*)$`)
)

// ReadMarkdown reads a text with the marks of Markdown: headings are told by
// theirs, the other marks go, and what does not count by them is not read. Tables with
// bars are those of any text. The error is a *source.Refusal.
func ReadMarkdown(data []byte) (*source.Document, error) {
	return read(data, func(lines []line) {
		for i := range lines {
			lines[i].unmark(i+1 < len(lines) && lines[i+1].number == lines[i].number+1, lines, i)
		}
	})
}

// unmark takes the marks off a line; a line of marks alone becomes blank.
func (l *line) unmark(follows bool, lines []line, i int) {
	switch m := markedHeading().FindStringSubmatch(l.raw); {
	case m != nil:
		l.heading, l.raw = len(m[1]), m[2]
	case l.heading > 0 && underline().MatchString(l.raw): // under the heading before
		l.raw, l.heading = "", 0
	case rule().MatchString(l.raw):
		l.raw = ""
	default:
		if follows && underline().MatchString(lines[i+1].raw) {
			l.heading, lines[i+1].heading = 1, 1
		}
		l.raw = strings.TrimPrefix(l.raw, listMark().FindString(l.raw))
	}
	l.raw = strong().ReplaceAllString(l.raw, "$2")
	l.raw = link().ReplaceAllString(l.raw, "$1")
	l.raw = escaped().ReplaceAllString(l.raw, "$1")
	l.raw = strings.TrimSuffix(strings.TrimSuffix(l.raw, "\\"), "<br>")
	l.pieces = pieces(l.raw)
	l.looks = looksOf
}

// looksOf reads how the text of a line looks.
func looksOf(text string) source.Text {
	if m := footnote().FindStringSubmatch(text); m != nil {
		return source.Text{{Text: m[1], Look: source.Footnote}}
	}
	runs, at := source.Text{}, 0
	for _, m := range aside().FindAllStringSubmatchIndex(text, -1) {
		runs.Add(text[at:m[0]], source.Plain)
		switch at = m[1]; {
		case m[2] >= 0:
			runs.Add(text[m[2]:m[3]], source.Struck)
		case m[4] >= 0:
			runs.Add(text[m[4]:m[5]], source.Hidden)
		default:
			runs.Add("["+text[m[6]:m[7]]+"]", source.Raised)
		}
	}
	runs.Add(text[at:], source.Plain)
	return runs
}
