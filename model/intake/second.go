package intake

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model/internal/pattern"
)

// onlyOne makes the numbers of a table come from one table of the
// source. Where rows of it stand there twice with other numbers, the table of
// the report's year and body is taken, by what is written over each; none, and
// nil, when that does not tell them apart.
func (x *recogniser) onlyOne(a *alignment) *alignment {
	parts := a.segments()
	if len(parts) < 2 {
		return a
	}
	var best []*run
	bestMark, tie := 0, false
	for i, runs := range parts {
		switch mark := x.mark(runs, a.form); {
		case i == 0 || mark > bestMark:
			best, bestMark, tie = runs, mark, false
		case mark == bestMark:
			tie = true
		}
	}
	if tie {
		best = nil
	}
	for _, runs := range parts {
		if len(best) == 0 || runs[0] != best[0] {
			x.leaveSecond(a.form, runs, best == nil)
		}
	}
	if best == nil {
		x.tabled = append(x.tabled, a.form.id()) // it was found: what is said of it is said already
		return nil
	}
	x.note("", a.form.id(), remarkSecond, a.form.section.Table.Name, x.result.Lines[firstLine(best)].Number)
	return align(a.form, best)
}

// segments parts the runs where the rows of the form begin again. There is one
// segment when the rows that stand twice are few, or say the same.
func (a *alignment) segments() [][]*run {
	type row struct{ run, row int }
	var rows []row
	for i := range a.runs {
		for j, k := range a.candidates(i) {
			if k.sim >= 0.99 && (len(k.used) > 0 || a.form.unlabelled()) {
				rows = append(rows, row{i, j})
				break
			}
		}
	}
	var parts [][]*run
	seen := map[int]*run{}
	from, twice, differ := 0, 0, 0
	for _, r := range rows {
		before, again := seen[r.row]
		if !again {
			seen[r.row] = a.runs[r.run]
			continue
		}
		if twice++; !slices.EqualFunc(before.values, a.runs[r.run].values, func(v, w value) bool { return v.text == w.text }) {
			differ++
		}
	}
	few := 2
	if a.form.unlabelled() {
		few = 1 // all that there is
	}
	if twice < few || differ == 0 {
		return nil
	}
	clear(seen)
	for _, r := range rows {
		if seen[r.row] != nil {
			parts = append(parts, a.runs[from:r.run])
			from = r.run
			clear(seen)
		}
		seen[r.row] = a.runs[r.run]
	}
	return append(parts, a.runs[from:])
}

var (
	otherYear = pattern.Lazy(`20\d{2}`)
	lastYear  = pattern.Lazy(`上年|去年|上一年`)
	otherBody = pattern.Lazy(`汇总|合计|[全各](?:区|县|市|镇|乡|省|州|系统|单位|部门)|所属|下属|下辖|辖区`)
	ownBody   = pattern.Lazy(`本级|本机关|本单位|本部门|我[镇乡街办局县区市委]`)
)

// mark says how much what is written over a table is for its being the report's
// own.
func (x *recogniser) mark(runs []*run, f *form) int {
	mark := 0
	year := strconv.Itoa(x.report.Year)
	stem := strings.TrimSuffix(x.report.Agency.Name, "人民政府")
	for _, p := range over(runs, f) {
		text := compact(p.text)
		for _, y := range otherYear().FindAllString(text, -1) {
			if y == year {
				mark += 2
			} else {
				mark -= 4
			}
		}
		if lastYear().MatchString(text) {
			mark -= 4
		}
		switch {
		case stem != "" && strings.Contains(text, stem) || ownBody().MatchString(text):
			mark++
		case otherBody().MatchString(text) || agencyName().MatchString(text):
			mark -= 4
		}
	}
	return mark
}

// over is the wording before the first row of a table, without the row's own label.
func over(runs []*run, f *form) []*piece {
	gap := runs[0].gap
	if len(gap) > 0 && !f.unlabelled() {
		return gap[:len(gap)-1]
	}
	return gap
}

func firstLine(runs []*run) int {
	for _, r := range runs {
		for _, v := range r.values {
			return v.line
		}
	}
	return 0
}

// leaveSecond says that a table is not taken, or neither of several.
func (x *recogniser) leaveSecond(f *form, runs []*run, none bool) {
	why := problemSecond
	if none {
		why = problemWhich
	}
	for _, r := range runs {
		told := map[int]bool{}
		for _, v := range r.values {
			if v.text != "" && !told[v.line] {
				told[v.line] = true
				if none && f.turned && r.table == 0 { // its labels stand there several times in any case
					x.scattered(f, v.line)
					continue
				}
				x.unplaced(v.line, x.doc.Lines[v.line].Text, why, f.section.Table.Name)
			}
		}
		for _, p := range r.gap {
			switch {
			case told[p.line], x.outline.isHead(p.line):
			case isCaption(p.text):
				x.leaveIn(p.line, reasonCaption, f.id())
			case f.knows(p.wording) || f.hasPieces(p.text):
				x.settleLabel(p.line, f.id())
			case x.isOpen(p.line):
				x.unplaced(p.line, p.text, why, f.section.Table.Name)
			}
		}
	}
}
