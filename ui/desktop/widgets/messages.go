package widgets

// What widgets say by themselves.
const (
	textUndo      = "撤销"
	textRedo      = "重做"
	textCut       = "剪切"
	textCopyText  = "复制"
	textPaste     = "粘贴"
	textSelectAll = "全选"
)
