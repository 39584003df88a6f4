package intake

import (
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// TestKept: what stands between the titles of a report is its text, whatever
// portals begin their lines with.
func TestKept(t *testing.T) {
	all := []reading{{"but not a drawn line", "a.txt", lines(ownTitle, "—————", "一、总体情况", "公开信息33条。", "* * * * *", "公开栏2处。", "——无"), outcome{
		prose: map[model.SectionID][]string{model.Preamble: nil, model.Overview: {"公开信息33条。", "公开栏2处。", "——无"}}, said: []string{"是分隔线"}, whole: true,
	}}}
	between := func(all ...string) string {
		return lines(append(append([]string{ownTitle, "一、总体情况"}, all...), "五、存在的主要问题及改进情况", "人手不足。", "六、其他需要报告的事项", "没有。")...)
	}
	overview := func(all ...string) outcome {
		return outcome{prose: map[model.SectionID][]string{model.Overview: all}, silent: []string{"略去"}, whole: true}
	}
	html := func(inner string) string {
		return `<html><body><p>` + ownTitle + `</p><p>一、总体情况</p>` + inner + `<p>六、其他需要报告的事项</p><p>没有。</p></body></html>`
	}
	for name, text := range map[string][]string{
		"list of items":           {"公开信息33条，其中：", "主办会议纪要2份；", "来源于村级上报的11条；", "访问群众家庭20户"},
		"words of a toolbar":      {"打印宣传手册500册", "分享典型做法3篇", "收藏档案12卷"},
		"words of a foot":         {"完善无障碍浏览、ICP备案和公网安备信息", "版权所有人登记1件"},
		"words of a head":         {"首页设置公开专栏1个", "当前位置醒目处张贴目录", "信息类别分为6类"},
		"words of particulars":    {"发布机构职能12项", "公开方式有5种：", "文号规范统一"},
		"words of links":          {"返回群众意见6条", "相关链接失效3处已修复", "联系我们的群众增多"},
		"brackets":                {"【机关公开】公开信息20条", "[村级公开] 公开信息13条"},
		"bars":                    {"网站 | 微信 | 公开栏三种渠道同步公开"},
		"with sentences and none": {"附件式公开目录已更新。", "手机端访问方便"},
	} {
		want := overview(text...)
		if name == "bars" {
			want.prose[model.Overview] = []string{"网站 微信 公开栏三种渠道同步公开"}
		}
		all = append(all, reading{name, "a.txt", between(text...), want})
	}
	all = append(all,
		reading{"elements with names of the site", "a.html", html(`<div class="content-nav"><p>公开信息33条。</p></div><div id="share-box"><p>公开栏2处。</p></div>`), overview("公开信息33条。", "公开栏2处。")},
		reading{
			"a title in such an element", "a.html", strings.Replace(html("<p>公开信息33条。</p>"), "<p>六、其他需要报告的事项</p><p>没有。</p>", `<div class="foot"><p>六、其他需要报告的事项</p><p>没有收费。</p></div>`, 1),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}, model.Other: {"没有收费。"}}},
		},
		reading{"not: a bar of links between", "a.html", html(`<p>公开信息33条。</p><div class="share">分享到：微信 微博</div>`), outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}}, said: []string{"“分享到：微信 微博”：像是网站的文字"}}},
		reading{
			"not: the site below", "a.txt", between("公开信息33条。") + lines("打印本页 关闭窗口", "上一篇：关于放假的通知", "版权所有：某某县人民政府"),
			outcome{prose: map[model.SectionID][]string{model.Other: {"没有。"}}, said: []string{"打印本页", "上一篇", "版权所有"}, whole: true},
		},
		reading{
			"not: numbers of pages", "a.txt", between("公开信息33条。", "- 2 -", "第 3 页 共 7 页", "村务公开9条。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", "村务公开9条。"}}, said: []string{"“- 2 -”：是页码"}, whole: true},
		},
		reading{
			"text below the signature", "a.txt", between("公开信息33条。") + lines(ownUnit, "2024年1月9日", "附表说明：数据由各村上报。"),
			outcome{signer: ownUnit, date: "2024-01-09", said: []string{"附表说明"}},
		},
	)
	runReadings(t, all)
}

