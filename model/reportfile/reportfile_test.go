package reportfile

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
)

func sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSample(t *testing.T) {
	r := sample(t)
	if r.Year != 2020 || r.Edition().ID != "2019" || r.Agency.Name != "梧桐镇人民政府" || r.Numbering != model.Arabic {
		t.Errorf("particulars: %d %s %q %q", r.Year, r.Edition().ID, r.Agency.Name, r.Numbering)
	}
	if len(r.Cells) != 166 || len(r.Unfilled()) != 0 {
		t.Errorf("%d cells, %d unfilled; want 166, 0", len(r.Cells), len(r.Unfilled()))
	}
	if got := r.Value("disclosure.procurement.amount"); got != "4万元" {
		t.Errorf("采购总金额 = %q", got)
	}
	paragraphs := 0
	for _, blocks := range r.Narrative {
		for _, b := range blocks {
			paragraphs += len(b.Paragraphs())
		}
	}
	if paragraphs != 18 {
		t.Errorf("%d paragraphs, want 18", paragraphs)
	}
}

// TestWriteSample: what is written of the sample is the sample, to the byte.
func TestWriteSample(t *testing.T) {
	got, err := Write(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	if want := assets.Sample(); !bytes.Equal(bytes.TrimSpace(got), bytes.TrimSpace(want)) {
		t.Errorf("the sample is written differently:\n%s", firstDifference(got, want))
	}
}

func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d:\n%s\n%s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

func TestRoundTrip(t *testing.T) {
	r, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府", Short: "我镇", Kind: model.Township, Extra: model.Extra{"x-tel": `"0358"`}})
	if err != nil {
		t.Fatal(err)
	}
	r.Title = "标题"
	r.Narrative[model.Overview] = []model.Block{{Heading: "一", Text: "甲\n乙“丙”", Extra: model.Extra{"x-a": `[1,2]`}}, {Text: "𬭎"}}
	r.NarrativeExtra = model.Extra{"x-n": `true`}
	r.Signature = model.Signature{Agency: "梧桐镇人民政府", Date: "2027-01-20", Extra: model.Extra{"x-s": `null`}}
	r.Acknowledged = []model.Acknowledgement{{Rule: "S07", Cells: []model.Address{"disputes.review.upheld"}, Reason: "按县里模板"}}
	r.Extra = model.Extra{"x-record": `{"a":1}`}
	for i, c := range r.Edition().Cells() {
		if !c.Total() && i%3 > 0 {
			if err := r.Set(c.Address, fmt.Sprint(i)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := r.State("applications.granted.total", "99"); err != nil {
		t.Fatal(err)
	}
	data, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Read(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if !reflect.DeepEqual(r, again) {
		t.Errorf("read differs from written:\n%+v\n%+v", r, again)
	}
}

// edit replaces one piece of the sample.
func edit(t *testing.T, old, replacement string) []byte {
	t.Helper()
	s := string(assets.Sample())
	if !strings.Contains(s, old) {
		t.Fatalf("the sample has no %q", old)
	}
	return []byte(strings.Replace(s, old, replacement, 1))
}

func TestReadRefuses(t *testing.T) {
	cell := `"applications.received.person": "0"`
	tests := []struct {
		name string
		data []byte
		want []string // pieces of the message
	}{
		{"empty", nil, []string{"文件是空的"}},
		{"blank", []byte(" \n\t"), []string{"文件是空的"}},
		{"zeros", make([]byte, 3<<20), []string{"空字节"}},
		{"five megabytes of zeros", make([]byte, 5<<20), []string{"超过 4 MB"}},
		{"not JSON", []byte("PK\x03\x04"), []string{"不是报告文件"}},
		{"a list", []byte("[]"), []string{"不是报告文件"}},
		{"another object", []byte("{}"), []string{"format"}},
		{"cut short", assets.Sample()[:2000], []string{"第 ", "读不下去"}},
		{"something after the end", append(bytes.Clone(assets.Sample()), '{'), []string{"读不下去"}},
		{"invalid UTF-8", edit(t, "梧桐镇", "\xce\xe0\xcd\xa9"), []string{"第 7 行", "读不下去"}},
		{"a newer version", edit(t, `"version": 1`, `"version": 2`), []string{"第 3 行", "升级程序"}},
		{"version 0", edit(t, `"version": 1`, `"version": 0`), []string{"version"}},
		{"no such year", edit(t, `"year": 2020`, `"year": 1999`), []string{"第 4 行", "1999", "2019"}},
		{"a year in quotes", edit(t, `"year": 2020`, `"year": "2020"`), []string{"第 4 行", "year", "整数"}},
		{"the other edition", edit(t, `"edition": "2019"`, `"edition": "2021"`), []string{"第 5 行", "2020 年度", "2019 版"}},
		{"an unknown member", edit(t, `"title"`, `"titel"`), []string{"titel", "x-"}},
		{"an unknown member of a block", edit(t, `"text"`, `"txt"`), []string{"narrative › preamble › 0 › txt"}},
		{"a member twice", edit(t, `"title": ""`, `"title": "", "title": "x"`), []string{"title", "写了两次"}},
		{"a cell twice", edit(t, cell, cell+", "+cell), []string{"applications.received.person", "写了两次"}},
		{"an unknown kind", edit(t, `"township"`, `"village"`), []string{"agency › kind", "township"}},
		{"an unknown numbering", edit(t, `"1、"`, `"a)"`), []string{"numbering"}},
		{"an unknown address", edit(t, cell, `"applications.received.nobody": "0"`), []string{"cells › applications.received.nobody", "没有"}},
		{"an address of the other edition", edit(t, cell, `"applications.unpaid.person": "0"`), []string{"applications.unpaid.person"}},
		{"a negative count", edit(t, cell, `"applications.received.person": "-1"`), []string{"第 ", "自然人", "负数"}},
		{"text in a number", edit(t, cell, `"applications.received.person": "若干"`), []string{"若干", "不是数字"}},
		{"a number without quotes", edit(t, cell, `"applications.received.person": 0`), []string{"applications.received.person", "带引号"}},
		{"no such day", edit(t, `"date": ""`, `"date": "2021-02-30"`), []string{"signature › date"}},
		{"too much prose", edit(t, `"heading": "主动公开情况"`, `"heading": "`+strings.Repeat("字", MaxNarrative)+`"`), []string{"二十万字"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Read(tt.data)
			var e *Error
			if r != nil || !errors.As(err, &e) {
				t.Fatalf("Read = %v, %v; want an *Error", r, err)
			}
			for _, piece := range tt.want {
				if !strings.Contains(e.Error(), piece) {
					t.Errorf("message %q lacks %q", e, piece)
				}
			}
		})
	}
}

func TestReadAccepts(t *testing.T) {
	cell := `"applications.received.person": "0"`
	tests := []struct {
		name string
		data []byte
		ok   func(*model.Report) bool
	}{
		{"a byte order mark", append([]byte("\ufeff"), assets.Sample()...), func(r *model.Report) bool { return r.Year == 2020 }},
		{"Windows line ends", bytes.ReplaceAll(assets.Sample(), []byte("\n"), []byte("\r\n")), func(r *model.Report) bool { return len(r.Cells) == 166 }},
		{"line ends in text", edit(t, `"text": "`, `"text": "甲\r\n乙\u0007`), func(r *model.Report) bool {
			return strings.HasPrefix(r.Narrative[model.Preamble][0].Text, "甲\n乙为")
		}},
		{"full-width figures", edit(t, cell, `"applications.received.person": " １，２００ "`), func(r *model.Report) bool {
			return r.Value("applications.received.person") == "1200"
		}},
		{"an empty cell", edit(t, cell, `"applications.received.person": ""`), func(r *model.Report) bool { return len(r.Unfilled()) == 1 }},
		{"a stated total", edit(t, cell, cell+`, "applications.received.total": "5"`), func(r *model.Report) bool {
			return r.Stated["applications.received.total"] == "5" && r.Value("applications.received.total") == "0"
		}},
		// A total may stand before the cells it adds.
		{"a stated total first", edit(t, cell, `"applications.received.total": "5", `+cell), func(r *model.Report) bool {
			return r.Stated["applications.received.total"] == "5"
		}},
	}
	for _, tt := range tests {
		r, err := Read(tt.data)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if !tt.ok(r) {
			t.Errorf("%s: read wrongly", tt.name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(assets.Sample())
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2026,"cells":{"disputes.review.upheld":"1"},"x-a":{"b":[]}}`))
	f.Add([]byte(`{"format":"nianbao-report","version":1,"year":2026,"narrative":{"other":[{"text":"{{a}"}],"x-":1}}`))
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
		written, err := Write(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(written)
		if err != nil {
			t.Fatalf("cannot read what was written: %v\n%s", err, written)
		}
		if !reflect.DeepEqual(r, again) {
			t.Errorf("round trip changed the report")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		sample(b)
	}
}

func BenchmarkWrite(b *testing.B) {
	r := sample(b)
	for b.Loop() {
		if _, err := Write(r); err != nil {
			b.Fatal(err)
		}
	}
}
