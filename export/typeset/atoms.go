package typeset

import (
	"math"
	"slices"

	"github.com/go-text/typesetting/segmenter"

	"nianbao/fonts"
	"nianbao/model/han"
)

// replacement stands for a character that no face has (GB/T 15834 calls it the
// 代用号 of lead type: a turned-over sort).
const replacement = '〓'

// glyph is one character with the face that has it.
type glyph struct {
	char  rune
	face  *fonts.Face
	scale float64 // of the type size
	width float64 // in ems, scaled
	step  float64 // the room it takes, in ems
	inset float64 // from where its room begins to where it begins, in ems
}

// centre gives a glyph room to stand in the middle of.
func (g *glyph) centre(room float64) { g.step, g.inset = room, (room-g.width)/2 }

// atom is what a line is broken into: one full-width character, or a word of
// Latin letters and figures that stays whole.
type atom struct {
	glyphs []glyph
	cells  float64 // it takes; a figure half of one, letters their own width
	run    bool    // a word, or a piece of one, of letters and figures
	// breakCost is the cost of ending a line after this atom; infinite where
	// it must not be.
	breakCost float64
	squeeze   side // which half of the cell is blank
	paired    bool // and a mark stands on that side: the blank is not missed
	blank     bool // a space: dropped at a line end
}

// blankHalf is how much of its cell a mark can give up. The blank of an opening
// mark at the line's beginning stays: it keeps the text's edge.
func (a *atom) blankHalf(first bool) float64 {
	if a.squeeze == squeezeNone || a.squeeze == squeezeLeft && first {
		return 0
	}
	return 0.5
}

// free reports whether the blank can go without being noticed: a mark or the line's end is
// beside it.
func (a *atom) free(last bool) bool { return a.paired || last && a.squeeze == squeezeRight }

type side int

const (
	squeezeNone side = iota
	squeezeRight
	squeezeLeft
)

var never = math.Inf(1)

// setter turns text into atoms: it looks characters up and remembers the ones
// no face has, and what the text is made of.
type setter struct {
	fonts    *fonts.Set
	paper    Paper
	seg      segmenter.Segmenter
	elements []Element     // elements[0] is the document
	where    func() string // in words, for missing
	missing  []Missing
	cache    *Cache
	above    float64 // lines over the block at work, on its page
}

// character is one in the face of a role.
type character struct {
	role fonts.Role
	char rune
}

// newSetter makes one that keeps what it sets in the cache; nil for none.
func newSetter(faces *fonts.Set, paper Paper, cache *Cache) *setter {
	if cache == nil {
		cache = &Cache{}
	}
	cache.begin(faces)
	return &setter{fonts: faces, paper: paper, elements: make([]Element, 1, 256), where: func() string { return "" }, cache: cache}
}

// element adds an element to the structure and returns its index.
func (s *setter) element(e Element) int {
	s.elements = append(s.elements, e)
	return len(s.elements) - 1
}

// glyph finds a character at its natural width.
func (s *setter) glyph(role fonts.Role, r rune) glyph {
	key := character{role, r}
	if g, ok := s.cache.known[key]; ok {
		return g
	}
	found, ok := s.fonts.Lookup(role, r)
	if !ok {
		s.lack(r)
		if found, ok = s.fonts.Lookup(role, replacement); ok {
			r = replacement
		}
	}
	em := float64(found.Advance) / 1000
	g := glyph{char: r, face: found.Face, scale: 1, width: em, step: em}
	if r == key.char {
		s.cache.known[key] = g
	}
	return g
}

// lack notes a missing character, once for each place.
func (s *setter) lack(r rune) {
	if m := (Missing{Char: r, Where: s.where()}); !slices.Contains(s.missing, m) {
		s.missing = append(s.missing, m)
	}
}

// style is what the width of a character on the grid depends on.
type style struct {
	role       fonts.Role
	size, cell float64 // pt; cell 0: no grid
}

// wide is a character of the grid in the middle of its cell, and not beyond it.
func (s *setter) wide(st style, r rune) glyph {
	g := s.glyph(st.role, r)
	if st.cell > 0 && g.width != 1 {
		if g.width > 1 {
			g.scale, g.width = 1/g.width, 1
		}
		g.centre(1)
	}
	return g
}

// narrow is a letter or figure beside characters of the grid: scaled so that a
// figure takes half a cell exactly, as official paper has them, whatever its own
// width (a 1 is narrower than a 2). 仿宋 and 楷体 take them from 宋体, whose
// figures are lighter and upright.
func (s *setter) narrow(st style, r rune) glyph {
	if st.cell == 0 {
		return s.glyph(st.role, r)
	}
	if st.role == fonts.Fang || st.role == fonts.Kai {
		st.role = fonts.Song
	}
	g := s.glyph(st.role, r)
	half := st.cell / 2 / st.size
	if zero := s.glyph(st.role, '0').width; zero > 0 {
		g.scale = half / zero
		g.width *= g.scale
	}
	g.step = g.width
	if isFigure(r) {
		g.centre(half)
	}
	return g
}

// atoms splits a paragraph set in the given role and size for cells of the
// given width; cell 0 means no grid: everything takes its natural width, and
// the unit of atom.cells is then one em.
func (s *setter) atoms(text string, role fonts.Role, size, cell float64) []atom {
	runes := clean(text)
	if len(runes) == 0 {
		return nil
	}
	st := style{role, size, cell}
	glyphs := make([]glyph, len(runes))
	all := make([]atom, 0, len(runes))
	for i := 0; i < len(runes); {
		r := runes[i]
		n := 1
		switch {
		case r == '\u3000' || r == ' ' && runLength(runes[i:]) == 0:
			glyphs[i] = s.wide(st, r)
			all = append(all, atom{cells: blankCells(r), blank: true})
		case han.IsWide(r):
			glyphs[i] = s.wide(st, r)
			all = append(all, atom{cells: 1, squeeze: squeezable(r)})
		default:
			n = runLength(runes[i:])
			for j := i; j < i+n; j++ {
				glyphs[j] = s.narrow(st, runes[j])
			}
			all = s.run(all, st, runes[i:i+n], glyphs[i:i+n])
		}
		last := &all[len(all)-1]
		if last.glyphs == nil {
			last.glyphs = glyphs[i : i+1 : i+1]
		}
		if i += n; i < len(runes) {
			last.breakCost = breakCost(runes[i-1], runes[i])
		}
	}
	if cell > 0 {
		pair(all)
	}
	return all
}

// pair marks the blanks between two marks. Between “：“” there are two of them,
// of which one is enough to keep.
func pair(atoms []atom) {
	for i, a := range atoms {
		switch a.squeeze {
		case squeezeRight:
			atoms[i].paired = i+1 < len(atoms) && atoms[i+1].squeeze != squeezeNone
		case squeezeLeft:
			atoms[i].paired = i > 0 && atoms[i-1].squeeze == squeezeLeft
		case squeezeNone:
		}
	}
}

func blankCells(r rune) float64 {
	if r == ' ' {
		return 0.5
	}
	return 1
}
