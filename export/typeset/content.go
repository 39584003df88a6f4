package typeset

import (
	"strings"

	"nianbao/fonts"
	"nianbao/model"
)

// Options are the choices of a printing.
type Options struct {
	Paper  Paper  // the zero value is A4
	Draft  bool   // 草稿 watermark on every page
	Posted string // 公示日期 below the signature, "2021-01-20"; empty for none
	Phone  string // 联系电话 below it; empty for none
}

// Layout places a report on paper. It never fails: what no face can show is in
// Document.Missing.
func Layout(r *model.Report, set *fonts.Set, o Options) *Document {
	if o.Paper == (Paper{}) {
		o.Paper = A4()
	}
	s := newSetter(set, o.Paper)
	items := s.items(r, o)
	f := flow{setter: s, doc: &Document{Paper: o.Paper, Title: strings.Join(r.TitleLines(), "")}}
	f.newPage()
	f.place(items)
	f.doc.Elements, f.doc.Missing = s.elements, s.missing
	for i := range f.doc.Pages {
		page := &f.doc.Pages[i]
		s.pageHead(page, r)
		s.folio(page)
		if o.Draft {
			s.watermark(page)
		}
	}
	return f.doc
}

// item is one thing that follows another down the pages.
type item struct {
	style   textStyle
	atoms   []atom
	lines   []setLine
	level   int     // of a heading; 0 for text
	text    string  // of a heading
	shift   float64 // of the first line: cells from the left edge, for what is not set in full lines
	placed  placing
	table   *table
	tail    int // lines after it that stand on the page of its last lines
	element int
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
func (s *setter) items(r *model.Report, o Options) []item {
	all := s.title(r)
	all = append(all, item{}) // 标题与正文之间空一行
	for _, section := range r.Edition().Sections {
		s.where = section.Name()
		if section.Titled() {
			all = append(all, s.heading(section.Title, 1, s.sectionStyle(), ElementSection))
		}
		if section.Table != nil {
			s.where = wordsCell(section.Title)
			t := s.measureTable(r, section.Table)
			all = append(all, item{table: &t})
			continue
		}
		all = append(all, s.prose(r, section.ID, section.Name())...)
	}
	s.where = placeSignature
	end := append(s.signature(r), s.posting(o)...)
	for _, it := range end {
		all[len(all)-1].tail += max(1, len(it.lines))
	}
	return append(all, end...)
}

func (s *setter) heading(text string, level int, style textStyle, kind ElementKind) item {
	it := s.paragraph(text, style, kind)
	it.level, it.text = level, text
	return it
}

func (s *setter) paragraph(text string, style textStyle, kind ElementKind) item {
	it := item{style: style, element: s.element(Element{Kind: kind})}
	it.atoms = s.atoms(text, style.role, style.size, s.paper.Cell)
	it.lines = breakLines(it.atoms, measure{width: float64(s.paper.Columns), indent: indent})
	return it
}

func (s *setter) prose(r *model.Report, id model.SectionID, section string) []item {
	var all []item
	headings := r.Headings(id)
	n := 0
	for i, block := range r.Narrative[id] {
		if headings[i] != "" {
			s.where = wordsHeading(section, headings[i])
			all = append(all, s.heading(r.Expand(headings[i]), 2, s.headingStyle(), ElementSubheading))
		}
		for _, p := range block.Paragraphs() {
			n++
			s.where = wordsParagraph(section, n)
			all = append(all, s.paragraph(r.Expand(p), s.bodyStyle(), ElementParagraph))
		}
	}
	return all
}

// signature is 落款 without a seal: the agency on the line after the text, two
// cells off the right edge; the date below it, begun two cells further right.
// A date longer than that stands two cells off the edge itself and moves the
// agency along (GB/T 9704—2012, 7.3.5.2).
func (s *setter) signature(r *model.Report) []item {
	agency, date := strings.TrimSpace(r.Signature.Agency), model.DateInWords(r.Signature.Date)
	if agency == "" && date == "" {
		return nil
	}
	if agency == "" {
		agency = r.Agency.Name
	}
	edge := float64(s.paper.Columns) - indent
	a, d := s.signed(agency, edge), s.signed(date, edge)
	a.shift = edge - a.width()
	d.shift = a.shift + indent
	if over := d.shift + d.width() - edge; over > 0 && date != "" {
		a.shift, d.shift = max(0, a.shift-over), d.shift-over
	}
	if date == "" {
		return []item{a}
	}
	return []item{a, d}
}

// signed is a line of the signature, or as few as it takes, that stand where
// the item's shift says.
func (s *setter) signed(text string, cells float64) item {
	style := s.bodyStyle()
	it := item{style: style, placed: shifted}
	if it.atoms = s.atoms(text, style.role, style.size, s.paper.Cell); len(it.atoms) == 0 {
		return it
	}
	it.element = s.element(Element{Kind: ElementParagraph})
	keepWords(it.atoms)
	it.lines = breakLines(it.atoms, measure{width: cells, ragged: true, even: true})
	return it
}

// width is the number of cells that the item's widest line takes.
func (it item) width() float64 {
	widest := 0.0
	for _, l := range it.lines {
		w := 0.0
		for _, a := range it.atoms[l.first:l.last] {
			w += a.cells
		}
		widest = max(widest, w)
	}
	return widest
}

// posting tells on the notice board since when the report hangs there and whom
// to ask (spec/layout.md, 张贴稿).
func (s *setter) posting(o Options) []item {
	s.where = placePosting
	var all []item
	for _, line := range []struct{ name, value string }{
		{namePosted, model.DateInWords(o.Posted)}, {namePhone, strings.TrimSpace(o.Phone)},
	} {
		if line.value != "" {
			all = append(all, s.paragraph(line.name+line.value, s.bodyStyle(), ElementParagraph))
		}
	}
	if len(all) > 0 {
		all = append([]item{{}}, all...)
	}
	return all
}
