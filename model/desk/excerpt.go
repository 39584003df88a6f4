package desk

import (
	"maps"
	"time"

	"nianbao/model"
	"nianbao/model/excerpt"
)

// TypeLines sets the clerk's own short lines of a part of the one-page picture (图解), by
// keys: those pressed on end are one step. The error is [excerpt.ErrBounds], and then
// nothing has changed.
func (d *Desk) TypeLines(p excerpt.Part, lines []string) error {
	return d.setLines(typing{section: model.SectionID(fieldLines + p), at: time.Now(), cell: true}, Change{}, p, lines)
}

// ProposeLines brings back what is proposed for a part.
func (d *Desk) ProposeLines(p excerpt.Part) {
	_ = d.setLines(typing{}, Change{Reload: true}, p, nil) // nothing is within all bounds
}

const fieldLines excerpt.Part = "excerpt." // no address of a cell begins so

func (d *Desk) setLines(t typing, c Change, p excerpt.Part, lines []string) (err error) {
	c.Excerpt = true
	d.edit(t, func(r *model.Report) (Change, bool) {
		before := r.Extra
		if err = excerpt.Set(r, p, lines); err != nil {
			return c, false
		}
		return c, !maps.Equal(before, r.Extra)
	})
	return err
}