// TestBehindTitle: what stands behind a title on its line is text of the part.
func TestBehindTitle(t *testing.T) {
	var all []reading
	for _, c := range []struct {
		name, line string
		other      []string
	}{
		{"colon", "六、其他需要报告的事项：无", []string{"无"}},
		{"narrow colon", "六、其他需要报告的事项: 没有其他事项。", []string{"没有其他事项。"}},
		{"stop", "六、其他需要报告的事项。未收取信息处理费。", []string{"未收取信息处理费。"}},
		{"blank", "六、其他需要报告的事项 无其他事项。", []string{"无其他事项。"}},
		{"wide blanks", "六、其他需要报告的事项　　本年未收费。", []string{"本年未收费。"}},
		{"nothing between", "六、其他需要报告的事项没有其他需要说明的事。", []string{"没有其他需要说明的事。"}},
		{"nothing between, one word", "六、其他需要报告的事项无", []string{"无"}},
		{"nothing between, left out", "六、其他需要报告的事项略", []string{"略"}},
		{"slip in the title", "六、其它需要报告的事项：无。", []string{"无。"}},
		{"a long paragraph", "六、其他需要报告的事项：" + strings.Repeat("按照规定执行，", 12) + "没有收费。", []string{strings.Repeat("按照规定执行，", 12) + "没有收费。"}},
		{"nothing but a mark", "六、其他需要报告的事项：", nil},
	} {
		all = append(all, reading{
			c.name, "a.txt", lines(ownTitle, "五、存在的主要问题及改进情况", "人手不足，将增加。", c.line, ownUnit, "2024年1月9日"),
			outcome{prose: map[model.SectionID][]string{model.Problems: {"人手不足，将增加。"}, model.Other: c.other}, signer: ownUnit, date: "2024-01-09", whole: true},
		})
	}
	all = append(all,
		reading{
			"first part", "a.txt", lines(ownTitle, "一、总体情况：公开信息33条。", "举办培训1次。", "六、其他需要报告的事项", "没有。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", "举办培训1次。"}}},
		},
		reading{
			"behind the title of a table", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况：本年没有变化。", "六、其他需要报告的事项", "没有。"),
			outcome{said: []string{"“本年没有变化。”"}},
		},
		reading{"unit of a table behind its title", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况（单位：件）", "六、其他需要报告的事项", "没有。"), outcome{whole: true}},
		reading{
			"empty part and signature", "a.txt", lines(ownTitle, "五、存在的主要问题及改进情况", "人手不足，将增加。", "六、其他需要报告的事项", ownUnit+"（公章）", "2024年1月9日"),
			outcome{prose: map[model.SectionID][]string{model.Other: nil}, signer: ownUnit, date: "2024-01-09"},
		},
		reading{"empty part and a date", "a.txt", lines(ownTitle, "六、其他需要报告的事项", "2024年1月9日"), outcome{prose: map[model.SectionID][]string{model.Other: nil}, date: "2024-01-09"}},
		reading{"empty part and a unit", "a.txt", lines(ownTitle, "六、其他需要报告的事项", ownUnit), outcome{prose: map[model.SectionID][]string{model.Other: nil}, signer: ownUnit}},
		reading{
			"not: a list of contents", "a.txt", lines(ownTitle, "一、总体情况；二、主动公开政府信息情况；六、其他需要报告的事项。", "一、总体情况", "公开信息33条。", "六、其他需要报告的事项", "没有。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}, model.Other: {"没有。"}}},
		},
	)
	runReadings(t, all)
}

