package intake

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"nianbao/model"
)

// TestMoved: parts in another order are read, with their numbers or others, and told.
func TestMoved(t *testing.T) {
	const problems, other = "存在的主要问题及改进情况", "其他需要报告的事项"
	doc := func(ends ...string) string {
		return lines(append([]string{ownTitle, "一、总体情况", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "行政强制\t0"}, ends...)...)
	}
	want := outcome{
		signer: ownUnit, date: "2024-01-09", whole: true, cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"},
		prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}, model.Problems: {"人手不足。"}, model.Other: {"没有。"}},
	}
	runReadings(t, []reading{
		{"with their numbers", "a.txt", doc("六、"+other, "没有。", "五、"+problems, "人手不足。", ownUnit, "2024年1月9日"), want},
		{"without numbers", "a.txt", doc(other, "没有。", problems, "人手不足。", ownUnit, "2024年1月9日"), want},
		{"one without its number", "a.txt", doc("六、"+other, "没有。", problems, "人手不足。", ownUnit, "2024年1月9日"), want},
		{"one in brackets", "a.txt", doc("六、"+other, "没有。", "（五）"+problems, "人手不足。", ownUnit, "2024年1月9日"), want},
		{"the tables behind the signature", "a.txt", lines(ownTitle, "一、总体情况", "公开信息33条。", "五、"+problems, "人手不足。", "六、"+other, "没有。", ownUnit, "2024年1月9日", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "行政强制\t0"), want},
		{"numbered on", "a.txt", doc("五、"+other, "没有。", "六、"+problems, "人手不足。", ownUnit, "2024年1月9日"), want},
	})
}

// TestTornTitles: the title of a part lies in as many lines as there are, its number on one
// of its own or not.
func TestTornTitles(t *testing.T) {
	doc := func(second string, third ...string) string {
		return lines(append([]string{ownTitle, "一、总体情况", "公开信息33条。", second, "行政许可\t6", "行政处罚\t4", "行政强制\t0"}, append(third, "人手不足。", "六、其他需要报告的事项", "没有。")...)...)
	}
	want := outcome{
		whole: true, silent: []string{"S03"}, cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4"},
		prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}, model.Problems: {"人手不足。"}, model.Other: {"没有。"}},
	}
	const second, third = "二、主动公开政府信息情况", "五、存在的主要问题及改进情况"
	runReadings(t, []reading{
		{"in two", "a.txt", doc("二、主动公开\n政府信息情况", third), want},
		{"in three", "a.txt", doc("二、主动公开\n政府信息\n情况", "五、存在的", "主要问题及", "改进情况"), want},
		{"its number on a line of its own", "a.txt", doc("二、\n主动公开政府信息情况", third), want},
		{"and the rest in two", "a.txt", doc("二、\n主动公开政府\n信息情况", "五、", "存在的主要问题", "及改进情况"), want},
		{"and in three", "a.txt", doc("二、\n主动公开\n政府信息\n情况", third), want},
		{"not: a sentence behind what is like it", "a.txt", doc(second, "五、存在的主要问题", "改进情况较好。"), outcome{
			prose: map[model.SectionID][]string{model.Problems: {"改进情况较好。", "人手不足。"}},
		}},
	})
}

