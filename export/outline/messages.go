package outline

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/slips"
)

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

// Of the collecting slips (收数单).
const (
	slipTitle    = "年政府信息公开年报收数单"
	slipFor      = "填报单位："
	slipOfficial = "表上的名称"
	slipEveryday = "通俗的说法"
	slipNotAsked = "不填"

	overviewTitle = "年政府信息公开年报收数总表"
	overviewNote  = "（经办人自己留着，不用发出去）"
	overviewName  = "收数总表"
	nothingAsked  = "还没有定报哪些，没有印单子"
)

func slipFoot(year int, name string) string { return strconv.Itoa(year) + "年度收数单　" + name }

// slipHow tells a giver what to do: until when, to whom, how to write it.
func slipHow(r *model.Report, due, phone string) string {
	if due = model.DateInWords(due); due != "" {
		due = "于" + due + "前"
	}
	if phone != "" {
		phone = "（电话：" + phone + "）"
	}
	return fmt.Sprintf("请照下面各行填写%d年1月1日至12月31日的数，%s交回%s经办人%s。没有发生的写0，不要空着，也不要写“/”“无”；不知道的空着，交回时说明。",
		r.Year, due, r.Agency.Name, phone)
}

// blanksOfClerk are what the clerk writes on a slip: before it goes out the day and the
// telephone, where they are not printed, and when it came back.
func blanksOfClerk(due, phone bool) []string {
	var all []string
	if due {
		all = append(all, "应交日期：")
	}
	if phone {
		all = append(all, "收数电话：")
	}
	return append(all, "收到日期：")
}

// overviewCount says how many there are, and who has not answered.
func overviewCount(l slips.List, e *model.Edition) string {
	waiting := l.Waiting(e)
	if len(waiting) == 0 {
		return fmt.Sprintf("共%d家，都交了。", len(l.Givers))
	}
	const most = 8 // names; the table has them all
	if len(waiting) > most {
		return fmt.Sprintf("共%d家，还有%d家没有交，见表里“交回”一栏。", len(l.Givers), len(waiting))
	}
	var names []string
	for _, g := range waiting {
		names = append(names, g.Name)
	}
	return fmt.Sprintf("共%d家，还有%d家没有交：%s。", len(l.Givers), len(waiting), strings.Join(names, "、"))
}

// unassigned names the rows that nobody is asked for.
func unassigned(rows []slips.Line) string {
	var names []string
	for i, l := range rows {
		if i == mostListed {
			names[i-1] += "等"
			break
		}
		names = append(names, "“"+l.Labels[len(l.Labels)-1]+"”")
	}
	return fmt.Sprintf("还有%d行没有定由谁报：%s。", len(rows), strings.Join(names, "、"))
}

const mostListed = 6

func rowsOfTable(table string, rows int) string { return fmt.Sprintf("%s：%d行", table, rows) }

// overviewHeads are the columns of the overview.
func overviewHeads() []string {
	return []string{"序号", "由谁报", "报哪些", "应交回日期", "交回"}
}

// returned says, line by line, whether a slip came back and what it leaves open.
func returned(g slips.Giver, e *model.Edition) []string {
	switch {
	case len(slips.Ask(e, g.Rows)) == 0:
		return []string{"—"}
	case !g.Answered():
		return []string{"未交"}
	}
	lines := []string{cmp.Or(model.DateInWords(g.Back), "已报")}
	if n := len(g.Blank(e)); n > 0 {
		lines = append(lines, fmt.Sprintf("缺%d格", n))
	}
	return lines
}
