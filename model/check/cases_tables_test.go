package check

import "nianbao/model"

var disclosureCases = []ruleCase{
	{"A01", []breaking{bad("E ||1 格没有填", cells("disclosure.fees.amount="))}, []fitting{good(), good(of(2020), cells("disclosure.fees.change="))}},
	{"A02", []breaking{bad("E -1||“-1”", written("disclosure.documents.issued=-1"))}, []fitting{good(cells("disclosure.documents.issued=12"))}},
	{"A03", []breaking{bad("E 5万元||带了单位，这一格只填数字。这一格以万元为单位", written("disclosure.fees.amount=5万元"))}, []fitting{good(cells("disclosure.fees.amount=190.457379"))}},
	{"A04", []breaking{
		bad("W 2|0|“规章”填了 2、2，乡镇无权", cells("disclosure.regulations.issued=2", "disclosure.regulations.effective=2")),
		bad("W 1|0|县级部门", kind(model.Department), cells("disclosure.regulations.effective=1")),
	}, []fitting{
		good(cells("disclosure.documents.issued=2")),
		good(kind(model.City), cells("disclosure.regulations.effective=2")),
	}},
	{"A05", []breaking{
		bad("E 6|7|上年现行有效件数 5 ＋ 本年制发件数 3 − 本年废止件数 1 ＝ 7，现行有效件数填的是 6",
			lastYear(cells("disclosure.documents.effective=5")), cells("disclosure.documents.issued=3", "disclosure.documents.repealed=1", "disclosure.documents.effective=6")),
		bad("W 4|5|请核对", lastYear(cells("disclosure.documents.effective=5")), cells("disclosure.documents.effective=4"), says("有1件规范性文件自动失效。")),
	}, []fitting{
		good(lastYear(cells("disclosure.documents.effective=5")), cells("disclosure.documents.issued=3", "disclosure.documents.repealed=1", "disclosure.documents.effective=7")),
		good(cells("disclosure.documents.effective=5")), // without last year's report
		good(of(2021), lastYear(cells("disclosure.documents.total=9")), cells("disclosure.documents.effective=5")),
	}},
	{"A06", []breaking{
		bad("E 1|3|现行有效件数填的是 1，不应更少", cells("disclosure.documents.issued=4", "disclosure.documents.repealed=1", "disclosure.documents.effective=1")),
		bad("E 6|5|废止的不应更多", lastYear(cells("disclosure.documents.effective=3")), cells("disclosure.documents.issued=2", "disclosure.documents.repealed=6")),
	}, []fitting{
		good(cells("disclosure.documents.issued=4", "disclosure.documents.repealed=1", "disclosure.documents.effective=3")),
		good(cells("disclosure.documents.repealed=6")),
		good(lastYear(cells("disclosure.documents.effective=3")), cells("disclosure.documents.issued=2", "disclosure.documents.repealed=5")),
	}},
	{"A07", []breaking{
		bad("W 3|2|“2026年制发规范性文件3件”，表二“行政规范性文件”本年制发件数是 2", cells("disclosure.documents.issued=2", "disclosure.documents.effective=2"), says("2026年制发规范性文件3件。")),
		bad("W 1|0|“废止1件”", says("制定规范性文件0件，废止1件。")),
		bad("W 5|4|“现行有效的行政规范性文件5件”", cells("disclosure.documents.effective=4"), says("截至2026年底，现行有效的行政规范性文件五件。")),
	}, []fitting{
		good(cells("disclosure.documents.issued=2", "disclosure.documents.effective=2"), says("全年制发行政规范性文件2件，废止0件，现行有效2件。")),
		good(says("转发上级规范性文件3件。")),
		good(says("县本级制发规范性文件3件。")),
		good(says("制发规范性文件约3件。")),
		good(says("2025年制发规范性文件3件。")),
		good(says("制发文件3件，废止合同1件。")),
	}},
	{"A08", []breaking{
		bad("W 120|12|“办理行政许可120件”，表二“行政许可”本年处理决定数量是 12", cells("disclosure.licensing.decided=12"), says("办理行政许可120件。")),
		bad("W 1|0|“行政强制1次”", says("行政强制1次。")),
		bad("W 0元|3.5万元|“行政事业性收费0元”", cells("disclosure.fees.amount=3.5"), writes(model.Other, "行政事业性收费0元。")),
		bad("W 2万元|3.5万元|“全年收取行政事业性收费2万元”", cells("disclosure.fees.amount=3.5"), writes(model.Other, "（一）收费情况：全年收取行政事业性收费2万元。")),
		bad("W 2万元|3.5万元|“行政事业性收费2万元”", cells("disclosure.fees.amount=3.5"), headed("信息处理费收取情况", "全年未收取信息处理费。行政事业性收费2万元。")),
		bad("W 0元|3.5万元|“收费0元”", cells("disclosure.fees.amount=3.5"), says("收费0元。")),
		bad("W 2万元|3.5万元|“收费金额2万元”", cells("disclosure.fees.amount=3.5"), says("收费金额2万元。")),
		bad("W 2万元|3.5万元|“全年收费2万元”", cells("disclosure.fees.amount=3.5"), func(d *draft) {
			d.r.Narrative[model.Other] = []model.Block{{Heading: "行政事业性收费情况", Text: "全年收费2万元。"}}
		}),
		bad("W 5701元|0.57万元|“收费5701元”", cells("disclosure.fees.amount=0.57"), says("收费5701元。")),
		bad("W 3.5万元|4万元|“行政事业性收费3.5万元”", cells("disclosure.fees.amount=4"), says("行政事业性收费3.5万元。")),
	}, []fitting{
		good(cells("disclosure.licensing.decided=12", "disclosure.penalties.decided=3"), says("作出行政许可决定12件、行政处罚3件、行政强制0件。")),
		good(says("受理行政许可120件。")), // received, not decided
		good(says("行政许可、行政处罚120件。")),
		good(cells("disclosure.fees.amount=190.457379"), says("行政事业性收费190.46万元，收费1904573.79元。")),
		good(cells("disclosure.fees.amount=3.5"), writes(model.Other, "（一）收费情况：0元。")),
		good(cells("disclosure.fees.amount=3.5"), writes(model.Other, "本年度收取信息处理费情况：收费0元。")),
		good(cells("disclosure.fees.amount=3.5"), writes(model.Other, "1.收费0万元。2.其他无。")),
		good(cells("disclosure.fees.amount=3.5"), says("依申请公开信息处理费：本年度收费0元。")),
		good(cells("disclosure.fees.amount=3.5"), headed("信息处理费收取情况", "全年收费0元。")),
		good(cells("disclosure.fees.amount=3.5"), headed("依申请公开", "全年收费0元。")),
		good(cells("disclosure.fees.amount=3.5"), says("答复政府信息公开申请，收费0元。")),
		good(cells("disclosure.fees.amount=3.5"), writes(model.Other, "全年未收取任何费用，收费金额为0元。")),
		good(cells("disclosure.fees.amount=0.57"), says("收费5700元。")),
		good(cells("disclosure.fees.amount=1.1"), says("行政事业性收费11000元。")),
		good(says("公开行政处罚信息12条。")),
	}},
	{"A09", []breaking{
		bad("W 10000||超过 1 亿元", cells("disclosure.fees.amount=10000")),
		bad("W 350|3.5|超过 100 倍", lastYear(cells("disclosure.fees.amount=3.5")), cells("disclosure.fees.amount=350")),
	}, []fitting{
		good(cells("disclosure.fees.amount=9999.99")),
		good(lastYear(cells("disclosure.fees.amount=3.5")), cells("disclosure.fees.amount=349")),
		good(lastYear(), cells("disclosure.fees.amount=350")),
	}},
	{"A10", []breaking{
		bad("I 11|1|相差 10 倍", lastYear(cells("disclosure.licensing.decided=1")), cells("disclosure.licensing.decided=11")),
		bad("I 0|7|是不是漏填", lastYear(cells("disclosure.penalties.decided=7"))),
		bad("I 0.5|6|相差 10 倍", lastYear(cells("disclosure.fees.amount=6")), cells("disclosure.fees.amount=0.5")),
	}, []fitting{
		good(lastYear(cells("disclosure.licensing.decided=1")), cells("disclosure.licensing.decided=10")),
		good(lastYear(), cells("disclosure.licensing.decided=500")),
		good(cells("disclosure.licensing.decided=500")),
	}},

	{"B01", []breaking{bad("E ||1 格没有填", of(2020), cells("disclosure.fees.change="))}, []fitting{good(of(2020)), good(cells("disclosure.fees.amount="))}},
	{"B02", []breaking{
		bad("E -3||行政许可", of(2020), written("disclosure.licensing.previous=-3")),
		bad("E 若干||行政许可", of(2020), written("disclosure.licensing.change=若干")),
		bad("E 若干||采购", of(2020), written("disclosure.procurement.amount=若干")),
	}, []fitting{good(of(2020), cells("disclosure.licensing.change=+14", "disclosure.penalties.change=-3", "disclosure.penalties.previous=3")), good(written("disclosure.documents.issued=-1"))}}, // of 2026: A02's
	{"B03", []breaking{
		bad("E 3|2|新公开的不应多于总数", of(2020), cells("disclosure.documents.made=3", "disclosure.documents.published=3", "disclosure.documents.total=2")),
		bad("W 3|2|新公开的多于新制作的", of(2020), cells("disclosure.documents.made=2", "disclosure.documents.published=3", "disclosure.documents.total=3")),
	}, []fitting{good(of(2020), cells("disclosure.documents.made=3", "disclosure.documents.published=3", "disclosure.documents.total=3"))}},
	{"B04", []breaking{
		bad("W 2|-3|相加小于 0", of(2020), cells("disclosure.licensing.previous=2", "disclosure.licensing.change=-3")),
		bad("W 12|15|上年报告是 10，本年增/减 5，应为 15", of(2020), lastYear(cells("disclosure.fees.previous=10", "disclosure.fees.change=5")), cells("disclosure.fees.previous=12")),
	}, []fitting{
		good(of(2020), cells("disclosure.licensing.previous=3", "disclosure.licensing.change=-3")),
		good(of(2020), lastYear(cells("disclosure.fees.previous=10", "disclosure.fees.change=5")), cells("disclosure.fees.previous=15")),
	}},
	{"B05", []breaking{
		bad("E 2|0|一个是 0", of(2020), cells("disclosure.procurement.projects=2")),
		bad("E 0|4万元|一个是 0", of(2020), cells("disclosure.procurement.amount=4万元")),
	}, []fitting{good(of(2020), cells("disclosure.procurement.projects=2", "disclosure.procurement.amount=4万元")), good(of(2020), cells("disclosure.procurement.amount=0.00万元"))}},
	{"B06", []breaking{bad("W 251000||没有单位", of(2020), cells("disclosure.procurement.projects=2", "disclosure.procurement.amount=251000"))}, []fitting{
		good(of(2020), cells("disclosure.procurement.projects=2", "disclosure.procurement.amount=251000元")), good(of(2020)),
	}},
	{"B07", []breaking{bad("W 4|5|比上年少", of(2020), lastYear(cells("disclosure.documents.total=5")), cells("disclosure.documents.total=4"))}, []fitting{
		good(of(2020), lastYear(cells("disclosure.documents.total=5")), cells("disclosure.documents.total=5")), good(of(2020), cells("disclosure.documents.total=4")),
	}},
}

