package typeset

import (
	"math"
	"unicode/utf8"

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

// placer adds the runs of one line to texts: characters that follow each other at
// an even pitch become one mark.
type placer struct {
	size  float64
	texts []Text
	next  float64 // where the current run would go on
	run   []byte  // its characters
	chars int     // how many; 0 when there is none
}

// put sets one character with its origin at x. The first character of a run
// fixes its pitch: step is the way to where the next one should stand.
func (p *placer) put(g *glyph, x, y, step float64) {
	if p.chars > 0 {
		t := &p.texts[len(p.texts)-1]
		if t.Face == g.face && t.Size == p.size*g.scale && math.Abs(x-p.next) < drift {
			p.run = utf8.AppendRune(p.run, g.char)
			p.chars++
			p.next += g.width*p.size + t.Space
			return
		}
		p.close()
	}
	p.texts = append(p.texts, Text{Face: g.face, Size: p.size * g.scale, X: x, Y: y, Space: step - g.width*p.size})
	p.run, p.chars = utf8.AppendRune(p.run[:0], g.char), 1
	p.next = x + step
}

// near is a distance too small to see, in points.
const near = 0.005

// drift is how far a character may be from its place for the sake of one run:
// figures of slightly different widths stand in one.
const drift = 0.05

// close ends a run.
func (p *placer) close() {
	if p.chars == 0 {
		return
	}
	t := &p.texts[len(p.texts)-1]
	if t.String = string(p.run); p.chars == 1 {
		t.Space = 0
	}
	p.chars = 0
}

// placeLine adds a line of prose to texts, on the grid with its left edge at x: what
// has to be adjusted comes from blanks whose loss is not noticed, then from all gaps.
func placeLine(texts []Text, atoms []atom, l setLine, style textStyle, x, baseline, cell float64) []Text {
	line := atoms[l.first:l.last]
	adj := adjust(line, l.adjust)
	p := placer{size: style.size, texts: texts}
	at := x + l.indent*cell
	for i := range line {
		a := &line[i]
		left := 0.0
		if a.squeeze == squeezeLeft {
			left = adj.taken(i) * cell
		}
		end := at + (a.cells-adj.taken(i)+adj.inner*float64(len(a.glyphs)-1))*cell
		if opens(line, i) {
			end += adj.gap * cell
		}
		if !a.blank || a.run && i > 0 && i+1 < len(line) { // a blank between words is read too
			p.word(a.glyphs, at-left, baseline, end, adj.inner*cell)
		}
		at = end
	}
	p.close()
	return p.texts
}

// word sets the characters of an atom from x on; the next atom begins at end.
func (p *placer) word(glyphs []glyph, x, y, end, inner float64) {
	for i := range glyphs {
		g := &glyphs[i]
		next := x + g.step*p.size + inner
		if i == len(glyphs)-1 {
			next = end
		}
		at := x + g.inset*p.size
		p.put(g, at, y, next-at)
		x = next
	}
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

// adjustment is how a line is made to fit, in cells.
type adjustment struct {
	shrink []float64 // what each atom gives of its cell; nil for nothing
	gap    float64   // added after each atom, negative to squeeze
	inner  float64   // added between the letters of a word
}

func (a adjustment) taken(i int) float64 {
	if a.shrink == nil {
		return 0
	}
	return a.shrink[i]
}

// adjust finds how a line gains or loses cells: what it is to lose comes from
// the mark at its end, then from marks beside marks; what is left from all gaps,
// up to half a cell; and the rest evenly from the other marks. What it is to
// gain goes to the gaps, and between letters where those are too few.
func adjust(line []atom, cells float64) adjustment {
	if math.Abs(cells) < tiny {
		return adjustment{}
	}
	gaps, letters := 0, 0
	for i := range line {
		if opens(line, i) {
			gaps++
		}
		if line[i].run && !line[i].blank {
			letters += len(line[i].glyphs) - 1
		}
	}
	if cells > 0 {
		return spread(cells, gaps, letters)
	}
	lack := -cells
	a := adjustment{shrink: make([]float64, len(line))}
	others := 0.0
	for i := len(line) - 1; i >= 0; i-- {
		blank := line[i].blankHalf(i == 0)
		if !line[i].free(i == len(line)-1) {
			others += blank
			continue
		}
		a.shrink[i] = min(blank, lack)
		lack -= a.shrink[i]
	}
	if tight := min(lack, min(maxSpread, float64(gaps)*maxGap)); tight > tiny {
		lack -= tight
		a.gap = -tight / float64(gaps)
	}
	if lack > tiny && others > 0 {
		for i := range line {
			if !line[i].free(i == len(line)-1) {
				a.shrink[i] = line[i].blankHalf(i == 0) * min(1, lack/others)
			}
		}
	}
	return a
}

// spread opens the gaps by cells in all, and those between letters where the
// others alone would open too far.
func spread(cells float64, gaps, letters int) adjustment {
	switch {
	case gaps > 0 && cells/float64(gaps) <= maxGap:
		return adjustment{gap: cells / float64(gaps)}
	case gaps+letters > 0:
		gap := cells / float64(gaps+letters)
		return adjustment{gap: gap, inner: gap}
	}
	return adjustment{}
}

// placeFree adds atoms without a grid to texts, one after the other from x on.
func placeFree(texts []Text, atoms []atom, style textStyle, x, baseline float64) []Text {
	p := placer{size: style.size, texts: texts}
	for _, a := range atoms {
		for i := range a.glyphs {
			g := &a.glyphs[i]
			if !a.blank {
				p.put(g, x, baseline, g.step*style.size)
			}
			x += g.step * style.size
		}
	}
	p.close()
	return p.texts
}

// set adds atoms without a grid to a page, as part of an element; of 0, they are no part
// of the text.
func (p *Page) set(atoms []atom, style textStyle, x, baseline float64, element int) {
	first := len(p.Texts)
	p.Texts = placeFree(p.Texts, atoms, style, x, baseline)
	belong(p.Texts[first:], element)
}

// belong makes texts part of an element.
func belong(texts []Text, element int) {
	for i := range texts {
		texts[i].Element = element
	}
}

// freeWidth is the width of atoms set without a grid, in points.
func freeWidth(atoms []atom, size float64) float64 {
	w := 0.0
	for _, a := range atoms {
		w += runWidth(a.glyphs)
	}
	return w * size
}
