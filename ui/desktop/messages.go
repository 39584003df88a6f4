package desktop

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/fonts"
	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/model/desk"
	"nianbao/model/intake"
	"nianbao/model/store"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/failure"
	"nianbao/ui/printer"
)

// Everything the window says. Wording that needs numbers is a function below.
const (
	textProgram = "公开年报"
	textPurpose = "政府信息公开工作年度报告\n填写 · 核对 · 打印，全程不联网"

	textNew          = "新建报告"
	textNewEmpty     = "新建空白报告"
	textOpenFile     = "打开报告文件"
	textSeeSample    = "看一份填好的样本"
	textDrafts       = "草稿"
	textAgencyHead   = "单位"
	textYearHead     = "年度"
	textFilledHead   = "进度"
	textCheckHead    = "检查"
	textSavedHead    = "最后保存"
	textKeptHere     = "草稿只保存在这台电脑上。"
	textSearchDrafts = "查找单位、年度"
	textNoDraftFound = "没有找到这样的草稿。"
	textAgencyHint   = "例如：梧桐镇人民政府"
	textAskAgency    = "这台电脑上填写哪个单位的报告？请写机关全称，以后新建报告时不用再写。"
	textBegin        = "开始"
	textGoOn         = "继续填写"
	textFinalState   = "已定稿"
	textRename       = "起个名字…"
	textRenameHint   = "例如：报县里的稿；不印在报告上"
	textDuplicate    = "复制一份"
	textCopy         = "　副本"
	textSampleLabel  = "样本"

	textUnreadable = "（这份草稿的摘要读不出来）"
	textUnnamed    = "（没有写单位全称）"
	textOpening    = "正在打开草稿库…"
	textRetry      = "重试"
	textNoStore    = "草稿库没有打开"

	textFindWhat     = "查找"
	textReplaceWith  = "替换为"
	textFindNext     = "下一个"
	textFindPrevious = "上一个"
	textReplace      = "替换"
	textReplaceAll   = "全部替换"

	textImport        = "导入旧报告"
	textImportButton  = "导入旧报告（Word、PDF、网页）"
	textClipboardName = "剪贴板里的文字"
	textReadAgain     = "按这个重新读"
	textSource        = "原文"
	textOnlyUnplaced  = "只看没有放进去的"
	textMakeDraft     = "建成草稿"
	textAllPlaced     = "原文全部放进去了。"
	textChooseLine    = "点一行，看它放到了哪里。"
	textImportedLabel = "导入"
	textImporting     = "正在读原来的报告……"

	textCarry        = "从上年报告新建"
	textCarryFile    = "选报告文件…"
	textCarryAdvice  = "选一份报告，用它新建下一年度的：带来单位、小标题和文字，“上年结转”接上，年份能确定的改成新的，其余的数不带。"
	textCarryThis    = "从这份新建下一年度"
	textBeginAnother = "再建一份"

	textNeedAgency = "请填单位全称，例如：梧桐镇人民政府。"
	textCreate     = "新建"
	textDeleteAsk  = "把这份草稿移到回收站？"
	textDelete     = "移到回收站"

	textSaveState  = "保存"
	textSaving     = "正在保存…"
	textSavedPlain = "已保存"

	textExport         = "导出"
	textPrints         = "内容"
	textFormat         = "写成"
	textExportName     = "文件名"
	textExportFolder   = "保存到"
	textExportGo       = "导出"
	textSheets         = "印成"
	textPosted         = "公示日期"
	textPostedHint     = "写成 2027年1月20日 或 2027.1.20 都可以；不印就空着"
	textPhone          = "联系电话"
	textAttach         = "PDF 里带上报告文件，以后能原样读回（别人也取得出来）"
	textOnline         = "电子版网址"
	textOnlineHint     = "印成二维码，扫了看电子版；不印就空着"
	textPhoneHint      = "不印就空着"
	textWrongDate      = "公示日期请写成 2027年1月20日 或 2027.1.20 这样；不印就空着。"
	textMissingTitle   = "有字印不出来"
	textMissingGo      = "印成〓"
	textBrowse         = "选择…"
	textExporting      = "正在写文件……"
	textExported       = "已导出"
	textPortalCopied   = "已复制"
	textExportFailed   = "没有导出"
	textExportAgain    = "换个地方…"
	textOverwriteTitle = "已有同名文件"
	textOverwrite      = "覆盖"
	textOpen           = "打开"
	textChooseFolder   = "选择文件夹"
	textChooseThis     = "就用这个文件夹"
	textNoFileName     = "请填文件名。"

	textFailed          = "没有做成"
	textUnsavedTitle    = "还有内容没有保存"
	textCloseAnyway     = "不保存，直接关闭"
	textMenuFile        = "文件"
	textMenuEdit        = "编辑"
	textMenuUndo        = "撤销"
	textMenuRedo        = "重做"
	textMenuCut         = "剪切"
	textMenuCopy        = "复制"
	textMenuPaste       = "粘贴"
	textMenuSelectAll   = "全选"
	textMenuFind        = "查找替换…"
	textMenuFill        = "填写"
	textMenuReview      = "核对"
	textMenuView        = "查看"
	textMenuPreview     = "印出来的样子"
	textMenuSize        = "字号"
	textSmall           = "小"
	textMiddle          = "中"
	textLarge           = "大"
	textLargest         = "特大"
	textMenuContrast    = "高对比度"
	textNextFinding     = "下一处问题"
	textPreviousFinding = "上一处问题"
	textPendingWalk     = "逐处核对【待核】"
	textPendingDone     = "【待核】的地方都核对完了。"
	textNoPending       = "没有【待核】的地方了。"
	textPendingType     = "　直接输入本年的内容，或按回车采用"
	textPendingNext     = "　按回车到下一处，Esc 结束"
	textHelpPage        = "这一页怎么填"
	textManual          = "使用说明"
	textWholeManual     = "全部说明"
	textMenuHelp        = "帮助"
	textChapterStart    = "开始" // of the manual
	textMenuNew         = "新建报告…"
	textMenuCarry       = "从上年报告新建…"
	textMenuOpen        = "打开报告文件…"
	textMenuImport      = "导入旧报告…"
	textMenuPasteReport = "从剪贴板导入"
	textMenuSave        = "保存"
	textMenuFinalise    = "定稿…"
	textMenuReopen      = "重新打开…"
	textMenuAdd         = "添加一段"
	textMenuMoveUp      = "上移这一段"
	textMenuMoveDown    = "下移这一段"
	textMenuRemove      = "删去这一段…"
	textMenuPhrases     = "常用句式…"
	textMenuNumbers     = "插入数字…"
	textMenuFaces       = "印刷字体…"
	textMenuPortal      = "复制给门户网站"
	textMenuVersions    = "历史版本…"
	textMenuBackups     = "备份与恢复…"
	textMenuTrash       = "回收站…"
	textMenuBack        = "返回草稿列表"
	textMenuQuit        = "退出"
	textMenuPrevious    = "上一部分"
	textMenuNext        = "下一部分"
	textMenuFillAll     = "各表未填的都补 0"
	textMenuToday       = "成文日期写今天"
	textMenuCheck       = "检查结果"
	textMenuPaperCode   = pages.TextPaperCode + "…"
	textMenuAbout       = "关于公开年报"
	textNeedDisplay     = "打不开窗口：没有找到图形桌面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置）。请在桌面环境里启动，或者用命令行，例如：nianbao export 报告.nianbao -o 报告.pdf"
	textDisplayFailed   = "打不开窗口：图形桌面连接不上，或者显卡驱动不支持 OpenGL 2.1。请更新显卡驱动，或者用命令行，例如：nianbao export 报告.nianbao -o 报告.pdf"
)

