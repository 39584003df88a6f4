package export

import (
	"bytes"
	"errors"
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
	rare.Narrative[model.Other] = []model.Block{{Text: "𠮷"}}
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
	}
	for _, o := range AllOptions() {
		tt, ok := tests[o]
		if !ok {
			t.Errorf("no test for %s", o)
			continue
		}
		for _, f := range Formats() {
			without, before := f.Bytes(tt.report, tt.without)
			given, after := f.Bytes(tt.report, tt.given)
			differs := !bytes.Equal(without.Data, given.Data) || (before == nil) != (after == nil)
			if differs != f.Heeds(o) {
				t.Errorf("%s: --%s differs: %v, heeded: %v (%v, %v)", f.Ending, o, differs, f.Heeds(o), before, after)
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
