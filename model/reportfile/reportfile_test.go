package reportfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/go-json-experiment/json"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/golden"
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

// edit replaces one piece of the sample.
func edit(t *testing.T, old, replacement string) []byte {
	t.Helper()
	s := string(assets.Sample())
	if !strings.Contains(s, old) {
		t.Fatalf("the sample has no %q", old)
	}
	return []byte(strings.Replace(s, old, replacement, 1))
}

// largest is the sample, with blanks behind it up to the size that is read, and so
// many bytes more.
func largest(more int) []byte {
	sample := bytes.TrimSpace(assets.Sample())
	return slices.Concat(sample, bytes.Repeat([]byte(" "), MaxSize-len(sample)+more))
}

// utf16le writes a text as Windows calls “Unicode”.
func utf16le(text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = append(data, byte(unit), byte(unit>>8))
	}
	return data
}

// TestReadRefuses keeps every refusal in a golden file, to be read as the user
// reads it: where, what is wrong, what to do.
func TestReadRefuses(t *testing.T) {
	cell := `"applications.received.person": "0"`
	block := `{"text": "x"},`
	tests := []struct {
		name string
		data []byte
	}{
		{"empty", nil},
		{"blank", []byte(" \n\t")},
		{"nothing but a byte order mark", []byte("\ufeff")},
		{"three megabytes of zeros", make([]byte, 3<<20)},
		{"a byte too many", largest(1)},
		{"five megabytes of zeros", make([]byte, 5<<20)},
		{"not JSON", []byte("PK\x03\x04")},
		{"a list", []byte("[]")},
		{"another object", []byte("{}")},
		{"another format", edit(t, `"nianbao-report"`, `"nianbao-draft"`)},
		{"cut short", assets.Sample()[:2000]},
		{"cut short within a character", assets.Sample()[:bytes.Index(assets.Sample(), []byte("梧桐镇"))+1]},
		{"something after the end", append(bytes.Clone(assets.Sample()), '{')},
		{"saved as GBK", edit(t, "梧桐镇", "\xce\xe0\xcd\xa9\xd5\xf2")},
		{"saved as Unicode by Notepad", utf16le("\ufeff" + string(assets.Sample()))},
		{"UTF-16 without a mark", utf16le(string(assets.Sample()))},
		{"plain letters in UTF-16", utf16le("{\"format\": \"nianbao-report\"}")},
		{"UTF-16, the other byte first", []byte("\xfe\xff\x00{")},
		{"UTF-16, the other byte first, without a mark", []byte("\x00{\x00}")},
		{"half a surrogate pair", edit(t, "梧桐镇", `\ud800`)},
		{"nested too deep", edit(t, `"title"`, `"x-a": `+strings.Repeat("[", MaxDepth)+strings.Repeat("]", MaxDepth)+`, "title"`)},
		{"a newer version", edit(t, `"version": 1`, `"version": 2`)},
		{"version 0", edit(t, `"version": 1`, `"version": 0`)},
		{"no such year", edit(t, `"year": 2020`, `"year": 1999`)},
		{"no year", edit(t, `"year": 2020,`, "")},
		{"null for the year", edit(t, `"year": 2020,`, `"year": null,`)},
		{"the year 0", edit(t, `"year": 2020,`, `"year": 0,`)},
		{"a year with a capital", edit(t, `"year": 2020,`, `"Year": 2020,`)},
		{"a format with a capital", edit(t, `"format"`, `"Format"`)},
		{"an unknown member in a newer version", edit(t, `"version": 1,`, `"version": 2, "years": 2,`)},
		{"a year in quotes", edit(t, `"year": 2020`, `"year": "2020"`)},
		{"half a year", edit(t, `"year": 2020`, `"year": 2020.5`)},
		{"the other edition", edit(t, `"edition": "2019"`, `"edition": "2021"`)},
		{"an unknown member", edit(t, `"title"`, `"titel"`)},
		{"an unknown member of the agency", edit(t, `"short"`, `"shirt"`)},
		{"an unknown member of the narrative", edit(t, `"overview"`, `"overwiew"`)},
		{"a narrative that is text", edit(t, `"narrative": {`, `"narrative": "x", "x-": {`)},
		{"prose for a table", edit(t, `"problems": [`, `"disclosure": [{"text": "x"}], "problems": [`)},
		{"an unknown member of a block", edit(t, `"text"`, `"txt"`)},
		{"an unknown member of the signature", edit(t, `"date"`, `"day"`)},
		{"an unknown member of an answer", edit(t, `"acknowledged": []`, `"acknowledged": [{"because": ""}]`)},
		{"a long name over two lines", edit(t, `"title"`, `"`+strings.Repeat("ab\\n", 100)+`"`)},
		{"a member twice", edit(t, `"title": ""`, `"title": "", "title": "x"`)},
		{"a cell twice", edit(t, cell, cell+", "+cell)},
		{"a list of cells", edit(t, `"cells": {`, `"cells": [], "x-": {`)},
		{"a block that is text", edit(t, `"problems": [`, `"problems": ["x",`)},
		{"an unknown kind", edit(t, `"township"`, `"village"`)},
		{"an unknown numbering", edit(t, `"1、"`, `"a)"`)},
		{"an unknown address", edit(t, cell, `"applications.received.nobody": "0"`)},
		{"a book in a cell", edit(t, cell, `"applications.received.person": "`+strings.Repeat("书", model.MaxUnread+1)+`"`)},
		{"a book in a cell of the other edition", edit(t, cell, `"applications.unpaid.person": "`+strings.Repeat("书", model.MaxUnread+1)+`"`)},
		{"a number without quotes", edit(t, cell, `"applications.received.person": 0`)},
		{"too much prose", edit(t, `"heading": "主动公开情况"`, `"heading": "`+strings.Repeat("字", MaxNarrative)+`"`)},
		{"too many blocks", edit(t, `"problems": [`, `"problems": [`+strings.Repeat(block, MaxBlocks))},
		{"too many answers", edit(t, `"acknowledged": []`, `"acknowledged": [`+strings.Repeat("{},", MaxAcknowledged)+`{}]`)},
	}
	var got strings.Builder
	for _, tt := range tests {
		r, err := Read(tt.data)
		var e *Error
		if r != nil || !errors.As(err, &e) {
			t.Fatalf("%s: Read = %v, %v; want an *Error", tt.name, r, err)
		}
		if strings.Contains(e.Message(), "\n") || !strings.HasSuffix(e.Message(), "。") {
			t.Errorf("%s: %q is not a sentence on one line", tt.name, e.Message())
		}
		fmt.Fprintf(&got, "%s\n\t%s\n", tt.name, e.Message())
	}
	golden.Compare(t, "refusals.golden", got.String())
}