// TestTitles: the ways a report is called.
func TestTitles(t *testing.T) {
	const own = "standard"
	var all []reading
	for _, c := range []struct{ title, kept string }{
		{"白杨乡人民政府2023年政府信息公开工作年度报告", own},
		{"白杨乡人民政府政府信息公开工作年度报告（2023年）", ""},
		{"白杨乡人民政府政府信息公开工作年度报告（二〇二三年度）", ""},
		{"白杨乡人民政府（2023年度）政府信息公开工作年度报告", ""},
		{"白杨乡人民政府2023年政府信息公开工作年度报告（全文）", ""},
		{"白杨乡人民政府2023年政府信息公开工作年度报告【网络版】", ""},
		{"关于白杨乡人民政府2023年政府信息公开工作年度报告的公告", own},
		{"白杨乡人民政府关于发布2023年政府信息公开工作年度报告的通告", own},
		{"关于公布《白杨乡人民政府2023年政府信息公开工作年度报告》的通知", own},
		{"《白杨乡人民政府2023年政府信息公开工作年度报告》", own},
		{"附件：白杨乡人民政府2023年政府信息公开工作年度报告", own},
		{"附件1 白杨乡人民政府2023年政府信息公开工作年度报告", own},
		{"白杨乡人民政府二○二三年政府信息公开工作年度报告", ""},
		{"白杨乡人民政府二o二三年政府信息公开工作年度报告", ""},
		{"白杨乡人民政府二〇二三年度政府信息公开工作年报", ""},
		{"白杨乡人民政府关于2023年政府信息公开工作情况的报告", ""},
		{"白杨乡人民政府 2023 年 政府信息公开 工作年度报告", own},
		{"２０２３年白杨乡人民政府政府信息公开工作年度报告", ""},
		{"白杨乡人民政府——2023年政府信息公开工作年度报告", own},
		{"★白杨乡人民政府2023年政府信息公开工作年度报告★", own},
		{"【年报】白杨乡人民政府2023年政府信息公开工作年度报告", own},
		{"1.白杨乡人民政府2023年政府信息公开工作年度报告", own},
		{"白杨乡人民政府2023年政府信息公开工作年度报告.docx", own},
		{"白杨乡人民政府2023年政府信息公开工作年度报告 - 某某县人民政府门户网站", own},
		{"白杨乡人民政府2023年政府信息公开工作年度报告_年报_某某县人民政府", own},
		{"2023政府信息公开工作年度报告（白杨乡人民政府）", ""},
		{"2023年政府信息公开工作年度报告（白杨乡人民政府）", own},
		{"白杨乡人民政府政府信息公开2023年度报告", ""},
		{"【2023年度】白杨乡人民政府政府信息公开工作年度报告", ""},
		{"[2023年]白杨乡人民政府政府信息公开工作年度报告", ""},
	} {
		all = append(all, reading{
			c.title, "a.txt", lines(c.title, ownStart, "一、总体情况", "公开信息33条。"),
			outcome{agency: ownUnit, title: c.kept, prose: map[model.SectionID][]string{model.Preamble: {ownStart}}},
		})
	}
	under := func(all ...string) string {
		return lines(append(all, ownStart, "一、总体情况", "公开信息33条。", "六、其他需要报告的事项", "没有。", "白杨乡人民政府", "2024年1月9日")...)
	}
	preamble := map[model.SectionID][]string{model.Preamble: {ownStart}}
	all = append(all,
		reading{"year on a line below", "a.txt", under("白杨乡人民政府政府信息公开工作年度报告", "（2023年度）"), outcome{agency: ownUnit, prose: preamble}},
		reading{"under the name of the site", "a.txt", under("某某县人民政府门户网站", ownTitle), outcome{agency: ownUnit, title: own, prose: preamble}},
		reading{"torn in the middle", "a.txt", under("白杨乡人民政府2023年政府信息公开", "工作年度报告"), outcome{agency: ownUnit, title: own, prose: preamble}},
		reading{"torn in three", "a.txt", under("白杨乡人民政府2023年", "政府信息公开工作", "年度报告"), outcome{agency: ownUnit, title: own, prose: preamble, whole: true}},
		reading{"torn in the unit", "a.txt", under("某某市白杨乡", "人民政府2023年政府信息公开工作年度报告"), outcome{agency: "某某市白杨乡人民政府", title: "standard", prose: preamble, whole: true}},
		reading{"torn in the place", "a.txt", under("某某县白杨", "乡人民政府2023年政府信息公开", "工作年度报告"), outcome{agency: "某某县白杨乡人民政府", title: "standard", prose: preamble, whole: true}},
		reading{"torn in a word", "a.txt", under("白杨乡人民", "政府2023年政府信息公开工作年度报告"), outcome{agency: ownUnit, title: own, prose: preamble, whole: true}},
		reading{"torn where only its signature tells", "a.txt", lines("白杨乡", "便民服务中心2023年政府信息公开工作年度报告", ownStart, "六、其他需要报告的事项", "没有。", "白杨乡便民服务中心"), outcome{agency: "白杨乡便民服务中心", prose: preamble, whole: true}},
		reading{"not torn: another line above a kind of unit", "a.txt", under("政务公开专栏", "人民政府2023年政府信息公开工作年度报告"), outcome{agency: "人民政府", prose: preamble}},
		reading{"unit below", "a.txt", lines("2023年政府信息公开工作年度报告", ownUnit, ownStart, "一、总体情况", "公开信息33条。"), outcome{agency: ownUnit, title: "standard", prose: preamble, whole: true}},
		reading{"unit below in brackets", "a.txt", lines("2023年政府信息公开工作年度报告", "（白杨乡人民政府）", ownStart, "一、总体情况", "公开信息33条。"), outcome{agency: ownUnit, title: "standard", prose: preamble, whole: true}},
		reading{"unit by the signature", "a.txt", under("2023年政府信息公开工作年度报告"), outcome{agency: ownUnit, prose: preamble, said: []string{"标题里没有单位"}}},
		reading{
			"year by the period", "a.txt", lines("白杨乡人民政府政府信息公开工作年度报告", ownStart, "一、总体情况", "2022年公开信息30条，2022年培训1次，2023年公开33条。"),
			outcome{agency: ownUnit, prose: preamble, said: []string{"从正文看是 2023 年"}},
		},
		reading{
			"year by the text", "a.txt", lines("白杨乡人民政府政府信息公开工作年度报告", "一、总体情况", "2022年公开信息30条，2023年公开33条，2023年培训1次。"),
			outcome{agency: ownUnit, said: []string{"从正文看是 2023 年"}},
		},
		reading{
			"year before that of the signature", "a.txt", lines("白杨乡人民政府政府信息公开工作年度报告", "根据条例编制。", "一、总体情况", "公开信息33条，2024年将公开更多，2024年将培训。", "六、其他需要报告的事项", "没有。", ownUnit, "2024年1月9日"),
			outcome{agency: ownUnit, said: []string{"从正文看是 2023 年"}},
		},
		reading{"neither unit nor year", "a.txt", under("政府信息公开工作年度报告"), outcome{agency: ownUnit, title: "政府信息公开工作年度报告", prose: preamble, whole: true}},
		reading{"neither, but what the file says", "a.html", `<title>` + ownTitle + `</title><h1>政府信息公开年报</h1><p>` + ownStart + `</p><p>一、总体情况</p><p>公开信息33条。</p>`, outcome{agency: ownUnit, title: own, prose: preamble}},
		reading{"unit by the page", "a.txt", lines("2023年政府信息公开工作年度报告", "发布机构：白杨乡人民政府　发布日期：2024-01-09", ownStart, "一、总体情况", "公开信息33条。"), outcome{agency: ownUnit, prose: preamble}},
		reading{"twice", "a.txt", under(ownTitle, ownTitle), outcome{agency: ownUnit, title: own, prose: preamble, whole: true}},
		reading{"twice, then in two lines", "a.txt", under(ownTitle, "浏览次数：12", ownUnit, "2023年政府信息公开工作年度报告"), outcome{agency: ownUnit, prose: preamble, whole: true}},
		reading{
			"over a page that follows", "a.txt", lines(ownTitle, ownStart, "一、总体情况", "公开信息33条。", ownTitle, "公开栏2处。", "六、其他需要报告的事项", "没有。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", "公开栏2处。"}}, whole: true},
		},
		reading{"twice with text between", "a.txt", lines(ownTitle, ownStart, ownTitle, "一、总体情况", "公开信息33条。"), outcome{prose: preamble, whole: true}},
		reading{"no title, but what the file says", "a.html", `<title>` + ownTitle + `-某某县人民政府</title><p>一、总体情况</p><p>公开信息33条。</p>`, outcome{agency: ownUnit}},
	)
	runReadings(t, all)
}

