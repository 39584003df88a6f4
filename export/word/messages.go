package word

// Wording that is written beside the report's own, and names of faces.
const (
	watermarkText = "草稿"

	// Documents of offices call 仿宋 and 楷体 by the names of old Windows.
	fangFace = "仿宋_GB2312"
	kaiFace  = "楷体_GB2312"

	// What the others are called beside their names on a government PC.
	heiOther   = "SimHei"
	songOther  = "SimSun"
	titleOther = "方正小标宋_GBK"

	styleBody      = "Body Text"
	styleSignature = "Signature"
	styleFigures   = "表格数字"
	styleLabels    = "表格文字"
)
