package digest

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/excerpt"
	"nianbao/model/facts"
)

// published is what the agency published of its own accord: in its words, with what
// they take apart as a chart, and by kind as table two has it.
func (y years) published() Part {
	p := Part{Name: excerpt.Published.Name(), Lines: excerpt.Lines(y.now, excerpt.Published)}
	for _, line := range p.Lines {
		if c, ok := told(line); ok {
			p.Charts = append(p.Charts, c)
			break
		}
	}
	var zeros, blanks []string
	for _, c := range y.matrices(model.Disclosure) {
		c.Rows = slices.DeleteFunc(c.Rows, func(row Row) bool { return aside(row, &zeros, &blanks) })
		if len(c.Rows) > 0 {
			c.scale(c.mixed)
			p.Charts = append(p.Charts, c.Chart)
		}
	}
	p.Notes = notes(zeros, blanks)
	return p
}

// told is the chart of what a sentence takes apart: 60余条，其中政策文件8条、…
func told(line string) (Chart, bool) {
	all := facts.Read(line).Breakdowns
	if len(all) == 0 || len(all[0].Parts) < 2 {
		return Chart{}, false
	}
	var c Chart
	unit := all[0].Parts[0].Unit
	runes := []rune(line)
	for _, part := range all[0].Parts {
		label := strings.TrimPrefix(part.Before, "其中")
		if part.Unit != unit || part.Denied || part.Joined || label == "" || part.Decimals > 0 {
			return Chart{}, false
		}
		c.Rows = append(c.Rows, Row{label, []Figure{{
			Text: strings.ReplaceAll(string(runes[part.Start:part.End]), " ", ""), size: part.Value, sized: true,
		}}})
	}
	c.scale(false)
	return c, true
}

// matrix is a chart of a table's cells before it has its bars.
type matrix struct {
	Chart
	mixed bool // its columns count different things
}

// matrices are the charts of a table: its rows with their figures, those with the same
// columns together. Totals are left out: they are what the others add up to.
func (y years) matrices(id model.SectionID) []matrix {
	var all []matrix
	var row []model.Cell
	flush := func() {
		if len(row) > 0 {
			all = y.line(all, row)
		}
		row = nil
	}
	for _, c := range y.now.Edition().Cells() {
		if c.Address.Table() != string(id) || c.Total() {
			continue
		}
		if len(row) > 0 && row[0].Address.Row() != c.Address.Row() {
			flush()
		}
		row = append(row, c)
	}
	flush()
	for i := range all {
		if len(all[i].Heads) == 1 {
			all[i].Caption, all[i].Heads = all[i].Heads[0], nil
		}
	}
	return all
}

// line adds a row of the table to the chart that has its columns.
func (y years) line(all []matrix, cells []model.Cell) []matrix {
	var heads []string
	row := Row{}
	mixed := false
	for _, c := range cells {
		heads = append(heads, c.ColumnLabels[len(c.ColumnLabels)-1])
		row.Cells = append(row.Cells, y.figure(c))
		mixed = mixed || c.Kind != model.Count
	}
	first := cells[0]
	if n := len(first.RowLabels); n > 0 {
		row.Label = first.RowLabels[n-1]
	} else if n := len(first.ColumnLabels); n > 1 {
		row.Label = first.ColumnLabels[n-2]
	}
	i := slices.IndexFunc(all, func(m matrix) bool { return slices.Equal(m.Heads, heads) })
	if i < 0 {
		i = len(all)
		all = append(all, matrix{Chart: Chart{Heads: heads}, mixed: mixed && len(heads) > 1})
	}
	all[i].Rows = append(all[i].Rows, row)
	return all
}

// aside takes a row out that has nothing but zeros, or nothing at all.
func aside(row Row, zeros, blanks *[]string) bool {
	switch {
	case row.all(Figure.zero):
		*zeros = append(*zeros, row.Label)
	case row.all(Figure.blank):
		*blanks = append(*blanks, row.Label)
	default:
		return false
	}
	return true
}

// notes say what was taken out.
func notes(zeros, blanks []string) []string {
	var all []string
	switch len(zeros) {
	case 0:
	case 1:
		all = append(all, fmt.Sprintf(wordsZero, zeros[0]))
	default:
		all = append(all, fmt.Sprintf(wordsZeros, strings.Join(zeros, "、")))
	}
	if len(blanks) > 0 {
		all = append(all, fmt.Sprintf(wordsBlank, strings.Join(blanks, "、")))
	}
	return all
}

// applications is table three: how many and by whom, and what was decided.
func (y years) applications() []Part {
	p := Part{Name: nameApplications}
	var all []Row
	applicants := Chart{Caption: captionApplicants}
	for _, c := range y.now.Edition().Cells() {
		if c.Address.Table() != string(model.Applications) || c.Group != "" {
			continue
		}
		switch {
		case len(c.Across) > 0: // of a row that is counted by itself
			all = append(all, Row{c.RowName(), []Figure{y.figure(c)}})
		case c.Address.Row() == received:
			applicants.Rows = append(applicants.Rows, Row{c.ColumnLabels[len(c.ColumnLabels)-1], []Figure{y.figure(c)}})
		}
	}
	switch {
	case every(all, Figure.zero):
		p.Lines = []string{wordsNoApplication}
		return []Part{p}
	case every(all, Figure.blank):
		p.Notes = []string{fmt.Sprintf(wordsBlank, nameApplications)}
		return []Part{p}
	}
	p.Figures = all
	p.chart(applicants)
	decided := Part{Name: nameResults}
	decided.chart(y.results())
	return []Part{p, decided}
}

// received is the row of table three that tells the new applications.
const received = "received"

// results is a chart of what was decided, by the kinds that the form groups.
func (y years) results() Chart {
	chart := Chart{Caption: captionResults}
	var groups []string
	for _, c := range y.now.Edition().Cells() {
		if c.Group == "" || slices.Contains(groups, c.Group) {
			continue
		}
		groups = append(groups, c.Group)
		chart.Rows = append(chart.Rows, Row{c.GroupName(), []Figure{y.sum(func(other model.Cell) bool {
			return other.Group == c.Group && len(other.Across) > 0
		})}})
	}
	return chart
}

// chart adds a chart, its rows without anything to see in a note.
func (p *Part) chart(c Chart) {
	var zeros, blanks []string
	c.Rows = slices.DeleteFunc(c.Rows, func(row Row) bool { return aside(row, &zeros, &blanks) })
	if len(c.Rows) == 0 {
		return
	}
	c.scale(false)
	c.Notes = notes(zeros, blanks)
	p.Charts = append(p.Charts, c)
}

// disputes is table four: what came of reviews and suits.
func (y years) disputes() Part {
	p := Part{Name: nameDisputes}
	var all []Row
	for _, m := range y.matrices(model.Disputes) {
		all = append(all, m.Rows...)
		m.Caption = captionDisputes
		p.chart(m.Chart)
	}
	switch {
	case every(all, Figure.zero):
		p.Lines = []string{wordsNoDispute}
	case every(all, Figure.blank):
		p.Notes = []string{fmt.Sprintf(wordsBlank, nameDisputes)}
	}
	return p
}

func every(rows []Row, is func(Figure) bool) bool {
	return !slices.ContainsFunc(rows, func(row Row) bool { return !row.all(is) })
}
