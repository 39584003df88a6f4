package web

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/model/intake/source"
)

// maxCell is the most text, in bytes, that a cell of a table of the form has
// (the longest label has 114), with room for a note. A table with more in one
// cell only places things on the page.
const maxCell = 600

// isData tells a table of figures from one that places things on the page.
func (p *page) isData(table *html.Node) bool {
	rows, widest := 0, 0
	data := eachRow(table, func(row *html.Node) bool {
		cells := 0
		for c := range row.ChildNodes() {
			if !isCell(c) {
				continue
			}
			if cells++; p.sizes[c] > maxCell || p.tables[c] > 0 {
				return false
			}
		}
		rows, widest = rows+1, max(widest, cells)
		return true
	})
	return data && rows > 0 && widest > 1
}

func isCell(n *html.Node) bool { return n.DataAtom == atom.Td || n.DataAtom == atom.Th }

// eachRow calls f with the rows of a table in order until it says no.
func eachRow(n *html.Node, f func(*html.Node) bool) bool {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			if !f(c) {
				return false
			}
		case atom.Thead, atom.Tbody, atom.Tfoot:
			if !eachRow(c, f) {
				return false
			}
		}
	}
	return true
}

// table reads a table of figures, its spans resolved. Rows and cells that are
// not shown have no place in it.
func (p *page) table(table *html.Node, by around) {
	for c := range table.ChildNodes() {
		if c.DataAtom == atom.Caption {
			p.walk(c, by)
		}
	}
	p.b.BeginTable()
	var grid source.Grid
	eachRow(table, func(row *html.Node) bool {
		l := by.line
		inRow := by.look
		if row.Parent != table {
			inRow = p.look(row.Parent, inRow)
		}
		inRow = p.look(row, inRow)
		var gone source.Text
		if !inRow.gone {
			grid.NextRow()
		}
		for c := range row.ChildNodes() {
			if !isCell(c) {
				continue
			}
			var runs source.Text
			inCell := p.look(c, inRow)
			p.collect(&runs, c, inCell)
			if inCell.gone {
				gone = append(gone, runs...)
				continue
			}
			cell := grid.Place("", span(c, "colspan"), span(c, "rowspan"))
			cell.Runs = runs
			l.Cells = append(l.Cells, cell)
		}
		p.b.Row(l)
		p.b.Paragraph(source.Line{Runs: gone})
		return !p.b.Full()
	})
}

func span(cell *html.Node, key string) int {
	if n, err := strconv.Atoi(attribute(cell, key)); err == nil && n > 0 {
		return n
	}
	return 1
}
