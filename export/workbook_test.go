package export_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/sheet"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/intake"
)

func readWorkbook(t *testing.T, name string) *intake.Result {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	got, err := intake.Read(name, data, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestRewritten: a workbook that LibreOffice 7.4 has opened and saved again is the
// same report. rewritten.xlsx is specimen.Digits, exported and converted by
// “soffice --convert-to xlsx”.
func TestRewritten(t *testing.T) {
	got := readWorkbook(t, "rewritten.xlsx")
	if len(got.Unplaced) > 0 {
		t.Errorf("without a place: %v", got.Unplaced)
	}
	wantSame(t, specimen.Digits(t), got.Report)
}

// TestFilledIn: an empty workbook of 2026 in which somebody has filled in some cells,
// not all with numbers, and which LibreOffice has saved. Totals are as it computed
// them; what is no value is named, and kept.
func TestFilledIn(t *testing.T) {
	got := readWorkbook(t, "filled.xlsx")
	r := got.Report
	for a, want := range map[model.Address]string{
		"disclosure.regulations.issued": "0", "disclosure.documents.issued": "12", "disclosure.documents.effective": "四十件",
		"disclosure.licensing.decided": "1234", "disclosure.fees.amount": "190.457379",
		"applications.received.person": "3", "applications.received.total": "4", "applications.carriedIn.person": "1",
		"applications.carriedIn.business": "", "applications.granted.person": "2.5", "applications.partial.person": "4",
		"applications.partial.business": "", "applications.secret.total": "",
	} {
		if g := r.Value(a); g != want {
			t.Errorf("%s is %q, want %q", a, g, want)
		}
	}
	if g := r.Stated["applications.received.total"]; g != "4" {
		t.Errorf("a total is stated as %q", g)
	}
	var said strings.Builder
	for _, u := range got.Unplaced {
		said.WriteString(u.String() + "\n")
	}
	for _, want := range []string{"行政规范性文件”现行有效件数：“四十件”不是数字", "（一）予以公开”自然人：“2.5”带小数"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%s is not said in\n%s", want, &said)
		}
	}
	if !r.Source.Empty() {
		t.Errorf("said to differ from the form: %+v", r.Source)
	}
}

// TestLongParagraph: a paragraph that no cell of a workbook holds is refused with a
// word on what to do; one that just fits goes in and comes back.
func TestLongParagraph(t *testing.T) {
	r := specimen.Sample(t)
	const most = 32767 // characters
	text := strings.Repeat("公开", most/2) + "。"
	r.Narrative[model.Overview] = []model.Block{{Text: text}}
	out, err := export.Bytes(r, "a.xlsx", export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := intake.Read("a.xlsx", out.Data, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, r, got.Report)
	for _, more := range []string{"了", "𠮷"} {
		r.Narrative[model.Overview] = []model.Block{{Text: text[:len(text)-len("开。")] + more + "。"}}
		_, err = export.Bytes(r, "a.xlsx", export.Options{})
		var long *sheet.LongError
		if refused := errors.As(err, &long); refused != (more == "𠮷") {
			t.Errorf("%s more: %v", more, err)
		}
	}
	if _, err = export.Bytes(r, "a.txt", export.Options{}); err != nil {
		t.Error(err)
	}
}
