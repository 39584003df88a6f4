package check

import (
	"math"
	"strconv"
)

// What the prose adds up by itself: E01–E03.

// breakdowns: the parts that a list names add up to the whole (E01). A single
// part only must not be larger than the whole: the others may be left unsaid.
func breakdowns(r *reading) []slip {
	var all []slip
	for _, b := range r.read().Breakdowns {
		if !b.Wrong {
			continue
		}
		sum := plain(b.Sum())
		s := slip{Span: b.Whole.Span, words: plain(b.Whole.Value), right: sum}
		s.End = b.Parts[len(b.Parts)-1].End
		if len(b.Parts) == 1 {
			s.variant = " one"
		}
		s.values = []any{s.words + b.Whole.Unit, sum, b.Whole.Unit}
		all = append(all, s)
	}
	return all
}

// tolerance of a percentage, in percentage points.
const tolerance = 0.05

// shares: 占 p% is the part of the whole (E02). A percentage written without
// decimals has been rounded to them.
func shares(r *reading) []slip {
	var all []slip
	for _, s := range r.read().Shares {
		right := 100 * s.Part.Value / s.Whole.Value
		rounding := 0.5 * math.Pow(10, -float64(s.Percent.Decimals))
		if math.Abs(s.Percent.Value-right) <= max(tolerance, rounding)+1e-9 {
			continue
		}
		said, want := figure(s.Percent)+"%", strconv.FormatFloat(right, 'f', max(1, s.Percent.Decimals), 64)+"%"
		all = append(all, slip{
			Span: s.Percent.Span, words: said, right: want,
			values: []any{plain(s.Part.Value), plain(s.Whole.Value), said, want},
		})
	}
	return all
}

// dates: the calendar has them (E03).
func dates(r *reading) []slip {
	var all []slip
	for _, d := range r.read().Dates {
		if !d.Valid() {
			all = append(all, slip{Span: d.Span, words: d.Text, values: []any{d.Text}})
		}
	}
	return all
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
