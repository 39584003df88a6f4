package intake

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestUntitledTables: where a table's title is missing, its heads say where it begins,
// also in text that was copied with a tab between its cells.
func TestUntitledTables(t *testing.T) {
	const (
		received = "一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4"
		rows     = "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n三、本年度办理结果\t（一）予以公开\t2\t1\t0\t0\t0\t0\t3\n" +
			"\t（七）总计\t2\t1\t0\t0\t0\t0\t3\n四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1"
		over   = "行政复议\t行政诉讼"
		middle = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉"
		inner  = "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
		values = "2\t1\t0\t0\t3\t0\t0\t0\t0\t0\t1\t0\t0\t4\t5"
	)
	text := func(between string, fourth ...string) string {
		return lines(append(append([]string{
			ownTitle, "一、总体情况", "公开信息33条。", "三、收到和处理政府信息公开申请情况",
			"\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计", received, rows + between,
		}, fourth...),
			"五、存在的主要问题及改进情况", "力量不足，将增加人手。", "六、其他需要报告的事项", "没有。")...)
	}
	both := outcome{whole: true, cells: map[model.Address]string{
		"applications.received.person": "3", "applications.received.business": "1", "applications.carriedOut.person": "1", "applications.granted.business": "1",
		"disputes.review.upheld": "2", "disputes.review.corrected": "1", "disputes.direct.upheld": "0", "disputes.afterReview.upheld": "1", "disputes.afterReview.pending": "4",
	}}
	html := func(rows ...string) string {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString("<tr><td>" + strings.ReplaceAll(r, "\t", "</td><td>") + "</td></tr>")
		}
		return b.String()
	}
	runReadings(t, []reading{
		{"as Word copies it", "a.txt", text("", over, middle, inner, values), both},
		{"with an empty line between", "a.txt", text("\n", over, middle, inner, values), both},
		{"under its number", "a.txt", text("\n表四", over, middle, inner, values), both},
		{"joined cells as empty fields", "a.txt", text("", "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t", "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t", inner, values), both},
		{"labels broken over lines", "a.txt", text("", over, strings.NewReplacer("结果维持", "结果\n维持", "尚未审结", "尚未\n审结").Replace(middle), strings.NewReplacer("结果维持", "结果\n维持", "尚未审结", "尚未\n审结").Replace(inner), values), both},
		{"without the outer heads", "a.txt", text("", inner, values), both},
		{"with commas", "a.csv", strings.ReplaceAll(text("", over, middle, inner, values), "\t", ","), both},
		{"in one table with the third", "a.html", strings.Replace(page("", ""), "<p>五、", "<p>三、收到和处理政府信息公开申请情况</p><table>"+html(append(strings.Split(received+"\n"+rows, "\n"), "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计", values)...)+"</table><p>五、", 1), both},
		{"with blanks", "a.txt", strings.ReplaceAll(strings.ReplaceAll(text("", over, middle, inner, values), "\t\t", ""), "\t", " "), both},
		{"a number short", "a.txt", text("", over, middle, inner, strings.TrimSuffix(values, "\t5")), outcome{
			cells: map[model.Address]string{"applications.received.person": "3", "disputes.review.upheld": ""}, said: []string{"表四应有 15 个数，原文能认出 14 个"},
		}},
		{"not: without heads", "a.txt", text("", values), outcome{
			cells: map[model.Address]string{"applications.received.person": "3", "disputes.review.upheld": ""}, said: []string{"“2 1 0 0 3 0 0 0 0 0 1 0 0 4 5”"},
		}},
		{
			"the third", "a.txt", lines(ownTitle, "二、主动公开政府信息情况", "信息内容\t本年处理决定数量", "行政许可\t6", "行政处罚\t4", "行政强制\t0", "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计", received+"\n"+rows, "五、存在的主要问题及改进情况", "力量不足，将增加人手。"),
			outcome{whole: true, cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", "applications.received.person": "3", "applications.carriedOut.person": "1"}},
		},
		{
			"a tab in the text behind it", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "信息内容\t本年处理决定数量", "行政许可\t6", "行政处罚\t4", "行政强制\t0", "五、存在的主要问题及改进情况", "人手不足。", "力量不够\t将增加人手。", "六、其他需要报告的事项", "没有。"),
			outcome{whole: true, cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, prose: map[model.SectionID][]string{model.Problems: {"人手不足。", "力量不够 将增加人手。"}}},
		},
		{"both", "a.txt", strings.NewReplacer("三、收到和处理政府信息公开申请情况", "二、主动公开政府信息情况\n信息内容\t本年处理决定数量\n行政许可\t6\n行政处罚\t4\n行政强制\t0").Replace(text("", over, middle, inner, values)), both},
	})
}

// TestNumbersApart: numbers on lines of their own, far from their labels, are told as such and
// not as rows with a wrong label, nor as a second table.
func TestNumbersApart(t *testing.T) {
	scattered := func(numbers ...string) string {
		return lines(append(append([]string{ownTitle, "二、主动公开政府信息情况", "信息内容", "规章", "行政规范性文件", "第二十条第（一）项", "本年制发件数", "本年废止件数"}, numbers...), "六、其他需要报告的事项", "没有。")...)
	}
	fourth := lines(ownTitle, "四、政府信息公开行政复议、行政诉讼情况", "结果", "维持", "结果", "纠正", "1", "1", "行政复议", "其他 尚未", "结果 审结", "1", "0", "总计", "3",
		"结果维持", "1", "未经复议直接起诉", "结果纠正", "2", "总计", "3", "结果维持", "0", "其他", "复议后起诉", "结果纠正", "4", "总计", "4", "六、其他需要报告的事项", "没有。")
	untrue := []string{"标签不在国家格式里", "不止一张", "不止一处"}
	runReadings(t, []reading{
		{"two numbers", "a.txt", scattered("", "6", "", "4"), outcome{said: []string{"“6”：表二的数和标签不在一处", "表二的行和列在这份文字里散开了"}, silent: untrue}},
		{"the fourth", "a.txt", fourth, outcome{said: []string{"表四的数和标签不在一处"}, silent: untrue, cells: map[model.Address]string{"disputes.review.upheld": "", "disputes.direct.upheld": ""}}},
		{"not: a row with another label", "a.txt", strings.Replace(scattered(), "规章", "行政许可\t6\n电子证照\t9", 1), outcome{said: []string{"“电子证照 9”：这一行的标签不在国家格式里"}, silent: []string{"散开"}}},
	})
}
