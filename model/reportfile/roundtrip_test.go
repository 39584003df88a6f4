package reportfile

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
)

// roundTrip writes a report and wants to read the same one.
func roundTrip(t *testing.T, r *model.Report) {
	t.Helper()
	data, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(data)
	if err != nil {
		t.Fatalf("cannot read what was written: %v\n%s", err, data)
	}
	if !reflect.DeepEqual(r, again) {
		t.Errorf("read differs from written:\n%+v\n%+v", r, again)
	}
}

func TestRoundTrip(t *testing.T) {
	r, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府", Short: "我镇", Kind: model.Township, Extra: model.Extra{"x-tel": `"0358"`}})
	if err != nil {
		t.Fatal(err)
	}
	r.Title = "标题"
	r.Narrative[model.Overview] = []model.Block{{Heading: "一", Text: "甲\n乙“丙”", Extra: model.Extra{"x-a": `[1,2]`}}, {Text: "𬭎"}}
	r.NarrativeExtra = model.Extra{"x-n": `true`}
	r.CellsExtra = model.Extra{"x-from": `{"applications.received.person":"党政办"}`, "x-m": `3`}
	r.Signature = model.Signature{Agency: "梧桐镇人民政府", Date: "2027-01-20", Extra: model.Extra{"x-s": `null`}}
	r.Acknowledged = []model.Acknowledgement{
		{Rule: "S07", Cells: []model.Address{"disputes.review.upheld"}, Reason: "按县里模板"},
		{Rule: "S15", Extra: model.Extra{"x-by": `"王"`}},
	}
	// Digits beyond a float64 and the order of members are kept.
	r.Extra = model.Extra{"x-record": `{"b":12345678901234567890,"a":1.10}`}
	r.FillZero("disputes.review.upheld")
	r.FillZero("disclosure.fees.amount")
	r.Label = "报县里的"
	r.Online = "https://www.wutong.example/ndbg/1.html"
	r.Carried = &model.Carried{From: model.FirstYear, Items: []model.CarriedItem{
		{Code: "agency", Values: []string{"梧桐镇人民政府"}},
		{Code: "base", Section: model.Disclosure, Cells: []model.Address{"disclosure.documents.effective"}},
	}}
	r.Final = &model.Final{Date: "2027-01-20", Reason: "上级已核"}
	r.Source = &model.Source{
		Headings: []model.HeadingSlip{{Section: model.Problems, Found: "五、存在的问题"}},
		Labels:   []model.LabelSlip{{Section: model.Applications, Cells: []model.Address{"applications.received.person"}, Official: "自然人", Found: "个人"}},
	}
	roundTrip(t, r)
	r.Extra = nil // a mark of the program's own is all there is
	roundTrip(t, r)
}

// TestForeignMarks: members called like the program's own that do not look like
// them are kept as they are.
func TestForeignMarks(t *testing.T) {
	for _, member := range []string{
		`"x-final": 3`, `"x-final": {"date": "bald"}`, `"x-final": {"date": "2027-01-20", "by": "王"}`,
		`"x-zero-filled": ["disputes.review.upheld"]`, `"x-zero-filled": {}`, `"x-zero-filled": []`,
		`"x-label": ["报县里的"]`, `"x-label": "一\n二"`, `"x-label": ""`,
		`"x-address": "梧桐镇人民路 1 号"`, `"x-address": " https://www.wutong.example/"`, `"x-address": ["https://www.wutong.example/"]`, `"x-address": ""`,
		`"x-carried": 2025`, `"x-carried": {"from": 1}`, `"x-carried": {"from": 2025, "items": [{"code": ""}]}`,
		`"x-carried": {"from": 2025, "items": [{"code": "agency", "values": ["一\n二"]}]}`, `"x-carried": {"from": 2025, "by": "王"}`,
	} {
		r, err := Read([]byte(`{"format":"nianbao-report","version":1,"year":2026,` + member + `}`))
		if err != nil {
			t.Errorf("%s: %v", member, err)
			continue
		}
		if len(r.Extra) != 1 || r.Final != nil || len(r.ZeroFilled) != 0 {
			t.Errorf("%s: not kept as it is: %+v", member, r)
		}
		roundTrip(t, r)
	}
}

