// Package export writes a report as a file for others: on paper, as text, as
// a report file. [Formats] lists the kinds; the ending of a file's name says which.
package export

import (
	"context"
	"fmt"
	"strings"
	"time"

	"nianbao/export/pdf"
	"nianbao/export/typeset"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/atomicfile"
	"nianbao/model/check"
	"nianbao/model/reportfile"
)

// Stamp decides on the 草稿 watermark.
type Stamp int

// When the watermark is printed.
const (
	StampUnfinished Stamp = iota // while the report is [Unfinished]
	StampAlways                  // --draft
	StampNever                   // --final, with Options.Reason
)

// Sheets are the papers to print on.
type Sheets int

// The papers.
const (
	A4     Sheets = iota // 报送稿, both sides
	A3                   // 张贴稿
	Poster               // 张贴稿 cut into A4 sheets to be pasted together
)

// Options are the choices of an export. Not every format can heed them all: see
// [Format.Heeds] and [Print.Heeds].
type Options struct {
	Print  Print // what of the report; empty for what the format usually carries
	Stamp  Stamp
	Sheets Sheets
	Posted string // 公示日期, "2021-01-20"; empty for none
	Phone  string // 联系电话; empty for none
	Reason string // why an unfinished report is printed as final
	// Replace prints 〓 for characters that no face has; without it an export
	// that has such characters is refused with a *MissingError.
	Replace bool
	// Fragment writes, of a web page, only what is pasted into the editor of a
	// portal.
	Fragment bool
	// Attach puts the report file into a PDF, so that the pages can be read back
	// exactly; it is a PDF/A-3u then. An OFD carries it always.
	Attach bool
	// Previous is the report of the year before, to stand beside this one in a
	// picture; nil for none.
	Previous *model.Report
	Faces    *fonts.Set // nil: the embedded ones
	// Cache makes layouts of the same report after small changes quick; nil for
	// none. It serves one layout at a time.
	Cache *typeset.Cache
	Date  time.Time // the file's date; the same report and date give the same bytes
	Maker string    // the program and its version, for the file's own data
}

// Result is a finished export and what its user should know about it.
type Result struct {
	Data    []byte
	Notes   []string // Chinese sentences: why there is a watermark, what could not be shown
	Stamped bool     // the pages carry the watermark
}

// EndingError says that a file's ending names no format.
type EndingError struct{ Path string }

func (e *EndingError) Error() string { return "no format for " + e.Path }

// Message says in words which endings there are.
func (e *EndingError) Message() string {
	return fmt.Sprintf(messageEnding, e.Path, strings.Join(Endings(), " "))
}

// MissingError says that no face has some of the characters.
type MissingError struct{ Missing []typeset.Missing }

func (e *MissingError) Error() string {
	return fmt.Sprintf("no face has %d of the characters", len(e.Missing))
}

// Message says in words which, where they stand, and what to do.
func (e *MissingError) Message() string { return fmt.Sprintf(messageMissing, e.list()) }

// list names the characters with their places.
func (e *MissingError) list() string {
	var b strings.Builder
	for i, m := range e.Missing {
		if i == maxListed {
			fmt.Fprintf(&b, messageMore, len(e.Missing))
			break
		}
		if i > 0 {
			b.WriteString("；")
		}
		fmt.Fprintf(&b, messageMissingAt, m.Where, m.Char, m.Char)
	}
	return b.String()
}

// maxListed bounds how many missing characters a message lists.
const maxListed = 20

// Bytes exports in the format that the ending of path asks for. The error is
// an *EndingError when there is none, a *PrintError when it cannot carry what is to be
// printed, a *MissingError when characters cannot be printed.
func Bytes(r *model.Report, path string, o Options) (Result, error) {
	f, err := FormatFor(path)
	if err != nil {
		return Result{}, err
	}
	return f.Bytes(r, o)
}

// File exports to a file, which is replaced only when all of it has been
// written. When ctx ends before that, its error is returned and the file is as it
// was.
func File(ctx context.Context, r *model.Report, path string, o Options) (Result, error) {
	result, err := Bytes(r, path, o)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return Result{}, err
	}
	if err := atomicfile.Write(path, result.Data); err != nil {
		return Result{}, fmt.Errorf("write %s: %w", path, err)
	}
	return result, nil
}

// Unfinished says in words why a report is not ready to be posted: the name of its
// agency is blank, or cells are, or errors would be printed. It is empty for a finished
// one.
func Unfinished(r *model.Report) []string {
	var why []string
	if r.Unnamed() {
		why = append(why, messageUnnamed)
	}
	if n := len(r.Unfilled()); n > 0 {
		why = append(why, fmt.Sprintf(messageUnfilled, n))
	}
	if n := check.Wrong(check.Run(r, nil)); n > 0 {
		why = append(why, fmt.Sprintf(messageErrors, n))
	}
	return why
}

// faces are the faces to set in.
func (o Options) faces() (*fonts.Set, error) {
	if o.Faces != nil {
		return o.Faces, nil
	}
	set, err := fonts.Embedded()
	if err != nil {
		return nil, fmt.Errorf("embedded faces: %w", err)
	}
	return set, nil
}

// stamp decides on the 草稿 mark and says why there is one.
func stamp(r *model.Report, o Options) Result {
	switch o.Stamp {
	case StampAlways:
		return Result{Stamped: true}
	case StampUnfinished:
		if why := Unfinished(r); len(why) > 0 {
			return Result{Stamped: true, Notes: []string{fmt.Sprintf(messageStamped, strings.Join(why, "，"))}}
		}
	case StampNever:
	}
	return Result{}
}

// Layout places a report, or what else is to be printed of it, on pages, for paper and
// for the preview alike. The Result holds what its user should know, and no data yet.
// The error is a *MissingError when characters cannot be printed, with the pages beside
// it.
func Layout(r *model.Report, o Options) (*typeset.Document, Result, error) {
	return o.Print.of().layout(r, o)
}

func writePDF(r *model.Report, o Options) (Result, error) {
	document, result, err := Layout(r, o)
	if err != nil {
		return Result{}, err
	}
	options := pdf.Options{Author: r.Agency.Name, Creator: o.Maker, Date: o.Date}
	if o.Attach && o.Print.Heeds(OptionAttach) {
		attached, err := reportfile.Write(r)
		if err != nil {
			return Result{}, fmt.Errorf("write report file: %w", err)
		}
		options.Attach = &pdf.Attachment{Name: attachedName, Description: nameReportFile, Type: "application/json", Data: attached}
		result.Notes = append(result.Notes, messageAttached)
	}
	data, err := pdf.Write(document, options)
	if err != nil {
		return Result{}, fmt.Errorf("write PDF: %w", err)
	}
	result.Data = data
	return result, nil
}

func writeReportFile(r *model.Report, o Options) (Result, error) {
	if o.Stamp == StampNever {
		var err error
		if r, err = recordFinal(r, o); err != nil {
			return Result{}, err
		}
	}
	data, err := reportfile.Write(r)
	if err != nil {
		return Result{}, fmt.Errorf("write report file: %w", err)
	}
	return Result{Data: data}, nil
}
