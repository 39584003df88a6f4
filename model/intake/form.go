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
	turned  bool      // printed in another shape than the form's
}

// formRow is a row of numbers in the form.
type formRow struct {
	part    int
	name    string // its label as the form prints it
	label   wording
	cells   []model.Cell
	heads   []wording   // of its columns: the innermost label of each
	columns [][]wording // all labels of its columns, outermost first
}

// forms lists the tables of all editions, each in the order of the form.
func forms() []*form {
	var all []*form
	for _, e := range model.Editions() {
		for _, s := range e.Sections {
			if s.Table != nil {
				f := newForm(e, s)
				all = append(all, f)
				if len(f.rows) == 1 {
					all = append(all, f.turn(byGroup), f.turn(byOutcome))
				}
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
				row.name = g.Cell.RowLabels[len(g.Cell.RowLabels)-1]
				row.label = wordingOf(row.name)
			}
			f.addGroups(g.Cell.RowLabels)
			row.part = gridRow.Part
			row.cells = append(row.cells, *g.Cell)
			row.head(g.Cell.ColumnLabels)
		}
		if len(row.cells) > 0 {
			f.rows = append(f.rows, row)
		}
	}
	return f
}

// head adds the labels over a cell.
func (r *formRow) head(labels []string) {
	all := make([]wording, len(labels))
	for i, l := range labels {
		all[i] = wordingOf(l)
	}
	r.heads = append(r.heads, all[len(all)-1])
	r.columns = append(r.columns, all)
}

// byGroup and byOutcome are the two ways of printing a table of one row upright:
// a row for each label of the level above the columns, or for each column.
func byGroup(labels []string) (row, column []string) {
	return labels[:len(labels)-1], labels[len(labels)-1:]
}

func byOutcome(labels []string) (row, column []string) {
	return labels[len(labels)-1:], labels[:len(labels)-1]
}

// turn is a table of one row as some print it, in several.
func (f *form) turn(part func(labels []string) (row, column []string)) *form {
	t := *f
	t.rows, t.turned = nil, true
	for _, c := range f.rows[0].cells {
		if len(c.ColumnLabels) < 2 {
			return &t
		}
		label, column := part(c.ColumnLabels)
		name := label[len(label)-1]
		at := slices.IndexFunc(t.rows, func(r formRow) bool { return r.name == name })
		if at < 0 {
			at = len(t.rows)
			t.rows = append(t.rows, formRow{part: f.rows[0].part, name: name, label: wordingOf(name)})
			t.addGroups(label)
		}
		t.rows[at].cells = append(t.rows[at].cells, c)
		t.rows[at].head(column)
	}
	return &t
}

// addGroups notes all labels but the last.
func (f *form) addGroups(labels []string) {
	f.groups = slices.Clip(f.groups) // a turned table has those of the other
	for _, l := range labels[:max(0, len(labels)-1)] {
		if group := letters(l); !slices.Contains(f.groups, group) {
			f.groups = append(f.groups, group)
		}
	}
}

// id is the section of the table.
func (f *form) id() model.SectionID { return f.section.ID }

// unlabelled reports whether the table is one row without a label (table four).
func (f *form) unlabelled() bool { return len(f.rows) == 1 && f.rows[0].name == "" }

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

// labels are the letters of the labels of all tables that are looked for.
type labels struct {
	rows map[string]bool // of rows
	all  map[string]bool // of rows and columns
	left []string        // of rows and of the groups over them
	over map[string]bool // of those groups
}

// hasPart tells letters that a label of rows begins with, or ends with.
func (l *labels) hasPart(letters string, end bool) bool {
	return letters != "" && slices.ContainsFunc(l.left, func(label string) bool {
		return end && strings.HasSuffix(label, letters) || !end && strings.HasPrefix(label, letters)
	})
}

func labelsOf(forms []*form) *labels {
	l := &labels{rows: map[string]bool{}, all: map[string]bool{}, over: map[string]bool{}}
	for _, f := range forms {
		l.left = append(l.left, f.groups...)
		for _, g := range f.groups {
			l.over[g] = true
		}
		for _, w := range f.words {
			l.all[w.whole] = true
		}
		for _, r := range f.rows {
			if r.label.whole != "" {
				l.rows[r.label.whole] = true
				l.left = append(l.left, r.label.whole)
			}
		}
	}
	return l
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
