package pdftext

import (
	"cmp"
	"math"
	"slices"

	"nianbao/model/intake/source"
)

// takeHidden takes text without ink off the sheet, and returns it. What lies
// over a scanned page is all the text there is, and stays.
func (s *sheet) takeHidden() []glyph {
	var seen, hidden []glyph
	for _, g := range s.glyphs {
		if g.look == source.Hidden {
			hidden = append(hidden, g)
		} else {
			seen = append(seen, g)
		}
	}
	if len(hidden) == 0 || len(hidden) >= len(seen) {
		for i := range s.glyphs {
			s.glyphs[i].look = source.Plain
		}
		return nil
	}
	s.glyphs = seen
	return hidden
}

// markStruck finds the text that a line is drawn through: one as long as the
// text, at the height of its middle.
func (s *sheet) markStruck(b *budget) {
	if len(s.rules) > maxPageRules {
		return
	}
	level := make([]*glyph, 0, len(s.glyphs))
	largest := 0.0
	for i := range s.glyphs {
		if g := &s.glyphs[i]; g.dx > straight {
			level = append(level, g)
			largest = max(largest, g.size)
		}
	}
	slices.SortStableFunc(level, func(a, b *glyph) int { return cmp.Compare(a.at.y, b.at.y) })
	for _, r := range s.rules {
		if r.upright {
			continue
		}
		from, _ := slices.BinarySearchFunc(level, r.at, func(g *glyph, y float64) int { return cmp.Compare(g.at.y, y) })
		var under []*glyph
		left, right := math.Inf(1), math.Inf(-1)
		for _, g := range level[from:] {
			if g.at.y > r.at+largest || !b.step(1) {
				break
			}
			if g.struckBy(r) {
				under = append(under, g)
				left, right = min(left, g.at.x), max(right, g.end().x)
			}
		}
		// A line of a table goes on beyond the text.
		if len(under) == 0 || r.from < left-under[0].size/2 || r.to > right+under[0].size/2 {
			continue
		}
		for _, g := range under {
			g.look = source.Struck
		}
	}
}

func (g *glyph) struckBy(r rule) bool {
	const low, high = 0.15, 0.55 // of the size, over the baseline
	over := (g.at.y - r.at) / g.size
	middle := g.at.x + g.width/2
	return over >= low && over <= high && middle > r.from && middle < r.to
}

// raise puts small lines that stand over the end of words, or just before the line, into
// the line below: the 2 of m², or the mark of a note.
func raise(all []line) []line {
	const (
		small      = 0.8 // of the size of the text
		low, high  = 0.1, 0.7
		next, back = 0.5, 0.25 // how far from the word, in the size of the text
		few        = 16        // glyphs that stand so over one line
	)
	out := all[:0]
	for i := range all {
		if i+1 == len(all) || len(all[i].glyphs) > few {
			out = append(out, all[i])
			continue
		}
		up, base := &all[i], &all[i+1]
		rise := (base.at - up.at) / base.size
		first := up.glyphs[0].at.x
		near := func(gap float64) bool { return gap > -back*base.size && gap < next*base.size }
		stands := near(base.left()-up.right()) || slices.ContainsFunc(base.glyphs, func(o glyph) bool { return near(first - o.end().x) })
		if up.size > small*base.size || rise < low || rise > high || !stands {
			out = append(out, all[i])
			continue
		}
		for _, g := range up.glyphs {
			g.look = source.Raised
			base.glyphs = append(base.glyphs, g)
		}
		slices.SortStableFunc(base.glyphs, func(a, b glyph) int { return cmp.Compare(a.at.x, b.at.x) })
	}
	all = out
	for i := range all {
		for j := range all[i].glyphs {
			g := &all[i].glyphs[j]
			if j > 0 && g.look == source.Plain && g.size <= small*all[i].size && (all[i].baseline()-g.at.y)/all[i].size >= low {
				g.look = source.Raised
			}
		}
	}
	return all
}

// baseline is that of the line's largest glyphs.
func (l *line) baseline() float64 {
	at := math.Inf(-1)
	for _, g := range l.glyphs {
		if g.size == l.size {
			at = max(at, g.at.y)
		}
	}
	return at
}

// runsOf is what glyphs say, with their looks.
func runsOf(glyphs []glyph) source.Text {
	text := source.Text{{}}
	for i := range glyphs {
		if i > 0 && isBlank(&glyphs[i-1], &glyphs[i]) {
			text.Add(" ", glyphs[i].look)
		}
		text.Add(glyphs[i].text, glyphs[i].look)
	}
	return text
}
