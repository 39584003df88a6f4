package export

import (
	"fmt"

	"nianbao/export/outline"
	"nianbao/export/typeset"
	"nianbao/export/word"
	"nianbao/model"
)

// writeWord writes a Word document.
func writeWord(r *model.Report, o Options) (Result, error) {
	result := stamp(r, o)
	report := outline.Of(r, outline.Posting{})
	plan, err := plan(report)
	if err != nil {
		return Result{}, err
	}
	result.Notes = append(result.Notes, rare(plan.Missing)...)
	result.Data, err = word.Write(report, plan, word.Options{Draft: result.Stamped, Creator: o.Maker, Date: o.Date})
	if err != nil {
		return Result{}, fmt.Errorf("write Word document: %w", err)
	}
	return result, nil
}

// plan plans a report with the embedded faces, for formats that come without.
func plan(report *outline.Document) (typeset.Plan, error) {
	set, err := Options{}.faces()
	if err != nil {
		return typeset.Plan{}, err
	}
	return typeset.PlanFor(report, set, typeset.A4()), nil
}

// rare says which characters other computers may not be able to show; nothing of
// none. A format without faces carries every character, so that none is refused.
func rare(missing []typeset.Missing) []string {
	if len(missing) == 0 {
		return nil
	}
	return []string{fmt.Sprintf(messageRare, (&MissingError{missing}).list())}
}
