package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/export/outline"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/golden"
)

func write(t testing.TB, r *model.Report, o Options) []byte {
	t.Helper()
	report := outline.Of(r, outline.Posting{})
	data, err := Write(report, typeset.PlanFor(report, specimen.Faces(t), typeset.A4()), o)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestGolden compares the parts of a report's workbook to the character.
func TestGolden(t *testing.T) {
	data := write(t, specimen.Sample(t), Options{Draft: true, Creator: "nianbao", Date: time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC)})
	golden.Compare(t, "sample.golden", specimen.Parts(t, data, "row", "c", "cols", "definedName", "mergeCell", "dataValidation", "font", "fill", "border", "xf", "numFmt", "sheet", "pageSetup", "Override", "Relationship"))
}

// TestCells: the name of each address leads to its number; only what is to be filled
// in can be, and the programs say what to type.
func TestCells(t *testing.T) {
	for name, r := range specimen.All(t) {
		t.Run(name, func(t *testing.T) {
			b := open(t, written(t, r, Options{}))
			places := map[string]string{}
			for _, n := range b.Names {
				places[n.Name] = n.Place
			}
			cells := r.Edition().Cells()
			if len(places) != len(cells) {
				t.Errorf("%d names for %d cells", len(places), len(cells))
			}
			for _, c := range cells {
				on, at, _ := strings.Cut(places["nb_"+strings.ReplaceAll(string(c.Address), ".", "_")], "!")
				on, at = strings.Trim(on, "'"), strings.ReplaceAll(at, "$", "")
				got, ok := b.cells[on][at]
				want := r.Value(c.Address)
				if c.Kind == model.Change && got.T == "" {
					want = strings.TrimPrefix(want, "+") // the sign is the format's
				}
				if !ok || got.shown() != want {
					t.Errorf("%s at %s of %s is %q, want %q", c.Address, at, on, got.shown(), want)
				}
				if b.locked[got.S] != c.Total() || (got.F != "") != c.Total() {
					t.Errorf("%s: locked %v, formula %s", c.Address, b.locked[got.S], got.F)
				}
				checked := slices.ContainsFunc(b.sheets[on].Validations, func(v validation) bool {
					return v.Error != "" && slices.ContainsFunc(strings.Fields(v.Sqref), func(r string) bool { return within(at, r) })
				})
				if want := !c.Total() && (c.Kind == model.Count || c.Kind == model.Change); checked != want {
					t.Errorf("%s: checked %v, want %v", c.Address, checked, want)
				}
			}
			for on, cells := range b.cells {
				for at, c := range cells {
					if b.sheets[on].Protection.Sheet == "1" && c.Is != "" && !b.locked[c.S] && !slices.ContainsFunc(b.Names, func(n definedName) bool {
						return strings.ReplaceAll(n.Place, "$", "") == "'"+on+"'!"+at
					}) {
						t.Errorf("%s of %s, %q, is not locked", at, on, c.Is)
					}
				}
			}
		})
	}
}

// within reports whether a reference lies in a place of one or several cells.
func within(at, of string) bool {
	from, to, several := strings.Cut(of, ":")
	if !several {
		to = from
	}
	column, row := placeOf(at)
	left, top := placeOf(from)
	right, bottom := placeOf(to)
	return left <= column && column <= right && top <= row && row <= bottom
}