// TestContents: a list of contents is none of the text, wherever it stands, and told.
func TestContents(t *testing.T) {
	titles := func(page func(i int, title string) string) string {
		var all []string
		for i, title := range []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"} {
			all = append(all, page(i+1, title))
		}
		return strings.Join(all, "\n")
	}
	dotted := titles(func(i int, title string) string { return fmt.Sprintf("%s……%d", title, i) })
	text := []string{"一、总体情况", "（一）主动公开", "公开信息33条。", "二、主动公开政府信息情况", "行政许可\t6", "行政处罚\t4", "行政强制\t0", "六、其他需要报告的事项", "没有。"}
	doc := func(before ...string) string { return lines(append(before, text...)...) }
	want := outcome{
		agency: ownUnit, whole: true, cells: map[model.Address]string{cellLicensing: "6"}, said: []string{"是目录"},
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"# 主动公开", "公开信息33条。"}, model.Problems: nil, model.Other: {"没有。"}},
	}
	blank, none := want, want
	blank.prose = maps.Clone(want.prose)
	blank.prose[model.Preamble] = nil
	none.prose = map[model.SectionID][]string{model.Overview: nil, model.Problems: nil, model.Other: {"没有。"}}
	none.cells, none.said, none.silent = nil, nil, []string{"目录"}
	runReadings(t, []reading{
		{"behind the title", "a.txt", doc(ownTitle, "目　录", dotted, ownStart), want},
		{"before the title", "a.txt", doc("目录", dotted, ownTitle, ownStart), want},
		{"without its name or pages", "a.txt", doc(ownTitle, ownStart, titles(func(_ int, title string) string { return title })), want},
		{"set apart by blanks", "a.txt", doc(ownTitle, titles(func(i int, title string) string { return fmt.Sprintf("%s    %d", title, i) })), blank},
		{"with sub-headings", "a.txt", doc(ownTitle, "目录", strings.Replace(dotted, "\n", "\n（一）主动公开……1\n（二）监督……2\n", 1)+"\n（一）收费……7", ownStart), want},
		{"not: titles over tables that are pictures", "a.txt", lines(ownTitle, titles(func(_ int, title string) string { return title }), "没有。"), none},
	})
}

// TestAnother: of two reports in a document the first is read, and each line of the
// other told; a title over every page begins none.
func TestAnother(t *testing.T) {
	report := func(title, overview, value string) []string {
		return []string{
			title, "一、总体情况", overview, "二、主动公开政府信息情况", "行政许可\t" + value, "行政处罚\t4", "行政强制\t0", "五、存在的主要问题及改进情况", "人手不足。",
			"六、其他需要报告的事项", "没有。",
		}
	}
	other := strings.Replace(ownTitle, "白杨乡", "青石镇", 1)
	first := report(ownTitle, "公开信息33条。", "6")
	want := outcome{
		agency: ownUnit, cells: map[model.Address]string{cellLicensing: "6"}, said: []string{"不止一份报告", "公开信息78条。"},
		prose: map[model.SectionID][]string{model.Preamble: nil, model.Overview: {"公开信息33条。"}, model.Problems: {"人手不足。"}, model.Other: {"没有。"}},
	}
	one := want
	one.said, one.silent, one.whole = nil, []string{"不止一份"}, true
	runReadings(t, []reading{
		{"of two units", "a.txt", lines(append(first, report(other, "公开信息78条。", "9")...)...), want},
		{"of two years, a part too few", "a.txt", lines(append(first, report(strings.Replace(ownTitle, "2023", "2022", 1), "公开信息78条。", "9")[:7]...)...), want},
		{"the other without a title", "a.txt", lines(append(first, report("附：2022年年度报告", "公开信息78条。", "9")...)...), want},
		{"the other under a date", "a.txt", lines(append(first, append([]string{ownUnit, "2024年1月9日"}, report("上一年的情况如下。", "公开信息78条。", "9")...)...)...), want},
		{"the other with nothing above it", "a.txt", lines(append(first, report("上一年的情况如下。", "公开信息78条。", "9")[1:]...)...), want},
		{"the other attached", "a.txt", lines(append(first, report("附："+strings.Replace(ownTitle, "2023", "2022", 1), "公开信息78条。", "9")...)...), want},
		{"the other marked as older", "a.txt", lines(append(first, report("【往年】"+strings.Replace(ownTitle, "2023", "2022", 1), "公开信息78条。", "9")...)...), want},
		{"not: a title over each page", "a.txt", lines(append(append(append([]string{}, first[:7]...), ownTitle), first[7:]...)...), one},
	})
}

