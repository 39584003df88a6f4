package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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
		take(t, r, string(a), "1") // 2019's
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

// county is a clean report of a county with large numbers.
func county(t testing.TB) *model.Report {
	t.Helper()
	r := complete(t, 2024)
	r.Agency = model.Agency{Name: "临水县人民政府", Short: "我县", Kind: model.County}
	r.Signature = model.Signature{Agency: r.Agency.Name, Date: "2025-03-20"}
	for a, value := range map[string]string{
		"disclosure.documents.issued": "12", "disclosure.documents.repealed": "5", "disclosure.documents.effective": "186",
		"disclosure.licensing.decided": "128456", "disclosure.penalties.decided": "20731", "disclosure.enforcement.decided": "1204",
		"disclosure.fees.amount":       "5923.2449",
		"applications.received.person": "1180", "applications.received.business": "96", "applications.received.legal": "24",
		"applications.carriedIn.person": "41", "applications.granted.person": "530", "applications.granted.business": "60",
		"applications.partial.person": "88", "applications.process.person": "102", "applications.notHeld.person": "310",
		"applications.notHeld.business": "36", "applications.petition.person": "97", "applications.otherHandling.legal": "24",
		"applications.uncorrected.person": "40", "applications.carriedOut.person": "54",
		"disputes.review.upheld": "61", "disputes.review.corrected": "9", "disputes.review.other": "14", "disputes.review.pending": "3",
		"disputes.direct.upheld": "22", "disputes.direct.pending": "4", "disputes.afterReview.upheld": "17", "disputes.afterReview.other": "2",
	} {
		set(t, r, a, value)
	}
	r.Narrative = map[model.SectionID][]model.Block{
		model.Preamble: {{Text: "根据《中华人民共和国政府信息公开条例》（国务院令第711号，2019年修订）和国办公开办函〔2021〕30号要求，编制本报告。" +
			"本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。" +
			"所列数据的统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与临水县人民政府办公室联系（地址：临水县城关镇人民路1号，邮政编码：032300，联系电话：0358-0000000）。"}},
		model.Overview: {
			{Text: "2024年，我县坚持以习近平新时代中国特色社会主义思想为指导，深入推进政府信息公开工作，以公开促落实、促规范、促服务。"},
			{Heading: "主动公开情况", Text: "全年通过政府网站公开信息12456条，其中概况类信息34条、政务动态信息8002条、信息公开目录信息4420条，较2023年增长12.5%。制发行政规范性文件12件，废止5件，现行有效186件。发布政策解读128篇，其中图解56篇。"},
			{Heading: "依申请公开情况", Text: "全县共收到政府信息公开申请1300件，其中自然人申请1180件，法人或其他组织申请120件；上年结转41件。办结1287件，其中予以公开590件、部分公开88件、不予公开102件、无法提供346件、不予处理97件、其他处理64件；结转下年度继续办理54件。" +
				"因政府信息公开引发的行政复议87件，行政诉讼45件。县本级收到申请412件，各乡镇收到申请888件。"},
			{Heading: "政府信息管理情况", Text: "严格落实“三审三校”制度，编制政府信息公开指南，及时清理规范性文件，向市政府备案规范性文件12件，报备率100%。"},
			{Heading: "平台建设情况", Text: "加强政府网站和政务新媒体建设，2024年12月底前完成适老化改造，全县14个乡镇均设立政务公开专区，接待群众3.2万人次。办理网民留言1024件，均已办结。"},
			{Heading: "监督保障情况", Text: "把政务公开纳入年度考核，分值权重不低于4%，举办培训班两次，培训300余人次。"},
		},
		model.Problems: {{Text: "2024年，我县政府信息公开工作取得了一定成效，但还存在一些不足：一是部分单位公开不够及时；二是政策解读形式较为单一。" +
			"针对2023年存在的问题，已逐项整改。\n2025年，将重点做好以下工作：一是加强培训；二是丰富解读形式，做到“应公开、尽公开”。"}},
		model.Other: {{Text: "本年度按照《政府信息公开信息处理费管理办法》收取信息处理费0元。2024年，全县承办人大代表建议86件、政协提案112件，均已答复并按要求公开。"}},
	}
	return r
}

// TestCountyReport: a county's report with large numbers, written as counties
// write, gives no error and no hint.
func TestCountyReport(t *testing.T) {
	for _, f := range Run(county(t), nil) {
		t.Errorf("%s %s %s", f.Rule, f.Level, f.Message())
	}
	last := county(t)
	last.Year = 2023
	set(t, last, "disclosure.documents.effective", "179")
	set(t, last, "applications.carriedOut.person", "41")
	last.Narrative = nil
	for _, f := range Run(county(t), last) {
		t.Errorf("after last year's: %s %s %s", f.Rule, f.Level, f.Message())
	}
}

