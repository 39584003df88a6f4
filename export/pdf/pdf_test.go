package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"nianbao/export/outline"
	"nianbao/export/pdf/poppler"
	"nianbao/export/specimen"
	"nianbao/export/typeset"
	"nianbao/model"
)

// plainSample is what gopdf makes of the sample.
func plainSample(t testing.TB) []byte {
	t.Helper()
	d := typeset.Layout(outline.Of(specimen.Sample(t), outline.Posting{}), specimen.Faces(t), typeset.Options{})
	data, err := gopdfOutput(d, facesOf(d))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func document(t testing.TB, r *model.Report, o typeset.Options) []byte {
	t.Helper()
	return written(t, outline.Of(r, outline.Posting{}), o)
}

func written(t testing.TB, report *outline.Document, o typeset.Options) []byte {
	t.Helper()
	data, err := Write(typeset.Layout(report, specimen.Faces(t), o), Options{
		Author: report.Agency, Creator: "nianbao", Date: time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestText: a reader finds every sentence, label and number, in order.
func TestText(t *testing.T) {
	r := specimen.Sample(t)
	text := strings.Join(strings.Fields(poppler.Run(t, document(t, r, typeset.Options{}), "pdftotext", "-raw", poppler.File, "-")), "")
	text = regexp.MustCompile(`—\d—`).ReplaceAllString(text, "") // page numbers
	at := 0
	for _, line := range r.TitleLines() {
		at = find(t, text, line, at)
	}
	for _, s := range r.Edition().Sections {
		at = find(t, text, s.Title, at)
		for _, b := range r.Narrative[s.ID] {
			for _, p := range b.Paragraphs() {
				at = find(t, text, p, at)
			}
		}
		if s.Table == nil {
			continue
		}
		for _, row := range s.Table.Grid().Rows {
			for _, c := range row.Cells {
				if !strings.Contains(text, c.Text) {
					t.Errorf("no label %s", c.Text)
				}
			}
		}
	}
	find(t, text, "政府集中采购24万元", 0)
}

func find(t *testing.T, text, want string, from int) int {
	t.Helper()
	want = strings.Join(strings.Fields(want), "")
	i := strings.Index(text[from:], want)
	if i < 0 {
		t.Errorf("not found, or out of order: %s", want)
		return from
	}
	return from + i + len(want)
}

func TestStructure(t *testing.T) {
	data := document(t, specimen.Sample(t), typeset.Options{})
	if out := poppler.Run(t, data, "qpdf", "--check", poppler.File); strings.Contains(out, "WARNING") {
		t.Error(out)
	}
	info := poppler.Run(t, data, "pdfinfo", poppler.File)
	for _, want := range []string{"梧桐镇人民政府2020年政府信息公开工作年度报告", "(A4)", "Pages:           7"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
	faces := strings.Split(strings.TrimSpace(poppler.Run(t, data, "pdffonts", poppler.File)), "\n")[2:]
	if len(faces) != 5 {
		t.Errorf("%d faces, want 5: %v", len(faces), faces)
	}
	for _, f := range faces {
		// emb yes, uni yes
		if !regexp.MustCompile(`Identity-H\s+yes \S+\s+yes`).MatchString(f) {
			t.Errorf("face is not embedded with its characters: %s", f)
		}
	}
	const half = 1 << 19
	if len(data) > half {
		t.Errorf("%d bytes: the faces are not cut down to what is used", len(data))
	}
}

// TestSides: paper for both sides is turned over at its long edge, all other paper has one.
func TestSides(t *testing.T) {
	single := typeset.A4()
	single.Duplex = false
	for want, paper := range map[string]typeset.Paper{"DuplexFlipLongEdge": typeset.A4(), "Simplex": single} {
		if !strings.Contains(expanded(t, document(t, specimen.Sample(t), typeset.Options{Paper: paper})), "/Duplex /"+want) {
			t.Errorf("not %s", want)
		}
	}
}

// TestBlackIsGrey: text and rules are printed with black ink alone.
func TestBlackIsGrey(t *testing.T) {
	data := expanded(t, document(t, specimen.Sample(t), typeset.Options{Draft: true}))
	if m := regexp.MustCompile(`(?m)^[\d. ]+ (rg|RG|k|K)$`).FindString(data); m != "" {
		t.Errorf("a colour is set: %q", m)
	}
	if !bytes.Contains([]byte(data), []byte("0.88 g")) {
		t.Error("the watermark is not grey")
	}
}

func BenchmarkWrite(b *testing.B) {
	d := typeset.Layout(outline.Of(specimen.Sample(b), outline.Posting{}), specimen.Faces(b), typeset.Options{})
	for b.Loop() {
		if _, err := Write(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
