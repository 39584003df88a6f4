package typeset

import (
	"nianbao/export/digest"
	"nianbao/fonts"
)

// The charts of a picture: bars with their numbers, no axes to be read off.

// Measures of charts, in ems of the text.
const (
	captionSize  = 0.95
	labelSize    = 0.95
	numberSize   = 1.05
	lastSize     = 0.82
	barThick     = 0.72
	lastThick    = 0.42
	rowAir       = 0.55 // between rows
	thin         = 0.26 // bars under the numbers of a matrix
	thinLast     = 0.18
	thinGap      = 0.12 // below the bar under a number
	barLeast     = 0.9  // pt: a bar of anything can be seen
	axisWidth    = 0.6  // pt
	labelShare   = 0.40 // of the width, at most
	labelMost    = 1.25 // of what a column has when all are as wide
	gapLabel     = 0.5
	numberShare  = 0.36
	ruleOfMatrix = 0.35 // pt
)

// chart is a figure of its own in the structure: what it shows is said in words.
func (w panel) chart(c *digest.Chart) piece {
	var inside piece
	var element int // known when it is drawn
	if c.Heads == nil {
		inside = w.bars(c, &element)
	} else {
		inside = w.matrix(c, &element)
	}
	caption := words{}
	if c.Caption != "" {
		caption = w.set(c.Caption, textStyle{fonts.Hei, captionSize * w.size}, w.width)
	}
	above := caption.height()
	if above > 0 {
		above += 0.25 * w.size
	}
	var notes []piece
	below := 0.0
	for _, n := range c.Notes {
		notes = append(notes, w.note(n))
		below += notes[len(notes)-1].height
	}
	return piece{height: above + inside.height + below, draw: func(x, y float64) {
		element = w.element(Element{Kind: ElementPicture, Alt: c.Words()})
		caption.draw(w.board, x, y, w.width, element, 0)
		y += above
		inside.draw(x, y)
		y += inside.height
		for _, n := range notes {
			n.draw(x, y)
			y += n.height
		}
	}}
}

// barRow is a row of bars, set.
type barRow struct {
	label, number, last words
	height              float64
	figure              digest.Figure
}

// bars is a chart of one column: label, bar, number at the bar's end.
func (w panel) bars(c *digest.Chart, element *int) piece {
	labels, numbers := 0.0, 0.0
	rows := make([]barRow, len(c.Rows))
	for i, row := range c.Rows {
		f := row.Cells[0]
		r := barRow{figure: f}
		r.label = w.label(row.Label, labelSize*w.size, labelShare*w.width)
		r.number = w.fitted(f.Text, textStyle{fonts.Hei, numberSize * w.size}, numberShare*w.width)
		if f.Last != "" {
			r.last = w.fitted(f.LastWords(), textStyle{fonts.Song, lastSize * w.size}, numberShare*w.width)
		}
		labels, numbers = max(labels, r.label.width()), max(numbers, r.number.width(), r.last.width())
		r.height = max(r.label.height(), r.number.height()+r.last.height())
		rows[i] = r
	}
	axis := labels + 0.7*w.size
	longest := w.width - axis - numbers - 0.5*w.size
	height := 0.0
	for _, r := range rows {
		height += r.height + rowAir*w.size
	}
	return piece{height: height, draw: func(x, y float64) {
		barred := false
		for _, r := range rows {
			barred = barred || r.figure.Bar >= 0
			middle := y + rowAir*w.size/2
			r.label.draw(w.board, x+labels-r.label.width(), middle+(r.height-r.label.height())/2, r.label.width(), *element, 1)
			top := middle + (r.height-r.number.height()-r.last.height())/2
			w.bar(x+axis, top+r.number.height()/2, longest, r.figure.Bar, barThick, grayBar, r.number, *element)
			if len(r.last.lines) > 0 {
				w.bar(x+axis, top+r.number.height()+r.last.height()/2, longest, r.figure.LastBar, lastThick, grayLast, r.last, *element)
			}
			y += r.height + rowAir*w.size
		}
		if barred {
			w.fill(x+axis-axisWidth, y-height, axisWidth, height, grayAxis, *element)
		}
	}}
}

