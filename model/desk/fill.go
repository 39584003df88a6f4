package desk

import (
	"slices"

	"nianbao/model"
)

// FillBlanks puts 0 into every blank cell of some tables, of all where none is named
// (未填的补 0), and tells how many there were. The report remembers them: nobody typed
// those zeros.
func (d *Desk) FillBlanks(tables ...model.SectionID) (filled int) {
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		var touched []model.Address
		for _, a := range r.Unfilled() {
			if len(tables) == 0 || slices.Contains(tables, model.SectionID(a.Table())) {
				r.FillZero(a)
				touched = append(touched, a)
				touched = append(touched, r.Edition().TotalsOf(a)...)
				filled++
			}
		}
		return filling(touched), filled > 0
	})
	return filled
}

// NoApplications makes every number of table three 0 (本年没有申请), those that
// were filled in as well.
func (d *Desk) NoApplications() {
	d.edit(typing{}, func(r *model.Report) (Change, bool) {
		var touched []model.Address
		for _, c := range r.Edition().Cells() {
			if c.Address.Table() != string(model.Applications) || c.Total() || r.Cells[c.Address] == "0" && !r.ZeroFilled[c.Address] {
				continue
			}
			if err := r.Set(c.Address, "0"); err == nil { // 0 is a value of every kind
				touched = append(touched, c.Address)
				touched = append(touched, r.Edition().TotalsOf(c.Address)...)
			}
		}
		return filling(touched), len(touched) > 0
	})
}

// filling is the change of cells that nobody typed into.
func filling(touched []model.Address) Change {
	slices.Sort(touched)
	return Change{Cells: slices.Compact(touched), Reload: true}
}
