package model

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// AgencyKind is the level of the reporting body; some rules depend on it.
type AgencyKind string

// The kinds of agency, as the report file writes them.
const (
	Township    AgencyKind = "township"
	Subdistrict AgencyKind = "subdistrict"
	Department  AgencyKind = "department"
	County      AgencyKind = "county"
	City        AgencyKind = "city"
	Province    AgencyKind = "province"
)

// AgencyKinds lists the kinds in the order a list shows them.
func AgencyKinds() []AgencyKind {
	return []AgencyKind{Township, Subdistrict, Department, County, City, Province}
}

// Name is the official word: 乡镇. Empty for an unknown kind.
func (k AgencyKind) Name() string { return kindNames[k] }

// Extra keeps members of a report file that begin with "x-", as raw JSON, so
// that they survive a round trip. Nothing here reads them.
type Extra map[string]string

// Agency is the reporting body (行政机关).
type Agency struct {
	Name  string // 机关全称
	Short string // how the prose calls it: 我镇
	Kind  AgencyKind
	Extra Extra
}

// Signature is the end of the report (落款), both parts optional.
type Signature struct {
	Agency string
	Date   string // 成文日期, "2021-01-20" or empty; what is no date is kept as it was written
	Extra  Extra
}

// DateInWords is a date, "2021-01-20", as GB/T 9704 prints it: 2021年1月20日,
// months and days without a leading zero. What is no date prints as it was written,
// no longer than its line bears.
func DateInWords(date string) string {
	d, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return Shortened(date)
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
}

// Acknowledgement is a hint that someone has looked at and answered (已核).
type Acknowledgement struct {
	Rule   string
	Cells  []Address
	Reason string
	Extra  Extra
}

// Final says that a report was finalised (定稿): it is not to be changed.
type Final struct {
	Date   string `json:"date"`   // "2027-01-20"
	Reason string `json:"reason"` // why, although rules of level E are broken; empty without any
}

// Carried is the account of a report that was begun with an earlier one: what
// came along, and what is to be thought about anew. It does not change after
// that; package carry has its wording.
type Carried struct {
	From  int           `json:"from"` // 年度 of the earlier report
	Items []CarriedItem `json:"items"`
}

// CarriedItem is a line of the account: a code, the place it speaks of, and the
// values for its wording.
type CarriedItem struct {
	Code    string    `json:"code"`
	Section SectionID `json:"section,omitzero"`
	Cells   []Address `json:"cells,omitzero"`
	Values  []string  `json:"values,omitzero"`
}

// Report is one year's report of one agency. The zero value is not usable:
// take New.
type Report struct {
	Year         int
	Agency       Agency
	Title        string // empty: the standard title
	Numbering    Numbering
	Narrative    map[SectionID][]Block
	Cells        map[Address]string // normalised values; absent means 未填
	Stated       map[Address]string // totals that a file brought along, to be checked and never trusted
	Unread       map[Address]string // what was written where no value can be taken, see [Report.Enter]
	ZeroFilled   map[Address]bool   // cells whose 0 nobody typed: 未填的补 0
	Final        *Final             // nil for a draft
	Label        string             // what its users call this draft in their list; never printed
	Online       string             // web address where the electronic report stands (电子版网址), see [ReadOnline]; empty for none
	Carried      *Carried           // nil for one that was not begun with an earlier report
	Source       *Source            // nil for one that was not read from a document, or from one like the form
	Signature    Signature
	Acknowledged []Acknowledgement
	Extra        Extra
	// NarrativeExtra and CellsExtra are the "x-" members of the file's narrative and
	// cells.
	NarrativeExtra, CellsExtra Extra
}

// New starts an empty report. The error is a *YearError.
func New(year int, agency Agency) (*Report, error) {
	if _, err := EditionFor(year); err != nil {
		return nil, err
	}
	if agency.Kind == "" {
		agency.Kind = Township
	}
	return &Report{
		Year: year, Agency: agency, Numbering: Bracketed,
		Narrative: map[SectionID][]Block{},
		Cells:     map[Address]string{},
		Stated:    map[Address]string{},
		Unread:    map[Address]string{},

		ZeroFilled: map[Address]bool{},
	}, nil
}

// Edition is the version of the form that the year asks for.
func (r *Report) Edition() *Edition {
	e, err := EditionFor(r.Year)
	if err != nil { // New refuses such years; a report built by hand gets the form in force
		all := editions()
		return all[len(all)-1]
	}
	return e
}

// Unnamed reports whether a report does not say whose it is: 单位全称 is blank.
func (r *Report) Unnamed() bool { return strings.TrimSpace(r.Agency.Name) == "" }

// Signed is the signature as it prints (落款), either part empty where there is none;
// a date alone is signed by the reporting agency.
func (r *Report) Signed() (agency, date string) {
	agency, date = strings.TrimSpace(r.Signature.Agency), DateInWords(r.Signature.Date)
	if date != "" {
		agency = cmp.Or(agency, r.Agency.Name)
	}
	return agency, date
}

// Clone copies the report deeply: nothing that is done to the one shows in the
// other.
func (r *Report) Clone() *Report {
	c := *r
	c.Agency.Extra = maps.Clone(r.Agency.Extra)
	c.Narrative = maps.Clone(r.Narrative)
	for id, blocks := range c.Narrative {
		blocks = slices.Clone(blocks)
		for i := range blocks {
			blocks[i].Extra = maps.Clone(blocks[i].Extra)
		}
		c.Narrative[id] = blocks
	}
	c.Cells = maps.Clone(r.Cells)
	c.Stated = maps.Clone(r.Stated)
	c.Unread = maps.Clone(r.Unread)
	c.ZeroFilled = maps.Clone(r.ZeroFilled)
	if r.Final != nil {
		final := *r.Final
		c.Final = &final
	}
	c.Carried = r.Carried.clone()
	c.Source = r.Source.clone()
	c.Signature.Extra = maps.Clone(r.Signature.Extra)
	c.Acknowledged = slices.Clone(r.Acknowledged)
	for i := range c.Acknowledged {
		a := &c.Acknowledged[i]
		a.Cells, a.Extra = slices.Clone(a.Cells), maps.Clone(a.Extra)
	}
	c.Extra = maps.Clone(r.Extra)
	c.NarrativeExtra, c.CellsExtra = maps.Clone(r.NarrativeExtra), maps.Clone(r.CellsExtra)
	return &c
}

func (c *Carried) clone() *Carried {
	if c == nil {
		return nil
	}
	all := &Carried{From: c.From, Items: slices.Clone(c.Items)}
	for i := range all.Items {
		item := &all.Items[i]
		item.Cells, item.Values = slices.Clone(item.Cells), slices.Clone(item.Values)
	}
	return all
}

// StandardTitle is the title the form asks for: 机关全称 + 年度 +
// 年政府信息公开工作年度报告, as two lines.
func (r *Report) StandardTitle() []string {
	return []string{r.Agency.Name, strconv.Itoa(r.Year) + titleEnding}
}

// TitleLines is the title as it prints, the agency on a line of its own when
// the title begins with it.
func (r *Report) TitleLines() []string {
	title := strings.TrimSpace(r.Title)
	if title == "" {
		return r.StandardTitle()
	}
	if rest, ok := strings.CutPrefix(title, r.Agency.Name); ok && r.Agency.Name != "" && rest != "" {
		return []string{r.Agency.Name, strings.TrimSpace(rest)}
	}
	return []string{title}
}
