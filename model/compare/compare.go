// Package compare says what differs between two versions of a report, by cell
// and by paragraph. Begin with [Reports].
package compare

import (
	"slices"

	"nianbao/model"
)

// Comparison is what differs between two reports.
type Comparison struct {
	Particulars []Particular
	Cells       []Cell
	Paragraphs  []Paragraph // that differ, in the order of the form
}

// Particular is a particular of the report that differs.
type Particular struct{ Name, Before, After string }

// Cell is a number that differs. Totals are left out: they follow.
type Cell struct {
	Address       model.Address
	Name          string // in words
	Before, After string // empty: 未填
}

// Paragraph is a paragraph, or a heading, that differs. One side is empty for
// one that was added or removed.
type Paragraph struct {
	Section       string // its title
	Before, After string
}

// Reports compares two reports.
func Reports(before, after *model.Report) Comparison {
	return Comparison{
		Particulars: particulars(before, after),
		Cells:       cells(before, after),
		Paragraphs:  paragraphs(before, after),
	}
}

// Size is the size of the change: cells that differ, and characters that went or
// came.
func (c Comparison) Size() (cells, characters int) {
	for _, p := range c.Particulars {
		characters += changed(p.Before, p.After)
	}
	for _, p := range c.Paragraphs {
		characters += changed(p.Before, p.After)
	}
	return len(c.Cells), characters
}

func particulars(before, after *model.Report) []Particular {
	var all []Particular
	add := func(name, b, a string) {
		if b != a {
			all = append(all, Particular{name, b, a})
		}
	}
	add(nameAgency, before.Agency.Name, after.Agency.Name)
	add(nameShort, before.Agency.Short, after.Agency.Short)
	add(nameKind, before.Agency.Kind.Name(), after.Agency.Kind.Name())
	add(nameTitle, before.Title, after.Title)
	add(nameNumbering, string(before.Numbering), string(after.Numbering))
	add(nameSignature, before.Signature.Agency, after.Signature.Agency)
	add(nameDate, before.Signature.Date, after.Signature.Date)
	return all
}

// cells compares by address; of two editions, cells that only one of them has
// count as blank in the other. They are told in the order of the later form; a file
// may hold cells of any.
func cells(before, after *model.Report) []Cell {
	differ := map[model.Address]bool{}
	for _, r := range []*model.Report{before, after} {
		for _, written := range []map[model.Address]string{r.Cells, r.Unread} {
			for a := range written {
				if before.Written(a) != after.Written(a) {
					differ[a] = true
				}
			}
		}
	}
	var all []Cell
	for _, e := range append([]*model.Edition{after.Edition(), before.Edition()}, model.Editions()...) {
		if len(differ) == 0 {
			break
		}
		for _, c := range e.Cells() {
			if a := c.Address; differ[a] && !c.Total() {
				all = append(all, Cell{a, c.Name(), before.Written(a), after.Written(a)})
				delete(differ, a)
			}
		}
	}
	return all
}

func paragraphs(before, after *model.Report) []Paragraph {
	var all []Paragraph
	for _, s := range sections(before, after) {
		b, a := lines(before, s.ID), lines(after, s.ID)
		for _, p := range pair(b, a) {
			switch {
			case p.before < 0:
				all = append(all, Paragraph{Section: s.Name(), After: a[p.after]})
			case p.after < 0:
				all = append(all, Paragraph{Section: s.Name(), Before: b[p.before]})
			case b[p.before] != a[p.after]:
				all = append(all, Paragraph{s.Name(), b[p.before], a[p.after]})
			}
		}
	}
	return all
}

// sections are the parts that are prose in either report, those of the later one
// first.
func sections(before, after *model.Report) []model.Section {
	var all []model.Section
	for _, r := range []*model.Report{after, before} {
		for _, s := range r.Edition().Prose() {
			if !slices.ContainsFunc(all, func(known model.Section) bool { return known.ID == s.ID }) {
				all = append(all, s)
			}
		}
	}
	return all
}

// lines are the headings and paragraphs of a section.
func lines(r *model.Report, id model.SectionID) []string {
	var all []string
	headings := r.Headings(id)
	for i, b := range r.Narrative[id] {
		if headings[i] != "" {
			all = append(all, headings[i])
		}
		all = append(all, b.Paragraphs()...)
	}
	return all
}
