package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"nianbao/fonts"
)

// What may not begin or end a line (避头尾, spec/layout.md), the ASCII marks of
// careless typing included.
const (
	noLineStart = "，。、；：？！）〕】》〉”’」』…—·％‰℃°′″,.;:?!)]}%"
	noLineEnd   = "（〔【《〈“‘「『([{￥$№"
	// blankRight and blankLeft are full-width marks whose ink fills one half of
	// their cell: the other half can be squeezed away.
	blankRight = "，。、；：）〕】》〉”’」』！？"
	blankLeft  = "（〔【《〈“‘「『"
	// units are what follows a number and should stay with it.
	units = "年月日时分秒件条次个项人名份篇期场部类家户万亿千百元％度米吨亩余多"
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
}

// atom is what a line is broken into: one full-width character, or a run of
// Latin letters and figures that stays whole.
type atom struct {
	glyphs []glyph
	// cells it takes; a run of letters takes whole cells of the grid, so that
	// the characters after it are back in their columns.
	cells float64
	// run: a piece of a run of letters and figures. before and after are the
	// blanks that centre the run in its cells, of its first and last piece, in
	// points.
	run           bool
	before, after float64
	// breakCost is the cost of ending a line after this atom; infinite where
	// it must not be.
	breakCost float64
	squeeze   side // which half of the cell is blank
	paired    bool // and a mark stands on that side: the blank is not missed
	blank     bool // a space: dropped at a line end
}

// blankHalf is how much of its cell a mark can give up. The blank of an opening
// mark at the line's beginning stays: it keeps the text's edge.
func (a atom) blankHalf(first bool) float64 {
	if a.squeeze == squeezeNone || a.squeeze == squeezeLeft && first {
		return 0
	}
	return 0.5
}

// free reports whether nobody misses the blank: a mark or the line's end is
// beside it.
func (a atom) free(last bool) bool { return a.paired || last && a.squeeze == squeezeRight }

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
	elements []Element // elements[0] is the document
	where    string    // in words, for missing
	missing  []Missing
	figure   map[fonts.Role]float64 // width of a figure in ems
}

func newSetter(set *fonts.Set, paper Paper) *setter {
	return &setter{fonts: set, paper: paper, elements: make([]Element, 1, 256), figure: map[fonts.Role]float64{}}
}

// element adds an element to the structure and returns its index.
func (s *setter) element(e Element) int {
	s.elements = append(s.elements, e)
	return len(s.elements) - 1
}

func (s *setter) glyph(role fonts.Role, r rune) glyph {
	g, ok := s.fonts.Lookup(role, r)
	if !ok {
		s.lack(r)
		g, _ = s.fonts.Lookup(role, replacement)
		r = replacement
	}
	return glyph{char: r, face: g.Face, scale: 1, width: float64(g.Advance) / 1000}
}

// lack notes a missing character, once for each place.
func (s *setter) lack(r rune) {
	if m := (Missing{Char: r, Where: s.where}); !slices.Contains(s.missing, m) {
		s.missing = append(s.missing, m)
	}
}

