package export

// Wording of what an export tells its user.
const (
	namePDF        = "PDF（打印、张贴、报送）"
	nameOFD        = "OFD（交档案，版式文件）"
	nameSheet      = "Excel（电子表格，填数、汇总）"
	nameWord       = "Word 文档（给县里修改、批注）"
	nameWeb        = "网页（发到网站，在电脑、手机上看）"
	nameReportFile = "报告文件（带到别的电脑上接着填）"
	nameText       = "纯文字（粘贴到别处）"

	namePrintReport = "报告"
	namePrintSlips  = "收数单（各站所、村各一张）"
	// messageProposed: the kind of agency, how many givers.
	messageProposed     = "报告里没有收数的名单，照%s常见的分工印了 %d 家。在窗口的“收数”里可以改名单、定日期，改好再印。"
	messageNothingAsked = "这些没有定报哪些，没有印单子：%s。"
	messageUnassigned   = "有 %d 行没有定由谁报，写在收数总表上。"
	namePrintBlank      = "空白表（发下去收数、打草稿用）"
	namePrintDigest     = "图解"
	namePNG             = "图片（图解，发公众号、发群）"

	messageShortened   = "图解一页放不下，这些部分的文字删短了：%s。请看一眼，需要时自己写短些。"
	messageNobodyToAsk = "图解里没有联系电话或地址。请写进前言，或者在导出、打印时填上联系电话。"

	// messagePrint: what is printed, the format's ending, the endings that can.
	messagePrint = "%s不能写成 %s 文件，文件名请以这些结尾：%s"

	altCells  = "二维码：表中各格的数和报送校验码，用来核对纸和文件是否一致"
	altOnline = "二维码：电子版的网址 %s"

	messageEnding   = "不知道要写成什么格式：“%s”。文件名请以这些结尾：%s"
	messageUnnamed  = "没有写单位全称"
	messageUnfilled = "还有 %d 格没有填"
	messageErrors   = "有 %d 处错误"
	messageStamped  = "印上了“草稿”字样：%s。填好改好后再导出，就没有这两个字。"
	messageUnmarked = "这份还是草稿，纯文字里看不出来：%s。填好改好以前请不要交出去。"
	messageAttached = "文件里带着报告文件（填的数、文字和核对时写的原因），别人也取得出来；再导入时用得上。"
	messageMissing  = "有些字程序的字体里没有，印不出来，没有导出：%s。请换用别的写法，或者用“〓”代替，印出后手工补上。"
	messageReplaced = "这些字程序的字体里没有，用“〓”代替了，请印出后手工补上：%s。"
	messageRare     = "有些字很多电脑的字体里没有，照写了，在那样的电脑上会显示成方框或空白：%s。请打开看一眼，需要时换用别的写法。"
	// messageMissingAt: where, the character, its code point.
	messageMissingAt = "%s的“%c”（%U）"
	messageMore      = "……共 %d 处"
)