// TestRoundTripOfAnyReport fills reports of both editions at random, with
// values of every kind, blanks and stated totals.
func TestRoundTripOfAnyReport(t *testing.T) {
	values := map[model.Kind][]string{
		model.Count:  {"", "0", "3", "１２", "1,200", "999999999999"},
		model.Change: {"", "0", "+14", "-3", "7"},
		model.Money:  {"", "0", "190.457379", "0.50", "59237.2449"},
		model.Amount: {"", "0", "4万元", "251000元", "1.2亿元"},
	}
	pick := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		r, err := model.New(2019+i%4, model.NewAgency(fmt.Sprintf("第%d镇人民政府", i)))
		if err != nil {
			t.Fatal(err)
		}
		var totals []model.Cell
		for _, c := range r.Edition().Cells() {
			if c.Total() {
				totals = append(totals, c)
			} else if err := r.Set(c.Address, values[c.Kind][pick.IntN(len(values[c.Kind]))]); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range totals {
			if err := r.State(c.Address, values[model.Count][pick.IntN(6)]); err != nil {
				t.Fatal(err)
			}
		}
		r.Numbering = model.Numberings()[i%2]
		for _, s := range r.Edition().Prose() {
			for range pick.IntN(4) {
				r.Narrative[s.ID] = append(r.Narrative[s.ID], model.Block{
					Heading: strings.Repeat("小标题", pick.IntN(2)), Text: strings.Repeat("正文{{}“\\n”\n", pick.IntN(4)),
				})
			}
		}
		roundTrip(t, r)
	}
}

// TestWriteRefuses: what no file can hold is not written, and said.
func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*model.Report)
		want  string
	}{
		{"too much prose", func(r *model.Report) {
			r.Narrative[model.Other] = []model.Block{{Text: strings.Repeat("字", MaxNarrative)}}
		}, "narrative › other › 0：正文超过二十万字"},
		{"prose for a table", func(r *model.Report) {
			r.Narrative[model.Disclosure] = []model.Block{{Text: "主动公开"}}
		}, "narrative › disclosure：“二、主动公开政府信息情况”是表，没有文字"},
		{"prose for no part", func(r *model.Report) {
			r.Narrative["outlook"] = []model.Block{{Text: "展望"}}
		}, "narrative › outlook：不认识这一项"},
		{"a number in a cell of the other edition", func(r *model.Report) {
			r.Cells["applications.unpaid.person"] = "1"
		}, "cells › applications.unpaid.person：2019 版的表里没有这一格"},
		{"a number in a total", func(r *model.Report) {
			r.Cells["applications.received.total"] = "1"
		}, "cells › applications.received.total：表三“一、本年新收政府信息公开申请数量”总计（applications.received.total）是合计格"},
		{"a stated total of a cell that is none", func(r *model.Report) {
			r.Stated["applications.received.person"] = "1"
		}, "cells › applications.received.person：这一格里记着两样内容"},
		{"what was written beside a number", func(r *model.Report) {
			r.Unread["applications.received.person"] = "若干"
		}, "cells › applications.received.person：这一格里记着两样内容"},
		{"what was written in a cell of no edition", func(r *model.Report) {
			r.Unread["applications.received.nobody"] = "若干"
		}, "cells › applications.received.nobody：2019 版的表里没有这一格"},
		{"a file too large", func(r *model.Report) {
			r.Extra = model.Extra{"x-a": `"` + strings.Repeat("a", MaxSize) + `"`}
		}, "文件超过 4 MB"},
	}
	for _, tt := range tests {
		r := sample(t)
		tt.spoil(r)
		data, err := Write(r)
		var e *Error
		if data != nil || !errors.As(err, &e) || !strings.HasPrefix(e.Message(), tt.want) {
			t.Errorf("%s: %d bytes, %v; want %q", tt.name, len(data), err, tt.want)
		}
	}
}