// TestTitlesOfOthers: where titles of several reports stand over the text, that of the
// report itself is found by signature, period and text, and the others are told.
func TestTitlesOfOthers(t *testing.T) {
	const county, before = "某某县人民政府2023年政府信息公开工作年度报告", "白杨乡人民政府2022年政府信息公开工作年度报告"
	doc := func(overview string, titles ...string) string {
		return lines(append(titles, ownStart, "一、总体情况", overview, "六、其他需要报告的事项", "没有。")...)
	}
	signed := func(doc string) string { return doc + lines(ownUnit, "2024年1月9日") }
	want := outcome{
		agency: ownUnit, whole: true, said: []string{"不止一份报告的标题，采用“" + ownTitle, "是另一份报告的标题"},
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"公开信息33条。"}},
	}
	named := want
	named.prose = map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"白杨乡公开信息33条。"}}
	one := outcome{agency: ownUnit, whole: true, silent: []string{"不止一份"}, prose: want.prose}
	runReadings(t, []reading{
		{"the county's above", "a.txt", doc("公开信息33条。", county, ownTitle), want},
		{"the county's below, a signature", "a.txt", signed(doc("公开信息33条。", ownTitle, county)), want},
		{"the county's below, named in the text", "a.txt", doc("白杨乡公开信息33条。", ownTitle, county), named},
		{"last year's above", "a.txt", doc("公开信息33条。", before, ownTitle), want},
		{"last year's below, the period", "a.txt", doc("公开信息33条。", ownTitle, before), want},
		{"its own on two lines", "a.txt", doc("公开信息33条。", county, ownUnit, "2023年政府信息公开工作年度报告"), want},
		{"three", "a.txt", signed(doc("公开信息33条。", county, ownTitle, before)), want},
		{"not: its own twice", "a.txt", doc("公开信息33条。", ownTitle, "白杨乡2023年政府信息公开工作年度报告"), one},
	})
}

