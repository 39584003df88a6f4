package intake

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/han"
)

// tables looks for the three tables, each in the section of its name first, and
// in what is left over where a title is missing.
func (x *recogniser) tables() {
	done := map[model.SectionID]bool{}
	for _, s := range x.report.Edition().Sections {
		if s.Table == nil {
			continue
		}
		if lines, found := x.outline.sectionLines(s.ID); found {
			x.lookInParts(lines, s.ID, done)
		}
	}
	for _, lines := range x.leftOver() {
		x.lookInParts(lines, "", done)
	}
}

// leftOver lists the stretches outside the table sections that hold rows: each
// table of the source, or in loose text all rows of a section together.
func (x *recogniser) leftOver() [][]int {
	tabled := map[int]bool{}
	for _, h := range x.outline.heads {
		if h.section.Table == nil {
			continue
		}
		lines, _ := x.outline.sectionLines(h.section.ID)
		for _, i := range lines {
			tabled[i] = true
		}
	}
	var all [][]int
	table, last := -1, -1
	for i, l := range x.doc.Lines[:x.outline.end] {
		loose := x.doc.Loose && len(x.outline.heads) == 0
		if tabled[i] || l.Cells == nil && !loose || x.outline.isHead(i) {
			continue
		}
		if len(all) == 0 || l.Table != table && !x.doc.Loose || x.outline.parts(last, i) {
			all, table = append(all, nil), l.Table
		}
		all[len(all)-1], last = append(all[len(all)-1], i), i
	}
	return all
}

// leastScore is how sure a stretch outside its section must be a table: as much
// as three rows to the letter, or a single one that is all the table has.
const leastScore = 2.5

// maxRuns is how many rows of numbers a stretch may have to be looked at: the
// largest table has 25, and each is compared with every row of every table.
const maxRuns = 500

// lookIn takes the tables out of a stretch, the best scored first, until no rest
// scores as one. Where is the section that the stretch belongs to; empty
// for none.
func (x *recogniser) lookIn(lines []int, where model.SectionID, done map[model.SectionID]bool) {
	if x.labels == nil {
		x.labels = labelsOf(x.forms)
	}
	doc, remarks := withoutRemarks(x.withoutOrdinals(lines), lines)
	runs := readRuns(x.straightened(doc, lines), lines, x.labels)
	var found []*alignment
	for len(runs) <= maxRuns {
		a := x.bestTable(runs, where, done)
		if a == nil {
			break
		}
		done[a.form.id()] = true
		if a = x.onlyOne(a); a == nil {
			return
		}
		found = append(found, a)
		x.settleTable(a)
		runs = x.rest(a)
	}
	if found == nil && where == "" {
		return // no table: prose with blanks in it
	}
	for _, r := range remarks {
		x.unplaced(r.line, r.text, problemRemark)
	}
	if where != "" && !done[where] {
		x.takeBlank(runs, where)
	}
	x.leave(runs, found, where)
}

// bestTable reads the runs as each table of each edition that was not found yet
// and takes the best, the year's edition when equal.
func (x *recogniser) bestTable(runs []*run, where model.SectionID, done map[model.SectionID]bool) *alignment {
	var best *alignment
	for _, f := range x.forms {
		if done[f.id()] {
			continue
		}
		a := align(f, runs)
		least := leastScore
		if f.id() == where {
			a.score += 1
			least = 1.5
		}
		if len(f.rows) == 0 {
			continue
		}
		if len(f.rows) == 1 && f.id() != where && a.headScore() < 1 {
			continue // one row of numbers is no table without its heads
		}
		if f.turned && (len(a.matches) < 2 || a.overflows()) {
			continue // it is the row of the form, short of some, or twice
		}
		if len(a.matches) == 0 || a.score < least {
			continue
		}
		better := best == nil || a.score > best.score+0.001
		equal := best != nil && a.score > best.score-0.001 && f.edition == x.report.Edition()
		if better || equal {
			best = a
		}
	}
	return best
}

// tableFound counts a table, and hands over an edition that is not the year's.
func (x *recogniser) tableFound(f *form) {
	x.result.Tables++
	x.tabled = append(x.tabled, f.id())
	if f.edition != x.report.Edition() {
		x.source().Layouts = append(x.source().Layouts, model.LayoutSlip{Section: f.id(), Edition: f.edition.ID})
	}
}

// leastOfBlank is how many of its labels tell a table without a number in it.
const leastOfBlank = 0.6