// twoYears: five requests received and two carried in, four granted and three not.
func twoYears() step {
	return cells("received.person=5", "carriedIn.person=2", "granted.person=4", "secret.person=3")
}

// carriedOver: three requests received, one of them not finished.
func carriedOver() step {
	return cells("received.person=3", "granted.person=2", "carriedOut.person=1")
}

var applicationsCases = []ruleCase{
	{"C01", []breaking{
		several("E 4|3|自然人列：新收 3 ＋ 上年结转 1 ＝ 4，总计 3 ＋ 结转下年度 0 ＝ 3，差 1。请核对；若“结转下年度继续办理”填 1 即平", cells("received.person=3", "carriedIn.person=1", "granted.person=3")),
		several("E 2|3|自然人列：新收 1 ＋ 上年结转 1 ＝ 2，总计 3 ＋ 结转下年度 0 ＝ 3，差 1。办结的比收到的多", cells("received.person=1", "carriedIn.person=1", "granted.person=3")),
		several("E 2|3|自然人列：新收 2 ＋ 上年结转 0 ＝ 2，总计 2 ＋ 结转下年度 1 ＝ 3，差 1", cells("received.person=2", "granted.person=2", "carriedOut.person=1")),
	}, []fitting{
		good(cells("received.person=3", "carriedIn.person=1", "granted.person=3", "carriedOut.person=1")),
	}},
	{"C02", []breaking{bad("E 3|2|原文合计 3，应为 2", finished(2), stated("handled.person=3")), bad("W 两件|2|写的是“两件”，不是数字", finished(2), written("handled.person=两件"))}, []fitting{good(finished(2), stated("handled.person=2"))}},
	{"C03", []breaking{bad("E 0|5|原文合计 0，应为 5", cells("secret.other=5"), stated("secret.total=0")), bad("W /|0|“/”，不是数字", written("secret.total=/"))}, []fitting{good(cells("secret.other=5"), stated("secret.total=6"), written("secret.person=-1", "secret.total=4")), good(cells("secret.other=5"), stated("secret.total=5"))}},
	{"C04", []breaking{bad("E 1.5||自然人", written("granted.person=1.5"))}, []fitting{good(cells("granted.person=15"))}},
	{"C05", []breaking{bad("E ||2 格没有填", cells("granted.person=", "granted.legal="))}, []fitting{good()}},
	{"C06", []breaking{
		several("E 1|2|自然人列填的是 1，上年报告“结转下年度继续办理”是 2", lastYear(cells("carriedOut.person=2")), cells("carriedIn.person=1", "carriedIn.other=1")),
		several("E 3|2|自然人列填的是 3，上年报告“结转下年度继续办理”是 2", lastYear(cells("carriedOut.person=2")), cells("carriedIn.person=3")),
		several("E 1|0|自然人列填的是 1，上年报告“结转下年度继续办理”是 0", lastYear(cells("carriedOut.person=0")), cells("carriedIn.person=1")),
	}, []fitting{
		good(lastYear(cells("carriedOut.person=2")), cells("carriedIn.person=2")),
		good(of(2021), lastYear(cells("carriedOut.person=2")), cells("carriedIn.person=2")),
		good(cells("carriedIn.person=2")),
	}},
	{"C07", []breaking{
		bad("W 12|10|“本年共收到政府信息公开申请12件”，表三“本年新收”总计是 10", finished(10), says("本年共收到政府信息公开申请12件。")),
		bad("W 12|10|“我镇收到12件依申请公开申请”", finished(10), says("我镇收到十二件依申请公开申请。")),
		bad("W 12|10|“通过县政府网站、信函等渠道收到政府信息公开申请12件”", finished(10), says("通过县政府网站、信函等渠道收到政府信息公开申请12件。")),
		bad("W 12|10|“县政府网站、信函等渠道收到政府信息公开申请12件”", finished(10), says("县政府网站、信函等渠道收到政府信息公开申请12件。")),
		bad("W 12|10|“我镇从县政府接收政府信息公开申请12件”", finished(10), says("我镇从县政府接收政府信息公开申请12件。")),
		bad("W 12|10|“我镇收到政府信息公开申请12件”", finished(10), says("按照县政府要求，我镇收到政府信息公开申请12件。")),
		bad("W 12|10|“县政府收到政府信息公开申请12件”", finished(10), named("清源县人民政府"), kind(model.County), says("县政府收到政府信息公开申请12件。")),
		bad("W 12|10|“镇政府收到政府信息公开申请12件”", finished(10), says("镇政府收到政府信息公开申请12件。")),
		bad("W 12|10|“我镇收到政府信息公开申请12件”", finished(10), says("县政府收到涉及我镇的信息公开申请2件，我镇收到政府信息公开申请12件。")),
		bad("W 3|0|“本年共收到依申请公开办件3件”", says("本年共收到依申请公开办件 3 件。")),
	}, []fitting{
		good(finished(10), says("本年共收到政府信息公开申请10件。")),
		good(cells("received.person=10", "carriedIn.person=2", "granted.person=12"), says("2026年受理政府信息公开申请12件。")),
		good(cells("received.person=10", "carriedOut.person=2", "granted.person=8"), says("办理政府信息公开申请8件。")),
		good(finished(10), says("共收到政府信息公开申请10余件。")),
		good(finished(10), says("通过网站收到政府信息公开申请7件。")),
		good(finished(10), says("2025年收到政府信息公开申请7件。")),
		good(finished(10), cells("received.legal=2"), says("收到公民申请10件。")),
		good(finished(10), says("收到低保申请7件，收到申请人来信3件。")),
		good(finished(10), says("县政府收到涉及我镇的信息公开申请2件，我镇予以配合答复。")),
		good(finished(10), says("市政府受理涉及我镇的政府信息公开申请2件，办结2件。")),
		good(finished(10), says("上级接到涉及我镇的政府信息公开申请2件。")),
		good(finished(10), says("本年度县政府共收到涉及我镇的政府信息公开申请2件，均已办结。")),
		good(finished(10), headed("依申请公开", "县政府收到涉及我镇的申请2件。")),
		good(finished(10), says("全年区政府收到政府信息公开申请2件，我镇收到10件。")),
		good(finished(10), says("收到申请10件。县政府办理涉及我镇的信息公开申请2件。")),
		good(finished(10), says("收到申请10件。上级答复涉及我镇的信息公开申请2件。")),
		good(finished(10), says("由县政府受理的政府信息公开申请2件。")),
		good(finished(10), says("县人民政府收到涉及我镇的信息公开申请2件。")),
		good(finished(10), named("清源县人民政府"), kind(model.County), says("县政府收到政府信息公开申请10件。")),
		good(finished(10), says("收到{applications.received.total}件政府信息公开申请。")),
	}},
	{"C08", []breaking{
		bad("W 5|3|“办结5件”，表三“本年度办理结果”总计是 3", finished(3), says("收到政府信息公开申请3件，办结5件。")),
		bad("W 5|4|“收到政府信息公开申请5件均已办结”", cells("received.person=5", "granted.person=4", "carriedOut.person=1"), says("收到政府信息公开申请5件均已办结。")),
		bad("W 4|7|“已办结4件”", twoYears(), says("上年结转申请2件，已办结2件；本年收到申请5件，已办结4件。")),
		bad("W 2|3|“已按时答复2件”", finished(3), says("收到政府信息公开申请3件，已按时答复2件。")),
	}, []fitting{
		good(finished(3), says("收到政府信息公开申请3件，均已按期办结3件。")),
		good(finished(3), says("办结12345热线工单5件。")),
		good(twoYears(), says("上年结转2件均已办结，新收申请5件均已办结。")),
		good(twoYears(), says("全年收到政府信息公开申请5件均已答复。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。办理行政许可126件，办结126件。")),
		good(twoYears(), says("上年结转申请2件，已办结2件；本年收到申请5件，已办结5件。")),
		good(finished(3), says("收到政府信息公开申请3件。办理人大建议，办结5件。")),
		good(finished(3), says("收到政府信息公开申请3件，尚未办结5件。")),
	}},
	{"C09", []breaking{
		bad("W 1|0|“上年结转1件”，表三“上年结转”总计是 0", finished(3), says("收到政府信息公开申请3件（上年结转1件）。")),
		bad("W 2|0|“结转下年度继续办理2件”", finished(3), says("收到政府信息公开申请3件，结转下年度继续办理2件。")),
	}, []fitting{
		good(cells("received.person=3", "carriedIn.person=1", "granted.person=2", "carriedOut.person=2"), says("收到政府信息公开申请3件，上年结转1件，结转下年度2件。")),
		good(says("上年结转资金1个。")),
	}},
	{"C10", []breaking{
		bad("W 2|3|“予以公开2件”，表三“予以公开”总计列是 3", finished(3), says("收到政府信息公开申请3件，予以公开2件。")),
		bad("W 1|2|“其中不予公开1件”", cells("received.person=2", "secret.person=1", "inquiry.person=1"), says("收到政府信息公开申请2件，其中不予公开1件。")),
		bad("W 1|3|“其中自然人申请1件”", finished(3), says("收到政府信息公开申请3件，其中自然人申请1件。")),
		bad("W 1|4|“其中予以公开1件”", twoYears(), says("上年结转申请2件，本年收到申请5件，其中予以公开1件。")),
		bad("W 1|4|“其中予以公开1件”", twoYears(), says("收到政府信息公开申请5件，上年结转2件，共办结7件，其中予以公开1件。")),
		bad("W 1|4|“其中予以公开1件”", twoYears(), says("收到政府信息公开申请5件，上年结转2件，其中予以公开1件。")),
		bad("W 5|4|“其中予以公开5件”", twoYears(), says("收到申请5件，上年结转2件均已办结，其中予以公开5件。")),
		bad("W 6|4|“全年予以公开6件”", twoYears(), says("收到申请5件。上年结转申请2件，全年予以公开6件。")),
		bad("W 1|0|“部分公开1件”", twoYears(), says("收到申请5件。上年结转申请2件，其中予以公开1件、部分公开1件。")),
		bad("W 2|4|“予以公开2件”", twoYears(), says("上年结转申请2件，予以公开1件；本年收到申请5件，予以公开2件。")),
		bad("W 1|0|“其他处理1件”", of(2020), says("收到政府信息公开申请0件，其他处理1件。")),
	}, []fitting{
		good(cells("received.person=2", "secret.person=1", "inquiry.person=1"), says("收到政府信息公开申请2件，其中自然人2件、法人或其他组织0件，不予公开2件，无法提供0件，不予处理0件，其他处理0件。")),
		good(cells("received.business=1", "received.legal=1", "granted.legal=2"), says("收到政府信息公开申请2件，法人或其他组织申请2件。")),
		good(finished(3), says("收到公民、法人和其他组织申请3件。")),
		good(cells("received.person=3", "received.legal=1", "granted.person=4"), says("收到政府信息公开申请4件，收到公民申请3件。")),
		good(finished(3), says("公开建议提案答复，予以公开7件。")),
		good(twoYears(), headed("依申请公开情况", "本年新收申请5件，均已办结。上年结转2件均已办结，其中予以公开1件、不予公开1件。")),
		good(twoYears(), says("收到政府信息公开申请5件。上年结转2件均已办结，其中予以公开1件、不予公开1件。")),
		good(twoYears(), says("上年结转申请2件，均已办结，其中予以公开1件，不予公开1件；本年收到申请5件，予以公开3件，不予公开2件。")),
		good(twoYears(), says("收到申请5件。上年结转的2件政府信息公开申请，予以公开1件、不予公开1件。")),
		good(twoYears(), says("收到政府信息公开申请5件；2025年结转2件，答复2件，其中予以公开1件，不予公开1件。")),
		good(twoYears(), says("收到申请5件，上年结转2件均已办结，其中予以公开1件、不予公开1件。")),
		good(twoYears(), says("收到申请5件，上年结转2件均已办结，其中予以公开4件、不予公开3件。")),
		good(twoYears(), headed("依申请公开", "2026年新收5件，2025年转入2件。转入的2件，1件予以公开，1件不予公开；新收的5件，3件予以公开，2件不予公开。")),
		good(twoYears(), says("收到政府信息公开申请5件。上年结转2件，均已办结。其中，予以公开1件，不予公开1件。")),
		good(twoYears(), cells("received.person=4", "received.legal=1", "carriedIn.person=1", "carriedIn.business=1", "secret.person=1", "secret.legal=2"), says("收到申请5件，其中自然人4件、法人或其他组织1件。上年结转申请2件，其中自然人1件、法人或其他组织1件。")),
	}},
	{"C11", []breaking{
		bad("E 本年度未收到政府信息公开申请|3|“本年度未收到政府信息公开申请”，表三“本年新收”总计是 3", finished(3), says("本年度未收到政府信息公开申请。")),
		bad("E 未收到公民、法人和其他组织提出的政府信息公开申请|1|是 1", finished(1), says("未收到公民、法人和其他组织提出的政府信息公开申请。")),
		bad("E 0件|3|是 3", finished(3), says("收到政府信息公开申请0件。")),
		bad("W |3|没有写收到多少件", finished(3)),
		bad("E 0件|16|是 16", finished(16), says("通过传真和当面提交方式收到的申请为0件。")),
		bad("E 0件|16|是 16", finished(16), says("通过网络、信函等渠道收到政府信息公开申请0件，主动公开信息16条。")),
		bad("E 0件|16|是 16", finished(16), says("收到政府信息公开申请0件，其余工单16件均已办结。")),
		bad("E 未通过传真和当面方式收到申请|16|是 16", finished(16), says("未通过传真和当面方式收到申请。")),
		bad("E 0件|16|是 16", finished(16), says("全年收到信函、电子邮件申请0件，接待来访16人次。")),
		bad("E 0件|16|是 16", finished(16), says("通过传真、当面等方式收到申请0件，其余工单16件。")),
		bad("E 0件|16|是 16", finished(16), says("收到网上、信函申请0件，其中网上0件。")),
		bad("E 本年度未收到|3|是 3", finished(3), headed("依申请公开", "本年度未收到。")),
	}, []fitting{
		good(finished(3), headed("依申请公开", "收到申请3件。投诉、举报的未收到。")),
		good(finished(3), headed("依申请公开", "收到涉及行政处罚的申请3件，均已办结。")),
		good(finished(3), headed("依申请公开", "收到关于行政许可的申请3件。")),
		good(finished(16), says("收到申请16件。县政府未收到涉及我镇的政府信息公开申请。")),
		good(finished(16), says("县政府未收到涉及我镇的政府信息公开申请，我镇收到申请16件。")),
		good(finished(16), says("通过传真和当面提交方式收到的申请为0件，其余16件均通过网络和信函收到。")),
		good(finished(16), says("通过传真、当面方式收到申请0件，通过网络收到16件。")),
		good(finished(16), says("收到传真、邮寄申请0件；网上申请16件。")),
		good(finished(16), says("通过当面、邮寄收到申请0件。通过网络、信函收到申请16件。")),
		good(finished(16), says("未通过传真和当面方式收到申请，16件均通过网络收到。")),
		good(finished(16), says("线上、书面申请的数量分别是16件，其余线下、传真方式收到申请0件。")),
		good(finished(16), says("网络收到申请16件，传真和当面收到申请0件。")),
		good(finished(16), says("传真、当面收到申请0件，其他方式收到16件。")),
		good(finished(16), says("通过传真、当面等方式收到申请0件，其余16件通过网络收到。")),
		good(says("本年度未收到政府信息公开申请。")),
		good(finished(3), says("收到政府信息公开申请3件。")),
		good(finished(3), says("收到政府信息公开申请若干，共三件。")),
		good(finished(3), says("收到政府信息公开申请3件，未收到要求提供公开出版物的申请。")),
	}},
	{"C12", []breaking{
		bad("W 均已办结|1|没办完", cells("received.person=3", "granted.person=2", "carriedOut.person=1"), says("收到政府信息公开申请3件，均已办结。")),
		bad("W 全部按期办结|1|没办完", carriedOver(), headed("依申请公开", "办理行政许可事项126件。收到申请3件，全部按期办结。")),
		bad("W 均已办结|1|没办完", carriedOver(), headed("依申请公开", "收到申请3件，均已办结；办理行政许可事项126件。")),
		bad("W 均已办结|1|没办完", carriedOver(), headed("依申请公开", "收到申请3件。均已办结。")),
		bad("W 均已办结|1|没办完", carriedOver(), says("收到关于行政许可的政府信息公开申请3件，均已办结。")),
		bad("W 均已办结|1|没办完", carriedOver(), headed("依申请公开", "作出行政处罚决定16件；收到政府信息公开申请3件，均已办结。")),
		bad("W 已全部按时答复|1|没办完", cells("received.person=3", "granted.person=2", "carriedOut.person=1"), says("收到政府信息公开申请3件，已全部按时答复。")),
	}, []fitting{
		good(finished(3), says("收到政府信息公开申请3件，均已办结。")),
		good(cells("received.person=3", "granted.person=2", "carriedOut.person=1"), says("收到政府信息公开申请3件。信访件均已办结。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。办理行政许可事项126件，全部按期办结，公示率100%。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。行政许可126件，均已办结。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。办理行政许可事项126件。均已按期办结，公示率100%。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。作出行政处罚决定16件，已全部办结。")),
		good(carriedOver(), headed("依申请公开情况", "收到申请3件。受理行政许可、行政处罚事项共126件，均按期办结，办结率100%。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。依法办理各类行政许可事项，均已按时办结。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。实施行政强制2件，全部办理完毕。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件；办理行政许可事项126件，全部按期办结。")),
		good(carriedOver(), headed("依申请公开", "收到申请3件。办理行政许可126件，办结126件。")),
	}},
	{"C13", []breaking{
		bad("W 未收取|1|应当发出过收费通知", cells("received.person=1", "unpaid.person=1"), only(model.Other, "本年度未收取信息处理费。")),
		bad("W 120元|0|没有收到申请", only(model.Other, "本年度收取信息处理费120元。")),
	}, []fitting{
		good(only(model.Other, "本年度未收取信息处理费。")),
		good(cells("received.person=1", "unpaid.person=1"), only(model.Other, "发出收费通知1件，收取信息处理费0元。")),
		good(finished(1), only(model.Other, "收取信息处理费120元。")),
	}},
}