// TestParagraphEnds: where a source has paragraphs they are the report's.
func TestParagraphEnds(t *testing.T) {
	web := func(all ...string) string {
		return `<p>` + ownTitle + `</p><p>一、总体情况</p><p>` + strings.Join(all, `</p><p>`) + `</p>`
	}
	word := func(all ...string) string {
		body := wp(ownTitle) + wp("一、总体情况")
		for _, p := range all {
			body += wp(p)
		}
		return wordFile(body, nil)
	}
	two := []string{"全乡设公开栏2处，安排专人负责日常更新和维护工作", "乡政府重视公开工作。"}
	cut := []string{"全乡设公开栏2处，安排专人负责日常更新，", "群众满意。"}
	want := func(all ...string) outcome { return outcome{prose: map[model.SectionID][]string{model.Overview: all}} }
	runReadings(t, []reading{
		{"page", "a.html", web(two...), want(two...)},
		{"Word", "a.docx", word(two...), want(two...)},
		{"long without a mark", "a.html", web("公开栏、网站、微信公众号和村级公开栏等多种渠道同步公开各类信息合计33条", "群众满意。"), want("公开栏、网站、微信公众号和村级公开栏等多种渠道同步公开各类信息合计33条", "群众满意。")},
		{"figure at the end", "a.docx", word("全年公开信息，其中网站公开信息条数为33", "群众满意。"), want("全年公开信息，其中网站公开信息条数为33", "群众满意。")},
		{"three", "a.html", web("一是学习文件，统一认识", "二是健全制度，明确分工", "三是加强检查。"), want("一是学习文件，统一认识", "二是健全制度，明确分工", "三是加强检查。")},
		{"not: a mark in the middle of a sentence", "a.html", web(cut...), want(cut[0] + cut[1])},
		{"not: text, where lines are cut", "a.txt", lines(ownTitle, "一、总体情况", two[0], "公开信息33条。"), want(two[0] + "公开信息33条。")},
	})
}

