package export

import (
	"errors"
	"fmt"

	"nianbao/export/outline"
	"nianbao/export/sheet"
	"nianbao/model"
)

// writeSheet writes a workbook. Its error is a *sheet.LongError for a paragraph that
// no cell holds.
func writeSheet(r *model.Report, o Options) (Result, error) {
	result := stamp(r, o)
	report := outline.Of(r, outline.Posting{})
	plan, err := plan(report)
	if err != nil {
		return Result{}, err
	}
	result.Notes = append(result.Notes, rare(plan.Missing)...)
	result.Data, err = sheet.Write(report, plan, sheet.Options{Draft: result.Stamped, Creator: o.Maker, Date: o.Date})
	var long *sheet.LongError
	switch {
	case errors.As(err, &long):
		return Result{}, long
	case err != nil:
		return Result{}, fmt.Errorf("write workbook: %w", err)
	}
	return result, nil
}