// takeBlank finds the table of a section in which nothing is filled in yet: its
// labels stand there, to the letter, and no number.
func (x *recogniser) takeBlank(runs []*run, where model.SectionID) {
	seen := map[string]bool{}
	for _, r := range runs {
		if slices.ContainsFunc(r.values, func(v value) bool { return v.text != "" }) {
			return
		}
		for _, p := range r.gap {
			seen[p.whole] = true
		}
	}
	var best *form
	most := 0.0
	for _, f := range x.forms {
		if f.id() != where || f.turned {
			continue
		}
		labels := map[string]bool{}
		got := 0
		for _, w := range f.words {
			if !labels[w.whole] && seen[w.whole] {
				got++
			}
			labels[w.whole] = true
		}
		share := float64(got) / float64(len(labels))
		if share > most || share == most && f.edition == x.report.Edition() {
			best, most = f, share
		}
	}
	if best != nil && most >= leastOfBlank {
		x.tableFound(best)
	}
}

// settleTable writes the numbers of a table into the report: cells first, then
// the totals, for setting a cell forgets the totals over it.
func (x *recogniser) settleTable(a *alignment) {
	x.tableFound(a.form)
	if a.form.turned {
		x.note("", a.form.id(), remarkTurned, a.form.section.Table.Name)
	}
	if slices.ContainsFunc(a.matches, func(k match) bool { return a.runs[k.run].spaced }) {
		x.note("", a.form.id(), remarkByPlace, a.form.section.Table.Name)
	}
	if a.parcelled > 0 {
		x.note("", a.form.id(), remarkByOrder, a.form.section.Table.Name, a.parcelled)
	}
	type stated struct {
		address model.Address
		value   value
	}
	var totals []stated
	glued := 0
	for _, k := range a.matches {
		row := &a.form.rows[k.row]
		for _, p := range k.used {
			p.used = true
			x.settle(p.line, FateLabel, a.form.id())
		}
		if bare := len(k.used) == 0 && row.name != ""; bare && a.runs[k.run].table > 0 {
			x.note("", a.form.id(), remarkBare, a.form.section.Table.Name, x.result.Lines[a.runs[k.run].line].Number, row.name)
		} else if !bare {
			x.noteWording(a, k)
		}
		placed := a.fit(k)
		if placed == nil {
			x.misfit(a, k)
			continue
		}
		if placed[0].glued {
			glued++
		}
		for _, i := range slices.Sorted(maps.Keys(placed)) {
			v, cell := placed[i], row.cells[i]
			if v.text == "" {
				continue
			}
			v.unit = x.unitOver(a, k, v, cell.Kind)
			if cell.Total() {
				totals = append(totals, stated{cell.Address, v})
				continue
			}
			x.set(a, cell, v)
		}
	}
	if glued > 0 {
		x.note("", a.form.id(), remarkGlued, a.form.section.Table.Name, glued)
	}
	for _, t := range totals {
		cell, _ := a.form.edition.Cell(t.address)
		x.state(a, cell, t.value)
	}
	x.noteMissing(a)
}

// hasPlace reports whether the report's edition has the cell.
func (x *recogniser) hasPlace(cell model.Cell) bool {
	_, ok := x.report.Edition().Counterpart(cell)
	return ok
}

// single reports whether a value is one for a cell of the report's edition; what is
// not is told, and kept where it has a cell.
func (x *recogniser) single(cell model.Cell, v value) bool {
	switch {
	case !x.hasPlace(cell):
		x.unplaced(v.line, v.text, problemOtherEdition, cell.Name(), x.report.Edition().Name)
		return false
	case v.several():
		x.keep(cell, v)
		return false
	}
	return true
}

// set fills a cell in.
func (x *recogniser) set(a *alignment, cell model.Cell, v value) {
	if nothing(v.text) && v.torn == "" {
		x.settleCell(v.line, a.form.id())
		x.note("", a.form.id(), remarkBlank, a.form.section.Table.Name, v.text)
		return
	}
	if !x.single(cell, v) {
		return
	}
	plain, mark := withoutMark(v.text)
	text, unit := withoutUnit(cell.Kind, plain)
	text, in := inUnit(cell.Kind, plain, text, v.unit)
	if before := x.report.Written(cell.Address); before != "" {
		if normal, err := model.Normalise(cell.Kind, text); err != nil || normal != before {
			x.unplaced(v.line, v.text, problemTwice, cell.Name(), before)
		}
		return
	}
	if err := x.report.Set(cell.Address, text); err != nil {
		x.keep(cell, v)
		return
	}
	switch {
	case in != "":
		x.note("", a.form.id(), remarkMoney, cell.Name(), v.text, in, text)
	case mark != "":
		x.note("", a.form.id(), remarkMark, cell.Name(), v.text, text)
	case unit != "":
		x.note("", a.form.id(), remarkUnit, cell.Name(), v.text, text)
	}
	x.result.Placed++
	x.settleCell(v.line, a.form.id(), cell.Address)
}

