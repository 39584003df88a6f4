package check

import (
	"slices"

	"nianbao/model"
)

// Balance is one column of table three held against its own rule: 第一项加第二项
// 之和，等于第三项加第四项之和 (the table's head).
type Balance struct {
	Column string // its official label: 自然人
	Total  bool   // the column that the program adds up itself
	Begun  bool   // some number of it is filled in, and not only 0 from the year before
	// Stage is from when on it is wrong not to be even: Settled once 结转下年度, where
	// the column ends, is filled in, or more was finished than came in; Blank while it
	// has no number but the one it began with.
	Stage Stage
	// The cells of 本年新收, 上年结转, 总计 and 结转下年度, with their numbers;
	// blanks count 0.
	Cells   [4]model.Address
	Numbers [4]int64
}

// In is what came in, 第一项加第二项.
func (b Balance) In() int64 { return b.Numbers[0] + b.Numbers[1] }

// Out is what was done with it, 第三项加第四项.
func (b Balance) Out() int64 { return b.Numbers[2] + b.Numbers[3] }

// Even reports whether both sides agree.
func (b Balance) Even() bool { return b.In() == b.Out() }

// Closing is a cell that alone would make a column even, with the number for it.
type Closing struct {
	Cell   model.Address
	Number int64
}

// Closings lists the cells that alone would make the column even, the likeliest
// first. Totals are not among them: they follow.
func (b Balance) Closings() []Closing {
	if b.Total || b.Even() {
		return nil
	}
	missing := b.In() - b.Out()
	var all []Closing
	for _, c := range []Closing{
		{b.Cells[3], b.Numbers[3] + missing},
		{b.Cells[0], b.Numbers[0] - missing},
		{b.Cells[1], b.Numbers[1] - missing},
	} {
		if c.Number >= 0 {
			all = append(all, c)
		}
	}
	return all
}

// Balances are the columns of table three, in the order of the form.
func Balances(r *model.Report) []Balance {
	var all []Balance
	latest := Blank // of the columns before that are not even
	for _, top := range r.Edition().Cells() {
		if top.Address.Table() != string(model.Applications) || top.Address.Row() != "received" {
			continue
		}
		b := Balance{Column: top.ColumnLabels[len(top.ColumnLabels)-1], Total: top.Total()}
		filled := [len(b.Cells)]bool{}
		for i, row := range []string{"received", "carriedIn", "handled", "carriedOut"} {
			b.Cells[i] = applicationsCell(row, top.Address.Column())
			b.Numbers[i], filled[i] = r.Count(b.Cells[i])
			// A 0 that came from the year before is no beginning.
			b.Begun = b.Begun || b.Numbers[i] != 0 || filled[i] && !b.Total && !opens(r, b.Cells[i])
		}
		b.Begun = b.Begun || b.Total && slices.ContainsFunc(all, func(b Balance) bool { return b.Begun })
		switch {
		case b.Total:
			b.Stage = latest
		case filled[3], filled[0] && filled[1] && b.In() < b.Numbers[2]:
			b.Stage = Settled
		case filled[0], filled[2], filled[1] && !opens(r, b.Cells[1]):
			b.Stage = Open
		default:
			b.Stage = Blank
		}
		if !b.Even() {
			latest = min(latest, b.Stage)
		}
		all = append(all, b)
	}
	return all
}

// opens reports whether a cell begins with a number of the year before.
func opens(r *model.Report, a model.Address) bool {
	return slices.ContainsFunc(r.Edition().Openings, func(o model.Opening) bool { return o.Cell == a })
}
