package typeset

import (
	"math"

	"nianbao/fonts"
)

// textStyle is how a run of prose is set.
type textStyle struct {
	role fonts.Role
	size float64
}

// The styles of the report's text (GB/T 9704—2012, 7.3).

func (s *setter) bodyStyle() textStyle    { return textStyle{fonts.Fang, s.paper.BodySize} }
func (s *setter) sectionStyle() textStyle { return textStyle{fonts.Hei, s.paper.BodySize} } // 一、
func (s *setter) headingStyle() textStyle { return textStyle{fonts.Kai, s.paper.BodySize} } // （一）

// placer collects the runs of one line: characters that follow each other at
// an even pitch become one mark.
type placer struct {
	size  float64
	texts []Text
	next  float64 // where the current run would go on
	chars []rune
	open  bool
}

// put sets one character with its origin at x. The first character of a run
// fixes its pitch: step is the way to where the next one should stand.
func (p *placer) put(g glyph, x, y, step float64) {
	if p.open {
		t := p.texts[len(p.texts)-1]
		if t.Face == g.face && t.Size == p.size*g.scale && math.Abs(x-p.next) < near {
			p.chars = append(p.chars, g.char)
			p.next = x + g.width*p.size + t.Space
			return
		}
		p.close()
	}
	p.texts = append(p.texts, Text{Face: g.face, Size: p.size * g.scale, X: x, Y: y, Space: step - g.width*p.size})
	p.chars = append(p.chars[:0], g.char)
	p.next = x + step
	p.open = true
}

// near is a distance too small to see, in points.
const near = 0.005

func (p *placer) close() {
	if p.open {
		p.texts[len(p.texts)-1].String = string(p.chars)
		p.open = false
	}
}

// placeLine sets a line of prose on the grid with its left edge at x. All
// atoms stand in their cells; what has to be adjusted is taken from the marks
// at the end of the line, or spread over all gaps.
func placeLine(atoms []atom, l setLine, style textStyle, x, baseline, cell float64) []Text {
	line := atoms[l.first:l.last]
	shrink := squeezes(line, l.adjust)
	shifts := edgeShifts(line, l.last == len(atoms))
	gap, gaps := 0.0, 0
	for i := range line {
		if opens(line, i) {
			gaps++
		}
	}
	if l.adjust > 0 && gaps > 0 {
		gap = l.adjust * cell / float64(gaps)
	}
	p := placer{size: style.size}
	at := x + l.indent*cell
	for i, a := range line {
		step := (a.cells - shrink[i]) * cell
		if opens(line, i) {
			step += gap
		}
		switch {
		case a.blank:
		case !a.run && len(a.glyphs) == 1:
			left := 0.0
			if a.squeeze == squeezeLeft {
				left = shrink[i] * cell
			}
			p.put(a.glyphs[0], at-left, baseline, step+left)
		default:
			inner := at + a.before + shifts[i]
			for _, g := range a.glyphs {
				p.put(g, inner, baseline, g.width*style.size)
				inner += g.width * style.size
			}
		}
		at += step
	}
	p.close()
	return p.texts
}

// opens reports whether the gap after an atom may open when the line is
// stretched: not the one at the line's end, and none inside a word.
func opens(line []atom, i int) bool {
	if i+1 == len(line) {
		return false
	}
	inWord := line[i].run && line[i+1].run && !line[i].blank && !line[i+1].blank
	return !inWord
}

// edgeShifts moves a run at the line's beginning to its left edge, and one at
// its end, unless the paragraph ends there, to the right: by the blanks that
// would centre them in their cells.
func edgeShifts(line []atom, ends bool) []float64 {
	shifts := make([]float64, len(line))
	last := len(line) - 1
	i := 0
	for ; i <= last && line[i].run; i++ {
		shifts[i] = -line[0].before
		if line[i].after > 0 {
			break
		}
	}
	for j := last; j > i && line[j].run && !ends; j-- {
		shifts[j] = line[last].after
		if line[j].before > 0 {
			break
		}
	}
	return shifts
}

// squeezes says how much of its cell each atom gives up when the line is to
// lose -adjust cells: the mark at the end, then marks beside marks, then the
// others; among them the last first, so that most of the line keeps its columns.
func squeezes(line []atom, adjust float64) []float64 {
	taken := make([]float64, len(line))
	lack := -adjust
	for _, free := range []bool{true, false} {
		for i := len(line) - 1; i >= 0 && lack > tiny; i-- {
			if blank := line[i].blankHalf(i == 0); blank > 0 && free == line[i].free(i == len(line)-1) {
				taken[i] = math.Min(blank, lack)
				lack -= taken[i]
			}
		}
	}
	return taken
}

// placeFree sets atoms without a grid, one after the other from x on.
func placeFree(atoms []atom, style textStyle, x, baseline float64) []Text {
	p := placer{size: style.size}
	for _, a := range atoms {
		for _, g := range a.glyphs {
			if !a.blank {
				p.put(g, x, baseline, g.width*style.size)
			}
			x += g.width * style.size
		}
	}
	p.close()
	return p.texts
}

// freeWidth is the width of atoms set without a grid, in points.
func freeWidth(atoms []atom, size float64) float64 {
	w := 0.0
	for _, a := range atoms {
		w += runWidth(a.glyphs)
	}
	return w * size
}