// state keeps a total for the rules to check.
func (x *recogniser) state(a *alignment, cell model.Cell, v value) {
	if nothing(v.text) && v.torn == "" {
		x.settleCell(v.line, a.form.id())
		return
	}
	if !x.single(cell, v) {
		return
	}
	text, _ := withoutMark(v.text)
	text, _ = withoutUnit(cell.Kind, text)
	if err := x.report.State(cell.Address, text); err != nil {
		x.keep(cell, v)
		return
	}
	x.result.Stated++
	x.settleCell(v.line, a.form.id(), cell.Address)
}

// several reports whether more than one number stands in the cell.
func (v value) several() bool { return v.torn != "" || strings.Contains(v.text, "\n") }

// keep keeps what is no value in its cell as it is written, for the rules to speak
// of, and tells it. Numbers on several lines are set apart by 、: blanks between
// them could be read as those of one.
func (x *recogniser) keep(cell model.Cell, v value) {
	written := strings.ReplaceAll(v.text, "\n", "、")
	if v.torn != "" {
		written += "、" + v.torn
	}
	if before := x.report.Written(cell.Address); before != "" {
		if before != written {
			x.unplaced(v.line, v.text, problemTwice, cell.Name(), before)
		}
		return
	}
	if err := x.report.Take(cell.Address, written); err != nil {
		x.unplaced(v.line, v.text, problemValue, cell.Name(), reasonOf(err))
		return
	}
	switch {
	case v.torn != "":
		x.unplaced(v.line, v.text, problemTorn, cell.Name(), v.text, v.torn)
		x.unplacedWith(v.below, v.line)
	case v.several():
		x.unplaced(v.line, v.text, problemSeveral, cell.Name(), written)
	default:
		x.unplaced(v.line, v.text, problemKept, cell.Name(), reasonOf(x.report.Refusal(cell.Address)))
	}
	l := &x.result.Lines[v.line]
	l.Section, l.Cells = model.SectionID(cell.Address.Table()), append(l.Cells, cell.Address)
}

func (x *recogniser) settleCell(line int, section model.SectionID, cells ...model.Address) {
	x.settle(line, FateCells, section)
	x.result.Lines[line].Cells = append(x.result.Lines[line].Cells, cells...)
}

// noteMark matches a number with the mark of a note behind it: 3*, 3①, 3[1], 3（注）.
// 3（1） may be one of which one is something.
var noteMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(.*[0-9０-９][^0-9０-９(（\[［〔【]?)[ \x{3000}]*([*＊※▲△★☆#＃†‡①-⑳]+|[\[［〔【]注?[0-9０-９]{0,2}[\]］〕】]|[(（]?注[0-9０-９①-⑳]{0,2}[)）]?)$`)
})

// withoutMark takes off the mark of a note.
func withoutMark(text string) (number, mark string) {
	if m := noteMark().FindStringSubmatch(text); m != nil && isValue(strings.TrimSpace(m[1])) {
		return strings.TrimSpace(m[1]), m[2]
	}
	return text, ""
}

// nothing reports whether a cell has a sign for nothing, or several: ——/——.
func nothing(text string) bool {
	return han.IsNothing(text) || text != "" && strings.Trim(text, "-－–—―−﹣_/／\\＼… \u3000") == ""
}

// withoutUnit takes off a unit that the cell has by itself.
func withoutUnit(kind model.Kind, text string) (number, unit string) {
	switch kind {
	case model.Amount:
		return text, ""
	case model.Money:
		if rest, ok := strings.CutSuffix(text, "万元"); ok {
			return strings.TrimSpace(rest), "万元"
		}
		return text, ""
	}
	if last, size := utf8.DecodeLastRuneInString(text); strings.ContainsRune(han.CellCounters, last) {
		return strings.TrimSpace(text[:len(text)-size]), string(last)
	}
	return text, ""
}
