package desk

import (
	"fmt"
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/reportfile"
	"nianbao/model/store"
)

// Summarise sums a report up for the list of drafts. Of what is merely not filled in
// yet it tells by the share alone.
func Summarise(r *model.Report, now time.Time) store.Summary {
	return summarise(r, count(r, check.Run(r, nil)), now)
}

// summarise is Summarise for a report whose findings have been counted.
func summarise(r *model.Report, counts check.Counts, now time.Time) store.Summary {
	state := store.StateDraft
	if r.Final != nil {
		state = store.StateFinal
	}
	return store.Summary{
		Agency: r.Agency.Name, Year: r.Year, Edition: r.Edition().ID,
		Filled: Progress(r).Share(),
		Errors: counts.E, Warnings: counts.W, Updated: now, State: state, Label: r.Label,
	}
}

// SummariseBody sums up the body of a draft, as Summarise does a report. Errors
// are those of reportfile.Read.
func SummariseBody(body []byte) (store.Summary, error) {
	r, err := reportfile.Read(body)
	if err != nil {
		return store.Summary{}, fmt.Errorf("summarise: %w", err)
	}
	return Summarise(r, time.Now()), nil
}
