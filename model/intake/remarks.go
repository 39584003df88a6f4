package intake

import (
	"slices"

	"nianbao/model/intake/source"
)

// remarkHeads are what stands over a column of remarks, which the form has not.
var remarkHeads = []string{"备注", "说明", "备考"}

// remarked is what stands in a column of remarks.
type remarked struct {
	line int
	text string
}

// withoutRemarks is the document without the columns of remarks in real tables, and what
// stands in them.
func withoutRemarks(doc *source.Document, lines []int) (*source.Document, []remarked) {
	columns := map[int]int{} // by table
	for _, i := range lines {
		l := &doc.Lines[i]
		if n := len(l.Cells); n > 1 && l.Table > 0 && slices.Contains(remarkHeads, letters(l.Cells[n-1].Text)) {
			columns[l.Table] = l.Cells[n-1].Column
		}
	}
	if len(columns) == 0 {
		return doc, nil
	}
	var all []remarked
	without := *doc
	without.Lines = slices.Clone(doc.Lines)
	for _, i := range lines {
		l := &without.Lines[i]
		column, ok := columns[l.Table]
		at := slices.IndexFunc(l.Cells, func(c source.Cell) bool { return c.Column == column })
		if !ok || at < 1 {
			continue
		}
		if said := l.Cells[at].Text; said != "" && !nothing(said) && !slices.Contains(remarkHeads, letters(said)) {
			all = append(all, remarked{i, said})
		}
		*l = withoutField(*l, at)
	}
	return &without, all
}
