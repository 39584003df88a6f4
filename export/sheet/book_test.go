package sheet

import (
	"encoding/xml"
	"fmt"
	"testing"

	"nianbao/export/specimen"
	"nianbao/model"
)

// A workbook as a program reads it.

func written(t testing.TB, r *model.Report, o Options) map[string]string {
	t.Helper()
	_, parts := specimen.Unpack(t, write(t, r, o))
	return parts
}

// cellOf is a cell as a part has it.
type cellOf struct {
	R  string `xml:"r,attr"`
	S  int    `xml:"s,attr"`
	T  string `xml:"t,attr"`
	F  string `xml:"f"`
	V  string `xml:"v"`
	Is string `xml:"is>t"`
}

type validation struct {
	Sqref string `xml:"sqref,attr"`
	Error string `xml:"error,attr"`
}

type definedName struct {
	Name  string `xml:"name,attr"`
	Place string `xml:",chardata"`
}

type sheetOf struct {
	Pane struct {
		Split int `xml:"ySplit,attr"`
	} `xml:"sheetViews>sheetView>pane"`
	Rows []struct {
		R     int      `xml:"r,attr"`
		Ht    float64  `xml:"ht,attr"`
		Cells []cellOf `xml:"c"`
	} `xml:"sheetData>row"`
	Protection struct {
		Sheet    string `xml:"sheet,attr"`
		Password string `xml:"password,attr"`
	} `xml:"sheetProtection"`
	Merges []struct {
		Ref string `xml:"ref,attr"`
	} `xml:"mergeCells>mergeCell"`
	Validations []validation `xml:"dataValidations>dataValidation"`
	Setup       struct {
		Wide string `xml:"fitToWidth,attr"`
		High string `xml:"fitToHeight,attr"`
	} `xml:"pageSetup"`
}

type bookOf struct {
	Sheets []struct {
		Name string `xml:"name,attr"`
	} `xml:"sheets>sheet"`
	Names []definedName `xml:"definedNames>definedName"`
}

// book is a workbook taken apart: its sheets by name, and their cells by reference.
type book struct {
	bookOf
	sheets map[string]sheetOf
	cells  map[string]map[string]cellOf
	locked []bool // by look
}

func open(t testing.TB, parts map[string]string) *book {
	t.Helper()
	b := &book{sheets: map[string]sheetOf{}, cells: map[string]map[string]cellOf{}}
	parse := func(name string, into any) {
		if err := xml.Unmarshal([]byte(parts[name]), into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	parse("xl/workbook.xml", &b.bookOf)
	for i, s := range b.Sheets {
		var one sheetOf
		parse(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &one)
		b.sheets[s.Name], b.cells[s.Name] = one, map[string]cellOf{}
		for _, row := range one.Rows {
			for _, c := range row.Cells {
				b.cells[s.Name][c.R] = c
			}
		}
	}
	var styles struct {
		Xfs []struct {
			Protection struct {
				Locked string `xml:"locked,attr"`
			} `xml:"protection"`
		} `xml:"cellXfs>xf"`
	}
	parse("xl/styles.xml", &styles)
	for _, x := range styles.Xfs {
		b.locked = append(b.locked, x.Protection.Locked != "0")
	}
	return b
}

// shown is what a cell shows.
func (c cellOf) shown() string {
	if c.T == "inlineStr" {
		return c.Is
	}
	return c.V
}
