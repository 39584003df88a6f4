package intake

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/model/han"
	"nianbao/model/intake/source"
	"nianbao/model/internal/pattern"
)

// piece is a stretch of wording in a table: a label, or what is left of one.
type piece struct {
	wording
	text string
	line int // index into the document's lines
	used bool
}

// value is what stands where a number should.
type value struct {
	text   string
	line   int
	column int // first and last place across the table
	end    int
	unit   string // of money, as the heads over it say; empty for the form's own
	torn   string // figures standing right below: it may go on with them
	below  int    // their line
	glued  bool   // it stood right behind its label
}

// run is a row of values with the wording that came before it. Where a table's
// rows lie broken over several lines, a run is what belongs together.
type run struct {
	gap    []*piece
	values []value
	heads  []head // labels standing over the values
	table  int    // of the source; 0 for loose text
	line   int    // where its values stand, as an index
	bare   bool   // no label stands before its values on their line
	spaced bool
	blank  bool // no value is filled in: it may be no row of values at all
	closed bool
}

// head is a label standing over columns.
type head struct {
	source.Cell
	wording
	line int
}

// stretch is the lines of a document in which a table is looked for.
type stretch struct {
	doc    *source.Document
	lines  []int // indices
	labels *labels
	start  map[int]int
	runs   []*run
	// heads are the label rows since the last row of values.
	heads    []head
	afterRow bool
	fields   int          // values in each row of a table that was copied with a tab between its cells; 0 for none
	glued    map[int]bool // lines whose first number stood right behind its label
}

// number matches what can be meant as a number of the form.
var number = pattern.Lazy(`^[+＋\-－−]?[0-9０-９][0-9０-９,，.．。 \x{3000}]*(万元|亿元|元|[` + han.CellCounters + `])?$`)

// isValue tells what stands where a number should from wording.
func isValue(text string) bool {
	if text == "" || han.IsNothing(text) {
		return text != ""
	}
	if strings.Contains(text, "\n") { // several numbers in one cell
		return !slices.ContainsFunc(strings.Split(text, "\n"), func(part string) bool { return !isValue(part) })
	}
	last := text[len(text)-1]
	return number().MatchString(text) && last != '.' && !strings.HasSuffix(text, "．")
}

// readRuns cuts the lines into runs. The last run has no values when wording
// follows the last row.
func readRuns(doc *source.Document, lines []int, labels *labels) []*run {
	// A page that draws its table with boxes of another kind has each cell on a line.
	loose := doc.Loose || !slices.ContainsFunc(lines, func(i int) bool { return doc.Lines[i].Cells != nil })
	doc, glued := labels.unglued(doc, lines, loose)
	s := &stretch{doc: doc, lines: lines, labels: labels, start: starts(doc, lines, labels), fields: fields(doc, lines), glued: glued}
	s.open()
	for _, i := range lines {
		switch l := &doc.Lines[i]; {
		case l.Site, l.Cells == nil && isFolio(l.Text): // the foot of a page within a table
		case l.Cells == nil && !loose:
			s.wording(l.Text, i)
		case l.Cells == nil:
			s.loose(l.Text, i)
		case l.Spaced:
			s.spacedRow(i)
		default:
			s.row(i)
		}
	}
	return s.runs
}

func (s *stretch) open() *run {
	r := &run{}
	s.runs = append(s.runs, r)
	return r
}

func (s *stretch) current() *run { return s.runs[len(s.runs)-1] }

// wording adds a label; after values it begins the next run.
func (s *stretch) wording(text string, line int) {
	if text == "" {
		return
	}
	r := s.current()
	if len(r.values) > 0 {
		r = s.open()
	}
	r.gap = append(r.gap, &piece{wording: wordingOf(text), text: text, line: line})
}

// number adds a value to the run at hand.
func (s *stretch) number(v value) {
	r := s.current()
	if r.closed {
		r = s.open()
	}
	s.add(r, v)
}

// add adds a value to a run.
func (s *stretch) add(r *run, v value) {
	v.glued = s.glued[v.line] && (len(r.values) == 0 || r.values[len(r.values)-1].line != v.line)
	r.values = append(r.values, v)
}

