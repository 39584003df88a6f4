package pages

import (
	"fmt"
	"strings"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/carry"
	"nianbao/model/check"
	"nianbao/model/checkcode"
	"nianbao/model/compare"
	"nianbao/model/excerpt"
	"nianbao/model/intake"
)

// What the pages says. Wording that needs numbers is a function below.
const (
	TextParticulars        = "基本信息"
	TextCheck              = "检查"
	TextAgencyName         = "单位全称"
	textAgencyShort        = "正文中的简称"
	TextAgencyKind         = "单位类型"
	TextReportYear         = "报告年度"
	textTitle              = "报告标题"
	textNumbering          = "小标题序号"
	textSignAgency         = "落款机关"
	textSignDate           = "成文日期"
	textSignInFull         = "用全称"
	textToday              = "今天"
	textShortHint          = "例如：我镇、我街道、我局"
	textSignHint           = "不印落款就空着"
	textTitleHint          = "空着就用标准标题"
	textAdviceBasics       = "这些内容用在标题、正文和落款里。年度决定版式，新建以后不能改。"
	textLead               = "引言"
	textBody               = "正文"
	textHeadingHint        = "小标题"
	TextAddBlock           = "＋ 添加小标题"
	TextScaffold           = "搭好五个小标题"
	textAddText            = "＋ 添加一段"
	textAdd                = "添加"
	textRemoveTitle        = "删去这一段？"
	textRemoveBody         = "这一段里已经写了内容。删去以后还可以用“编辑 › 撤销”（Ctrl+Z）找回。"
	textRemove             = "删去"
	textPhrases            = "常用句式"
	textPhrasesAdvice      = "选一句插到光标所在的地方，再按实际情况改。“××”要换成实际内容。"
	textNumbers            = "插入数字"
	textNumbersAdvice      = "插进去的是表里的那一格：表里的数改了，印出来的正文跟着改，不会对不上。"
	textNumberSearch       = "查找，例如：新收 总计"
	textInsert             = "插入"
	textWalk               = "逐处核对"
	textTablePasted        = "粘贴的是一张表"
	textTableInto          = "填到表里"
	textTableStays         = "留在这里"
	TextMerge              = "并入上一段"
	textWhole              = "全文"
	textAllLevels          = "全部"
	TextErrorsOnly         = "只看错误"
	TextHintsOnly          = "只看提示"
	textRemarksOnly        = "只看参考"
	textToDoOnly           = "只看没有填的"
	TextAnswer             = "已核…"
	textAnswerTitle        = "已核对"
	textAnswerHint         = "例如：按县里模板，不写统计期限"
	textAnswerAdvice       = "写明为什么这样没有错，原因随报告保存。涉及的数字或那段文字一改，这条提示会再出现。"
	textKeepAnswer         = "保存原因"
	TextWithdraw           = "撤回"
	textPassages           = "与上年对照…"
	textPassagesTitle      = "与上年对照"
	textPassagesAdvice     = "［删］是上年有、今年没有的，［增］是今年新写的；没有标记的两年一样。"
	textFold               = "收起"
	TextUnfold             = "展开"
	textNothingFound       = "没有发现问题。"
	TextGoTo               = "转到"
	TextMenuExport         = "导出…"
	TextMenuPrint          = "打印…"
	TextFillBlanks         = "本页未填的补 0"
	textFillZeros          = "全部填 0"
	TextNoApplications     = "本年没有申请"
	textNoApplicationsBody = "表三里已经填了数。确定本年没有新收、也没有上年结转的申请吗？确定后全表填 0，可以用“编辑 › 撤销”找回。"
	textNoneApplied        = "全表已填 0。"
	textStrip              = "一＋二 ＝ 三（七）＋四"
	TextPrintPage          = "预览与打印"
	TextFinalise           = "定稿"
	TextHandIn             = "定稿并导出"
	textHandInAgain        = "导出到桌面"
	textAllDone            = "全部填好，没有错误。"
	textIsFinal            = "这份报告已经定稿。"
	textIsFinalAdvice      = "要再出一套文件，放进桌面上新的文件夹，按右边的按钮。"
	TextFinalReason        = "原因"
	TextReopen             = "重新打开"
	TextPaperCode          = "纸上的校验码"
	textDigits             = "纸上的数字"
	textDigitsHint         = "照纸上输入 12 位数字，或用扫码枪扫纸上的二维码"
	textCompareCode        = "核对"
	textNoCode             = "这份报告还没有填完或者有错误，印出来带“草稿”字样，纸上没有校验码。下面可以核对别的纸是不是用它印的。"
	TextLines              = "改短句…"
	textLinesTitle         = "图解里的短句"
	textLinesAdvice        = "先从报告里摘了几句，可以改成自己的话，一句一行；删空就不印这一部分。改了就存。"
	TextProposedLines      = "恢复摘出来的"
)

