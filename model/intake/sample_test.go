package intake

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/reportfile"
)

// sample is the report that the project started from, as published and as its
// report file.
func sample(t testing.TB) (published []byte, want *model.Report) {
	t.Helper()
	published, err := os.ReadFile("testdata/wutong-2020.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err = reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return published, want
}

// TestSample: the published sample comes in whole, 166 cells and every
// paragraph, its torn tables notwithstanding.
func TestSample(t *testing.T) {
	published, want := sample(t)
	got, err := Read("wutong-2020.txt", published, Options{})
	if err != nil {
		t.Fatal(err)
	}
	keepAccounts(t).add(t, "wutong-2020.txt", got, nil)
	if got.Placed != 166 || got.Tables != 3 || len(got.Unplaced) != 0 {
		t.Errorf("placed %d cells of %d tables, unplaced: %v", got.Placed, got.Tables, got.Unplaced)
	}
	if !reflect.DeepEqual(got.Report.Cells, want.Cells) {
		t.Errorf("cells: %v", got.Report.Cells)
	}
	if !reflect.DeepEqual(got.Report.Narrative, want.Narrative) {
		for id, blocks := range want.Narrative {
			if !reflect.DeepEqual(got.Report.Narrative[id], blocks) {
				t.Errorf("%s:\n%q\nwant\n%q", id, got.Report.Narrative[id], blocks)
			}
		}
	}
	if !reflect.DeepEqual(got.Report.Agency, want.Agency) || got.Report.Title != "" || got.Report.Numbering != model.Arabic || got.Report.Year != 2020 {
		t.Errorf("particulars: %+v %q %q %d", got.Report.Agency, got.Report.Title, got.Report.Numbering, got.Report.Year)
	}
	if s := got.Report.Source; s.Empty() || !slices.ContainsFunc(s.Labels, func(l model.LabelSlip) bool {
		return strings.HasSuffix(l.Found, "其他法律法规规章禁止公开")
	}) {
		t.Errorf("no word about 其他法律法规规章禁止公开: %+v", s)
	}
	for _, n := range got.Notes {
		t.Log(n)
	}
	for _, l := range got.Lines {
		if l.Fate == FateDropped || l.Fate == FateUnplaced {
			t.Errorf("line %d, %q: fate %d", l.Number, l.Text, l.Fate)
		}
	}
}
