package check

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/reportfile"
)

// complete is a report of the year that breaks no rule: all zeros.
func complete(t testing.TB, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Unfilled() {
		set(t, r, string(a), "0")
	}
	r.Narrative[model.Problems] = []model.Block{{Text: "公开的主动性还不够。下一步将加强培训。"}}
	return r
}

func set(t testing.TB, r *model.Report, a, value string) {
	t.Helper()
	if err := r.Set(model.Address(a), value); err != nil {
		t.Fatal(err)
	}
}

// finding is what a test expects of one finding.
type finding struct {
	cells       string // joined by blanks; "*" for any
	left, right string
	words       string // a piece of the message
}

// expect runs the rules and compares the findings of one rule.
func expect(t *testing.T, r *model.Report, rule string, want ...finding) {
	t.Helper()
	var got []Finding
	for _, f := range Run(r) {
		if f.Rule == rule {
			got = append(got, f)
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d findings of %s, want %d: %v", len(got), rule, len(want), got)
	}
	for i, w := range want {
		var cells []string
		for _, a := range got[i].Cells {
			cells = append(cells, string(a))
		}
		if c := strings.Join(cells, " "); w.cells != "*" && c != w.cells {
			t.Errorf("cells %s, want %s", c, w.cells)
		}
		if got[i].Left != w.left || got[i].Right != w.right {
			t.Errorf("values %q and %q, want %q and %q", got[i].Left, got[i].Right, w.left, w.right)
		}
		m := got[i].Message()
		if !strings.Contains(m, w.words) || strings.Contains(m, "%!") || strings.Contains(m, "\n") {
			t.Errorf("message %q, want %q in it", m, w.words)
		}
	}
}

// TestCleanReports: a report of zeros in each edition and the sample break no
// rule.
func TestCleanReports(t *testing.T) {
	sample, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*model.Report{"2020": complete(t, 2020), "2026": complete(t, 2026), "sample": sample} {
		if got := Run(r); len(got) != 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestEveryRuleHasItsTest reads this folder's tests: the list of rules, their
// wording and their tests go together.
func TestEveryRuleHasItsTest(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var tests []string
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				tests = append(tests, f.Name.Name)
			}
		}
	}
	seen := map[string]bool{}
	for _, r := range rules {
		if seen[r.id] {
			t.Errorf("%s is listed twice", r.id)
		}
		seen[r.id] = true
		if !slices.Contains(tests, "Test"+r.id) {
			t.Errorf("no Test%s", r.id)
		}
		if r.source == "" {
			t.Errorf("%s has no source", r.id)
		}
	}
	worded := map[string]bool{}
	for key := range messages {
		id, _, _ := strings.Cut(key, " ")
		if worded[id] = true; !seen[id] {
			t.Errorf("wording %q belongs to no rule", key)
		}
	}
	for _, r := range rules {
		if !worded[r.id] {
			t.Errorf("%s has no wording", r.id)
		}
	}
}

func TestOrderAndCount(t *testing.T) {
	r, err := model.New(2026, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	r.Title = "2025年报告"
	for _, a := range []model.Address{"disclosure.procurement.projects", "disclosure.procurement.amount", "disclosure.fees.change"} {
		r.Cells[a] = "1" // 2019's
	}
	got := Run(r)
	var codes []string
	for _, f := range got {
		codes = append(codes, f.Rule)
	}
	if want := []string{"A01", "C05", "D02", "S02", "S06", "S11"}; !slices.Equal(codes, want) {
		t.Errorf("codes %v, want %v", codes, want)
	}
	if n := Count(got); n != (Counts{E: 6}) {
		t.Errorf("counts %v", n)
	}
	for range 10 {
		if again := Run(r); !reflect.DeepEqual(got, again) {
			t.Fatalf("the same report gives other findings: %v, then %v", got, again)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Run(r)
	}
}
