package pdftext

import (
	"slices"
	"testing"

	"nianbao/model/intake/source"
)

// TestLinePlaces: lines of different cells that lie together are at one place, and a line
// belongs to the nearest.
func TestLinePlaces(t *testing.T) {
	got := places([]float64{104.5, 50, 100, 109, 120, 54.6})
	if !slices.Equal(got, []float64{50, 54.6, 100, 120}) {
		t.Errorf("%v", got)
	}
	for at, want := range map[float64]int{-5: 0, 10: 0, 14: 0, 15: 0, 16: 1, 20: 1, 24.9: 1, 25.1: 2, 30: 2, 99: 2} {
		if got := nearest([]float64{10, 20, 30}, at); got != want {
			t.Errorf("%v is at %d, want %d", at, got, want)
		}
	}
}

// TestCrosses: lines that end short of each other by a little meet.
func TestCrosses(t *testing.T) {
	along := rule{at: 10, from: 0, to: 50}
	for _, tt := range []struct {
		down rule
		want bool
	}{
		{rule{at: 50 + near, from: 0, to: 20, upright: true}, true},
		{rule{at: 50.1 + near, from: 0, to: 20, upright: true}, false},
		{rule{at: -near, from: 0, to: 20, upright: true}, true},
		{rule{at: -0.1 - near, from: 0, to: 20, upright: true}, false},
		{rule{at: 20, from: 10 + near, to: 20, upright: true}, true},
		{rule{at: 20, from: 10.1 + near, to: 20, upright: true}, false},
		{rule{at: 20, from: 0, to: 10 - near, upright: true}, true},
		{rule{at: 20, from: 0, to: 9.9 - near, upright: true}, false},
		{rule{at: 10, from: 0, to: 50}, false},
	} {
		if along.crosses(tt.down) != tt.want || tt.down.crosses(along) != tt.want {
			t.Errorf("%v: not %v", tt.down, tt.want)
		}
	}
}

// TestUnite: tables that go on on another page get the same columns, of all that either
// has, and their cells stay where they were.
func TestUnite(t *testing.T) {
	a := &table{columns: []float64{0, 50, 100}, cells: []*cell{{column: 0, columns: 1}, {column: 1, columns: 1}}}
	b := &table{columns: []float64{1, 30, 51, 99}, cells: []*cell{{column: 0, columns: 1}, {column: 1, columns: 1}, {column: 2, columns: 1}}}
	unite([]*table{a, b})
	var got [][2]int
	for _, c := range slices.Concat(a.cells, b.cells) {
		got = append(got, [2]int{c.column, c.columns})
	}
	if want := [][2]int{{0, 2}, {2, 1}, {0, 1}, {1, 1}, {2, 1}}; !slices.Equal(got, want) {
		t.Errorf("cells %v, want %v", got, want)
	}
	if want := []float64{0, 30, 50, 99}; !slices.Equal(a.columns, want) || !slices.Equal(b.columns, want) {
		t.Errorf("columns %v and %v, want %v", a.columns, b.columns, want)
	}
	for n, united := range map[int]bool{source.MaxCells: true, source.MaxCells + 1: false} {
		narrow, wide := &table{columns: []float64{0, 20}}, &table{columns: apart(n + 1)}
		if unite([]*table{narrow, wide}); (len(narrow.columns) == n+1) != united || len(wide.columns) != n+1 {
			t.Errorf("%d columns: %d and %d", n, len(narrow.columns)-1, len(wide.columns)-1)
		}
	}
}

// TestContinues: a table goes on in another that has its edges, nearly.
func TestContinues(t *testing.T) {
	first := &table{columns: []float64{72, 100, 500}}
	for _, tt := range []struct {
		left, right float64
		want        bool
	}{{72, 500, true}, {72 + near, 500 - near, true}, {72.1 + near, 500, false}, {72, 500.1 + near, false}} {
		if got := (&table{columns: []float64{tt.left, 200, tt.right}}).continues(first); got != tt.want {
			t.Errorf("from %v to %v: %v", tt.left, tt.right, got)
		}
	}
}

// box are the lines of a table with these places.
func box(columns, rows []float64) []rule {
	var all []rule
	for _, x := range columns {
		all = append(all, rule{at: x, from: rows[0], to: rows[len(rows)-1], upright: true})
	}
	for _, y := range rows {
		all = append(all, rule{at: y, from: columns[0], to: columns[len(columns)-1]})
	}
	return all
}

