package export

import (
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/excerpt"
)

// TestNotes: what an export asks its user to look at, it says, and nothing else.
func TestNotes(t *testing.T) {
	const shortened, nobody, rare = "图解一页放不下", "图解里没有联系电话或地址", "有些字很多电脑的字体里没有"
	long := specimen.Sample(t)
	for _, p := range excerpt.Parts() {
		lines := make([]string, excerpt.MaxLines)
		for i := range lines {
			lines[i] = strings.Repeat("很长的一句话，", excerpt.MaxChars/7)
		}
		if err := excerpt.Set(long, p, lines); err != nil {
			t.Fatal(err)
		}
	}
	damaged := specimen.Sample(t)
	damaged.Extra = model.Extra{"x-digest": `"三句"`}
	alone := specimen.Sample(t)
	alone.Narrative[model.Preamble] = nil
	odd := specimen.Sample(t)
	odd.Narrative[model.Other] = []model.Block{{Text: "𠮷祥"}}
	for _, tt := range []struct {
		name, path string
		report     *model.Report
		options    Options
		want       string
	}{
		{"a digest", "x.png", alone, Options{Phone: "0358-0000000"}, ""},
		{"a digest of much", "x.png", long, Options{Phone: "0358-0000000"}, shortened},
		{"a digest without anybody to ask", "x.png", alone, Options{}, nobody},
		{"a digest with lines that cannot be read", "x.png", damaged, Options{Phone: "0358-0000000"}, excerpt.Damaged},
		{"pages", "x.pdf", specimen.Sample(t), Options{}, ""},
		{"pages with the report file", "x.pdf", specimen.Sample(t), Options{Attach: true}, messageAttached},
		{"pages that always have it", "x.ofd", specimen.Sample(t), Options{}, messageAttached},
		{"pages that never have it", "x.pdf", specimen.Sample(t), Options{Attach: true, Print: PrintBlank}, ""},
		{"a document", "x.docx", specimen.Sample(t), Options{}, ""},
		{"a document with a rare character", "x.docx", odd, Options{}, rare},
		{"a page with a rare character", "x.html", odd, Options{}, rare},
		{"a workbook with a rare character", "x.xlsx", odd, Options{}, rare},
	} {
		got, err := Bytes(tt.report, tt.path, tt.options)
		if err != nil {
			t.Fatal(err)
		}
		notes := strings.Join(got.Notes, "\n")
		for _, note := range []string{shortened, nobody, rare, excerpt.Damaged, messageAttached} {
			if strings.Contains(notes, note) != (note == tt.want) {
				t.Errorf("%s: %q, want %q", tt.name, notes, tt.want)
			}
		}
	}
}
