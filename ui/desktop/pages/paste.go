package pages

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/desk"
	"nianbao/model/intake"
)

// What is pasted into a table.

// Paste fills in a table, told by its labels, as Word, WPS and pages copy it, or
// a block of cells from c to the right and downwards, as Excel copies it. Totals
// are passed over.
func (p *Table) Paste(c *cell, text string) {
	if !strings.ContainsAny(text, "\t\n") { // for one cell
		var b block
		b.take([]*cell{c}, []string{text})
		p.putBlock(b)
		return
	}
	if got, ok := intake.Paste(p.Desk().Report(), p.section.ID, text); ok {
		p.pasteLabelled(got)
		return
	}
	lines := intake.Block(p.Desk().Report().Edition(), p.section.ID, text)
	labelled := slices.ContainsFunc(lines, func(l intake.BlockLine) bool { return l.Row != "" })
	var b block
	y, x := p.Grid.find(c)
	for i, line := range lines {
		switch {
		case !labelled && y+i < len(p.Grid.cellRows):
			b.take(p.Grid.cellRows[y+i][x:], line.Values)
		case !labelled:
			b.dropped += len(line.Values)
		case line.Row == "":
			b.dropped += len(line.Values)
			b.unknown = append(b.unknown, line.Label)
		default:
			b.take(p.ofRow(line.Row, x, len(line.Values)), line.Values)
		}
	}
	p.putBlock(b)
}

// putBlock fills in a paste and tells what became of it.
func (p *Table) putBlock(b block) {
	placed, refused := p.put(b.inputs)
	p.done = textPastedCells(placed, b.totals, refused, b.dropped, b.unknown)
	if b.long > 0 {
		p.done += textPastedLong(b.long)
	}
	p.showNotices()
}

// PasteAll is Paste for a text that has labels.
func (p *Table) PasteAll(text string) {
	for _, c := range p.Grid.order() {
		if c.Entry != nil {
			p.Paste(c, text)
			return
		}
	}
}

// block is what becomes of the cells of a paste.
type block struct {
	inputs          []desk.Input
	totals, dropped int      // that the program works out; without a place
	long            int      // longer than a cell keeps
	unknown         []string // labels of no row
}

// take puts values into cells, one after the other.
func (b *block) take(cells []*cell, values []string) {
	for i, value := range values {
		switch {
		case i >= len(cells):
			b.dropped++
		case cells[i].Entry == nil:
			b.totals++
		case utf8.RuneCountInString(value) > model.MaxUnread:
			b.long++
		default:
			b.inputs = append(b.inputs, desk.Input{Address: cells[i].Address, Text: value})
		}
	}
}

// ofRow are the cells of a row for so many values: all of it, or from column x on.
func (p *Table) ofRow(row string, x, n int) []*cell {
	for _, cells := range p.Grid.cellRows {
		if i := slices.IndexFunc(cells, func(c *cell) bool { return c.Address.Row() == row }); i >= 0 {
			own := slices.DeleteFunc(slices.Clone(cells), func(c *cell) bool { return c.Address.Row() != row })
			if n < len(own) && x >= i && x-i < len(own) {
				return own[x-i:]
			}
			return own
		}
	}
	return nil
}

// pasteLabelled fills in the cells of a table that was copied with its labels.
func (p *Table) pasteLabelled(got *intake.Result) {
	var inputs []desk.Input
	for _, c := range p.Grid.order() {
		if value := got.Report.Written(c.Address); value != "" && c.Entry != nil {
			inputs = append(inputs, desk.Input{Address: c.Address, Text: value})
		}
	}
	placed, _ := p.put(inputs)
	p.done = textPastedTable(placed, got.Unplaced)
	p.showNotices()
}
