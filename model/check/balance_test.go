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
