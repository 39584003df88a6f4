package intake

import (
	"slices"
	"strings"

	"nianbao/model/intake/source"
)

// leastOfReport is how many parts of a report make it one.
const leastOfReport = 4

// another finds where a second report begins: with a title, behind most parts of the
// first, and with the first parts again; without a title, where most parts begin again.
// Its own title a report may repeat on every page.
func (a *headAlignment) another() int {
	seen := 0
	for i := range a.found {
		if j := a.titled(i, -1); j >= 0 {
			if j == 0 && seen >= leastOfReport && a.partsFrom(i) >= leastOfReport {
				return a.beginning(i)
			}
			seen = max(seen, j+1)
		} else if seen >= leastOfReport && a.isTitle(i) && a.next(i) == 0 {
			return i
		}
	}
	return len(a.found)
}

// partsFrom counts the parts that follow one another from a line on, with text or a table
// in at least one of them.
func (a *headAlignment) partsFrom(from int) int {
	parts, last, other := 0, -1, false
	for i := from; i < len(a.found); i++ {
		if j := a.titled(i, last); j >= 0 {
			parts, last = parts+1, j
		} else if !a.isEntry(i) {
			other = true
		}
	}
	if !other {
		return 0
	}
	return parts
}

// beginning is where the report begins whose first part does at a line: behind the date of
// the one before, or with the first line above that names a year and a report.
func (a *headAlignment) beginning(part int) int {
	const most = 10 // lines of its title and preamble
	begins := part
	for i := part - 1; i > max(0, part-most) && a.titled(i, -1) < 0; i-- {
		text := a.doc.Lines[i].Text
		if _, _, ok := dated(text); ok {
			return i + 1
		}
		if anyYear().MatchString(text) && (strings.Contains(text, "报告") || strings.Contains(text, "年报")) {
			begins = i
		}
	}
	return begins
}

// cut takes a line and all behind it for none of the report.
func (a *headAlignment) cut(line int) {
	doc := *a.doc
	doc.Lines = doc.Lines[:line]
	a.doc, a.found = &doc, a.found[:line]
}

// isTitle tells the title of a report, on up to three lines.
func (a *headAlignment) isTitle(i int) bool {
	var lines []string
	all := a.doc.Lines[i:min(i+3, len(a.doc.Lines))]
	if !slices.ContainsFunc(all, func(l source.Line) bool { return strings.Contains(l.Text, "报") }) { // quicker to tell
		return false
	}
	for _, l := range all {
		lines = append(lines, compact(l.Text))
		if t, ok := titleAt(lines, ""); ok && t.year != "" {
			return true
		}
	}
	return false
}

// next is the part that the next title behind a line is of; -1 for none.
func (a *headAlignment) next(i int) int {
	for i++; i < len(a.found); i++ {
		if j := a.titled(i, -1); j >= 0 {
			return j
		}
	}
	return -1
}