// TestWriteNoText: what is no text is not written, nor is the report without it.
func TestWriteNoText(t *testing.T) {
	const bad = "\xff"
	for name, spoil := range map[string]func(*model.Report){
		"a cell filled with zero":   func(r *model.Report) { r.ZeroFilled = map[model.Address]bool{bad: true} },
		"why it is final":           func(r *model.Report) { r.Final = &model.Final{Date: "2027-01-20", Reason: bad} },
		"what it is called":         func(r *model.Report) { r.Label = bad },
		"where it stands":           func(r *model.Report) { r.Online = bad },
		"what came along":           func(r *model.Report) { r.Carried = &model.Carried{Items: []model.CarriedItem{{Code: bad}}} },
		"what it was read from":     func(r *model.Report) { r.Source = &model.Source{NoTable: []model.SectionID{bad}} },
		"prose":                     func(r *model.Report) { r.Narrative[model.Other] = []model.Block{{Text: bad}} },
		"what somebody has with it": func(r *model.Report) { r.Extra = model.Extra{"x-a": bad} },
	} {
		r := sample(t)
		spoil(r)
		if data, err := Write(r); err == nil || data != nil {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
}

// TestWriteLongExtra: indentation must not push a file over the size limit.
func TestWriteLongExtra(t *testing.T) {
	r := sample(t)
	deep := MaxDepth - 2
	r.Extra = model.Extra{"x-a": strings.Repeat("[", deep) + strings.Repeat("0,", MaxSize/4) + "0" + strings.Repeat("]", deep)}
	roundTrip(t, r)
}

// TestWriteNothing: a part that the form lacks, and that says nothing, is no obstacle.
func TestWriteNothing(t *testing.T) {
	r := sample(t)
	r.Narrative["outlook"] = nil
	if _, err := Write(r); err != nil {
		t.Error(err)
	}
}

// TestWriteLargest: a file that is as large as is read, or a byte larger before blanks
// are left out, is written.
func TestWriteLargest(t *testing.T) {
	r := sample(t)
	long := func(n int) { r.Extra = model.Extra{"x-a": `"` + strings.Repeat("a", n) + `"`} }
	long(0)
	least, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	for more := range 3 {
		long(MaxSize - len(least) + more)
		roundTrip(t, r)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(assets.Sample())
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2026,"cells":{"disputes.review.upheld":"1"},"x-a":{"b":[]}}`))
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2026,"narrative":{"other":[{"text":"{{a}"}],"x-":1}}`))
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2019,"acknowledged":[{"rule":"S07","x-n":12345678901234567890}]}`))
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2020,"cells":{"disputes.review.total":"5","disclosure.fees.change":"＋3"}}`))
	f.Add([]byte("{\"format\":\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read(data)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Error() == "" {
				t.Fatalf("error of another kind: %#v", err)
			}
			return
		}
		roundTrip(t, r)
	})
}

// TestAccounts: what a report was begun with is read if this program could have written
// it; anything else stays as it is.
func TestAccounts(t *testing.T) {
	line := func(values ...string) []model.CarriedItem {
		return []model.CarriedItem{{Code: "a", Values: values}}
	}
	for _, tt := range []struct {
		name string
		of   model.Carried
		want bool
	}{
		{"the first year", model.Carried{From: model.FirstYear}, true},
		{"before it", model.Carried{From: model.FirstYear - 1}, false},
		{"the last year", model.Carried{From: model.LastYear}, true},
		{"behind it", model.Carried{From: model.LastYear + 1}, false},
		{"a line", model.Carried{From: 2020, Items: line("甲", "")}, true},
		{"two lines in one", model.Carried{From: 2020, Items: line("甲", "乙\n丙")}, false},
		{"a line that says nothing", model.Carried{From: 2020, Items: []model.CarriedItem{{}}}, false},
	} {
		if got := isAccount(tt.of); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestEmptyParts: a part without a word is an empty list in the file, as the contract has
// it.
func TestEmptyParts(t *testing.T) {
	r, err := model.New(2026, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Edition().Prose() {
		if want := fmt.Sprintf("%q: []", s.ID); !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}