func textAccount(c *model.Carried) string {
	n := 0
	for _, i := range c.Items {
		if carry.KindOf(i) == carry.Rethink {
			n++
		}
	}
	return fmt.Sprintf("从 %d 年报告新建：要重新想的 %d 项", c.From, n)
}

func textStandardTitle(title string) string { return "标准标题：" + title }

// TextEdition names an edition and its source.
func TextEdition(e *model.Edition) string { return e.Name + "　" + e.Source }

// TextToDo counts what is still to be done.
func TextToDo(n int) string { return fmt.Sprintf("还没有填 %d 处", n) }

// TextErrors counts errors.
func TextErrors(n int) string { return fmt.Sprintf("错误 %d", n) }

// TextHints counts hints.
func TextHints(n int) string { return fmt.Sprintf("提示 %d", n) }

func textBlanks(n int) string {
	return fmt.Sprintf("还有 %d 格未填。没有发生的填 0，不要空着。", n)
}

// TextValue is a value of a cell in words.
func TextValue(value string) string {
	if value == "" {
		return "未填"
	}
	return value
}

func textLongParagraph(n int) string {
	return fmt.Sprintf("第 %d 段超过 %d 字，分成几段更好读。", n, longParagraph)
}

func textCharacters(n int) string { return fmt.Sprintf("%d 字", n) }

// textAllDoneAdvice says what is left that keeps nobody from handing the report in.
func textAllDoneAdvice(c check.Counts, todo int) string {
	if n := c.W + c.I + todo; n > 0 {
		return fmt.Sprintf("下面还有 %d 条可以看一看，也可以就这样定稿。", n)
	}
	return "可以定稿了，文件会放进桌面上的一个文件夹。"
}

func textCheckCounts(c check.Counts, todo int) string {
	words := ""
	if todo > 0 {
		words = TextToDo(todo) + "；"
	}
	return words + fmt.Sprintf("错误 %d，提示 %d，参考 %d。保存不受影响；没有填完、有错误时印出来带“草稿”字样。", c.E, c.W, c.I)
}

// textPreviousUnread says that last year's report was not there for the rules, or that
// there was only another draft of it, and how to get it back.
func textPreviousUnread(year int, other bool) string {
	words := fmt.Sprintf("没有与 %d 年度的报告对照：草稿列表里有草稿读不出来。", year)
	if other {
		words = fmt.Sprintf("与 %d 年度的报告对照，用的不是最后保存的那份草稿：那一份读不出来。", year)
	}
	return words + fmt.Sprintf("请在草稿列表里打开读不出来的那份，程序会打开它最近一个完好的版本，核对后按 Ctrl+S 保存；打不开的，从“备份与恢复”恢复，或者导入 %d 年度的报告。然后重新打开这一份。", year)
}

// TextAnswered counts what was answered.
func TextAnswered(n int) string { return fmt.Sprintf("已核 %d 条", n) }

func textAnsweredLine(f check.Finding) string {
	return fmt.Sprintf("%s　%s　原因：%s", f.Rule, f.Message(), f.Answer)
}

func textPassageHead(e *model.Edition, p check.Passage) string {
	s, _ := e.Section(p.Section)
	return fmt.Sprintf("%s　第 %d 块　相同 %.0f%%", s.Short, p.Place.Block+1, 100*p.Similarity)
}

// textPastedTable says what became of a table that was pasted with its labels.
func textPastedTable(placed int, unplaced []intake.Unplaced) string {
	text := fmt.Sprintf("按标签粘贴了 %d 格。", placed)
	for _, u := range unplaced {
		text += u.String()
	}
	return text
}

func textPastedCells(placed, skipped, refused, dropped int, unknown []string) string {
	s := fmt.Sprintf("已粘贴 %d 格", placed)
	if skipped > 0 {
		s += fmt.Sprintf("，合计格 %d 个由程序计算，没有粘", skipped)
	}
	if refused > 0 {
		s += fmt.Sprintf("；有 %d 格不是数，照原样留着，请看红框", refused)
	}
	if len(unknown) > 0 {
		s += fmt.Sprintf("；表里没有“%s”，没有粘", strings.Join(unknown, "”“"))
	} else if dropped > 0 {
		s += fmt.Sprintf("；有 %d 个数超出了表格，没有粘", dropped)
	}
	return s + "。"
}