// halfWidth is a character of the grid set beside Chinese: figures and letters
// are scaled so that a figure takes half a cell, as official paper has them.
// 仿宋 and 楷体 take them from 宋体, whose figures are lighter and upright.
func (s *setter) halfWidth(role fonts.Role, r rune, size, cell float64) glyph {
	if role == fonts.Fang || role == fonts.Kai {
		role = fonts.Song
	}
	figure, ok := s.figure[role]
	if !ok {
		figure = s.glyph(role, '0').width
		s.figure[role] = figure
	}
	g := s.glyph(role, r)
	if figure > 0 {
		g.scale = cell / 2 / (figure * size)
		g.width *= g.scale
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
	breaks := s.opportunities(runes)
	glyphs := make([]glyph, len(runes))
	for i, r := range runes {
		glyphs[i] = s.glyph(role, r)
	}
	all := make([]atom, 0, len(runes))
	for i := 0; i < len(runes); {
		n := runLength(glyphs[i:])
		switch {
		case n > 0:
			run := glyphs[i : i+n]
			if cell > 0 {
				for j := range run {
					run[j] = s.halfWidth(role, runes[i+j], size, cell)
				}
			}
			all = append(all, runAtoms(run, runes, i, breaks, size, cell)...)
			i += n
			continue
		case isBlank(runes[i]):
			all = append(all, atom{glyphs: glyphs[i : i+1], cells: blankCells(runes[i], cell), blank: true})
		default:
			all = append(all, atom{
				glyphs: glyphs[i : i+1], cells: 1, squeeze: squeezable(runes[i]), breakCost: breakCost(runes, i, breaks),
			})
		}
		i++
	}
	if cell > 0 {
		all = joinEnumerator(all, size, cell)
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

// runLength is the length of the stretch of letters, figures and the blanks
// between them that a text begins with; 0 when it begins with a full-width
// character.
func runLength(glyphs []glyph) int {
	n := 0
	for i, g := range glyphs {
		if g.char == '\u3000' || g.width >= fullWidth {
			break
		}
		if g.char != ' ' {
			n = i + 1
		}
	}
	return n
}

// joinEnumerator keeps a number at the beginning of a paragraph together with
// its mark, “1、”, flush left in whole cells.
func joinEnumerator(atoms []atom, size, cell float64) []atom {
	if len(atoms) < 3 || atoms[0].before == 0 || atoms[1].squeeze != squeezeRight {
		return atoms
	}
	number, mark := atoms[0], atoms[1]
	joined := atom{glyphs: slices.Concat(number.glyphs, mark.glyphs), breakCost: never}
	joined.cells = math.Ceil(runWidth(joined.glyphs)*size/cell - tiny)
	return append([]atom{joined}, atoms[2:]...)
}

// fullWidth tells a character of the Chinese grid from a letter or figure, in
// ems. Every face here gives full-width characters exactly 1.
const fullWidth = 0.9

// maxRun is the longest Latin run kept whole, in ems: half a line. A longer
// one, a URL, may break where Unicode allows it, else anywhere.
const maxRun = 14.0

// runAtoms cuts a run into its words and, where it is too long for that, into
// pieces. On the grid the run as a whole takes whole cells and stands in their
// middle.
func runAtoms(run []glyph, runes []rune, start int, breaks []bool, size, cell float64) []atom {
	unit := size
	if cell > 0 {
		unit = cell
	}
	var pieces []atom
	for from := 0; from < len(run); {
		to := from + 1
		if run[from].char != ' ' {
			to = pieceEnd(run, start, from, breaks)
		}
		a := atom{glyphs: run[from:to], cells: runWidth(run[from:to]) * size / unit, run: true, blank: run[from].char == ' '}
		if to == len(run) {
			a.breakCost = breakCost(runes, start+to-1, breaks)
		} else if !a.blank && run[to].char == ' ' {
			a.breakCost = 0
		}
		pieces = append(pieces, a)
		from = to
	}
	if cell > 0 {
		const slack = 0.03 // of a cell: four figures of half a cell fill two
		natural := runWidth(run) * size / cell
		pad := (math.Max(1, math.Ceil(natural-slack)) - natural) / 2
		first, last := &pieces[0], &pieces[len(pieces)-1]
		first.before, last.after = pad*cell, pad*cell
		first.cells += pad
		last.cells += pad
	}
	return pieces
}

// pieceEnd is where the word that begins at from ends, or the piece of it that
// may stand alone.
func pieceEnd(run []glyph, start, from int, breaks []bool) int {
	end := from
	for end < len(run) && run[end].char != ' ' {
		end++
	}
	if runWidth(run[from:end]) <= maxRun {
		return end
	}
	for i := from + 1; i < end; i++ {
		if breaks[start+i-1] || runWidth(run[from:i+1]) > maxRun {
			return i
		}
	}
	return end
}

func runWidth(run []glyph) float64 {
	w := 0.0
	for _, g := range run {
		w += g.width
	}
	return w
}

func blankCells(r rune, cell float64) float64 {
	if r == ' ' && cell == 0 {
		return 0.5
	}
	return 1
}

// clean drops what typists leave behind: control characters, blanks at the
// ends, and blanks between Chinese and letters or figures (“2020 年度”), which
// the grid sets apart by itself. A blank between two letters or two Chinese
// characters stays, once.
func clean(text string) []rune {
	in := []rune(strings.TrimSpace(text))
	out := make([]rune, 0, len(in))
	for i, r := range in {
		switch {
		case r == '\u3000':
			out = append(out, r)
		case unicode.IsSpace(r):
			if len(out) == 0 || isBlank(out[len(out)-1]) || mixed(out[len(out)-1], nextInk(in[i:])) {
				continue
			}
			out = append(out, ' ')
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cs, r):
		default:
			out = append(out, r)
		}
	}
	return out
}

func isBlank(r rune) bool { return r == ' ' || r == '\u3000' }

func nextInk(rest []rune) rune {
	for _, r := range rest {
		if !unicode.IsSpace(r) {
			return r
		}
	}
	return 0
}

// mixed reports whether a blank between the two is no blank of the text: one
// side is Chinese (or a full-width mark), the other Latin, or either is a mark.
func mixed(a, b rune) bool {
	return isWide(a) != isWide(b) || isMark(a) || isMark(b)
}

func isWide(r rune) bool { return r >= 0x2E80 || isMark(r) }

func isMark(r rune) bool {
	return r > 0x7F && (strings.ContainsRune(noLineStart, r) || strings.ContainsRune(noLineEnd, r))
}

// opportunities are the places after which Unicode (UAX #14) allows a break.
func (s *setter) opportunities(runes []rune) []bool {
	breaks := make([]bool, len(runes))
	s.seg.Init(runes)
	for it := s.seg.LineIterator(); it.Next(); {
		l := it.Line()
		breaks[l.Offset+len(l.Text)-1] = true
	}
	return breaks
}

// breakCost is the cost of ending a line after runes[i], our rules on top of
// Unicode's, which are for running text of every script.
func breakCost(runes []rune, i int, breaks []bool) float64 {
	if i == len(runes)-1 {
		return 0
	}
	here, next := runes[i], runes[i+1]
	switch {
	case strings.ContainsRune(noLineEnd, here), strings.ContainsRune(noLineStart, next):
		return never
	case unicode.Is(unicode.Mn, next):
		return never
	case unicode.IsDigit(here) && strings.ContainsRune(units, next):
		return costUnit
	case isWide(here) || isWide(next):
		return 0 // Unicode is stricter about ① № ℃ than Chinese typesetting
	case breaks[i]:
		return 0
	}
	return never
}

func squeezable(r rune) side {
	switch {
	case strings.ContainsRune(blankRight, r):
		return squeezeRight
	case strings.ContainsRune(blankLeft, r):
		return squeezeLeft
	}
	return squeezeNone
}
