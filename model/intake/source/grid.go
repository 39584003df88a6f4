package source

// Grid finds the column of each cell while a table with spans is read row by
// row. Spans are bounded: a cell claiming more gets what the bounds allow.
type Grid struct {
	taken [MaxCells]int // for each column, the rows that a cell above still covers
	at    int           // the next column of the row at hand
}

// NextRow begins a row.
func (g *Grid) NextRow() {
	for i := range g.taken {
		g.taken[i] = max(0, g.taken[i]-1)
	}
	g.at = 0
}

// Place puts the row's next cell in the first free column. Beyond the last
// column cells pile up there: such a row is refused by its number of cells.
func (g *Grid) Place(text string, columns, rows int) Cell {
	for g.at < MaxCells && g.taken[g.at] > 0 {
		g.at++
	}
	columns = min(max(1, columns), max(1, MaxCells-g.at))
	rows = min(max(1, rows), MaxSpan)
	c := Cell{Text: text, Column: g.at, Span: columns, Rows: rows}
	for i := g.at; i < min(g.at+columns, MaxCells); i++ {
		g.taken[i] = rows
	}
	g.at += columns
	return c
}
