package word

import (
	"strconv"

	"nianbao/export/outline"
	"nianbao/export/typeset"
)

// Rules and edges of tables, as on paper (spec: 外框略粗，内线细).
const (
	ruleOuter = "8" // eighths of a point
	ruleInner = "4"
	padSide   = 1.5 // pt, wording to rule
	padLabel  = 1.7 // pt more for what stands on the left
	leading   = 1.22
)

// table writes a table of the form. Its columns keep their widths; rows stay
// whole, and so do the parts of a table, with the heading above it; a table of one
// part repeats its head on the next page.
func (p *part) table(t *outline.Table, plan typeset.TablePlan) {
	p.Begin("w:tbl")
	p.Begin("w:tblPr")
	whole := 0.0
	for _, w := range plan.Columns {
		whole += w
	}
	p.Empty("w:tblW", "w:w", twips(whole), "w:type", "dxa")
	p.Begin("w:tblBorders")
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		rule := ruleOuter
		if len(side) > len("bottom") {
			rule = ruleInner
		}
		p.Empty("w:"+side, "w:val", "single", "w:sz", rule, "w:space", "0", "w:color", "000000")
	}
	p.End(1)
	p.Empty("w:tblLayout", "w:type", "fixed")
	p.Begin("w:tblCellMar")
	for _, side := range []string{"left", "right"} {
		p.Empty("w:"+side, "w:w", twips(padSide), "w:type", "dxa")
	}
	p.End(1)
	p.value("w:tblCaption", t.Caption)
	p.End(1)
	p.Begin("w:tblGrid")
	for _, w := range plan.Columns {
		p.Empty("w:gridCol", "w:w", twips(w))
	}
	p.End(1)
	p.rows(t, plan)
	p.End(1)
}

// rows writes the rows. Where a cell over several rows covers one below, that row
// has a cell that continues it.
func (p *part) rows(t *outline.Table, plan typeset.TablePlan) {
	boxes := boxesOf(t, plan)
	parted := t.Rows[len(t.Rows)-1].Part > 0
	repeats := !parted // head rows on top, as long as they go on
	for i, row := range t.Rows {
		repeats = repeats && row.Head
		p.Begin("w:tr")
		p.Begin("w:trPr")
		p.Empty("w:cantSplit")
		p.Empty("w:trHeight", "w:val", twips(plan.Rows[i]), "w:hRule", "atLeast")
		if repeats {
			p.Empty("w:tblHeader")
		}
		p.End(1)
		for column := 0; column < t.Columns(); {
			b := boxes[i][column]
			b.keepNext = i+1 < len(t.Rows)
			p.cell(b, i)
			column += b.ColSpan
		}
		p.End(1)
	}
}

// box is a cell with what the plan says of it.
type box struct {
	outline.Cell
	width    float64
	words    []string
	size     float64
	keepNext bool
}

// boxesOf gives every place of the table the cell that covers it.
func boxesOf(t *outline.Table, plan typeset.TablePlan) [][]box {
	all := make([][]box, len(t.Rows))
	for i := range all {
		all[i] = make([]box, t.Columns())
	}
	n := 0
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			b := box{Cell: c, words: plan.Lines[n], size: plan.Labels}
			if c.Role == outline.Figure {
				b.size = plan.Figures
			}
			for _, w := range plan.Columns[c.Column:][:c.ColSpan] {
				b.width += w
			}
			for i := range c.RowSpan {
				for j := range c.ColSpan {
					all[c.Row+i][c.Column+j] = b
				}
			}
			n++
		}
	}
	return all
}

// cell writes what a cell has in one of its rows.
func (p *part) cell(b box, row int) {
	p.Begin("w:tc")
	p.Begin("w:tcPr")
	p.Empty("w:tcW", "w:w", twips(b.width), "w:type", "dxa")
	if b.ColSpan > 1 {
		p.value("w:gridSpan", strconv.Itoa(b.ColSpan))
	}
	switch {
	case b.RowSpan > 1 && row == b.Row:
		p.value("w:vMerge", "restart")
	case b.RowSpan > 1:
		p.Empty("w:vMerge")
	}
	if b.Vertical {
		p.Begin("w:tcMar")
		for _, side := range []string{"left", "right"} {
			p.Empty("w:"+side, "w:w", "0", "w:type", "dxa")
		}
		p.End(1)
	}
	p.value("w:vAlign", "center")
	p.End(1)
	g := paragraph{style: idLabels, keepNext: b.keepNext}
	if b.Centred {
		g.style = idFigures
	}
	if row == b.Row {
		g.lines, g.narrow = b.lines()
		if halves(b.size) != halves(tableSize) {
			g.size = halves(b.size)
		}
	}
	p.paragraph(g)
	p.End(1)
}

// lines is the wording with the line ends that must be there, and how far to
// narrow the cell so that it breaks as on paper by itself. Vertical text is set
// one character a line: with text that runs downwards (textDirection) LibreOffice
// prints another label of the table over itself.
func (b box) lines() (lines []string, narrow float64) {
	if b.Vertical {
		return b.words, 0
	}
	if b.Centred && len(b.words) > 1 {
		longest := 0
		for _, line := range b.words {
			longest = max(longest, len([]rune(line)))
		}
		const slack = 0.5 // of a character: none more fits
		narrow = max(0, (b.width-(float64(longest)+slack)*b.size)/2-padSide)
	}
	return b.Parts, narrow
}
