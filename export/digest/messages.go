package digest

// Wording of the page beside the report's own.
const (
	titleEnding = "图解"

	nameApplications = "依申请公开"
	nameResults      = "申请怎么办的"
	nameDisputes     = "行政复议和行政诉讼"

	captionApplicants = "申请人（件）"
	captionResults    = "办理结果（件）"
	captionDisputes   = "结果（件）"

	wordsUnfilled      = "未填"
	wordsPartial       = "%s（不全）" // a sum of which some parts are blank or no numbers
	wordsLast          = "上年：%s"
	wordsZero          = "%s：0。"
	wordsZeros         = "以下均为 0：%s。"
	wordsBlank         = "还没有填：%s。"
	wordsNoApplication = "本年没有收到政府信息公开申请，也没有上年结转的。"
	wordsNoDispute     = "本年没有因政府信息公开发生的行政复议、行政诉讼。"

	wordsAgency = "%s（政府信息公开工作机构）"
	wordsPhone  = "联系电话：%s"
)
