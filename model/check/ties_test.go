package check

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/model"
)

// TestTies: only a number that can be that of one cell is tied to it.
func TestTies(t *testing.T) {
	tests := []struct{ prose, want string }{
		{"本年共收到政府信息公开申请5件，办结3件，结转下年度继续办理2件。", "5件 applications.received.total，3件 applications.handled.total，2件 applications.carriedOut.total"},
		{"我镇收到申请 ５ 件。", "５ 件 applications.received.total"},
		{"共收到申请6件。", ""},          // the table says otherwise
		{"共办理政府信息公开申请5件。", ""},    // received, or finished?
		{"通过网站收到政府信息公开申请5件。", ""}, // who knows how else they came
		{"收到申请5余件。", ""},          // left open
		{"收到人大代表建议5件，办结3件。", ""},  // other business
		{"发生行政复议0件。", "0件 disputes.review.total"},
		{"发生行政诉讼0件。", ""}, // two cells
	}
	for _, tt := range tests {
		r := complete(t, 2026)
		for cell, value := range map[string]string{"received.person": "5", "granted.person": "3", "carriedOut.person": "2"} {
			set(t, r, "applications."+cell, value)
		}
		r.Narrative[model.Overview] = []model.Block{{Text: "开头\n" + tt.prose}}
		var got []string
		for _, tie := range Ties(r) {
			words := []rune(r.Narrative[tie.Section][tie.Place.Block].Text)[tie.Place.Start:tie.Place.End]
			got = append(got, fmt.Sprintf("%s %s", string(words), tie.Cell))
		}
		if strings.Join(got, "，") != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.prose, strings.Join(got, "，"), tt.want)
		}
	}
	r := complete(t, 2026)
	r.Narrative[model.Overview] = []model.Block{{Text: "本年收到政府信息公开申请0件。"}}
	if all := Ties(r); len(all) != 1 || all[0].Cell != "applications.received.total" {
		t.Errorf("of none received: %v", all)
	}
}
