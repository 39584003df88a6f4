package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/model/internal/pattern"
)

// Look is how a stretch of text looks on the page, as far as it decides whether
// the text counts.
type Look int

// The looks. What a reader of the page does not see, or sees struck out, is not
// read in any format; what is read beside the text is kept apart from it.
const (
	Plain    Look = iota
	Raised        // as the 2 of m², or a mark that points to a note
	Hidden        // not shown
	Struck        // struck out
	Deleted       // in tracked changes
	Prompt        // a placeholder that says what to write
	Mark          // the mark of a note, behind the number in a cell
	Edge          // head or foot of a page, or a stamp over it
	Comment       // what a reviewer noted at the margin
	Footnote      // at the foot of the page, or behind the text
)

// Run is a stretch of text of one look.
type Run struct {
	Text string
	Look Look
}

// Text is what a paragraph or cell says, line ends as "\n".
type Text []Run

// Add appends a stretch of text.
func (t *Text) Add(text string, look Look) {
	if n := len(*t); n > 0 && (*t)[n-1].Look == look {
		(*t)[n-1].Text += text
		return
	}
	*t = append(*t, Run{text, look})
}

// As is the text in another look, as far as it is seen.
func (t Text) As(look Look) Text {
	var all Text
	for _, r := range t {
		if r.Look.IsSeen() {
			all.Add(r.Text, look)
		} else {
			all.Add(r.Text, r.Look)
		}
	}
	return all
}

// IsSeen reports whether a reader of the page takes text of this look for the document's.
func (l Look) IsSeen() bool { return l == Plain || l == Raised }

// InProse parts what is read from what is not. A raised figure behind a figure is set in
// brackets: 136¹条 is not 1361 of them.
func (t Text) InProse() (text string, apart Text) {
	var b strings.Builder
	for _, r := range t {
		switch {
		case r.Look == Raised && endsInFigure(b.String()) && beginsWithFigure(r.Text):
			b.WriteString("[" + strings.TrimSpace(r.Text) + "]")
		case r.Look.IsSeen():
			b.WriteString(r.Text)
		default:
			apart = append(apart, r)
		}
	}
	return b.String(), apart
}

// InCell is InProse for a cell, where a small raised sign behind a number is the
// mark of a note.
func (t Text) InCell() (text string, apart Text) {
	var b strings.Builder
	for _, r := range t {
		switch {
		case r.Look == Raised && IsMark(b.String(), r.Text):
			apart = append(apart, Run{r.Text, Mark})
		case r.Look.IsSeen():
			b.WriteString(r.Text)
		default:
			apart = append(apart, r)
		}
	}
	return b.String(), apart
}

var noteMark = pattern.Lazy(`^[\[（(【〔]?(?:注?\d{1,2}|注?[①-⑳]|[*＊※†]+|注|[a-z])[\]）)】〕]?$`)

// IsMark tells the mark of a note from the power of a unit, which stands behind
// a letter, and from a text that is raised in whole.
func IsMark(before, raised string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	latin := last < unicode.MaxLatin1 && unicode.IsLetter(last)
	return before != "" && !latin && noteMark().MatchString(strings.TrimSpace(raised))
}

func endsInFigure(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsDigit(last)
}

func beginsWithFigure(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(first)
}
