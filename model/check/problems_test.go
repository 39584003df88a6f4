package check

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestNothingToSay: that there are no problems, or nothing to improve, is as good
// as nothing (S11); and what is written beside it counts.
func TestNothingToSay(t *testing.T) {
	for text, words := range map[string]string{
		"一、存在的主要问题：无。二、改进情况：无。":                 "没有看到存在的问题",
		"（一）存在的问题\n暂无。\n（二）改进措施\n无需改进的事项。":      "没有看到存在的问题",
		"2025年，我镇政府信息公开工作不存在突出问题，下一步将继续加强学习。":   "没有看到存在的问题",
		"存在的主要问题：目前没有发现其他问题。改进情况：进一步加强培训，完善制度。": "没有看到存在的问题",
		"存在的主要问题：公开内容单一，形式陈旧。改进情况：暂无。":          "没有看到改进情况",
		"存在问题无，改进情况无，其他均已按要求落实到位。":              "没有看到存在的问题",
		// Right ones.
		"存在的主要问题：公开内容单一。改进情况：配备专人，开展轮训。":           "",
		"未发现重大问题，但公开的及时性有差距。今后将加强督促。":              "",
		"一是没有专人负责；二是无专门经费。改进措施：明确一名干部专职负责。":        "",
		"存在的问题：队伍力量薄弱。上年的问题已整改，无遗留问题。下一步加强队伍建设。":   "",
		"存在问题及改进情况：无重大问题。工作人员能力需要提升，已组织培训2次加以改进。":  "",
		"目前无专门机构，工作人员身兼数职。明年争取增加编制，加强力量。":          "",
		"无专职人员，更新不勤。下一步，配备专职人员。":                   "",
		"不存在不应公开而公开的情况，但存在应公开而更新迟缓的现象。今后加强日常监测。":   "",
		"（一）存在问题\n内容单一，形式老套。\n（二）改进情况\n增设专栏，配备人员。": "",
	} {
		r := complete(t, 2026)
		r.Narrative[model.Problems] = []model.Block{{Text: text}}
		got := ""
		for _, f := range Run(r, nil) {
			if f.Rule == "S11" {
				got = f.Message()
			}
		}
		if (got == "") != (words == "") || !strings.Contains(got, words) {
			t.Errorf("%s: %q, want %q", text, got, words)
		}
	}
}

// TestFifthInOtherWords: an error stamps the paper, so section five is wrong only where
// every clause is known to miss the same thing (S11); in other words it is a hint at
// most.
func TestFifthInOtherWords(t *testing.T) {
	for text, most := range map[string]Level{
		"短板：专职人员少，业务不熟练。对策：选配专人，分期轮训。":        "",
		"“看不懂”是群众反映最多的。为此，镇里每月推出一期图解。":        "",
		"信息员身兼数职，精力有限。我们将建立AB岗。":              "",
		"村里老人多，不太会上网。各村都安了大屏，教大家用。":           Warning,
		"公开意识不强，是我镇的老毛病。镇里组织了两次轮训，一人一账号。":     Warning,
		"年轻人看网站，老年人听广播。我们把文章录成了音频。":           Warning,
		"一是公开内容不全；二是解读少；三是制度不健全、机制有待完善。":      Error,
		"下一步将加强培训，完善制度，强化审核。":                 Error,
		"全年工作开展顺利，成效良好。":                      Error,
		"存在的主要问题：栏目旧了，样式土。改进情况：没有。":           Error,
		"没有需要报告的问题和改进情况。":                     Error,
		"主要问题：人手紧。改进情况：\n配了两个人。":              Warning,
		"对照2025年年报，已逐条销号。今年仍有差距，拟在一季度补齐村级专栏。": "",
	} {
		r := complete(t, 2026)
		r.Narrative[model.Problems] = []model.Block{{Text: text}}
		got := Level("")
		for _, f := range Run(r, nil) {
			if f.Rule == "S11" {
				got = f.Level
			}
		}
		if got == Error && most != Error || got == "" && most == Error || got == Warning && most == "" {
			t.Errorf("%s: %q, want %q", text, got, most)
		}
	}
}

