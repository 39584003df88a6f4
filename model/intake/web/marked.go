package web

import (
	"errors"
	"slices"
	"strings"

	"nianbao/model/intake/plain"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// tableInText is a table as HTML has it, which Markdown lets stand: its own have no
// merged cells, and programs that make Markdown of a document write this one.
var tableInText = pattern.Lazy(`(?is)<table[\s>].*?</table>`)

// maxTables is more of them than a report has.
const maxTables = 1000

// ReadMarkdown reads a text with the marks of Markdown, and tables of HTML in it. The
// error is a *source.Refusal.
func ReadMarkdown(data []byte) (*source.Document, error) {
	if len(data) > source.MaxSize {
		return nil, &source.Refusal{Reason: source.TooLarge}
	}
	text, err := plain.Decode(data)
	if err != nil {
		return nil, err //nolint:wrapcheck // a refusal
	}
	tables := tableInText().FindAllStringIndex(text, maxTables+1)
	switch {
	case tables == nil:
		return plain.ReadMarkdown(data) //nolint:wrapcheck // a refusal
	case len(tables) > maxTables:
		return nil, &source.Refusal{Reason: source.TooLong}
	}
	var all joined
	at, line := 0, 0
	read := func(to int, reader func([]byte) (*source.Document, error)) error {
		piece := text[at:to]
		doc, err := reader([]byte(piece))
		if err == nil {
			err = all.add(doc, line)
		}
		at, line = to, line+strings.Count(piece, "\n")
		var refusal *source.Refusal
		if errors.As(err, &refusal) && refusal.Reason == source.Empty {
			return nil
		}
		return err
	}
	for _, t := range tables {
		if err := read(t[0], plain.ReadMarkdown); err != nil {
			return nil, err
		}
		if err := read(t[1], Read); err != nil {
			return nil, err
		}
	}
	if err := read(len(text), plain.ReadMarkdown); err != nil {
		return nil, err
	}
	if len(all.doc.Lines) == 0 {
		return nil, &source.Refusal{Reason: source.Empty}
	}
	return &all.doc, nil
}

// joined is a document of several read one after the other.
type joined struct {
	doc    source.Document
	tables int
	size   int
}

// add adds a document that begins behind so many lines of the text. A table of HTML has
// its first line for all of its rows.
func (j *joined) add(doc *source.Document, behind int) error {
	before := len(j.doc.Lines)
	tables := j.tables
	for _, l := range doc.Lines {
		if l.Table > 0 {
			l.Number = 1
			l.Table += j.tables
			tables = max(tables, l.Table)
		}
		l.Number += behind
		j.size += len(l.Text)
		j.doc.Lines = append(j.doc.Lines, l)
	}
	for _, a := range doc.Apart {
		if tables > j.tables {
			a.Number = 1
		}
		a.Number, a.Before = a.Number+behind, a.Before+before
		j.doc.Apart = append(j.doc.Apart, a)
	}
	j.tables = tables
	j.doc.Images += doc.Images
	j.doc.Loose = j.doc.Loose || doc.Loose && slices.ContainsFunc(doc.Lines, func(l source.Line) bool { return l.Cells != nil })
	if len(j.doc.Lines)+len(j.doc.Apart) > source.MaxLines || j.size > source.MaxText {
		return &source.Refusal{Reason: source.TooLong}
	}
	return nil
}
