// Package desk holds one open draft: the report being filled in, what the
// rules say about it, and the saving of it. [Desk.Set] is the only way a number
// gets in, whether typed, pasted or restored. Begin with [Open] or [New].
//
// A Desk belongs to one goroutine, which alone edits it and reads its Report.
// Saving happens on a goroutine of the desk's own and never makes the editing
// one wait, but for Flush and Keep.
package desk

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// Saver keeps the body of a draft, a report file. It is called from a
// goroutine of the desk's own, never twice at the same time.
type Saver interface {
	Save(id store.ID, s store.Summary, body []byte) error
	// Keep is Save, and keeps the state as a version.
	Keep(id store.ID, s store.Summary, body []byte, note store.Note) error
	// Rescue writes what could not be saved to a file elsewhere.
	Rescue(id store.ID, s store.Summary, body []byte) (path string, err error)
}

// Change says what an edit touched, so that a page can refresh that alone.
type Change struct {
	Cells       []model.Address   // whose value may differ now, totals included
	Sections    []model.SectionID // whose prose changed
	Blocks      bool              // their blocks were added, removed or moved
	Particulars bool              // agency, title, numbering or signature
	Findings    bool              // nothing but what the rules say: last year's report, an answer
	Online      bool              // the web address of the electronic report
	Excerpt     bool              // the short lines of the one-page picture (图解)
	Slips       bool              // who supplies which numbers, and what they answered (收数单)
	State       bool              // the report was finalised or taken up again (定稿)
	// Reload says that it was not made by typing into a field: by undoing,
	// replacing, filling up. Fields show it even with the caret in them.
	Reload bool
}

// In reports whether the prose of a section changed.
func (c Change) In(id model.SectionID) bool { return slices.Contains(c.Sections, id) }

// Desk is one open draft.
type Desk struct {
	id       store.ID
	saver    Saver
	rules    check.Checker
	findings []check.Finding
	changed  func(Change)
	history  history
	at       model.SectionID // that somebody is working on, see Attend
	left     map[string]bool // what was open when its section was left, by keyOf

	wake     chan struct{}
	hurry    chan struct{}
	requests chan request
	quit     chan struct{}
	ended    chan struct{}
	close    sync.Once
	kept     kept // of the saving goroutine

	mu       sync.Mutex // guards what follows against the saving goroutine
	report   *model.Report
	previous *model.Report // last year's; nil when there is none
	unread   error         // of drafts that may be it
	counts   check.Counts  // of the objections, as the list of drafts has them
	version  uint64        // counts edits
	saved    uint64        // the version that the saver holds
	noted    *store.Note   // the next save keeps a version with it
	status   Status
	onStatus func()
}

// Open reads the body of a draft and opens it. Errors are those of
// reportfile.Read.
func Open(id store.ID, body []byte, saver Saver) (*Desk, error) {
	r, err := reportfile.Read(body)
	if err != nil {
		return nil, fmt.Errorf("open draft %s: %w", id, err)
	}
	return New(id, r, saver), nil
}

// New opens a report whose present state the saver already holds under id.
// The desk takes the report over. Discard it in the end.
func New(id store.ID, r *model.Report, saver Saver) *Desk {
	d := &Desk{
		id: id, saver: saver, report: r, left: map[string]bool{},
		kept:     kept{report: r.Clone(), at: time.Now()},
		wake:     make(chan struct{}, 1),
		hurry:    make(chan struct{}, 1),
		requests: make(chan request),
		quit:     make(chan struct{}),
		ended:    make(chan struct{}),
	}
	d.findings = d.rules.Run(r, nil)
	d.counts = count(d.report, d.findings)
	d.kept.counts = d.counts
	go d.keepSaving()
	return d
}

// ID is the draft's name in the store.
func (d *Desk) ID() store.ID { return d.id }

// Report is the report as it stands: to be read, not changed, and only on the
// editing goroutine.
func (d *Desk) Report() *model.Report { return d.report }

// Snapshot is a copy for other goroutines: to lay out, export or compare.
func (d *Desk) Snapshot() *model.Report { return d.report.Clone() }

// Findings is what the rules say about the report as it stands.
func (d *Desk) Findings() []check.Finding { return d.findings }

// OnChange sets the listener called after every edit, on the editing
// goroutine.
func (d *Desk) OnChange(f func(Change)) { d.changed = f }

// Set fills one cell in; empty input makes it 未填. What is no value is kept as it
// was written, with the error of [model.Report.Enter]: nothing that is typed is lost,
// and what was there before can no longer be seen.
func (d *Desk) Set(a model.Address, input string) error {
	return d.setAll(typing{section: model.SectionID(a), at: time.Now(), cell: true}, []Input{{a, input}})[0]
}

// Input is what somebody typed or pasted for one cell.
type Input struct {
	Address model.Address
	Text    string
}

// SetAll fills several cells as one edit. The result has one error for each
// input, nil where it is a value.
func (d *Desk) SetAll(inputs []Input) []error {
	return d.setAll(typing{}, inputs)
}

