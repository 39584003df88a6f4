package intake

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model/intake/source"
)

// Offices count the rows of a table in a column of its own (序号, 行次), before the
// labels or between labels and numbers. It is no column of the form, and is taken
// off the lines before the table is looked for.

// ordinalHeads are what stands over such a column.
var ordinalHeads = []string{"序号", "行次", "行号", "编号", "栏次"}

func isOrdinalHead(text string) bool { return slices.Contains(ordinalHeads, letters(text)) }

// leastOrdinals is how many rows in succession must be counted when nothing over
// them says that they are.
const leastOrdinals = 3

// field is a cell of a row, or a word of a line without columns.
type field struct {
	text   string
	column int
}

// ordinals finds the column that counts the rows in a stretch.
type ordinals struct {
	doc    *source.Document
	lines  []int
	labels *labels
	headed map[int]int // by table: the column of a head that says so
	named  bool        // there is such a head
}

// withoutOrdinals is the document with the column that counts rows taken off the
// lines, if there is one. A line that holds nothing else is left out.
func (x *recogniser) withoutOrdinals(lines []int) *source.Document {
	o := &ordinals{doc: x.doc, lines: lines, labels: x.labels, headed: map[int]int{}}
	o.findHeads()
	found := o.find()
	if len(found) == 0 {
		return x.doc
	}
	doc := *x.doc
	doc.Lines = slices.Clone(doc.Lines)
	for _, i := range lines {
		l := &doc.Lines[i]
		at, counted := found[i]
		if !counted {
			if at = slices.IndexFunc(fieldsOf(l), func(f field) bool { return isOrdinalHead(f.text) }); at < 0 {
				continue
			}
		}
		if *l = withoutField(*l, at); l.Text == "" {
			x.leaveOut(i, reasonOrdinal)
		}
	}
	return &doc
}

// findHeads finds the heads over such columns.
func (o *ordinals) findHeads() {
	for _, i := range o.lines {
		l := &o.doc.Lines[i]
		for _, f := range fieldsOf(l) {
			if isOrdinalHead(f.text) {
				o.headed[l.Table], o.named = f.column, true
			}
		}
	}
}

// find is the place of the ordinal in each line that has one.
func (o *ordinals) find() map[int]int {
	if !o.named {
		return o.count(false, false, leastOrdinals)
	}
	const least = 2
	for _, way := range []struct{ behind, below bool }{{false, true}, {true, true}, {false, false}, {true, false}} {
		if found := o.count(way.behind, way.below, least); found != nil {
			return found
		}
	}
	return nil
}

// count follows the count from row to row: each is one more than the last, or
// begins anew. Behind: between labels and numbers; below: in the column of the
// head. It is nil when few rows are counted, or many are not.
func (o *ordinals) count(behind, below bool, least int) map[int]int {
	found := map[int]int{}
	last, others := 0, 0
	for k, i := range o.lines {
		at, n := o.candidate(k, behind, below)
		switch {
		case at < 0:
		case n == last+1 || n == 1 || last == 0: // what was copied may begin anywhere
			found[i], last = at, n
		default:
			others++
		}
	}
	if len(found) < least || others > len(found)/3 {
		return nil
	}
	return found
}

// candidate is the place of a number on a line that may count its row, -1 for none.
func (o *ordinals) candidate(k int, behind, below bool) (at, n int) {
	i := o.lines[k]
	l := &o.doc.Lines[i]
	fields := fieldsOf(l)
	if len(fields) == 1 {
		return o.alone(k, behind)
	}
	at = -1
	label := slices.IndexFunc(fields, func(f field) bool { return f.text != "" && !isValue(f.text) })
	for j, f := range fields {
		if f.text == "" || !isValue(f.text) {
			continue
		}
		column, headed := o.headed[l.Table]
		switch {
		case below && l.Cells != nil && !l.Spaced && (!headed || f.column != column):
			continue
		case label < 0 && (!l.Spaced || !o.named): // its label may lie on the lines around it
		case label >= 0 && (j > label) != behind:
		case behind && j == len(fields)-1:
		default:
			at = j
		}
		break
	}
	if at < 0 {
		return -1, 0
	}
	last := len(fields) - 1
	for last > at && fields[last].text == "" {
		last--
	}
	if n = ordinalNumber(fields[at].text); n == 0 || !behind && !isValue(fields[last].text) {
		return -1, 0
	}
	return at, n
}

// alone is candidate for a table with a cell on a line.
func (o *ordinals) alone(k int, behind bool) (at, n int) {
	next := k + 1
	if behind {
		next = k - 1
	}
	if !o.doc.Loose || !o.named || next < 0 || next >= len(o.lines) {
		return -1, 0
	}
	beside := o.doc.Lines[o.lines[next]].Text
	if n = ordinalNumber(o.doc.Lines[o.lines[k]].Text); n == 0 || isValue(beside) || !o.labels.hasPart(letters(beside), behind) {
		return -1, 0
	}
	return 0, n
}

// ordinalNumber reads 3, 03 or 12; 0 for anything else.
func ordinalNumber(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 || n > maxOrdinal || strings.ContainsAny(text, "+-") {
		return 0
	}
	return n
}

// maxOrdinal is more rows than the tables have together.
const maxOrdinal = 99

// fieldsOf are the cells of a row, or the words of a line without columns.
func fieldsOf(l *source.Line) []field {
	var all []field
	if l.Cells == nil {
		for _, f := range strings.Fields(l.Text) {
			all = append(all, field{text: f})
		}
		return all
	}
	for _, c := range l.Cells {
		all = append(all, field{c.Text, c.Column})
	}
	return all
}

// withoutField takes a cell or a word off a line.
func withoutField(l source.Line, at int) source.Line {
	if l.Cells != nil {
		l.Cells = slices.Delete(slices.Clone(l.Cells), at, at+1)
		if !slices.ContainsFunc(l.Cells, func(c source.Cell) bool { return c.Text != "" }) {
			l.Text = ""
		}
		return l
	}
	l.Text = strings.Join(slices.Delete(strings.Fields(l.Text), at, at+1), " ")
	return l
}
