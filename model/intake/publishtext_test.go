package intake

import (
	"fmt"
	"strings"
)

// The printers that give plain text: tabbed, piped, stacked, laid out with blanks.

// wrap breaks a text into lines of a width, counted in characters.
func wrap(text string, width int) []string {
	var lines []string
	r := []rune(text)
	for len(r) > width {
		lines = append(lines, string(r[:width]))
		r = r[width:]
	}
	return append(lines, string(r))
}

// fill breaks a text into lines of a width in half characters.
func fill(text string, width int) []string {
	var lines []string
	line := ""
	for _, r := range text {
		if wide(line+string(r)) > width {
			lines, line = append(lines, line), ""
		}
		line += string(r)
	}
	return append(lines, line)
}

// wide is a text's width in half characters.
func wide(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2000 {
			n++
		}
	}
	return n
}

// lines prints everything but the tables; table prints one.
func (p *publication) lines(b *strings.Builder, table func(*sheet)) {
	for _, l := range p.title {
		b.WriteString(l + "\n\n")
	}
	for _, part := range p.parts {
		if part.title != "" {
			b.WriteString(part.title + "\n")
		}
		for _, l := range part.prose {
			b.WriteString("　　" + l + "\n")
		}
		if part.table != nil {
			b.WriteString("\n")
			table(part.table)
			b.WriteString("\n")
		}
	}
	for _, l := range p.end {
		b.WriteString(l + "\n")
	}
}

// byRow prints everything, of tables a row at a time.
func (p *publication) byRow(row func(s *sheet, i int) string) []byte {
	var b strings.Builder
	p.lines(&b, func(s *sheet) {
		for i := range s.rows {
			b.WriteString(row(s, i))
		}
	})
	return []byte(b.String())
}

// fields are the texts of a row's columns, blank where merging covers them.
func (s *sheet) fields(row int) []string {
	all := make([]string, s.columns)
	for _, c := range s.rows[row] {
		all[c.column] = c.text
	}
	return all
}

// texts are the texts of a row's cells.
func (s *sheet) texts(row int) []string {
	var all []string
	for _, c := range s.rows[row] {
		all = append(all, c.text)
	}
	return all
}

// tabbed is the text as copied from a page: tabs between cells, merged ones
// blank.
func (p *publication) tabbed() []byte {
	return p.byRow(func(s *sheet, i int) string { return strings.Join(s.fields(i), "\t") + "\n" })
}

// squeezed is tabbed without the cells that merging covers, as some browsers
// copy it.
func (p *publication) squeezed() []byte {
	return p.byRow(func(s *sheet, i int) string { return strings.Join(s.texts(i), "\t") + "\n" })
}

// piped is the text with bars between cells.
func (p *publication) piped() []byte {
	return p.byRow(func(s *sheet, i int) string {
		line := "| " + strings.Join(s.fields(i), " | ") + " |\n"
		if i == 0 {
			line += "|" + strings.Repeat("---|", s.columns) + "\n"
		}
		return line
	})
}

// stacked is the text with every cell on a line of its own, long labels on two.
func (p *publication) stacked() []byte {
	return p.byRow(func(s *sheet, i int) string {
		var lines []string
		for _, text := range s.texts(i) {
			lines = append(lines, wrap(text, 14)...)
		}
		return strings.Join(lines, "\n") + "\n"
	})
}

// spaced runs cells together: a row on a line, one blank between cells.
func (p *publication) spaced() []byte {
	return p.byRow(func(s *sheet, i int) string { return strings.Join(s.texts(i), " ") + "\n" })
}

// laid is the text of a PDF laid out with blanks: prose in lines of one width,
// labels broken around the line of their numbers, groups upright.
func (p *publication) laid() []byte {
	var b strings.Builder
	for _, l := range p.title {
		b.WriteString(strings.Repeat(" ", 20) + l + "\n")
	}
	page := 1
	for _, part := range p.parts {
		if part.title != "" {
			b.WriteString("    " + part.title + "\n")
		}
		for _, text := range part.prose {
			for i, l := range fill("　　"+text, 72) {
				if i > 0 && p.rng.IntN(40) == 0 {
					fmt.Fprintf(&b, "\n%s— %d —\n\f", strings.Repeat(" ", 30), page)
					page++
				}
				b.WriteString(l + "\n")
			}
		}
		if part.table != nil {
			b.WriteString("\n")
			for _, row := range part.table.rows {
				p.layRow(&b, part.table, row)
			}
			b.WriteString("\n")
		}
	}
	for _, l := range p.end {
		b.WriteString(strings.Repeat(" ", 44) + l + "\n")
	}
	return []byte(b.String())
}

// layRow lays one row out: up to three lines of labels, the numbers on the
// middle one.
func (p *publication) layRow(b *strings.Builder, s *sheet, row []box) {
	widths := func(c box) (at, chars int) {
		if c.column < s.lead {
			return 0, 3
		}
		c.column -= s.lead
		if s.columns > 12 { // table four: narrow columns all the way
			return c.column * 8, max(2, c.columns*3)
		}
		left := 6 * s.lead
		if s.columns < 6 {
			return left + c.column*26, 12
		}
		first := []int{0, 6, 20, 48}
		if c.column < 3 {
			return left + first[c.column], []int{2, 6, 13}[min(2, c.column+c.columns-1)]
		}
		return left + 48 + (c.column-3)*8, 3 * c.columns
	}
	type placed struct {
		at   int
		text string
	}
	lines := map[int][]placed{}
	deepest := 0
	for _, c := range row {
		at, chars := widths(c)
		broken := wrap(c.text, max(chars, 2))
		if c.value || c.rows > 3 { // upright groups stand elsewhere; print them in one go
			broken = []string{c.text}
		}
		for i, l := range broken {
			shift := -(len(broken) - 1) / 2
			lines[i+shift] = append(lines[i+shift], placed{at, l})
			deepest = max(deepest, len(broken))
		}
	}
	for i := -deepest; i <= deepest; i++ {
		if len(lines[i]) == 0 {
			continue
		}
		line := ""
		for _, pl := range lines[i] {
			if blanks := pl.at - wide(line); blanks > 0 {
				line += strings.Repeat(" ", blanks)
			} else if line != "" {
				line += "  "
			}
			line += pl.text
		}
		b.WriteString(line + "\n")
	}
}