// bar draws a bar around the middle y and its number at its end.
func (w panel) bar(x, y, longest, share, thick, gray float64, number words, element int) {
	length := 0.0
	if share > 0 {
		length = max(barLeast, share*longest)
		w.fill(x, y-thick*w.size/2, length, thick*w.size, gray, element)
	}
	number.draw(w.board, x+length+0.4*w.size, y-number.height()/2, 0, element, 0)
}

// matrixCell is a number of a matrix, set.
type matrixCell struct {
	number, last words
	figure       digest.Figure
}

// matrix is a chart of several columns: numbers over their bars.
func (w panel) matrix(c *digest.Chart, element *int) piece {
	label := 0.0 // as wide as the widest, where that leaves the numbers room
	for _, row := range c.Rows {
		label = max(label, w.label(row.Label, labelSize*w.size, w.width).width()+gapLabel*w.size)
	}
	label = min(label, w.width*labelMost/float64(len(c.Heads)+1))
	cell := (w.width - label) / float64(len(c.Heads))
	inner := cell - 0.7*w.size
	heads := make([]words, len(c.Heads))
	top := 0.0
	for i, h := range c.Heads {
		heads[i] = w.label(h, 0.85*w.size, inner)
		top = max(top, heads[i].height())
	}
	top += 0.3 * w.size
	type line struct {
		label  words
		cells  []matrixCell
		number float64 // height of the highest
		height float64
	}
	lines := make([]line, len(c.Rows))
	height := top
	for i, row := range c.Rows {
		l := line{label: w.label(row.Label, labelSize*w.size, label-gapLabel*w.size)}
		below := 0.0
		for _, f := range row.Cells {
			m := matrixCell{figure: f, number: w.fitted(f.Text, textStyle{fonts.Hei, numberSize * w.size}, inner)}
			b := thin * w.size
			if f.Last != "" {
				m.last = w.fitted(f.LastWords(), textStyle{fonts.Song, lastSize * w.size}, inner)
				b += m.last.height() + (thinGap+thinLast)*w.size
			}
			l.number, below = max(l.number, m.number.height()), max(below, b)
			l.cells = append(l.cells, m)
		}
		l.height = max(l.label.height(), l.number+below) + rowAir*w.size
		height += l.height
		lines[i] = l
	}
	return piece{height: height, draw: func(x, y float64) {
		for i, h := range heads {
			h.draw(w.board, x+label+float64(i)*cell, y+top-0.3*w.size-h.height(), inner, *element, 0)
		}
		y += top
		for _, l := range lines {
			w.page.Lines = append(w.page.Lines, Line{x, y, x + w.width, y, ruleOfMatrix})
			at := y + rowAir*w.size/2
			l.label.draw(w.board, x, at+max(0, (l.number-l.label.height())/2), label, *element, 0)
			for j, m := range l.cells {
				w.matrixCell(m, x+label+float64(j)*cell, at+l.number, inner, *element)
			}
			y += l.height
		}
	}}
}

// matrixCell draws a number over its bar, whose upper edge is at y, and last year's
// under it.
func (w panel) matrixCell(m matrixCell, x, y, width float64, element int) {
	m.number.draw(w.board, x, y-m.number.height(), width, element, 0)
	if m.figure.Bar > 0 {
		w.fill(x, y, max(barLeast, m.figure.Bar*width), thin*w.size, grayBar, element)
	}
	y += thin * w.size
	if len(m.last.lines) == 0 {
		return
	}
	y += thinGap * w.size
	m.last.draw(w.board, x, y, width, element, 0)
	y += m.last.height()
	if m.figure.LastBar > 0 {
		w.fill(x, y, max(barLeast, m.figure.LastBar*width), thinLast*w.size, grayLast, element)
	}
}
