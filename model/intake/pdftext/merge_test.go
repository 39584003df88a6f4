package pdftext

import (
	"math/rand/v2"
	"slices"
	"testing"
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
		{"strokes side by side all the way", []rule{{at: 10, from: 0, to: 50}, {at: 11.5, from: 0, to: 50}, {at: 13, from: 0, to: 50}, {at: 14.5, from: 0, to: 50}}, []rule{{at: 11.5, from: 0, to: 50}, {at: 14.5, from: 0, to: 50}}},
		{"where most of it is", []rule{{at: 10, from: 0, to: 3}, {at: 11, from: 0, to: 3}, {at: 12, from: 0, to: 50}}, []rule{{at: 12, from: 0, to: 50}}},
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

// TestMarksOfPictures: marks are a picture that lie beside each other, nearer than cells can be,
// over more than strokes of one line; a line that goes on beyond them is none of it.
func TestMarksOfPictures(t *testing.T) {
	side := func(n int, apart float64) []rule {
		var all []rule
		for i := range n {
			all = append(all, rule{at: float64(i) * apart, from: 0, to: 8})
		}
		return all
	}
	dots := func(n int) []rule {
		return slices.Repeat([]rule{{at: 10, from: 0, to: 3}}, n)
	}
	uneven := []rule{{at: 0, from: 0, to: 20}, {at: 3, from: 0, to: 8}, {at: 4, from: 4, to: 9.9}, {at: 8, from: 0, to: 8}, {at: 9.1, from: 0, to: 8}}
	for _, tt := range []struct {
		name        string
		marks, want []rule
	}{
		{"strokes of a line", side(3, closest), side(3, closest)},
		{"more", side(4, closest), nil},
		{"cells", side(9, closest+0.1), side(9, closest+0.1)},
		{"behind each other", []rule{{at: 0, from: 0, to: 8}, {at: 4, from: 8.1, to: 12}, {at: 8, from: 0, to: 8}, {at: 12, from: 8.1, to: 12}}, []rule{{at: 0, from: 0, to: 8}, {at: 4, from: 8.1, to: 12}, {at: 8, from: 0, to: 8}, {at: 12, from: 8.1, to: 12}}},
		{"a line that goes on beyond", uneven, uneven[:1]},
		{"as much with others as without", append([]rule{{at: 0, from: 0, to: 19.8}}, uneven[1:]...), nil},
		{"as many as may be", dots(maxPageRules), dots(maxPageRules)},
		{"more with dots", append(side(2, 9), dots(maxPageRules)...), side(2, 9)},
		{"more without", side(maxPageRules+1, 9), nil},
	} {
		if got := withoutPictures(slices.Clone(tt.marks)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %d of %d, want %d", tt.name, len(got), len(tt.marks), len(tt.want))
		}
	}
}

// stroked is a line that a pen draws.
func stroked(x, y, toX, toY float64) []rule {
	if r, ok := newRule(point{x, y}, point{toX, toY}); ok {
		return []rule{r}
	}
	return nil
}

// filledBox is a shape that is filled.
func filledBox(x, y, wide, tall float64) []rule {
	if r, ok := newBar(point{x, y}, point{x + wide, y + tall}); ok {
		return []rule{r}
	}
	return nil
}

// inPieces are pieces of a line, of a length and at steps from each other, which piece draws.
func inPieces(x, y, toX, toY, length, step float64, piece func(x, y, toX, toY float64) []rule) []rule {
	var all []rule
	for ; x < toX; x += step {
		all = append(all, piece(x, y, min(x+length, toX), toY)...)
	}
	for ; y < toY; y += step {
		all = append(all, piece(toX, y, toX, min(y+length, toY))...)
	}
	return all
}

// TestRuledHoweverDrawn: a table is found whatever its lines are made of, and whatever small
// marks and pictures made of them stand around it and in its cells.
func TestRuledHoweverDrawn(t *testing.T) {
	type pen func(x, y, toX, toY float64) []rule
	dots := func(x, y, _, _ float64) []rule { return filledBox(x-0.5, y-0.5, 1, 1) }
	pens := map[string]pen{
		"one stroke":      stroked,
		"thin rectangles": func(x, y, toX, toY float64) []rule { return filledBox(x, y, max(toX-x, 0.5), max(toY-y, 0.5)) },
		"two strokes": func(x, y, toX, toY float64) []rule {
			return append(stroked(x-1, y-1, toX-1, toY-1), stroked(x+1, y+1, toX+1, toY+1)...)
		},
		"cell by cell": func(x, y, toX, toY float64) []rule { return inPieces(x, y, toX, toY, 20, 20, stroked) },
		"dashed":       func(x, y, toX, toY float64) []rule { return inPieces(x, y, toX, toY, 4, 6, stroked) },
		"dotted":       func(x, y, toX, toY float64) []rule { return inPieces(x, y, toX, toY, 1, 3, dots) },
	}
	code := func(x, y, module float64, square pen) []rule {
		random := rand.New(rand.NewPCG(1, 2))
		var all []rule
		for row := range 25 {
			for column := range 25 {
				if random.IntN(2) == 0 {
					left, top := x+float64(column)*module, y+float64(row)*module
					all = append(all, square(left, top, left+module, top+module)...)
				}
			}
		}
		return all
	}
	filled := func(x, y, toX, toY float64) []rule { return filledBox(x, y, toX-x, toY-y) }
	bars := func(x, y, tall float64) []rule {
		random := rand.New(rand.NewPCG(1, 2))
		var all []rule
		for range 60 {
			wide := float64(1 + random.IntN(3))
			all = append(all, filledBox(x, y, wide, tall)...)
			x += wide + float64(1+random.IntN(3))
		}
		return all
	}
	for name, marks := range map[string][]rule{
		"nothing":                nil,
		"a code below":           code(72, 224, 1.417, filled),
		"a code that touches":    code(72, 221, 1.417, filled),
		"a code of big squares":  code(72, 222, 3.9, filled),
		"a code of strokes":      code(72, 222, 1.417, func(x, y, toX, _ float64) []rule { return stroked(x, y, toX, y) }),
		"a code in a cell":       code(116, 142, 1.3, filled),
		"bars below":             bars(72, 230, 40),
		"boxes to tick":          slices.Concat(stroked(77, 162, 85, 162), stroked(77, 170, 85, 170), stroked(77, 162, 77, 170), stroked(85, 162, 85, 170)),
		"square bullets":         slices.Concat(filledBox(70, 150, 3.9, 3.9), filledBox(111, 170, 3.9, 3.9), filledBox(62, 80, 3.9, 3.9)),
		"a leader of dots":       inPieces(80, 175, 104, 175, 1, 3, dots),
		"leaders above":          slices.Concat(inPieces(72, 90, 400, 90, 1, 3, dots), inPieces(72, 70, 400, 70, 1, 3, dots)),
		"a leader beside a line": inPieces(200, 140.8, 400, 140.8, 1, 3, dots),
	} {
		for how, draw := range pens {
			t.Run(how+", "+name, func(t *testing.T) {
				s := &sheet{rules: slices.Clone(marks)}
				columns, rows := []float64{72, 112, 152, 192}, []float64{100, 140, 180, 220}
				for i, y := range rows {
					s.rules = append(s.rules, draw(columns[0], y, columns[3], y)...)
					s.rules = append(s.rules, draw(columns[i], rows[0], columns[i], rows[3])...)
				}
				for i, text := range []rune("甲乙丙丁戊己庚辛壬") {
					s.glyphs = append(s.glyphs, sign(string(text), columns[i%3]+15, rows[i/3]+25, 10))
				}
				got, row := "", 0
				for _, table := range s.findTables(newBudget()) {
					for _, c := range table.cells {
						if c.text != "" && c.row > row {
							got, row = got+"/", c.row
						}
						got += c.text
					}
				}
				if want := "甲乙丙/丁戊己/庚辛壬"; got != want {
					t.Errorf("%s, want %s", got, want)
				}
			})
		}
	}
}
