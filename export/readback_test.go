package export_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"nianbao/export"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/intake"
)

// TestReadBack: what the program prints it can read: every cell, every total,
// every paragraph. Drafts too, whose stamp lies over the tables.
func TestReadBack(t *testing.T) {
	date := time.Date(2021, 1, 20, 8, 0, 0, 0, time.UTC)
	all := specimen.All(t)
	delete(all, "awkward") // its sub-heading is as long as a paragraph
	for name, r := range all {
		for paper, o := range map[string]export.Options{
			"a4":    {Date: date},
			"draft": {Date: date, Stamp: export.StampAlways},
			"a3":    {Date: date, Sheets: export.A3},
			"board": {Date: date, Sheets: export.A3, Posted: "2021-02-01", Phone: "0358-0000000"},
			"tiles": {Date: date, Sheets: export.Poster},
		} {
			t.Run(name+" "+paper, func(t *testing.T) {
				out, err := export.Bytes(r, "report.pdf", o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := intake.Read("report.pdf", out.Data, intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Unplaced) > 0 || got.Placed != 166 {
					t.Errorf("placed %d, unplaced: %.300s", got.Placed, got.Unplaced)
				}
				for _, c := range r.Edition().Cells() {
					if w, g := r.Value(c.Address), got.Report.Value(c.Address); w != g {
						t.Errorf("%s is %q, want %q", c.Address, g, w)
					}
				}
				for id, blocks := range r.Narrative {
					if w, g := flat(blocks), flat(got.Report.Narrative[id]); w != g {
						t.Errorf("%s:\n%s\nwant\n%s", id, g, w)
					}
				}
				if g := got.Report; g.Year != r.Year || g.Agency.Name != r.Agency.Name || !reflect.DeepEqual(g.Signature, r.Signature) {
					t.Errorf("%d %s %+v", g.Year, g.Agency.Name, g.Signature)
				}
			})
		}
	}
}

// flat is prose without blanks: those at line ends do not come along.
func flat(blocks []model.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString("[" + block.Heading + "]\n")
		for _, p := range block.Paragraphs() {
			b.WriteString(strings.ReplaceAll(p, " ", "") + "\n")
		}
	}
	return b.String()
}

// BenchmarkReadBack reads the sample's seven pages.
func BenchmarkReadBack(b *testing.B) {
	out, err := export.Bytes(specimen.Sample(b), "report.pdf", export.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(out.Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := intake.Read("report.pdf", out.Data, intake.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
