package check

import (
	"strings"

	"nianbao/model"
)

var frameCases = []ruleCase{
	{"S01", []breaking{
		bad("W 梧桐镇人民政府2026年政府信息公开年度报告|梧桐镇人民政府2026年政府信息公开工作年度报告|漏了“工作”", titled("梧桐镇人民政府2026年政府信息公开年度报告")),
		bad("W 梧桐镇关于2026年政府信息公开工作情况的报告|梧桐镇人民政府2026年政府信息公开工作年度报告|标准写法", titled("梧桐镇关于2026年政府信息公开工作情况的报告")),
		bad("W 关于梧桐镇人民政府2026年政府信息公开工作年度报告|梧桐镇人民政府2026年政府信息公开工作年度报告|关于", titled("关于梧桐镇人民政府2026年政府信息公开工作年度报告")),
		bad("W 2026年政府信息公开工作年度报告|梧桐镇人民政府2026年政府信息公开工作年度报告|请核对", titled("2026年政府信息公开工作年度报告")),
	}, []fitting{
		good(),
		good(titled("梧桐镇人民政府 ２０２６年政府信息公开工作年度报告")),
		good(titled("孝义市梧桐镇人民政府二〇二六年政府信息公开工作年度报告")),
	}},
	{"S02", []breaking{bad("E 2025|2026|标题里写的是 2025 年", titled("梧桐镇人民政府２０２５年政府信息公开工作年度报告"))}, []fitting{good(titled("二○二六年报告"))}},
	{"S06", []breaking{bad("E |2021|2021 版，有 1 个数", typed("disclosure.procurement.projects=2"))}, []fitting{good(of(2020), cells("disclosure.procurement.projects=2"))}},
	{"S10", []breaking{
		bad("W |梧桐镇人民政府|没有落款机关和成文日期", signed("", "")),
		bad("W ||没有成文日期", signed("梧桐镇人民政府", "")),
		bad("W |梧桐镇人民政府|没有落款机关", signed("", "2027-01-20")),
		bad("W 梧桐镇政府|梧桐镇人民政府|改成一致", signed("梧桐镇政府", "2027-01-20")),
	}, []fitting{good()}},
	{"S13", []breaking{
		bad("W 5|6|由 5 个部分组成", writes(model.Preamble, "本报告由五个部分组成。")),
		bad("W 6|5|列出的是 5 个", writes(model.Preamble, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、其他需要报告的事项等六个部分组成。")),
	}, []fitting{
		good(writes(model.Preamble, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。")),
		good(writes(model.Preamble, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况以及其他需要报告的事项6部分组成。")),
		good(writes(model.Preamble, "本报告由六个部分组成。")),
		good(says("领导小组由5个部分组成。")),
	}},
	{"S19", []breaking{
		bad("W 下堡镇|梧桐镇|前言里出现了“下堡镇”", writes(model.Preamble, "孝义市下堡镇人民政府高度重视。")),
		bad("W 下堡镇|梧桐镇|一、总体情况里出现了", says("下堡镇高度重视政府信息公开工作。")),
		bad("W 梧桐乡|梧桐镇|本单位是“梧桐镇人民政府”", says("梧桐乡人民政府编制本报告。")),
		bad("W 下堡镇|梧桐镇|标题", titled("下堡镇人民政府2026年政府信息公开工作年度报告")),
	}, []fitting{
		good(says("孝义市梧桐镇人民政府、梧桐镇党委高度重视。")),
		good(says("各乡镇政府、全市乡镇人民政府，督促镇政府，由镇党委领导，城镇建设，县、乡镇政府，美丽乡村。")),
		good(kind(model.County), says("下堡镇高度重视政府信息公开工作。")),
		good(says("与下堡镇联合开展宣传。")),
	}},
	{"S21", []breaking{
		bad("I ||没有邮编、地址", writes(model.Preamble, "联系电话：0358-7628123。")),
		bad("I 03230||不是 6 位", writes(model.Preamble, "地址：梧桐镇梧桐村，邮编：03230，联系电话：0358-7628123。")),
		bad("I 0358-76281||位数不对", writes(model.Preamble, "地址：梧桐镇梧桐村，邮编：032300，联系电话：0358-76281。")),
	}, []fitting{
		good(),
		good(writes(model.Preamble, "如有疑问请联系（地址：孝义市梧桐镇梧桐村；邮政编码：０３２３００；联系电话：0358-7628123、7628124）。")),
	}},
	{"S22", []breaking{
		bad("E 2026-12-31|2027-01-01|还没有过完", signed("梧桐镇人民政府", "2026-12-31")),
		bad("W 2027-02-01|2027-01-31|2027年2月1日，晚于 2027年1月31日", signed("梧桐镇人民政府", "2027-02-01")),
		bad("W 2027-04-01|2027-03-31|晚于", kind(model.County), signed("梧桐镇人民政府", "2027-04-01")),
	}, []fitting{
		good(signed("梧桐镇人民政府", "2027-01-01")),
		good(signed("梧桐镇人民政府", "2027-01-31")),
		good(kind(model.County), signed("梧桐镇人民政府", "2027-03-31")),
		good(signed("", "")),
	}},
}

var contentCases = []ruleCase{
	{"S07", []breaking{
		bad("W ||没有写统计期限", only(model.Preamble, "我镇编制了本报告。")),
		bad("E 2025-01-01至2025-12-31|2026-01-01至2026-12-31|应为 2026 年 1 月 1 日", only(model.Preamble, "所列数据的统计期限自2025年1月1日起至2025年12月31日止。")),
		bad("E 2026-01-01至2026-11-30|2026-01-01至2026-12-31|2026年1月1日至11月30日", only(model.Preamble, "统计期限为2026年1月1日至11月30日。")),
	}, []fitting{
		good(),
		good(only(model.Preamble, "本报告数据统计期限为2026年1月1日至12月31日。")),
		good(only(model.Preamble, "统计期限为2026年度。")),
		good(says("2026年3月1日至5月31日开展宣传。")),
	}},
	{"S08", []breaking{
		bad("W 〔2019〕60号|国办公开办函〔2021〕30号|引用了", writes(model.Preamble, "根据国办公开办函〔2019〕60号编制。")),
		bad("W 年度报告格式（试行）|国办公开办函〔2021〕30号|引用了", writes(model.Preamble, "根据《政府信息公开工作年度报告格式（试行）》编制。")),
		bad("W [2021]30号|国办公开办函〔2019〕60号|2020 年度", of(2020), writes(model.Preamble, "根据国办公开办函[2021] 30号编制。")),
	}, []fitting{
		good(writes(model.Preamble, "根据国办公开办函〔2021〕30号编制。")),
		good(of(2020), writes(model.Preamble, "根据国办公开办函〔2019〕60号编制。")),
		good(says("落实《基层政务公开标准（试行）》，印发〔2018〕60号文。")),
	}},
	{"S09", []breaking{
		bad("W 2024|2026|出现了 2024 年", says("2024年我镇公开信息60条。")),
		bad("W 2025|2026|出现了 2025 年", says("2025年我镇公开信息60条。")),
		bad("W 2026|2027|讲下一步的话里写的是 2026 年", writes(model.Problems, "下一步，2026年我镇将加强培训。")),
	}, []fitting{
		good(says("根据《条例》（2019年修订），2026年我镇公开信息60条，比2025年增加2条，与2025年相比有进步。")),
		good(says("《梧桐镇2025年工作总结》已公开，自2019年以来未发生泄密。")),
		good(writes(model.Problems, "2026年存在公开不及时的问题。下一步，2027年我镇将加强培训。")),
		good(writes(model.Problems, "2026年存在公开不及时的问题。下一步将加强培训。")),
		good(writes(model.Problems, "针对2025年存在的问题，已完成整改。")),
	}},
	{"S11", []breaking{
		bad("E ||还没有写", only(model.Problems, "")),
		bad("E ||只写了“无”", only(model.Problems, "无")),
		bad("E ||没有看到改进情况", only(model.Problems, "信息公开的主动性不够，及时性较差。")),
	}, []fitting{good(), good(only(model.Problems, "部分栏目更新不及时，下步抓好更新。"))}},
	{"S12", []breaking{bad("W ||信息处理费", only(model.Other, "无其他需要报告的事项。"))}, []fitting{good(), good(of(2020), only(model.Other, "无"))}},
	{"S14", []breaking{bad("W ||没有写到：政府信息公开平台建设、监督保障", only(model.Overview, "主动公开、依申请公开、政府信息管理。"))}, []fitting{
		good(), good(of(2020), only(model.Overview, "主动公开。")),
		good(only(model.Overview, "主动公开、依申请公开、政府信息管理、平台建设。"), headed("考核评议", "有力。")),
	}},
	{"S15", []breaking{bad("I 1001|1000|总体情况有 1001 字", only(model.Overview, strings.Repeat("公", 1001)))}, []fitting{
		good(only(model.Overview, strings.Repeat("公 开\n", 500))), good(of(2020), only(model.Overview, strings.Repeat("公", 1001))),
	}},
	{"S20", []breaking{
		several("W 98.2%|90%|相似度是 98.2%，达到 90%", says(longText), lastYear(says(longText))),
		several("W 96.2%|90%|几乎没有改", says(longText+"2026年公开信息72条。"), lastYear(says(longText+"2025年公开信息60条。"))),
	}, []fitting{
		good(says(longText)),
		good(only(model.Overview, strings.Repeat("主动公开依申请公开政府信息管理平台建设监督保障各项新的工作都做得与往年不同。", 9)), lastYear(says(longText))),
	}},
}

const longText = "我镇紧紧围绕市委、市政府决策部署，及时将落实措施及执行情况向社会公开，重点公开涉及群众切身利益、需要群众广泛知晓的事项，" +
	"把公开透明的要求贯穿于服务各个环节，以公开促进服务水平的提高，创造条件保障人民群众更好地了解和监督政府工作。"

var wordingCases = []ruleCase{
	{"S16", []breaking{
		bad("W 特此报告||一、总体情况里有“特此报告”", says("以上情况，特此报告。")),
		bad("W 该部分以表格形式报告||删去", says("该部分以表格形式报告。")),
	}, []fitting{good(says("特此说明，报告已公开。"))}},
	{"S17", []breaking{
		bad("W 全年共收到申请件||缺了数字", says("全年共收到申请件，均已办结。")),
		bad("W 全年开展培训次||缺了数字", says("全年开展培训次，成效明显。")),
		bad("W 累计开展培训次||缺了数字", says("累计开展培训  次。")),
		bad("W 现行有效的规范性文件||缺了数字", says("现行有效的规范性文件。")),
	}, []fitting{
		good(says("全年共收到申请3件，累计开展培训多次，共办理依申请件。")),
		good(says("及时清理现行有效的规范性文件。")),
		good(says("公布规范性文件，健全工作条件，共同公开政府文件。")),
	}},
	{"S18", []breaking{
		bad("W 镇镇||“镇镇”像是重复", says("我镇镇政府公开信息。")),
		bad("W 政府政府||重复", says("我镇政府政府高度重视。")),
		bad("W 的的||重复", says("群众关心的的问题。")),
		bad("W 信息公开信息公开||重复", says("推进信息公开信息公开工作。")),
		bad("W ，，||重复", says("公开信息，，接受监督。")),
	}, []fitting{
		good(says("梧桐镇人民政府政府信息公开工作，为了了解情况，的的确确，各镇镇长，孝义市市场监管局。")),
		good(says("一项一项梳理，逐条逐项，人人参与，哈哈哈哈哈哈，清清楚楚，认认真真，常委会会议，村村通，研究研究。")),
		good(says("共公开信息，11、22条，2020。")),
	}},
	{"S23", []breaking{
		bad("W 110*************2X||身份证号", says("申请人身份证号11010519491231002X。")),
		bad("W 138******78||手机号", says("联系人：王某，１３８１２３４５６７８。")),
		bad("W 622**************91||银行卡号", says("缴费账号6225880137706868991。")),
	}, []fitting{
		good(says("电话0358-7628123，文号202600012345，统一社会信用代码11141181012345678X，编号110105194912310021。")),
		good(says("点击量13812345678901次，编号6225880137706868992。")),
	}},
	{"S24", []breaking{
		bad("E ××||“××”", says("××镇高度重视。")),
		bad("E XX||没有填完", says("共公开信息XX条。")),
		bad("E ××||没有填完", says("20××年公开信息。")),
		bad("E xx||没有填完", says("共公开信息xx条。")),
		bad("E （ ）||没有填完", says("共公开信息（ ）条。")),
		bad("E ？||没有填完", says("共公开信息？条。")),
		bad("E ____||没有填完", says("共公开信息____条。")),
		bad("E 【待核：60】||来自上年报告，还没有核对", says("共公开信息【待核：60】余条。")),
		bad("E 【待核】||来自上年报告", says("共公开信息【待核】60余条。")),
		bad("E 【待核||来自上年报告", says("共公开信息【待核60余条。")),
	}, []fitting{
		good(says("信息公开待核实，【待办】3条。")),
		good(says("版面28×22，《怎么办？》，“一网通办怎么用？”，（一）公开，XXL号。")),
	}},
	{"S25", []breaking{
		bad("I 1、|1.|用了序数“1、”", says("1、公开。\n2、公开。")),
		bad("I 1、|（一）|小标题用的是“1、”", numbered(model.Arabic), headed("主动公开", "公开。")),
		bad("I 一、|（一）|相同", says("一、公开。")),
		bad("I （1）||跳过了一级", headed("主动公开", "（1）公开。")),
		bad("I 1.||跳过了一级", writes(model.Problems, "1.公开不及时。")),
	}, []fitting{
		good(headed("主动公开", "1.公开。\n（1）公开。\n2.公开。")),
		good(says("（一）公开\n1.公开。\n1.5万元。")),
		good(says("一是公开，二是公开。")),
	}},
	{"S26", []breaking{
		bad("I 政务公开工作||“政务公开工作”1 次", says("推进政务公开工作。")),
		bad("I 政务公开|政府信息公开|标题写的是“政务公开”", titled("梧桐镇人民政府2026年政务公开工作年度报告")),
	}, []fitting{good(says("政务公开栏、政务公开工作领导小组、基层政务公开标准化。"))}},
	{"S27", []breaking{
		bad("I １２||全角的数字或字母，如“１２”", says("公开１２条。")),
		bad("I ,||2 处汉字旁边的半角标点", says("公开信息,接受监督;公开。")),
		bad("I (||半角括号", says("公开信息(条)。")),
	}, []fitting{good(says("公开信息1,234条，8:30开门，（条），A4纸，3.5万元。"))}},
}
