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
// also beside a report that could; and, where none could, of drafts of which nobody
// knows whose they are.
func Previous(shelf Shelf, agency string, year int) (*model.Report, error) {
	if agency == "" {
		return nil, nil
	}
	drafts, err := shelf.List()
	if err != nil {
		return nil, fmt.Errorf("look for the report of %d: %w", year-1, err)
	}
	var unread, lost []error
	for _, s := range drafts {
		switch {
		case s.Damaged:
			lost = append(lost, fmt.Errorf("draft %s: %w", s.ID, store.ErrDamaged))
			continue
		case s.Agency != agency || s.Year != year-1:
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
	return nil, errors.Join(append(unread, lost...)...)
}

// SetPrevious gives the rules across years the report of the year before; nil
// takes it away. The desk only reads it, and nobody may change it any more. unread
// tells of drafts that may be it and cannot be read.
func (d *Desk) SetPrevious(previous *model.Report, unread error) {
	d.findings = d.rules.Run(d.report, previous)
	d.mu.Lock()
	d.previous, d.unread, d.counts = previous, unread, count(d.report, d.findings)
	d.mu.Unlock()
	if d.changed != nil {
		d.changed(Change{Findings: true})
	}
}

// SetPrints tells the rules which characters can be printed, see
// [check.Checker.SetPrints].
func (d *Desk) SetPrints(prints func(rune) bool) {
	d.rules.SetPrints(prints)
	d.SetPrevious(d.previous, d.unread)
}

// Previous is the report of the year before; nil when there is none.
func (d *Desk) Previous() *model.Report { return d.previous }

// PreviousUnread tells of drafts that may be the report of the year before, or a later
// state of it, and could not be read; nil when all could.
func (d *Desk) PreviousUnread() error { return d.unread }
