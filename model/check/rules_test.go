package check

import (
	"slices"
	"testing"

	"nianbao/model"
)

// Rules whose cases need more than those of TestRules say: cells and both sides of each
// finding.

func TestA01(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disclosure.fees.amount", "")
	set(t, r, "disclosure.licensing.decided", "")
	expect(t, r, "A01", finding{cells: "disclosure.licensing.decided disclosure.fees.amount", words: "2 格"})
	expect(t, complete(t, 2020), "A01")
}

func TestA02(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disclosure.documents.issued", "12")
	expect(t, r, "A02")
	take(t, r, "disclosure.documents.issued", "-1")
	take(t, r, "disclosure.fees.amount", "若干") // A03's
	expect(t, r, "A02", finding{cells: "disclosure.documents.issued", left: "-1", words: "“-1”"})
	take(t, r, "disclosure.documents.issued", "1\n2\u2028")
	expect(t, r, "A02", finding{cells: "disclosure.documents.issued", left: "1\n2\u2028", words: "“1 2 ”"})
}

func TestA03(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disclosure.fees.amount", "190.457379")
	expect(t, r, "A03")
	take(t, r, "disclosure.fees.amount", "5万元")
	expect(t, r, "A03", finding{cells: "disclosure.fees.amount", left: "5万元", words: "只填数字"})
}

func TestB01(t *testing.T) {
	r := complete(t, 2020)
	set(t, r, "disclosure.fees.change", "")
	expect(t, r, "B01", finding{cells: "disclosure.fees.change", words: "1 格"})
	expect(t, complete(t, 2026), "B01")
}

func TestB02(t *testing.T) {
	r := complete(t, 2020)
	set(t, r, "disclosure.licensing.change", "-3")
	set(t, r, "disclosure.penalties.change", "+14")
	expect(t, r, "B02")
	take(t, r, "disclosure.licensing.previous", "-3")
	expect(t, r, "B02", finding{cells: "disclosure.licensing.previous", left: "-3", words: "行政许可"})
}

func TestB05(t *testing.T) {
	r := complete(t, 2020)
	for _, pair := range [][2]string{{"0", "0"}, {"0", "0元"}, {"0", "0.00万元"}, {"2", "4万元"}, {"2", ""}, {"", "4万元"}} {
		set(t, r, "disclosure.procurement.projects", pair[0])
		set(t, r, "disclosure.procurement.amount", pair[1])
		expect(t, r, "B05")
	}
	const both = "disclosure.procurement.projects disclosure.procurement.amount"
	for _, pair := range [][2]string{{"0", "4万元"}, {"2", "0"}, {"2", "0万元"}} {
		set(t, r, "disclosure.procurement.projects", pair[0])
		set(t, r, "disclosure.procurement.amount", pair[1])
		expect(t, r, "B05", finding{cells: both, left: pair[0], right: pair[1], words: "一个是 0"})
	}
}

func TestC01(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "applications.received.person", "3")
	set(t, r, "applications.carriedIn.person", "1")
	set(t, r, "applications.granted.person", "3")
	const person = "applications.received.person applications.carriedIn.person applications.handled.person applications.carriedOut.person"
	const total = "applications.received.total applications.carriedIn.total applications.handled.total applications.carriedOut.total"
	expect(t, r, "C01",
		finding{cells: person, left: "4", right: "3", words: "新收 3 ＋ 上年结转 1 ＝ 4，总计 3 ＋ 结转下年度 0 ＝ 3，差 1。请核对；若“结转下年度继续办理”填 1 即平"},
		finding{cells: total, left: "4", right: "3", words: "差 1。这一列由程序相加"})
	set(t, r, "applications.carriedOut.person", "1")
	expect(t, r, "C01")
	set(t, r, "applications.partial.legal", "2")
	expect(t, r, "C01",
		finding{cells: "*", left: "0", right: "2", words: "法律服务机构列：新收 0 ＋ 上年结转 0 ＝ 0，总计 2 ＋ 结转下年度 0 ＝ 2，差 2。办结的比收到的多"},
		finding{cells: "*", left: "4", right: "6", words: "总计列"})
	empty, err := model.New(2026, model.Agency{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, empty, "C01")
	// A column that is begun counts its blanks as 0; the others stay silent.
	set(t, empty, "applications.received.other", "2")
	expect(t, empty, "C01",
		finding{cells: "*", left: "2", right: "0", words: "其他列"},
		finding{cells: "*", left: "2", right: "0", words: "总计列"})
	set(t, empty, "applications.carriedOut.other", "2")
	expect(t, empty, "C01")
}

