package reportfile

import (
	"maps"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// What this program notes about a report in members of its own. A member of
// the same name that does not look like one is somebody else's and stays what
// it is.
const (
	memberZeroFilled = "x-zero-filled" // addresses of cells filled by 未填的补 0
	memberFinal      = "x-final"       // a report that was finalised
	memberLabel      = "x-label"       // what its users call the draft
)

// takeMarks moves the program's own members out of r.Extra.
func takeMarks(r *model.Report) {
	var filled []model.Address
	if json.Unmarshal([]byte(r.Extra[memberZeroFilled]), &filled) == nil && allZero(r, filled) {
		for _, a := range filled {
			r.ZeroFilled[a] = true
		}
		delete(r.Extra, memberZeroFilled)
	}
	var final model.Final
	if json.Unmarshal([]byte(r.Extra[memberFinal]), &final, json.RejectUnknownMembers(true)) == nil {
		if _, err := time.Parse(time.DateOnly, final.Date); err == nil {
			r.Final = &final
			delete(r.Extra, memberFinal)
		}
	}
	var label string
	if json.Unmarshal([]byte(r.Extra[memberLabel]), &label) == nil && label != "" && label == oneLine(label) {
		r.Label = label
		delete(r.Extra, memberLabel)
	}
	if len(r.Extra) == 0 {
		r.Extra = nil
	}
}

func allZero(r *model.Report, cells []model.Address) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(a model.Address) bool { return r.Cells[a] != "0" })
}

// addMarks writes them beside the foreign members.
func addMarks(r *model.Report, e extra) (extra, error) {
	add := func(name string, value any) error {
		raw, err := json.Marshal(value, json.Deterministic(true))
		if e == nil {
			e = extra{}
		}
		e[name] = jsontext.Value(raw)
		return err
	}
	if len(r.ZeroFilled) > 0 {
		if err := add(memberZeroFilled, slices.Sorted(maps.Keys(r.ZeroFilled))); err != nil {
			return nil, err
		}
	}
	if r.Final != nil {
		if err := add(memberFinal, r.Final); err != nil {
			return nil, err
		}
	}
	if r.Label != "" {
		if err := add(memberLabel, r.Label); err != nil {
			return nil, err
		}
	}
	return e, nil
}
