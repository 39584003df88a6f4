package desk

import (
	"errors"
	"fmt"

	"nianbao/model"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// Shelf is where drafts can be looked up.
type Shelf interface {
	// List lists the drafts, the last saved first.
	List() ([]store.Summary, error)
	Load(id store.ID) ([]byte, error)
}

// Previous finds the same agency's report of the year before, the one saved
// last; nil when there is none. The error tells of those that could not be read,
// also beside a report that could.
func Previous(shelf Shelf, agency string, year int) (*model.Report, error) {
	drafts, err := shelf.List()
	if err != nil {
		return nil, fmt.Errorf("look for the report of %d: %w", year-1, err)
	}
	var unread []error
	for _, s := range drafts {
		if s.Damaged || s.Agency != agency || s.Year != year-1 || agency == "" {
			continue
		}
		body, err := shelf.Load(s.ID)
		if err == nil {
			var r *model.Report
			if r, err = reportfile.Read(body); err == nil {
				return r, errors.Join(unread...)
			}
		}
		unread = append(unread, fmt.Errorf("report of %d, draft %s: %w", year-1, s.ID, err))
	}
	return nil, errors.Join(unread...)
}

// SetPrevious gives the rules across years the report of the year before; nil
// takes it away. The desk only reads it, and nobody may change it any more.
func (d *Desk) SetPrevious(previous *model.Report) {
	d.findings = d.rules.Run(d.report, previous)
	d.mu.Lock()
	d.previous, d.counts = previous, count(d.report, d.findings)
	d.mu.Unlock()
	if d.changed != nil {
		d.changed(Change{Findings: true})
	}
}

// SetPrints tells the rules which characters can be printed, see
// [check.Checker.SetPrints].
func (d *Desk) SetPrints(prints func(rune) bool) {
	d.rules.SetPrints(prints)
	d.SetPrevious(d.previous)
}

// Previous is the report of the year before; nil when there is none.
func (d *Desk) Previous() *model.Report { return d.previous }
