package desk

import "nianbao/model"

// SetOnline sets the web address where the electronic report stands, which a notice
// board's paper bears in a QR; empty takes it away. A final report takes it too: it says
// nothing else by it, and often stands there only when it is final. The error is a
// *model.OnlineError, and then nothing has changed.
func (d *Desk) SetOnline(typed string) error {
	address, err := model.ReadOnline(typed)
	if err != nil || address == d.report.Online {
		return err //nolint:wrapcheck // it has its words
	}
	set := func(r *model.Report) (Change, bool) {
		r.Online = address
		return Change{Online: true}, true
	}
	if !d.Final() {
		d.edit(typing{}, set)
		return nil
	}
	c, _ := d.locked(set)
	d.edited(c)
	return nil
}
