package check

import (
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// TestOtherYears: in a report of 2026, who the subject of a clause is tells
// whether an earlier year was left standing (S09).
func TestOtherYears(t *testing.T) {
	for _, stale := range []string{
		"2025年，我镇公开信息60条，同比增长20%。",
		"2025年度共公开信息60条，与上年相比有所增加。",
		"我镇2025年公开信息60条。",
		"截至2025年底，公开信息60条。",
		"一是2025年未发生因政府信息公开提起行政诉讼的情况。",
		"2025年，新收申请4件，上年结转0件。",
		"2025年上年结转0件。",
		"公开2022年度部门决算。",
		"同时，2025年开展培训3次。",
	} {
		if n := len(findingsOf(t, "S09", []step{says(stale)})); n != 1 {
			t.Errorf("%s: %d findings", stale, n)
		}
	}
	for _, right := range []string{
		"公开2025年度部门决算和2026年度部门预算。",
		"2025年度部门决算已全部公开。",
		"2025年县级财政决算、2025年度信息公开年报按期发布。",
		"发布政府信息公开年报（2025年度）。",
		"由2025年结转1件，系2025年11月收到。",
		"2025年结转的1件申请已答复。",
		"便民服务中心于2019年建成，2021年正式启用。",
		"图书室2018年投入使用。",
		"自2022年以来，2023年5月起，2024年之前。",
		"落实“十四五”规划，公开2021—2025年惠农资金、2022年至2024年项目清单。",
		"公开信息60条，较2025年增加12条。",
		"2025年收到申请9件，2026年收到申请4件。",
		"对照2025年考核结果逐项整改，2025年存在的问题已解决。",
		"2025年获评先进集体。",
		"《条例》（2019年修订）、《2025年要点》。",
		"到2030年建成数字乡镇的规划。",
	} {
		for _, f := range findingsOf(t, "S09", []step{says(right)}) {
			t.Errorf("%s: %s", right, f.Message())
		}
	}
}

// TestPlaceholders: a question mark is a placeholder only where a number should
// stand (S24).
func TestPlaceholders(t *testing.T) {
	for text, want := range map[string]string{
		"全年收到？件。":             "？",
		"全年收到申请??件，":          "??",
		"20？？年公开信息。":          "？？",
		"于？月？日召开会议。":          "？ ？",
		"收费？万元。":              "？",
		"公示？份决定。":             "",
		"答复率达？%。":             "？",
		"什么是政府信息公开？":          "",
		"年报怎么查？年内能看吗？":        "",
		"信息公开为了谁？人民群众的满意是标准。": "",
		"您的申请办结了？件件有回音。":      "",
		"网址http://www.example.gov.cn/a__b?id=3&n=xx，邮箱xx_xx@example.com。": "",
		"见www.example.gov.cn/col/xx/index.html?page=？":                    "",
		"网址http://www.example.gov.cn/a__b":                                "",
		"见www.example.gov.cn/col/xx 共XX条":                                 "XX",
		"公开信息XX条，××镇。":                                                    "XX ××",
	} {
		var got []string
		for _, f := range findingsOf(t, "S24", []step{says(text)}) {
			got = append(got, f.Left)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// TestSameBounds: how long the prose, and a paragraph, must be to be called last
// year's (S20).
func TestSameBounds(t *testing.T) {
	for _, tt := range []struct {
		lengths []int
		want    int // paragraphs that are shown; 0 for no finding
	}{
		{[]int{leastRunes}, 1},
		{[]int{leastRunes - 1}, 0},
		{[]int{leastRunes, leastPassages}, 2},
		{[]int{leastRunes, leastPassages - 1}, 1},
		{slices.Repeat([]int{leastPassages - 1}, 9), 0},
	} {
		var lines []string
		next := rune(0x4E00)
		for _, n := range tt.lengths {
			line := make([]rune, n)
			for i := range line {
				line[i], next = next, next+1
			}
			lines = append(lines, string(line))
		}
		steps := []step{only(model.Preamble, ""), only(model.Problems, ""), only(model.Other, ""), only(model.Overview, strings.Join(lines, "\n"))}
		got := 0
		for _, f := range findingsOf(t, "S20", append(steps, lastYear(steps...))) {
			got += len(f.Passages)
		}
		if got != tt.want {
			t.Errorf("paragraphs of %d characters: %d shown, want %d", tt.lengths, got, tt.want)
		}
	}
}
