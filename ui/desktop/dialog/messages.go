package dialog

// What the dialog says. Wording that needs numbers is a function below.
const (
	TextCancel         = "取消"
	TextClose          = "关闭"
	textParentFolder   = "上级文件夹"
	textHomeFolder     = "主文件夹"
	TextDesktop        = "桌面" // the folder's name in Chinese, as are the documents'
	TextDocuments      = "文档"
	textNoReportFiles  = "这个文件夹里没有这样的文件。"
	TextSystemDialog   = "系统窗口…"
	textReportFiles    = "报告文件"
	TextNoSystemDialog = "系统的窗口打不开，请在这里选。"
	TextNoFolder       = "这个文件夹不存在，请换一个。"
)
