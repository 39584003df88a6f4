package model

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"nianbao/model/han"
)

// SectionID names a part of the report in files, rules and the window.
type SectionID string

// The sections that the forms so far have. Preamble (前言) has no title of its own.
const (
	Preamble     SectionID = "preamble"
	Overview     SectionID = "overview"
	Disclosure   SectionID = "disclosure"
	Applications SectionID = "applications"
	Disputes     SectionID = "disputes"
	Problems     SectionID = "problems"
	Other        SectionID = "other"
)

// Section is a part of the form, the preamble (前言) among them.
type Section struct {
	ID     SectionID
	Title  string // official title with its number: "一、总体情况"; empty for a part without one
	Short  string // what a narrow list shows: "前言", "一、总体情况", "三、申请情况"
	Table  *Table // nil for a part written as prose
	Advice string // what the part must say, one sentence for the clerk
	// Aspects are what a part written as prose is to speak of, as the form calls it: its
	// usual sub-headings.
	Aspects []string
}

// Name is what messages call the section: its title, or what stands for one.
func (s Section) Name() string { return cmp.Or(s.Title, s.Short) }

// Titled reports whether the section has a title of its own: whether it is one of
// the parts that the form counts (六个部分).
func (s Section) Titled() bool { return s.Title != "" }

// Edition is one version of the national form, as data. Everything else
// (grids, addresses, totals, paper, screen, file) is derived from it.
type Edition struct {
	ID       string    // "2019", "2021": the member `edition` of the report file
	Name     string    // 2019 版
	Source   string    // the notice that laid it down: 国办公开办函〔2021〕30号
	Form     string    // what the notice calls the form: 年度报告格式（试行）
	From     int       // first year reported in it; it is in force until the next one begins
	Sections []Section // all parts in the order of the form, the preamble first
	Openings []Opening

	prose  []Section
	titled []Section

	// The rest is worked out when first asked for.
	notice, form func() *regexp.Regexp // see citations
	cells        func() cells
	links        func() links
}

// cells are the number cells of an edition.
type cells struct {
	list  []Cell // in the order of the form
	index map[Address]int
	users map[Address][]Address // cell → totals it enters
}

// Opening is a cell that does not begin blank where there is the report of the
// year before.
type Opening struct {
	Cell Address
	// Sum are cells of the year before: what they add up to is the number to begin
	// with. Empty where no cell tells it for certain.
	Sum []Address
	// Base says that the number is not the year's yet: it is to be adjusted to what
	// happened in the year.
	Base bool
	// Near is the cell of the year before that comes nearest where there is none of
	// Sum: worth showing, not the same.
	Near Address
}

// Label is one node of a table's head (columns) or stub (rows): a wording and
// what it spans.
type Label struct {
	Key      string  // its part of the address; empty when it only groups
	Group    string  // of a row, or of the rows below: what rules count them as, whatever the wording
	Text     string  // official wording, to the character
	Kind     Kind    // of a column without children: what its cells hold
	Total    bool    // Σ: the sum of all cells before it under the same parent
	Vertical bool    // set one character a line (竖排)
	Span     int     // grid columns of a column without children; 0 means 1
	Children []Label // what it spans
}

// Part is a stretch of a table with a head of its own. Table two has one for
// each item of article 20 (第二十条各项), the others have a single one.
type Part struct {
	Band    string // line across the whole table: "第二十条第（一）项"
	Corner  string // wording over the row labels
	Columns []Label
	Rows    []Label
}

// Table is one of the three tables of the form.
type Table struct {
	ID     string // first part of its addresses
	Name   string // what messages call it: 表二
	Widths []int  // of the grid columns, in thousandths of the table's width
	Parts  []Part

	grid func() *Grid // laid out when first asked for
}

