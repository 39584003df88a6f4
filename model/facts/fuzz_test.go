package facts

import (
	"testing"
	"unicode/utf8"

	"nianbao/assets"
	"nianbao/model/reportfile"
)

func FuzzRead(f *testing.F) {
	for _, e := range examples {
		f.Add(e.prose)
	}
	f.Add("\xff12件")
	f.Fuzz(func(t *testing.T, prose string) {
		if len(prose) > 2000 {
			return
		}
		x, n := Read(prose), utf8.RuneCountInString(prose)
		check := func(s Span) {
			if s.Start < 0 || s.End < s.Start || s.End > n {
				t.Errorf("%v in %d characters", s, n)
			}
		}
		for _, a := range x.Amounts {
			check(a.Span)
			x.Sentence(a.Sentence)
		}
		for _, y := range x.Years {
			check(y.Span)
		}
		for _, d := range x.Dates {
			check(d.Span)
		}
		for _, p := range x.Periods {
			check(p.Span)
		}
		for _, c := range x.Clauses {
			check(c.Span)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		b.Fatal(err)
	}
	var paragraphs []string
	for _, blocks := range r.Narrative {
		for _, block := range blocks {
			paragraphs = append(paragraphs, block.Paragraphs()...)
		}
	}
	for b.Loop() {
		for _, p := range paragraphs {
			Read(p)
		}
	}
}
