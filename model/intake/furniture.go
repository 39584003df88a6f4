package intake

import (
	"strings"
	"unicode/utf8"

	"nianbao/model/checkcode"
	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

// What stands around a report on a page and is none of it.
var (
	pageNumber = pattern.Lazy(`^(?:[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*[\d` + han.Numerals + `]+\s*页[\s,，/、]*(?:共\s*[\d` + han.Numerals + `]+\s*页)?|\d{1,3}\s*/\s*\d{1,3}|[Pp]age\s*\d+.*)$`)

	siteLine = pattern.Lazy(`^(?:发布(?:时间|日期|机构|单位|人)|发稿时间|更新时间|信息来源|来\s*源|作\s*者|编\s*辑|责任编辑|字\s*[体号]|浏览|点击|阅读|访问|打印|关闭|分享|收藏|扫一扫|手机|当前(?:的)?位置|您?(?:现在|当前)?的?(?:所在)?位置|上一[篇条]|下一[篇条]|附件|相关(?:链接|文章|信息)|友情链接|版权所有|主办|承办|技术支持|网站(?:地图|标识码|声明)|联系我们|索\s*引\s*号|发文(?:机关|字号|日期)|文\s*号|生成日期|公开(?:方式|日期|时限|范围)|信息(?:分类|类别|名称|索引)|主题(?:词|分类)|体裁分类|组配分类|有\s*效\s*性|首\s*页|返回|回到顶部|【|\[)`)

	siteMark = pattern.Lazy(`ICP备|公网安备|网站标识码|[Cc]opyright|©|政府网站找错|无障碍|\|.*\|.*\|`)

	caption = pattern.Lazy(`^[（(]?\s*(?:单位\s*[:：]\s*(?:[` + han.CellCounters + `]|万元|元)[、,，万元` + han.CellCounters + `\s]*|[续附]\s*表|表格?|表\s*[` + han.Numerals + `\d]+(?:[:：.、\s].*)?|接上表|下表|[（(]?续[)）]?)\s*[)）]?$`)

	// A particular that a portal gives of a document, with what it is about.
	particular = pattern.Lazy(`[【\[]?([\p{Han}\s]{2,8}?)[】\]]?\s*[:：]`)
	about      = pattern.Lazy(`日期|时间|来源|出处|机构|机关|单位|部门|作者|编辑|审核|录入|次数|浏览|阅读|点击|访问|文号|字号|字体|索引|分类|主题|体裁|有效|公开|关键词|名称|标题|责任|大小|打印|分享|收藏`)

	// A date that stands alone behind a title, or with who published it.
	dateline = pattern.Lazy(`^(?:[（(〔\[]?\s*(?:20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|20\d{2}[-/.]\d{1,2}[-/.]\d{1,2})\s*[)）〕\]]?|[^，。；：]{0,20}20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?[^，。；：]{0,12})$`)

	// What the program itself prints under a report for the notice board, beside
	// isPaperCode.
	posted = pattern.Lazy(`^(?:公示(?:日期|时间|期)|联系电话)\s*[:：]`)
)

// isPaperCode tells the line with the 报送校验码 that the program prints on paper, with a
// right check digit, and the words beside a code on a notice board.
func isPaperCode(text string) bool {
	if compact(text) == checkcode.WordsOnline {
		return true
	}
	digits, ok := strings.CutPrefix(compact(text), checkcode.Words)
	if !ok {
		return false
	}
	digits, _, _ = strings.Cut(digits, "（")
	code, err := checkcode.Parse(digits)
	return err == nil && compact(text) == compact(checkcode.Printed(code))
}

// isPageNumber tells the number of a page from a line of text.
func isPageNumber(text string) bool { return pageNumber().MatchString(text) }

// isRule tells a line that is drawn with signs.
func isRule(text string) bool {
	const least = 5
	return utf8.RuneCountInString(text) >= least && strings.Trim(text, "-—－–_＿=＝*＊·…─━~～ ") == ""
}

// folio is the number of a page with something around it: — 2 —, 第2页.
var folio = pattern.Lazy(`^(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第.*页.*|[Pp]age.*)$`)

// isFolio tells the number of a page from a row of figures, 2 or 2/3.
func isFolio(text string) bool { return folio().MatchString(text) && isPageNumber(text) }

// isFurniture tells text that may well be the site's. A sentence never is.
// Within a report it is no evidence: 主办人大代表建议12件 begins the same way.
func isFurniture(text string) bool {
	if strings.HasSuffix(text, "。") {
		return false
	}
	return isPageNumber(text) || siteMark().MatchString(text) || utf8.RuneCountInString(text) <= 90 && siteLine().MatchString(text)
}

// isParticulars tells a line in which a portal says when and by whom a document
// was published: two such things or more, or one and no sentence.
func isParticulars(text string) bool {
	if strings.Contains(text, "。") || utf8.RuneCountInString(text) > 120 {
		return false
	}
	found := particular().FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 || found[0][0] > 0 {
		return false
	}
	known := 0
	for _, m := range found {
		if about().MatchString(strings.ReplaceAll(text[m[2]:m[3]], " ", "")) {
			known++
		}
	}
	return known > 0 && (len(found) > 1 || utf8.RuneCountInString(text) <= maxHead && !strings.ContainsAny(text, "，；"))
}

// isDateline tells a date alone, or a name with a date and a time.
func isDateline(text string) bool { return dateline().MatchString(text) }

// isCaption tells what stands over a table and is none of its labels: 单位：件.
func isCaption(text string) bool { return caption().MatchString(text) }

// endsSentence tells text of a report at the end of it from the site's below.
func endsSentence(text string) bool {
	return strings.Contains(text, "。") || strings.HasSuffix(text, "；") || strings.HasSuffix(text, "：") || strings.HasSuffix(text, ";")
}
