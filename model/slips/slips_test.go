package slips

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

func report(t testing.TB, year int) *model.Report {
	t.Helper()
	r, err := model.New(year, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func set(t testing.TB, r *model.Report, a model.Address, value string) {
	t.Helper()
	if err := r.Set(a, value); err != nil {
		t.Fatal(err)
	}
}

// TestAskAll: the rows of an edition ask for every cell that somebody must supply,
// once, in the order of the form; each has a wording, and every column.
func TestAskAll(t *testing.T) {
	for _, e := range model.Editions() {
		var want, got []model.Address
		for _, c := range e.Cells() {
			if !c.Total() {
				want = append(want, c.Address)
			}
		}
		for _, p := range Ask(e, Rows(e)) {
			for _, l := range p.Lines {
				if len(l.Labels) == 0 || l.Words == "" || len(l.Cells) != len(p.Columns) {
					t.Errorf("%s: %s: labels %q, words %q, %d cells", e.ID, l.Row, l.Labels, l.Words, len(l.Cells))
				}
				for _, q := range l.Cells {
					got = append(got, q.Address)
				}
			}
			for _, c := range p.Columns {
				if c.Label == "" {
					t.Errorf("%s: %s has a column without a head", e.ID, p.Section.ID)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: asks for\n%v, want\n%v", e.ID, got, want)
		}
	}
}

// TestAsk shows what slips ask for, in words.
func TestAsk(t *testing.T) {
	for _, tt := range []struct {
		year int
		rows []string
		want string
	}{
		{2026, []string{"disclosure.penalties", "disclosure.enforcement"}, `
disclosure 第二十条第（六）项 本年处理决定数量=今年作出多少件决定
 行政处罚: disclosure.penalties.decided
 行政强制: disclosure.enforcement.decided`},
		{2020, []string{"disclosure.penalties", "disclosure.fees"}, `
disclosure 第二十条第（六）项 上一年项目数量=上年年底有几项|本年增/减=多3项写+3，少3项写-3|处理决定数量=今年作出多少件决定
 行政处罚: disclosure.penalties.previous disclosure.penalties.change disclosure.penalties.decided
disclosure 第二十条第（八）项 上一年项目数量=上年年底有几项|本年增/减=多3项写+3，少3项写-3
 行政事业性收费: disclosure.fees.previous disclosure.fees.change`},
		{2026, []string{"disputes"}, `
disputes  结果维持=维持了我们的处理|结果纠正=改了我们的处理|其他结果=撤回等，不是前两样|尚未审结=年底还没有结果
 行政复议: disputes.review.upheld disputes.review.corrected disputes.review.other disputes.review.pending
 行政诉讼>未经复议直接起诉: disputes.direct.upheld disputes.direct.corrected disputes.direct.other disputes.direct.pending
 行政诉讼>复议后起诉: disputes.afterReview.upheld disputes.afterReview.corrected disputes.afterReview.other disputes.afterReview.pending`},
		// One cell of a row, a total, a row that there is not, half a name.
		{2026, []string{"disclosure.documents.issued", "applications.handled", "disclosure.procurement", "disclosure.docu", "nosuch"}, `
disclosure 第二十条第（一）项 本年制发件数=今年新印发的|本年废止件数=今年宣布作废的|现行有效件数=年底还管用的
 行政规范性文件: disclosure.documents.issued - -`},
		{2026, []string{"disclosure.fees"}, `
disclosure 第二十条第（八）项 本年收费金额（单位：万元）=今年一共收了多少
 行政事业性收费: disclosure.fees.amount`},
		{2026, nil, ""},
	} {
		var b strings.Builder
		for _, p := range Ask(report(t, tt.year).Edition(), tt.rows) {
			var heads []string
			for _, c := range p.Columns {
				heads = append(heads, strings.TrimSuffix(c.Label+"="+c.Words, "="))
			}
			fmt.Fprintf(&b, "\n%s %s %s", p.Section.ID, p.Band, strings.Join(heads, "|"))
			for _, l := range p.Lines {
				fmt.Fprintf(&b, "\n %s:", strings.Join(l.Labels, ">"))
				for _, q := range l.Cells {
					if q.Address == "" {
						q.Address = "-"
					}
					fmt.Fprintf(&b, " %s", q.Address)
				}
			}
		}
		if b.String() != tt.want {
			t.Errorf("%v asks for%s\nwant%s", tt.rows, b.String(), tt.want)
		}
	}
}

// TestShown: a line stands with what groups it, and without the title of its part of
// the table.
func TestShown(t *testing.T) {
	for labels, want := range map[string]string{
		"三、本年度办理结果 （一）予以公开":          "（一）予以公开",
		"三、本年度办理结果 （三）不予公开 1.属于国家秘密": "（三）不予公开 1.属于国家秘密",
		"行政诉讼 未经复议直接起诉":              "行政诉讼 未经复议直接起诉",
		"（二）区分处理、计其他情形 其他":           "（二）区分处理、计其他情形 其他",
		"行政规范性文件":                    "行政规范性文件",
	} {
		if got := strings.Join(Line{Labels: strings.Fields(labels)}.Shown(), " "); got != want {
			t.Errorf("%s: %s", labels, got)
		}
	}
}

// TestPropose: every cell of every edition is asked of just one office, whatever the
// agency, under names of its own.
func TestPropose(t *testing.T) {
	for _, e := range model.Editions() {
		for _, kind := range append(model.AgencyKinds(), "unknown") {
			r := report(t, e.From)
			r.Agency.Kind = kind
			l := Propose(r)
			if n := len(l.Unassigned(e)); n > 0 {
				t.Errorf("%s %s: %d rows are nobody's", e.ID, kind, n)
			}
			for _, s := range Compare(r, l) {
				if len(s.Voices) != 1 || s.State != Silent {
					t.Errorf("%s %s: %s is asked of %d, state %v", e.ID, kind, s.Cell.Address, len(s.Voices), s.State)
				}
			}
			var names []string
			for _, g := range l.Givers {
				names = append(names, g.Name)
			}
			slices.Sort(names)
			if len(slices.Compact(names)) != len(l.Givers) || slices.Contains(names, "") {
				t.Errorf("%s %s: names %q", e.ID, kind, names)
			}
		}
	}
}

// TestUnknownRow: what no line of the data names is asked of the general office.
func TestUnknownRow(t *testing.T) {
	for row, want := range map[string]office{
		"disclosure.data": general, "newtable.row": general, "disputes.mediation": justice, "applications.newKind": general,
		"disclosure.fees": finance,
	} {
		if got := officeOf(row); got != want {
			t.Errorf("%s: office %d, want %d", row, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	e := report(t, 2026).Edition()
	for name, want := range map[string]string{
		"镇执法队": "disclosure.penalties disclosure.enforcement", "便民中心": "disclosure.licensing", "财政所": "disclosure.fees",
		"司法所": "disputes.review disputes.direct disputes.afterReview", "柳湾村": "applications.received", "桥头社区": "applications.received",
		"王主任": "",
	} {
		if got := strings.Join(Suggest(e, name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestCompare: what the slips say of a cell against what the report has.
func TestCompare(t *testing.T) {
	const documents, fees, bought, change = "disclosure.documents.issued", "disclosure.fees.amount", "disclosure.procurement.amount", "disclosure.licensing.change"
	for _, tt := range []struct {
		cell   model.Address
		report string
		said   []string // by three villages; "-" for one that is not asked
		state  State
		sum    string
	}{
		{documents, "", []string{"", "", ""}, Silent, ""},
		{documents, "5", []string{"", "", ""}, Silent, ""},
		{documents, "", []string{"1", "", "2"}, Partly, ""}, // blank is not 0
		{documents, "3", []string{"1", "", "2"}, Partly, ""},
		{documents, "", []string{"1", "0", "２"}, Absent, "3"},
		{documents, "3", []string{"1", "0", "2"}, Agrees, "3"},
		{documents, "4", []string{"1", "0", "2"}, Differs, "3"},
		{documents, "两件", []string{"1", "0", "1"}, Differs, "2"},
		{documents, "", []string{"1", "两件", "2"}, Unclear, ""},
		{documents, "", []string{"/", "-", ""}, Unclear, ""},
		{documents, "", []string{"1", "-1", "2"}, Unclear, ""},
		{documents, "1", []string{"-", "1", "-"}, Agrees, "1"},
		{documents, "", []string{"999999999999", "1", "0"}, Unclear, ""}, // more than a cell holds
		{fees, "190.957379", []string{"190.457379", "0.5", "-"}, Agrees, "190.957379"},
		{fees, "1", []string{"0.50", "0.50", "0"}, Agrees, "1.00"},
		{fees, "", []string{"4万元", "1", "1"}, Unclear, ""},
		{bought, "", []string{"4万元", "0", "3万元"}, Absent, "7万元"},
		{bought, "7.51万元", []string{"4万元", "35100元", "0"}, Agrees, "75100元"},
		{bought, "40000元", []string{"4万元", "-", "-"}, Agrees, "4万元"},
		{bought, "4", []string{"4万元", "-", "-"}, Differs, "4万元"},
		{bought, "", []string{"0.123456万元", "1元", "-"}, Absent, "1235.56元"},
		{bought, "", []string{"4万元", "3", "-"}, Unclear, ""}, // of what?
		{bought, "0", []string{"0", "0元", "-"}, Agrees, "0"},
		{change, "+2", []string{"+3", "-1", "0"}, Agrees, "+2"},
		{change, "", []string{"+1", "-1", "-"}, Absent, "0"},
		{change, "-3", []string{"-1", "-2", "-"}, Agrees, "-3"},
	} {
		year := 2026
		if tt.cell == bought || tt.cell == change {
			year = 2020
		}
		r := report(t, year)
		if err := r.Enter(tt.cell, tt.report); err != nil && tt.report != "两件" {
			t.Fatal(err)
		}
		var l List
		for i, written := range tt.said {
			g := Giver{Name: fmt.Sprint("村", i)}
			if written == "-" && (i > 0 || len(tt.said[0]) == 1 && tt.state != Unclear) {
				l.Givers = append(l.Givers, g)
				continue
			}
			g.Rows = []string{string(tt.cell)}
			g.Answer(tt.cell, written)
			l.Givers = append(l.Givers, g)
		}
		before := fmt.Sprint(r.Cells)
		said := Compare(r, l)
		if len(said) != 1 || said[0].State != tt.state || said[0].Sum != tt.sum {
			t.Errorf("%s %q, said %q: %+v, want %s %q", tt.cell, tt.report, tt.said, said, tt.state.Name(), tt.sum)
			continue
		}
		if fmt.Sprint(r.Cells) != before {
			t.Error("the report has changed")
		}
		quiet, named := Changes(said), Changes(said, tt.cell)
		if (len(quiet) == 1) != (tt.state == Absent) || (len(named) == 1) != (tt.state == Absent || tt.state == Differs) {
			t.Errorf("%s: changes %v, named %v", tt.state.Name(), quiet, named)
		}
		for _, c := range named {
			if set(t, r, c.Address, c.Value); Compare(r, l)[0].State != Agrees {
				t.Errorf("%v filled in does not agree", c)
			}
		}
	}
}

// TestWaiting: who has not answered, and what a slip that came back leaves open.
func TestWaiting(t *testing.T) {
	r := report(t, 2026)
	l := List{Givers: []Giver{
		{Name: "执法队", Rows: []string{"disclosure.penalties", "disclosure.enforcement"}},
		{Name: "财政所", Rows: []string{"disclosure.fees"}, Back: "2027-01-04"},
		{Name: "没有事的", Rows: []string{"nosuch"}},
		{Name: "司法所", Rows: []string{"disputes.review"}},
	}}
	l.Givers[3].Answer("disputes.review.upheld", " 0 ")
	l.Givers[3].Answer("disclosure.fees.amount", "3")
	waiting := l.Waiting(r.Edition())
	if len(waiting) != 1 || waiting[0].Name != "执法队" || len(l.Givers) != 4 {
		t.Errorf("waiting: %v", waiting)
	}
	if got := l.Givers[3].Blank(r.Edition()); len(got) != 3 {
		t.Errorf("left blank: %v", got)
	}
	if got := l.Givers[3].Unplaced(r.Edition()); !slices.Equal(got, []model.Address{"disclosure.fees.amount"}) {
		t.Errorf("unplaced: %v", got)
	}
	rows := l.Unassigned(r.Edition())
	if len(rows) == 0 || rows[0].Row != "disclosure.regulations" || slices.ContainsFunc(rows, func(l Line) bool { return l.Row == "disclosure.fees" }) {
		t.Errorf("unassigned: %v", rows)
	}
	var g Giver
	if g.Answer("disputes.review.upheld", strings.Repeat("长", model.MaxUnread+1)) || g.Answered() {
		t.Error("an answer without end was kept")
	}
	if !g.Answer("disputes.review.upheld", "两\xff件") || g.Answers["disputes.review.upheld"] != "两�件" {
		t.Errorf("answers: %q", g.Answers)
	}
	if g.Answer("disputes.review.upheld", " "); g.Answered() {
		t.Error("a blank answer was kept")
	}
}
