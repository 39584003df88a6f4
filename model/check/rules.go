package check

import "nianbao/model"

// rule is one entry of the list of rules.
type rule struct {
	id     string
	level  Level  // of a finding that does not say otherwise
	scope  scope  // the forms that it is for
	source string // the paragraph that it rests on
	run    func(*checker)
}

// rules lists every rule: its code, its level, the forms it is for, and the
// paragraph it rests on. No rule names an edition: it says what it needs of the form
// (see scope), and holds for every edition to come that has it. Its test is
// TestRules/CODE, whose cases stand in cases_tables_test.go, cases_text_test.go and
// cases_source_test.go. A new rule is a line here, a function, its wording in
// messages.go, its cases, and a line in a script of ui/command/testdata, where a user
// meets it. A rule that asks more of some forms than of others has a line for each.
//
// 60号 is 国办公开办函〔2019〕60号, 30号 is 国办公开办函〔2021〕30号, 条例 is the
// Regulations on government information disclosure of 2019 (国令第711号).
//
// Two codes have no line. C14 (没有申请的，一键填 0) is a command of the window. F01
// (县级汇总＝各单位之和) belongs to the county's collection of reports.
var rules = []rule{
	{"A01", Error, formSince(2021, "disclosure"), "30号格式，表二：各格填数", noBlanks(model.Disclosure)},
	{"A02", Error, formSince(2021, "disclosure"), "30号格式，表二：件数", onlyValues(model.Disclosure, model.Count)},
	{"A03", Error, formWith("disclosure"), "30号格式，表二：收费金额单位万元", onlyValues(model.Disclosure, model.Money)},
	{"A04", Warning, formWith("disclosure.regulations.issued"), "立法法第九十三条：规章由设区的市以上制定", regulationsByRank},
	{"A05", Error, formWith("disclosure.*.issued", "disclosure.*.repealed", "disclosure.*.effective"), "30号格式，表二：现行有效＝上年＋制发−废止", effectiveAcross},
	{"A06", Error, formWith("disclosure.*.issued", "disclosure.*.repealed", "disclosure.*.effective"), "30号格式，表二：现行有效与制发、废止", effectiveAtLeast},
	{"A07", Warning, formWith("disclosure.documents.issued"), "条例第五十条第（一）项：文与表一致", documentsInProse},
	{"A08", Warning, formSince(2021, "disclosure.*.decided"), "条例第五十条第（一）项：文与表一致", decisionsInProse},
	{"A09", Warning, formWith("disclosure.fees.amount"), "30号格式，表二：单位万元", feesInYuan},
	{"A10", Info, formSince(2021, "disclosure"), "30号格式，表二：与上年比较", swings},

	{"B01", Error, formUntil(2020, "disclosure"), "60号格式，表二：各格填数", noBlanks(model.Disclosure)},
	{"B02", Error, formUntil(2020, "disclosure"), "60号格式，表二：件数", onlyValues(model.Disclosure, model.Count)},
	{"B02", Error, formWith("disclosure"), "60号格式，表二：增减、带单位的金额", onlyValues(model.Disclosure, model.Change, model.Amount)},
	{"B03", Error, formWith("disclosure.*.made", "disclosure.*.published", "disclosure.*.total"), "60号格式，表二第（一）项", published},
	{"B04", Warning, formWith("disclosure.*.previous", "disclosure.*.change"), "60号格式，表二第（五）（六）（八）项", itemsAcross},
	{"B05", Error, formWith("disclosure.procurement.projects", "disclosure.procurement.amount"), "60号格式，表二第（九）项", procurement},
	{"B06", Warning, formWith("disclosure.procurement.amount"), "60号格式，表二第（九）项：采购总金额", procurementUnit},
	{"B07", Warning, formWith("disclosure.*.published", "disclosure.*.total"), "60号格式，表二第（一）项：对外公开总数量", publishedAcross},

	{"C01", Error, formWith("applications"), "格式，表三表头的勾稽关系", balance},
	{"C02", Error, formWith("applications"), "格式，表三（七）总计", statedDown},
	{"C03", Error, formWith("applications"), "格式，表三总计列", statedAcross(model.Applications)},
	{"C04", Error, formWith("applications"), "格式，表三：件数", onlyValues(model.Applications)},
	{"C05", Error, formWith("applications"), "格式，表三：各格填数", noBlanks(model.Applications)},
	{"C06", Error, formWith("applications"), "格式，表三第二项：上年结转", carriedAcross},
	{"C07", Warning, formWith("applications"), "条例第五十条第（二）项：文与表一致", receivedInProse},
	{"C08", Warning, formWith("applications"), "条例第五十条第（二）项：文与表一致", finishedInProse},
	{"C09", Warning, formWith("applications"), "条例第五十条第（二）项：文与表一致", carriedInProse},
	{"C10", Warning, formWith("applications"), "条例第五十条第（二）项：文与表一致", kindsInProse},
	{"C11", Error, formWith("applications", "overview"), "条例第五十条第（二）项：收到和处理申请的情况", nothingReceived},
	{"C12", Warning, formWith("applications"), "格式，表三第四项：结转下年度", allFinished},
	{"C13", Warning, formWith("applications", "other"), "国办函〔2020〕109号：信息处理费", chargesAndRequests},

	{"D01", Error, formWith("disputes"), "格式，表四总计", statedAcross(model.Disputes)},
	{"D02", Error, formWith("disputes"), "格式，表四：件数，各格填数", disputes},
	{"D03", Warning, formWith("disputes"), "条例第五十条第（三）项：文与表一致", disputesInProse},
	{"D04", Warning, formWith("disputes"), "格式，表四：上年尚未审结的", pendingAcross},
	{"D05", Warning, formWith("disputes"), "格式，表四：复议后起诉", suitsAfterReview},
	{"D06", Info, formWith("applications", "disputes"), "条例第五十一条：因申请引起的复议、诉讼", disputesWithoutRequests},
	{"D07", Info, formWith("disputes"), "条例第五十条第（三）项：备案口径不同", filedInProse},

	{"E01", Warning, anyForm(), "文内算术：其中各项之和", wording(breakdowns)},
	{"E02", Warning, anyForm(), "文内算术：占比", wording(shares)},
	{"E03", Error, anyForm(), "文内日期", wording(dates)},

	{"S01", Warning, anyForm(), "格式，标题", titleWording},
	{"S02", Error, anyForm(), "条例第五十条：年度报告", titleYear},
	{"S03", Warning, anyForm(), "格式，六个部分的标题", headings},
	{"S04", Error, anyForm(), "格式，第二、三、四部分的表", readableTables},
	{"S05", Error, anyForm(), "格式，表的行列标签", labels},
	{"S06", Error, anyForm(), "60号、30号：年度与格式", editionOfYear},
	{"S07", Error, anyForm(), "格式，数据统计期限", period},
	{"S08", Warning, anyForm(), "60号、30号：所依据的格式", citedFormat},
	{"S09", Warning, anyForm(), "条例第五十条：上一年度的情况", otherYears},
	{"S10", Warning, anyForm(), "GB/T 9704—2012 7.3.5：署名、成文日期", signature},
	{"S11", Error, formWith("problems"), "条例第五十条第（四）项：存在的主要问题及改进情况", problems},
	{"S12", Warning, formSince(2021, "other"), "30号格式，第六部分：信息处理费", handlingFee},
	{"S13", Warning, formWith("preamble"), "格式，六个部分", partsInPreamble},
	{"S14", Warning, formSince(2021, "overview"), "30号格式，第一部分：五个方面", overviewAspects},
	{"S15", Info, formSince(2021, "overview"), "30号格式，第一部分：篇幅", overviewLength},
	{"S16", Warning, anyForm(), "公文残句、模板残留", wording(leftovers)},
	{"S17", Warning, anyForm(), "缺数", wording(missingNumbers)},
	{"S18", Warning, anyForm(), "重复字词", wording(repetitions)},
	{"S19", Warning, anyForm(), "机关名称前后一致", agencyNames},
	{"S20", Warning, anyForm(), "与上年雷同", sameAsLastYear},
	{"S21", Info, formWith("preamble"), "前言的联系方式", contact},
	{"S22", Warning, anyForm(), "条例第四十九条：公布期限", signatureDate},
	{"S23", Warning, anyForm(), "条例第十五条：个人隐私", wording(privateNumbers)},
	{"S24", Error, anyForm(), "模板占位符", wording(placeholders)},
	{"S25", Info, anyForm(), "GB/T 9704—2012 7.3.3：结构层次序数", outline},
	{"S26", Info, anyForm(), "条例第一条：政府信息公开", mixedTerms},
	{"S27", Info, anyForm(), "GB/T 15834、GB/T 15835：标点、数字", wordingOnce(widths)},
	{"S28", Warning, anyForm(), "字体里的字", unprintable},
}