func textPastedLong(n int) string {
	return fmt.Sprintf("有 %d 格的文字超过 %d 字，一格放不下，没有粘，格子里没有动；是说明的请贴到正文里。", n, model.MaxUnread)
}

func textPending(n int) string {
	return fmt.Sprintf("还有 %d 处【待核】来自上年报告，请逐处换成本年的内容。", n)
}

// textTablePastedBody asks where a table belongs.
func textTablePastedBody(table string, cells int) string {
	return fmt.Sprintf("粘贴的内容像“%s”的表，认出 %d 格。填到那张表里，还是作为文字留在这里？", table, cells)
}

// textOwnCode is the code that paper of the report bears, or why it bears none.
func textOwnCode(r *model.Report) string {
	if len(export.Unfinished(r)) > 0 && (r.Final == nil || r.Final.Reason == "") {
		return textNoCode
	}
	return "这份报告印在纸上的校验码是 " + checkcode.Of(r).String() + "。纸是不是用它印的，在下面核对。"
}

// textLinesBounds says what of a part of the picture is not kept.
func textLinesBounds(p excerpt.Part) string {
	return fmt.Sprintf("“%s”最多 %d 句，每句最多 %d 字；改短以前，这次改的没有存。", p.Name(), excerpt.MaxLines, excerpt.MaxChars)
}

func textStripOf(low bool) string {
	if low {
		return textStrip
	}
	return textStrip + "\n差额为 0 才平"
}

// TextFilledEverywhere says how many cells of all tables were filled with 0.
func TextFilledEverywhere(n int) string {
	if n == 0 {
		return "各表都没有未填的格子。"
	}
	return fmt.Sprintf("各表一共补了 %d 格 0（浅色的就是），请再看一遍。", n)
}

func textFilledUp(n int) string {
	if n == 0 {
		return "本页没有未填的格子。"
	}
	return fmt.Sprintf("补了 %d 格 0（浅色的就是），请再看一遍。", n)
}

// textBalance is a column of table three in three short lines: what came in,
// what was done with it, and whether that agrees.
func textBalance(b check.Balance) [3]string {
	if !b.Begun {
		return [3]string{"", "—", ""}
	}
	n := b.Numbers
	in := fmt.Sprintf("%d+%d=%d", n[0], n[1], b.In())
	out := fmt.Sprintf("%d+%d=%d", n[2], n[3], b.Out())
	if b.Even() {
		return [3]string{in, out, "✓"}
	}
	return [3]string{in, out, fmt.Sprintf("差 %d", max(b.In()-b.Out(), b.Out()-b.In()))}
}

// textClosings names the cells that alone would make a column even.
func textClosings(e *model.Edition, b check.Balance, closings []check.Closing) string {
	var ways []string
	for _, c := range closings {
		row, _, _ := strings.Cut(e.LinkName(c.Cell), "·")
		ways = append(ways, fmt.Sprintf("“%s”改为 %d", row, c.Number))
	}
	return fmt.Sprintf("%s列只改一格就能平：%s。", b.Column, strings.Join(ways, "，或"))
}

func textNotTaken(cell, reason string) string {
	return cell + "：" + reason + "。改好以前，这一格不计入合计。"
}

// TextRuns marks what went and what came within a paragraph.
func TextRuns(runs []compare.Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case compare.Kept:
			b.WriteString(r.Text)
		case compare.Removed:
			b.WriteString("［删：" + r.Text + "］")
		case compare.Added:
			b.WriteString("［增：" + r.Text + "］")
		}
	}
	return b.String()
}

// textDateHint shows how 成文日期 is written: in the January after the year.
func textDateHint(year int) string {
	return fmt.Sprintf("写成 %d年1月20日 或 %[1]d.1.20 都可以；不印落款日期就空着", year+1)
}

// longParagraph is from how many characters a paragraph is tiring to read.
const longParagraph = 800

// Chapters of the manual, as it calls them.
const (
	chapterTable        = "表格部分"
	chapterApplications = "三、申请情况"
	chapterProse        = "文字部分"
	chapterMarks        = "逐处核对【待核】"
	chapterFinish       = "定稿和导出"
)
