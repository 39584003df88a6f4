package intake

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestLetterSpaced: a blank between each character and the next, as recognition of
// scans leaves it, is none of the text.
func TestLetterSpaced(t *testing.T) {
	const read = "全年公开信息，答复群众来信，组织业务学习。"
	file := func(overview ...string) string {
		return lines(append(append([]string{ownTitle, "一、总体情况"}, overview...), "六、其他需要报告的事项", "没有。")...)
	}
	of := func(paragraphs ...string) outcome {
		return outcome{prose: map[model.SectionID][]string{model.Overview: paragraphs}, whole: true}
	}
	told := func(o outcome) outcome {
		o.said = []string{"空格去掉了"}
		return o
	}
	spaced := strings.Join(strings.Split(read, ""), " ")
	runReadings(t, []reading{
		{"each character", "a.txt", file(spaced), told(of(read))},
		{"with numbers", "a.txt", file("全 年 公 开 信 息 126 条 ， 其 中 网 站 96 条 。"), told(of("全年公开信息126条，其中网站96条。"))},
		{"numbers too", "a.txt", file("全 年 公 开 信 息 1 2 6 条 ， 其 中 网 站 9 6 条 。"), told(of("全年公开信息126条，其中网站96条。"))},
		{"a short line among long ones", "a.txt", file("（ 一 ） 主 动 公 开", spaced, spaced, spaced), told(of("# 主动公开", read, read, read))},
		{"Latin words", "a.txt", file("通 过 Wi Fi 和 门 户 网 站 公 开 信 息 。"), told(of("通过Wi Fi和门户网站公开信息。"))},
		{"not: blanks around numbers", "a.txt", file("全年公开信息 126 条，其中网站 96 条。"), of("全年公开信息 126 条，其中网站 96 条。")},
		{"not: two words spaced", "a.txt", file("附 件 与 本 表 一并公开，见门户网站的公告栏目。"), of("附 件 与 本 表 一并公开，见门户网站的公告栏目。")},
		{"not: numbers beside each other", "a.txt", file("全 年 公 开 12 34 条 信 息 给 群 众 。"), told(of("全年公开12 34条信息给群众。"))},
	})
}