func textFirstStart(dir string) string {
	return "这里还没有草稿。\n" +
		"公开年报帮您按国家格式填写政府信息公开工作年度报告：逐格填数，自动合计，随时核对。\n" +
		"填写的内容几秒内自动保存在这台电脑上，不联网；关掉窗口、停电都不会丢。\n" +
		"草稿放在：" + dir
}

func textCarryFrom(year int) string {
	return fmt.Sprintf("从 %d 年报告新建 %d 年", year, year+1)
}

// textLastYear tells whoever makes an empty report that there is last year's.
func textLastYear(d store.Summary) string {
	return fmt.Sprintf("草稿里有这个单位 %d 年度的报告，从它新建可以少敲很多字。", d.Year)
}

func textBegun(d store.Summary) string {
	return fmt.Sprintf("草稿里已经有《%s %d 年度》。要继续填那一份，请在列表里打开它；再建一份也可以，两份互不影响。", d.Agency, d.Year)
}

func textDraftCount(n int) string { return fmt.Sprintf("草稿 %d 份", n) }

func textPages(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("预计 %d 页", n)
}

func textVersion(v string) string { return "版本 " + v }

func textYear(year int) string { return strconv.Itoa(year) }

// textAboutDraft is the second line of a draft in the list.
func textAboutDraft(d store.Summary) string {
	if d.Label == "" {
		return d.Edition + " 版"
	}
	return d.Label + "，" + d.Edition + " 版"
}

