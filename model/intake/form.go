package intake

import (
	"slices"
	"strings"

	"nianbao/model"
)

// form is a table of an edition, as the recognition looks for it. All of it is
// derived from the edition's data.
type form struct {
	edition *model.Edition
	section model.Section
	rows    []formRow
	heads   []wording // of columns, bands and corners
	words   []wording // of all labels, groups included
	texts   []string  // the same as the form prints them
	groups  []string  // letters of the labels that stand over several rows
}

// formRow is a row of numbers in the form.
type formRow struct {
	part  int
	label wording
	cells []model.Cell
	heads []wording // of its columns: the innermost label of each
}

// forms lists the tables of all editions, each in the order of the form.
func forms() []*form {
	var all []*form
	for _, e := range model.Editions() {
		for _, s := range e.Sections {
			if s.Table != nil {
				all = append(all, newForm(e, s))
			}
		}
	}
	return all
}

func newForm(e *model.Edition, s model.Section) *form {
	f := &form{edition: e, section: s}
	for _, gridRow := range s.Table.Grid().Rows {
		var row formRow
		for _, g := range gridRow.Cells {
			switch {
			case g.Role != model.RoleValue:
				f.words, f.texts = append(f.words, wordingOf(g.Text)), append(f.texts, g.Text)
				if g.Role != model.RoleLabel {
					f.heads = append(f.heads, wordingOf(g.Text))
				}
				continue
			case len(g.Cell.RowLabels) > 0:
				row.label = wordingOf(g.Cell.RowLabels[len(g.Cell.RowLabels)-1])
			}
			f.addGroups(g.Cell.RowLabels)
			row.part = gridRow.Part
			row.cells = append(row.cells, *g.Cell)
			row.heads = append(row.heads, wordingOf(g.Cell.ColumnLabels[len(g.Cell.ColumnLabels)-1]))
		}
		if len(row.cells) > 0 {
			f.rows = append(f.rows, row)
		}
	}
	return f
}

// addGroups notes all labels but the last.
func (f *form) addGroups(labels []string) {
	for _, l := range labels[:max(0, len(labels)-1)] {
		if group := letters(l); !slices.Contains(f.groups, group) {
			f.groups = append(f.groups, group)
		}
	}
}

// id is the section of the table.
func (f *form) id() model.SectionID { return f.section.ID }

// knows tells a wording that belongs to the table: one of its labels, a piece
// of one that was torn apart, or nearly one.
func (f *form) knows(w wording) bool {
	return f.hasPiece(w.whole) || slices.ContainsFunc(f.words, func(known wording) bool {
		return alike(w.stem, known.stem) >= sureAlike
	})
}

// hasPiece tells letters that stand one after the other in a label.
func (f *form) hasPiece(letters string) bool {
	return slices.ContainsFunc(f.words, func(known wording) bool { return strings.Contains(known.whole, letters) })
}

// hasPieces tells a text each word of which is a piece of a label: a row of
// heads that lost what stood between them.
func (f *form) hasPieces(text string) bool {
	for field := range strings.FieldsSeq(text) {
		if !f.hasPiece(letters(field)) {
			return false
		}
	}
	return true
}

// totals is the number of the row's cells that are sums over the row.
func (r *formRow) totals() int {
	n := 0
	for _, c := range r.cells {
		if len(c.Across) > 0 {
			n++
		}
	}
	return n
}
