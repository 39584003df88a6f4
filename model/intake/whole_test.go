package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// What the documents below begin and end with.
const (
	wholeEnd   = "五、存在的主要问题及改进情况\n人手不足，将增加。\n六、其他需要报告的事项\n没有收费。\n"
	wholeBegin = ownTitle + "\n" + ownStart + "\n一、总体情况\n公开信息33条。\n"
	wholeRows  = "行政许可\t6\n行政处罚\t4\n行政强制\t0"
	wholeRow   = "一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4"
)

// tabbed is a row of a text with a tab between its cells.
func tabbed(label, values string) string { return label + "\t" + strings.ReplaceAll(values, " ", "\t") }

// wholeTitles are documents by what is odd about the title and what stands around it.
var wholeTitles = map[string]string{
	"the title in wide figures":                       strings.Replace(wholeBegin, "2023年政府", "２０１９年政府", 1) + wholeEnd,
	"the title twice, the first in two lines":         ownUnit + "\n2023年政府信息公开工作年度报告\n首页\n" + wholeBegin + wholeEnd,
	"the title twice, the second with a short name":   "白杨乡2023年政府信息公开工作年度报告\n首页\n" + ownUnit + "\n2023年政府信息公开工作年度报告\n" + wholeBegin[len(ownTitle)+1:] + wholeEnd,
	"the title, then unit and title":                  ownTitle + "\n首页\n" + ownUnit + "\n" + wholeBegin + wholeEnd,
	"unit and title, then the title":                  ownUnit + "\n" + ownTitle + "\n首页\n" + wholeBegin + wholeEnd,
	"another unit's title over it":                    "松木镇人民政府2023年政府信息公开工作年度报告\n" + wholeBegin + wholeEnd,
	"another year's title over it":                    "白杨乡人民政府2022年政府信息公开工作年度报告\n" + wholeBegin + wholeEnd,
	"another year's title below it":                   ownTitle + "\n白杨乡人民政府2022年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"a sentence and the title again":                  ownTitle + "\n欢迎查阅。\n" + wholeBegin + wholeEnd,
	"links and the title again":                       ownTitle + "\n首页 信息公开\n当前位置：首页\n" + wholeBegin + wholeEnd,
	"the unit two lines over the title":               ownUnit + "\n首页\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"the unit three lines over the title":             ownUnit + "\n首页\n信息公开\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"the unit four lines over the title":              ownUnit + "\n首页\n信息公开\n年报\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"a short name that the text completes":            "白杨乡2023年政府信息公开工作年度报告\n一、总体情况\n白杨乡人民政府公开信息33条。\n" + wholeEnd,
	"a short name that the text completes, an office": "城关街道2023年政府信息公开工作年度报告\n一、总体情况\n城关街道办事处公开信息33条。\n" + wholeEnd,
	"a short name that nothing completes":             "白杨乡2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"no unit anywhere":                                "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"signed by two":                                   "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd + "松木镇人民政府\n另页\n" + ownUnit + "（公章）\n",
	"signed on the line of its date":                  "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd + ownUnit + " 2024年1月9日\n",
	"the years vote, a tie":                           "白杨乡人民政府政府信息公开工作年度报告\n一、总体情况\n2022年公开30条，2023年公开33条。\n" + wholeEnd,
	"the years vote, the last wins":                   "白杨乡人民政府政府信息公开工作年度报告\n一、总体情况\n2022年公开30条，2023年公开33条，2023年培训1次。\n" + wholeEnd,
	"a passage before the title":                      "本栏目按照规定公布各乡镇的年度报告，供社会公众查阅和下载，内容由各单位负责。\n" + wholeBegin + wholeEnd,
	"thirty characters before the title":              "本栏目按照规定公布各乡镇的年度报告，供社会公众查阅和下载使用。\n" + wholeBegin + wholeEnd,
	"a page number before the first part":             ownTitle + "\n- 1 -\n" + ownStart + "\n一、总体情况\n公开信息33条。\n" + wholeEnd,
	"a name on two lines, three over it":              "内蒙古自治区锡林郭勒盟\n锡林浩特市希日塔拉街道办事处\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + wholeEnd + "内蒙古自治区锡林郭勒盟\n锡林浩特市希日塔拉街道办事处\n2024年1月9日\n",
	"the unit calls itself in two ways":               wholeBegin + "我乡公开2条，本乡公开3条，本乡培训1次。\n" + wholeEnd,
	"the unit calls itself in two ways, as often":     wholeBegin + "本乡公开3条，我乡公开2条。\n" + wholeEnd,
}