func textLastBackup(at, now time.Time) string { return "上次备份：" + textMoment(at, now) }

func textFormYear(r *model.Report) string { return fmt.Sprintf("%d 年度", r.Year) }

func textFormHead(r *model.Report) string {
	e := r.Edition()
	if e.To() == 0 {
		return fmt.Sprintf("%d 年度 · 现行格式（%s）", r.Year, e.Name)
	}
	return fmt.Sprintf("%d 年度 · %s格式", r.Year, e.Name)
}

func textEditionFor(e *model.Edition) string {
	return fmt.Sprintf("用 %s格式（%s）。年度决定版式，不用选。", e.Name, e.Source)
}

func textFilled(f desk.Filled) string {
	return fmt.Sprintf("已填 %d / %d 格 · 正文 %d / %d 节", f.Cells, f.AllCells, f.Prose, f.AllProse)
}

func textFound(at, n int) string {
	switch {
	case n == 0:
		return "没有找到"
	case at == 0:
		return fmt.Sprintf("共 %d 处", n)
	}
	return fmt.Sprintf("第 %d / %d 处", at, n)
}

func textReplaced(n int) string { return fmt.Sprintf("替换了 %d 处", n) }

func textSaved(at time.Time) string { return "已保存 " + at.Format(time.TimeOnly) }

// textDraftFolder names the folder of the drafts, for whoever is to help.
func textDraftFolder(dir string) string { return "草稿文件夹：" + dir }

func textNotSaved(reason, rescue string) string {
	if rescue == "" {
		return "未保存：" + reason
	}
	return "未保存：" + reason + "文字已另存到 " + rescue
}

// textMoment names a moment the way a list does: today and yesterday by word.
func textMoment(at, now time.Time) string {
	if at.IsZero() {
		return "—"
	}
	at = at.In(now.Location())
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, now.Location())
	}
	switch days := day(now).Sub(day(at)).Hours() / 24; {
	case days < 0.5:
		return "今天 " + at.Format("15:04")
	case days < 1.5:
		return "昨天 " + at.Format("15:04")
	default:
		return at.Format(time.DateOnly)
	}
}

func textImportOf(name string) string { return textImport + "：" + name }

func textLine(l intake.Line) string {
	return fmt.Sprintf("第 %d 行：%s", l.Number, strings.ReplaceAll(l.Text, "\t", "　"))
}

