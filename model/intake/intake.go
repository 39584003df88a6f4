// Package intake reads a published report, as a web page, a Word document, a
// PDF or plain text, back into a model.Report.
//
// A reader for each format (packages plain, web, word, pdftext) turns the file
// into lines: paragraphs and rows of cells (package source). The recognition
// here knows no formats: it finds title, sections, tables and prose, telling
// rows and columns by their labels, and takes all it knows of the form from the
// editions in package model.
//
// Nothing is dropped unseen. Every line of the source ends up with a Fate, what
// could not be placed is listed, and what was repaired is noted. Where two
// places are possible, none is taken.
package intake

import (
	"path/filepath"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/intake/source"
)

// Options help where the source does not say.
type Options struct {
	Year   int    // 年度; 0: as the source says
	Agency string // 机关全称; empty: as the source says
}

// Result is what became of a published report.
type Result struct {
	Report     *model.Report
	Edition    *model.Edition // of the year, which decides
	Placed     int            // number cells filled in
	Stated     int            // totals kept for checking
	Tables     int            // tables recognised, of three
	Paragraphs int            // of prose
	Lines      []Line         // the source, line by line, with what became of it
	Unplaced   []Unplaced     // what found no place, in the order of the source
	Notes      []Note         // what was repaired or has to be known
}

// Fate is what became of a line.
type Fate int

// The fates of a line. A line of a table may hold placed and unplaced numbers:
// then it is FateUnplaced.
const (
	FateDropped   Fate = iota // page number, caption, text of the site
	FateTitle                 // title, agency, year
	FateHeading               // title of one of the six sections
	FateLabel                 // head or label of a table, no numbers
	FateCells                 // its numbers are in the report
	FateProse                 // prose or sub-heading
	FateSignature             // 落款, 成文日期
	FateUnplaced
)

// Line is a line of the source and what became of it.
type Line struct {
	Number  int    // as the source counts, from 1
	Text    string // cells have a tab between them
	Fate    Fate
	Section model.SectionID // where it went
	Cells   []model.Address // that it filled, totals included
}

// Unplaced is something that found no place in the report.
type Unplaced struct {
	Line    int    // number in the source
	Text    string // of the line, or of the number in it
	problem problem
	values  []any // for the wording
}

// Note is something repaired or to be known. Code is that of the rule of the
// form it is about (S01, S05, S06 …), empty when there is none.
type Note struct {
	Code    string
	Section model.SectionID
	remark  remark
	values  []any
}

// Read reads a published report. The ending of name and the first bytes say of
// which format it is; a name without ending is plain text. The error is a
// *RefusalError, or a *model.YearError for a year that no edition covers.
func Read(name string, data []byte, o Options) (*Result, error) {
	doc, err := read(strings.ToLower(filepath.Ext(name)), data)
	if err != nil {
		return nil, refused(err)
	}
	return recognise(doc, o)
}

// recogniser is one run over a document.
type recogniser struct {
	doc     *source.Document
	options Options
	report  *model.Report
	result  *Result
	outline outline
	tabled  []model.SectionID // whose tables were found
	joined  int               // paragraphs put together again
	forms   []*form           // tables of all editions
}

func recognise(doc *source.Document, o Options) (*Result, error) {
	x := &recogniser{doc: doc, options: o, result: &Result{}, forms: forms()}
	for _, l := range doc.Lines {
		x.result.Lines = append(x.result.Lines, Line{Number: l.Number, Text: l.Text})
	}
	for _, page := range doc.Pictures {
		x.note("", "", remarkPicture, page)
	}
	x.outline = findOutline(doc)
	if err := x.title(); err != nil {
		return nil, err
	}
	x.tables()
	x.prose()
	x.result.Report, x.result.Edition = x.report, x.report.Edition()
	slices.SortStableFunc(x.result.Unplaced, func(a, b Unplaced) int { return a.Line - b.Line })
	slices.SortStableFunc(x.result.Notes, func(a, b Note) int { return strings.Compare(a.Code, b.Code) })
	return x.result, nil
}

// note remarks something, once.
func (x *recogniser) note(code string, section model.SectionID, r remark, values ...any) {
	n := Note{Code: code, Section: section, remark: r, values: values}
	same := func(other Note) bool { return other.String() == n.String() }
	if !slices.ContainsFunc(x.result.Notes, same) {
		x.result.Notes = append(x.result.Notes, n)
	}
}

// unplaced lists something that has no place.
func (x *recogniser) unplaced(line int, text string, p problem, values ...any) {
	l := &x.result.Lines[line]
	l.Fate = FateUnplaced
	x.result.Unplaced = append(x.result.Unplaced, Unplaced{Line: l.Number, Text: text, problem: p, values: values})
}

// settle says what became of a line; being unplaced is not taken back.
func (x *recogniser) settle(line int, f Fate, section model.SectionID) {
	l := &x.result.Lines[line]
	if l.Fate != FateUnplaced {
		l.Fate, l.Section = f, section
	}
}

// found reports whether numbers of a section's table were found.
func (x *recogniser) found(id model.SectionID) bool {
	return slices.Contains(x.tabled, id)
}
