// Package check holds the rules a report is checked against and says what it
// finds. A finding is a rule's code, the cells or the place in the prose, and
// the values on both sides; its wording stands apart in messages.go. What the
// rules say and why is listed in rules.go.
//
// A hint can be answered (已核): the reason is kept with the report, and holds
// until a number or the passage it spoke of changes.
//
// Saving never asks the rules. Begin with [Run]; a window that is typed into keeps a
// [Checker].
package check

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"nianbao/model"
)

// Level is how much a finding matters.
type Level string

// The levels.
const (
	Error   Level = "E" // 错误: printed, it would be wrong
	Warning Level = "W" // 提示: probably wrong; can be answered
	Info    Level = "I" // 参考
)

// Where findings can be, beside the sections of package model.
const (
	Title     model.SectionID = "title"
	Signature model.SectionID = "signature" // 落款 and 成文日期
)

// Place is a stretch of prose: characters Start to End of a block's text, or of
// its sub-heading.
type Place struct {
	Block, Start, End int
	Heading           bool
}

// Passage is a paragraph beside the one of last year's report that it is most
// like; compare.Texts tells what changed.
type Passage struct {
	Section      model.SectionID
	Place        Place // of the paragraph
	Text, Before string
	Similarity   float64 // 0 to 1
}

// Finding is one thing that a rule has to say.
type Finding struct {
	Rule        string // its code: C01
	Level       Level
	Section     model.SectionID
	Cells       []model.Address // in the order of the form
	Place       *Place          // in the section's prose, for rules about wording
	Left, Right string          // the two values that should agree
	Passages    []Passage       // beside last year's, for what was left standing (S09, S20)
	Answer      string          // why somebody let it stand; empty while nobody has
	Source      bool            // of the document that the report was read from: printing mends it
	Stage       Stage           // of the work, from which on it is an objection

	form    *model.Edition // in whose terms it speaks
	wording string         // key into messages
	values  []any          // for the wording
	passage string         // stands for the paragraph it speaks of
	witness string         // of both sides and the passage, see answers.go
}

// Message is the finding in one Chinese sentence or two: where, what is wrong,
// what to do. It stands on one line whatever the report holds.
func (f Finding) Message() string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, worded(f.form, f.wording, f.values))
}

// Run checks a report against all rules of its edition. The findings are
// ordered by code and then as the form is read; the same report always gives
// the same ones.
//
// previous is the same agency's report of the year before, for the rules across
// years; without it, or when it is of another year, they are silent.
func Run(r, previous *model.Report) []Finding { return new(Checker).Run(r, previous) }

// Checker runs the rules again and again over a report that is being edited,
// and reads only those paragraphs anew that have changed. The zero value is
// ready. It belongs to one goroutine; previous must not change between runs.
type Checker struct {
	readings map[string]*reading
	previous *model.Report
	agency   model.Agency
	rules    []rule         // for the form of the last run
	form     *model.Edition // of the last run
	year     int            // of the last run
	prints   func(rune) bool
}

// Run is the package's Run.
func (k *Checker) Run(r, previous *model.Report) []Finding {
	if previous != nil && previous.Year != r.Year-1 {
		previous = nil
	}
	c := k.begin(r, previous)
	c.runAll(k.rules)
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Compare(a.Rule, b.Rule) })
	c.answer()
	return c.findings
}

// runAll runs the rules in the order of the list.
func (c *checker) runAll(rules []rule) {
	for _, r := range rules {
		c.rule = r
		r.run(c)
	}
}

// Counts is the number of findings of each level.
type Counts struct{ E, W, I int }

// Count counts findings by level, those left out that somebody has answered.
func Count(findings []Finding) Counts {
	var n Counts
	for _, f := range findings {
		switch {
		case f.Answer != "":
		case f.Level == Error:
			n.E++
		case f.Level == Warning:
			n.W++
		case f.Level == Info:
			n.I++
		}
	}
	return n
}

// Wrong counts what would be wrong on paper: errors that nobody has answered, but for
// those of the document that the report was read from.
func Wrong(findings []Finding) int {
	n := 0
	for _, f := range findings {
		if f.Level == Error && f.Answer == "" && !f.Source {
			n++
		}
	}
	return n
}

// checker is one run over a report.
type checker struct {
	report     *model.Report
	last       *model.Report // of the year before; nil when there is none
	edition    *model.Edition
	paragraphs []paragraph                 // all prose in the order of the form
	claimed    []claims                    // what each of them claims
	before     []paragraph                 // last year's
	counted    map[model.Address]cellCount // that were asked for
	rule       rule
	findings   []Finding
	prints     func(rune) bool // whether a character can be printed; may be nil
	tied       func(Tie)       // hears of numbers that agree with a cell; may be nil
	anyValue   bool            // or are named like one
}

// find adds a finding of the rule at work. The wording is the rule's own, or
// its variant's when one is named.
func (c *checker) find(f Finding, variant string, values ...any) {
	f.Rule = c.rule.id
	if f.Level == "" {
		f.Level = c.rule.level
	}
	f.Stage = c.stageOf(f)
	f.form, f.wording, f.values = c.edition, c.rule.id+variant, values
	c.findings = append(c.findings, f)
}

// cells are the cells of one table in the order of the form. They are shared:
// rules only read them.
func (c *checker) cells(table model.SectionID) []model.Cell {
	all, prefix := c.edition.Cells(), string(table)+"."
	in := func(cell model.Cell) bool { return strings.HasPrefix(string(cell.Address), prefix) }
	first := slices.IndexFunc(all, in)
	if first < 0 {
		return nil
	}
	all = all[first:]
	if end := slices.IndexFunc(all, func(cell model.Cell) bool { return !in(cell) }); end >= 0 {
		all = all[:end]
	}
	return all
}

// name is how messages name a cell.
func (c *checker) name(a model.Address) string {
	cell, _ := c.edition.Cell(a)
	return cell.Name()
}