// wholeTexts are documents by what is odd about their text and sub-headings.
var wholeTexts = map[string]string{
	"four parts in words of their own":  ownTitle + "\n一、工作概述\n公开33条。\n二、公开数据\n行政许可\t6\n行政处罚\t4\n三、申请数据\n一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4\n四、诉讼数据\n1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n",
	"three parts in words of their own": ownTitle + "\n一、工作概述\n公开33条。\n二、公开数据\n行政许可\t6\n行政处罚\t4\n三、申请数据\n一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4\n",
	"two parts in brackets":             ownTitle + "\n（一）总体情况\n公开33条。\n（六）其他需要报告的事项\n没有。\n",
	"one part in brackets":              ownTitle + "\n（一）总体情况\n公开33条。\n",
	"two parts with figures":            ownTitle + "\n1、总体情况\n公开33条。\n6、其他需要报告的事项\n没有。\n",
	"a title torn in two":               ownTitle + "\n一、总体情况\n公开33条。\n五、存在的主要问\n题及改进情况\n人手不足。\n六、其他需要报\n告的事项\n没有。\n",
	"indented paragraphs, broken":       ownTitle + "\n一、总体情况\n　　本乡按照上级要求认真开展政府信息公开工作，公开各类政府信\n息三十三条，举办培训一次，张贴公开栏十二期。\n　　本乡按照上级要求认真开展依申请公开工作，全年没有收到申请\n。\n（一）接着写的一行\n　　没有。\n" + wholeEnd,
	"no part at all":                    ownTitle + "\n公开信息33条，比上年增加。\n培训1次。\n",
	"a sub-heading without text":        wholeBegin + "（一）主动公开\n（二）依申请公开\n没有申请。\n" + wholeEnd,
	"figures without text below one":    wholeBegin + "1. 主动公开\n2. 依申请公开\n没有申请。\n" + wholeEnd,
	"figures with text below each":      wholeBegin + "1. 主动公开\n公开33条。\n2. 依申请公开\n没有申请。\n" + wholeEnd,
	"two ways of numbering":             wholeBegin + "1. 主动公开\n公开33条。\n2. 依申请公开\n没有申请。\n" + strings.Replace(wholeEnd, "人手不足，将增加。", "（一）问题\n人手不足。\n（二）改进\n将增加。", 1),
	"two ways of numbering, twice":      strings.Replace(wholeBegin, "公开信息33条。", "（一）公开\n公开信息33条。", 1) + strings.Replace(strings.Replace(wholeEnd, "人手不足，将增加。", "1. 问题\n人手不足。\n2. 改进\n将增加。", 1), "没有收费。", "1. 收费\n没有收费。\n2. 其他\n没有。", 1),
	"numbered from two":                 wholeBegin + "（二）依申请公开\n没有申请。\n" + wholeEnd,
	"numbered with a gap":               wholeBegin + "（一）主动公开\n公开33条。\n（三）监督\n没有。\n" + wholeEnd,
	"a number with 、 behind brackets":   wholeBegin + "（一）、主动公开\n公开33条。\n（二）、依申请公开\n没有申请。\n" + wholeEnd,
	"a number with . behind brackets":   wholeBegin + "(1).主动公开\n公开33条。\n(2).依申请公开\n没有申请。\n" + wholeEnd,
	"run-in headings":                   wholeBegin + "（一）主动公开。公开33条。\n（二）依申请公开。没有申请。\n" + wholeEnd,
	"headings with a stop":              wholeBegin + "（一）主动公开。\n公开33条。\n（二）依申请公开。\n没有申请。\n" + wholeEnd,
	"figures with a stop":               wholeBegin + "1. 主动公开。\n公开33条。\n2. 依申请公开。\n没有申请。\n" + wholeEnd,
	"run-in figures":                    wholeBegin + "1. 主动公开。公开33条。\n2. 依申请公开。没有申请。\n" + wholeEnd,
	"a heading of 34 characters":        wholeBegin + "（一）" + strings.Repeat("公开", 17) + "\n公开33条。\n" + wholeEnd,
	"a heading of 35 characters":        wholeBegin + "（一）" + strings.Repeat("公开", 17) + "了\n公开33条。\n" + wholeEnd,
	"a run-in heading of 22":            wholeBegin + "（一）" + strings.Repeat("公开", 11) + "。公开33条。\n" + wholeEnd,
	"a run-in heading of 23":            wholeBegin + "（一）" + strings.Repeat("公开", 11) + "了。公开33条。\n" + wholeEnd,
	"fourteen characters, cut":          wholeBegin + "本乡认真开展政府公开工作，公\n信息33条，培训1次。\n" + wholeEnd,
	"fifteen characters, cut":           wholeBegin + "本乡认真开展政府公开工作，公开\n信息33条，培训1次。\n" + wholeEnd,
	"run-in headings with a comma":      wholeBegin + "（一）主动公开，公开33条。\n（二）依申请公开，没有申请。\n" + wholeEnd,
	"braces":                            wholeBegin + "公开{33}条。\n（一）{公开}\n33条。\n" + wholeEnd,
	"cut by a page end":                 wholeBegin + "本乡按照上级要求认真开展政府信息公开工作，公开了各类\n信息33条，培训1次。\n" + wholeEnd,
	"cut behind a comma":                wholeBegin + "本乡按照上级要求认真开展政府信息公开工作，\n公开信息33条，培训1次。\n" + wholeEnd,
	"cut, but a phrase":                 wholeBegin + "政府信息公开工作情况\n公开信息33条，培训1次。\n" + wholeEnd,
	"cut, but in brackets":              wholeBegin + "本乡按照上级要求认真开展政府信息公开工作，公开了信息（见附件）\n公开信息33条，培训1次。\n" + wholeEnd,
	"cut, but numbered on":              wholeBegin + "本乡按照上级要求认真开展政府信息公开工作，公开了各类\n（一）信息33条，培训1次。\n（二）没有。\n" + wholeEnd,
	"the notice board below":            wholeBegin + wholeEnd + "公示日期：2024年1月20日\n联系电话：0358-0000000\n",
	"the notice board below a page":     wholeBegin + strings.TrimSuffix(wholeEnd, "。\n") + "\n- 3 -\n公示日期：2024年1月20日\n版权所有：某县\n",
	"the notice board below the name":   wholeBegin + wholeEnd + ownUnit + "\n2024年1月9日\n公示日期：2024年1月20日\n- 3 -\n版权所有：某县\n附注一行\n",
	"signed without a date":             wholeBegin + wholeEnd + ownUnit + "（盖章）\n",
	"signed by another without a date":  wholeBegin + wholeEnd + "松木镇人民政府\n",
	"signed by another":                 wholeBegin + wholeEnd + "松木镇人民政府\n2024年1月9日\n",
	"the date over the name":            wholeBegin + wholeEnd + "2024年1月9日\n" + ownUnit + "\n",
	"the date over another name":        wholeBegin + wholeEnd + "2024年1月9日\n松木镇人民政府\n",
	"a date without a day and a remark": wholeBegin + wholeEnd + ownUnit + "\n2024年1月\n抄送：县政务公开办\n",
}

