package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// complete is a clean report of the year: all zeros, and prose that says what it
// has to.
func complete(t testing.TB, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.Agency{Name: "梧桐镇人民政府", Short: "我镇"})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Unfilled() {
		set(t, r, string(a), "0")
	}
	r.Narrative = map[model.SectionID][]model.Block{
		model.Preamble: {{Text: fmt.Sprintf("本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。", year, year)}},
		model.Overview: {{Text: "我镇做好主动公开、依申请公开、政府信息管理、平台建设和监督保障工作。"}},
		model.Problems: {{Text: "公开的主动性还不够。下一步将加强培训。"}},
		model.Other:    {{Text: "本年度没有发生收费，无其他需要报告的事项。"}},
	}
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: fmt.Sprintf("%d-01-20", year+1)}
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
	for _, f := range Run(r, nil) {
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

// TestCleanReports: a report of zeros in each edition breaks no rule.
func TestCleanReports(t *testing.T) {
	for year, last := range map[int]int{2020: 2019, 2021: 2020, 2026: 2025} {
		for _, f := range Run(complete(t, year), nil) {
			t.Errorf("%d: %s %s", year, f.Rule, f.Message())
		}
		for _, f := range Run(complete(t, year), complete(t, last)) {
			t.Errorf("%d after %d: %s %s", year, last, f.Rule, f.Message())
		}
	}
}

// TestSample: what a clerk should hear of the sample, and nothing else.
func TestSample(t *testing.T) {
	var got []string
	for _, f := range Run(sample(t), nil) {
		got = append(got, f.Rule+" "+string(f.Level)+" "+f.Message())
	}
	want := []string{"S07 W 没有写统计期限", "S10 W 没有落款机关和成文日期", "S25 I 小标题用的是“1、”", "S25 I 五、问题及改进用了序数“1、”", "S26 I 一、总体情况等处用了“政务公开工作”2 次"}
	if len(got) != len(want) {
		t.Fatalf("findings:\n%s", strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("%s, want %s", got[i], want[i])
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
	got := Run(r, nil)
	var codes []string
	for _, f := range got {
		codes = append(codes, f.Rule)
	}
	if want := []string{"A01", "C05", "D02", "S01", "S02", "S06", "S07", "S10", "S11", "S12", "S14"}; !slices.Equal(codes, want) {
		t.Errorf("codes %v, want %v", codes, want)
	}
	if n := Count(got); n != (Counts{E: 6, W: 5}) {
		t.Errorf("counts %v", n)
	}
	for range 10 {
		if again := Run(r, nil); !reflect.DeepEqual(got, again) {
			t.Fatalf("the same report gives other findings: %v, then %v", got, again)
		}
	}
}
