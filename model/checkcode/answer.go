package checkcode

import (
	"nianbao/model"
	"nianbao/model/compare"
)

// Answer is what the digits of a paper say of a report.
type Answer struct {
	Agree     bool
	PaperYear int // 0 where the paper's code alone is known: it does not tell
	FileYear  int
	OtherUnit bool   // the paper is another agency's
	Agency    string // of the report
	// Cells are the cells that differ: Before is the paper, After the file. They are
	// told for a paper of the same agency and year only.
	Cells []compare.Cell
	Words bool // title, prose or signature differ
}

// Ask compares digits of a paper, its code or what its QR holds, with a report. They
// may be typed as for [Parse]. The error is a *MistypedError.
func Ask(typed string, r *model.Report) (Answer, error) {
	row, err := figures(typed)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{FileYear: r.Year, Agency: r.Agency.Name}
	if len(row) <= digits {
		code, err := parse(row)
		a.Agree = err == nil && code == Of(r)
		return a, err
	}
	p, err := read(row)
	if err != nil {
		return Answer{}, err
	}
	p.compare(r, &a)
	return a, nil
}

// compare says how a report differs from its paper. Whether there are other words on
// it shows in the code: that of the report with the paper's numbers is the paper's,
// or not.
func (p paper) compare(r *model.Report, a *Answer) {
	a.PaperYear = p.year
	a.OtherUnit = p.unit != unitOf(r.Agency.Name)
	if a.OtherUnit || p.year != r.Year {
		return
	}
	like := r.Clone()
	for i, c := range typed(r.Edition()) {
		if file := r.Value(c.Address); inked(file) != inked(p.cells[i]) {
			a.Cells = append(a.Cells, compare.Cell{Address: c.Address, Name: c.Name(), Before: p.cells[i], After: file})
			_ = like.Enter(c.Address, p.cells[i]) // what is no value is kept as it is
		}
	}
	a.Words = p.code != Of(like)
	a.Agree = !a.Words && len(a.Cells) == 0
}
