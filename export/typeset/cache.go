package typeset

import "nianbao/fonts"

// Cache keeps the paragraphs and table wordings of one layout for the next, so
// that after a keystroke only the paragraph that has changed is broken anew.
// What a layout did not use is dropped at the end of the one after. Its zero
// value is ready; it serves one layout at a time.
type Cache struct {
	faces     *fonts.Set
	known     map[character]glyph
	now, last map[wording]composed
}

// wording is a text and all that its lines depend on.
type wording struct {
	text       string
	role       fonts.Role
	size, cell float64
	measure
}

// composed is a text turned into atoms and broken into lines. It is shared and must
// not be changed.
type composed struct {
	atoms []atom
	lines []setLine
	lacks []rune // characters that no face has
}

// begin makes the cache ready for a layout with faces.
func (c *Cache) begin(faces *fonts.Set) {
	if c.faces != faces {
		*c = Cache{faces: faces, known: map[character]glyph{}}
	}
	c.now, c.last = map[wording]composed{}, c.now
}

// compose turns a text into atoms and lines, or finds it done.
func (s *setter) compose(w wording) composed {
	found, ok := s.cache.now[w]
	if !ok {
		if found, ok = s.cache.last[w]; ok {
			s.cache.now[w] = found
		}
	}
	if ok {
		for _, r := range found.lacks {
			s.lack(r)
		}
		return found
	}
	missing := s.missing
	s.missing = nil
	made := composed{atoms: s.atoms(w.text, w.role, w.size, w.cell)}
	if w.measure != (measure{}) {
		made.lines = breakLines(made.atoms, w.measure)
	}
	for _, m := range s.missing {
		made.lacks = append(made.lacks, m.Char)
	}
	s.missing = missing
	for _, r := range made.lacks {
		s.lack(r)
	}
	s.cache.now[w] = made
	return made
}
