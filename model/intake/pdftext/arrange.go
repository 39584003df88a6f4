package pdftext

import (
	"cmp"
	"math"
	"slices"

	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// item is a line or a table on a page.
type item struct {
	page   int
	top    float64
	margin bool // at the head or foot of the page
	aside  bool // not among the lines from top to bottom: it runs otherwise, or is hidden
	line   *line
	table  *table
}

// reportTables is how many tables a report has. Where as many are ruled, none
// is to be told by its gaps.
const reportTables = 3

// arrange puts all pages into reading order.
func arrange(sheets []*sheet, title string, b *budget) (*source.Document, error) {
	trustMarks(sheets)
	var items []item
	w := &writer{}
	for i, s := range sheets {
		if len(s.glyphs) == 0 && s.drawn > 0 {
			w.b.Picture(i + 1)
		}
		items = append(items, s.items(i, b)...)
	}
	markSite(items, len(sheets))
	markNumbers(items)
	markNotes(items)
	chains := chained(items)
	w.loose, w.unit = len(chains) < reportTables, unit(items)
	w.measure(items)
	for _, it := range items {
		if w.b.Full() {
			break
		}
		if it.table == nil {
			w.line(&it)
			continue
		}
		if slices.ContainsFunc(chains, func(c []*table) bool { return c[0] == it.table }) {
			w.b.BeginTable()
		}
		w.table(it.table)
	}
	return w.b.Document(title, w.loose)
}

// trustMarks ignores what the file marks as none of the document, if that is
// most of it.
func trustMarks(sheets []*sheet) {
	all, site := 0, 0
	for _, s := range sheets {
		for _, g := range s.glyphs {
			if all++; g.site {
				site++
			}
		}
	}
	if site*4 < all {
		return
	}
	for _, s := range sheets {
		for i := range s.glyphs {
			s.glyphs[i].site = false
		}
	}
}

// items lists lines and tables of a page from top to bottom. Text that runs
// askew is a stamp over the page, and comes last.
func (s *sheet) items(page int, b *budget) []item {
	var all []item
	hidden := s.takeHidden()
	s.markStruck(b)
	tables := s.findTables(b)
	for _, t := range tables {
		all = append(all, item{page: page, top: t.top(), table: t})
	}
	level, down, up, askew := quarter(s.glyphs)
	const margin = 0.12 // of the height
	for _, l := range inColumns(raise(lines(level))) {
		all = append(all, item{page: page, top: l.top(), line: &l, margin: l.at < margin*s.height || l.at > (1-margin)*s.height})
	}
	slices.SortStableFunc(all, func(a, b item) int { return cmp.Compare(a.top, b.top) })
	for _, l := range append(lines(down), lines(up)...) {
		all = append(all, item{page: page, top: s.height, aside: true, line: &l})
	}
	for _, l := range lines(hidden) {
		all = append(all, item{page: page, top: s.height, aside: true, line: &l})
	}
	if len(askew) > 0 {
		all = append(all, item{page: page, top: s.height, aside: true, line: &line{glyphs: askew, size: askew[0].size, site: true}})
	}
	return all
}

// markSite finds heads and feet: what stands at the edge of three pages or more, the page
// number aside, or in one place on both of two.
func markSite(items []item, pages int) {
	const few, same = 3, 1.0 // pages, and how far apart one place is
	on := map[string][]*item{}
	for i := range items {
		it := &items[i]
		if it.line == nil || !it.margin {
			continue
		}
		if text := bare(it.line.text()); text != "" {
			on[text] = append(on[text], it)
		}
	}
	for _, all := range on {
		seen := map[int]bool{}
		for _, it := range all {
			seen[it.page] = true
		}
		for _, it := range all {
			again := pages == 2 && slices.ContainsFunc(all, func(o *item) bool { return o.page != it.page && math.Abs(o.top-it.top) < same })
			if len(seen) >= few || again {
				it.line.site = true
			}
		}
	}
}

// pageNumber is a number that stands alone, or between dashes.
var pageNumber = pattern.Lazy(`^[-—–－·\s]*(\d{1,3})[-—–－·\s]*$`)

// markNumbers finds page numbers: those that count up with the pages. A number
// at the edge of a page may be one of a table.
func markNumbers(items []item) {
	byShift := map[int][]*line{}
	for _, it := range items {
		if it.line == nil || !it.margin {
			continue
		}
		if m := pageNumber().FindStringSubmatch(it.line.text()); m != nil {
			n, _ := natural([]byte(m[1]))
			byShift[n-it.page] = append(byShift[n-it.page], it.line)
		}
	}
	for _, counted := range byShift {
		if len(counted) < 2 {
			continue
		}
		for _, l := range counted {
			l.site = true
		}
	}
}

// chained puts tables together that a page end cut: between them stand only
// foot and head of pages.
func chained(items []item) [][]*table {
	var chains [][]*table
	var last *item // the table that nothing came after yet
	for i := range items {
		it := &items[i]
		switch {
		case it.table == nil && !it.isFurniture():
			last = nil
		case it.table == nil:
		case last != nil && it.page == last.page+1 && it.table.continues(last.table):
			chains[len(chains)-1] = append(chains[len(chains)-1], it.table)
			last = it
		default:
			chains = append(chains, []*table{it.table})
			last = it
		}
	}
	for _, c := range chains {
		unite(c)
		for i := 1; i < len(c); i++ {
			c[i-1].heal(c[i], c[0])
		}
	}
	return chains
}

// isFurniture tells foot and head of a page: at its edge, and without a word, or a note.
func (it *item) isFurniture() bool {
	const most = 6 // letters: 第页共页
	return it.line.site || it.line.noted || it.margin && len([]rune(bare(it.line.text()))) <= most
}

// unit is half the size of most characters outside tables.
func unit(items []item) float64 {
	votes := map[float64]int{}
	best := 12.0
	for _, it := range items {
		if it.line == nil {
			continue
		}
		for _, g := range it.line.glyphs {
			size := math.Round(g.size*10) / 10
			if votes[size]++; votes[size] > votes[best] {
				best = size
			}
		}
	}
	return max(best, 1) / 2
}

// writer gives lines and tables to the document.
type writer struct {
	b      source.Builder
	loose  bool
	unit   float64
	margin source.Margin
}

// measure finds the margins of the prose.
func (w *writer) measure(items []item) {
	const few = 2 // on paper every text is broken into lines
	var extents []source.Extent
	for _, it := range items {
		switch l := it.line; {
		case l == nil || l.site || l.noted:
		case l.column != nil:
			l.column.measure(w, few)
		case !w.loose || len(l.pieces()) == 1:
			extents = append(extents, w.extent(l))
		}
	}
	w.margin = source.Margins(extents, few)
	if w.indents(extents) {
		w.b.Indent()
	}
}

// indents reports whether the lines that certainly begin paragraphs, those
// behind a short one, are indented, all but a few.
func (w *writer) indents(lines []source.Extent) bool {
	const few, part = 6, 20
	begin, flush := 0, 0
	for i := 1; i < len(lines); i++ {
		if w.margin.Wraps(lines[i-1]) {
			continue
		}
		begin++
		if w.margin.Indent(lines[i]) < source.Indented {
			flush++
		}
	}
	return begin >= few && flush*part <= begin
}

func (w *writer) extent(l *line) source.Extent {
	return source.Extent{Begin: w.column(l.left()), End: w.column(l.right())}
}

func (w *writer) column(x float64) int { return int(math.Round(x / w.unit)) }

// line adds a line: as a row where gaps part it into columns.
func (w *writer) line(it *item) {
	l := it.line
	if l.noted {
		w.b.Paragraph(source.Line{Runs: l.note.As(source.Footnote)})
		return
	}
	if l.site {
		w.b.Paragraph(source.Line{Runs: source.Text{{Text: l.text(), Look: source.Edge}}})
		return
	}
	e, margin := w.extent(l), w.margin
	if l.column != nil {
		margin = l.column.margin
	}
	pieces := l.pieces()
	if w.loose && len(pieces) > 1 {
		row := source.Line{Spaced: true, Indent: margin.Indent(e)}
		for _, p := range pieces {
			from := w.column(p[0].at.x)
			to := max(from+1, w.column(p[len(p)-1].end().x))
			row.Cells = append(row.Cells, source.Cell{Runs: runsOf(p), Column: max(0, from), Span: to - from, Rows: 1})
		}
		w.b.Row(row)
		return
	}
	w.b.Paragraph(source.Line{Runs: runsOf(l.glyphs), Wrapped: margin.Wraps(e), Indent: margin.Indent(e)})
}

// table adds the rows of a table.
func (w *writer) table(t *table) {
	rows := make([][]source.Cell, len(t.rows))
	for _, c := range t.cells {
		if t.isGap(c) {
			continue
		}
		rows[c.row] = append(rows[c.row], source.Cell{Runs: c.runs, Column: c.column, Span: max(1, c.columns), Rows: c.rows})
	}
	for _, cells := range rows {
		if len(cells) > 0 {
			w.b.Row(source.Line{Cells: cells})
		}
	}
}
