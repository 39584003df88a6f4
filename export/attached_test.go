package export_test

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/ofd"
	"nianbao/export/pdf"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/reportfile"
)

// carrying are the pages of one report with another file in them, or several.
func carrying(t *testing.T, r *model.Report, attached []byte) map[string][]byte {
	t.Helper()
	d, _, err := export.Layout(r, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return filesOf(t, d, attached)
}

// filesOf are pages with a file in them.
func filesOf(t *testing.T, d *typeset.Document, attached []byte) map[string][]byte {
	t.Helper()
	p, err := pdf.Write(d, pdf.Options{Attach: &pdf.Attachment{Name: "report.nianbao", Type: "application/json", Data: attached}})
	if err != nil {
		t.Fatal(err)
	}
	o, err := ofd.Write(d, ofd.Options{Faces: specimen.Faces(t), Attach: &ofd.Attachment{Name: "report.nianbao", Format: "nianbao", Data: attached}})
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"a.pdf": p, "a.ofd": o}
}

// TestReadBackExactly: of a file that carries the report file the same report file
// is read again, byte by byte, since the pages say the same; and that is said. Of a
// character that no face has they say nothing.
func TestReadBackExactly(t *testing.T) {
	all := specimen.All(t)
	all["digits"], all["marks"] = specimen.Digits(t), specimen.Marks(t)
	for name, r := range all {
		r.Acknowledged = []model.Acknowledgement{{Rule: "S07", Reason: "按县里模板"}}
		want, err := reportfile.Write(r)
		if err != nil {
			t.Fatal(err)
		}
		for kind, o := range map[string]export.Options{
			"report.ofd": {}, "report.pdf": {Attach: true},
			"draft.ofd": {Stamp: export.StampAlways}, "board.ofd": {Sheets: export.A3, Posted: "2021-02-01", Phone: "0358-0000000"},
		} {
			t.Run(name+" "+kind, func(t *testing.T) {
				o.Replace = true
				got := again(t, r, kind, o)
				file, err := reportfile.Write(got.Report)
				if err != nil || !bytes.Equal(file, want) {
					t.Errorf("another report file (%v): %.400v", err, got.Notes)
				}
				if len(got.Notes) != 1 || !strings.Contains(got.Notes[0].String(), "一致，照它读入") {
					t.Errorf("notes %v", got.Notes)
				}
			})
		}
	}
}

