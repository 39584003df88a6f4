package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestWhole: documents about which many small things are right or wrong at once; what
// became of each stands in its account.
func TestWhole(t *testing.T) {
	const (
		end   = "五、存在的主要问题及改进情况\n人手不足，将增加。\n六、其他需要报告的事项\n没有收费。\n"
		begin = ownTitle + "\n" + ownStart + "\n一、总体情况\n公开信息33条。\n"
		own   = "行政许可\t6\n行政处罚\t4\n行政强制\t0"
		rowIn = "一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4"
	)
	row := func(label string, values string) string {
		return label + "\t" + strings.ReplaceAll(values, " ", "\t")
	}
	var all []reading
	for name, text := range map[string]string{
		// The title and what stands around it.
		"the title in wide figures":                       strings.Replace(begin, "2023年政府", "２０１９年政府", 1) + end,
		"the title twice, the first in two lines":         ownUnit + "\n2023年政府信息公开工作年度报告\n首页\n" + begin + end,
		"the title twice, the second with a short name":   "白杨乡2023年政府信息公开工作年度报告\n首页\n" + ownUnit + "\n2023年政府信息公开工作年度报告\n" + begin[len(ownTitle)+1:] + end,
		"the title, then unit and title":                  ownTitle + "\n首页\n" + ownUnit + "\n" + begin + end,
		"unit and title, then the title":                  ownUnit + "\n" + ownTitle + "\n首页\n" + begin + end,
		"another unit's title over it":                    "松木镇人民政府2023年政府信息公开工作年度报告\n" + begin + end,
		"another year's title over it":                    "白杨乡人民政府2022年政府信息公开工作年度报告\n" + begin + end,
		"another year's title below it":                   ownTitle + "\n白杨乡人民政府2022年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"a sentence and the title again":                  ownTitle + "\n欢迎查阅。\n" + begin + end,
		"links and the title again":                       ownTitle + "\n首页 信息公开\n当前位置：首页\n" + begin + end,
		"the unit two lines over the title":               ownUnit + "\n首页\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"the unit three lines over the title":             ownUnit + "\n首页\n信息公开\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"the unit four lines over the title":              ownUnit + "\n首页\n信息公开\n年报\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"a short name that the text completes":            "白杨乡2023年政府信息公开工作年度报告\n一、总体情况\n白杨乡人民政府公开信息33条。\n" + end,
		"a short name that the text completes, an office": "城关街道2023年政府信息公开工作年度报告\n一、总体情况\n城关街道办事处公开信息33条。\n" + end,
		"a short name that nothing completes":             "白杨乡2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"no unit anywhere":                                "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end,
		"signed by two":                                   "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end + "松木镇人民政府\n另页\n" + ownUnit + "（公章）\n",
		"signed on the line of its date":                  "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end + ownUnit + " 2024年1月9日\n",
		"the years vote, a tie":                           "白杨乡人民政府政府信息公开工作年度报告\n一、总体情况\n2022年公开30条，2023年公开33条。\n" + end,
		"the years vote, the last wins":                   "白杨乡人民政府政府信息公开工作年度报告\n一、总体情况\n2022年公开30条，2023年公开33条，2023年培训1次。\n" + end,
		"a passage before the title":                      "本栏目按照规定公布各乡镇的年度报告，供社会公众查阅和下载，内容由各单位负责。\n" + begin + end,
		"thirty characters before the title":              "本栏目按照规定公布各乡镇的年度报告，供社会公众查阅和下载使用。\n" + begin + end,
		"a page number before the first part":             ownTitle + "\n- 1 -\n" + ownStart + "\n一、总体情况\n公开信息33条。\n" + end,
		"a name on two lines, three over it":              "内蒙古自治区锡林郭勒盟\n锡林浩特市希日塔拉街道办事处\n2023年政府信息公开工作年度报告\n一、总体情况\n公开信息33条。\n" + end + "内蒙古自治区锡林郭勒盟\n锡林浩特市希日塔拉街道办事处\n2024年1月9日\n",
		"the unit calls itself in two ways":               begin + "我乡公开2条，本乡公开3条，本乡培训1次。\n" + end,
		"the unit calls itself in two ways, as often":     begin + "本乡公开3条，我乡公开2条。\n" + end,

		// Prose and sub-headings.
		"four parts in words of their own":  ownTitle + "\n一、工作概述\n公开33条。\n二、公开数据\n行政许可\t6\n行政处罚\t4\n三、申请数据\n一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4\n四、诉讼数据\n1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n",
		"three parts in words of their own": ownTitle + "\n一、工作概述\n公开33条。\n二、公开数据\n行政许可\t6\n行政处罚\t4\n三、申请数据\n一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t0\t4\n",
		"two parts in brackets":             ownTitle + "\n（一）总体情况\n公开33条。\n（六）其他需要报告的事项\n没有。\n",
		"one part in brackets":              ownTitle + "\n（一）总体情况\n公开33条。\n",
		"two parts with figures":            ownTitle + "\n1、总体情况\n公开33条。\n6、其他需要报告的事项\n没有。\n",
		"a title torn in two":               ownTitle + "\n一、总体情况\n公开33条。\n五、存在的主要问\n题及改进情况\n人手不足。\n六、其他需要报\n告的事项\n没有。\n",
		"indented paragraphs, broken":       ownTitle + "\n一、总体情况\n　　本乡按照上级要求认真开展政府信息公开工作，公开各类政府信\n息三十三条，举办培训一次，张贴公开栏十二期。\n　　本乡按照上级要求认真开展依申请公开工作，全年没有收到申请\n。\n（一）接着写的一行\n　　没有。\n" + end,
		"no part at all":                    ownTitle + "\n公开信息33条，比上年增加。\n培训1次。\n",
		"a sub-heading without text":        begin + "（一）主动公开\n（二）依申请公开\n没有申请。\n" + end,
		"figures without text below one":    begin + "1. 主动公开\n2. 依申请公开\n没有申请。\n" + end,
		"figures with text below each":      begin + "1. 主动公开\n公开33条。\n2. 依申请公开\n没有申请。\n" + end,
		"two ways of numbering":             begin + "1. 主动公开\n公开33条。\n2. 依申请公开\n没有申请。\n" + strings.Replace(end, "人手不足，将增加。", "（一）问题\n人手不足。\n（二）改进\n将增加。", 1),
		"two ways of numbering, twice":      strings.Replace(begin, "公开信息33条。", "（一）公开\n公开信息33条。", 1) + strings.Replace(strings.Replace(end, "人手不足，将增加。", "1. 问题\n人手不足。\n2. 改进\n将增加。", 1), "没有收费。", "1. 收费\n没有收费。\n2. 其他\n没有。", 1),
		"numbered from two":                 begin + "（二）依申请公开\n没有申请。\n" + end,
		"numbered with a gap":               begin + "（一）主动公开\n公开33条。\n（三）监督\n没有。\n" + end,
		"a number with 、 behind brackets":   begin + "（一）、主动公开\n公开33条。\n（二）、依申请公开\n没有申请。\n" + end,
		"a number with . behind brackets":   begin + "(1).主动公开\n公开33条。\n(2).依申请公开\n没有申请。\n" + end,
		"run-in headings":                   begin + "（一）主动公开。公开33条。\n（二）依申请公开。没有申请。\n" + end,
		"headings with a stop":              begin + "（一）主动公开。\n公开33条。\n（二）依申请公开。\n没有申请。\n" + end,
		"figures with a stop":               begin + "1. 主动公开。\n公开33条。\n2. 依申请公开。\n没有申请。\n" + end,
		"run-in figures":                    begin + "1. 主动公开。公开33条。\n2. 依申请公开。没有申请。\n" + end,
		"a heading of 34 characters":        begin + "（一）" + strings.Repeat("公开", 17) + "\n公开33条。\n" + end,
		"a heading of 35 characters":        begin + "（一）" + strings.Repeat("公开", 17) + "了\n公开33条。\n" + end,
		"a run-in heading of 22":            begin + "（一）" + strings.Repeat("公开", 11) + "。公开33条。\n" + end,
		"a run-in heading of 23":            begin + "（一）" + strings.Repeat("公开", 11) + "了。公开33条。\n" + end,
		"fourteen characters, cut":          begin + "本乡认真开展政府公开工作，公\n信息33条，培训1次。\n" + end,
		"fifteen characters, cut":           begin + "本乡认真开展政府公开工作，公开\n信息33条，培训1次。\n" + end,
		"run-in headings with a comma":      begin + "（一）主动公开，公开33条。\n（二）依申请公开，没有申请。\n" + end,
		"braces":                            begin + "公开{33}条。\n（一）{公开}\n33条。\n" + end,
		"cut by a page end":                 begin + "本乡按照上级要求认真开展政府信息公开工作，公开了各类\n信息33条，培训1次。\n" + end,
		"cut behind a comma":                begin + "本乡按照上级要求认真开展政府信息公开工作，\n公开信息33条，培训1次。\n" + end,
		"cut, but a phrase":                 begin + "政府信息公开工作情况\n公开信息33条，培训1次。\n" + end,
		"cut, but in brackets":              begin + "本乡按照上级要求认真开展政府信息公开工作，公开了信息（见附件）\n公开信息33条，培训1次。\n" + end,
		"cut, but numbered on":              begin + "本乡按照上级要求认真开展政府信息公开工作，公开了各类\n（一）信息33条，培训1次。\n（二）没有。\n" + end,
		"the notice board below":            begin + end + "公示日期：2024年1月20日\n联系电话：0358-0000000\n",
		"the notice board below a page":     begin + strings.TrimSuffix(end, "。\n") + "\n- 3 -\n公示日期：2024年1月20日\n版权所有：某县\n",
		"the notice board below the name":   begin + end + ownUnit + "\n2024年1月9日\n公示日期：2024年1月20日\n- 3 -\n版权所有：某县\n附注一行\n",
		"signed without a date":             begin + end + ownUnit + "（盖章）\n",
		"signed by another without a date":  begin + end + "松木镇人民政府\n",
		"signed by another":                 begin + end + "松木镇人民政府\n2024年1月9日\n",
		"the date over the name":            begin + end + "2024年1月9日\n" + ownUnit + "\n",
		"the date over another name":        begin + end + "2024年1月9日\n松木镇人民政府\n",
		"a date without a day and a remark": begin + end + ownUnit + "\n2024年1月\n抄送：县政务公开办\n",

		// Tables.
		"blank, table two":                         begin + two("行政许可", "行政处罚", "行政强制", "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费") + end,
		"blank, half of table two":                 begin + "二、主动公开政府信息情况\n信息内容\n行政许可\n" + end,
		"blank, table three of 2019":               strings.ReplaceAll(begin, "2023", "2020") + three("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开") + end,
		"blank, with text":                         begin + two("行政许可", "行政处罚", "（以上情况均无。）") + end,
		"a row twice, the same":                    begin + two("行政许可\t6\n行政许可\t6\n行政处罚\t4\n行政强制\t0") + end,
		"a row twice, otherwise":                   begin + two("行政许可\t6\n行政许可\t7\n行政处罚\t4\n行政强制\t0") + end,
		"the table twice, the same":                begin + two(own) + two(own) + end,
		"the table twice, one of last year":        begin + two(own) + "2022年情况（附表）\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + end,
		"the table twice, one of the county":       begin + "白杨乡\n" + two(own) + "全县汇总\n附表\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + end,
		"the table twice, nothing tells":           begin + two(own) + "附表\n" + two("行政许可\t9\n行政处罚\t8\n行政强制\t7") + end,
		"the table twice, one number other":        begin + two(own) + two("行政许可\t6\n行政处罚\t4\n行政强制\t7") + end,
		"a row of no table":                        begin + two(own, "电子证照\t9") + end,
		"a row like one":                           begin + two("行政许可事项\t6", "行政处罚案件\t4", "行政强制\t0") + end,
		"a row hardly like one":                    begin + two("行政审批许可服务\t6", "行政处罚\t4", "行政强制\t0") + end,
		"rows in another order":                    begin + two("行政强制\t0", "行政处罚\t4", "行政许可\t6") + end,
		"figures below figures":                    begin + "二、主动公开政府信息情况\n信息内容                本年处理决定数量\n行政许可                      12\n                              34\n行政处罚                       4\n行政强制                       0\n" + end,
		"figures below figures, in a total":        begin + "三、收到和处理政府信息公开申请情况\n                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n一、本年新收政府信息公开申请数量    3       1        0          0           0         0    12\n                                                                                           34\n二、上年结转政府信息公开申请数量    1       0        0          0           0         0     1\n" + end,
		"figures below figures, in two columns":    begin + "三、收到和处理政府信息公开申请情况\n                                自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n一、本年新收政府信息公开申请数量    12      13       0          0           0         0    25\n                                    34                                                     56\n二、上年结转政府信息公开申请数量    1       0        0          0           0         0     1\n" + end,
		"a row without a label in text":            begin + two("行政许可\t6", "4", "行政强制\t0") + end,
		"without the sums":                         begin + strings.Replace(three(row("一、本年新收政府信息公开申请数量", "3 1 0 0 0 0"), row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0"), row("（一）予以公开", "4 0 0 0 0 0")), "\t总计", "", 1) + end,
		"without a sum in one":                     begin + three(rowIn, row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0"), row("（一）予以公开", "4 0 0 0 0 0 4")) + end,
		"a sum that is none":                       begin + three(row("一、本年新收政府信息公开申请数量", "3 1 0 0 0 0 9"), row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 无")) + end,
		"signs for nothing":                        begin + three(row("一、本年新收政府信息公开申请数量", "3 / — 无 \\ 0 ——/——"), row("二、上年结转政府信息公开申请数量", "/ / / / / / /")) + end,
		"marks of notes":                           begin + three(row("一、本年新收政府信息公开申请数量", "3* 1① 0[1] 0（注） 0 0 4※"), row("二、上年结转政府信息公开申请数量", "1件 0件 0 0 0 0 1件")) + end,
		"what is no number":                        begin + three(row("一、本年新收政府信息公开申请数量", "三 1.5 -1 +2 1,000 ０ x"), row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")) + end,
		"columns in another order":                 begin + strings.Replace(three(rowIn, row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")), "自然人\t商业企业", "商业企业\t自然人", 1) + end,
		"a column head in other words":             begin + strings.Replace(three(rowIn, row("二、上年结转政府信息公开申请数量", "1 0 0 0 0 0 1")), "商业企业", "企业单位", 1) + end,
		"labels of 2019 in 2023":                   begin + three(rowIn, row("（七）总计", "4 0 0 0 0 0 4"), row("2.其他法律法规规章禁止公开", "1 0 0 0 0 0 1")) + end,
		"money in yuan":                            begin + two(own, "第二十条第（八）项", "信息内容\t本年收费金额（单位：元）", "行政事业性收费\t12000") + end,
		"money in ten thousands":                   begin + two(own, "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t1.2万元") + end,
		"money in hundred millions":                begin + two(own, "第二十条第（八）项", "信息内容\t本年收费金额（单位：亿元）", "行政事业性收费\t0.5") + end,
		"money in yuan, by itself":                 begin + two(own, "第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t350元") + end,
		"a caption, a number of a page and a site": begin + two(own, "单位：件", "- 2 -", "第 3 页 共 7 页", "版权所有：某县") + end,
		"the title as the head of a page":          begin + two("行政许可\t6", ownTitle, "行政处罚\t4\n行政强制\t0") + end,
		"a head that is nearly the form's":         begin + strings.Replace(two(own), "本年处理决定数量", "本年度处理的决定数量", 1) + end,
		"a band of no table":                       begin + strings.Replace(two(own), "第二十条第（五）项", "第三十条第（五）项", 1) + end,
		"counted, one number missing":              begin + two("1\t行政许可\t6", "2\t行政处罚\t4", "\t行政强制\t0") + end,
		"counted behind":                           begin + strings.Replace(two("行政许可\t1\t6", "行政处罚\t2\t4", "行政强制\t3\t0"), "信息内容\t", "信息内容\t序号\t", 1) + end,
		"counted, but a year":                      begin + two("2023\t行政许可\t6", "2023\t行政处罚\t4", "2023\t行政强制\t0") + end,
		"a number in a sentence of the section":    begin + two(own, "以上决定 10 件，其中信用修复 3") + end,
		"prose behind the table":                   begin + two(own, "以上数据由各站所报送，时间截至年底，已经核对。") + end,
		"table four in one row":                    begin + "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n" + end,
		"table four without the sums":              begin + "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\n1\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t3\n" + end,
		"a second report behind":                   begin + two(own) + three(rowIn) + end + "松木镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n公开信息9条。\n二、主动公开政府信息情况\n",
		"the title again behind three parts":       ownTitle + "\n一、总体情况\n公开33条。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" + ownTitle + "\n四、政府信息公开行政复议、行政诉讼情况\n" + end,
	} {
		all = append(all, reading{name, "a.txt", text, outcome{}})
	}
	runReadings(t, all)
}

// TestWholePages is TestWhole for tables that are drawn: on a web page.
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
	var all []reading
	for name, text := range map[string]string{
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
	} {
		all = append(all, reading{name, "a.html", text, outcome{}})
	}
	runReadings(t, all)
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
