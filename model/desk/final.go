package desk

import (
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// Final reports whether the report was finalised: edits do nothing then.
func (d *Desk) Final() bool { return d.report.Final != nil }

// Finalise locks the report (定稿): no edit changes it until Reopen. Reason is
// why it is final although rules of level E are broken, empty without any. The
// state is kept as a version.
func (d *Desk) Finalise(reason string) {
	if !d.Final() {
		d.setFinal(&model.Final{Date: time.Now().Format(time.DateOnly), Reason: reason}, store.ReasonFinal)
	}
}

// Reopen takes a final report up again. That is a version of its own.
func (d *Desk) Reopen() {
	if d.Final() {
		d.setFinal(nil, store.ReasonReopened)
	}
}

func (d *Desk) setFinal(f *model.Final, why store.Reason) {
	d.mu.Lock()
	d.report.Final = f
	d.noted = &store.Note{Reason: why}
	d.mu.Unlock()
	d.history = history{} // states from before would bring the other one back
	d.edited(Change{State: true})
	d.Hurry()
}

// Adopt takes over another state of the report, as one edit that can be taken
// back: an older version, a repaired file. The next save keeps it as a version
// for the reason given; the state before is the caller's to keep. It takes the
// report over.
func (d *Desk) Adopt(other *model.Report, why store.Reason) {
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		if other.Year != r.Year {
			return Change{}, false // another edition has other cells
		}
		*r = *other
		r.Final = nil
		d.noted = &store.Note{Reason: why}
		c := Change{Blocks: true, Particulars: true, Online: true, Excerpt: true, Slips: true, Reload: true}
		for _, s := range r.Edition().Prose() {
			c.Sections = append(c.Sections, s.ID)
		}
		for _, cell := range r.Edition().Cells() {
			c.Cells = append(c.Cells, cell.Address)
		}
		return c, true
	})
	d.Hurry()
}