var disputesCases = []ruleCase{
	{"D01", []breaking{
		bad("E 0|11|原文合计 0，应为 11", cells("disputes.review.upheld=4", "disputes.review.pending=7"), stated("disputes.review.total=0")),
	}, []fitting{good(cells("disputes.review.upheld=4", "disputes.review.pending=7"), stated("disputes.review.total=11"))}},
	{"D02", []breaking{bad("E ||1 格", cells("disputes.direct.other=")), bad("E 一||“一”", written("disputes.review.upheld=一"))}, []fitting{good()}},
	{"D03", []breaking{
		bad("W 2|1|“因政府信息公开引发行政复议2件”，表四“行政复议”总计是 1", cells("disputes.review.upheld=1"), says("因政府信息公开引发行政复议2件。")),
		bad("W 1|0|两个总计之和是 0", says("行政复议0件、行政诉讼1件。")),
		bad("W 未发生行政复议、行政诉讼|1|两个总计之和是 1", cells("disputes.direct.upheld=1"), says("未发生行政复议、行政诉讼。")),
		bad("W 均维持|1|“行政复议 结果纠正”等不是 0", cells("disputes.review.upheld=1", "disputes.review.corrected=1"), says("政府信息公开行政复议2件，均维持。")),
		bad("W 均维持|1|“行政诉讼 未经复议直接起诉 结果纠正”等不是 0", cells("disputes.direct.upheld=1", "disputes.direct.corrected=1", "disputes.afterReview.pending=1"), says("行政诉讼3件，其中未经复议直接起诉2件，均维持；复议后起诉1件，尚未审结。")),
		bad("W 均维持|1|“行政诉讼 复议后起诉 尚未审结”等不是 0", cells("disputes.direct.corrected=1", "disputes.afterReview.upheld=1", "disputes.afterReview.pending=1"), says("行政诉讼3件，其中未经复议直接起诉1件，结果纠正；复议后起诉2件，均维持。")),
		bad("W 均维持|1|“行政诉讼 复议后起诉 尚未审结”等不是 0", cells("disputes.direct.upheld=1", "disputes.afterReview.pending=1"), says("行政诉讼2件，其中直接起诉1件、复议后起诉1件，均维持。")),
		bad("W 均维持|1|“行政诉讼 未经复议直接起诉 结果纠正”等不是 0", cells("disputes.review.corrected=1", "disputes.direct.upheld=1", "disputes.direct.corrected=1"), says("行政复议1件，结果纠正；行政诉讼2件，均维持。")),
		bad("W 均维持|1|“行政诉讼 复议后起诉 尚未审结”等不是 0", cells("disputes.direct.upheld=1", "disputes.afterReview.pending=1"), says("行政诉讼2件，均维持。")),
		bad("W 均维持|1|“行政复议 结果纠正”等不是 0", cells("disputes.review.upheld=2", "disputes.review.corrected=1"), says("政府信息公开行政复议3件，均已审结，均维持。")),
		bad("W 均维持|1|“行政诉讼 未经复议直接起诉 结果纠正”等不是 0", cells("disputes.review.upheld=1", "disputes.direct.corrected=1"), says("行政复议1件、行政诉讼1件，均维持。")),
	}, []fitting{
		good(cells("disputes.review.upheld=1", "disputes.direct.upheld=1", "disputes.afterReview.pending=1"), says("发生行政复议1件，均维持。发生行政诉讼2件。")),
		good(cells("disputes.direct.upheld=2", "disputes.afterReview.pending=1"), says("行政诉讼3件，其中未经复议直接起诉2件，均维持；复议后起诉1件，尚未审结。")),
		good(cells("disputes.direct.corrected=1", "disputes.afterReview.upheld=2"), says("行政诉讼3件，其中未经复议直接起诉1件，结果纠正；复议后起诉2件，均维持。")),
		good(cells("disputes.direct.upheld=2", "disputes.afterReview.pending=1"), says("行政诉讼3件，其中直接起诉2件，全部维持，复议后起诉1件，尚未审结。")),
		good(cells("disputes.direct.upheld=2", "disputes.afterReview.other=1"), says("行政诉讼3件，未经复议直接起诉的2件，均维持原决定；复议后起诉的1件，作其他处理。")),
		good(cells("disputes.review.upheld=2", "disputes.review.pending=1"), says("政府信息公开行政复议3件，其中涉及征地的2件，均维持；另有1件正在审理。")),
		good(cells("disputes.review.corrected=1", "disputes.direct.upheld=2"), says("行政复议1件，结果纠正；行政诉讼2件，均维持。")),
		good(cells("disputes.review.corrected=1", "disputes.direct.upheld=2"), says("行政复议1件、结果纠正，行政诉讼2件，均维持。")),
		good(cells("disputes.review.pending=1", "disputes.direct.upheld=2"), says("行政复议1件，尚未审结，行政诉讼2件，均维持。")),
		good(cells("disputes.review.upheld=2", "disputes.review.pending=1"), says("政府信息公开行政复议3件，其中2件已审结，均维持，1件正在审理。")),
		good(cells("disputes.review.upheld=2", "disputes.review.pending=1"), says("政府信息公开行政复议3件；两件已审结，均维持，一件正在审理。")),
		good(cells("disputes.review.upheld=2", "disputes.review.pending=1"), says("政府信息公开行政复议3件，已审结2件，均维持，1件尚未审结。")),
		good(says("未发生因政府信息公开引起的行政复议和行政诉讼。")),
		good(says("受理行政复议案件45件。")), // as the reviewing body
		good(says("向县司法局备案行政复议2件。")),
	}},
	{"D04", []breaking{
		bad("W 1|2|上年报告尚未审结的是 2", lastYear(cells("disputes.review.pending=2")), cells("disputes.review.upheld=1")),
		bad("W 0|1|“复议后起诉”", lastYear(cells("disputes.afterReview.pending=1"))),
	}, []fitting{good(lastYear(cells("disputes.review.pending=2")), cells("disputes.review.upheld=2")), good()}},
	{"D05", []breaking{bad("W 1|0|本年和上年的行政复议都是 0", lastYear(), cells("disputes.afterReview.upheld=1"))}, []fitting{
		good(lastYear(cells("disputes.review.upheld=1")), cells("disputes.afterReview.upheld=1")),
		good(cells("disputes.afterReview.upheld=1")), // last year's is not known
	}},
	{"D06", []breaking{bad("I 1|0|表四有 1 件", cells("disputes.direct.upheld=1"))}, []fitting{good(), good(cells("disputes.direct.upheld=1", "carriedIn.person=1"))}},
	{"D07", []breaking{bad("I 2|0|口径不同", says("行政复议备案2件。"))}, []fitting{
		good(cells("disputes.review.upheld=2"), says("行政复议备案2件。")), good(says("规范性文件备案2件。")),
	}},
}

