package carry

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/golden"
	"nianbao/model/reportfile"
)

func sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func from(t testing.TB, last *model.Report, year int) *model.Report {
	t.Helper()
	next, err := From(last, year, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func set(t testing.TB, r *model.Report, pairs ...string) {
	t.Helper()
	for _, p := range pairs {
		a, value, _ := strings.Cut(p, "=")
		if err := r.Set(model.Address(a), value); err != nil {
			t.Fatal(err)
		}
	}
}

// account is the account of a report in words, a line each.
func account(r *model.Report) string {
	var b strings.Builder
	for _, k := range Kinds() {
		fmt.Fprintf(&b, "%s\n", k.Name())
		for _, i := range r.Carried.Items {
			if KindOf(i) == k {
				fmt.Fprintf(&b, "  %s\n", Message(i))
			}
		}
	}
	return b.String()
}

// TestSample begins the report of 2021 with the sample, across the editions: the
// whole of the outcome, for a person to read.
func TestSample(t *testing.T) {
	next := from(t, sample(t), 2021)
	golden.Compare(t, "sample.account", account(next))
	body, err := reportfile.Write(next)
	if err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "sample.nianbao", string(body))
}

// TestCells: what the year before tells of a year's first numbers, and no more.
func TestCells(t *testing.T) {
	tests := []struct {
		name string
		last int
		year int
		set  []string
		want string // all cells that are filled in, totals left out
	}{
		{
			"2021 edition", 2025, 2026,
			[]string{
				"applications.received.person=5", "applications.carriedOut.person=2", "applications.carriedOut.legal=0", "disclosure.documents.issued=1",
				"disclosure.documents.effective=12", "disclosure.regulations.effective=0", "disclosure.fees.amount=3.5", "disputes.review.pending=1",
			},
			"applications.carriedIn.legal=0 applications.carriedIn.person=2 disclosure.documents.effective=12 disclosure.regulations.effective=0",
		},
		{
			"2019 edition", 2019, 2020,
			[]string{
				"applications.carriedOut.other=1", "disclosure.licensing.previous=10", "disclosure.licensing.change=-3", "disclosure.licensing.decided=8",
				"disclosure.fees.previous=2", "disclosure.penalties.previous=1", "disclosure.penalties.change=-2", "disclosure.documents.total=12", "disclosure.procurement.amount=4万元",
			},
			"applications.carriedIn.other=1 disclosure.licensing.previous=7",
		},
		{
			"from the 2019 edition to that of 2021", 2020, 2021,
			[]string{"applications.carriedOut.other=1", "disclosure.licensing.previous=10", "disclosure.licensing.change=3", "disclosure.documents.total=12", "applications.otherHandling.person=4"},
			"applications.carriedIn.other=1",
		},
		{"two years before", 2024, 2026, []string{"applications.carriedOut.person=2", "disclosure.documents.effective=12"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			last := report(t, tt.last)
			last.Cells = map[model.Address]string{}
			set(t, last, tt.set...)
			next := from(t, last, tt.year)
			var got []string
			for a, v := range next.Cells {
				got = append(got, string(a)+"="+v)
			}
			slices.Sort(got)
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v\nwant %s", got, tt.want)
			}
		})
	}
}

// TestAccount: what has to be said is said.
func TestAccount(t *testing.T) {
	last := report(t, 2025)
	last.Title = "关于梧桐镇2025年政府信息公开工作的报告"
	last.Signature = model.Signature{Agency: "梧桐镇人民政府", Date: "2026-01-20"}
	last.Acknowledged = []model.Acknowledgement{{Rule: "S07", Reason: "按县里模板"}}
	last.Final = &model.Final{Date: "2026-01-20"}
	last.Label = "报县里的"
	last.Extra = model.Extra{"x-a": "1"}
	last.Agency.Extra = model.Extra{"x-code": "1"}
	set(t, last, "disclosure.documents.effective=12", "disputes.review.pending=1")
	if err := last.State("applications.received.total", "9"); err != nil {
		t.Fatal(err)
	}
	last.FillZero("disputes.direct.upheld")
	next := from(t, last, 2026)
	for _, want := range []string{
		"落款机关：梧桐镇人民政府", "成文日期：没有带来", "合计 2 件", "“行政规范性文件”现行有效件数：先填了上年的 12", "“行政复议”：上年有 1 件尚未审结", "“已核”的 1 条",
	} {
		if !strings.Contains(account(next), want) {
			t.Errorf("no %q in\n%s", want, account(next))
		}
	}
	if next.Final != nil || next.Label != "" || len(next.Stated)+len(next.ZeroFilled)+len(next.Acknowledged)+len(next.Extra) > 0 || next.Signature.Date != "" {
		t.Errorf("carried too much: %+v", next)
	}
	if next.Agency.Extra["x-code"] != "1" || next.Title != "关于梧桐镇2026年政府信息公开工作的报告" {
		t.Errorf("%+v", next)
	}
	if last.Final == nil || last.Title != "关于梧桐镇2025年政府信息公开工作的报告" {
		t.Error("the earlier report was changed")
	}

	last.Title = "梧桐镇2025年3月的报告"
	if next := from(t, last, 2026); next.Title != "" || !strings.Contains(account(next), "改用标准标题") {
		t.Errorf("title %q", next.Title)
	}
	last.Title = "梧桐镇人民政府2025年政府信息公开工作年度报告"
	if next := from(t, last, 2026); next.Title != "" || strings.Contains(account(next), "标题：") || strings.Contains(account(next), "标准标题") {
		t.Errorf("title %q", next.Title)
	}
	if next := from(t, last, 2028); !strings.Contains(account(next), "2025 年度不是上一年度") {
		t.Error(account(next))
	}
}

