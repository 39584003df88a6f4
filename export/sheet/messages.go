package sheet

import "nianbao/fonts"

// Wording of the workbook, and of what it cannot hold.
const (
	nameProse = "文字"

	// footPage is the page number between dashes, in the middle (18.3.1.39).
	footPage = `&C— &P —`

	badCountTitle = "要填整数"
	badCount      = "请填 0 或正整数；没有发生的填 0。"
	badChange     = "请填整数：增加写正数，减少写负数，没有增减填 0。"

	// messageLong: the section, characters, how many a cell holds.
	messageLong = "“%s”里有一段 %d 字，电子表格的一格最多放 %d 字，没有导出。请把这一段分成几段，或者导出别的格式。"
)

// headDraft is “草稿” in 黑体 of 36 points, in the middle.
var headDraft = `&C&"` + fonts.Hei.Installed() + `,Regular"&36草稿`
