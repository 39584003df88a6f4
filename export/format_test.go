package export

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/export/specimen"
	"nianbao/fonts"
	"nianbao/model"
)

// TestHeeds: an option makes a difference to a format's files, or to whether
// there are any, just where the format says so.
func TestHeeds(t *testing.T) {
	r := specimen.Sample(t)
	if err := r.Set("disputes.review.upheld", ""); err != nil {
		t.Fatal(err)
	}
	rare := r.Clone()
	rare.Narrative[model.Problems] = []model.Block{{Text: "𠮷"}}
	rare.Agency.Name = "𠮷镇人民政府" // what is printed without the prose has it too
	faces := specimen.Faces(t)
	tests := map[Option]struct {
		report         *model.Report
		without, given Options
	}{
		OptionPaper:    {r, Options{}, Options{Sheets: A3}},
		OptionPoster:   {r, Options{Sheets: A3}, Options{Sheets: Poster}},
		OptionDraft:    {specimen.Sample(t), Options{}, Options{Stamp: StampAlways}},
		OptionFinal:    {r, Options{}, Options{Stamp: StampNever}},
		OptionReason:   {r, Options{}, Options{Stamp: StampNever, Reason: "县里同意"}},
		OptionPosted:   {r, Options{}, Options{Posted: "2021-02-01"}},
		OptionPhone:    {r, Options{}, Options{Phone: "0358-0000000"}},
		OptionReplace:  {rare, Options{}, Options{Replace: true}},
		OptionFont:     {r, Options{}, Options{Faces: faces.With(fonts.Fang, faces.Face(fonts.Kai))}},
		OptionAttach:   {r, Options{}, Options{Attach: true}},
		OptionFragment: {r, Options{}, Options{Fragment: true}},
		OptionDate:     {r, Options{Stamp: StampNever}, Options{Stamp: StampNever, Date: date}},
		OptionPrevious: {r, Options{}, Options{Previous: specimen.Figures(t, r.Year-1, "3")}},
	}
	for _, o := range AllOptions() {
		if o == OptionSheet {
			continue // see TestPrints
		}
		tt, ok := tests[o]
		if !ok {
			t.Errorf("no test for %s", o)
			continue
		}
		for _, f := range Formats() {
			for _, p := range f.Prints() {
				tt.without.Print, tt.given.Print = p, p
				without, before := f.Bytes(tt.report, tt.without)
				given, after := f.Bytes(tt.report, tt.given)
				differs := !bytes.Equal(without.Data, given.Data) || (before == nil) != (after == nil)
				if heeded := f.Heeds(o) && p.Heeds(o); differs != heeded {
					t.Errorf("%s as %s: --%s differs: %v, heeded: %v (%v, %v)", p, f.Ending, o, differs, heeded, before, after)
				}
			}
		}
	}
}

// TestFormats: each has a name and an ending of its own, and is found by it.
func TestFormats(t *testing.T) {
	var names []string
	for _, f := range Formats() {
		got, err := FormatFor("报告" + strings.ToUpper(f.Ending))
		if err != nil || got.Name != f.Name || slices.Contains(names, f.Name) || f.Name == "" {
			t.Errorf("%s: %q, %v", f.Ending, got.Name, err)
		}
		names = append(names, f.Name)
	}
	var unknown *EndingError
	if _, err := FormatFor("报告.doc"); !errors.As(err, &unknown) {
		t.Errorf("error %v", err)
	}
}

// TestPapers: what each print of a report is laid out on, in millimetres, and whether it is
// for both sides.
func TestPapers(t *testing.T) {
	if got := Prints(); !slices.Equal(got, []Print{PrintReport, PrintBlank, PrintSlips, PrintDigest}) {
		t.Errorf("prints %v", got)
	}
	for _, tt := range []struct {
		options Options
		want    string
	}{
		{Options{}, "210 × 297 true"},
		{Options{Print: "another"}, "210 × 297 true"},
		{Options{Sheets: A3}, "297 × 420 false"},
		{Options{Sheets: Poster}, "297 × 210 false"},
		{Options{Print: PrintBlank, Sheets: A3}, "210 × 297 true"},
		{Options{Print: PrintSlips, Sheets: A3}, "210 × 297 false"},
		{Options{Print: PrintDigest}, "210 × 297 false"},
		{Options{Print: PrintDigest, Sheets: A3}, "297 × 420 false"},
		{Options{Print: PrintDigest, Sheets: Poster}, "297 × 420 false"},
	} {
		d, _, err := Layout(specimen.Sample(t), tt.options)
		if err != nil {
			t.Fatal(err)
		}
		const mm = 72 / 25.4
		if got := fmt.Sprintf("%.0f × %.0f %v", d.Paper.Width/mm, d.Paper.Height/mm, d.Paper.Duplex); got != tt.want {
			t.Errorf("%s on paper %d: %s, want %s", tt.options.Print, tt.options.Sheets, got, tt.want)
		}
	}
}

// TestPrints: each print has a name of its own and a format that carries it; a format
// that carries none of it refuses and says which do.
func TestPrints(t *testing.T) {
	r := specimen.Sample(t)
	var names []string
	for _, p := range Prints() {
		if p.Name() == "" || slices.Contains(names, p.Name()) || len(p.Formats()) == 0 {
			t.Errorf("%s: name %q, formats %v", p, p.Name(), p.Formats())
		}
		names = append(names, p.Name())
		for _, f := range Formats() {
			result, err := f.Bytes(r, Options{Print: p})
			var refused *PrintError
			if errors.As(err, &refused) == f.Carries(p) || (len(result.Data) > 0) != f.Carries(p) {
				t.Errorf("%s in %s: %v, %d bytes", p, f.Ending, err, len(result.Data))
			}
			if refused != nil && (!strings.Contains(refused.Message(), "："+PDF().Ending) || strings.Contains(refused.Message(), "："+f.Ending)) {
				t.Errorf("%s in %s: %q", p, f.Ending, refused.Message())
			}
		}
	}
	for _, f := range Formats() {
		usual, err := f.Bytes(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		named, err := f.Bytes(r, Options{Print: f.Prints()[0]})
		if err != nil || !bytes.Equal(usual.Data, named.Data) {
			t.Errorf("%s: its usual print differs when it is named (%v)", f.Ending, err)
		}
	}
}
