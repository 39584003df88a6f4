package intake

import (
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/internal/pattern"
)

// Years in the text, blanks left out.
var (
	statedPeriod = pattern.Lazy(`(20\d{2})年1月1日(?:起)?[至到—–-]`)
	anyYear      = pattern.Lazy(`(20\d{2})年`)
)

// findYear takes the title's year, else that of the stated period, else the one
// that the text names most.
func (x *recogniser) findYear(found named) int {
	if y, err := strconv.Atoi(found.year); err == nil {
		return y
	}
	year, err := strconv.Atoi(x.statedYear())
	if err != nil {
		year = x.mostNamedYear()
	}
	if year == 0 {
		return 0
	}
	x.note("S02", model.Preamble, remarkGuessedYear, year)
	return year
}

// statedYear is the year of the period that the document states; empty where it states none.
func (x *recogniser) statedYear() string {
	for _, l := range x.doc.Lines {
		if !strings.Contains(l.Text, "20") { // quicker to tell
			continue
		}
		if m := statedPeriod().FindStringSubmatch(compact(l.Text)); m != nil {
			return m[1]
		}
	}
	return ""
}

// mostNamedYear is the year that the document names most, before the one in which it was
// signed: a report is of a year that is over (条例第五十条).
func (x *recogniser) mostNamedYear() int {
	signed := x.signedYear()
	votes := map[int]int{}
	best := max(0, signed-1)
	for _, l := range x.doc.Lines {
		if !strings.Contains(l.Text, "20") { // quicker to tell
			continue
		}
		for _, m := range anyYear().FindAllStringSubmatch(compact(l.Text), -1) {
			y, _ := strconv.Atoi(m[1]) // the expression lets nothing else through
			if signed > 0 && y >= signed {
				continue
			}
			if votes[y]++; votes[y] > votes[best] || votes[y] == votes[best] && y == signed-1 {
				best = y
			}
		}
	}
	return best
}

// signedYear is that of the last date below the last part; 0 where there is none.
func (x *recogniser) signedYear() (year int) {
	if len(x.outline.heads) == 0 {
		return 0
	}
	last := x.outline.heads[len(x.outline.heads)-1]
	for _, l := range x.doc.Lines[last.line+last.lines : x.outline.end] {
		if _, date, ok := dated(l.Text); ok && date != "" {
			year, _ = strconv.Atoi(date[:len("2024")]) // it is a date
		}
	}
	return year
}
