package intake

import (
	"strings"
	"testing"

	"nianbao/model"
)

// TestGluedNumbers: a number that lost the blank before it is one of its row, or the mark
// of a note, as the others and the heads tell; when they do not, none of the row is taken.
// A mark is told as a label that is not the form's: the account has it.
func TestGluedNumbers(t *testing.T) {
	doc := func(rows ...string) string {
		return lines(append(append([]string{ownTitle, "三、收到和处理政府信息公开申请情况"}, rows...), "六、其他需要报告的事项", "没有。")...)
	}
	const received, carriedIn, granted, secret = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、本年度办理结果 （一）予以公开", "（三）不予公开1.属于国家秘密"
	const head = "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他"
	short := strings.Replace(head, " 总计", "", 1)
	rows := []string{received + "12 3 0 0 1 0 16", carriedIn + "2 0 0 0 0 0 2", granted + "6 2 0 0 1 0 9", secret + "0 0 0 5 0 0 5", "3.其他7 0 0 0 0 0 7"}
	with := func(head, from, to string) []string {
		all := []string{head}
		for _, r := range rows {
			all = append(all, strings.ReplaceAll(r, from, to))
		}
		return all
	}
	of := func(received, business, carriedIn, secret string) map[model.Address]string {
		return map[model.Address]string{
			"applications.received.person": received, "applications.received.business": business, "applications.received.other": map[bool]string{true: "0"}[received != ""],
			"applications.carriedIn.person": carriedIn, "applications.secret.charity": secret, "applications.secret.other": map[bool]string{true: "0"}[secret != ""],
		}
	}
	right := outcome{cells: of("12", "3", "2", "5"), said: []string{"表三有 5 行的第一个数紧跟在标签后面"}, whole: true}
	said := func(o outcome, said ...string) outcome {
		o.said, o.whole = said, false
		return o
	}
	first := func(row string, others ...string) string {
		return doc(append([]string{head, row}, append(others, rows[1:]...)...)...)
	}
	runReadings(t, []reading{
		{"one blank between the numbers", "a.txt", doc(with(head, "", "")...), right},
		{"two blanks", "a.txt", doc(with(strings.ReplaceAll(head, " ", "  "), " ", "  ")...), said(right, "按位置认的", "紧跟在标签后面")},
		{"tabs", "a.txt", doc(with("\t"+strings.ReplaceAll(head, " ", "\t"), " ", "\t")...), right},
		{"no heads, with sums", "a.txt", doc(with("", "", "")...), right},
		{"one row of them", "a.txt", doc(head, received+"12 3 0 0 1 0 16", carriedIn+" 2 0 0 0 0 0 2", secret+" 0 0 0 5 0 0 5"), said(right, "表三有 1 行的第一个数")},
		{"no sums at all", "a.txt", doc(short, received+"12 3 0 0 1 0", carriedIn+"2 0 0 0 0 0", secret+"0 0 0 5 0 0"), said(right, "表三有 3 行的第一个数")},
		{"a sum that is none, under its head", "a.txt", first(received + "12 3 0 0 1 0 17"), said(right, "紧跟在标签后面")},
		{"each number on a line", "a.txt", doc(head, strings.Join(strings.Fields(strings.Join(rows, " ")), "\n")), right},
		{"of one number", "a.txt", lines(ownTitle) + two("行政许可6", "行政处罚4件", "行政强制0", "行政事业性收费12.35"), outcome{
			cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0", cellFees: "12.35"}, said: []string{"表二有 4 行的第一个数"}, whole: true,
		}},
		{"not: a sum that is none, without heads", "a.txt", doc(received+"1 12 3 0 0 1 19", carriedIn+"2 0 0 0 0 0 2"), said(outcome{cells: of("", "", "2", "")}, "应有 7 个数")},
		{"not: a number too few", "a.txt", first(received + "12 3 0 0 16"), said(outcome{cells: of("", "", "2", "5")}, "应有 7 个数，原文能认出 5 个")},
		{"not: behind a label that is not the form's", "a.txt", first("一、本年新收到政府信息公开申请的数量12 3 0 0 1 0 16"), said(outcome{cells: of("", "", "2", "5")}, "应有 7 个数，原文能认出 6 个")},
		{"not: nor any heads", "a.txt", doc("一、本年新收到政府信息公开申请的数量12 3 0 0 1 0 16", "二、上年结转的政府信息公开申请数量2 0 0 0 0 0 2"), said(outcome{cells: of("", "", "", "")}, "应有 7 个数，原文能认出 6 个")},
		{"not: the mark of a note", "a.txt", first(received + "1 12 3 0 0 1 0 16"), said(right, "表三有 4 行的第一个数")},
		{"not: of a row of one number", "a.txt", lines(ownTitle) + two("行政许可1 6", "行政处罚 4", "行政强制 0"), outcome{cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}, silent: []string{"紧跟"}, whole: true}},
		{"not: set apart", "a.txt", doc(head, received+" 12 3 0 0 1 0 16", carriedIn+" 2 0 0 0 0 0 2", secret+" 0 0 0 5 0 0 5"), outcome{cells: right.cells, silent: []string{"紧跟"}, whole: true}},
	})
}
