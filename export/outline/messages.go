package outline

// Wording that is written beside the report's own.
const (
	namePosted = "公示日期："
	namePhone  = "联系电话："
)
