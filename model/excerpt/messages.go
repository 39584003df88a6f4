package excerpt

// Wording of the short lines and of what is said about them.
const (
	namePublished = "主动公开"
	nameProblems  = "存在的主要问题"
	nameSteps     = "改进措施"
	nameAsk       = "怎样申请公开"
	nameContact   = "向谁咨询"

	// Damaged is what there is to say of ErrDamaged.
	Damaged = "图解里自己写的短句读不出来，原样留着；这次用的是从报告里摘的句子。"
)

// rights is how to ask for information, as the Regulations on Open Government
// Information (《政府信息公开条例》, 2019) have it: articles 27 and 29, 33, 42.
var rights = []string{
	"没有主动公开的政府信息，公民、法人或者其他组织都可以申请公开。",
	"用信件、数据电文等书面形式提出；书写有困难的，可以口头提出，由工作人员代为填写。",
	"写明姓名或者名称、身份证明、联系方式，要哪些信息，怎样取得。",
	"能当场答复的当场答复，不能的自收到申请之日起20个工作日内答复。",
	"不收取费用（数量、频次明显超过合理范围的，可以收取信息处理费）。",
}
