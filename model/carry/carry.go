// Package carry begins a new year's report with an earlier one (从上年新建):
// unit, headings and prose come along, 结转下年度 becomes 上年结转, 现行有效 is the
// base for this year's. No other number does. Years in the prose move on where
// that is certain; every other number in it is enclosed in the mark 待核, which
// rule S24 finds, or is tied to the cell that it was taken from.
//
// The account of it, what came along and what must be thought about anew, stays
// with the report. Begin with [From].
package carry

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/slips"
)

// OrderError says that a report cannot begin with one of its own year or a later
// one.
type OrderError struct{ Last, Year int }

func (e *OrderError) Error() string {
	return fmt.Sprintf("report of %d cannot begin with that of %d", e.Year, e.Last)
}

// Message says so in words.
func (e *OrderError) Message() string { return fmt.Sprintf(errorOrder, e.Year, e.Last) }

// From begins the report of a year with an earlier one, which stays as it is. An
// agency without a name is that of the earlier report. The error is an
// *OrderError or a *model.YearError.
func From(last *model.Report, year int, agency model.Agency) (*model.Report, error) {
	if year <= last.Year {
		return nil, &OrderError{Last: last.Year, Year: year}
	}
	if agency.Name == "" || agency.Name == last.Agency.Name {
		agency = last.Agency
	}
	next, err := model.New(year, agency)
	if err != nil {
		return nil, err
	}
	next.Carried = &model.Carried{From: last.Year}
	c := &carrying{
		last: last, next: next, account: next.Carried,
		own: regexp.MustCompile(spelled(last.Year)), whole: wholeYear(last.Year), source: last.Edition().Notice(),
	}
	c.particulars()
	c.cells()
	c.prose()
	c.slips()
	c.withoutPlace()
	c.leftOut()
	slices.SortStableFunc(c.account.Items, c.order)
	return next, nil
}