// TestLineAt: wherever an error is said to be, its line is one of the file's.
func TestLineAt(t *testing.T) {
	data := []byte("\n{\n}")
	for offset, want := range map[int64]int{-1: 1, 0: 1, 1: 2, 2: 2, 3: 3, 4: 3, 9: 3} {
		if got := lineAt(data, offset); got != want {
			t.Errorf("%d: line %d, want %d", offset, got, want)
		}
	}
}

func TestReadAccepts(t *testing.T) {
	cell := `"applications.received.person": "0"`
	tests := []struct {
		name string
		data []byte
		ok   func(*model.Report) bool
	}{
		{"the largest file", largest(0), func(r *model.Report) bool { return r.Year == 2020 }},
		{"as many answers as are kept", edit(t, `"acknowledged": []`, `"acknowledged": [`+strings.Repeat("{},", MaxAcknowledged-1)+`{}]`), func(r *model.Report) bool {
			return len(r.Acknowledged) == MaxAcknowledged
		}},
		{"as many blocks as are kept", edit(t, `"problems": [`, `"problems": [`+strings.Repeat(`{"text": "x"},`, MaxBlocks-len(sample(t).Narrative[model.Problems]))), func(r *model.Report) bool {
			return len(r.Narrative[model.Problems]) == MaxBlocks
		}},
		{"a byte order mark", append([]byte("\ufeff"), assets.Sample()...), func(r *model.Report) bool { return r.Year == 2020 }},
		{"Windows line ends", bytes.ReplaceAll(assets.Sample(), []byte("\n"), []byte("\r\n")), func(r *model.Report) bool { return len(r.Cells) == 166 }},
		{"line ends in text", edit(t, `"text": "`, `"text": "甲\r\n乙\u0007`), func(r *model.Report) bool {
			return strings.HasPrefix(r.Narrative[model.Preamble][0].Text, "甲\n乙为")
		}},
		{"full-width figures", edit(t, cell, `"applications.received.person": " １，２００ "`), func(r *model.Report) bool {
			return r.Value("applications.received.person") == "1200"
		}},
		{"an empty cell", edit(t, cell, `"applications.received.person": ""`), func(r *model.Report) bool { return len(r.Unfilled()) == 1 }},
		{"null for nothing", edit(t, cell, `"applications.received.person": null`), func(r *model.Report) bool { return len(r.Unfilled()) == 1 }},
		{"the deepest nesting", edit(t, `"title"`, `"x-a": `+strings.Repeat("[", MaxDepth-1)+strings.Repeat("]", MaxDepth-1)+`, "title"`), func(r *model.Report) bool {
			return len(r.Extra["x-a"]) == 2*(MaxDepth-1)
		}},
		{"brackets and quotes in text", edit(t, `"text": "`, `"text": "\"`+strings.Repeat("[{", MaxDepth)), func(r *model.Report) bool {
			return strings.HasPrefix(r.Narrative[model.Preamble][0].Text, `"[{[{`)
		}},
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

// TestReadKeeps: what is no value does not refuse the file. It is kept as it is
// written, counts nowhere, and is written again.
func TestReadKeeps(t *testing.T) {
	const person, total = model.Address("applications.received.person"), model.Address("applications.received.total")
	cell := `"applications.received.person": "0"`
	for _, tt := range []struct {
		address model.Address
		written string
	}{
		{person, "-1"},
		{person, "若干"},
		{person, "/"},
		{person, " 两 件\n"},
		{person, strings.Repeat("书", model.MaxUnread)},
		{total, "若干"},
		{total, "-5"},
		{"disclosure.fees.change", "1.5"},
		{"disclosure.procurement.amount", "四万元"},
		{"applications.unpaid.person", "0"}, // of the edition after
		{"applications.unpaid.total", "3"},
	} {
		raw, err := json.Marshal(map[model.Address]string{tt.address: tt.written})
		if err != nil {
			t.Fatal(err)
		}
		place := regexp.MustCompile(`"` + regexp.QuoteMeta(string(tt.address)) + `": "[^"]*"`).FindString(string(assets.Sample()))
		data := edit(t, cmp.Or(place, cell), strings.Trim(string(raw), "{}"))
		r, err := Read(data)
		if err != nil {
			t.Errorf("%s %q: %v", tt.address, tt.written, err)
			continue
		}
		if got := r.Unread[tt.address]; got != tt.written || len(r.Unread) != 1 || r.Cells[tt.address] != "" || r.Stated[tt.address] != "" {
			t.Errorf("%s %q: kept %q", tt.address, tt.written, r.Unread)
		}
		if n, _ := r.Count(total); n != 0 {
			t.Errorf("%s %q: counted %d", tt.address, tt.written, n)
		}
		roundTrip(t, r)
	}
	for written, kept := range map[string]string{
		"2021-02-30": "2021-02-30",
		"年后":         "年后",
		// A date, however it is written, is one.
		"2021年1月20日": "2021-01-20",
		" 2021.1.20": "2021-01-20",
		"二〇二一年一月二十日": "2021-01-20",
		"1月20日":      "2021-01-20",
	} {
		r, err := Read(edit(t, `"date": ""`, `"date": "`+written+`"`))
		if err != nil || r.Signature.Date != kept {
			t.Errorf("date %q is not kept as %s: %v", written, kept, err)
			continue
		}
		roundTrip(t, r)
	}
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
