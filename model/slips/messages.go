package slips

import "nianbao/model"

// Wording of everything this package says to the user.

const (
	messageUnread = "报告里收数单的名单读不出来，照原样留着，没有用它。可以在窗口里重新列一份，原来的仍留在报告文件里。"
	// messageBounds: the most givers, the most characters of a name.
	messageBounds = "收数单的名单太大，没有存。最多 %d 家，名称最多 %d 个字；请减去不用的。"
)

// Name is what a list shows for a state.
func (s State) Name() string {
	return [...]string{
		Silent: "还没有人报", Partly: "没有报齐", Unclear: "认不出来，要问清", Absent: "报告里还没填", Agrees: "一致", Differs: "与报告不一致",
	}[s]
}

// officeName is what an agency of a kind calls an office.
func officeName(kind model.AgencyKind, o office) string {
	switch kind {
	case model.Department:
		return [...]string{"办公室", "执法大队", "行政审批科", "财务科", "法规科"}[o]
	case model.County, model.City, model.Province:
		return [...]string{"政府办公室", "综合行政执法局", "行政审批局", "财政局", "司法局"}[o]
	case model.Township, model.Subdistrict:
	}
	return [...]string{"党政办公室", "综合行政执法队", "便民服务中心", "财政所", "司法所"}[o]
}

// officeWords are words in the names of offices; the first that fits tells.
var officeWords = []struct {
	office office
	words  []string
}{
	{enforcement, []string{"执法", "城管"}},
	{service, []string{"便民", "审批", "政务服务", "行政服务"}},
	{finance, []string{"财政", "财务", "财经"}},
	{justice, []string{"司法", "法规", "法制", "法治"}},
	{village, []string{"村", "社区", "居委", "居民委员"}},
	{general, []string{"党政", "办公室", "政务公开", "信息公开"}},
}

// everyday says in everyday words what the form asks for: by row, by column of a
// table ("table.*.column"), by cell. The official wording stands beside it on every
// slip, and it alone where there is none here.
var everyday = map[string]string{
	"disclosure.regulations": "政府规章。乡镇、街道和部门无权制定，写 0",
	"disclosure.documents":   "正式印发、大家都要遵守、反复适用的文件；会议通知、人事任免不算",
	"disclosure.licensing":   "发证、批准一类的决定，准的和不准的都算",
	"disclosure.services":    "许可以外，给群众、企业办的事（登记、确认、给付等）",
	"disclosure.penalties":   "罚款、没收、责令停产等，按处罚决定书数",
	"disclosure.enforcement": "查封、扣押、强制拆除等，按决定书数",
	"disclosure.fees":        "依规定向群众、企业收的费；罚款、税、押金不算",
	"disclosure.procurement": "按集中采购程序买的东西、工程和服务",

	"disclosure.*.issued":           "今年新印发的",
	"disclosure.*.repealed":         "今年宣布作废的",
	"disclosure.*.effective":        "年底还管用的",
	"disclosure.*.made":             "今年新写的",
	"disclosure.*.published":        "今年新公开的",
	"disclosure.*.total":            "年底公开着的",
	"disclosure.*.previous":         "上年年底有几项",
	"disclosure.*.change":           "多3项写+3，少3项写-3",
	"disclosure.*.decided":          "今年作出多少件决定",
	"disclosure.fees.amount":        "今年一共收了多少",
	"disclosure.procurement.amount": "一共花了多少，写上单位",
	"disclosure.*.projects":         "今年有几个项目",

	"applications.received":      "今年新收到的、要求公开政府信息的申请，一份算一件",
	"applications.carriedIn":     "上年收到、到上年年底没有办完的",
	"applications.granted":       "要的都给了",
	"applications.partial":       "给了一部分，其余的依法不能给",
	"applications.secret":        "没有给：是国家秘密",
	"applications.prohibited":    "没有给：别的法律、行政法规不许公开",
	"applications.stability":     "没有给：会危及国家安全、公共安全、经济安全、社会稳定",
	"applications.thirdParty":    "没有给：会损害别人的合法权益",
	"applications.internal":      "没有给：人事、后勤、内部工作流程",
	"applications.process":       "没有给：讨论记录、过程稿、磋商信函、请示报告",
	"applications.casefile":      "没有给：在执法案卷里",
	"applications.inquiry":       "没有给：该按别的规定去查（如不动产登记）",
	"applications.notHeld":       "没法给：本单位没有",
	"applications.notCompiled":   "没法给：没有现成的，要另外做",
	"applications.unclear":       "没法给：请他补充了，还是说不清要什么",
	"applications.petition":      "没有办：其实是信访、举报、投诉",
	"applications.repeated":      "没有办：同一个人又要同样的",
	"applications.publication":   "没有办：要的是公开出版的书报",
	"applications.excessive":     "没有办：没有正当理由，一再申请很多",
	"applications.confirmation":  "没有办：要再确认或再要一份已经有的",
	"applications.uncorrected":   "请他补充，没有正当理由，到期没有补",
	"applications.unpaid":        "请他交信息处理费，到期没有交",
	"applications.otherHandling": "上面都不是的",
	"applications.carriedOut":    "到年底还没有办完的",

	"disputes.review":      "为政府信息公开申请行政复议的",
	"disputes.direct":      "为政府信息公开，没有复议就去法院起诉的",
	"disputes.afterReview": "为政府信息公开，复议以后又去法院起诉的",
	"disputes.*.upheld":    "维持了我们的处理",
	"disputes.*.corrected": "改了我们的处理",
	"disputes.*.other":     "撤回等，不是前两样",
	"disputes.*.pending":   "年底还没有结果",
}