// TestCheckerRemembers: a checker that has seen other states says what a fresh
// one says.
func TestCheckerRemembers(t *testing.T) {
	r, last := county(t), county(t)
	last.Year = 2023
	var k Checker
	agree := func(what string, previous *model.Report) {
		t.Helper()
		got, want := k.Run(r, previous), Run(r, previous)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%v\nwant\n%v", what, got, want)
		}
	}
	agree("at first", nil)
	agree("with last year's", last)
	r.Narrative[model.Overview][2].Text += "办结5件。"
	agree("after an edit", last)
	r.Agency.Short = "本县"
	agree("under another name", last)
	set(t, r, "applications.received.person", "7")
	agree("after a number", last)
	other := county(t)
	other.Year, other.Narrative[model.Overview] = 2023, nil
	agree("with another report before", other)
	agree("without", nil)
}

// TestPlaces: a finding points at what it speaks of, in the text as it was typed.
func TestPlaces(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "applications.received.person", "7")
	const text = "　　第一段。\n  收到申请{applications.received.total}件，大于６件；{{特此报告⽂件。\n"
	r.Narrative[model.Overview] = append(r.Narrative[model.Overview], model.Block{Heading: "特此报告", Text: text})
	var got []string
	var k Checker
	k.SetPrints(func(rune) bool { return true })
	for _, f := range k.Run(r, nil) {
		if f.Place == nil || !slices.Contains([]string{"S16", "S27", "S28"}, f.Rule) {
			continue
		}
		in := text
		if f.Place.Heading {
			in = r.Narrative[f.Section][f.Place.Block].Heading
		}
		got = append(got, f.Rule+string([]rune(in)[f.Place.Start:f.Place.End]))
	}
	if want := "S16特此报告 S16特此报告 S27６ S28⽂"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestStalePassages: S20 and S09 stand beside last year's paragraphs.
func TestStalePassages(t *testing.T) {
	r, last := complete(t, 2026), complete(t, 2025)
	block := func(year, n int) model.Block {
		return model.Block{Text: fmt.Sprintf("%s\n%d年我镇公开信息%d条，接受群众监督。", longText, year, n)}
	}
	r.Narrative[model.Overview] = append(r.Narrative[model.Overview], block(2025, 72))
	last.Narrative[model.Overview] = append([]model.Block{block(2025, 60)}, last.Narrative[model.Overview]...)
	same := first(t, r, last, "S20")
	if len(same.Passages) == 0 || same.Place == nil {
		t.Fatalf("%+v", same)
	}
	for _, p := range same.Passages {
		if p.Similarity < sameText || p.Text == "" || p.Before == "" || p.Section == "" {
			t.Errorf("passage %+v", p)
		}
	}
	stale := first(t, r, last, "S09")
	if len(stale.Passages) != 1 || stale.Passages[0].Before != "2025年我镇公开信息60条，接受群众监督。" || stale.Passages[0].Text != "2025年我镇公开信息72条，接受群众监督。" {
		t.Errorf("S09 stands beside %+v", stale.Passages)
	}
}

// FuzzRun: no narrative makes the rules stumble, and every place lies in it.
func FuzzRun(f *testing.F) {
	for _, c := range allCases() {
		for _, b := range c.breaks {
			d := &draft{t: f, r: complete(f, 2026)}
			for _, s := range b.steps {
				s(d)
			}
			for _, blocks := range d.r.Narrative {
				f.Add(blocks[len(blocks)-1].Text, d.r.Title, "{applications.received.total}")
			}
		}
	}
	f.Add("\xff\n\u200b收到申请{{12件", "二〇", "×")
	f.Fuzz(func(t *testing.T, text, title, heading string) {
		if len(text) > 3000 {
			return
		}
		r, last := complete(t, 2026), complete(t, 2025)
		r.Title = title
		for _, s := range r.Edition().Prose() {
			r.Narrative[s.ID] = append(r.Narrative[s.ID], model.Block{Heading: heading, Text: text})
		}
		last.Narrative[model.Overview] = []model.Block{{Text: heading + text}}
		for _, found := range Run(r, last) {
			if m := found.Message(); strings.Contains(m, "%!") && !strings.Contains(text+title+heading, "%") {
				t.Errorf("message %q", m)
			}
			if p := found.Place; p != nil {
				b := r.Narrative[found.Section][p.Block]
				in := b.Text
				if p.Heading {
					in = b.Heading
				}
				if p.Start < 0 || p.End < p.Start || p.End > utf8.RuneCountInString(in) {
					t.Errorf("%s at %v of %q", found.Rule, *p, in)
				}
			}
		}
	})
}