func (d *Desk) setAll(t typing, inputs []Input) []error {
	refused := make([]error, len(inputs))
	var touched []model.Address
	d.edit(t, func(r *model.Report) (c Change, done bool) {
		for i, in := range inputs {
			before, filled := r.Written(in.Address), r.ZeroFilled[in.Address]
			refused[i] = r.Enter(in.Address, in.Text)
			if r.Written(in.Address) == before && !filled {
				continue
			}
			touched = append(touched, in.Address)
			touched = append(touched, r.Edition().TotalsOf(in.Address)...)
		}
		slices.Sort(touched)
		return Change{Cells: slices.Compact(touched)}, len(touched) > 0
	})
	return refused
}

// Rename gives the reporting body another name, as [model.Report.Rename] does.
func (d *Desk) Rename(name string) {
	d.particulars(typed(fieldAgency, 0, false, d.report.Agency.Name, name), func(r *model.Report) { r.Rename(name) })
}

// SetShort sets how the prose calls the reporting body.
func (d *Desk) SetShort(short string) {
	d.particulars(typed(fieldShort, 0, false, d.report.Agency.Short, short), func(r *model.Report) { r.Agency.Short = short })
}

// SetKind sets the level of the reporting body.
func (d *Desk) SetKind(kind model.AgencyKind) {
	d.particulars(typing{}, func(r *model.Report) { r.Agency.Kind = kind })
}

// SetTitle sets a title other than the standard one; empty goes back to that.
func (d *Desk) SetTitle(title string) {
	d.particulars(typed(fieldTitle, 0, false, d.report.Title, title), func(r *model.Report) { r.Title = title })
}

// SetNumbering chooses how sub-headings are numbered.
func (d *Desk) SetNumbering(n model.Numbering) {
	d.particulars(typing{}, func(r *model.Report) { r.Numbering = n })
}

// SetSigner names 落款机关; empty prints none.
func (d *Desk) SetSigner(agency string) {
	d.particulars(typed(fieldSigner, 0, false, d.report.Signature.Agency, agency), func(r *model.Report) { r.Signature.Agency = agency })
}

// SetDate sets 成文日期, as [model.Report.SetDate] does.
func (d *Desk) SetDate(input string) error {
	return d.date(typing{}, Change{Particulars: true, Reload: true}, input)
}

// TypeDate is SetDate by keys. Those pressed on end are one step: on the way to
// 2027-1-20 there is 2027-1-2.
func (d *Desk) TypeDate(input string) error {
	return d.date(typing{section: fieldDate, at: time.Now(), cell: true}, Change{Particulars: true}, input)
}

func (d *Desk) date(t typing, c Change, input string) (refusal error) {
	d.edit(t, func(r *model.Report) (Change, bool) {
		before := r.Signature.Date
		refusal = r.SetDate(input)
		return c, r.Signature.Date != before
	})
	return refusal
}

// Fields of the particulars, as steps of typing know them.
const (
	fieldAgency model.SectionID = "agency"
	fieldShort  model.SectionID = "short"
	fieldTitle  model.SectionID = "title"
	fieldSigner model.SectionID = "signer"
	fieldDate   model.SectionID = "date"
)

func (d *Desk) particulars(t typing, change func(*model.Report)) {
	d.edit(t, func(r *model.Report) (Change, bool) {
		a, title, n, s := r.Agency, r.Title, r.Numbering, r.Signature
		change(r)
		same := a.Name == r.Agency.Name && a.Short == r.Agency.Short && a.Kind == r.Agency.Kind &&
			title == r.Title && n == r.Numbering && s.Agency == r.Signature.Agency
		return Change{Particulars: true}, !same
	})
}

// edit makes every edit: it notes the state before for Undo, and does nothing
// to a report that is final. do reports whether anything changed.
func (d *Desk) edit(t typing, do func(*model.Report) (c Change, done bool)) {
	if d.report.Final != nil {
		return
	}
	before := d.report.Clone()
	c, done := d.locked(do)
	if !done {
		return
	}
	d.history.note(before, d.report, c, t)
	d.edited(c)
}

// locked runs an edit with the saving goroutine kept out. A panic lets it in
// again: what was typed until then can still be saved.
func (d *Desk) locked(do func(*model.Report) (Change, bool)) (Change, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return do(d.report)
}

// edited follows every edit: the rules run again (about a millisecond, the
// paragraphs that have not changed are not read again), answers to findings that
// are no more the same lapse, the listener hears of it, and the saving goroutine
// is woken.
func (d *Desk) edited(c Change) {
	before := d.findings
	d.findings = d.rules.Run(d.report, d.previous)
	d.mu.Lock()
	d.report.Acknowledged = slices.DeleteFunc(d.report.Acknowledged, func(a model.Acknowledgement) bool {
		return check.Lapsed(a, before, d.findings)
	})
	d.counts = count(d.report, d.findings)
	d.version++
	if d.status.State == Saved {
		d.status.State = Saving
	}
	d.mu.Unlock()
	select {
	case d.wake <- struct{}{}:
	default: // it has been woken already
	}
	d.tellStatus()
	if d.changed != nil {
		d.changed(c)
	}
}
