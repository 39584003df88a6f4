package handmade

import (
	"fmt"
	"strings"

	"nianbao/model/intake/source"
)

// Told is a document as a test compares it, a line each: its number, its heading's
// level after #, ^ for the site around, and what it says, the cells of a row between
// bars with the columns and rows they cover; then what stands beside the text, with
// its look.
func Told(d *source.Document) string {
	var b strings.Builder
	for _, l := range d.Lines {
		fmt.Fprint(&b, l.Number)
		if l.Heading > 0 {
			fmt.Fprintf(&b, "#%d", l.Heading)
		}
		if l.Site {
			b.WriteByte('^')
		}
		b.WriteByte(' ')
		if l.Cells == nil {
			b.WriteString(l.Text)
		}
		for i, c := range l.Cells {
			if i > 0 {
				b.WriteByte('|')
			}
			b.WriteString(strings.ReplaceAll(c.Text, "\n", "/"))
			b.WriteString(place(c, l.Spaced || c.Column != i))
		}
		b.WriteByte('\n')
	}
	for _, a := range d.Apart {
		fmt.Fprintf(&b, "%d(%s) %s\n", a.Number, looks[a.Look], a.Text)
	}
	return b.String()
}

// place is where a cell stands, as far as it is not told by those before it.
func place(c source.Cell, apart bool) string {
	var at string
	if apart {
		at = fmt.Sprintf("@%d", c.Column)
	}
	if apart || c.Span > 1 {
		at += fmt.Sprintf("+%d", c.Span)
	}
	if c.Rows > 1 {
		at += fmt.Sprintf("x%d", c.Rows)
	}
	return at
}

var looks = map[source.Look]string{
	source.Plain: "plain", source.Raised: "raised", source.Hidden: "hidden", source.Struck: "struck", source.Deleted: "deleted", source.Prompt: "prompt",
	source.Mark: "mark", source.Edge: "edge", source.Comment: "comment", source.Footnote: "footnote",
}