// TestTitleAgain: where the title of a table stands again over another table, the report's
// own is found as within one part, and nothing of either is prose.
func TestTitleAgain(t *testing.T) {
	text := func(tables ...string) string {
		return lines(ownTitle, "一、总体情况", "公开信息33条。") + strings.Join(tables, "") + lines("五、存在的主要问题及改进情况", "人手不足。", "六、其他需要报告的事项", "没有。")
	}
	const title = "二、主动公开政府信息情况"
	own, old := two("行政许可\t6", "行政处罚\t4", "行政强制\t0"), two("行政许可\t9", "行政处罚\t8", "行政强制\t7")
	html := func(tables ...string) string {
		return strings.Replace(page("", ""), "<p>"+title+"</p>", strings.Join(tables, ""), 1)
	}
	const over = "<p>" + title + "</p>"
	want := func(said ...string) outcome {
		return outcome{
			cells: map[model.Address]string{cellLicensing: "6", cellPenalties: "4", cellEnforcement: "0"}, said: said,
			prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。"}},
		}
	}
	whole := want()
	whole.whole = true
	runReadings(t, []reading{
		{"last year's below", "a.txt", text(own, "附：2022年情况\n", old), want("“附：2022年情况”", "“行政许可 9”", "采用的是从第 7 行起")},
		{"last year's above", "a.txt", text(old, "2023年情况\n", own), want("“行政许可 9”", "采用的是从第 14 行起")},
		{"last year's below, on a page", "a.html", html(over+decisions("6"), "<p>附：2022年情况</p>", over+decisions("9")), want("“行政许可 9”")},
		{"neither says which", "a.txt", text(own, old), outcome{
			cells: map[model.Address]string{cellLicensing: ""}, said: []string{"“行政许可 6”", "“行政许可 9”", "分不清哪一张"}, prose: whole.prose,
		}},
		{"cut by the end of a page", "a.txt", text(two("行政许可\t6", "行政处罚\t4"), title+"\n", "行政强制\t0\n"), whole},
		{"cut, the first title without its number", "a.txt", text(strings.TrimPrefix(two("行政许可\t6", "行政处罚\t4"), "二、"), title+"\n", "行政强制\t0\n"), whole},
		{"cut, and said to go on", "a.txt", text(two("行政许可\t6", "行政处罚\t4"), title+"（续）\n", "行政强制\t0\n"), whole},
		{"cut, on a page", "a.html", html(over + strings.Replace(decisions("6"), "<tr><td>行政强制</td>", "</table>"+over+"<table><tr><td>行政强制</td>", 1)), whole},
		{"not: named in the text", "a.txt", text("详见“"+title+"”\n", own), outcome{cells: whole.cells, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", "详见“" + title + "”"}}, whole: true}},
		{"not: a sentence that begins so", "a.txt", text(title+"较好，比上年有提高。\n", own), outcome{cells: whole.cells, prose: map[model.SectionID][]string{model.Overview: {"公开信息33条。", title + "较好，比上年有提高。"}}, whole: true}},
	})
}

// TestProseAgain: text below a title that stands again is text of its part, not of the
// part before it.
func TestProseAgain(t *testing.T) {
	const one, five, six = "一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"
	doc := func(all ...string) string { return lines(append([]string{ownTitle, ownStart}, all...)...) }
	want := outcome{
		whole: true, said: []string{"又有一处"}, signer: ownUnit, date: "2024-01-09",
		prose: map[model.SectionID][]string{model.Preamble: {ownStart}, model.Overview: {"公开信息33条。", "培训1次。"}, model.Problems: {"人手不足。", "将增加人手。"}, model.Other: {"没有。", "没有收费。"}},
	}
	once := want
	once.said, once.silent = nil, []string{"又有一处"}
	signed := []string{ownUnit, "2024年1月9日"}
	with := func(all ...string) string { return doc(append(all, signed...)...) }
	runReadings(t, []reading{
		{"once", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six, "没有。", "没有收费。"), once},
		{"each twice", "a.txt", with(one, "公开信息33条。", one, "培训1次。", five, "人手不足。", five, "将增加人手。", six, "没有。", six, "没有收费。"), want},
		{"three times", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", five, "将增加人手。", five, six, "没有。", "没有收费。"), want},
		{"the last, before its text", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six, six, "没有。", "没有收费。"), outcome{prose: map[model.SectionID][]string{model.Other: want.prose[model.Other]}}},
		{"numbers on lines of their own", "a.txt", with("一、", one[len("一、"):], "公开信息33条。", "培训1次。", "五、", five[len("五、"):], "人手不足。", "将增加人手。", "六、", six[len("六、"):], "没有。", "没有收费。"), once},
		{"not: a number and a sentence", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "六、", "将增加人手。", six, "没有。", "没有收费。"), outcome{prose: map[model.SectionID][]string{model.Problems: {"人手不足。", "六、", "将增加人手。"}}}},
		{"a table between", "a.txt", with(one, "公开信息33条。", two("行政许可\t6"), five, "人手不足。", five, "将增加人手。", six, "没有。", "没有收费。"), outcome{prose: map[model.SectionID][]string{model.Problems: want.prose[model.Problems]}, cells: map[model.Address]string{cellLicensing: "6"}}},
		{"not: its words in a sentence", "a.txt", with(one, "公开信息33条。", "培训1次。", five+"分析不够。", five, "人手不足。", "将增加人手。", six, "没有。", "没有收费。"), outcome{silent: once.silent}},
		{"not: below the next title", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six, five, "没有。", "没有收费。"), outcome{said: []string{"像一个部分的标题，却在“六、其他需要报告的事项”里"}, silent: once.silent}},
		{"not: below the next title, without its number", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six, five[len("五、"):], "没有。", "没有收费。"), outcome{said: []string{"像一个部分的标题"}, silent: once.silent}},
		{"not: another number", "a.txt", with(one, "公开信息33条。", "（五）存在的主要问题及改进情况", "培训1次。", five, "人手不足。", "将增加人手。", six, "没有。", "没有收费。"), outcome{silent: once.silent}},
		{"not: a list of contents", "a.txt", with(one, "二、主动公开政府信息情况", five, six, one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six, "没有。", "没有收费。"), once},
		{"text behind the first", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", "将增加人手。", six+"：没有。", six, "没有收费。"), want},
		{"text behind the second", "a.txt", with(one, "公开信息33条。", "培训1次。", five, "人手不足。", five+"：将增加人手。", six, "没有。", "没有收费。"), outcome{prose: map[model.SectionID][]string{model.Problems: {"人手不足。", five + "：将增加人手。"}}}},
	})
}

