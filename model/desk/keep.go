package desk

import (
	"time"

	"nianbao/model"
	"nianbao/model/check"
	"nianbao/model/compare"
	"nianbao/model/store"
)

// When a saved state is kept as a version without anybody asking: after some
// minutes of work, and when much has changed at once.
const (
	keepEvery      = 5 * time.Minute
	keepCharacters = 500
)

// kept is the last state that is among the draft's versions.
type kept struct {
	report *model.Report
	counts check.Counts // of the state that the draft was opened in
	at     time.Time
	begun  bool // there is one: the state that the draft was opened in may be in none
}

// note says why a state is to be kept as a version, with the size of the
// change; nil when it is only to be saved.
func (k *kept) note(r *model.Report, asked *store.Note, now time.Time) *store.Note {
	cells, characters := compare.Reports(k.report, r).Size()
	note := store.Note{}
	switch {
	case asked != nil:
		note = *asked
	case characters > keepCharacters:
		note.Reason = store.ReasonLarge
	case now.Sub(k.at) >= keepEvery:
		note.Reason = store.ReasonInterval
	default:
		return nil
	}
	note.Cells, note.Characters = cells, characters
	return &note
}

// Keep saves at once, keeps the state as a version, and waits for it. A draft that was
// only looked at gets none when it is closed.
func (d *Desk) Keep(reason store.Reason) error {
	return d.request(&store.Note{Reason: reason})
}