var arithmeticCases = []ruleCase{
	{"E01", []breaking{
		bad("W 60|54|共 60条，其中各项相加是 54条", says("公开信息60条，其中政策文件8条，服务公开12条，工作动态34条。")),
		bad("W 3|4|比总数还多", says("开展培训三次，其中线上四次。")),
		bad("W 3.5|3.6|相加是 3.6万元", says("发放补贴3.5万元，其中耕地1.2万元、农机2.4万元。")),
	}, []fitting{
		good(says("公开信息54条，其中政策文件8条，服务公开12条，工作动态34条。")),
		good(says("发放补贴3.6万元，其中耕地1.2万元、农机2.4万元。")),
		good(says("公开信息60余条，其中政策文件8条，服务公开12条，工作动态34条等。")),
		good(says("公开信息60条，其中政策文件8条、服务公开12条、其余为工作动态。")),
		good(says("公开信息60条，其中政策文件8条。")),
		good(says("公开信息20条，其中政策文件8条，服务公开12条，回复留言5条。")),
		good(says("公开信息60条，其中政策文件约8条，服务公开12条。")),
		good(finished(3), says("收到申请3件，上年结转0件，其中自然人2件，法人1件。")),
		good(says("公开信息60条，其中通过网站公开40条，通过微信公开35条。")),
		good(says("公开信息60条（其中图片新闻12条、视频5条）。")),
	}},
	{"E02", []breaking{
		bad("W 57%|54.2%|写成了占 57%，应为 54.2%", says("公开信息24条，其中政策文件13条，占57%。")),
		bad("W 54.24%|54.17%|24", says("公开信息24条，其中政策文件13条，占54.24%。")),
		bad("W 54.3%|54.2%|24", says("公开信息24条，其中政策文件13条，占54.3%。")),
	}, []fitting{
		good(says("公开信息24条，其中政策文件13条，占54.2%。")),
		good(says("公开信息24条，其中政策文件13条，占54.21%。")),
		good(says("公开信息24条，其中政策文件13条，占54%。")),
		good(says("公开信息24条，其中政策文件13条，约占50%。")),
		good(says("按时办结率100%，政策文件占57%。")),
	}},
	{"E03", []breaking{
		bad("E 202020年||没有“202020年”", says("202020年我镇公开信息。")),
		bad("E 2月30日||没有“2月30日”", says("2月30日召开会议。")),
		bad("E 2026年2月29日||没有“2026年2月29日”", says("2026年2月29日召开会议。")),
	}, []fitting{
		good(says("2月29日、2026年2月28日召开会议，3个月，20年来，第13月份。")),
		good(says("电话0358-0000000，文件3 2026年印发。")),
	}},
}
