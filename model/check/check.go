// Package check holds the rules a report is checked against and says what it
// finds. A finding is a rule's code, the cells or the place in the prose, and
// the values on both sides; its wording stands apart in messages.go.
//
// Saving never asks the rules.
package check

import (
	"cmp"
	"fmt"
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

// Title is the section of findings about the title, beside the sections of
// package model.
const Title model.SectionID = "title"

// Place is a stretch of prose: characters Start to End of a block's text.
type Place struct {
	Block, Start, End int
}

// Finding is one thing that a rule has to say.
type Finding struct {
	Rule        string // its code: C01
	Level       Level
	Section     model.SectionID
	Cells       []model.Address // in the order of the form
	Place       *Place          // in the section's prose, for rules about wording
	Left, Right string          // the two values that should agree

	wording string // key into messages
	values  []any  // for the wording
}

// Message is the finding in one Chinese sentence or two: where, what is wrong,
// what to do. It stands on one line whatever the report holds.
func (f Finding) Message() string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, fmt.Sprintf(messages[f.wording], f.values...))
}

// Run checks a report against all rules of its edition. The findings are
// ordered by code and then as the form is read; the same report always gives
// the same ones.
func Run(r *model.Report) []Finding {
	c := &checker{Report: r, edition: r.Edition()}
	for _, rule := range rules {
		if rule.edition != "" && rule.edition != c.edition.ID {
			continue
		}
		c.rule = rule
		rule.run(c)
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Compare(a.Rule, b.Rule) })
	return c.findings
}

// Counts is the number of findings of each level.
type Counts struct{ E, W, I int }

// Count counts findings by level.
func Count(findings []Finding) Counts {
	var n Counts
	for _, f := range findings {
		switch f.Level {
		case Error:
			n.E++
		case Warning:
			n.W++
		case Info:
			n.I++
		}
	}
	return n
}

// checker is one run over a report.
type checker struct {
	*model.Report
	edition  *model.Edition
	rule     rule
	findings []Finding
}

// find adds a finding of the rule at work. The wording is the rule's own, or
// its variant's when one is named.
func (c *checker) find(f Finding, variant string, values ...any) {
	f.Rule = c.rule.id
	if f.Level == "" {
		f.Level = c.rule.level
	}
	f.wording, f.values = c.rule.id+variant, values
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
