package typeset

import (
	"strings"

	"nianbao/export/outline"
	"nianbao/fonts"
)

// Plan is what a paper decides beside lines and pages: for formats whose readers
// break these themselves. Lengths are in points.
type Plan struct {
	Paper     Paper
	Title     []string // by line: no word is cut
	TitleSize float64
	Tables    []TablePlan // of the outline's tables, in order
	Signature []Signed
	Missing   []Missing // characters that none of the faces has
}

// TablePlan is how a table is set so that its figures fit its columns and it
// fits a page.
type TablePlan struct {
	Columns         []float64 // widths
	Rows            []float64 // heights
	Labels, Figures float64   // type sizes
	// Lines is the wording of each cell by line, in the order of the table's rows
	// and their cells.
	Lines [][]string
}

// Signed is a line of the signature and how far from the left edge of the text
// it begins.
type Signed struct {
	Text string
	Left float64
}

// PlanFor plans a report for a paper.
func PlanFor(report *outline.Document, set *fonts.Set, paper Paper) Plan {
	s := newSetter(set, paper, nil)
	plan := Plan{Paper: paper}
	for i, it := range s.title(report.Title) {
		plan.TitleSize = it.style.size
		plan.Title = append(plan.Title, it.words(report.Title[i])...)
	}
	for i := range report.Blocks {
		b := &report.Blocks[i]
		s.where = func() string { return wordsPlace(b) }
		if it := s.block(b); it.table != nil {
			plan.Tables = append(plan.Tables, it.table.plan())
		}
	}
	s.where = func() string { return placeSignature }
	texts := []string{report.Signature.Agency, report.Signature.Date}
	for i, it := range s.signature(report.Signature) {
		for _, line := range it.words(texts[i]) {
			plan.Signature = append(plan.Signature, Signed{line, it.shift * paper.Cell})
		}
	}
	plan.Missing = s.missing
	return plan
}

// words is the text of an item by line.
func (it item) words(text string) []string {
	return wordsOf(cut(it.atoms, it.lines), text)
}

// wordsOf is a text by the lines that its atoms were broken into. Where these are
// not all of it, because no face has a character, it is left in one line.
func wordsOf(lines [][]atom, text string) []string {
	all := make([]string, len(lines))
	for i, line := range lines {
		var b strings.Builder
		for _, a := range line {
			for _, g := range a.glyphs {
				b.WriteRune(g.char)
			}
		}
		all[i] = b.String()
	}
	if strings.Join(all, "") != text {
		return []string{text}
	}
	return all
}

func (m *table) plan() TablePlan {
	p := TablePlan{Rows: m.heights, Labels: m.size, Figures: m.figures}
	for i := range m.widths {
		p.Columns = append(p.Columns, m.edges[i+1]-m.edges[i])
	}
	for _, c := range m.cells {
		p.Lines = append(p.Lines, wordsOf(c.lines, strings.Join(c.Parts, "")))
	}
	return p
}
