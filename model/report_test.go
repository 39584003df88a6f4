package model

import (
	"errors"
	"slices"
	"testing"
)

func newReport(t *testing.T, year int) *Report {
	t.Helper()
	r, err := New(year, Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTotals(t *testing.T) {
	r := newReport(t, 2026)
	if v := r.Value("applications.handled.total"); v != "" {
		t.Errorf("total of nothing = %q, want 未填", v)
	}
	for a, v := range map[Address]string{
		"applications.received.person":     "3",
		"applications.received.business":   "1",
		"applications.granted.person":      "1",
		"applications.thirdParty.person":   "1",
		"applications.uncorrected.legal":   "2",
		"applications.otherHandling.legal": "5",
		"disputes.review.upheld":           "4",
		"disputes.review.pending":          "7",
	} {
		if err := r.Set(a, v); err != nil {
			t.Fatal(err)
		}
	}
	for a, want := range map[Address]string{
		"applications.received.total":  "4",
		"applications.granted.total":   "1",
		"applications.handled.person":  "2",
		"applications.handled.legal":   "7",
		"applications.handled.total":   "9",
		"applications.carriedIn.total": "",
		"disputes.review.total":        "11",
		"disputes.direct.total":        "",
	} {
		if got := r.Value(a); got != want {
			t.Errorf("%s = %q, want %q", a, got, want)
		}
	}
	// 对外公开总数量 of the 2019 edition is filled in, not a sum.
	old := newReport(t, 2020)
	if err := old.Set("disclosure.documents.total", "12"); err != nil {
		t.Error(err)
	}
}

func TestSetRefuses(t *testing.T) {
	r := newReport(t, 2026)
	var unknown *AddressError
	if err := r.Set("applications.received.nobody", "1"); !errors.As(err, &unknown) {
		t.Errorf("unknown address: %v", err)
	}
	if err := r.Set("disclosure.procurement.projects", "1"); !errors.As(err, &unknown) {
		t.Errorf("a cell of the other edition: %v", err)
	}
	var total *TotalError
	if err := r.Set("applications.received.total", "1"); !errors.As(err, &total) {
		t.Errorf("a total: %v", err)
	}
	var bad *ValueError
	if err := r.Set("applications.received.person", "x"); !errors.As(err, &bad) || bad.Address == "" {
		t.Errorf("text: %v", err)
	}
	if len(r.Cells) != 0 {
		t.Errorf("refused values were kept: %v", r.Cells)
	}
}

func TestUnfilledIsNotZero(t *testing.T) {
	r := newReport(t, 2026)
	all := len(r.Unfilled())
	if err := r.Set("disputes.review.upheld", "0"); err != nil {
		t.Fatal(err)
	}
	if got := len(r.Unfilled()); got != all-1 {
		t.Errorf("after a 0: %d unfilled, want %d", got, all-1)
	}
	if err := r.Set("disputes.review.upheld", " "); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(r.Unfilled(), "disputes.review.upheld") {
		t.Error("a cleared cell is still filled")
	}
}

func TestStatedTotalsAreForgotten(t *testing.T) {
	r := newReport(t, 2026)
	for _, a := range []Address{"applications.granted.total", "applications.handled.person", "applications.received.total"} {
		if err := r.State(a, "8"); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Set("applications.granted.person", "1"); err != nil {
		t.Fatal(err)
	}
	if len(r.Stated) != 1 || r.Stated["applications.received.total"] != "8" {
		t.Errorf("stated totals after a change below them: %v", r.Stated)
	}
	if err := r.State("applications.granted.person", "1"); err == nil {
		t.Error("a typed cell was taken for a total")
	}
}

func TestTitleLines(t *testing.T) {
	tests := []struct {
		title string
		want  []string
	}{
		{"", []string{"梧桐镇人民政府", "2020年政府信息公开工作年度报告"}},
		{"梧桐镇人民政府2020年度报告", []string{"梧桐镇人民政府", "2020年度报告"}},
		{"关于信息公开的报告", []string{"关于信息公开的报告"}},
	}
	for _, tt := range tests {
		r := newReport(t, 2020)
		r.Title = tt.title
		if got := r.TitleLines(); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestHeadings(t *testing.T) {
	r := newReport(t, 2026)
	r.Narrative[Overview] = []Block{{Text: "引言"}, {Heading: "主动公开"}, {Heading: " "}, {Heading: "依申请公开"}}
	if got, want := r.Headings(Overview), []string{"", "（一）主动公开", "", "（二）依申请公开"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	r.Numbering = Arabic
	if got, want := r.Headings(Overview), []string{"", "1、主动公开", "", "2、依申请公开"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for n, want := range map[int]string{1: "（一）", 10: "（十）", 11: "（十一）", 20: "（二十）", 35: "（三十五）"} {
		if got := Bracketed.Prefix(n); got != want {
			t.Errorf("Prefix(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestExpand(t *testing.T) {
	r := newReport(t, 2026)
	if err := r.Set("applications.received.person", "4"); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"没有花括号":                              "没有花括号",
		"收到{applications.received.total}件":   "收到4件",
		"{applications.received.person}、{{}": "4、{}",
		"结转{applications.carriedIn.total}件":  "结转（未填）件",
		"{没有这格}件{":                           "{没有这格}件{",
		"{{applications.received.person}":    "{applications.received.person}",
	} {
		if got := r.Expand(in); got != want {
			t.Errorf("Expand(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDateInWords(t *testing.T) {
	for in, want := range map[string]string{"2021-01-20": "2021年1月20日", "": "", "2021-02-30": ""} {
		if got := DateInWords(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCloneIsDeep(t *testing.T) {
	r := newReport(t, 2026)
	r.Narrative[Overview] = []Block{{Text: "一"}}
	c := r.Clone()
	c.Narrative[Overview][0].Text = "二"
	c.Cells["disputes.review.upheld"] = "1"
	if r.Narrative[Overview][0].Text != "一" || len(r.Cells) != 0 {
		t.Error("changing the copy changed the report")
	}
}

func TestNewAgency(t *testing.T) {
	for name, want := range map[string]AgencyKind{
		"梧桐镇人民政府":    Township,
		"新义街道办事处":    Subdistrict,
		"孝义市财政局":     Department,
		"交口县人民政府":    County,
		"吕梁市人民政府":    City,
		"内蒙古自治区人民政府": Province,
		"某某管理中心":     Township,
	} {
		if got := NewAgency(" " + name).Kind; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
