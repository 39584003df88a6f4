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
	memberOnline     = "x-address"     // web address of the electronic report
	memberCarried    = "x-carried"     // account of a report begun with an earlier one
	memberSource     = "x-source"      // what the document it was read from has otherwise than the form
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
	var online string
	if json.Unmarshal([]byte(r.Extra[memberOnline]), &online) == nil && online != "" {
		if address, err := model.ReadOnline(online); err == nil && address == online {
			r.Online = online
			delete(r.Extra, memberOnline)
		}
	}
	var carried model.Carried
	if json.Unmarshal([]byte(r.Extra[memberCarried]), &carried, json.RejectUnknownMembers(true)) == nil && isAccount(carried) {
		r.Carried = &carried
		delete(r.Extra, memberCarried)
	}
	var source model.Source
	if json.Unmarshal([]byte(r.Extra[memberSource]), &source, json.RejectUnknownMembers(true)) == nil && !source.Empty() {
		r.Source = &source
		delete(r.Extra, memberSource)
	}
	if len(r.Extra) == 0 {
		r.Extra = nil
	}
}

func allZero(r *model.Report, cells []model.Address) bool {
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(a model.Address) bool { return r.Cells[a] != "0" })
}

// isAccount reports whether an account is one that this program could have
// written: lines that stand on one line each.
func isAccount(c model.Carried) bool {
	return c.From >= model.FirstYear && c.From <= model.LastYear && !slices.ContainsFunc(c.Items, func(i model.CarriedItem) bool {
		return i.Code == "" || slices.ContainsFunc(i.Values, func(v string) bool { return v != oneLine(v) })
	})
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
	if r.Online != "" {
		if err := add(memberOnline, r.Online); err != nil {
			return nil, err
		}
	}
	if r.Carried != nil {
		if err := add(memberCarried, r.Carried); err != nil {
			return nil, err
		}
	}
	if !r.Source.Empty() {
		if err := add(memberSource, r.Source); err != nil {
			return nil, err
		}
	}
	return e, nil
}
