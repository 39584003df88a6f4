package check

import (
	"slices"
	"testing"

	"nianbao/model"
)

func TestBalances(t *testing.T) {
	r, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	for a, v := range map[model.Address]string{
		"applications.received.person": "3", "applications.carriedIn.person": "1", "applications.granted.person": "3",
		"applications.received.legal": "1", "applications.granted.legal": "4",
		"applications.carriedOut.other": "0",
	} {
		if err := r.Set(a, v); err != nil {
			t.Fatal(err)
		}
	}
	all := Balances(r)
	if len(all) != 7 || all[0].Column != "自然人" || !all[6].Total || all[1].Begun || !all[5].Begun {
		t.Fatalf("%+v", all)
	}
	person, legal := all[0], all[4]
	if person.In() != 4 || person.Out() != 3 || person.Even() || !all[1].Even() {
		t.Errorf("%+v", person)
	}
	if got, want := person.Closings(), []Closing{
		{"applications.carriedOut.person", 1}, {"applications.received.person", 2}, {"applications.carriedIn.person", 0},
	}; !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	for i, want := range []Stage{Open, Blank, Blank, Blank, Open, Settled, Open} {
		if all[i].Stage != want {
			t.Errorf("%s: stage %d, want %d", all[i].Column, all[i].Stage, want)
		}
	}
	// More done than came: nothing can be carried out less than 0.
	if got, want := legal.Closings(), []Closing{
		{"applications.received.legal", 4}, {"applications.carriedIn.legal", 3},
	}; !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if all[6].Closings() != nil || all[1].Closings() != nil {
		t.Error("an even column, or the total, is to be changed")
	}
}

// TestBalancesBegin: a column, or their sum, with nothing in it but the 0 that came
// from the year before has not begun, and is neither even nor uneven.
func TestBalancesBegin(t *testing.T) {
	r, err := model.New(2026, model.Agency{Name: "梧桐镇人民政府"})
	if err != nil {
		t.Fatal(err)
	}
	begun := func(set model.Address, value string) (all []bool) {
		if err := r.Set(set, value); err != nil {
			t.Fatal(err)
		}
		for _, b := range Balances(r) {
			all = append(all, b.Begun)
		}
		return all
	}
	for _, c := range []struct {
		set   model.Address
		value string
		want  []bool
	}{
		{"applications.carriedIn.person", "0", []bool{false, false, false, false, false, false, false}},
		{"applications.received.legal", "0", []bool{false, false, false, false, true, false, true}},
		{"applications.carriedIn.person", "2", []bool{true, false, false, false, true, false, true}},
	} {
		if got := begun(c.set, c.value); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %v, want %v", c.set, c.value, got, c.want)
		}
	}
}