// loose takes a line of text without columns: wording, values, or wording with
// values behind it.
func (s *stretch) loose(text string, line int) {
	label, values := peel(text)
	s.wording(label, line)
	for _, v := range values {
		s.number(value{text: v, line: line})
	}
}

// peel takes the values off the end of a text that are set apart by blanks.
func peel(text string) (label string, values []string) {
	fields := strings.FieldsFunc(text, unicode.IsSpace)
	at := len(fields)
	for at > 0 && isValue(fields[at-1]) {
		at--
	}
	// A number standing in a sentence ("占 3") is no column of figures.
	if at > 0 && len(fields)-at == 1 && strings.ContainsAny(fields[at-1], "，。：；") {
		at = len(fields)
	}
	return strings.Join(fields[:at], " "), fields[at:]
}

// spacedRow takes a row told by its blanks. Its values join those that stand
// before on lines of their own.
func (s *stretch) spacedRow(line int) {
	if s.tears(line) {
		return
	}
	l := &s.doc.Lines[line]
	got := false
	odd := s.oddFrom(l.Cells)
	for i, c := range l.Cells {
		label, values := peel(c.Text)
		if i >= odd {
			label, values = "", []string{c.Text}
		}
		s.wording(label, line)
		at := c.Column + len([]rune(label))
		for _, v := range values {
			if !got && len(s.current().values) > 0 {
				s.open()
			}
			got = true
			width := max(1, len([]rune(v)))
			if label == "" && len(values) == 1 {
				width = c.Span
			}
			s.number(value{text: v, line: line, column: at, end: at + width - 1})
			at += width + 1
		}
	}
	if got {
		s.current().spaced = true
	}
}

// tears takes a line of figures alone, each right below a figure of the row
// before with nothing between: cells too narrow for their numbers. Which of the
// numbers go on is certain, what they are is not (a cell may be centred).
func (s *stretch) tears(line int) bool {
	l := &s.doc.Lines[line]
	r := s.current()
	if !r.spaced || len(r.values) == 0 {
		return false
	}
	for _, c := range l.Cells {
		if r.below(c) == nil || !isValue(c.Text) {
			return false
		}
	}
	for _, c := range l.Cells {
		v := r.below(c)
		v.torn, v.below = v.torn+c.Text, line
	}
	return true
}

// below finds the value that a cell stands under.
func (r *run) below(c source.Cell) *value {
	for i := range r.values {
		if v := &r.values[i]; c.Column <= v.end && v.column < c.Column+c.Span {
			return v
		}
	}
	return nil
}

// row takes a row of cells.
func (s *stretch) row(line int) {
	l := &s.doc.Lines[line]
	start := s.start[l.Table]
	if label, ok := lastLabel(l); ok && l.Table == 0 && s.fields > 0 {
		start = label + 1
	}
	end, filled := s.labelsEnd(l, start)
	if from, odd := s.oddValues(l, start); odd {
		start, end, filled = from, from, true
	}
	r := s.current()
	if len(r.values) > 0 || r.closed {
		r = s.open()
	}
	var over []head
	labelled := false
	for _, c := range l.Cells {
		text := c.Text
		switch {
		case c.Column < end || !filled && text != "":
			s.wording(text, line)
			labelled = labelled || text != ""
			if c.Column >= start && text != "" {
				over = append(over, head{c, wordingOf(text), line})
			}
		case c.Column+c.Span > start:
			s.add(r, value{text: text, line: line, column: c.Column, end: c.Column + c.Span - 1})
		}
	}
	if len(over) > 0 {
		if s.afterRow {
			s.heads, s.afterRow = nil, false
		}
		s.heads = append(s.heads, over...)
	}
	if !filled && (len(over) > 0 || len(r.gap) == 0 || l.Table == 0) {
		r.values = nil // a head, or wording alone
	}
	if len(r.values) > 0 {
		r.table, r.closed, r.blank, r.heads = l.Table, true, !filled, s.heads
		r.line, r.bare = line, !labelled
		s.afterRow = s.afterRow || filled
	}
}