func TestC02(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "applications.granted.person", "2")
	state(t, r, "applications.handled.person", "3")
	state(t, r, "applications.handled.business", "0")
	expect(t, r, "C02", finding{cells: "applications.handled.person", left: "3", right: "2", words: "原文合计 3，应为 2"})
}

func TestC03(t *testing.T) {
	r := complete(t, 2020)
	set(t, r, "applications.secret.other", "5")
	state(t, r, "applications.secret.total", "0")
	state(t, r, "applications.inquiry.total", "0")
	expect(t, r, "C03", finding{cells: "applications.secret.total", left: "0", right: "5", words: "原文合计 0，应为 5"})
}

func TestC04(t *testing.T) {
	r := complete(t, 2026)
	take(t, r, "applications.granted.person", "1.5")
	expect(t, r, "C04", finding{cells: "applications.granted.person", left: "1.5", words: "自然人"})
	take(t, r, "applications.granted.person", "15")
	expect(t, r, "C04")
}

func TestC05(t *testing.T) {
	r := complete(t, 2026)
	for _, column := range []string{"person", "business", "research", "charity"} {
		set(t, r, "applications.granted."+column, "")
	}
	expect(t, r, "C05", finding{cells: "*", words: "4 格没有填：表三“（一）予以公开”自然人、"})
	expect(t, complete(t, 2026), "C05")
}

func TestD01(t *testing.T) {
	r := complete(t, 2026)
	set(t, r, "disputes.review.upheld", "4")
	set(t, r, "disputes.review.pending", "7")
	state(t, r, "disputes.review.total", "0")
	state(t, r, "disputes.direct.total", "0")
	expect(t, r, "D01", finding{cells: "disputes.review.total", left: "0", right: "11", words: "原文合计 0，应为 11"})
}

func TestD02(t *testing.T) {
	r := complete(t, 2020)
	set(t, r, "disputes.direct.other", "")
	take(t, r, "disputes.review.upheld", "一")
	expect(t, r, "D02",
		finding{cells: "disputes.direct.other", words: "1 格"},
		finding{cells: "disputes.review.upheld", left: "一", words: "“一”"})
}

func TestS02(t *testing.T) {
	r := complete(t, 2026)
	for _, title := range []string{"", "梧桐镇人民政府2026年政府信息公开工作年度报告", "梧桐镇人民政府２０２６ 年度报告", "二〇二六年报告", "二○二六年报告", "年度报告"} {
		r.Title = title
		expect(t, r, "S02")
	}
	r.Title = "梧桐镇人民政府２０２５年政府信息公开工作年度报告"
	expect(t, r, "S02", finding{left: "2025", right: "2026", words: "标题里写的是 2025 年"})
	r.Title = "梧桐镇人民政府二○二五年政府信息公开工作年度报告"
	expect(t, r, "S02", finding{left: "二○二五", right: "2026", words: "报告年度是 2026 年"})
}

// TestS06Answered: no field shows a number of another edition, so its error can be
// answered, as can what is wrong with the document.
func TestS06Answered(t *testing.T) {
	r := complete(t, 2026)
	take(t, r, "disclosure.procurement.projects", "2")
	r.Source = &model.Source{Labels: []model.LabelSlip{{Section: model.Applications, Official: "自然人", Found: "公民"}}}
	found := Run(r, nil)
	if n := Count(found); n.E != 2 || Wrong(found) != 1 {
		t.Fatalf("%+v, %d wrong on paper: %v", n, Wrong(found), found)
	}
	for _, f := range found {
		a, ok := Acknowledgement(f, "已逐格核对")
		if !ok {
			t.Fatalf("%s cannot be answered", f.Rule)
		}
		r.Acknowledged = append(r.Acknowledged, a)
	}
	for _, f := range Run(r, nil) {
		if f.Answer != "已逐格核对" {
			t.Errorf("%s is not answered", f.Rule)
		}
	}
	take(t, r, "disclosure.procurement.projects", "3")
	if found := Run(r, nil); Wrong(found) != 1 {
		t.Errorf("the answer outlives the number: %v", found)
	}
}

