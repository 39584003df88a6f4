// Package source is what every reader of a published report hands over: the
// document as lines in reading order, paragraphs and table rows alike. It knows
// neither file formats nor the form. Begin with [Document] and the [Builder] of one.
//
// Input may be damaged or hostile: the bounds here hold for all readers, and a
// Refusal is the only error a reader returns.
package source

import "strings"

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
	// Apart is what stands in the file and is none of the document's text.
	Apart []Apart
	// Certain says that every paragraph is one of the source: none is cut.
	Certain bool
	// Loose says that table rows may be split over lines, and cells run
	// together: what is left of a table in plain text.
	Loose bool
	// Indented says that paragraphs begin further right than their other lines:
	// where one was broken is certain then.
	Indented bool
	Pictures []int // pages, from 1, of which nothing could be read: they are pictures
	Images   int   // pictures within the text
	// Attached are the files that the document carries along. Nothing says that they
	// have to do with it.
	Attached []Attachment
}

// MaxAttached is how many files within a document are looked at.
const MaxAttached = 100

// Attachment is a file within the document's.
type Attachment struct {
	Name string
	// Open unpacks it, within the bounds of the document. The error is a *Refusal.
	Open func() ([]byte, error)
}

// Apart is something that stands in the file and is none of the document's text.
type Apart struct {
	Number int // as that of a Line
	Before int // index of the line that it stands before
	Text   string
	Look   Look
}

// Indented is the least indentation, in half characters, that begins a
// paragraph.
const Indented = 3

// Line is one paragraph or one row of a table.
type Line struct {
	Number  int    // where it begins, counted from 1 the way a reader of the source would
	Text    string // what it says; for a row, its cells with tabs between
	Runs    Text   // for the Builder, which makes Text of it: how its text looks, where a reader knows
	Cells   []Cell // of a row, from left to right; nil for a paragraph
	Table   int    // which table the row belongs to, from 1; 0 for none
	Heading int    // level of a paragraph marked as a heading; 0 when it is not
	Site    bool   // part of the page around the document: navigation, header, footer
	Spaced  bool   // a row told by its blanks: the columns of its cells are places across the page
	Symbols bool   // signs of a symbol font were in it, which mean nothing without the font
	Wrapped bool   // as wide as the page: it may go on in the next line
	Indent  int    // how far a paragraph begins from the left, in half characters
}

// Cell is one cell of a row.
type Cell struct {
	Text   string // two paragraphs that are numbers have a line end between
	Runs   Text   // as those of a Line
	Column int    // first column of the table it covers, from 0
	Span   int    // columns it covers, at least 1
	Rows   int    // rows it covers, at least 1
}

// Filled is how many cells of a row say something.
func (l *Line) Filled() int {
	n := 0
	for i := range l.Cells {
		if l.Cells[i].Text != "" {
			n++
		}
	}
	return n
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
	apart := l.Runs
	if l.Runs != nil {
		l.Text, apart = l.Runs.InProse()
	}
	for text := range strings.SplitSeq(l.Text, "\n") {
		part := l
		part.Symbols = strings.ContainsFunc(text, isSymbol)
		if part.Text = Tidy(text); part.Text != "" {
			part.Runs, part.Cells, part.Table = nil, nil, 0
			b.add(part)
		}
	}
	b.putApart(apart, l.Number)
}

// putApart keeps what is not read, all of one look together. Number is that of its line,
// 0 where the reader counts none.
func (b *Builder) putApart(runs Text, number int) {
	for look := Hidden; look <= Footnote; look++ {
		var text strings.Builder
		for _, r := range runs {
			if r.Look == look {
				if look == Mark && text.Len() > 0 { // one apart from the next
					text.WriteByte(' ')
				}
				text.WriteString(r.Text)
			}
		}
		if said := Tidy(text.String()); said != "" && b.room(said) {
			a := Apart{Number: number, Before: len(b.doc.Lines), Text: said, Look: look}
			if number == 0 {
				a.Number = b.next()
			}
			b.doc.Apart = append(b.doc.Apart, a)
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
	texts := make([]string, len(l.Cells))
	var apart Text
	for i := range l.Cells {
		c := &l.Cells[i]
		if c.Runs != nil {
			var beside Text
			c.Text, beside = c.Runs.InCell()
			apart, c.Runs = append(apart, beside...), nil
		}
		c.Text = tidyCell(c.Text)
		texts[i] = strings.ReplaceAll(c.Text, "\n", " ")
	}
	if filled := l.Filled(); filled > 0 {
		l.Text, l.Table = strings.TrimRight(strings.Join(texts, "\t"), "\t"), b.table
		if filled == 1 { // it may be a paragraph
			l.Text = strings.TrimLeft(l.Text, "\t")
		}
		b.add(l)
	}
	b.putApart(apart, l.Number)
}

// tidyCell makes one line of a cell's paragraphs. Where a figure would meet a
// figure the line end stays: two numbers are not one.
func tidyCell(text string) string {
	if !strings.Contains(text, "\n") {
		return Tidy(text)
	}
	var b strings.Builder
	for part := range strings.SplitSeq(text, "\n") {
		if part = Tidy(part); part == "" {
			continue
		}
		if b.Len() > 0 {
			sep := byte(' ')
			if endsInFigure(b.String()) && beginsWithFigure(part) {
				sep = '\n'
			}
			b.WriteByte(sep)
		}
		b.WriteString(part)
	}
	return b.String()
}

func (b *Builder) add(l Line) {
	if !b.room(l.Text) {
		return
	}
	if l.Number == 0 {
		l.Number = b.next()
	}
	b.doc.Lines = append(b.doc.Lines, l)
}

// room reports whether a text still fits into the document.
func (b *Builder) room(text string) bool {
	if b.size += len(text) + 1; b.size > MaxText || b.next() > MaxLines {
		b.full = true
	}
	return !b.full
}

// next is the number of the next line.
func (b *Builder) next() int { return len(b.doc.Lines) + len(b.doc.Apart) + 1 }

// Certain says that the paragraphs of the document are those of its source.
func (b *Builder) Certain() { b.doc.Certain = true }

// Indent says that paragraphs are told by their indentation.
func (b *Builder) Indent() { b.doc.Indented = true }

// Picture says that a page is a picture.
func (b *Builder) Picture(page int) { b.doc.Pictures = append(b.doc.Pictures, page) }

// Image says that a picture stands within the text.
func (b *Builder) Image() { b.doc.Images++ }

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
