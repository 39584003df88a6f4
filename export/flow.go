package export

import (
	"errors"
	"fmt"

	"nianbao/export/outline"
	"nianbao/export/sheet"
	"nianbao/export/typeset"
	"nianbao/export/web"
	"nianbao/export/word"
	"nianbao/model"
)

// writeWord writes a Word document.
func writeWord(r *model.Report, o Options) (Result, error) {
	f, err := flowing(r, o)
	if err != nil {
		return Result{}, err
	}
	f.Data, err = word.Write(f.report, f.plan, word.Options{Draft: f.Stamped, Creator: o.Maker, Date: o.Date})
	if err != nil {
		return Result{}, fmt.Errorf("write Word document: %w", err)
	}
	return f.Result, nil
}

// writeWeb writes a web page, or the fragment of one.
func writeWeb(r *model.Report, o Options) (Result, error) {
	f, err := flowing(r, o)
	if err != nil {
		return Result{}, err
	}
	if o.Fragment {
		f.Data = web.Fragment(f.report, f.Stamped)
	} else {
		f.Data = web.Page(f.report, f.plan, f.Stamped)
	}
	return f.Result, nil
}

// writeSheet writes a workbook. Its error is a *sheet.LongError for a paragraph that
// no cell holds.
func writeSheet(r *model.Report, o Options) (Result, error) {
	f, err := flowing(r, o)
	if err != nil {
		return Result{}, err
	}
	f.Data, err = sheet.Write(f.report, f.plan, sheet.Options{Draft: f.Stamped, Creator: o.Maker, Date: o.Date})
	var long *sheet.LongError
	switch {
	case errors.As(err, &long):
		return Result{}, long
	case err != nil:
		return Result{}, fmt.Errorf("write workbook: %w", err)
	}
	return f.Result, nil
}

// flow is a report for a format that leaves lines and pages to the program that opens
// it, with its tables planned.
type flow struct {
	Result
	report *outline.Document
	plan   typeset.Plan
}

// flowing plans a report with the embedded faces, as the format comes without any. It
// says which characters other computers may not be able to show: a format without
// faces carries every character, so that none is refused.
func flowing(r *model.Report, o Options) (flow, error) {
	set, err := Options{}.faces()
	if err != nil {
		return flow{}, err
	}
	f := flow{Result: stamp(r, o), report: outline.Of(r, outline.Posting{})}
	f.plan = typeset.PlanFor(f.report, set, typeset.A4())
	if missing := f.plan.Missing; len(missing) > 0 {
		f.Notes = append(f.Notes, fmt.Sprintf(messageRare, (&MissingError{missing}).list()))
	}
	return f, nil
}