// TestEveryCellIsJudged: in every edition, each cell that lacks a value, holds a sign
// for nothing or what is no value is told of by just the rules that are for it.
func TestEveryCellIsJudged(t *testing.T) {
	for _, e := range model.Editions() {
		blanks := map[string]string{"disclosure": "A01", "applications": "C05", "disputes": "D02"}
		values := map[string]string{"disclosure": "A02", "applications": "C04", "disputes": "D02"}
		if e.From < 2021 {
			blanks["disclosure"], values["disclosure"] = "B01", "B02"
		}
		clean, rules := complete(t, e.From+1), new(Checker)
		for _, cell := range e.Cells() {
			if cell.Total() {
				continue
			}
			table := cell.Address.Table()
			value := values[table]
			switch cell.Kind {
			case model.Money:
				value = "A03"
			case model.Change, model.Amount:
				value = "B02"
			}
			for written, want := range map[string][]string{"": {blanks[table]}, "/": {blanks[table], value}, "两件": {value}} {
				r := clean.Clone()
				take(t, r, string(cell.Address), written)
				var got []string
				for _, f := range rules.Run(r, nil) {
					if f.Level != Error || len(f.Cells) != 1 || f.Cells[0] != cell.Address {
						t.Errorf("%s %q: %s %v", cell.Address, written, f.Rule, f.Cells)
					}
					got = append(got, f.Rule)
				}
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Errorf("%s %s %q: %v, want %v", e.ID, cell.Address, written, got, want)
				}
			}
		}
	}
}

// TestUnknownNumbers: where a number is not to be known, or a file's own total
// contradicts it, the rules that would compare it are silent.
func TestUnknownNumbers(t *testing.T) {
	d := &draft{t: t, r: complete(t, 2026)}
	for _, s := range []step{
		finished(5), says("2026年，我镇新收政府信息公开申请5件，办结5件。"),
		lastYear(cells("carriedOut.person=0")),
		written("received.business=-1", "carriedIn.person=无", "disclosure.documents.issued=两件", "disclosure.documents.effective=0"),
	} {
		s(d)
	}
	for _, f := range Run(d.r, d.last) {
		if f.Rule != "A02" && f.Rule != "C04" && f.Rule != "C05" {
			t.Errorf("%s: %s", f.Rule, f.Message())
		}
	}
	d = &draft{t: t, r: complete(t, 2026)}
	for _, s := range []step{finished(4), says("2026年，我镇新收政府信息公开申请5件，办结5件。"), stated("received.total=5", "handled.total=5")} {
		s(d)
	}
	var got []string
	for _, f := range Run(d.r, nil) {
		got = append(got, f.Rule)
	}
	if want := []string{"C02", "C03", "C03"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v: the prose may be right", got, want)
	}
}

func TestS11(t *testing.T) {
	r := complete(t, 2026)
	for text, words := range map[string]string{
		"":          "还没有写",
		"无":         "只写了“无”",
		"无。\n":      "只写了“无。”",
		"公开少，今后多公开": "只写了“公开少，今后多公开”",
		"我镇政府信息公开工作开展顺利，成效良好。": "没有看到存在的问题",
		"信息公开的主动性不够，及时性较差。":    "没有看到改进情况",
	} {
		r.Narrative[model.Problems] = []model.Block{{Text: text}}
		expect(t, r, "S11", finding{words: words})
	}
	r.Narrative[model.Problems] = nil
	expect(t, r, "S11", finding{words: "还没有写"})
	for _, blocks := range [][]model.Block{
		{{Heading: "存在的问题", Text: "公开不及时。"}, {Heading: "改进情况", Text: "及时公开。"}},
		{{Text: "更新慢，今后抓好更新"}},
		{{Text: "部分栏目更新不及时，下步抓好更新。"}},
		{{Text: "人手偏少。今后配齐专职工作人员。"}},
	} {
		r.Narrative[model.Problems] = blocks
		expect(t, r, "S11")
	}
	// 不断 tells of no problem.
	r.Narrative[model.Problems] = []model.Block{{Text: "我镇不断加强政府信息公开工作。"}}
	expect(t, r, "S11", finding{words: "没有看到存在的问题"})
}

// take writes a cell as a file has it.
func take(t testing.TB, r *model.Report, a, written string) {
	t.Helper()
	if err := r.Take(model.Address(a), written); err != nil {
		t.Fatal(err)
	}
}

func state(t testing.TB, r *model.Report, a, value string) {
	t.Helper()
	if err := r.State(model.Address(a), value); err != nil {
		t.Fatal(err)
	}
}