// apart are so many places, a cell's width from each other.
func apart(n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = 20 * float64(i)
	}
	return all
}

// TestTableSize: a table has two columns at least, and not more cells than are read.
func TestTableSize(t *testing.T) {
	for _, tt := range []struct {
		columns, rows int
		want          bool
	}{
		{2, 1, true},
		{1, 1, false},
		{1, 2, false},
		{2, 0, false},
		{source.MaxCells, 1, true},
		{source.MaxCells + 1, 1, false},
		{2, maxRows, true},
		{2, maxRows + 1, false},
	} {
		if got := newTable(box(apart(tt.columns+1), apart(tt.rows+1))); (got != nil) != tt.want || got != nil && len(got.cells) != tt.columns*tt.rows {
			t.Errorf("%d columns, %d rows: %v", tt.columns, tt.rows, got != nil)
		}
	}
}

// TestCells: which spaces between lines are one cell.
func TestCells(t *testing.T) {
	without := func(rules []rule, cut rule) []rule {
		return slices.DeleteFunc(rules, func(r rule) bool { return r == cut })
	}
	three, two := []float64{0, 20, 40, 60}, []float64{0, 20, 40}
	for _, tt := range []struct {
		name  string
		rules []rule
		want  [][4]int // row, column, rows, columns
	}{
		{"each", box(two, two), [][4]int{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}}},
		{
			"over two columns", append(without(box(three, two), rule{at: 20, from: 0, to: 40, upright: true}), rule{at: 20, from: 20, to: 40, upright: true}),
			[][4]int{{0, 0, 1, 2}, {0, 2, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}, {1, 2, 1, 1}},
		},
		{
			"over two rows", append(without(box(two, three), rule{at: 20, from: 0, to: 40}), rule{at: 20, from: 20, to: 40}),
			[][4]int{{0, 0, 2, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}, {2, 0, 1, 1}, {2, 1, 1, 1}},
		},
		{
			"a line that ends a little before", append(without(box(two, three), rule{at: 20, from: 0, to: 40}), rule{at: 20, from: 0, to: 37}),
			[][4]int{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}, {2, 0, 1, 1}, {2, 1, 1, 1}},
		},
	} {
		var got [][4]int
		for _, c := range newTable(tt.rules).cells {
			got = append(got, [4]int{c.row, c.column, c.rows, c.columns})
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestFillIn: lines with text in two cells at least, of which two are in one row, and not
// with a whole page in one, are a table; it takes its text off the page.
func TestFillIn(t *testing.T) {
	two := []float64{0, 100, 200}
	text := func(n int) []glyph {
		all := make([]glyph, n)
		for i := range all {
			all[i] = sign("甲", 10, 10+float64(i)/4, 10)
			all[i].text += string(rune('a' + i%20)) // not printed twice
		}
		return all
	}
	askew := glyph{text: "丁", at: point{150, 50}, width: 10, size: 10, dx: 0.7, dy: 0.7}
	for _, tt := range []struct {
		name          string
		columns, rows []float64
		glyphs        []glyph
		left          int // on the page; -1: no table
	}{
		{"two", two, []float64{0, 100}, []glyph{sign("甲", 10, 50, 10), sign("乙", 110, 50, 10)}, 0},
		{"and a text beside", two, []float64{0, 100}, []glyph{sign("甲", 10, 50, 10), sign("乙", 110, 50, 10), sign("丙", 210, 50, 10)}, 1},
		{"and a stamp over it", two, []float64{0, 100}, []glyph{sign("甲", 10, 50, 10), sign("乙", 110, 50, 10), askew}, 1},
		{"not: one", two, []float64{0, 100}, []glyph{sign("甲", 10, 50, 10), sign("乙", 20, 50, 10)}, -1},
		{"as much as may be in one", two, []float64{0, 100}, append(text(100), sign("乙", 110, 50, 10)), 0},
		{"not: more", two, []float64{0, 100}, append(text(101), sign("乙", 110, 50, 10)), -1},
	} {
		s := &sheet{glyphs: tt.glyphs}
		table := newTable(box(tt.columns, tt.rows))
		is := s.fillIn(table)
		if is != (tt.left >= 0) || is && len(s.glyphs) != tt.left || !is && len(s.glyphs) != len(tt.glyphs) {
			t.Errorf("%s: %v, %d glyphs left", tt.name, is, len(s.glyphs))
		}
	}
	last := newTable(append(box([]float64{0, 200}, []float64{0, 100, 200, 300}), rule{at: 100, from: 200, to: 300, upright: true}))
	s := &sheet{glyphs: []glyph{sign("甲", 10, 50, 10), sign("乙", 10, 150, 10)}}
	if !s.fillIn(last) {
		t.Error("a table is none where only its last row has two cells")
	}
	wide := newTable(append(box([]float64{0, 200}, two), rule{at: 100, from: 197, to: 200, upright: true}))
	s = &sheet{glyphs: []glyph{sign("甲", 10, 50, 10), sign("乙", 10, 150, 10)}}
	if s.fillIn(wide) {
		t.Error("rows of one cell each are a table")
	}
}

// TestIn: a word is in the cell that its middle is in, a little over its baseline.
func TestIn(t *testing.T) {
	two := newTable(box([]float64{0, 100, 200}, []float64{0, 100, 200}))
	for _, tt := range []struct {
		x, y float64
		want int // its cell; -1: none
	}{
		{10, 50, 0},
		{110, 50, 1},
		{10, 150, 2},
		{190, 190, 3},
		{94, 50, 0},
		{96, 50, 1},
		{10, 103, 0},
		{10, 104, 2},
		{-5, 50, 0},
		{-6, 50, -1},
		{195, 50, 1},
		{196, 50, -1},
		{10, 3.5, 0},
		{10, 3, -1},
		{10, 203.5, 2},
		{10, 204, -1},
	} {
		got := slices.Index(two.cells, two.at([]glyph{sign("甲", tt.x, tt.y, 10)}))
		if got != tt.want {
			t.Errorf("at %v, %v: in %d, want %d", tt.x, tt.y, got, tt.want)
		}
	}
	word := []glyph{sign("1", 80, 50, 10), sign("2", 90, 50, 10), sign("3", 100, 50, 30)}
	if two.at(word) != two.cells[1] {
		t.Error("the middle of a word is not that of all its signs")
	}
	down := glyph{text: "甲", at: point{97, 50}, width: 10, size: 10, dy: 1} // its line runs down: it stands on the left of its middle
	if two.at([]glyph{down}) != two.cells[1] {
		t.Error("a turned word is where its upright one would be")
	}
}

// TestTogether: figures that touch are a number, whatever else stands alone.
func TestTogether(t *testing.T) {
	for _, tt := range []struct {
		name   string
		glyphs []glyph
		want   int
	}{
		{"a number", []glyph{sign("1", 0, 0, 5), sign("2", 5, 0, 5), sign(".", 10, 0, 5)}, 1},
		{"a little apart", []glyph{sign("1", 0, 0, 5), sign("2", 6.1, 0, 5)}, 1},
		{"apart", []glyph{sign("1", 0, 0, 5), sign("2", 6.3, 0, 5)}, 2},
		{"one over the other", []glyph{sign("1", 0, 0, 5), sign("2", 5, 1.3, 5)}, 2},
		{"words", []glyph{sign("甲", 0, 0, 5), sign("乙", 5, 0, 5), sign("1", 10, 0, 5), sign("甲", 15, 0, 5)}, 4},
	} {
		if got := together(tt.glyphs); len(got) != tt.want {
			t.Errorf("%s: %d", tt.name, len(got))
		}
	}
}

// TestManyTables: tables are read down the page; a page with more lines than a report has is
// a drawing.
func TestManyTables(t *testing.T) {
	two := []float64{0, 100, 200}
	rules := append(box(two, []float64{300, 400}), box(two, []float64{0, 100})...)
	glyphs := []glyph{sign("甲", 10, 50, 10), sign("乙", 110, 50, 10), sign("丙", 10, 350, 10), sign("丁", 110, 350, 10)}
	s := &sheet{rules: rules, glyphs: glyphs}
	if all := s.findTables(newBudget()); len(all) != 2 || all[0].top() != 0 || all[0].bottom() != 100 || all[1].top() != 300 {
		t.Errorf("%d tables", len(all))
	}
	for more, want := range map[int]int{maxPageRules - len(rules): 2, maxPageRules - len(rules) + 1: 0} {
		s := &sheet{rules: slices.Clone(rules), glyphs: glyphs}
		for i := range more {
			s.rules = append(s.rules, rule{at: 1000 + 10*float64(i), from: 1000, to: 1020})
		}
		if all := s.findTables(newBudget()); len(all) != want {
			t.Errorf("%d lines: %d tables", len(s.rules), len(all))
		}
	}
}