// textFate is what became of a line, in a few characters.
func textFate(e *model.Edition, l intake.Line) string {
	where := ""
	if s, ok := e.Section(l.Section); ok {
		where = s.Short
	}
	switch l.Fate {
	case intake.FateDropped:
		return "略去"
	case intake.FateTitle:
		return "标题"
	case intake.FateHeading:
		return "部分标题"
	case intake.FateLabel:
		return where + " 表头"
	case intake.FateCells:
		return fmt.Sprintf("%s %d 格", where, len(l.Cells))
	case intake.FateProse:
		return where
	case intake.FateSignature:
		return "落款"
	}
	if len(l.Cells) > 0 {
		return where + " 请核对"
	}
	return "没有放进去"
}

// textFateWhy is textFate, and why a line is not in the report.
func textFateWhy(e *model.Edition, l intake.Line) string {
	text := textFate(e, l)
	if why := l.Why(); why != "" {
		text += "：" + why
	}
	return text
}

// textFateOf is what became of a line, in whole, and why.
func textFateOf(r *model.Report, l intake.Line) string {
	text := "→ " + textFateWhy(r.Edition(), l)
	for i, a := range l.Cells {
		if i == 0 {
			text += "："
		} else {
			text += "，"
		}
		text += r.Edition().LinkName(a) + " " + pages.TextValue(cmp.Or(r.Written(a), r.Stated[a]))
	}
	return text
}

const (
	textWelcome      = "请先看一下"
	textDamagedDraft = "这份草稿最后的内容已损坏"

	textVersions        = "历史版本"
	textNoVersions      = "这份草稿还没有历史版本。保存（Ctrl+S）、每工作五分钟、改动较大时和关闭时，会自动留一份。"
	textVersionsAdvice  = "选一个版本，看它和现在的稿子有什么不同，也可以恢复它。恢复前的稿子会留作新的版本。"
	textVersionNameHint = "给这个版本起名，例如：报县里的稿；起了名的一直保留"
	textKeepName        = "保存名字"
	textNoChanges       = "和现在的稿子完全一样。"
	textCompareAdvice   = "从这个版本到现在改了这些："
	textRestore         = "恢复"

	textBackups      = "备份与恢复"
	textBackupNow    = "现在备份"
	textNoBackups    = "还没有备份。程序启动和关闭时会自动备份（有改动时）。"
	textBackupAdvice = "选一份草稿，只恢复它；或者恢复整个草稿库。"
	textRestoreAll   = "恢复整个草稿库"
	textRestoreDraft = "恢复这份草稿？"
	textRestored     = "已恢复"
	textRestoredBody = "恢复前的内容没有丢：单份草稿的留在它的历史版本里，整个草稿库的留在备份里。"
	textRestoreLast  = "恢复最近的备份"
	textFresh        = "新建空的草稿库"

	textTrash       = "回收站"
	textTrashEmpty  = "回收站是空的。"
	textTrashAdvice = "选一份草稿，放回列表或彻底删除。"
	textUntrash     = "放回列表"
	textPurge       = "彻底删除"
)

const textSaveTooLong = "保存花的时间太长"

func textCrashNote(path string) string {
	return "上次是程序自己出错停止的，出错记录在 " + path + "，请转给维护人员。"
}

func textCrashed(path string, err error) string {
	text := "程序出错，已经停止；填写的内容已保存。"
	if err != nil {
		text = "程序出错，已经停止；最后几秒的内容可能没有存上：" + failure.SavingDraft().Words(err)
	}
	if path != "" {
		text += "出错记录在 " + path + "。"
	}
	return text
}

func textOlderTaken(at time.Time) string {
	return "用的是它 " + at.Format("1月2日 15:04:05") + " 的版本，请核对最后改的地方。其他草稿不受影响。"
}

func textVersionLine(v store.Version) string {
	if v.Damaged {
		return "这个版本已损坏"
	}
	return v.Words()
}

func textVersionTitle(at time.Time) string { return at.Format("1月2日 15:04:05") + " 的版本" }

