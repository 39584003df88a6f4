package intake

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/model"
)

// ownTitle chooses, where titles of several reports stand over the text, that of the report
// itself: a page may name the list that it belongs to, and last year's title may be left
// standing. The signature, the period and what the text names tell; else the later year,
// and the title next to the text.
func (x *recogniser) ownTitle(found named, lines []string, own string) named {
	all := completeTitles(lines, own)
	if len(all) < 2 {
		return found
	}
	found = slices.MaxFunc(all, func(a, b named) int { return x.compareTitles(a, b) })
	var others []string
	for _, t := range all {
		if t == found {
			continue
		}
		others = append(others, t.text)
		for i := t.from; i <= t.to; i++ {
			x.leaveOut(i, reasonOtherTitle)
		}
	}
	x.note("S01", model.Preamble, remarkTitles, found.text, strings.Join(others, "”“"))
	return found
}

// completeTitles are the titles with unit and year, each of another unit or year.
func completeTitles(lines []string, own string) []named {
	var all []named
	for i := 0; i < len(lines); i++ {
		for n := 1; n <= 3 && i+n <= len(lines); n++ {
			t, ok := titleAt(lines[i:i+n], own)
			if !ok || t.agency == "" || t.year == "" {
				continue
			}
			t.from, t.to = i, i+n-1
			same := func(other named) bool {
				return other.year == t.year && (strings.Contains(other.agency, t.agency) || strings.Contains(t.agency, other.agency))
			}
			if !slices.ContainsFunc(all, same) {
				all = append(all, t)
			}
			i = t.to
			break
		}
	}
	return all
}

// compareTitles is positive when a title is more likely to be the report's than another.
func (x *recogniser) compareTitles(a, b named) int {
	signer, period := x.signedBy(), x.statedYear()
	return cmp.Or(
		cmp.Compare(like(a.agency, signer), like(b.agency, signer)),
		cmp.Compare(like(a.year, period), like(b.year, period)),
		cmp.Compare(x.mentions(a.year+"年"), x.mentions(b.year+"年")),
		cmp.Compare(x.mentions(place(a.agency)), x.mentions(place(b.agency))),
		cmp.Compare(a.year, b.year), // it is last year's that is left standing
		cmp.Compare(a.from, b.from),
	)
}

// like is 1 where one name holds the other, else 0.
func like(a, b string) int {
	if b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) {
		return 1
	}
	return 0
}

// place is a unit's name without its kind: 梧桐镇.
func place(agency string) string {
	for _, kind := range []string{"人民政府", "办事处"} {
		agency = strings.TrimSuffix(agency, kind)
	}
	return agency
}

// mentions counts the lines of the text in which words stand.
func (x *recogniser) mentions(words string) int {
	n := 0
	for _, l := range x.doc.Lines[min(x.outline.first, x.outline.end):x.outline.end] {
		if strings.Contains(compact(l.Text), words) {
			n++
		}
	}
	return n
}
