package check

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestOfSource is the test of S03, S04 and S05, and of S06 for a whole table.
func TestOfSource(t *testing.T) {
	found := OfSource(2026, Source{
		Edition: "2019",
		Headings: []HeadingSlip{
			{Section: model.Overview, Found: "一、概述"},
			{Section: model.Problems},
			{Section: model.Other, Found: "六、其他需要报告的事项", Moved: true},
			{Section: model.Preamble, Found: "前言"}, // has no title
		},
		NoTable: []model.SectionID{model.Disputes, model.Problems},
		Labels: []LabelSlip{
			{model.Applications, []model.Address{"applications.prohibited.person"}, "2.其他法律行政法规禁止公开", "2.其他法律法规规章禁止公开"},
			{model.Applications, nil, "总计", ""},
			{model.Applications, nil, "自然人", "自然人"},
		},
	})
	want := []string{
		"S03 W 一、概述|一、总体情况|标题“一、概述”与格式不一致",
		"S03 E |五、存在的主要问题及改进情况|原文没有",
		"S03 W 六、其他需要报告的事项|六、其他需要报告的事项|次序",
		"S04 E ||四、复议、诉讼里没有读到表（表四）",
		"S05 E 2.其他法律法规规章禁止公开|2.其他法律行政法规禁止公开|表三：标签",
		"S05 E |总计|没有“总计”这一项",
		"S06 E 2019|2021|原文的表是 2019 版 的样子，2026 年度要用 2021 版",
	}
	if len(found) != len(want) {
		t.Fatalf("%d findings, want %d: %v", len(found), len(want), found)
	}
	for i, f := range found {
		got := f.Rule + " " + string(f.Level) + " " + f.Left + "|" + f.Right + "|" + f.Message()
		if !strings.HasPrefix(got, want[i][:strings.LastIndex(want[i], "|")]) || !strings.Contains(got, want[i][strings.LastIndex(want[i], "|")+1:]) {
			t.Errorf("%s\nwant %s", got, want[i])
		}
	}
	if found := OfSource(2026, Source{Edition: "2021"}); len(found) != 0 {
		t.Errorf("a report like the form: %v", found)
	}
	if found := OfSource(1999, Source{Edition: "2019"}); len(found) != 0 {
		t.Errorf("a year without a form: %v", found)
	}
}