// order sorts the lines of the account by kind and then as the form is read.
func (c *carrying) order(a, b model.CarriedItem) int {
	place := func(i model.CarriedItem) int {
		sections := c.next.Edition().Sections
		n := slices.IndexFunc(sections, func(s model.Section) bool { return s.ID == i.Section })
		switch {
		case i.Section == "" && KindOf(i) == Left: // of the report as a whole
			return len(sections) + 1
		case n >= 0:
			return n + 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(KindOf(a), KindOf(b)), cmp.Compare(place(a), place(b)))
}

// carrying is one run.
type carrying struct {
	last, next *model.Report
	account    *model.Carried
	// Patterns for the prose: the earlier year, all of that year, the document that
	// laid its edition down.
	own    *regexp.Regexp
	whole  []*regexp.Regexp
	source *regexp.Regexp
}

func (c *carrying) say(code string, section model.SectionID, cells []model.Address, values ...string) {
	c.account.Items = append(c.account.Items, model.CarriedItem{Code: code, Section: section, Cells: cells, Values: values})
}

// particulars carries what 基本信息 holds, but for the date.
func (c *carrying) particulars() {
	c.next.Numbering = c.last.Numbering
	switch {
	case c.next.Unnamed():
		c.say(codeUnnamed, "", nil)
	case c.next.Agency.Name == c.last.Agency.Name:
		c.say(codeAgency, "", nil, c.next.Agency.Name)
	default:
		if c.next.Agency.Short == "" {
			c.next.Agency.Short = c.last.Agency.Short
		}
		if !c.last.Unnamed() {
			c.say(codeRenamed, "", nil, c.last.Agency.Name, c.next.Agency.Name)
		}
	}
	c.title()
	c.next.Signature.Agency = c.last.Signature.Agency
	if c.next.Agency.Name != c.last.Agency.Name && c.last.Signature.Agency == c.last.Agency.Name {
		c.next.Signature.Agency = c.next.Agency.Name
	}
	if c.next.Signature.Agency != "" {
		c.say(codeSignature, check.Signature, nil, c.next.Signature.Agency)
	}
	if c.last.Signature.Date != "" {
		c.say(codeDate, check.Signature, nil)
	}
}

// title carries a title of the unit's own where all its numbers are certain.
func (c *carrying) title() {
	lines := c.last.TitleLines()
	if slices.Equal(lines, c.last.StandardTitle()) {
		return
	}
	title, marks := c.passage(strings.TrimSpace(c.last.Title), nil)
	if len(marks.pending) > 0 || c.next.Agency.Name != c.last.Agency.Name {
		c.say(codeNoTitle, check.Title, nil, strings.Join(lines, ""))
		return
	}
	c.next.Title = title
	c.say(codeTitle, check.Title, nil, title)
}

// directly reports whether the earlier report is of the year before.
func (c *carrying) directly() bool { return c.last.Year == c.next.Year-1 }

// cells fills in what the edition's openings tell of the year before.
func (c *carrying) cells() {
	if !c.directly() {
		c.say(codeGap, "", nil, strconv.Itoa(c.last.Year))
		return
	}
	var in, previous []model.Address
	for _, o := range c.next.Edition().Openings {
		cell, _ := c.next.Edition().Cell(o.Cell)
		value, known := c.opening(o)
		switch {
		case c.unread(cell, o.Sum...):
		case !known:
			c.near(o, cell)
		case c.next.Set(o.Cell, value) != nil: // a sum beyond what a cell holds, or below 0
		case o.Base:
			c.say(codeBase, model.Disclosure, []model.Address{o.Cell}, cell.Name(), value)
		case cell.Address.Row() == "carriedIn":
			in = append(in, o.Cell)
		default:
			previous = append(previous, o.Cell)
		}
	}
	if len(in) > 0 {
		n, _ := c.next.Count("applications.carriedIn.total")
		c.say(codeIn, model.Applications, in, strconv.Itoa(len(in)), strconv.FormatInt(n, 10))
	}
	if len(previous) > 0 {
		c.say(codePrevious, model.Disclosure, previous, strconv.Itoa(len(previous)))
	}
	c.undecided()
}

// unread tells of what stands in one of the earlier report's cells and is no number: it
// cannot go on in a cell. It reports whether there is any.
func (c *carrying) unread(cell model.Cell, sum ...model.Address) bool {
	for _, a := range sum {
		if written, is := c.last.Unread[a]; is {
			c.say(codeUnread, model.SectionID(cell.Address.Table()), []model.Address{cell.Address}, cell.Name(), model.Shortened(written))
			return true
		}
	}
	return false
}

// opening is the number that a cell begins with.
func (c *carrying) opening(o model.Opening) (value string, known bool) {
	var sum int64
	for _, a := range o.Sum {
		n, filled := c.last.Count(a)
		if !filled {
			return "", false
		}
		sum += n
	}
	return strconv.FormatInt(sum, 10), len(o.Sum) > 0
}

// near shows what an older form has in the place of a number.
func (c *carrying) near(o model.Opening, cell model.Cell) {
	was, ok := c.last.Edition().Cell(o.Near)
	if value := c.last.Value(o.Near); ok && value != "" {
		c.say(codeNear, model.SectionID(o.Cell.Table()), []model.Address{o.Cell}, cell.Name(), was.ColumnLabels[len(was.ColumnLabels)-1], value)
	}
}

// undecided tells of disputes that the year before did not see the end of (D04).
func (c *carrying) undecided() {
	for _, cell := range c.last.Edition().Cells() {
		if cell.Address.Table() != string(model.Disputes) || cell.Address.Column() != "pending" {
			continue
		}
		if n, _ := c.last.Count(cell.Address); !c.unread(cell, cell.Address) && n > 0 {
			labels := cell.ColumnLabels
			c.say(codeUndecided, model.Disputes, []model.Address{cell.Address}, labels[max(0, len(labels)-2)], strconv.FormatInt(n, 10))
		}
	}
}

// prose carries headings and text of every part.
func (c *carrying) prose() {
	ties := check.Ties(c.last)
	for _, part := range c.next.Edition().Prose() {
		blocks := c.last.Narrative[part.ID]
		if len(blocks) == 0 {
			continue
		}
		var marks marks
		paragraphs := 0
		for i, b := range blocks {
			paragraphs += len(b.Paragraphs())
			heading, found := c.passage(b.Heading, nil)
			marks.add(found)
			text, found := c.passage(b.Text, tiesOf(ties, part.ID, i))
			marks.add(found)
			c.next.Narrative[part.ID] = append(c.next.Narrative[part.ID], model.Block{Heading: heading, Text: text})
		}
		c.say(codeProse, part.ID, nil, part.Short, strconv.Itoa(paragraphs), strconv.Itoa(marks.years), strconv.Itoa(marks.tied))
		if marks.sources > 0 {
			c.say(codeSource, part.ID, nil, part.Short, c.next.Edition().Source)
		}
		if n := len(marks.pending); n > 0 {
			c.say(codePending, part.ID, nil, part.Short, strconv.Itoa(n), listed(marks.pending))
		}
	}
}

// tiesOf are the ties of one block.
func tiesOf(all []check.Tie, id model.SectionID, block int) []check.Tie {
	var of []check.Tie
	for _, t := range all {
		if t.Section == id && t.Place.Block == block {
			of = append(of, t)
		}
	}
	return of
}

// slips carries who supplies which numbers (收数单).
func (c *carrying) slips() {
	l, err := slips.Of(c.last)
	if err != nil {
		c.say(codeNoSlips, "", nil)
		return
	}
	if len(l.Givers) == 0 {
		return
	}
	if l = l.Anew(); slips.Put(c.next, l) == nil { // it was kept before
		c.say(codeSlips, "", nil, strconv.Itoa(len(l.Givers)))
	}
	if rows := l.Unassigned(c.next.Edition()); len(rows) > 0 && c.last.Edition() != c.next.Edition() {
		c.say(codeUnasked, "", nil, strconv.Itoa(len(rows)))
	}
}

// withoutPlace tells of rows that the other edition calls otherwise or does not
// have.
func (c *carrying) withoutPlace() {
	was, is := c.last.Edition(), c.next.Edition()
	if was == is {
		return
	}
	rows := map[string][]model.Cell{}
	for _, cell := range is.Cells() {
		key := cell.Address.Table() + cell.Address.Row()
		rows[key] = append(rows[key], cell)
	}
	var gone []model.Cell // of the row at work
	for i, cell := range was.Cells() {
		gone = append(gone, cell)
		if all := was.Cells(); i+1 < len(all) && sameRow(all[i+1].Address, cell.Address) {
			continue
		}
		if own := rows[cell.Address.Table()+cell.Address.Row()]; len(own) > 0 {
			c.reworded(cell, own[0])
		} else {
			c.gone(gone)
		}
		gone = nil
	}
}

func sameRow(a, b model.Address) bool { return a.Table() == b.Table() && a.Row() == b.Row() }

// reworded tells of a row whose label differs.
func (c *carrying) reworded(was, is model.Cell) {
	before, after := lastLabel(was), lastLabel(is)
	if before != after {
		c.say(codeReworded, model.SectionID(is.Address.Table()), []model.Address{is.Address}, before, after)
	}
}

// gone tells of a row that has no place any more, with its numbers.
func (c *carrying) gone(row []model.Cell) {
	var numbers []string
	for _, cell := range row {
		if v := c.last.Value(cell.Address); v != "" {
			numbers = append(numbers, cell.ColumnLabels[len(cell.ColumnLabels)-1]+" "+v)
		}
	}
	if len(numbers) > 0 {
		section, _ := c.last.Edition().Section(model.SectionID(row[0].Address.Table()))
		c.say(codeGone, section.ID, nil, section.Table.Name, lastLabel(row[0]), c.next.Edition().Name, strings.Join(numbers, "，"))
	}
}

func lastLabel(c model.Cell) string {
	if len(c.RowLabels) == 0 {
		return ""
	}
	return c.RowLabels[len(c.RowLabels)-1]
}

// leftOut tells what never comes along.
func (c *carrying) leftOut() {
	c.say(codeBlank, "", nil, strconv.Itoa(len(c.next.Unfilled())))
	if n := len(c.last.Acknowledged); n > 0 {
		c.say(codeAnswers, "", nil, strconv.Itoa(n))
	}
}
