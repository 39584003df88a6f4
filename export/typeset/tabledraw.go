package typeset

import (
	"strings"

	"nianbao/export/outline"
)

// fragment is the stretch of a table that stands on one page.
type fragment struct {
	from, to int // rows
	// head lists the rows repeated above it: the head of the part that the
	// page end has cut.
	head []int
}

// draw places a fragment with its upper edge at y and returns its lower edge.
func (m *table) draw(page *Page, f fragment, x, y float64) float64 {
	top := y
	if len(f.head) > 0 {
		first, last := f.head[0], f.head[len(f.head)-1]+1
		y = m.drawRows(page, first, last, x, y, true)
	}
	y = m.drawRows(page, f.from, f.to, x, y, false)
	m.frame(page, x, top, y)
	return y
}

// drawRows places rows from to to; cells that reach into them from above are
// drawn again, with their wording, in what is left of them.
func (m *table) drawRows(page *Page, from, to int, x, y float64, aside bool) float64 {
	heights := m.rowHeights(from, to)
	tops := make([]float64, len(heights)+1)
	tops[0] = y
	for i, h := range heights {
		tops[i+1] = tops[i] + h
	}
	for _, c := range m.cells {
		first, last := max(c.Row, from), min(c.Row+c.RowSpan, to)
		if first >= last {
			continue
		}
		b := box{
			left: x + m.edges[c.Column], right: x + m.edges[c.Column+c.ColSpan],
			top: tops[first-from], bottom: tops[last-from],
		}
		shade(page, c.Cell, b)
		m.drawCell(page, c, b, aside || c.Row < from)
		m.drawRules(page, c, b)
	}
	return tops[len(heights)]
}

// shade draws a cell's ground, where it is not to be filled in.
func shade(page *Page, c outline.Cell, b box) {
	if c.Shaded {
		page.Fills = append(page.Fills, Fill{X: b.left, Y: b.top, Width: b.right - b.left, Height: b.bottom - b.top, Gray: shadeGray})
	}
}

type box struct{ left, right, top, bottom float64 }

// drawCell sets the wording of a cell; aside when it has been set before.
func (m *table) drawCell(page *Page, c tableCell, b box, aside bool) {
	element := c.element
	if aside {
		element = 0
	}
	step := c.style.size * leading
	middle := (b.top+b.bottom)/2 - step*float64(len(c.lines)-1)/2
	for i, line := range c.lines {
		x := b.left + padLabel*m.scale
		if c.Centred {
			x = (b.left + b.right - freeWidth(line, c.style.size)) / 2
		}
		if c.Vertical { // marks hang beside the column of characters
			x = (b.left + b.right - freeWidth(line[:1], c.style.size)) / 2
		}
		y := middle + step*float64(i)
		first := len(page.Texts)
		page.Texts = placeFree(page.Texts, line, c.style, x, y+baselineDrop*c.style.size)
		if c.Vertical && turned(line) {
			turn(&page.Texts[first], (b.left+b.right)/2, y)
		}
		belong(page.Texts[first:], element)
		if c.Shaded {
			for i := range page.Texts[first:] {
				page.Texts[first+i].Gray = shadedText
			}
		}
	}
}

// turnedMarks lie on their side where text runs downwards (竖排).
const turnedMarks = "（）〔〕【】《》〈〉「」『』—…～"

func turned(line []atom) bool {
	return len(line) == 1 && len(line[0].glyphs) == 1 && strings.ContainsRune(turnedMarks, line[0].glyphs[0].char)
}

// turn lays a full-width mark on its side, the middle of its em box at x, y.
func turn(t *Text, x, y float64) {
	t.Turn = -90
	t.X, t.Y = x-baselineDrop*t.Size, y-t.Size/2
}

// drawRules draws the right and lower edge of a cell where it is not the
// table's frame.
func (m *table) drawRules(page *Page, c tableCell, b box) {
	if c.Column+c.ColSpan < m.grid.Columns() {
		page.Lines = append(page.Lines, Line{b.right, b.top, b.right, b.bottom, ruleInner})
	}
	page.Lines = append(page.Lines, Line{b.left, b.bottom, b.right, b.bottom, ruleInner})
}

// frame draws the outer edge, corners joined.
func (m *table) frame(page *Page, x, top, bottom float64) {
	left, right := x, x+m.edges[len(m.edges)-1]
	const half = ruleOuter / 2
	page.Lines = append(page.Lines,
		Line{left - half, top, right + half, top, ruleOuter},
		Line{left - half, bottom, right + half, bottom, ruleOuter},
		Line{left, top - half, left, bottom + half, ruleOuter},
		Line{right, top - half, right, bottom + half, ruleOuter},
	)
}

// partHead lists the head rows of the part that a row belongs to.
func partHead(t *outline.Table, row int) []int {
	var head []int
	for i, r := range t.Rows {
		if r.Part == t.Rows[row].Part && r.Head {
			head = append(head, i)
		}
	}
	return head
}

// fragments cuts the table for pages: the first has room for first points, the others
// for full. The table stays whole where a page can hold it below what leads to it, else
// its parts do; a part that is cut repeats its head. An empty fragment leaves the first
// page.
func (m *table) fragments(first, full float64) []fragment {
	if h := m.height(); h > first+near && h <= m.most+near {
		return []fragment{{}, {to: len(m.grid.Rows)}}
	}
	var all []fragment
	room := first
	rows := m.grid.Rows
	for from := 0; from < len(rows); room = full {
		f := fragment{from: from}
		if !rows[from].Head {
			f.head = partHead(m.grid, from)
		}
		f.to = m.lastThatFits(f, room)
		if start := m.partStart(f.to); f.to < len(rows) && start > from {
			f.to = start
		}
		if room >= full {
			f.to = max(f.to, from+1) // a row higher than a page
		}
		all = append(all, f)
		from = f.to
	}
	return all
}

// lastThatFits is the row after the last one that fits the room.
func (m *table) lastThatFits(f fragment, room float64) int {
	head := 0.0
	if len(f.head) > 0 {
		head = sum(m.rowHeights(f.head[0], f.head[len(f.head)-1]+1))
	}
	to := f.from
	for to < len(m.grid.Rows) && head+sum(m.rowHeights(f.from, to+1)) <= room+near {
		to++
	}
	for to > f.from && to < len(m.grid.Rows) && m.grid.Rows[to-1].Head {
		to-- // a head does not stand alone at a page's foot
	}
	return to
}

// partStart is the first row of the part that a row belongs to.
func (m *table) partStart(row int) int {
	for row > 0 && row < len(m.grid.Rows) && m.grid.Rows[row-1].Part == m.grid.Rows[row].Part {
		row--
	}
	return row
}
