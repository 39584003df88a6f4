package export

import (
	"fmt"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// recordMember keeps, in the report file, who decided what over the checks:
// an array of entries, oldest first.
const recordMember = "x-record"

// entry is one decision in the record.
type entry struct {
	Date  string   `json:"date"`
	Final string   `json:"final"`             // the reason for printing as final
	Why   []string `json:"because,omitempty"` // what was unfinished then
}

// recordFinal adds to a copy of the report why it was declared final.
func recordFinal(r *model.Report, o Options) (*model.Report, error) {
	var record []jsontext.Value
	if old := r.Extra[recordMember]; old != "" {
		if err := json.Unmarshal([]byte(old), &record); err != nil {
			record = []jsontext.Value{jsontext.Value(old)} // somebody else's shape: kept as it is
		}
	}
	added, err := json.Marshal(entry{
		Date: o.Date.Format(time.DateOnly), Final: o.Reason, Why: Unfinished(r),
	})
	if err != nil {
		return nil, fmt.Errorf("record the reason: %w", err)
	}
	all, err := json.Marshal(append(record, added))
	if err != nil {
		return nil, fmt.Errorf("record the reason: %w", err)
	}
	c := r.Clone()
	extra := model.Extra{recordMember: string(all)}
	for name, value := range r.Extra {
		if name != recordMember {
			extra[name] = value
		}
	}
	c.Extra = extra
	return c, nil
}
