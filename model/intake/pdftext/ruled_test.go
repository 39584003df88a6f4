package pdftext

import (
	"slices"
	"testing"

	"nianbao/model/intake/source"
)

// TestMerge: which pieces of lines are one line, and which are too short to be any.
func TestMerge(t *testing.T) {
	for _, tt := range []struct {
		name        string
		rules, want []rule
	}{
		{"end to end", []rule{{at: 10, from: 50, to: 90}, {at: 10, from: 0, to: 50}}, []rule{{at: 10, from: 0, to: 90}}},
		{"a gap that is none", []rule{{at: 10, from: 0, to: 50}, {at: 10, from: 50 + near, to: 90}}, []rule{{at: 10, from: 0, to: 90}}},
		{"a gap", []rule{{at: 10, from: 0, to: 50}, {at: 10, from: 51 + near, to: 90}}, []rule{{at: 10, from: 0, to: 50}, {at: 10, from: 51 + near, to: 90}}},
		{"one within the other", []rule{{at: 10, from: 0, to: 90}, {at: 10, from: 20, to: 30}}, []rule{{at: 10, from: 0, to: 90}}},
		{"three strokes of one", []rule{{at: 10, from: 0, to: 50}, {at: 11.5, from: 0, to: 50}, {at: 13, from: 0, to: 60}}, []rule{{at: 11.5, from: 0, to: 60}}},
		{"two lines", []rule{{at: 10, from: 0, to: 50}, {at: 11.6, from: 0, to: 50}}, []rule{{at: 10, from: 0, to: 50}, {at: 11.6, from: 0, to: 50}}},
		{"across and down", []rule{{at: 10, from: 0, to: 50, upright: true}, {at: 10, from: 0, to: 50}}, []rule{{at: 10, from: 0, to: 50}, {at: 10, from: 0, to: 50, upright: true}}},
		{"a dot", []rule{{at: 10, from: 0, to: 2*near - 0.1}, {at: 20, from: 0, to: 2 * near}}, []rule{{at: 20, from: 0, to: 2 * near}}},
	} {
		if got := merge(tt.rules); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestDashes: a line to cut along is six even dashes at least; what is fewer, longer or
// uneven is drawn around something.
func TestDashes(t *testing.T) {
	dashes := func(n int, length, step float64) []rule {
		var all []rule
		for i := range n {
			all = append(all, rule{at: 10, from: float64(i) * step, to: float64(i)*step + length})
		}
		return all
	}
	uneven := func(change func(rules []rule)) []rule {
		rules := dashes(6, 8, 12)
		change(rules)
		return rules
	}
	for _, tt := range []struct {
		name  string
		rules []rule
		cut   bool
	}{
		{"six", dashes(6, 8, 12), true},
		{"five", dashes(5, 8, 12), false},
		{"just short enough", dashes(6, 23.9, 30), true},
		{"as long as cells", dashes(6, 24, 30), false},
		{"a point off", uneven(func(r []rule) { r[5].to++ }), true},
		{"the last too long", uneven(func(r []rule) { r[5].to += 1.1 }), false},
		{"the last too far", uneven(func(r []rule) { r[5].from, r[5].to = r[5].from+1.1, r[5].to+1.1 }), false},
	} {
		below := rule{at: 90, from: 0, to: 70}
		got := withoutDashes(append(slices.Clone(tt.rules), below))
		want := []rule{below}
		if !tt.cut {
			want = append(slices.Clone(tt.rules), below)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

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
	var many []float64
	for i := range source.MaxCells + 2 {
		many = append(many, float64(10*i))
	}
	wide := &table{columns: many}
	if unite([]*table{a, wide}); len(a.columns) != 4 || len(wide.columns) != len(many) {
		t.Errorf("%d and %d columns", len(a.columns), len(wide.columns))
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
