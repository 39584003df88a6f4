package word

import (
	"slices"

	"nianbao/model/intake/source"
)

// maxCell is the most text, in bytes, in a cell of a table of the form; a table
// with more in one cell only places things on the page.
const maxCell = 600

// give hands the blocks over as lines.
func give(b *source.Builder, blocks []block, depth int) {
	for _, bl := range blocks {
		switch {
		case bl.table == nil:
			b.Paragraph(source.Line{Runs: bl.text, Heading: bl.heading})
		case isData(bl.table):
			b.BeginTable()
			for _, row := range bl.table {
				giveRow(b, row)
			}
		case depth < source.MaxDepth:
			for _, row := range bl.table {
				for _, c := range row {
					give(b, c.blocks, depth+1)
				}
			}
		}
	}
}

func giveRow(b *source.Builder, row []cell) {
	var l source.Line
	for _, c := range row {
		// Text that a merge has hidden is read only if there is any.
		if c.continued && !slices.ContainsFunc(c.blocks, func(bl block) bool { return bl.isSeen() }) {
			continue
		}
		l.Cells = append(l.Cells, source.Cell{Runs: c.text(), Column: c.column, Span: c.span, Rows: 1})
	}
	b.Row(l)
}

func isData(rows [][]cell) bool {
	widest := 0
	for _, row := range rows {
		for _, c := range row {
			for _, bl := range c.blocks {
				if bl.table != nil {
					return false
				}
			}
			if c.length() > maxCell {
				return false
			}
		}
		widest = max(widest, len(row))
	}
	return widest > 1
}

// text is what the cell says, each of its paragraphs on a line.
func (c *cell) text() source.Text {
	text := source.Text{{}}
	for i, bl := range c.blocks {
		if i > 0 {
			text = append(text, source.Run{Text: "\n"})
		}
		text = append(text, bl.text...)
	}
	return text
}

// length is how much of it is seen, in bytes.
func (c *cell) length() int {
	n := 0
	for _, bl := range c.blocks {
		for _, run := range bl.text {
			if run.Look.IsSeen() {
				n += len(run.Text)
			}
		}
	}
	return n
}