// wholeTables are documents by what is odd about their tables.
var wholeTables = map[string]string{
	"blank, table two":                         wholeBegin + two("行政许可", "行政处罚", "行政强制", "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费") + wholeEnd,
	"blank, half of table two":                 wholeBegin + "二、主动公开政府信息情况\n信息内容\n行政许可\n" + wholeEnd,
	"blank, table three of 2019":               strings.ReplaceAll(wholeBegin, "2023", "2020") + three("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开") + wholeEnd,
	"blank, with text":                         wholeBegin + two("行政许可", "行政处罚", "（以上情况均无。）") + wholeEnd,
	"a row twice, the same":                    wholeBegin + two("行政许可\t6\n行政许可\t6\n行政处罚\t4\n行政强制\t0") + wholeEnd,
	"a row twice, otherwise":                   wholeBegin + two("行政许可\t6\n行政许可\t7\n行政处罚\t4\n行政强制\t0") + wholeEnd,
	"the table twice, the same":                wholeBegin + two(wholeRows) + two(wholeRows) + wholeEnd,
	"the table twice, one of last year":        wholeBegin + two(wholeRows) + "2022年情况（附表）\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + wholeEnd,
	"the table twice, one of the county":       wholeBegin + "白杨乡\n" + two(wholeRows) + "全县汇总\n附表\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + wholeEnd,
	"the table twice, nothing tells":           wholeBegin + two(wholeRows) + "附表\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + wholeEnd,
	"the table twice, one number other":        wholeBegin + two(wholeRows) + two("行政许可\t6\n行政处罚\t4\n行政强制\t7") + wholeEnd,
	"a row of no table":                        wholeBegin + two(wholeRows, "电子证照\t9") + wholeEnd,
	"a row like one":                           wholeBegin + two("行政许可事项\t6", "行政处罚案件\t4", "行政强制\t0") + wholeEnd,
	"a row hardly like one":                    wholeBegin + two("行政审批许可服务\t6", "行政处罚\t4", "行政强制\t0") + wholeEnd,
	"rows in another order":                    wholeBegin + two("行政强制\t0", "行政处罚\t4", "行政许可\t6") + wholeEnd,
	"figures below figures":                    wholeBegin + "二、主动公开政府信息情况\n信息内容                本年处理决定数量\n行政许可                      12\n                              34\n行政处罚                       4\n行政强制                       0\n" + wholeEnd,
	"figures below figures, in a total":        wholeBegin + "三、收到和处理政府信息公开申请情况\n                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n一、本年新收政府信息公开申请数量    3       1        0          0           0         0    12\n                                                                                           34\n二、上年结转政府信息公开申请数量    1       0        0          0           0         0     1\n" + wholeEnd,
	"figures below figures, in two columns":    wholeBegin + "三、收到和处理政府信息公开申请情况\n                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n一、本年新收政府信息公开申请数量    12      13       0          0           0         0    25\n                                    34                                                     56\n二、上年结转政府信息公开申请数量    1       0        0          0           0         0     1\n" + wholeEnd,
	"a row without a label in text":            wholeBegin + two("行政许可\t6", "4", "行政强制\t0") + wholeEnd,
	"without the sums":                         wholeBegin + strings.Replace(three(tabbed("一、本年新收政府信息公开申请数量", "3 1 0 0 0 0"), tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0"), tabbed("（一）予以公开", "4 0 0 0 0 0")), "\t总计", "", 1) + wholeEnd,
	"without a sum in one":                     wholeBegin + three(wholeRow, tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0"), tabbed("（一）予以公开", "4 0 0 0 0 0 4")) + wholeEnd,
	"a sum that is none":                       wholeBegin + three(tabbed("一、本年新收政府信息公开申请数量", "3 1 0 0 0 0 9"), tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 无")) + wholeEnd,
	"signs for nothing":                        wholeBegin + three(tabbed("一、本年新收政府信息公开申请数量", "3 / — 无 \\ 0 ——/——"), tabbed("二、上年结转政府信息公开申请数量", "/ / / / / / /")) + wholeEnd,
	"marks of notes":                           wholeBegin + three(tabbed("一、本年新收政府信息公开申请数量", "3* 1① 0[1] 0（注） 0 0 4※"), tabbed("二、上年结转政府信息公开申请数量", "1件 0件 0 0 0 0 1件")) + wholeEnd,
	"what is no number":                        wholeBegin + three(tabbed("一、本年新收政府信息公开申请数量", "三 1.5 -1 +2 1,000 ０ x"), tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")) + wholeEnd,
	"columns in another order":                 wholeBegin + strings.Replace(three(wholeRow, tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")), "自然人\t商业企业", "商业企业\t自然人", 1) + wholeEnd,
	"a column head in other words":             wholeBegin + strings.Replace(three(wholeRow, tabbed("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")), "商业企业", "企业单位", 1) + wholeEnd,
	"labels of 2019 in 2023":                   wholeBegin + three(wholeRow, tabbed("（七）总计", "4 0 0 0 0 0 4"), tabbed("2.其他法律法规规章禁止公开", "1 0 0 0 0 0 1")) + wholeEnd,
	"money in yuan":                            wholeBegin + two(wholeRows, "第二十条第（八）项", "信息内容\t本年收费金额（单位：元）", "行政事业性收费\t12000") + wholeEnd,
	"money in ten thousands":                   wholeBegin + two(wholeRows, "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t1.2万元") + wholeEnd,
	"money in hundred millions":                wholeBegin + two(wholeRows, "第二十条第（八）项", "信息内容\t本年收费金额（单位：亿元）", "行政事业性收费\t0.5") + wholeEnd,
	"money in yuan, by itself":                 wholeBegin + two(wholeRows, "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t350元") + wholeEnd,
	"a caption, a number of a page and a site": wholeBegin + two(wholeRows, "单位：件", "- 2 -", "第 3 页 共 7 页", "版权所有：某县") + wholeEnd,
	"the title as the head of a page":          wholeBegin + two("行政许可\t6", ownTitle, "行政处罚\t4\n行政强制\t0") + wholeEnd,
	"a head that is nearly the form's":         wholeBegin + strings.Replace(two(wholeRows), "本年处理决定数量", "本年度处理的决定数量", 1) + wholeEnd,
	"a band of no table":                       wholeBegin + strings.Replace(two(wholeRows), "第二十条第（五）项", "第三十条第（五）项", 1) + wholeEnd,
	"counted, one number missing":              wholeBegin + two("1\t行政许可\t6", "2\t行政处罚\t4", "\t行政强制\t0") + wholeEnd,
	"counted behind":                           wholeBegin + strings.Replace(two("行政许可\t1\t6", "行政处罚\t2\t4", "行政强制\t3\t0"), "信息内容\t", "信息内容\t序号\t", 1) + wholeEnd,
	"counted, but a year":                      wholeBegin + two("2023\t行政许可\t6", "2023\t行政处罚\t4", "2023\t行政强制\t0") + wholeEnd,
	"a number in a sentence of the section":    wholeBegin + two(wholeRows, "以上决定 10 件，其中信用修复 3") + wholeEnd,
	"prose behind the table":                   wholeBegin + two(wholeRows, "以上数据由各站所报送，时间截至年底，已经核对。") + wholeEnd,
	"table four in one row":                    wholeBegin + "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n" + wholeEnd,
	"table four without the sums":              wholeBegin + "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\n1\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t3\n" + wholeEnd,
	"a second report behind":                   wholeBegin + two(wholeRows) + three(wholeRow) + wholeEnd + "松木镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n公开信息9条。\n二、主动公开政府信息情况\n",
	"the title again behind three parts":       ownTitle + "\n一、总体情况\n公开33条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" + ownTitle + "\n四、政府信息公开行政复议、行政诉讼情况\n" + wholeEnd,
}

// TestWholeTitles and the tests below it read documents about which many small things are
// right or wrong at once; what became of each stands in its account.
func TestWholeTitles(t *testing.T) { readWhole(t, "a.txt", wholeTitles) }

func TestWholeTexts(t *testing.T) { readWhole(t, "a.txt", wholeTexts) }

func TestWholeTables(t *testing.T) { readWhole(t, "a.txt", wholeTables) }

func readWhole(t *testing.T, file string, documents map[string]string) {
	t.Helper()
	var all []reading
	for name, text := range documents {
		all = append(all, reading{name, file, text, outcome{}})
	}
	runReadings(t, all)
}

// TestWholePages has tables that are drawn: on a web page.
func TestWholePages(t *testing.T) {
	html := func(rows ...string) string {
		var b strings.Builder
		b.WriteString("<table>")
		for _, r := range rows {
			b.WriteString("<tr><td>" + strings.ReplaceAll(r, "|", "</td><td>") + "</td></tr>")
		}
		return b.String() + "</table>"
	}
	heads := []string{"|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"}
	applications := func(rows ...string) string {
		return strings.Replace(page("", ""), "<p>五、", "<p>三、收到和处理政府信息公开申请情况</p>"+html(append(heads, rows...)...)+"<p>五、", 1)
	}
	readWhole(t, "a.html", map[string]string{
		"a column of remarks":                    page("", html("信息内容|本年处理决定数量|备注", "行政许可|6|", "行政处罚|4|含村级", "行政强制|0|")),
		"a column of remarks, all said":          page("", html("信息内容|本年处理决定数量|说明", "行政许可|6|无", "行政处罚|4|含村级", "行政强制|0|说明")),
		"a row without a label":                  page("", html("信息内容|本年处理决定数量", "行政许可|6", "|4", "行政强制|0")),
		"two rows without a label":               page("", html("信息内容|本年处理决定数量", "行政许可|6", "|4", "|0")),
		"the first row without a label":          page("", html("信息内容|本年制发件数|本年废止件数|现行有效件数", "|1|0|2", "行政规范性文件|0|0|3")),
		"the last row without a label":           page("", html("信息内容|本年处理决定数量", "行政许可|6", "行政处罚|4", "|0")),
		"a row that ends early":                  applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "二、上年结转政府信息公开申请数量|1|0|0|0|0|1", "（一）予以公开|3|0|0|0|0|0|3"),
		"columns in another order":               strings.Replace(applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "（一）予以公开|2|1|0|0|0|0|3"), "自然人</td><td>商业企业", "商业企业</td><td>自然人", 1),
		"a column of another form":               strings.Replace(applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "（一）予以公开|2|1|0|0|0|0|3"), "商业企业", "事业单位", 1),
		"a column more":                          strings.NewReplacer("|总计", "", "其他</td>", "其他</td><td>外国人</td>").Replace(applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|0|4", "（一）予以公开|2|1|0|0|0|0|0|3")),
		"two numbers in cells":                   applications("一、本年新收政府信息公开申请数量|3<br>2|1|0|0|0|0|4<br>5", "（一）予以公开|2|1|0|0|0|0|3"),
		"the same row twice":                     applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "（一）予以公开|2|1|0|0|0|0|3"),
		"two rows twice, otherwise":              applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4", "（一）予以公开|2|1|0|0|0|0|3", "一、本年新收政府信息公开申请数量|9|1|0|0|0|0|10", "（一）予以公开|8|1|0|0|0|0|9"),
		"counted":                                page("", html("序号|信息内容|本年处理决定数量", "1|行政许可|6", "2|行政处罚|4", "3|行政强制|0")),
		"counted, a number too many":             page("", html("序号|信息内容|本年处理决定数量", "1|行政许可|6", "7|行政处罚|4", "3|行政强制|0")),
		"a label torn over two rows":             page("", html("信息内容|本年处理决定数量", "行政许可|6", "行政|", "处罚|4", "行政强制|0")),
		"the last label torn":                    page("", html("信息内容|本年处理决定数量", "行政许可|6", "行政处罚|4", "行政|", "强制|0")),
		"a blank row at the end":                 page("", html("信息内容|本年处理决定数量", "行政许可|6", "行政处罚|4", "其他|")),
		"one table is missing":                   strings.Replace(applications("一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4"), "<p>三、", "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>三、", 1),
		"the bare title, and a link of its name": strings.Replace(page("", decisions("6")), "<h2>"+ownTitle+"</h2>", "<h2>政府信息公开工作年度报告</h2><nav><a href=x>政府信息公开年度报告</a></nav><p>"+ownStart+"</p>", 1),
		"the bare title twice":                   strings.Replace(page("", decisions("6")), "<h2>"+ownTitle+"</h2>", "<p>政府信息公开年度报告</p><h2>政府信息公开工作年度报告</h2><p>"+ownStart+"</p>", 1),
		"blank":                                  page("", html("信息内容|本年处理决定数量", "行政许可|", "行政处罚|", "行政强制|")),
		"a link of the site within":              page("", html("信息内容|本年处理决定数量", "行政许可|6", "打印本页|", "行政处罚|4", "行政强制|0")),
	})
}

// TestGiven: what the caller says of year and unit goes before what the document says.
func TestGiven(t *testing.T) {
	const rest = "\n一、总体情况\n公开信息33条。\n六、其他需要报告的事项\n没有。\n"
	told := keepAccounts(t)
	for _, tt := range []struct {
		name, title string
		given       Options
	}{
		{"year", "政府信息公开工作年度报告", Options{Year: 2023}},
		{"another year", ownTitle, Options{Year: 2022}},
		{"the same year", ownTitle, Options{Year: 2023}},
		{"unit", "2023年政府信息公开工作年度报告", Options{Agency: " 松木镇人民政府 "}},
		{"another unit", ownTitle, Options{Agency: "松木镇人民政府"}},
		{"blanks for a unit", ownTitle, Options{Agency: " "}},
		{"both", "年报", Options{Year: 2023, Agency: "松木镇人民政府"}},
		{"a year before the form", ownTitle, Options{Year: 1999}},
		{"no year", "白杨乡人民政府政府信息公开工作年度报告", Options{}},
	} {
		got, err := Read("a.txt", []byte(tt.title+rest), tt.given)
		told.add(t, tt.name, got, err)
	}
}

// TestOldForm: what was filled in on the form of other years goes where the report's
// own form has a place for it, and is told where it has none.
func TestOldForm(t *testing.T) {
	told := keepAccounts(t)
	for _, tt := range []struct{ of, as int }{{2020, 2023}, {2023, 2020}, {2019, 2020}} {
		rng := rand.New(rand.NewPCG(uint64(tt.of), 5))
		text := publish(rng, invent(t, rng, tt.of, slips{}), slips{}).tabbed()
		text = []byte(strings.ReplaceAll(string(text), fmt.Sprint(tt.of), fmt.Sprint(tt.as)))
		got, err := Read("a.txt", text, Options{})
		told.add(t, fmt.Sprintf("%d as %d", tt.of, tt.as), got, err)
	}
}

// TestScanned: pages that are pictures are told, each by its number.
func TestScanned(t *testing.T) {
	doc, err := read("a.txt", []byte(lines(ownTitle, "一、总体情况", "公开信息33条。")))
	if err != nil {
		t.Fatal(err)
	}
	doc.Pictures = []int{2, 5}
	got, err := recognise(doc, Options{})
	keepAccounts(t).add(t, "two pages", got, err)
}
