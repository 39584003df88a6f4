package sheet

import (
	"strconv"
	"strings"

	"nianbao/export/ooxml"
	"nianbao/export/outline"
	"nianbao/export/typeset"
	"nianbao/model"
)

// table is a sheet with a table of the form: its title, and below it the table, in
// whose figures alone somebody can write.
type table struct {
	*workbook
	*ooxml.Part
	*outline.Table
	plan  typeset.TablePlan
	at    map[model.Address]string // references of the figures
	cover [][]*outline.Cell        // for each place, the cell that covers it
	words map[*outline.Cell]string // of a cell, with its line ends
}

// room is how much higher rows are than on paper: programs set lines further apart.
const room = 1.15

// headRows is how many rows stand above the table: its title.
const headRows = 1

func (w *workbook) table(t *outline.Table, plan typeset.TablePlan) {
	heads := headRows
	for _, row := range t.Rows {
		if !row.Head {
			break
		}
		heads++
	}
	if t.Rows[len(t.Rows)-1].Part > 0 { // heads of its own for each part
		heads = headRows
	}
	s := &table{workbook: w, Part: w.newSheet(heads), Table: t, plan: plan, at: map[model.Address]string{}}
	s.place()
	columns(s.Part, plan.Columns)
	s.Begin("sheetData")
	s.title()
	for i := range t.Rows {
		s.row(i)
	}
	s.End(1)
	// Without a password: whoever has to repair a sheet can.
	s.Empty("sheetProtection", "sheet", "1", "objects", "1", "scenarios", "1", "formatColumns", "0", "formatRows", "0")
	s.merge()
	s.validate()
	s.page(s.Part, true)
	s.asTyped()
	called := w.add(t.Name, s.Part)
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.Role == outline.Figure {
				w.names = append(w.names, name{cellName(c.Address), "'" + called + "'!" + absolute(c.Column, c.Row+headRows)})
			}
		}
	}
}

// cellName is what a cell is called in the workbook: nb_applications_received_person.
func cellName(a model.Address) string {
	return "nb_" + strings.ReplaceAll(string(a), ".", "_")
}

func absolute(column, row int) string { return "$" + letters(column) + "$" + strconv.Itoa(row+1) }

// place finds which cell covers which place.
func (s *table) place() {
	s.cover = make([][]*outline.Cell, len(s.Rows))
	for i := range s.cover {
		s.cover[i] = make([]*outline.Cell, s.Columns())
	}
	s.words = map[*outline.Cell]string{}
	n := 0
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			switch c.Role {
			case outline.Figure:
				s.at[c.Address] = reference(c.Column, c.Row+headRows)
			case outline.Head: // in columns so narrow that programs cut words
				s.words[&c] = strings.Join(s.plan.Lines[n], "\n")
			case outline.Band, outline.Corner, outline.Label:
				s.words[&c] = strings.Join(c.Parts, "\n")
			}
			n++
			for i := range c.RowSpan {
				for j := range c.ColSpan {
					s.cover[c.Row+i][c.Column+j] = &c
				}
			}
		}
	}
}

func (s *table) title() {
	const height = 30 // points
	look := s.looks.index(look{face: faceHei})
	s.Begin("row", "r", "1", "ht", points(height), "customHeight", "1")
	textCell(s.Part, reference(0, 0), look, s.Caption)
	s.End(1)
}

// row writes a row. Every place has a cell, for the rules around it.
func (s *table) row(i int) {
	s.Begin("row", "r", strconv.Itoa(i+headRows+1), "ht", points(room*s.plan.Rows[i]), "customHeight", "1")
	for column, c := range s.cover[i] {
		if c == nil {
			continue
		}
		at, style := reference(column, i+headRows), s.looks.index(s.look(*c))
		switch {
		case c.Row != i || c.Column != column:
			s.Empty("c", "r", at, "s", strconv.Itoa(style))
		case c.Role != outline.Figure:
			textCell(s.Part, at, style, s.words[c])
		case len(c.Sum) > 0:
			s.total(at, style, *c)
		case c.Text == "":
			s.Empty("c", "r", at, "s", strconv.Itoa(style))
		case isNumber(*c):
			s.Begin("c", "r", at, "s", strconv.Itoa(style))
			s.Leaf("v", strings.TrimPrefix(c.Text, "+"))
			s.End(1)
		default:
			textCell(s.Part, at, style, c.Text)
		}
	}
	s.End(1)
}

// look is how a cell looks.
func (s *table) look(c outline.Cell) look {
	l := look{face: faceTable, size: s.plan.Labels, wrap: true, boxed: true, upright: c.Vertical}
	if c.Centred || c.Role == outline.Figure {
		l.across = "center"
	}
	if c.Role != outline.Figure {
		return l
	}
	l.size, l.open, l.wrap = s.plan.Figures, len(c.Sum) == 0, false
	switch c.Kind {
	case model.Count:
		l.format = formatWhole
	case model.Change:
		l.format = formatChange
	case model.Money, model.Amount: // every digit as typed, with its unit
		l.format = formatText
	}
	return l
}

