package export

import (
	"errors"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/slips"
)

// TestSlipNotes: what the clerk should know before the slips go out is said.
func TestSlipNotes(t *testing.T) {
	kept := specimen.Sample(t)
	l := slips.Propose(kept)
	l.Givers[1].Rows = nil
	if err := slips.Put(kept, l); err != nil {
		t.Fatal(err)
	}
	one := specimen.Sample(t)
	l = slips.Propose(one)
	l.Givers[0].Rows = l.Givers[0].Rows[1:]
	if err := slips.Put(one, l); err != nil {
		t.Fatal(err)
	}
	damaged := specimen.Sample(t)
	damaged.Extra = model.Extra{"x-slips": `"三家"`}
	whole := specimen.Sample(t)
	if err := slips.Put(whole, slips.Propose(whole)); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		report *model.Report
		want   []string
	}{
		"none":    {specimen.Sample(t), []string{"没有收数的名单，照乡镇常见的分工印了 5 家"}},
		"damaged": {damaged, []string{"名单读不出来，照原样留着"}},
		"kept":    {kept, []string{"没有印单子：综合行政执法队。", "有 2 行没有定由谁报"}},
		"but one": {one, []string{"有 1 行没有定由谁报"}},
		"whole":   {whole, nil},
	} {
		result, err := PDF().Bytes(tt.report, Options{Print: PrintSlips, Date: date})
		if err != nil || result.Stamped || len(result.Notes) != len(tt.want) {
			t.Errorf("%s: stamped %v, notes %q (%v)", name, result.Stamped, result.Notes, err)
			continue
		}
		for i, want := range tt.want {
			if !strings.Contains(result.Notes[i], want) {
				t.Errorf("%s: %q, want %s", name, result.Notes[i], want)
			}
		}
	}
}

// TestSlipMissing: a character that no face has is named with the giver whose slip it
// stands on.
func TestSlipMissing(t *testing.T) {
	r := specimen.Sample(t)
	if err := slips.Put(r, slips.List{Givers: []slips.Giver{{Name: "𠮷村", Rows: []string{"applications.received"}}}}); err != nil {
		t.Fatal(err)
	}
	_, err := PDF().Bytes(r, Options{Print: PrintSlips})
	var missing *MissingError
	if !errors.As(err, &missing) || !strings.Contains(missing.Message(), "𠮷") {
		t.Errorf("error %v", err)
	}
}

func BenchmarkBlank(b *testing.B) { benchmarkPrint(b, PrintBlank) }
func BenchmarkSlips(b *testing.B) { benchmarkPrint(b, PrintSlips) }

func benchmarkPrint(b *testing.B, p Print) {
	r := specimen.Sample(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := PDF().Bytes(r, Options{Print: p, Date: date}); err != nil {
			b.Fatal(err)
		}
	}
}