// TestTableInText: a table in a part of text becomes lines of text, and that is said.
func TestTableInText(t *testing.T) {
	const said = "有一张表，文字里放不下表"
	rows := "信息内容\t本年处理决定数量\n行政许可\t9\n行政处罚\t8\n"
	doc := func(overview, problems string) string {
		return lines(ownTitle, "一、总体情况", "公开信息33条。") + overview + two("行政许可\t6", "行政处罚\t4", "行政强制\t0") + lines("五、存在的主要问题及改进情况", "人手不足。") + problems + lines("六、其他需要报告的事项", "没有。")
	}
	own := map[model.Address]string{cellLicensing: "6", cellPenalties: "4"}
	runReadings(t, []reading{
		{"the form's own", "a.txt", doc(rows, ""), outcome{said: []string{"“一、总体情况”里从第 4 行起" + said}, cells: own}},
		{"behind other text", "a.txt", doc("", "另见下表。\n"+rows), outcome{said: []string{"“五、存在的主要问题及改进情况”里从第 13 行起" + said}, cells: own}},
		{"of the unit's own", "a.txt", doc("渠道\t条数\n公开栏\t21\n微信\t12\n", ""), outcome{said: []string{said}, cells: own}},
		{"on a page", "a.html", strings.Replace(page("", decisions("6")), "<p>公开信息33条。</p>", "<p>公开信息33条。</p><table><tr><td>渠道</td><td>条数</td></tr><tr><td>公开栏</td><td>21</td></tr><tr><td>微信</td><td>12</td></tr></table>", 1), outcome{said: []string{said}, cells: own}},
		{"not: text beside text", "a.txt", doc("公开栏\t设在政府门口\n微信\t每周更新\n", ""), outcome{silent: []string{said}}},
		{"not: numbers before the text", "a.txt", doc("1.\t公开信息。\n2.\t培训。\n", ""), outcome{silent: []string{said}}},
		{"not: one row", "a.txt", doc("公开栏\t21\n", ""), outcome{silent: []string{said}}},
	})
}
