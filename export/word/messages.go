package word

// Wording that is written beside the report's own, and the names of the faces on
// a computer of an office (GB/T 9704—2012, 5.2.2, 7.3; 方正小标宋 is what such
// computers have for 小标宋).
const (
	watermarkText = "草稿"

	fangFace  = "仿宋_GB2312"
	kaiFace   = "楷体_GB2312"
	heiFace   = "黑体"
	songFace  = "宋体"
	titleFace = "方正小标宋简体"

	// What the same faces are called on other computers.
	fangOther  = "仿宋"
	kaiOther   = "楷体"
	heiOther   = "SimHei"
	songOther  = "SimSun"
	titleOther = "方正小标宋_GBK"

	styleBody      = "Body Text"
	styleSignature = "Signature"
	styleFigures   = "表格数字"
	styleLabels    = "表格文字"
)
