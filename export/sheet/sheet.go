// Package sheet writes a report as a workbook (.xlsx, Office Open XML) to be filled
// in: each table on a sheet of its own in the form's shape, its wordings locked, its
// totals computed; the prose on sheets before and behind them, a row a paragraph. Read
// from first sheet to last, it is the report in its order.
//
// The order of elements and what each must have is the schema's of ISO/IEC 29500-1,
// 18. Begin with [Write]; table.go has the tables, styles.go their looks.
package sheet

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"nianbao/export/ooxml"
	"nianbao/export/outline"
	"nianbao/export/typeset"
)

// Options are the choices of a workbook.
type Options struct {
	Draft   bool      // 草稿 at the head of every page
	Creator string    // the program and its version
	Date    time.Time // of the document; the zero value for none
}

// LongError says that a paragraph is longer than a cell can hold.
type LongError struct {
	Name   string // of its section
	Length int    // characters
}

func (e *LongError) Error() string { return fmt.Sprintf("paragraph of %d characters", e.Length) }

// Message says in words which, and what to do.
func (e *LongError) Message() string { return fmt.Sprintf(messageLong, e.Name, e.Length, maxText) }

// maxText is how many characters a cell holds, in units of UTF-16.
const maxText = 32767

// Write writes a report, planned for A4, as a workbook. The same report and options
// give the same bytes. The error is a *LongError for a paragraph that no cell holds.
func Write(report *outline.Document, plan typeset.Plan, o Options) ([]byte, error) {
	w := &workbook{plan: plan, draft: o.Draft, looks: newLooks()}
	if err := w.sheetsOf(report); err != nil {
		return nil, err
	}
	const markup = "spreadsheetml."
	files := []ooxml.File{
		{Name: "xl/workbook.xml", Type: markup + "sheet.main", Data: w.workbookPart()},
		{Name: "xl/styles.xml", Type: markup + "styles", Relation: "styles", Data: w.looks.part()},
	}
	for i, s := range w.sheets {
		files = append(files, ooxml.File{
			Name: fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), Type: markup + "worksheet", Relation: "worksheet", Data: s.data,
		})
	}
	data, err := ooxml.Write(files, ooxml.Properties{Title: report.Heading(), Author: report.Agency, Creator: o.Creator, Date: o.Date})
	if err != nil {
		return nil, fmt.Errorf("write package: %w", err)
	}
	return data, nil
}

// workbook is a workbook being written.
type workbook struct {
	plan   typeset.Plan
	draft  bool
	looks  *looks
	sheets []sheet
	names  []name
}

// sheet is a sheet that has been written.
type sheet struct {
	name string
	data []byte
}

// name is what a cell is called throughout the workbook.
type name struct{ name, place string }

// mainSpace is the namespace of the parts.
const mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// sheetsOf writes the sheets: prose until a table comes, the table, and so on.
func (w *workbook) sheetsOf(report *outline.Document) error {
	prose := w.newProse()
	for _, line := range w.plan.Title {
		prose.row(line, faceTitle, true)
	}
	tables := 0
	for i, b := range report.Blocks {
		switch b.Kind {
		case outline.Grid:
			w.table(b.Table, w.plan.Tables[tables])
			tables++
		case outline.Heading:
			if i+1 < len(report.Blocks) && report.Blocks[i+1].Kind == outline.Grid { // it stands on the table's sheet
				prose.finish()
				prose = w.newProse()
				continue
			}
			face := faceHei
			if b.Level > 1 {
				face = faceKai
			} else if prose.name == "" {
				prose.name = b.Text
			}
			prose.row(b.Text, face, false)
		case outline.Paragraph:
			if n := len(b.Text); n > maxText && utf16Length(b.Text) > maxText {
				return &LongError{Name: b.Place.Name, Length: utf8.RuneCountInString(b.Text)}
			}
			prose.row(b.Text, faceFang, false)
		case outline.Picture: // no report has one
		}
	}
	for _, line := range []string{report.Signature.Agency, report.Signature.Date} {
		if line != "" {
			prose.row(line, faceSigned, false)
		}
	}
	prose.finish()
	return nil
}

func utf16Length(text string) int {
	n := 0
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// prose is a sheet of one column, a row a paragraph.
type prose struct {
	*workbook
	*ooxml.Part
	name   string
	rows   int
	merges []string
}

func (w *workbook) newProse() *prose {
	p := &prose{workbook: w, Part: w.newSheet(0)}
	columns(p.Part, []float64{p.width()})
	p.Begin("sheetData")
	return p
}

// width is the width of the column: a little less than that of the page, as programs
// count differently.
func (p *prose) width() float64 { return 0.94 * p.plan.Paper.TextWidth() }

// maxHeight is how high a row can be, in points; a longer paragraph goes over
// several.
const maxHeight = 400

// row adds a paragraph.
func (p *prose) row(text string, f face, centred bool) {
	look := look{face: f, wrap: true}
	if centred {
		look.across = "center"
	}
	if f == faceSigned {
		look.across = "right"
	}
	size := faces[f].size
	ems := 0.0
	for _, r := range text {
		if r < 0x2E80 {
			ems -= 0.5
		}
		ems++
	}
	const leading, margin = 1.35, 1.5 // of the size; what Excel leaves at the edges of a cell, in ems
	lines := math.Ceil(ems / (p.width()/size - margin))
	height := max(1, lines) * leading * size
	rows := int(math.Ceil(height / maxHeight))
	for i := range rows {
		p.rows++
		p.Begin("row", "r", strconv.Itoa(p.rows), "ht", points(height/float64(rows)), "customHeight", "1")
		at := reference(0, p.rows-1)
		if i == 0 {
			textCell(p.Part, at, p.looks.index(look), text)
		} else {
			p.Empty("c", "r", at, "s", strconv.Itoa(p.looks.index(look)))
		}
		p.End(1)
	}
	if rows > 1 {
		p.merges = append(p.merges, reference(0, p.rows-rows)+":"+reference(0, p.rows-1))
	}
}

// finish ends the sheet, if there is anything on it.
func (p *prose) finish() {
	if p.rows == 0 {
		return
	}
	p.End(1)
	merged(p.Part, p.merges)
	p.page(p.Part, false)
	p.add(cmp.Or(p.name, nameProse), p.Part)
}

// add adds a sheet under a name that can be one, and is no other's, and returns it.
func (w *workbook) add(called string, p *ooxml.Part) string {
	const most = 31 - 3 // characters; the rest for a number
	called = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return -1
		}
		return r
	}, called)
	runes := []rune(called)
	called = string(runes[:min(len(runes), most)])
	for _, s := range w.sheets {
		if s.name == called {
			called += strconv.Itoa(len(w.sheets) + 1)
		}
	}
	w.sheets = append(w.sheets, sheet{called, p.Finish()})
	return called
}

