package model

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
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

// TestFillZero: a blank cell gets a 0 that is known to be filled in; nothing that
// somebody wrote is replaced, and no total.
func TestFillZero(t *testing.T) {
	r := newReport(t, 2026)
	const blank, written, unread, total = Address("disputes.review.upheld"), Address("disputes.review.corrected"), Address("disputes.review.other"), Address("disputes.review.total")
	if err := r.Set(written, "3"); err != nil {
		t.Fatal(err)
	}
	if r.Enter(unread, "/") == nil {
		t.Fatal("/ is a number")
	}
	for _, a := range []Address{blank, written, unread, total, "no.such.cell"} {
		r.FillZero(a)
	}
	if len(r.ZeroFilled) != 1 || !r.ZeroFilled[blank] || r.Written(blank) != "0" || r.Written(written) != "3" || r.Written(unread) != "/" || len(r.Cells) != 2 {
		t.Errorf("%+v, filled %v", r.Cells, r.ZeroFilled)
	}
	if err := r.Set(blank, "0"); err != nil || r.ZeroFilled[blank] {
		t.Errorf("a 0 that somebody typed counts as filled in (%v)", err)
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
	for in, want := range map[string]string{"2021-01-20": "2021年1月20日", "": "", "2021-02-30": "2021-02-30", "年后\n再定": "年后 再定"} {
		if got := DateInWords(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestCloneIsDeep fills every field of a report, those to come as well, and looks
// for anything that the clone shares with it.
func TestCloneIsDeep(t *testing.T) {
	r := new(Report)
	fill(reflect.ValueOf(r).Elem())
	c := r.Clone()
	if !reflect.DeepEqual(r, c) {
		t.Errorf("the clone differs:\n%+v\n%+v", r, c)
	}
	shared(t, "Report", reflect.ValueOf(r).Elem(), reflect.ValueOf(c).Elem())
}

// fill gives a value and all that it holds some content.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("字")
	case reflect.Int:
		v.SetInt(2026)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(key)
		fill(value)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	default:
		panic("a kind of field that is new to a report: " + v.Kind().String())
	}
}

// shared looks for maps, lists and pointers that two values have in common.
func shared(t *testing.T, name string, a, b reflect.Value) {
	t.Helper()
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			shared(t, name+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
		}
		return
	case reflect.Pointer, reflect.Slice, reflect.Map:
		if a.Pointer() == b.Pointer() {
			t.Errorf("%s is shared", name)
			return
		}
	}
	switch a.Kind() {
	case reflect.Pointer:
		shared(t, name, a.Elem(), b.Elem())
	case reflect.Slice:
		shared(t, name+"[0]", a.Index(0), b.Index(0))
	case reflect.Map:
		key := a.MapKeys()[0]
		shared(t, name+"[]", a.MapIndex(key), b.MapIndex(key))
	}
}

// TestEnter: what is no value is kept as it was written and counts nowhere, until
// something else is written.
func TestEnter(t *testing.T) {
	const a, total = Address("applications.received.person"), Address("applications.received.total")
	r := newReport(t, 2026)
	if err := r.Set("applications.received.business", "2"); err != nil {
		t.Fatal(err)
	}
	if err := r.State(total, "9"); err != nil {
		t.Fatal(err)
	}
	enter := func(input string, refused bool) {
		t.Helper()
		var bad *ValueError
		if err := r.Enter(a, input); errors.As(err, &bad) != refused {
			t.Errorf("Enter(%q): %v", input, err)
		}
	}
	holds := func(value, written, sum string) {
		t.Helper()
		if r.Value(a) != value || r.Written(a) != written || r.Value(total) != sum {
			t.Errorf("%q prints, %q is written, the sum is %q; want %q, %q, %q", r.Value(a), r.Written(a), r.Value(total), value, written, sum)
		}
	}
	enter("3", false)
	enter("两件\n多", true)
	holds("两件 多", "两件\n多", "2")
	if r.Stated[total] != "" || r.Cells[a] != "" || slices.Contains(r.Unfilled(), a) {
		t.Errorf("stated %q, cell %q, blank %v", r.Stated[total], r.Cells[a], slices.Contains(r.Unfilled(), a))
	}
	if r.FillZero(a); r.Cells[a] != "" {
		t.Error("a zero stands in the place of what was written")
	}
	enter("4", false)
	holds("4", "4", "6")
	enter("/", true)
	enter("", false)
	holds("", "", "2")
	if len(r.Unread) != 0 || !slices.Contains(r.Unfilled(), a) {
		t.Errorf("emptied, it still holds %q", r.Unread)
	}
	enter("5", false)
	enter(strings.Repeat("书", MaxUnread+1), true)
	holds("5", "5", "7")
	enter("\xff", true)
	if !utf8.ValidString(r.Written(a)) {
		t.Error("no file can hold what was kept")
	}
	if err := r.Enter(total, "x"); err == nil || r.Unread[total] != "" {
		t.Errorf("a total was entered: %v", err)
	}
}

// TestTake: a file's cells are taken as they are, those that only another edition
// has and stated totals as well.
func TestTake(t *testing.T) {
	r := newReport(t, 2026)
	for _, tt := range []struct {
		address Address
		written string
		where   map[Address]string
	}{
		{"applications.received.person", "３", r.Cells},
		{"applications.received.business", "-1", r.Unread},
		{"applications.received.total", "3", r.Stated},
		{"applications.carriedIn.total", "/", r.Unread},
		{"disclosure.procurement.amount", "4万元", r.Unread}, // of 2019
	} {
		if err := r.Take(tt.address, tt.written); err != nil || tt.where[tt.address] == "" {
			t.Errorf("%s %q: %v", tt.address, tt.written, err)
		}
	}
	if len(r.Cells) != 1 || len(r.Stated) != 1 || len(r.Unread) != 3 {
		t.Errorf("cells %v, stated %v, unread %v", r.Cells, r.Stated, r.Unread)
	}
	if err := r.Take("disclosure.procurement.projects", " "); err != nil || len(r.Unread) != 3 {
		t.Errorf("a blank cell of another edition: %v, %v", err, r.Unread)
	}
	var nowhere *AddressError
	if err := r.Take("disclosure.nothing.amount", "4"); !errors.As(err, &nowhere) {
		t.Errorf("a cell of no edition: %v", err)
	}
	var long *ValueError
	for _, a := range []Address{"applications.received.person", "disclosure.procurement.amount", "applications.received.total"} {
		before := r.Clone()
		if err := r.Take(a, strings.Repeat("书", MaxUnread+1)); !errors.As(err, &long) || !reflect.DeepEqual(r, before) {
			t.Errorf("%s: a book was taken: %v", a, err)
		}
	}
	if err := r.State("applications.carriedIn.total", "0"); err != nil || r.Unread["applications.carriedIn.total"] != "" {
		t.Errorf("a stated total beside what was written: %v", err)
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
