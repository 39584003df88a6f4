package model

import "slices"

// SectionID names a part of the report in files, rules and the window.
type SectionID string

// The parts of a report. Preamble (前言) stands before the six sections and
// has no title of its own.
const (
	Preamble     SectionID = "preamble"
	Overview     SectionID = "overview"
	Disclosure   SectionID = "disclosure"
	Applications SectionID = "applications"
	Disputes     SectionID = "disputes"
	Problems     SectionID = "problems"
	Other        SectionID = "other"
)

// Section is one of the six parts of the form (六个部分).
type Section struct {
	ID     SectionID
	Title  string // official title with its number: "一、总体情况"
	Short  string // what a narrow list shows: "一、总体情况", "三、申请情况"
	Table  *Table // nil for a part written as prose
	Advice string // what the part must say, one sentence for the clerk
}

// Edition is one version of the national form, as data. Everything else
// (grids, addresses, totals, paper, screen, file) is derived from it.
type Edition struct {
	ID       string // "2019", "2021": the member `edition` of the report file
	Name     string // 2019 版
	Source   string // the document that laid it down
	From, To int    // first and last year reported in it; To is 0 while it is in force
	Sections []Section
	Openings []Opening

	cells []Cell
	index map[Address]int
	users map[Address][]Address // cell → totals it enters

	links     map[string]Address // short name → cell
	linkNames map[Address]string
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

	grid Grid
}

// newEdition derives cells and grids; it panics when the data contradict
// themselves, which the first test of any kind shows.
func newEdition(e Edition) *Edition {
	e.index = map[Address]int{}
	e.users = map[Address][]Address{}
	for _, s := range e.Sections {
		if s.Table == nil {
			continue
		}
		s.Table.derive()
		for _, row := range s.Table.grid.Rows {
			for _, g := range row.Cells {
				if g.Role != RoleValue {
					continue
				}
				if _, twice := e.index[g.Cell.Address]; twice {
					panic("model: address used twice: " + string(g.Cell.Address))
				}
				e.index[g.Cell.Address] = len(e.cells)
				e.cells = append(e.cells, *g.Cell)
			}
		}
	}
	for _, c := range e.cells {
		for _, part := range slices.Concat(c.Across, c.Down) {
			e.users[part] = append(e.users[part], c.Address)
		}
	}
	e.nameLinks()
	return &e
}

// Editions lists all editions, oldest first.
func Editions() []*Edition { return []*Edition{edition2019, edition2021} }

// EditionFor finds the edition that a report about the given year must use.
// The error is a *YearError.
func EditionFor(year int) (*Edition, error) {
	for _, e := range Editions() {
		if year >= e.From && (e.To == 0 || year <= e.To) && year <= LastYear {
			return e, nil
		}
	}
	return nil, &YearError{Year: year}
}

// The years a report can be about: the form exists since 2019, and a year
// beyond LastYear is a slip of the finger.
const (
	FirstYear = 2019
	LastYear  = 2099
)

// Cells lists every number cell in the order of the form, totals included.
func (e *Edition) Cells() []Cell { return e.cells }

// Cell finds a cell by its address.
func (e *Edition) Cell(a Address) (Cell, bool) {
	i, ok := e.index[a]
	if !ok {
		return Cell{}, false
	}
	return e.cells[i], true
}

// Counterpart is the cell of this edition that means the same as one of another:
// cells that mean the same have the same address in all editions, whatever their
// labels say.
func (e *Edition) Counterpart(of Cell) (Cell, bool) {
	own, ok := e.Cell(of.Address)
	return own, ok && own.Kind == of.Kind && own.Total() == of.Total()
}

// Section finds one of the six parts.
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
	for _, t := range e.users[a] {
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
