package export

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/model"
	"nianbao/model/reportfile"
)

// Format is a kind of file that a report can be written as. The command line
// and the window ask [Formats] what there is: another format is one more value
// there.
type Format struct {
	Name   string // Chinese, for a list to choose from: what it is, and what for
	Ending string // of its files' names, in small letters: ".pdf"
	heeds  []Option
	prints []Print // that it can carry, the usual one first; nil for the report alone
	write  func(*model.Report, Options) (Result, error)
}

// Option is a choice that not every format can heed, under the name that the
// command line has for it.
type Option string

// OptionSheet is Options.Print: every format heeds it, as it refuses what it cannot
// carry.
const OptionSheet Option = "sheet"

// The options; the fields of [Options] say what they do.
const (
	OptionPaper   Option = "paper"           // Options.Sheets
	OptionPoster  Option = "poster"          // the same
	OptionDraft   Option = "draft"           // StampAlways; StampUnfinished too is for formats that heed it
	OptionFinal   Option = "final"           // StampNever
	OptionReason  Option = "reason"          // Options.Reason
	OptionPosted  Option = "posted"          // Options.Posted
	OptionPhone   Option = "phone"           // Options.Phone
	OptionReplace Option = "replace-missing" // Options.Replace
	OptionAttach  Option = "attach"          // Options.Attach
	OptionFont    Option = "font"            // Options.Faces
	OptionDate    Option = "date"            // Options.Date

	OptionFragment Option = "fragment" // Options.Fragment
	OptionPrevious Option = "previous" // Options.Previous
)

// AllOptions lists the options, in the order in which they are told of.
func AllOptions() []Option {
	return []Option{
		OptionSheet, OptionPaper, OptionPoster, OptionDraft, OptionFinal, OptionReason,
		OptionPosted, OptionPhone, OptionReplace, OptionAttach, OptionFont, OptionDate, OptionFragment, OptionPrevious,
	}
}

// Formats lists the formats, the usual one first.
func Formats() []Format {
	return []Format{PDF(), OFD(), Word(), Web(), Sheet(), PNG(), ReportFile(), Text()}
}

// PDF is the report on paper.
func PDF() Format {
	return Format{
		Name: namePDF, Ending: ".pdf", heeds: append(ofPaper(), OptionPrevious),
		prints: []Print{PrintReport, PrintBlank, PrintSlips, PrintDigest}, write: writePDF,
	}
}

// Word is the report as a document to be worked on, with the look of the paper.
func Word() Format {
	return Format{
		Name: nameWord, Ending: ".docx",
		heeds: []Option{OptionDraft, OptionFinal, OptionReason, OptionDate}, write: writeWord,
	}
}

// Web is the report as a web page, or as what the editor of a portal takes.
func Web() Format {
	return Format{
		Name: nameWeb, Ending: ".html",
		heeds: []Option{OptionDraft, OptionFinal, OptionReason, OptionFragment}, write: writeWeb,
	}
}

// Sheet is the report as a workbook to be filled in.
func Sheet() Format {
	return Format{
		Name: nameSheet, Ending: ".xlsx",
		heeds: []Option{OptionDraft, OptionFinal, OptionReason, OptionDate}, write: writeSheet,
	}
}

// OFD is the report on paper in the page format that the state's archives keep; the
// report file goes along in it.
func OFD() Format {
	heeds := slices.DeleteFunc(ofPaper(), func(o Option) bool { return o == OptionAttach }) // it always has it
	return Format{Name: nameOFD, Ending: ".ofd", heeds: heeds, write: writeOFD}
}

// ofPaper are the options that pages heed.
func ofPaper() []Option {
	return slices.DeleteFunc(AllOptions(), func(o Option) bool { return o == OptionFragment || o == OptionSheet || o == OptionPrevious })
}

// ReportFile is the report itself, to be opened again elsewhere. It has no
// draft mark; a reason for printing it as final is recorded in it, with the date.
func ReportFile() Format {
	return Format{
		Name: nameReportFile, Ending: reportfile.Ending,
		heeds: []Option{OptionFinal, OptionReason, OptionDate}, write: writeReportFile,
	}
}

// Text is the bare words and numbers.
func Text() Format { return Format{Name: nameText, Ending: ".txt", write: writeText} }

// Endings lists the endings of file names that can be written.
func Endings() []string {
	var all []string
	for _, f := range Formats() {
		all = append(all, f.Ending)
	}
	return all
}

// FormatFor finds the format that the ending of a file's name asks for. The
// error is an *EndingError.
func FormatFor(path string) (Format, error) {
	ending := strings.ToLower(filepath.Ext(path))
	i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Ending == ending })
	if i < 0 {
		return Format{}, &EndingError{Path: path}
	}
	return Formats()[i], nil
}

// Heeds reports whether an option makes a difference to the format's files, or to
// whether there are any.
func (f Format) Heeds(o Option) bool { return o == OptionSheet || slices.Contains(f.heeds, o) }

// Prints lists what the format can carry, the usual one first.
func (f Format) Prints() []Print {
	if len(f.prints) == 0 {
		return []Print{PrintReport}
	}
	return f.prints
}

// Carries reports whether the format can carry a print.
func (f Format) Carries(p Print) bool { return p == "" || slices.Contains(f.Prints(), p) }

// Bytes writes a report in the format. The error is a *PrintError when the format
// cannot carry what is to be printed, a *MissingError when characters cannot be
// printed.
func (f Format) Bytes(r *model.Report, o Options) (Result, error) {
	if !f.Carries(o.Print) {
		return Result{}, &PrintError{Print: o.Print, Ending: f.Ending}
	}
	o.Print = cmp.Or(o.Print, f.Prints()[0])
	return f.write(r, o)
}
