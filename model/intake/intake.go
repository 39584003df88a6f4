// Package intake reads a published report, as a web page, a Word document, a
// workbook, a PDF, an OFD file or plain text, back into a model.Report. Begin with
// [Read].
//
// A reader for each format (packages plain, web, word, workbook, pdftext, ofdtext)
// turns the file into lines: paragraphs and rows of cells (package source). The
// recognition here knows no formats: it finds title, sections, tables and prose, telling
// rows and columns by their labels, and takes all it knows of the form from the
// editions in package model.
//
// Nothing is dropped without being reported. Every line of the source gets a Fate, what
// could not be placed is listed, and what was repaired is noted. Where two
// places are possible, none is taken.
package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	FateDropped   Fate = iota // left out: page number, caption, text of the site; Reason says which
	FateTitle                 // title, agency, year
	FateHeading               // title of a section
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
	reason  reason          // of a line that was left out
	missing []Unplaced      // of a line with something that found no place
}

// Unplaced is something that found no place in the report, or stands in its cell as
// it was written, for it is no number.
type Unplaced struct {
	Line    int    // number in the source
	Text    string // of the line, or of the number in it
	problem problem
	values  []any // for the wording
}

// LeftOut lists the lines that went nowhere, each with a reason.
func (r *Result) LeftOut() []Line {
	var all []Line
	for _, l := range r.Lines {
		if l.Fate == FateDropped {
			all = append(all, l)
		}
	}
	return all
}

// Note is something repaired or to be known. Code is that of the rule of the form
// it is about (S01, S02, S25), empty when there is none. What the document has
// otherwise than the form is no note: the report keeps it for the rules (Report.Source).
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
	doc, err := read(name, data)
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
	body    int               // line behind the title
	tabled  []model.SectionID // whose tables were found
	joined  int               // paragraphs put together again
	forms   []*form           // tables of all editions
	labels  *labels           // of those
	over    []int             // of what stands apart, the title over the pages
	spacing *bool             // most lines are letter-spaced; nil while not known
	closed  int               // lines that were letter-spaced
}

func newRecogniser(doc *source.Document, o Options) *recogniser {
	x := &recogniser{doc: doc, options: o, result: &Result{}}
	for _, l := range doc.Lines {
		x.result.Lines = append(x.result.Lines, Line{Number: l.Number, Text: l.Text})
	}
	return x
}

func recognise(doc *source.Document, o Options) (*Result, error) {
	x := newRecogniser(doc, o)
	x.forms = forms()
	for _, page := range doc.Pictures {
		x.note("", "", remarkPicture, page)
	}
	x.outline = findOutline(doc)
	if err := x.title(); err != nil {
		return nil, err
	}
	x.tables()
	x.prose()
	x.settleRest()
	x.noteCharacters()
	x.mergeApart()
	x.noteDeleted()
	x.takeAttached()
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
	u := Unplaced{Line: l.Number, Text: text, problem: p, values: values}
	l.missing = append(l.missing, u)
	x.result.Unplaced = append(x.result.Unplaced, u)
}

// unplacedWith says that a line has no place for the same reason as another: both
// hold pieces of one thing.
func (x *recogniser) unplacedWith(line, other int) {
	l, o := &x.result.Lines[line], &x.result.Lines[other]
	for _, u := range o.missing {
		if same := func(has Unplaced) bool { return has.String() == u.String() }; !slices.ContainsFunc(l.missing, same) {
			l.Fate, l.missing = FateUnplaced, append(l.missing, u)
		}
	}
}

// leaveOut says why a line goes nowhere.
func (x *recogniser) leaveOut(line int, why reason) {
	l := &x.result.Lines[line]
	if l.Fate == FateDropped {
		l.reason = why
	}
}

// isOpen reports whether nothing is known yet of what becomes of a line.
func (x *recogniser) isOpen(line int) bool {
	l := &x.result.Lines[line]
	return l.Fate == FateDropped && l.reason == reasonNone
}

// settleRest finds the reason of lines that nothing has been said of: they
// stand before the title, or in another report. Anywhere else this would be an error
// of the recognition.
func (x *recogniser) settleRest() {
	for i := range x.result.Lines {
		if !x.isOpen(i) {
			continue
		}
		switch l := &x.doc.Lines[i]; {
		case isPageNumber(l.Text):
			x.leaveOut(i, reasonPage)
		case l.Site || isFurniture(l.Text):
			x.leaveOut(i, reasonSite)
		case i < x.body:
			x.leaveOut(i, reasonBefore)
		case i >= x.outline.end:
			x.unplaced(i, l.Text, problemAnother)
		default:
			x.unplaced(i, l.Text, problemNoSection)
		}
	}
}

// mergeApart puts what the reader kept apart among the lines, where it stands.
func (x *recogniser) mergeApart() {
	if len(x.doc.Apart) == 0 {
		return
	}
	all := make([]Line, 0, len(x.result.Lines)+len(x.doc.Apart))
	next := 0
	for i := 0; i <= len(x.result.Lines); i++ {
		for ; next < len(x.doc.Apart) && x.doc.Apart[next].Before <= i; next++ {
			a := x.doc.Apart[next]
			l := Line{Number: a.Number, Text: a.Text, reason: reasonLook + reason(a.Look)}
			if a.Look == source.Footnote {
				u := Unplaced{Line: l.Number, Text: l.Text, problem: problemFootnote}
				l.Fate, l.reason, l.missing = FateUnplaced, reasonNone, []Unplaced{u}
				x.result.Unplaced = append(x.result.Unplaced, u)
			}
			if slices.Contains(x.over, next) {
				l.Fate, l.reason = FateTitle, reasonNone
			}
			all = append(all, l)
		}
		if i < len(x.result.Lines) {
			all = append(all, x.result.Lines[i])
		}
	}
	x.result.Lines = all
}

// noteDeleted remarks what tracked changes have taken away: such a file may be no final one.
func (x *recogniser) noteDeleted() {
	deleted := slices.DeleteFunc(x.result.LeftOut(), func(l Line) bool { return l.reason != reasonLook+reason(source.Deleted) })
	if len(deleted) > 0 {
		x.note("", "", remarkDeleted, len(deleted), deleted[0].Number, shorten(deleted[0].Text))
	}
}

// noteCharacters remarks what of the text no other computer can show, and what
// could not be read.
func (x *recogniser) noteCharacters() {
	for _, kind := range []struct {
		is     func(rune) bool
		remark remark
		named  bool // the first of them is told
	}{
		{source.IsPrivate, remarkPrivate, true},
		{func(r rune) bool { return r == source.Unread }, remarkUnread, false},
	} {
		var lines []string
		found := ""
		for _, l := range x.result.Lines {
			if l.Fate == FateDropped {
				continue
			}
			if i := strings.IndexFunc(l.Text, kind.is); i >= 0 {
				lines = append(lines, strconv.Itoa(l.Number))
				if found == "" {
					r, _ := utf8.DecodeRuneInString(l.Text[i:])
					found = fmt.Sprintf("U+%04X", r)
				}
			}
		}
		switch all := strings.Join(lines, "、"); {
		case len(lines) > 0 && kind.named:
			x.note("", "", kind.remark, all, found)
		case len(lines) > 0:
			x.note("", "", kind.remark, all)
		}
	}
	var lines []string
	for i := range x.doc.Lines {
		if x.doc.Lines[i].Symbols && x.result.Lines[i].Fate != FateDropped {
			lines = append(lines, strconv.Itoa(x.result.Lines[i].Number))
		}
	}
	if len(lines) > 0 {
		x.note("", "", remarkSymbols, strings.Join(lines, "、"))
	}
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