// newSheet begins a sheet, of which so many rows stay in view.
func (w *workbook) newSheet(frozen int) *ooxml.Part {
	p := ooxml.NewPart("worksheet", "xmlns", mainSpace)
	p.Begin("sheetPr")
	p.Empty("pageSetUpPr", "fitToPage", "1")
	p.End(1)
	p.Begin("sheetViews")
	attributes := []string{"showGridLines", "0", "workbookViewId", "0"}
	if len(w.sheets) == 0 {
		attributes = append([]string{"tabSelected", "1"}, attributes...)
	}
	p.Begin("sheetView", attributes...)
	if frozen > 0 {
		p.Empty("pane", "ySplit", strconv.Itoa(frozen), "topLeftCell", reference(0, frozen), "activePane", "bottomLeft", "state", "frozen")
	}
	p.End(2)
	p.Empty("sheetFormatPr", "defaultRowHeight", "15")
	return p
}

// columns writes the widths, given in points. The format counts in widths of a
// figure of the usual face, of 11 points.
func columns(p *ooxml.Part, widths []float64) {
	const figure, edge = 5.25, 0.71 // points; widths of a figure
	p.Begin("cols")
	for i, w := range widths {
		at := strconv.Itoa(i + 1)
		p.Empty("col", "min", at, "max", at, "width", points(w/figure+edge), "customWidth", "1")
	}
	p.End(1)
}

// textCell writes a cell with text, which is never a formula, whatever it begins with.
func textCell(p *ooxml.Part, at string, style int, text string) {
	p.Begin("c", "r", at, "s", strconv.Itoa(style), "t", "inlineStr")
	p.Begin("is")
	if strings.TrimSpace(text) == text {
		p.Leaf("t", text)
	} else {
		p.Leaf("t", text, "xml:space", "preserve")
	}
	p.End(2)
}

// merged joins places.
func merged(p *ooxml.Part, all []string) {
	if len(all) == 0 {
		return
	}
	p.Begin("mergeCells", "count", strconv.Itoa(len(all)))
	for _, m := range all {
		p.Empty("mergeCell", "ref", m)
	}
	p.End(1)
}

// page sets a sheet up for A4, one page wide, and one high if it is a table.
func (w *workbook) page(p *ooxml.Part, table bool) {
	inch := func(points float64) string { return strconv.FormatFloat(points/72, 'f', 3, 64) }
	paper := w.plan.Paper
	const room = 36 // of head and foot to the edge, points
	p.Empty("printOptions", "horizontalCentered", "1")
	p.Empty("pageMargins", "left", inch(paper.Left), "right", inch(paper.Width-paper.Right()), "top", inch(paper.Top),
		"bottom", inch(paper.Height-paper.Bottom()), "header", inch(room), "footer", inch(room))
	high := "0" // as many as it takes
	if table {
		high = "1"
	}
	const a4 = "9"
	p.Empty("pageSetup", "paperSize", a4, "orientation", "portrait", "fitToWidth", "1", "fitToHeight", high)
	p.Begin("headerFooter")
	if w.draft {
		p.Leaf("oddHeader", headDraft)
	}
	p.Leaf("oddFooter", footPage)
	p.End(1)
}

// workbookPart lists the sheets, and the names of the cells (18.2.27, 18.2.5).
func (w *workbook) workbookPart() []byte {
	p := ooxml.NewPart("workbook", "xmlns", mainSpace, "xmlns:r", ooxml.OfficeSpace)
	p.Begin("bookViews")
	p.Empty("workbookView")
	p.End(1)
	p.Begin("sheets")
	for i, s := range w.sheets {
		at := strconv.Itoa(i + 1)
		p.Empty("sheet", "name", s.name, "sheetId", at, "r:id", "sheet"+at)
	}
	p.End(1)
	if len(w.names) > 0 {
		p.Begin("definedNames")
		for _, n := range w.names {
			p.Leaf("definedName", n.place, "name", n.name)
		}
		p.End(1)
	}
	return p.Finish()
}

// reference is what a cell is called in formulas: C5. Column and row count from 0.
func reference(column, row int) string { return letters(column) + strconv.Itoa(row+1) }

func letters(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// points writes a length.
func points(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