// textChanges says what differs, a line each.
func textChanges(c compare.Comparison) []string {
	or := func(value string) string {
		if value == "" {
			return "（空）"
		}
		return value
	}
	var all []string
	for _, p := range c.Particulars {
		all = append(all, fmt.Sprintf("%s：%s → %s", p.Name, or(p.Before), or(p.After)))
	}
	for _, cell := range c.Cells {
		all = append(all, fmt.Sprintf("%s：%s → %s", cell.Name, or(cell.Before), or(cell.After)))
	}
	for _, p := range c.Paragraphs {
		switch {
		case p.Before == "":
			all = append(all, fmt.Sprintf("%s　增加：%s", p.Section, p.After))
		case p.After == "":
			all = append(all, fmt.Sprintf("%s　删去：%s", p.Section, p.Before))
		default:
			all = append(all, fmt.Sprintf("%s　改动：%s", p.Section, pages.TextRuns(compare.Texts(p.Before, p.After))))
		}
	}
	return all
}

func textSize(bytes int64) string { return fmt.Sprintf("%d KB", max(1, bytes>>10)) }

func textYearOf(d store.Summary) string {
	if d.Damaged {
		return textUnreadable
	}
	return fmt.Sprintf("%s　%d 年度", textAgencyOf(d), d.Year)
}

func textAgencyOf(d store.Summary) string {
	switch {
	case d.Damaged:
		return textUnreadable
	case d.Agency == "":
		return textUnnamed
	}
	return d.Agency
}

func textBackupsAdvice(dir string) string {
	return "备份在草稿文件夹的“backups”里（" + dir + "），最近的 10 份、14 天里每天一份、8 周里每周一份。选一份备份看里面有什么。"
}

// What is said about backups on other disks.
const (
	textElsewhere       = "另存到U盘"
	textFromFile        = "从文件恢复"
	textBackupElsewhere = textElsewhere + "…"
	textBackupFromFile  = textFromFile + "…"
	textSaveHere        = "存到这个文件夹"
	textSameDisk        = "上面的备份和草稿在同一块磁盘上，磁盘坏了会一起丢。请常在U盘或移动硬盘上另存一份。"
	textAcknowledge     = "知道了，不再提示"
	textTellAgain       = "下次再提示"
	backupEnding        = ".db"
)

// textBackupFile names a backup that is saved elsewhere.
func textBackupFile(now time.Time) string {
	return "公开年报备份-" + now.Format("20060102-150405") + backupEnding
}

func textCopied(path string) string {
	return "已备份到：" + path + "\n写完后重新读出来核对过，每份草稿都在。拔出U盘前请先“弹出”。"
}

// textCopyFailed says why a backup was not saved elsewhere.
func textCopyFailed(path string, err error) string {
	why := failure.Exporting(path).Words(err)
	switch {
	case errors.Is(err, fs.ErrExist):
		why = path + " 已经有了，没有盖掉它。"
	case errors.Is(err, store.ErrDamaged):
		why = failure.BackingUp().Words(err)
	}
	return why + "草稿没有动。"
}

func textBackupOf(at time.Time) string { return at.Format("2006年1月2日 15:04") + " 的备份" }

func textRestoreAllBody(at time.Time) string {
	return "全部草稿都会回到 " + at.Format("1月2日 15:04") + " 的样子，那之后新建的草稿会不见。现在的草稿库先备份一份。"
}

func textRestoreDraftBody(d store.Summary) string {
	return textYearOf(d) + "会回到备份里的样子。现在的内容会留在历史版本里。"
}

