package check

import "nianbao/model"

// Tie is a number of the prose that is, for certain, that of a cell: the 5 of
// 办结5件 where the total of table three is 5.
type Tie struct {
	Section model.SectionID
	Place   Place // of the number with its unit
	Cell    model.Address
}

// Ties lists the numbers of the prose that the rules hold against a single cell
// and that agree with it.
func Ties(r *model.Report) []Tie {
	var all []Tie
	c := new(Checker).begin(r, nil)
	c.tied = func(t Tie) { all = append(all, t) }
	c.runAll(rulesFor(r.Year, c.edition))
	return all
}

// Named lists the numbers of the prose whose words name a single cell, whether they
// agree with it or not.
func Named(r *model.Report) []Tie {
	var all []Tie
	c := new(Checker).begin(r, nil)
	c.tied, c.anyValue = func(t Tie) { all = append(all, t) }, true
	c.runAll(rulesFor(r.Year, c.edition))
	return all
}

// tie tells of a number that agrees with the cell that its words name. Words that
// may name another cell as well do not, but for 收到, which always may mean what
// was received.
func (c *checker) tie(p paragraph, k claim, sums ...sum) {
	if c.tied == nil || len(sums[0].cells) != 1 || len(sums) > 1 && !k.has(receive) {
		return
	}
	if n, known := c.value(sums[0]); known && (c.anyValue || float64(n) == k.amount.Value) && !p.heading {
		c.tied(Tie{p.section, *p.place(k.Span), sums[0].cells[0]})
	}
}
