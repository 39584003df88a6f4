package sheet

import (
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/export/ooxml"
	"nianbao/export/specimen"
)

// order is that of the elements of a part, or of those in a folder, in the schema, as
// far as there are any.
var order = map[string][]string{
	"xl/worksheets": {
		"sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells", "dataValidations",
		"printOptions", "pageMargins", "pageSetup", "headerFooter", "ignoredErrors",
	},
	"xl/workbook.xml": {"bookViews", "sheets", "definedNames"},
}

// TestOrder: elements stand in the order that the schema has, without which Excel
// repairs the file.
func TestOrder(t *testing.T) {
	for _, draft := range []bool{false, true} {
		parts := written(t, specimen.Figures(t, 2020, "543210"), Options{Draft: draft, Creator: "nianbao", Date: time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC)})
		for name, part := range parts {
			if known := slices.Concat(order[name], order[path.Dir(name)]); known != nil {
				inOrder(t, name, part, known)
			}
			if !strings.HasPrefix(name, "xl/worksheets/") {
				continue
			}
			if strings.Contains(part, "草稿") != draft {
				t.Errorf("%s: marked as a draft: %v", name, !draft)
			}
			if !strings.Contains(parts["[Content_Types].xml"], `"/`+name+`"`) {
				t.Errorf("%s has no content type", name)
			}
		}
		if core := parts["docProps/core.xml"]; !strings.Contains(core, "2021-01-20T00:00:00Z") || !strings.Contains(core, "2020年政府信息公开工作年度报告") {
			t.Error(core)
		}
	}
}

// inOrder fails for an element that stands out of order, or within another.
func inOrder(t *testing.T, name, part string, known []string) {
	t.Helper()
	var root struct {
		All []struct{ XMLName xml.Name } `xml:",any"`
	}
	if err := xml.Unmarshal([]byte(part), &root); err != nil {
		t.Fatal(err)
	}
	at := -1
	var seen []string
	for _, e := range root.All {
		i := slices.Index(known, e.XMLName.Local)
		if i <= at {
			t.Errorf("%s: %s out of order", name, e.XMLName.Local)
		}
		at, seen = i, append(seen, e.XMLName.Local)
	}
	for _, e := range known {
		if regexp.MustCompile(`<`+e+`[ />]`).MatchString(part) && !slices.Contains(seen, e) {
			t.Errorf("%s: %s within another element", name, e)
		}
	}
}

// TestSheetNames: no two sheets have one name, and none has a character or a length
// that Excel refuses.
func TestSheetNames(t *testing.T) {
	w := &workbook{}
	for _, called := range []string{"表二", "表二", `[表]:*?/\'三`, strings.Repeat("长", 28), strings.Repeat("长", 30)} {
		if got := w.add(called, ooxml.NewPart("worksheet")); got != w.sheets[len(w.sheets)-1].name {
			t.Errorf("cells are told to be on %s, which is called %s", got, w.sheets[len(w.sheets)-1].name)
		}
	}
	long := strings.Repeat("长", 28)
	for i, want := range []string{"表二", "表二2", "表三", long, long + "5"} {
		if got := w.sheets[i].name; got != want {
			t.Errorf("sheet %d is called %s, want %s", i+1, got, want)
		}
	}
}
