package pages

import "nianbao/model"

// What stands in a sentence for the report's own, and for what is to be filled in.
const (
	forYear     = "【年】"
	forNextYear = "【次年】"
	forUnit     = "【单位】"
	forParts    = "【各部分】"
	toFillIn    = "××"
)

// phrases are the usual sentences of each section. ×× counts as an error until it is
// filled in; {address} is a linked number.
var phrases = map[model.SectionID][]phrase{
	model.Preamble: {
		{name: "依据和组成", text: "根据《中华人民共和国政府信息公开条例》和国家统一规定的格式，编制【单位】【年】年政府信息公开工作年度报告。本报告由【各部分】组成。"},
		{name: "统计期限", text: "本报告所列数据的统计期限为【年】年1月1日至【年】年12月31日。"},
		{name: "联系方式", text: "如对本报告有疑问，请与【单位】党政办公室联系，地址：××，邮编：××，电话：××。"},
	},
	model.Overview: {
		{
			aspect: "主动公开", name: "主动公开",
			text: "【年】年，【单位】主动公开政府信息××条，内容包括政策文件、财政预决算、惠民补贴、公共服务等与群众生产生活密切相关的信息。",
		},
		{
			aspect: "依申请公开", name: "依申请公开", fits: func(r *model.Report) bool { return !noRequests(r) },
			text: "【年】年，【单位】新收政府信息公开申请{applications.received.total}件，上年结转{applications.carriedIn.total}件，办结{applications.handled.total}件，结转下年度继续办理{applications.carriedOut.total}件。",
		},
		{
			aspect: "依申请公开", name: "依申请公开（没有收到申请）", fits: noRequests,
			text: "【年】年，【单位】没有收到政府信息公开申请，也没有上年结转的申请。",
		},
		{
			aspect: "政府信息管理", name: "政府信息管理",
			text: "落实政府信息发布审查制度，坚持先审查、后公开，定期清理已公开的信息，做到内容准确、更新及时。",
		},
		{
			aspect: "政府信息公开平台建设", name: "平台建设",
			text: "通过市、县政府网站政务公开专栏和村（社区）公开栏发布政府信息，方便群众查询。",
		},
		{
			aspect: "监督保障", name: "监督保障",
			text: "指定专人负责政府信息公开工作，组织业务学习，把政府信息公开纳入年度工作考核，主动接受社会监督。",
		},
		{name: "复议、诉讼（没有发生）", text: "【年】年，【单位】没有发生因政府信息公开引起的行政复议和行政诉讼。"},
	},
	model.Problems: {
		{name: "存在的问题", text: "【年】年，【单位】政府信息公开工作还存在一些问题：一是主动公开的内容不够全面，二是部分信息更新不够及时，三是工作人员的业务水平有待提高。"},
		{name: "改进措施", text: "【次年】年，【单位】将从以下方面改进：一是梳理应当公开的事项，补齐缺项；二是明确各站所报送时限，信息形成后及时公开；三是加强业务培训，提高办理质量。"},
	},
	model.Other: {
		{name: "信息处理费（没有收取）", text: "【年】年，【单位】没有收取政府信息公开信息处理费。"},
		{name: "信息处理费（收取了）", text: "【年】年，【单位】依据《政府信息公开信息处理费管理办法》发出收费通知××件，收取信息处理费××元。"},
		{name: "没有其他事项", text: "无其他需要报告的事项。"},
	},
}
