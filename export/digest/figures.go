package digest

import (
	"fmt"
	"strconv"

	"nianbao/model"
)

// years are this year's report and the last one's, which may be nil.
type years struct{ now, last *model.Report }

// figure is a cell of this year's form.
func (y years) figure(c model.Cell) Figure {
	f := Figure{Text: y.now.Value(c.Address)}
	f.size, f.sized = size(y.now, c)
	if f.Text == "" {
		f.Text = wordsUnfilled
	}
	if y.last == nil {
		return f
	}
	if before, ok := y.last.Edition().Counterpart(c); ok {
		f.Last = y.last.Value(before.Address)
		f.lastSize, f.told = size(y.last, before)
	}
	return f
}

// size is a number that a bar can show; false for what is blank, no number, or counts
// in a unit of its own.
func size(r *model.Report, c model.Cell) (float64, bool) {
	if c.Total() {
		n, filled := r.Count(c.Address)
		return float64(n), filled
	}
	if c.Kind != model.Count && c.Kind != model.Money {
		return 0, false
	}
	n, err := strconv.ParseFloat(r.Cells[c.Address], 64)
	return n, err == nil
}

// sum adds the cells of this year's form that are chosen, and of last year's.
func (y years) sum(chosen func(model.Cell) bool) Figure {
	var f Figure
	add := func(r *model.Report) (text string, total float64, known bool) {
		n, filled, all := int64(0), false, true
		for _, c := range r.Edition().Cells() {
			if !chosen(c) {
				continue
			}
			v, ok := r.Count(c.Address)
			n += v
			filled = filled || ok
			all = all && whole(r, c)
		}
		switch {
		case !filled:
			return "", 0, false
		case !all:
			return fmt.Sprintf(wordsPartial, strconv.FormatInt(n, 10)), float64(n), true
		}
		return strconv.FormatInt(n, 10), float64(n), true
	}
	if f.Text, f.size, f.sized = add(y.now); f.Text == "" {
		f.Text = wordsUnfilled
	}
	if y.last != nil {
		f.Last, f.lastSize, f.told = add(y.last)
	}
	return f
}

// whole reports whether a cell has a number, and a total one in each of its parts.
func whole(r *model.Report, c model.Cell) bool {
	_, filled := r.Count(c.Address)
	for _, part := range append(c.Across, c.Down...) {
		if _, ok := r.Count(part); !ok {
			return false
		}
	}
	return filled
}

// zero and blank: nothing to see of either year.
func (f Figure) zero() bool  { return f.Text == "0" && (f.Last == "" || f.Last == "0") }
func (f Figure) blank() bool { return f.Text == wordsUnfilled && (f.Last == "" || f.Last == "0") }

func (r Row) all(is func(Figure) bool) bool {
	for _, f := range r.Cells {
		if !is(f) {
			return false
		}
	}
	return true
}

// scale gives the figures their bars. Columns that count different things each have a
// longest bar of their own.
func (c *Chart) scale(apart bool) {
	columns := 0
	for _, row := range c.Rows {
		columns = max(columns, len(row.Cells))
	}
	longest := make([]float64, columns)
	compared, all := make([]int, columns), 0.0
	for _, row := range c.Rows {
		for j, f := range row.Cells {
			longest[j] = max(longest[j], f.size, f.lastSize)
			all = max(all, longest[j])
			for _, known := range []bool{f.sized, f.told} {
				if known {
					compared[j]++
				}
			}
		}
	}
	total := 0
	for _, n := range compared {
		total += n
	}
	for _, row := range c.Rows {
		for j := range row.Cells {
			f := &row.Cells[j]
			most, n := all, total
			if apart {
				most, n = longest[j], compared[j]
			}
			f.Bar, f.LastBar = share(f.size, most, f.sized && n > 1), share(f.lastSize, most, f.told && n > 1)
		}
	}
}

func share(size, most float64, shown bool) float64 {
	switch {
	case !shown:
		return noBar
	case most <= 0 || size <= 0:
		return 0
	}
	return size / most
}
