package desk

import (
	"maps"
	"time"

	"nianbao/model"
	"nianbao/model/slips"
)

// SetSlips keeps the collecting slips with the report, as one edit. It takes the list
// over. The error is a *slips.BoundsError, and then nothing has changed.
func (d *Desk) SetSlips(l slips.List) error { return d.setSlips(typing{}, Change{Reload: true}, l) }

// TypeSlips is SetSlips by keys in one field of the slips, which the name tells from
// others. Those pressed on end are one step.
func (d *Desk) TypeSlips(field string, l slips.List) error {
	return d.setSlips(typing{section: model.SectionID(fieldSlips + field), at: time.Now(), cell: true}, Change{}, l)
}

const fieldSlips = "slips." // no address of a cell begins so

func (d *Desk) setSlips(t typing, c Change, l slips.List) (err error) {
	c.Slips = true
	d.edit(t, func(r *model.Report) (Change, bool) {
		before := r.Extra
		if err = slips.Put(r, l); err != nil {
			return c, false
		}
		return c, !maps.Equal(before, r.Extra)
	})
	return err
}

// TakeSlips fills numbers in that the slips say, as one edit. The result has one error
// for each, as that of SetAll.
func (d *Desk) TakeSlips(entries []slips.Entry) []error {
	inputs := make([]Input, len(entries))
	for i, e := range entries {
		inputs[i] = Input{Address: e.Address, Text: e.Value}
	}
	return d.SetAll(inputs)
}