// TestParticulars: what a portal says of a document is none of its text.
func TestParticulars(t *testing.T) {
	preamble := outcome{agency: ownUnit, prose: map[model.SectionID][]string{model.Preamble: {ownStart}}, said: []string{"信息项目"}, whole: true}
	text := func(all ...string) string {
		return lines(append(append([]string{ownTitle}, all...), ownStart, "一、总体情况", "公开信息33条。")...)
	}
	web := func(inner string) string {
		return `<h1>` + ownTitle + `</h1>` + inner + `<p>` + ownStart + `</p><p>一、总体情况</p><p>公开信息33条。</p>`
	}
	runReadings(t, []reading{
		{"on one line", "a.html", web(`<p>成文日期：2024-01-09　供稿单位：白杨乡　阅读次数：9</p>`), preamble},
		{"one by one", "a.txt", text("录入时间：2024-01-09", "稿件出处：白杨乡党政办", "页面浏览量：9次"), preamble},
		{"in brackets", "a.txt", text("【发表时间】：2024-01-09 【供稿】：党政办"), preamble},
		{"rows of a table", "a.html", web(`<table><tr><td>名 称</td><td>` + "年报" + `</td></tr><tr><td>体裁</td><td>报告</td><td>效力</td><td>有效</td></tr></table>`), preamble},
		{"a table of one row", "a.html", web(`<table><tr><td>索取号</td><td>A-1</td><td>主送</td><td></td></tr></table>`), preamble},
		{"copied with tabs", "a.txt", text("公文种类：报告\t发文单位：白杨乡\t审核人员：某某"), preamble},
		{
			"not: a sentence", "a.txt", lines(ownTitle, "编制依据：《条例》第五十条，由乡政府办公室负责编制。", "一、总体情况", "公开信息33条。"),
			outcome{prose: map[model.SectionID][]string{model.Preamble: {"编制依据：《条例》第五十条，由乡政府办公室负责编制。"}}},
		},
		{
			"not: a preamble without a stop", "a.txt", lines(ownTitle, "现将2023年公开工作报告如下", "一、总体情况", "公开信息33条。"),
			outcome{prose: map[model.SectionID][]string{model.Preamble: {"现将2023年公开工作报告如下"}}},
		},
	})
}

// TestOwnTitles: parts are known by number and place when their titles are in
// other words.
func TestOwnTitles(t *testing.T) {
	table := strings.NewReplacer("</td></tr>", "\n", "</td><td>", "\t", "<tr><td>", "", "<table>", "", "</table>", "").Replace(decisions("6"))
	doc := func(one, two, five, six string) string {
		return lines(ownTitle, ownStart, one, "公开信息33条。", two) + table + lines("四、政府信息公开行政复议、行政诉讼情况", five, "人手不足，将增加。", six, "没有。")
	}
	want := outcome{
		whole: true, cells: map[model.Address]string{cellLicensing: "6"},
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"公开信息33条。"}, model.Problems: {"人手不足，将增加。"}, model.Other: {"没有。"}},
	}
	const one, two, five, six = "一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"
	runReadings(t, []reading{
		{"first", "a.txt", doc("一、概述", two, five, six), want},
		{"first, longer", "a.txt", doc("一、2023年度工作开展情况", two, five, six), want},
		{"fifth", "a.txt", doc(one, two, "五、不足之处与努力方向", six), want},
		{"fifth with a colon", "a.txt", doc(one, two, "五、困难和打算：", six), want},
		{"sixth", "a.txt", doc(one, two, five, "六、有关说明"), want},
		{"fifth and sixth", "a.txt", doc(one, two, "五、不足与打算", "六、附注"), want},
		{"second, of a table", "a.txt", doc(one, "二、公开数据", five, six), want},
		{"first, fifth and sixth", "a.txt", doc("一、全年工作", two, "五、下步措施", "六、补充说明"), want},
		{"the last in brackets", "a.txt", doc(one, two, five, "（六）其他需要报告的事项"), want},
		{"one of a table in brackets", "a.txt", doc(one, "（二）主动公开政府信息情况", five, six), want},
		{"two with figures", "a.txt", doc(one, two, "5、存在的主要问题及改进情况", "6.其他需要报告的事项"), want},
		{"all in brackets", "a.txt", doc("（一）总体情况", "（二）主动公开政府信息情况", "（五）存在的主要问题及改进情况", "（六）其他需要报告的事项"), want},
		{"all as parts", "a.txt", strings.Replace(doc("第一部分 总体情况", "第二部分 主动公开政府信息情况", "第五部分：存在的主要问题及改进情况", "第六部分 其他需要报告的事项"), "四、政府", "第四部分 政府", 1), want},
		{"all with figures", "a.txt", strings.Replace(doc("1、总体情况", "2、主动公开政府信息情况", "5、存在的主要问题及改进情况", "6、其他需要报告的事项"), "四、政府", "4、政府", 1), want},
		{
			"not: numbers that begin anew", "a.txt", lines(ownTitle, one, "一、组织领导", "成立小组。", "二、制度建设", "完善制度。", "五、存在的主要问题及改进情况", "人手不足。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"# 组织领导", "成立小组。", "# 制度建设", "完善制度。"}, model.Problems: {"人手不足。"}}},
		},
		{"not: a sub-heading that is the title", "a.txt", doc(one+"\n（一）总体情况", two, five, six+"\n（六）其他需要报告的事项"), outcome{
			cells: want.cells, prose: map[model.SectionID][]string{model.Overview: {"# 总体情况", "公开信息33条。"}, model.Other: {"（六）其他需要报告的事项", "没有。"}},
		}},
		{
			"not: sub-headings like titles", "a.txt", lines(ownTitle, one, "（一）主动公开情况", "公开信息33条。", "（二）依申请公开情况", "没有申请。", five, "人手不足。"),
			outcome{prose: map[model.SectionID][]string{model.Overview: {"# 主动公开情况", "公开信息33条。", "# 依申请公开情况", "没有申请。"}, model.Problems: {"人手不足。"}}},
		},
	})
}

