package pages

import (
	"fmt"
	"strings"

	"nianbao/model"
	"nianbao/model/slips"
)

// What the page says that collects numbers.
const (
	TextCollect       = "收数"
	textCollectAdvice = "各办、所、村报来的数在这里收：印出收数单发下去，交回来照着录，再填入报告。报告里的数不会自己变。"
	textProposedSlips = "还没有名单。下面是照通常的分工拟的，可以先用这份，再改名称、改要填的行，加上各村。"
	TextTakeProposal  = "就用这份名单"
	textAddGiver      = "添加…"
	textAllDue        = "交回期限…"
	textAllDueAdvice  = "名单上各家都改成这一天。"
	TextPrintSlips    = "打印收数单…"
	textKeyIn         = "录入"
	textEditGiver     = "修改…"
	TextRemoveGiver   = "移走"
	textGiverName     = "名称"
	textGiverHint     = "例如：财政所；几家填同样的行，用“、”隔开"
	textDue           = "交回期限"
	textDueHint       = "写成 2027年1月5日 或 2027.1.5 都可以；不定就空着"
	textRowsAdvice    = "请它填哪几行："
	textKeepGiver     = "保存"
	textNeedGiver     = "请填名称。"
	textGiverLong     = "名称太长，最多 100 个字。"
	textNoDate        = "这里请写成 2027年1月5日 或 2027.1.5 这样的日期；没有就空着。"
	TextFillIn        = "填入报告"
	textToSlip        = "去录入"
	textSlipRows      = "填什么"
	textBackOn        = "交回日期"
	textBackHint      = "写成 2027年1月4日 或 2027.1.4 都可以"
	TextToList        = "返回名单"
	textPreviousGiver = "上一家"
	textNextGiver     = "下一家"
	TextAllZero       = "空着的都写 0"
	textSlipWhole     = "这一份都填了。"
)

// textWaiting says who has not answered.
func textWaiting(all, waiting []slips.Giver) string {
	if len(waiting) == 0 {
		return fmt.Sprintf("名单上 %d 家都交了。", len(all))
	}
	var names []string
	for _, g := range waiting {
		names = append(names, g.Name)
	}
	return fmt.Sprintf("已交 %d 家，还没有交 %d 家：%s。", len(all)-len(waiting), len(waiting), strings.Join(names, "、"))
}

// textAnsweredOf counts who has answered, as shortly as can be.
func textAnsweredOf(answered, all int) string { return fmt.Sprintf("%d/%d", answered, all) }

// textGiver says what a giver is asked for, and how far it has come; late, with the day
// gone.
func textGiver(g slips.Giver, e *model.Edition, late bool) string {
	rows := 0
	for _, p := range slips.Ask(e, g.Rows) {
		rows += len(p.Lines)
	}
	text := fmt.Sprintf("%d 行", rows)
	if rows == 0 {
		text = "还没有选它填哪几行"
	}
	if g.Due != "" {
		text += "，" + dateShown(g.Due) + "前交回"
	}
	switch blank := len(g.Blank(e)); {
	case late:
		return text + "；过了期限还没有交"
	case !g.Answered():
		return text + "；还没有交"
	case blank > 0:
		text += fmt.Sprintf("；已交，还有 %d 格空着", blank)
	default:
		text += "；已交"
	}
	if g.Back != "" {
		text += "（" + dateShown(g.Back) + "）"
	}
	return text
}

func textEditGiverOf(name string) string { return "修改：" + name }

func textGiverTaken(name string) string { return "名单上已经有“" + name + "”。" }

func textRemoveGiverBody(g slips.Giver) string {
	return "“" + g.Name + "”已经交了，录进来的数会一起移走。移走以后还可以用“编辑 › 撤销”（Ctrl+Z）找回。"
}

// mostNamed is how many things of a kind a sentence names.
const mostNamed = 6

// textNamed names things, the first few of many.
func textNamed(names []string, what string) string {
	if len(names) <= mostNamed {
		return strings.Join(names, "；")
	}
	return strings.Join(names[:mostNamed], "；") + fmt.Sprintf("……一共 %d %s", len(names), what)
}

func textUnassigned(rows []slips.Line) string {
	var names []string
	for _, l := range rows {
		names = append(names, l.Labels[len(l.Labels)-1])
	}
	return "这些行还没有请谁报：" + textNamed(names, "行") + "。"
}

// textSlipPart names the table and the part of it that rows are of.
func textSlipPart(p slips.Part) string {
	if p.Band == "" {
		return p.Section.Title
	}
	return p.Section.Title + "　" + p.Band
}

func textSlipAdvice(g slips.Giver) string {
	if g.Due == "" {
		return "照交回来的单子录，回车到下一格。写的不是数也照原样录，再去问清。"
	}
	return dateShown(g.Due) + "前交回。照交回来的单子录，回车到下一格；写的不是数也照原样录，再去问清。"
}

func textSlipBlanks(n int) string {
	return fmt.Sprintf("还有 %d 格空着。空着不等于 0：没有发生的，请对方写 0。", n)
}

func textSlipRefused(e *model.Edition, a model.Address, reason string) string {
	return e.LinkName(a) + "：" + reason + "。照原样留着，问清以前不计。"
}

// textComparison says how much agrees, and how much cannot be compared yet.
func textComparison(agree, partly int) string {
	text := fmt.Sprintf("与报告对照：%d 格一致", agree)
	if partly > 0 {
		text += fmt.Sprintf("，%d 格还没有报齐", partly)
	}
	return text
}

func textAbsent(e *model.Edition, all []slips.Said) string {
	var names []string
	for _, s := range all {
		names = append(names, e.LinkName(s.Cell.Address)+" "+s.Sum)
	}
	return fmt.Sprintf("报告里还空着、收数单上有数的 %d 格：%s。", len(all), textNamed(names, "格"))
}

// textVoices says what each giver wrote, where there are several.
func textVoices(s slips.Said) string {
	var all []string
	for _, v := range s.Voices {
		all = append(all, v.Name+" "+v.Written)
	}
	return strings.Join(all, "，")
}

func textDiffers(e *model.Edition, s slips.Said) string {
	if len(s.Voices) == 1 {
		return fmt.Sprintf("%s：%s报 %s，报告里是 %s。", e.LinkName(s.Cell.Address), s.Voices[0].Name, s.Voices[0].Written, s.Report)
	}
	return fmt.Sprintf("%s：各家合计 %s（%s），报告里是 %s。", e.LinkName(s.Cell.Address), s.Sum, textVoices(s), s.Report)
}

// TextReplaceBy offers to take what the slips say.
func TextReplaceBy(sum string) string { return "改成 " + sum }

func textUnclear(e *model.Edition, s slips.Said) string {
	var all []string
	for _, v := range s.Voices {
		if v.Refusal != nil {
			all = append(all, v.Name+"写的“"+v.Written+"”")
		}
	}
	if len(all) == 0 {
		return fmt.Sprintf("%s：各家的数加不到一起（%s），请问清单位。", e.LinkName(s.Cell.Address), textVoices(s))
	}
	return e.LinkName(s.Cell.Address) + "：" + strings.Join(all, "、") + "认不出是多少，请问清。"
}

func textUnplacedAnswers(e *model.Edition, g slips.Giver, others []model.Address) string {
	var names []string
	for _, a := range others {
		name := e.LinkName(a)
		if name == "" {
			name = string(a)
		}
		names = append(names, name+" "+g.Answers[a])
	}
	return g.Name + "报过、现在没有请它报的：" + textNamed(names, "格") + "。照原样留着，不计。"
}
