package typeset

import (
	"image"
	"slices"

	"nianbao/export/outline"
	"nianbao/fonts"
)

// Options are the choices of a printing.
type Options struct {
	Paper Paper // the zero value is A4
	Draft bool  // 草稿 watermark on every page
	Code  *Code // on the last page; nil for none
	// Cache is what the last layout left for this one; nil for none.
	Cache *Cache
}

// Layout places a report on paper. It never fails: what no face can show is in
// Document.Missing.
func Layout(report *outline.Document, set *fonts.Set, o Options) *Document {
	if o.Paper == (Paper{}) {
		o.Paper = A4()
	}
	s := newSetter(set, o.Paper, o.Cache)
	items := s.items(report)
	f := flow{setter: s, doc: &Document{Paper: o.Paper, Title: report.Heading() + report.Note}}
	f.newPage()
	f.place(items)
	if o.Code != nil {
		s.where = func() string { return placeCode }
		f.placeCode(*o.Code)
	}
	f.doc.Elements, f.doc.Missing = s.elements, s.missing
	for i := range f.doc.Pages {
		page := &f.doc.Pages[i]
		s.pageHead(page, report.Heading())
		s.folio(page)
		s.foot(page, report.Foot)
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
	leads   bool    // it belongs to what follows, as a heading does
	shift   float64 // of the first line: cells from the left edge, for what is not set in full lines
	placed  placing
	table   *table
	picture *Picture
	ruled   int       // empty lines to write on
	blanks  []inBlank // beside each other on a line
	cell    float64   // width of a cell; 0 for that of the paper
	tail    int       // lines after it that stand on the page of its last lines
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

// items turns the outline into what is to be placed, in reading order.
func (s *setter) items(report *outline.Document) []item {
	all := slices.Grow(s.title(report.Title), len(report.Blocks)+1)
	if report.Note != "" {
		all = append(all, s.note(report.Note))
	}
	all = append(all, item{}) // 标题与正文之间空一行
	for i := range report.Blocks {
		b := &report.Blocks[i]
		s.where = func() string { return wordsPlace(b) }
		s.above = linesAbove(all)
		it := s.block(b)
		if it.blanks != nil {
			all[len(all)-1].tail = 1
		}
		all = append(all, it)
	}
	s.where = func() string { return placeSignature }
	end := s.signature(report.Signature)
	s.where = func() string { return placePosting }
	end = append(end, s.posting(report.Posting)...)
	for _, it := range end {
		all[len(all)-1].tail += max(1, len(it.lines))
	}
	return append(all, end...)
}

// linesAbove is how many lines stand above what comes next, on its page, if it is not to
// be parted from them: those since the last table or the beginning, where that is not
// much, else the headings and remarks that lead to it.
func linesAbove(items []item) float64 {
	leading, since := 0, 0
	leads := true
	for i := len(items) - 1; i >= 0 && items[i].table == nil; i-- {
		it := items[i]
		n := len(it.lines) + it.ruled
		if n == 0 { // an empty line, a line of blanks
			n = 1
		}
		since += n
		if leads = leads && (it.level > 0 || it.leads); leads {
			leading += n
		}
	}
	const much = 11 // half a page
	if since <= much {
		return float64(since)
	}
	return float64(leading)
}

func (s *setter) block(b *outline.Block) item {
	switch {
	case b.Kind == outline.Grid:
		t := s.measureTable(b.Table)
		return item{table: &t}
	case b.Kind == outline.Picture:
		return item{picture: s.picture(b.Image)}
	case b.Kind == outline.Remark:
		return s.remark(b.Text)
	case b.Kind == outline.Ruled:
		return item{ruled: b.Lines}
	case b.Kind == outline.Blanks:
		return s.blanks(b.Names)
	case b.Kind == outline.Heading && b.Level == 1:
		return s.heading(b, s.sectionStyle(), ElementSection)
	case b.Kind == outline.Heading:
		return s.heading(b, s.headingStyle(), ElementSubheading)
	}
	return s.paragraph(b.Text, s.bodyStyle(), ElementParagraph)
}

// picture is an image, four fifths as wide as the text.
func (s *setter) picture(img image.Image) *Picture {
	size := img.Bounds()
	width := s.paper.TextWidth() * 0.8
	height := width * float64(size.Dy()) / float64(size.Dx())
	if most := s.paper.TextHeight() - s.paper.Line; height > most {
		width, height = width*most/height, most
	}
	return &Picture{Width: width, Height: height, Image: img}
}

func (s *setter) heading(b *outline.Block, style textStyle, kind ElementKind) item {
	it := s.paragraph(b.Text, style, kind)
	it.level, it.text = b.Level, b.Text
	return it
}

func (s *setter) paragraph(text string, style textStyle, kind ElementKind) item {
	it := item{style: style, element: s.element(Element{Kind: kind})}
	found := s.compose(wording{
		text, style.role, style.size, s.paper.Cell, measure{width: float64(s.paper.Columns), indent: indent},
	})
	it.atoms, it.lines = found.atoms, found.lines
	return it
}

// signature is 落款 without a seal: the agency on the line after the text, two
// cells off the right edge; the date below it, begun two cells further right.
// A date longer than that stands two cells off the edge itself and moves the
// agency along (GB/T 9704—2012, 7.3.5.2).
func (s *setter) signature(signed outline.Signature) []item {
	if signed == (outline.Signature{}) {
		return nil
	}
	edge := float64(s.paper.Columns) - indent
	a, d := s.signed(signed.Agency, edge), s.signed(signed.Date, edge)
	a.shift = edge - a.width()
	d.shift = a.shift + indent
	if over := d.shift + d.width() - edge; over > 0 && signed.Date != "" {
		a.shift, d.shift = max(0, a.shift-over), d.shift-over
	}
	if signed.Date == "" {
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
func (s *setter) posting(lines []string) []item {
	if len(lines) == 0 {
		return nil
	}
	all := []item{{}}
	for _, line := range lines {
		all = append(all, s.paragraph(line, s.bodyStyle(), ElementParagraph))
	}
	return all
}