// TestAccountOfParts: what is said of a part is the sum of its headings and
// paragraphs, and of what did not come along nothing is said.
func TestAccountOfParts(t *testing.T) {
	last, err := model.New(2020, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	last.Narrative[model.Overview] = []model.Block{
		{Heading: "2020年上半年概况", Text: "根据国办公开办函〔2019〕60号编制。"},
		{Text: "2020年我镇召开会议12次。\n公开栏更新。"},
	}
	said := map[string][]string{}
	for _, i := range from(t, last, 2021).Carried.Items {
		said[i.Code] = append(said[i.Code], strings.Join(i.Values, " "))
	}
	for code, want := range map[string]string{
		codeProse:   "一、总体情况 3 1 0",
		codeSource:  "一、总体情况 国办公开办函〔2021〕30号",
		codePending: "一、总体情况 2 2020、12",
	} {
		if got := said[code]; len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	for _, code := range []string{codeIn, codePrevious, codeBase} {
		if got := said[code]; got != nil {
			t.Errorf("%s of nothing: %q", code, got)
		}
	}
}

func TestOtherAgency(t *testing.T) {
	last := report(t, 2025)
	last.Signature.Agency = last.Agency.Name
	next, err := From(last, 2026, model.NewAgency("梧桐街道办事处"))
	if err != nil {
		t.Fatal(err)
	}
	if next.Agency.Kind != model.Subdistrict || next.Agency.Short != "我镇" || next.Signature.Agency != "梧桐街道办事处" || !strings.Contains(account(next), "单位由“梧桐镇人民政府”改成“梧桐街道办事处”") {
		t.Errorf("%+v\n%s", next, account(next))
	}
}

func TestRefusals(t *testing.T) {
	last := report(t, 2025)
	var order *OrderError
	for _, year := range []int{2024, 2025} {
		if _, err := From(last, year, model.Agency{}); !errors.As(err, &order) || !strings.Contains(err.Error(), "2025") {
			t.Errorf("%d: %v", year, err)
		}
	}
	var beyond *model.YearError
	if _, err := From(last, 2100, model.Agency{}); !errors.As(err, &beyond) {
		t.Errorf("2100: %v", err)
	}
}

// TestMessages: every line has its wording, and none that is foreign is shown.
func TestMessages(t *testing.T) {
	for code, w := range wording {
		m := Message(model.CarriedItem{Code: code, Values: slices.Repeat([]string{"甲"}, w.values)})
		if m == "" || strings.Contains(m, "%!") || strings.Count(m, "甲") != w.values {
			t.Errorf("%s: %q", code, m)
		}
	}
	for _, i := range []model.CarriedItem{{Code: "else"}, {Code: codeAgency}, {Code: codeDate, Values: []string{"甲"}}} {
		if m := Message(i); m != "" {
			t.Errorf("%+v: %q", i, m)
		}
	}
}

// marksIn are the marks 待核, with what they enclose.
var marksIn = regexp.MustCompile(`【待核：[^】]*】`)

// TestNothingStaleSurvives begins with reports at random, put together from the
// sentences of the examples: no number of the tables comes along but those that
// an opening tells, the old year stands nowhere unmarked, and every mark is
// found.
func TestNothingStaleSurvives(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for n := range 300 {
		year := 2019 + random.IntN(9)
		last := anyReport(t, random, year)
		next := from(t, last, year+1)
		listed := map[model.Address]bool{}
		for _, i := range next.Carried.Items {
			if i.Code == codeIn || i.Code == codeBase || i.Code == codePrevious {
				for _, a := range i.Cells {
					listed[a] = true
				}
			}
			if m := Message(i); m == "" || strings.ContainsAny(m, "\n") {
				t.Fatalf("%d: %+v: %q", n, i, m)
			}
		}
		for a := range next.Cells {
			if !listed[a] {
				t.Fatalf("%d: %s came along", n, a)
			}
		}
		staleYear(t, next, year)
		body, err := reportfile.Write(next)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := reportfile.Read(body); err != nil || again.Carried == nil || len(again.Carried.Items) != len(next.Carried.Items) {
			t.Fatalf("%d: the account does not last: %v", n, err)
		}
	}
}

// staleYear fails for an earlier year without a mark.
func staleYear(t *testing.T, next *model.Report, old int) {
	t.Helper()
	stale := regexp.MustCompile(`(^|[^0-9０-９])(?:` + spelled(old) + `)([^0-9０-９]|$)`)
	inForce := next.Edition().Notice() // which may be of that year
	for id, blocks := range next.Narrative {
		for _, b := range blocks {
			for _, text := range []string{b.Heading, b.Text} {
				text = inForce.ReplaceAllString(marksIn.ReplaceAllString(text, ""), "")
				if m := stale.FindString(text); m != "" {
					t.Errorf("%s: %q in %s", id, m, text)
				}
			}
		}
	}
}

// anyReport is a report at random: half of its cells are filled in, and its prose
// is that of the examples in another order, their years moved to its own.
func anyReport(t *testing.T, random *rand.Rand, year int) *model.Report {
	t.Helper()
	r := report(t, year)
	for _, c := range r.Edition().Cells() {
		if !c.Total() && random.IntN(2) == 0 {
			set(t, r, string(c.Address)+"="+strconv.Itoa(random.IntN(20)))
		}
	}
	for _, id := range []model.SectionID{model.Preamble, model.Overview, model.Problems, model.Other} {
		for range 1 + random.IntN(4) {
			var lines []string
			for range 1 + random.IntN(5) {
				p := passages[random.IntN(len(passages))]
				lines = append(lines, strings.ReplaceAll(p.last, strconv.Itoa(p.year), strconv.Itoa(year)))
			}
			r.Narrative[id] = append(r.Narrative[id], model.Block{Heading: fmt.Sprintf("%d年的情况", year), Text: strings.Join(lines, "\n")})
		}
	}
	return r
}

// TestTiedNumbersAgree: the number that a tie replaces is that of its cell, so
// the new report's rules have nothing to say when the tables are the same again.
func TestTiedNumbersAgree(t *testing.T) {
	last := report(t, 2025)
	last.Narrative[model.Overview] = []model.Block{{Text: "收到申请5件，办结3件，结转下年度2件。"}}
	next := from(t, last, 2026)
	for a, v := range last.Cells {
		set(t, next, string(a)+"="+v)
	}
	if got := next.Expand(next.Narrative[model.Overview][0].Text); got != "收到申请5件，办结3件，结转下年度2件。" {
		t.Errorf("%s", got)
	}
	for _, f := range check.Run(next, nil) {
		if f.Rule == "C07" || f.Rule == "C08" || f.Rule == "C09" {
			t.Error(f.Message())
		}
	}
}

func FuzzPassage(f *testing.F) {
	for _, p := range passages {
		f.Add(p.last, p.year)
	}
	f.Fuzz(func(t *testing.T, text string, year int) {
		year = model.FirstYear + int(uint(year)%uint(model.LastYear-model.FirstYear))
		last := report(t, year)
		last.Narrative[model.Overview] = []model.Block{{Text: text}}
		staleYear(t, from(t, last, year+1), year)
	})
}

func BenchmarkSample(b *testing.B) {
	last := sample(b)
	for b.Loop() {
		from(b, last, 2021)
	}
}

// BenchmarkPasted is a block of 20,000 characters of one thing: the time must
// stay in proportion to the length.
func BenchmarkPasted(b *testing.B) {
	for _, piece := range []string{"12件，", "1234567 ", "《通知》〔2019〕60号", "【待核：", "2020年", "一百件"} {
		b.Run(piece, func(b *testing.B) {
			last := report(b, 2020)
			last.Narrative[model.Overview] = []model.Block{{Text: strings.Repeat(piece, 20_000/len([]rune(piece)))}}
			for b.Loop() {
				from(b, last, 2021)
			}
		})
	}
}

// TestUnnamed: last year's report names no agency, and its account says so.
func TestUnnamed(t *testing.T) {
	last, err := model.New(2025, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	if told := account(from(t, last, 2026)); !strings.Contains(told, "上年没有写单位全称") || strings.Contains(told, "  的全称") {
		t.Errorf("told:\n%s", told)
	}
}

// TestUnread: what stands in last year's cells and is no number is told of, wherever a
// number would have come along.
func TestUnread(t *testing.T) {
	last, err := model.New(2025, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	set(t, last, "applications.carriedOut.business=2")
	for a, written := range map[model.Address]string{
		"applications.carriedOut.person": "/", "disclosure.documents.effective": "两件", "disputes.review.pending": "3起", "applications.granted.person": "一",
	} {
		if err := last.Enter(a, written); err == nil {
			t.Fatalf("%s is a number", written)
		}
	}
	next := from(t, last, 2026)
	if len(next.Unread) > 0 || next.Cells["applications.carriedIn.business"] != "2" || next.Cells["applications.carriedIn.person"] != "" {
		t.Errorf("cells %v, %v", next.Cells, next.Unread)
	}
	told := account(next)
	for _, want := range []string{"自然人：上年写的是“/”，不是数字", "现行有效件数：上年写的是“两件”", "表四“行政复议 尚未审结”：上年写的是“3起”"} {
		if !strings.Contains(told, want) {
			t.Errorf("no word of %s:\n%s", want, told)
		}
	}
	if strings.Contains(told, "予以公开") {
		t.Errorf("told of what would not have come along:\n%s", told)
	}
}