// TestTotals: the formula of each total adds what the form adds, and gives the number
// that is kept beside it; of nothing it gives nothing.
func TestTotals(t *testing.T) {
	blank, err := model.New(2026, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	partly := blank.Clone()
	if err := partly.Set("applications.received.charity", "7"); err != nil {
		t.Fatal(err)
	}
	formula := regexp.MustCompile(`^IF\(COUNT\(([A-Z0-9:,]+)\)=0,"",SUM\(([A-Z0-9:,]+)\)\)$`)
	for name, r := range map[string]*model.Report{"digits": specimen.Digits(t), "2020": specimen.Figures(t, 2020, "543210"), "blank": blank, "partly": partly} {
		t.Run(name, func(t *testing.T) {
			totals := 0
			for on, cells := range open(t, written(t, r, Options{})).cells {
				for at, c := range cells {
					if c.F == "" {
						continue
					}
					totals++
					m := formula.FindStringSubmatch(c.F)
					if m == nil || m[1] != m[2] {
						t.Fatalf("%s of %s: %s", at, on, c.F)
					}
					sum, some := 0, false
					for other, o := range cells {
						n, err := strconv.Atoi(o.V)
						if err == nil && o.T == "" && slices.ContainsFunc(strings.Split(m[1], ","), func(r string) bool { return within(other, r) }) {
							sum, some = sum+n, true
						}
					}
					want, kind := strconv.Itoa(sum), ""
					if !some {
						want, kind = "", "str"
					}
					if c.V != want || c.T != kind {
						t.Errorf("%s of %s: %s gives %s, kept is %q as %q", at, on, c.F, want, c.V, c.T)
					}
				}
			}
			want := 0
			for _, c := range r.Edition().Cells() {
				if c.Total() {
					want++
				}
			}
			if totals != want {
				t.Errorf("%d totals, want %d", totals, want)
			}
		})
	}
}

// TestSheets: the report in its order, a sheet a table, one page wide; without a
// password.
func TestSheets(t *testing.T) {
	r := specimen.Numbers(t)
	b := open(t, written(t, r, Options{}))
	var names []string
	for _, s := range b.Sheets {
		names = append(names, s.Name)
	}
	if got, want := strings.Join(names, " "), "一、总体情况 表二 表三 表四 五、存在的主要问题及改进情况"; got != want {
		t.Errorf("sheets %s, want %s", got, want)
	}
	for name, s := range b.sheets {
		table := strings.HasPrefix(name, "表")
		if s.Setup.Wide != "1" || (s.Setup.High == "1") != table || (s.Protection.Sheet == "1") != table || s.Protection.Password != "" {
			t.Errorf("%s: %+v, %+v", name, s.Setup, s.Protection)
		}
		for _, row := range s.Rows {
			if row.Ht <= 0 || row.Ht > 409 {
				t.Errorf("%s: row %d is %v high", name, row.R, row.Ht)
			}
		}
	}
	if got := b.sheets["表三"].Pane.Split; got != 4 { // title and heads
		t.Errorf("%d rows of 表三 stay in view", got)
	}
	if first := b.cells["一、总体情况"]["A1"].Is; first != r.Agency.Name {
		t.Errorf("begins with %s", first)
	}
}

// TestIsNumber: what is written as a number of the workbook, and what as text: a number
// that a workbook would round or write otherwise.
func TestIsNumber(t *testing.T) {
	for _, tt := range []struct {
		kind model.Kind
		text string
		want bool
	}{
		{model.Count, "0", true},
		{model.Count, "12", true},
		{model.Count, "", false},
		{model.Count, "012", false},
		{model.Count, "/", false},
		{model.Count, "9007199254740992", true},
		{model.Count, "9007199254740993", false},
		{model.Count, "99999999999999999999", false},
		{model.Change, "0", true},
		{model.Change, "+12", true},
		{model.Change, "12", false},
		{model.Change, "-3", true},
		{model.Change, "-0", false},
		{model.Change, "-9007199254740992", true},
		{model.Change, "-9007199254740993", false},
		{model.Money, "12", false}, // it may have a point
	} {
		if got := isNumber(outline.Cell{Kind: tt.kind, Text: tt.text}); got != tt.want {
			t.Errorf("%v %q: %v", tt.kind, tt.text, got)
		}
	}
}

// TestTextIsNoFormula: what begins like a formula is text.
func TestTextIsNoFormula(t *testing.T) {
	r := specimen.Sample(t)
	r.Narrative[model.Other] = []model.Block{{Text: "=1+1\n+2\n@SUM(A1)\n<b>&"}}
	b := open(t, written(t, r, Options{}))
	var found []string
	for _, row := range b.sheets["五、存在的主要问题及改进情况"].Rows {
		for _, c := range row.Cells {
			if c.F != "" {
				t.Errorf("a formula %s", c.F)
			}
			found = append(found, c.Is)
		}
	}
	for _, want := range []string{"=1+1", "+2", "@SUM(A1)", "<b>&"} {
		if !slices.Contains(found, want) {
			t.Errorf("no %s", want)
		}
	}
}

// TestSameBytes: the file depends on the report and the date alone.
func TestSameBytes(t *testing.T) {
	a, b := written(t, specimen.Sample(t), Options{}), written(t, specimen.Sample(t), Options{})
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s has other bytes the second time", name)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	report := outline.Of(specimen.Sample(b), outline.Posting{})
	plan := typeset.PlanFor(report, specimen.Faces(b), typeset.A4())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Write(report, plan, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
