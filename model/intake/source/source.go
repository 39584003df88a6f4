// Package source is what every reader of a published report hands over: the
// document as lines in reading order, paragraphs and table rows alike. It knows
// neither file formats nor the form; it is where the two meet.
//
// A reader distrusts its input. The bounds here hold for all of them, and a
// Refusal is the only error a reader returns.
package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a document. They are far above any report (the longest known has
// about a thousand lines) and keep a hostile file from costing more than its
// size.
const (
	MaxSize  = 20 << 20 // bytes of the file itself
	MaxText  = 1 << 20  // bytes of text in all
	MaxLines = 20_000
	MaxCells = 64   // cells in one row
	MaxDepth = 200  // elements within each other
	MaxSpan  = 1000 // rows or columns that one cell may claim
)

// Document is a published report as its reader found it.
type Document struct {
	Title string // what the file itself calls it, beside the text; may be empty
	Lines []Line
	// Loose says that table rows may be split over lines, and cells run
	// together: what is left of a table in plain text.
	Loose bool
	// Indented says that paragraphs begin further right than their other lines:
	// where one was broken is certain then.
	Indented bool
	Pictures []int // pages, from 1, of which nothing could be read: they are pictures
}

// Indented is the least indentation, in half characters, that begins a
// paragraph.
const Indented = 3

// Line is one paragraph or one row of a table.
type Line struct {
	Number  int    // where it begins, counted from 1 the way a reader of the source would
	Text    string // what it says; for a row, its cells with tabs between
	Cells   []Cell // of a row, from left to right; nil for a paragraph
	Table   int    // which table the row belongs to, from 1; 0 for none
	Heading int    // level of a paragraph marked as a heading; 0 when it is not
	Site    bool   // part of the page around the document: navigation, header, footer
	Spaced  bool   // a row told by its blanks: the columns of its cells are places across the page
	Wrapped bool   // as wide as the page: it may go on in the next line
	Indent  int    // how far a paragraph begins from the left, in half characters
}

// Cell is one cell of a row.
type Cell struct {
	Text   string
	Column int // first column of the table it covers, from 0
	Span   int // columns it covers, at least 1
	Rows   int // rows it covers, at least 1
}

// Builder collects lines within the bounds.
type Builder struct {
	doc   Document
	size  int
	table int
	full  bool
}

// Paragraph adds a paragraph; it splits at line ends and drops blank ones.
func (b *Builder) Paragraph(l Line) {
	for text := range strings.SplitSeq(l.Text, "\n") {
		part := l
		if part.Text = Tidy(text); part.Text != "" {
			part.Cells, part.Table = nil, 0
			b.add(part)
		}
	}
}

// BeginTable starts a table: rows added from now on belong to it.
func (b *Builder) BeginTable() { b.table++ }

// Row adds a row of the table begun last. A row without any text adds nothing.
func (b *Builder) Row(l Line) {
	if len(l.Cells) > MaxCells {
		b.full = true
		return
	}
	texts, some := make([]string, len(l.Cells)), false
	for i := range l.Cells {
		l.Cells[i].Text = Tidy(l.Cells[i].Text)
		texts[i] = l.Cells[i].Text
		some = some || texts[i] != ""
	}
	if !some {
		return
	}
	l.Text, l.Table = strings.TrimRight(strings.Join(texts, "\t"), "\t"), b.table
	b.add(l)
}

func (b *Builder) add(l Line) {
	if b.size += len(l.Text) + 1; b.size > MaxText || len(b.doc.Lines) >= MaxLines {
		b.full = true
		return
	}
	if l.Number == 0 {
		l.Number = len(b.doc.Lines) + 1
	}
	b.doc.Lines = append(b.doc.Lines, l)
}

// Indent says that paragraphs are told by their indentation.
func (b *Builder) Indent() { b.doc.Indented = true }

// Picture says that a page is a picture.
func (b *Builder) Picture(page int) { b.doc.Pictures = append(b.doc.Pictures, page) }

// Full reports whether something did not fit any more: a reader can stop.
func (b *Builder) Full() bool { return b.full }

// Document hands over what was collected. The error is a *Refusal when it was
// too much, or nothing.
func (b *Builder) Document(title string, loose bool) (*Document, error) {
	switch {
	case b.full:
		return nil, &Refusal{Reason: TooLong}
	case len(b.doc.Lines) == 0:
		return nil, &Refusal{Reason: Empty}
	}
	b.doc.Title, b.doc.Loose = Tidy(title), loose
	return &b.doc, nil
}

// Tidy makes one line of a text: every kind of blank becomes a space, several
// one, and none stays at the ends. Characters without width or meaning, which
// come along from web pages, go.
func Tidy(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = true
			continue
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r):
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
