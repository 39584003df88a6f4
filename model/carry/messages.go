package carry

import (
	"fmt"
	"strings"

	"nianbao/model"
)

// Wording of everything this package says to the user.

const (
	errorOrder  = "不能从 %[2]d 年度的报告新建 %[1]d 年度的，请选更早年度的报告。"
	listMore    = "……"
	clauseYears = "，%s 处年份改成了本年的"
	clauseTied  = "，%s 处件数连到了表里"
)

// Kind sorts the lines of an account.
type Kind int

// The kinds, in the order of an account.
const (
	Rethink Kind = iota // 要重新想的
	Came                // 带来的
	Left                // 没有带来的
)

// Name is what stands over the lines of a kind.
func (k Kind) Name() string {
	return map[Kind]string{Rethink: "要重新想的", Came: "带来了", Left: "没有带来"}[k]
}

// Kinds lists the kinds in their order.
func Kinds() []Kind { return []Kind{Rethink, Came, Left} }

// The codes of the lines. They are written into report files: they never change.
const (
	codeAgency    = "agency"
	codeUnnamed   = "unnamed"
	codeTitle     = "title"
	codeSignature = "signature"
	codeProse     = "prose"
	codeSource    = "source"
	codeIn        = "carried-in"
	codePrevious  = "previous"
	codeSlips     = "slips"

	codePending   = "pending"
	codeBase      = "base"
	codeNear      = "near"
	codeUndecided = "undecided"
	codeReworded  = "reworded"
	codeDate      = "date"
	codeRenamed   = "renamed"
	codeUnasked   = "unasked"
	codeUnread    = "unread"

	codeNoTitle = "no-title"
	codeGone    = "gone"
	codeGap     = "gap"
	codeBlank   = "blank"
	codeAnswers = "answers"
	codeNoSlips = "no-slips"
)

// wording is what the lines say, and how many values that takes.
var wording = map[string]struct {
	kind   Kind
	values int
	text   string
}{
	codeAgency:    {Came, 1, "%s的全称、简称、单位类型和小标题序号。"},
	codeUnnamed:   {Came, 0, "单位类型和小标题序号；上年没有写单位全称，请在基本信息里填。"},
	codeTitle:     {Came, 1, "标题：%s。"},
	codeSignature: {Came, 1, "落款机关：%s。"},
	codeProse:     {Came, 4, "%s：文字 %s 段%s%s。"},
	codeSource:    {Came, 2, "%s：所依据的格式改成了%s。"},
	codeIn:        {Came, 2, "表三“上年结转”：照上年“结转下年度继续办理”填了 %s 格，合计 %s 件。"},
	codePrevious:  {Came, 1, "表二“上一年项目数量”：照上年的数和增减填了 %s 格。"},

	codeSlips: {Came, 1, "收数单：%s 家的名单和各家要报的行；应交回日期重新定。"},

	codePending:   {Rethink, 3, "%s：%s 处标了【待核】，请逐处换成本年的：%s。"},
	codeBase:      {Rethink, 2, "%s：先填了上年的 %s，请按本年制发、废止的件数改。"},
	codeNear:      {Rethink, 3, "%s：没有填。上年“%s”是 %s，口径不同，请重新清点。"},
	codeUndecided: {Rethink, 2, "表四“%s”：上年有 %s 件尚未审结，应计入本年。"},
	codeUnread:    {Rethink, 2, "%s：上年写的是“%s”，不是数字，接不上，请核对以后自己填。"},
	codeReworded:  {Rethink, 2, "“%s”一行在新格式里是“%s”，填的时候请看清。"},
	codeDate:      {Rethink, 0, "成文日期：没有带来，请填本年报告的。"},
	codeRenamed:   {Rethink, 2, "单位由“%s”改成“%s”，请核对简称和正文里的旧名称。"},

	codeUnasked: {Rethink, 1, "收数单：新格式里有 %s 行还没有定由谁报。"},

	codeNoTitle: {Left, 1, "标题“%s”，改用标准标题。"},
	codeGone:    {Left, 4, "%s“%s”：%s格式里没有这一行，上年填的是：%s。"},
	codeGap:     {Left, 1, "“上年结转”“现行有效”：%s 年度不是上一年度，接不上，请自己填。"},
	codeBlank:   {Left, 1, "其余的数都不带，%s 格留作未填。"},
	codeAnswers: {Left, 1, "上年“已核”的 %s 条，本年重新核对。"},
	codeNoSlips: {Left, 0, "收数单的名单：读不出来，仍留在上年的报告里。"},
}

// KindOf is the kind of a line.
func KindOf(i model.CarriedItem) Kind { return wording[i.Code].kind }

// Message is a line of the account in one Chinese sentence; empty for one that
// this program did not write.
func Message(i model.CarriedItem) string {
	w, known := wording[i.Code]
	if !known || w.values != len(i.Values) {
		return ""
	}
	values := make([]any, len(i.Values))
	for n, v := range i.Values {
		values[n] = v
	}
	if i.Code == codeProse {
		values[2], values[3] = counted(i.Values[2], clauseYears), counted(i.Values[3], clauseTied)
	}
	return fmt.Sprintf(w.text, values...)
}

// counted says how many there are, and nothing where there is none.
func counted(n, clause string) string {
	if n == "0" {
		return ""
	}
	return fmt.Sprintf(clause, n)
}

// mostListed is how many marks a line of the account lists.
const mostListed = 12

// listed lists what was marked, a few at most.
func listed(pending []string) string {
	text := strings.Join(pending[:min(len(pending), mostListed)], "、")
	if len(pending) > mostListed {
		text += listMore
	}
	return text
}