// TestPeriods: only the report's own period is held against its year (S07).
func TestPeriods(t *testing.T) {
	const right = "所列数据的统计期限自2026年1月1日起至2026年12月31日止。"
	for _, c := range []struct{ preamble, overview, want string }{
		{right, "据门户网站数据统计，2026年1月1日至6月30日，网站访问量1200次。", ""},
		{right, "报告期内，2026年3月1日至5月31日开展集中整治。", ""},
		{right, "网站访问量9000次（统计时间：2026年1月1日至9月30日）。", ""},
		{right + "电子版自2027年1月20日至2027年12月31日可供下载。", "", ""},
		{right + "编制依据为2025年1月1日至2025年12月31日修订的目录。", "", ""},
		{"本报告数据统计周期：2026年1月1日—2026年12月31日。", "", ""},
		{"报告中所列数据统计期为2026年1月1日至12月31日。", "", ""},
		{"除特别说明外，所列数据统计时限为2026年1月1日至2026年12月31日。", "", ""},
		{"我镇编制了本报告。", "数据统计期限为：2026年1月1日至12月31日。", ""},
		{"我镇编制了本报告。", "热线受理情况：2026年1月1日至6月30日共受理12件。", "W"},
		{"本报告数据统计周期：2025年1月1日—2025年12月31日。", "", "E"},
		{"本报告统计期为2026年1月1日至2026年11月30日。", "", "E"},
		{"报告涵盖2025年1月1日至12月31日的工作。", "", "E"},
		{"我镇编制了本报告。", "本报告所列数据的统计时间自2025年1月1日至2025年12月31日止。", "E"},
		// The year stands before the days, or is left unsaid.
		{"本年度报告数据统计期为2026年度（1月1日—12月31日）。", "", ""},
		{"统计期限为2026年度，即1月1日至12月31日。", "", ""},
		{"本报告统计期限为2026年全年（1月1日至12月31日）。", "", ""},
		{"统计期限为本年度1月1日至12月31日。", "", ""},
		{"统计期限：1月1日至12月31日。", "", ""},
		{"统计期限：2026年度（1月1日—12月31日）。", "", ""},
		{"统计期限为本年度（2026年）1月1日至12月31日。", "", ""},
		{"统计期限为二〇二六年度（1月1日至12月31日）。", "", ""},
		{"依据2021年印发的格式，本报告数据统计期为1月1日至12月31日。", "", ""},
		{"统计期限为1月1日至2026年12月31日。", "", ""},
		{"我镇编制了本报告。", "数据统计期限：2026年，即1月1日至12月31日。", ""},
		{"本年度报告数据统计期为2025年度（1月1日—12月31日）。", "", "E"},
		{"统计期限为2025年度，即1月1日至12月31日。", "", "E"},
		{"本报告统计期限为2025年全年（1月1日至12月31日）。", "", "E"},
		{"统计期限：2025年度（1月1日—12月31日）。", "", "E"},
		{"统计期限为上年度（2025年）1月1日至12月31日。", "", "E"},
		{"统计期限为1月1日至2025年12月31日。", "", "E"},
		{"2025年度报告数据统计期为1月1日至12月31日。", "", "E"},
		{"统计期限为2026年度（1月1日—11月30日）。", "", "E"},
		{"统计期限：1月1日至11月30日。", "", "E"},
	} {
		r := complete(t, 2026)
		r.Narrative[model.Preamble] = []model.Block{{Text: c.preamble}}
		r.Narrative[model.Overview] = append(r.Narrative[model.Overview], model.Block{Text: c.overview})
		got := ""
		for _, f := range Run(r, nil) {
			if f.Rule == "S07" {
				got += string(f.Level)
			}
		}
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.preamble, c.overview, got, c.want)
		}
	}
}