// newEdition derives what the data imply. It panics when they contradict
// themselves: of the parts at once, of the tables when one is first asked for,
// which the first test of any kind shows.
func newEdition(e Edition) *Edition {
	e.notice, e.form = citations(e)
	e.Sections = slices.Clone(e.Sections)
	counted := 0
	for i, s := range e.Sections {
		if slices.ContainsFunc(e.Sections[:i], func(other Section) bool { return other.ID == s.ID }) {
			panic("model: section named twice: " + string(s.ID))
		}
		if s.Titled() {
			counted++
			if number := han.Numeral(counted) + "、"; !strings.HasPrefix(s.Title, number) {
				panic("model: the title of section " + string(s.ID) + " does not begin with its number, " + number)
			}
		}
		if s.Table == nil {
			continue
		}
		if s.Table.ID != string(s.ID) {
			panic("model: the table of section " + string(s.ID) + " is called " + s.Table.ID)
		}
		table := *s.Table // the data may be another edition's as well
		table.grid = sync.OnceValue(table.derive)
		e.Sections[i].Table = &table
	}
	for _, s := range e.Sections {
		if s.Titled() {
			e.titled = append(e.titled, s)
		}
		if s.Table == nil {
			e.prose = append(e.prose, s)
		}
	}
	e.cells = sync.OnceValue(e.deriveCells)
	e.links = sync.OnceValue(func() links { return nameLinks(e.Cells()) })
	return &e
}

// deriveCells collects the cells of the tables and the totals that they enter.
func (e *Edition) deriveCells() cells {
	all := cells{index: map[Address]int{}, users: map[Address][]Address{}}
	for _, s := range e.Sections {
		if s.Table == nil {
			continue
		}
		for _, row := range s.Table.Grid().Rows {
			for _, g := range row.Cells {
				if g.Role != RoleValue {
					continue
				}
				if _, twice := all.index[g.Cell.Address]; twice {
					panic("model: address used twice: " + string(g.Cell.Address))
				}
				all.index[g.Cell.Address] = len(all.list)
				all.list = append(all.list, *g.Cell)
			}
		}
	}
	for _, c := range all.list {
		for _, part := range slices.Concat(c.Across, c.Down) {
			all.users[part] = append(all.users[part], c.Address)
		}
	}
	return all
}

// The years a report can be about: the form exists since 2019, and a year
// beyond LastYear is mistyped.
const (
	FirstYear = 2019
	LastYear  = 2099
)

// Cells lists every number cell in the order of the form, totals included.
func (e *Edition) Cells() []Cell { return e.cells().list }

// Cell finds a cell by its address.
func (e *Edition) Cell(a Address) (Cell, bool) {
	all := e.cells()
	i, ok := all.index[a]
	if !ok {
		return Cell{}, false
	}
	return all.list[i], true
}

// Counterpart is the cell of this edition that means the same as one of another:
// cells that mean the same have the same address in all editions, whatever their
// labels say.
func (e *Edition) Counterpart(of Cell) (Cell, bool) {
	own, ok := e.Cell(of.Address)
	return own, ok && own.Kind == of.Kind && own.Total() == of.Total()
}

// Prose lists the sections that are written as prose, in the order of the form.
// The result is shared: do not change it.
func (e *Edition) Prose() []Section { return e.prose }

// Titled lists the sections that the form counts, in its order (六个部分). The
// result is shared: do not change it.
func (e *Edition) Titled() []Section { return e.titled }

// Contents names the parts that the form counts, in a phrase: 总体情况、……、其他需
// 要报告的事项六个部分. A title's own 、 becomes 和, so that all can be told apart.
func (e *Edition) Contents() string {
	var names []string
	for _, s := range e.titled {
		_, name, _ := strings.Cut(s.Title, "、")
		names = append(names, strings.ReplaceAll(name, "、", "和"))
	}
	return strings.Join(names, "、") + han.Numeral(len(names)) + "个部分"
}

// Section finds a section.
func (e *Edition) Section(id SectionID) (Section, bool) {
	for _, s := range e.Sections {
		if s.ID == id {
			return s, true
		}
	}
	return Section{}, false
}

// TotalsOf lists the totals that change when the cell changes, directly or
// through another total.
func (e *Edition) TotalsOf(a Address) []Address {
	var all []Address
	for _, t := range e.cells().users[a] {
		if slices.Contains(all, t) {
			continue
		}
		all = append(all, t)
		for _, further := range e.TotalsOf(t) {
			if !slices.Contains(all, further) {
				all = append(all, further)
			}
		}
	}
	return all
}