// TestPagesWin: a report file that is not like the pages around it is not taken,
// and it is said where they differ. What does not print may differ.
func TestPagesWin(t *testing.T) {
	set := func(a model.Address, value string) func(*model.Report) {
		return func(r *model.Report) {
			if err := r.Set(a, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	prose := func(id model.SectionID, before, after string) func(*model.Report) {
		return func(r *model.Report) {
			blocks := r.Narrative[id]
			i := len(blocks) - 1
			if !strings.Contains(blocks[i].Text, before) {
				t.Fatalf("no %s in %s", before, blocks[i].Text)
			}
			blocks[i].Text = strings.Replace(blocks[i].Text, before, after, 1)
		}
	}
	for name, tt := range map[string]struct {
		change func(*model.Report)
		said   string // empty: it is taken
	}{
		"nothing":      {func(*model.Report) {}, ""},
		"a reason":     {func(r *model.Report) { r.Acknowledged = []model.Acknowledgement{{Rule: "S07", Reason: "无"}} }, ""},
		"a short name": {func(r *model.Report) { r.Agency.Short = "该镇" }, ""},
		"a link that says the same": {func(r *model.Report) {
			for i, b := range r.Narrative[model.Overview] {
				r.Narrative[model.Overview][i].Text = strings.Replace(b.Text, "办件0件", "办件{applications.received.total}件", 1)
			}
		}, ""},
		"another link": {func(r *model.Report) {
			r.Narrative[model.Other] = []model.Block{{Text: "收取{disputes.review.upheld}元"}}
		}, "“六、其他需要报告的事项”的文字"},
		"a number":     {set("applications.received.person", "1"), "自然人"},
		"no number":    {set("disputes.review.upheld", ""), "页面上是“"},
		"a digit more": {set("disclosure.procurement.projects", "12345"), "报告文件里是“12345”"},
		"two that cancel": {func(r *model.Report) {
			set("applications.granted.person", "1234")(r)
			set("applications.partial.person", "1")(r)
		}, "报告文件里是“1234”"},
		"a character":        {prose(model.Overview, "。", "！"), "一、总体情况"},
		"a paragraph more":   {prose(model.Problems, "。", "。\n另有一条。"), "五、存在的主要问题及改进情况"},
		"a paragraph less":   {func(r *model.Report) { r.Narrative[model.Preamble] = nil }, "前言"},
		"a heading":          {func(r *model.Report) { r.Narrative[model.Overview][1].Heading = "公开" }, "一、总体情况"},
		"other numbering":    {func(r *model.Report) { r.Numbering = model.Bracketed }, "一、总体情况"},
		"the agency":         {func(r *model.Report) { r.Agency.Name = "松木镇人民政府"; r.Signature = model.Signature{} }, "标题"},
		"the year":           {func(r *model.Report) { *r = *specimen.Numbers(t) }, "年度"},
		"another title":      {func(r *model.Report) { r.Title = "关于公开的报告" }, "标题"},
		"a signature":        {func(r *model.Report) { r.Signature.Date = "2021-01-21" }, "落款"},
		"〓 in the file":      {prose(model.Overview, "，", "〓"), "一、总体情况"},
		"paragraphs swapped": {func(r *model.Report) { b := r.Narrative[model.Overview]; b[1].Text, b[2].Text = b[2].Text, b[1].Text }, "一、总体情况"},
	} {
		t.Run(name, func(t *testing.T) {
			shown, kept := specimen.Sample(t), specimen.Sample(t)
			tt.change(kept)
			file, err := reportfile.Write(kept)
			if err != nil {
				t.Fatal(err)
			}
			for name, data := range carrying(t, shown, file) {
				got, err := intake.Read(name, data, intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				notes := ""
				for _, n := range got.Notes {
					notes += n.String() + "\n"
				}
				again, err := reportfile.Write(got.Report)
				taken := err == nil && bytes.Equal(again, file)
				if taken != (tt.said == "") || taken != strings.Contains(notes, "一致，照它读入") || !taken && !strings.Contains(notes, tt.said) {
					t.Errorf("%s: taken %v, said %s", name, taken, notes)
				}
				for _, c := range shown.Edition().Cells() {
					if g := got.Report.Value(c.Address); g != shown.Value(c.Address) {
						t.Errorf("%s: %s is %q, on the page %q", name, c.Address, g, shown.Value(c.Address))
					}
				}
			}
		})
	}
}

// TestTotalOnThePage: a total that the page has otherwise than the file differs too,
// though no number that it adds does.
func TestTotalOnThePage(t *testing.T) {
	r := specimen.Sample(t)
	for a, v := range map[model.Address]string{"applications.received.person": "310", "applications.received.legal": "5"} {
		if err := r.Set(a, v); err != nil {
			t.Fatal(err)
		}
	}
	d, _, err := export.Layout(r, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, p := range d.Pages {
		for i := range p.Texts {
			if p.Texts[i].String == "315" {
				p.Texts[i].String = "375"
				changed++
			}
		}
	}
	file, err := reportfile.Write(r)
	if err != nil || changed != 1 {
		t.Fatal(changed, err)
	}
	for name, data := range filesOf(t, d, file) {
		got, err := intake.Read(name, data, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Notes) == 0 || !strings.Contains(got.Notes[0].String(), "总计页面上是“375”，报告文件里是“315”") || got.Report.Stated["applications.received.total"] != "375" {
			t.Errorf("%s: %v, stated %v", name, got.Notes, got.Report.Stated)
		}
	}
}

// TestAttachedUnreadable: what is no report file is told of, and the pages are read.
func TestAttachedUnreadable(t *testing.T) {
	for name, file := range map[string][]byte{
		"nothing": nil, "no report": []byte("{}"), "no JSON": []byte("PK"), "too large": bytes.Repeat([]byte(" "), reportfile.MaxSize+1),
		"a later version": []byte(`{"format": "nianbao-report", "version": 99}`),
	} {
		t.Run(name, func(t *testing.T) {
			for name, data := range carrying(t, specimen.Sample(t), file) {
				got, err := intake.Read(name, data, intake.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if got.Placed != 166 || len(got.Notes) == 0 || !strings.Contains(got.Notes[0].String(), "报告文件读不了，照页面读入：") {
					t.Errorf("%s: placed %d, %v", name, got.Placed, got.Notes)
				}
			}
		})
	}
}
