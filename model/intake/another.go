package intake

import (
	"slices"
	"strings"

	"nianbao/model/intake/source"
)

// leastOfReport is how many parts of a report make it one.
const leastOfReport = 4

// another finds where a second report begins: with a title, behind most parts of the
// first, and with the first parts again. Its own title a report may repeat on every page.
func (a *headAlignment) another() int {
	seen := 0
	for i := range a.found {
		if j := a.titled(i, -1); j >= 0 {
			seen = max(seen, j+1)
		} else if seen >= leastOfReport && a.isTitle(i) && a.next(i) == 0 {
			return i
		}
	}
	return len(a.found)
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
