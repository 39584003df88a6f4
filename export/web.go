package export

import (
	"nianbao/export/outline"
	"nianbao/export/web"
	"nianbao/model"
)

// writeWeb writes a web page, or the fragment of one.
func writeWeb(r *model.Report, o Options) (Result, error) {
	result := stamp(r, o)
	report := outline.Of(r, outline.Posting{})
	plan, err := plan(report)
	if err != nil {
		return Result{}, err
	}
	result.Notes = append(result.Notes, rare(plan.Missing)...)
	if o.Fragment {
		result.Data = web.Fragment(report, result.Stamped)
	} else {
		result.Data = web.Page(report, plan, result.Stamped)
	}
	return result, nil
}
