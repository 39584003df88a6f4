package outline

import "strconv"

// Wording that is written beside the report's own.
const (
	namePosted = "公示日期："
	namePhone  = "联系电话："

	blankNote = "（空白表，供收集用）"
	blankHow  = "填写说明：没有发生的填 0，不要空着；灰色的格子写着“合计”，由程序计算，不用填。"
	askPhone  = "有疑问请打电话："

	wordComputed = "合计"
)

func blankFoot(agency string, year int) string {
	return agency + strconv.Itoa(year) + "年度空白表，不是报告"
}

// blanksOfWriter are what whoever fills a paper in signs with.
func blanksOfWriter() []string { return []string{"填表人：", "电话：", "日期："} }