// TestSignatures: dates of every common form end a report, with the unit on the
// line before or on the same.
func TestSignatures(t *testing.T) {
	want := outcome{signer: ownUnit, date: "2024-01-09", whole: true, prose: map[model.SectionID][]string{model.Other: {"没有。"}}}
	doc := func(end ...string) string {
		return lines(append([]string{ownTitle, "一、总体情况", "公开信息33条。", "六、其他需要报告的事项", "没有。"}, end...)...)
	}
	var all []reading
	for _, date := range []string{
		"2024年1月9日", "2024 年 01 月 09 日", "２０２４年１月９日", "2024年元月9日", "2024年1月9号", "二〇二四年一月九日", "二○二四年元月九日",
		"二O二四年一月九日", "二o二四年一月九日", "二零二四年一月九日", "2024.1.9", "2024.01.09", "2024-1-9", "2024/01/09", "（2024年1月9日）", "(2024.1.9)", "日期：2024年1月9日", "2024年1月9日印发",
	} {
		all = append(all, reading{date, "a.txt", doc(ownUnit, date), want})
	}
	all = append(all,
		reading{"on one line", "a.txt", doc(ownUnit + "　2024年1月9日"), want},
		reading{"on one line, in brackets", "a.txt", doc(ownUnit + "（2024年1月9日）"), want},
		reading{"sealed", "a.txt", doc(ownUnit+"（盖章）", "2024年1月9日"), want},
		reading{"below its date", "a.txt", doc("2024年1月9日", ownUnit), want},
		reading{"with what it is", "a.txt", doc("报告单位："+ownUnit, "报告日期：2024年1月9日"), want},
		reading{"without the day", "a.txt", doc(ownUnit, "2024年1月"), outcome{said: []string{"没有写到日"}, prose: want.prose}},
		reading{"not: a day in the text", "a.txt", doc("自2024年1月9日起实行新制度。"), outcome{prose: map[model.SectionID][]string{model.Other: {"没有。", "自2024年1月9日起实行新制度。"}}}},
		reading{"not: when the page was published", "a.txt", doc(ownUnit, "2024年1月9日", "发布日期：2024-01-26"), outcome{signer: ownUnit, date: "2024-01-09", prose: want.prose, said: []string{"发布日期"}}},
		reading{"not: no day of the calendar", "a.txt", doc("2024年2月30日"), outcome{prose: map[model.SectionID][]string{model.Other: {"没有。", "2024年2月30日"}}}},
	)
	runReadings(t, all)
}

