package command

// Wording of the command line.

const (
	usageSample  = "sample -o FILE"
	usageNew     = "new --year 年度 --agency 单位全称 [--from 上年报告] -o FILE.nianbao"
	usageImport  = "import 已公布的报告 -o FILE.nianbao [--year 年度] [--agency 单位全称] [--json]"
	usageCheck   = "check FILE.nianbao [--previous 上年报告] [--json]"
	usageExport  = "export FILE.nianbao -o OUT " + usagePrinting
	usageCode    = "code FILE.nianbao"
	usageScan    = "scan 纸上的校验码或二维码的数字 FILE.nianbao"
	usageDrafts  = "drafts list|show|export|import|history|backup|restore|repair [--data DIR] [--json]"
	usageVersion = "version"

	// usagePrinting: what can be printed, from [export.Prints].
	usagePrinting = "[--sheet %s] [--paper a4|a3] [--poster] [--draft | --final --reason 原因] [--date YYYY-MM-DD]" +
		" [--posted 公示日期] [--phone 联系电话] [--font 宋体=FILE.ttf|FILE.ttc[#新宋体]] [--replace-missing] [--attach] [--fragment] [--previous 上年报告]"

	usageDraftsList   = "drafts list [--data DIR] [--json]"
	usageDraftsShow   = "drafts show 编号 [--version 版本] [--data DIR] [--json]"
	usageDraftsExport = "drafts export 编号 -o OUT [--version 版本] [--data DIR] " + usagePrinting
	usageDraftsImport = "drafts import FILE.nianbao [--into 编号] [--data DIR]"

	usageDraftsHistory = "drafts history 编号 [--data DIR] [--json]"
	usageDraftsBackup  = "drafts backup [-o 备份文件 | --list] [--data DIR]"
	usageDraftsRestore = "drafts restore [备份文件 [编号]] [--data DIR]"
	usageDraftsRepair  = "drafts repair [--acknowledge] [--data DIR]"

	summarySample  = "写出样本：梧桐镇 2020 年度报告（按文件名结尾写成报告文件、PDF 或文字）"
	summaryNew     = "新建一份空白报告；给出上年报告时带来该带的，年度和单位可以不写"
	summaryImport  = "读入已公布的报告（.txt .md .csv .html .mht .docx .xlsx .pdf .ofd；- 为标准输入的文字），逐行说明没有放进去的和略去的；一张表也没认出，或认出的都空着时返回 1"
	summaryCheck   = "按全部规则核对，有错误时返回 1；给出上年报告时与上年对照"
	summaryExport  = "导出，按文件名结尾定格式：%s。--paper a3 印张贴稿，--poster 把张贴稿切成 A4 拼贴，--attach 让 PDF 带上报告文件；--fragment 把 .html 写成贴进网站编辑器的一段；--sheet digest 印一页的图解（.png 就是图解），--previous 在图解里把上年的数排在旁边"
	summaryCode    = "印在成品上的 12 位报送校验码；没有填完、有错误的是草稿，没有校验码，返回 1"
	summaryScan    = "核对纸和文件：一致返回 0，不一致返回 1（给的是二维码的数字时逐格列出），输错了返回 2。校验码不是电子签名"
	summaryDrafts  = "草稿库：列出、查看、导出、导入、历史版本、备份（-o 写到U盘）、恢复、修复（丢了东西、还没有人确认时返回 1）"
	summaryVersion = "版本、报告版式、字体"

	helpHead = "公开年报：填写、核对、印制政府信息公开工作年度报告。不带命令打开窗口。\n\n命令："
	helpFoot = "\n返回值：0 完成；1 核对发现错误、导入没有认出有数的表、修复丢了东西（包括以前丢的、还没有人确认的）、草稿没有校验码、纸和文件不一致；2 没有做成。"

	nameStdout   = "标准输出"
	lineUsage    = "用法：nianbao %s"
	lineCommands = "可用的命令：%s。运行“nianbao help”看说明。"

	problemCommand     = "没有“%s”这个命令。"
	problemOption      = "没有“%s”这个选项。"
	problemValue       = "选项“%s”没有给值，或值不对。"
	problemFileMissing = "缺少文件名或编号。"
	problemFiles       = "多了一个参数“%s”。文件名里有空格时请加引号。"
	problemOutput      = "没有说写到哪里，请加上 -o 文件名。"
	problemYear        = "没有给年度，请加上 --year，例如 --year 2026。"
	problemAgency      = "没有给单位全称，请加上 --agency，例如 --agency 梧桐镇人民政府。"
	problemEnding      = "“%s”不是报告文件名，文件名请以 .nianbao 结尾。"
	problemPrevious    = "“%s”是 %d 年度的报告，--previous 要给 %d 年度的。"
	problemDate        = "“%s”不是日期，请写成 2026-01-20 的样子。"
	errorMissingChars  = "%s要用“〓”代替，请加上 --replace-missing。"
	problemPaper       = "没有“%s”这种纸，--paper 可以是 a4 或 a3。"
	problemSheet       = "没有“%s”这种印法，--sheet 可以是 %s。"
	problemBoth        = "--draft 和 --final 只能选一个。"
	problemReason      = "用 --final 印成定稿要说明原因，请加上 --reason。"
	problemReasonOnly  = "--reason 要和 --final 一起用。"
	problemDraftsVerb  = "drafts 后面请写 list、show、export、import、history、backup、restore 或 repair。"

	codeDraft = "这是草稿，没有校验码：%s。填好改好后再运行。"

	errorExists    = "“%s”已经有了。为免盖掉里面的内容，没有写。请换个文件名，或先把它移走。"
	errorReady     = "“%s”已经是报告文件，不用导入。核对请用“nianbao check”，导出请用“nianbao export”，放进草稿库请用“nianbao drafts import”。"
	errorNoDraft   = "草稿库里没有编号为“%s”的草稿。用“nianbao drafts list”看有哪些。"
	errorNoFolder  = "没有“%s”这个文件夹。请核对 --data 后面写的名字。"
	errorIsFile    = "“%s”是文件，不是文件夹。--data 后面请写草稿所在的文件夹。"
	errorNoStore   = "“%s”里没有草稿库。草稿在别处的，请用 --data 写明在哪个文件夹。"
	errorNoSound   = "“%s”里的备份没有一份是完好的，没有恢复，现在的草稿没有动。请在命令后写上别处的备份文件，例如U盘上的那一份。"
	errorAmbiguous = "有 %d 份草稿的编号以“%s”开头，请多写几位。"

	noteUnheeded = "注意：写成 %s 文件时，%s 不起作用。"
	doneWritten  = "已写到 %s"
	doneImported = "已导入《%s》，编号 %s"

	carriedHead = "从 %d 年度的报告新建："
	carriedLine = "%s：%s"

	doneRestored    = "已从备份恢复草稿 %s，恢复前的内容留在历史版本里。"
	doneRestoredAll = "已从备份恢复整个草稿库：%s，共 %d 份草稿。恢复前的文件留在草稿文件夹里。"
	doneBackedUp    = "已备份到 %s，写完后逐条核对过。"

	backupOnSameDisk = "这份备份和草稿在同一块磁盘上，磁盘坏了会一起丢。请常用“nianbao drafts backup -o 文件”在U盘上另存一份。"

	repairSound        = "草稿库完好，每条记录都核对过。"
	repairAcknowledged = "已确认以前的抢救结果，以后不再提示。"
	repairAcknowledge  = "看过没有找回的草稿后，运行“nianbao drafts repair --acknowledge”确认，以后不再提示。"
	remindOfLoss       = "注意：以前抢救草稿库时有没找回的内容，还没有人确认。运行“nianbao drafts repair”查看。"

	noFindings   = "没有发现问题。"
	checkSummary = "错误 %d，提示 %d，参考 %d。"

	versionLine      = "公开年报 %s"
	editionLine      = "版式 %s：%s，%s"
	yearsOpen        = "%d 年度起"
	yearsClosed      = "%d—%d 年度"
	fontLine         = "字体 %s：%s"
	draftLine        = "%s  %s  %d 年度  %s  填了 %d%%  错误 %d  %s 保存\n"
	draftUnnamed     = "（没有写单位全称）"
	draftDamagedLine = "%s  读不出摘要；内容可能完好，可用 drafts show 查看\n"
	draftsNone       = "草稿库里没有草稿。"
	versionsNone     = "这份草稿还没有历史版本。"
	versionOfDraft   = "%d  %s  %s\n"
	backupLine       = "%s  %d KB  %s\n"
	stateDraft       = "草稿"
	stateFinal       = "定稿"
	levelError       = "错误"
	levelWarning     = "提示"
	levelInfo        = "参考"
	findingLine      = "%s %s %s"
	answeredLine     = "%s 已核 %s（原因：%s）"
	notePrevious     = "注意：上年报告的单位是“%s”，与“%s”不同，仍拿来对照。"
)
