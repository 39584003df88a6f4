package compare

// Names of what is compared.
const (
	nameAgency    = "单位全称"
	nameShort     = "正文中的简称"
	nameKind      = "单位类型"
	nameTitle     = "报告标题"
	nameNumbering = "小标题序号"
	nameSignature = "落款机关"
	nameDate      = "成文日期"
)