// TestMarkedHeadings: where a source marks and numbers its sub-headings, they are
// these and no others; where it does not keep to that, their words say.
func TestMarkedHeadings(t *testing.T) {
	long := strings.Repeat("很长的小标题", 8) + "，有逗号：有分号；"
	for name, tt := range map[string]struct {
		inner string
		want  []string // sub-headings
	}{
		"whatever their words":          {"<h3>（一）" + long + "</h3><p>公开信息33条。</p><h3>（二）主动公开</h3>", []string{long, "主动公开"}},
		"a phrase that looks like one":  {"<h3>1、主动公开</h3><p>公开信息33条，其中：</p><p>1、政策文件</p><p>2、工作动态</p>", []string{"主动公开"}},
		"run into their text":           {"<p>（一）主动公开。公开信息33条。</p><p>（二）依申请公开。收到申请2件。</p>", []string{"主动公开", "依申请公开"}},
		"not: run in, with a comma":     {"<p>（一）主动公开，及时。公开信息33条。</p><p>（二）依申请公开，依法。收到申请2件。</p>", nil},
		"not: run in, with a number":    {"<p>（一）主动公开33条。都在网站。</p><p>（二）收到申请2件。已办结。</p>", nil},
		"not: run in behind a figure":   {"<p>1、主动公开。公开信息33条。</p><p>2、依申请公开。收到申请2件。</p>", nil},
		"not: a number is missing":      {"<h3>（一）" + long + "</h3><p>公开信息33条。</p><h3>（三）主动公开</h3>", nil},
		"not: a whole sentence":         {"<h3>（一）公开信息33条，都在网站公开。</h3><p>收到申请2件。</p>", nil},
		"not: marked without a number":  {"<h3>主动公开</h3><p>公开信息33条。</p><p>（一）依申请公开</p><p>收到申请2件。</p>", []string{"依申请公开"}},
		"not: some are not even marked": {"<p>（一）主动公开</p><p>公开信息33条。</p><h3>（二）依申请公开</h3><p>收到申请2件。</p>", []string{"主动公开", "依申请公开"}},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<html><body><h1>" + ownTitle + "</h1><h2>一、总体情况</h2>" + tt.inner + "<h2>六、其他需要报告的事项</h2><p>没有。</p></body></html>"
			got, err := Read("a.html", []byte(page), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, b := range got.Report.Narrative[model.Overview] {
				if b.Heading != "" {
					found = append(found, b.Heading)
				}
			}
			if !slices.Equal(found, tt.want) {
				t.Errorf("sub-headings %q, want %q", found, tt.want)
			}
		})
	}
}

// TestLongName: a name too long for a line of the title stands on two.
func TestLongName(t *testing.T) {
	rest := []string{"2023年政府信息公开工作年度报告", "一、总体情况", "公开信息33条。", "六、其他需要报告的事项", "没有。"}
	for above, want := range map[string]string{
		"新疆维吾尔自治区伊犁哈萨克自治州\n察布查尔锡伯自治县人民政府": "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府",
		"孝义市\n梧桐镇人民政府":    "梧桐镇人民政府", // the site's name, or the place
		"网站首页栏目\n梧桐镇人民政府": "梧桐镇人民政府",
	} {
		got, err := Read("a.txt", []byte(lines(append([]string{above}, rest...)...)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got.Report.Agency.Name != want {
			t.Errorf("%q reads as %q, want %q", above, got.Report.Agency.Name, want)
		}
	}
}

// TestBlankBeside: a title or a paragraph in a row of cells is one, whatever blank cells
// stand beside it; so a sheet has it.
func TestBlankBeside(t *testing.T) {
	row := func(cells ...string) string { return `<tr><td>` + strings.Join(cells, `</td><td>`) + `</td></tr>` }
	sheet := func(overview, other string) string {
		return `<table>` + row(ownTitle, "", "") + row("", overview, "") + row("", "公开信息33条。", "") + row("二、主动公开政府信息情况", "", "") + row("信息内容", "本年处理决定数量", "") +
			row("行政许可", "6", "") + row("行政处罚", "4", "") + row("行政强制", "", "") + row("", "", other) + row("没有。", "", "") + row("", ownUnit, "") + row("", "", "2024年1月9日") + `</table>`
	}
	want := outcome{
		agency: ownUnit, signer: ownUnit, date: "2024-01-09", whole: true,
		cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: ""},
		prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}, model.Other: {"没有。"}},
	}
	runReadings(t, []reading{
		{"as the form has them", "a.html", sheet("一、总体情况", "六、其他需要报告的事项"), want},
		{"in words of its own", "a.html", sheet("一、全年工作", "六、其他需要报告的事项"), want},
	})
}
