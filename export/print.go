package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/export/outline"
	"nianbao/export/typeset"
	"nianbao/model"
	"nianbao/model/slips"
)

// Print is what is printed of a report, under the name that the command line has for
// it: the value of --sheet. The empty one is what a format usually carries.
type Print string

// The prints.
const (
	PrintReport Print = "report" // 报告
	PrintBlank  Print = "blank"  // 空白表
	PrintSlips  Print = "slips"  // 收数单
	PrintDigest Print = "digest" // 图解
)

// printing is how a print comes about. Another print is one more value in printings,
// and its name with the formats that carry it.
type printing struct {
	print Print
	name  string // Chinese, for a list to choose from
	// heeds are the options that make a difference to it, of those that the format
	// heeds; nil for all of them.
	heeds  []Option
	layout func(*model.Report, Options) (*typeset.Document, Result, error)
}

func printings() []printing {
	return []printing{
		{print: PrintReport, name: namePrintReport, layout: layoutReport, heeds: slices.DeleteFunc(AllOptions(), func(o Option) bool {
			return o == OptionPrevious
		})},
		{print: PrintBlank, name: namePrintBlank, heeds: ofForms(), layout: layoutBlank},
		{print: PrintSlips, name: namePrintSlips, heeds: ofForms(), layout: layoutSlips},
		{print: PrintDigest, name: namePrintDigest, layout: layoutDigest, heeds: []Option{
			OptionPaper, OptionDraft, OptionFinal, OptionReason, OptionPhone, OptionPrevious, OptionReplace, OptionFont, OptionDate,
		}},
	}
}

// ofForms are the options that papers to be filled in by hand heed: they are of A4,
// and no drafts.
func ofForms() []Option { return []Option{OptionPhone, OptionReplace, OptionFont, OptionDate} }

// of is how a print comes about; the report, for a print that there is not.
func (p Print) of() printing {
	all := printings()
	i := slices.IndexFunc(all, func(q printing) bool { return q.print == p })
	return all[max(i, 0)]
}

// Prints lists what can be printed, the usual one first.
func Prints() []Print {
	var all []Print
	for _, p := range printings() {
		all = append(all, p.print)
	}
	return all
}

// Name is what it is called in a list to choose from, in Chinese.
func (p Print) Name() string { return p.of().name }

// Heeds reports whether an option makes a difference to the print, in a format that
// heeds it.
func (p Print) Heeds(o Option) bool {
	heeds := p.of().heeds
	return o == OptionSheet || heeds == nil || slices.Contains(heeds, o)
}

// Formats lists the formats that can carry it.
func (p Print) Formats() []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool { return !f.Carries(p) })
}

// PrintError says that a format cannot carry what is to be printed.
type PrintError struct {
	Print  Print
	Ending string // of the format
}

func (e *PrintError) Error() string { return fmt.Sprintf("%s cannot carry %q", e.Ending, e.Print) }

// Message says so in words, and which formats can.
func (e *PrintError) Message() string {
	var endings []string
	for _, f := range e.Print.Formats() {
		endings = append(endings, f.Ending)
	}
	return fmt.Sprintf(messagePrint, e.Print.Name(), e.Ending, strings.Join(endings, " "))
}

// layoutReport places the report itself.
func layoutReport(r *model.Report, o Options) (*typeset.Document, Result, error) {
	result := stamp(r, o)
	code, err := codeOf(r, o.Sheets, result.Stamped)
	if err != nil {
		return nil, Result{}, err
	}
	report := outline.Of(r, outline.Posting{Since: o.Posted, Phone: o.Phone})
	document, err := o.set(report, typeset.Options{Draft: result.Stamped, Code: code, Cache: o.Cache}, &result)
	return document, result, err
}

// layoutBlank places the form without its numbers and prose.
func layoutBlank(r *model.Report, o Options) (*typeset.Document, Result, error) {
	var result Result
	o.Sheets = A4
	document, err := o.set(outline.Blank(r, o.Phone), typeset.Options{Cache: o.Cache}, &result)
	return document, result, err
}

// layoutSlips places the collecting slips of the report's list, or of the one that is
// proposed where it has none. They are printed on one side: each goes to another giver.
func layoutSlips(r *model.Report, o Options) (*typeset.Document, Result, error) {
	var result Result
	l, proposed, err := slips.Current(r)
	var unread *slips.UnreadError
	switch {
	case errors.As(err, &unread):
		result.Notes = append(result.Notes, unread.Message())
	case proposed:
		result.Notes = append(result.Notes, fmt.Sprintf(messageProposed, r.Agency.Kind.Name(), len(l.Givers)))
	}
	result.Notes = append(result.Notes, notesOf(l, r.Edition())...)
	set, err := o.faces()
	if err != nil {
		return nil, Result{}, err
	}
	cache := o.Cache
	if cache == nil {
		cache = &typeset.Cache{} // the slips say much the same
	}
	paper := typeset.A4()
	paper.Duplex = false
	var all []*typeset.Document
	for _, slip := range outline.Slips(r, l, o.Phone) {
		all = append(all, typeset.Layout(slip, set, typeset.Options{Paper: paper, Cache: cache}))
	}
	document := typeset.Join(outline.SlipsTitle(r), all)
	return document, result, o.replace(document, &result)
}

// notesOf are what the clerk should know of a list before the slips go out.
func notesOf(l slips.List, e *model.Edition) []string {
	var notes, without []string
	for _, g := range l.Givers {
		if len(slips.Ask(e, g.Rows)) == 0 {
			without = append(without, g.Name)
		}
	}
	if len(without) > 0 {
		notes = append(notes, fmt.Sprintf(messageNothingAsked, strings.Join(without, "、")))
	}
	if n := len(l.Unassigned(e)); n > 0 {
		notes = append(notes, fmt.Sprintf(messageUnassigned, n))
	}
	return notes
}

// set places an outline on the paper of the options. The error is a *MissingError when
// characters cannot be printed, with the pages beside it; those that are replaced are
// noted in the result.
func (o Options) set(of *outline.Document, layout typeset.Options, result *Result) (*typeset.Document, error) {
	set, err := o.faces()
	if err != nil {
		return nil, err
	}
	if o.Sheets != A4 {
		layout.Paper = typeset.A3()
	}
	document := typeset.Layout(of, set, layout)
	if o.Sheets == Poster {
		document = typeset.Poster(document, set)
	}
	return document, o.replace(document, result)
}

// replace says which characters of a document are replaced; a *MissingError where they
// are not to be.
func (o Options) replace(document *typeset.Document, result *Result) error {
	if len(document.Missing) == 0 {
		return nil
	}
	missing := &MissingError{document.Missing}
	if !o.Replace {
		return missing
	}
	result.Notes = append(result.Notes, fmt.Sprintf(messageReplaced, missing.list()))
	return nil
}