const (
	textOpenFolder  = "打开所在文件夹"
	textOpenWritten = "打开文件"

	textFinaliseAnyway  = "仍然定稿"
	textFinalBody       = "定稿以后不能再改，印出来不带“草稿”字样。需要再改时可以“重新打开”，历史版本里会记下来。"
	textFinalReasonHint = "例如：县里已核，同意这样报"
	textNeedReason      = "请写明原因，它会随报告保存。"
	textReopenBody      = "这份报告已经定稿。重新打开以后可以修改，历史版本里会记下来；已经张贴或报送的，改后要重新张贴、报送。"

	textPrint          = "打印"
	textPrinterName    = "打印机"
	textCopies         = "份数"
	textWrongCopies    = "份数请填 1 到 99。"
	textPrinting       = "正在交给打印机…"
	textSides          = "单双面"
	textBothSides      = "双面（沿长边翻）"
	textOneSide        = "单面"
	textPrintedPages   = "页码"
	textPagesHint      = "全部；或者 1-3、5 这样"
	textWrongPages     = "页码请写成 1-3、5 这样；全部就空着。"
	textPrintedByOther = "由这台电脑上打开 PDF 的程序打印全部页；单面还是双面，照打印机自己的设置。"
)

// textNotShown says where to find what the system has no window for.
func textNotShown(path string) string {
	return "这台电脑上没有找到能打开它的程序（文件夹要有文件管理器，PDF 要有阅读器）。它在：\n" + path
}

func textPrinted(j printer.Job, notes []string) string {
	where := "打印机"
	if j.Printer != "" {
		where = "打印机 " + j.Printer
	}
	text := fmt.Sprintf("已交给%s，%d 份：\n%s", where, j.Copies, filepath.Base(j.Path))
	return strings.Join(append([]string{text}, notes...), "\n\n")
}

func textUnfinished(why []string) string {
	return "这份报告" + strings.Join(why, "，") + "。最好先改好。确实要这样定稿的，请写明原因：印出来不带“草稿”字样，原因随报告保存。"
}

func textFinalSince(date string) string {
	return "已定稿（" + model.DateInWords(date) + "），不能修改"
}

// textReopenAsk says since when a report is final, and why although it had errors.
func textReopenAsk(f *model.Final) string {
	text := textFinalSince(f.Date) + "。"
	if f.Reason != "" {
		text += "有错误仍定稿的原因：" + f.Reason + "。"
	}
	return text + "\n" + textReopenBody
}

func textTrashedBody(t store.Trashed) string {
	return t.DeletedAt.Format("2006年1月2日 15:04") + " 移到回收站。"
}

func textPurgeBody(d store.Summary, backups int) string {
	body := textYearOf(d) + "和它的全部历史版本会从草稿库里抹掉，不能再恢复。"
	if backups > 0 {
		body += fmt.Sprintf("\n已有的 %d 份备份里还留着它，要等备份自然淘汰。", backups)
	}
	return body
}

const (
	textFaces       = "印刷字体"
	textFacesGo     = "就用这些"
	textFacesAdvice = "自带的字体可以直接用。单位要求用仿宋_GB2312、方正小标宋等字体时，先装在这台电脑上（.ttf、.ttc 文件），再在这里选。"
	textNoFaces     = "这台电脑上没有找到可以用来印公文的 .ttf、.ttc 字体，就用自带的。"
)

// textFaceUse says what each face is for.
var textFaceUse = map[fonts.Role]string{
	fonts.Title: "标题（小标宋）",
	fonts.Hei:   "一、（黑体）",
	fonts.Kai:   "（一）（楷体）",
	fonts.Fang:  "正文（仿宋）",
	fonts.Song:  "表格（宋体）",
}

func textEmbeddedFace(role fonts.Role) string { return "自带的" + role.String() }

func textDeleteBody(d store.Summary) string {
	return fmt.Sprintf("“%s”会从列表里移走，放进回收站。", textYearOf(d))
}

func textUnsavedBody(reason string) string {
	return "最后的改动没有存进草稿库：" + reason + "\n可以先把报告导出，或者排除原因后再试。"
}

func textExportedBody(path string, notes []string) string {
	return strings.Join(append([]string{"文件在：\n" + path}, notes...), "\n\n")
}

