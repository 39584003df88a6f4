package export_test

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/export"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/reportfile"
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
				got := again(t, r, "report.pdf", o)
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

// TestSameReport: a format that keeps all of a report's words reads back as the same
// report file: sections, sub-headings, paragraphs, cells, totals, signature.
func TestSameReport(t *testing.T) {
	all := specimen.All(t)
	all["digits"], all["marks"] = specimen.Digits(t), specimen.Marks(t)
	for name, r := range all {
		for kind, o := range map[string]export.Options{
			"report.docx": {}, "draft.docx": {Stamp: export.StampAlways},
			"report.xlsx": {}, "draft.xlsx": {Stamp: export.StampAlways},
			"page.html": {}, "draft.html": {Stamp: export.StampAlways},
			"fragment.html": {Fragment: true}, "draft fragment.html": {Fragment: true, Stamp: export.StampAlways},
		} {
			t.Run(name+" "+kind, func(t *testing.T) {
				got := again(t, r, kind, o)
				if len(got.Unplaced) > 0 {
					t.Errorf("without a place: %.300v", got.Unplaced)
				}
				wantSame(t, r, got.Report)
			})
		}
	}
}

// TestLengthsBack: however long a finished report is, the file that goes along agrees with
// the pages: wherever the code for machines stands, it is no part of the tables.
func TestLengthsBack(t *testing.T) {
	for _, year := range []int{2020, 2025} {
		r := specimen.Figures(t, year, "0")
		r.Agency.Name, r.Signature.Agency = "梧桐镇人民政府", "梧桐镇人民政府"
		r.Online = "https://www.example.gov.cn/2025"
		for _, part := range []model.SectionID{model.Preamble, model.Overview, model.Problems, model.Other} {
			r.Narrative[part] = []model.Block{{Text: "公开的内容还不够全面，下一步将及时更新。"}}
		}
		for _, more := range []int{1, 5, 13, 18} { // the code stands under the fourth table, and beside its lines
			r.Narrative[model.Overview] = []model.Block{{Text: strings.Repeat("我镇认真做好各项工作。\n", more) + "以上。"}}
			want, err := reportfile.Write(r)
			if err != nil {
				t.Fatal(err)
			}
			for kind, sheets := range map[string]export.Sheets{"a.ofd": export.A4, "a.pdf": export.A4, "board.ofd": export.A3, "board.pdf": export.A3} {
				got := again(t, r, kind, export.Options{Stamp: export.StampNever, Attach: true, Sheets: sheets})
				file, err := reportfile.Write(got.Report)
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Unplaced) > 0 || !bytes.Equal(file, want) {
					t.Errorf("%d, %d paragraphs more, %s: %v, %.500v", year, more, kind, got.Unplaced, got.Notes)
				}
			}
		}
	}
}

// again writes a report and reads it back.
func again(t *testing.T, r *model.Report, name string, o export.Options) *intake.Result {
	t.Helper()
	out, err := export.Bytes(r, name, o)
	if err != nil {
		t.Fatal(err)
	}
	got, err := intake.Read(name, out.Data, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// wantSame holds two reports against each other as files. What no document says,
// kind of the agency, a short name other than the prose uses and the numbering of no
// sub-headings, is taken over; totals are kept beside the figures if they are stated,
// and have to be the sums.
func wantSame(t *testing.T, want, got *model.Report) {
	t.Helper()
	want = want.Clone()
	want.Agency.Kind = got.Agency.Kind
	if used := strings.Contains(proseOf(want), cmp.Or(got.Agency.Short, want.Agency.Short)); used == (got.Agency.Short != "") {
		want.Agency.Short = got.Agency.Short
	}
	for _, c := range want.Edition().Cells() {
		if len(c.Across)+len(c.Down) > 0 {
			if w, g := want.Value(c.Address), got.Stated[c.Address]; w != g {
				t.Errorf("the total %s is %q, want %q", c.Address, g, w)
			}
		}
	}
	got.Stated = nil
	headed := func(b model.Block) bool { return b.Heading != "" }
	if !slices.ContainsFunc(slices.Concat(slices.Collect(maps.Values(want.Narrative))...), headed) {
		want.Numbering = got.Numbering
	}
	wantFile, err := reportfile.Write(want)
	if err != nil {
		t.Fatal(err)
	}
	gotFile, err := reportfile.Write(got)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(wantFile, gotFile) {
		w, g := strings.Split(string(wantFile), "\n"), strings.Split(string(gotFile), "\n")
		for i := range min(len(w), len(g)) {
			if w[i] != g[i] {
				t.Fatalf("line %d:\n%.600s\nwant\n%.600s", i+1, g[i], w[i])
			}
		}
		t.Errorf("%d lines, want %d", len(g), len(w))
	}
}

// proseOf is all prose of a report.
func proseOf(r *model.Report) string {
	var b strings.Builder
	for _, blocks := range r.Narrative {
		b.WriteString(flat(blocks))
	}
	return b.String()
}

// TestShortNameBack: a report that has no short name, or one that its prose uses, has
// the same when it is read back.
func TestShortNameBack(t *testing.T) {
	for short, said := range map[string]string{"": "全镇公开信息12条。", "我镇": "我镇公开信息12条。", "本镇": "本镇公开信息12条，本镇政府没有收到申请。"} {
		for _, kind := range []string{"a.docx", "a.html", "a.xlsx", "a.ofd", "a.pdf", "a.txt"} {
			r, err := model.New(2025, model.Agency{Name: "白杨镇人民政府", Short: short, Kind: model.Township})
			if err != nil {
				t.Fatal(err)
			}
			r.Narrative[model.Overview] = []model.Block{{Text: said}}
			if got := again(t, r, kind, export.Options{}); got.Report.Agency.Short != short {
				t.Errorf("%s, %q: %q", kind, said, got.Report.Agency.Short)
			}
		}
	}
}

// TestBlankTables: tables without a number in them are tables, and what is read back
// is the report that was written. What is filled in of one comes back too, however
// little it is.
func TestBlankTables(t *testing.T) {
	for _, year := range []int{2025, 2020} {
		for _, filled := range []int{0, 1, 3, 20} {
			r, err := model.New(year, model.Agency{Name: "白杨镇人民政府", Kind: model.Township})
			if err != nil {
				t.Fatal(err)
			}
			r.Narrative[model.Overview] = []model.Block{{Text: "全镇公开信息12条。"}}
			cells := slices.DeleteFunc(slices.Clone(r.Edition().Cells()), func(c model.Cell) bool { return c.Total() })
			for i := range filled {
				if err := r.Set(cells[(i*53+7)%len(cells)].Address, "4"); err != nil {
					t.Fatal(err)
				}
			}
			for kind, o := range map[string]export.Options{"a.docx": {}, "a.html": {}, "f.html": {Fragment: true}, "a.xlsx": {}, "a.pdf": {}, "board.pdf": {Sheets: export.A3}} {
				t.Run(fmt.Sprint(year, " ", filled, " ", kind), func(t *testing.T) {
					got := again(t, r, kind, o)
					if len(got.Unplaced) > 0 || got.Tables != 3 {
						t.Errorf("%d tables, without a place: %.300v", got.Tables, got.Unplaced)
					}
					wantSame(t, r, got.Report)
				})
			}
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
