package typeset

import (
	"strconv"
	"strings"

	"nianbao/fonts"
	"nianbao/model"
)

// Options are the choices of a printing.
type Options struct {
	Draft bool // 草稿 watermark on every page
}

// Layout places a report on A4 pages. It never fails: what no face can show is
// in Document.Missing.
func Layout(r *model.Report, set *fonts.Set, o Options) *Document {
	paper := A4()
	s := &setter{fonts: set}
	f := flow{
		setter: s, paper: paper,
		doc: &Document{Paper: paper, Title: strings.Join(r.TitleLines(), "")},
	}
	f.newPage()
	f.place(s.items(r, paper))
	for i := range f.doc.Pages {
		page := &f.doc.Pages[i]
		s.folio(page, paper)
		if o.Draft {
			s.watermark(page, paper)
		}
	}
	f.doc.Missing = distinct(s.missing)
	return f.doc
}

// item is one thing that follows another down the pages.
type item struct {
	style  textStyle
	atoms  []atom
	lines  []setLine
	level  int     // of a heading; 0 for text
	text   string  // of a heading
	shift  float64 // of the first line: cells from the left edge, for what is not set in full lines
	placed placing
	table  *table
}

// placing is where the lines of an item stand.
type placing int

const (
	inLines placing = iota // 左空二字，回行顶格
	centredLines
	shifted // begins at item.shift
)

const indent = 2 // cells, GB/T 9704—2012 7.3.3: 每个自然段左空二字

// items turns the report into what is to be placed, in reading order.
func (s *setter) items(r *model.Report, paper Paper) []item {
	var all []item
	for _, line := range r.TitleLines() {
		all = append(all, s.titleLine(line, paper))
	}
	all = append(all, item{}) // 标题与正文之间空一行
	all = append(all, s.prose(r, model.Preamble, paper)...)
	for _, section := range r.Edition().Sections {
		all = append(all, s.heading(section.Title, 1, styleSection, paper))
		if section.Table != nil {
			t := s.measureTable(r, section.Table, paper.TextWidth(), paper.TextHeight()-paper.Line)
			all = append(all, item{table: &t})
			continue
		}
		all = append(all, s.prose(r, section.ID, paper)...)
	}
	return append(all, s.signature(r, paper)...)
}

func (s *setter) titleLine(text string, paper Paper) item {
	it := item{style: styleTitle, placed: centredLines}
	it.atoms = s.atoms(text, styleTitle.role, styleTitle.size, 0)
	it.lines = breakLines(it.atoms, measure{width: paper.TextWidth() / styleTitle.size, ragged: true, even: true})
	return it
}

func (s *setter) heading(text string, level int, style textStyle, paper Paper) item {
	it := s.paragraph(text, style, paper)
	it.level, it.text = level, text
	return it
}

func (s *setter) paragraph(text string, style textStyle, paper Paper) item {
	it := item{style: style}
	it.atoms = s.atoms(text, style.role, style.size, paper.Cell)
	it.lines = breakLines(it.atoms, measure{width: float64(paper.Columns), indent: indent})
	return it
}

func (s *setter) prose(r *model.Report, id model.SectionID, paper Paper) []item {
	var all []item
	headings := r.Headings(id)
	for i, block := range r.Narrative[id] {
		if headings[i] != "" {
			all = append(all, s.heading(r.Expand(headings[i]), 2, styleHeading, paper))
		}
		for _, p := range block.Paragraphs() {
			all = append(all, s.paragraph(r.Expand(p), styleBody, paper))
		}
	}
	return all
}

// signature is 落款 without a seal: the agency on the line after the text, two
// cells off the right edge; the date below it, begun two cells further right.
// A date longer than that stands two cells off the edge itself and moves the
// agency along (GB/T 9704—2012, 7.3.5.2).
func (s *setter) signature(r *model.Report, paper Paper) []item {
	agency, date := strings.TrimSpace(r.Signature.Agency), r.Signature.DateInWords()
	if agency == "" && date == "" {
		return nil
	}
	if agency == "" {
		agency = r.Agency.Name
	}
	line := func(text string) item {
		it := item{style: styleBody, placed: shifted}
		it.atoms = s.atoms(text, styleBody.role, styleBody.size, paper.Cell)
		it.lines = []setLine{{last: len(it.atoms)}}
		return it
	}
	a, d := line(agency), line(date)
	edge := float64(paper.Columns) - indent
	a.shift = max(0, edge-width(a.atoms))
	d.shift = a.shift + indent
	if over := d.shift + width(d.atoms) - edge; over > 0 && date != "" {
		a.shift, d.shift = max(0, a.shift-over), d.shift-over
	}
	if date == "" {
		return []item{a}
	}
	return []item{a, d}
}

// width is the number of cells that atoms take.
func width(atoms []atom) float64 {
	w := 0.0
	for _, a := range atoms {
		w += a.cells
	}
	return w
}

// folio is the page number between its two dashes: on the right of odd pages
// and the left of even ones, one character in from the text area's edge
// (GB/T 9704—2012, 7.5).
func (s *setter) folio(page *Page, paper Paper) {
	const gap = sizeFolio / 4
	number := s.atoms(strconv.Itoa(page.Number), styleFolio.role, styleFolio.size, 0)
	dash := s.atoms("—", styleFolio.role, styleFolio.size, 0)
	numberWidth, dashWidth := freeWidth(number, styleFolio.size), freeWidth(dash, styleFolio.size)
	x := paper.Left + styleFolio.size
	if page.Number%2 == 1 {
		x = paper.Right() - styleFolio.size - 2*(dashWidth+gap) - numberWidth
	}
	y := paper.Bottom() + folioDrop + baselineDrop*styleFolio.size
	for _, piece := range []struct {
		atoms []atom
		at    float64
	}{{dash, 0}, {number, dashWidth + gap}, {dash, dashWidth + 2*gap + numberWidth}} {
		for _, t := range placeFree(piece.atoms, styleFolio, x+piece.at, y) {
			t.Aside = true
			page.Texts = append(page.Texts, t)
		}
	}
}

// The watermark: a third of the sheet's width a character, light enough to read
// through.
const (
	watermarkSize = 150 // pt
	watermarkGray = 0.88
	watermarkTurn = 45 // degrees
)

func (s *setter) watermark(page *Page, paper Paper) {
	style := textStyle{fonts.Hei, watermarkSize}
	atoms := s.atoms(watermarkText, style.role, style.size, 0)
	// Turned by 45°, half the width and the drop of the baseline have the same
	// share along both axes.
	const diagonal = 0.7071
	half := freeWidth(atoms, style.size) / 2
	x := paper.Width/2 - diagonal*half + diagonal*baselineDrop*style.size
	y := paper.Height/2 + diagonal*half + diagonal*baselineDrop*style.size
	for _, t := range placeFree(atoms, style, x, y) {
		t.Aside, t.Gray, t.Turn = true, watermarkGray, watermarkTurn
		page.Under = append(page.Under, t)
	}
}

func distinct(runes []rune) []rune {
	var once []rune
	seen := map[rune]bool{}
	for _, r := range runes {
		if !seen[r] {
			seen[r] = true
			once = append(once, r)
		}
	}
	return once
}