// textPortalCopiedBody says how to go on with what was copied for a portal; as markup,
// where the clipboard takes nothing else.
func textPortalCopiedBody(asMarkup bool, notes []string) string {
	body := "在网站后台的编辑器里按 Ctrl+V，标题、正文和三张表一起贴进去。贴好以前请不要关闭本程序。贴好后看一眼表格；发布后可以用“导入旧报告”读网页，核对有没有变样。"
	if asMarkup {
		body = "这台电脑的剪贴板只收文字，复制的是网页代码：请在编辑器里点“源代码”或“HTML”，贴在那里。也可以用“导出”写成网页，打开后全选、复制。"
	}
	return strings.Join(append([]string{body}, notes...), "\n")
}

func textHandInBody(r *model.Report) string {
	return fmt.Sprintf("%s\n\n在桌面上建一个文件夹“%s”，放进：\n%s", textFinalBody, fileName(textProposedName(r)), textHandedInAs())
}

// textHandedInAs names the formats that a report is handed in as.
func textHandedInAs() string {
	var names []string
	for _, f := range export.HandIn() {
		names = append(names, f.Name)
	}
	return strings.Join(names, "\n")
}

// textNumbered sets a folder apart from those of the same name.
func textNumbered(n int) string { return fmt.Sprintf("（%d）", n) }

// textHandedIn says what was written, and where.
func textHandedIn(dir string, paths, notes []string) string {
	text := fmt.Sprintf("%d 个文件都在这个文件夹里：\n%s\n", len(paths), dir)
	for _, p := range paths {
		text += "\n" + filepath.Base(p)
	}
	return strings.Join(append([]string{text}, notes...), "\n\n")
}

func textOverwriteBody(path string) string { return path + "\n已经存在，覆盖它吗？" }

func textProposedName(r *model.Report) string {
	return fmt.Sprintf("%s%d年政府信息公开工作年度报告", r.Agency.Name, r.Year)
}

// textProposedPrint names a file by what is printed in it.
func textProposedPrint(r *model.Report, what export.Print) string {
	if what == export.PrintReport {
		return textProposedName(r)
	}
	return textProposedName(r) + "（" + what.Name() + "）"
}

func textWindowTitle(r *model.Report) string {
	return fmt.Sprintf("%s %d 年度 — %s", r.Agency.Name, r.Year, textProgram)
}

func textAbout(version string) string {
	return textProgram + " " + version + "\n按国家格式填写、核对、打印政府信息公开工作年度报告。\n自由软件，许可证 GPL-3.0-or-later。"
}

// fyneWords replaces the texts of the toolkit, whose own Chinese is weak in
// places and English under LANG=C.
const fyneWords = `{
"(Parent)": "（上级文件夹）", "Advanced": "高级", "Cancel": "取消", "Confirm": "确定", "Copy": "复制", "Create Folder": "新建文件夹",
"Cut": "剪切", "Enter filename": "填文件名", "Error": "没有做成", "Favourites": "常用位置", "File": "文件",
"Folder": "文件夹", "New Folder": "新文件夹", "No": "否", "OK": "确定", "Open": "打开", "Paste": "粘贴",
"Quit": "退出", "Redo": "重做", "Save": "保存", "Select all": "全选", "Show Hidden Files": "显示隐藏文件",
"Undo": "撤销", "Yes": "是", "file.name": {"other": "名称"}, "file.parent": {"other": "上级文件夹"},
"monday": "星期一", "monday.short": "一", "tuesday": "星期二", "tuesday.short": "二",
"wednesday": "星期三", "wednesday.short": "三", "thursday": "星期四", "thursday.short": "四",
"friday": "星期五", "friday.short": "五", "saturday": "星期六", "saturday.short": "六",
"sunday": "星期日", "sunday.short": "日"
}`

func textPendingLeft(n int) string { return fmt.Sprintf("还有 %d 处待核", n) }

func textPendingWas(words string) string { return "上年：" + words }

func textPendingYear(year int) string { return fmt.Sprintf("本年：%d", year) }

func textPendingNow(value string) string { return "表里：" + value }