// isNumber tells a value that a cell can hold as a number, and shows as it is
// written.
func isNumber(c outline.Cell) bool {
	if c.Kind != model.Count && c.Kind != model.Change {
		return false
	}
	n, err := strconv.ParseInt(c.Text, 10, 64)
	const exact = 1 << 53 // beyond, not every number is one of a cell
	if err != nil || n > exact || n < -exact {
		return false
	}
	written := strconv.FormatInt(n, 10)
	if c.Kind == model.Change && n > 0 {
		written = "+" + written
	}
	return written == c.Text
}

// total writes a total: a formula, and what it gives now, as a number. It gives
// nothing as long as none of its parts is filled in.
func (s *table) total(at string, style int, c outline.Cell) {
	var parts []string
	for _, a := range c.Sum {
		parts = append(parts, s.at[a])
	}
	of := strings.Join(ranges(parts), ",")
	attributes := []string{"r", at, "s", strconv.Itoa(style)}
	if c.Text == "" {
		attributes = append(attributes, "t", "str")
	}
	s.Begin("c", attributes...)
	s.Leaf("f", `IF(COUNT(`+of+`)=0,"",SUM(`+of+`))`)
	s.Leaf("v", c.Text)
	s.End(1)
}

// ranges puts references that follow each other along a row or down a column
// together: C5:G5.
func ranges(parts []string) []string {
	var all []string
	for i := 0; i < len(parts); {
		j := i
		for _, step := range [][2]int{{1, 0}, {0, 1}} {
			k := i
			for k+1 < len(parts) && follows(parts[k], parts[k+1], step) {
				k++
			}
			j = max(j, k)
		}
		if j > i {
			all = append(all, parts[i]+":"+parts[j])
		} else {
			all = append(all, parts[i])
		}
		i = j + 1
	}
	return all
}

// follows reports whether a reference is a step away from another.
func follows(a, b string, step [2]int) bool {
	column, row := placeOf(a)
	return reference(column+step[0], row+step[1]) == b
}

// placeOf takes a reference apart.
func placeOf(at string) (column, row int) {
	digits := strings.IndexAny(at, "0123456789")
	for _, r := range at[:digits] {
		column = column*26 + int(r-'A') + 1
	}
	row, _ = strconv.Atoi(at[digits:]) // it was made here
	return column - 1, row - 1
}

// merge joins the places of cells over several.
func (s *table) merge() {
	all := []string{reference(0, 0) + ":" + reference(s.Columns()-1, 0)}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.RowSpan > 1 || c.ColSpan > 1 {
				all = append(all, reference(c.Column, c.Row+headRows)+":"+reference(c.Column+c.ColSpan-1, c.Row+c.RowSpan-1+headRows))
			}
		}
	}
	merged(s.Part, all)
}

// validate has the program that shows the sheet refuse what is no number, with a
// word on what to type.
func (s *table) validate() {
	places := map[model.Kind][]string{}
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Role == outline.Figure && len(c.Sum) == 0 {
				places[c.Kind] = append(places[c.Kind], s.at[c.Address])
			}
		}
	}
	kinds := []struct {
		kind     model.Kind
		least    string
		sentence string
	}{{model.Count, "0", badCount}, {model.Change, "-999999999999", badChange}}
	n := 0
	for _, k := range kinds {
		if len(places[k.kind]) > 0 {
			n++
		}
	}
	if n == 0 {
		return
	}
	s.Begin("dataValidations", "count", strconv.Itoa(n))
	for _, k := range kinds {
		if len(places[k.kind]) == 0 {
			continue
		}
		s.Begin("dataValidation", "type", "whole", "operator", "greaterThanOrEqual", "allowBlank", "1", "showErrorMessage", "1",
			"errorTitle", badCountTitle, "error", k.sentence, "sqref", strings.Join(ranges(places[k.kind]), " "))
		s.Leaf("formula1", k.least)
		s.End(1)
	}
	s.End(1)
}

// asTyped says that numbers among text are meant so (18.3.1.51).
func (s *table) asTyped() {
	var places []string
	for _, row := range s.Rows {
		for _, c := range row.Cells {
			if c.Role == outline.Figure && s.look(c).format == formatText {
				places = append(places, s.at[c.Address])
			}
		}
	}
	if len(places) > 0 {
		s.Begin("ignoredErrors")
		s.Empty("ignoredError", "sqref", strings.Join(places, " "), "numberStoredAsText", "1")
		s.End(1)
	}
}
